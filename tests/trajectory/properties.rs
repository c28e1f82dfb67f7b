//! What must hold for any series.

use crate::fixture::*;
use indicator_widgets::dataset::{Comparator, Dataset, Direction, Kind, Qualifier, Target};
use indicator_widgets::trajectory::{Requirement, Shape, Trajectory};
use proptest::prelude::*;
use proptest::sample::select;

const KINDS: [Kind; 6] = [Kind::Level, Kind::Cumulative, Kind::New, Kind::PerYear, Kind::GrowthRate, Kind::ChangeSince];

/// Finite, of every size, with the awkward ones more often.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -1e6..1e6f64,
        2 => select(vec![0.0, -0.0, 1.0, -100.0, 100.0, 1e-300, 1e300, f64::MAX, f64::MIN, f64::MIN_POSITIVE]),
        1 => proptest::num::f64::NORMAL,
    ]
}

fn rows() -> impl Strategy<Value = Vec<(i32, f64, Qualifier, bool)>> {
    let qualifier = select(vec![
        Qualifier::Exact,
        Qualifier::AtLeast,
        Qualifier::About,
        Qualifier::Preliminary,
        Qualifier::PartYear,
    ]);
    proptest::collection::vec((2010..2035i32, number(), qualifier, proptest::bool::weighted(0.1)), 0..12)
}

fn any_target() -> impl Strategy<Value = Target> {
    let comparator = select(vec![
        Comparator::AtLeast,
        Comparator::MoreThan,
        Comparator::AtMost,
        Comparator::About,
        Comparator::Range,
        Comparator::Stated,
    ]);
    let direction = select(vec![Direction::Higher, Direction::Lower, Direction::Range]);
    let years = (proptest::option::of(2012..2032i32), proptest::option::of(2012..2032i32), 2012..2032i32);
    (select(KINDS.to_vec()), number(), proptest::option::of(number()), comparator, direction, years).prop_map(
        |(kind, value, value_max, comparator, direction, (start, base_year, deadline))| {
            let (indicator, unit) = match kind {
                Kind::GrowthRate => ("product-growth", "%"),
                Kind::ChangeSince => ("product-change", "%"),
                _ => ("product", "万元"),
            };
            Target {
                value_max,
                comparator,
                direction,
                start,
                base_year,
                ..target(indicator, kind, value, unit, deadline)
            }
        },
    )
}

fn any_dataset() -> impl Strategy<Value = Dataset> {
    (proptest::collection::vec(any_target(), 1..4), rows()).prop_map(|(targets, rows)| {
        let mut data = with(&targets, "product", &[]);
        for (year, value, qualifier, breaks) in rows {
            let mut row = observation("product", year, value);
            row.qualifier = qualifier;
            row.break_note = breaks.then(Default::default);
            data.observations.push(row);
        }
        data
    })
}

/// Every number that comes out.
fn numbers(path: &Trajectory, asks: &Requirement) -> Vec<f64> {
    let mut all: Vec<f64> = path.points().into_iter().map(|(_, value)| value).collect();
    all.extend((2000..2040).filter_map(|year| path.value_at(year)));
    all.extend((2000..2040).filter_map(|year| path.upper_at(year)));
    all.extend(path.base.map(|base| base.value));
    for pace in [asks.from_base, asks.from_now, asks.so_far].into_iter().flatten() {
        all.push(pace.change);
        all.extend(pace.growth);
    }
    all.extend(asks.gap);
    all.extend(asks.share);
    all
}

/// The dataset with every year `by` years later.
fn shifted(data: &Dataset, by: i32) -> Dataset {
    let mut data = data.clone();
    for plan in &mut data.plans {
        plan.period_start += by;
        plan.period_end += by;
    }
    for row in &mut data.targets {
        row.deadline += by;
        row.start = row.start.map(|year| year + by);
        row.base_year = row.base_year.map(|year| year + by);
    }
    for row in &mut data.observations {
        row.year += by;
    }
    data
}

proptest! {
    #[test]
    fn every_number_is_finite_and_years_rise(data in any_dataset()) {
        for index in 0..data.targets.len() {
            let (_, path, asks) = late(&data, index);
            prop_assert!(numbers(&path, &asks).iter().all(|value| value.is_finite()), "{path:?} {asks:?}");
            prop_assert!(path.points().windows(2).all(|pair| pair[0].0 < pair[1].0));
            prop_assert!(path.steps.windows(2).all(|pair| pair[0].year < pair[1].year));
            prop_assert!(path.step(&data.targets[index].id).is_some());
            prop_assert!(path.base.is_none_or(|base| base.year < path.steps[0].year));
        }
    }

    #[test]
    fn the_path_goes_through_its_base_and_every_deadline(data in any_dataset()) {
        let (_, path, _) = late(&data, 0);
        for step in &path.steps {
            prop_assert_eq!(path.value_at(step.year), Some(step.value));
        }
        if let Some(base) = path.base {
            prop_assert_eq!(path.value_at(base.year), Some(base.value));
            prop_assert_eq!(path.points()[0], (base.year, base.value));
        }
        prop_assert_eq!(path.value_at(path.start - 1), None);
    }

    #[test]
    fn the_path_stays_between_its_ends(data in any_dataset()) {
        let (_, path, _) = late(&data, 0);
        let vertices = path.base.iter().map(|base| base.value).chain(path.steps.iter().map(|step| step.value));
        let (low, high) = vertices.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        let slack = 1e-12 * low.abs().max(high.abs());
        for (_, value) in path.points() {
            prop_assert!(value >= low - slack && value <= high + slack);
        }
    }

    #[test]
    fn the_pace_from_now_leads_to_the_deadline(data in any_dataset()) {
        let (series, path, asks) = late(&data, 0);
        let latest = series.latest();
        if let (Some(pace), Some(latest), Some(step)) = (asks.from_now, latest, path.step(&data.targets[0].id)) {
            let years = f64::from(pace.to - pace.from);
            let reached = latest.value + pace.change * years;
            // Within a rounding of the largest number there is, the product may leave the numbers; the pace has not.
            prop_assert!(!reached.is_finite() || (reached - step.value).abs() <= 1e-9 * latest.value.abs().max(step.value.abs()).max(f64::MIN_POSITIVE));
            if let Some(growth) = pace.growth.filter(|growth| *growth < 1e3) {
                let grown = latest.value * libm::pow(1.0 + growth, years);
                prop_assert!((grown - step.value).abs() <= 1e-6 * step.value.abs().max(1e-6 * latest.value), "{grown} {step:?}");
            }
            prop_assert_ne!(path.shape, Shape::Floor);
        }
    }

    #[test]
    fn years_may_all_move(data in any_dataset(), by in -40..40i32) {
        let (_, path, asks) = late(&data, 0);
        let (_, moved_path, moved_asks) = late(&shifted(&data, by), 0);
        let moved: Vec<_> = path.points().iter().map(|(year, value)| (year + by, *value)).collect();
        prop_assert_eq!(moved_path.points(), moved);
        prop_assert_eq!((asks.gap, asks.share, asks.latest_reached, asks.deadline_reached),
            (moved_asks.gap, moved_asks.share, moved_asks.latest_reached, moved_asks.deadline_reached));
        prop_assert_eq!(asks.from_now.map(|pace| (pace.change, pace.growth)), moved_asks.from_now.map(|pace| (pace.change, pace.growth)));
    }

    #[test]
    fn a_later_day_never_knows_less(data in any_dataset(), year in 2010..2040i32) {
        let (then, _, _) = on(&data, 0, day(year, 6, 1));
        let (now, _, _) = on(&data, 0, day(year + 1, 6, 1));
        if data.targets[0].kind == Kind::Level {
            prop_assert!(then.points.iter().all(|point| now.points.contains(point)));
        }
    }
}
