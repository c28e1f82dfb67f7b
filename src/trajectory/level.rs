//! Where a level's or a stock's path begins.

use super::{Base, Origin};
use crate::dataset::Qualifier;
use crate::series::Series;

/// The base of a path whose plan starts in the year `start` and whose first deadline is the year `deadline`.
///
/// It lies before the deadline, and on the definition that is in force when the deadline nears: of the points before
/// the deadline only those from the last break on can be it. Among them it is the last one at or before `start`,
/// else the first. Counts of a part of a year are passed over: they are not that year's value.
pub(super) fn base(series: &Series, start: i32, deadline: i32) -> Option<Base> {
    let end = series.points.partition_point(|point| point.year < deadline);
    let before = series.points.get(..end)?;
    let segment = before.iter().rposition(|point| point.breaks).unwrap_or(0);
    let whole = || before.iter().skip(segment).filter(|point| point.qualifier != Qualifier::PartYear);
    let at_start = whole().rfind(|point| point.year <= start).map(|point| (point, Origin::AtStart));
    let (point, origin) = at_start.or_else(|| whole().next().map(|point| (point, Origin::FirstObserved)))?;
    Some(Base { year: point.year, value: point.value, origin })
}
