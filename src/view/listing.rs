//! The table of everything: a row for each target, with all that is known of it.

use super::timeline::{deadline, due, judged};
use super::wording::{difference, publisher};
use super::{Cell, Chosen, View, number, outlook, scope, section, selection};
use crate::dataset::{Kind, Qualifier};
use crate::language::{Language, fill};
use crate::report::Report;

/// The choices that a reader has.
const CHOICES: [&str; 5] = ["topic", "section", "office", "judged", "sort"];

/// These reports as one table.
pub fn listing(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let (mut view, kept, mut said) = scope::begin(reports, chosen, &CHOICES, messages.listing_title, language);
    if !kept.is_empty() {
        let known = kept.iter().filter(|report| report.series.latest().is_some()).count();
        let targets = scope::targets(kept.len(), language);
        let values = [("targets", &*targets), ("known", &known.to_string())];
        said.push(fill(messages.listing_values, &values));
    }
    if !kept.is_empty() && chosen.judged != Chosen::UNJUDGED {
        let counts = selection::tally(&kept, language);
        let counts: Vec<String> =
            counts.into_iter().map(|(verdict, count)| [verdict.word, " ", &*count.to_string()].concat()).collect();
        said.push(fill(messages.listing_verdicts, &[("counts", &counts.join(messages.list_gap))]));
    }
    view.finding = said.join(messages.sentence_gap);
    view.description = view.finding.clone();
    let head = [
        messages.head_indicator,
        messages.head_region,
        messages.head_target,
        messages.head_deadline,
        messages.head_latest,
        messages.head_year,
        messages.head_qualifier,
        messages.head_gap,
        messages.choice_judged,
        messages.head_probability,
        messages.head_kind,
        messages.head_plan,
        messages.head_place,
        messages.head_publisher,
        messages.head_link,
    ];
    view.table.caption = view.title.clone();
    view.table.head = head.map(String::from).into();
    view.table.rows = kept.iter().map(|report| row(report, language)).collect();
    // What is known of none of them would be a column of dashes.
    for (at, head) in [(9, messages.head_probability), (6, messages.head_qualifier)] {
        let blank = |row: &Vec<Cell>| row.get(at).is_some_and(|cell| cell.text == messages.cell_none);
        if view.table.rows.iter().all(blank) {
            view.table.leave_out(head);
        }
    }
    // The title names a plan that is alone, and with it its region.
    if let [plan] = scope::plans(&reports.iter().collect::<Vec<_>>())[..] {
        view.table.leave_out(messages.head_plan);
        if reports.iter().all(|report| report.target.region == plan.region) {
            view.table.leave_out(messages.head_region);
        }
    }
    view
}

fn row(report: &Report<'_>, language: Language) -> Vec<Cell> {
    let messages = language.messages();
    let text = |text: &str| Cell::from(if text.is_empty() { messages.cell_none } else { text }.to_string());
    let none = || text("");
    let target = report.target;
    let kind = match target.kind {
        Kind::Level => messages.kind_level,
        Kind::Cumulative => messages.kind_cumulative,
        Kind::New => messages.kind_new,
        Kind::PerYear => messages.kind_per_year,
        Kind::GrowthRate => messages.kind_growth_rate,
        Kind::ChangeSince => messages.kind_change_since,
    };
    let latest = report.series.latest().and_then(|point| Some((point, report.observation(point)?)));
    let value = latest.and_then(|(_, row)| {
        let unit = report.dataset.unit(&row.unit)?;
        Some(Cell { text: number::published(row.value, unit, language), order: Some(row.value * unit.factor) })
    });
    let year = latest.map(|(point, _)| Cell { text: point.year.to_string(), order: Some(f64::from(point.year)) });
    // What a label says around a value, without the value.
    let qualifier = latest.map_or("", |(_, row)| match row.qualifier {
        Qualifier::Exact => "",
        Qualifier::AtLeast => messages.value_at_least,
        Qualifier::About => messages.value_about,
        Qualifier::Preliminary => messages.value_preliminary,
        Qualifier::PartYear => messages.value_part_year_unknown,
    });
    let qualifier = fill(qualifier, &[("value", "")]);
    let gap = report.requirement.gap.map(|gap| {
        let sign = if gap < 0.0 {
            "\u{2212}"
        } else if gap > 0.0 {
            "+"
        } else {
            ""
        };
        // A path that growth or a change is worked into bears fewer digits than the values themselves.
        let own = matches!(target.kind, Kind::GrowthRate | Kind::ChangeSince);
        let size = difference(gap, report.unit, language, if own { 3 } else { 8 });
        Cell { text: [sign, &size].concat(), order: Some(gap * report.unit.factor) }
    });
    let chance = report.assessment.likelihood().zip(report.assessment.probability).map(|(words, probability)| {
        let figure = outlook::figure(report, probability, language).unwrap_or_default();
        let text = [outlook::likelihood(words, messages), &figure].concat();
        Cell { text, order: Some(probability) }
    });
    // Where the value can be checked; without a value, where the target can.
    let link = latest.map_or(&report.plan.url, |(_, row)| &row.source_url);
    vec![
        text(report.indicator.name.in_language(language)),
        text(report.region.name.in_language(language)),
        due(report, language),
        deadline(report, language),
        value.unwrap_or_else(none),
        year.unwrap_or_else(none),
        text(qualifier.trim_matches([' ', '(', ')', '（', '）'])),
        gap.unwrap_or_else(none),
        judged(report, language),
        chance.unwrap_or_else(none),
        text(kind),
        text(report.plan.short.in_language(language)),
        text(&section(&target.section, language)),
        text(latest.map_or("", |(point, _)| publisher(report, point, language))),
        text(link),
    ]
}
