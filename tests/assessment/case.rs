//! Cases to judge.

use indicator_widgets::assessment::{Assessment, Case, Dated, Outlook, Rule, assess};
use indicator_widgets::dataset::{Kind, Qualifier};
use indicator_widgets::series::{Point, Row};
use indicator_widgets::trajectory::Threshold;

/// Exactly published values, of one definition.
pub fn points(values: &[Dated]) -> Vec<Point> {
    values.iter().map(|(year, value)| point(*year, *value, Qualifier::Exact)).collect()
}

pub fn point(year: i32, value: f64, qualifier: Qualifier) -> Point {
    Point { year, value, qualifier, breaks: false, row: Row::Package(0) }
}

/// A level of at least 92, due in 2025, before it is over; the path begins at the first value.
pub fn level(points: &[Point]) -> Case<'_> {
    case(Kind::Level, Threshold::AtLeast(92.0), points)
}

/// A target due in 2025, before it is over; the path begins at the first value.
pub fn case(kind: Kind, goal: Threshold, points: &[Point]) -> Case<'_> {
    Case {
        kind,
        goal,
        deadline: 2025,
        over: false,
        base: points.first().map(|first| (first.year, first.value)),
        floor_since: None,
        compound: false,
        next: (2025, goal),
        percent: false,
        points,
        outlook: None,
    }
}

pub fn outlook(probability: f64, n: usize) -> Option<Outlook> {
    Some(Outlook { probability, n })
}

pub fn own(case: &Case<'_>) -> Assessment {
    assess(Rule::Own, case)
}

/// The series of the vectors: 86.0 in 2017 to 89.9 in 2023.
pub const SERIES: [Dated; 7] =
    [(2017, 86.0), (2018, 86.6), (2019, 87.1), (2020, 87.9), (2021, 88.5), (2022, 89.2), (2023, 89.9)];
