//! What is said of a tile.

use super::super::sources::of_target;
use super::super::wording::{due_of_kind, section};
use super::super::{Card, Source, finding, verdict};
use super::order::Section;
use super::{Words, name_of, rows};
use crate::language::fill;
use crate::report::Report;

/// A card for each tile, in their order; a group is a row.
pub(super) fn cards(words: &Words<'_, '_>, sections: &[Section<'_, '_>]) -> Vec<Card> {
    let mut cards = Vec::new();
    for (row, section) in sections.iter().enumerate() {
        for report in &section.reports {
            cards.push(card(words, report, row));
        }
    }
    cards
}

fn card(words: &Words<'_, '_>, report: &Report<'_>, row: usize) -> Card {
    let language = words.language;
    let messages = language.messages();
    let verdict = words.judged.then(|| verdict::verdict(report, language));
    let latest = rows::latest(report, language);
    let due = due_of_kind(report.dataset, report.target, language);
    let due = fill(messages.label_target, &[("year", &report.target.deadline.to_string()), ("due", &due)]);
    let word = verdict.as_ref().map(|verdict| verdict.word.to_string());
    // That nothing is published is the verdict already, where it is told.
    let value = match &latest {
        Some([value, _]) => Some(value.clone()),
        None => word.is_none().then(|| messages.label_none.to_string()),
    };
    let said: Vec<String> = [Some(words.name(report, false)), word, value, Some(due)].into_iter().flatten().collect();
    // What a reader needs first: what is known and who says so, what follows from it, and where the plan says it. Issuer and dates are with the target's own chart, which the card opens.
    let reason = verdict.filter(|_| latest.is_some());
    let reason = reason.map(|verdict| fill(messages.tiles_line, &[("name", verdict.word), ("what", &verdict.reason)]));
    let known = latest.map(|said| said.join(messages.foot_gap));
    let finding = finding::finding(report, language);
    let mut lines: Vec<String> = [known, reason, Some(finding)].into_iter().flatten().collect();
    let wording = of_target(report, report.target, language);
    lines.push(fill(messages.source_section, &[("section", &section(&report.target.section, language))]));
    let lead = report.target.responsible.lead.join(messages.list_gap);
    if !lead.is_empty() {
        lines.push(fill(messages.source_lead, &[("offices", &lead)]));
    }
    if wording.url.is_empty() {
        lines.push(messages.source_no_link.to_string());
    }
    Card {
        said: said.join(messages.list_gap),
        row,
        target: report.target.id.clone(),
        source: Source { heading: name_of(report, language), lines, ..wording },
    }
}
