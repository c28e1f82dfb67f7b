//! Records of a CSV file or of standard input, one at a time: the longest input takes the memory of one record.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use crate::cli::Failure;
use crate::dataset::csv::{self, Cell};

/// No record is longer than this many bytes: a file without line ends, or a quote that is never closed, is found soon.
const LONGEST: usize = 1 << 20;

/// A CSV being read.
pub struct Records {
    /// Its name in messages: the path as it was given, `stdin` for `-`.
    name: String,
    source: Box<dyn BufRead>,
    /// Size in bytes, of a file.
    size: Option<u64>,
    /// Bytes read so far.
    read: u64,
    /// Lines read so far.
    lines: usize,
    /// The bytes of one record.
    bytes: Vec<u8>,
}

impl Records {
    /// Opens the file, or standard input for `-`.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub fn open(path: &Path) -> Result<Records, Failure> {
        let standard = path.as_os_str() == "-";
        let name = if standard { "stdin".to_string() } else { path.display().to_string() };
        let (source, size): (Box<dyn BufRead>, _) = if standard {
            (Box::new(io::stdin().lock()), None)
        } else {
            let file = File::open(path).map_err(|error| {
                Failure::input(format!("{name}: {error}")).hint("name a CSV file, or `-` for standard input")
            })?;
            let size = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
            (Box::new(BufReader::with_capacity(1 << 16, file)), size)
        };
        Ok(Records { name, source, size, read: 0, lines: 0, bytes: Vec::new() })
    }

    /// The cells of the next record that is not blank; `None` at the end.
    ///
    /// Lines may end in LF or CRLF, the text may begin with a byte order mark.
    ///
    /// # Errors
    /// What cannot be read, what is not UTF-8, and wrong quotes, with line and column.
    pub fn next(&mut self) -> Result<Option<Vec<Cell>>, Failure> {
        loop {
            let before = self.lines;
            if !self.gather()? {
                return Ok(None);
            }
            let text = std::str::from_utf8(&self.bytes).map_err(|error| self.not_utf8(before, error.valid_up_to()))?;
            let (records, faults) = csv::parse(text);
            if let Some(wrong) = faults.first() {
                let (message, hint) = wrong.fault.message();
                let failure = self.fault(before + wrong.line, wrong.column, message);
                return Err(hint.map_or(failure.clone(), |hint| failure.hint(hint)));
            }
            let filled = |cells: &Vec<Cell>| cells.iter().any(|cell| !cell.text.trim().is_empty());
            if let Some(mut cells) = records.into_iter().find(filled) {
                cells.iter_mut().for_each(|cell| cell.line += before);
                return Ok(Some(cells));
            }
        }
    }

    /// A failure at a line and column.
    pub fn fault(&self, line: usize, column: usize, message: impl Into<String>) -> Failure {
        Failure::input(message).at(&self.name, line, column)
    }

    /// How much is read, in per cent; `None` where nobody knows how much there is.
    pub fn percent(&self) -> Option<usize> {
        let size = self.size.filter(|size| *size > 0)?;
        usize::try_from(self.read.saturating_mul(100) / size).ok().map(|percent| percent.min(100))
    }

    /// Fills `bytes` with the lines of one record: as many as it takes until every quote has its partner. False at the end.
    fn gather(&mut self) -> Result<bool, Failure> {
        self.bytes.clear();
        let mut quotes = 0;
        loop {
            let from = self.bytes.len();
            let room = (LONGEST - from.min(LONGEST)) as u64;
            let got = self.source.by_ref().take(room).read_until(b'\n', &mut self.bytes);
            let got = got.map_err(|error| Failure::input(format!("{}: {error}", self.name)))?;
            self.read += got as u64;
            let added = self.bytes.get(from..).unwrap_or_default();
            quotes += added.iter().filter(|byte| **byte == b'"').count();
            let ended = added.ends_with(b"\n");
            if self.lines == 0 && from == 0 && self.bytes.starts_with(b"\xef\xbb\xbf") {
                self.bytes.drain(..3);
            }
            self.lines += usize::from(got > 0);
            if got == 0 || (ended && quotes % 2 == 0) {
                return Ok(!self.bytes.is_empty() || got > 0);
            }
            if !ended && self.bytes.len() >= LONGEST && quotes % 2 == 0 {
                let message = "a line of more than a million characters, expected rows of a few cells";
                return Err(self.fault(self.lines, 1, message));
            }
        }
    }

    fn not_utf8(&self, lines: usize, valid: usize) -> Failure {
        let before = String::from_utf8_lossy(self.bytes.get(..valid).unwrap_or_default()).into_owned();
        let line = lines + before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.fault(line, column, "not UTF-8, expected UTF-8 text")
            .hint("save the file as UTF-8; Chinese Windows programs may have saved it as GBK")
    }
}
