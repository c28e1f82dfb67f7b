//! `theil-sen`: a straight line that single strange values do not turn.
//!
//! The median of the slopes between all pairs (Theil 1950; Sen, Journal of the American Statistical Association 63,
//! 1968, 1379-1389), through the median year and the median value (Conover, Practical Nonparametric Statistics, 1980):
//!
//! ```text
//! step  = median of (y_j - y_i) / (x_j - x_i), i < j
//! level = median(y) - step median(x)
//! ```
//!
//! Sen's interval is of the slope alone and says nothing of a new value. The band is that of `linear`, with the squares
//! about this line: what strays widens it.

use super::fit::Fit;
use super::linear::line;
use super::samples::Point;

/// Fits it; at least two points, of different years.
pub(super) fn fit(points: &[Point]) -> Fit {
    let (mut slopes, mut years, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for (i, one) in points.iter().enumerate() {
        for other in points.iter().take(i) {
            slopes.push((one.y - other.y) / (one.x - other.x));
        }
        years.push(one.x);
        values.push(one.y);
    }
    let step = median(slopes);
    line(points, median(values) - step * median(years), step)
}

/// The middle value, or the mean of the two middle ones.
fn median(mut values: Vec<f64>) -> f64 {
    sort(&mut values);
    let at = |i: usize| values.get(i).copied().unwrap_or(f64::NAN);
    let n = values.len();
    at(n.saturating_sub(1) / 2) / 2.0 + at(n / 2) / 2.0
}

/// Shell's sort (Communications of the ACM 2, 1959, 30-32), the gaps by Gonnet & Baeza-Yates (1991): std's weighs
/// kilobytes.
fn sort(values: &mut [f64]) {
    let mut gap = values.len();
    while gap > 1 {
        gap = (gap * 5 / 11).max(1);
        for i in gap..values.len() {
            let mut j = i;
            while j >= gap && values.get(j - gap) > values.get(j) {
                values.swap(j - gap, j);
                j -= gap;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(vec![3.0]), 3.0);
        assert_eq!(median(vec![3.0, 1.0]), 2.0);
        assert_eq!(median(vec![5.0, 1.0, 4.0]), 4.0);
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), 2.5);
        assert_eq!(median(vec![2.0, 2.0, 2.0, 1.0]), 2.0);
    }

    #[test]
    fn the_median_of_every_order_is_the_same() {
        // All orders of seven values, two of them alike, by Heap's algorithm.
        let mut values = [1.0, 2.0, 2.0, 4.0, 5.0, 6.0, 7.0];
        let mut count = [0; 7];
        let mut i = 0;
        while i < 7 {
            if count[i] < i {
                values.swap(if i % 2 == 0 { 0 } else { count[i] }, i);
                assert_eq!(median(values.to_vec()), 4.0);
                assert_eq!(median(values[..6].to_vec()), middle_pair(&values[..6]));
                count[i] += 1;
                i = 0;
            } else {
                count[i] = 0;
                i += 1;
            }
        }
    }

    fn middle_pair(values: &[f64]) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        (sorted[2] + sorted[3]) / 2.0
    }
}
