//! What is said of the marks of a trajectory chart: a row of published values, one of projected years, one of targets.

use super::wording::{due, observed};
use super::{Card, Chart, Source, outlook, sources, table};
use crate::language::{Language, fill};
use crate::projection::Projection;
use crate::report::Report;
use crate::series::Point;

/// A card for each published value, then for each projected year, then for each target, as `chart` has them.
pub(super) fn cards(report: &Report<'_>, chart: &Chart, language: Language) -> Vec<Card> {
    let messages = language.messages();
    let mut cards = Vec::new();
    for point in &report.series.points {
        let mut card = observed_card(report, point, language);
        card.source.lines.splice(0..0, required(report, point.year, language));
        cards.push(card);
    }
    if let (Some(projected), Ok(projection)) = (&chart.projection, &report.projection) {
        // The line begins at the last value.
        for (year, _) in projected.line.iter().skip(1) {
            cards.push(ahead(report, projection, *year, language));
        }
    }
    for step in &report.trajectory.steps {
        let target = report.dataset.target(&step.target);
        let due = target.map(|target| due(report.dataset, target, language)).unwrap_or_default();
        let source = target.map_or_else(nothing, |target| sources::of_target(report, target, language));
        cards.push(card(in_year(messages.card_target, step.year, ("due", &due)), 2, source));
    }
    cards
}

/// The card of a published value, of whichever region.
pub(super) fn observed_card(report: &Report<'_>, point: &Point, language: Language) -> Card {
    let row = report.observation(point);
    let value = row.map(|row| observed(report.dataset, row, language)).unwrap_or_default();
    let said = in_year(language.messages().card_observed, point.year, ("value", &value));
    card(said, 0, row.map_or_else(nothing, |row| sources::of_value(report, point, row, language)))
}

/// The card of a projected year: intervals, how likely the target is at its deadline, what the path requires, the method.
fn ahead(report: &Report<'_>, projection: &Projection, year: i32, language: Language) -> Card {
    let messages = language.messages();
    let mut source = nothing();
    let mut said = String::new();
    if let Some(forecast) = projection.at(year) {
        let value = |value: f64| outlook::rounded(report, &forecast, value, language);
        said = in_year(messages.card_projected, year, ("value", &value(forecast.centre)));
        for (percent, band) in [("80", forecast.band80), ("95", forecast.band95)] {
            source.lines.extend(band.map(|band| {
                let ends = [("percent", percent), ("lower", &*value(band.lower)), ("upper", &*value(band.upper))];
                fill(messages.card_interval, &ends)
            }));
        }
    }
    let chance = outlook::chance(report, language).filter(|_| year == report.target.deadline);
    let chance = chance.map(|(words, figure)| fill(messages.card_chance, &[("words", words), ("figure", &figure)]));
    source.lines.extend(chance.into_iter().chain(required(report, year, language)));
    let method = outlook::method_name(projection.method, messages);
    source.lines.push(fill(messages.foot_method, &[("method", method)]));
    card(said, 1, source)
}

fn required(report: &Report<'_>, year: i32, language: Language) -> Option<String> {
    let (value, _) = table::required(report, year, language)?;
    Some(fill(language.messages().card_path, &[("value", &value)]))
}

fn in_year(template: &str, year: i32, value: (&str, &str)) -> String {
    fill(template, &[("year", &year.to_string()), value])
}

fn nothing() -> Source {
    Source { heading: String::new(), quote: String::new(), quote_lang: "zh", lines: Vec::new(), url: String::new() }
}

/// What a mark is called heads its card.
fn card(said: String, row: usize, source: Source) -> Card {
    Card { source: Source { heading: said.clone(), ..source }, said, row, target: String::new() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops at what should not be")]

    use super::*;
    use crate::dataset::{self, Dataset, Date};
    use crate::report;

    fn data() -> Dataset {
        dataset::embedded().expect("the data package")
    }

    fn of(dataset: &Dataset, id: &str, year: i32, language: Language) -> (Vec<Card>, Chart) {
        let report = report::of_target(dataset, id, Date { year, month: 6, day: 30 }).expect("a target");
        let view = crate::view::trajectory(&report, language);
        let chart = view.chart().expect("a chart").clone();
        (view.cards, chart)
    }

    #[test]
    fn every_mark_has_a_card_in_the_order_of_the_chart() {
        let dataset = data();
        let mut all = 0;
        for target in dataset.set_targets() {
            let (cards, chart) = of(&dataset, &target.id, 2026, Language::ZhHant);
            let ahead = chart.projection.as_ref().map_or(0, |projection| projection.line.len() - 1);
            let count = |row| cards.iter().filter(|card| card.row == row).count();
            assert_eq!([count(0), count(1), count(2)], [chart.observed.len(), ahead, chart.targets.len()]);
            assert!(cards.iter().all(|card| !card.said.is_empty() && card.source.heading == card.said));
            assert!(cards.windows(2).all(|pair| pair[0].row <= pair[1].row), "{}", target.id);
            all += cards.len();
        }
        assert!(all > 192, "{all} cards");
    }

    #[test]
    fn a_card_says_value_year_and_source() {
        let (cards, _) = of(&data(), "jinhua-rd-intensity-2025", 2026, Language::ZhHans);
        let value = cards.iter().find(|card| card.said == "2024年 实际 2.54%").expect("the value of 2024");
        assert!(!value.source.lines.is_empty() && !value.source.quote.is_empty());
        let target = cards.iter().find(|card| card.row == 2).expect("a target");
        assert!(target.said.starts_with("2025年 目标 "), "{}", target.said);
        assert!(target.source.quote.contains("2.8%"), "{}", target.source.quote);
    }

    #[test]
    fn a_projected_year_says_its_intervals_and_at_the_deadline_how_likely_the_target_is() {
        let (cards, _) = of(&data(), "fujian-valid-trademarks-2025", 2024, Language::En);
        let ahead: Vec<&Card> = cards.iter().filter(|card| card.row == 1).collect();
        let last = ahead.iter().find(|card| card.said.starts_with("2025 projected ")).expect("the deadline");
        for part in ["80% interval: ", "95% interval: ", "The target is ", "Required: ", "Projection: "] {
            assert!(last.source.lines.iter().any(|line| line.starts_with(part)), "{part}: {:?}", last.source.lines);
        }
        assert!(!ahead[0].source.lines.iter().any(|line| line.starts_with("The target is ")));
    }

    #[test]
    fn where_no_link_is_known_the_card_says_so() {
        let dataset = data();
        let mut without = 0;
        for target in dataset.set_targets() {
            let (cards, _) = of(&dataset, &target.id, 2026, Language::En);
            for card in cards.iter().filter(|card| card.row != 1) {
                let told = card.source.lines.iter().any(|line| line == "no public link known");
                assert_eq!(told, card.source.url.is_empty(), "{}: {}", target.id, card.said);
                without += usize::from(told);
            }
        }
        assert!(without > 0, "no card without a link");
    }
}
