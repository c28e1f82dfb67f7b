//! The path that a target requires, from its base to its deadline, by its kind.
//!
//! | kind | the path |
//! |---|---|
//! | level, cumulative | straight from the last observation at or before the plan's start, else from the first one there is |
//! | new | straight from zero in the year before the first that counts |
//! | per_year | the same floor every year |
//! | growth_rate | compound, from the base that the plan's own end value implies, else the observed one, else an index of 100 |
//! | change_since | straight from zero in the base year |
//!
//! [`scale`] gives the observations that lie on a target's scale, [`of`] the path, [`requirement`] what it asks.

mod change;
mod growth;
mod level;
mod path;
mod requirement;
mod threshold;

use crate::dataset::{Dataset, Direction, Kind, Target};
use crate::series::{Known, Series};

pub use requirement::{Pace, Requirement, requirement};
pub use threshold::{Reached, Threshold};

/// Where a path begins, and why there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The last observation at or before the plan's start; of a growth rate, the one of the year before its first.
    AtStart,
    /// The first observation there is, later than the plan's start.
    FirstObserved,
    /// Nothing yet at the period's start: a `new` increment counts from zero.
    Zero,
    /// Worked back from the end value and the growth rate that the plan promises.
    Implied,
    /// The base year that the plan names; the change there is zero.
    BaseYear,
    /// An index of 100 in the year before the period: a growth rate with no level to hang it on.
    Index,
}

/// The beginning of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Base {
    /// Year.
    pub year: i32,
    /// Value in the trajectory's unit.
    pub value: f64,
    /// Why the path begins there.
    pub origin: Origin,
}

/// One deadline on a path.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Id of the target.
    pub target: String,
    /// The deadline.
    pub year: i32,
    /// The value due, in the trajectory's unit; of a range its lower end.
    pub value: f64,
    /// Upper end of a range.
    pub upper: Option<f64>,
}

/// How a path runs between its base and its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Straight lines.
    Linear,
    /// Equal yearly growth.
    Compound,
    /// The same floor every year of the period (`per_year`).
    Floor,
}

/// The path that one plan requires of one indicator in one region: through every deadline it sets.
#[derive(Debug, Clone, PartialEq)]
pub struct Trajectory {
    /// Kind of the target it was asked for.
    pub kind: Kind,
    /// Id of the unit of its values: the indicator's own, for a growth rate that of its level (`index` without
    /// one), for a change the target's.
    pub unit: String,
    /// Id of the indicator whose observations lie on the same scale: the target's own, or the level of a growth rate
    /// or of a change.
    pub indicator: String,
    /// First year that the path has a value for: the base's; of a floor the first year it is due; without a base
    /// the first deadline.
    pub start: i32,
    /// Where it begins; `None` for a floor, and where nothing is known but the target.
    pub base: Option<Base>,
    /// How it runs.
    pub shape: Shape,
    /// Its deadlines, in years; at least one.
    pub steps: Vec<Step>,
}

/// The target that this row sets or says again: a restating row's is the one it restates.
pub fn resolve<'d>(dataset: &'d Dataset, target: &'d Target) -> &'d Target {
    target.restates.as_deref().and_then(|id| dataset.target(id)).unwrap_or(target)
}

/// What is known on the scale that the target's path is drawn on.
///
/// That is the indicator's own series in the indicator's unit, but of a growth rate that of its level (without points
/// and in the unit `index` where no level says where to begin), and of a change its level's, as changes since the
/// base year in the target's unit (the indicator's own where the level of the base year is not known).
pub fn scale<'p>(dataset: &Dataset, target: &Target, known: impl Into<Known<'p>>) -> Series {
    let (target, known) = (resolve(dataset, target), known.into());
    match target.kind {
        Kind::GrowthRate => growth::scale(dataset, target, known),
        Kind::ChangeSince => change::scale(dataset, target, known),
        _ => Series::of(dataset, &target.indicator, &target.region, known),
    }
}

/// The path that the plan requires, through every deadline it sets for the target's indicator, region and kind.
///
/// `series` is what [`scale`] gave (or a reader's own values in the same unit): it decides the base.
/// Years: the base lies before the first deadline, or there is none.
pub fn of(dataset: &Dataset, target: &Target, series: &Series) -> Trajectory {
    let target = resolve(dataset, target);
    let group = group(dataset, target);
    match target.kind {
        Kind::Level | Kind::Cumulative => {
            let start = dataset.plan(&target.plan).map_or(target.deadline, |plan| plan.period_start);
            let steps = steps(dataset, &group, &series.unit);
            let first = steps.first().map_or(target.deadline, |step| step.year);
            // From a level that is already there no path leads to the target: it only has to be held.
            let due = steps.first().map_or(f64::NAN, |step| step.value);
            let base = level::base(series, start, first).filter(|base| match target.direction {
                Direction::Higher => base.value < due,
                Direction::Lower => base.value > due,
                Direction::Range => base.value != due,
            });
            assemble(target, series, Shape::Linear, base, steps)
        }
        Kind::New => {
            let base = Base { year: start(dataset, target).saturating_sub(1), value: 0.0, origin: Origin::Zero };
            assemble(target, series, Shape::Linear, Some(base), steps(dataset, &group, &series.unit))
        }
        Kind::PerYear => {
            let steps = steps(dataset, &group, &series.unit);
            let mut path = assemble(target, series, Shape::Floor, None, steps);
            path.start = path.start.min(start(dataset, target));
            path
        }
        Kind::GrowthRate => growth::of(dataset, target, &group, series),
        Kind::ChangeSince => {
            let zero = |year| Base { year, value: 0.0, origin: Origin::BaseYear };
            assemble(target, series, Shape::Linear, target.base_year.map(zero), steps(dataset, &group, &series.unit))
        }
    }
}

/// First year in which the target's flow or increment counts.
fn start(dataset: &Dataset, target: &Target) -> i32 {
    target
        .start
        .or_else(|| dataset.plan(&target.plan).map(|plan| plan.period_start))
        .unwrap_or(target.deadline)
        .min(target.deadline)
}

/// The targets of one path, by deadline: the same plan, indicator, region, kind and beginning, without restatements.
fn group<'d>(dataset: &'d Dataset, target: &'d Target) -> Vec<&'d Target> {
    let same = |other: &&Target| {
        other.restates.is_none()
            && other.plan == target.plan
            && other.indicator == target.indicator
            && other.region == target.region
            && other.kind == target.kind
            && other.base_year == target.base_year
            && (matches!(target.kind, Kind::Level | Kind::Cumulative)
                || start(dataset, other) == start(dataset, target))
            && other.deadline != target.deadline
    };
    let mut group = vec![target];
    for row in dataset.targets.iter().filter(same) {
        if let Err(at) = group.binary_search_by_key(&row.deadline, |before| before.deadline) {
            group.insert(at, row);
        }
    }
    group
}

/// The steps of a group, converted to `unit`; a figure of another dimension, which the validator refuses, stays as it is.
fn steps(dataset: &Dataset, group: &[&Target], unit: &str) -> Vec<Step> {
    let due =
        |value: f64, from: &str| dataset.convert(value, from, unit).filter(|due| due.is_finite()).unwrap_or(value);
    group
        .iter()
        .map(|row| Step {
            target: row.id.clone(),
            year: row.deadline,
            value: due(row.value, &row.unit),
            upper: row.value_max.map(|upper| due(upper, &row.unit)),
        })
        .collect()
}

/// A trajectory on the series' scale; a base that is no number or not before the first deadline is dropped.
fn assemble(target: &Target, series: &Series, shape: Shape, base: Option<Base>, steps: Vec<Step>) -> Trajectory {
    let first = steps.first().map_or(target.deadline, |step| step.year);
    let base = base.filter(|base| base.value.is_finite() && base.year < first);
    Trajectory {
        kind: target.kind,
        unit: series.unit.clone(),
        indicator: series.indicator.clone(),
        start: base.map_or(first, |base| base.year),
        base,
        shape,
        steps,
    }
}
