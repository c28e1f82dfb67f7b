//! Where in a table the years and the values stand.
//!
//! A table with a column for each year is read as one with a row for each, turned on its side: a *line* is what holds
//! one year, a *place* is what holds one kind of thing in every line.

use std::ops::Range;

use super::Wrong;
use super::figure::{blank, figure, year};
use super::plain::{has, plain};
use super::unit::{Claim, Measure, claim};
use crate::dataset::{Dataset, Indicator};

/// In heads of years.
const YEAR: &str = "年份|年度|时间|year";
/// In heads of actual values.
const VALUE: &str = "实际|数值|完成值|指标值|value|actual";
/// In heads of numbers that are no actual values.
const OTHER: &str = "目标|计划|预期|预测|序号|target|plan|forecast|no.";
/// In heads of notes on changed definitions.
const BREAK: &str = "口径变化|break|definition";

/// Outweighs any number of years.
const NAMED: usize = 1_000_000;

/// A table with its years and values found.
#[derive(Default)]
pub struct Layout {
    caption: String,
    cells: Vec<Vec<String>>,
    turned: bool,
    /// The place of the years.
    pub years: usize,
    /// The place of the values.
    pub values: usize,
    /// The place of notes on changed definitions; beyond the table where it has none.
    pub breaks: usize,
    /// The first line that holds a year: heads stand before it.
    pub first: usize,
}

impl Layout {
    /// Finds years and values of one of `scales` in a table (the text of a [`super::Sheet`]); `None` where no cell beside a year holds
    /// anything.
    ///
    /// # Errors
    /// What can't be found, or told from others of its kind.
    pub fn find(table: &str, dataset: &Dataset, scales: &[&Indicator]) -> Result<Option<Layout>, Wrong> {
        let mut lines = table.split('\n');
        let caption = plain(lines.next().unwrap_or_default());
        let cells = lines.map(|line| line.split('\t').map(plain).collect()).collect();
        let mut all = Layout { caption, cells, ..Layout::default() };
        all.find_years()?;
        all.first = all.lines().find(|line| year(all.cell(*line, all.years)).is_some()).unwrap_or(0);
        all.breaks = all.places().find(|place| all.headed(*place, BREAK)).unwrap_or(usize::MAX);
        let Some(values) = all.find_values(dataset, scales)? else { return Ok(None) };
        all.values = values;
        Ok(Some(all))
    }

    /// Every line.
    pub fn lines(&self) -> Range<usize> {
        0..self.size(!self.turned)
    }

    /// The text there; empty beyond the table.
    pub fn cell(&self, line: usize, place: usize) -> &str {
        let (row, column) = self.at(line, place);
        self.cells.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// Its row and column in the page's table, from 0.
    pub fn at(&self, line: usize, place: usize) -> (usize, usize) {
        if self.turned { (place, line) } else { (line, place) }
    }

    /// Whether this is the head of years.
    pub fn is_year_word(text: &str) -> bool {
        text == "年" || has(text, YEAR)
    }

    /// Whether a head at `place` has one of `words` (parted by `|`).
    pub fn headed(&self, place: usize, words: &str) -> bool {
        (0..self.first).any(|line| has(self.cell(line, place), words))
    }

    /// What the heads at `place`, else the caption, say of the unit of the values there; and in which line, if it is a head.
    pub fn claim<'d>(&self, dataset: &'d Dataset, place: usize) -> (Claim<'d>, Option<usize>) {
        let mut found = (claim(dataset, &self.caption, true), None);
        // The head nearest to the values, but one with a unit of ours before any other.
        for line in 0..self.first {
            match (claim(dataset, self.cell(line, place), false), found) {
                (Claim::Nothing, _) | (Claim::Unknown, (Claim::Is(_), Some(_))) => {}
                (said, _) => found = (said, Some(line)),
            }
        }
        found
    }

    /// Number of rows, or of columns.
    fn size(&self, rows: bool) -> usize {
        if rows { self.cells.len() } else { self.cells.iter().map(Vec::len).max().unwrap_or(0) }
    }

    fn places(&self) -> Range<usize> {
        0..self.size(self.turned)
    }

    /// Sets the place with the most years, and whether that is a row. One that is named so comes first; values that look
    /// like years (1950 firms) seldom follow each other as years do.
    fn find_years(&mut self) -> Result<(), Wrong> {
        let mut best = (0, false, 0);
        for turned in [false, true] {
            self.turned = turned;
            for place in self.places() {
                let (mut score, mut before, mut named) = (0, i32::MIN, 0);
                for line in self.lines() {
                    if let Some((year, _)) = year(self.cell(line, place)) {
                        score += if before.abs_diff(year) == 1 { 2 } else { 1 };
                        before = year;
                    } else if self.names_years(line, place) {
                        named = NAMED;
                    }
                }
                if score > 0 && score + named > best.0 {
                    best = (score + named, turned, place);
                }
            }
        }
        (_, self.turned, self.years) = best;
        if best.0 > 0 { Ok(()) } else { Err(Wrong::NoYears) }
    }

    /// Whether the head of years stands there, over this place alone: one over several has the years below it side by side.
    fn names_years(&self, line: usize, place: usize) -> bool {
        let text = self.cell(line, place);
        Layout::is_year_word(text)
            && text != self.cell(line, place + 1)
            && place.checked_sub(1).is_none_or(|before| text != self.cell(line, before))
    }

    /// The one place of values: of those with numbers the one that its head tells from the others, by a word for values,
    /// by the indicator's name, or by its unit, in this order.
    fn find_values(&self, dataset: &Dataset, scales: &[&Indicator]) -> Result<Option<usize>, Wrong> {
        let (mut best, mut found, mut empty) = (0, Err(Wrong::NoValues), true);
        for place in self.places() {
            if place == self.years || place == self.breaks {
                continue;
            }
            let mut numbers = false;
            for line in self.lines().filter(|line| year(self.cell(*line, self.years)).is_some()) {
                let cell = self.cell(line, place);
                numbers |= matches!(figure(cell), Ok(Some(_)));
                empty &= blank(cell);
            }
            let valued = self.headed(place, VALUE);
            if !numbers || !valued && self.headed(place, OTHER) {
                continue;
            }
            let names = |row: &&Indicator| {
                [&row.name.zh_hans, &row.name.zh_hant, &row.name.en].iter().any(|name| self.headed(place, &plain(name)))
            };
            let fits = match self.claim(dataset, place) {
                (Claim::Is(Measure { unit: Some(unit), .. }), _) => {
                    dimension_of(dataset, scales, &unit.dimension).is_some()
                }
                _ => false,
            };
            let score = 1 + usize::from(fits) + 2 * usize::from(scales.iter().any(names)) + 4 * usize::from(valued);
            if score > best {
                (best, found) = (score, Ok(Some(place)));
            } else if score == best {
                found = Err(Wrong::Several);
            }
        }
        if empty { Ok(None) } else { found }
    }
}

/// Which of `scales` is measured in `dimension`.
pub fn dimension_of<'i>(dataset: &Dataset, scales: &[&'i Indicator], dimension: &str) -> Option<&'i Indicator> {
    let measured = |row: &&&Indicator| dataset.unit(&row.unit).is_some_and(|unit| unit.dimension == dimension);
    scales.iter().find(measured).copied()
}
