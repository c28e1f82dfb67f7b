//! What a comparison finds, in sentences that a reader can quote: what is promised, for how many a value is known, and
//! how far those are.

use super::row::{Row, Set};
use super::{name, value};
use crate::assessment::definitions_differ;
use crate::dataset::Region;
use crate::language::{Language, fill};
use crate::trajectory::Reached;
use crate::view::wording::due_of_kind;

pub(super) fn finding(set: &Set<'_, '_>, language: Language) -> String {
    let messages = language.messages();
    let mut sentences = Vec::new();
    match &set.rows[..] {
        [one] => sentences.push(crate::view::finding::finding(one.report, language)),
        rows => about(rows, &mut sentences, language),
    }
    let regions: Vec<&Region> = set.rows.iter().map(|row| row.report.region).collect();
    let with_values = set.rows.iter().filter(|row| row.latest.is_some()).count() + set.references.len();
    let above = set.references.iter().map(|one| one.region);
    let regions: Vec<&Region> = regions.into_iter().chain(above).collect();
    // What is put together differently on each tier, or is a matter of size, must not be read as better or worse.
    if definitions_differ(set.unit, &regions) && (with_values > 0 || set.rows.len() > 1) {
        sentences.push(messages.definitions_differ.to_string());
    }
    if set.sizes {
        sentences.push(messages.compare_sizes.to_string());
    }
    if !set.left.is_empty() {
        let said = set.left.iter().map(|report| {
            let due = due_of_kind(report.dataset, report.target, language);
            [&*name(report, language), " ", &due].concat()
        });
        let said = said.collect::<Vec<_>>().join(messages.list_gap);
        sentences.push(fill(messages.compare_left, &[("targets", &said)]));
    }
    if set.others > 0 {
        sentences.push(fill(messages.compare_other, &[("count", &set.others.to_string())]));
    }
    sentences.join(messages.sentence_gap)
}

fn about(rows: &[Row<'_, '_>], sentences: &mut Vec<String>, language: Language) {
    let messages = language.messages();
    let (Some(mut least), Some(mut most)) = (rows.first(), rows.first()) else { return };
    for row in rows {
        if row.due < least.due {
            least = row;
        }
        if row.due > most.due {
            most = row;
        }
    }
    let due = |row: &Row<'_, '_>| due_of_kind(row.report.dataset, row.report.target, language);
    let known: Vec<&Row<'_, '_>> = rows.iter().filter(|row| row.latest.is_some()).collect();
    let reached = known.iter().filter(|row| row.reached() == Some(Reached::Yes)).count();
    let mut farthest: Option<&Row<'_, '_>> = None;
    for row in known.iter().filter(|row| row.reached() == Some(Reached::No)) {
        if farthest.is_none_or(|other| row.shortfall(row.sizes) > other.shortfall(row.sizes)) {
            farthest = Some(row);
        }
    }
    let gap = farthest.map_or(String::new(), |row| row.gap(language));
    let far = farthest.map_or(String::new(), |row| name(row.report, language));
    let mut say = |template: &str, more: &[(&str, &str)]| {
        let (count, known, reached) = (rows.len().to_string(), known.len().to_string(), reached.to_string());
        let mut values = vec![("count", &*count), ("known", &known), ("reached", &reached)];
        values.extend_from_slice(more);
        sentences.push(fill(template, &values));
    };
    let (low, high) = (due(least), due(most));
    let same = least.due == most.due;
    let all_of = |end: &Row<'_, '_>| {
        let equal = rows.iter().filter(|row| row.due == end.due).map(|row| name(row.report, language));
        equal.collect::<Vec<_>>().join(messages.list_gap)
    };
    let (of_least, of_most) = (all_of(least), all_of(most));
    let ends = [("low", &*low), ("high", &high), ("least", &of_least), ("most", &of_most)];
    say(if same { messages.compare_same } else { messages.compare_targets }, &ends);
    match &known[..] {
        [] => say(messages.compare_unknown, &[]),
        [one] => {
            say(messages.compare_known, &[]);
            let value = one.latest.map_or(String::new(), |point| value(one.report, point, None, language));
            let said = one.said(language).unwrap_or_default();
            say(messages.compare_one, &[("region", &name(one.report, language)), ("value", &value), ("gap", &said)]);
        }
        known => {
            if known.len() < rows.len() {
                say(messages.compare_known, &[]);
            }
            let template = match (farthest, reached) {
                (Some(_), 0) => messages.compare_short,
                (Some(_), _) => messages.compare_mixed,
                (None, all) if all == known.len() => messages.compare_reached,
                (None, _) => return,
            };
            say(template, &[("region", &far), ("gap", &gap)]);
        }
    }
}
