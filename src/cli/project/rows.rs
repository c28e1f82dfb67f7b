//! The rows that `project` writes.

use super::notes::Notes;
use super::series::Series;
use super::targets::Target;
use crate::cli::table::{Cell, Table};
use crate::projection::{Projection, Unprojectable};

/// Columns without `--targets`.
pub const FORECASTS: &[&str] = &["id", "h", "mean", "lo80", "hi80", "lo95", "hi95", "method"];

/// Columns with `--targets`.
pub const PROBABILITIES: &[&str] = &["id", "h", "target", "p"];

/// What became of a series.
type Projected = Result<Projection, Unprojectable>;

/// A row for each year ahead up to `horizon`, its cells empty where the series does not allow them.
pub fn forecasts(table: &mut Table, series: &Series, projected: &Projected, horizon: i32, notes: &mut Notes) {
    notes.series(series, projected);
    let method = projected.as_ref().map_or(Cell::None, |projection| Cell::Text(projection.method.name()));
    for h in 1..=horizon {
        let forecast = projected.as_ref().ok().and_then(|projection| projection.at(projection.last.saturating_add(h)));
        if projected.is_ok() && forecast.is_none() {
            notes.too_far(series);
        }
        let (band80, band95) = (forecast.and_then(|one| one.band80), forecast.and_then(|one| one.band95));
        table.row(&[
            Cell::Text(&series.id),
            Cell::Whole(h),
            forecast.map(|one| one.centre).into(),
            band80.map(|band| band.lower).into(),
            band80.map(|band| band.upper).into(),
            band95.map(|band| band.lower).into(),
            band95.map(|band| band.upper).into(),
            method,
        ]);
    }
}

/// A row for each of the series' targets.
pub fn probabilities(table: &mut Table, series: &Series, projected: &Projected, targets: &[Target], notes: &mut Notes) {
    if targets.is_empty() {
        return;
    }
    notes.series(series, projected);
    for target in targets {
        let chance =
            |projection: &Projection| projection.probability(projection.last.saturating_add(target.h), target.goal());
        let p = projected.as_ref().ok().and_then(chance);
        table.row(&[Cell::Text(&series.id), Cell::Whole(target.h), Cell::Number(target.value), p.into()]);
    }
}
