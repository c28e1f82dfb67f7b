//! Files to rows: encoding, quotes, header and number of cells.
//!
//! Each fault is noted under its own rule; what can be read is read on.

use super::csv::{self, Cell};
use super::descriptor;
use super::diagnostic::nearest;
use super::faults::Faults;
use super::package::{Package, Row, Table, date};
use super::schema::{DESCRIPTOR, TABLES, TableSchema};

/// Reads every table of the package.
pub fn load(files: &dyn Fn(&str) -> Option<Vec<u8>>, faults: &mut Faults) -> Package {
    let mut package = Package::default();
    if let Some(text) = text_of(files, DESCRIPTOR, faults) {
        describe(&mut package, &text, faults);
    }
    for schema in TABLES {
        if let Some(text) = text_of(files, schema.file, faults) {
            package.tables.push(table(schema, &text, faults));
        }
    }
    package
}

/// What the descriptor says of the package as a whole.
fn describe(package: &mut Package, text: &str, faults: &mut Faults) {
    match descriptor::text(text, "version") {
        Some(version) => package.version = version,
        None => {
            faults.rule = "version";
            let message = "no version given, expected a `\"version\": \"1.2.3\"` of the package".to_string();
            faults.at(DESCRIPTOR, 1, 1, message, None);
        }
    }
    package.title = descriptor::text(text, "title").unwrap_or_default();
    let Some(created) = descriptor::text(text, "created") else { return };
    // Data packages give the time too; the day is enough here.
    let day = created.split('T').next().unwrap_or_default();
    if date(day).is_some() {
        package.date = day.to_string();
    } else {
        faults.rule = "created";
        let message = format!("`created` is `{created}`, expected a day like `2026-01-28`");
        faults.at(DESCRIPTOR, 1, 1, message, None);
    }
}

/// The text of a file, without the byte order mark.
fn text_of(files: &dyn Fn(&str) -> Option<Vec<u8>>, file: &str, faults: &mut Faults) -> Option<String> {
    let Some(bytes) = files(file) else {
        faults.rule = "missing-file";
        faults.at(file, 1, 1, "the file is missing, and every package has one".to_string(), None);
        return None;
    };
    if let Err(wrong) = std::str::from_utf8(&bytes) {
        let before = String::from_utf8_lossy(bytes.get(..wrong.valid_up_to()).unwrap_or_default()).into_owned();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        faults.rule = "utf8";
        let hint = "save the file as UTF-8; Chinese Windows programs may have saved it as GBK".to_string();
        faults.at(file, line, column, "not UTF-8, expected UTF-8 text".to_string(), Some(hint));
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    match text.strip_prefix('\u{feff}') {
        None => Some(text),
        Some(rest) => {
            faults.rule = "bom";
            let hint = "save as \"UTF-8\", not as \"UTF-8 with BOM\"".to_string();
            faults.at(file, 1, 1, "byte order mark, expected the text at once".to_string(), Some(hint));
            Some(rest.to_string())
        }
    }
}

fn table(schema: &'static TableSchema, text: &str, faults: &mut Faults) -> Table {
    let (mut records, wrong) = csv::parse(text);
    faults.rule = "quotes";
    for at in wrong {
        let (message, hint) = at.fault.message();
        faults.at(schema.file, at.line, at.column, message.to_string(), hint.map(str::to_string));
    }
    let header = if records.is_empty() { Vec::new() } else { records.remove(0) };
    let places = places(schema, &header, faults);
    faults.rule = "cells";
    let mut rows = Vec::new();
    for record in records {
        let whole = record.len() == header.len();
        let first = record.first().cloned().unwrap_or_default();
        if !whole {
            let at = record.get(header.len()).or(record.last()).unwrap_or(&first);
            let message = format!("{} cells, expected {} as in the header", record.len(), header.len());
            let hint = (record.len() > header.len()).then(|| "put a cell that holds a comma in quotes".to_string());
            faults.at(schema.file, at.line, at.column, message, hint);
        }
        let cells = places.iter().map(|place| place.and_then(|at| record.get(at)).cloned()).collect();
        rows.push(Row { schema, cells, line: first.line, whole });
    }
    Table { schema, rows }
}

/// Where in a record each column of the schema stands.
fn places(schema: &TableSchema, header: &[Cell], faults: &mut Faults) -> Vec<Option<usize>> {
    let known = || schema.columns.iter().map(|column| column.name);
    for (at, cell) in header.iter().enumerate() {
        let name = cell.text.as_str();
        if !known().any(|column| column == name) {
            faults.rule = "column-unknown";
            let lacking = known().filter(|column| !header.iter().any(|cell| cell.text == *column));
            let hint = nearest(name, lacking).or_else(|| nearest(name, known()));
            let message =
                format!("unknown column `{name}`, expected one of: {}", known().collect::<Vec<_>>().join(", "));
            faults.at(schema.file, cell.line, cell.column, message, hint);
        } else if header.iter().take(at).any(|before| before.text == name) {
            faults.rule = "column-twice";
            let message = format!("column `{name}` a second time, expected it once");
            faults.at(schema.file, cell.line, cell.column, message, None);
        }
    }
    let find = |name: &str| header.iter().position(|cell| cell.text == name);
    for name in known().filter(|name| find(name).is_none()) {
        faults.rule = "column-missing";
        let hint =
            nearest(name, header.iter().map(|cell| cell.text.as_str()).filter(|text| !known().any(|k| k == *text)));
        faults.at(schema.file, 1, 1, format!("no column `{name}`, expected it in the header"), hint);
    }
    known().map(find).collect()
}
