//! Average yearly growth rates: paths of compound growth on the scale of the level that grows.

use super::{Base, Origin, Shape, Step, Trajectory, assemble, start};
use crate::dataset::{Dataset, Kind, Target};
use crate::series::{Known, Series};

/// Id of the unit of a path that has no level to hang on.
const INDEX: &str = "index";

/// The level's observations, where something says what the level is when the period begins or later; else an index
/// without any.
pub(super) fn scale(dataset: &Dataset, target: &Target, known: Known<'_>) -> Series {
    let level = level(dataset, target);
    let series = Series::of(dataset, level, &target.region, known);
    if level != target.indicator && base(dataset, target, &series).is_some() {
        return series;
    }
    Series { unit: INDEX.into(), points: Vec::new(), ..series }
}

/// The compound path of a growth rate: `base × (1 + rate)^years`, counted from the base: the year before the first
/// that grows, or a later one that is the first whose level is known.
pub(super) fn of(dataset: &Dataset, target: &Target, group: &[&Target], series: &Series) -> Trajectory {
    let year = start(dataset, target).saturating_sub(1);
    let hundred = Base { year, value: 100.0, origin: Origin::Index };
    let base = if series.unit == INDEX { None } else { base(dataset, target, series) };
    let on_level = base.is_some();
    let base = base.unwrap_or(hundred);
    let steps = group
        .iter()
        .filter_map(|row| {
            let factor = |rate: f64| factor(dataset, rate, row, row.deadline.saturating_sub(base.year));
            let end = if on_level { end(dataset, row, &series.unit) } else { None };
            // The end value as the plan prints it, not as it comes back from the division and the power.
            let exact = end.filter(|_| base.origin == Origin::Implied && row.deadline == target.deadline);
            let value = match exact {
                Some(value) => value,
                None => base.value * factor(row.value)?,
            };
            let upper = row.value_max.and_then(factor).map(|factor| base.value * factor);
            let step = Step { target: row.id.clone(), year: row.deadline, value, upper };
            (value.is_finite() && upper.is_none_or(f64::is_finite)).then_some(step)
        })
        .collect::<Vec<_>>();
    let mut path = if steps.iter().any(|step| step.target == target.id) {
        assemble(target, series, Shape::Compound, Some(base), steps)
    } else {
        // A rate of -100 % or less, or one that leaves the numbers: all that can be said is that 100 stays 100.
        let step = Step { target: target.id.clone(), year: target.deadline, value: base.value, upper: None };
        assemble(target, series, Shape::Compound, None, vec![step])
    };
    if !on_level {
        path.unit = INDEX.into();
    }
    path
}

/// Where the level begins: in the year before the period, implied by the plan's own end value or else observed; else at
/// the first value after it on the definition that is in force when the deadline nears.
///
/// `base = end / (1 + rate)^years`: 3000 at 9.5 % a year over five years comes from 1905.68. A plan that promises both
/// an end value and a rate has said where it begins, whatever is published of that year later.
fn base(dataset: &Dataset, target: &Target, series: &Series) -> Option<Base> {
    let year = start(dataset, target).saturating_sub(1);
    let implied = || {
        let factor = factor(dataset, target.value, target, target.deadline.saturating_sub(year))?;
        let value = end(dataset, target, &series.unit)? / factor;
        Some(Base { year, value, origin: Origin::Implied })
    };
    let observed = || series.at(year).map(|point| Base { year, value: point.value, origin: Origin::AtStart });
    let known =
        Series { points: series.points.iter().filter(|point| point.year > year).cloned().collect(), ..series.clone() };
    let later = || super::level::base(&known, i32::MIN, target.deadline);
    implied().or_else(observed).or_else(later).filter(|base| base.value.is_finite() && base.value > 0.0)
}

/// `(1 + rate)^years` for a rate in the unit of `row`; `None` where that is no positive number.
fn factor(dataset: &Dataset, rate: f64, row: &Target, years: i32) -> Option<f64> {
    let percent = dataset.convert(rate, &row.unit, "%").unwrap_or(rate);
    let yearly = 1.0 + percent / 100.0;
    if yearly <= 0.0 {
        return None;
    }
    Some(libm::pow(yearly, f64::from(years))).filter(|factor| factor.is_finite() && *factor > 0.0)
}

/// The level that the same plan sets for the same deadline, in `unit`.
fn end(dataset: &Dataset, target: &Target, unit: &str) -> Option<f64> {
    let level = level(dataset, target);
    let row = dataset.targets.iter().find(|row| {
        row.kind == Kind::Level
            && row.restates.is_none()
            && row.indicator == level
            && row.plan == target.plan
            && row.region == target.region
            && row.deadline == target.deadline
    })?;
    dataset.convert(row.value, &row.unit, unit)
}

/// Id of the indicator that grows; the rate's own where the package does not say.
fn level<'d>(dataset: &'d Dataset, target: &'d Target) -> &'d str {
    dataset.indicator(&target.indicator).and_then(|row| row.derived_from.as_deref()).unwrap_or(&target.indicator)
}
