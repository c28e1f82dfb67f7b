use crate::fixture::*;
use indicator_widgets::series::{Row, Series};

#[test]
fn a_value_counts_as_known_from_the_first_of_march_of_the_next_year() {
    let data = with(&[], "share", &[(2023, 2.4)]);
    assert_eq!(Series::of(&data, "share", "jinhua", day(2024, 2, 29)).points.len(), 0);
    assert_eq!(Series::of(&data, "share", "jinhua", day(2024, 3, 1)).points.len(), 1);
}

#[test]
fn a_publication_date_goes_before_the_usual_one() {
    let mut data = with(&[], "share", &[(2022, 2.3), (2023, 2.4)]);
    data.observations[0].published = Some(day(2024, 11, 5));
    data.observations[1].published = Some(day(2024, 1, 20));
    assert_eq!(Series::of(&data, "share", "jinhua", day(2024, 1, 19)).points.len(), 0);
    let series = Series::of(&data, "share", "jinhua", day(2024, 11, 4));
    assert_eq!(series.points.iter().map(|point| point.year).collect::<Vec<_>>(), [2023]);
    assert_eq!(Series::of(&data, "share", "jinhua", day(2024, 11, 5)).points.len(), 2);
}

#[test]
fn values_come_in_the_indicators_unit_and_in_years_and_of_one_region() {
    let mut data = with(&[], "product", &[(2022, 1.3), (2020, 12_345_678.9), (2021, 7.0)]);
    data.observations[1].unit = "万元".into();
    data.observations[2].region = "zhejiang".into();
    let series = Series::of(&data, "product", "jinhua", LATE);
    assert_eq!(series.unit, "亿元");
    let points: Vec<_> = series.points.iter().map(|point| (point.year, point.value, point.row)).collect();
    assert_eq!(points, [(2020, 1234.56789, Row::Package(1)), (2022, 1.3, Row::Package(0))]);
    assert_eq!(series.latest().unwrap().year, 2022);
    assert_eq!(series.at(2021), None);
}

#[test]
fn a_unit_of_another_dimension_is_left_out() {
    let mut data = with(&[], "product", &[(2022, 1.3)]);
    data.observations[0].unit = "%".into();
    assert!(Series::of(&data, "product", "jinhua", LATE).points.is_empty());
}

#[test]
fn years_compare_up_to_a_break() {
    let mut data = with(&[], "share", &[(2020, 1.0), (2021, 1.1), (2022, 3.0), (2023, 3.1)]);
    data.observations[2].break_note = Some(Default::default());
    let series = Series::of(&data, "share", "jinhua", LATE);
    assert!(series.points[2].breaks);
    assert!(series.comparable(2020, 2021) && series.comparable(2022, 2023) && series.comparable(2023, 2022));
    assert!(!series.comparable(2021, 2022) && !series.comparable(2023, 2020));
}
