//! What is said of one target's progress: labels, cards, sentences, a row of the table.

use super::super::number::computed;
use super::super::wording::{difference, due_of_kind};
use super::super::{Card, Cell, Source, verdict};
use super::Line;
use super::facts::{Facts, Now};
use crate::language::fill;
use crate::trajectory::Reached;

/// Two words with a space between, or the one that there is.
pub(super) fn joined(before: &str, after: &str) -> String {
    if before.is_empty() { after.to_string() } else { [before, " ", after].concat() }
}

impl Facts<'_, '_> {
    /// Region and indicator.
    pub(super) fn name(&self) -> String {
        let region = self.report.region.name.in_language(self.language);
        let indicator = self.report.indicator.name.in_language(self.language);
        // 福建省 福建省政府质量奖 says the province once.
        if indicator.starts_with(region) {
            return indicator.to_string();
        }
        fill(self.language.messages().title, &[("region", region), ("indicator", indicator)])
    }

    /// Labels of the value, the longest first.
    pub(super) fn labels(&self, now: &Now) -> Vec<String> {
        let messages = self.language.messages();
        let from = now.since.map(|year| year.to_string()).unwrap_or_default();
        let year = now.year.to_string();
        let percent = self.share.as_ref().filter(|share| share.from.is_none()).map(|share| self.percent(share));
        let values = [
            ("year", &*year),
            ("from", &from),
            ("to", &year),
            ("value", &now.text),
            ("percent", percent.as_deref().unwrap_or_default()),
        ];
        let plain = if now.since.is_some() { messages.progress_average } else { messages.label_observed };
        let mut labels = vec![fill(plain, &values)];
        if percent.is_some() {
            labels.insert(0, fill(messages.progress_label, &values));
        }
        labels
    }

    /// The cards of value, target and where it ought to be, behind those there are.
    pub(super) fn cards(&self, line: &Line, row: usize, own: &[Source], cards: &mut Vec<Card>) {
        let mut card = |labels: &[String], source: Source| {
            let said = joined(&line.name, labels.first().map_or("", |label| label));
            let target = self.report.target.id.clone();
            cards.push(Card { said, row, source, target });
        };
        let blank = |heading: &str, lines: Vec<String>| Source {
            heading: heading.to_string(),
            quote: String::new(),
            quote_lang: self.language.tag(),
            lines,
            url: String::new(),
        };
        if let (Some(now), Some(value)) = (&self.now, &line.value) {
            let at = 1 + self.report.restatements.len() + now.later;
            let mut source = own.get(at).cloned().unwrap_or_else(|| blank(&now.text, Vec::new()));
            source.lines.splice(0..0, self.said_share());
            card(&value.labels, source);
        }
        let heading = line.target.labels.first().map_or("", |label| label);
        let wording = own.first().cloned().unwrap_or_else(|| blank("", Vec::new()));
        card(&line.target.labels, Source { heading: heading.to_string(), ..wording });
        if let Some((_, labels)) = &line.ought {
            let heading = labels.first().map_or("", |label| label);
            card(labels, blank(heading, self.said_ought().into_iter().chain(self.said_base()).collect()));
        }
    }

    fn said_share(&self) -> Option<String> {
        let messages = self.language.messages();
        let share = self.share.as_ref().filter(|share| share.part > 0.0)?;
        let percent = self.percent(share);
        Some(match &share.from {
            None => fill(messages.progress_share, &[("percent", &percent)]),
            Some((year, value)) => {
                let values = [("percent", &*percent), ("year", &*year.to_string()), ("value", value)];
                fill(messages.progress_share_from, &values)
            }
        })
    }

    fn said_ought(&self) -> Option<String> {
        let (year, _, text) = self.ought.as_ref()?;
        let values = [("year", &*year.to_string()), ("value", text)];
        Some(fill(self.language.messages().progress_ought_said, &values))
    }

    /// Where the path begins.
    fn said_base(&self) -> Option<String> {
        let base = self.report.trajectory.base?;
        let value = computed(base.value, self.unit, self.language, 4);
        let values = [("year", &*base.year.to_string()), ("value", &value)];
        Some(fill(self.language.messages().progress_base, &values))
    }

    /// The finding on one target.
    pub(super) fn sentences(&self) -> Vec<String> {
        let (report, messages) = (self.report, self.language.messages());
        let passed = report.deadline_passed;
        let deadline = report.target.deadline.to_string();
        let due = due_of_kind(report.dataset, report.target, self.language);
        let now = self.now.as_ref();
        let (year, text) = now.map_or((String::new(), ""), |now| (now.year.to_string(), &now.text));
        let away =
            now.map_or(0.0, |now| report.requirement.gap.filter(|_| now.later == 0).unwrap_or(now.value - self.due));
        let gap = difference(away, self.unit, self.language, 8);
        let values = [("deadline", &*deadline), ("due", &due), ("year", &year), ("value", text), ("gap", &gap)];
        let mut said = Vec::new();
        let mut say = |template: &str| said.push(fill(template, &values));
        let due_said = if passed { messages.finding_target_past } else { messages.finding_target };
        match now {
            None => {
                say(due_said);
                say(messages.finding_none);
            }
            Some(now) if now.since.is_some() => {
                say(due_said);
                said.extend(now.since.map(|since| {
                    let since = since.to_string();
                    fill(messages.progress_average_said, &[("from", &since), ("to", &year), ("value", text)])
                }));
            }
            Some(_) => say(match (report.requirement.deadline_reached, self.reached) {
                (Some(Reached::Yes), _) => messages.finding_met,
                (Some(Reached::No), _) => messages.finding_missed,
                (Some(Reached::Unknown), _) => messages.finding_unclear,
                (None, Some(Reached::Yes)) => messages.finding_latest_met,
                (None, Some(Reached::No)) if away > 0.0 => messages.finding_latest_above,
                (None, Some(Reached::No)) => messages.finding_latest_below,
                (None, Some(Reached::Unknown)) => messages.finding_latest_unclear,
                (None, None) => messages.finding_latest,
            }),
        }
        if now.is_some() && passed && report.requirement.deadline_reached.is_none() {
            said.push(fill(messages.finding_deadline_unpublished, &values));
        }
        if self.reached != Some(Reached::Yes) {
            said.extend(self.said_share());
            said.extend(self.said_ought());
        }
        if !report.target.deadline_stated {
            said.push(fill(messages.finding_deadline_implied, &values));
        }
        said
    }

    /// The row of the table.
    pub(super) fn row(&self) -> Vec<Cell> {
        let (report, messages) = (self.report, self.language.messages());
        let none = || messages.cell_none.to_string();
        let of_year =
            |year: i32, value: &str| fill(messages.source_value, &[("year", &*year.to_string()), ("value", value)]);
        let latest = self.now.as_ref().map(|now| match now.since {
            Some(_) => self.labels(now).concat(),
            None => of_year(now.year, &now.text),
        });
        let share = self.share.as_ref().map(|share| {
            let percent = self.percent(share);
            let from = share.from.as_ref().map(|(year, _)| year.to_string());
            let template = if from.is_some() { messages.progress_part_from } else { messages.progress_part };
            fill(template, &[("percent", &*percent), ("year", from.as_deref().unwrap_or_default())])
        });
        let due = due_of_kind(report.dataset, report.target, self.language);
        let ought = self.ought.as_ref().map(|(year, _, text)| of_year(*year, text));
        vec![
            Cell::from(self.name()),
            Cell::from(latest.unwrap_or_else(none)),
            Cell { text: of_year(report.target.deadline, &due), order: Some(f64::from(report.target.deadline)) },
            Cell { text: share.unwrap_or_else(none), order: self.share.as_ref().map(|share| share.part) },
            Cell::from(ought.unwrap_or_else(none)),
            Cell::from(verdict::verdict(report, self.language).word.to_string()),
        ]
    }
}
