//! `project`: where series of the reader's own are heading.

mod help;
mod notes;
mod rows;
mod series;
mod targets;

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use clap::Args;

use super::format::Format;
use super::progress::Bar;
use super::table::Table;
use super::{Failure, method};
use crate::projection::{self, Assumption};
use notes::Notes;
use series::Reader;
use targets::Targets;

/// Project yearly series: the centre, 80 % and 95 % intervals, and the probability that a target is reached.
///
/// Reads any number of series and writes them in their order, each as soon as it is read: the memory it takes is that of
/// one series, and of the ids that it has seen (of --targets, also of these).
#[derive(Debug, Args)]
#[command(after_help = help::SHORT, after_long_help = help::LONG)]
pub struct Arguments {
    /// The series, CSV: `id,t,value` and, if need be, `qualifier,break,lower,upper`; - for standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// How many years ahead: a row for each of 1 to this, 1000 at most. With --targets it may be left out.
    #[arg(long, value_name = "YEARS", required_unless_present = "targets", value_parser = clap::value_parser!(i32).range(1..=AHEAD))]
    horizon: Option<i32>,
    /// How to project; below, each is told in a line.
    #[arg(long, value_name = "NAME", value_parser = method::names())]
    method: Option<String>,
    /// Your own assumption of every year to come: a change in the series' unit (0.12, -3) or growth (5%, -1.5%).
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true, value_parser = method::growth)]
    growth: Option<Assumption>,
    /// How to write the rows.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Targets, CSV: `id,h,target,direction`, direction being higher or lower. Writes the probability of each instead.
    #[arg(long, value_name = "FILE")]
    targets: Option<PathBuf>,
}

/// Years ahead, at most: what is asked for as 2030 is a year.
const AHEAD: i64 = 1000;

/// Runs `project`.
///
/// # Errors
/// Arguments that contradict each other; files that cannot be read; the first fault in one, with line and column.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let method = method::of(arguments.method.as_deref(), arguments.growth)?;
    if arguments.targets.as_ref().is_some_and(|targets| *targets == arguments.input && targets.as_os_str() == "-") {
        return Err(Failure::usage("--input and --targets cannot both be standard input").hint("name a file for one"));
    }
    let mut reader = Reader::open(&arguments.input)?;
    let mut targets = arguments.targets.as_deref().map(Targets::read).transpose()?;
    let columns = if targets.is_some() { rows::PROBABILITIES } else { rows::FORECASTS };
    let mut table = Table::new(arguments.format, columns);
    let mut notes = Notes::default();
    // On a terminal the rows themselves show how far it is.
    let mut bar = Bar::new(if stdout().is_terminal() { 0 } else { 100 });
    while let Some(series) = reader.next()? {
        let projection = projection::of(&series.samples, method, series.bounds);
        match &mut targets {
            None => rows::forecasts(&mut table, &series, &projection, arguments.horizon.unwrap_or(1), &mut notes),
            Some(targets) => {
                let wanted = targets.take(&series.id);
                rows::probabilities(&mut table, &series, &projection, &wanted, &mut notes);
            }
        }
        if !table.pass_on()? {
            return Ok(());
        }
        bar.reach(reader.percent(), format_args!("{} series", reader.seen()));
    }
    drop(bar);
    // A target that nobody answers is a misspelt id; the others' answers stand.
    let unanswered = targets.and_then(|targets| targets.unanswered(&reader));
    table.end()?;
    notes.say();
    unanswered.map_or(Ok(()), Err)
}
