//! What stands under the lanes: what is due next, and what was due and is not published.

use super::lane::deadlines;
use super::{FEW, Line, List, MANY, Work, count, open, those};
use crate::dataset::Plan;
use crate::language::fill;
use crate::report::Report;
use crate::view::wording::due_of_kind;
use crate::view::{scope, sources, verdict};

impl Work {
    /// That there are more than are listed.
    pub(super) fn rest(&self, all: usize, listed: usize) -> Option<String> {
        let rest = all.saturating_sub(listed).to_string();
        (all > listed).then(|| fill(self.language.messages().list_rest, &[("count", &rest)]))
    }

    /// A line for a target.
    pub(super) fn target(&mut self, report: &Report<'_>) -> Line {
        let name = match self.several {
            true => scope::target(report, self.language),
            false => report.indicator.name.in_language(self.language).to_string(),
        };
        let value = due_of_kind(report.dataset, report.target, self.language);
        let mut source = sources::of_target(report, report.target, self.language);
        source.heading = [&*name, " ", &value].concat();
        // Each line is a row of its own: up and down go from one to the next.
        let row = self.cards.last().map_or(0, |card| card.row) + 1;
        let said = source.heading.clone();
        let card = self.card(&[&said], row, source, &report.target.id);
        let verdict = Some(verdict::verdict(report, self.language));
        Line { text: name, value, verdict, card: Some(card), ..Line::default() }
    }

    /// How many of these are not published, of how many.
    fn share(&self, reports: &[&Report<'_>]) -> String {
        let messages = self.language.messages();
        let (open, all) = (count(reports, open).to_string(), reports.len().to_string());
        match count(reports, |report| report.deadline_passed) {
            0 => fill(messages.due_count, &[("count", &all)]),
            _ if open == all => fill(messages.due_share_none, &[("count", &all)]),
            _ => fill(messages.due_share, &[("open", &open), ("count", &all)]),
        }
    }

    /// Of several plans: what is due next, and how much of each was due and is not published.
    pub(super) fn of_several(&mut self, kept: &[&Report<'_>], plans: &[&Plan]) -> Vec<List> {
        let messages = self.language.messages();
        let mut lists = Vec::new();
        let ahead = those(kept, |report| !report.deadline_passed);
        if let Some(year) = deadlines(&ahead).first() {
            let next = those(&ahead, |report| report.target.deadline == *year);
            let title = [messages.list_next, messages.foot_gap, &*year.to_string()].concat();
            let mut lines: Vec<Line> = next.iter().take(FEW + 1).map(|report| self.target(report)).collect();
            let rest = self.rest(next.len(), FEW + 1);
            lines.extend(rest.map(|text| Line { text, ..Line::default() }));
            lists.push(List { title, lines });
        }
        let mut lines = Vec::new();
        for plan in plans {
            let over = those(kept, |report| report.plan.id == plan.id && report.deadline_passed);
            if !over.is_empty() {
                lines.push(Line {
                    text: plan.short.in_language(self.language).to_string(),
                    value: self.share(&over),
                    share: Some(1.0 - count(&over, open) as f64 / over.len() as f64),
                    ..Line::default()
                });
            }
        }
        if !lines.is_empty() {
            lists.push(List { title: messages.list_over.to_string(), lines });
        }
        lists
    }

    /// Of one plan: the targets of each deadline by theme, the next deadline first, those that are over last.
    pub(super) fn of_one(&mut self, kept: &[&Report<'_>]) -> Vec<List> {
        let mut lists = Vec::new();
        let passed = |year: &i32| kept.iter().any(|report| report.target.deadline == *year && report.deadline_passed);
        let (over, mut years): (Vec<i32>, Vec<i32>) = deadlines(kept).into_iter().partition(passed);
        years.extend(over.iter().rev());
        for year in years {
            let due = those(kept, |report| report.target.deadline == year);
            let mut lines = Vec::new();
            let mut listed = 0;
            for theme in due.first().map_or(&[][..], |report| &report.dataset.themes) {
                let own = those(&due, |report| report.indicator.theme == theme.id);
                if own.is_empty() || listed == MANY {
                    continue;
                }
                if due.len() > FEW + 3 {
                    let text = theme.name.in_language(self.language).to_string();
                    lines.push(Line { heads: true, text, value: self.share(&own), ..Line::default() });
                }
                for report in own.iter().take(MANY - listed) {
                    lines.push(self.target(report));
                    listed += 1;
                }
            }
            lines.extend(self.rest(due.len(), listed).map(|text| Line { text, ..Line::default() }));
            let values = [("year", &*year.to_string()), ("count", &*due.len().to_string())];
            lists.push(List { title: fill(self.language.messages().due_mark, &values), lines });
        }
        lists
    }
}
