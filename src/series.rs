//! The observations of one indicator in one region, in years, in the indicator's unit.

use crate::dataset::{Dataset, Date, Qualifier};

/// One observation of a [`Series`].
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Year it is of.
    pub year: i32,
    /// Value in the series' unit.
    pub value: f64,
    /// How exactly it was published.
    pub qualifier: Qualifier,
    /// Whether a new definition starts here, so that it is not joined to the point before.
    pub breaks: bool,
    /// Its row in [`Dataset::observations`].
    pub row: usize,
}

/// The known observations of one indicator and region, in years; one point a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the region.
    pub region: String,
    /// Id of the unit that the values are in: the indicator's own.
    pub unit: String,
    /// The points, years strictly increasing.
    pub points: Vec<Point>,
}

impl Series {
    /// What is known of `indicator` in `region` on the day `as_of`.
    ///
    /// An observation of year Y counts as known from its `published` date, or from 1 March of Y+1 without one.
    /// Values are converted to the indicator's unit; a row whose unit has another dimension is left out
    /// (the validator refuses such rows).
    pub fn of(_dataset: &Dataset, _indicator: &str, _region: &str, _as_of: Date) -> Series {
        unimplemented!()
    }

    /// The last point.
    pub fn latest(&self) -> Option<&Point> {
        self.points.last()
    }

    /// The point of `year`.
    pub fn at(&self, year: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }
}
