//! A plan on the line of years: its phases, deadlines and milestones, each with its card.

use super::{Due, FEW, Lane, Phase, Work, count, open, those};
use crate::dataset::{Milestone, Plan};
use crate::language::fill;
use crate::report::Report;
use crate::view::wording::due_of_kind;
use crate::view::{section, selection};

impl Work {
    pub(super) fn lane(&mut self, plan: &Plan, kept: &[&Report<'_>], row: usize) -> Lane {
        let messages = self.language.messages();
        let own = those(kept, |report| report.plan.id == plan.id);
        let mut phases = Vec::new();
        for phase in &plan.phases {
            let name = phase.name.in_language(self.language);
            let dates = fill(messages.due_range, &[("value", &phase.start), ("upper", &phase.end)]);
            let source = self.source(plan, name.to_string(), "", vec![dates.clone()]);
            let card = self.card(&[&dates, name, self.of(plan)], row, source, "");
            let span = (month(&phase.start, false), month(&phase.end, true));
            phases.push(Phase { span, dates, name: name.to_string(), card });
        }
        let mut marks = Vec::new();
        let mut ahead = plan.milestones.iter().peekable();
        for year in deadlines(&own) {
            while let Some(milestone) = ahead.next_if(|milestone| milestone.year < year) {
                marks.push(self.milestone(plan, milestone, row));
            }
            marks.push(self.deadline(plan, &those(&own, |report| report.target.deadline == year), year, row));
        }
        for milestone in ahead {
            marks.push(self.milestone(plan, milestone, row));
        }
        let (from, to) = (plan.period_start, plan.period_end);
        Lane {
            name: self.of(plan).to_string(),
            period: (from, to),
            horizon: match from == to {
                true => to.to_string(),
                false => fill(messages.label_period, &[("from", &from.to_string()), ("to", &to.to_string())]),
            },
            phases,
            marks,
        }
    }

    fn deadline(&mut self, plan: &Plan, due: &[&Report<'_>], year: i32, row: usize) -> Due {
        let messages = self.language.messages();
        let values = [("year", &*year.to_string()), ("count", &*due.len().to_string())];
        let label = fill(messages.due_mark, &values);
        let missing = match count(due, open) {
            0 => String::new(),
            open => fill(messages.due_open, &[("open", &open.to_string())]),
        };
        let mut lines: Vec<String> = Some(missing.clone()).filter(|text| !text.is_empty()).into_iter().collect();
        for report in due.iter().take(FEW) {
            let indicator = report.indicator.name.in_language(self.language);
            let value = due_of_kind(report.dataset, report.target, self.language);
            lines.push([indicator, " ", &value].concat());
        }
        lines.extend(self.rest(due.len(), FEW));
        let source = self.source(plan, label.clone(), "", lines);
        let only = if let [report] = due { &*report.target.id } else { "" };
        let card = self.card(&[&label, &missing, self.of(plan)], row, source, only);
        Due {
            year,
            labels: vec![label, fill(messages.due_count, &values), due.len().to_string()],
            tally: selection::tally(due, self.language),
            words: None,
            card,
        }
    }

    fn milestone(&mut self, plan: &Plan, milestone: &Milestone, row: usize) -> Due {
        let messages = self.language.messages();
        let label = fill(messages.ahead_mark, &[("year", &milestone.year.to_string())]);
        let words = milestone.words.in_language(self.language);
        let place = fill(messages.source_section, &[("section", &section(&milestone.section, self.language))]);
        let source = self.source(plan, label.clone(), &milestone.quote, vec![place]);
        let card = self.card(&[&label, words, self.of(plan)], row, source, "");
        Due { year: milestone.year, labels: vec![label], tally: Vec::new(), words: Some(words.to_string()), card }
    }
}

/// The deadlines of these reports, in time.
pub(super) fn deadlines(reports: &[&Report<'_>]) -> Vec<i32> {
    let mut years = Vec::new();
    for report in reports {
        if let Err(at) = years.binary_search(&report.target.deadline) {
            years.insert(at, report.target.deadline);
        }
    }
    years
}

/// A month `YYYY-MM` in years: its beginning, or its end.
pub(super) fn month(text: &str, end: bool) -> f64 {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<i32>().ok()).unwrap_or(1);
    f64::from(part(0..4)) + f64::from(part(5..7) - i32::from(!end)) / 12.0
}
