//! Series as they are published: few values, gaps, breaks, parts of years, bounds, constants.

use crate::{FREE, project, sample, yearly};
use indicator_widgets::dataset::Qualifier;
use indicator_widgets::projection::{Assumption, Bounds, Goal, LeftOut, Method, Sample, Unprojectable, Unsure, of};

const EVERY: [Method; 9] = [
    Method::Auto,
    Method::Steady,
    Method::Drift,
    Method::Linear,
    Method::Growth,
    Method::TheilSen,
    Method::Naive,
    Method::Assumption(Assumption::Change(2.0)),
    Method::Assumption(Assumption::Growth(0.05)),
];

const SHARE: Bounds = Bounds { lower: Some(0.0), upper: Some(100.0), never_falls: false };
const STOCK: Bounds = Bounds { lower: Some(0.0), upper: None, never_falls: true };

#[test]
fn below_two_values_there_is_no_projection() {
    for method in EVERY {
        for values in [&[][..], &[3.0]] {
            let n = values.len();
            let none = Unprojectable::TooFew { n, left_out: LeftOut::default() };
            assert_eq!(of(&yearly(values), method, FREE), Err(none));
        }
    }
}

#[test]
fn below_four_values_there_is_a_centre_alone() {
    for method in EVERY {
        for values in [&[3.0, 4.0][..], &[3.0, 4.5, 4.0]] {
            let projection = project(&yearly(values), method, FREE);
            let last = projection.last;
            let forecast = projection.at(last + 2).expect("a centre");
            assert!(forecast.centre.is_finite());
            assert_eq!((forecast.band80, forecast.band95), (None, None), "{method:?}");
            assert_eq!(projection.probability(last + 2, Goal::AtLeast(0.0)), None, "{method:?}");
        }
        let projection = project(&yearly(&[3.0, 4.5, 4.0, 5.0]), method, FREE);
        assert!(projection.at(2020).expect("a centre").band95.is_some(), "{method:?}");
    }
}

#[test]
fn auto_is_steady_from_four_values_and_drift_before() {
    let three = project(&yearly(&[1.0, 2.0, 4.0]), Method::Auto, FREE);
    assert_eq!((three.method, three.n, three.first, three.last), (Method::Drift, 3, 2015, 2017));
    assert_eq!(three.at(2018).map(|one| one.centre), Some(5.5));
    assert_eq!(project(&yearly(&[1.0, 2.0, 4.0]), Method::Steady, FREE), three);
    let four = project(&yearly(&[1.0, 2.0, 4.0, 5.0]), Method::Auto, FREE);
    assert_eq!(four.method, Method::Steady);
}

#[test]
fn only_what_follows_the_last_break_counts() {
    let mut samples = yearly(&[900.0, 1.0, 2.0, 3.0, 800.0, 5.0, 5.5, 7.0, 8.0]);
    samples[1].breaks = true;
    samples[5].breaks = true;
    for method in EVERY {
        let whole = project(&samples, method, FREE);
        let part = project(&samples[5..], method, FREE);
        assert_eq!(whole.left_out, LeftOut { before_break: 5, ..LeftOut::default() });
        assert_eq!((whole.n, whole.first), (4, 2020));
        assert_eq!(whole.fit, part.fit);
    }
}

#[test]
fn a_break_in_a_row_that_does_not_count_is_a_break_all_the_same() {
    for (value, qualifier) in [(5.0, Qualifier::PartYear), (f64::NAN, Qualifier::Exact)] {
        let broken = Sample { year: 2019, value, qualifier, breaks: true };
        let samples: Vec<Sample> = yearly(&[1.0, 2.0, 3.0, 4.0]).into_iter().chain([broken]).collect();
        let Err(Unprojectable::TooFew { n: 0, left_out }) = of(&samples, Method::Auto, FREE) else {
            panic!("nothing follows the break")
        };
        assert_eq!((left_out.before_break, left_out.part_year + left_out.not_finite), (4, 1));
    }
}

#[test]
fn a_part_of_a_year_is_never_a_years_value() {
    let mut samples = yearly(&[1.0, 2.0, 3.0, 4.0, 2.0]);
    samples[4].qualifier = Qualifier::PartYear;
    let projection = project(&samples, Method::Auto, FREE);
    assert_eq!((projection.n, projection.last, projection.left_out.part_year), (4, 2018, 1));
    assert_eq!(projection.fit, project(&samples[..4], Method::Auto, FREE).fit);
    // The year's own value may stand beside its part.
    samples.push(sample(2019, 5.0));
    assert_eq!(project(&samples, Method::Auto, FREE).last, 2019);
}

#[test]
fn what_is_no_number_is_left_out() {
    let mut samples = yearly(&[1.0, f64::NAN, 3.0, 4.0, f64::INFINITY, 6.0, f64::NEG_INFINITY]);
    let projection = project(&samples, Method::Linear, FREE);
    assert_eq!((projection.n, projection.last, projection.left_out.not_finite), (4, 2020, 3));
    samples.retain(|sample| sample.value.is_finite());
    assert_eq!(projection.fit, project(&samples, Method::Linear, FREE).fit);
}

#[test]
fn a_year_that_comes_twice_is_refused() {
    let mut samples = yearly(&[1.0, 2.0, 3.0, 4.0, 5.0]);
    samples.extend([sample(2018, 4.5), sample(2016, 2.5)]);
    assert_eq!(of(&samples, Method::Auto, FREE), Err(Unprojectable::Twice { year: 2016 }));
    // Before a break it does not matter.
    samples[4].breaks = true;
    samples.push(sample(2020, 6.0));
    assert_eq!(project(&samples, Method::Auto, FREE).n, 2);
}

#[test]
fn missing_years_are_spans_not_steps() {
    // 2 a year throughout, seen in 2012, 2015, 2016, 2020 and 2021.
    let samples = [2012, 2015, 2016, 2020, 2021].map(|year| sample(year, 2.0 * f64::from(year - 2000)));
    for method in [Method::Steady, Method::Drift, Method::Linear, Method::TheilSen] {
        let projection = project(&samples, method, FREE);
        let centre = projection.at(2023).expect("a later year").centre;
        assert!((centre - 46.0).abs() < 1e-12, "{method:?}: {centre}");
    }
}

#[test]
fn only_later_years_are_projected() {
    let projection = project(&yearly(&[1.0, 2.0, 4.0, 5.0]), Method::Auto, FREE);
    for year in [i32::MIN, 0, 2015, 2018] {
        assert_eq!(projection.at(year), None);
        assert_eq!(projection.probability(year, Goal::AtLeast(1.0)), None);
    }
    assert!(projection.at(2019).is_some());
}

#[test]
fn growth_is_of_positive_values() {
    for values in [[1.0, 2.0, 0.0, 4.0], [1.0, -2.0, 3.0, 4.0]] {
        assert_eq!(of(&yearly(&values), Method::Growth, FREE), Err(Unprojectable::NotPositive));
    }
    let falling = Method::Assumption(Assumption::Growth(0.05));
    assert_eq!(of(&yearly(&[3.0, 2.0, -1.0]), falling, FREE), Err(Unprojectable::NotPositive));
    assert!(of(&yearly(&[-3.0, 2.0, 1.0]), falling, FREE).is_ok());
}

#[test]
fn an_assumption_leads_where_it_says_with_the_band_of_steady() {
    let samples = yearly(&[40.0, 44.0, 43.0, 47.0, 50.0]);
    let steady = project(&samples, Method::Steady, FREE);
    let centre = |own: Assumption, year: i32| {
        let projection = project(&samples, Method::Assumption(own), FREE);
        assert_eq!(projection.fit.band, steady.fit.band);
        assert_eq!(projection.method, Method::Assumption(own));
        projection.at(year).expect("a later year").centre
    };
    assert_eq!(centre(Assumption::Change(-3.0), 2021), 44.0);
    assert!((centre(Assumption::Growth(0.1), 2021) - 50.0 * 1.21).abs() < 1e-12);
    assert!((centre(Assumption::Growth(-0.5), 2021) - 12.5).abs() < 1e-12);
}

#[test]
fn an_assumption_that_says_nothing_is_refused() {
    let samples = yearly(&[40.0, 44.0, 43.0, 47.0]);
    let none = [Assumption::Change(f64::NAN), Assumption::Change(f64::INFINITY), Assumption::Growth(f64::NAN)];
    let nothing_left = [Assumption::Growth(-1.0), Assumption::Growth(-2.0), Assumption::Growth(f64::INFINITY)];
    for own in none.into_iter().chain(nothing_left) {
        assert_eq!(of(&samples, Method::Assumption(own), FREE), Err(Unprojectable::Assumption));
    }
}

#[test]
fn bounds_that_contradict_are_refused_and_infinite_ones_are_none() {
    let samples = yearly(&[40.0, 44.0, 43.0, 47.0]);
    let wrong = Bounds { lower: Some(2.0), upper: Some(1.0), never_falls: false };
    assert_eq!(of(&samples, Method::Auto, wrong), Err(Unprojectable::Bounds));
    for none in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let bounds = Bounds { lower: Some(none), upper: Some(none), never_falls: false };
        assert_eq!(of(&samples, Method::Auto, bounds), of(&samples, Method::Auto, FREE));
    }
}

#[test]
fn a_share_stays_a_share() {
    let samples = yearly(&[88.0, 92.0, 94.0, 98.0, 99.5]);
    for method in EVERY {
        let projection = project(&samples, method, SHARE);
        for year in 2020..2040 {
            let one = projection.at(year).expect("a later year");
            let band = one.band95.expect("a band");
            assert!(0.0 <= band.lower && band.lower <= one.centre, "{method:?} {year}");
            assert!(one.centre <= band.upper && band.upper <= 100.0, "{method:?} {year}");
        }
        let chance = |goal: Goal| projection.probability(2022, goal).expect("a chance");
        assert_eq!(chance(Goal::AtLeast(100.5)), 0.0);
        assert_eq!(chance(Goal::AtMost(100.0)), 1.0);
        assert_eq!(chance(Goal::AtLeast(0.0)), 1.0);
        assert_eq!(chance(Goal::AtMost(-0.5)), 0.0);
        assert_eq!(chance(Goal::Within(0.0, 100.0)), 1.0);
        // All that lies beyond the bound lies on it.
        let all = chance(Goal::AtLeast(100.0));
        assert!(all > 0.0 && all < 1.0, "{method:?}: {all}");
        assert!((chance(Goal::Within(100.0, 100.0)) - all).abs() < 1e-15);
    }
}

#[test]
fn a_value_beyond_its_bound_leads_back_to_it() {
    // 101 % of a share: faulty, but no reason to leave the bounds or the numbers.
    for method in EVERY {
        let projection = project(&yearly(&[97.0, 98.0, 99.0, 101.0]), method, SHARE);
        let one = projection.at(2020).expect("a later year");
        assert!(one.centre <= 100.0 && one.band80.expect("a band").upper <= 100.0, "{method:?}");
    }
    // What goes on from the last value goes on from the bound.
    let falling = yearly(&[104.0, 103.5, 102.0, 101.5]);
    let projection = project(&falling, Method::Drift, SHARE);
    assert_eq!(projection.fit.level, 100.0);
    assert!(projection.at(2019).expect("a later year").centre < 99.2);
}

#[test]
fn the_walk_of_missing_years_is_the_textbooks_seen_seldom() {
    // Changes of 3, 5 and 4 over 1, 2 and 2 years: 12 in 5 years, 2.4 a year.
    let samples = [(2010, 1.0), (2011, 4.0), (2013, 9.0), (2015, 13.0)].map(|(year, value)| sample(year, value));
    let drift = project(&samples, Method::Drift, FREE).fit;
    assert!((drift.step - 2.4).abs() < 1e-12);
    // 0.6² / 1 + 0.2² / 2 + 0.8² / 2 over two degrees of freedom is 0.35.
    let [constant, linear, square] = drift.band.expect("a band").variance;
    assert!(constant == 0.0 && (linear - 0.35).abs() < 1e-12 && (square - 0.35 / 5.0).abs() < 1e-12);
    // 3² / 1 + 5² / 2 + 4² / 2 over three is 29.5 / 3.
    let naive = project(&samples, Method::Naive, FREE).fit.band.expect("a band");
    assert!((naive.variance[1] - 29.5 / 3.0).abs() < 1e-12 && naive.variance[2] == 0.0);
}

#[test]
fn a_stock_never_falls() {
    let samples = yearly(&[10.0, 14.0, 13.0, 19.0, 18.0]);
    let falls = Method::Assumption(Assumption::Change(-2.0));
    for method in EVERY.into_iter().chain([falls]) {
        let projection = project(&samples, method, STOCK);
        for year in [2020, 2025, 2050] {
            let one = projection.at(year).expect("a later year");
            assert!(one.centre >= 18.0 && one.band95.expect("a band").lower >= 18.0, "{method:?}");
            assert_eq!(projection.probability(year, Goal::AtLeast(18.0)), Some(1.0));
            assert_eq!(projection.probability(year, Goal::AtMost(17.0)), Some(0.0));
        }
    }
    // Not even where the bound above says that the last value is too much.
    let full = Bounds { upper: Some(15.0), ..STOCK };
    assert_eq!(project(&samples, Method::Linear, full).at(2020).map(|one| one.centre), Some(15.0));
}

#[test]
fn years_at_the_ends_of_the_calendar_do_not_overflow() {
    let samples = [sample(i32::MIN, 1.0), sample(-5, 2.0), sample(7, 3.5), sample(2000, 4.0), sample(2001, 5.0)];
    for method in EVERY {
        let projection = project(&samples, method, FREE);
        if let Some(one) = projection.at(i32::MAX) {
            assert!(one.centre.is_finite());
        }
        assert!(projection.at(2002).expect("a later year").centre.is_finite());
    }
    let last = [sample(2000, 1.0), sample(i32::MAX, 2.0)];
    assert_eq!(project(&last, Method::Auto, FREE).at(i32::MAX), None);
}

#[test]
fn numbers_too_large_for_squares_are_refused() {
    let samples = yearly(&[1e300, -1e300, 1e308, -1e308, 1e200]);
    for method in [Method::Steady, Method::Drift, Method::Linear, Method::TheilSen, Method::Naive] {
        assert_eq!(of(&samples, method, FREE), Err(Unprojectable::Overflow), "{method:?}");
    }
    let huge = Method::Assumption(Assumption::Growth(1e6));
    let projection = project(&yearly(&[1.0, 2.0, 3.0, 5.0]), huge, FREE);
    assert_eq!(projection.at(3000), None);
}

#[test]
fn without_a_step_the_course_stays_where_it_is() {
    // Up and down alike: the step is exactly zero, and neither bound draws.
    let projection = project(&yearly(&[4.0, 6.0, 4.0, 6.0, 4.0]), Method::Steady, SHARE);
    assert_eq!(projection.fit.step, 0.0);
    assert_eq!(projection.at(2025).map(|one| one.centre), Some(4.0));
}

#[test]
fn towards_a_bound_the_course_slows_and_never_arrives() {
    let projection = project(&yearly(&[80.0, 85.0, 90.0, 95.0]), Method::Steady, SHARE);
    let free = project(&yearly(&[80.0, 85.0, 90.0, 95.0]), Method::Steady, FREE);
    let centres: Vec<f64> = (2019..2030).filter_map(|year| projection.at(year)).map(|one| one.centre).collect();
    assert_eq!(projection.fit.step, free.fit.step);
    for (pair, year) in centres.windows(2).zip(2019..) {
        assert!(pair[0] < pair[1] && pair[1] < 100.0);
        assert!(pair[0] < free.at(year).expect("a later year").centre);
    }
}

#[test]
fn values_that_never_moved_say_nothing_of_how_far_they_may() {
    for method in EVERY {
        let projection = project(&yearly(&[98.6; 6]), method, SHARE);
        assert_eq!(projection.unsure, Some(Unsure::Unmoved), "{method:?}");
        let one = projection.at(2023).expect("a centre");
        assert_eq!((one.band80, one.band95), (None, None));
        assert_eq!(projection.probability(2023, Goal::AtMost(99.0)), None);
        if !matches!(method, Method::Assumption(_)) {
            assert!((one.centre - 98.6).abs() < 1e-12, "{method:?}");
        }
    }
    // Sums of 0.1 differ in their last bits: that is no movement.
    let noise = [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.3];
    assert_eq!(project(&yearly(&noise), Method::Auto, FREE).unsure, Some(Unsure::Unmoved));
    let moved = project(&yearly(&[98.6, 98.6, 98.6, 98.7]), Method::Auto, SHARE);
    assert_eq!(moved.unsure, None);
}

#[test]
fn over_is_taken_for_the_middle_of_what_it_can_mean() {
    let last = |value: f64, qualifier: Qualifier, bounds: Bounds| {
        let mut samples = yearly(&[1.0, 2.0, 3.0, value]);
        samples[3].qualifier = qualifier;
        project(&samples, Method::Naive, bounds).at(2019).expect("a centre").centre
    };
    // Half of the last digit, never coarser than the second.
    for (value, taken) in [(12.0, 12.5), (10_000.0, 10_500.0), (17_100.0, 17_150.0), (1.25, 1.255), (-3.4, -3.35)] {
        assert!((last(value, Qualifier::AtLeast, FREE) - taken).abs() < 1e-12 * taken.abs(), "{value}");
        assert_eq!(last(value, Qualifier::About, FREE), value);
        assert_eq!(last(value, Qualifier::Preliminary, FREE), value);
    }
    assert_eq!(last(0.0, Qualifier::AtLeast, FREE), 0.0);
    // But not beyond the bound: at a share "over 99" with nothing above 99.2, 99.2 is fitted.
    let bounds = Bounds { upper: Some(99.2), ..FREE };
    let mut over = yearly(&[96.0, 97.0, 99.0]);
    over[2].qualifier = Qualifier::AtLeast;
    let exact = yearly(&[96.0, 97.0, 99.2]);
    assert_eq!(project(&over, Method::Linear, bounds).fit, project(&exact, Method::Linear, bounds).fit);
}

#[test]
fn a_rounded_last_value_widens_the_band() {
    let mut samples = yearly(&[7_000.0, 8_300.0, 9_100.0, 10_000.0]);
    let width = |samples: &[Sample]| {
        let band = project(samples, Method::Steady, FREE).at(2019).and_then(|one| one.band80).expect("a band");
        band.upper - band.lower
    };
    let exact = width(&samples);
    samples[3].qualifier = Qualifier::About;
    assert!(width(&samples) > exact);
    // Only the last one's: the course sets out from it.
    samples[3].qualifier = Qualifier::Exact;
    samples[1].qualifier = Qualifier::About;
    assert_eq!(width(&samples), exact);
}
