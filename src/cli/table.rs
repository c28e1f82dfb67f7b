//! Rows as CSV or JSON on standard output, passed on as they come.

use std::fmt::Write;

use super::format::Format;
use super::{Failure, csv, output};

/// As many bytes are gathered before they are passed on.
const ENOUGH: usize = 1 << 16;

/// A cell's value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'c> {
    /// There is none: an empty cell, in JSON null.
    None,
    /// Text.
    Text(&'c str),
    /// A whole number.
    Whole(i32),
    /// A number; what is not finite is none.
    ///
    /// Written in the fewest digits that read back as the same double, without exponent (as `{}` does); zero has no sign.
    Number(f64),
}

impl From<Option<f64>> for Cell<'_> {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Cell::None, Cell::Number)
    }
}

/// A list in the making.
#[derive(Debug)]
pub struct Table {
    format: Format,
    columns: &'static [&'static str],
    text: String,
    /// Whether a row has been written.
    begun: bool,
}

impl Table {
    /// A list without rows.
    pub fn new(format: Format, columns: &'static [&'static str]) -> Table {
        let mut text = String::new();
        match format {
            Format::Csv => csv::row(&mut text, columns.iter().copied()),
            Format::Json => text.push('['),
        }
        Table { format, columns, text, begun: false }
    }

    /// Adds a row, a cell for each column.
    pub fn row(&mut self, cells: &[Cell<'_>]) {
        match self.format {
            Format::Csv => self.csv(cells),
            Format::Json => self.json(cells),
        }
        self.begun = true;
    }

    fn csv(&mut self, cells: &[Cell<'_>]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(',');
            }
            match cell {
                Cell::Text(text) => csv::cell(&mut self.text, text),
                other => self.number(*other, ""),
            }
        }
        self.text.push('\n');
    }

    fn json(&mut self, cells: &[Cell<'_>]) {
        self.text.push_str(if self.begun { ",\n" } else { "\n" });
        for (at, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            self.text.push(if at == 0 { '{' } else { ',' });
            let _ = write!(self.text, "\"{column}\":");
            match cell {
                Cell::Text(text) => self.text.push_str(&serde_json::Value::from(*text).to_string()),
                other => self.number(*other, "null"),
            }
        }
        self.text.push('}');
    }

    /// Appends a number, or the word for none. Writing to a text cannot fail.
    fn number(&mut self, cell: Cell<'_>, none: &str) {
        let _ = match cell {
            Cell::Whole(whole) => write!(self.text, "{whole}"),
            // Adding zero takes the sign from a zero.
            Cell::Number(number) if number.is_finite() => write!(self.text, "{}", number + 0.0),
            _ => write!(self.text, "{none}"),
        };
    }

    /// Passes on what has been written, when it is enough. False where nobody reads any more.
    ///
    /// # Errors
    /// Where standard output cannot be written.
    pub fn pass_on(&mut self) -> Result<bool, Failure> {
        if self.text.len() < ENOUGH {
            return Ok(true);
        }
        let read = output::pass_on(self.text.as_bytes())?;
        self.text.clear();
        Ok(read)
    }

    /// Ends the list and passes on the rest.
    ///
    /// # Errors
    /// Where standard output cannot be written.
    pub fn end(mut self) -> Result<(), Failure> {
        if self.format == Format::Json {
            self.text.push_str("\n]\n");
        }
        output::print(self.text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, rows: &[&[Cell<'_>]]) -> String {
        let mut table = Table::new(format, &["id", "h", "mean"]);
        rows.iter().for_each(|row| table.row(row));
        table.text
    }

    #[test]
    fn numbers_are_the_shortest_that_read_back() {
        for (number, text) in [
            (0.1 + 0.2, "0.30000000000000004"),
            (3.0, "3"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            let rows = written(Format::Csv, &[&[Cell::Text("a"), Cell::Whole(1), Cell::Number(number)]]);
            assert_eq!(rows, format!("id,h,mean\na,1,{text}\n"));
        }
    }

    #[test]
    fn json_has_null_for_none_and_escapes_text() {
        let rows: [&[Cell<'_>]; 2] = [
            &[Cell::Text("a \"b\"\n"), Cell::Whole(1), Cell::None],
            &[Cell::Text("质量"), Cell::Whole(2), Cell::Number(f64::NAN)],
        ];
        let json = written(Format::Json, &rows);
        assert_eq!(
            json,
            "[\n{\"id\":\"a \\\"b\\\"\\n\",\"h\":1,\"mean\":null},\n{\"id\":\"质量\",\"h\":2,\"mean\":null}"
        );
    }
}
