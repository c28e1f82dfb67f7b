//! Units as pages write them, by the units of the data package. All texts are plain (`super::plain`).

use super::figure::{bracket, magnitude, mark};
use super::plain::{after, last};
use crate::dataset::{Dataset, Unit};

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure<'d> {
    /// The unit; `None` where only a magnitude is given (万): it counts the indicator's own base unit.
    pub unit: Option<&'d Unit>,
    /// Number × factor = value in the base unit of its dimension.
    pub factor: f64,
}

/// Words for the Chinese currency, before or behind a magnitude or a unit.
const YUAN: [&str; 5] = ["人民币", "cny", "rmb", "yuan", "¥"];

/// The measure that `text` names: a unit with or without a magnitude, or a magnitude alone; `None` for any other text.
/// `yuan` where the currency was named already.
pub fn measure<'d>(dataset: &'d Dataset, text: &str, mut yuan: bool) -> Option<Measure<'d>> {
    let mut rest = bracket(text).filter(|(before, _)| before.is_empty()).map_or(text, |(_, inner)| inner).trim();
    for word in YUAN {
        if let Some(shorter) = rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)) {
            yuan = true;
            rest = shorter.trim();
        }
    }
    let named =
        |name: &str| dataset.units.iter().find(|unit| unit.id == name || unit.name.en.eq_ignore_ascii_case(name));
    // 万元 as the package has it, else 万 of its 元.
    let (times, name) = match named(rest) {
        Some(_) => (1.0, rest),
        None => {
            let (times, _, name) = magnitude(rest);
            (times, name)
        }
    };
    let (times, name) = match name {
        "" if yuan => (times, "元"),
        "" => return (times > 1.0).then_some(Measure { unit: None, factor: times }),
        "‰" => (times / 10.0, "%"),
        "百分点" => (times, "个百分点"),
        "指数" => (times, "index"),
        name => (times, name),
    };
    named(name).map(|unit| Measure { unit: Some(unit), factor: times * unit.factor })
}

/// A head without the unit or note in brackets behind it.
pub fn headless(head: &str) -> &str {
    bracket(head).map_or(head, |(before, _)| before)
}

/// What a head says of the unit below it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Claim<'d> {
    /// Nothing.
    Nothing,
    /// This.
    Is(Measure<'d>),
    /// Something in the place of a unit that is none.
    Unknown,
}

/// Reads the unit in a head: `亿元`, `产值（亿元，当年价）`, `强度/%`, `单位：件`; of a caption (`strict`) the last alone.
pub fn claim<'d>(dataset: &'d Dataset, head: &str, strict: bool) -> Claim<'d> {
    let mut rest = head;
    while let Some((shorter, _)) = mark(rest) {
        rest = shorter;
    }
    let stated = after(head, "单位:").or_else(|| after(head, "unit:"));
    let stated = stated.and_then(|tail| tail.split(')').next());
    let stated = stated.or_else(|| if strict { None } else { bracket(rest).map(|(_, inner)| inner) });
    // What stands where a unit belongs must be one.
    let (text, none) = match stated {
        Some(text) => (text, Claim::Unknown),
        None if strict => return Claim::Nothing,
        None => (rest, Claim::Nothing),
    };
    let mut found = measure(dataset, text, false);
    for part in text.split(',') {
        let tail = last(part, b'/').and_then(|at| part.get(at + 1..)).unwrap_or(part);
        found = found.or_else(|| measure(dataset, part, false)).or_else(|| measure(dataset, tail, false));
    }
    if found.is_none() && text.contains('%') {
        found = measure(dataset, "%", false);
    }
    found.map_or(none, Claim::Is)
}
