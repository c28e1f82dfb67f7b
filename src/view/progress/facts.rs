//! What is known of one target's progress, in numbers and the words of their units.

use super::super::number::{computed, digits, to_grain};
use super::super::wording::observed;
use super::Mark;
use crate::dataset::{Comparator, Direction, Kind, Qualifier, Unit};
use crate::language::Language;
use crate::report::Report;
use crate::trajectory::{Origin, Reached};

/// The value that is held against the target.
pub(super) struct Now {
    pub(super) value: f64,
    /// Its year; of an average growth its last.
    pub(super) year: i32,
    /// The first year of an average growth.
    pub(super) since: Option<i32>,
    pub(super) mark: Mark,
    /// Whether it is a figure, if a preliminary one: not "over", nor "about", nor of a part of the year.
    is_figure: bool,
    /// With its unit and qualifier.
    pub(super) text: String,
    /// How many values of the series are later.
    pub(super) later: usize,
}

/// How much of what is asked is done.
pub(super) struct Share {
    /// 1 = all of it.
    pub(super) part: f64,
    /// Year and value that the way began at; `None` where it began at nothing.
    pub(super) from: Option<(i32, String)>,
}

/// What is known of one target, in numbers and their words.
pub(super) struct Facts<'r, 'd> {
    pub(super) report: &'r Report<'d>,
    pub(super) language: Language,
    pub(super) unit: &'r Unit,
    pub(super) due: f64,
    pub(super) upper: Option<f64>,
    pub(super) now: Option<Now>,
    /// Whether the value is enough; `None` without one.
    pub(super) reached: Option<Reached>,
    /// The last year that is over and what the path asks of it, where that is not the target itself.
    pub(super) ought: Option<(i32, f64, String)>,
    pub(super) share: Option<Share>,
}

impl<'r, 'd> Facts<'r, 'd> {
    pub(super) fn of(report: &'r Report<'d>, language: Language) -> Self {
        let target = report.target;
        let growth = target.kind == Kind::GrowthRate;
        let step = report.trajectory.step(&target.id).filter(|_| !growth);
        let unit = report.dataset.unit(&target.unit).filter(|_| growth).unwrap_or(report.unit);
        let requirement = &report.requirement;
        let mut facts = Facts {
            report,
            language,
            unit,
            due: step.map_or(target.value, |step| step.value),
            upper: step.map_or(target.value_max, |step| step.upper),
            now: None,
            reached: requirement.deadline_reached.or(requirement.latest_reached),
            ought: None,
            share: None,
        };
        facts.now = if growth { facts.growth() } else { facts.value() };
        if !growth {
            facts.ought = facts.path();
            facts.share = facts.done();
        }
        facts
    }

    /// The deadline year's own value, else the latest one.
    fn value(&self) -> Option<Now> {
        let series = &self.report.series;
        let point = series.at(self.report.target.deadline).or_else(|| series.latest())?;
        let row = self.report.observation(point)?;
        // A change worked out from levels has no wording of its own.
        let own = row.indicator == self.report.target.indicator;
        let text = if own {
            observed(self.report.dataset, row, self.language)
        } else {
            computed(point.value, self.unit, self.language, 3)
        };
        let is_figure = matches!(point.qualifier, Qualifier::Exact | Qualifier::Preliminary);
        let later = series.points.iter().filter(|other| other.year > point.year).count();
        Some(Now {
            value: point.value,
            year: point.year,
            since: None,
            mark: mark(point.qualifier),
            is_figure,
            text,
            later,
        })
    }

    /// The average growth from the path's base to the latest value, in the target's unit.
    fn growth(&self) -> Option<Now> {
        let pace = self.report.requirement.so_far?;
        let value = self.report.dataset.convert(pace.growth? * 100.0, "%", &self.unit.id)?;
        let mark = mark(self.report.series.latest()?.qualifier);
        let text = computed(value, self.unit, self.language, 2);
        Some(Now { value, year: pace.to, since: Some(pace.from), mark, is_figure: false, text, later: 0 })
    }

    fn path(&self) -> Option<(i32, f64, String)> {
        let report = self.report;
        let year = report.as_of.year - 1;
        // In its first year the path is where it begins.
        let begun = report.trajectory.base.is_none_or(|base| base.year < year);
        let value = report.trajectory.value_at(year).filter(|_| begun && !report.deadline_passed)?;
        let countable = report.unit.dimension == "count";
        // A fifth of a prize a year says nothing that the prize itself does not.
        let slow = |pace: f64| countable && (pace * report.unit.factor).abs() < 1.0;
        let step = report.trajectory.steps.iter().any(|step| step.year == year);
        if (value - self.due).abs() <= 1e-9 * self.due.abs()
            || !step && report.requirement.from_base.is_some_and(|pace| slow(pace.change))
        {
            return None;
        }
        // There is no half firm.
        let said = if countable { to_grain(value, 1.0 / report.unit.factor) } else { value };
        Some((year, value, computed(said, self.unit, self.language, if countable { 4 } else { 3 })))
    }

    /// Of the way from the path's base; of what is counted from nothing, of all that is due.
    fn done(&self) -> Option<Share> {
        let now = self.now.as_ref().filter(|now| now.is_figure && now.later == 0)?;
        let base = self.report.trajectory.base.filter(|base| base.origin != Origin::Zero && base.value != 0.0);
        if let (Some(base), Some(part)) = (base, self.report.requirement.share) {
            let value = computed(base.value, self.unit, self.language, 4);
            return Some(Share { part, from: Some((base.year, value)) });
        }
        let kind = self.report.target.kind;
        let counted = !matches!(kind, Kind::Level | Kind::GrowthRate) && self.due > 0.0;
        (counted && self.upper.is_none() && !self.falls()).then(|| Share { part: now.value / self.due, from: None })
    }

    /// Whether less is asked for.
    fn falls(&self) -> bool {
        self.report.target.comparator == Comparator::AtMost || self.report.target.direction == Direction::Lower
    }

    /// A share in whole per cent; only all of it is 100.
    pub(super) fn percent(&self, share: &Share) -> String {
        let whole = (share.part * 100.0).round();
        digits(if share.part < 1.0 { whole.min(99.0) } else { whole }, 0, self.language)
    }
}

fn mark(qualifier: Qualifier) -> Mark {
    match qualifier {
        Qualifier::Exact => Mark::Exact,
        Qualifier::AtLeast => Mark::Over,
        Qualifier::About | Qualifier::Preliminary | Qualifier::PartYear => Mark::Soft,
    }
}
