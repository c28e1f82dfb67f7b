//! Which of many targets a reader has chosen, and in which order: for every view of several.

use super::verdict::{self, Verdict};
use super::wording::section;
use super::{Choice, Chosen};
use crate::language::Language;
use crate::report::Report;

/// The part and chapter of a section: of `二/(六)/17` `二/(六)`, of `一` itself.
pub(super) fn chapter(section: &str) -> &str {
    let end = section.match_indices('/').nth(1).map_or(section.len(), |(at, _)| at);
    section.get(..end).unwrap_or(section)
}

/// What of a report is asked by the choice `name`; of an office all that take part. Chapters and offices go by the same
/// names in different plans, so they are chosen within one alone.
fn values<'r>(report: &'r Report<'_>, name: &str) -> Vec<&'r str> {
    match name {
        "topic" => vec![&report.indicator.theme],
        "section" => vec![chapter(&report.target.section)],
        "office" => {
            let offices = &report.target.responsible;
            offices.lead.iter().chain(&offices.with).map(String::as_str).collect()
        }
        "judged" => vec![report.assessment.verdict.name()],
        _ => Vec::new(),
    }
}

/// What is chosen of the choice `name`.
fn chosen_of<'c>(chosen: &'c Chosen, name: &str) -> &'c str {
    match name {
        "topic" => &chosen.topic,
        "section" => &chosen.section,
        "office" => &chosen.office,
        "judged" => &chosen.judged,
        "sort" => &chosen.sort,
        _ => "",
    }
}

/// Whether the choice `name` can be made of these reports.
fn offered(reports: &[Report<'_>], name: &str) -> bool {
    let plan = reports.first().map(|report| &report.plan.id);
    !matches!(name, "section" | "office") || reports.iter().all(|report| Some(&report.plan.id) == plan)
}

/// The reports that `chosen` keeps, in its order; `names` are the choices that the view offers. A value that no report
/// has counts as none.
pub(super) fn kept<'r, 'd>(
    reports: &'r [Report<'d>],
    chosen: &Chosen,
    names: &[&str],
    language: Language,
) -> Vec<&'r Report<'d>> {
    let mut kept: Vec<&Report<'d>> = reports.iter().collect();
    for name in names.iter().filter(|name| offered(reports, name)) {
        let value = chosen_of(chosen, name);
        if *name == "sort" {
            sort(&mut kept, value, language);
        } else if reports.iter().any(|report| values(report, name).contains(&value)) {
            kept.retain(|report| values(report, name).contains(&value));
        }
    }
    kept
}

/// Puts reports in the order asked for; those alike stay in the plan's own.
fn sort(reports: &mut [&Report<'_>], order: &str, language: Language) {
    fn key<'r>(report: &'r Report<'_>, order: &str, language: Language) -> (i32, &'r str) {
        match order {
            "deadline" => (report.target.deadline, ""),
            "verdict" => (report.assessment.verdict as i32, ""),
            "name" => (0, report.indicator.name.in_language(language)),
            _ => (0, ""),
        }
    }
    // By insertion: at most a few hundred, and the sorting of `std` is kilobytes.
    for end in 1..reports.len() {
        let mut at = end;
        while let [.., one, other] = reports.get_mut(..=at).unwrap_or_default()
            && key(other, order, language) < key(one, order, language)
        {
            std::mem::swap(one, other);
            at -= 1;
        }
    }
}

/// The choices called `names` that there are to make of these reports, with what is in force: only those that keep
/// some and leave some.
pub(super) fn choices(
    reports: &[Report<'_>],
    chosen: &Chosen,
    names: &[&'static str],
    language: Language,
) -> Vec<Choice> {
    let messages = language.messages();
    let mut choices = Vec::new();
    for name in names.iter().copied().filter(|name| reports.len() > 1 && offered(reports, name)) {
        let (label, all) = match name {
            "topic" => (messages.choice_topic, messages.choice_all),
            "section" => (messages.choice_section, messages.choice_all),
            "office" => (messages.choice_office, messages.choice_all),
            "judged" => (messages.choice_judged, messages.choice_all),
            _ => (messages.choice_sort, messages.sort_plan),
        };
        let mut options = vec![(String::new(), all.to_string())];
        let mut divides = false;
        if name == "sort" {
            let orders = [
                ("deadline", messages.head_deadline),
                ("name", messages.head_indicator),
                ("verdict", messages.choice_judged),
            ];
            options.extend(orders.map(|(order, word)| (order.to_string(), word.to_string())));
            divides = true;
        }
        let mut all: Vec<&Report<'_>> = reports.iter().collect();
        if name == "judged" {
            sort(&mut all, "verdict", language);
        }
        for report in all {
            for value in values(report, name) {
                if !options.iter().any(|(known, _)| known == value) {
                    options.push((value.to_string(), word(report, name, value, language)));
                }
                divides |= value != options.get(1).map_or("", |(first, _)| first);
            }
            divides |= values(report, name).is_empty();
        }
        if divides && options.len() > 1 {
            let value = chosen_of(chosen, name);
            let known = options.iter().any(|(known, _)| known == value);
            choices.push(Choice {
                name,
                label,
                options,
                chosen: if known { value.to_string() } else { String::new() },
            });
        }
    }
    choices
}

/// The word for what a report has of a choice.
fn word(report: &Report<'_>, name: &str, value: &str, language: Language) -> String {
    match name {
        "topic" => report.dataset.theme(value).map_or("", |theme| theme.name.in_language(language)).to_string(),
        "section" => section(value, language),
        "judged" => verdict::verdict(report, language).word.to_string(),
        _ => value.to_string(),
    }
}

/// How many of these reports have each verdict, those that none has left out, in the order of the verdicts.
pub(super) fn tally(reports: &[&Report<'_>], language: Language) -> Vec<(Verdict, usize)> {
    let mut sorted = reports.to_vec();
    sort(&mut sorted, "verdict", language);
    let mut counts: Vec<(Verdict, usize)> = Vec::new();
    for report in sorted {
        match counts.last_mut() {
            Some((verdict, count)) if verdict.name == report.assessment.verdict.name() => *count += 1,
            _ => counts.push((verdict::verdict(report, language), 1)),
        }
    }
    counts
}
