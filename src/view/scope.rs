//! What several targets are of, in words: whose plans they are, and who published their values.

use super::selection;
use super::wording::publisher;
use super::{Chosen, View};
use crate::dataset::{Confidence, Date, Plan};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::{Point, Row};

/// Publishers and plans that are named one by one.
const NAMED: usize = 3;

/// `YYYY-MM-DD`.
pub(super) fn iso(day: Date) -> String {
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &*number.to_string()].concat();
    [&*day.year.to_string(), "-", &*two(day.month), "-", &*two(day.day)].concat()
}

/// The plans of these reports, each once.
pub(super) fn plans<'d>(reports: &[&Report<'d>]) -> Vec<&'d Plan> {
    let mut plans: Vec<&Plan> = Vec::new();
    for report in reports {
        if !plans.iter().any(|plan| plan.id == report.plan.id) {
            plans.push(report.plan);
        }
    }
    plans
}

/// Region and indicator; the region once where the indicator's name begins with it.
pub(super) fn target(report: &Report<'_>, language: Language) -> String {
    let region = report.region.name.in_language(language);
    let indicator = report.indicator.name.in_language(language);
    match indicator.starts_with(region) {
        true => indicator.to_string(),
        false => fill(language.messages().title, &[("region", region), ("indicator", indicator)]),
    }
}

/// What all of these are of: a target, an indicator, a plan, or so many plans.
fn name(reports: &[&Report<'_>], language: Language) -> String {
    let plans = plans(reports);
    let first = reports.first();
    let (mut one_indicator, mut one_region) = (true, true);
    for report in reports {
        one_indicator &= first.is_some_and(|one| one.indicator.id == report.indicator.id);
        one_region &= first.is_some_and(|one| one.region.id == report.region.id);
    }
    match (first, plans.as_slice()) {
        (Some(one), _) if one_indicator && one_region => target(one, language),
        (Some(one), _) if one_indicator => one.indicator.name.in_language(language).to_string(),
        (_, [plan]) => plan.short.in_language(language).to_string(),
        _ => fill(language.messages().scope_plans, &[("count", &plans.len().to_string())]),
    }
}

/// So many targets, in words.
pub(super) fn targets(count: usize, language: Language) -> String {
    let messages = language.messages();
    let template = if count == 1 { messages.tiles_one } else { messages.tiles_count };
    fill(template, &[("count", &count.to_string())])
}

/// Some of these names, and how many there are where not all are told.
pub(super) fn some(names: &[&str], language: Language) -> String {
    let messages = language.messages();
    let told = names.get(..NAMED).filter(|_| names.len() > NAMED + 1);
    match told {
        Some(told) => {
            let count = names.len().to_string();
            fill(messages.foot_among, &[("names", &told.join(messages.list_gap)), ("count", &count)])
        }
        None => names.join(messages.list_gap),
    }
}

/// Who published these values, for a foot, and whether the press stands between.
pub(super) fn data(points: &[(&Report<'_>, &Point)], language: Language) -> String {
    let messages = language.messages();
    let mut publishers: Vec<&str> = Vec::new();
    let (mut press, mut other) = (false, false);
    for (report, point) in points {
        let name = publisher(report, point, language);
        if !name.is_empty() && !publishers.contains(&name) {
            publishers.push(name);
        }
        let row = report.observation(point).filter(|_| matches!(point.row, Row::Package(_)));
        match row.map(|row| row.confidence) {
            Some(Confidence::Medium) => press = true,
            _ => other = true,
        }
    }
    if publishers.is_empty() {
        return if points.is_empty() { messages.foot_no_data } else { messages.foot_press }.to_string();
    }
    let data = fill(messages.foot_data, &[("publishers", &some(&publishers, language))]);
    // A publisher's name does not vouch for what a newspaper wrote of its figures.
    match (press, other) {
        (false, _) => data,
        (true, false) => fill(messages.foot_by_press, &[("data", &data)]),
        (true, true) => fill(messages.foot_partly_press, &[("data", &data)]),
    }
}

/// Plans, publishers and day of what is shown.
fn foot(reports: &[&Report<'_>], language: Language) -> Vec<String> {
    let messages = language.messages();
    let plans: Vec<&str> = plans(reports).iter().map(|plan| plan.short.in_language(language)).collect();
    let mut points = Vec::new();
    for report in reports {
        points.extend(report.series.points.iter().rev().map(|point| (*report, point)));
    }
    let data = data(&points, language);
    let day = reports.first().map(|report| fill(messages.foot_as_of, &[("date", &iso(report.as_of))]));
    let plans = fill(messages.foot_plans, &[("plans", &some(&plans, language))]);
    [plans, data].into_iter().chain(day).collect()
}

/// A view of many targets with its title, choices and foot; the reports that are chosen; and how many those are of all,
/// where they are not all.
pub(super) fn begin<'r, 'd>(
    reports: &'r [Report<'d>],
    chosen: &Chosen,
    names: &[&'static str],
    title: &str,
    language: Language,
) -> (View, Vec<&'r Report<'d>>, Vec<String>) {
    let messages = language.messages();
    let all: Vec<&Report<'d>> = reports.iter().collect();
    let kept = selection::kept(reports, chosen, names, language);
    let mut view = View::of_several(language, fill(title, &[("scope", &name(&all, language))]));
    view.choices = selection::choices(reports, chosen, names, language);
    view.foot = foot(&all, language);
    let (count, whole) = (kept.len().to_string(), all.len().to_string());
    let said = match kept.len() {
        0 => Some(messages.kept_none.to_string()),
        some if some < all.len() => Some(fill(messages.kept_of, &[("count", &count), ("all", &whole)])),
        _ => None,
    };
    (view, kept, said.into_iter().collect())
}
