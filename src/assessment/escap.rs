//! UN ESCAP, used by all five regional commissions of the United Nations: which share of the way a fit that trusts late
//! values leaves open.
//!
//! Sources: progress assessment methodology of UN ESCAP and the technical notes of UNECE (first parts); the formulas as
//! UNICEF programmed them (`progress_assessment_functions.R` of spalmas/SDG-MENARO).
//!
//! ```text
//! current status        CS = 10 (now - base) / (target - base), 10 where the target is reached
//! weights to year T     w = (T - first year) / (T - year)
//! anticipated           y(T) of the weighted regression of y on the year (or of logit(y / scale), for shares)
//! anticipated progress  P = 100 |target - y(T)| / |target - base|, 0 where y(T) reaches the target
//! ```
//!
//! | class | here | our verdict |
//! |---|---|---|
//! | maintain | P to 10 | on_track |
//! | accelerate | P to 100 | at_risk |
//! | reverse | P over 100 | off_track |
//!
//! **The bounds 10 and 100 are unverified**: they are not in what could be read of the sources, only the words are
//! (maintain, accelerate or reverse what is under way, to reach the target). So the class is never to be shown as
//! ESCAP's own; [`super::Rule::classes_are_the_publishers`] says so.
//!
//! The base is where the plan's path begins, not 2015, and the regression takes every value of the definition in force.

use super::case::{Dated, years};
use super::{Class, Rating, Verdict, exact};

/// The target will be reached, or nearly.
pub const MAINTAIN: Class = Class::new("maintain", Verdict::OnTrack);
/// Some of the way will be left.
pub const ACCELERATE: Class = Class::new("accelerate", Verdict::AtRisk);
/// The gap will be wider than it was.
pub const REVERSE: Class = Class::new("reverse", Verdict::OffTrack);

/// P up to which the target is nearly reached. Unverified.
const NEARLY: f64 = 10.0;
/// P from which the gap has grown. Unverified.
const NO_NEARER: f64 = 100.0;

/// The current status CS: 0 at the base, 10 at the target and beyond; `None` where the target is the base and not reached.
pub fn current_status(base: f64, now: f64, target: f64, rising: bool) -> Option<f64> {
    let up = if rising { 1.0 } else { -1.0 };
    if exact::at_least(up * now, up * target, now.abs().max(target.abs())) {
        return Some(10.0);
    }
    Some(up * 10.0 * (now - base) / (target - base).abs()).filter(|status| status.is_finite())
}

/// The value of the weighted fit in the year `to`; `None` with fewer than two points, or where one is not before `to`.
pub fn anticipated(points: &[Dated], to: i32) -> Option<f64> {
    fit(points, to, |value| value)
}

/// The same of shares from 0 to `scale`, fitted as logits; `None` also where one is at an end, which has no logit.
pub fn anticipated_share(points: &[Dated], to: i32, scale: f64) -> Option<f64> {
    let logit = fit(points, to, |value| libm::log(value / (scale - value)))?;
    let odds = libm::exp(logit);
    Some(scale * odds / (1.0 + odds)).filter(|value| value.is_finite())
}

/// The weight of a year in a fit for the year `to`: 1 of the first, the more the nearer.
pub fn weight(first: i32, year: i32, to: i32) -> f64 {
    years(first, to) / years(year, to)
}

fn fit(points: &[Dated], to: i32, scaled: impl Fn(f64) -> f64) -> Option<f64> {
    let first = points.first()?.0;
    // Years are counted from the year asked for, so that the fit's value there is its constant.
    let (mut w, mut wt, mut wy, mut wtt, mut wty) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (year, value) in points {
        let (t, y) = (-years(*year, to), scaled(*value));
        if t >= 0.0 {
            return None;
        }
        let weight = weight(first, *year, to);
        w += weight;
        wt += weight * t;
        wy += weight * y;
        wtt += weight * t * t;
        wty += weight * t * y;
    }
    Some((wtt * wy - wt * wty) / (w * wtt - wt * wt)).filter(|value| value.is_finite())
}

/// Anticipated progress from the points toward `target`; the measure is P, none where
/// the base is at the target and the fit is not; the score is CS. `None` where the fit has no value.
pub fn rate(base: Dated, points: &[Dated], target: Dated, rising: bool) -> Option<Rating> {
    let now = points.last()?.1;
    let expected = anticipated(points, target.0)?;
    let status = current_status(base.1, now, target.1, rising);
    let up = if rising { 1.0 } else { -1.0 };
    let size = target.1.abs().max(expected.abs()).max(base.1.abs());
    let (missing, way) = (up * (target.1 - expected), up * (target.1 - base.1));
    if exact::at_most(missing, 0.0, size) {
        return Rating::new(MAINTAIN, 0.0, status);
    }
    if way <= 0.0 {
        // It was at the target in the base year, and will not be.
        return Rating::plain(REVERSE, status);
    }
    let class = match () {
        () if exact::at_most(100.0 * missing, NEARLY * way, 100.0 * size) => MAINTAIN,
        () if exact::at_most(100.0 * missing, NO_NEARER * way, 100.0 * size) => ACCELERATE,
        () => REVERSE,
    };
    Rating::new(class, 100.0 * missing / way, status)
}
