//! The package's files as rows of cells: read, but not yet understood.

use super::csv::Cell;
use super::model::{Date, YEARS};
use super::schema::{Column, TableSchema};
use super::words::Words;

/// One row; its cells are asked for by the name of their column.
pub struct Row {
    /// The table it is in.
    pub schema: &'static TableSchema,
    /// Its cells in the order of the schema's columns; `None` where the file lacks the column.
    pub cells: Vec<Option<Cell>>,
    /// Its line.
    pub line: usize,
    /// Whether it has as many cells as its file's header: else only its id is to be trusted.
    pub whole: bool,
}

impl Row {
    /// The cell of a column; `None` where the file lacks that column.
    pub fn cell(&self, column: &str) -> Option<&Cell> {
        let at = self.schema.columns.iter().position(|known| known.name == column)?;
        self.cells.get(at)?.as_ref()
    }

    /// Every column and the cell in it.
    pub fn columns(&self) -> impl Iterator<Item = (&'static Column, &Cell)> {
        self.schema.columns.iter().zip(&self.cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?)))
    }

    /// File, line and column of a cell.
    pub fn position(&self, column: &str) -> (&'static str, usize, usize) {
        let (line, column) = self.cell(column).map_or((self.line, 1), |cell| (cell.line, cell.column));
        (self.schema.file, line, column)
    }

    /// The text of a cell, empty where there is none.
    pub fn text(&self, column: &str) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }

    /// The text of a cell, `None` where it is empty.
    pub fn filled(&self, column: &str) -> Option<&str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    /// The number in a cell, `None` where there is none.
    pub fn number(&self, column: &str) -> Option<f64> {
        number(self.text(column))
    }

    /// The year in a cell, `None` where there is none.
    pub fn year(&self, column: &str) -> Option<i32> {
        year(self.text(column))
    }

    /// The variant that a cell's word stands for, `None` where there is none.
    pub fn word<W: Words>(&self, column: &str) -> Option<W> {
        W::parse(self.text(column))
    }

    /// The id of the row.
    pub fn id(&self) -> &str {
        self.text("id")
    }
}

/// One file.
pub struct Table {
    /// What its rows must look like.
    pub schema: &'static TableSchema,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// All files.
#[derive(Default)]
pub struct Package {
    /// Version, from the descriptor.
    pub version: String,
    /// Title, from the descriptor; may be empty.
    pub title: String,
    /// Day of the data, from the descriptor; may be empty.
    pub date: String,
    /// The tables that could be read.
    pub tables: Vec<Table>,
}

impl Package {
    /// The table in `file`, if it could be read.
    pub fn table(&self, file: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.schema.file == file)
    }

    /// The rows of `file` that have all their cells.
    pub fn rows(&self, file: &str) -> impl Iterator<Item = &Row> {
        self.table(file).into_iter().flat_map(|table| table.rows.iter().filter(|row| row.whole))
    }

    /// The row of `file` with this id.
    pub fn find(&self, file: &str, id: &str) -> Option<&Row> {
        self.table(file)?.rows.iter().find(|row| row.id() == id)
    }
}

/// A decimal number without exponent, sign `+`, separators or needless leading zeros.
pub fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A year of four digits within [`YEARS`].
pub fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && YEARS.contains(year))
}

fn two_digits(text: &str) -> Option<u8> {
    let right = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| right)
}

/// Year and month of `YYYY-MM`.
pub fn month(text: &str) -> Option<(i32, u8)> {
    let (year_text, month) = text.split_once('-')?;
    Some((year(year_text)?, two_digits(month)?)).filter(|(_, month)| (1..=12).contains(month))
}

/// The real day `YYYY-MM-DD`.
pub fn date(text: &str) -> Option<Date> {
    let (year_month, day) = text.rsplit_once('-')?;
    let (year, month) = month(year_month)?;
    let date = Date { year, month, day: two_digits(day)? };
    date.exists().then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain_decimals() {
        for (text, value) in [("0", 0.0), ("-3", -3.0), ("2.47", 2.47), ("0.50", 0.5), ("320000", 320_000.0)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "-", "+1", "1,000", "1e3", ".5", "5.", "07", "1.2.3", "inf", "NaN", "１", " 1"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_real_days() {
        assert_eq!(date("2024-02-29"), Some(Date { year: 2024, month: 2, day: 29 }));
        for text in ["2023-02-29", "2024-2-29", "2024-13-01", "2024-04-31", "24-04-01", "2024-04", "2024-+4-01"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn years_have_four_digits_and_bounds() {
        assert_eq!(year("2025"), Some(2025));
        for text in ["1899", "2101", "25", "+202", "二〇二五"] {
            assert_eq!(year(text), None, "{text}");
        }
    }
}
