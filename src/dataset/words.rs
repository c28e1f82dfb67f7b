//! The words that the package's files use for the variants of each enumeration.

use super::model::{Comparator, Confidence, Direction, Kind, Qualifier, RegionLevel, Script};

/// An enumeration whose variants are written as fixed words.
pub trait Words: Copy + PartialEq + 'static {
    /// Each variant's word, in the order of declaration. The packed form counts in this order: append only.
    const WORDS: &'static [(&'static str, Self)];

    /// Its place in [`Words::WORDS`].
    fn place(self) -> usize;

    /// The variant that `word` stands for.
    fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, variant)| *variant)
    }

    /// The word for this variant.
    fn as_str(self) -> &'static str {
        Self::WORDS.get(self.place()).map_or("", |(word, _)| word)
    }
}

/// A cell that holds one of [`Words`], whichever enumeration it is.
pub trait Choice {
    /// The word that is chosen.
    fn word(&self) -> &'static str;
    /// Its place among the words.
    fn chosen(&self) -> usize;
    /// Chooses the word at `place`; false where there is none.
    fn choose(&mut self, place: usize) -> bool;
    /// The place of `word` among the words.
    fn find(&self, word: &str) -> Option<usize>;
}

impl<W: Words> Choice for W {
    fn word(&self) -> &'static str {
        self.as_str()
    }

    fn chosen(&self) -> usize {
        self.place()
    }

    fn choose(&mut self, place: usize) -> bool {
        W::WORDS.get(place).map(|(_, variant)| *self = *variant).is_some()
    }

    fn find(&self, word: &str) -> Option<usize> {
        W::WORDS.iter().position(|(known, _)| *known == word)
    }
}

/// Gives an enumeration its words: `words!(Kind: Level = "level", …)`, every variant in the order of declaration.
macro_rules! words {
    ($name:ident: $($variant:ident = $word:literal),+) => {
        impl Words for $name {
            const WORDS: &'static [(&'static str, $name)] = &[$(($word, $name::$variant)),+];

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

words!(Kind: Level = "level", Cumulative = "cumulative", New = "new", PerYear = "per_year", GrowthRate = "growth_rate",
    ChangeSince = "change_since");
words!(Comparator: AtLeast = "at_least", MoreThan = "more_than", AtMost = "at_most", About = "about", Range = "range",
    Stated = "stated");
words!(Direction: Higher = "higher", Lower = "lower", Range = "range");
words!(Qualifier: Exact = "exact", AtLeast = "at_least", About = "about", Preliminary = "preliminary",
    PartYear = "part_year");
words!(Confidence: High = "high", Medium = "medium");
words!(RegionLevel: Country = "country", Province = "province", Prefecture = "prefecture");
words!(Script: Hans = "zh-Hans", Hant = "zh-Hant");

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back<W: Words + std::fmt::Debug>() {
        for (place, (word, variant)) in W::WORDS.iter().enumerate() {
            assert_eq!(variant.place(), place);
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
