//! What would have been projected some years ago, and what came: trust is earned.

use super::axis::{Span, axis};
use super::number::{power_of_ten, published, to_grain};
use super::trajectory::observed_mark;
use super::{Chart, Course, Observed, Path, outlook};
use crate::backtest::{self, Trial};
use crate::language::{Language, fill};
use crate::report::Report;

/// Years that one looks back, where that can be; else the nearest to it.
const BACK: i32 = 3;

/// Years ahead that the methods were tried for.
const TRIED: i32 = 5;

/// Every look back at the last value, the latest first.
pub(super) fn trials(report: &Report<'_>) -> Vec<Trial> {
    let mut trials = backtest::of_every_origin(&report.samples(), report.method, report.bounds());
    trials.retain(|trial| ahead(trial) <= TRIED);
    trials
}

fn ahead(trial: &Trial) -> i32 {
    trial.forecast.year - trial.projection.last
}

/// A sentence for each look back.
pub(super) fn sentences(report: &Report<'_>, trials: &[Trial], language: Language) -> Vec<String> {
    trials.iter().filter_map(|trial| sentence(report, trial, language)).collect()
}

fn sentence(report: &Report<'_>, trial: &Trial, language: Language) -> Option<String> {
    let messages = language.messages();
    let band = trial.forecast.band80?;
    let template = if trial.inside80? { messages.working_inside } else { messages.working_outside };
    let grain = power_of_ten((band.upper - band.lower) / 20.0);
    let value = |value: f64| published(to_grain(value, grain), report.unit, language);
    Some(fill(
        template,
        &[
            ("origin", &trial.projection.last.to_string()),
            ("year", &trial.forecast.year.to_string()),
            ("value", &value(trial.forecast.centre)),
            ("lower", &value(band.lower)),
            ("upper", &value(band.upper)),
            ("actual", &published(trial.outcome.value, report.unit, language)),
        ],
    ))
}

/// The look back of about [`BACK`] years as a small figure: what was known then, what would have been said, what came.
pub(super) fn figure(report: &Report<'_>, trials: &[Trial], language: Language) -> Option<Chart> {
    let trial = trials.iter().min_by_key(|trial| (ahead(trial) - BACK).abs())?;
    let projection = &trial.projection;
    let used = report.series.points.iter().filter(|point| point.year >= projection.first);
    // Only what came at last is labelled: the figure is small.
    let unlabelled = |mark: Observed| Observed { labels: Vec::new(), break_note: None, ..mark };
    let mut observed: Vec<Observed> =
        used.map(|point| observed_mark(report, point, language)).map(unlabelled).collect();
    let year = trial.forecast.year.to_string();
    if let Some(last) = observed.last_mut() {
        let value = published(trial.outcome.value, report.unit, language);
        last.labels = vec![fill(language.messages().label_observed, &[("year", &year), ("value", &value)]), value];
    }
    let projected = outlook::course(report, projection, trial.forecast.year)?;
    let ends = projected.band95.iter().flat_map(|(_, lower, upper)| [*lower, *upper]);
    let values = ends.chain(observed.iter().map(|mark| mark.value));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let bounds = report.bounds();
    let span = Span { low, high, from_zero: false, floor: bounds.lower, ceiling: bounds.upper };
    Some(Chart {
        years: (projection.first, trial.forecast.year),
        deadlines: Vec::new(),
        axis: axis(span, report.unit, language),
        observed,
        projection: Some(projected),
        beside: None,
        course: Course::Line,
        path: Path { points: Vec::new(), label: String::new() },
        targets: Vec::new(),
        period: None,
        notice: None,
    })
}
