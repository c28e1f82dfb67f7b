//! A page's own values in a report.

use crate::fixture::*;
use indicator_widgets::dataset::{Dataset, Date, Kind, Qualifier};
use indicator_widgets::page_table::Sheet;
use indicator_widgets::report::{Asked, Report, of_indicator, of_target};
use indicator_widgets::series::Row;
use indicator_widgets::trajectory::Origin;

fn sheet(rows: &[(&str, &str)]) -> Sheet {
    Sheet::table(rows.iter().map(|(year, value)| format!("\n{year}\t{value}")).collect())
}

fn report<'d>(data: &'d Dataset, as_of: Date, rows: &[(&str, &str)]) -> Report<'d> {
    of_target(data, &data.targets[0].id, Asked { table: Some(&sheet(rows)), ..Asked::from(as_of) }).unwrap()
}

fn points(report: &Report<'_>) -> Vec<(i32, f64, bool)> {
    report.series.points.iter().map(|point| (point.year, point.value, matches!(point.row, Row::Page(_)))).collect()
}

#[test]
fn they_join_the_packages_and_win_the_year_that_both_have() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2018, 1.8), (2020, 2.0)]);
    let report = report(&data, day(2024, 6, 1), &[("年份", "数值"), ("2022", "2.4"), ("2020", "2.1"), ("2021", "—")]);
    assert_eq!(points(&report), [(2018, 1.8, false), (2020, 2.1, true), (2022, 2.4, true)]);
    let wording = |at: usize| report.observation(&report.series.points[at]).unwrap().wording.clone();
    assert_eq!((wording(0).as_str(), wording(1).as_str(), wording(2).as_str()), ("", "2.1", "2.4"));
    let base = report.trajectory.base.unwrap();
    assert_eq!((base.year, base.value, base.origin), (2020, 2.1, Origin::AtStart));
    assert_eq!(report.requirement.from_now.map(|pace| pace.from), Some(2022));
}

#[test]
fn they_are_known_at_once_and_the_packages_by_their_dates() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2022, 2.2), (2023, 2.3)]);
    let report = report(&data, day(2024, 1, 15), &[("2023", "2.4"), ("2024", "2.5"), ("2025", "2.6")]);
    assert_eq!(points(&report), [(2022, 2.2, false), (2023, 2.4, true), (2024, 2.5, true)]);
    assert_eq!(report.series.points[2].qualifier, Qualifier::PartYear);
    assert_eq!(report.page.faults.len(), 1, "2025 has not begun");
}

#[test]
fn they_give_a_growth_the_level_that_it_hangs_on() {
    let data = with(&[target("product-growth", Kind::GrowthRate, 10.0, "%", 2025)], "product", &[]);
    let report = report(&data, LATE, &[("年份", "数值（亿元）"), ("2020", "1000"), ("2021", "1080")]);
    assert_eq!(report.unit.id, "亿元");
    assert!(near(report.trajectory.value_at(2025).unwrap(), 1610.51));
    assert_eq!(points(&report), [(2020, 1000.0, true), (2021, 1080.0, true)]);
}

#[test]
fn they_give_a_change_its_base_or_the_change_itself() {
    let mut change = target("share-change", Kind::ChangeSince, 3.0, "个百分点", 2025);
    change.base_year = Some(2020);
    let data = with(&[change], "share", &[]);
    let level = report(&data, LATE, &[("年份", "数值（%）"), ("2020", "7.5"), ("2022", "9")]);
    assert_eq!(points(&level), [(2020, 0.0, true), (2022, 1.5, true)]);
    let own = report(&data, LATE, &[("年份", "数值（个百分点）"), ("2022", "1.2")]);
    assert_eq!(points(&own), [(2022, 1.2, true)]);
}

#[test]
fn an_indicator_and_a_region_take_them_too() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[]);
    let table = sheet(&[("2022", "2.4"), ("二", "2.5")]);
    let report = of_indicator(&data, "share", "jinhua", Asked { table: Some(&table), ..Asked::from(LATE) }).unwrap();
    assert_eq!(points(&report), [(2022, 2.4, true)]);
    assert_eq!(report.page.faults.len(), 1);
    assert!(of_indicator(&data, "share", "jinhua", LATE).unwrap().page.values.is_empty());
}
