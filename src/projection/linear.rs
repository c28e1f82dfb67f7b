//! `linear`: a straight line by least squares.
//!
//! Draper & Smith, Applied Regression Analysis (3rd ed. 1998), sections 1.2 to 1.4, with the interval for a new
//! observation:
//!
//! ```text
//! step = Σ (x_i - x̄)(y_i - ȳ) / Sxx           Sxx = Σ (x_i - x̄)²
//! s²   = Σ (y_i - line)² / (n - 2)
//! var  = s² (1 + 1/n + (x - x̄)² / Sxx)        n - 2 degrees of freedom
//! ```

use super::fit::{Band, Course, Fit};
use super::samples::Point;

/// Fits it; at least two points, of different years.
pub(super) fn fit(points: &[Point]) -> Fit {
    let (x, y, squares) = centre(points);
    let step = points.iter().map(|point| (point.x - x) * (point.y - y)).sum::<f64>() / squares;
    line(points, y - step * x, step)
}

/// The line with this level in the last year and this step, and the prediction interval about it.
pub(super) fn line(points: &[Point], level: f64, step: f64) -> Fit {
    let n = points.len();
    let (x, _, squares) = centre(points);
    let off = |point: &Point| point.y - (level + step * point.x);
    let df = n as f64 - 2.0;
    let spread = points.iter().map(|point| off(point) * off(point)).sum::<f64>() / df;
    // (x - x̄)² / Sxx at x = h, multiplied out: x̄ is negative, so all terms are positive.
    let variance = [1.0 + 1.0 / n as f64 + x * x / squares, -2.0 * x / squares, 1.0 / squares];
    let band = Band::of(n, variance.map(|term| spread * term), df);
    Fit { level, step, trust: 1.0, course: Course::Straight, log: false, band }
}

/// Means of x and y, and the sum of squares of x about its mean.
fn centre(points: &[Point]) -> (f64, f64, f64) {
    let n = points.len() as f64;
    let x = points.iter().map(|point| point.x).sum::<f64>() / n;
    let y = points.iter().map(|point| point.y).sum::<f64>() / n;
    (x, y, points.iter().map(|point| (point.x - x) * (point.x - x)).sum())
}
