//! The lines of a table, once it is known what stands where, as observations.

use super::figure::{Figure, blank, figure, has_digit, qualifier};
use super::layout::{Layout, TARGETS, dimension_of};
use super::plain::{has, plain};
use super::unit::{Claim, Measure, claim, measure};
use super::whose::Whose;
use super::year::year as year_in;
use super::{Fault, Reading, Wrong};
use crate::dataset::{Confidence, Dataset, Date, Indicator, Observation, Qualifier, Target, Text, Unit, scale};

/// A number beyond this, in a unit's base, is no figure that anybody published.
const LARGEST: f64 = 1e18;

/// Reads what a layout has found.
pub struct Reader<'a> {
    /// The data package.
    pub dataset: &'a Dataset,
    /// Whose values they are.
    pub target: &'a Target,
    /// The day the reader stands on.
    pub as_of: Date,
    /// The indicators that they may be of.
    pub scales: Vec<&'a Indicator>,
    /// Where they stand.
    pub layout: Layout<'a>,
}

/// What the heads say of the unit of values that have none of their own; an error where it does not serve, which is told
/// once.
type Head<'a> = Result<Option<Measure<'a>>, ()>;

impl<'a> Reader<'a> {
    /// Reads every line.
    pub fn lines(&self, reading: &mut Reading) {
        let (said, at) = self.layout.claim(self.dataset, self.layout.values);
        let head = self.head(said).map_err(|()| {
            let fault = |line| self.layout.fault(line, self.layout.values, Wrong::Unit);
            reading.faults.push(at.map_or(Fault::whole(Wrong::Unit), fault));
        });
        for line in self.layout.lines() {
            match self.line(line, head, &reading.values) {
                Ok(Some(value)) => reading.values.push(value),
                Ok(None) => {}
                Err((place, what)) => reading.faults.push(self.layout.fault(line, place, what)),
            }
        }
    }

    /// A claim that can serve.
    fn head(&self, said: Claim<'a>) -> Head<'a> {
        match said {
            Claim::Nothing => Ok(None),
            Claim::Is(said) if said.unit.is_none_or(|unit| self.measured_in(unit).is_some()) => Ok(Some(said)),
            _ => Err(()),
        }
    }

    /// The value in a line, if there is one; else the place of what is wrong.
    fn line(&self, line: usize, head: Head<'a>, before: &[Observation]) -> Result<Option<Observation>, (usize, Wrong)> {
        let (years, values, units) = (self.layout.years, self.layout.values, self.layout.units);
        let (when, text) = (self.layout.cell(line, years), self.layout.cell(line, values));
        match self.layout.left_out(line) {
            None => {}
            Some(Whose::Blank) if year_in(when).is_some() && !blank(text) => return Err((values, Wrong::Elsewhere)),
            Some(_) => return Ok(None),
        }
        let found = figure(text);
        let Some((year, soft)) = year_in(when) else {
            // A head, which may come again further down, a note (one text across the line), a source; but not where
            // somebody meant a year.
            let digit = has_digit(when);
            let meant = match found {
                Ok(Some(_)) => line > self.layout.first || digit,
                Ok(None) => false,
                Err(()) => line > self.layout.first && digit,
            };
            let head = when == text || Layout::is_year_word(when) || has(when, TARGETS);
            return if meant && !head { Err((years, Wrong::NotAYear)) } else { Ok(None) };
        };
        let Some(found) = found.map_err(|()| (values, Wrong::NotANumber))? else { return Ok(None) };
        // What a line says of its unit goes before what the head says.
        let head = match self.layout.cell(line, units) {
            said if blank(said) => head,
            said => match self.head(claim(self.dataset, said, false)) {
                Ok(None) | Err(()) => return Err((units, Wrong::Unit)),
                own => own,
            },
        };
        let Some((indicator, unit, value)) = self.convert(&found, head).map_err(|what| (values, what))? else {
            return Ok(None);
        };
        if year > self.as_of.year {
            return Err((years, Wrong::YearAhead));
        }
        if before.iter().any(|row| row.year == year) {
            return Err((years, Wrong::SecondValue));
        }
        let said = match self.layout.cell(line, self.layout.qualifiers) {
            "" => qualifier(self.layout.cell(line, self.layout.notes)),
            word => Some(qualifier(word).ok_or((self.layout.qualifiers, Wrong::NotAQualifier))?),
        };
        Ok(Some(Observation {
            indicator: indicator.id.clone(),
            region: self.target.region.clone(),
            year,
            value,
            unit: unit.id.clone(),
            qualifier: match found.qualifier {
                _ if year == self.as_of.year => Qualifier::PartYear,
                Qualifier::Exact if said.is_some() => said.unwrap_or(Qualifier::Exact),
                Qualifier::Exact if soft => Qualifier::Preliminary,
                qualifier => qualifier,
            },
            as_at: String::new(),
            published: None,
            publisher: self.layout.raw(line, self.layout.publishers).into(),
            source_title: String::new(),
            source_url: String::new(),
            wording: self.layout.raw(line, values).into(),
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
        let words: String = self.layout.raw(line, self.layout.breaks).into();
        let said = plain(&words);
        if !blank(&said) && !matches!(said.as_str(), "no" | "false" | "0" | "否" | "无") {
            return Some(Text { zh_hans: words.clone(), zh_hant: words.clone(), en: words });
        }
        let same =
            |row: &&Observation| row.indicator == indicator && row.region == self.target.region && row.year == year;
        let note = self.dataset.observations.iter().find(same)?.break_note.as_ref()?;
        let (years, values) = (self.layout.years, self.layout.values);
        let before = self.layout.lines().filter(|line| self.layout.left_out(*line).is_none()).any(|line| {
            year_in(self.layout.cell(line, years)).is_some_and(|(other, _)| other == year - 1)
                && matches!(figure(self.layout.cell(line, values)), Ok(Some(_)))
        });
        if before { None } else { Some(note.clone()) }
    }
}
