//! The chart as a table: every year that a mark stands at.

use super::number::computed;
use super::wording::{due, observed};
use super::{Table, wording};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::trajectory::Origin;

pub(super) fn table(report: &Report<'_>, title: &str, language: Language) -> Table {
    let messages = language.messages();
    let path = report.trajectory.points();
    let marked = report.series.points.iter().map(|point| point.year);
    let marked = marked.chain(path.iter().map(|(year, _)| *year));
    let mut years: Vec<i32> = Vec::new();
    for year in marked.chain(report.trajectory.steps.iter().map(|step| step.year)) {
        if let Err(at) = years.binary_search(&year) {
            years.insert(at, year);
        }
    }
    Table {
        caption: fill(messages.table_caption, &[("title", title)]),
        head: [
            messages.head_year,
            messages.head_actual,
            messages.head_path,
            messages.head_target,
            messages.head_source,
        ]
        .map(String::from)
        .to_vec(),
        rows: years.into_iter().map(|year| row(report, year, language)).collect(),
    }
}

fn row(report: &Report<'_>, year: i32, language: Language) -> Vec<String> {
    let messages = language.messages();
    let none = || messages.cell_none.to_string();
    let published = report.series.at(year).and_then(|point| report.dataset.observations.get(point.row));
    // Where the path begins at a published value, that value stands beside it already, with all its digits.
    let observed_base = report
        .trajectory
        .base
        .is_some_and(|base| base.year == year && matches!(base.origin, Origin::AtStart | Origin::FirstObserved));
    let path = report
        .trajectory
        .value_at(year)
        .filter(|_| !observed_base)
        .filter(|_| report.trajectory.base.is_some() || is_step(report, year));
    let step = report.trajectory.steps.iter().find(|step| step.year == year);
    let target = step.and_then(|step| report.dataset.target(&step.target));
    vec![
        year.to_string(),
        published.map_or_else(none, |row| observed(report.dataset, row, language)),
        path.map_or_else(none, |value| computed(value, report.unit, language, 4)),
        target.map_or_else(none, |target| due(report.dataset, target, language)),
        published.map_or_else(none, |row| {
            let note = row.break_note.as_ref().map(|note| wording::break_note(note, language));
            [Some(row.publisher.clone()).filter(|name| !name.is_empty()), note]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(messages.foot_gap)
        }),
    ]
}

fn is_step(report: &Report<'_>, year: i32) -> bool {
    report.trajectory.steps.iter().any(|step| step.year == year)
}
