//! The files of reference values, read: `series key numbers`, one row a line.

use std::collections::BTreeMap;

use crate::sample;
use indicator_widgets::dataset::Qualifier;
use indicator_widgets::projection::{Bounds, Sample};

/// What other programs work out by the textbook's methods.
pub const TEXTBOOK: &str = include_str!("reference.txt");
/// What a second implementation works out by `steady`.
pub const STEADY: &str = include_str!("steady.txt");

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

    /// The series, with the qualifiers and breaks that it has.
    pub fn samples(&self) -> Vec<Sample> {
        let qualifier = |code: f64| match code as i32 {
            0 => Qualifier::Exact,
            1 => Qualifier::Preliminary,
            2 => Qualifier::About,
            _ => Qualifier::AtLeast,
        };
        let mut samples: Vec<Sample> =
            self.of("years").iter().zip(self.of("values")).map(|(year, value)| sample(*year as i32, *value)).collect();
        for (i, sample) in samples.iter_mut().enumerate() {
            sample.qualifier = self.get("qualifiers").map_or(Qualifier::Exact, |codes| qualifier(codes[i]));
            sample.breaks = self.get("breaks").is_some_and(|breaks| breaks[i] == 1.0);
        }
        samples
    }

    /// The last year of any value.
    pub fn last(&self) -> i32 {
        self.samples().iter().map(|sample| sample.year).max().expect("a year")
    }

    pub fn bounds(&self) -> Bounds {
        let bound = |key: &str| self.get(key).map(|row| row[0]).filter(|bound| bound.is_finite());
        let never_falls = self.get("cannot_fall").is_some_and(|row| row[0] == 1.0);
        Bounds { lower: bound("lower"), upper: bound("upper"), never_falls }
    }
}

/// The rows as they stand: series, key, numbers.
pub fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str, Vec<f64>)> {
    let number = |word: &str| if word == "-" { f64::NAN } else { word.parse().expect("a number") };
    text.lines().filter(|line| !line.starts_with('#')).map(move |line| {
        let mut words = line.split(' ');
        let (Some(series), Some(key)) = (words.next(), words.next()) else { panic!("{line}") };
        (series, key, words.map(number).collect())
    })
}

/// Every series of the file; rows of other things have names of their own.
pub fn all(text: &'static str) -> Vec<Reference> {
    let mut all: Vec<Reference> = Vec::new();
    for (name, key, numbers) in rows(text).filter(|(name, ..)| !matches!(*name, "student" | "rounding")) {
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
