//! What a page hands over, in one form whatever it was written in: a table of the page, CSV, or rows of JSON.

use super::{Fault, Wrong, csv};

/// Most cells that are read, rows counted as long as the longest: of more a page would stand still.
const MOST: usize = 200_000;

/// Most bytes that are read.
const LONGEST: usize = 5_000_000;

/// How the rows of a sheet are named to whoever wrote it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// By row and column; of CSV a row is a line.
    #[default]
    Table,
    /// By place and field: `observations[2].value`. The first row holds the fields' names.
    Rows,
}

/// A page's values as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// A caption (which may be empty), then each row, heads included, behind a line feed, its cells parted by tabs; a cell
    /// that spans several stands in each.
    pub text: String,
    /// How its rows are named.
    pub form: Form,
    /// The address that it came from, as the page gives it; empty for what stands in the page.
    pub name: String,
    /// What could not be read of it.
    pub faults: Vec<Fault>,
}

impl Sheet {
    /// A table of the page, in the form of [`Sheet::text`].
    pub fn table(text: String) -> Sheet {
        Sheet { text, ..Sheet::default() }.bounded()
    }

    /// CSV by RFC 4180, its cells parted by commas, semicolons or tabs.
    pub fn csv(text: &str) -> Sheet {
        if text.len() > LONGEST {
            return Sheet { faults: vec![Fault::whole(Wrong::TooMuch)], ..Sheet::default() };
        }
        let (text, faults) = csv::rows(text);
        Sheet { text, faults, ..Sheet::default() }.bounded()
    }

    /// What was copied from a spreadsheet or a page, or is CSV, as the table that a page makes of it: white space is one
    /// space, as in HTML, and none around a cell; empty lines at the end are left out.
    pub fn pasted(text: &str) -> Sheet {
        let sheet = Sheet::csv(text);
        let mut out = String::with_capacity(sheet.text.len());
        for c in sheet.text.trim_end().chars() {
            let spaced = out.ends_with(' ');
            if matches!(c, '\t' | '\n') {
                out.truncate(out.len() - usize::from(spaced));
                out.push(c);
            } else if !c.is_whitespace() {
                out.push(c);
            } else if !spaced && !out.ends_with(['\t', '\n']) {
                out.push(' ');
            }
        }
        Sheet { text: out, ..sheet }
    }

    /// Rows of JSON or of a script, the names of their fields first.
    pub fn rows(text: String) -> Sheet {
        Sheet { text, form: Form::Rows, ..Sheet::default() }.bounded()
    }

    /// Empty, and so said, where it is too much.
    fn bounded(self) -> Sheet {
        let (mut rows, mut width) = (0_usize, 0);
        for row in self.text.split('\n') {
            rows += 1;
            width = row.bytes().filter(|byte| *byte == b'\t').count().max(width);
        }
        if rows.saturating_mul(width + 1) <= MOST && self.text.len() <= LONGEST {
            return self;
        }
        Sheet { text: String::new(), faults: vec![Fault::whole(Wrong::TooMuch)], ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_is_the_table_that_a_page_makes_of_it() {
        let sheet = Sheet::pasted("年份\t数 \u{3000} 值\r\n2020\t8.1\r\n\r\n2021 \t\"9.4\n约\"\r\n\r\n");
        assert_eq!(sheet.text, "\n年份\t数 值\n2020\t8.1\n\n2021\t9.4 约");
        assert_eq!((sheet.form, sheet.faults), (Form::Table, Vec::new()));
        assert_eq!(Sheet::pasted(" \n\n").text, "");
        assert_eq!(Sheet::pasted("年份,数值\n2020,\"8.1").faults.len(), 1, "a quote that is never closed is told");
    }
}
