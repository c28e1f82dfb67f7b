//! One target as a tile: most have no published value, so that a name and what is due is all there is.

use super::super::number::published;
use super::super::verdict::{self, Verdict};
use super::super::wording::{due_of_kind, observed};
use super::super::{Mark, outlook, trajectory};
use super::Words;
use crate::language::fill;
use crate::report::Report;

/// A target at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// What is measured.
    pub name: String,
    /// What is due; with the year, unless all are due in one.
    pub due: String,
    /// The verdict; `None` where verdicts are hidden.
    pub verdict: Option<Verdict>,
    /// The latest published value; `None` of most.
    pub latest: Option<Latest>,
    /// Its card.
    pub card: usize,
}

/// The latest published value.
#[derive(Debug, Clone, PartialEq)]
pub struct Latest {
    /// The value with its unit, and "over" or "about".
    pub value: String,
    /// What the verdict's badge says beside it: the verdict's word, or which year is not published.
    pub word: String,
    /// Its year, what else is said of it, and what is due.
    pub note: String,
    /// How it came there, from two values on.
    pub spark: Option<Spark>,
}

/// A small course on its own scale, in years and values.
#[derive(Debug, Clone, PartialEq)]
pub struct Spark {
    /// Published values: year, value, and whether it is not joined to the one before.
    pub observed: Vec<(i32, f64, bool)>,
    /// Whether the last one is exact.
    pub exact: bool,
    /// Where they are heading, from the last value on; empty where that is not told.
    pub projected: Vec<(i32, f64)>,
    /// Deadline and value due.
    pub target: Option<(i32, f64)>,
}

/// The tile of a report, whose card is the one at `card`.
pub(super) fn tile(words: &Words<'_, '_>, report: &Report<'_>, card: usize) -> Tile {
    let language = words.language;
    let messages = language.messages();
    let year = report.target.deadline.to_string();
    let template = if words.deadline.is_some() { messages.label_target_short } else { messages.label_target };
    let due = fill(template, &[("year", &year), ("due", &due_of_kind(report.dataset, report.target, language))]);
    let verdict = words.judged.then(|| verdict::verdict(report, language));
    let word = |known: i32| match &verdict {
        Some(verdict) if verdict.name == "not_reported" && known < report.target.deadline => fill(
            if report.deadline_passed { messages.verdict_unpublished } else { messages.tiles_ahead },
            &[("year", &year)],
        ),
        verdict => verdict.as_ref().map_or("", |verdict| verdict.word).to_string(),
    };
    let latest = report.series.latest().and_then(|point| Some((point, report.observation(point)?)));
    Tile {
        name: words.name(report, true),
        latest: latest.map(|(point, row)| {
            let whole = observed(report.dataset, row, language);
            let unit = report.dataset.unit(&row.unit);
            let bare = unit.map(|unit| published(row.value, unit, language)).unwrap_or_default();
            // That it is preliminary stands small beside the year; "over" and "about" belong to the figure.
            let (value, aside) = match whole.strip_prefix(&*bare) {
                Some(aside) => (&*bare, aside),
                None => (&*whole, ""),
            };
            // Of a growth rate or a change the values are its level's.
            let level = report.dataset.indicator(&report.series.indicator);
            let level = level.filter(|level| level.id != report.indicator.id);
            let level = level.map(|level| [" ", level.name.in_language(language)].concat()).unwrap_or_default();
            Latest {
                value: value.to_string(),
                word: word(point.year),
                note: [
                    &*fill(messages.tiles_of, &[("year", &point.year.to_string())]),
                    &level,
                    aside,
                    messages.foot_gap,
                    &due,
                ]
                .concat(),
                spark: (report.series.points.len() > 1).then(|| spark(report, words)),
            }
        }),
        verdict,
        due,
        card,
    }
}

fn spark(report: &Report<'_>, words: &Words<'_, '_>) -> Spark {
    let points = &report.series.points;
    let exact = points.last().map(|point| trajectory::observed_mark(report, point, words.language).mark);
    let step = report.trajectory.steps.iter().find(|step| step.target == report.target.id);
    Spark {
        observed: points.iter().map(|point| (point.year, point.value, point.breaks)).collect(),
        exact: exact == Some(Mark::Exact),
        projected: outlook::projected(report, words.language).map(|course| course.line).unwrap_or_default(),
        target: step.map(|step| (step.year, step.value)),
    }
}
