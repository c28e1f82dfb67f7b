//! A table of a playlist: its keys, each at most once read, and the values that they are to have.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use crate::dataset::diagnostic::nearest;

/// Keys that stand above every table.
pub const TOP: [&str; 13] = [
    "version",
    "title",
    "logo",
    "languages",
    "theme",
    "idle",
    "warning",
    "controls",
    "as-of",
    "night",
    "update",
    "plans",
    "slide",
];

/// A table and where it stands.
#[derive(Clone, Copy)]
pub struct Table<'p> {
    /// Where what is missing in it is told.
    pub at: usize,
    keys: &'p DeTable<'p>,
}

/// A text and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Word<'p> {
    /// What is meant, unescaped.
    pub text: &'p str,
    /// Its first byte.
    pub at: usize,
}

/// A value and where it stands.
pub type Value<'p> = Spanned<DeValue<'p>>;

impl<'p> Table<'p> {
    /// The playlist itself.
    pub fn whole(keys: &'p DeTable<'p>, faults: &mut Faults<'_>) -> Table<'p> {
        let table = Table { at: 0, keys };
        table.only(&TOP, faults);
        table
    }

    /// The table that is this `key`'s value, if it is one; `known` are its keys.
    pub fn within(key: &str, value: &'p Value<'p>, known: &[&str], faults: &mut Faults<'_>) -> Option<Table<'p>> {
        let DeValue::Table(keys) = value.get_ref() else {
            let keys = known.join(", ");
            refuse(key, value, &format!("a table of {keys}"), None, faults);
            return None;
        };
        let table = Table { at: value.span().start, keys };
        table.only(known, faults);
        Some(table)
    }

    /// Tells of keys that are not `known`.
    fn only(&self, known: &[&str], faults: &mut Faults<'_>) {
        for (key, _) in self.keys {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            // TOML takes what follows a [table] for its own.
            let hint = if TOP.contains(&name) {
                Some(format!("`{name}` is of the whole playlist: write it above the first line in [ ]"))
            } else {
                nearest(name, known.iter().copied())
            };
            faults.add(key.span().start, format!("no key `{name}` here, expected {}", list(known)), hint);
        }
    }

    /// What the key is given.
    pub fn get(&self, key: &str) -> Option<&'p Value<'p>> {
        self.keys.iter().find(|(name, _)| name.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    /// The same of a key that has to be there.
    pub fn required(&self, key: &str, expected: &str, faults: &mut Faults<'_>) -> Option<&'p Value<'p>> {
        let value = self.get(key);
        if value.is_none() {
            faults.add(self.at, format!("no `{key}`, expected {expected}"), None);
        }
        value
    }

    /// The text of a key; `None` also where it is something else.
    pub fn text(&self, key: &str, expected: &str, faults: &mut Faults<'_>) -> Option<Word<'p>> {
        word(key, self.get(key)?, expected, faults)
    }

    /// The whole number of a key.
    pub fn whole_number(&self, key: &str, range: RangeInclusive<i64>, faults: &mut Faults<'_>) -> Option<i64> {
        let value = self.get(key)?;
        let number = faults.written(value.span()).replace('_', "").parse().ok();
        let number = number.filter(|number| matches!(value.get_ref(), DeValue::Integer(_)) && range.contains(number));
        if number.is_none() {
            let expected = format!("whole seconds from {} to {}", range.start(), range.end());
            refuse(key, value, &expected, None, faults);
        }
        number
    }

    /// The texts in the list of a key.
    pub fn words(&self, key: &str, expected: &str, faults: &mut Faults<'_>) -> Option<Vec<Word<'p>>> {
        let value = self.get(key)?;
        let DeValue::Array(items) = value.get_ref() else {
            let hint = matches!(value.get_ref(), DeValue::String(_))
                .then(|| format!("write it in brackets: {key} = [{}]", faults.quote(value.span())));
            refuse(key, value, &format!("a list of {expected}"), hint, faults);
            return None;
        };
        let mut words: Vec<Word<'p>> = Vec::new();
        for item in items.iter() {
            let Some(word) = word(key, item, &format!("a list of {expected}"), faults) else { continue };
            if words.iter().any(|one| one.text == word.text) {
                faults.add(word.at, format!("`{}` a second time in `{key}`, expected each once", word.text), None);
                continue;
            }
            words.push(word);
        }
        Some(words)
    }
}

/// The value as a text.
pub fn word<'p>(key: &str, value: &'p Value<'p>, expected: &str, faults: &mut Faults<'_>) -> Option<Word<'p>> {
    if let DeValue::String(text) = value.get_ref() {
        return Some(Word { text: text.as_ref(), at: value.span().start });
    }
    refuse(key, value, expected, None, faults);
    None
}

/// Tells that the key has another value than expected.
pub fn refuse(key: &str, value: &Value<'_>, expected: &str, hint: Option<String>, faults: &mut Faults<'_>) {
    let span: Range<usize> = value.span();
    let what = format!("`{key}` is {}, expected {expected}", faults.quote(span.clone()));
    // A number in quotes is the commonest slip.
    let unquoted = match value.get_ref() {
        DeValue::String(text) if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(format!("write it without quotes: {key} = {text}"))
        }
        _ => None,
    };
    faults.add(span.start, what, hint.or(unquoted));
}

/// One of `known`, by its name; else the fault, with the nearest.
pub fn one_of(key: &str, word: Word<'_>, known: &[&'static str], faults: &mut Faults<'_>) -> Option<&'static str> {
    let found = known.iter().copied().find(|name| *name == word.text);
    if found.is_none() {
        let what = format!("`{key}` is `{}`, expected {}", word.text, list(known));
        faults.add(word.at, what, nearest(word.text, known.iter().copied()));
    }
    found
}

/// `a, b or c`.
pub fn list(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, [])) => (*last).into(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b or c");
    }
}
