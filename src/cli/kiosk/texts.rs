//! What the page shows in several languages: one text for all, or a table by language.

use serde_json::{Map, Value as Json};
use toml::de::DeValue;

use super::faults::Faults;
use super::table::{Table, Value, Word, refuse, word};
use crate::language::Language;

/// Every language by its tag.
pub fn tags() -> [&'static str; 3] {
    Language::ALL.map(Language::tag)
}

/// The text of `key` in each of `languages`, at most `widest` em wide: a Chinese character is one, a Latin letter half.
pub fn texts(
    key: &str,
    value: &Value<'_>,
    languages: &[Language],
    widest: usize,
    faults: &mut Faults<'_>,
) -> Option<Json> {
    let before = faults.count();
    let mut said = Map::new();
    match value.get_ref() {
        DeValue::String(text) => {
            check(key, Word { text, at: value.span().start }, widest, faults);
            for language in languages {
                said.insert(language.tag().into(), text.as_ref().into());
            }
        }
        DeValue::Table(_) => {
            let table = Table::within(key, value, &tags(), faults)?;
            for language in languages {
                let tag = language.tag();
                let Some(value) = table.get(tag) else {
                    let what = format!("`{key}` has no `{tag}`, expected a text in every language of `languages`");
                    let hint = format!("add {tag} = \"…\", or take \"{tag}\" out of `languages`");
                    faults.add(table.at, what, Some(hint));
                    continue;
                };
                let name = format!("{key}.{tag}");
                let Some(word) = word(&name, value, "a text", faults) else { continue };
                check(&name, word, widest, faults);
                said.insert(tag.into(), word.text.into());
            }
        }
        _ => {
            let hint = format!("{key} = {{ zh-Hans = \"…\", zh-Hant = \"…\", en = \"…\" }}");
            refuse(key, value, "a text, or a table of texts by language", Some(hint), faults);
        }
    }
    (faults.count() == before).then_some(Json::Object(said))
}

/// Tells of a text that can't be shown: none at all, of several lines, too wide.
fn check(key: &str, word: Word<'_>, widest: usize, faults: &mut Faults<'_>) {
    if word.text.trim().is_empty() {
        faults.add(word.at, format!("`{key}` is empty, expected a text"), None);
    } else if word.text.contains(|letter: char| letter.is_control()) {
        let hint = "keep it on one line: the page breaks it where it must".to_string();
        faults.add(word.at, format!("`{key}` has a line break or a tab in it, expected one line"), Some(hint));
    } else if width(word.text) > widest {
        let what = format!("`{key}` is {} em wide, expected at most {widest}", width(word.text));
        let hint = "it is read at four metres: a Chinese character counts 1, a Latin letter 0.5".to_string();
        faults.add(word.at, what, Some(hint));
    }
}

/// Width in em, rounded up.
fn width(text: &str) -> usize {
    // From the radicals on: CJK, full-width forms, and what lies beyond the basic plane.
    let halves: usize = text.chars().map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 }).sum();
    halves.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_counts_one_and_latin_half() {
        assert_eq!(width(""), 0);
        assert_eq!(width("质量强市"), 4);
        assert_eq!(width("abc"), 2);
        assert_eq!(width("2025年"), 3);
    }
}
