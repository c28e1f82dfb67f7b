//! When a published value reaches a target.

use indicator_widgets::dataset::{Comparator, Direction, Kind, Qualifier};
use indicator_widgets::trajectory::Reached::{No, Unknown, Yes};
use indicator_widgets::trajectory::{Reached, Step, Threshold};

fn judge(threshold: Threshold, cases: &[(f64, Qualifier, Reached)]) {
    for (value, qualifier, expected) in cases {
        assert_eq!(threshold.reached(*value, *qualifier), *expected, "{value} {qualifier:?} against {threshold:?}");
    }
}

#[test]
fn exact_and_preliminary_figures_decide() {
    for exact in [Qualifier::Exact, Qualifier::Preliminary] {
        judge(Threshold::AtLeast(3.0), &[(2.99, exact, No), (3.0, exact, Yes), (3.01, exact, Yes)]);
        judge(Threshold::MoreThan(3.0), &[(2.99, exact, No), (3.0, exact, No), (3.01, exact, Yes)]);
        judge(Threshold::AtMost(3.0), &[(2.99, exact, Yes), (3.0, exact, Yes), (3.01, exact, No)]);
        judge(
            Threshold::Within(1.0, 2.0),
            &[(0.9, exact, No), (1.0, exact, Yes), (1.5, exact, Yes), (2.0, exact, Yes), (2.1, exact, No)],
        );
    }
}

#[test]
fn binary_fractions_do_not_tip_the_scale() {
    judge(Threshold::AtLeast(0.3), &[(0.1 + 0.1 + 0.1 - 1e-17, Qualifier::Exact, Yes)]);
    judge(Threshold::MoreThan(0.3), &[(0.1 + 0.2, Qualifier::Exact, No)]);
    judge(Threshold::AtMost(0.3), &[(0.1 + 0.2, Qualifier::Exact, Yes)]);
    judge(Threshold::AtLeast(98.0), &[(97.999_99, Qualifier::Exact, No)]);
}

#[test]
fn over_and_part_year_are_lower_bounds() {
    for bound in [Qualifier::AtLeast, Qualifier::PartYear] {
        judge(Threshold::AtLeast(1.3), &[(1.25, bound, Unknown), (1.3, bound, Yes), (1.4, bound, Yes)]);
        // Over 1.3 is more than 1.3; a part of the year that comes to 1.3 may stay there.
        let at_the_bound = if bound == Qualifier::AtLeast { Yes } else { Unknown };
        judge(Threshold::MoreThan(1.3), &[(1.2, bound, Unknown), (1.3, bound, at_the_bound), (1.4, bound, Yes)]);
        judge(Threshold::AtMost(5.0), &[(4.0, bound, Unknown), (5.0, bound, Unknown), (5.1, bound, No)]);
        judge(Threshold::Within(1.0, 2.0), &[(0.5, bound, Unknown), (1.5, bound, Unknown), (2.1, bound, No)]);
    }
}

#[test]
fn about_is_open_within_half_of_its_last_digit() {
    let about = Qualifier::About;
    judge(
        Threshold::AtLeast(1.3),
        &[
            (1.2, about, No),
            (1.26, about, No),
            (1.296, about, No),
            (1.2996, about, No),
            (1.3, about, Yes),
            (1.4, about, Yes),
        ],
    );
    // 12500 was rounded to hundreds: 12450 to 12550.
    judge(Threshold::AtLeast(12_540.0), &[(12_500.0, about, Unknown), (12_400.0, about, No), (12_600.0, about, Yes)]);
    judge(Threshold::AtMost(12_540.0), &[(12_500.0, about, Unknown), (12_600.0, about, No)]);
    // "About 100" stands for 95 to 105 at most.
    judge(Threshold::AtLeast(104.0), &[(100.0, about, Unknown)]);
    judge(Threshold::AtLeast(106.0), &[(100.0, about, No)]);
    judge(Threshold::Within(0.0, 0.0), &[(0.0, about, Yes)]);
}

#[test]
fn comparator_and_direction_make_the_threshold() {
    let mut target = crate::fixture::target("count", Kind::Level, 1.0, "家", 2025);
    let single = Step { target: target.id.clone(), year: 2025, value: 1.0, upper: None };
    let range = Step { upper: Some(2.0), ..single.clone() };
    let cases = [
        (Comparator::AtLeast, Direction::Higher, &single, Threshold::AtLeast(1.0)),
        (Comparator::MoreThan, Direction::Higher, &single, Threshold::MoreThan(1.0)),
        (Comparator::AtMost, Direction::Lower, &single, Threshold::AtMost(1.0)),
        (Comparator::Stated, Direction::Higher, &single, Threshold::AtLeast(1.0)),
        (Comparator::Stated, Direction::Lower, &single, Threshold::AtMost(1.0)),
        (Comparator::About, Direction::Higher, &single, Threshold::AtLeast(1.0)),
        (Comparator::About, Direction::Lower, &single, Threshold::AtMost(1.0)),
        (Comparator::Stated, Direction::Range, &single, Threshold::Within(1.0, 1.0)),
        (Comparator::Range, Direction::Range, &range, Threshold::Within(1.0, 2.0)),
        (Comparator::Range, Direction::Higher, &range, Threshold::AtLeast(1.0)),
        (Comparator::Range, Direction::Lower, &range, Threshold::AtMost(2.0)),
    ];
    for (comparator, direction, step, expected) in cases {
        (target.comparator, target.direction) = (comparator, direction);
        assert_eq!(Threshold::of(&target, step), expected, "{comparator:?} {direction:?}");
    }
}
