//! What one deadline of a path asks, seen from what is known.

use super::{Base, Reached, Shape, Step, Threshold, Trajectory};
use crate::dataset::Target;
use crate::series::{Point, Series};

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

/// What one step of a path asks, seen from what is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Requirement {
    /// Pace from the base to the deadline; for a floor `None`.
    pub from_base: Option<Pace>,
    /// Pace from the latest value to the deadline; `None` at or after the deadline, without a value, and for a floor,
    /// which asks the same every year.
    pub from_now: Option<Pace>,
    /// Pace from the base to the latest value; `None` where the latest is not later, or of another definition.
    pub so_far: Option<Pace>,
    /// Latest value minus the value due at the deadline (of a range: minus the end it is beyond, 0 inside), in the
    /// trajectory's unit; positive is above, whichever way is better.
    pub gap: Option<f64>,
    /// (latest - base) / (due - base); 1 = all of it, below 0 = the wrong way, for falling targets too. `None` without a
    /// base, where the latest value is not later than it or of another definition, and where due = base.
    pub share: Option<f64>,
    /// Whether the latest value reaches the target.
    pub latest_reached: Option<Reached>,
    /// Whether the deadline year's own value reaches it; `None` where that value is not known.
    pub deadline_reached: Option<Reached>,
    /// Of a floor: each year it is due in whose value is known, and whether that reaches it. Empty for other shapes.
    pub yearly: Vec<(i32, Reached)>,
}

/// What `target` (one that the trajectory has a step of; else its last step) asks of the region.
///
/// `series` lies on the trajectory's scale; one in another unit or of another indicator counts as without values.
pub fn requirement(trajectory: &Trajectory, target: &Target, series: &Series) -> Requirement {
    let mut asks = Requirement {
        from_base: None,
        from_now: None,
        so_far: None,
        gap: None,
        share: None,
        latest_reached: None,
        deadline_reached: None,
        yearly: Vec::new(),
    };
    let Some(step) = trajectory.step(&target.id).or_else(|| trajectory.steps.last()) else { return asks };
    let due = (step.year, step.value);
    let base = trajectory.base.map(|base| (base.year, base.value));
    asks.from_base = base.and_then(|base| pace(base, due));
    if series.unit != trajectory.unit || series.indicator != trajectory.indicator {
        return asks;
    }
    let threshold = Threshold::of(target, step);
    let reached = |point: &Point| threshold.reached(point.value, point.qualifier);
    asks.deadline_reached = series.at(step.year).map(reached);
    if trajectory.shape == Shape::Floor {
        asks.yearly = floor_years(trajectory, step, series).map(|point| (point.year, reached(point))).collect();
    }
    let Some(latest) = series.latest() else { return asks };
    let now = (latest.year, latest.value);
    asks.latest_reached = Some(reached(latest));
    asks.gap = finite(gap(step, latest.value));
    if trajectory.shape != Shape::Floor {
        asks.from_now = pace(now, due);
    }
    if let Some(base) = trajectory.base.filter(|base| series.comparable(base.year, latest.year)) {
        asks.so_far = pace((base.year, base.value), now);
        asks.share = share(base, step, latest);
    }
    asks
}

/// The mean pace from one year and value to a later one; `None` where it is not later or leaves the numbers.
fn pace((from, a): (i32, f64), (to, b): (i32, f64)) -> Option<Pace> {
    let years = to.checked_sub(from).filter(|years| *years > 0)?;
    let years = f64::from(years);
    let change = finite((b - a) / years)?;
    let growth = if a > 0.0 && b > 0.0 { finite(libm::pow(b / a, 1.0 / years) - 1.0) } else { None };
    Some(Pace { from, to, change, growth })
}

fn gap(step: &Step, value: f64) -> f64 {
    match step.upper {
        Some(upper) if value > upper => value - upper,
        Some(_) if value >= step.value => 0.0,
        _ => value - step.value,
    }
}

fn share(base: Base, step: &Step, latest: &Point) -> Option<f64> {
    if latest.year <= base.year || step.value == base.value {
        return None;
    }
    finite((latest.value - base.value) / (step.value - base.value))
}

/// The points of the years in which this step's floor is due.
fn floor_years<'s>(trajectory: &Trajectory, step: &Step, series: &'s Series) -> impl Iterator<Item = &'s Point> {
    let before = trajectory.steps.iter().filter(|other| other.year < step.year).map(|other| other.year).max();
    let first = before.map_or(trajectory.start, |year| year.saturating_add(1));
    let last = step.year;
    series.points.iter().filter(move |point| (first..=last).contains(&point.year))
}

fn finite(value: f64) -> Option<f64> {
    Some(value).filter(|value| value.is_finite())
}
