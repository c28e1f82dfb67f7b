//! Units as pages write them, by the units of the data package.

use super::figure::{bracket, magnitude, mark};
use super::plain::after;
use crate::dataset::{Dataset, Unit};

/// What a number is counted in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure<'d> {
    /// The unit; `None` where only a magnitude is given (万): it counts the indicator's own base unit.
    pub unit: Option<&'d Unit>,
    /// Number × factor = value in the base unit of its dimension.
    pub factor: f64,
}

/// Other words for a unit's id.
const ALIASES: [(&str, &str); 4] = [("百分点", "个百分点"), ("per cent", "%"), ("‰", "%"), ("圆", "元")];

/// Words for the Chinese currency, before or behind a magnitude or a unit.
const YUAN: [&str; 5] = ["人民币", "cny", "rmb", "yuan", "¥"];

/// The measure that `text` (plain) names: a unit with or without a magnitude, or a magnitude alone; `None` for any other
/// text. `yuan` where the currency was named already.
pub fn measure<'d>(dataset: &'d Dataset, text: &str, mut yuan: bool) -> Option<Measure<'d>> {
    let mut rest = text.trim_matches([' ', '(', ')', '[', ']', ':']);
    for word in YUAN {
        let shorter = rest.strip_prefix(word).or_else(|| rest.strip_suffix(word));
        yuan |= shorter.is_some();
        rest = shorter.unwrap_or(rest).trim();
    }
    let named = |name: &str| {
        let id = ALIASES.iter().find(|(word, _)| *word == name).map_or(name, |(_, id)| id);
        let called = |unit: &&Unit| unit.id == id || unit.name.zh_hans == id || unit.name.en.eq_ignore_ascii_case(id);
        let unit = dataset.units.iter().filter(|_| !id.is_empty()).find(called)?;
        Some((unit, if name == "‰" { unit.factor / 10.0 } else { unit.factor }))
    };
    // 万元 as the package has it, else 万 of its 元.
    let (times, _, name) = magnitude(rest);
    let name = if name.is_empty() && yuan { "元" } else { name };
    match named(rest) {
        Some((unit, factor)) => Some(Measure { unit: Some(unit), factor }),
        None if name.is_empty() => (times > 1.0).then_some(Measure { unit: None, factor: times }),
        None => named(name).map(|(unit, factor)| Measure { unit: Some(unit), factor: times * factor }),
    }
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

/// Reads the unit in a head (plain): `亿元`, `产值（亿元）`, `强度/%`, `单位：件`.
pub fn claim<'d>(dataset: &'d Dataset, head: &str) -> Claim<'d> {
    if let Some(whole) = measure(dataset, head, false) {
        return Claim::Is(whole);
    }
    if let Claim::Is(stated) = stated(dataset, head) {
        return Claim::Is(stated);
    }
    let mut rest = head;
    while let Some((shorter, _)) = mark(rest) {
        rest = shorter.trim_end();
    }
    if let Some((_, inner)) = bracket(rest) {
        let mut parts = std::iter::once(inner).chain(inner.split([',', ';', ' ']));
        if let Some(found) = parts.find_map(|part| measure(dataset, part, false)) {
            return Claim::Is(found);
        }
        return if inner.contains('%') { percent(dataset) } else { Claim::Unknown };
    }
    match rest.rsplit_once(['/', ',']).and_then(|(_, tail)| measure(dataset, tail, false)) {
        Some(found) => Claim::Is(found),
        None if rest.contains('%') => percent(dataset),
        None => stated(dataset, head),
    }
}

/// Reads `单位：…` alone: what else stands in a caption is no unit.
pub fn stated<'d>(dataset: &'d Dataset, text: &str) -> Claim<'d> {
    let Some(tail) = after(text, "单位").or_else(|| after(text, "unit")) else { return Claim::Nothing };
    let Some(tail) = tail.strip_prefix('s').unwrap_or(tail).trim_start().strip_prefix(':') else {
        return Claim::Nothing;
    };
    let end = tail.split([')', ']', ';', ',']).next().unwrap_or_default();
    measure(dataset, end, false).map_or(Claim::Unknown, Claim::Is)
}

fn percent(dataset: &Dataset) -> Claim<'_> {
    measure(dataset, "%", false).map_or(Claim::Unknown, Claim::Is)
}
