//! The observations of one indicator in one region, in years, in the indicator's unit.

use crate::dataset::{Dataset, Date, Observation, Qualifier};

/// Where an observation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// In [`Dataset::observations`].
    Package(usize),
    /// Among the values that the page itself gives ([`Known::page`]).
    Page(usize),
}

/// What is taken as known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known<'p> {
    /// The day the reader stands on: the package's observations are known by their dates.
    pub as_of: Date,
    /// The page's own values: known because the page gives them, and before the package's of the same year.
    pub page: &'p [Observation],
}

/// What the package alone makes known on a day.
impl From<Date> for Known<'_> {
    fn from(as_of: Date) -> Self {
        Known { as_of, page: &[] }
    }
}

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
    /// Its row.
    pub row: Row,
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
    /// What is known of `indicator` in `region`.
    ///
    /// An observation of year Y counts as known from its `published` date, or from 1 March of Y+1 without one; a value of
    /// the page's own always. Values are converted to the indicator's unit; a row whose unit has another dimension is
    /// left out (the validator refuses such rows). An indicator that the dataset does not have gives a series
    /// without points and without a unit.
    pub fn of<'p>(dataset: &Dataset, indicator: &str, region: &str, known: impl Into<Known<'p>>) -> Series {
        let Known { as_of, page } = known.into();
        let unit = dataset.indicator(indicator).map_or("", |row| row.unit.as_str());
        let page = page.iter().enumerate().map(|(index, row)| (Row::Page(index), row));
        let package = dataset.observations.iter().enumerate().map(|(index, row)| (Row::Package(index), row));
        let known = page
            .chain(package.filter(|(_, row)| is_known(row, as_of)))
            .filter(|(_, row)| row.indicator == indicator && row.region == region)
            .filter_map(|(place, row)| {
                Some(Point {
                    year: row.year,
                    value: dataset.convert(row.value, &row.unit, unit).filter(|value| value.is_finite())?,
                    qualifier: row.qualifier,
                    breaks: row.break_note.is_some(),
                    row: place,
                })
            });
        let mut points: Vec<Point> = Vec::new();
        for point in known {
            // The page's come first; of each the key is the year, and what slipped past its check keeps the first.
            if let Err(at) = points.binary_search_by_key(&point.year, |before| before.year) {
                points.insert(at, point);
            }
        }
        Series { indicator: indicator.into(), region: region.into(), unit: unit.into(), points }
    }

    /// The last point.
    pub fn latest(&self) -> Option<&Point> {
        self.points.last()
    }

    /// The point of `year`.
    pub fn at(&self, year: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }

    /// Whether the values of the years `from` and `to` (in either order) are of one definition:
    /// no break starts after the earlier and up to the later of them.
    pub fn comparable(&self, from: i32, to: i32) -> bool {
        let (first, last) = (from.min(to), from.max(to));
        !self.points.iter().any(|point| point.breaks && point.year > first && point.year <= last)
    }
}

/// Whether the row is known on the day `as_of`.
fn is_known(row: &Observation, as_of: Date) -> bool {
    let usual = Date { year: row.year.saturating_add(1), month: 3, day: 1 };
    row.published.unwrap_or(usual) <= as_of
}
