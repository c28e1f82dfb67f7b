//! CSV as pages have it. The package's own reader (`dataset::csv`) refuses what is not by RFC 4180; this one takes what
//! spreadsheets and people write, and keeps every line's number.

use super::{Fault, Wrong};
use std::iter::Peekable;
use std::str::Chars;

/// What parts cells, in the order in which a tie is broken; a sign of the second kind is taken where there is none of the
/// first.
const SIGNS: [&[char]; 2] = [&['\t', ';', ','], &['，', '；']];

/// The text of a [`super::Sheet`] whose row N is line N of `text`, and what is wrong with its quotes. A quote that is never
/// closed is a plain sign, and so are those behind it.
pub fn rows(text: &str) -> (String, Vec<Fault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        rest: text.chars().peekable(),
        out: String::from("\n"),
        sign: sign(text),
        quotes: true,
        row: 1,
        column: 1,
        inside: 0,
        faults: Vec::new(),
    };
    while reader.rest.peek().is_some() {
        reader.cell();
    }
    (reader.out, reader.faults)
}

/// What parts the cells: of the first line that has any the sign that stands most often outside quotes.
fn sign(text: &str) -> char {
    for line in text.split('\n') {
        for signs in SIGNS {
            let mut best = (0, ',');
            for sign in signs {
                let mut quoted = false;
                let count = line.trim().chars().filter(|c| {
                    quoted ^= *c == '"';
                    !quoted && c == sign
                });
                let count = count.count();
                if count > best.0 {
                    best = (count, *sign);
                }
            }
            if best.0 > 0 {
                return best.1;
            }
        }
    }
    ','
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    out: String,
    sign: char,
    /// Whether a quote means anything.
    quotes: bool,
    /// The line that is read, from 1, and the cell in it.
    row: usize,
    column: usize,
    /// Lines that ended inside quotes: the row is as many longer.
    inside: usize,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    /// Reads a cell and what ends it.
    fn cell(&mut self) {
        while matches!(self.rest.peek(), Some(' ' | '\u{3000}')) || self.sign != '\t' && self.rest.peek() == Some(&'\t')
        {
            self.rest.next();
        }
        if self.quotes && self.rest.peek() == Some(&'"') {
            let (before, length, inside) = (self.rest.clone(), self.out.len(), self.inside);
            if !self.quoted() {
                self.rest = before;
                self.out.truncate(length);
                (self.inside, self.quotes) = (inside, false);
                let (row, column) = (self.row + inside, self.column);
                self.faults.push(Fault { row, column, what: Wrong::Quote, ..Fault::default() });
            }
        }
        while let Some(next) = self.rest.next() {
            if next == self.sign {
                self.out.push('\t');
                self.column += 1;
                return;
            }
            if next == '\n' {
                for _ in 0..=self.inside {
                    self.out.push('\n');
                }
                self.row += 1 + self.inside;
                (self.column, self.inside) = (1, 0);
                return;
            }
            self.push(next);
        }
    }

    /// Reads a quoted cell with its quotes; false where it never ends.
    fn quoted(&mut self) -> bool {
        self.rest.next();
        while let Some(next) = self.rest.next() {
            if next == '"' && self.rest.next_if_eq(&'"').is_none() {
                return true;
            }
            self.inside += usize::from(next == '\n');
            self.push(next);
        }
        false
    }

    fn push(&mut self, c: char) {
        self.out.push(if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let (rows, faults) = rows(text);
        assert_eq!(faults, []);
        rows.replace('\t', "|")
    }

    #[test]
    fn cells_are_parted_by_what_parts_most() {
        for text in ["年份,数值\n2021,2.3", "年份;数值\n2021;2.3", "年份\t数值\n2021\t2.3", "年份，数值\n2021，2.3"]
        {
            assert_eq!(read(text), "\n年份|数值\n2021|2.3", "{text}");
        }
        assert_eq!(read("标题\n年份;数值\n2021;2,3"), "\n标题\n年份|数值\n2021|2,3");
        assert_eq!(read("年份,\"产值（亿元;当年价;可比）\"\n"), "\n年份|产值（亿元;当年价;可比）\n");
        assert_eq!(read("年份,产值（亿元，当年价，可比）"), "\n年份|产值（亿元，当年价，可比）");
        assert_eq!(read("2021"), "\n2021");
        assert_eq!(read(""), "\n");
    }

    #[test]
    fn quotes_are_taken_off_and_lines_keep_their_numbers() {
        assert_eq!(read("\u{feff}a,\"b, \"\"c\"\"\"\r\n\"d\"x,"), "\na|b, \"c\" \nd x|".replace("d x", "dx"));
        assert_eq!(read("a,\"b\nc\",d\n\n2021,2.3"), "\na|b c|d\n\n\n2021|2.3", "2021 stands in line 4");
        assert_eq!(read("  年份, \"数值\"\n\t2021,\t2.3\n"), "\n年份|数值\n2021|2.3\n");
        assert_eq!(read("5\",a"), "\n5\"|a");
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_nothing_with_it() {
        let (text, faults) = rows("年份,数值\n2021,\"2.3\n2022,2.4\n");
        assert_eq!(text.replace('\t', "|"), "\n年份|数值\n2021|\"2.3\n2022|2.4\n");
        let found: Vec<_> = faults.iter().map(|fault| (fault.row, fault.column, fault.what)).collect();
        assert_eq!(found, [(2, 2, Wrong::Quote)]);
    }
}
