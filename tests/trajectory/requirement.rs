//! Paces, gaps and shares.

use crate::fixture::*;
use indicator_widgets::dataset::{Comparator, Direction, Kind};
use indicator_widgets::trajectory::{self, Pace, Reached};

#[test]
fn paces_gap_and_share_before_the_deadline() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0), (2023, 2.4)]);
    let (_, _, asks) = on(&data, 0, day(2024, 6, 1));
    let pace = asks.from_base.unwrap();
    assert_eq!((pace.from, pace.to), (2020, 2025));
    assert!(near(pace.change, 0.2));
    // (3/2)^(1/5) - 1
    assert!(near(pace.growth.unwrap(), 0.084_471_771_197_698_8));
    assert!(near(asks.from_now.unwrap().change, 0.3));
    assert_eq!((asks.from_now.unwrap().from, asks.from_now.unwrap().to), (2023, 2025));
    assert!(near(asks.so_far.unwrap().change, 0.4 / 3.0));
    assert!(near(asks.gap.unwrap(), -0.6));
    assert!(near(asks.share.unwrap(), 0.4));
    assert_eq!((asks.latest_reached, asks.deadline_reached), (Some(Reached::No), None));
}

#[test]
fn at_the_deadline_and_after_it() {
    let targets = [target("share", Kind::Level, 3.0, "%", 2025)];
    let at = with(&targets, "share", &[(2020, 2.0), (2025, 3.1)]);
    let (_, _, asks) = late(&at, 0);
    assert_eq!(asks.from_now, None);
    assert_eq!((asks.latest_reached, asks.deadline_reached), (Some(Reached::Yes), Some(Reached::Yes)));
    assert!(near(asks.share.unwrap(), 1.1));
    // The deadline year's own value is missing: a later one does not stand in for it.
    let after = with(&targets, "share", &[(2020, 2.0), (2026, 3.1)]);
    let (_, _, asks) = late(&after, 0);
    assert_eq!((asks.from_now, asks.deadline_reached), (None, None));
    assert_eq!(asks.latest_reached, Some(Reached::Yes));
    // Reached in its year, lost again.
    let fell = with(&targets, "share", &[(2020, 2.0), (2025, 3.0), (2026, 2.9)]);
    let (_, _, asks) = late(&fell, 0);
    assert_eq!((asks.latest_reached, asks.deadline_reached), (Some(Reached::No), Some(Reached::Yes)));
}

#[test]
fn without_values_only_what_the_plan_says_is_known() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[]);
    let (_, _, asks) = late(&data, 0);
    assert_eq!((asks.from_base, asks.from_now, asks.so_far), (None, None, None));
    assert_eq!((asks.gap, asks.share, asks.latest_reached), (None, None, None));
    let new = with(&[target("count", Kind::New, 40.0, "家", 2025)], "count", &[]);
    assert_eq!(late(&new, 0).2.from_base, Some(Pace { from: 2020, to: 2025, change: 8.0, growth: None }));
}

#[test]
fn one_value_is_both_base_and_latest() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0)]);
    let (_, _, asks) = late(&data, 0);
    assert_eq!((asks.so_far, asks.share), (None, None));
    assert_eq!(asks.from_now, asks.from_base);
    assert_eq!(asks.gap, Some(-1.0));
}

#[test]
fn a_target_equal_to_its_base_has_no_share() {
    let data = with(&[target("share", Kind::Level, 100.0, "%", 2025)], "share", &[(2020, 100.0), (2022, 99.0)]);
    let (_, _, asks) = late(&data, 0);
    assert_eq!((asks.share, asks.gap), (None, Some(-1.0)));
}

#[test]
fn less_can_be_better() {
    let mut falling = target("share", Kind::Level, 5.0, "%", 2025);
    (falling.comparator, falling.direction) = (Comparator::AtMost, Direction::Lower);
    let data = with(&[falling], "share", &[(2020, 9.0), (2023, 6.0)]);
    let (_, path, asks) = late(&data, 0);
    assert!(near(path.value_at(2024).unwrap(), 5.8));
    assert_eq!((asks.gap, asks.share), (Some(1.0), Some(0.75)));
    assert_eq!(asks.latest_reached, Some(Reached::No));
    assert!(near(asks.from_now.unwrap().change, -0.5));
    let reached = with(&data.targets, "share", &[(2020, 9.0), (2023, 4.9)]);
    assert_eq!(late(&reached, 0).2.latest_reached, Some(Reached::Yes));
}

#[test]
fn a_step_of_a_longer_path_asks_for_itself() {
    let targets = [target("share", Kind::Level, 3.0, "%", 2025), target("share", Kind::Level, 3.4, "%", 2027)];
    let data = with(&targets, "share", &[(2020, 2.0), (2025, 3.1)]);
    let (first, second) = (late(&data, 0).2, late(&data, 1).2);
    assert_eq!((first.from_now, first.deadline_reached), (None, Some(Reached::Yes)));
    assert!(near(second.from_now.unwrap().change, 0.15));
    assert!(near(second.from_base.unwrap().change, 0.2));
    assert_eq!((second.latest_reached, second.deadline_reached), (Some(Reached::No), None));
}

#[test]
fn a_floor_is_asked_every_year() {
    let data = with(
        &[target("count", Kind::PerYear, 400.0, "家", 2025)],
        "count",
        &[(2020, 500.0), (2021, 420.0), (2023, 390.0), (2025, 400.0), (2026, 100.0)],
    );
    let (_, _, asks) = late(&data, 0);
    assert_eq!(asks.yearly, [(2021, Reached::Yes), (2023, Reached::No), (2025, Reached::Yes)]);
    assert_eq!((asks.from_base, asks.from_now, asks.share), (None, None, None));
    assert_eq!((asks.gap, asks.deadline_reached), (Some(-300.0), Some(Reached::Yes)));
}

#[test]
fn the_gap_to_a_range_is_to_the_end_that_it_lies_beyond() {
    let mut range = target("count", Kind::Level, 10.0, "家", 2025);
    (range.value_max, range.comparator, range.direction) = (Some(20.0), Comparator::Range, Direction::Range);
    for (value, gap, reached) in [
        (9.0, -1.0, Reached::No),
        (10.0, 0.0, Reached::Yes),
        (15.0, 0.0, Reached::Yes),
        (20.0, 0.0, Reached::Yes),
        (23.0, 3.0, Reached::No),
    ] {
        let (_, _, asks) = late(&with(std::slice::from_ref(&range), "count", &[(2024, value)]), 0);
        assert_eq!((asks.gap, asks.latest_reached), (Some(gap), Some(reached)), "{value}");
    }
}

#[test]
fn a_series_on_another_scale_says_nothing() {
    let data = with(&[target("share", Kind::Level, 3.0, "%", 2025)], "share", &[(2020, 2.0)]);
    let (series, path, _) = late(&data, 0);
    let mut other = series.clone();
    other.unit = "亿元".into();
    let asks = trajectory::requirement(&path, &data.targets[0], &other);
    assert_eq!((asks.gap, asks.latest_reached), (None, None));
    assert!(asks.from_base.is_some());
}
