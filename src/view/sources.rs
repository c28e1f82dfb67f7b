//! Where each figure comes from: its exact wording, and who published it when.

use super::Source;
use super::wording::{break_note, observed, section};
use crate::dataset::{Confidence, Observation, Script, Target};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::{Point, Row};

pub(super) fn sources(report: &Report<'_>, language: Language) -> Vec<Source> {
    let restatements = report.dataset.targets.iter();
    let restatements = restatements.filter(|row| row.restates.as_deref() == Some(report.target.id.as_str()));
    let targets = std::iter::once(report.target).chain(restatements);
    let mut sources: Vec<Source> = targets.map(|target| of_target(report, target, language)).collect();
    let values = report.series.points.iter().rev();
    sources.extend(values.filter_map(|point| Some(of_value(report, point, report.observation(point)?, language))));
    sources
}

/// The target's exact wording, and where it stands.
pub(super) fn of_target(report: &Report<'_>, target: &Target, language: Language) -> Source {
    let messages = language.messages();
    let plan = report.dataset.plan(&target.plan).unwrap_or(report.plan);
    let mut lines = vec![
        fill(messages.source_plan, &[("title", plan.title.in_language(language))]),
        fill(messages.source_section, &[("section", &section(&target.section, language))]),
    ];
    // What a document does not give is said not to be given.
    let given = |text| if str::is_empty(text) { messages.source_unnamed } else { text };
    lines.push(fill(messages.source_issuer, &[("issuer", given(plan.issuer.in_language(language)))]));
    lines.push(fill(messages.source_date, &[("date", given(&plan.date))]));
    let offices = [(messages.source_lead, &target.responsible.lead), (messages.source_with, &target.responsible.with)];
    for (template, names) in offices.into_iter().filter(|(_, names)| !names.is_empty()) {
        lines.push(fill(template, &[("offices", &names.join(messages.list_gap))]));
    }
    if plan.url.is_empty() {
        lines.push(messages.source_no_link.to_string());
    }
    Source {
        heading: messages.source_target.to_string(),
        quote: target.quote.clone(),
        quote_lang: match plan.script {
            Script::Hans => "zh-Hans",
            Script::Hant => "zh-Hant",
        },
        lines,
        url: plan.url.clone(),
    }
}

/// A value's exact wording, and who published it.
pub(super) fn of_value(report: &Report<'_>, point: &Point, row: &Observation, language: Language) -> Source {
    let messages = language.messages();
    let value = observed(report.dataset, row, language);
    let page = matches!(point.row, Row::Page(_));
    let mut lines = Vec::new();
    if page {
        // Nobody else vouches for it; what was collected of that year is told.
        lines.push(messages.source_page_only.to_string());
        if !row.publisher.is_empty() {
            lines.push(fill(messages.source_page_publisher, &[("publisher", &row.publisher)]));
        }
        let same = |other: &&Observation| (&other.indicator, &other.region) == (&row.indicator, &row.region);
        if let Some(other) = report.dataset.observations.iter().filter(same).find(|other| other.year == row.year) {
            let publisher = if other.publisher.is_empty() { &other.source_title } else { &other.publisher };
            let said = [("value", &*observed(report.dataset, other, language)), ("publisher", publisher)];
            lines.push(fill(messages.source_page_instead, &said));
        }
    } else {
        lines.push(match row.publisher.is_empty() {
            true => fill(messages.source_title, &[("title", &row.source_title)]),
            false => fill(messages.source_publisher, &[("publisher", &row.publisher), ("title", &row.source_title)]),
        });
        lines.push(match row.confidence {
            Confidence::High => messages.source_high.to_string(),
            Confidence::Medium => messages.source_medium.to_string(),
        });
    }
    let date = row.published.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    // Of its own values a page gives no dates.
    if date.is_some() || !page {
        let date = date.as_deref().unwrap_or(messages.source_unnamed);
        lines.push(fill(messages.source_date, &[("date", date)]));
    }
    lines.extend(row.break_note.as_ref().map(|note| break_note(note, language)));
    if row.source_url.is_empty() && !page {
        lines.push(messages.source_no_link.to_string());
    }
    Source {
        heading: fill(messages.source_value, &[("year", &row.year.to_string()), ("value", &value)]),
        quote: row.wording.clone(),
        quote_lang: if page { language.tag() } else { "zh" },
        lines,
        url: row.source_url.clone(),
    }
}
