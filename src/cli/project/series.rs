//! Series read from a CSV, one at a time.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::path::Path;

use crate::cli::Failure;
use crate::cli::sheet::{Column, Row, Sheet, may, must};
use crate::dataset::{Qualifier, Words};
use crate::projection::{Bounds, Sample};

const COLUMNS: &[Column] = &[
    must("id", "the series"),
    must("t", "the year"),
    must("value", ""),
    may("qualifier", ""),
    may("break", ""),
    may("lower", "bound"),
    may("upper", "bound"),
];

/// What counts as a year: 202312 and 20231231 do not.
const YEARS: RangeInclusive<i32> = -9999..=9999;

/// A series and what it cannot leave.
#[derive(Debug)]
pub struct Series {
    /// Its id.
    pub id: String,
    /// Its values in years, one a year.
    pub samples: Vec<Sample>,
    /// Those of its last year's row.
    pub bounds: Bounds,
}

impl Series {
    /// The year of its last value, usable or not.
    pub fn last(&self) -> i32 {
        self.samples.last().map_or(0, |sample| sample.year)
    }
}

/// Reads series. Its memory is that of one series and of the ids so far.
pub struct Reader {
    sheet: Sheet,
    /// The first row of the next series.
    ahead: Option<Row>,
    /// The ids so far and the line that each began on. Nothing less than all of them tells that one returns.
    begun: HashMap<String, usize>,
}

impl Reader {
    /// Opens the CSV at `path` (`-`: standard input) and reads its header.
    ///
    /// # Errors
    /// Where it cannot be read, and faults of the header.
    pub fn open(path: &Path) -> Result<Reader, Failure> {
        Ok(Reader { sheet: Sheet::open(path, COLUMNS)?, ahead: None, begun: HashMap::new() })
    }

    /// The next series; `None` at the end.
    ///
    /// # Errors
    /// The first fault in its rows or in that after them.
    pub fn next(&mut self) -> Result<Option<Series>, Failure> {
        let first = match self.ahead.take() {
            Some(row) => row,
            None => match self.sheet.row()? {
                Some(row) => row,
                None => return Ok(None),
            },
        };
        let id = self.sheet.name(&first, "id")?.to_string();
        if let Some(line) = self.begun.get(&id) {
            let message = format!("series `{id}` returns, expected its rows together: they began on line {line}");
            return Err(self.sheet.fault(&first, "id", message).hint("sort the file by id; years may be in any order"));
        }
        self.begun.insert(id.clone(), first.place("id").0);
        let mut years = Years::default();
        let mut next = Some(first);
        while let Some(row) = next.take_if(|row| row.text("id") == id) {
            years.add(&self.sheet, &row, &id)?;
            next = self.sheet.row()?;
        }
        self.ahead = next;
        Ok(Some(Series { bounds: years.bounds(&self.sheet), samples: years.samples, id }))
    }

    /// How many series have begun.
    pub fn seen(&self) -> usize {
        self.begun.len()
    }

    /// The ids that have begun, in the order of the alphabet.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.begun.keys().map(String::as_str).collect();
        ids.sort_unstable();
        ids
    }

    /// How much is read, in per cent; 0 where nobody knows how much there is.
    pub fn percent(&self) -> usize {
        self.sheet.percent().unwrap_or(0)
    }
}

/// The rows of one series, by year.
#[derive(Default)]
struct Years {
    samples: Vec<Sample>,
    /// The line of each sample.
    lines: Vec<usize>,
    /// Cells `lower` and `upper` of the last year.
    cells: (Option<f64>, Option<f64>),
}

impl Years {
    fn add(&mut self, sheet: &Sheet, row: &Row, id: &str) -> Result<(), Failure> {
        let year = sheet.whole(row, "t", YEARS, "a year, a whole number from -9999 to 9999")?;
        let sample = Sample {
            year,
            value: sheet.number(row, "value")?,
            qualifier: if row.text("qualifier").is_empty() {
                Qualifier::Exact
            } else {
                sheet.word(row, "qualifier", Qualifier::WORDS)?
            },
            // Anything else is the note that says why.
            breaks: !matches!(row.text("break").to_ascii_lowercase().as_str(), "" | "no" | "0" | "false"),
        };
        let cells = (sheet.maybe_number(row, "lower")?, sheet.maybe_number(row, "upper")?);
        if let (Some(lower), Some(upper)) = cells
            && lower > upper
        {
            let message = format!("`lower` is {lower}, above `upper`, {upper}; expected the least possible value");
            return Err(sheet.fault(row, "lower", message));
        }
        let at = match self.samples.binary_search_by_key(&year, |before| before.year) {
            Err(at) => at,
            Ok(at) => {
                let line = self.lines.get(at).copied().unwrap_or(0);
                let message = format!("year {year} of `{id}` a second time, expected each once: it is on line {line}");
                return Err(sheet.fault(row, "t", message).hint("keep the row that counts"));
            }
        };
        if at == self.samples.len() {
            self.cells = cells;
        }
        self.samples.insert(at, sample);
        self.lines.insert(at, row.place("t").0);
        Ok(())
    }

    /// The bounds of the last year's row. Where the file has no column `lower`, a series that is nowhere negative is taken
    /// for one that cannot be: most are counts, amounts and shares.
    fn bounds(&self, sheet: &Sheet) -> Bounds {
        let (mut lower, upper) = self.cells;
        let positive = self.samples.iter().all(|sample| sample.value >= 0.0);
        if !sheet.has("lower") && positive && upper.is_none_or(|upper| upper >= 0.0) {
            lower = Some(0.0);
        }
        Bounds { lower, upper, never_falls: false }
    }
}
