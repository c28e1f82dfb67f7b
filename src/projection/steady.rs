//! `steady`: go on from the last value, by the past step only as far as past steps agreed.
//!
//! ```text
//! d_i  = yearly changes; m, s = their mean and standard deviation (n - 2 df)
//! t²   = m² (n - 1) / s²;  w = t² / (t² + 2)                  trust in the trend
//! step = w (mean of d without its largest and smallest + mean of the last three d) / 2
//! r²   = mean of d_i²;  var = r² (h/2 + h²/4);  2 + n/5 degrees of freedom
//! ```
//!
//! Towards a bound the gap shrinks instead ([`Course::Toward`]). Over a gap of s_i years d_i is the change divided by
//! s_i, and enters r² as its square times 0.75 / (s_i/2 + s_i²/4): what one year's would have been.

use super::fit::{Band, Course, Fit};
use super::samples::{Point, changes};

/// Fits it; at least [`super::BANDED`] points.
pub(super) fn fit(points: &[Point], lower: f64, upper: f64) -> Fit {
    let yearly = || changes(points).map(|(span, change)| change / span);
    let count = points.len() as f64 - 1.0;
    let sum = yearly().sum::<f64>();
    let mean = sum / count;
    let spread = yearly().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (count - 1.0);
    let signal = mean * mean * count;
    let trust = if signal > 0.0 { signal / (signal + 2.0 * spread) } else { 0.0 };
    let least = yearly().fold(f64::INFINITY, f64::min);
    let most = yearly().fold(f64::NEG_INFINITY, f64::max);
    let trimmed = (sum - least - most) / (count - 2.0);
    let recent = yearly().skip(points.len().saturating_sub(4)).sum::<f64>() / 3.0;
    let step = trust * (trimmed + recent) / 2.0;
    let bound = if step > 0.0 { upper } else { lower };
    let course = if bound.is_finite() && step != 0.0 { Course::Toward(bound) } else { Course::Straight };
    Fit { level: 0.0, step, course, log: false, band: band(points) }
}

/// Its band, about any course.
pub(super) fn band(points: &[Point]) -> Option<Band> {
    let n = points.len() as f64;
    let squares = changes(points).map(|(span, change)| change * change * 0.75 / (span / 2.0 + span * span / 4.0));
    let mean = squares.sum::<f64>() / (n - 1.0);
    Band::of(points.len(), [0.0, mean / 2.0, mean / 4.0], 2.0 + n / 5.0)
}
