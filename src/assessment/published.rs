//! What the published rules have in common: each gives one of its own classes, and each class comes to a verdict.

use super::case::{self, Dated};
use super::{Case, Rule, Verdict, escap, germany, open_sdg, sdsn, unsd};
use crate::dataset::Kind;

/// A class of a published rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Class {
    /// Its name in files and scripts.
    pub name: &'static str,
    /// What it comes to where the target is still open. One that says "reached" comes to on track: a level may fall
    /// again, and where nothing can change it the verdict is settled before.
    pub verdict: Verdict,
}

impl Class {
    pub(super) const fn new(name: &'static str, verdict: Verdict) -> Class {
        Class { name, verdict }
    }
}

/// What a published rule gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rating {
    /// The class.
    pub class: Class,
    /// The figure that is held against the rule's bounds; `None` where the class does not rest on it.
    pub measure: Option<f64>,
    /// The score, where the rule gives one.
    pub score: Option<f64>,
}

impl Rating {
    /// A rating by its measure; `None` where that left the numbers.
    pub(super) fn new(class: Class, measure: f64, score: Option<f64>) -> Option<Rating> {
        let finite = measure.is_finite() && score.is_none_or(f64::is_finite);
        finite.then_some(Rating { class, measure: Some(measure), score })
    }

    /// A rating that does not rest on the measure.
    pub(super) fn plain(class: Class, score: Option<f64>) -> Option<Rating> {
        Some(Rating { class, measure: None, score })
    }
}

/// Why a published rule says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// It needs this many values.
    TooFew {
        /// How many.
        needed: usize,
    },
    /// It has no case for a floor that is due every year.
    Floor,
    /// Its formula has no answer for these figures: growth from zero or across it, or of changes.
    Undefined,
}

/// What the published rule gives for a case, from the values up to the deadline.
///
/// # Errors
/// Why it gives nothing. Our own rule has no class and gives [`Silence::Undefined`].
pub(super) fn rate(rule: Rule, case: &Case<'_>) -> Result<Rating, Silence> {
    let history = case.history();
    if rule == Rule::Germany {
        return germany::rate(case, &history);
    }
    if case.floor_since.is_some() {
        return Err(Silence::Floor);
    }
    let (Some(start), Some(now)) = (case.start(), history.last().copied()) else {
        return Err(Silence::TooFew { needed: 2 });
    };
    if case.kind == Kind::ChangeSince && matches!(rule, Rule::OpenSdg | Rule::Unsd) {
        return Err(Silence::Undefined);
    }
    // Of a range that end counts which the value is nearer to; where the answer is of a later value, that one.
    let judged = if rule == Rule::Escap { escap::anticipated(&history, case.deadline) } else { Some(now.1) };
    let judged = judged.ok_or(Silence::Undefined)?;
    let aim = case::aim(case.goal, judged).ok_or(Silence::Undefined)?;
    let (target, rising): (Dated, bool) = ((case.deadline, aim), case::rising(case.goal, judged));
    match rule {
        Rule::OpenSdg => open_sdg::with_target(start, now, target, rising),
        Rule::Unsd => unsd::with_target(start, now, target, rising, case.percent),
        Rule::Sdsn => sdsn::arrow(start, now, target, rising),
        Rule::Escap => escap::rate(start, &history, target, rising),
        Rule::Own | Rule::Germany => None,
    }
    .ok_or(Silence::Undefined)
}

/// Mean growth a year from one year and value to a later one: `(b / a)^(1 / years) - 1`; `None` where the years are not
/// later, or the values are not both positive or both negative (the later may be zero).
pub fn growth((from, a): Dated, (to, b): Dated) -> Option<f64> {
    let years = case::years(from, to);
    if years < 1.0 || a == 0.0 || b / a < 0.0 {
        return None;
    }
    Some(libm::pow(b / a, 1.0 / years) - 1.0).filter(|growth| growth.is_finite())
}
