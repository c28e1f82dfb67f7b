//! Where in a table the years and the values stand.
//!
//! A table with a column for each year is read as one with a row for each, turned on its side: a *line* is what holds
//! one year, a *place* is what holds one kind of thing in every line.

use super::figure::{blank, figure, year};
use super::plain::{has, plain};
use super::unit::{Claim, Measure, claim, stated};
use super::{Sheet, Wrong};
use crate::dataset::{Dataset, Indicator};

/// Heads of years.
const YEAR: [&str; 5] = ["年份", "年度", "时间", "年别", "year"];
/// Heads of actual values.
const VALUE: [&str; 6] = ["实际", "数值", "完成值", "指标值", "value", "actual"];
/// Heads of numbers that are no actual values.
const OTHER: [&str; 9] = ["目标", "计划", "预期", "预测", "序号", "target", "plan", "forecast", "no."];
/// How heads of notes on changed definitions begin.
const BREAK: [&str; 2] = ["口径", "break"];

/// Outweighs any number of years.
const NAMED: usize = 1_000_000;

/// A table with its years and values found.
pub struct Layout {
    cells: Vec<Vec<String>>,
    caption: String,
    turned: bool,
    /// The place of the years.
    pub years: usize,
    /// The place of the values.
    pub values: usize,
    /// The place of notes on changed definitions.
    pub breaks: Option<usize>,
    /// The first line that holds a year: heads stand before it.
    pub first: usize,
}

impl Layout {
    /// Finds years and values of one of `scales`; `None` where no cell beside a year holds anything.
    ///
    /// # Errors
    /// What can't be found, or told from others of its kind.
    #[inline(never)]
    pub fn find(sheet: &Sheet, dataset: &Dataset, scales: &[&Indicator]) -> Result<Option<Layout>, Wrong> {
        let cells = sheet.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        let caption = plain(&sheet.caption);
        let mut all = Layout { cells, caption, turned: false, years: 0, values: 0, breaks: None, first: 0 };
        all.find_years().ok_or(Wrong::NoYears)?;
        all.first = all.lines().find(|line| year(all.cell(*line, all.years)).is_ok()).unwrap_or(0);
        all.breaks = all.places().find(|place| all.heads(*place).any(|head| BREAK.iter().any(|w| head.starts_with(w))));
        match all.find_values(dataset, scales)? {
            Some(place) => all.values = place,
            None => return Ok(None),
        }
        Ok(Some(all))
    }

    /// Every line.
    #[inline(never)]
    pub fn lines(&self) -> std::ops::Range<usize> {
        0..if self.turned { self.width() } else { self.cells.len() }
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

    /// The row that holds the line alone; none where the line is a column.
    pub fn row(&self, line: usize) -> Option<usize> {
        (!self.turned).then_some(line)
    }

    /// Whether this is the head of years.
    pub fn is_year_word(text: &str) -> bool {
        text == "年" || has(text, &YEAR)
    }

    /// What the heads of the values say of their unit.
    ///
    /// # Errors
    /// The line of a head that names no unit of ours; none where it is the caption.
    #[inline(never)]
    pub fn claim<'d>(&self, dataset: &'d Dataset) -> Result<Option<Measure<'d>>, Option<usize>> {
        let mut unknown = None;
        for line in (0..self.first).rev() {
            match claim(dataset, self.cell(line, self.values)) {
                Claim::Is(measure) => return Ok(Some(measure)),
                Claim::Unknown => unknown = Some(line),
                Claim::Nothing => {}
            }
        }
        match (unknown, stated(dataset, &self.caption)) {
            (Some(line), _) => Err(Some(line)),
            (None, Claim::Is(measure)) => Ok(Some(measure)),
            (None, Claim::Unknown) => Err(None),
            (None, Claim::Nothing) => Ok(None),
        }
    }

    /// Whether a head of the values says that they are so much for each of something.
    pub fn is_ratio(&self) -> bool {
        self.heads(self.values).any(|head| has(head, &["每", "人均", " per "]))
    }

    fn width(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(0)
    }

    fn places(&self) -> std::ops::Range<usize> {
        0..if self.turned { self.cells.len() } else { self.width() }
    }

    fn heads(&self, place: usize) -> impl Iterator<Item = &str> {
        (0..self.first).map(move |line| self.cell(line, place))
    }

    /// Sets the place with the most years, and whether that is a row. One that is named so comes first; values that look
    /// like years (1950 firms) seldom follow each other as years do.
    #[inline(never)]
    fn find_years(&mut self) -> Option<()> {
        let mut best = (0, false, 0);
        for turned in [false, true] {
            self.turned = turned;
            for place in self.places() {
                let (mut score, mut last) = (0, None);
                for line in self.lines() {
                    if let Ok(found) = year(self.cell(line, place)) {
                        score += if last.is_some_and(|last: i32| last.abs_diff(found.year) == 1) { 2 } else { 1 };
                        last = Some(found.year);
                    }
                }
                if score > 0 && self.lines().any(|line| self.names_years(line, place)) {
                    score += NAMED;
                }
                if score > best.0 {
                    best = (score, turned, place);
                }
            }
        }
        (_, self.turned, self.years) = best;
        (best.0 > 0).then_some(())
    }

    /// Whether the head of years stands there, over this place alone: one over several has the years below it side by side.
    fn names_years(&self, line: usize, place: usize) -> bool {
        let text = self.cell(line, place);
        let spans = |beside: usize| self.cell(line, beside) == text;
        Layout::is_year_word(text) && !spans(place + 1) && !(place > 0 && spans(place - 1))
    }

    /// The one place of values: of those with numbers the one that its head tells from the others.
    #[inline(never)]
    fn find_values(&self, dataset: &Dataset, scales: &[&Indicator]) -> Result<Option<usize>, Wrong> {
        let beside = |place: &usize| *place != self.years && Some(*place) != self.breaks;
        let in_years = |place: usize| {
            let lines = self.lines().filter(|line| year(self.cell(*line, self.years)).is_ok());
            lines.map(move |line| self.cell(line, place))
        };
        let names: Vec<String> = scales
            .iter()
            .flat_map(|row| [&row.name.zh_hans, &row.name.zh_hant, &row.name.en])
            .map(|name| plain(name))
            .filter(|name| !name.is_empty())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let headed = |place: usize, words: &[&str]| self.heads(place).any(|head| has(head, words));
        let fits = |place: usize| {
            self.heads(place).any(|head| match claim(dataset, head) {
                Claim::Is(Measure { unit: Some(unit), .. }) => dimension_of(dataset, scales, &unit.dimension).is_some(),
                _ => false,
            })
        };
        let mut found: Vec<usize> = self
            .places()
            .filter(beside)
            .filter(|place| in_years(*place).any(|cell| matches!(figure(cell), Ok(Some(_)))))
            .filter(|place| headed(*place, &VALUE) || !headed(*place, &OTHER))
            .collect();
        let narrow = |found: &mut Vec<usize>, takes: &dyn Fn(usize) -> bool| {
            if found.len() > 1 && found.iter().any(|place| takes(*place)) {
                found.retain(|place| takes(*place));
            }
        };
        narrow(&mut found, &|place| headed(place, &VALUE));
        narrow(&mut found, &|place| headed(place, &names));
        narrow(&mut found, &fits);
        match found.as_slice() {
            [place] => Ok(Some(*place)),
            [] if self.places().filter(beside).all(|place| in_years(place).all(blank)) => Ok(None),
            [] => Err(Wrong::NoValues),
            _ => Err(Wrong::Several),
        }
    }
}

/// Which of `scales` is measured in `dimension`.
pub fn dimension_of<'i>(dataset: &Dataset, scales: &[&'i Indicator], dimension: &str) -> Option<&'i Indicator> {
    let measured = |row: &&&Indicator| dataset.unit(&row.unit).is_some_and(|unit| unit.dimension == dimension);
    scales.iter().find(measured).copied()
}
