//! Looking back: what a method would have said, and what came.

#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

use indicator_widgets::backtest::{self, Untestable};
use indicator_widgets::dataset::{Date, Qualifier, embedded};
use indicator_widgets::projection::{self, Bounds, Method, Sample, Unprojectable};
use indicator_widgets::series::{Point, Series};
use proptest::prelude::*;

fn samples(first: i32, values: &[f64]) -> Vec<Sample> {
    let sample =
        |(year, value): (i32, &f64)| Sample { year, value: *value, qualifier: Qualifier::Exact, breaks: false };
    (first..).zip(values).map(sample).collect()
}

const SERIES: [f64; 8] = [86.0, 86.6, 87.1, 87.9, 88.5, 89.2, 89.9, 90.6];

#[test]
fn three_years_ago_only_what_was_known_then_counts() {
    let all = samples(2016, &SERIES);
    let trial = backtest::of(&all, Method::Linear, Bounds::default(), 3).unwrap();
    let then = projection::of(&samples(2016, &SERIES[..5]), Method::Linear, Bounds::default()).unwrap();
    assert_eq!(trial.projection, then);
    assert_eq!((trial.projection.last, trial.projection.n, trial.forecast.year), (2020, 5, 2023));
    assert_eq!(trial.forecast, then.at(2023).unwrap());
    assert_eq!(trial.outcome.value, 90.6);
    let band = trial.forecast.band80.unwrap();
    assert_eq!(trial.inside80, Some(band.lower <= 90.6 && 90.6 <= band.upper));
}

#[test]
fn outside_and_inside() {
    let mut all = samples(2016, &SERIES);
    for (value, inside) in [(90.4, true), (60.0, false), (120.0, false)] {
        all.last_mut().unwrap().value = value;
        let trial = backtest::of(&all, Method::Steady, Bounds::default(), 3).unwrap();
        assert_eq!((trial.inside80, trial.inside95), (Some(inside), Some(inside)), "{value}");
    }
    // Of "over X" it is known only that it is too much.
    let last = all.last_mut().unwrap();
    last.qualifier = Qualifier::AtLeast;
    assert_eq!(backtest::of(&all, Method::Steady, Bounds::default(), 3).unwrap().inside80, Some(false));
    for value in [60.0, 90.4] {
        all.last_mut().unwrap().value = value;
        assert_eq!(backtest::of(&all, Method::Steady, Bounds::default(), 3).unwrap().inside80, None);
    }
}

#[test]
fn every_origin_with_four_values_before_it() {
    let years = |samples: &[Sample]| {
        let trials = backtest::of_every_origin(samples, Method::Auto, Bounds::default());
        trials.iter().map(|trial| (trial.projection.last, trial.projection.n)).collect::<Vec<_>>()
    };
    let all = samples(2016, &SERIES);
    assert_eq!(years(&all), [(2022, 7), (2021, 6), (2020, 5), (2019, 4)]);
    // A missing year is no origin, and the order does not matter.
    let mut gappy = all.clone();
    gappy.remove(5);
    gappy.reverse();
    assert_eq!(years(&gappy), [(2022, 6), (2020, 5), (2019, 4)]);
    assert_eq!(backtest::of(&gappy, Method::Auto, Bounds::default(), 2).unwrap().projection.last, 2020);
    assert_eq!(years(&all[..4]), []);
    assert_eq!(years(&[]), []);
}

#[test]
fn why_not() {
    let of = |samples: &[Sample], years| backtest::of(samples, Method::Auto, Bounds::default(), years).unwrap_err();
    let all = samples(2016, &SERIES);
    assert_eq!(of(&[], 3), Untestable::NoValue);
    assert_eq!(of(&all[..6], 3), Untestable::TooFew { n: 3 });
    assert_eq!(of(&all[..2], 1), Untestable::TooFew { n: 1 });
    let mut broken = all.clone();
    broken[6].breaks = true;
    assert_eq!(of(&broken, 3), Untestable::Redefined { year: 2022 });
    // A break before does not matter but for the values before it.
    broken[6].breaks = false;
    broken[1].breaks = true;
    assert_eq!(backtest::of(&broken, Method::Auto, Bounds::default(), 3).unwrap().projection.n, 4);
    let mut twice = all.clone();
    twice.push(all[2]);
    assert_eq!(of(&twice, 3), Untestable::Unprojectable(Unprojectable::Twice { year: 2018 }));
    // A part of a year is no outcome.
    let mut part = all;
    part.last_mut().unwrap().qualifier = Qualifier::PartYear;
    assert_eq!(backtest::of(&part, Method::Auto, Bounds::default(), 2).unwrap().outcome.year, 2022);
}

#[test]
fn the_national_intensity_of_research() {
    let data = embedded().unwrap();
    let series = Series::of(&data, "rd-intensity", "china", Date { year: 2026, month: 1, day: 1 });
    let sample = |point: &Point| Sample {
        year: point.year,
        value: point.value,
        qualifier: point.qualifier,
        breaks: point.breaks,
    };
    let samples: Vec<Sample> = series.points.iter().map(sample).collect();
    // Its definition is of 2019, so three years before 2023 too few values were known, and one year before just enough.
    let of = |years| backtest::of(&samples, Method::Linear, Bounds::default(), years);
    assert_eq!(of(3), Err(Untestable::TooFew { n: 2 }));
    let trial = of(1).unwrap();
    assert_eq!((trial.projection.n, trial.outcome.value, trial.inside80), (4, 2.65, Some(true)));
    assert!((trial.forecast.centre - 2.645).abs() < 1e-12);
    assert_eq!(backtest::of_every_origin(&samples, Method::Linear, Bounds::default()), [trial]);
}

proptest! {
    #[test]
    fn nothing_panics_and_nothing_later_is_looked_at(
        values in proptest::collection::vec((1990..2025i32, proptest::num::f64::ANY, any::<bool>()), 0..15),
        years in any::<u32>(),
        extreme in proptest::option::of(prop::sample::select(vec![i32::MIN, i32::MAX])),
    ) {
        let sample = |(year, value, breaks): &(i32, f64, bool)| {
            Sample { year: *year, value: *value, qualifier: Qualifier::Exact, breaks: *breaks && year % 9 == 0 }
        };
        let mut samples: Vec<Sample> = values.iter().map(sample).collect();
        samples.extend(extreme.map(|year| sample(&(year, 1.0, false))));
        for trial in backtest::of(&samples, Method::Auto, Bounds::default(), years)
            .into_iter()
            .chain(backtest::of_every_origin(&samples, Method::Auto, Bounds::default()))
        {
            prop_assert!(trial.projection.last < trial.outcome.year && trial.projection.n >= 4);
            prop_assert!(trial.inside80 != Some(true) || trial.inside95 == Some(true));
        }
    }
}
