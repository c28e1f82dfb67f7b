//! The finding: what is known of a target, in sentences that a reader can quote.

use super::outlook;
use super::wording::{change, difference, due_of_kind, observed};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::Point;
use crate::trajectory::{Origin, Pace, Reached, Shape};

/// The sentences for a report. Most targets have no published value; then what is due comes first, and that nothing was found.
pub(super) fn finding(report: &Report<'_>, language: Language) -> String {
    let words = Words::of(report, language);
    let mut sentences = Vec::new();
    match report.series.latest() {
        None => words.without_values(&mut sentences),
        Some(latest) => words.with_values(latest, &mut sentences),
    }
    words.about_the_path(&mut sentences);
    sentences.join(language.messages().sentence_gap)
}

struct Words<'r, 'd> {
    report: &'r Report<'d>,
    language: Language,
    due: String,
    deadline: String,
}

impl<'r, 'd> Words<'r, 'd> {
    fn of(report: &'r Report<'d>, language: Language) -> Self {
        let due = due_of_kind(report.dataset, report.target, language);
        Words { report, language, due, deadline: report.target.deadline.to_string() }
    }

    fn say(&self, template: &str, more: &[(&str, &str)]) -> String {
        let mut values = vec![("due", self.due.as_str()), ("deadline", self.deadline.as_str())];
        values.extend_from_slice(more);
        fill(template, &values)
    }

    fn without_values(&self, sentences: &mut Vec<String>) {
        let messages = self.language.messages();
        let passed = self.report.deadline_passed;
        sentences.push(self.say(if passed { messages.finding_target_past } else { messages.finding_target }, &[]));
        sentences.push(messages.finding_none.to_string());
        // A fifth of a prize a year says nothing that the prize itself does not.
        let says = |pace: &Pace| {
            pace.to - pace.from > 1 && (self.report.unit.dimension != "count" || pace.change.abs() >= 1.0)
        };
        if let Some(pace) = self.report.requirement.from_base.filter(says)
            && self.report.trajectory.shape == Shape::Linear
        {
            sentences.push(self.say(messages.finding_pace_from_base, &[("change", &self.change(pace))]));
        }
    }

    fn with_values(&self, latest: &Point, sentences: &mut Vec<String>) {
        let messages = self.language.messages();
        let deadline = self.report.target.deadline;
        let requirement = &self.report.requirement;
        if let (Some(reached), Some(point)) = (requirement.deadline_reached, self.report.series.at(deadline)) {
            let template = match reached {
                Reached::Yes => messages.finding_met,
                Reached::No => messages.finding_missed,
                Reached::Unknown => messages.finding_unclear,
            };
            sentences.push(self.compared(template, point));
            return;
        }
        let above = requirement.gap.is_some_and(|gap| gap > 0.0);
        let outlook = outlook::sentences(self.report, self.language);
        let template = match requirement.latest_reached {
            // Where it is heading says how far it will be from the target; how far it is now need not be said too.
            Some(Reached::No) if !outlook.is_empty() => messages.finding_latest,
            Some(Reached::Yes) => messages.finding_latest_met,
            Some(Reached::No) if above => messages.finding_latest_above,
            Some(Reached::No) => messages.finding_latest_below,
            Some(Reached::Unknown) => messages.finding_latest_unclear,
            None => messages.finding_latest,
        };
        sentences.push(self.compared(template, latest));
        let passed = self.report.deadline_passed;
        if passed {
            sentences.push(self.say(messages.finding_deadline_unpublished, &[]));
        }
        sentences.extend(outlook);
        if requirement.latest_reached != Some(Reached::Yes)
            && let Some(pace) = requirement.from_now
        {
            // Of a single year there is no average.
            let template = match (pace.to - pace.from, passed) {
                (1, true) => messages.finding_pace_was_last,
                (1, false) => messages.finding_pace_last,
                (_, true) => messages.finding_pace_was_needed,
                (_, false) => messages.finding_pace_needed,
            };
            let from = pace.from.to_string();
            sentences.push(self.say(template, &[("from", &from), ("change", &self.change(pace))]));
            if let Some(pace) = requirement.so_far.or_else(|| self.report.pace_of_values()) {
                let (from, to) = (pace.from.to_string(), pace.to.to_string());
                let change = self.change(pace);
                sentences
                    .push(self.say(messages.finding_pace_so_far, &[("from", &from), ("to", &to), ("change", &change)]));
            }
        }
    }

    /// A sentence about one value, with its distance from what is due.
    fn compared(&self, template: &str, point: &Point) -> String {
        let due = self.report.trajectory.value_at(self.report.target.deadline).unwrap_or(point.value);
        // The source's own digits bear the gap: eight significant ones lose none of them and add no noise.
        let gap = difference(point.value - due, self.report.unit, self.language, 8);
        let value = self.report.observation(point);
        let value = value.map(|row| observed(self.report.dataset, row, self.language)).unwrap_or_default();
        self.say(template, &[("year", &point.year.to_string()), ("value", &value), ("gap", &gap)])
    }

    fn about_the_path(&self, sentences: &mut Vec<String>) {
        let messages = self.language.messages();
        if let Some(base) = self.report.trajectory.base {
            let year = base.year.to_string();
            let value = super::number::computed(base.value, self.report.unit, self.language, 4);
            let template = match base.origin {
                Origin::FirstObserved => Some(messages.finding_base_first),
                Origin::Implied => Some(messages.finding_base_implied),
                Origin::Index => Some(messages.finding_base_index),
                Origin::AtStart | Origin::Zero | Origin::BaseYear => None,
            };
            sentences.extend(template.map(|template| self.say(template, &[("year", &year), ("value", &value)])));
        }
        if !self.report.target.deadline_stated {
            sentences.push(self.say(messages.finding_deadline_implied, &[]));
        }
    }

    fn change(&self, pace: Pace) -> String {
        change(pace.change, self.report.target.kind, self.report.unit, self.language)
    }
}
