//! The chart as a table: every year that a mark stands at.

use super::number::computed;
use super::wording::{due, observed, publisher};
use super::{outlook, wording};
use crate::language::{Language, fill};
use crate::projection::Projection;
use crate::report::Report;
use crate::trajectory::Origin;

/// A table of text cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Column heads.
    pub head: Vec<String>,
    /// Rows, the first cell being the row's head.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Takes out the column with this head, if there is one.
    pub(super) fn leave_out(&mut self, head: &str) {
        let Some(column) = self.head.iter().position(|one| one == head) else { return };
        self.head.remove(column);
        for row in self.rows.iter_mut().filter(|row| row.len() > column) {
            row.remove(column);
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// What its rows are sorted by, where that is a number; else they are by their text.
    pub order: Option<f64>,
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, order: None }
    }
}

pub(super) fn table(report: &Report<'_>, title: &str, language: Language) -> Table {
    let messages = language.messages();
    let path = report.trajectory.points();
    let marked = report.series.points.iter().map(|point| point.year);
    let marked = marked.chain(path.iter().map(|(year, _)| *year));
    let ahead = report.projection.as_ref().ok().filter(|_| outlook::drawn(report));
    let marked = marked.chain(ahead.into_iter().flat_map(|projection| projection.last + 1..=report.shown_until()));
    let mut years: Vec<i32> = Vec::new();
    for year in marked.chain(report.trajectory.steps.iter().map(|step| step.year)) {
        if let Err(at) = years.binary_search(&year) {
            years.insert(at, year);
        }
    }
    Table {
        caption: fill(messages.table_caption, &[("title", title)]),
        head: [
            Some(messages.head_year),
            Some(messages.head_actual),
            ahead.map(|_| messages.head_projection),
            Some(messages.head_path),
            Some(messages.head_target),
            Some(messages.head_source),
        ]
        .into_iter()
        .flatten()
        .map(String::from)
        .collect(),
        rows: years.into_iter().map(|year| row(report, ahead, year, language)).collect(),
    }
}

fn row(report: &Report<'_>, ahead: Option<&Projection>, year: i32, language: Language) -> Vec<Cell> {
    let messages = language.messages();
    let none = || messages.cell_none.to_string();
    let cell = |said: Option<(String, f64)>| match said {
        Some((text, order)) => Cell { text, order: Some(order) },
        None => Cell::from(none()),
    };
    let published = report.series.at(year).and_then(|point| Some((point, report.observation(point)?)));
    let step = report.trajectory.steps.iter().find(|step| step.year == year);
    let target = step.and_then(|step| report.dataset.target(&step.target));
    let projected = ahead.map(|ahead| {
        let centre = ahead.at(year).map(|next| next.centre);
        cell(outlook::cell(report, ahead, year, language).zip(centre))
    });
    let mut row = vec![
        Cell::from(year.to_string()),
        cell(published.map(|(point, row)| (observed(report.dataset, row, language), point.value))),
        cell(required(report, year, language)),
        cell(step.and_then(|step| Some((due(report.dataset, target?, language), step.value)))),
        Cell::from(published.map_or_else(none, |(point, row)| {
            let note = row.break_note.as_ref().map(|note| wording::break_note(note, language));
            let publisher = publisher(report, point, language).to_string();
            [Some(publisher).filter(|name| !name.is_empty()), note]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(messages.foot_gap)
        })),
    ];
    row.splice(2..2, projected);
    row
}

/// What the path requires in `year`; nothing where the path begins at a published value, which stands beside it already,
/// with all its digits.
pub(super) fn required(report: &Report<'_>, year: i32, language: Language) -> Option<(String, f64)> {
    let observed_base = report
        .trajectory
        .base
        .is_some_and(|base| base.year == year && matches!(base.origin, Origin::AtStart | Origin::FirstObserved));
    let value = report
        .trajectory
        .value_at(year)
        .filter(|_| !observed_base)
        .filter(|_| report.trajectory.base.is_some() || is_step(report, year))?;
    Some((computed(value, report.unit, language, 4), value))
}

fn is_step(report: &Report<'_>, year: i32) -> bool {
    report.trajectory.steps.iter().any(|step| step.year == year)
}
