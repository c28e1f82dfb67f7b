//! What is known settles the verdict, by every rule alike.

use crate::case::{case, level, outlook, own, point, points};
use indicator_widgets::assessment::{Case, Likelihood, Reason, Rule, Verdict, assess, by_every_rule};
use indicator_widgets::dataset::Kind::{Cumulative, GrowthRate, Level, New, PerYear};
use indicator_widgets::dataset::Qualifier::{self, About, AtLeast, Exact, PartYear, Preliminary};
use indicator_widgets::series::Point;
use indicator_widgets::trajectory::Threshold;

/// The verdict and reason that every rule gives.
fn all(case: &Case<'_>) -> (Verdict, Reason) {
    let found = by_every_rule(case).map(|one| (one.verdict, one.reason, one.value, one.value_year));
    assert!(found.iter().all(|one| *one == found[0]), "{found:?}");
    (found[0].0, found[0].1)
}

#[test]
fn after_the_deadline_the_deadline_years_value_decides() {
    let judge = |value: f64, qualifier: Qualifier, goal: Threshold| {
        let points = [point(2020, 86.0, Exact), point(2025, value, qualifier), point(2026, 200.0, Exact)];
        all(&Case { over: true, ..case(Level, goal, &points) })
    };
    let (met, missed) = ((Verdict::Met, Reason::Reached), (Verdict::Missed, Reason::NotReached));
    let unclear = (Verdict::NotReported, Reason::Unclear);
    let floor = Threshold::AtLeast(92.0);
    assert_eq!(judge(92.0, Exact, floor), met);
    assert_eq!(judge(91.99, Exact, floor), missed);
    assert_eq!(judge(92.0, Preliminary, floor), met);
    assert_eq!(judge(92.0, Exact, Threshold::MoreThan(92.0)), missed);
    // "Over 1.25" against 1.2 is met, against 1.3 not known.
    assert_eq!(judge(1.25, AtLeast, Threshold::AtLeast(1.2)), met);
    assert_eq!(judge(1.25, AtLeast, Threshold::AtLeast(1.3)), unclear);
    // Mirrored where less is better: "over 1.25" never keeps a ceiling of 1.3, and breaks one of 1.2.
    assert_eq!(judge(1.25, AtLeast, Threshold::AtMost(1.3)), unclear);
    assert_eq!(judge(1.25, AtLeast, Threshold::AtMost(1.2)), missed);
    assert_eq!(judge(12_500.0, About, Threshold::AtLeast(12_540.0)), unclear);
    assert_eq!(judge(91.0, PartYear, floor), unclear);
    assert_eq!(judge(93.0, PartYear, floor), met);
    assert_eq!(judge(1.5, Exact, Threshold::Within(1.0, 2.0)), met);
    assert_eq!(judge(2.5, Exact, Threshold::Within(1.0, 2.0)), missed);
}

#[test]
fn after_the_deadline_without_its_value_nothing_is_known() {
    let unpublished = (Verdict::NotReported, Reason::Unpublished);
    for kind in [Level, Cumulative, New, GrowthRate] {
        let before = points(&[(2021, 86.0), (2023, 89.0)]);
        assert_eq!(all(&Case { over: true, ..case(kind, Threshold::AtLeast(92.0), &before) }), unpublished);
    }
    // A later value stands in, and is marked; it is no verdict on the deadline's year, above or below.
    for later in [86.9, 99.0] {
        let points = points(&[(2024, 89.0), (2027, later)]);
        let case = Case { over: true, ..level(&points) };
        assert_eq!(all(&case), unpublished);
        // A value of a later year says by itself that the deadline is over.
        assert_eq!(all(&level(&points)), unpublished);
        let found = own(&case);
        assert_eq!((found.value, found.value_year, found.stands_in()), (Some(later), Some(2027), true));
    }
}

#[test]
fn after_the_deadline_the_probability_is_still_told() {
    let points = points(&[(2019, 128.0), (2020, 165.0), (2021, 199.0), (2023, 246.0)]);
    let case = Case { over: true, outlook: outlook(0.8, 4), ..case(Level, Threshold::AtLeast(250.0), &points) };
    let found = own(&case);
    assert_eq!((found.verdict, found.reason), (Verdict::NotReported, Reason::Unpublished));
    assert_eq!((found.likelihood(), found.stands_in()), (Some(Likelihood::Likely), false));
    // And the published rules keep their class.
    assert_eq!(assess(Rule::Sdsn, &case).class, Some("on_track"));
}

#[test]
fn without_a_value_there_is_no_verdict() {
    let nothing = (Verdict::NotReported, Reason::NoValue);
    assert_eq!(all(&level(&[])), nothing);
    assert_eq!(all(&Case { over: true, ..level(&[]) }), nothing);
    assert_eq!(all(&level(&[point(2025, f64::NAN, Exact)])), nothing);
    let known = points(&[(2023, 89.0)]);
    assert_eq!(all(&case(Level, Threshold::AtLeast(f64::NAN), &known)), nothing);
    assert_eq!(own(&level(&[])).target, Some(92.0));
}

#[test]
fn a_stock_that_is_there_is_met_and_a_level_is_on_track() {
    let points = points(&[(2022, 86.0), (2023, 93.0)]);
    let goal = Threshold::AtLeast(92.0);
    for kind in [Cumulative, New] {
        assert_eq!(all(&case(kind, goal, &points)), (Verdict::Met, Reason::ReachedForGood));
        // And stays so when the deadline passes without a value; but a later value was not there in time.
        let over = Case { over: true, ..case(kind, goal, &points) };
        assert_eq!(all(&over), (Verdict::Met, Reason::ReachedForGood));
        let late = crate::case::points(&[(2023, 86.0), (2026, 93.0)]);
        let over = Case { over: true, ..case(kind, goal, &late) };
        assert_eq!(all(&over), (Verdict::NotReported, Reason::Unpublished));
    }
    for kind in [Level, GrowthRate] {
        let found = own(&Case { outlook: outlook(0.1, 5), ..case(kind, goal, &points) });
        assert_eq!((found.verdict, found.reason), (Verdict::OnTrack, Reason::Already));
        assert_eq!((found.value, found.required_pace), (Some(93.0), None));
    }
    // A published rule may say "achieved", which for a level is not for good either.
    let found = assess(Rule::OpenSdg, &level(&points));
    assert_eq!((found.verdict, found.class), (Verdict::OnTrack, Some("target_achieved")));
}

#[test]
fn a_count_that_goes_on_settles_only_what_it_reaches() {
    let of = |value: f64| [point(2023, 50.0, Exact), point(2025, value, PartYear)];
    let goal = Threshold::AtLeast(92.0);
    assert_eq!(all(&case(New, goal, &of(92.0))), (Verdict::Met, Reason::ReachedForGood));
    let open = of(91.0);
    assert!(matches!(own(&case(New, goal, &open)).reason, Reason::OneValue));
    assert_eq!(all(&Case { over: true, ..case(New, goal, &open) }), (Verdict::NotReported, Reason::Unclear));
    // A level's part of a year reaches the target: it is there already, and the value shown is that one.
    let found = own(&level(&of(93.0)));
    assert_eq!((found.reason, found.value_year), (Reason::Already, Some(2025)));
}

#[test]
fn a_stock_beyond_its_ceiling_is_missed_at_once() {
    let points = points(&[(2022, 40.0), (2023, 51.0)]);
    for goal in [Threshold::AtMost(50.0), Threshold::Within(10.0, 50.0)] {
        assert_eq!(all(&case(New, goal, &points)), (Verdict::Missed, Reason::Exceeded));
        // A level can come back.
        assert_eq!(own(&case(Level, goal, &points)).verdict, Verdict::OffTrack);
    }
    // Below its floor a stock is on its way, and below its ceiling not yet through.
    assert_ne!(own(&case(New, Threshold::Within(60.0, 90.0), &points)).reason, Reason::Exceeded);
    assert_ne!(own(&case(New, Threshold::AtMost(60.0), &points)).verdict, Verdict::Met);
}

fn floor(points: &[Point], over: bool) -> Case<'_> {
    Case { floor_since: Some(2023), base: None, over, ..case(PerYear, Threshold::AtLeast(1000.0), points) }
}

#[test]
fn a_floor_is_due_every_year() {
    let kept = points(&[(2022, 10.0), (2023, 1000.0), (2024, 1200.0), (2025, 1001.0)]);
    assert_eq!(all(&floor(&kept, true)), (Verdict::Met, Reason::FloorKept { years: 3 }));
    let broken = points(&[(2023, 1000.0), (2024, 999.0), (2025, 2000.0)]);
    for over in [true, false] {
        assert_eq!(all(&floor(&broken, over)), (Verdict::Missed, Reason::FloorBroken { year: 2024 }));
        assert_eq!(own(&floor(&broken, over)).value_year, Some(2024));
    }
    let some = points(&[(2023, 1000.0), (2025, 1001.0)]);
    let missing = (Verdict::NotReported, Reason::FloorUnpublished { known: 2, due: 3 });
    assert_eq!(all(&floor(&some, true)), missing);
    let unclear = [point(2023, 1000.0, Exact), point(2024, 900.0, AtLeast), point(2025, 1001.0, Exact)];
    assert_eq!(all(&floor(&unclear, true)), missing);
    // Nothing of the period is published: what was before it does not tell.
    let before = points(&[(2021, 2000.0), (2022, 2000.0)]);
    assert_eq!(all(&floor(&before, false)), (Verdict::NotReported, Reason::FloorUnpublished { known: 0, due: 3 }));
}

#[test]
fn a_floor_kept_so_far_is_open() {
    let points = points(&[(2021, 900.0), (2022, 900.0), (2023, 1000.0), (2024, 1100.0)]);
    let case = floor(&points, false);
    let found = own(&case);
    assert_eq!((found.verdict, found.reason), (Verdict::OnTrack, Reason::FloorKeptSoFar { years: 2 }));
    assert_eq!((found.pace, found.required_pace), (None, None));
    let found = own(&Case { outlook: outlook(0.5, 4), ..case.clone() });
    assert_eq!((found.verdict, found.reason), (Verdict::AtRisk, Reason::Likelihood(Likelihood::AboutAsLikelyAsNot)));
    assert_eq!(assess(Rule::Germany, &case).class, Some("sun"));
    assert_eq!(assess(Rule::Unsd, &case).reason.name(), "silent");
}
