//! Packing; runs in the build script and the tool.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cells::Table;
use super::super::model::{Dataset, YEARS};
use super::{Coder, DECIMALS, FORM, MAGIC, NO_NUMBER, PackError, RAW_NUMBER, checksum, layout};

/// Packs a dataset.
///
/// # Errors
/// Where the validator would refuse it: a reference to no row, a year out of bounds, a number that is not finite.
pub fn encode(dataset: &Dataset) -> Result<Vec<u8>, PackError> {
    let mut encoder = Encoder { characters: usual_forms(dataset), ..Encoder::default() };
    // Twice: only when all texts are known, is it known how many are beyond ASCII and stand before the others.
    layout::dataset(&mut encoder, &mut dataset.clone())?;
    let (plain, wide) = encoder.texts.iter().cloned().partition::<Vec<String>, _>(|text| text.is_ascii());
    let texts = || wide.iter().chain(&plain);
    let places = texts().enumerate().map(|(at, text)| (text.clone(), at)).collect();
    let mut encoder = Encoder { characters: usual_forms(dataset), places, ..Encoder::default() };
    layout::dataset(&mut encoder, &mut dataset.clone())?;

    let mut bytes = Vec::new();
    let alphabet: BTreeSet<char> = wide.iter().flat_map(|text| text.chars()).filter(|c| !c.is_ascii()).collect();
    let alphabet: Vec<char> = alphabet.into_iter().collect();
    varint(&mut bytes, alphabet.len() as u64);
    let mut before = 0;
    for character in &alphabet {
        varint(&mut bytes, u64::from(u32::from(*character) - before));
        before = u32::from(*character);
    }
    let coded = texts().map(|text| spelt(text, &alphabet)).collect::<Result<Vec<_>, _>>()?;
    varint(&mut bytes, wide.len() as u64);
    varint(&mut bytes, plain.len() as u64);
    for text in &coded {
        varint(&mut bytes, text.len() as u64);
    }
    bytes.extend(coded.concat());
    bytes.extend_from_slice(&encoder.body);
    let bytes = seal(&bytes);
    // What cannot be read again must not be written: circles of references, for one.
    super::decode(&bytes)?;
    Ok(bytes)
}

/// `body` behind its header, whatever it says: a packed dataset, if [`encode`] made the body.
pub fn seal(body: &[u8]) -> Vec<u8> {
    // More than 4 GiB are not read anyway.
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    [&MAGIC[..], &[FORM], &length.to_le_bytes(), &checksum(body).to_le_bytes(), body].concat()
}

/// A text, its characters beyond ASCII by their places in the alphabet.
fn spelt(text: &str, alphabet: &[char]) -> Result<Vec<u8>, PackError> {
    let mut bytes = Vec::new();
    for character in text.chars() {
        match u8::try_from(character) {
            Ok(ascii) if ascii < 0x80 => bytes.push(ascii),
            _ => {
                let place = alphabet.binary_search(&character).map_err(|_| PackError::Text)?;
                let high = u8::try_from(place >> 8).ok().filter(|high| *high < 0x80).ok_or(PackError::Size)?;
                bytes.extend([0x80 | high, place as u8]);
            }
        }
    }
    Ok(bytes)
}

/// The form that each Simplified character most often has in the Traditional texts, where that is another character.
fn usual_forms(dataset: &Dataset) -> Vec<(char, char)> {
    let names = dataset.indicators.iter().flat_map(|row| [&row.name, &row.meaning]);
    let names = names.chain(dataset.plans.iter().flat_map(|row| [&row.title, &row.short, &row.issuer]));
    let names =
        names.chain(dataset.regions.iter().map(|row| &row.name)).chain(dataset.themes.iter().map(|row| &row.name));
    let names = names.chain(dataset.units.iter().flat_map(|row| [&row.name, &row.pattern]));
    let mut counts: BTreeMap<char, BTreeMap<char, usize>> = BTreeMap::new();
    for text in names.filter(|text| text.zh_hans.chars().count() == text.zh_hant.chars().count()) {
        for (hans, hant) in text.zh_hans.chars().zip(text.zh_hant.chars()) {
            *counts.entry(hans).or_default().entry(hant).or_default() += 1;
        }
    }
    let usual = |(hans, forms): (char, BTreeMap<char, usize>)| {
        let (hant, _) = forms.into_iter().max_by_key(|(_, count)| *count)?;
        (hant != hans).then_some((hans, hant))
    };
    counts.into_iter().filter_map(usual).collect()
}

#[derive(Default)]
struct Encoder {
    characters: Vec<(char, char)>,
    ids: Vec<Vec<String>>,
    body: Vec<u8>,
    /// The texts, as they first come.
    texts: Vec<String>,
    /// Where each stands among the texts; on the first way through nothing.
    places: BTreeMap<String, usize>,
    used: BTreeSet<String>,
    year: i32,
}

impl Coder for Encoder {
    fn characters(&mut self) -> &mut Vec<(char, char)> {
        &mut self.characters
    }

    fn count(&mut self, count: usize, _width: usize) -> Result<usize, PackError> {
        varint(&mut self.body, count as u64);
        Ok(count)
    }

    fn byte(&mut self, byte: &mut u8) -> Result<(), PackError> {
        self.body.push(*byte);
        Ok(())
    }

    fn text(&mut self, text: &mut String) -> Result<(), PackError> {
        if self.used.insert(text.clone()) {
            self.texts.push(text.clone());
            self.body.push(u8::from(text.is_ascii()));
        } else {
            varint(&mut self.body, self.places.get(text).map_or(0, |place| *place as u64 + 2));
        }
        Ok(())
    }

    fn ids(&mut self) -> &mut Vec<Vec<String>> {
        &mut self.ids
    }

    fn row(&mut self, table: Table, id: &mut String) -> Result<(), PackError> {
        let ids = self.ids.get(table as usize).ok_or(PackError::Reference)?;
        let place = ids.iter().position(|other| other == id).ok_or(PackError::Reference)?;
        varint(&mut self.body, place as u64);
        Ok(())
    }

    fn maybe_number(&mut self, number: &mut Option<f64>) -> Result<(), PackError> {
        let Some(value) = *number else {
            self.body.push(NO_NUMBER);
            return Ok(());
        };
        let digits = |decimals: &f64| {
            let digits = (value * decimals).round() as i64;
            // Beyond 2^53 digits are not exact; and of -0 they lose the sign.
            let exact = digits.unsigned_abs() < 1 << 53 && (digits as f64 / decimals).to_bits() == value.to_bits();
            exact.then_some(digits)
        };
        match DECIMALS.iter().enumerate().find_map(|(at, decimals)| Some((u8::try_from(at).ok()?, digits(decimals)?))) {
            Some((decimals, digits)) => {
                self.body.push(decimals);
                varint(&mut self.body, zigzag(digits));
            }
            None => {
                self.body.push(RAW_NUMBER);
                self.body.extend_from_slice(&value.to_le_bytes());
            }
        }
        Ok(())
    }

    fn year(&mut self, year: &mut i32) -> Result<(), PackError> {
        if !YEARS.contains(year) {
            return Err(PackError::Value);
        }
        varint(&mut self.body, zigzag(i64::from(*year - self.year)));
        self.year = *year;
        Ok(())
    }
}

/// Small magnitudes of either sign to small numbers: 0, -1, 1, -2 … to 0, 1, 2, 3 …
fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

/// Seven bits a byte, the lowest first, the highest bit set on all but the last.
fn varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
