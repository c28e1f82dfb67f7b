//! The comparison view: what regions promise for one indicator, and how far they are.

mod finding;
mod row;

use super::axis::{Axis, Span, axis};
use super::number::{Magnitude, axis_unit};
use super::table::{Cell, Table};
use super::wording::{due_of_kind, observed, publisher, section};
use super::{
    Card, Choice, Chosen, Drawing, Kind, Mark, Marks, Source, View, cards, faults, scope, sources, trajectory, verdict,
    wording,
};
use crate::dataset::{Kind as TargetKind, Target, Unit};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::Point;
use row::{Reference, Row, Set};

/// The marks of it: lines of dumbbells over one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The value axis, which runs to the right.
    pub axis: Axis,
    /// What the marks are, in words.
    pub legend: Vec<(Sign, String)>,
    /// A line for each region, references last.
    pub rows: Vec<Compared>,
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A region's latest value.
    Value,
    /// Its target.
    Target,
    /// A target on the way, of an earlier deadline.
    Earlier,
    /// The latest value of a region to hold the others against.
    Reference,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The region's name.
    pub name: String,
    /// Whether it is there to hold the others against.
    pub reference: bool,
    /// The latest value.
    pub value: Option<Spot>,
    /// The target; of a reference none.
    pub target: Option<Spot>,
    /// Targets on the way, of earlier deadlines.
    pub earlier: Vec<Spot>,
    /// How far it is, in words; or that nothing is published; or that it is a reference.
    pub said: String,
}

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Where.
    pub at: f64,
    /// Upper end of a range.
    pub upper: Option<f64>,
    /// How a value is marked.
    pub mark: Mark,
    /// What stands beside it.
    pub label: String,
    /// The same in full, for a line of its own.
    pub long: String,
    /// Its card.
    pub card: usize,
}

/// These reports as a comparison: those of the first one's indicator that are counted in the same way.
pub fn comparison(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let Some(set) = Set::of(reports, &chosen.sort) else { return View::of_several(language, String::new()) };
    let first = set.first;
    let indicator = first.indicator.name.in_language(language);
    let title = match &set.rows[..] {
        [one] => trajectory::title(one.report, language),
        rows => {
            let known = rows.iter().any(|row| row.latest.is_some());
            let title = if known { messages.compare_title } else { messages.compare_title_bare };
            fill(title, &[("indicator", indicator)])
        }
    };
    let finding = finding::finding(&set, language);
    let mut cards = Vec::new();
    let marks = marks(&set, &mut cards, language);
    let mut drawings =
        vec![Drawing { name: Kind::Comparison.name(), word: messages.show_chart, marks: Marks::Comparison(marks) }];
    // Paths of growth may hang on levels in different units.
    if set.rows.len() > 1 && set.rows.iter().all(|row| row.report.unit.id == first.unit.id) {
        let mut charts = Vec::new();
        for (at, chart) in trajectory::on_one_scale(&set.reports(), language).into_iter().enumerate() {
            let Some(Row { report, .. }) = set.rows.get(at) else { continue };
            let (region, first) = (name(report, language), cards.len());
            let own = cards::cards(report, &chart, language).into_iter();
            cards.extend(own.map(|card| Card { row: at, ..card.of(&region, &report.target.id) }));
            charts.push((region, chart, first));
        }
        let word = messages.compare_multiples;
        drawings.push(Drawing { name: "multiples", word, marks: Marks::Multiples(charts) });
    }
    let single = set.rows.first().filter(|_| set.rows.len() == 1);
    View {
        description: description(&set, &title, &finding, language),
        verdict: single.map(|row| verdict::verdict(row.report, language)),
        meaning: first.indicator.meaning.in_language(language).to_string(),
        finding,
        drawings,
        cards,
        choices: choices(&set, &chosen.sort, language),
        table: table(&set, &title, language),
        faults: set.rows.iter().flat_map(|row| faults(row.report, language)).collect(),
        foot: foot(&set, language),
        sources: all_sources(&set, language),
        ..View::of_several(language, title)
    }
}

fn name(report: &Report<'_>, language: Language) -> String {
    report.region.name.in_language(language).to_string()
}

/// What a row's latest value says, with its year unless all have the same.
fn value(report: &Report<'_>, point: &Point, year: Option<i32>, language: Language) -> String {
    let value = report.observation(point).map(|row| observed(report.dataset, row, language)).unwrap_or_default();
    dated(value, point.year, year, language)
}

/// A figure with its year, unless that is the year that all have.
fn dated(value: String, own: i32, common: Option<i32>, language: Language) -> String {
    if common == Some(own) {
        return value;
    }
    fill(language.messages().compare_dated, &[("value", &value), ("year", &own.to_string())])
}

/// A region's figure in full: `2024 actual 5.77`, `2025 target ≥90`.
fn long_value(report: &Report<'_>, point: &Point, language: Language) -> String {
    let said = value(report, point, Some(point.year), language);
    fill(language.messages().label_observed, &[("year", &point.year.to_string()), ("value", &said)])
}

fn long_target(report: &Report<'_>, target: &Target, language: Language) -> String {
    let due = due_of_kind(report.dataset, target, language);
    fill(language.messages().label_target, &[("year", &target.deadline.to_string()), ("due", &due)])
}

fn marks(set: &Set<'_, '_>, cards: &mut Vec<Card>, language: Language) -> Comparison {
    let messages = language.messages();
    // The legend says the year of all, where it has a word for them.
    let values = set.common_year().filter(|_| set.rows.iter().any(|row| row.latest.is_some()));
    let deadlines = set.common_deadline();
    let mut card = |at: usize, region: &str, long: &str, source: Source, target: &str| {
        let said = [region, " ", long].concat();
        // What a mark is called heads its card.
        let source = Source { heading: said.clone(), ..source };
        cards.push(Card { said, row: at, source, target: target.to_string() });
        cards.len() - 1
    };
    let mut rows = Vec::new();
    for (at, row) in set.rows.iter().enumerate() {
        let report = row.report;
        let (region, id) = (name(report, language), &report.target.id);
        let value = row.latest.and_then(|point| {
            let source = sources::of_value(report, point, report.observation(point)?, language);
            let long = long_value(report, point, language);
            let card = card(at, &region, &long, source, id);
            let label = value(report, point, values, language);
            Some(Spot { at: point.value, upper: None, mark: trajectory::mark(point), label, long, card })
        });
        let mut target = |target: &Target, at_value: f64, upper: Option<f64>| {
            let long = long_target(report, target, language);
            let card = card(at, &region, &long, sources::of_target(report, target, language), &target.id);
            let label = dated(due_of_kind(report.dataset, target, language), target.deadline, deadlines, language);
            Spot { at: at_value, upper, mark: Mark::Exact, label, long, card }
        };
        let earlier = row.earlier();
        let earlier = earlier.into_iter().map(|(row, due)| target(row, due, None)).collect();
        let target = Some(target(report.target, row.due, row.upper));
        let said = row.said(language).unwrap_or_else(|| messages.label_none.to_string());
        rows.push(Compared { name: region, reference: false, value, target, earlier, said });
    }
    for (at, reference) in set.references.iter().enumerate() {
        let Reference { report, region, point } = *reference;
        let Some(observation) = report.observation(point) else { continue };
        let (name, long) = (region.name.in_language(language).to_string(), long_value(report, point, language));
        let source = sources::of_value(report, point, observation, language);
        let card = card(set.rows.len() + at, &name, &long, source, "");
        let label = value(report, point, values, language);
        let value = Some(Spot { at: point.value, upper: None, mark: Mark::Exact, label, long, card });
        let said = messages.compare_reference.to_string();
        rows.push(Compared { name, reference: true, value, target: None, earlier: Vec::new(), said });
    }
    Comparison { axis: scale(set, language), legend: legend(&rows, values, deadlines, language), rows }
}

/// What the marks are, as far as there are any.
fn legend(rows: &[Compared], year: Option<i32>, deadline: Option<i32>, language: Language) -> Vec<(Sign, String)> {
    let messages = language.messages();
    let with = |template: &str, year: Option<i32>, other: &str| match year {
        Some(year) => fill(template, &[("year", &year.to_string()), ("value", ""), ("due", "")]).trim().to_string(),
        None => other.to_string(),
    };
    let own = || rows.iter().filter(|row| !row.reference);
    [
        (
            Sign::Value,
            own().any(|row| row.value.is_some()),
            with(messages.label_observed, year, messages.compare_latest),
        ),
        (Sign::Target, true, with(messages.label_target, deadline, messages.head_target)),
        (Sign::Earlier, own().any(|row| !row.earlier.is_empty()), messages.compare_earlier.to_string()),
        (Sign::Reference, rows.iter().any(|row| row.reference), messages.compare_reference.to_string()),
    ]
    .into_iter()
    .filter_map(|(sign, there, word)| there.then_some((sign, word)))
    .collect()
}

/// The axis that holds every mark.
fn scale(set: &Set<'_, '_>, language: Language) -> Axis {
    let own = set.rows.iter().flat_map(|row| {
        let values = [Some(row.due), row.upper, row.latest.map(|point| point.value)];
        values.into_iter().flatten().chain(row.earlier().into_iter().map(|(_, due)| due))
    });
    let values = own.chain(set.references.iter().map(|reference| reference.point.value));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let kind = set.first.target.kind;
    let bounded = set.unit.id == set.first.indicator.unit && kind != TargetKind::ChangeSince;
    let span = Span {
        low,
        high,
        from_zero: matches!(kind, TargetKind::New | TargetKind::PerYear),
        floor: set.first.indicator.minimum.filter(|_| bounded),
        ceiling: set.first.indicator.maximum.filter(|_| bounded),
    };
    let mut axis = axis(span, set.unit, language);
    // Every label says the unit; the axis need only say in which magnitude it counts.
    if axis.unit == axis_unit(set.unit, Magnitude { factor: 1.0, word: "" }, language) {
        axis.unit.clear();
    }
    axis
}

fn choices(set: &Set<'_, '_>, sort: &str, language: Language) -> Vec<Choice> {
    if set.rows.len() < 2 {
        return Vec::new();
    }
    let messages = language.messages();
    let words = [messages.head_gap, messages.compare_latest, messages.head_region, messages.sort_plan];
    let options = row::SORTS.iter().zip(words).map(|(name, word)| (name.to_string(), word.to_string())).collect();
    let chosen = row::SORTS.iter().find(|name| **name == sort).copied().unwrap_or_default().to_string();
    vec![Choice { name: "sort", label: messages.choice_sort, options, chosen }]
}

fn description(set: &Set<'_, '_>, title: &str, finding: &str, language: Language) -> String {
    let messages = language.messages();
    let mut sentences = vec![fill(messages.describe, &[("title", title)]), finding.to_string()];
    for row in &set.rows {
        let said = [
            row.latest.map(|point| long_value(row.report, point, language)),
            Some(long_target(row.report, row.report.target, language)),
            Some(row.said(language).unwrap_or_else(|| messages.label_none.to_string())),
        ];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(messages.list_gap);
        sentences.push(fill(messages.compare_row, &[("region", &name(row.report, language)), ("said", &said)]));
    }
    for Reference { report, region, point } in &set.references {
        let said = [messages.compare_reference, messages.list_gap, &long_value(report, point, language)].concat();
        sentences.push(fill(messages.compare_row, &[("region", region.name.in_language(language)), ("said", &said)]));
    }
    sentences.join(messages.sentence_gap)
}

fn table(set: &Set<'_, '_>, title: &str, language: Language) -> Table {
    let messages = language.messages();
    let none = || Cell::from(messages.cell_none.to_string());
    let number = |text: String, order: f64| Cell { text, order: Some(order) };
    let year = |year: i32| number(year.to_string(), f64::from(year));
    let of_value = |report: &Report<'_>, point: Option<&Point>| match point {
        Some(point) => [number(value(report, point, Some(point.year), language), point.value), year(point.year)],
        None => [none(), none()],
    };
    let by = |report: &Report<'_>, point: Option<&Point>| {
        Cell::from(point.map_or(String::new(), |point| publisher(report, point, language).to_string()))
    };
    let own = |row: &Row<'_, '_>| {
        let report = row.report;
        let [value, of] = of_value(report, row.latest);
        let due = number(due_of_kind(report.dataset, report.target, language), row.due);
        let gap = row.said(language).map_or_else(none, |text| number(text, row.shortfall(false)));
        let judged = Cell::from(verdict::verdict(report, language).word.to_string());
        let region = Cell::from(name(report, language));
        vec![region, value, of, due, year(report.target.deadline), gap, judged, by(report, row.latest)]
    };
    let beside = |reference: &Reference<'_, '_>| {
        let Reference { report, region, point } = *reference;
        let [value, of] = of_value(report, Some(point));
        let named = [region.name.in_language(language), messages.foot_gap, messages.compare_reference].concat();
        vec![Cell::from(named), value, of, none(), none(), none(), none(), by(report, Some(point))]
    };
    Table {
        caption: title.to_string(),
        head: [
            messages.head_region,
            messages.compare_latest,
            messages.head_year,
            messages.head_target,
            messages.head_deadline,
            messages.head_gap,
            messages.choice_judged,
            messages.head_source,
        ]
        .map(String::from)
        .to_vec(),
        rows: set.rows.iter().map(own).chain(set.references.iter().map(beside)).collect(),
    }
}

/// The plans, the publishers of the values shown, the day.
fn foot(set: &Set<'_, '_>, language: Language) -> Vec<String> {
    let messages = language.messages();
    let mut foot: Vec<String> = Vec::new();
    for row in &set.rows {
        let place = section(&row.report.target.section, language);
        let plan = row.report.plan.short.in_language(language);
        let line = fill(messages.foot_target, &[("plan", plan), ("section", &place)]);
        if !foot.contains(&line) {
            foot.push(line);
        }
    }
    let own = set.rows.iter().filter_map(|row| Some((row.report, row.latest?)));
    let points: Vec<_> = own.chain(set.references.iter().map(|one| (one.report, one.point))).collect();
    foot.push(scope::data(&points, language));
    foot.push(trajectory::as_of(set.first, language));
    foot
}

/// The wording of every target and the source of every value, each under its region's name.
fn all_sources(set: &Set<'_, '_>, language: Language) -> Vec<Source> {
    let named = |region: &str, source: Source| {
        let values = [("region", region), ("indicator", &source.heading)];
        Source { heading: fill(language.messages().title, &values), ..source }
    };
    let mut all = Vec::new();
    for row in &set.rows {
        let own = sources::sources(row.report, language).into_iter();
        all.extend(own.map(|source| named(&name(row.report, language), source)));
    }
    for Reference { report, region, point } in &set.references {
        if let Some(row) = report.observation(point) {
            let source = sources::of_value(report, point, row, language);
            all.push(named(region.name.in_language(language), source));
        }
    }
    all
}

/// The size of a gap, with its share of the target where regions differ in size.
fn amount(gap: f64, due: f64, unit: &Unit, sizes: bool, language: Language) -> String {
    let gap_text = wording::difference(gap, unit, language, 8);
    let share = (gap / due).abs() * 100.0;
    if !sizes || !share.is_finite() || share == 0.0 {
        return gap_text;
    }
    let percent = super::number::to_grain(share, super::number::power_of_ten(share) / 10.0);
    let percent = super::number::digits(percent, 2, language);
    fill(language.messages().gap_share, &[("gap", &gap_text), ("percent", &percent)])
}
