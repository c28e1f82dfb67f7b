//! The arrows of the Sustainable Development Solutions Network: yearly change so far against the change that is needed.
//!
//! Source: the method's FAQ (SDG Index for Africa) and the arrow labels of the Sustainable Development Report; the annex
//! of the yearly report was not read. Growth is linear ("rather similar results" to compound growth, they say):
//!
//! ```text
//! r = ((now - base) / years so far) / ((threshold - base) / years from base to target)
//! decreasing: r < 0;  stagnating: r < 0.5;  moderately_improving: r < 1;  on_track: from 1, or held above the threshold
//! ```
//!
//! There the figures are scores, 0 the worst and 100 the best of all countries. Scoring is linear, and `r` a ratio of
//! changes, so it is the same of the figures themselves; only what the scores cut off at their ends is lost. The green
//! threshold is our target. The arrow of a whole goal, a mean over its indicators, has no counterpart here.
//!
//! | class | our verdict |
//! |---|---|
//! | on_track | on_track |
//! | moderately_improving | at_risk |
//! | stagnating, decreasing | off_track |

use super::case::{Dated, years};
use super::{Class, Rating, Verdict, exact};

/// At least the change needed, or held above the threshold.
pub const ON_TRACK: Class = Class::new("on_track", Verdict::OnTrack);
/// At least half of it.
pub const MODERATELY_IMPROVING: Class = Class::new("moderately_improving", Verdict::AtRisk);
/// Less than half of it.
pub const STAGNATING: Class = Class::new("stagnating", Verdict::OffTrack);
/// The wrong way.
pub const DECREASING: Class = Class::new("decreasing", Verdict::OffTrack);

/// The arrow from `base` over `now` to `threshold`; the measure is `r`, none where the threshold is reached or was in
/// the base year and is no more. `None` where `now` or the threshold's year is not later than the base.
pub fn arrow(base: Dated, now: Dated, threshold: Dated, rising: bool) -> Option<Rating> {
    let up = if rising { 1.0 } else { -1.0 };
    let (so_far, in_all) = (years(base.0, now.0), years(base.0, threshold.0));
    if so_far <= 0.0 || in_all <= 0.0 {
        return None;
    }
    let size = base.1.abs().max(now.1.abs()).max(threshold.1.abs());
    if exact::at_least(up * now.1, up * threshold.1, size) {
        return Rating::plain(ON_TRACK, None);
    }
    // Both multiplied by both spans of years: no division before the comparison.
    let (made, needed) = (up * (now.1 - base.1) * in_all, up * (threshold.1 - base.1) * so_far);
    if needed <= 0.0 {
        return Rating::plain(DECREASING, None);
    }
    let from = |share: f64| exact::at_least(made, share * needed, size * in_all);
    let class = match () {
        () if made < 0.0 => DECREASING,
        () if from(1.0) => ON_TRACK,
        () if from(0.5) => MODERATELY_IMPROVING,
        () => STAGNATING,
    };
    Rating::new(class, made / needed, None)
}
