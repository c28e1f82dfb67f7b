//! The path of each kind.

use crate::fixture::*;
use indicator_widgets::dataset::{Comparator, Direction, Kind, Qualifier};
use indicator_widgets::trajectory::{self, Base, Origin, Shape};

#[test]
fn a_level_runs_from_the_last_value_at_or_before_the_plans_start() {
    let data = with(
        &[target("share", Kind::Level, 3.0, "%", 2025)],
        "share",
        &[(2019, 1.0), (2020, 2.0), (2022, 2.3), (2023, 2.4)],
    );
    let (_, path, _) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2020, value: 2.0, origin: Origin::AtStart }));
    assert_eq!((path.shape, path.start, path.unit.as_str()), (Shape::Linear, 2020, "%"));
    assert_eq!(path.value_at(2020), Some(2.0));
    assert!(near(path.value_at(2022).unwrap(), 2.4));
    assert_eq!(path.value_at(2025), Some(3.0));
    assert_eq!((path.value_at(2019), path.value_at(2026)), (None, None));
    assert_eq!(path.points(), [(2020, 2.0), (2025, 3.0)]);
    assert_eq!(path.upper_at(2025), None);
}

#[test]
fn the_plans_first_year_itself_can_be_the_base() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0), (2021, 2.2)]);
    assert_eq!(late(&data, 0).1.base, Some(Base { year: 2021, value: 2.2, origin: Origin::AtStart }));
}

#[test]
fn a_level_without_an_early_value_runs_from_the_first_one_there_is() {
    let data = with(&[target("share", Kind::Cumulative, 3.0, "%", 2025)], "share", &[(2022, 2.3), (2023, 2.4)]);
    assert_eq!(late(&data, 0).1.base, Some(Base { year: 2022, value: 2.3, origin: Origin::FirstObserved }));
}

#[test]
fn a_level_without_a_value_before_its_deadline_is_the_target_alone() {
    for values in [&[][..], &[(2025, 3.1)], &[(2026, 3.2)]] {
        let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", values);
        let (_, path, _) = late(&data, 0);
        assert_eq!((path.base, path.start), (None, 2025));
        assert_eq!(path.points(), [(2025, 3.0)]);
        assert_eq!((path.value_at(2024), path.value_at(2025), path.value_at(2026)), (None, Some(3.0), None));
    }
}

#[test]
fn the_base_lies_on_the_definition_that_is_in_force_before_the_deadline() {
    let targets = [target("share", Kind::Level, 3.0, "%", 2025)];
    let mut data = with(&targets, "share", &[(2020, 1.0), (2021, 1.1), (2022, 2.3), (2023, 2.4)]);
    data.observations[2].break_note = Some(Default::default());
    assert_eq!(late(&data, 0).1.base, Some(Base { year: 2022, value: 2.3, origin: Origin::FirstObserved }));
    // Two breaks at or before the start: the last value of the newer definition.
    data.observations[1].break_note = Some(Default::default());
    data.observations[2].break_note = None;
    assert_eq!(late(&data, 0).1.base, Some(Base { year: 2021, value: 1.1, origin: Origin::AtStart }));
}

#[test]
fn a_break_in_the_deadline_year_leaves_the_path_on_the_definition_before() {
    let mut data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 1.0), (2025, 9.0)]);
    data.observations[1].break_note = Some(Default::default());
    let (_, path, asks) = late(&data, 0);
    assert_eq!(path.base.unwrap().year, 2020);
    assert_eq!((asks.so_far, asks.share), (None, None));
}

#[test]
fn a_part_year_count_is_no_base() {
    let mut data = with(&[target("count", Kind::Cumulative, 60.0, "家", 2025)], "count", &[(2020, 20.0), (2021, 22.0)]);
    data.observations[1].qualifier = Qualifier::PartYear;
    assert_eq!(late(&data, 0).1.base.unwrap().year, 2020);
}

#[test]
fn the_as_of_day_decides_what_the_base_can_be() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0), (2021, 2.2)]);
    assert_eq!(on(&data, 0, day(2021, 2, 28)).1.base, None);
    assert_eq!(on(&data, 0, day(2021, 3, 1)).1.base.unwrap().year, 2020);
    assert_eq!(on(&data, 0, day(2022, 3, 1)).1.base.unwrap().year, 2021);
}

#[test]
fn two_deadlines_of_one_plan_are_one_path() {
    let targets = [target("share", Kind::Level, 3.4, "%", 2027), target("share", Kind::Level, 3.0, "%", 2025)];
    let data = with(&targets, "share", &[(2020, 2.0)]);
    let (first, second) = (late(&data, 0).1, late(&data, 1).1);
    assert_eq!(first, second);
    assert_eq!(first.points(), [(2020, 2.0), (2025, 3.0), (2027, 3.4)]);
    assert!(near(first.value_at(2026).unwrap(), 3.2));
    // Without a base nothing is known between them.
    let alone = with(&targets, "share", &[]);
    let path = late(&alone, 0).1;
    assert_eq!(path.points(), [(2025, 3.0), (2027, 3.4)]);
    assert_eq!(path.value_at(2026), None);
}

#[test]
fn other_plans_kinds_and_restating_rows_add_no_step() {
    let main = target("share", Kind::Level, 3.0, "%", 2025);
    let mut restating = target("share", Kind::New, 3.0, "%", 2025);
    restating.id.push_str("-restated");
    restating.restates = Some(main.id.clone());
    let mut other_plan = target("share", Kind::Level, 9.0, "%", 2030);
    other_plan.plan = "other".into();
    let other_kind = target("share", Kind::New, 9.0, "%", 2031);
    let data = with(&[restating, main, other_plan, other_kind], "share", &[(2020, 2.0)]);
    let (_, path, asks) = late(&data, 0);
    assert_eq!(path.kind, Kind::Level);
    assert_eq!(path.points(), [(2020, 2.0), (2025, 3.0)]);
    assert_eq!((path, asks), (late(&data, 1).1, late(&data, 1).2));
}

#[test]
fn new_counts_from_zero_in_the_year_before_the_period() {
    let data = with(&[target("count", Kind::New, 40.0, "家", 2025)], "count", &[(2022, 11.0)]);
    let (_, path, asks) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2020, value: 0.0, origin: Origin::Zero }));
    assert_eq!(path.value_at(2023), Some(24.0));
    assert_eq!(asks.share, Some(11.0 / 40.0));
}

#[test]
fn new_starts_where_the_plan_says() {
    let mut stated = target("count", Kind::New, 40.0, "家", 2025);
    stated.start = Some(2024);
    let path = late(&with(&[stated], "count", &[]), 0).1;
    assert_eq!(path.points(), [(2023, 0.0), (2025, 40.0)]);
    // A plan of one year: from the end of the year before to the end of it.
    let mut one_year = target("count", Kind::New, 15.0, "家", 2023);
    one_year.start = Some(2023);
    assert_eq!(late(&with(&[one_year], "count", &[]), 0).1.points(), [(2022, 0.0), (2023, 15.0)]);
}

#[test]
fn per_year_is_a_floor() {
    let data = with(&[target("count", Kind::PerYear, 400.0, "家", 2025)], "count", &[(2021, 420.0), (2023, 390.0)]);
    let (_, path, _) = late(&data, 0);
    assert_eq!((path.shape, path.base, path.start), (Shape::Floor, None, 2021));
    assert_eq!(path.points(), [(2021, 400.0), (2022, 400.0), (2023, 400.0), (2024, 400.0), (2025, 400.0)]);
    assert_eq!((path.value_at(2020), path.value_at(2021), path.value_at(2026)), (None, Some(400.0), None));
}

#[test]
fn floors_that_rise_are_steps() {
    let targets =
        [target("count", Kind::PerYear, 400.0, "家", 2023), target("count", Kind::PerYear, 500.0, "家", 2025)];
    let path = late(&with(&targets, "count", &[]), 0).1;
    assert_eq!(path.points(), [(2021, 400.0), (2022, 400.0), (2023, 400.0), (2024, 500.0), (2025, 500.0)]);
}

#[test]
fn a_growth_rate_with_an_end_value_implies_its_base() {
    // 3000 / 1.095^5 = 1905.6829...
    let targets = [
        target("product-growth", Kind::GrowthRate, 9.5, "%", 2025),
        target("product", Kind::Level, 3000.0, "亿元", 2025),
    ];
    let data = with(&targets, "product", &[(2020, 1800.0), (2023, 2300.0)]);
    let (series, path, asks) = late(&data, 0);
    assert_eq!((path.unit.as_str(), path.indicator.as_str()), ("亿元", "product"));
    let base = path.base.unwrap();
    assert_eq!((base.year, base.origin), (2020, Origin::Implied));
    assert!((base.value - 1_905.682_98).abs() < 1e-4, "{}", base.value);
    assert_eq!(path.value_at(2025), Some(3000.0));
    assert!((path.value_at(2021).unwrap() - 1_905.682_98 * 1.095).abs() < 1e-3);
    assert_eq!(path.points().len(), 6);
    assert_eq!(series.points.len(), 2);
    assert!((asks.from_base.unwrap().growth.unwrap() - 0.095).abs() < 1e-12);
    assert_eq!(asks.gap, Some(-700.0));
}

#[test]
fn a_growth_rate_without_an_end_value_grows_from_the_year_before() {
    let data =
        with(&[target("product-growth", Kind::GrowthRate, 10.0, "%", 2022)], "product", &[(2019, 9.0), (2020, 100.0)]);
    let (_, path, _) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2020, value: 100.0, origin: Origin::AtStart }));
    assert!(near(path.value_at(2021).unwrap(), 110.0) && near(path.value_at(2022).unwrap(), 121.0));
}

#[test]
fn a_growth_rate_grows_from_the_first_level_known_after_its_start() {
    let data = with(
        &[target("product-growth", Kind::GrowthRate, 8.0, "%", 2025)],
        "product",
        &[(2018, 10000.0), (2022, 11000.0), (2024, 12500.0)],
    );
    let (series, path, _) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2022, value: 11000.0, origin: Origin::FirstObserved }));
    // 11000 × 1.08^3 = 13856.832
    assert!(near(path.value_at(2025).unwrap(), 13_856.832));
    assert_eq!((path.unit.as_str(), series.points.len()), ("亿元", 3));
}

#[test]
fn a_growth_rate_without_a_level_is_an_index() {
    let data = with(&[target("product-growth", Kind::GrowthRate, 8.0, "%", 2025)], "product", &[(2018, 11000.0)]);
    let (series, path, asks) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2020, value: 100.0, origin: Origin::Index }));
    assert_eq!((path.unit.as_str(), series.unit.as_str(), series.points.len()), ("index", "index", 0));
    // 1.08^5 = 1.4693280768
    assert!(near(path.value_at(2025).unwrap(), 146.932_807_68));
    assert_eq!((asks.gap, asks.latest_reached), (None, None));
}

#[test]
fn a_growth_range_has_an_upper_path() {
    let mut range = target("product-growth", Kind::GrowthRate, 10.0, "%", 2022);
    range.value_max = Some(20.0);
    let path = late(&with(&[range], "product", &[]), 0).1;
    assert!(near(path.upper_at(2022).unwrap(), 144.0) && near(path.upper_at(2021).unwrap(), 120.0));
    assert_eq!(path.upper_at(2020), Some(100.0));
}

#[test]
fn a_shrinking_to_nothing_is_no_path() {
    let data = with(&[target("product-growth", Kind::GrowthRate, -100.0, "%", 2025)], "product", &[(2020, 5.0)]);
    let path = late(&data, 0).1;
    assert_eq!((path.base, path.steps.len()), (None, 1));
}

#[test]
fn a_change_in_points_is_counted_from_its_base_year() {
    let mut change = target("share-change", Kind::ChangeSince, 3.0, "个百分点", 2025);
    change.base_year = Some(2020);
    let data = with(&[change], "share", &[(2019, 7.5), (2020, 8.0), (2023, 9.5)]);
    let (series, path, asks) = late(&data, 0);
    assert_eq!(path.base, Some(Base { year: 2020, value: 0.0, origin: Origin::BaseYear }));
    assert_eq!((path.unit.as_str(), path.indicator.as_str()), ("个百分点", "share"));
    let values: Vec<_> = series.points.iter().map(|point| (point.year, point.value)).collect();
    assert_eq!(values, [(2019, -0.5), (2020, 0.0), (2023, 1.5)]);
    assert_eq!((asks.share, asks.gap), (Some(0.5), Some(-1.5)));
}

#[test]
fn a_change_in_per_cent_is_relative() {
    let mut change = target("product-change", Kind::ChangeSince, 10.0, "%", 2023);
    change.base_year = Some(2022);
    let data = with(&[change], "product", &[(2022, 50.0), (2023, 54.0)]);
    let (series, path, asks) = late(&data, 0);
    assert!(near(series.at(2023).unwrap().value, 8.0));
    assert_eq!(path.points(), [(2022, 0.0), (2023, 10.0)]);
    assert!(near(asks.share.unwrap(), 0.8));
}

#[test]
fn a_change_without_its_base_year_takes_the_changes_that_are_published() {
    let mut change = target("product-change", Kind::ChangeSince, 10.0, "%", 2023);
    change.base_year = Some(2022);
    let mut data = with(&[change], "product", &[(2021, 50.0), (2023, 54.0)]);
    assert_eq!(late(&data, 0).0.points.len(), 0);
    data.observations.push(observation("product-change", 2023, 9.0));
    let (series, path, _) = late(&data, 0);
    assert_eq!((series.indicator.as_str(), series.latest().unwrap().value), ("product-change", 9.0));
    assert_eq!(path.indicator, "product-change");
}

#[test]
fn a_change_stops_at_a_break_and_is_no_surer_than_its_base() {
    let mut change = target("product-change", Kind::ChangeSince, 10.0, "%", 2023);
    change.base_year = Some(2020);
    let mut data = with(&[change], "product", &[(2020, 50.0), (2021, 52.0), (2022, 90.0)]);
    data.observations[0].qualifier = Qualifier::AtLeast;
    data.observations[2].break_note = Some(Default::default());
    let (series, _, _) = late(&data, 0);
    assert_eq!(series.points.iter().map(|point| point.year).collect::<Vec<_>>(), [2020, 2021]);
    assert_eq!(series.at(2021).unwrap().qualifier, Qualifier::About);
}

#[test]
fn ranges_have_an_upper_path_from_the_same_base() {
    let mut range = target("count", Kind::New, 1.0, "家", 2025);
    (range.value_max, range.comparator, range.direction) = (Some(2.0), Comparator::Range, Direction::Range);
    let path = late(&with(&[range], "count", &[]), 0).1;
    assert_eq!((path.value_at(2025), path.upper_at(2025)), (Some(1.0), Some(2.0)));
    assert_eq!(path.upper_at(2020), Some(0.0));
    assert!(near(path.upper_at(2022).unwrap(), 0.8));
}

#[test]
fn figures_are_converted_to_the_indicators_unit() {
    let mut target = target("product", Kind::Level, 123_456.0, "万元", 2025);
    target.value_max = Some(130_000.0);
    let data = with(&[target], "product", &[]);
    let path = late(&data, 0).1;
    assert_eq!((path.steps[0].value, path.steps[0].upper), (12.3456, Some(13.0)));
}

#[test]
fn a_deadline_at_the_plans_start_keeps_its_base_before() {
    // A plan of one year whose value of that year is already there.
    let mut data = with(&[target("share", Kind::Level, 3.0, "%", 2023)], "share", &[(2022, 2.0), (2023, 3.5)]);
    data.plans[0].period_start = 2023;
    assert_eq!(late(&data, 0).1.points(), [(2022, 2.0), (2023, 3.0)]);
}

#[test]
fn a_reader_may_bring_a_series_of_his_own() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[]);
    let mut own = trajectory::scale(&data, &data.targets[0], LATE);
    own.points = trajectory::scale(&with(&[], "share", &[(2020, 2.5)]), &data.targets[0], LATE).points;
    assert_eq!(trajectory::of(&data, &data.targets[0], &own).points(), [(2020, 2.5), (2025, 3.0)]);
}

#[test]
fn from_a_level_that_is_there_already_no_path_leads_to_the_target() {
    let mut level = target("product", Kind::Level, 3000.0, "亿元", 2025);
    let data = with(std::slice::from_ref(&level), "product", &[(2020, 3100.0), (2023, 2900.0)]);
    assert_eq!(late(&data, 0).1.base, None);
    level.direction = Direction::Lower;
    let base = late(&with(&[level], "product", &[(2020, 3100.0)]), 0).1.base;
    assert_eq!(base.map(|base| base.value), Some(3100.0));
}
