//! Open SDG and Statistics Canada: yearly growth so far against the growth that is needed.
//!
//! Source: `ProgressMeasure.py` of open-sdg/sdg-build (as released with Open SDG 2.4.0, 2025) and
//! `docs/progress.md` of open-sdg/open-sdg. With `g(a, b) = (b / a)^(1 / years) - 1`:
//!
//! ```text
//! with a target     p = s d g(base, now) / |g(base, target)|     substantial from 0.95, moderate from 0.6, limited from 0
//! without           p = s d g(base, now)                         0.015 C, 0.005 C, 0;  below 0: deterioration
//! s = -1 of a negative base, else 1;  d = 1 where more is better, else -1
//! C = 1 - (b / l)^4.44 up to the limit l, 1 - ((2 l - b) / l)^4.44 up to 2 l, else 1   (b, l without their signs)
//! ```
//!
//! A base or target of 0 counts as 0.001. Where the last value is at the target the class is `target_achieved`.
//!
//! | class | our verdict | why |
//! |---|---|---|
//! | target_achieved | on_track | at the target, but not for good |
//! | substantial | on_track | Statistics Canada calls it "on track" |
//! | moderate | at_risk | at this pace it comes late |
//! | limited, deterioration | off_track | less than 60 % of the growth needed, or the wrong way |
//!
//! Where the source does not hold up, we differ:
//! - A target equal to the base divides by zero there. Here it is deterioration, unless it is reached: to have been at
//!   the target and to be there no more is to have moved away.
//! - A limit counts only where it lies in the wanted direction, as the source's own documentation says.
//! - Bounds of one's own for the classes (which the source allows, while its score keeps to the usual ones) are not offered.
//! - The base is where the plan's path begins, not 2015.
//! - Changes against a base year are not judged: the source wants the levels themselves.
//!
//! From a base of 0 nearly any rise is substantial, since it is taken from 0.001. That is the source's way, and ours is
//! better asked there.

use super::case::Dated;
use super::published::growth;
use super::{Class, Rating, Verdict, exact};

/// At the target.
pub const TARGET_ACHIEVED: Class = Class::new("target_achieved", Verdict::OnTrack);
/// At least 95 % of the growth needed.
pub const SUBSTANTIAL: Class = Class::new("substantial", Verdict::OnTrack);
/// At least 60 % of it.
pub const MODERATE: Class = Class::new("moderate", Verdict::AtRisk);
/// Some of it, or none.
pub const LIMITED: Class = Class::new("limited", Verdict::OffTrack);
/// The wrong way.
pub const DETERIORATION: Class = Class::new("deterioration", Verdict::OffTrack);

/// What stands for zero where growth is taken from it or to it.
const ALMOST_ZERO: f64 = 0.001;

/// The exponent of C.
const STEEPNESS: f64 = 4.44;

/// Progress from `base` to `now`, toward `target`; the measure is `p`, the score from -5 to 5. `None` where the target is
/// not reached and growth is not defined, or less than a year lies between.
pub fn with_target(base: Dated, now: Dated, target: Dated, rising: bool) -> Option<Rating> {
    let (base, target) = (not_zero(base), not_zero(target));
    let up = if rising { 1.0 } else { -1.0 };
    let achieved = exact::at_least(up * now.1, up * target.1, now.1.abs().max(target.1.abs()));
    let growths = growth(base, now).zip(growth(base, target));
    let (toward, required) =
        growths.map_or((0.0, 0.0), |(so_far, in_all)| (signed(base, rising) * so_far, in_all.abs()));
    let p = toward / required;
    let size = 1.0 + toward.abs() + required;
    let from = |share: f64| exact::at_least(toward, share * required, size);
    let (class, score) = match growths {
        _ if achieved => (TARGET_ACHIEVED, 5.0),
        None => return None,
        _ if from(0.95) => (SUBSTANTIAL, 7.1429 * p - 4.2857),
        _ if from(0.6) => (MODERATE, 7.1429 * p - 4.2857),
        _ if from(0.0) => (LIMITED, 4.1667 * p - 2.5),
        // Also without bounds, where the base was at the target.
        _ => (DETERIORATION, 4.1667 * p - 2.5),
    };
    let score = Some(bounded(score));
    if p.is_finite() { Rating::new(class, p, score) } else { Rating::plain(class, score) }
}

/// Progress from `base` to `now` where only a direction is wanted, with the limit that the value nears, if any; the
/// measure is `p`, the score from -5 to 5. `None` where growth is not defined, or less than a year lies between.
pub fn without_target(base: Dated, now: Dated, rising: bool, limit: Option<f64>) -> Option<Rating> {
    let base = not_zero(base);
    let p = signed(base, rising) * growth(base, now)?;
    let c = coefficient(base.1, limit.filter(|limit| if rising { *limit >= base.1 } else { *limit <= base.1 }));
    let from = |bound: f64| exact::at_least(p, bound * c, 1.0 + p.abs());
    let (class, score) = match () {
        () if !from(0.0) => (DETERIORATION, 125.0 * p - 2.5),
        () if c == 0.0 => (SUBSTANTIAL, 5.0),
        () if from(0.015) => (SUBSTANTIAL, 500.0 * p / c - 5.0),
        () if from(0.005) => (MODERATE, 250.0 * p / c - 1.25),
        () => (LIMITED, 500.0 * p / c - 2.5),
    };
    Rating::new(class, p, Some(bounded(score)))
}

/// The class of an indicator of several series: by their mean score, achieved only where all are. `None` without any.
pub fn of_several(series: &[Rating]) -> Option<Rating> {
    let scores = series.iter().filter_map(|one| one.score);
    let count = u32::try_from(series.len()).ok().filter(|count| *count > 0)?;
    let mean = scores.sum::<f64>() / f64::from(count);
    let from = |bound: f64| exact::at_least(mean, bound, 5.0);
    let class = match () {
        () if series.iter().all(|one| one.class == TARGET_ACHIEVED) => TARGET_ACHIEVED,
        () if from(2.5) => SUBSTANTIAL,
        () if from(0.0) => MODERATE,
        () if from(-2.5) => LIMITED,
        () => DETERIORATION,
    };
    Rating::new(class, mean, Some(mean))
}

fn not_zero((year, value): Dated) -> Dated {
    (year, if value == 0.0 { ALMOST_ZERO } else { value })
}

/// 1 where growth of the base is wanted, else -1.
fn signed(base: Dated, rising: bool) -> f64 {
    if rising == (base.1 >= 0.0) { 1.0 } else { -1.0 }
}

/// C, by which the bounds shrink near a limit: 1 far from it and without one, 0 at it.
pub fn coefficient(base: f64, limit: Option<f64>) -> f64 {
    let Some(limit) = limit.map(f64::abs) else { return 1.0 };
    let base = base.abs();
    let near = if base >= 2.0 * limit {
        return 1.0;
    } else if base <= limit {
        base / limit
    } else {
        (2.0 * limit - base) / limit
    };
    1.0 - libm::pow(near, STEEPNESS)
}

fn bounded(score: f64) -> f64 {
    let score = score.min(5.0);
    score.max(-5.0)
}
