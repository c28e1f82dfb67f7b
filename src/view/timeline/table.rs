//! The timeline as a table, and the cells that it shares with the table of everything.

use super::Work;
use super::lane::month;
use crate::dataset::Plan;
use crate::language::{Language, fill};
use crate::report::Report;
use crate::view::wording::{due_of_kind, observed};
use crate::view::{Cell, Table, verdict};

impl Work {
    /// Every target, and what plans say beside: phases and milestones.
    pub(super) fn table(&self, title: &str, kept: &[&Report<'_>], plans: &[&Plan]) -> Table {
        let messages = self.language.messages();
        let none = || Cell::from(messages.cell_none.to_string());
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for report in kept {
            let latest = report.series.latest().and_then(|point| report.observation(point));
            let latest = latest.map(|row| {
                let value = observed(report.dataset, row, self.language);
                let text = fill(messages.source_value, &[("year", &row.year.to_string()), ("value", &value)]);
                Cell { text, order: Some(row.value) }
            });
            rows.push(vec![
                report.indicator.name.in_language(self.language).to_string().into(),
                deadline(report, self.language),
                report.region.name.in_language(self.language).to_string().into(),
                report.plan.short.in_language(self.language).to_string().into(),
                due(report, self.language),
                latest.unwrap_or_else(none),
                judged(report, self.language),
            ]);
        }
        for plan in plans {
            let region = kept.iter().find(|report| report.plan.id == plan.id);
            let region = region.and_then(|report| report.dataset.region(&plan.region));
            let region = region.map_or("", |row| row.name.in_language(self.language)).to_string();
            let mut row = |text: &str, when: String, end: i32| {
                let when = Cell { text: when, order: Some(f64::from(end)) };
                let plan = plan.short.in_language(self.language).to_string();
                rows.push(vec![
                    text.to_string().into(),
                    when,
                    region.clone().into(),
                    plan.into(),
                    none(),
                    none(),
                    none(),
                ]);
            };
            for phase in &plan.phases {
                let dates = fill(messages.due_range, &[("value", &phase.start), ("upper", &phase.end)]);
                row(phase.name.in_language(self.language), dates, month(&phase.end, false) as i32);
            }
            for milestone in &plan.milestones {
                row(milestone.words.in_language(self.language), milestone.year.to_string(), milestone.year);
            }
        }
        let head = [
            messages.head_indicator,
            messages.head_deadline,
            messages.head_region,
            messages.head_plan,
            messages.head_target,
            messages.head_latest,
            messages.choice_judged,
        ];
        let mut table = Table { caption: title.to_string(), head: head.map(String::from).into(), rows };
        // The title names a plan that is alone, and with it its region.
        if let [plan] = plans {
            table.leave_out(messages.head_plan);
            if kept.iter().all(|report| report.target.region == plan.region) {
                table.leave_out(messages.head_region);
            }
        }
        table
    }
}

/// A target's deadline, marked where the plan does not state it.
pub(in crate::view) fn deadline(report: &Report<'_>, language: Language) -> Cell {
    let target = report.target;
    let year = target.deadline.to_string();
    let text = match target.deadline_stated {
        true => year,
        false => fill(language.messages().due_implied, &[("year", &year)]),
    };
    Cell { text, order: Some(f64::from(target.deadline)) }
}

/// What a target promises; in the order of its size in the base unit.
pub(in crate::view) fn due(report: &Report<'_>, language: Language) -> Cell {
    let target = report.target;
    let factor = report.dataset.unit(&target.unit).map_or(1.0, |unit| unit.factor);
    Cell { text: due_of_kind(report.dataset, target, language), order: Some(target.value * factor) }
}

/// The verdict in a word, with the year where only the deadline's value is missing; in the order of the verdicts.
pub(in crate::view) fn judged(report: &Report<'_>, language: Language) -> Cell {
    let order = Some(f64::from(report.assessment.verdict as i32));
    Cell { text: verdict::verdict(report, language).label, order }
}
