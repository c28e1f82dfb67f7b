//! A program's own series: read as rows, projected, and judged against a target in place of what is published.
//!
//! The figures are examples of this test unless they are the package's.

#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

use indicator_widgets::assessment::Rule;
use indicator_widgets::backtest;
use indicator_widgets::dataset::{Dataset, Date, Qualifier, embedded};
use indicator_widgets::projection::{self, Bounds, Goal, Method};
use indicator_widgets::report::{Asked, of_target, of_values};
use indicator_widgets::rows::given::{self, Given};
use indicator_widgets::rows::{self, End, Filter, Row, Value};

const AS_OF: Date = Date { year: 2025, month: 6, day: 30 };
const TRADEMARKS: &str = "fujian-valid-trademarks-2025";

fn dated(rows: &[(i32, f64)]) -> Vec<Row> {
    let row = |(year, value): &(i32, f64)| {
        Row(vec![("year".into(), Value::Whole(*year)), ("value".into(), Value::Number(*value))])
    };
    rows.iter().map(row).collect()
}

fn published(data: &Dataset, indicator: &str, region: &str) -> Vec<Row> {
    Filter { plan: None, indicator: Some(indicator.into()), region: Some(region.into()) }.observations(data)
}

#[test]
fn published_rows_given_back_are_judged_as_before() {
    let data = embedded().unwrap();
    let given = Given::read(&published(&data, "valid-trademarks", "fujian"), &data).unwrap();
    let target = data.target(TRADEMARKS).unwrap();
    let values = given.observations(&data, target, AS_OF).unwrap();
    let (own, usual) =
        (of_values(&data, TRADEMARKS, values, AS_OF).unwrap(), of_target(&data, TRADEMARKS, AS_OF).unwrap());
    assert_eq!(own.assessment, usual.assessment);
    assert_eq!(own.projection, usual.projection);
    assert_eq!(rows::assessments(&own), rows::assessments(&usual));
    assert!(usual.projection.is_ok() && own.observation(own.series.latest().unwrap()).is_some());
}

#[test]
fn given_values_stand_alone() {
    let data = embedded().unwrap();
    let target = data.target(TRADEMARKS).unwrap();
    let judged = |values: &[(i32, f64)]| {
        let given = Given::read(&dated(values), &data).unwrap();
        let values = given.observations(&data, target, AS_OF).unwrap();
        of_values(&data, TRADEMARKS, values, Asked::from(AS_OF)).unwrap()
    };
    assert!(judged(&[]).series.points.is_empty(), "the package's values do not show through");
    let begun = judged(&[(2024, 200.0), (2025, 240.0)]);
    assert_eq!(begun.series.latest().unwrap().qualifier, Qualifier::PartYear, "that day's year goes on");
    let fault = |rows: &[Row], day: Date| {
        let fault = Given::read(rows, &data).unwrap().observations(&data, target, day).unwrap_err();
        (fault.row, fault.field, fault.expected.unwrap())
    };
    let ahead = dated(&[(2024, 200.0), (2026, 240.0)]);
    assert_eq!(fault(&ahead, AS_OF), (1, "year", "≤ 2025".into()));
    let national = published(&data, "rd-intensity", "china");
    assert_eq!(fault(&national, AS_OF), (0, "indicator", "valid-trademarks".into()));
}

#[test]
fn the_rows_of_a_projection_are_those_of_the_projection() {
    let data = embedded().unwrap();
    let values = [(2016, 86.0), (2017, 86.6), (2018, 87.1), (2019, 87.9), (2020, 88.5), (2021, 89.2)];
    let given = Given::read(&dated(&values), &data).unwrap();
    let bounds = given.bounds(given::Asked { upper: Some(100.0), ..given::Asked::default() }, &data);
    assert_eq!(bounds, Bounds { lower: Some(0.0), upper: Some(100.0), never_falls: false });
    let goal = Goal::AtLeast(90.0);
    let found = projection::of(&given.samples, Method::Auto, bounds);
    let row = rows::projection(&found, End::Until(2024), Some(goal));
    let found = found.unwrap();
    let Some(Value::List(years)) = row.get("rows") else { unreachable!("a list") };
    assert_eq!(years.len(), 3);
    for (value, year) in years.iter().zip(2022..) {
        let Value::Row(row) = value else { unreachable!("a row") };
        let forecast = found.at(year).unwrap();
        assert_eq!(row.get("year"), Some(&Value::Whole(year)));
        assert_eq!(row.get("mean"), Some(&Value::Number(forecast.centre)));
        assert_eq!(row.get("hi95"), Some(&Value::Number(forecast.band95.unwrap().upper)));
        assert_eq!(row.get("p"), Some(&found.probability(year, goal).unwrap().into()));
    }
    let count = |end| match rows::projection(&Ok(found), end, None).get("rows") {
        Some(Value::List(rows)) => rows.len(),
        _ => usize::MAX,
    };
    // Neither nothing nor a page's whole memory.
    assert_eq!((count(End::Until(2021)), count(End::Until(i32::MIN)), count(End::Years(i32::MAX))), (0, 0, 1000));
}

#[test]
fn the_bounds_of_published_rows_are_their_indicators() {
    let data = embedded().unwrap();
    let given = Given::read(&published(&data, "agricultural-safety-pass-rate", "china"), &data).unwrap();
    let bounds = given.bounds(given::Asked::default(), &data);
    assert_eq!((bounds.lower, bounds.upper), (Some(0.0), Some(100.0)));
}

#[test]
fn a_look_back_is_told_with_its_reason_or_its_trials() {
    let data = embedded().unwrap();
    let values: Vec<(i32, f64)> = (2010..2020).map(|year| (year, f64::from(year % 7))).collect();
    let samples = Given::read(&dated(&values), &data).unwrap().samples;
    let trials = backtest::of_every_origin(&samples, Method::Auto, Bounds::default());
    let row = rows::backtest(&Ok(trials.clone()));
    assert_eq!(row.get("reason"), Some(&Value::None));
    assert!(matches!(row.get("trials"), Some(Value::List(rows)) if rows.len() == trials.len() && trials.len() == 6));
    let none = rows::backtest(&Err(backtest::Untestable::NoValue));
    assert_eq!(none, Row(vec![("reason".into(), "no_value".into()), ("trials".into(), Value::List(Vec::new()))]));
}

#[test]
fn a_verdict_by_every_rule_has_the_same_fields() {
    let data = embedded().unwrap();
    for target in data.targets.iter().filter(|row| row.restates.is_none()) {
        let report = of_target(&data, &target.id, AS_OF).unwrap();
        for rule in Rule::ALL {
            let row = rows::assessment(&report, rule);
            let names: Vec<&str> = row.0.iter().map(|(name, _)| name.as_ref()).collect();
            assert_eq!(names[..rows::ASSESSED.len()], rows::ASSESSED);
            assert_eq!(names.len(), 22, "{} {}", target.id, rule.name());
            assert!(row.0.iter().all(|(_, value)| !matches!(value, Value::Number(number) if !number.is_finite())));
        }
    }
}
