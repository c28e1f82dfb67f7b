//! `assess`: the verdicts on targets.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::format::Format;
use super::standing::Standing;
use super::{Failure, csv, output, package};
use crate::assessment::Rule;
use crate::dataset::Dataset;
use crate::report::{self, Asked, Report};
use crate::rows::{self, Row, Value};

/// What `--rule` takes for all of them.
const EVERY: &str = "all";

/// Say of targets whether they are met, on track, at risk, off track or missed, and why.
///
/// A row for each target, in the order of the plans or of --target; rows that restate a target are left out. Where a
/// figure is not known, its cell is empty (in JSON null), never a guess.
#[derive(Debug, Args)]
#[command(
    after_help = "\
Examples:
  indicator-widgets assess --all > verdicts.csv
  indicator-widgets assess --plan fujian-2025 --as-of 2024-06-30
  indicator-widgets assess --target fujian-valid-trademarks-2025 --rule all --format json
  indicator-widgets assess --target fujian-valid-trademarks-2025 --growth 12%   if it grew so every year
`indicator-widgets assess --help` explains the columns.",
    after_long_help = "\
Examples:
  indicator-widgets assess --all > verdicts.csv
  indicator-widgets assess --plan fujian-2025 --as-of 2024-06-30
  indicator-widgets assess --target fujian-valid-trademarks-2025 --rule all --format json
  indicator-widgets assess --target fujian-valid-trademarks-2025 --growth 12%   if it grew so every year

Columns:
  id             the target
  as_of          the day stood on: what was published later is not known
  method         how the values were projected; empty where they are too few; of a published rule its name
  verdict        met, on_track, at_risk, off_track, missed, not_reported
  p              probability that the target is reached, 0 to 1; empty below four usable values
  value          the value that the verdict rests on, in the unit that the target's chart has
  value_year     the year of that value; later than the deadline where it stands in for one that is not published
  target         what it was held against; of a range the nearer end
  required_pace  mean change a year that is needed from there; of a growth rate the growth (0.05 is 5 %)
  pace           the same so far
  reason         what decided it: reached, not_reached, reached_for_good, already, likelihood (by p), pace, one_value,
                 no_value, unpublished (the deadline is over, its value not published), unclear (\"over X\" does not tell),
                 exceeded, floor_…, class (of a published rule), silent (a published rule cannot be applied)
JSON has further fields: rule, deadline, unit, n (values used), likelihood (the IPCC's word for p), words_only (p rests on
too few values to be printed as a figure), stands_in, class, measure, score, silence."
)]
pub struct Arguments {
    /// Every target of every plan.
    #[arg(long, required_unless_present_any = ["plan", "target"], conflicts_with_all = ["plan", "target"])]
    all: bool,
    /// The targets of this plan.
    #[arg(long, value_name = "ID", conflicts_with = "target")]
    plan: Option<String>,
    /// This target; several are separated by commas (`indicator-widgets targets` lists them).
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    target: Vec<String>,
    #[command(flatten)]
    standing: Standing,
    /// By which rule: ours, a published one, or a row for each.
    #[arg(long, value_name = "NAME", default_value = "own", value_parser = rules())]
    rule: String,
    /// How to write the rows.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Folder of a data package, instead of the one inside the program.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

fn rules() -> PossibleValuesParser {
    PossibleValuesParser::new(Rule::ALL.iter().map(|rule| rule.name()).chain([EVERY]))
}

/// Runs `assess`.
///
/// # Errors
/// Unknown ids, arguments that contradict each other, and data that cannot be read.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let method = arguments.standing.method()?;
    let dataset = package::open(arguments.data.as_deref())?;
    let asked = Asked { method, ..Asked::from(arguments.standing.day()) };
    let mut rows = Vec::new();
    for id in ids(arguments, &dataset)? {
        let report = report::of_target(&dataset, id, asked)?;
        rows.extend(self::rows(&report, &arguments.rule));
    }
    let text = match arguments.format {
        Format::Csv => as_csv(&rows),
        Format::Json => serde_json::to_string_pretty(&rows).map_err(|error| Failure::input(error.to_string()))? + "\n",
    };
    output::print(text.as_bytes())
}

fn ids<'a>(arguments: &'a Arguments, dataset: &'a Dataset) -> Result<Vec<&'a str>, Failure> {
    if !arguments.target.is_empty() {
        return Ok(arguments.target.iter().map(String::as_str).collect());
    }
    super::targets::known("plan", &arguments.plan, dataset.plans.iter().map(|row| row.id.as_str()))?;
    let plan = arguments.plan.as_ref();
    let asked = dataset.set_targets();
    Ok(asked.filter(|row| plan.is_none_or(|plan| *plan == row.plan)).map(|row| row.id.as_str()).collect())
}

fn rows(report: &Report<'_>, rule: &str) -> Vec<Row> {
    let asked = |one: &&Rule| rule == EVERY || one.name() == rule;
    Rule::ALL.iter().filter(asked).map(|rule| rows::assessment(report, *rule)).collect()
}

fn as_csv(rows: &[Row]) -> String {
    let mut out = String::new();
    csv::row(&mut out, rows::ASSESSED);
    for row in rows {
        let cells = rows::ASSESSED.map(|column| row.get(column).map(cell).unwrap_or_default());
        csv::row(&mut out, cells.iter().map(String::as_str));
    }
    out
}

/// A number in the fewest digits that read back as the same double, zero without a sign.
fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Whole(whole) => whole.to_string(),
        Value::Number(number) => (number + 0.0).to_string(),
        _ => String::new(),
    }
}
