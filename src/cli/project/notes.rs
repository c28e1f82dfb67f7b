//! Why cells are empty, said once at the end: the rows have no place for it.

use std::io::Write;

use super::series::Series;
use crate::projection::{Projection, Unprojectable, Unsure};

/// One reason, how many series it holds for, and the first of them.
struct Note {
    reason: &'static str,
    count: usize,
    first: String,
}

/// The reasons so far.
#[derive(Default)]
pub struct Notes {
    notes: Vec<Note>,
    /// The last series that was counted as going too far: each counts once.
    far: String,
}

impl Notes {
    /// Notes what a series does not allow.
    pub fn series(&mut self, series: &Series, projected: &Result<Projection, Unprojectable>) {
        match projected {
            Err(reason) => self.add(series, no_projection(*reason)),
            Ok(projection) => {
                if let Some(reason) = projection.unsure {
                    self.add(series, no_interval(reason));
                }
                if projection.last < series.last() {
                    self.add(series, "h counted from the last whole year: the value after it is of a part of its year");
                }
            }
        }
    }

    /// Notes a series whose later years no number holds.
    pub fn too_far(&mut self, series: &Series) {
        if self.far != series.id {
            self.far.clone_from(&series.id);
            self.add(series, "no value for far years: it would be larger than numbers are");
        }
    }

    fn add(&mut self, series: &Series, reason: &'static str) {
        match self.notes.iter_mut().find(|note| note.reason == reason) {
            Some(note) => note.count += 1,
            None => self.notes.push(Note { reason, count: 1, first: series.id.clone() }),
        }
    }

    /// Writes them to standard error, a line each; nothing where there is none.
    pub fn say(&self) {
        let mut err = std::io::stderr().lock();
        for Note { reason, count, first } in &self.notes {
            // Where nothing can be said, the empty cells still tell.
            let _ = writeln!(err, "note: {reason} ({count} series, first `{first}`)");
        }
    }
}

fn no_projection(reason: Unprojectable) -> &'static str {
    match reason {
        Unprojectable::TooFew { .. } => "no projection: fewer than two usable values",
        Unprojectable::NotPositive => "no projection: growth is of values above zero",
        Unprojectable::Overflow => "no projection: values too large to work with",
        // The reader and the arguments have refused these.
        Unprojectable::Twice { .. } => "no projection: a year twice",
        Unprojectable::Bounds => "no projection: the lower bound is above the upper one",
        Unprojectable::Assumption => "no projection: the assumption leaves nothing",
    }
}

fn no_interval(reason: Unsure) -> &'static str {
    match reason {
        Unsure::TooFew => "no interval and no probability: fewer than four usable values",
        Unsure::Unmoved => "no interval and no probability: the values have never moved",
    }
}
