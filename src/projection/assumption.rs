//! `assumption`: the last value and what the reader assumes of every year to come.
//!
//! ```text
//! centre = last + h change        or last (1 + growth)^h
//! ```
//!
//! The band is that of `steady`, moved to this course: an assumption about the trend says nothing of how far years
//! differ from it.

use super::fit::{Course, Fit};
use super::method::Assumption;
use super::samples::Point;
use super::{Unprojectable, steady};

/// The course assumed from the value `last`.
pub(super) fn fit(points: &[Point], unit: f64, own: Assumption, last: f64) -> Result<Fit, Unprojectable> {
    let (step, course) = match own {
        Assumption::Growth(_) if last <= 0.0 => return Err(Unprojectable::NotPositive),
        Assumption::Growth(growth) if growth > -1.0 => (growth, Course::Compound),
        Assumption::Growth(_) => return Err(Unprojectable::Assumption),
        Assumption::Change(change) => (change, Course::Straight),
    };
    if !step.is_finite() {
        return Err(Unprojectable::Assumption);
    }
    let band = steady::fit(points, unit, f64::NEG_INFINITY, f64::INFINITY).band;
    Ok(Fit { level: 0.0, step, trust: 1.0, course, log: false, band })
}
