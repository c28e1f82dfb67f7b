//! What a trajectory is held against: the same indicator in another region, or where another method says it is heading.

use super::wording::{observed, publisher};
use super::{Beside, Card, Cell, Choice, Operation, Source, Table, cards, outlook, sources, trajectory};
use crate::assessment::definitions_differ;
use crate::dataset::Region;
use crate::language::{Language, fill};
use crate::projection::{self, Method, Projection};
use crate::report::Report;
use crate::series::{Point, Series};

/// What a reader has chosen to hold a target against.
pub(super) struct Held<'d> {
    /// What it is called.
    name: String,
    with: With<'d>,
}

enum With<'d> {
    Region(&'d Region, Series),
    Method(Box<Projection>),
}

/// What can be held against the target: regions by id, then methods by name, each with its word.
fn offered(report: &Report<'_>, operation: Option<&Operation>, language: Language) -> Vec<(String, String)> {
    let messages = language.messages();
    let mut all = Vec::new();
    for series in report.elsewhere() {
        let region = report.dataset.region(&series.region);
        all.extend(region.map(|region| (series.region, region.name.in_language(language).to_string())));
    }
    let Some(operation) = operation.filter(|_| outlook::drawn(report)) else { return all };
    for (name, word) in &operation.methods {
        if *name != operation.method && Method::parse(name).is_some() {
            all.push((name.to_string(), fill(messages.foot_method, &[("method", word)])));
        }
    }
    all
}

/// What can be chosen, and what is; nothing where there is nothing to choose.
pub(super) fn choice(
    report: &Report<'_>,
    compare: &str,
    operation: Option<&Operation>,
    language: Language,
) -> Option<Choice> {
    let messages = language.messages();
    let mut options = offered(report, operation, language);
    if options.is_empty() {
        return None;
    }
    let chosen = options.iter().find(|(name, _)| name == compare).map(|(name, _)| name.clone()).unwrap_or_default();
    options.insert(0, (String::new(), messages.compare_none.to_string()));
    Some(Choice { name: "compare", label: messages.choice_compare, options, chosen })
}

impl<'d> Held<'d> {
    /// What the option called `compare` stands for; `None` where it is no choice or comes to nothing.
    pub(super) fn of(report: &Report<'d>, choice: Option<&Choice>) -> Option<Held<'d>> {
        let choice = choice.filter(|choice| !choice.chosen.is_empty())?;
        let (id, name) = choice.options.iter().find(|(name, _)| *name == choice.chosen)?;
        let with = match report.dataset.region(id) {
            Some(region) => {
                With::Region(region, report.elsewhere().into_iter().find(|series| series.region == region.id)?)
            }
            None => {
                let projection = projection::of(&report.samples(), Method::parse(id)?, report.bounds()).ok()?;
                With::Method(Box::new(projection))
            }
        };
        Some(Held { name: name.clone(), with })
    }

    /// Its marks, those of a region as far as they lie in `years`; where none does, `years` begins with its last.
    pub(super) fn marks(&self, report: &Report<'_>, years: &mut (i32, i32), language: Language) -> Beside {
        match &self.with {
            With::Region(_, series) => {
                let last = series.latest().map_or(years.0, |point| point.year);
                years.0 = years.0.min(last);
                years.1 = years.1.max(last);
                let shown = series.points.iter().filter(|point| (years.0..=years.1).contains(&point.year));
                let observed = shown.map(|point| trajectory::observed_mark(report, point, language)).collect();
                let labels = series.latest().map(|point| self.label(report, point, language));
                let labels = labels.into_iter().chain([self.name.clone()]).collect();
                Beside { observed, line: Vec::new(), labels }
            }
            With::Method(projection) => {
                let course = outlook::course(report, projection, report.shown_until());
                let line = course.map_or_else(Vec::new, |course| course.line);
                let short = outlook::method_name(projection.method, language.messages()).to_string();
                Beside { observed: Vec::new(), line, labels: vec![self.name.clone(), short] }
            }
        }
    }

    /// A card for each of a region's marks, in a row behind the chart's own.
    pub(super) fn cards(&self, report: &Report<'_>, marks: &Beside, language: Language) -> Vec<Card> {
        let With::Region(_, series) = &self.with else { return Vec::new() };
        let points = marks.observed.iter().filter_map(|mark| series.at(mark.year));
        points
            .map(|point| Card { row: 3, ..cards::observed_card(report, point, language).of(&self.name, "") })
            .collect()
    }

    fn label(&self, report: &Report<'_>, point: &Point, language: Language) -> String {
        let values = [("value", &*said(report, point, language)), ("year", &*point.year.to_string())];
        [&*self.name, " ", &fill(language.messages().compare_dated, &values)].concat()
    }

    /// What it finds, in a sentence; and a notice where the two can't well be compared.
    pub(super) fn finding(&self, report: &Report<'_>, language: Language) -> String {
        let messages = language.messages();
        match &self.with {
            With::Region(region, series) => {
                let Some(point) = series.latest() else { return String::new() };
                let (value, year) = (said(report, point, language), point.year.to_string());
                let values = [("region", &*self.name), ("year", &year), ("value", &value)];
                let sentence = fill(messages.compare_region, &values);
                if !definitions_differ(report.unit, &[report.region, *region]) {
                    return sentence;
                }
                [&*sentence, messages.sentence_gap, messages.definitions_differ].concat()
            }
            With::Method(projection) => outlook::by_another(report, projection, language),
        }
    }

    /// What the chart shows of it, for those who do not see it.
    pub(super) fn description(&self, language: Language) -> String {
        let messages = language.messages();
        let template = match self.with {
            With::Region(..) => messages.describe_beside,
            With::Method(_) => messages.describe_beside_method,
        };
        fill(template, &[("name", &self.name)])
    }

    /// Adds its column to the table, before the source, and the years that only it has.
    pub(super) fn column(&self, report: &Report<'_>, marks: &Beside, table: &mut Table, language: Language) {
        let none = || Cell::from(language.messages().cell_none.to_string());
        let wide = table.head.len();
        let at = wide.saturating_sub(1);
        let year_of = |row: &Vec<Cell>| row.first().and_then(|cell| cell.text.parse::<u16>().ok()).map_or(0, i32::from);
        for mark in &marks.observed {
            if table.rows.iter().all(|row| year_of(row) != mark.year) {
                let place = table.rows.iter().position(|row| year_of(row) > mark.year).unwrap_or(table.rows.len());
                let mut row = vec![Cell::from(mark.year.to_string())];
                row.resize_with(wide, none);
                table.rows.insert(place, row);
            }
        }
        table.head.insert(at, self.name.clone());
        for row in &mut table.rows {
            let year = year_of(row);
            let text = match &self.with {
                With::Region(_, series) => series.at(year).map(|point| said(report, point, language)),
                With::Method(projection) => outlook::cell(report, projection, year, language),
            };
            row.insert(at.min(row.len()), text.map_or_else(none, Cell::from));
        }
    }

    /// Who published the values of a region, for the foot.
    pub(super) fn foot(&self, report: &Report<'_>, language: Language) -> Option<String> {
        let messages = language.messages();
        let With::Region(_, series) = &self.with else { return None };
        let publisher = publisher(report, series.latest()?, language);
        let publisher = if publisher.is_empty() { return None } else { publisher };
        let named = fill(messages.compare_dated, &[("value", publisher), ("year", &self.name)]);
        Some(fill(messages.foot_data, &[("publishers", &named)]))
    }

    /// Where a region's values come from, newest first.
    pub(super) fn sources(&self, report: &Report<'_>, language: Language) -> Vec<Source> {
        let With::Region(_, series) = &self.with else { return Vec::new() };
        let points = series.points.iter().rev();
        let each = points.filter_map(|point| {
            let source = sources::of_value(report, point, report.observation(point)?, language);
            let values = [("region", &*self.name), ("indicator", &source.heading)];
            Some(Source { heading: fill(language.messages().title, &values), ..source })
        });
        each.collect()
    }
}

fn said(report: &Report<'_>, point: &Point, language: Language) -> String {
    report.observation(point).map(|row| observed(report.dataset, row, language)).unwrap_or_default()
}
