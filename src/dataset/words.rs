//! The words that the package's files use for the variants of each enumeration.

use super::model::{Comparator, Confidence, Direction, Kind, Qualifier, RegionLevel, Script};

/// An enumeration whose variants are written as fixed words.
pub trait Words: Copy + PartialEq + 'static {
    /// Each variant's word, in the order of declaration. The packed form counts in this order: append only.
    const WORDS: &'static [(&'static str, Self)];

    /// The variant that `word` stands for.
    fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, variant)| *variant)
    }

    /// The word for this variant.
    fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, variant)| *variant == self).map_or("", |(word, _)| word)
    }
}

impl Words for Kind {
    const WORDS: &'static [(&'static str, Kind)] = &[
        ("level", Kind::Level),
        ("cumulative", Kind::Cumulative),
        ("new", Kind::New),
        ("per_year", Kind::PerYear),
        ("growth_rate", Kind::GrowthRate),
        ("change_since", Kind::ChangeSince),
    ];
}

impl Words for Comparator {
    const WORDS: &'static [(&'static str, Comparator)] = &[
        ("at_least", Comparator::AtLeast),
        ("more_than", Comparator::MoreThan),
        ("at_most", Comparator::AtMost),
        ("about", Comparator::About),
        ("range", Comparator::Range),
        ("stated", Comparator::Stated),
    ];
}

impl Words for Direction {
    const WORDS: &'static [(&'static str, Direction)] =
        &[("higher", Direction::Higher), ("lower", Direction::Lower), ("range", Direction::Range)];
}

impl Words for Qualifier {
    const WORDS: &'static [(&'static str, Qualifier)] = &[
        ("exact", Qualifier::Exact),
        ("at_least", Qualifier::AtLeast),
        ("about", Qualifier::About),
        ("preliminary", Qualifier::Preliminary),
        ("part_year", Qualifier::PartYear),
    ];
}

impl Words for Confidence {
    const WORDS: &'static [(&'static str, Confidence)] = &[("high", Confidence::High), ("medium", Confidence::Medium)];
}

impl Words for RegionLevel {
    const WORDS: &'static [(&'static str, RegionLevel)] = &[
        ("country", RegionLevel::Country),
        ("province", RegionLevel::Province),
        ("prefecture", RegionLevel::Prefecture),
    ];
}

impl Words for Script {
    const WORDS: &'static [(&'static str, Script)] = &[("zh-Hans", Script::Hans), ("zh-Hant", Script::Hant)];
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back<W: Words + std::fmt::Debug>() {
        for (word, variant) in W::WORDS {
            assert_eq!(W::parse(word), Some(*variant));
            assert_eq!(variant.as_str(), *word);
        }
        assert_eq!(W::parse("nonsense"), None);
    }

    #[test]
    fn every_word_parses_to_its_variant_and_back() {
        there_and_back::<Kind>();
        there_and_back::<Comparator>();
        there_and_back::<Direction>();
        there_and_back::<Qualifier>();
        there_and_back::<Confidence>();
        there_and_back::<RegionLevel>();
        there_and_back::<Script>();
    }
}
