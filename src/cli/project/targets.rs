//! Targets read from a CSV, all at once: they need not come in the order of the series.

use std::collections::HashMap;
use std::path::Path;

use super::AHEAD;
use super::series::Reader;
use crate::cli::Failure;
use crate::cli::sheet::{Column, Sheet, must};
use crate::dataset::diagnostic::nearest;
use crate::dataset::{Direction, Words};
use crate::projection::Goal;

const COLUMNS: &[Column] =
    &[must("id", "the series"), must("h", "years ahead"), must("target", ""), must("direction", "")];

/// What one series is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Years ahead.
    pub h: i32,
    /// The value that is to be reached.
    pub value: f64,
    /// Whether from above instead of from below.
    falling: bool,
}

impl Target {
    /// The same as a goal.
    pub fn goal(&self) -> Goal {
        if self.falling { Goal::AtMost(self.value) } else { Goal::AtLeast(self.value) }
    }
}

/// Line and column in the file.
type Place = (usize, usize);

/// The targets of all series, in the order of their file.
pub struct Targets {
    sheet: Sheet,
    /// By id, with the place of the first.
    by_id: HashMap<String, (Place, Vec<Target>)>,
}

impl Targets {
    /// Reads the CSV at `path` (`-`: standard input).
    ///
    /// # Errors
    /// Where it cannot be read, and its first fault.
    pub fn read(path: &Path) -> Result<Targets, Failure> {
        let mut sheet = Sheet::open(path, COLUMNS)?;
        let mut by_id: HashMap<String, (Place, Vec<Target>)> = HashMap::new();
        let words = || Direction::WORDS.iter().filter(|(_, direction)| *direction != Direction::Range);
        let directions: Vec<(&str, Direction)> = words().copied().collect();
        let most = i32::try_from(AHEAD).unwrap_or(i32::MAX);
        while let Some(row) = sheet.row()? {
            let id = sheet.name(&row, "id")?;
            let target = Target {
                h: sheet.whole(&row, "h", 1..=most, &format!("how many years ahead, 1 to {most}"))?,
                value: sheet.number(&row, "target")?,
                falling: sheet.word(&row, "direction", &directions)? == Direction::Lower,
            };
            match by_id.get_mut(id) {
                Some((_, targets)) => targets.push(target),
                None => drop(by_id.insert(id.to_string(), (row.place("id"), vec![target]))),
            }
        }
        Ok(Targets { sheet, by_id })
    }

    /// The targets of a series, which then are answered.
    pub fn take(&mut self, id: &str) -> Vec<Target> {
        self.by_id.remove(id).map(|(_, targets)| targets).unwrap_or_default()
    }

    /// The first target whose series `reader` has not met, as a failure.
    pub fn unanswered(self, reader: &Reader) -> Option<Failure> {
        let (id, place) = self.by_id.iter().map(|(id, (place, _))| (id, *place)).min_by_key(|(_, place)| *place)?;
        let failure = self.sheet.fault_at(place, format!("no series `{id}` in the input, expected the id of one"));
        Some(match nearest(id, reader.ids()) {
            Some(hint) => failure.hint(hint),
            None => failure,
        })
    }
}
