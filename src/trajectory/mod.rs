//! The path that a target requires, from its base to its deadline, by its kind.

use crate::dataset::Kind;

/// Where a path begins, and why there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The last observation at or before the plan's start.
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
    /// Id of the unit of its values: the indicator's own, or for a growth rate that of its level (`index` without one).
    pub unit: String,
    /// Id of the indicator whose observations lie on the same scale: the target's own, or the level of a growth rate.
    pub indicator: String,
    /// Where it begins; `None` where nothing is known but the target.
    pub base: Option<Base>,
    /// How it runs.
    pub shape: Shape,
    /// Its deadlines, in years; at least one.
    pub steps: Vec<Step>,
}

/// A yearly pace between two years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// First year.
    pub from: i32,
    /// Last year.
    pub to: i32,
    /// Mean change a year, in the trajectory's unit.
    pub change: f64,
    /// Mean growth a year as a share (0.05 = 5 %): (b/a)^(1/n) - 1; `None` unless both ends are positive.
    pub growth: Option<f64>,
}

/// Whether a published value reaches a target, as far as its qualifier lets one say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// "Over 1.25 trillion" against 1.3: not known.
    Unknown,
}

/// What one step of a path asks, seen from what is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// Pace from the base to the deadline; for a floor `None`.
    pub from_base: Option<Pace>,
    /// Pace from the latest value to the deadline; `None` at or after the deadline, or without a value.
    pub from_now: Option<Pace>,
    /// Pace from the base to the latest value; `None` where the two are the same year.
    pub so_far: Option<Pace>,
    /// Latest value minus the value due at the deadline, in the trajectory's unit; positive is above.
    pub gap: Option<f64>,
    /// (latest - base) / (due - base); 1 = all of it. `None` without a base other than the latest value, or where due = base.
    pub share: Option<f64>,
    /// Whether the latest value reaches the target.
    pub latest_reached: Option<Reached>,
    /// Whether the deadline year's own value reaches it; `None` where that value is not known.
    pub deadline_reached: Option<Reached>,
}
