//! Values from one unit to another of the same dimension.

use super::model::Dataset;

/// Powers of ten that an `f64` holds exactly.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Digits that a converted value keeps.
const DIGITS: usize = 12;

impl Dataset {
    /// `value`, given in the unit `from`, in the unit `to`; `None` where one is unknown or their dimensions differ.
    ///
    /// The value is `value × factor of from ÷ factor of to`, rounded to 12 significant digits: published figures have
    /// fewer, and binary fractions would otherwise turn 2.47 亿元 into 24700.000000000004 万元.
    pub fn convert(&self, value: f64, from: &str, to: &str) -> Option<f64> {
        let (source, goal) = (self.unit(from)?, self.unit(to)?);
        if from == to {
            return Some(value);
        }
        (source.dimension == goal.dimension).then(|| scale(value, source.factor, goal.factor))
    }
}

/// `value × from ÷ to`, rounded to 12 significant digits; the value itself where the factors are equal.
pub fn scale(value: f64, from: f64, to: f64) -> f64 {
    if from == to { value } else { rounded(value * from / to) }
}

/// The nearest number of 12 significant digits; one below 1e-10 or from 1e22 up stays as it is.
pub fn rounded(value: f64) -> f64 {
    let size = value.abs();
    if let Some(digits) = TENS.iter().position(|ten| size < *ten).filter(|_| size >= 1.0) {
        return match (TENS.get(DIGITS.saturating_sub(digits)), TENS.get(digits.saturating_sub(DIGITS))) {
            (Some(up), Some(down)) => (value * up / down).round() / up * down,
            _ => value,
        };
    }
    // Below 1: the first power of ten that lifts it to 1 counts the zeros behind the point.
    match TENS.iter().position(|ten| size * ten >= 1.0).and_then(|zeros| TENS.get(zeros + DIGITS - 1)) {
        Some(up) if size < 1.0 => (value * up).round() / up,
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Unit;

    #[test]
    fn conversions_give_the_decimal_that_a_reader_expects() {
        assert_eq!(scale(320_000.0, 1.0, 10_000.0), 32.0);
        assert_eq!(scale(2.47, 1e8, 1e4), 24_700.0);
        assert_eq!(scale(1.1, 1e4, 1e8), 0.000_11);
        assert_eq!(scale(3.3, 1e12, 1.0), 3.3e12);
        assert_eq!(scale(-0.7, 1e4, 1.0), -7_000.0);
        assert_eq!(scale(0.0, 1e4, 1.0), 0.0);
        assert_eq!(scale(1.0, 1.0, 3.0), 0.333_333_333_333);
    }

    #[test]
    fn only_units_of_one_dimension_convert() {
        let unit = |id: &str, dimension: &str, factor| Unit {
            id: id.into(),
            dimension: dimension.into(),
            factor,
            name: Default::default(),
            pattern: Default::default(),
        };
        let units = vec![unit("件", "count", 1.0), unit("万件", "count", 1e4), unit("%", "percent", 1.0)];
        let dataset = Dataset { units, ..Dataset::default() };
        assert_eq!(dataset.convert(320_000.0, "件", "万件"), Some(32.0));
        assert_eq!(dataset.convert(0.1 + 0.2, "件", "件"), Some(0.1 + 0.2));
        assert_eq!(dataset.convert(1.0, "件", "%"), None);
        assert_eq!(dataset.convert(1.0, "件", "吨"), None);
    }
}
