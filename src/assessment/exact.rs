//! Comparisons that come out as they would in decimals.
//!
//! Published figures are decimals, and rules are too: a gap of 1.6 missed by 0.08 is missed by exactly 5 %. In binary
//! fractions `(92 - 91.92) / (92 - 90.4)` is 0.04999…, on the wrong side. So figures count as equal where they differ
//! by no more than binary fractions can be wrong, and that is far less than decimals can differ:
//!
//! - A few sums and products of figures of size `S` are wrong by some `10 × 2⁻⁵³ S`, about `10⁻¹⁵ S`.
//! - Where they are not equal in decimals, they differ by at least one unit in the last printed place, divided by the
//!   years and the rule's own denominators (20 for 5 %): with figures of eight digits by more than `10⁻¹⁰ S`.
//!
//! [`NOISE`] lies between the two.

/// What counts as equal, as a share of the largest figure that went in.
const NOISE: f64 = 1e-12;

/// Whether `value` is `bound` or more, both worked out from figures up to `size`. No number is not.
pub(super) fn at_least(value: f64, bound: f64, size: f64) -> bool {
    value >= bound - NOISE * size
}

/// Whether `value` is `bound` or less, both worked out from figures up to `size`. No number is not.
pub(super) fn at_most(value: f64, bound: f64, size: f64) -> bool {
    value <= bound + NOISE * size
}
