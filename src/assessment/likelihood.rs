//! Probabilities in words.

use super::exact;

/// The words of the IPCC for a probability.
///
/// Source: Mastrandrea et al. 2010, Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on Consistent
/// Treatment of Uncertainties, table 1. The table's ranges overlap (likely is 66 to 100 %); here the narrowest is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// Up to 1 %.
    ExceptionallyUnlikely,
    /// Up to 10 %.
    VeryUnlikely,
    /// Up to 33 %.
    Unlikely,
    /// Between 33 and 66 %.
    AboutAsLikelyAsNot,
    /// From 66 %.
    Likely,
    /// From 90 %.
    VeryLikely,
    /// From 99 %.
    VirtuallyCertain,
}

impl Likelihood {
    /// The word for a probability from 0 to 1; `None` of anything else.
    pub fn of(probability: f64) -> Option<Likelihood> {
        if !(0.0..=1.0).contains(&probability) {
            return None;
        }
        let from = |bound| exact::at_least(probability, bound, 1.0);
        let to = |bound| exact::at_most(probability, bound, 1.0);
        Some(match () {
            () if to(0.01) => Likelihood::ExceptionallyUnlikely,
            () if to(0.10) => Likelihood::VeryUnlikely,
            () if to(0.33) => Likelihood::Unlikely,
            () if from(0.99) => Likelihood::VirtuallyCertain,
            () if from(0.90) => Likelihood::VeryLikely,
            () if from(0.66) => Likelihood::Likely,
            () => Likelihood::AboutAsLikelyAsNot,
        })
    }

    /// The name in files and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Likelihood::ExceptionallyUnlikely => "exceptionally_unlikely",
            Likelihood::VeryUnlikely => "very_unlikely",
            Likelihood::Unlikely => "unlikely",
            Likelihood::AboutAsLikelyAsNot => "about_as_likely_as_not",
            Likelihood::Likely => "likely",
            Likelihood::VeryLikely => "very_likely",
            Likelihood::VirtuallyCertain => "virtually_certain",
        }
    }
}
