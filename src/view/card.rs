//! What is said of one mark when a reader points at it or comes to it by keyboard.

use super::Source;

/// A mark's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The mark's accessible name: what it is and its value, in a few words.
    pub said: String,
    /// Which row of marks it belongs to: left and right stay in a row, up and down change it.
    pub row: usize,
    /// What the card shows: heading, lines, wording and where it comes from.
    pub source: Source,
    /// Id of the target that can be opened from it; empty where there is none but the one shown.
    pub target: String,
}

impl Card {
    /// The same among those of other regions: named by its own, and leading to the target's chart.
    pub(super) fn of(self, region: &str, target: &str) -> Card {
        let said = [region, " ", &self.said].concat();
        let source = Source { heading: said.clone(), ..self.source };
        Card { said, source, target: target.to_string(), ..self }
    }
}
