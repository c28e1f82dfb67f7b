//! Projections and looks back as rows.

use super::{Row, Value};
use crate::backtest::{Trial, Untestable};
use crate::dataset::Words;
use crate::projection::{Forecast, Goal, LeftOut, Projection, Unprojectable, Unsure};

/// Most years ahead that rows are written for.
pub const FARTHEST: i32 = 1000;

/// Up to when a projection is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// This many years after the last value used.
    Years(i32),
    /// This year.
    Until(i32),
}

/// A projection: its `method`, how many values (`n`) of which years (`first` to `last`) it rests on, how many were
/// `left_out` and why, why it has no intervals (`unsure`: `too_few`, `unmoved`), why there is none (`reason`: `too_few`,
/// `not_positive`, `overflow` …), and its `rows`, one for each year after the last up to `end`: `year`, `h` (years ahead),
/// `mean`, `lo80`, `hi80`, `lo95`, `hi95`, and with a `goal` the probability `p` that it is reached that year.
pub fn projection(projected: &Result<Projection, Unprojectable>, end: End, goal: Option<Goal>) -> Row {
    let found = projected.as_ref();
    let mut row = Row::default();
    row.add("method", found.ok().map(|found| found.method.name()));
    let (n, left_out) = match found {
        Ok(found) => (count(found.n), Some(found.left_out)),
        Err(Unprojectable::TooFew { n, left_out }) => (count(*n), Some(*left_out)),
        Err(_) => (Value::None, None),
    };
    row.add("n", n);
    row.add("first", found.ok().map(|found| found.first));
    row.add("last", found.ok().map(|found| found.last));
    row.add("left_out", left_out.map(self::left_out));
    row.add("unsure", found.ok().and_then(|found| found.unsure).map(unsure));
    row.add("reason", found.err().map(unprojectable));
    row.add("rows", found.map(|found| rows(found, end, goal)).unwrap_or_default());
    row
}

fn rows(projection: &Projection, end: End, goal: Option<Goal>) -> Vec<Row> {
    let last = projection.last;
    let ahead = match end {
        End::Years(years) => years,
        End::Until(year) => year.saturating_sub(last),
    };
    let at = |h: i32| {
        let year = last.saturating_add(h);
        let forecast = projection.at(year);
        let mut row = Row::default();
        row.add("year", year);
        row.add("h", h);
        add(&mut row, forecast);
        if let Some(goal) = goal {
            row.add("p", projection.probability(year, goal));
        }
        row
    };
    (1..=ahead.min(FARTHEST)).map(at).collect()
}

/// Centre and intervals; none where the arithmetic leaves the numbers.
fn add(row: &mut Row, forecast: Option<Forecast>) {
    let (band80, band95) = (forecast.and_then(|one| one.band80), forecast.and_then(|one| one.band95));
    row.add("mean", forecast.map(|one| one.centre));
    row.add("lo80", band80.map(|band| band.lower));
    row.add("hi80", band80.map(|band| band.upper));
    row.add("lo95", band95.map(|band| band.lower));
    row.add("hi95", band95.map(|band| band.upper));
}

fn left_out(left_out: LeftOut) -> Row {
    let mut row = Row::default();
    row.add("before_break", count(left_out.before_break));
    row.add("part_year", count(left_out.part_year));
    row
}

/// Looks back at the last value: `reason`, why there is none (`no_value`, `too_few`, `redefined`, or that of the
/// projection), and the `trials`, from the latest origin to the earliest. A trial has its `origin` (year of the last value
/// known then), the `method` and number of values (`n`) used, the `year` looked at, `h`, `mean`, `lo80` to `hi95`, the
/// `outcome` with its `qualifier`, and whether that lies `inside80` and `inside95`; none where "over X" does not tell.
pub fn backtest(trials: &Result<Vec<Trial>, Untestable>) -> Row {
    let mut row = Row::default();
    row.add("reason", trials.as_ref().err().map(untestable));
    row.add("trials", trials.iter().flatten().map(trial).collect::<Vec<Row>>());
    row
}

fn trial(trial: &Trial) -> Row {
    let (origin, year) = (trial.projection.last, trial.outcome.year);
    let mut row = Row::default();
    row.add("origin", origin);
    row.add("method", trial.projection.method.name());
    row.add("n", count(trial.projection.n));
    row.add("year", year);
    row.add("h", year.saturating_sub(origin));
    add(&mut row, Some(trial.forecast));
    row.add("outcome", trial.outcome.value);
    row.add("qualifier", trial.outcome.qualifier.as_str());
    for (field, inside) in [("inside80", trial.inside80), ("inside95", trial.inside95)] {
        row.add(field, inside.map_or(Value::None, Value::Flag));
    }
    row
}

pub(super) fn count(count: usize) -> Value {
    Value::Whole(i32::try_from(count).unwrap_or(i32::MAX))
}

fn unprojectable(reason: &Unprojectable) -> &'static str {
    match reason {
        Unprojectable::TooFew { .. } => "too_few",
        Unprojectable::Twice { .. } => "twice",
        Unprojectable::NotPositive => "not_positive",
        Unprojectable::Bounds => "bounds",
        Unprojectable::Assumption => "assumption",
        Unprojectable::Overflow => "overflow",
    }
}

fn unsure(reason: Unsure) -> &'static str {
    match reason {
        Unsure::TooFew => "too_few",
        Unsure::Unmoved => "unmoved",
    }
}

fn untestable(reason: &Untestable) -> &'static str {
    match reason {
        Untestable::NoValue => "no_value",
        Untestable::TooFew { .. } => "too_few",
        Untestable::Redefined { .. } => "redefined",
        Untestable::Unprojectable(reason) => unprojectable(reason),
    }
}
