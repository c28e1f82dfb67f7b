//! What an annual review asks beside the rows: counts, what changed within a year, and who answers for how many.

use super::super::scope::targets;
use super::super::selection::tally;
use super::super::wording::observed;
use super::super::{Working, verdict};
use super::{Words, date};
use crate::dataset::Date;
use crate::language::fill;
use crate::report::{self, Report};

/// What of a report it is counted by.
type Key = fn(&Report<'_>, &Words<'_, '_>) -> Vec<String>;

/// Blocks of the report: by verdict, changes, by office, by theme.
pub(super) fn working(words: &Words<'_, '_>) -> Vec<Working> {
    let messages = words.language.messages();
    let Some(first) = words.kept.first() else { return Vec::new() };
    let before = year_before(first.as_of);
    let since = fill(messages.tiles_changes, &[("date", &date(before))]);
    let mut verdicts = Vec::new();
    for (verdict, count) in tally(&words.kept, words.language).into_iter().filter(|_| words.judged) {
        let said = [("name", verdict.word), ("what", &*targets(count, words.language))];
        verdicts.push(fill(messages.tiles_line, &said));
    }
    let offices: Key = |report, _| {
        let offices = &report.target.responsible;
        offices.lead.iter().chain(&offices.with).cloned().collect()
    };
    let themes: Key = |report, words| {
        let theme = report.dataset.theme(&report.indicator.theme);
        theme.map(|theme| theme.name.in_language(words.language).to_string()).into_iter().collect()
    };
    let blocks = [
        (messages.choice_judged.to_string(), verdicts),
        (since, changes(words, before)),
        (messages.choice_office.to_string(), tallied(words, offices)),
        (messages.choice_topic.to_string(), tallied(words, themes)),
    ];
    let mut working = Vec::new();
    for (heading, lines) in blocks {
        if !lines.is_empty() {
            working.push(Working { heading, lines, figure: None });
        }
    }
    working
}

/// The same day a year earlier; of 29 February the day before.
fn year_before(day: Date) -> Date {
    let before = Date { year: day.year - 1, ..day };
    if before.exists() { before } else { Date { day: 28, ..before } }
}

/// The targets whose verdict changed, or that have a new value, since the day `before`. Of a page's own values nobody
/// knows since when they are there: their targets are left out.
fn changes(words: &Words<'_, '_>, before: Date) -> Vec<String> {
    let language = words.language;
    let messages = language.messages();
    let mut lines = Vec::new();
    for report in words.kept.iter().filter(|report| report.page.values.is_empty()) {
        let Ok(then) = report::of_target(report.dataset, &report.target.id, before) else { continue };
        let mut said = Vec::new();
        let known = then.series.latest().map(|point| point.year);
        if let Some(point) = report.series.latest().filter(|point| Some(point.year) != known)
            && let Some(row) = report.observation(point)
        {
            let value = observed(report.dataset, row, language);
            let value = fill(messages.source_value, &[("year", &point.year.to_string()), ("value", &value)]);
            said.push(fill(messages.tiles_new, &[("value", &value)]));
        }
        if words.judged && then.assessment.verdict != report.assessment.verdict {
            let word = |report: &Report<'_>| verdict::verdict(report, language).word;
            said.push([word(&then), " → ", word(report)].concat());
        }
        if !said.is_empty() {
            let what = said.join(messages.list_gap);
            lines.push(fill(messages.tiles_line, &[("name", &words.name(report, false)), ("what", &what)]));
        }
    }
    if lines.is_empty() {
        let nothing = if words.judged { messages.tiles_unchanged } else { messages.tiles_unchanged_bare };
        lines.push(nothing.to_string());
    }
    lines
}

/// A line for each that `key` names, in the order of their first target: how many targets, by verdict.
fn tallied(words: &Words<'_, '_>, key: Key) -> Vec<String> {
    let messages = words.language.messages();
    let mut found: Vec<(String, Vec<&Report<'_>>)> = Vec::new();
    for report in &words.kept {
        for name in key(report, words) {
            match found.iter_mut().find(|(known, _)| *known == name) {
                Some((_, reports)) => reports.push(report),
                None => found.push((name, vec![report])),
            }
        }
    }
    // Where all have one verdict it is told once, above.
    let mixed = words.counts(&words.kept).len() > 1;
    let line = |(name, reports): (String, Vec<&Report<'_>>)| {
        let counts = if mixed { words.counted(&reports) } else { String::new() };
        let template = if counts.is_empty() { messages.tiles_line } else { messages.tiles_within };
        let what = targets(reports.len(), words.language);
        fill(template, &[("name", &name), ("what", &what), ("counts", &counts)])
    };
    found.into_iter().map(line).collect()
}
