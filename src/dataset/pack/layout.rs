//! The order of the columns, for both ways.

use super::super::model::{Dataset, Date, Offices, Phase, Plan, Text};
use super::super::words::Words;
use super::{Coder, PackError, blank};

/// Codes columns one after another: `column!(coder, rows, method field; …)`, with the ids that a reference may name.
macro_rules! columns {
    ($coder:ident, $rows:expr; $($method:ident $($field:ident).+ $([$ids:expr])?;)*) => {
        $(for row in $rows.iter_mut() {
            $coder.$method(&mut row.$($field).+ $(, $ids)?)?;
        })*
    };
}

/// The ids of the rows of a table.
macro_rules! ids {
    ($rows:expr) => {
        &$rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>()
    };
}

/// Codes a whole dataset.
pub fn dataset<C: Coder>(coder: &mut C, data: &mut Dataset) -> Result<(), PackError> {
    coder.text(&mut data.version)?;
    characters(coder)?;

    resize(coder, &mut data.themes, 4, blank::theme)?;
    columns!(coder, data.themes; text id; text name.zh_hans; traditional name; text name.en;);

    resize(coder, &mut data.regions, 7, blank::region)?;
    columns!(coder, data.regions; text id; word level; text code;);
    columns!(coder, data.regions; text name.zh_hans; traditional name; text name.en;);
    let regions: &[String] = ids!(data.regions);
    columns!(coder, data.regions; maybe_one_of parent [regions];);

    resize(coder, &mut data.units, 9, blank::unit)?;
    columns!(coder, data.units; text id; text dimension; number factor;);
    columns!(coder, data.units; text name.zh_hans; traditional name; text name.en;);
    columns!(coder, data.units; text pattern.zh_hans; traditional pattern; text pattern.en;);
    let (themes, units): (&[String], &[String]) = (ids!(data.themes), ids!(data.units));

    resize(coder, &mut data.indicators, 13, blank::indicator)?;
    columns!(coder, data.indicators; text id;);
    let indicators: &[String] = ids!(data.indicators);
    columns!(coder, data.indicators; one_of theme [themes]; one_of unit [units]; word direction;);
    columns!(coder, data.indicators; maybe_one_of derived_from [indicators]; maybe_number minimum; maybe_number maximum;);
    columns!(coder, data.indicators; text name.zh_hans; traditional name; text name.en;);
    columns!(coder, data.indicators; text meaning.zh_hans; traditional meaning; text meaning.en;);

    resize(coder, &mut data.plans, 18, blank::plan)?;
    plans(coder, &mut data.plans, regions)?;
    let plans: &[String] = ids!(data.plans);

    resize(coder, &mut data.targets, 21, blank::target)?;
    columns!(coder, data.targets; text id; one_of plan [plans]; text section; one_of indicator [indicators];);
    let targets: &[String] = ids!(data.targets);
    columns!(coder, data.targets; one_of region [regions]; word kind; word comparator; number value;);
    columns!(coder, data.targets; maybe_number value_max; one_of unit [units]; maybe_year start; flag start_stated;);
    columns!(coder, data.targets; maybe_year base_year; year deadline; flag deadline_stated; word direction;);
    columns!(coder, data.targets; text quote; maybe_one_of restates [targets]; offices responsible;);

    resize(coder, &mut data.observations, 14, blank::observation)?;
    columns!(coder, data.observations; one_of indicator [indicators]; one_of region [regions]; year year;);
    columns!(coder, data.observations; number value; one_of unit [units]; word qualifier; text as_at; day published;);
    columns!(coder, data.observations; text publisher; text source_title; text source_url; text wording;);
    columns!(coder, data.observations; word confidence; note break_note;);
    Ok(())
}

/// Codes the table of characters: a Simplified one and its usual Traditional form, one pair after another.
fn characters<C: Coder>(coder: &mut C) -> Result<(), PackError> {
    let mut pairs: String = coder.characters().iter().flat_map(|(hans, hant)| [*hans, *hant]).collect();
    coder.text(&mut pairs)?;
    let mut pairs = pairs.chars();
    let table = std::iter::from_fn(|| Some((pairs.next()?, pairs.next()?))).collect();
    *coder.characters() = table;
    Ok(())
}

fn plans<C: Coder>(coder: &mut C, plans: &mut [Plan], regions: &[String]) -> Result<(), PackError> {
    columns!(coder, plans; text id; one_of region [regions];);
    columns!(coder, plans; text title.zh_hans; traditional title; text title.en;);
    columns!(coder, plans; text short.zh_hans; traditional short; text short.en;);
    columns!(coder, plans; text issuer.zh_hans; traditional issuer; text issuer.en;);
    columns!(coder, plans; text date; text document_number; year period_start; year period_end; word script; text url;);
    columns!(coder, plans; phases phases;);
    Ok(())
}

/// Codes the number of rows, and makes decoding's rows.
fn resize<C: Coder, T>(coder: &mut C, rows: &mut Vec<T>, width: usize, blank: fn() -> T) -> Result<(), PackError> {
    let count = coder.count(rows.len(), width)?;
    rows.resize_with(count, blank);
    Ok(())
}

/// The cells that are made of simpler ones.
trait Compound: Coder + Sized {
    /// The Traditional text of a name whose Simplified one is there already: nothing where every character of it has
    /// its usual form, which is so for most.
    fn traditional(&mut self, text: &mut Text) -> Result<(), PackError> {
        let table = self.characters();
        let place = |c: char| table.binary_search_by_key(&c, |(hans, _)| *hans).ok();
        let form = |c| place(c).and_then(|at| table.get(at)).map_or(c, |(_, hant)| *hant);
        let usual: String = text.zh_hans.chars().map(form).collect();
        let mut written = if text.zh_hant == usual { String::new() } else { text.zh_hant.clone() };
        self.text(&mut written)?;
        text.zh_hant = if written.is_empty() { usual } else { written };
        Ok(())
    }

    fn word<W: Words>(&mut self, word: &mut W) -> Result<(), PackError> {
        let place = W::WORDS.iter().position(|(_, variant)| variant == word);
        let mut byte = place.and_then(|place| u8::try_from(place).ok()).ok_or(PackError::Value)?;
        self.byte(&mut byte)?;
        *word = W::WORDS.get(usize::from(byte)).ok_or(PackError::Value)?.1;
        Ok(())
    }

    fn flag(&mut self, flag: &mut bool) -> Result<(), PackError> {
        let mut byte = u8::from(*flag);
        self.byte(&mut byte)?;
        *flag = match byte {
            0 => false,
            1 => true,
            _ => return Err(PackError::Value),
        };
        Ok(())
    }

    fn maybe_year(&mut self, year: &mut Option<i32>) -> Result<(), PackError> {
        let mut there = year.is_some();
        self.flag(&mut there)?;
        if there {
            self.year(year.get_or_insert(0))?;
        }
        Ok(())
    }

    fn day(&mut self, day: &mut Option<Date>) -> Result<(), PackError> {
        let mut there = day.is_some();
        self.flag(&mut there)?;
        if there {
            let day = day.get_or_insert(Date { year: 0, month: 0, day: 0 });
            self.year(&mut day.year)?;
            self.byte(&mut day.month)?;
            self.byte(&mut day.day)?;
            return if day.exists() { Ok(()) } else { Err(PackError::Value) };
        }
        Ok(())
    }

    fn names(&mut self, text: &mut Text) -> Result<(), PackError> {
        self.text(&mut text.zh_hans)?;
        self.traditional(text)?;
        self.text(&mut text.en)
    }

    fn note(&mut self, note: &mut Option<Text>) -> Result<(), PackError> {
        let mut there = note.is_some();
        self.flag(&mut there)?;
        if there { self.names(note.get_or_insert_default()) } else { Ok(()) }
    }

    fn phases(&mut self, phases: &mut Vec<Phase>) -> Result<(), PackError> {
        resize(self, phases, 5, blank::phase)?;
        for phase in phases {
            self.text(&mut phase.start)?;
            self.text(&mut phase.end)?;
            self.names(&mut phase.name)?;
        }
        Ok(())
    }

    fn offices(&mut self, offices: &mut Offices) -> Result<(), PackError> {
        for list in [&mut offices.lead, &mut offices.with] {
            resize(self, list, 1, String::new)?;
            for office in list {
                self.text(office)?;
            }
        }
        Ok(())
    }
}

impl<C: Coder> Compound for C {}
