//! The published rules on cases, and at their edges.

use crate::case::{SERIES, case, level, own, points};
use indicator_widgets::assessment::{
    Case, Dated, Reason, Rule, Silence, Verdict, assess, by_every_rule, definitions_differ, disagree, escap, germany,
    open_sdg, sdsn, unsd,
};
use indicator_widgets::dataset::{Kind, Region, RegionLevel, Text, Unit};
use indicator_widgets::trajectory::Threshold;

#[test]
fn each_rule_gives_its_own_class_and_what_it_comes_to() {
    let points = points(&SERIES);
    let found = by_every_rule(&level(&points));
    let classes = found.iter().map(|one| (one.rule.name(), one.class, one.verdict)).collect::<Vec<_>>();
    assert_eq!(
        classes,
        [
            ("own", None, Verdict::AtRisk),
            ("open-sdg", Some("moderate"), Verdict::AtRisk),
            ("unsd", Some("acceleration_needed"), Verdict::AtRisk),
            ("germany", Some("cloud"), Verdict::OffTrack),
            ("sdsn", Some("moderately_improving"), Verdict::AtRisk),
            ("escap", Some("accelerate"), Verdict::AtRisk),
        ]
    );
    assert!(disagree(&found));
    assert!(!disagree(&found[1..3]) && !disagree(&[]));
    assert!(found.iter().skip(1).all(|one| one.reason == Reason::Class && one.measure.is_some()));
}

#[test]
fn names_lead_to_rules_and_back() {
    for rule in Rule::ALL {
        assert_eq!(Rule::parse(rule.name()), Some(rule));
    }
    assert_eq!(Rule::parse("Germany"), None);
    assert!(Rule::Germany.classes_are_the_publishers() && !Rule::Escap.classes_are_the_publishers());
}

#[test]
fn a_target_that_is_its_own_base_divides_nothing() {
    let (base, target): (Dated, Dated) = ((2017, 92.0), (2025, 92.0));
    let below = |now: f64| (2023, now);
    let found = open_sdg::with_target(base, below(91.0), target, true).unwrap();
    assert_eq!((found.class, found.score, found.measure), (open_sdg::DETERIORATION, Some(-5.0), None));
    let found = open_sdg::with_target(base, below(92.0), target, true).unwrap();
    assert_eq!((found.class, found.score), (open_sdg::TARGET_ACHIEVED, Some(5.0)));
    let found = unsd::with_target(base, below(91.0), target, true, false).unwrap();
    assert_eq!((found.class, found.score), (unsd::STAGNATION, Some(1.0)));
    assert_eq!(sdsn::arrow(base, below(91.0), target, true).unwrap().class, sdsn::DECREASING);
    assert_eq!(escap::current_status(92.0, 91.0, 92.0, true), None);
    let found = escap::rate(base, &[base, below(91.0)], target, true).unwrap();
    assert_eq!((found.class, found.measure), (escap::REVERSE, None));
}

/// In the sources' formulas two wrongs make a right here: below a target that the base was beyond.
#[test]
fn to_fall_behind_a_target_once_reached_is_no_progress() {
    let (base, now, target): (Dated, Dated, Dated) = ((2017, 95.0), (2023, 88.0), (2025, 92.0));
    assert_eq!(open_sdg::with_target(base, now, target, true).unwrap().class, open_sdg::DETERIORATION);
    assert_eq!(unsd::with_target(base, now, target, true, false).unwrap().class, unsd::STAGNATION);
    assert_eq!(sdsn::arrow(base, now, target, true).unwrap().class, sdsn::DECREASING);
    assert_eq!(escap::rate(base, &[base, now], target, true).unwrap().class, escap::REVERSE);
}

#[test]
fn growth_across_zero_says_nothing() {
    let (base, target): (Dated, Dated) = ((2017, -2.0), (2025, 4.0));
    assert_eq!(open_sdg::with_target(base, (2023, 1.0), target, true), None);
    assert_eq!(unsd::with_target(base, (2023, 1.0), target, true, false), None);
    assert_eq!(unsd::without_target((2017, 0.0), (2023, 1.0), true), None);
    // But a target that is reached is reached.
    assert_eq!(open_sdg::with_target(base, (2023, 4.0), target, true).unwrap().class, open_sdg::TARGET_ACHIEVED);
    assert_eq!(unsd::with_target(base, (2023, 4.0), target, true, false).unwrap().class, unsd::ON_TRACK);
    let values = points(&[(2017, -2.0), (2023, 1.0)]);
    let found = assess(Rule::Unsd, &case(Kind::Level, Threshold::AtLeast(4.0), &values));
    assert_eq!((found.verdict, found.reason), (Verdict::NotReported, Reason::Silent(Silence::Undefined)));
}

#[test]
fn a_limit_counts_only_in_the_wanted_direction() {
    let of = |limit| open_sdg::without_target((2015, 120.0), (2022, 125.0), true, limit);
    assert_eq!(of(Some(100.0)), of(None));
    assert_ne!(of(Some(130.0)), of(None));
    assert_eq!(open_sdg::coefficient(0.0, Some(0.0)), 1.0);
    assert_eq!(open_sdg::coefficient(30.0, Some(10.0)), 1.0);
}

#[test]
fn open_sdg_needs_a_year() {
    assert_eq!(open_sdg::with_target((2023, 86.0), (2023, 87.0), (2025, 92.0), true), None);
    assert_eq!(open_sdg::with_target((2024, 86.0), (2023, 87.0), (2025, 92.0), true), None);
}

#[test]
fn unsd_calls_a_point_from_the_end_of_a_share_met() {
    let of = |now: f64, target: f64, percent: bool| {
        unsd::with_target((2015, 50.0), (2023, now), (2025, target), now < target, percent).unwrap().class
    };
    assert_eq!(of(99.0, 100.0, true), unsd::ON_TRACK);
    assert_eq!(of(1.0, 0.0, true), unsd::ON_TRACK);
    // 0.9 of 100 firms is no share, and 98.9 no point away.
    let slow = |now: f64, percent: bool| {
        unsd::with_target((2015, 98.8), (2023, now), (2030, 100.0), true, percent).unwrap().class
    };
    assert_eq!((slow(99.0, true), slow(99.0, false), slow(98.9, true)), (unsd::ON_TRACK, unsd::FAIR, unsd::FAIR));
    // However the class, what is not reached is never met.
    let values = points(&[(2015, 50.0), (2025, 99.5)]);
    let goal = Threshold::AtLeast(100.0);
    let found = assess(Rule::Unsd, &Case { percent: true, over: true, ..case(Kind::Level, goal, &values) });
    assert_eq!((found.verdict, found.class), (Verdict::Missed, Some("met_or_on_track")));
}

#[test]
fn unsd_judges_a_past_target_at_its_year() {
    let values = points(&[(2017, 86.0), (2023, 89.9), (2027, 99.0)]);
    let found = assess(Rule::Unsd, &Case { over: true, ..level(&values) });
    assert!((found.measure.unwrap() - 0.873152).abs() < 1e-6);
    assert_eq!((found.verdict, found.class), (Verdict::NotReported, Some("acceleration_needed")));
}

#[test]
fn german_trends_need_four_points_of_five_years() {
    let of = |years: &[i32]| germany::trend(&years.iter().map(|year| (*year, f64::from(*year))).collect::<Vec<_>>());
    assert_eq!(of(&[2018, 2019, 2020, 2021, 2022, 2023]), Some(1.0));
    assert_eq!(of(&[2020, 2021, 2022, 2023]), Some(1.0));
    assert_eq!(of(&[2018, 2020, 2021, 2023]), Some(1.0));
    assert_eq!(of(&[2021, 2022, 2023]), None);
    assert_eq!(of(&[2017, 2021, 2022, 2023]), None);
    // Only the last five years count.
    let mut points: Vec<Dated> = (2013..2018).map(|year| (year, 500.0)).collect();
    points.extend((2018..).zip([86.6, 87.1, 87.9, 88.5, 89.2, 89.9]));
    assert!((germany::trend(&points).unwrap() - 0.66).abs() < 1e-12);
    let few = crate::case::points(&[(2021, 86.0), (2022, 87.0), (2023, 88.0)]);
    assert_eq!(assess(Rule::Germany, &level(&few)).reason, Reason::Silent(Silence::TooFew { needed: 4 }));
}

#[test]
fn german_symbols_of_what_is_to_be_held() {
    let of = |values: [f64; 4], target: f64| {
        germany::constant(&(2020..).zip(values).collect::<Vec<_>>(), target, true).unwrap().class
    };
    assert_eq!(of([1.0, 1.0, 1.0, 5.0], 5.0), germany::SUN);
    assert_eq!(of([5.0, 5.0, 5.0, 5.0], 5.0), germany::SUN);
    assert_eq!(of([7.0, 5.0, 5.0, 6.0], 5.0), germany::SUN_AND_CLOUD);
    assert_eq!(of([4.0, 4.0, 4.0, 4.0], 5.0), germany::CLOUD);
    assert_eq!(of([4.5, 4.0, 4.0, 4.0], 5.0), germany::THUNDERSTORM);
    // A target that is reached before its year goes the same way.
    let falling = points(&[(2020, 97.0), (2021, 96.0), (2022, 95.0), (2023, 94.0)]);
    let found = assess(Rule::Germany, &level(&falling));
    assert_eq!((found.class, found.verdict), (Some("sun+cloud"), Verdict::AtRisk));
    assert_eq!(own(&level(&falling)).reason, Reason::Already);
}

#[test]
fn german_symbols_of_a_direction() {
    let of = |values: [f64; 4]| germany::direction(&(2020..).zip(values).collect::<Vec<_>>(), true).unwrap().class;
    assert_eq!(of([1.0, 2.0, 3.0, 4.0]), germany::SUN);
    assert_eq!(of([1.0, 2.0, 4.0, 3.0]), germany::SUN_AND_CLOUD);
    assert_eq!(of([1.0, 2.0, 4.0, 4.0]), germany::SUN_AND_CLOUD);
    assert_eq!(of([4.0, 2.0, 2.0, 3.0]), germany::CLOUD);
    assert_eq!(of([4.0, 3.0, 3.0, 4.0]), germany::CLOUD);
    assert_eq!(of([4.0, 3.0, 2.0, 1.0]), germany::THUNDERSTORM);
}

#[test]
fn german_symbols_take_the_nearer_end_the_next_deadline_and_the_worst() {
    let values: Vec<_> = points(&[(2020, 10.0), (2021, 11.0), (2022, 12.0), (2023, 13.0)]);
    let found = assess(Rule::Germany, &case(Kind::Level, Threshold::Within(15.0, 99.0), &values));
    assert_eq!((found.class, found.target), (Some("sun"), Some(15.0)));
    let far = Case { deadline: 2030, ..case(Kind::Level, Threshold::AtLeast(15.0), &values) };
    let found = assess(Rule::Germany, &Case { next: (2024, Threshold::AtLeast(14.9)), ..far.clone() });
    assert_eq!((found.class, found.target, found.deadline), (Some("cloud"), Some(14.9), 2024));
    assert_eq!(assess(Rule::Sdsn, &Case { next: (2024, Threshold::AtLeast(14.9)), ..far }).deadline, 2030);
    assert_eq!(germany::worst(&[germany::SUN, germany::CLOUD, germany::SUN_AND_CLOUD]), Some(germany::CLOUD));
    assert_eq!(germany::worst(&[]), None);
}

#[test]
fn standing_still_is_not_the_right_direction() {
    let values: Vec<Dated> = (2020..2024).map(|year| (year, 90.0)).collect();
    assert_eq!(germany::by_year(&values, (2025, 92.0), true).unwrap().class, germany::THUNDERSTORM);
    let found = open_sdg::with_target((2020, 90.0), (2023, 90.0), (2025, 92.0), true).unwrap();
    assert_eq!((found.class, found.score), (open_sdg::LIMITED, Some(-2.5)));
    assert_eq!(sdsn::arrow((2020, 90.0), (2023, 90.0), (2025, 92.0), true).unwrap().class, sdsn::STAGNATING);
    assert_eq!(escap::rate((2020, 90.0), &values, (2025, 92.0), true).unwrap().class, escap::ACCELERATE);
}

#[test]
fn sdsn_holds_what_is_above_the_threshold() {
    // Movements above it do not count.
    assert_eq!(sdsn::arrow((2015, 99.0), (2021, 93.0), (2030, 90.0), true).unwrap().class, sdsn::ON_TRACK);
    assert_eq!(sdsn::arrow((2015, 9.0), (2021, 5.0), (2030, 5.0), false).unwrap().class, sdsn::ON_TRACK);
}

#[test]
fn escap_bounds() {
    // A fit through two points is the line through them: from 0 in 2015 over 2 × slope in 2017 to 10 × slope in 2025.
    let of = |slope: f64| {
        let points = [(2015, 0.0), (2017, 2.0 * slope)];
        escap::rate((2015, 0.0), &points, (2025, 100.0), true).unwrap().class
    };
    assert_eq!(of(10.0), escap::MAINTAIN);
    assert_eq!(of(9.0), escap::MAINTAIN);
    assert_eq!(of(8.999), escap::ACCELERATE);
    assert_eq!(of(0.0), escap::ACCELERATE);
    assert_eq!(of(-0.001), escap::REVERSE);
    assert_eq!(escap::anticipated(&[(2020, 1.0)], 2025), None);
    assert_eq!(escap::anticipated(&[(2020, 1.0), (2025, 2.0)], 2025), None);
    assert_eq!(escap::anticipated_share(&[(2020, 1.0), (2021, 100.0)], 2025, 100.0), None);
}

#[test]
fn escap_asks_whether_a_range_will_be_left() {
    let of = |values: [f64; 3]| {
        let values = points(&(2021..).zip(values).collect::<Vec<_>>());
        assess(Rule::Escap, &case(Kind::Level, Threshold::Within(40.0, 60.0), &values)).class
    };
    assert_eq!(of([50.0, 50.0, 50.0]), Some("maintain"));
    assert_eq!(of([70.0, 64.0, 58.0]), Some("maintain"));
    // Through the range, and out at its other side.
    assert_eq!(of([80.0, 69.0, 58.0]), Some("reverse"));
    assert_eq!(of([20.0, 31.0, 42.0]), Some("reverse"));
    assert_eq!(of([20.0, 21.0, 22.0]), Some("accelerate"));
}

#[test]
fn an_index_differs_between_country_province_and_city() {
    let region =
        |id: &str, level| Region { id: id.into(), parent: None, level, code: String::new(), name: Text::default() };
    let unit = |id: &str| Unit {
        id: id.into(),
        dimension: id.into(),
        factor: 1.0,
        name: Text::default(),
        pattern: Text::default(),
    };
    let (china, fujian) = (region("china", RegionLevel::Country), region("fujian", RegionLevel::Province));
    let (jinhua, quanzhou) = (region("jinhua", RegionLevel::Prefecture), region("quanzhou", RegionLevel::Prefecture));
    assert!(definitions_differ(&unit("index"), &[&quanzhou, &fujian, &china]));
    assert!(definitions_differ(&unit("分"), &[&quanzhou, &china]));
    assert!(!definitions_differ(&unit("index"), &[&quanzhou, &jinhua]));
    assert!(!definitions_differ(&unit("%"), &[&quanzhou, &fujian, &china]));
    assert!(!definitions_differ(&unit("index"), &[]));
}
