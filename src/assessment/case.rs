//! What there is to judge, in plain numbers on one scale.

use crate::dataset::{Kind, Qualifier};
use crate::series::Point;
use crate::trajectory::Threshold;

use super::Likelihood;

/// A year and the value of it.
pub type Dated = (i32, f64);

/// What a projection says of a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// Probability that it is reached, 0 to 1.
    pub probability: f64,
    /// How many values the projection rests on.
    pub n: usize,
}

/// A target and what is known on one day, all of it in the trajectory's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<'c> {
    /// What is promised.
    pub kind: Kind,
    /// What counts as reached.
    pub goal: Threshold,
    /// The year it is due in.
    pub deadline: i32,
    /// Whether that year is over and its value due to be known.
    pub over: bool,
    /// Where the required path begins.
    pub base: Option<Dated>,
    /// Of a floor for every year: the first year it is due in.
    pub floor_since: Option<i32>,
    /// Whether the path grows at a rate (else by equal changes).
    pub compound: bool,
    /// The next deadline of the same path that is not over, with its goal; else `deadline` and `goal`.
    pub next: (i32, Threshold),
    /// Whether the unit is %.
    pub percent: bool,
    /// The known values, years strictly increasing.
    pub points: &'c [Point],
    /// What a projection says, where there is one.
    pub outlook: Option<Outlook>,
}

impl Case<'_> {
    /// Whether it is a stock: counted up, so that it does not fall.
    pub(super) fn is_stock(&self) -> bool {
        matches!(self.kind, Kind::Cumulative | Kind::New)
    }

    /// The known points that are numbers.
    pub(super) fn known(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.points.iter().filter(|point| point.value.is_finite())
    }

    /// The values of whole years up to the deadline, of the definition that is in force then.
    ///
    /// Counts of a part of a year are passed over: they are not that year's value. "Over" and "about" count as printed.
    pub(super) fn history(&self) -> Vec<Dated> {
        let mut values = Vec::new();
        for point in self.known().take_while(|point| point.year <= self.deadline) {
            if point.breaks {
                values.clear();
            }
            if point.qualifier != Qualifier::PartYear {
                values.push((point.year, point.value));
            }
        }
        values
    }

    /// The last value of the history.
    pub(super) fn last(&self) -> Option<Dated> {
        self.history().last().copied()
    }

    /// How many values a verdict rests on: those of the projection, else of the history.
    pub(super) fn n(&self) -> usize {
        self.outlook.map_or_else(|| self.history().len(), |outlook| outlook.n)
    }

    /// The probability, where it is one.
    pub(super) fn probability(&self) -> Option<f64> {
        let probability = self.outlook?.probability;
        Likelihood::of(probability).map(|_| probability)
    }

    /// Where the way to the last value began: the path's base, else the first value; `None` of a floor, and where
    /// nothing of the same definition comes before the last value.
    pub(super) fn start(&self) -> Option<Dated> {
        let last = self.last()?;
        if self.floor_since.is_some() {
            return None;
        }
        let unbroken = |from: i32| !self.known().any(|point| point.breaks && point.year > from && point.year <= last.0);
        self.base
            .filter(|base| base.1.is_finite() && base.0 < last.0 && unbroken(base.0))
            .or_else(|| self.history().first().copied().filter(|first| first.0 < last.0))
    }

    /// Mean change a year from the start to the last value; of a path that grows, mean growth.
    pub(super) fn pace(&self) -> Option<f64> {
        pace(self.grows(), self.start()?, self.last()?)
    }

    /// Whether paces are growths: on a path that grows, unless a value is not positive.
    pub(super) fn grows(&self) -> bool {
        let positive = |dated: Option<Dated>| dated.is_some_and(|(_, value)| value > 0.0);
        self.compound && positive(self.start()) && positive(self.last()) && aim(self.goal, 0.0) > Some(0.0)
    }

    /// The pace from the last value to the target; `None` at the deadline, and where the target is reached already
    /// (but a ceiling on a stock has a pace that it leaves).
    pub(super) fn required_pace(&self) -> Option<f64> {
        let last = self.last()?;
        if self.floor_since.is_some() || (holds(self.goal, last.1) && !(self.is_stock() && has_ceiling(self.goal))) {
            return None;
        }
        pace(self.grows(), last, (self.deadline, ahead(self.goal, last.1)?))
    }
}

/// The mean growth, or change, a year from one year and value to a later one.
fn pace(grows: bool, (from, a): Dated, (to, b): Dated) -> Option<f64> {
    let years = years(from, to);
    if years <= 0.0 {
        return None;
    }
    let pace = if grows { libm::pow(b / a, 1.0 / years) - 1.0 } else { (b - a) / years };
    Some(pace).filter(|pace| pace.is_finite())
}

/// The years between two years, without overflow.
pub(super) fn years(from: i32, to: i32) -> f64 {
    f64::from(to) - f64::from(from)
}

/// Whether the figure itself reaches the goal.
pub(super) fn holds(goal: Threshold, value: f64) -> bool {
    goal.reached(value, Qualifier::Exact) == crate::trajectory::Reached::Yes
}

/// Whether more can be too much.
pub(super) fn has_ceiling(goal: Threshold) -> bool {
    matches!(goal, Threshold::AtMost(_) | Threshold::Within(..))
}

/// The end of the goal that is nearer to `value`; `None` where an end is no number.
pub(super) fn aim(goal: Threshold, value: f64) -> Option<f64> {
    let (low, high) = ends(goal);
    let aim = if value - low < high - value { low } else { high };
    Some(aim).filter(|_| low.is_finite() && high.is_finite())
}

/// The end of the goal that a rising value meets next; its upper end where it is beyond that.
fn ahead(goal: Threshold, value: f64) -> Option<f64> {
    let (low, high) = ends(goal);
    Some(if value < low { low } else { high }).filter(|aim| aim.is_finite())
}

/// Whether the goal asks `value` to rise; inside a range, whether falling leaves it first.
pub(super) fn rising(goal: Threshold, value: f64) -> bool {
    match goal {
        Threshold::AtLeast(_) | Threshold::MoreThan(_) => true,
        Threshold::AtMost(_) => false,
        Threshold::Within(low, high) => value - low < high - value,
    }
}

fn ends(goal: Threshold) -> (f64, f64) {
    match goal {
        Threshold::AtLeast(end) | Threshold::MoreThan(end) | Threshold::AtMost(end) => (end, end),
        Threshold::Within(low, high) => (low, high),
    }
}
