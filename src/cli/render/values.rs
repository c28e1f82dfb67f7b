//! A reader's own values from a file, as a page's table gives them.

use std::path::Path;

use crate::cli::Failure;
use crate::dataset::{Qualifier, Words, csv};
use crate::page_table::Sheet;

/// The table in the CSV `file`: `year,value`, and if need be `qualifier` (a word of the data package's) and `break`.
///
/// # Errors
/// Where the file can't be read; its first fault of form; a qualifier that is none.
pub fn sheet(file: &Path) -> Result<Sheet, Failure> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| Failure::input(format!("{name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::input(format!("{name}: no UTF-8 text")).hint("save it as `CSV UTF-8`, as Excel calls it")
    })?;
    let (records, faults) = csv::parse(text.trim_start_matches('\u{feff}'));
    if let Some(at) = faults.first() {
        let (message, hint) = at.fault.message();
        let failure = Failure::input(message).at(&name.to_string(), at.line, at.column);
        return Err(match hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        });
    }
    let column = |word: &str| {
        let head = records.first()?;
        head.iter().position(|cell| cell.text.trim().eq_ignore_ascii_case(word))
    };
    // A file of many series would be read as one.
    if let Some(cell) = column("id").and_then(|at| records.first()?.get(at)) {
        return Err(Failure::input("a column `id`, expected the values of this one target")
            .at(&name.to_string(), cell.line, cell.column)
            .hint("keep the rows of one series, and its columns `year` and `value`"));
    }
    let (value, qualifier, broken) = (column("value"), column("qualifier"), column("break"));
    // No caption: a line feed before each row.
    let mut table = String::new();
    for (index, record) in records.iter().enumerate() {
        let mut row: Vec<String> = record.iter().map(|cell| cell.text.clone()).collect();
        let given = qualifier.and_then(|at| record.get(at)).filter(|_| index > 0);
        if let Some(cell) = given {
            let before = before(cell.text.trim()).ok_or_else(|| {
                Failure::input(format!("`{}` is no qualifier of a whole year's value", cell.text))
                    .at(&name.to_string(), cell.line, cell.column)
                    .hint("exact, at_least, about, preliminary")
            })?;
            if let Some(value) = value.and_then(|at| row.get_mut(at)).filter(|value| !value.trim().is_empty()) {
                value.insert_str(0, before);
            }
        }
        if let Some(note) = broken.and_then(|at| row.get_mut(at))
            && matches!(note.as_str(), "no" | "0" | "false")
        {
            note.clear();
        }
        // A column of words is no candidate for the values.
        if let Some(cell) = qualifier.and_then(|at| row.get_mut(at)) {
            cell.clear();
        }
        let cells: Vec<String> = row.iter().map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect();
        table.push('\n');
        table.push_str(&cells.join("\t"));
    }
    Ok(Sheet::table(table))
}

/// How a page says that in the value's own cell.
fn before(qualifier: &str) -> Option<&'static str> {
    match Qualifier::parse(if qualifier.is_empty() { "exact" } else { qualifier })? {
        Qualifier::Exact => Some(""),
        Qualifier::AtLeast => Some(">="),
        Qualifier::About => Some("~"),
        Qualifier::Preliminary => Some("初步"),
        Qualifier::PartYear => None,
    }
}
