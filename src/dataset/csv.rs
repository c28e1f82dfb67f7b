//! A reader of RFC 4180 CSV that knows where every cell stands and collects every fault.
//!
//! Our own, because a diagnostic needs the line and column of a cell, and because a wrong quote must be a
//! fault: the `csv` crate gives the position of a record only, and reads on silently past an unbalanced quote.

/// One cell, unquoted, and where it begins in its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its text, without the quotes around it.
    pub text: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters; of a quoted cell that of its opening quote.
    pub column: usize,
}

/// What is wrong with a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// A quoted cell that never ends.
    Open,
    /// A quote inside a cell that did not begin with one.
    Stray,
    /// Text between a closing quote and the next comma.
    After,
}

impl QuoteFault {
    /// What is wrong and what was expected, and how to mend it.
    pub fn message(self) -> (&'static str, Option<&'static str>) {
        match self {
            QuoteFault::Open => ("this quote is never closed, expected a `\"` at the cell's end", None),
            QuoteFault::Stray => (
                "quote inside a cell without quotes, expected the whole cell in quotes",
                Some("write a quote inside a quoted cell twice: `\"he said \"\"yes\"\"\"`"),
            ),
            QuoteFault::After => ("text after the closing quote, expected a comma or the line's end", None),
        }
    }
}

/// A fault and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaultAt {
    /// What it is.
    pub fault: QuoteFault,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// The records of `text`, and the faults of its form. Lines end in LF or CRLF; empty lines are no records.
///
/// A faulty cell is still read, as well as can be, so that the rest of the file can be checked too.
pub fn parse(text: &str) -> (Vec<Vec<Cell>>, Vec<FaultAt>) {
    let mut reader = Reader { rest: text.chars().peekable(), line: 1, column: 1, faults: Vec::new() };
    let mut records = Vec::new();
    while reader.rest.peek().is_some() {
        let record = reader.record();
        let blank = record.len() == 1 && record.iter().all(|cell| cell.text.is_empty());
        if !blank {
            records.push(record);
        }
    }
    (records, reader.faults)
}

struct Reader<'t> {
    rest: std::iter::Peekable<std::str::Chars<'t>>,
    line: usize,
    column: usize,
    faults: Vec<FaultAt>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        if next == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(next)
    }

    fn fault(&mut self, fault: QuoteFault, line: usize, column: usize) {
        self.faults.push(FaultAt { fault, line, column });
    }

    /// Reads cells up to and including the line's end.
    fn record(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        loop {
            let mut cell = Cell { text: String::new(), line: self.line, column: self.column };
            if self.rest.peek() == Some(&'"') {
                self.quoted(&mut cell);
            }
            self.plain(&mut cell);
            cells.push(cell);
            if self.next() != Some(',') {
                return cells;
            }
        }
    }

    /// Reads a quoted cell, its closing quote included.
    fn quoted(&mut self, cell: &mut Cell) {
        self.next();
        loop {
            match self.next() {
                Some('"') if self.rest.peek() == Some(&'"') => {
                    self.next();
                    cell.text.push('"');
                }
                Some('"') => break,
                Some(other) => cell.text.push(other),
                None => return self.fault(QuoteFault::Open, cell.line, cell.column),
            }
        }
        if !matches!(self.rest.peek(), None | Some(',' | '\n' | '\r')) {
            self.fault(QuoteFault::After, self.line, self.column);
        }
    }

    /// Reads up to, not including, the comma or LF that ends a cell.
    fn plain(&mut self, cell: &mut Cell) {
        while let Some(&next) = self.rest.peek() {
            if matches!(next, ',' | '\n') {
                break;
            }
            if next == '"' {
                self.fault(QuoteFault::Stray, self.line, self.column);
            }
            self.next();
            if !(next == '\r' && self.rest.peek() == Some(&'\n')) {
                cell.text.push(next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        parse(text).0.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn cells_may_hold_commas_quotes_and_line_ends() {
        assert_eq!(texts("a,\"b, \"\"c\"\"\nd\",e\r\nf,,\n"), [["a", "b, \"c\"\nd", "e"], ["f", "", ""]]);
    }

    #[test]
    fn a_last_line_needs_no_end_and_empty_lines_are_skipped() {
        assert_eq!(texts("a,b\n\nc,\"d\""), [["a", "b"], ["c", "d"]]);
    }

    #[test]
    fn columns_count_characters_and_lines_count_inside_quotes() {
        let (rows, _) = parse("质量,\"x\ny\",z\n,w");
        let at: Vec<_> = rows.iter().flatten().map(|cell| (cell.line, cell.column)).collect();
        assert_eq!(at, [(1, 1), (1, 4), (2, 4), (3, 1), (3, 2)]);
    }

    #[test]
    fn every_wrong_quote_is_found() {
        let (_, faults) = parse("a\"b,c\n\"d\"e,f\ng,\"h");
        let found: Vec<_> = faults.iter().map(|f| (f.fault, f.line, f.column)).collect();
        assert_eq!(found, [(QuoteFault::Stray, 1, 2), (QuoteFault::After, 2, 4), (QuoteFault::Open, 3, 3)]);
    }
}
