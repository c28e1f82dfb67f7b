//! Where in a table the years and the values stand.
//!
//! A table with a column for each year is read as one with a row for each, turned on its side: a *line* is what holds
//! one year, a *place* is what holds one kind of thing in every line.

use std::ops::Range;

use super::figure::{blank, figure};
use super::plain::{has, plain};
use super::unit::{Claim, Measure, claim};
use super::whose::{self, Whose};
use super::year::year;
use super::{Fault, Form, Sheet, Wrong};
use crate::dataset::{Dataset, Indicator, Target};

/// In heads of years.
const YEAR: &str = "年份|年度|时间|year";
/// In heads of actual values.
const VALUE: &str = "实际|数值|完成值|指标值|value|actual";
/// In heads that are sure to be of actual values, whatever else they name.
const ACTUAL: &str = "实际|完成|actual";
/// In heads of numbers that are no actual values.
pub const TARGETS: &str = "目标|计划|预期|预测|预计|target|plan|forecast";
/// In heads of numbers that belong to values, unless the indicator is named so.
const BESIDE: &str = "序号|增长|增速|增幅|增减|同比|比上年|位次|排名|排序|名次|no.|growth|rank";
/// In heads of notes on changed definitions.
const BREAK: &str = "口径变化|break|definition";
/// Heads, whole, of what is told line by line.
const UNIT: &str = "单位|计量单位|unit";
const QUALIFIER: &str = "qualifier|数据性质|数值性质|性质";
const NOTE: &str = "备注|附注|note|notes|remark|remarks";
const PUBLISHER: &str = "publisher|发布机构|发布单位|发布部门|公布单位|公布机构";
const REGION: &str = "region|area|city|地区|区域|城市|设区市|市州|地市|市";
const INDICATOR: &str = "indicator|指标|指标名称|项目|名称";

/// Characters of a cell in a fault.
const TOLD: usize = 40;

/// Outweighs any number of years.
const NAMED: usize = 1_000_000;

/// Most lines of heads, those nearest to the values, and most heads in all: a page must not stand still over a text without
/// years.
const HEADS: usize = 60;
const ALL_HEADS: usize = 20_000;

/// A table with its years and values found.
#[derive(Default)]
pub struct Layout<'t> {
    caption: String,
    /// The cells as the page has them.
    raw: Vec<Vec<&'t str>>,
    form: Form,
    cells: Vec<Vec<String>>,
    /// Cells of the longest row.
    width: usize,
    turned: bool,
    /// The place of the years.
    pub years: usize,
    /// The place of the values.
    pub values: usize,
    /// The place of notes on changed definitions; beyond the table where it has none, as all that follow.
    pub breaks: usize,
    /// The place of units.
    pub units: usize,
    /// The place of words for how exact values are.
    pub qualifiers: usize,
    /// The place of notes, which may be such words.
    pub notes: usize,
    /// The place of publishers.
    pub publishers: usize,
    /// The first line that holds a year: heads stand before it.
    pub first: usize,
    /// Lines that do not name the region and indicator that are asked for, and what they name.
    others: Vec<Option<Whose>>,
    /// Whether the values are named by their region.
    pub by_region: bool,
    /// The same of the indicator.
    pub by_indicator: bool,
}

/// Where something is wrong (line and place; `None` for the whole table), and what.
type Stop = (Option<(usize, usize)>, Wrong);

impl<'t> Layout<'t> {
    /// Finds years and values of `target`'s region and one of `scales`; `None` where no cell beside a year holds anything.
    ///
    /// # Errors
    /// What can't be found, or told from others of its kind.
    pub fn find(
        sheet: &'t Sheet,
        dataset: &Dataset,
        target: &Target,
        scales: &[&Indicator],
    ) -> Result<Option<Layout<'t>>, Fault> {
        let mut lines = sheet.text.split('\n');
        let caption = plain(lines.next().unwrap_or_default());
        let raw: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let cells: Vec<Vec<String>> = raw.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        let width = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut all = Layout { caption, raw, form: sheet.form, cells, width, ..Layout::default() };
        let found = all.settle(dataset, target, scales);
        match found {
            Ok(true) => Ok(Some(all)),
            Ok(false) => Ok(None),
            Err((Some((line, place)), what)) => Err(all.fault(line, place, what)),
            Err((None, what)) => Err(Fault::whole(what)),
        }
    }

    /// What is wrong with the cell there.
    pub fn fault(&self, line: usize, place: usize, what: Wrong) -> Fault {
        let (row, column) = self.at(line, place);
        let field = if self.form == Form::Rows { self.raw_at(0, column) } else { "" };
        // Told to a reader: the beginning says which it is.
        let cell = self.raw(line, place).chars().take(TOLD).collect();
        Fault { row: row + 1, column: column + 1, field: field.into(), cell, what }
    }

    /// The text there, as the page has it.
    pub fn raw(&self, line: usize, place: usize) -> &'t str {
        let (row, column) = self.at(line, place);
        self.raw_at(row, column)
    }

    fn raw_at(&self, row: usize, column: usize) -> &'t str {
        self.raw.get(row).and_then(|row| row.get(column)).map_or("", |cell| cell.trim())
    }

    /// Finds everything; whether there is a value.
    fn settle(&mut self, dataset: &Dataset, target: &Target, scales: &[&Indicator]) -> Result<bool, Stop> {
        self.find_years().map_err(|what| (None, what))?;
        self.first = self.lines().find(|line| self.year_at(*line)).unwrap_or(0);
        self.breaks = self.places().find(|place| self.headed(*place, BREAK)).unwrap_or(usize::MAX);
        self.units = self.role(UNIT);
        self.qualifiers = self.role(QUALIFIER);
        self.notes = self.role(NOTE);
        self.publishers = self.role(PUBLISHER);
        self.others = self.lines().map(|_| None).collect();
        // In a row for each region or indicator its name is a head.
        let named = |words| if self.turned { usize::MAX } else { self.role(words) };
        let (regions, indicators) = (named(REGION), named(INDICATOR));
        self.by_region = self.leave_out(regions, &|text| whose::region(dataset, text, &target.region))?;
        self.by_indicator = self.leave_out(indicators, &|text| whose::indicator(dataset, text, scales))?;
        let Some(values) = self.find_values(dataset, target, scales, [regions, indicators])? else { return Ok(false) };
        self.values = values;
        Ok(true)
    }

    /// The place whose head is one of `words`; beyond the table where there is none.
    fn role(&self, words: &str) -> usize {
        let mut places = self.places().filter(|place| *place != self.years);
        let headed =
            |place: &usize| self.heads().any(|line| words.split('|').any(|word| word == self.cell(line, *place)));
        places.find(headed).unwrap_or(usize::MAX)
    }

    /// Leaves out the lines whose text at `place` names another than what is asked; whether the others name it. Where all
    /// say the same it is taken for what is asked, unless it is known as another.
    fn leave_out(&mut self, place: usize, of: &dyn Fn(&str) -> Whose) -> Result<bool, Stop> {
        let (mut all, mut before, mut best, mut lines) = (Vec::new(), ("", Whose::Blank), Whose::Blank, [None; 2]);
        for line in self.lines() {
            let text = self.cell(line, place);
            // Names mostly come one below the other.
            if text != before.0 {
                before = (text, of(text));
            }
            all.push(before.1);
            if !self.year_at(line) || before.1 < best || before.1 == Whose::Blank {
                continue;
            }
            match lines {
                [Some(first), None] if before.1 == best && self.cell(first, place) != text => lines[1] = Some(line),
                [Some(_), _] if before.1 == best => {}
                _ => (best, lines) = (before.1, [Some(line), None]),
            }
        }
        // Of several that are nearly it, or not known at all, nobody can tell which is meant.
        let told = match best {
            Whose::Blank => return Ok(false),
            Whose::Other => false,
            Whose::Exactly => true,
            Whose::Unknown | Whose::Nearly => lines[1].is_none(),
        };
        if !told {
            return Err((lines[1].or(lines[0]).map(|line| (line, place)), Wrong::Elsewhere));
        }
        if best == Whose::Unknown {
            return Ok(false);
        }
        for (line, whose) in all.into_iter().enumerate() {
            if let Some(left) = self.others.get_mut(line).filter(|_| whose != best) {
                *left = Some(whose);
            }
        }
        Ok(true)
    }

    /// Whether there is a year, of what is asked.
    fn year_at(&self, line: usize) -> bool {
        self.left_out(line).is_none() && year(self.cell(line, self.years)).is_some()
    }

    /// What the line names in place of the region or indicator that is asked for.
    pub fn left_out(&self, line: usize) -> Option<Whose> {
        self.others.get(line).copied().flatten()
    }

    /// The lines of heads.
    fn heads(&self) -> Range<usize> {
        let most = (ALL_HEADS / self.places().len().max(1)).clamp(1, HEADS);
        self.first.saturating_sub(most)..self.first
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
        self.heads().any(|line| has(self.cell(line, place), words))
    }

    /// What the heads at `place`, else the caption, say of the unit of the values there; and in which line, if it is a head.
    pub fn claim<'d>(&self, dataset: &'d Dataset, place: usize) -> (Claim<'d>, Option<usize>) {
        let mut found = (claim(dataset, &self.caption, true), None);
        // The head nearest to the values, but one with a unit of ours before any other.
        for line in self.heads() {
            match (claim(dataset, self.cell(line, place), false), found) {
                (Claim::Nothing, _) | (Claim::Unknown, (Claim::Is(_), Some(_))) => {}
                (said, _) => found = (said, Some(line)),
            }
        }
        found
    }

    /// Number of rows, or of columns.
    fn size(&self, rows: bool) -> usize {
        if rows { self.cells.len() } else { self.width }
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

    /// The one place of values: of those with numbers the one that its heads tell from the others, by the region's name, by
    /// a word for values, by the indicator's name, or by its unit, in this order.
    fn find_values(
        &mut self,
        dataset: &Dataset,
        target: &Target,
        scales: &[&Indicator],
        keys: [usize; 2],
    ) -> Result<Option<usize>, Stop> {
        let (mut best, mut found, mut empty) = (0, Err((None, Wrong::NoValues)), true);
        let told = [self.breaks, self.units, self.qualifiers, self.notes, self.publishers, self.years];
        for place in self.places().filter(|place| !told.contains(place) && !keys.contains(place)) {
            let mut numbers = None;
            for line in self.lines().filter(|line| self.year_at(*line)) {
                let cell = self.cell(line, place);
                if numbers.is_none() && matches!(figure(cell), Ok(Some(_))) {
                    numbers = Some(line);
                }
                empty &= blank(cell);
            }
            let Some(line) = numbers else { continue };
            let heads = || self.heads().map(|line| self.cell(line, place));
            let valued = heads().any(|head| has(head, VALUE) && !has(head, TARGETS) || has(head, ACTUAL));
            let aimed = heads().any(|head| has(head, TARGETS));
            let named = heads().map(|head| whose::indicator(dataset, head, scales)).max();
            let named = named.is_some_and(|whose| whose >= Whose::Nearly);
            if !valued && (aimed || !named && self.headed(place, BESIDE)) {
                continue;
            }
            let region = heads().map(|head| whose::region(dataset, head, &target.region)).max();
            if region == Some(Whose::Other) {
                if best == 0 {
                    found = Err((Some((line, place)), Wrong::Elsewhere));
                }
                continue;
            }
            let here = region == Some(Whose::Exactly);
            let fits = match self.claim(dataset, place) {
                (Claim::Is(Measure { unit: Some(unit), .. }), _) => {
                    dimension_of(dataset, scales, &unit.dimension).is_some()
                }
                _ => false,
            };
            let score =
                1 + usize::from(fits) + 2 * usize::from(named) + 4 * usize::from(valued) + 8 * usize::from(here);
            if score > best {
                (best, found) = (score, Ok(Some(place)));
            } else if score == best {
                let head = self.heads().rev().find(|line| !blank(self.cell(*line, place)));
                found = Err((Some((head.unwrap_or(line), place)), Wrong::Several));
            }
        }
        if empty {
            return Ok(None);
        }
        let chosen = found?;
        let heads = || self.heads().filter_map(|line| Some(self.cell(line, chosen?)));
        let region = heads().any(|head| whose::region(dataset, head, &target.region) == Whose::Exactly);
        let named = heads().any(|head| whose::indicator(dataset, head, scales) >= Whose::Nearly);
        self.by_region |= region;
        self.by_indicator |= named;
        Ok(chosen)
    }
}

/// Which of `scales` is measured in `dimension`.
pub fn dimension_of<'i>(dataset: &Dataset, scales: &[&'i Indicator], dimension: &str) -> Option<&'i Indicator> {
    let measured = |row: &&&Indicator| dataset.unit(&row.unit).is_some_and(|unit| unit.dimension == dimension);
    scales.iter().find(measured).copied()
}
