//! The packed form of a [`Dataset`], which the program carries and a page may load.
//!
//! ```text
//! "IWP" version │ length │ checksum │ characters │ texts │ version, day and title of the data │
//! columns of themes, regions, units, indicators, plans, targets, observations
//! ```
//!
//! The header's twelve bytes say whether the rest is worth reading: the form's version, the number of bytes that follow and their
//! CRC-32 (RFC 1952, section 8), four bytes each, the lowest first. So what was cut off, joined to or damaged on its way is told
//! from what was packed wrong.
//!
//! The rest is made to compress well and to unpack with little code. First stand the characters beyond ASCII, ascending, each as
//! its distance from the one before; then the texts, those with such characters first, then those without: their
//! numbers, their lengths in bytes, and the texts themselves. In them a byte below 128 is ASCII, and two bytes from 128 up
//! are a place in the list of characters: so Chinese packs a tenth smaller than as UTF-8. All else is in columns: of each table first the number of
//! rows, then every row's first cell, every row's second cell … Cells are varints (LEB128):
//! - a text: 0 for the next one beyond ASCII that was not used before, 1 for the next one in ASCII, else 2 + its index;
//! - a Traditional text: empty where it is the Simplified one with each character in its usual form, by a table of
//!   characters that stands first;
//! - an id: empty where it is the one that the row's other cells give, which it is for targets;
//! - a reference: the row's index in the other table, so none can dangle;
//! - a year: zigzag difference from the year coded before;
//! - a number: a byte with its decimals, then its digits as a zigzag integer; or 255 and the eight bytes of the `f64`.
//!   Either gives the same bits back. 254 stands for none;
//! - a word: a byte with its place in [`super::words`];
//! - where there may be nothing: first a byte, 1 if there is something.
//!
//! The columns are those of [`super::cells`]; how each form of cell is coded is written once, in `layout`, for both ways.

mod decode;
mod encode;
mod layout;

pub use decode::decode;
pub use encode::{encode, seal};

use std::fmt;

use super::cells::Table;

/// What every packed dataset begins with.
const MAGIC: [u8; 3] = *b"IWP";

/// The form's version, the byte that follows.
const FORM: u8 = 5;

/// Bytes of a packed dataset at most, 64 MiB: a package of all cities of a large country takes half of that.
const MOST: usize = 1 << 26;

/// Bytes that unpacked texts may take for each packed byte: repeated texts unpack to far more than their index.
const GROWTH: usize = 64;

/// Tags of a number's first byte, above any count of decimals.
const NO_NUMBER: u8 = 254;
const RAW_NUMBER: u8 = 255;

/// Powers of ten by which the digits of a number are divided; all exact, so that the quotient is rounded once.
const DECIMALS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// Why bytes are no packed dataset, or a dataset cannot be packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackError {
    /// Another kind of file.
    Magic,
    /// A form of an earlier version of this program.
    Older,
    /// A form of a later version of this program.
    Newer,
    /// The bytes end too soon, or go on after the end.
    Length,
    /// The bytes are not those that were written.
    Checksum,
    /// A text or a character that is not there.
    Text,
    /// A reference to a row that is not there, or around in a circle.
    Reference,
    /// A word, year, day or number that the model does not allow.
    Value,
    /// More rows or text than so few bytes may hold, or more bytes than are read.
    Size,
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            PackError::Magic => "not a packed data package; make one with `indicator-widgets pack`",
            PackError::Older => "packed by an earlier version; pack it anew with this one",
            PackError::Newer => "packed by a later version; use that one, or pack it anew with this one",
            PackError::Length => "the packed data package is cut off or has more bytes than it should; copy it again",
            PackError::Checksum => "the packed data package was damaged on its way; copy it again",
            PackError::Text => "packed wrong: a text or a character is not there; pack it anew",
            PackError::Reference => "packed wrong: a reference leads nowhere; pack it anew",
            PackError::Value => "packed wrong: a value is out of its bounds; pack it anew",
            PackError::Size => {
                "too many rows or texts for its length, or more than 64 MiB; pack fewer regions together"
            }
        })
    }
}

impl std::error::Error for PackError {}

/// CRC-32 of `bytes` (RFC 1952, section 8), bit by bit: a table would take more room than it saves time.
fn checksum(bytes: &[u8]) -> u32 {
    let bit = |sum: u32| (sum >> 1) ^ ((sum & 1) * 0xedb8_8320);
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| bit(sum)))
}

/// One direction of the packed form. Encoding reads through the references, decoding fills them in.
trait Coder {
    /// Simplified characters, ascending, with their usual Traditional forms, where the two differ.
    fn characters(&mut self) -> &mut Vec<(char, char)>;
    /// A number of rows that take at least `width` bytes each.
    fn count(&mut self, count: usize, width: usize) -> Result<usize, PackError>;
    /// A byte.
    fn byte(&mut self, byte: &mut u8) -> Result<(), PackError>;
    /// A text.
    fn text(&mut self, text: &mut String) -> Result<(), PackError>;
    /// The ids of each table so far, in the order of [`Table`].
    fn ids(&mut self) -> &mut Vec<Vec<String>>;
    /// The id of a row of `table`.
    fn row(&mut self, table: Table, id: &mut String) -> Result<(), PackError>;
    /// A number, or none.
    fn maybe_number(&mut self, number: &mut Option<f64>) -> Result<(), PackError>;
    /// A year.
    fn year(&mut self, year: &mut i32) -> Result<(), PackError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The check value that catalogues of CRCs give for CRC-32, and that of nothing.
    #[test]
    fn the_checksum_is_that_of_gzip_and_zip() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }
}
