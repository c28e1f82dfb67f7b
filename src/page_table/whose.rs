//! Whose values a text says they are: of the region or indicator that is asked for, or of another. All texts are plain
//! (`super::plain`).

use super::plain::{has, letter, plain};
use super::unit::headless;
use crate::dataset::{Dataset, Indicator, Text};

/// Whether a text names what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// There is no text.
    Blank,
    /// It names nothing that is known.
    Unknown,
    /// It names another.
    Other,
    /// Its name is part of the text.
    Nearly,
    /// It names it.
    Exactly,
}

/// What a region's name may end with; where one ends another, the longer stands first.
const ENDS: [&str; 5] = ["市", "省", "回族自治州", "自治州", "州"];

/// Whether `text` names the region with the id `asked`, whole: 泉州 and 泉州市 are the same, 泉州市区 is not.
pub fn region(dataset: &Dataset, text: &str, asked: &str) -> Whose {
    if text.is_empty() {
        return Whose::Blank;
    }
    let named = |id: &str, name: &Text| {
        id == text
            || [&name.zh_hans, &name.zh_hant, &name.en].iter().any(|name| {
                // Most names are told by their first letter: there may be many texts.
                if name.chars().next().map(letter) != text.chars().next() {
                    return false;
                }
                let name = plain(name);
                let short = ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
                text.strip_prefix(short).is_some_and(|end| end.is_empty() || ENDS.contains(&end))
            })
    };
    let found = dataset.regions.iter().find(|row| named(&row.id, &row.name));
    match found {
        Some(row) if row.id == asked => Whose::Exactly,
        Some(_) => Whose::Other,
        None => Whose::Unknown,
    }
}

/// Whether `text` names one of `scales`: its id or name, perhaps with a unit behind it; nearly where its name is a part of
/// it. Ids of others are another's; names are not looked up, since pages have many for one thing.
pub fn indicator(dataset: &Dataset, text: &str, scales: &[&Indicator]) -> Whose {
    let name = headless(text);
    if name.is_empty() {
        return Whose::Blank;
    }
    let mut best = Whose::Unknown;
    for row in scales {
        for own in [&row.id, &plain(&row.name.zh_hans), &plain(&row.name.zh_hant), &plain(&row.name.en)] {
            if own == text || own == name {
                return Whose::Exactly;
            }
            if has(text, own) {
                best = Whose::Nearly;
            }
        }
    }
    if best == Whose::Unknown && dataset.indicators.iter().any(|row| row.id == text) { Whose::Other } else { best }
}
