//! A page's own table of yearly values, read as observations of the target's indicator and region.
//!
//! The page hands over the texts of its cells; [`read`] finds the years and the values, a row or a column a year, reads
//! them as Chinese and English pages write them, and converts them to the indicator's unit. What can't be understood is a
//! [`Fault`] and is left out; nothing is guessed: a unit that is not ours, a second value for a year, a column that might
//! as well be another are faults.

mod csv;
mod figure;
mod layout;
mod plain;
mod reader;
mod sheet;
mod unit;
mod whose;
mod year;

pub use sheet::{Form, Sheet};

use crate::dataset::{Dataset, Date, Indicator, Kind, Observation, Target};
use layout::Layout;
use reader::Reader;

/// What a table says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Its values, at most one a year, in the order of the table, each with its cell's text as its wording. They have no
    /// source, and a publisher only where the table names one: the page alone vouches for them.
    pub values: Vec<Observation>,
    /// What could not be used.
    pub faults: Vec<Fault>,
    /// How its rows are named.
    pub form: Form,
    /// Whether the rows or columns of this region were chosen by its name among others, so that the sheet may serve others.
    pub by_region: bool,
    /// The same of the indicator.
    pub by_indicator: bool,
}

/// Something in a table that could not be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fault {
    /// Row of the table, from 1, heads included; 0 for the whole table.
    pub row: usize,
    /// Column, from 1.
    pub column: usize,
    /// The name of its field, where the sheet's form has such.
    pub field: String,
    /// The cell's text, as the page has it; empty for the whole table.
    pub cell: String,
    /// What is wrong.
    pub what: Wrong,
}

impl Fault {
    /// A fault of the whole table.
    fn whole(what: Wrong) -> Fault {
        Fault { what, ..Fault::default() }
    }
}

/// What is wrong in a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wrong {
    /// No year anywhere.
    #[default]
    NoYears,
    /// No column beside the years has a value.
    NoValues,
    /// More than one column may be the values.
    Several,
    /// A row's year is none, or beyond those that are counted.
    NotAYear,
    /// A year that begins after the day the reader stands on: no actual value.
    YearAhead,
    /// A year that has a value already.
    SecondValue,
    /// No number, or none that can be told for sure.
    NotANumber,
    /// A unit that does not convert to the indicator's, or none where one must tell a level from its change.
    Unit,
    /// A value that the indicator can't have.
    Bounds,
    /// Values of other regions or indicators alone, or of several whose names do not tell which is meant.
    Elsewhere,
    /// A word for how exact a value is that is none.
    NotAQualifier,
    /// A quote that is never closed.
    Quote,
    /// More than is read.
    TooMuch,
}

/// Reads a table as values of `target`'s indicator, or of the level whose growth or change it promises, on the day `as_of`.
///
/// A value of that day's own year is one of a part of the year. A value in a year in which the package begins a new
/// definition begins it too, unless the table has a value of the year before.
pub fn read(sheet: &Sheet, dataset: &Dataset, target: &Target, as_of: Date) -> Reading {
    let scales = scales(dataset, target);
    let mut reading = Reading { faults: sheet.faults.clone(), form: sheet.form, ..Reading::default() };
    if sheet.text.is_empty() && !reading.faults.is_empty() {
        return reading;
    }
    match Layout::find(sheet, dataset, target, &scales) {
        Ok(Some(layout)) => {
            (reading.by_region, reading.by_indicator) = (layout.by_region, layout.by_indicator);
            Reader { dataset, target, as_of, scales, layout }.lines(&mut reading);
        }
        Ok(None) => {}
        Err(fault) => reading.faults.push(fault),
    }
    reading
}

/// The indicators that a page may give values of: the level whose growth or change is promised, then the target's own. A
/// growth rate is drawn on its level alone.
fn scales<'d>(dataset: &'d Dataset, target: &Target) -> Vec<&'d Indicator> {
    let Some(own) = dataset.indicator(&target.indicator) else { return Vec::new() };
    let level = own.derived_from.as_deref().and_then(|level| dataset.indicator(level));
    match (target.kind, level) {
        (Kind::GrowthRate, Some(level)) => vec![level],
        (Kind::ChangeSince, Some(level)) => vec![level, own],
        _ => vec![own],
    }
}

#[cfg(test)]
mod tests;
