//! Our own rule for what is open: how probable it is that the target is reached.
//!
//! **With four values or more** a projection gives a probability, and the verdict follows the words of the IPCC (see
//! [`Likelihood`]): from 66 % (likely) `on_track`, to 33 % (unlikely) `off_track`, between them (about as likely as not)
//! `at_risk`. A level that is at its target before the deadline is `on_track` whatever the probability, which is said
//! with it: it may fall again.
//!
//! **With fewer** no interval can be given, and so no probability. What is left is the pace so far against the pace
//! needed from now: `r = pace so far / pace needed`, both mean changes a year (of a growth rate: mean growths). How much
//! `r` is worth was measured on public yearly series, with the same bounds of 66 and 33 in a hundred: 529 of the M1, M3
//! and Tourism forecasting competitions and 901 histories of government panels, 1 to 5 years ahead.
//!
//! | `r` | a level, two values 1 to 9 years apart: reached in | a stock, counted up 1 to 3 years: reached in |
//! |---|---|---|
//! | 0.5 | 10 to 25 of 100 | 1 or fewer of 100 |
//! | 0.6 | 13 to 31 | |
//! | 0.8 | 20 to 41 | 7 to 20 |
//! | 1 | 24 to 47 | 49 to 70 |
//! | 1.1 | 26 to 50 | 81 to 86 |
//! | 2 | 38 to 59 | 99 to 100 |
//! | 8 | 50 to 66 | |
//!
//! (From the lowest to the highest of the sets of series and of the years between; 1 to 5 years ahead taken together.)
//!
//! - A **stock** (`cumulative`, `new`) goes on much as before: `on_track` from 1.1, `off_track` below 0.8. Of a ceiling
//!   on a stock, the other way round: `off_track` from 1.1, `on_track` below 0.8.
//! - A **level** does not: even twice the pace needed was reached about as often as not. So the pace alone never makes
//!   it `on_track`; it is `at_risk` from 0.6 and `off_track` below.
//!
//! **With one value** of a level only the distance is known: `not_reported`.
//!
//! **A floor for every year** is judged by the probability for its deadline's year; with fewer than four values it is
//! `on_track` while every published year has kept it.

use super::case::{self, Dated, has_ceiling, holds};
use super::{Case, Likelihood, Reason, Verdict, exact};
use crate::projection::BANDED;
use crate::trajectory::Reached;

/// Pace so far / pace needed of a stock: from here it is on track, below the other off track; see the table above.
const STOCK: (f64, f64) = (1.1, 0.8);

/// The same of a level; nothing is enough to be on track.
const LEVEL: (f64, f64) = (f64::INFINITY, 0.6);

/// The verdict on a case that nothing has settled.
pub(super) fn verdict(case: &Case<'_>) -> (Verdict, Reason, Option<Dated>) {
    let latest = case.known().next_back();
    let there = latest.is_some_and(|point| case.goal.reached(point.value, point.qualifier) == Reached::Yes);
    let latest = latest.map(|point| (point.year, point.value));
    if there && !case.is_stock() && case.floor_since.is_none() {
        return (Verdict::OnTrack, Reason::Already, latest);
    }
    let (verdict, reason) = expected(case);
    (verdict, reason, case.last().or(latest))
}

fn expected(case: &Case<'_>) -> (Verdict, Reason) {
    if let Some(likelihood) = case.probability().filter(|_| has_probability(case)).and_then(Likelihood::of) {
        let verdict = match likelihood {
            _ if likelihood >= Likelihood::Likely => Verdict::OnTrack,
            Likelihood::AboutAsLikelyAsNot => Verdict::AtRisk,
            _ => Verdict::OffTrack,
        };
        return (verdict, Reason::Likelihood(likelihood));
    }
    if let Some(since) = case.floor_since {
        return (Verdict::OnTrack, Reason::FloorKeptSoFar { years: case.floor_kept(since) });
    }
    by_pace(case).unwrap_or((Verdict::NotReported, Reason::OneValue))
}

/// Whether there are values enough for a probability, and there is one.
pub(super) fn has_probability(case: &Case<'_>) -> bool {
    case.n() >= BANDED && case.probability().is_some()
}

fn by_pace(case: &Case<'_>) -> Option<(Verdict, Reason)> {
    let (_, value) = case.last()?;
    let (pace, needed) = (case.pace()?, case.required_pace()?);
    // A stock below its ceiling has a pace left that it may not exceed.
    let ceiling = case.is_stock() && has_ceiling(case.goal) && holds(case.goal, value);
    let up = if ceiling || case::rising(case.goal, value) { 1.0 } else { -1.0 };
    let (on, off) = if case.is_stock() { STOCK } else { LEVEL };
    let size = if case.grows() { 1.0 } else { value.abs().max(case.start()?.1.abs()) };
    let from = |bound: f64| up * pace > 0.0 && exact::at_least(up * pace, bound * up * needed, size);
    let verdict = match () {
        () if from(on) => Verdict::OnTrack,
        () if from(off) => Verdict::AtRisk,
        () => Verdict::OffTrack,
    };
    let verdict = match verdict {
        Verdict::OnTrack if ceiling => Verdict::OffTrack,
        Verdict::OffTrack if ceiling => Verdict::OnTrack,
        other => other,
    };
    let ratio = Some(pace / needed).filter(|ratio| ratio.is_finite());
    Some((verdict, Reason::Pace { ratio }))
}
