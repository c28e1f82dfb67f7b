//! `growth`: equal yearly growth.
//!
//! Least squares of the natural logarithms, as `linear`; level and both ends of the interval are then taken back by
//! exp. The centre is so the median of a log-normal value, not its mean (Aitchison & Brown, The Lognormal Distribution,
//! 1957, section 2.3).

use super::fit::Fit;
use super::linear;
use super::samples::{Value, relative};

/// Fits it; `None` unless every value is positive.
pub(super) fn fit(used: &[Value]) -> Option<Fit> {
    let positive = used.iter().all(|value| value.taken > 0.0);
    positive.then(|| Fit { log: true, ..linear::fit(&relative(used, libm::log)) })
}
