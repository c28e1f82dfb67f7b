//! Changes against a base year: levels said again as changes.

use crate::dataset::{Dataset, Qualifier, Target};
use crate::series::{Known, Point, Series};

/// The known observations as changes since the target's base year, in the target's unit.
///
/// A change in per cent is `(value / base - 1) × 100`, one in percentage points or in the level's own unit is
/// `value - base`. Only values of the base year's own definition are taken. Where the level of the base year is not
/// known, the changes that were published as such stand in.
pub(super) fn scale(dataset: &Dataset, target: &Target, known: Known<'_>) -> Series {
    changes(dataset, target, known).unwrap_or_else(|| published(dataset, target, known))
}

fn changes(dataset: &Dataset, target: &Target, known: Known<'_>) -> Option<Series> {
    let level = dataset.indicator(&target.indicator)?.derived_from.as_deref()?;
    let mut series = Series::of(dataset, level, &target.region, known);
    let base = series.at(target.base_year?)?.clone();
    let unbroken: Vec<Point> =
        series.points.iter().filter(|point| series.comparable(base.year, point.year)).cloned().collect();
    series.points = unbroken
        .into_iter()
        .filter_map(|point| {
            let value = change(dataset, target, &series.unit, base.value, point.value)?;
            Some(Point { value, qualifier: qualifier(&base, &point), ..point })
        })
        .collect();
    if !series.points.iter().any(|point| point.year == base.year) {
        return None;
    }
    series.unit = target.unit.clone();
    Some(series)
}

/// The indicator's own observations, in the target's unit.
fn published(dataset: &Dataset, target: &Target, known: Known<'_>) -> Series {
    let mut series = Series::of(dataset, &target.indicator, &target.region, known);
    series.points.retain_mut(|point| match dataset.convert(point.value, &series.unit, &target.unit) {
        Some(value) => {
            point.value = value;
            true
        }
        None => false,
    });
    series.unit = target.unit.clone();
    series
}

/// The change from `base` to `value` (both in the unit `level`), in the target's unit.
fn change(dataset: &Dataset, target: &Target, level: &str, base: f64, value: f64) -> Option<f64> {
    let dimension = |unit: &str| dataset.unit(unit).map(|row| row.dimension.as_str());
    let share = dimension(level) == dimension("%");
    let change = if target.unit == "%" {
        (value / base - 1.0) * 100.0
    } else if share && dimension(&target.unit) != dimension(level) {
        // Percentage points of a share: the figure itself.
        dataset.convert(value - base, level, "%")?
    } else {
        dataset.convert(value - base, level, &target.unit)?
    };
    Some(change).filter(|change| change.is_finite())
}

/// How exactly a change is known: as its value, but only about where its base is itself inexact.
fn qualifier(base: &Point, point: &Point) -> Qualifier {
    match base.qualifier {
        _ if base.year == point.year => Qualifier::Exact,
        Qualifier::Exact | Qualifier::Preliminary => point.qualifier,
        Qualifier::AtLeast | Qualifier::About | Qualifier::PartYear => Qualifier::About,
    }
}
