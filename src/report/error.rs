//! Why there is no report, and what was probably meant.

use std::fmt;

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportError {
    /// The dataset has no row with this id.
    UnknownId {
        /// What was asked for.
        noun: Noun,
        /// The id as it was given.
        id: String,
        /// The id of the same noun that is spelt most alike, where one is.
        nearest: Option<String>,
    },
    /// The region has no target for the indicator.
    NoTarget {
        /// Id of the indicator.
        indicator: String,
        /// Id of the region.
        region: String,
        /// Id of a region that has one.
        nearest: Option<String>,
    },
}

/// What an unknown id was to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A target.
    Target,
    /// An indicator.
    Indicator,
    /// A region.
    Region,
    /// A plan.
    Plan,
    /// A unit.
    Unit,
}

impl ReportError {
    /// The code that pages and scripts tell errors apart by.
    pub fn code(&self) -> &'static str {
        "unknown-id"
    }

    /// The id that was probably meant.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            ReportError::UnknownId { nearest, .. } | ReportError::NoTarget { nearest, .. } => nearest.as_deref(),
        }
    }
}

/// One English line for terminals and scripts; pages word it in the reader's language themselves.
impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReportError::UnknownId { noun, id, nearest } => {
                write!(f, "no {noun} has the id `{id}`")?;
                if let Some(nearest) = nearest {
                    write!(f, "; did you mean `{nearest}`?")?;
                }
            }
            ReportError::NoTarget { indicator, region, nearest } => {
                write!(f, "no plan sets a target of `{indicator}` for `{region}`")?;
                if let Some(nearest) = nearest {
                    write!(f, "; there is one for `{nearest}`")?;
                }
            }
        }
        Ok(())
    }
}

impl std::error::Error for ReportError {}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Noun::Target => "target",
            Noun::Indicator => "indicator",
            Noun::Region => "region",
            Noun::Plan => "plan",
            Noun::Unit => "unit",
        })
    }
}

/// That no row of this kind has the id, with the one spelt most alike.
pub(super) fn unknown<'i>(noun: Noun, id: &str, ids: impl Iterator<Item = &'i str>) -> ReportError {
    ReportError::UnknownId { noun, id: id.into(), nearest: nearest(id, ids).map(String::from) }
}

/// The id that takes the fewest letters to add, drop, change or swap with a neighbour, if at most half of the longer
/// one; of several the first.
pub fn nearest<'i>(id: &str, ids: impl Iterator<Item = &'i str>) -> Option<&'i str> {
    let length = id.chars().count();
    let near = |distance: usize, other: usize| distance * 2 <= length.max(other);
    // What is much longer or shorter is not near, and a very long id would be compared for minutes.
    ids.map(|other| (other, other.chars().count()))
        .filter(|(_, other)| near(length.abs_diff(*other), *other))
        .map(|(other, long)| (strsim::osa_distance(id, other), other, long))
        .min_by_key(|(distance, ..)| *distance)
        .filter(|(distance, _, long)| near(*distance, *long))
        .map(|(_, other, _)| other)
}
