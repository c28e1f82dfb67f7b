//! A page's own table of yearly values, read as observations of the target's indicator and region.
//!
//! The page hands over the texts of its cells ([`Sheet`]); [`read`] finds the years and the values, a row or a column a
//! year, reads them as Chinese and English pages write them, and converts them to the indicator's unit. What can't be
//! understood is a [`Fault`] and is left out; nothing is guessed: a unit that is not ours, a second value for a year, a
//! column that might as well be another are faults.

mod figure;
mod layout;
mod plain;
mod unit;

use crate::dataset::{Confidence, Dataset, Date, Indicator, Kind, Observation, Qualifier, Target, Text, Unit, scale};
use figure::{Figure, figure, year};
use layout::{Layout, dimension_of};
use plain::plain;
use unit::{Measure, measure};

/// The texts of a page's table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its caption; may be empty.
    pub caption: String,
    /// Its rows, heads included; a cell that spans several stands in each.
    pub rows: Vec<Vec<String>>,
    /// For each row why a new definition starts there; empty or not there where none does.
    pub breaks: Vec<String>,
}

/// What a table says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// Its values, at most one a year, in the order of the table, each with its cell's text as its wording. They have no
    /// publisher and no source: the page alone vouches for them.
    pub values: Vec<Observation>,
    /// What could not be used.
    pub faults: Vec<Fault>,
    /// Id of the unit that values without one are taken in.
    pub unit: String,
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
    /// A row's year is none.
    NotAYear,
    /// A year beyond those that are counted.
    YearRange,
    /// A year that begins after the day the reader stands on: no actual value.
    YearAhead,
    /// A year that has a value already.
    SecondValue,
    /// No number, or none that can be told for sure.
    NotANumber,
    /// Only said to be less than a number.
    Ceiling,
    /// A unit that does not convert to the indicator's.
    Unit,
    /// No unit, where the values may be a level or its change.
    UnitNeeded,
    /// A value that the indicator can't have.
    Bounds,
}

/// A number beyond this, in a unit's base, is no figure that anybody published.
const LARGEST: f64 = 1e18;

/// Reads `sheet` as values of `target`'s indicator, or of the level whose growth or change it promises, on the day `as_of`.
///
/// A value of that day's own year is one of a part of the year. Where the package has a break in the definition in a year
/// whose value before is not the page's own, the break stays.
#[inline(never)]
pub fn read(sheet: &Sheet, dataset: &Dataset, target: &Target, as_of: Date) -> Reading {
    let scales = scales(dataset, target);
    let unit = scales.first().map(|row| row.unit.clone()).unwrap_or_default();
    let mut reading = Reading { unit, ..Reading::default() };
    match Layout::find(sheet, dataset, &scales) {
        Ok(Some(layout)) => Reader { sheet, dataset, target, as_of, scales, layout }.lines(&mut reading),
        Ok(None) => {}
        Err(what) => reading.faults.push(Fault { row: 0, cell: String::new(), what }),
    }
    reading
}

/// The indicators that a page may give values of: the level whose growth or change is promised, then the target's own. A
/// growth rate is drawn on its level alone.
#[inline(never)]
fn scales<'d>(dataset: &'d Dataset, target: &Target) -> Vec<&'d Indicator> {
    let own = dataset.indicator(&target.indicator);
    let level = match target.kind {
        Kind::GrowthRate | Kind::ChangeSince => own.and_then(|row| dataset.indicator(row.derived_from.as_deref()?)),
        _ => None,
    };
    let own = own.filter(|_| level.is_none() || target.kind == Kind::ChangeSince);
    level.into_iter().chain(own).collect()
}

struct Reader<'a> {
    sheet: &'a Sheet,
    dataset: &'a Dataset,
    target: &'a Target,
    as_of: Date,
    scales: Vec<&'a Indicator>,
    layout: Layout,
}

/// What the heads say of the unit of values that have none of their own.
#[derive(Clone, Copy)]
enum Head<'a> {
    Measured(Measure<'a>),
    Silent,
    /// It is not known, and that was told once.
    Told,
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn lines(&self, reading: &mut Reading) {
        let layout = &self.layout;
        let head = match layout.claim(self.dataset) {
            Ok(Some(measure)) => Head::Measured(measure),
            Ok(None) => Head::Silent,
            Err(Some(line)) => {
                reading.faults.push(self.fault(line, layout.values, Wrong::Unit));
                Head::Told
            }
            Err(None) => {
                reading.faults.push(Fault { row: 0, cell: self.sheet.caption.trim().into(), what: Wrong::Unit });
                Head::Told
            }
        };
        for line in layout.lines() {
            match self.line(line, head, &reading.values) {
                Ok(Some(value)) => reading.values.push(value),
                Ok(None) => {}
                Err((place, what)) => reading.faults.push(self.fault(line, place, what)),
            }
        }
        self.keep_breaks(&mut reading.values);
    }

    #[inline(never)]
    fn fault(&self, line: usize, place: usize, what: Wrong) -> Fault {
        let (row, column) = self.layout.at(line, place);
        Fault { row: row + 1, cell: self.raw(row, column).trim().into(), what }
    }

    fn raw(&self, row: usize, column: usize) -> &str {
        self.sheet.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The value in a line, if there is one; else the place of what is wrong.
    #[inline(never)]
    fn line(&self, line: usize, head: Head<'a>, before: &[Observation]) -> Result<Option<Observation>, (usize, Wrong)> {
        let layout = &self.layout;
        let (years, values) = (layout.years, layout.values);
        let (when, text) = (layout.cell(line, years), layout.cell(line, values));
        let found = figure(text);
        let digit = when.contains(|c: char| c.is_ascii_digit());
        let year = match (year(when), &found) {
            (Ok(year), _) => year,
            // One text across the line is a note or a subtitle; a head may come again further down.
            (Err(_), _) if when == text || Layout::is_year_word(when) => return Ok(None),
            (Err(what), Ok(Some(_))) if line > layout.first || digit => return Err((years, what)),
            (Err(what), Err(_)) if line > layout.first && digit => return Err((years, what)),
            // Neither a year nor a figure: a head, a note, a source.
            (Err(_), _) => return Ok(None),
        };
        let Some(found) = found.map_err(|what| (values, what))? else { return Ok(None) };
        let Some((indicator, unit, value)) = self.convert(&found, head).map_err(|what| (values, what))? else {
            return Ok(None);
        };
        if year.year > self.as_of.year {
            return Err((years, Wrong::YearAhead));
        }
        if before.iter().any(|row| row.year == year.year) {
            return Err((years, Wrong::SecondValue));
        }
        let (row, column) = layout.at(line, values);
        Ok(Some(Observation {
            indicator: indicator.id.clone(),
            region: self.target.region.clone(),
            year: year.year,
            value,
            unit: unit.id.clone(),
            qualifier: match found.qualifier {
                _ if year.year == self.as_of.year => Qualifier::PartYear,
                Qualifier::Exact if year.marked => Qualifier::Preliminary,
                qualifier => qualifier,
            },
            as_at: String::new(),
            published: None,
            publisher: String::new(),
            source_title: String::new(),
            source_url: String::new(),
            wording: self.raw(row, column).trim().into(),
            confidence: Confidence::Medium,
            break_note: self.break_note(line),
        }))
    }

    /// The figure as a value of the indicator it is of, in that one's unit; nothing where its unit is not known and that was
    /// told.
    #[inline(never)]
    fn convert(&self, found: &Figure<'_>, head: Head<'a>) -> Result<Option<(&'a Indicator, &'a Unit, f64)>, Wrong> {
        let own = if found.unit.is_empty() && !found.yuan {
            None
        } else {
            Some(measure(self.dataset, found.unit, found.yuan).ok_or(Wrong::Unit)?)
        };
        let (given, factor) = match (own, head) {
            (Some(Measure { unit: Some(unit), factor }), _) => (Some(unit), factor),
            (_, Head::Told) => return Ok(None),
            // 3000亿 below （亿元） or （万元） counts yuan; 1.2万 below （亿元） may be 1.2万亿元, and nobody can tell.
            (Some(own), Head::Measured(head)) if own.factor < head.factor => return Err(Wrong::Unit),
            (Some(own), Head::Measured(head)) => (head.unit, own.factor * head.factor.min(1.0)),
            (None, Head::Measured(head)) => (head.unit, head.factor),
            (own, Head::Silent) => (None, own.map_or(0.0, |own| own.factor)),
        };
        let indicator = match given {
            Some(unit) => self.measured_in(unit).ok_or(Wrong::Unit)?,
            // Of a level and its change nobody can tell which, unless a unit says it.
            None if self.scales.iter().any(|row| row.id != self.target.indicator) => return Err(Wrong::UnitNeeded),
            None => self.scales.first().copied().ok_or(Wrong::Unit)?,
        };
        let unit = self.dataset.unit(&indicator.unit).ok_or(Wrong::Unit)?;
        let factor = if factor > 0.0 { factor } else { unit.factor };
        let value = scale(found.number, factor, unit.factor);
        let possible = (value * unit.factor).abs() <= LARGEST
            && indicator.minimum.is_none_or(|least| value >= least)
            && indicator.maximum.is_none_or(|most| value <= most);
        if possible { Ok(Some((indicator, unit, value))) } else { Err(Wrong::Bounds) }
    }

    /// The indicator that a value in `unit` is of; 件 below "每万人……" is 件/万人.
    #[inline(never)]
    fn measured_in(&self, unit: &Unit) -> Option<&'a Indicator> {
        dimension_of(self.dataset, &self.scales, &unit.dimension).or_else(|| {
            let ratio = |row: &&Unit| {
                row.factor == unit.factor && row.id.strip_prefix(&unit.id).is_some_and(|rest| rest.starts_with('/'))
            };
            let ratios = self.dataset.units.iter().filter(ratio).filter(|_| self.layout.is_ratio());
            ratios.into_iter().find_map(|row| dimension_of(self.dataset, &self.scales, &row.dimension))
        })
    }

    /// The page's words for a new definition, the same in every language.
    #[inline(never)]
    fn break_note(&self, line: usize) -> Option<Text> {
        let column = self.layout.breaks.map(|place| self.layout.at(line, place));
        let in_column = column.map_or("", |(row, column)| self.raw(row, column));
        let of_row = self.layout.row(line).and_then(|row| self.sheet.breaks.get(row)).map_or("", String::as_str);
        let words = [in_column, of_row].map(str::trim).into_iter().find(|words| !figure::blank(&plain(words)))?;
        Some(Text { zh_hans: words.into(), zh_hant: words.into(), en: words.into() })
    }

    /// A value of the page stands for the package's of its year; that one's new definition still starts there, unless the
    /// value before it is the page's too.
    #[inline(never)]
    fn keep_breaks(&self, values: &mut [Observation]) {
        for at in 0..values.len() {
            let Some(value) = values.get(at).filter(|value| value.break_note.is_none()) else { continue };
            let rows = || {
                let same = |row: &&Observation| row.indicator == value.indicator && row.region == value.region;
                self.dataset.observations.iter().filter(same)
            };
            let before = |year: &i32| *year < value.year;
            let package = rows().map(|row| row.year).filter(before).max();
            let page = values.iter().map(|row| row.year).filter(before).max();
            let note = rows().find(|row| row.year == value.year).and_then(|row| row.break_note.clone());
            if package > page
                && let Some(value) = values.get_mut(at)
            {
                value.break_note = note;
            }
        }
    }
}

#[cfg(test)]
mod tests;
