//! The composition.

use crate::fixture::*;
use indicator_widgets::dataset::Kind;
use indicator_widgets::report::{ReportError, of_indicator, of_target};

#[test]
fn a_report_knows_its_rows_and_whether_the_deadline_is_over() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0)]);
    let report = of_target(&data, "jinhua-share-2025", day(2025, 12, 31)).unwrap();
    assert_eq!((report.plan.id.as_str(), report.region.id.as_str()), ("plan", "jinhua"));
    assert_eq!((report.indicator.id.as_str(), report.unit.id.as_str()), ("share", "%"));
    assert!(!report.deadline_passed);
    assert!(of_target(&data, "jinhua-share-2025", day(2026, 1, 1)).unwrap().deadline_passed);
    assert!(report.restatements.is_empty() && report.comparators.is_empty());
}

#[test]
fn a_restating_row_leads_to_its_target() {
    let main = target("count", Kind::Cumulative, 60.0, "家", 2025);
    let mut restating = target("count", Kind::New, 60.0, "家", 2025);
    restating.id.push_str("-restated");
    restating.restates = Some(main.id.clone());
    let data = with(&[main, restating], "count", &[]);
    let report = of_target(&data, "jinhua-count-2025-restated", LATE).unwrap();
    assert_eq!(report.target.id, "jinhua-count-2025");
    assert_eq!(report.trajectory.kind, Kind::Cumulative);
    assert_eq!(report.restatements.len(), 1);
}

#[test]
fn an_unknown_id_comes_with_the_nearest() {
    let targets = [target("share", Kind::Level, 3.0, "%", 2025), target("count", Kind::New, 3.0, "家", 2025)];
    let data = with(&targets, "share", &[]);
    let error = of_target(&data, "jinhua-shore-2025", LATE).unwrap_err();
    assert_eq!((error.code(), error.nearest()), ("unknown-id", Some("jinhua-share-2025")));
    assert_eq!(error.to_string(), "no target has the id `jinhua-shore-2025`; did you mean `jinhua-share-2025`?");
    assert_eq!(of_target(&data, "x", LATE).unwrap_err().nearest(), None);
}

#[test]
fn parents_are_compared_with_where_size_does_not_matter() {
    let targets = [target("share", Kind::Level, 3.0, "%", 2025), target("product", Kind::Level, 3.0, "亿元", 2025)];
    let mut data = with(&targets, "share", &[(2020, 2.0), (2020, 2.5), (2020, 2.4), (2020, 9.0)]);
    data.observations[1].region = "zhejiang".into();
    data.observations[2].region = "china".into();
    data.observations[3].region = "china".into();
    data.observations[3].indicator = "product".into();
    data.observations[3].unit = "亿元".into();
    let report = of_target(&data, "jinhua-share-2025", LATE).unwrap();
    let regions: Vec<_> = report.comparators.iter().map(|series| series.region.as_str()).collect();
    assert_eq!(regions, ["zhejiang", "china"]);
    assert!(of_target(&data, "jinhua-share-2025", day(2020, 1, 1)).unwrap().comparators.is_empty());
    assert!(of_target(&data, "jinhua-product-2025", LATE).unwrap().comparators.is_empty());
}

#[test]
fn an_indicator_and_a_region_lead_to_the_latest_target() {
    let mut old = target("share", Kind::Level, 1.0, "%", 2017);
    old.plan = "old".into();
    let targets = [old, target("share", Kind::Level, 3.4, "%", 2027), target("share", Kind::Level, 3.0, "%", 2025)];
    let mut data = with(&targets, "share", &[]);
    data.plans.push(plan("old", 2016, 2017));
    assert_eq!(of_indicator(&data, "share", "jinhua", day(2026, 5, 1)).unwrap().target.id, "jinhua-share-2027");
    assert_eq!(of_indicator(&data, "share", "jinhua", LATE).unwrap().target.id, "jinhua-share-2027");
    let error = of_indicator(&data, "share", "china", LATE).unwrap_err();
    assert!(matches!(error, ReportError::NoTarget { .. }) && error.nearest() == Some("jinhua"));
    assert_eq!(of_indicator(&data, "shares", "jinhua", LATE).unwrap_err().nearest(), Some("share"));
    assert_eq!(of_indicator(&data, "share", "jinhau", LATE).unwrap_err().nearest(), Some("jinhua"));
}
