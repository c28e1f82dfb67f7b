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

/// A value as the methods see it, from the last one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Years since the last value: zero or less.
    pub x: f64,
    /// Value, or its logarithm, less that of the last value.
    pub y: f64,
}

/// The whole years' values of the present definition, in years; a year that comes twice is refused, since neither
/// value is better than the other.
pub(super) fn usable(samples: &[Sample]) -> Result<(Vec<Sample>, LeftOut), Unprojectable> {
    let from = samples.iter().filter(|sample| sample.breaks).map(|sample| sample.year).max();
    let mut left_out = LeftOut::default();
    let mut used: Vec<Sample> = Vec::new();
    for sample in samples {
        if from.is_some_and(|from| sample.year < from) {
            left_out.before_break += 1;
        } else if !sample.value.is_finite() {
            left_out.not_finite += 1;
        } else if sample.qualifier == Qualifier::PartYear {
            left_out.part_year += 1;
        } else {
            used.insert(used.partition_point(|before| before.year < sample.year), *sample);
        }
    }
    match used.windows(2).find(|pair| matches!(pair, [one, next] if one.year == next.year)) {
        Some(pair) => Err(Unprojectable::Twice { year: pair.first().map_or(0, |one| one.year) }),
        None => Ok((used, left_out)),
    }
}

/// The samples, seen from the last one: sums of squares then lose no digits to the level or the calendar, and a
/// constant history is exactly zero. `scale` is what is fitted of a value.
pub(super) fn relative(used: &[Sample], scale: impl Fn(f64) -> f64) -> Vec<Point> {
    let (year, level) = used.last().map_or((0, 0.0), |last| (last.year, scale(last.value)));
    let point = |sample: &Sample| Point { x: f64::from(sample.year) - f64::from(year), y: scale(sample.value) - level };
    used.iter().map(point).collect()
}

/// The spans in years and the changes over them, from each point to the next.
pub(super) fn changes(points: &[Point]) -> impl Iterator<Item = (f64, f64)> + Clone {
    points.iter().zip(points.iter().skip(1)).map(|(one, next)| (next.x - one.x, next.y - one.y))
}
