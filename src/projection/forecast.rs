//! Reading a projection: a later year's value, and the chance of a goal.

use super::{Band, Forecast, Goal, Interval, Projection};

impl Projection {
    /// What is expected of `year`; `None` unless it lies after the last year used, and where the arithmetic leaves the
    /// numbers (growth over centuries).
    pub fn at(&self, year: i32) -> Option<Forecast> {
        let h = self.ahead(year)?;
        let centre = self.value(self.fit.centre(h))?;
        Some(Forecast {
            year,
            centre,
            band80: self.fit.band.and_then(|band| self.interval(&band, h, band.t80)),
            band95: self.fit.band.and_then(|band| self.interval(&band, h, band.t95)),
        })
    }

    /// The probability, 0 to 1, that the value of `year` reaches `goal`; `None` without a band, for a year that does
    /// not lie after the last one used, and for a goal that is no number.
    ///
    /// Beyond a bound nothing lies, and on it lies all that the distribution has beyond: the value at a bound of 100 %
    /// is likely exactly 100 %.
    pub fn probability(&self, year: i32, goal: Goal) -> Option<f64> {
        let h = self.ahead(year)?;
        let band = self.fit.band?;
        let above = |from: f64| self.chance(&band, h, from, 1.0);
        let below = |to: f64| self.chance(&band, h, to, -1.0);
        let chance = match goal {
            Goal::AtLeast(from) => above(from),
            Goal::AtMost(to) => below(to),
            Goal::Within(from, to) => above(from) + below(to) - 1.0,
        };
        // `max` alone would make a zero of what is no number.
        Some(chance).filter(|chance| chance.is_finite()).map(|chance| chance.max(0.0))
    }

    /// P(Y ≥ goal) where `side` is 1, P(Y ≤ goal) where it is -1.
    fn chance(&self, band: &Band, h: f64, goal: f64, side: f64) -> f64 {
        if goal.is_nan() {
            return f64::NAN;
        }
        let reaches = |value: f64, goal: f64| value == goal || (value - goal) * side > 0.0;
        let (worst, best) = if side > 0.0 { (self.lower, self.upper) } else { (self.upper, self.lower) };
        let level = match self.fit.log {
            true if goal <= 0.0 => f64::NEG_INFINITY,
            true => libm::log(goal),
            false => goal,
        };
        let (centre, sd) = (self.fit.centre(h), band.sd(h));
        if reaches(worst, goal) {
            1.0
        } else if !reaches(best, goal) {
            0.0
        } else if sd == 0.0 {
            f64::from(u8::from(reaches(centre, level)))
        } else {
            band.student.tail((level - centre) / sd * side)
        }
    }

    /// Years from the last one used to `year`; `None` unless it is later.
    fn ahead(&self, year: i32) -> Option<f64> {
        Some(f64::from(year) - f64::from(self.last)).filter(|h| *h > 0.0)
    }

    fn interval(&self, band: &Band, h: f64, t: f64) -> Option<Interval> {
        let (centre, half) = (self.fit.centre(h), t * band.sd(h));
        Some(Interval { lower: self.value(centre - half)?, upper: self.value(centre + half)? })
    }

    /// A level of the fit as a value inside the bounds; `None` where it is no finite number.
    fn value(&self, level: f64) -> Option<f64> {
        let value = if self.fit.log { libm::exp(level) } else { level };
        if value.is_nan() {
            return None;
        }
        Some(value.max(self.lower).min(self.upper)).filter(|value| value.is_finite())
    }
}
