//! The order of tables and columns, and how each form of cell is coded, for both ways.

use super::super::cells::{Cell, Cells};
use super::super::model::{Dataset, Date, Milestone, Offices, Phase, Text};
use super::super::words::Choice;
use super::{Coder, PackError};

/// Codes a whole dataset. Tables stand in the order of [`super::super::cells::Table`], so that none refers to one that comes later.
pub fn dataset<C: Coder>(coder: &mut C, data: &mut Dataset) -> Result<(), PackError> {
    for text in [&mut data.version, &mut data.date, &mut data.title] {
        coder.text(text)?;
    }
    characters(coder)?;
    table(coder, &mut data.themes)?;
    table(coder, &mut data.regions)?;
    table(coder, &mut data.units)?;
    table(coder, &mut data.indicators)?;
    table(coder, &mut data.plans)?;
    table(coder, &mut data.targets)?;
    table(coder, &mut data.observations)
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

fn table<C: Coder, R: Cells + Default>(coder: &mut C, rows: &mut Vec<R>) -> Result<(), PackError> {
    let count = coder.count(rows.len(), R::default().cells().len())?;
    while rows.len() < count {
        rows.push(R::default());
    }
    let mut rows: Vec<&mut dyn Cells> = rows.iter_mut().map(|row| row as &mut dyn Cells).collect();
    columns(coder, &mut rows)
}

/// Codes column after column. An id may follow from the row's other cells, and cells may refer to rows of their own
/// table: so ids come after the rest, and such references last.
fn columns<C: Coder>(coder: &mut C, rows: &mut [&mut dyn Cells]) -> Result<(), PackError> {
    let own = coder.ids().len();
    coder.ids().push(Vec::new());
    let turn_of = |cell: &Cell| match cell {
        Cell::Id(..) => 1,
        Cell::Row(table, _) | Cell::MaybeRow(table, _) if *table as usize == own => 2,
        _ => 0,
    };
    let turns: Vec<u8> =
        rows.first_mut().map(|row| row.cells().iter().map(|(_, cell)| turn_of(cell)).collect()).unwrap_or_default();
    for turn in 0..3 {
        for (column, _) in turns.iter().enumerate().filter(|(_, turn_of)| **turn_of == turn) {
            for row in rows.iter_mut() {
                if let Some((_, cell)) = row.cells().into_iter().nth(column) {
                    self::cell(coder, cell)?;
                }
            }
        }
    }
    Ok(())
}

fn cell<C: Coder>(coder: &mut C, cell: Cell<'_>) -> Result<(), PackError> {
    match cell {
        Cell::Id(id, usual) => self::id(coder, id, usual),
        Cell::Text(text) => coder.text(text),
        Cell::Texts(text) => texts(coder, text),
        Cell::Row(table, id) => coder.row(table, id),
        Cell::MaybeRow(table, id) => maybe(coder, id, |coder, id| coder.row(table, id)),
        Cell::Number(number) => {
            let mut some = Some(*number);
            coder.maybe_number(&mut some)?;
            *number = some.ok_or(PackError::Value)?;
            Ok(())
        }
        Cell::MaybeNumber(number) => coder.maybe_number(number),
        Cell::Year(year) => coder.year(year),
        Cell::MaybeYear(year) => maybe(coder, year, |coder, year| coder.year(year)),
        Cell::MaybeDay(day) => maybe(coder, day, self::day),
        Cell::Flag(flag) => self::flag(coder, flag),
        Cell::Word(word) => self::word(coder, word),
        Cell::MaybeTexts(text) => maybe(coder, text, texts),
        Cell::Phases(phases) => self::phases(coder, phases),
        Cell::Milestones(milestones) => self::milestones(coder, milestones),
        Cell::Offices(offices) => self::offices(coder, offices),
    }
}

/// Codes whether there is something, and what it is.
fn maybe<C: Coder, T: Default>(
    coder: &mut C,
    value: &mut Option<T>,
    code: impl FnOnce(&mut C, &mut T) -> Result<(), PackError>,
) -> Result<(), PackError> {
    let mut there = value.is_some();
    flag(coder, &mut there)?;
    if there { code(coder, value.get_or_insert_default()) } else { Ok(()) }
}

/// Codes an id: nothing where it is the usual one.
fn id<C: Coder>(coder: &mut C, id: &mut String, usual: String) -> Result<(), PackError> {
    let mut written = if *id == usual { String::new() } else { std::mem::take(id) };
    coder.text(&mut written)?;
    *id = if written.is_empty() { usual } else { written };
    let id = id.clone();
    if let Some(own) = coder.ids().last_mut() {
        own.push(id);
    }
    Ok(())
}

fn texts<C: Coder>(coder: &mut C, text: &mut Text) -> Result<(), PackError> {
    coder.text(&mut text.zh_hans)?;
    traditional(coder, text)?;
    coder.text(&mut text.en)
}

/// Codes the Traditional text of a name whose Simplified one is there already: nothing where every character of it has
/// its usual form, which is so for most.
fn traditional<C: Coder>(coder: &mut C, text: &mut Text) -> Result<(), PackError> {
    let table = coder.characters();
    let place = |c: char| table.binary_search_by_key(&c, |(hans, _)| *hans).ok();
    let form = |c| place(c).and_then(|at| table.get(at)).map_or(c, |(_, hant)| *hant);
    let usual: String = text.zh_hans.chars().map(form).collect();
    let mut written = if text.zh_hant == usual { String::new() } else { std::mem::take(&mut text.zh_hant) };
    coder.text(&mut written)?;
    text.zh_hant = if written.is_empty() { usual } else { written };
    Ok(())
}

fn word<C: Coder>(coder: &mut C, word: &mut dyn Choice) -> Result<(), PackError> {
    let mut byte = u8::try_from(word.chosen()).map_err(|_| PackError::Value)?;
    coder.byte(&mut byte)?;
    if word.choose(usize::from(byte)) { Ok(()) } else { Err(PackError::Value) }
}

fn flag<C: Coder>(coder: &mut C, flag: &mut bool) -> Result<(), PackError> {
    let mut byte = u8::from(*flag);
    coder.byte(&mut byte)?;
    *flag = byte == 1;
    if byte > 1 { Err(PackError::Value) } else { Ok(()) }
}

fn day<C: Coder>(coder: &mut C, day: &mut Date) -> Result<(), PackError> {
    coder.year(&mut day.year)?;
    coder.byte(&mut day.month)?;
    coder.byte(&mut day.day)?;
    if day.exists() { Ok(()) } else { Err(PackError::Value) }
}

/// Codes the number of parts of a cell, and makes decoding's.
fn resize<C: Coder, T: Default>(coder: &mut C, parts: &mut Vec<T>, width: usize) -> Result<(), PackError> {
    let count = coder.count(parts.len(), width)?;
    while parts.len() < count {
        parts.push(T::default());
    }
    Ok(())
}

fn phases<C: Coder>(coder: &mut C, phases: &mut Vec<Phase>) -> Result<(), PackError> {
    resize(coder, phases, 5)?;
    for phase in phases {
        coder.text(&mut phase.start)?;
        coder.text(&mut phase.end)?;
        texts(coder, &mut phase.name)?;
    }
    Ok(())
}

fn milestones<C: Coder>(coder: &mut C, milestones: &mut Vec<Milestone>) -> Result<(), PackError> {
    resize(coder, milestones, 6)?;
    for milestone in milestones {
        coder.year(&mut milestone.year)?;
        coder.text(&mut milestone.section)?;
        coder.text(&mut milestone.quote)?;
        texts(coder, &mut milestone.words)?;
    }
    Ok(())
}

fn offices<C: Coder>(coder: &mut C, offices: &mut Offices) -> Result<(), PackError> {
    for list in [&mut offices.lead, &mut offices.with] {
        resize(coder, list, 1)?;
        for office in list {
            coder.text(office)?;
        }
    }
    Ok(())
}
