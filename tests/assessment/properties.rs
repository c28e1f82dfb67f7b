//! What must hold for any case.

use crate::case::case;
use indicator_widgets::assessment::{Assessment, Case, Outlook, Rule, Verdict, by_every_rule};
use indicator_widgets::dataset::{Kind, Qualifier};
use indicator_widgets::series::{Point, Row};
use indicator_widgets::trajectory::{Reached, Threshold};
use proptest::prelude::*;
use proptest::sample::select;

const KINDS: [Kind; 6] = [Kind::Level, Kind::Cumulative, Kind::New, Kind::PerYear, Kind::GrowthRate, Kind::ChangeSince];

/// Any number at all, and the awkward ones more often.
fn number() -> impl Strategy<Value = f64> + Clone {
    let awkward =
        vec![0.0, -0.0, 1.0, 100.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];
    prop_oneof![4 => -1e3..1e3f64, 1 => select(awkward), 1 => proptest::num::f64::ANY]
}

fn any_year() -> impl Strategy<Value = i32> {
    prop_oneof![8 => 2010..2030i32, 1 => select(vec![i32::MIN, i32::MAX, 0])]
}

fn goal(number: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Threshold> {
    (0..4, number.clone(), number).prop_map(|(which, a, b)| match which {
        0 => Threshold::AtLeast(a),
        1 => Threshold::MoreThan(a),
        2 => Threshold::AtMost(a),
        _ if a <= b => Threshold::Within(a, b),
        _ => Threshold::Within(b, a),
    })
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    use Qualifier::*;
    select(vec![Exact, Exact, Exact, AtLeast, About, Preliminary, PartYear])
}

/// A case without its points.
fn frame(number: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Case<'static>> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let base = proptest::option::of((any_year(), number.clone()));
    let outlook = proptest::option::of((prop_oneof![4 => 0.0..=1.0f64, 1 => number.clone()], 0..12usize));
    let years = (any_year(), proptest::option::of(any_year()), any_year());
    (select(KINDS.to_vec()), goal(number.clone()), goal(number), years, base, flags, outlook).prop_map(
        |(kind, goal, next, (deadline, since, due), base, (over, compound, percent), outlook)| Case {
            deadline,
            over,
            base,
            floor_since: since.filter(|_| kind == Kind::PerYear),
            compound,
            next: (due, next),
            percent,
            outlook: outlook.map(|(probability, n)| Outlook { probability, n }),
            ..case(kind, goal, &[])
        },
    )
}

fn any_points() -> impl Strategy<Value = Vec<Point>> {
    let one = (any_year(), number(), qualifier(), proptest::bool::weighted(0.1));
    proptest::collection::vec(one, 0..10).prop_map(|mut points| {
        points.sort_by_key(|one| one.0);
        points.dedup_by_key(|one| one.0);
        let point = |(year, value, qualifier, breaks)| Point { year, value, qualifier, breaks, row: Row::Package(0) };
        points.into_iter().map(point).collect()
    })
}

/// Decimals of one place, of one sign: where growth is defined, and nothing lies on the edge of the numbers.
fn tame() -> impl Strategy<Value = f64> + Clone {
    (1..2000i32).prop_map(|tenths| f64::from(tenths) / 10.0)
}

/// Whole years' values up to 2023, and a deadline after them.
fn tame_case() -> impl Strategy<Value = (Case<'static>, Vec<Point>)> {
    let values = proptest::collection::vec((2012..2023i32, tame()), 1..9);
    (frame(tame()), values, tame(), 2024..2030i32).prop_map(|(case, values, last, deadline)| {
        let mut points: Vec<Point> = values
            .into_iter()
            .map(|(year, value)| Point {
                year,
                value,
                qualifier: Qualifier::Exact,
                breaks: false,
                row: Row::Package(0),
            })
            .collect();
        points.sort_by_key(|point| point.year);
        points.dedup_by_key(|point| point.year);
        points.push(Point {
            year: 2023,
            value: last,
            qualifier: Qualifier::Exact,
            breaks: false,
            row: Row::Package(0),
        });
        let base = case.base.filter(|base| (2000..2023).contains(&base.0));
        let floor_since = case.floor_since.map(|_| 2020);
        let next = (deadline, case.goal);
        (Case { deadline, next, base, floor_since, over: false, ..case }, points)
    })
}

fn rank(verdict: Verdict) -> Option<u8> {
    match verdict {
        Verdict::Missed => Some(0),
        Verdict::OffTrack => Some(1),
        Verdict::AtRisk => Some(2),
        Verdict::OnTrack => Some(3),
        Verdict::Met => Some(4),
        Verdict::NotReported => None,
    }
}

fn numbers(found: &Assessment) -> impl Iterator<Item = f64> + '_ {
    let all =
        [found.value, found.target, found.pace, found.required_pace, found.probability, found.measure, found.score];
    all.into_iter().flatten()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn nothing_panics_and_nothing_but_numbers_comes_out(case in frame(number()), points in any_points()) {
        let case = Case { points: &points, ..case };
        for found in by_every_rule(&case) {
            prop_assert!(numbers(&found).all(f64::is_finite), "{found:?}");
            prop_assert!(!found.reason.name().is_empty() && !found.verdict.name().is_empty());
        }
    }

    #[test]
    fn met_is_never_said_below_the_target(case in frame(number()), points in any_points()) {
        let case = Case { points: &points, ..case };
        for found in by_every_rule(&case).into_iter().filter(|found| found.verdict == Verdict::Met) {
            let (year, value) = (found.value_year.unwrap(), found.value.unwrap());
            let point = points.iter().find(|point| point.year == year).unwrap();
            prop_assert_eq!(case.goal.reached(value, point.qualifier), Reached::Yes, "{:?}", &found);
            prop_assert!(year <= case.deadline);
        }
    }

    #[test]
    fn missed_is_never_said_of_a_level_before_its_deadline_is_known((case, points) in tame_case()) {
        let case = Case { points: &points, ..case };
        if matches!(case.kind, Kind::Level | Kind::GrowthRate | Kind::ChangeSince) {
            for found in by_every_rule(&case) {
                prop_assert!(!matches!(found.verdict, Verdict::Missed | Verdict::Met), "{found:?}");
            }
        }
    }

    #[test]
    fn a_better_last_value_is_no_worse((case, points) in tame_case(), more in 1..500i32) {
        // Inside a range, better has no direction.
        if matches!(case.goal, Threshold::Within(..)) {
            return Ok(());
        }
        let up = if matches!(case.goal, Threshold::AtMost(_)) { -1.0 } else { 1.0 };
        let mut better = points.clone();
        let last = better.last_mut().unwrap();
        last.value += up * f64::from(more) / 10.0;
        // Growth is defined of positive values.
        if last.value <= 0.0 {
            return Ok(());
        }
        let before = by_every_rule(&Case { points: &points, ..case.clone() });
        let after = by_every_rule(&Case { points: &better, ..case.clone() });
        for (before, after) in before.iter().zip(&after) {
            if let (Some(was), Some(is)) = (rank(before.verdict), rank(after.verdict)) {
                prop_assert!(is >= was, "{before:?}\n{after:?}");
            }
        }
    }

    #[test]
    fn all_signs_reversed_the_verdicts_are_the_same((case, points) in tame_case()) {
        // 超 has no counterpart below; growth paths, counts and shares have no negatives.
        let last = points.last().unwrap().value;
        let no_counterpart = match case.goal {
            Threshold::MoreThan(_) => true,
            // Right in the middle of a range the upper end counts as the nearer.
            Threshold::Within(low, high) => (high - last - (last - low)).abs() < 1e-6,
            _ => false,
        };
        if no_counterpart || matches!(case.kind, Kind::Cumulative | Kind::New) {
            return Ok(());
        }
        let case = Case { compound: false, percent: false, ..case };
        let mirrored = |goal| match goal {
            Threshold::AtLeast(end) | Threshold::MoreThan(end) => Threshold::AtMost(-end),
            Threshold::AtMost(end) => Threshold::AtLeast(-end),
            Threshold::Within(low, high) => Threshold::Within(-high, -low),
        };
        let reversed: Vec<Point> = points.iter().map(|point| Point { value: -point.value, ..point.clone() }).collect();
        let other = Case {
            goal: mirrored(case.goal),
            next: (case.next.0, mirrored(case.next.1)),
            base: case.base.map(|(year, value)| (year, -value)),
            points: &reversed,
            ..case.clone()
        };
        let found = by_every_rule(&Case { points: &points, ..case });
        for (one, other) in found.iter().zip(&by_every_rule(&other)) {
            prop_assert_eq!((one.verdict, one.reason, one.class), (other.verdict, other.reason, other.class));
            prop_assert_eq!((one.value, one.pace), (other.value.map(|value| -value), other.pace.map(|pace| -pace)));
        }
    }

    #[test]
    fn rules_agree_where_the_answer_is_known((case, points) in tame_case()) {
        let known = Case { over: true, deadline: 2023, next: (2023, case.goal), points: &points, ..case };
        let found = by_every_rule(&known);
        prop_assert!(found.iter().all(|one| one.verdict == found[0].verdict && one.reason == found[0].reason));
    }

    #[test]
    fn only_our_own_rule_looks_at_the_probability((case, points) in tame_case(), probability in 0.0..=1.0f64) {
        let case = Case { points: &points, ..case };
        let other = Case { outlook: Some(Outlook { probability, n: 9 }), ..case.clone() };
        // A floor with nothing of its own period published is open where there is a probability.
        if case.floor_since.is_some() {
            return Ok(());
        }
        for (one, other) in by_every_rule(&case).iter().zip(&by_every_rule(&other)).skip(1) {
            prop_assert_eq!((one.rule, one.verdict, one.class), (other.rule, other.verdict, other.class));
            prop_assert!(one.rule != Rule::Own);
        }
    }
}
