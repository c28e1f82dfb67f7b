//! In which order targets stand, and what groups that makes: each order has the groups that it is read by.

use super::super::selection::chapter;
use super::super::wording::section;
use super::super::{Choice, Chosen, verdict};
use super::rows::share;
use crate::language::Language;
use crate::report::Report;

/// Targets that stand together.
pub(super) struct Section<'r, 'd> {
    /// The plan that begins with it, where there are several; else empty.
    pub(super) plan: String,
    /// What they have in common.
    pub(super) name: String,
    /// They, in order.
    pub(super) reports: Vec<&'r Report<'d>>,
}

/// A target's place: plan, group, place in it; and the group's name.
struct Place<'r, 'd> {
    key: [f64; 3],
    name: String,
    report: &'r Report<'d>,
}

/// The reports in groups by `chosen.sort`: themes, unless it is the plan's own order, the deadlines, the verdicts or
/// the shares achieved. Plans come one after the other; targets alike stay in the plan's order.
pub(super) fn sections<'r, 'd>(
    reports: &[&'r Report<'d>],
    chosen: &Chosen,
    judged: bool,
    language: Language,
) -> Vec<Section<'r, 'd>> {
    let messages = language.messages();
    // Plans, and the chapters of each, in the order that targets come in.
    let (mut plans, mut chapters): (Vec<&str>, Vec<(&str, &str)>) = (Vec::new(), Vec::new());
    let mut places: Vec<Place<'r, 'd>> = Vec::new();
    for report in reports.iter().copied() {
        let plan = index(&mut plans, &*report.plan.id);
        let (group, within, name) = match &*chosen.sort {
            "plan" => {
                let chapter = chapter(&report.target.section);
                (index(&mut chapters, (&*report.plan.id, chapter)), 0.0, section(chapter, language))
            }
            "deadline" => {
                let year = report.target.deadline;
                (f64::from(year), 0.0, [messages.head_deadline, " ", &year.to_string()].concat())
            }
            "verdict" if judged => {
                let word = verdict::verdict(report, language).word;
                (f64::from(report.assessment.verdict as i32), 0.0, word.to_string())
            }
            "share" => match share(report) {
                Some(share) => (0.0, -share, messages.head_share.to_string()),
                None => (1.0, 0.0, messages.tiles_no_share.to_string()),
            },
            _ => {
                let themes = &report.dataset.themes;
                let at = themes.iter().position(|theme| theme.id == report.indicator.theme);
                let theme = at.and_then(|at| themes.get(at));
                let name = theme.map_or("", |theme| theme.name.in_language(language));
                (at.map_or(f64::MAX, |at| at as f64), 0.0, name.to_string())
            }
        };
        let key = [plan, group, within];
        // By insertion from the end, after those alike: at most a few hundred, and the sorting of `std` is kilobytes.
        let mut at = places.len();
        while at.checked_sub(1).and_then(|before| places.get(before)).is_some_and(|before| key < before.key) {
            at -= 1;
        }
        places.insert(at, Place { key, name, report });
    }
    let mut sections: Vec<Section<'r, 'd>> = Vec::new();
    let mut before = [-1.0, -1.0];
    for Place { key: [plan, group, _], name, report } in places {
        if before != [plan, group] {
            let begins = before[0] != plan && plans.len() > 1;
            let plan = if begins { report.plan.short.in_language(language) } else { "" };
            sections.push(Section { plan: plan.to_string(), name, reports: Vec::new() });
        }
        before = [plan, group];
        if let Some(section) = sections.last_mut() {
            section.reports.push(report);
        }
    }
    sections
}

/// Where `one` stands among those seen, to which it is added.
fn index<T: PartialEq>(seen: &mut Vec<T>, one: T) -> f64 {
    let at = seen.iter().position(|other| *other == one);
    if at.is_none() {
        seen.push(one);
    }
    at.unwrap_or(seen.len() - 1) as f64
}

/// The choice of an order.
pub(super) fn choice(reports: &[Report<'_>], chosen: &Chosen, judged: bool, language: Language) -> Option<Choice> {
    let messages = language.messages();
    let orders = [
        ("", messages.choice_topic),
        ("plan", messages.sort_plan),
        ("deadline", messages.head_deadline),
        ("verdict", messages.choice_judged),
        ("share", messages.head_share),
    ];
    let mut options = Vec::new();
    for (order, word) in orders {
        if judged || order != "verdict" {
            options.push((order.to_string(), word.to_string()));
        }
    }
    let known = options.iter().any(|(order, _)| *order == chosen.sort);
    let value = if known { chosen.sort.clone() } else { String::new() };
    (reports.len() > 1).then_some(Choice { name: "sort", label: messages.choice_sort, options, chosen: value })
}
