//! A page's own table of yearly values, read as observations of the target's indicator and region.
//!
//! The page hands over the texts of its cells; [`read`] finds the years and the values, a row or a column a year, reads
//! them as Chinese and English pages write them, and converts them to the indicator's unit. What can't be understood is a
//! [`Fault`] and is left out; nothing is guessed: a unit that is not ours, a second value for a year, a column that might
//! as well be another are faults.

mod figure;
mod layout;
mod plain;
mod unit;

use crate::dataset::{Confidence, Dataset, Date, Indicator, Kind, Observation, Qualifier, Target, Text, Unit, scale};
use figure::{Figure, blank, figure, has_digit, year};
use layout::{Layout, dimension_of};
use plain::plain;
use unit::{Claim, Measure, measure};

/// A page's table as text: its caption (which may be empty), then each row, heads included, behind a line feed, its cells
/// parted by tabs; a cell that spans several stands in each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet(pub String);

/// What a table says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Its values, at most one a year, in the order of the table, each with its cell's text as its wording. They have no
    /// publisher and no source: the page alone vouches for them.
    pub values: Vec<Observation>,
    /// What could not be used.
    pub faults: Vec<Fault>,
}

/// Something in a table that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Row of the table, from 1, heads included; 0 for the whole table.
    pub row: usize,
    /// The cell's text, as the page has it; empty for the whole table.
    pub cell: String,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No year anywhere.
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
}

/// A number beyond this, in a unit's base, is no figure that anybody published.
const LARGEST: f64 = 1e18;

/// Reads a table as values of `target`'s indicator, or of the level whose growth or change it promises, on the day `as_of`.
///
/// A value of that day's own year is one of a part of the year. A value in a year in which the package begins a new
/// definition begins it too, unless the table has a value of the year before.
pub fn read(sheet: &Sheet, dataset: &Dataset, target: &Target, as_of: Date) -> Reading {
    let table = sheet.0.as_str();
    let scales = scales(dataset, target);
    let mut reading = Reading::default();
    match Layout::find(table, dataset, &scales) {
        Ok(Some(layout)) => Reader { table, dataset, target, as_of, scales, layout }.lines(&mut reading),
        Ok(None) => {}
        Err(what) => reading.faults.push(Fault { row: 0, cell: String::new(), what }),
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

struct Reader<'a> {
    table: &'a str,
    dataset: &'a Dataset,
    target: &'a Target,
    as_of: Date,
    scales: Vec<&'a Indicator>,
    layout: Layout,
}

/// What the heads say of the unit of values that have none of their own; an error where it does not serve, which is told
/// once.
type Head<'a> = Result<Option<Measure<'a>>, ()>;

impl<'a> Reader<'a> {
    fn lines(&self, reading: &mut Reading) {
        let head = match self.layout.claim(self.dataset, self.layout.values) {
            (Claim::Nothing, _) => Ok(None),
            (Claim::Is(said), _) if said.unit.is_none_or(|unit| self.measured_in(unit).is_some()) => Ok(Some(said)),
            (_, line) => {
                let whole = Fault { row: 0, cell: String::new(), what: Wrong::Unit };
                let fault = |line| self.fault(line, self.layout.values, Wrong::Unit);
                reading.faults.push(line.map_or(whole, fault));
                Err(())
            }
        };
        for line in self.layout.lines() {
            match self.line(line, head, &reading.values) {
                Ok(Some(value)) => reading.values.push(value),
                Ok(None) => {}
                Err((place, what)) => reading.faults.push(self.fault(line, place, what)),
            }
        }
    }

    fn fault(&self, line: usize, place: usize, what: Wrong) -> Fault {
        let (row, _) = self.layout.at(line, place);
        Fault { row: row + 1, cell: self.raw(line, place), what }
    }

    /// The text there, as the page has it.
    fn raw(&self, line: usize, place: usize) -> String {
        let (row, column) = self.layout.at(line, place);
        let row = self.table.split('\n').nth(row.saturating_add(1));
        row.and_then(|row| row.split('\t').nth(column)).unwrap_or_default().trim().into()
    }

    /// The value in a line, if there is one; else the place of what is wrong.
    fn line(&self, line: usize, head: Head<'a>, before: &[Observation]) -> Result<Option<Observation>, (usize, Wrong)> {
        let (years, values) = (self.layout.years, self.layout.values);
        let (when, text) = (self.layout.cell(line, years), self.layout.cell(line, values));
        let found = figure(text);
        let Some((year, soft)) = year(when) else {
            // A head, which may come again further down, a note (one text across the line), a source; but not where
            // somebody meant a year.
            let digit = has_digit(when);
            let meant = match found {
                Ok(Some(_)) => line > self.layout.first || digit,
                Ok(None) => false,
                Err(()) => line > self.layout.first && digit,
            };
            let head = when == text || Layout::is_year_word(when);
            return if meant && !head { Err((years, Wrong::NotAYear)) } else { Ok(None) };
        };
        let Some(found) = found.map_err(|()| (values, Wrong::NotANumber))? else { return Ok(None) };
        let Some((indicator, unit, value)) = self.convert(&found, head).map_err(|what| (values, what))? else {
            return Ok(None);
        };
        if year > self.as_of.year {
            return Err((years, Wrong::YearAhead));
        }
        if before.iter().any(|row| row.year == year) {
            return Err((years, Wrong::SecondValue));
        }
        Ok(Some(Observation {
            indicator: indicator.id.clone(),
            region: self.target.region.clone(),
            year,
            value,
            unit: unit.id.clone(),
            qualifier: match found.qualifier {
                _ if year == self.as_of.year => Qualifier::PartYear,
                Qualifier::Exact if soft => Qualifier::Preliminary,
                qualifier => qualifier,
            },
            as_at: String::new(),
            published: None,
            publisher: String::new(),
            source_title: String::new(),
            source_url: String::new(),
            wording: self.raw(line, values),
            confidence: Confidence::Medium,
            break_note: self.break_note(line, year, &indicator.id),
        }))
    }

    /// The figure as a value of the indicator it is of, in that one's unit; nothing where its unit is not known and that was
    /// told.
    fn convert(&self, found: &Figure<'_>, head: Head<'a>) -> Result<Option<(&'a Indicator, &'a Unit, f64)>, Wrong> {
        let own = if found.unit.is_empty() && !found.yuan {
            None
        } else {
            Some(measure(self.dataset, found.unit, found.yuan).ok_or(Wrong::Unit)?)
        };
        let (given, factor) = match (own, head) {
            (Some(Measure { unit: Some(unit), factor }), _) => (Some(unit), Some(factor)),
            (_, Err(())) => return Ok(None),
            // 3000亿 below （亿元） or （万元） counts yuan; 1.2万 below （亿元） may be 1.2万亿元, and nobody can tell.
            (Some(own), Ok(Some(head))) if own.factor < head.factor => return Err(Wrong::Unit),
            (Some(own), Ok(Some(head))) => (head.unit, Some(own.factor * head.factor.min(1.0))),
            (None, Ok(Some(head))) => (head.unit, Some(head.factor)),
            (own, Ok(None)) => (None, own.map(|own| own.factor)),
        };
        let indicator = match (given, self.scales.first()) {
            (Some(unit), _) => self.measured_in(unit),
            // Of a level and its change nobody can tell which, unless a unit says it.
            (None, Some(first)) if first.id == self.target.indicator => Some(*first),
            _ => None,
        };
        let indicator = indicator.ok_or(Wrong::Unit)?;
        let unit = self.dataset.unit(&indicator.unit).ok_or(Wrong::Unit)?;
        let value = scale(found.number, factor.unwrap_or(unit.factor), unit.factor);
        let possible = (value * unit.factor).abs() <= LARGEST
            && indicator.minimum.is_none_or(|least| value >= least)
            && indicator.maximum.is_none_or(|most| value <= most);
        if possible { Ok(Some((indicator, unit, value))) } else { Err(Wrong::Bounds) }
    }

    /// The indicator that a value in `unit` is of; 件 below "每万人……" is 件/万人.
    fn measured_in(&self, unit: &Unit) -> Option<&'a Indicator> {
        let of = |unit: &Unit| dimension_of(self.dataset, &self.scales, &unit.dimension);
        let ratio = |row: &&Unit| row.id.strip_prefix(&unit.id).is_some_and(|rest| rest.starts_with('/'));
        let ratios = || self.dataset.units.iter().filter(ratio).find_map(of);
        of(unit).or_else(|| if self.layout.headed(self.layout.values, "每|人均| per ") { ratios() } else { None })
    }

    /// The page's words for a new definition, the same in every language; else the package's of that year.
    fn break_note(&self, line: usize, year: i32, indicator: &str) -> Option<Text> {
        let words = self.raw(line, self.layout.breaks);
        if !blank(&plain(&words)) {
            return Some(Text { zh_hans: words.clone(), zh_hant: words.clone(), en: words });
        }
        let before = self.layout.lines().any(|line| {
            let (when, value) = (self.layout.cell(line, self.layout.years), self.layout.cell(line, self.layout.values));
            figure::year(when).is_some_and(|(other, _)| other == year - 1) && matches!(figure(value), Ok(Some(_)))
        });
        let same =
            |row: &&Observation| row.indicator == indicator && row.region == self.target.region && row.year == year;
        let row = self.dataset.observations.iter().find(same).filter(|_| !before)?;
        row.break_note.clone()
    }
}

#[cfg(test)]
mod tests;
