//! `naive`: the last value.
//!
//! A random walk without drift (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section
//! 5.2 and table 5.2), with Student's t instead of the normal quantile:
//!
//! ```text
//! var = h Σ d_i² / s_i / (n - 1)  n - 1 degrees of freedom: no mean is estimated
//! ```
//!
//! d_i is the change over the s_i years to the next value.

use super::drift::walk;
use super::fit::{Band, Course, Fit};
use super::samples::Point;

/// Fits it.
pub(super) fn fit(points: &[Point]) -> Fit {
    let n = points.len();
    let df = n as f64 - 1.0;
    let band = Band::of(n, [0.0, walk(points, 0.0) / df, 0.0], df);
    Fit { level: 0.0, step: 0.0, trust: 1.0, course: Course::Straight, log: false, band }
}
