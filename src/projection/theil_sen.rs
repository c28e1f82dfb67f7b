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
    let slope = |one: &Point, other: &Point| (other.y - one.y) / (other.x - one.x);
    let later = |i: usize| points.iter().skip(i + 1);
    let slopes = points.iter().enumerate().flat_map(|(i, one)| later(i).map(move |other| slope(one, other)));
    let step = median(slopes.collect());
    let level = median(points.iter().map(|point| point.y).collect());
    line(points, level - step * median(points.iter().map(|point| point.x).collect()), step)
}

/// The middle value, or the mean of the two middle ones.
fn median(mut values: Vec<f64>) -> f64 {
    let middle = values.len() / 2;
    let upper = nth(&mut values, middle);
    if values.len() % 2 == 1 {
        return upper;
    }
    let lower = values.iter().take(middle).fold(f64::NEG_INFINITY, |most, value| most.max(*value));
    lower + (upper - lower) / 2.0
}

/// The value that would stand at `k` if they were sorted; no lesser one stands after it then (Hoare, Algorithm 65: Find,
/// Communications of the ACM 4, 1961, 321).
fn nth(values: &mut [f64], k: usize) -> f64 {
    let (mut left, mut right) = (0, values.len().saturating_sub(1));
    let at = |values: &[f64], i: usize| values.get(i).copied().unwrap_or(f64::NAN);
    while left < right {
        let pivot = at(values, k);
        let (mut i, mut j) = (left, right);
        while i <= j {
            while at(values, i) < pivot {
                i += 1;
            }
            while at(values, j) > pivot {
                j -= 1;
            }
            if i <= j {
                values.swap(i, j);
                i += 1;
                j = j.saturating_sub(1);
            }
        }
        if j < k {
            left = i;
        }
        if i > k {
            right = j;
        }
    }
    at(values, k)
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
