//! What a method would have said some years ago, and what came.
//!
//! The values up to then are projected as they would have been, and the last value is held against the forecast. They
//! are today's figures: what was revised since counts as revised.

use crate::dataset::Qualifier;
use crate::projection::{self, BANDED, Bounds, Forecast, Interval, Method, Projection, Sample, Unprojectable};

/// One look back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// What was projected from the values up to then; it holds the method, the number of values and every year between.
    pub projection: Projection,
    /// What it said of the last value's year.
    pub forecast: Forecast,
    /// The last value.
    pub outcome: Sample,
    /// Whether that lies in the 80 % band; `None` where "over X" does not tell.
    pub inside80: Option<bool>,
    /// Whether it lies in the 95 % band.
    pub inside95: Option<bool>,
}

/// Why there is no look back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untestable {
    /// No value of a whole year is known.
    NoValue,
    /// Fewer than [`BANDED`] values up to then.
    TooFew {
        /// How many there were.
        n: usize,
    },
    /// A new definition began since, so that the forecast was not of what is counted now.
    Redefined {
        /// The year.
        year: i32,
    },
    /// The values up to then have no projection.
    Unprojectable(Unprojectable),
}

/// What `method` would have said of the last value from the values up to `years` before it.
///
/// # Errors
/// [`Untestable`] says why it can't be told: most often because fewer than four values were known.
pub fn of(samples: &[Sample], method: Method, bounds: Bounds, years: u32) -> Result<Trial, Untestable> {
    let outcome = last(samples).ok_or(Untestable::NoValue)?;
    let until = outcome.year.saturating_sub_unsigned(years.max(1));
    let since = |sample: &&Sample| sample.breaks && sample.year > until && sample.year <= outcome.year;
    if let Some(broken) = samples.iter().find(since) {
        return Err(Untestable::Redefined { year: broken.year });
    }
    let known: Vec<Sample> = samples.iter().copied().filter(|sample| sample.year <= until).collect();
    let projection = projection::of(&known, method, bounds).map_err(|error| match error {
        Unprojectable::TooFew { n, .. } => Untestable::TooFew { n },
        other => Untestable::Unprojectable(other),
    })?;
    let overflow = Untestable::Unprojectable(Unprojectable::Overflow);
    let forecast = projection.at(outcome.year).ok_or(overflow)?;
    let (Some(band80), Some(band95), true) = (forecast.band80, forecast.band95, projection.n >= BANDED) else {
        return Err(if projection.n < BANDED { Untestable::TooFew { n: projection.n } } else { overflow });
    };
    Ok(Trial { projection, forecast, outcome, inside80: inside(band80, outcome), inside95: inside(band95, outcome) })
}

/// Every look back at the last value, from the latest origin to the earliest: one for each earlier value that has enough
/// before it.
pub fn of_every_origin(samples: &[Sample], method: Method, bounds: Bounds) -> Vec<Trial> {
    let Some(outcome) = last(samples) else { return Vec::new() };
    let mut origins: Vec<i32> = Vec::new();
    for sample in samples.iter().filter(|sample| whole(sample) && sample.year < outcome.year) {
        if let Err(at) = origins.binary_search_by(|other| sample.year.cmp(other)) {
            origins.insert(at, sample.year);
        }
    }
    let years = origins.into_iter().map(|origin| origin.abs_diff(outcome.year));
    years.filter_map(|years| of(samples, method, bounds, years).ok()).collect()
}

/// The last value of a whole year.
fn last(samples: &[Sample]) -> Option<Sample> {
    samples.iter().filter(|sample| whole(sample)).max_by_key(|sample| sample.year).copied()
}

fn whole(sample: &Sample) -> bool {
    sample.value.is_finite() && sample.qualifier != Qualifier::PartYear
}

/// Whether the value lies in the band; of "over X" only that it does not is ever known.
fn inside(band: Interval, outcome: Sample) -> Option<bool> {
    let above = outcome.value > band.upper;
    match outcome.qualifier {
        Qualifier::AtLeast | Qualifier::PartYear => above.then_some(false),
        Qualifier::Exact | Qualifier::About | Qualifier::Preliminary => Some(!above && outcome.value >= band.lower),
    }
}
