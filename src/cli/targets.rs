//! `targets`: the list of what the plans promise.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use super::format::Format;
use super::{Failure, csv, output, package};
use crate::dataset::diagnostic::nearest;
use crate::language::Language;
use crate::rows::Filter;

/// List the targets, in the plans' own order.
///
/// The columns are those of the data package's `targets.csv`, and after them the names of plan, indicator and region in
/// the language that --lang asks for. Missing values are empty cells, in JSON null.
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
    known("plan", &arguments.plan, dataset.plans.iter().map(|row| row.id.as_str()))?;
    known("region", &arguments.region, dataset.regions.iter().map(|row| row.id.as_str()))?;
    known("indicator", &arguments.indicator, dataset.indicators.iter().map(|row| row.id.as_str()))?;
    let filter = Filter {
        plan: arguments.plan.clone(),
        region: arguments.region.clone(),
        indicator: arguments.indicator.clone(),
    };
    let rows = filter
        .targets(&dataset, arguments.lang)
        .into_iter()
        .filter(|row| arguments.restated || row.get("restates") == Some(&crate::rows::Value::None))
        .map(serde_json::to_value)
        .collect::<Result<Vec<Value>, _>>()
        .and_then(|rows| match arguments.format {
            Format::Csv => Ok(as_csv(&rows)),
            Format::Json => serde_json::to_string_pretty(&rows).map(|json| json + "\n"),
        });
    output::print(rows.map_err(|error| Failure::input(error.to_string()))?.as_bytes())
}

/// Checks the id that an argument names; none is right.
///
/// # Errors
/// Where there is no such id, with the nearest.
pub fn known<'i>(noun: &str, asked: &Option<String>, ids: impl Iterator<Item = &'i str>) -> Result<(), Failure> {
    let Some(asked) = asked else { return Ok(()) };
    let ids: Vec<&str> = ids.collect();
    if ids.contains(&asked.as_str()) {
        return Ok(());
    }
    let failure = Failure::input(format!("no {noun} has the id `{asked}`"));
    Err(match nearest(asked, ids) {
        Some(hint) => failure.hint(hint),
        None => failure,
    })
}

/// The rows as the data package writes them, under a header; nothing at all where there is no row.
fn as_csv(rows: &[Value]) -> String {
    let mut out = String::new();
    for (index, row) in rows.iter().filter_map(Value::as_object).enumerate() {
        if index == 0 {
            csv::row(&mut out, row.keys().map(String::as_str));
        }
        let cells: Vec<String> = row.values().map(cell).collect();
        csv::row(&mut out, cells.iter().map(String::as_str));
    }
    out
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_string(),
        // 30, not 30.0; the digits that read back as the number.
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string()),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("、"),
        Value::Object(offices) => {
            let filled = offices.iter().map(|(role, names)| (role, cell(names))).filter(|(_, names)| !names.is_empty());
            filled.map(|(role, names)| format!("{role}={names}")).collect::<Vec<_>>().join(";")
        }
    }
}
