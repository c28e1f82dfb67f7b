//! A CSV with named columns, read a row at a time and strictly: every fault says file, line and column.

mod cells;
mod records;

use std::fmt;
use std::path::Path;

use crate::cli::Failure;
use crate::dataset::csv::Cell;
use crate::dataset::diagnostic::nearest;
use records::Records;

/// A column that may stand in the header, in any place.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a word or two, where the name does not say it.
    pub about: &'static str,
    /// Whether it must be there.
    pub required: bool,
}

/// A column that must be there.
pub const fn must(name: &'static str, about: &'static str) -> Column {
    Column { name, about, required: true }
}

/// A column that may be there.
pub const fn may(name: &'static str, about: &'static str) -> Column {
    Column { name, about, required: false }
}

/// Prints the name and what it is.
impl fmt::Display for Column {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)?;
        if self.about.is_empty() { Ok(()) } else { write!(out, " ({})", self.about) }
    }
}

/// A CSV whose header has been read.
pub struct Sheet {
    records: Records,
    columns: &'static [Column],
    /// Where in a record each of `columns` stands.
    places: Vec<Option<usize>>,
    /// Cells of the header, and of every row.
    width: usize,
}

/// One row's cells, found by the names of their columns.
#[derive(Debug)]
pub struct Row {
    columns: &'static [Column],
    /// In the order of `columns`; empty where the file has no such column.
    cells: Vec<Cell>,
}

impl Row {
    /// The text of a cell without the spaces around it; empty where there is no such column.
    pub fn text(&self, column: &str) -> &str {
        self.cell(column).map_or("", |cell| cell.text.trim())
    }

    /// Line and column where a cell begins, from 1.
    pub fn place(&self, column: &str) -> (usize, usize) {
        self.cell(column).map_or((1, 1), |cell| (cell.line, cell.column))
    }

    fn cell(&self, column: &str) -> Option<&Cell> {
        self.cells.get(self.columns.iter().position(|one| one.name == column)?)
    }
}

impl Sheet {
    /// Opens the CSV at `path` (`-`: standard input) and reads its header.
    ///
    /// # Errors
    /// Where it cannot be read; columns that are missing, unknown or there twice.
    pub fn open(path: &Path, columns: &'static [Column]) -> Result<Sheet, Failure> {
        let mut records = Records::open(path)?;
        let Some(header) = records.next()? else {
            return Err(records.fault(1, 1, format!("nothing in it, expected the header {}", required(columns))));
        };
        let places = places(&records, columns, &header)?;
        Ok(Sheet { records, columns, places, width: header.len() })
    }

    /// Whether the header has this column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().zip(&self.places).any(|(one, place)| one.name == column && place.is_some())
    }

    /// The next row that is not blank; `None` at the end.
    ///
    /// # Errors
    /// Text that is not UTF-8, wrong quotes, and a row with more or fewer cells than the header.
    pub fn row(&mut self) -> Result<Option<Row>, Failure> {
        let Some(mut record) = self.records.next()? else { return Ok(None) };
        if record.len() != self.width {
            let message = format!("{} cells, expected {} as in the header", record.len(), self.width);
            let (line, column) =
                record.get(self.width).or(record.last()).map_or((1, 1), |cell| (cell.line, cell.column));
            let failure = self.records.fault(line, column, message);
            let more = record.len() > self.width;
            return Err(if more { failure.hint("put a cell that holds a comma in quotes") } else { failure });
        }
        let take =
            |place: &Option<usize>| place.and_then(|at| record.get_mut(at)).map(std::mem::take).unwrap_or_default();
        Ok(Some(Row { columns: self.columns, cells: self.places.iter().map(take).collect() }))
    }

    /// A failure at the cell of `column` in `row`.
    pub fn fault(&self, row: &Row, column: &str, message: impl Into<String>) -> Failure {
        self.fault_at(row.place(column), message)
    }

    /// A failure at a line and column.
    pub fn fault_at(&self, (line, column): (usize, usize), message: impl Into<String>) -> Failure {
        self.records.fault(line, column, message)
    }

    /// How much is read, in per cent; `None` where nobody knows how much there is.
    pub fn percent(&self) -> Option<usize> {
        self.records.percent()
    }
}

/// Where in a record each column stands.
fn places(records: &Records, columns: &'static [Column], header: &[Cell]) -> Result<Vec<Option<usize>>, Failure> {
    let known = || columns.iter().map(|column| column.name);
    let name = |cell: &Cell| cell.text.trim().to_string();
    for (at, cell) in header.iter().enumerate() {
        let here = |message: String| records.fault(cell.line, cell.column, message);
        if !known().any(|column| column == name(cell)) {
            let all: Vec<String> = columns.iter().map(Column::to_string).collect();
            let failure = here(format!("unknown column `{}`, expected some of: {}", name(cell), all.join(", ")));
            let lacking = || known().filter(|column| !header.iter().any(|cell| name(cell) == *column));
            let lower = name(cell).to_lowercase();
            let hint = if header.len() == 1 && lower.contains([';', '\t']) {
                Some("separate the cells by commas".to_string())
            } else {
                nearest(&lower, lacking()).or_else(|| nearest(&lower, known()))
            };
            return Err(failure.hint(hint.unwrap_or("rename it, or take it out of the file".into())));
        }
        if header.iter().take(at).any(|before| name(before) == name(cell)) {
            return Err(here(format!("column `{}` a second time, expected it once", name(cell))));
        }
    }
    let find = |column: &Column| header.iter().position(|cell| name(cell) == column.name);
    if let Some(missing) = columns.iter().find(|column| column.required && find(column).is_none()) {
        let message = format!("no column `{}`, expected the header {}", missing.name, required(columns));
        return Err(records.fault(header.first().map_or(1, |cell| cell.line), 1, message));
    }
    Ok(columns.iter().map(find).collect())
}

fn required(columns: &[Column]) -> String {
    let names: Vec<&str> = columns.iter().filter(|column| column.required).map(|column| column.name).collect();
    format!("`{}`", names.join(","))
}
