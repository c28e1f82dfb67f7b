//! What of a series is used, and what is left out.

use super::{Sample, Unprojectable};
use crate::dataset::Qualifier;

/// How many samples were not used, by the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// They lie before the last break in definition.
    pub before_break: usize,
    /// They count a part of their year only.
    pub part_year: usize,
    /// They are no finite number.
    pub not_finite: usize,
}

/// A whole year's value of the present definition, as it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Value {
    /// Its year.
    pub year: i32,
    /// The figure as it was published.
    pub printed: f64,
    /// What it is taken for: of "over X" the middle of what that can mean.
    pub taken: f64,
    /// Its rounding unit, where it is known only as "about" or "over"; else 0.
    pub unit: f64,
}

/// A value as the methods see it, from the last one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Years since the last value: zero or less.
    pub x: f64,
    /// Value, or its logarithm, less that of the last value.
    pub y: f64,
}

/// The whole years' values of the present definition, in years; a year that comes twice is refused, since neither
/// value is better than the other. No "over" is taken to lie beyond `upper`.
pub(super) fn usable(samples: &[Sample], upper: f64) -> Result<(Vec<Value>, LeftOut), Unprojectable> {
    let from = samples.iter().filter(|sample| sample.breaks).map(|sample| sample.year).max();
    let mut left_out = LeftOut::default();
    let mut used: Vec<Value> = Vec::new();
    for sample in samples {
        if from.is_some_and(|from| sample.year < from) {
            left_out.before_break += 1;
        } else if !sample.value.is_finite() {
            left_out.not_finite += 1;
        } else if sample.qualifier == Qualifier::PartYear {
            left_out.part_year += 1;
        } else {
            used.insert(used.partition_point(|before| before.year < sample.year), value(sample, upper));
        }
    }
    match used.windows(2).find(|pair| matches!(pair, [one, next] if one.year == next.year)) {
        Some(pair) => Err(Unprojectable::Twice { year: pair.first().map_or(0, |one| one.year) }),
        None => Ok((used, left_out)),
    }
}

fn value(sample: &Sample, upper: f64) -> Value {
    let printed = sample.value;
    let unit = match sample.qualifier {
        Qualifier::AtLeast | Qualifier::About => rounding_unit(printed),
        _ => 0.0,
    };
    let over = if sample.qualifier == Qualifier::AtLeast { unit / 2.0 } else { 0.0 };
    Value { year: sample.year, printed, taken: printed.max((printed + over).min(upper)), unit }
}

/// The place of the last digit that a figure was printed to: that of its last digit that is not 0, but never coarser
/// than the second significant one (12 million: 1 million; 10 000: 1 000; 1.25: 0.01). 0 of 0.
fn rounding_unit(value: f64) -> f64 {
    let size = value.abs();
    // The place of the second significant digit; of 0, which has none, this ends where no place is left.
    let mut unit = 1.0;
    while size / unit >= 100.0 {
        unit *= 10.0;
    }
    while size / unit < 10.0 && unit > 0.0 {
        unit /= 10.0;
    }
    let whole = |count: f64| (count - count.round()).abs() <= 1e-9 * count;
    (2..=12)
        .scan(unit, |unit, _| Some(std::mem::replace(unit, *unit / 10.0)))
        .find(|unit| whole(size / unit))
        .unwrap_or(0.0)
}

/// The values as they are taken, seen from the last one: sums of squares then lose no digits to the level or the
/// calendar, and a constant history is exactly zero. `scale` is what is fitted of a value.
pub(super) fn relative(used: &[Value], scale: fn(f64) -> f64) -> Vec<Point> {
    let (year, level) = used.last().map_or((0, 0.0), |last| (last.year, scale(last.taken)));
    let point = |value: &Value| Point { x: f64::from(value.year) - f64::from(year), y: scale(value.taken) - level };
    used.iter().map(point).collect()
}

/// Whether the values differ by no more than the noise of binary fractions.
pub(super) fn unmoved(used: &[Value]) -> bool {
    let most = used.iter().fold(f64::NEG_INFINITY, |most, value| most.max(value.taken));
    let least = used.iter().fold(f64::INFINITY, |least, value| least.min(value.taken));
    most - least <= 1e-12 * most.abs().max(least.abs())
}

/// The spans in years and the changes over them, from each point to the next.
pub(super) fn changes(points: &[Point]) -> impl Iterator<Item = (f64, f64)> {
    points.iter().zip(points.iter().skip(1)).map(|(one, next)| (next.x - one.x, next.y - one.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rounding_unit_is_the_place_of_the_last_digit() {
        // As the reference implementation has them.
        let units = [
            (0.0, 0.0),
            (12.0, 1.0),
            (10_000.0, 1_000.0),
            (17_100.0, 100.0),
            (1.25, 0.01),
            (2_500_000.0, 100_000.0),
            (0.07, 0.001),
            (95.0, 1.0),
            (99.9, 0.1),
            (123_456.0, 1.0),
            (-3.4, 0.1),
            (1e12, 1e11),
            (0.000_125, 1e-6),
            (4.0, 0.1),
            (1.2e-7, 1e-8),
        ];
        for (value, unit) in units {
            let ours = rounding_unit(value);
            assert!((ours - unit).abs() <= 1e-12 * unit, "{value}: {ours} is not {unit}");
        }
    }

    #[test]
    fn extreme_figures_have_a_finite_unit() {
        for value in [f64::MAX, f64::MIN_POSITIVE, f64::from_bits(1), -1e-300] {
            assert!(rounding_unit(value).is_finite());
        }
        // No last digit within twelve: as good as exact.
        assert!(rounding_unit(1.0 / 3.0) < 1e-8);
    }
}
