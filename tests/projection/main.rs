//! Projections: reference values of other implementations, uneven data, and properties for any series.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

mod properties;
mod reference;
mod uneven;
mod vectors;

use indicator_widgets::dataset::Qualifier;
use indicator_widgets::projection::{Bounds, Method, Projection, Sample, of};

/// No bounds.
const FREE: Bounds = Bounds { lower: None, upper: None, never_falls: false };

/// An exact value.
fn sample(year: i32, value: f64) -> Sample {
    Sample { year, value, qualifier: Qualifier::Exact, breaks: false }
}

/// Exact values of successive years.
fn yearly(values: &[f64]) -> Vec<Sample> {
    (2015..).zip(values).map(|(year, value)| sample(year, *value)).collect()
}

fn project(samples: &[Sample], method: Method, bounds: Bounds) -> Projection {
    of(samples, method, bounds).expect("a projection")
}
