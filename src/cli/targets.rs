//! `targets`: the list of what the plans promise.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Failure, csv, output, package};
use crate::dataset::{Dataset, Offices, Target, Words};
use crate::language::Language;

/// List the targets, in the plans' own order.
///
/// The columns are those of the data package's `targets.csv`, and the names of region, indicator and plan in the
/// language that `--lang` asks for.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets targets --lang en > targets.csv
  indicator-widgets targets --plan jinhua-2025 --format json
  indicator-widgets targets --restated          also the rows that say a target a second time")]
pub struct Arguments {
    /// How to write the list.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Only this plan's targets.
    #[arg(long, value_name = "ID")]
    plan: Option<String>,
    /// Only targets for this region.
    #[arg(long, value_name = "ID")]
    region: Option<String>,
    /// Only targets of this indicator.
    #[arg(long, value_name = "ID")]
    indicator: Option<String>,
    /// Also the rows that restate a target.
    #[arg(long)]
    restated: bool,
    /// Language of the names: zh-Hans, zh-Hant, en.
    #[arg(long, value_name = "TAG", default_value = "zh-Hans", value_parser = language)]
    lang: Language,
    /// Folder of a data package, instead of the one inside the program.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A header and a row for each target.
    Csv,
    /// An array of objects.
    Json,
}

/// The language of a `--lang`.
///
/// # Errors
/// Where the program does not speak it.
pub fn language(tag: &str) -> Result<Language, String> {
    Language::negotiate(tag).ok_or_else(|| format!("`{tag}` is not spoken here; expected zh-Hans, zh-Hant or en"))
}

/// Runs `targets`.
///
/// # Errors
/// Unknown ids, and data that cannot be read.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let dataset = package::open(arguments.data.as_deref())?;
    let plans = dataset.plans.iter().map(|row| row.id.as_str());
    known("plan", arguments.plan.as_deref(), plans)?;
    known("region", arguments.region.as_deref(), dataset.regions.iter().map(|row| row.id.as_str()))?;
    known("indicator", arguments.indicator.as_deref(), dataset.indicators.iter().map(|row| row.id.as_str()))?;
    let fits = |asked: &Option<String>, id: &str| asked.as_deref().is_none_or(|asked| asked == id);
    let rows: Vec<Row> = dataset
        .targets
        .iter()
        .filter(|row| arguments.restated || row.restates.is_none())
        .filter(|row| fits(&arguments.plan, &row.plan) && fits(&arguments.region, &row.region))
        .filter(|row| fits(&arguments.indicator, &row.indicator))
        .map(|row| Row(cells(&dataset, row, arguments.lang)))
        .collect();
    let text = match arguments.format {
        Format::Csv => as_csv(&rows),
        Format::Json => {
            let json = serde_json::to_string_pretty(&rows);
            json.map_err(|error| Failure::input(error.to_string()))? + "\n"
        }
    };
    output::print(text.as_bytes())
}

fn known<'i>(noun: &str, id: Option<&str>, mut ids: impl Iterator<Item = &'i str> + Clone) -> Result<(), Failure> {
    let Some(id) = id else { return Ok(()) };
    let all = ids.clone();
    if ids.any(|known| known == id) {
        return Ok(());
    }
    let failure = Failure::input(format!("no {noun} has the id `{id}`"));
    Err(match crate::dataset::diagnostic::nearest(id, all) {
        Some(hint) => failure.hint(hint),
        None => failure,
    })
}

/// One target: column and cell, in order.
struct Row<'d>(Vec<(&'static str, Cell<'d>)>);

enum Cell<'d> {
    Empty,
    Text(&'d str),
    Number(f64),
    Year(i32),
    Flag(bool),
    Offices(&'d Offices),
}

fn cells<'d>(dataset: &'d Dataset, row: &'d Target, language: Language) -> Vec<(&'static str, Cell<'d>)> {
    let name = |text: Option<&'d crate::dataset::Text>| Cell::Text(text.map_or("", |text| text.in_language(language)));
    let year = |year: Option<i32>| year.map_or(Cell::Empty, Cell::Year);
    vec![
        ("id", Cell::Text(&row.id)),
        ("plan", Cell::Text(&row.plan)),
        ("plan_name", name(dataset.plan(&row.plan).map(|plan| &plan.short))),
        ("section", Cell::Text(&row.section)),
        ("indicator", Cell::Text(&row.indicator)),
        ("indicator_name", name(dataset.indicator(&row.indicator).map(|indicator| &indicator.name))),
        ("region", Cell::Text(&row.region)),
        ("region_name", name(dataset.region(&row.region).map(|region| &region.name))),
        ("kind", Cell::Text(row.kind.as_str())),
        ("comparator", Cell::Text(row.comparator.as_str())),
        ("value", Cell::Number(row.value)),
        ("value_max", row.value_max.map_or(Cell::Empty, Cell::Number)),
        ("unit", Cell::Text(&row.unit)),
        ("start", year(row.start)),
        ("start_stated", Cell::Flag(row.start_stated)),
        ("base_year", year(row.base_year)),
        ("deadline", Cell::Year(row.deadline)),
        ("deadline_stated", Cell::Flag(row.deadline_stated)),
        ("direction", Cell::Text(row.direction.as_str())),
        ("quote", Cell::Text(&row.quote)),
        ("restates", row.restates.as_deref().map_or(Cell::Empty, Cell::Text)),
        ("responsible", Cell::Offices(&row.responsible)),
    ]
}

fn as_csv(rows: &[Row]) -> String {
    let mut out = String::new();
    for (index, Row(cells)) in rows.iter().enumerate() {
        if index == 0 {
            csv::row(&mut out, cells.iter().map(|(column, _)| *column));
        }
        let texts: Vec<String> = cells.iter().map(|(_, cell)| cell.text()).collect();
        csv::row(&mut out, texts.iter().map(String::as_str));
    }
    out
}

impl Cell<'_> {
    /// As the data package writes it.
    fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => (*text).to_string(),
            Cell::Number(number) => number.to_string(),
            Cell::Year(year) => year.to_string(),
            Cell::Flag(flag) => if *flag { "yes" } else { "no" }.to_string(),
            Cell::Offices(offices) => {
                let part = |role: &str, names: &[String]| (!names.is_empty()).then(|| format!("{role}={}", names.join("、")));
                let parts = [part("lead", &offices.lead), part("with", &offices.with)];
                parts.into_iter().flatten().collect::<Vec<_>>().join(";")
            }
        }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, cell) in &self.0 {
            match cell {
                Cell::Empty => map.serialize_entry(column, &())?,
                Cell::Text(text) => map.serialize_entry(column, text)?,
                Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                    map.serialize_entry(column, &(*number as i64))?;
                }
                Cell::Number(number) => map.serialize_entry(column, number)?,
                Cell::Year(year) => map.serialize_entry(column, year)?,
                Cell::Flag(flag) => map.serialize_entry(column, flag)?,
                Cell::Offices(offices) => {
                    let lists = serde_json::json!({ "lead": offices.lead, "with": offices.with });
                    map.serialize_entry(column, &lists)?;
                }
            }
        }
        map.end()
    }
}
