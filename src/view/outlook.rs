//! Where the values are heading: the marks of a projection, and the sentences about it.

use super::Projected;
use super::number::{power_of_ten, published, to_grain};
use super::wording::{change, difference};
use crate::assessment::Likelihood;
use crate::language::{Language, Messages, fill};
use crate::projection::{Assumption, Forecast, Interval, LeftOut, Method, Projection, Unprojectable, Unsure};
use crate::report::Report;

/// A probability as a figure, no finer than the evidence bears; `None` where too few values allow it in words alone.
pub(super) fn figure(report: &Report<'_>, probability: f64, language: Language) -> Option<String> {
    if report.assessment.probability_in_words_only() {
        return None;
    }
    let messages = language.messages();
    let percent = (probability * 10.0).round() as i32 * 10;
    Some(match percent {
        0 => fill(messages.probability_below, &[("percent", "5")]),
        100 => fill(messages.probability_above, &[("percent", "95")]),
        _ => fill(messages.probability_about, &[("percent", &percent.to_string())]),
    })
}

/// The name of a method, for readers.
pub(super) fn method_name(method: Method, messages: &Messages) -> &'static str {
    match method {
        Method::Auto => messages.method_auto,
        Method::Steady => messages.method_steady,
        Method::Drift => messages.method_drift,
        Method::Linear => messages.method_linear,
        Method::Growth => messages.method_growth,
        Method::TheilSen => messages.method_theil_sen,
        Method::Naive => messages.method_naive,
        Method::Assumption(_) => messages.method_assumption,
    }
}

/// A likelihood in the language's words.
pub(super) fn likelihood(likelihood: Likelihood, messages: &Messages) -> &'static str {
    match likelihood {
        Likelihood::ExceptionallyUnlikely => messages.likelihood_exceptionally_unlikely,
        Likelihood::VeryUnlikely => messages.likelihood_very_unlikely,
        Likelihood::Unlikely => messages.likelihood_unlikely,
        Likelihood::AboutAsLikelyAsNot => messages.likelihood_even,
        Likelihood::Likely => messages.likelihood_likely,
        Likelihood::VeryLikely => messages.likelihood_very_likely,
        Likelihood::VirtuallyCertain => messages.likelihood_virtually_certain,
    }
}

/// How finely a projected value may be written: to a tenth of half its 80 % interval, so that no end of it is rounded
/// over the target unnoticed; a value without an interval to three digits or so.
fn grain(forecast: &Forecast) -> f64 {
    let half = forecast.band80.map_or(0.0, |band| (band.upper - band.lower) / 2.0);
    power_of_ten(if half > 0.0 { half / 10.0 } else { forecast.centre.abs() / 100.0 })
}

/// A value of a projected year, no finer than the forecast bears.
pub(super) fn rounded(report: &Report<'_>, forecast: &Forecast, value: f64, language: Language) -> String {
    published(to_grain(value, grain(forecast)), report.unit, language)
}

/// How likely the target is reached, in the language's words and as a figure.
pub(super) fn chance(report: &Report<'_>, language: Language) -> Option<(&'static str, String)> {
    let (words, probability) = report.assessment.likelihood().zip(report.assessment.probability)?;
    let figure = figure(report, probability, language).unwrap_or_default();
    Some((likelihood(words, language.messages()), figure))
}

/// Whether a projection is shown: there is one, and the last year shown lies after its last value.
pub(super) fn drawn(report: &Report<'_>) -> bool {
    report.projection.as_ref().is_ok_and(|projection| projection.last < report.shown_until())
}

/// A projected year's value and 80 % interval, for the table.
pub(super) fn cell(report: &Report<'_>, projection: &Projection, year: i32, language: Language) -> Option<String> {
    let forecast = projection.at(year)?;
    let value = |value: f64| rounded(report, &forecast, value, language);
    let interval = forecast.band80.map_or(String::new(), |band| {
        let ends = [("lower", &*value(band.lower)), ("upper", &*value(band.upper))];
        fill(language.messages().outlook_interval, &ends)
    });
    Some([value(forecast.centre), interval].concat())
}

/// The projection to draw, from the last value to the last year shown.
pub(super) fn projected(report: &Report<'_>, language: Language) -> Option<Projected> {
    let projection = report.projection.as_ref().ok().filter(|_| drawn(report))?;
    let messages = language.messages();
    let course = course(report, projection, report.shown_until())?;
    let (year, _) = *course.line.last()?;
    let end = projection.at(year)?;
    let value = rounded(report, &end, end.centre, language);
    let values = [("year", &*year.to_string()), ("value", &value)];
    Some(Projected {
        labels: vec![fill(messages.label_projection, &values), value.clone()],
        band_labels: vec![messages.label_bands.to_string(), messages.label_bands_short.to_string()],
        ..course
    })
}

/// A projection's line and bands up to the year `until`, from its last value on; without labels.
pub(super) fn course(report: &Report<'_>, projection: &Projection, until: i32) -> Option<Projected> {
    let start = report.series.at(projection.last)?.value;
    let years = projection.last.saturating_add(1)..=until;
    let forecasts: Vec<Forecast> = years.map_while(|year| projection.at(year)).collect();
    let band = |of: fn(&Forecast) -> Option<Interval>| {
        let mut band = vec![(projection.last, start, start)];
        band.extend(forecasts.iter().filter_map(|one| of(one).map(|band| (one.year, band.lower, band.upper))));
        if band.len() > 1 { band } else { Vec::new() }
    };
    Some(Projected {
        line: std::iter::once((projection.last, start)).chain(forecasts.iter().map(|f| (f.year, f.centre))).collect(),
        band80: band(|forecast| forecast.band80),
        band95: band(|forecast| forecast.band95),
        labels: Vec::new(),
        band_labels: Vec::new(),
    })
}

/// The sentences about the projection at the deadline, or why there is none; empty where nothing is left to foretell.
pub(super) fn sentences(report: &Report<'_>, language: Language) -> Vec<String> {
    let deadline = report.target.deadline;
    if report.series.at(deadline).is_some() {
        return Vec::new();
    }
    match &report.projection {
        Ok(projection) => match projection.at(deadline) {
            Some(forecast) => heading_for(report, projection, &forecast, language),
            None => Vec::new(),
        },
        Err(reason) => without(report, *reason, language).into_iter().collect(),
    }
}

fn heading_for(report: &Report<'_>, projection: &Projection, forecast: &Forecast, language: Language) -> Vec<String> {
    let messages = language.messages();
    let grain = grain(forecast);
    let value = |value: f64| published(to_grain(value, grain), report.unit, language);
    let interval = forecast.band80.map_or(String::new(), |band| {
        fill(messages.outlook_interval, &[("lower", &value(band.lower)), ("upper", &value(band.upper))])
    });
    let assumed = match projection.method {
        Method::Assumption(own) => Some(assumption(report, own, language)),
        _ => None,
    };
    let template = match (report.deadline_passed, &assumed) {
        (_, Some(_)) => messages.outlook_assumed,
        (true, None) => messages.outlook_past,
        (false, None) => messages.outlook,
    };
    let against = against(report, forecast, language);
    let chance = chance(report, language).map_or(String::new(), |(words, figure)| {
        let template = if report.deadline_passed { messages.outlook_chance_past } else { messages.outlook_chance };
        fill(template, &[("words", words), ("figure", &figure)])
    });
    let mut sentences = vec![fill(
        template,
        &[
            ("from", &projection.first.to_string()),
            ("to", &projection.last.to_string()),
            ("year", &forecast.year.to_string()),
            ("value", &value(forecast.centre)),
            ("interval", &interval),
            ("against", &against),
            ("chance", &chance),
            ("change", &assumed.unwrap_or_default()),
        ],
    )];
    match projection.unsure {
        Some(Unsure::TooFew) => {
            sentences.push(fill(messages.outlook_few, &[("count", &projection.n.to_string())]));
            sentences.extend(Some(before_break(projection.left_out, language)).filter(|said| !said.is_empty()));
        }
        Some(Unsure::Unmoved) => sentences.push(messages.outlook_unmoved.to_string()),
        None => {}
    }
    sentences
}

/// How far a projected value of the deadline's year is from what is due; empty where that can't be told apart.
fn against(report: &Report<'_>, forecast: &Forecast, language: Language) -> String {
    let (messages, grain) = (language.messages(), grain(forecast));
    let due = report.trajectory.value_at(report.target.deadline);
    let gap = due.map(|due| forecast.centre - due).filter(|gap| gap.abs() >= grain / 2.0);
    gap.map_or(String::new(), |gap| {
        let template = if gap < 0.0 { messages.outlook_below } else { messages.outlook_above };
        fill(template, &[("gap", &difference(to_grain(gap, grain), report.unit, language, 8))])
    })
}

/// What another method than the one in force says of the deadline; where that is over, of the last year shown.
pub(super) fn by_another(report: &Report<'_>, projection: &Projection, language: Language) -> String {
    let messages = language.messages();
    let deadline = projection.at(report.target.deadline);
    let forecast = deadline.or_else(|| projection.at(report.shown_until()));
    let Some(forecast) = forecast else { return String::new() };
    let against = deadline.map_or(String::new(), |forecast| against(report, &forecast, language));
    let value = cell(report, projection, forecast.year, language).unwrap_or_default();
    let method = method_name(projection.method, messages);
    let year = forecast.year.to_string();
    let values = [("method", method), ("year", &year), ("value", &value), ("against", &against)];
    fill(messages.compare_method, &values)
}

/// What the reader assumes, as a change a year.
pub(super) fn assumption(report: &Report<'_>, own: Assumption, language: Language) -> String {
    let messages = language.messages();
    match own {
        Assumption::Change(step) => change(step, report.target.kind, report.unit, language),
        Assumption::Growth(growth) => {
            let template = if growth < 0.0 { messages.change_shrinks } else { messages.change_grows };
            let percent = super::number::digits((growth.abs() * 1000.0).round() / 10.0, 1, language);
            fill(template, &[("percent", &percent)])
        }
    }
}

/// That earlier values do not count, where that is why there are few; else nothing.
fn before_break(left_out: LeftOut, language: Language) -> String {
    match left_out.before_break {
        0 => String::new(),
        count => fill(language.messages().working_left_break, &[("count", &count.to_string())]),
    }
}

fn without(report: &Report<'_>, reason: Unprojectable, language: Language) -> Option<String> {
    let messages = language.messages();
    match reason {
        // That nothing is published has been said.
        Unprojectable::TooFew { .. } if report.series.points.is_empty() => None,
        Unprojectable::TooFew { n, left_out } => {
            let few = fill(messages.outlook_none, &[("count", &n.to_string())]);
            Some([few, before_break(left_out, language)].join(messages.sentence_gap).trim_end().to_string())
        }
        Unprojectable::NotPositive => Some(messages.outlook_not_positive.to_string()),
        Unprojectable::Twice { .. } | Unprojectable::Bounds | Unprojectable::Assumption | Unprojectable::Overflow => {
            Some(messages.outlook_impossible.to_string())
        }
    }
}
