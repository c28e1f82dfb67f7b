//! The verdict on a target: a symbol, a word, and the sentence that explains it.

use super::outlook::likelihood;
use super::wording::change;
use crate::assessment::{self, Assessment, Reason, Rule};
use crate::language::{Language, Messages, fill};
use crate::report::Report;

/// A verdict as it is shown: never by its colour alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Its name for styles and scripts (`on_track`).
    pub name: &'static str,
    /// Its sign.
    pub symbol: &'static str,
    /// Its word.
    pub word: &'static str,
    /// What a badge beside a value says: its word; with the year where only the deadline's value is not published.
    pub label: String,
    /// Why: one sentence.
    pub reason: String,
}

/// The verdict of the report.
pub(super) fn verdict(report: &Report<'_>, language: Language) -> Verdict {
    of(report, &report.assessment, language)
}

/// An assessment of the report's target in words.
pub(super) fn of(report: &Report<'_>, assessment: &Assessment, language: Language) -> Verdict {
    let messages = language.messages();
    let (symbol, word) = match assessment.verdict {
        assessment::Verdict::Met => ("●", messages.verdict_met),
        assessment::Verdict::OnTrack => ("✓", messages.verdict_on_track),
        assessment::Verdict::AtRisk => ("▲", messages.verdict_at_risk),
        assessment::Verdict::OffTrack => ("✕", messages.verdict_off_track),
        assessment::Verdict::Missed => ("✕", messages.verdict_missed),
        assessment::Verdict::NotReported => ("○", messages.verdict_not_reported),
    };
    let label = match assessment.reason {
        Reason::Unpublished => fill(messages.verdict_unpublished, &[("year", &report.target.deadline.to_string())]),
        _ => word.to_string(),
    };
    Verdict { name: assessment.verdict.name(), symbol, word, label, reason: reason(report, assessment, language) }
}

/// The name of a rule, for readers.
pub(super) fn rule_name(rule: Rule, messages: &Messages) -> &'static str {
    match rule {
        Rule::Own => messages.rule_own,
        Rule::OpenSdg => "Open SDG",
        Rule::Unsd => messages.rule_unsd,
        Rule::Germany => messages.rule_germany,
        Rule::Sdsn => "SDSN",
        Rule::Escap => "ESCAP",
    }
}

fn reason(report: &Report<'_>, assessment: &Assessment, language: Language) -> String {
    let messages = language.messages();
    let count = |template: &str, count: usize| fill(template, &[("count", &count.to_string())]);
    match assessment.reason {
        Reason::NoValue => messages.reason_no_value.into(),
        Reason::Reached => messages.reason_reached.into(),
        Reason::NotReached => messages.reason_not_reached.into(),
        Reason::Unclear => messages.reason_unclear.into(),
        Reason::Unpublished => messages.reason_unpublished.into(),
        Reason::ReachedForGood => messages.reason_reached_for_good.into(),
        Reason::Exceeded => messages.reason_exceeded.into(),
        Reason::Already => messages.reason_already.into(),
        Reason::OneValue => messages.reason_one_value.into(),
        Reason::FloorBroken { year } => fill(messages.reason_floor_broken, &[("year", &year.to_string())]),
        Reason::FloorKept { years } => count(messages.reason_floor_kept, years),
        Reason::FloorKeptSoFar { years } => count(messages.reason_floor_kept_so_far, years),
        Reason::FloorUnpublished { known, due } => {
            fill(messages.reason_floor_unpublished, &[("known", &known.to_string()), ("count", &due.to_string())])
        }
        Reason::Likelihood(words) => fill(messages.reason_likelihood, &[("words", likelihood(words, messages))]),
        Reason::Pace { .. } => {
            let pace = |pace: Option<f64>| pace.map_or(String::new(), |pace| yearly(report, pace, language));
            let values = [("pace", &*pace(assessment.pace)), ("needed", &*pace(assessment.required_pace))];
            fill(messages.reason_pace, &values)
        }
        Reason::Class => {
            let spaced = |c| if c == '_' { ' ' } else { c };
            let class: String = assessment.class.unwrap_or_default().chars().map(spaced).collect();
            fill(messages.reason_class, &[("class", &class)])
        }
        Reason::Silent(_) => fill(messages.reason_silent, &[("rule", rule_name(assessment.rule, messages))]),
    }
}

/// A change a year; of a growth rate, growth a year.
fn yearly(report: &Report<'_>, pace: f64, language: Language) -> String {
    if report.trajectory.shape == crate::trajectory::Shape::Compound {
        return super::outlook::assumption(report, crate::projection::Assumption::Growth(pace), language);
    }
    change(pace, report.target.kind, report.unit, language)
}
