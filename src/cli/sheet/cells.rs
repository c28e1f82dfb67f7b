//! Cells as numbers and words.

use std::ops::RangeInclusive;

use super::{Row, Sheet};
use crate::cli::Failure;
use crate::dataset::diagnostic::nearest;

impl Sheet {
    /// The number in a cell: decimal, with or without an exponent.
    ///
    /// # Errors
    /// What is no number, or one that a double cannot hold.
    pub fn number(&self, row: &Row, column: &str) -> Result<f64, Failure> {
        let text = row.text(column);
        let Some(value) = number(text) else {
            let failure =
                self.fault(row, column, format!("`{column}` is {}, expected a number like 2.47", shown(text)));
            // Without separators and a unit behind it.
            let joined = text.replace([',', '，', ' ', '_'], "");
            let plain = joined.trim_end_matches(|sign: char| !sign.is_ascii_digit());
            return Err(match number(plain) {
                Some(_) => failure.hint(format!("did you mean `{plain}`?")),
                None if column == "value" => failure.hint("leave the row out where there is no value"),
                None => failure,
            });
        };
        if !value.is_finite() {
            let message = format!("`{column}` is `{text}`, expected a number that a double holds (up to 1.8e308)");
            return Err(self.fault(row, column, message));
        }
        Ok(value)
    }

    /// The number in a cell that may be empty.
    ///
    /// # Errors
    /// As [`Sheet::number`].
    pub fn maybe_number(&self, row: &Row, column: &str) -> Result<Option<f64>, Failure> {
        if row.text(column).is_empty() { Ok(None) } else { self.number(row, column).map(Some) }
    }

    /// The whole number in a cell.
    ///
    /// # Errors
    /// What is none, or lies outside `range`, whose numbers are called `what` in the message.
    pub fn whole(&self, row: &Row, column: &str, range: RangeInclusive<i32>, what: &str) -> Result<i32, Failure> {
        let text = row.text(column);
        text.parse().ok().filter(|value| range.contains(value)).ok_or_else(|| {
            let failure = self.fault(row, column, format!("`{column}` is {}, expected {what}", shown(text)));
            // 2023.0, 2023年, 2023-12-31, 202312
            let digits: String = text.chars().take_while(char::is_ascii_digit).take(4).collect();
            match digits.parse().ok().filter(|value| range.contains(value)) {
                Some(value) => failure.hint(format!("did you mean `{value}`?")),
                None => failure,
            }
        })
    }

    /// What one of `words` stands for.
    ///
    /// # Errors
    /// Any other word, with the nearest.
    pub fn word<W: Copy>(&self, row: &Row, column: &str, words: &[(&'static str, W)]) -> Result<W, Failure> {
        let text = row.text(column);
        words.iter().find(|(word, _)| *word == text).map(|(_, meant)| *meant).ok_or_else(|| {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("`{column}` is {}, expected one of: {}", shown(text), names.join(", "));
            let failure = self.fault(row, column, message);
            match nearest(&text.to_lowercase(), names) {
                Some(hint) => failure.hint(hint),
                None => failure,
            }
        })
    }

    /// The name in a cell, which must not be empty.
    ///
    /// # Errors
    /// Where it is.
    pub fn name<'r>(&self, row: &'r Row, column: &str) -> Result<&'r str, Failure> {
        let text = row.text(column);
        if text.is_empty() {
            return Err(self.fault(row, column, format!("`{column}` is empty, expected a name")));
        }
        Ok(text)
    }
}

/// A number as it is written: digits, a point, an exponent; not the words `inf` and `nan`. Infinite where it is too large.
fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|_| !text.contains(['n', 'N', 'i', 'I']))
}

fn shown(text: &str) -> String {
    if text.is_empty() { "empty".into() } else { format!("`{text}`") }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_have_digits() {
        for (text, value) in [("0", 0.0), ("-3.5", -3.5), ("1e-7", 1e-7), ("2.E3", 2000.0), ("+1", 1.0)] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in ["", "nan", "NaN", "inf", "-Infinity", "1,000", "12%", "—", "１", "0x10"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
