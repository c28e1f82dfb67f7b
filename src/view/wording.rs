//! Values and targets in words: comparators, qualifiers, differences.

use super::number::{computed, power_of_ten, published, published_beside, to_grain};
use crate::dataset::{Comparator, Dataset, Kind, Observation, Qualifier, Target, Text, Unit};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::{Point, Row};

/// What a target promises, comparator and unit included (`≥3%`, `150家`), without its kind.
pub fn due(dataset: &Dataset, target: &Target, language: Language) -> String {
    let Some(unit) = dataset.unit(&target.unit) else { return String::new() };
    let messages = language.messages();
    let value = match target.value_max {
        Some(upper) => published_beside(target.value, upper, unit, language),
        None => published(target.value, unit, language),
    };
    let upper = target.value_max.map(|upper| published(upper, unit, language)).unwrap_or_default();
    // 达100%以上: a share has nothing above its ceiling, so that "at least" says nothing.
    let ceiling = dataset.indicator(&target.indicator).and_then(|row| row.maximum);
    let template = match target.comparator {
        Comparator::AtLeast if ceiling == Some(target.value) => messages.due_stated,
        Comparator::AtLeast => messages.due_at_least,
        Comparator::MoreThan => messages.due_more_than,
        Comparator::AtMost => messages.due_at_most,
        Comparator::About => messages.due_about,
        Comparator::Range => messages.due_range,
        Comparator::Stated => messages.due_stated,
    };
    fill(template, &[("value", &value), ("upper", &upper)])
}

/// The same with the kind said: each year, new, growth, change.
pub(super) fn due_of_kind(dataset: &Dataset, target: &Target, language: Language) -> String {
    let due = due(dataset, target, language);
    let messages = language.messages();
    let base_year = target.base_year.map(|year| year.to_string()).unwrap_or_default();
    let template = match target.kind {
        Kind::Level | Kind::Cumulative => return due,
        Kind::New => messages.due_new,
        Kind::PerYear => messages.due_per_year,
        Kind::GrowthRate => messages.due_growth,
        Kind::ChangeSince => messages.due_change,
    };
    fill(template, &[("due", &due), ("base_year", &base_year)])
}

/// Where in a plan: the data's `二/(一)/1` in words; English counts in Arabic numerals.
pub fn section(section: &str, language: Language) -> String {
    let messages = language.messages();
    if section == "summary" {
        return messages.section_summary.to_string();
    }
    let numeral = |part: &str| match language {
        Language::En => part.chars().map(arabic).collect(),
        _ => part.to_string(),
    };
    let mut parts = section.split('/').map(numeral);
    let (part, chapter, item) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let template = match (&chapter, &item) {
        (None, _) => messages.section_part,
        (Some(_), None) => messages.section_chapter,
        (Some(_), Some(_)) => messages.section_item,
    };
    let (chapter, item) = (chapter.unwrap_or_default(), item.unwrap_or_default());
    fill(template, &[("part", &part), ("chapter", &chapter), ("item", &item)])
}

/// A Chinese numeral up to ten as a digit (ten stays: no plan has that many parts); all else as it is.
fn arabic(c: char) -> char {
    let digit = "一二三四五六七八九".chars().zip('1'..='9').find(|(numeral, _)| *numeral == c);
    digit.map_or(c, |(_, digit)| digit)
}

/// A published value in the unit it was published in, with its qualifier.
pub(super) fn observed(dataset: &Dataset, row: &Observation, language: Language) -> String {
    let Some(unit) = dataset.unit(&row.unit) else { return String::new() };
    let value = published(row.value, unit, language);
    let messages = language.messages();
    let month = row.as_at.get(5..7).map(|month| month.trim_start_matches('0')).unwrap_or_default();
    let template = match row.qualifier {
        Qualifier::Exact => return value,
        Qualifier::AtLeast => messages.value_at_least,
        Qualifier::About => messages.value_about,
        Qualifier::Preliminary => messages.value_preliminary,
        Qualifier::PartYear if month.is_empty() => messages.value_part_year_unknown,
        Qualifier::PartYear => messages.value_part_year,
    };
    fill(template, &[("value", &value), ("month", month)])
}

/// Who published a value; of the page's own the page, whatever it says of others. May be empty.
pub(super) fn publisher<'r>(report: &'r Report<'_>, point: &Point, language: Language) -> &'r str {
    match point.row {
        Row::Page(_) => language.messages().source_page,
        Row::Package(_) => report.observation(point).map_or("", |row| &row.publisher),
    }
}

/// The size of a difference in `unit`: percentages differ by percentage points, not by per cent.
pub(super) fn difference(value: f64, unit: &Unit, language: Language, significant: usize) -> String {
    let size = computed(value.abs(), unit, language, significant);
    let messages = language.messages();
    match unit.dimension.as_str() {
        "percent" => fill(messages.percentage_points, &[("value", size.trim_end_matches('%'))]),
        "index" => fill(messages.index_points, &[("value", &size)]),
        _ => size,
    }
}

/// A yearly change, up or down; of an increment, what is added.
pub(super) fn change(value: f64, kind: Kind, unit: &Unit, language: Language) -> String {
    let messages = language.messages();
    let template = match kind {
        _ if value == 0.0 => return messages.change_none.to_string(),
        _ if value < 0.0 => messages.change_down,
        Kind::New => messages.change_new,
        _ => messages.change_up,
    };
    // A pace bears three digits (294,761 is 295,000), whatever units a language counts in; they are rounded once.
    let value = to_grain(value, power_of_ten(value.abs()) / 100.0);
    fill(template, &[("amount", &difference(value, unit, language, 8))])
}

/// That a new definition starts, and why.
pub(super) fn break_note(note: &Text, language: Language) -> String {
    fill(language.messages().source_break, &[("note", note.in_language(language))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_rounded_once_to_three_digits() {
        let text = |zh: &str, en: &str| Text { zh_hans: zh.into(), zh_hant: zh.into(), en: en.into() };
        let items = Unit { factor: 1e4, pattern: text("{}件", "{}"), ..Unit::default() };
        let said = |value, language| change(value, Kind::Cumulative, &items, language);
        assert_eq!(said(29.4761, Language::ZhHans), "提高29.5万件");
        assert_eq!(said(29.4761, Language::En), "a rise of 295,000");
        assert_eq!(said(-0.215, Language::ZhHans), "降低2150件");
        assert_eq!(said(0.0, Language::ZhHans), "不变");
    }

    #[test]
    fn sections_are_said_in_words() {
        assert_eq!(section("一", Language::ZhHans), "第一部分");
        assert_eq!(section("二/(一)", Language::ZhHant), "二、(一)");
        assert_eq!(section("二/(七)/24", Language::ZhHans), "二、(七)第24项");
        assert_eq!(section("二/(七)/24", Language::En), "part 2 (7), item 24");
        assert_eq!(section("summary", Language::En), "press summary");
    }
}
