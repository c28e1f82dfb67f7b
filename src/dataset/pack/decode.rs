//! Unpacking; runs in the browser, so it is small, and on bytes from anywhere, so it trusts none of them.

use std::cmp::Ordering;

use super::super::cells::Table;
use super::super::model::{Dataset, YEARS};
use super::{Coder, DECIMALS, FORM, GROWTH, MAGIC, MOST, NO_NUMBER, PackError, RAW_NUMBER, checksum, layout};

/// Unpacks a dataset. Never panics, and takes memory in proportion to the number of bytes only.
///
/// References lead to rows, parents of regions and sources of indicators do not go in circles, years are in
/// [`YEARS`], numbers are finite and units' factors positive. What else the validator asks is not asked again.
///
/// # Errors
/// On any bytes that [`super::encode`] did not write.
pub fn decode(bytes: &[u8]) -> Result<Dataset, PackError> {
    let rest = opened(bytes)?;
    let mut decoder = Decoder {
        characters: Vec::new(),
        ids: Vec::new(),
        rest,
        texts: Vec::new(),
        fresh: [0; 2],
        rows: bytes.len(),
        text: bytes.len().saturating_mul(GROWTH),
        year: 0,
    };
    decoder.texts()?;
    let mut dataset = Dataset::default();
    layout::dataset(&mut decoder, &mut dataset)?;
    if !decoder.rest.is_empty() {
        return Err(PackError::Length);
    }
    sound(&dataset)?;
    Ok(dataset)
}

/// What is behind the header, if it is what the header says.
fn opened(bytes: &[u8]) -> Result<&[u8], PackError> {
    let (form, rest) = bytes.strip_prefix(&MAGIC).and_then(<[u8]>::split_first).ok_or(PackError::Magic)?;
    match form.cmp(&FORM) {
        Ordering::Less => return Err(PackError::Older),
        Ordering::Greater => return Err(PackError::Newer),
        Ordering::Equal => {}
    }
    let ([length, sum], body) = header(rest).ok_or(PackError::Length)?;
    if body.len() > MOST {
        Err(PackError::Size)
    } else if body.len() as u64 != u64::from(length) {
        Err(PackError::Length)
    } else if checksum(body) != sum {
        Err(PackError::Checksum)
    } else {
        Ok(body)
    }
}

/// Length and checksum, and what follows them.
fn header(bytes: &[u8]) -> Option<([u32; 2], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (sum, rest) = rest.split_first_chunk()?;
    Some(([*length, *sum].map(u32::from_le_bytes), rest))
}

/// What columns cannot show one by one.
fn sound(dataset: &Dataset) -> Result<(), PackError> {
    if dataset.units.iter().any(|unit| unit.factor <= 0.0) {
        return Err(PackError::Value);
    }
    // A region's tier is narrower than its parent's, so no chain of parents comes round again.
    let narrower = |region: &super::super::model::Region| {
        let parent = region.parent.as_deref().and_then(|id| dataset.region(id));
        parent.is_none_or(|parent| (parent.level as u8) < region.level as u8)
    };
    let underived = |indicator: &super::super::model::Indicator| {
        let level = indicator.derived_from.as_deref().and_then(|id| dataset.indicator(id));
        level.is_none_or(|level| level.derived_from.is_none())
    };
    if dataset.regions.iter().all(narrower) && dataset.indicators.iter().all(underived) {
        Ok(())
    } else {
        Err(PackError::Reference)
    }
}

struct Decoder<'b> {
    /// Characters and their usual Traditional forms.
    characters: Vec<(char, char)>,
    /// Ids of the rows of each table.
    ids: Vec<Vec<String>>,
    /// Bytes not read yet.
    rest: &'b [u8],
    texts: Vec<String>,
    /// The first text beyond ASCII, and the first in ASCII, that was not used yet.
    fresh: [usize; 2],
    /// Bytes that further rows may still claim, so that counts cannot ask for more rows than there are bytes.
    rows: usize,
    /// Bytes of text that may still be copied.
    text: usize,
    /// The year decoded before.
    year: i32,
}

impl<'b> Decoder<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], PackError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(PackError::Length)?;
        self.rest = rest;
        Ok(taken)
    }

    fn next(&mut self) -> Result<u8, PackError> {
        self.take(1)?.first().copied().ok_or(PackError::Length)
    }

    fn varint(&mut self) -> Result<u64, PackError> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.next()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(PackError::Value)
    }

    fn size(&mut self) -> Result<usize, PackError> {
        usize::try_from(self.varint()?).map_err(|_| PackError::Size)
    }

    fn zigzag(&mut self) -> Result<i64, PackError> {
        let value = self.varint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A number of things that take at least a byte each.
    fn amount(&mut self) -> Result<usize, PackError> {
        let amount = self.size()?;
        if amount > self.rest.len() { Err(PackError::Size) } else { Ok(amount) }
    }

    fn texts(&mut self) -> Result<(), PackError> {
        let mut alphabet = Vec::new();
        let mut character = 0;
        for _ in 0..self.amount()? {
            character = self.varint()?.saturating_add(character);
            alphabet.push(u32::try_from(character).ok().and_then(char::from_u32).ok_or(PackError::Text)?);
        }
        let wide = self.amount()?;
        let count = wide + self.amount()?;
        let mut lengths = Vec::new();
        for _ in 0..count {
            lengths.push(self.size()?);
        }
        for length in lengths {
            let mut text = String::new();
            let mut bytes = self.take(length)?.iter();
            while let Some(byte) = bytes.next() {
                let mut place = || Some(usize::from(byte & 0x7f) << 8 | usize::from(*bytes.next()?));
                text.push(match byte {
                    0..0x80 => char::from(*byte),
                    _ => place().and_then(|place| alphabet.get(place).copied()).ok_or(PackError::Text)?,
                });
            }
            self.texts.push(text);
        }
        self.fresh = [0, wide];
        Ok(())
    }
}

/// A copy of a text, paid for from what may still be copied.
fn paid(left: &mut usize, text: &str) -> Result<String, PackError> {
    *left = left.checked_sub(text.len()).ok_or(PackError::Size)?;
    Ok(text.to_string())
}

impl Coder for Decoder<'_> {
    fn characters(&mut self) -> &mut Vec<(char, char)> {
        &mut self.characters
    }

    fn count(&mut self, _count: usize, width: usize) -> Result<usize, PackError> {
        let count = self.size()?;
        let bytes = count.checked_mul(width).ok_or(PackError::Size)?;
        self.rows = self.rows.checked_sub(bytes).ok_or(PackError::Size)?;
        Ok(count)
    }

    fn byte(&mut self, byte: &mut u8) -> Result<(), PackError> {
        *byte = self.next()?;
        Ok(())
    }

    fn text(&mut self, text: &mut String) -> Result<(), PackError> {
        let tag = self.size()?;
        let place = match self.fresh.get_mut(tag) {
            Some(fresh) => {
                *fresh += 1;
                *fresh - 1
            }
            None => tag - 2,
        };
        let found = self.texts.get(place).ok_or(PackError::Text)?;
        *text = paid(&mut self.text, found)?;
        Ok(())
    }

    fn ids(&mut self) -> &mut Vec<Vec<String>> {
        &mut self.ids
    }

    fn row(&mut self, table: Table, id: &mut String) -> Result<(), PackError> {
        let place = self.size()?;
        let found = self.ids.get(table as usize).and_then(|ids| ids.get(place)).ok_or(PackError::Reference)?;
        *id = paid(&mut self.text, found)?;
        Ok(())
    }

    fn maybe_number(&mut self, number: &mut Option<f64>) -> Result<(), PackError> {
        let value = match self.next()? {
            NO_NUMBER => {
                *number = None;
                return Ok(());
            }
            RAW_NUMBER => {
                let bytes = self.take(8)?.try_into().map_err(|_| PackError::Length)?;
                f64::from_le_bytes(bytes)
            }
            decimals => {
                let divisor = DECIMALS.get(usize::from(decimals)).ok_or(PackError::Value)?;
                self.zigzag()? as f64 / divisor
            }
        };
        *number = Some(value).filter(|value| value.is_finite());
        if number.is_some() { Ok(()) } else { Err(PackError::Value) }
    }

    fn year(&mut self, year: &mut i32) -> Result<(), PackError> {
        let change = i32::try_from(self.zigzag()?).map_err(|_| PackError::Value)?;
        *year = self.year.checked_add(change).filter(|year| YEARS.contains(year)).ok_or(PackError::Value)?;
        self.year = *year;
        Ok(())
    }
}
