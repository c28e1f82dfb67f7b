//! Boundaries come out as they would in decimals.

use indicator_widgets::assessment::{Dated, germany, open_sdg, sdsn, unsd};
use proptest::prelude::*;

/// 0.05 = (92 - 91.92) / (92 - 90.4): in binary fractions the missing part is less than 5 % of the gap.
#[test]
fn binary_fractions_alone_would_be_wrong() {
    let projected = 90.4 + (90.4 - 86.6) / 5.0 * 2.0;
    assert!((92.0 - projected) / (92.0 - 90.4) < 0.05, "the boundary case no longer is one");
    let points: Vec<Dated> = (2018..).zip([86.6, 87.2, 88.0, 88.7, 89.5, 90.4]).collect();
    assert_eq!(germany::by_year(&points, (2025, 92.0), true).unwrap().class, germany::SUN_AND_CLOUD);
}

/// A digit more or less, and the boundary is left.
#[test]
fn next_to_the_boundary_the_digits_decide() {
    let symbol = |last: f64| {
        let points: Vec<Dated> = (2018..).zip([86.6, 87.2, 88.0, 88.7, 89.5, last]).collect();
        germany::by_year(&points, (2025, 92.0), true).unwrap().class
    };
    assert_eq!(symbol(90.400_000_1), germany::SUN);
    assert_eq!(symbol(90.399_999_9), germany::SUN_AND_CLOUD);
}

#[test]
fn growth_of_exactly_two_per_cent_is_enough() {
    // 100 × 1.02² = 104.04, and 100 × 0.98² = 96.04.
    assert_eq!(unsd::without_target((2020, 100.0), (2022, 104.04), true).unwrap().class, unsd::ON_TRACK);
    assert_eq!(unsd::without_target((2020, 100.0), (2022, 96.04), false).unwrap().class, unsd::ON_TRACK);
    assert_eq!(unsd::without_target((2020, 100.0), (2022, 104.039_999), true).unwrap().class, unsd::FAIR);
}

#[test]
fn shares_of_the_way() {
    // At the deadline the share of the way is that of the values: 95 and 10 of 100.
    let of = |now: f64| unsd::with_target((2020, 100.0), (2023, now), (2023, 200.0), true, false).unwrap().class;
    assert_eq!((of(195.0), of(194.999_999)), (unsd::ON_TRACK, unsd::FAIR));
    assert_eq!((of(110.0), of(109.999_999)), (unsd::FAIR, unsd::STAGNATION));
}

#[test]
fn shares_of_the_growth_needed() {
    // 4.75 % in a year where 5 % are needed: 0.95.
    let of = |now: f64| open_sdg::with_target((2020, 100.0), (2021, now), (2022, 110.25), true).unwrap().class;
    assert_eq!((of(104.75), of(104.749_999)), (open_sdg::SUBSTANTIAL, open_sdg::MODERATE));
    // 3 % a year where 5 % are needed: 1.03² = 1.0609, 1.05⁴ = 1.21550625.
    let now = (2022, 106.09);
    let found = open_sdg::with_target((2020, 100.0), now, (2024, 121.550_625), true).unwrap();
    assert_eq!(found.class, open_sdg::MODERATE);
}

/// A decimal of `digits` places after the point, read as it would be from a table.
fn decimal(units: i64, digits: u32) -> f64 {
    let scale = 10_i64.pow(digits);
    let sign = if units < 0 { "-" } else { "" };
    let units = units.abs();
    format!("{sign}{}.{:0width$}", units / scale, units % scale, width = digits as usize).parse().unwrap()
}

/// Germany's symbol in whole numbers: units of the last place, all multiplied out.
fn symbol(first: i64, last: i64, target: i64, ahead: i64) -> &'static str {
    let (change, gap) = (i128::from(last - first), i128::from(target - last));
    // missing = gap - change × ahead / 5, here five times that.
    let missing = 5 * gap - change * i128::from(ahead);
    match () {
        () if change <= 0 => "thunderstorm",
        () if 20 * missing < 5 * gap => "sun",
        () if 5 * missing <= 5 * gap => "sun+cloud",
        () => "cloud",
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Against whole numbers, for figures of up to eight digits, with the boundaries of 5 and 20 % hit on purpose.
    #[test]
    fn germany_as_in_whole_numbers(
        last in -99_999_999..99_999_999_i64,
        step in 1..200_000_i64,
        ahead in 1..8_i64,
        share in prop::sample::select(vec![0, 1, 4, 5, 20, 21, 50]),
        off in -1..2_i64,
        off_first in -1..2_i64,
        digits in 0..6_u32,
    ) {
        // change = 100 steps, so that missing = share % of the gap is a whole number of units where both offs are 0:
        // gap - 100 steps × ahead / 5 = share / 100 × gap, so gap = 100 × 20 × steps × ahead / (100 - share).
        let change = 100 * step * (100 - share);
        let gap = 100 * 20 * step * ahead + off;
        let (first, target) = (last - change + off_first, last + gap);
        prop_assume!(first.abs().max(target.abs()) < 10_i64.pow(10) && gap > 0);
        let mut points: Vec<Dated> = (2018..2023).map(|year| (year, decimal(first, digits))).collect();
        points.push((2023, decimal(last, digits)));
        let found = germany::by_year(&points, (2023 + ahead as i32, decimal(target, digits)), true).unwrap();
        prop_assert_eq!(found.class.name, symbol(first, last, target, ahead));
    }

    /// The same of SDSN's arrows: 100 and 50 % of the change needed.
    #[test]
    fn sdsn_as_in_whole_numbers(
        base in -9_999_999..9_999_999_i64,
        needed in 1..99_999_i64,
        years in 1..10_i64,
        more in 1..10_i64,
        half in prop::bool::ANY,
        off in -1..2_i64,
        digits in 0..6_u32,
    ) {
        // threshold - base = 2 needed × (years + more); on the boundary now - base = (1 or 2) × needed × years.
        let now = base + if half { 1 } else { 2 } * needed * years + off;
        let threshold = base + 2 * needed * (years + more);
        let (made, full) = (i128::from(now - base) * i128::from(years + more), i128::from(threshold - base) * i128::from(years));
        let expected = match () {
            () if now >= threshold || made >= full => "on_track",
            () if made < 0 => "decreasing",
            () if 2 * made >= full => "moderately_improving",
            () => "stagnating",
        };
        let found = sdsn::arrow(
            (2015, decimal(base, digits)),
            (2015 + years as i32, decimal(now, digits)),
            (2015 + (years + more) as i32, decimal(threshold, digits)),
            true,
        );
        prop_assert_eq!(found.unwrap().class.name, expected);
    }
}
