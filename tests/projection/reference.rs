//! The reference file, read: `series key numbers`, one row a line.

use std::collections::BTreeMap;

use crate::{FREE, sample};
use indicator_widgets::projection::{Bounds, Sample};

const TEXT: &str = include_str!("reference.txt");

/// One reference series, and what others work out of it.
pub struct Reference {
    pub name: String,
    rows: BTreeMap<String, Vec<f64>>,
}

impl Reference {
    /// The numbers of `key`; not a number where there is none.
    pub fn get(&self, key: &str) -> Option<&[f64]> {
        self.rows.get(key).map(Vec::as_slice)
    }

    /// The numbers of `key`, which must be there.
    pub fn of(&self, key: &str) -> &[f64] {
        self.get(key).unwrap_or_else(|| panic!("{} has no {key}", self.name))
    }

    pub fn one(&self, key: &str) -> f64 {
        self.of(key)[0]
    }

    pub fn samples(&self) -> Vec<Sample> {
        self.of("years").iter().zip(self.of("values")).map(|(year, value)| sample(*year as i32, *value)).collect()
    }

    pub fn last(&self) -> i32 {
        *self.of("years").last().expect("a year") as i32
    }

    /// The bounds under `steady.lo` and `steady.hi`.
    pub fn bounds(&self) -> Bounds {
        let bound = |key: &str| self.get(key).map(|row| row[0]).filter(|bound| bound.is_finite());
        Bounds { lower: bound("steady.lo"), upper: bound("steady.hi"), ..FREE }
    }
}

/// The rows as they stand: series, key, numbers.
pub fn rows() -> impl Iterator<Item = (&'static str, &'static str, Vec<f64>)> {
    let number = |word: &str| if word == "-" { f64::NAN } else { word.parse().expect("a number") };
    TEXT.lines().filter(|line| !line.starts_with('#')).map(move |line| {
        let mut words = line.split(' ');
        let (Some(series), Some(key)) = (words.next(), words.next()) else { panic!("{line}") };
        (series, key, words.map(number).collect())
    })
}

/// Every reference series.
pub fn all() -> Vec<Reference> {
    let mut all: Vec<Reference> = Vec::new();
    for (name, key, numbers) in rows().filter(|(name, ..)| *name != "student") {
        if all.last().is_none_or(|last| last.name != name) {
            all.push(Reference { name: name.into(), rows: BTreeMap::new() });
        }
        all.last_mut().expect("just pushed").rows.insert(key.into(), numbers);
    }
    all
}

/// Fails unless the two are the same to 1e-9 of the second, or both exactly none.
pub fn same(what: &str, ours: f64, theirs: f64) {
    let off = (ours - theirs).abs();
    // 1e-300: a zero must be met exactly.
    assert!(off <= 1e-9 * theirs.abs().max(1e-300), "{what}: {ours} is not {theirs}");
}
