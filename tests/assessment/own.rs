//! Our own rule, where nothing is settled.

use crate::case::{case, level, outlook, own, point, points};
use indicator_widgets::assessment::{Case, Dated, Likelihood, Reason, Verdict};
use indicator_widgets::dataset::Kind::{self, ChangeSince, Cumulative, GrowthRate, Level, New};
use indicator_widgets::dataset::Qualifier::{AtLeast, Exact, PartYear};
use indicator_widgets::trajectory::Threshold;

#[test]
fn probabilities_in_the_words_of_the_ipcc() {
    use Likelihood::*;
    let rows = [
        (0.0, ExceptionallyUnlikely),
        (0.01, ExceptionallyUnlikely),
        (0.011, VeryUnlikely),
        (0.10, VeryUnlikely),
        (0.101, Unlikely),
        (0.33, Unlikely),
        (0.331, AboutAsLikelyAsNot),
        (0.659, AboutAsLikelyAsNot),
        (0.66, Likely),
        (0.899, Likely),
        (0.90, VeryLikely),
        (0.989, VeryLikely),
        (0.99, VirtuallyCertain),
        (1.0, VirtuallyCertain),
        // 0.33 and 0.66 as sums come out beside them, on the wrong side.
        ([0.03; 11].iter().sum(), Unlikely),
        (0.06 + 0.6, Likely),
    ];
    for (probability, word) in rows {
        assert_eq!(Likelihood::of(probability), Some(word), "{probability}");
    }
    for none in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(Likelihood::of(none), None);
    }
}

#[test]
fn from_four_values_the_probability_decides() {
    let points = points(&[(2018, 80.0), (2019, 81.0), (2021, 83.0), (2023, 91.0)]);
    let judge = |probability: f64, n: usize| own(&Case { outlook: outlook(probability, n), ..level(&points) });
    for (probability, verdict) in [
        (0.0, Verdict::OffTrack),
        (0.33, Verdict::OffTrack),
        (0.34, Verdict::AtRisk),
        (0.65, Verdict::AtRisk),
        (0.66, Verdict::OnTrack),
        (1.0, Verdict::OnTrack),
    ] {
        let found = judge(probability, 4);
        assert_eq!((found.verdict, found.probability), (verdict, Some(probability)), "{probability}");
    }
    assert!(judge(0.5, 7).probability_in_words_only());
    assert!(!judge(0.5, 8).probability_in_words_only());
    // Three values have no probability, whoever gives one; nor is a number outside 0 to 1 one.
    assert!(matches!(judge(0.9, 3).reason, Reason::Pace { .. }));
    assert!(matches!(judge(f64::NAN, 9).reason, Reason::Pace { .. }));
    assert_eq!(judge(1.5, 9).probability, None);
}

/// From `first` in 2021 over `now` in 2023 to a goal due in 2025: two years each, so that the ratio of the paces is that
/// of the changes.
fn by_pace(kind: Kind, goal: Threshold, first: f64, now: f64) -> (Verdict, Option<f64>) {
    let points = points(&[(2021, first), (2023, now)]);
    let found = own(&case(kind, goal, &points));
    match found.reason {
        Reason::Pace { ratio } => (found.verdict, ratio),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_pace_of_a_level_never_puts_it_on_track() {
    let goal = Threshold::AtLeast(10.0);
    for kind in [Level, ChangeSince] {
        assert_eq!(by_pace(kind, goal, 0.0, 9.0), (Verdict::AtRisk, Some(9.0)));
        assert_eq!(by_pace(kind, goal, 0.0, 5.0), (Verdict::AtRisk, Some(1.0)));
        // 3.75 of 10, 0.6 exactly; and just below.
        assert_eq!(by_pace(kind, goal, 0.0, 3.75), (Verdict::AtRisk, Some(0.6)));
        assert_eq!(by_pace(kind, goal, 0.0, 3.749).0, Verdict::OffTrack);
        assert_eq!(by_pace(kind, goal, 5.0, 5.0), (Verdict::OffTrack, Some(0.0)));
        assert_eq!(by_pace(kind, goal, 6.0, 5.0).0, Verdict::OffTrack);
    }
    // Falling targets, the same way round.
    assert_eq!(by_pace(Level, Threshold::AtMost(10.0), 20.0, 13.0).0, Verdict::AtRisk);
    assert_eq!(by_pace(Level, Threshold::AtMost(10.0), 20.0, 19.0).0, Verdict::OffTrack);
    assert_eq!(by_pace(Level, Threshold::AtMost(10.0), 20.0, 21.0).0, Verdict::OffTrack);
    // At the figure that is to be exceeded nothing is needed, but something has to move.
    assert_eq!(by_pace(Level, Threshold::MoreThan(10.0), 9.0, 10.0), (Verdict::AtRisk, None));
    assert_eq!(by_pace(Level, Threshold::MoreThan(10.0), 10.0, 10.0).0, Verdict::OffTrack);
    // Both ends of a range.
    assert_eq!(by_pace(Level, Threshold::Within(10.0, 12.0), 20.0, 15.0).0, Verdict::AtRisk);
    assert_eq!(by_pace(Level, Threshold::Within(10.0, 12.0), 2.0, 3.0).0, Verdict::OffTrack);
}

#[test]
fn the_pace_of_a_stock_does() {
    for kind in [Cumulative, New] {
        let goal = Threshold::AtLeast(100.0);
        // Of a stock from 0: 52.38 of 100 is a pace of 1.1, 44.44 one of 0.8.
        assert_eq!(by_pace(kind, goal, 0.0, 53.0).0, Verdict::OnTrack);
        assert_eq!(by_pace(kind, goal, 0.0, 52.0).0, Verdict::AtRisk);
        assert_eq!(by_pace(kind, goal, 0.0, 45.0).0, Verdict::AtRisk);
        assert_eq!(by_pace(kind, goal, 0.0, 44.0).0, Verdict::OffTrack);
        assert_eq!(by_pace(kind, goal, 44.0, 44.0).0, Verdict::OffTrack);
        // 11 in two years where 10 are needed: exactly 1.1.
        assert_eq!(by_pace(kind, goal, 79.0, 90.0).0, Verdict::OnTrack);
        // A ceiling, the other way round.
        for goal in [Threshold::AtMost(100.0), Threshold::Within(20.0, 100.0)] {
            assert_eq!(by_pace(kind, goal, 0.0, 53.0).0, Verdict::OffTrack);
            assert_eq!(by_pace(kind, goal, 0.0, 52.0).0, Verdict::AtRisk);
            assert_eq!(by_pace(kind, goal, 0.0, 45.0).0, Verdict::AtRisk);
            assert_eq!(by_pace(kind, goal, 0.0, 44.0).0, Verdict::OnTrack);
            assert_eq!(by_pace(kind, goal, 44.0, 44.0).0, Verdict::OnTrack);
        }
    }
}

#[test]
fn a_growth_rate_is_judged_by_growth() {
    // 10 % a year so far, from 121 to 146.41: 10 % a year again.
    let points = points(&[(2021, 100.0), (2023, 121.0)]);
    let case = Case { compound: true, ..case(GrowthRate, Threshold::AtLeast(146.41), &points) };
    let found = own(&case);
    let near = |found: Option<f64>| (found.unwrap() - 0.1).abs() < 1e-12;
    assert!(near(found.pace) && near(found.required_pace), "{found:?}");
    assert!(matches!(found.reason, Reason::Pace { ratio: Some(ratio) } if (ratio - 1.0).abs() < 1e-9));
}

#[test]
fn of_one_value_only_the_distance_is_known() {
    let only: Vec<_> = points(&[(2024, 2.54)]);
    let found = own(&case(Level, Threshold::AtLeast(3.0), &only));
    assert_eq!((found.verdict, found.reason), (Verdict::NotReported, Reason::OneValue));
    assert_eq!((found.value, found.pace), (Some(2.54), None));
    assert!((found.required_pace.unwrap() - 0.46).abs() < 1e-12);
    // Of an increment the period's beginning is known as well: zero.
    let base: Option<Dated> = Some((2020, 0.0));
    let found = own(&Case { base, ..case(New, Threshold::AtLeast(3.0), &only) });
    assert!(matches!(found.reason, Reason::Pace { .. }));
}

#[test]
fn values_of_another_definition_give_no_pace() {
    let mut values = points(&[(2012, 1.56), (2021, 2.26), (2024, 2.54)]);
    values[2].breaks = true;
    let found = own(&case(Level, Threshold::AtLeast(3.0), &values));
    assert_eq!((found.reason, found.n, found.value), (Reason::OneValue, 1, Some(2.54)));
}

#[test]
fn counts_of_a_part_of_a_year_give_no_pace_either() {
    let values = [point(2019, 119.0, Exact), point(2023, 416.0, Exact), point(2024, 527.0, PartYear)];
    let found = own(&case(Cumulative, Threshold::AtLeast(700.0), &values));
    assert_eq!((found.pace, found.required_pace, found.value), (Some(74.25), Some(142.0), Some(416.0)));
    assert_eq!(found.verdict, Verdict::OffTrack);
}

#[test]
fn over_a_figure_that_is_not_enough_counts_as_printed_before_the_deadline() {
    let values = [point(2021, 80.0, Exact), point(2023, 90.0, AtLeast)];
    let found = own(&level(&values));
    assert_eq!((found.pace, found.verdict), (Some(5.0), Verdict::AtRisk));
}
