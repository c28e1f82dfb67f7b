//! Where a series is heading, how sure that is, and how likely a goal is reached.
//!
//! | method | centre | band | holds |
//! |---|---|---|---|
//! | `steady` | today's value and the yearly step, as far as past steps agreed | how years strayed from it | 81 / 95 |
//! | `drift` | today's value and the mean yearly change | random walk with drift | 72 / 89 |
//! | `linear` | least squares of the value on the year | prediction interval | 51 / 73 |
//! | `growth` | least squares of the logarithm on the year | prediction interval of the logarithm | 55 / 77 |
//! | `theil-sen` | median of the slopes between all pairs | as of `linear`, about that line | 56 / 80 |
//! | `naive` | today's value | random walk | 67 / 86 |
//! | `assumption` | today's value and the reader's own change or growth a year | that of `steady` | |
//!
//! "Holds" is what share of outcomes, in per cent, the 80 % and the 95 % interval of this very code held on 529
//! public yearly series (see `steady.rs`): the textbook intervals promise more than they keep on so few values.
//!
//! `auto` is `steady` from four usable values, else `drift`. Each method's file gives its formula and where that is
//! from. Below two usable values there is no projection. Below [`BANDED`], and where the values never moved, there is
//! no interval and no probability, whatever the method: nothing says then how far years differ ([`Unsure`]).
//!
//! "Over X" is taken for the middle of what that can mean, half of X's last digit above it; "about X", a preliminary
//! figure and an exact one for what they say.
//!
//! Every method fits the same form ([`Fit`]): a course, a variance that is a quadratic of the years ahead, and the
//! degrees of freedom of Student's t. Nothing here knows a language or a picture.

mod assumption;
mod drift;
mod fit;
mod forecast;
mod growth;
mod linear;
mod method;
mod naive;
mod samples;
mod steady;
mod student;
mod theil_sen;

use crate::dataset::Qualifier;

pub use fit::{Band, Course, Fit};
pub use method::{Assumption, Method};
pub use samples::LeftOut;
pub use student::Student;

/// Fewest usable values for an interval or a probability.
pub const BANDED: usize = 4;

/// One value of a series, as it was published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// Year it is of.
    pub year: i32,
    /// Value, in any one unit. Its last digit is that of the printed figure, which "over" and "about" speak of: a unit
    /// converted by anything but a power of ten spoils that.
    pub value: f64,
    /// How exactly it was published.
    pub qualifier: Qualifier,
    /// Whether a new definition starts with it, so that earlier values do not count.
    pub breaks: bool,
}

/// What the values cannot leave. A bound that is not finite is none.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    /// Least possible value, in the series' unit.
    pub lower: Option<f64>,
    /// Greatest possible value, in the series' unit.
    pub upper: Option<f64>,
    /// Whether it is a stock that only grows: no later value is below the last one.
    pub never_falls: bool,
}

/// What a value is asked to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// Between the two, both included; nothing is where the first is greater.
    Within(f64, f64),
}

/// From one value to another, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
}

/// What is expected of one later year, in the series' unit, inside its bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// The year.
    pub year: i32,
    /// Centre: as likely above as below.
    pub centre: f64,
    /// Meant to hold the value in 8 of 10 cases ([`Method::holds`] says how often it does); `None` where the projection
    /// is [`Projection::unsure`].
    pub band80: Option<Interval>,
    /// Meant to hold it in 19 of 20; `None` with `band80`.
    pub band95: Option<Interval>,
}

/// Why there is no projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unprojectable {
    /// Fewer than two usable values.
    TooFew {
        /// How many there are.
        n: usize,
        /// What was not usable.
        left_out: LeftOut,
    },
    /// Two values of the same year that both would count.
    Twice {
        /// The year; the earliest, if there are several.
        year: i32,
    },
    /// Growth is of positive values, and one of those that it starts from is not.
    NotPositive,
    /// The lower bound is above the upper one.
    Bounds,
    /// The assumption is no number, or a fall by all there is or more.
    Assumption,
    /// The values are so large that the arithmetic leaves the numbers.
    Overflow,
}

/// Why a projection has no intervals and no probabilities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsure {
    /// Fewer than [`BANDED`] usable values.
    TooFew,
    /// All values are the same: they do not show how far they may move.
    Unmoved,
}

/// A series' course after its last value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projection {
    /// The method that was used: never [`Method::Auto`], and [`Method::Drift`] where `steady` had too few values.
    pub method: Method,
    /// How many values were used.
    pub n: usize,
    /// Year of the first value used.
    pub first: i32,
    /// Year of the last value used; the projection begins after it.
    pub last: i32,
    /// What was not used, and why.
    pub left_out: LeftOut,
    /// What was fitted.
    pub fit: Fit,
    /// Why there are no intervals and probabilities; `None` where there are.
    pub unsure: Option<Unsure>,
    /// Least possible later value; minus infinity without one.
    lower: f64,
    /// Greatest possible later value; infinity without one.
    upper: f64,
}

/// Projects `samples`, whose years may come in any order, by `method`, never leaving `bounds`.
///
/// What is not a whole year's value of the present definition is left out: values before the last break, counts of a
/// part of a year, and what is not finite.
///
/// # Errors
/// [`Unprojectable`] says why there is none.
pub fn of(samples: &[Sample], method: Method, bounds: Bounds) -> Result<Projection, Unprojectable> {
    let finite = |bound: Option<f64>| bound.filter(|bound| bound.is_finite());
    let upper = finite(bounds.upper).unwrap_or(f64::INFINITY);
    let mut lower = finite(bounds.lower).unwrap_or(f64::NEG_INFINITY);
    if lower > upper {
        return Err(Unprojectable::Bounds);
    }
    let (used, left_out) = samples::usable(samples, upper)?;
    let n = used.len();
    let (Some(first), Some(last), true) = (used.first(), used.last(), n >= 2) else {
        return Err(Unprojectable::TooFew { n, left_out });
    };
    if bounds.never_falls {
        lower = lower.max(last.printed.min(upper));
    }
    let method = match method {
        Method::Auto | Method::Steady if n < BANDED => Method::Drift,
        Method::Auto => Method::Steady,
        other => other,
    };
    // A faulty last value beyond its bound: what goes on from it begins at the bound.
    let start = last.taken.max(lower).min(upper);
    let points = samples::relative(&used, |value| value);
    let (fit, origin) = match method {
        Method::Linear => (linear::fit(&points), last.taken),
        Method::TheilSen => (theil_sen::fit(&points), last.taken),
        Method::Growth => (growth::fit(&used).ok_or(Unprojectable::NotPositive)?, libm::log(last.taken)),
        Method::Assumption(own) => (assumption::fit(&points, last.unit, own, start)?, start),
        Method::Naive => (naive::fit(&points), start),
        Method::Drift => (drift::fit(&points, lower, upper), start),
        Method::Auto | Method::Steady => (steady::fit(&points, last.unit, lower, upper), start),
    };
    let mut fit = fit.from(origin);
    let unsure = match samples::unmoved(&used) {
        _ if n < BANDED => Some(Unsure::TooFew),
        true => Some(Unsure::Unmoved),
        false => None,
    };
    if unsure.is_some() {
        fit.band = None;
    }
    if !fit.is_finite() {
        return Err(Unprojectable::Overflow);
    }
    Ok(Projection { method, n, first: first.year, last: last.year, left_out, fit, unsure, lower, upper })
}
