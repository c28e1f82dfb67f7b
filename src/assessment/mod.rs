//! The verdict on a target: met, on track, at risk, off track, missed, or not reported, and why.
//!
//! One rule is our own ([`own`]); five are published, and give their own class and what it comes to in our words:
//!
//! | rule | asks | file |
//! |---|---|---|
//! | `own` | how probable it is that the target is reached; below four values, whether the pace is enough | [`own`] |
//! | `open-sdg` | yearly growth so far against the growth that is needed (Statistics Canada) | [`open_sdg`] |
//! | `unsd` | which share of the way growth so far leads to (United Nations Statistics Division) | [`unsd`] |
//! | `germany` | by how much the trend of five years misses (weather symbols of Destatis) | [`germany`] |
//! | `sdsn` | yearly change so far against the change that is needed (SDSN's arrows) | [`sdsn`] |
//! | `escap` | which share of the way a fit that trusts late values leaves open (UN ESCAP) | [`escap`] |
//!
//! What is settled, all rules tell alike, for there is nothing to foretell (`Case::settled`):
//!
//! - After the deadline the verdict is by the deadline year's own value: `met` or `missed`. Where that is not
//!   published, or is one that does not tell ("over 1.25" against 1.3), it is `not_reported`; a later value may be
//!   shown in its place ([`Assessment::stands_in`]), but says nothing of that year.
//! - At any time, what no later value can change: a stock (`cumulative`, `new`) that is there is `met`, one that is
//!   beyond its ceiling is `missed`, and so is a floor for every year (`per_year`) once one year stayed below it.
//!
//! Everything else is open, and there the rules differ; [`by_every_rule`] shows how.

mod case;
mod comparison;
pub mod escap;
mod exact;
pub mod germany;
mod likelihood;
mod of;
pub mod open_sdg;
pub mod own;
mod published;
pub mod sdsn;
mod settled;
pub mod unsd;

pub use case::{Case, Dated, Outlook};
pub use comparison::definitions_differ;
pub use likelihood::Likelihood;
pub use published::{Class, Rating, Silence, growth};

/// What is to be said of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is reached, for good.
    Met,
    /// It will probably be reached, or is and has to be held.
    OnTrack,
    /// It may be reached or not.
    AtRisk,
    /// It will probably not be reached.
    OffTrack,
    /// It was not reached, and cannot be any more.
    Missed,
    /// What is published does not tell.
    NotReported,
}

impl Verdict {
    /// The name in pages, files and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::OnTrack => "on_track",
            Verdict::AtRisk => "at_risk",
            Verdict::OffTrack => "off_track",
            Verdict::Missed => "missed",
            Verdict::NotReported => "not_reported",
        }
    }
}

/// By which rule a verdict is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Ours.
    Own,
    /// Open SDG and Statistics Canada.
    OpenSdg,
    /// The progress chart of the United Nations Statistics Division.
    Unsd,
    /// Germany's weather symbols.
    Germany,
    /// The arrows of the Sustainable Development Solutions Network.
    Sdsn,
    /// The anticipated progress of UN ESCAP.
    Escap,
}

impl Rule {
    /// All of them, ours first.
    pub const ALL: [Rule; 6] = [Rule::Own, Rule::OpenSdg, Rule::Unsd, Rule::Germany, Rule::Sdsn, Rule::Escap];

    /// The name in pages, files and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Own => "own",
            Rule::OpenSdg => "open-sdg",
            Rule::Unsd => "unsd",
            Rule::Germany => "germany",
            Rule::Sdsn => "sdsn",
            Rule::Escap => "escap",
        }
    }

    /// The rule of this name; `None` where there is none.
    pub fn parse(name: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// Whether the bounds between the classes were read at their source. Where they were not, a class must not be
    /// shown as the publisher's own (see [`escap`]).
    pub fn classes_are_the_publishers(self) -> bool {
        self != Rule::Escap
    }
}

/// What decided a verdict; the figures that belong to it are in the [`Assessment`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// No value is known, or the target is no number.
    NoValue,
    /// The deadline year's own value reaches the target.
    Reached,
    /// The deadline year's own value does not reach it.
    NotReached,
    /// The deadline year's own value is published in a way that does not tell: "over", "about", a part of the year.
    Unclear,
    /// The deadline year is over and its value is not published.
    Unpublished,
    /// The stock was there before its deadline, and cannot fall.
    ReachedForGood,
    /// The stock was beyond its ceiling before its deadline, and cannot fall.
    Exceeded,
    /// The level is at its target before the deadline; it can fall again.
    Already,
    /// The floor was not reached in this year, the first such one.
    FloorBroken {
        /// The year.
        year: i32,
    },
    /// The floor was reached in each of the years that it was due in.
    FloorKept {
        /// How many those are.
        years: usize,
    },
    /// The floor was reached in every year that is published, before its deadline.
    FloorKeptSoFar {
        /// How many those are.
        years: usize,
    },
    /// Not every year that the floor was due in is published, and none that is stayed below it.
    FloorUnpublished {
        /// How many years are published.
        known: usize,
        /// In how many it was due.
        due: usize,
    },
    /// The probability, in these words.
    Likelihood(Likelihood),
    /// The pace so far, held against the pace that is needed; too few values for a probability.
    Pace {
        /// Pace so far / pace needed; `None` where none is needed any more.
        ratio: Option<f64>,
    },
    /// One value (of the definition in force): only the distance is known.
    OneValue,
    /// The class of the published rule.
    Class,
    /// The published rule cannot be applied.
    Silent(Silence),
}

impl Reason {
    /// The name in files and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Reason::NoValue => "no_value",
            Reason::Reached => "reached",
            Reason::NotReached => "not_reached",
            Reason::Unclear => "unclear",
            Reason::Unpublished => "unpublished",
            Reason::ReachedForGood => "reached_for_good",
            Reason::Exceeded => "exceeded",
            Reason::Already => "already",
            Reason::FloorBroken { .. } => "floor_broken",
            Reason::FloorKept { .. } => "floor_kept",
            Reason::FloorKeptSoFar { .. } => "floor_kept_so_far",
            Reason::FloorUnpublished { .. } => "floor_unpublished",
            Reason::Likelihood(_) => "likelihood",
            Reason::Pace { .. } => "pace",
            Reason::OneValue => "one_value",
            Reason::Class => "class",
            Reason::Silent(_) => "silent",
        }
    }
}

/// A verdict with all that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// By which rule.
    pub rule: Rule,
    /// The verdict.
    pub verdict: Verdict,
    /// What decided it.
    pub reason: Reason,
    /// The value it rests on, in the trajectory's unit.
    pub value: Option<f64>,
    /// The year of that value.
    pub value_year: Option<i32>,
    /// What it was held against, in the trajectory's unit: the target; of a range the nearer end.
    pub target: Option<f64>,
    /// When that is due. A rule that looks to the next of several deadlines may have taken an earlier one.
    pub deadline: i32,
    /// Mean change a year since the base (of a growth rate: mean growth a year, 0.05 = 5 %); `None` without a base.
    pub pace: Option<f64>,
    /// The same from the last value to the deadline; `None` where there is nothing left to reach, and of a floor.
    pub required_pace: Option<f64>,
    /// Probability that the target is reached, 0 to 1, where a projection gives one; also after the deadline, where the
    /// verdict is `not_reported`.
    pub probability: Option<f64>,
    /// How many values it rests on.
    pub n: usize,
    /// The class that the published rule gives, from the values up to the deadline; also where the verdict is settled.
    pub class: Option<&'static str>,
    /// The figure that the published rule holds against its bounds.
    pub measure: Option<f64>,
    /// The score that the published rule gives, where it gives one.
    pub score: Option<f64>,
}

/// Below this many values a probability is said in words alone: two usual models give 5 % and 20 % on one series of
/// seven values.
const ENOUGH_FOR_A_FIGURE: usize = 8;

impl Assessment {
    /// The probability in words.
    pub fn likelihood(&self) -> Option<Likelihood> {
        self.probability.and_then(Likelihood::of)
    }

    /// Whether the probability rests on too few values to be printed as a figure.
    pub fn probability_in_words_only(&self) -> bool {
        self.n < ENOUGH_FOR_A_FIGURE
    }

    /// Whether the value is later than the deadline: it is shown in the place of one that is not published, and must be
    /// marked.
    pub fn stands_in(&self) -> bool {
        self.value_year.is_some_and(|year| year > self.deadline)
    }
}

/// The verdict on a case by a rule.
pub fn assess(rule: Rule, case: &Case<'_>) -> Assessment {
    let rating = published::rate(rule, case);
    let settled = case.settled();
    let (verdict, reason, now) = match (settled, &rating) {
        (Some(settled), _) => settled,
        (None, _) if rule == Rule::Own => own::verdict(case),
        (None, Ok(rating)) => (rating.class.verdict, Reason::Class, case.last()),
        (None, Err(silence)) => (Verdict::NotReported, Reason::Silent(*silence), case.last()),
    };
    let rating = rating.ok();
    let by_next = rule == Rule::Germany && settled.is_none();
    let (deadline, goal) = if by_next { case.next } else { (case.deadline, case.goal) };
    Assessment {
        rule,
        verdict,
        reason,
        value: now.map(|(_, value)| value),
        value_year: now.map(|(year, _)| year),
        target: now.map_or_else(|| case::aim(goal, f64::NEG_INFINITY), |(_, value)| case::aim(goal, value)),
        deadline,
        pace: case.pace(),
        required_pace: case.required_pace(),
        probability: case.probability(),
        n: case.n(),
        class: rating.map(|rating| rating.class.name),
        measure: rating.and_then(|rating| rating.measure),
        score: rating.and_then(|rating| rating.score),
    }
}

/// The verdicts of every rule, ours first.
pub fn by_every_rule(case: &Case<'_>) -> [Assessment; 6] {
    Rule::ALL.map(|rule| assess(rule, case))
}

/// Whether two rules that come to a verdict come to different ones.
pub fn disagree(assessments: &[Assessment]) -> bool {
    let mut given = assessments.iter().map(|one| one.verdict).filter(|verdict| *verdict != Verdict::NotReported);
    let first = given.next();
    given.any(|verdict| Some(verdict) != first)
}
