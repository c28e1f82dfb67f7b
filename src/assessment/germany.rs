//! Germany's weather symbols: by how much the trend of five years misses the target.
//!
//! Source: the status page of the German sustainable development indicators (Statistisches Bundesamt). The mean yearly
//! change over the last five years (six points, at least four) goes on to the target year, and what is then missing is
//! taken as a share of today's gap:
//!
//! ```text
//! m = (target - projected) / (target - now)     sun: m < 5 %;  sun+cloud: to 20 %;  cloud: more, in the right direction;
//!                                               thunderstorm: not in the right direction
//! ```
//!
//! Of an interval the nearer end counts, of several deadlines the next one, of several targets the worst symbol ([`worst`]).
//! A target that is already reached, and one that is due every year, go by [`constant`]; one without a figure by
//! [`direction`].
//!
//! | class | our verdict | why |
//! |---|---|---|
//! | sun | on_track | reached, or nearly, if it goes on so |
//! | sun+cloud | at_risk | missed by 5 to 20 % of the gap, or reached with a setback under way |
//! | cloud, thunderstorm | off_track | missed by more, or moving away |
//!
//! "Less than 5 %" is meant in decimals: from 90.4 to 92, with 91.92 projected, exactly 5 % is missing, and the symbol
//! is sun+cloud.

use super::case::{self, Dated, holds, years};
use super::{Case, Class, Rating, Silence, Verdict, exact};

/// Reached if it goes on so, or missed by less than 5 % of the gap.
pub const SUN: Class = Class::new("sun", Verdict::OnTrack);
/// Missed by 5 to 20 % of the gap.
pub const SUN_AND_CLOUD: Class = Class::new("sun+cloud", Verdict::AtRisk);
/// In the right direction, but missed by more than 20 % of the gap.
pub const CLOUD: Class = Class::new("cloud", Verdict::OffTrack);
/// Not in the right direction.
pub const THUNDERSTORM: Class = Class::new("thunderstorm", Verdict::OffTrack);

/// How many points the trend is taken from, how many it needs, and how many years it may reach back.
const POINTS: usize = 6;
const FEWEST: usize = 4;
const YEARS: f64 = 5.0;

/// The symbol of a case.
pub(super) fn rate(case: &Case<'_>, history: &[Dated]) -> Result<Rating, Silence> {
    let (deadline, goal) = case.next;
    let Some(now) = history.last().filter(|_| trend(history).is_some()) else {
        return Err(Silence::TooFew { needed: FEWEST });
    };
    let target = (deadline, case::aim(goal, now.1).ok_or(Silence::Undefined)?);
    let rising = case::rising(goal, now.1);
    if case.floor_since.is_some() || holds(goal, now.1) {
        constant(history, target.1, rising)
    } else {
        by_year(history, target, rising)
    }
    .ok_or(Silence::Undefined)
}

/// Mean change a year over the last five years; `None` with fewer than four points in them.
pub fn trend(points: &[Dated]) -> Option<f64> {
    let (first, last) = recent(points)?;
    Some((last.1 - first.1) / years(first.0, last.0)).filter(|change| change.is_finite())
}

/// First and last of the points that the trend is taken from.
fn recent(points: &[Dated]) -> Option<(Dated, Dated)> {
    let last = points.last()?;
    let recent = points.get(points.len().saturating_sub(POINTS)..)?;
    let mut recent = recent.iter().skip_while(|point| years(point.0, last.0) > YEARS);
    let first = recent.next()?;
    (recent.count() + 1 >= FEWEST && first.0 < last.0).then_some((*first, *last))
}

/// The symbol of a target that is to be reached in its year; the measure is `m`, 0 where nothing is missing.
pub fn by_year(points: &[Dated], target: Dated, rising: bool) -> Option<Rating> {
    let (first, last) = recent(points)?;
    let change = trend(points)?;
    let up = if rising { 1.0 } else { -1.0 };
    let ahead = years(last.0, target.0);
    let projected = last.1 + change * ahead;
    let (missing, gap) = (up * (target.1 - projected), up * (target.1 - last.1));
    let size = target.1.abs().max(first.1.abs()).max(last.1.abs()) * (1.0 + ahead.abs());
    let class = match () {
        () if up * change <= 0.0 => THUNDERSTORM,
        () if exact::at_least(0.0, missing, size) || !exact::at_least(missing, 0.05 * gap, size) => SUN,
        () if exact::at_most(missing, 0.20 * gap, size) => SUN_AND_CLOUD,
        () => CLOUD,
    };
    Rating::new(class, missing.max(0.0) / gap, None)
}

/// The symbol of a target that is to be held: by whether it is, and whether the trend leads away. The measure is the
/// trend, positive in the wanted direction.
pub fn constant(points: &[Dated], target: f64, rising: bool) -> Option<Rating> {
    let (_, last) = recent(points)?;
    let up = if rising { 1.0 } else { -1.0 };
    let change = up * trend(points)?;
    let met = exact::at_least(up * last.1, up * target, last.1.abs().max(target.abs()));
    let class = match (met, change >= 0.0) {
        (true, true) => SUN,
        (true, false) => SUN_AND_CLOUD,
        (false, true) => CLOUD,
        (false, false) => THUNDERSTORM,
    };
    Rating::new(class, change, None)
}

/// The symbol where only a direction is wanted: by the trend, and by the last change. The measure is the trend, positive
/// in the wanted direction.
pub fn direction(points: &[Dated], rising: bool) -> Option<Rating> {
    let up = if rising { 1.0 } else { -1.0 };
    let change = up * trend(points)?;
    let before = points.get(points.len().checked_sub(2)?)?;
    let class = match (change > 0.0, up * (points.last()?.1 - before.1) > 0.0) {
        (true, true) => SUN,
        (true, false) => SUN_AND_CLOUD,
        (false, true) => CLOUD,
        (false, false) => THUNDERSTORM,
    };
    Rating::new(class, change, None)
}

/// The symbol of an indicator with several targets at a time: the worst. `None` without any.
pub fn worst(symbols: &[Class]) -> Option<Class> {
    [THUNDERSTORM, CLOUD, SUN_AND_CLOUD, SUN].into_iter().find(|class| symbols.contains(class))
}
