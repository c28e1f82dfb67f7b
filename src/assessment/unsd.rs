//! The progress chart of the United Nations Statistics Division: which share of the way growth so far leads to.
//!
//! Source: Progress Chart Technical Note 2023, as the Basque statistics office (EUSTAT) sets it out in its methodology;
//! the note itself was not read. With `g` the mean growth a year from the base `b` to now `t`:
//!
//! ```text
//! with a target     r = (t (1 + g)^(years left) - b) / (target - b)     3 from 0.95, 2 from 0.10, else 1
//! without           g, where more is better                             3 from 0.02, 2 from 0.005, else 1
//!                   -g, where less is
//! ```
//!
//! The last value at the target is 3; so is one within a point of it where that is 0 % or 100 %. A target year that is
//! past is judged at that year, and values after it do not count. Growth rates and yes-or-no figures are left to experts
//! there; here a growth rate is judged on the level that grows, and a change against a base year not at all.
//!
//! | class | our verdict |
//! |---|---|
//! | 3 `met_or_on_track` | on_track |
//! | 2 `acceleration_needed` (fair progress) | at_risk |
//! | 1 `stagnation_or_regression` | off_track |
//!
//! `r` is taken in the wanted direction: in the source, to fall behind a target that was reached in the base year comes
//! out positive. A target equal to the base, which divides by zero there, is 1 unless reached.

use super::case::{Dated, years};
use super::published::growth;
use super::{Class, Rating, Verdict, exact};

/// Target met or on track; score 3.
pub const ON_TRACK: Class = Class::new("met_or_on_track", Verdict::OnTrack);
/// Fair progress, but acceleration needed; score 2.
pub const FAIR: Class = Class::new("acceleration_needed", Verdict::AtRisk);
/// Stagnation or regression; score 1.
pub const STAGNATION: Class = Class::new("stagnation_or_regression", Verdict::OffTrack);

/// Progress from `base` to `now` toward `target`; `percent`: whether the unit is %. The measure is `r`, none where the
/// target is met. `None` where growth is needed and not defined.
pub fn with_target(base: Dated, now: Dated, target: Dated, rising: bool, percent: bool) -> Option<Rating> {
    let up = if rising { 1.0 } else { -1.0 };
    let size = base.1.abs().max(now.1.abs()).max(target.1.abs());
    let met = exact::at_least(up * now.1, up * target.1, size);
    let end = target.1 == 0.0 || target.1 == 100.0;
    if met || (percent && end && exact::at_most((now.1 - target.1).abs(), 1.0, size)) {
        return Rating::plain(ON_TRACK, score(ON_TRACK));
    }
    let g = growth(base, now)?;
    let expected = now.1 * libm::pow(1.0 + g, years(now.0, target.0));
    let (way, needed) = (up * (expected - base.1), up * (target.1 - base.1));
    if needed <= 0.0 {
        return Rating::plain(STAGNATION, score(STAGNATION));
    }
    let size = size.max(expected.abs());
    let from = |share: f64| exact::at_least(way, share * needed, size);
    let class = class(from(0.95), from(0.10));
    Rating::new(class, way / needed, score(class))
}

/// Progress from `base` to `now` where only a direction is wanted; the measure is growth a year in that direction.
pub fn without_target(base: Dated, now: Dated, rising: bool) -> Option<Rating> {
    let g = growth(base, now)?;
    let wanted = if rising { g } else { -g };
    let from = |bound: f64| exact::at_least(wanted, bound, 1.0 + g.abs());
    let class = class(from(0.02), from(0.005));
    Rating::new(class, wanted, score(class))
}

fn class(enough: bool, some: bool) -> Class {
    match (enough, some) {
        (true, _) => ON_TRACK,
        (_, true) => FAIR,
        _ => STAGNATION,
    }
}

fn score(class: Class) -> Option<f64> {
    Some(match class.verdict {
        Verdict::OnTrack => 3.0,
        Verdict::AtRisk => 2.0,
        _ => 1.0,
    })
}
