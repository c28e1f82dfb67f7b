//! `drift`: the last value and the mean yearly change.
//!
//! A random walk with drift (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.2
//! and table 5.2), with Student's t instead of the normal quantile:
//!
//! ```text
//! step = (y_n - y_1) / S          S = x_n - x_1, the years between the first and the last value
//! s²   = Σ (d_i - step s_i)² / s_i / (n - 2)
//! var  = s² (h + h²/S)            n - 2 degrees of freedom
//! ```
//!
//! d_i is the change over the s_i years to the next value. Where no year is missing, all s_i are 1 and S = n - 1: the
//! textbook's formula. Where some are, these are the estimates of the same walk, seen only in those years. The textbook
//! knows no bounds; towards one the gap shrinks, as that of `steady` ([`Course::Toward`]).

use super::fit::{Band, Course, Fit};
use super::samples::{Point, changes};

/// Fits it; at least two points.
pub(super) fn fit(points: &[Point], lower: f64, upper: f64) -> Fit {
    let n = points.len();
    let (years, change) = changes(points).fold((0.0, 0.0), |(x, y), (span, change)| (x + span, y + change));
    let step = change / years;
    let df = n as f64 - 2.0;
    let spread = walk(points, step) / df;
    Fit {
        level: 0.0,
        step,
        trust: 1.0,
        course: Course::within(step, lower, upper),
        log: false,
        band: Band::of(n, [0.0, spread, spread / years], df),
    }
}

/// Sum of squares of a random walk's changes about `step` a year, each by the years that it took.
pub(super) fn walk(points: &[Point], step: f64) -> f64 {
    changes(points).map(|(span, change)| (change - step * span) * (change - step * span) / span).sum()
}
