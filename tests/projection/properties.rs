//! What must hold for any series.

use crate::{FREE, project, sample};
use indicator_widgets::dataset::Qualifier;
use indicator_widgets::projection::{Assumption, Bounds, Goal, Interval, Method, Projection, Sample, of};
use proptest::prelude::*;
use proptest::sample::select;

/// Methods that go with the scale of the values: what they say of shifted, stretched or mirrored values is shifted,
/// stretched or mirrored too.
const EQUIVARIANT: [Method; 5] = [Method::Steady, Method::Drift, Method::Linear, Method::TheilSen, Method::Naive];

/// Four and more ordinary values, of years with gaps, in years.
fn series() -> impl Strategy<Value = Vec<Sample>> {
    let rows = proptest::collection::vec((1..4i32, -100.0..100.0f64), 4..15);
    rows.prop_map(|rows| {
        let year = |i: usize| 2000 + rows[..=i].iter().map(|(span, _)| span).sum::<i32>();
        // Tenths: as printed, and with ties.
        rows.iter().enumerate().map(|(i, (_, value))| sample(year(i), value.round() / 10.0)).collect()
    })
}

fn positive(samples: Vec<Sample>) -> Vec<Sample> {
    samples.into_iter().map(|one| Sample { value: one.value + 20.0, ..one }).collect()
}

/// Any method, the assumptions included.
fn any_method() -> impl Strategy<Value = Method> {
    let named = Method::names().map(|name| Method::parse(name).expect("a method")).collect::<Vec<_>>();
    prop_oneof![
        3 => select(named),
        1 => any_number().prop_map(|change| Method::Assumption(Assumption::Change(change))),
        1 => any_number().prop_map(|growth| Method::Assumption(Assumption::Growth(growth))),
    ]
}

/// Of every size, and what is no number.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e6..1e6f64,
        2 => -2.0..2.0f64,
        2 => select(vec![0.0, -0.0, 1.0, 100.0, 1e-300, 1e300, f64::MAX, f64::MIN, f64::MIN_POSITIVE]),
        1 => select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
        1 => proptest::num::f64::NORMAL,
    ]
}

fn any_samples() -> impl Strategy<Value = Vec<Sample>> {
    let year = prop_oneof![
        6 => 1990..2040i32,
        1 => any::<i32>(),
        1 => select(vec![i32::MIN, i32::MIN + 1, i32::MAX - 1, i32::MAX]),
    ];
    let qualifier = select(vec![
        Qualifier::Exact,
        Qualifier::AtLeast,
        Qualifier::About,
        Qualifier::Preliminary,
        Qualifier::PartYear,
    ]);
    let row = (year, any_number(), qualifier, proptest::bool::weighted(0.1));
    let row = row.prop_map(|(year, value, qualifier, breaks)| Sample { year, value, qualifier, breaks });
    proptest::collection::vec(row, 0..12)
}

fn any_bounds() -> impl Strategy<Value = Bounds> {
    let bound = || proptest::option::weighted(0.3, any_number());
    (bound(), bound(), any::<bool>()).prop_map(|(lower, upper, never_falls)| Bounds { lower, upper, never_falls })
}

/// Centre and the ends of both intervals.
fn ends(projection: &Projection, h: i32) -> [f64; 5] {
    let one = projection.at(projection.last + h).expect("a later year");
    let [inner, outer] = [one.band80, one.band95].map(|band| band.expect("a band"));
    [one.centre, inner.lower, inner.upper, outer.lower, outer.upper]
}

fn near(one: f64, other: f64, scale: f64) -> bool {
    (one - other).abs() <= 1e-9 * scale
}

fn map(samples: &[Sample], change: impl Fn(f64) -> f64) -> Vec<Sample> {
    samples.iter().map(|one| Sample { value: change(one.value), ..*one }).collect()
}

/// Whether there is a band; constant histories have none.
fn banded(projection: &Projection) -> bool {
    projection.fit.band.is_some()
}

proptest! {
    #[test]
    fn shifting_and_stretching_the_series_does_the_same_to_the_answer(
        samples in series(), by in -1000.0..1000.0f64, times in 0.001..1000.0f64, h in 1..20i32
    ) {
        for method in EQUIVARIANT {
            let plain = project(&samples, method, FREE);
            let moved = project(&map(&samples, |value| value * times + by), method, FREE);
            prop_assert_eq!(banded(&plain), banded(&moved));
            if !banded(&plain) {
                continue;
            }
            let (before, after) = (ends(&plain, h), ends(&moved, h));
            let scale = by.abs() + times * (before[4].abs() + before[3].abs() + 10.0);
            for (one, other) in before.into_iter().zip(after) {
                prop_assert!(near(one * times + by, other, scale), "{method:?}: {one} and {other}");
            }
        }
    }

    #[test]
    fn stretching_does_the_same_to_growth(samples in series(), times in 0.001..1000.0f64, h in 1..10i32) {
        let samples = positive(samples);
        let plain = ends(&project(&samples, Method::Growth, FREE), h);
        let moved = ends(&project(&map(&samples, |value| value * times), Method::Growth, FREE), h);
        for (one, other) in plain.into_iter().zip(moved) {
            prop_assert!(near(one * times, other, other.abs()), "{one} and {other}");
        }
    }

    #[test]
    fn the_other_sign_mirrors(samples in series(), target in -20.0..20.0f64, h in 1..20i32) {
        let bounds = Bounds { lower: Some(-12.0), upper: Some(15.0), never_falls: false };
        let mirrored = Bounds { lower: Some(-15.0), upper: Some(12.0), never_falls: false };
        for method in EQUIVARIANT {
            let plain = project(&samples, method, bounds);
            let other = project(&map(&samples, |value| -value), method, mirrored);
            prop_assert_eq!(banded(&plain), banded(&other));
            if !banded(&plain) {
                continue;
            }
            let [centre, lower80, upper80, lower95, upper95] = ends(&other, h);
            for (one, other) in ends(&plain, h).into_iter().zip([centre, upper80, lower80, upper95, lower95]) {
                prop_assert!(near(one, -other, 100.0), "{method:?}: {one} and {other}");
            }
            let (year, other_year) = (plain.last + h, other.last + h);
            let least = plain.probability(year, Goal::AtLeast(target)).expect("a chance");
            let most = other.probability(other_year, Goal::AtMost(-target)).expect("a chance");
            prop_assert!(near(least, most, 1.0), "{method:?}: {least} and {most}");
        }
    }

    #[test]
    fn the_order_of_the_samples_does_not_matter(
        samples in any_samples(), method in any_method(), bounds in any_bounds(), turn in 0..12usize
    ) {
        let mut other: Vec<Sample> = samples.iter().rev().copied().collect();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        prop_assert_eq!(format!("{:?}", of(&samples, method, bounds)), format!("{:?}", of(&other, method, bounds)));
    }

    #[test]
    fn intervals_nest_and_widen(samples in series(), h in 1..40i32) {
        let samples = positive(samples);
        for method in EQUIVARIANT.into_iter().chain([Method::Growth]) {
            let projection = project(&samples, method, FREE);
            if !banded(&projection) {
                continue;
            }
            let width = |lower: f64, upper: f64| if method == Method::Growth { upper / lower } else { upper - lower };
            let [centre, lower80, upper80, lower95, upper95] = ends(&projection, h);
            prop_assert!(lower95 <= lower80 && lower80 <= centre && centre <= upper80 && upper80 <= upper95);
            let later = ends(&projection, h + 1);
            let grown = 1.0 + 1e-12;
            prop_assert!(width(later[1], later[2]) * grown >= width(lower80, upper80), "{method:?}");
            prop_assert!(width(later[3], later[4]) * grown >= width(lower95, upper95), "{method:?}");
        }
    }

    #[test]
    fn probabilities_agree_with_each_other_and_with_the_intervals(
        samples in series(), one in -30.0..30.0f64, other in -30.0..30.0f64, h in 1..20i32
    ) {
        let (low, high) = (one.min(other), one.max(other));
        for method in EQUIVARIANT {
            let projection = project(&samples, method, FREE);
            if !banded(&projection) {
                continue;
            }
            let chance = |goal: Goal| projection.probability(projection.last + h, goal).expect("a chance");
            let (least, least_more) = (chance(Goal::AtLeast(low)), chance(Goal::AtLeast(high)));
            prop_assert!((0.0..=1.0).contains(&least) && least >= least_more);
            prop_assert!(chance(Goal::AtMost(low)) <= chance(Goal::AtMost(high)));
            prop_assert!(near(chance(Goal::Within(low, high)), least - least_more, 1.0));
            prop_assert!(low == high || chance(Goal::Within(high, low)) == 0.0);
            let [centre, lower80, upper80, lower95, upper95] = ends(&projection, h);
            if lower80 == upper80 {
                continue;
            }
            prop_assert!(near(least + chance(Goal::AtMost(low)), 1.0, 1.0));
            prop_assert!(near(chance(Goal::AtLeast(centre)), 0.5, 1.0));
            prop_assert!(near(chance(Goal::Within(lower80, upper80)), 0.8, 1.0));
            prop_assert!(near(chance(Goal::Within(lower95, upper95)), 0.95, 1.0));
        }
    }

    #[test]
    fn nothing_leaves_the_bounds_or_the_numbers(
        samples in any_samples(),
        method in any_method(),
        bounds in any_bounds(),
        goal in any_number(),
        year in prop_oneof![2040..2060i32, any::<i32>()]
    ) {
        let Ok(projection) = of(&samples, method, bounds) else { return Ok(()) };
        let inside = |value: f64| {
            let above = bounds.lower.filter(|bound| bound.is_finite()).is_none_or(|lower| value >= lower);
            let below = bounds.upper.filter(|bound| bound.is_finite()).is_none_or(|upper| value <= upper);
            value.is_finite() && above && below
        };
        if let Some(one) = projection.at(year) {
            prop_assert!(inside(one.centre));
            for Interval { lower, upper } in [one.band80, one.band95].into_iter().flatten() {
                prop_assert!(inside(lower) && inside(upper) && lower <= one.centre && one.centre <= upper);
            }
        }
        for goal in [Goal::AtLeast(goal), Goal::AtMost(goal), Goal::Within(goal, goal + 1.0)] {
            if let Some(chance) = projection.probability(year, goal) {
                prop_assert!((0.0..=1.0).contains(&chance));
                prop_assert!(banded(&projection) && year > projection.last);
            }
        }
    }
}
