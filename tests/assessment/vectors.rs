//! The published rules against worked figures.
//!
//! From `design/progress-methods.md`, sections 2.1 to 2.5 and 2.8, shared by the project: worked out there in double
//! precision (Python 3.11) from the formulas of the sources that each rule's file names; printed to 6 to 8 digits, so
//! compared to 1e-6. The series are illustrative, not official.

use crate::case::{SERIES, level, own, points};
use indicator_widgets::assessment::{Class, Dated, Likelihood, Rating, Reason, Verdict};
use indicator_widgets::assessment::{escap, germany, growth, open_sdg, sdsn, unsd};
use indicator_widgets::projection::{self, Bounds, Method, Sample};

fn near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{what}: {found} instead of {expected}");
}

fn rated(found: Option<Rating>, class: Class, measure: Option<f64>, score: Option<f64>, what: &str) {
    let found = found.expect(what);
    assert_eq!(found.class.name, class.name, "{what}");
    if let Some(measure) = measure {
        near(found.measure.expect(what), measure, what);
    }
    match (found.score, score) {
        (Some(found), Some(score)) => near(found, score, what),
        (found, score) => assert_eq!(found, score, "{what}"),
    }
}

#[test]
fn open_sdg_with_a_target() {
    use open_sdg::{DETERIORATION, LIMITED, MODERATE, SUBSTANTIAL, TARGET_ACHIEVED};
    let rows: [(Dated, Dated, bool, Dated, f64, Class, f64); 9] = [
        ((2017, 86.0), (2023, 89.9), true, (2025, 92.0), 0.876369, MODERATE, 1.974117),
        ((2017, 86.0), (2023, 91.2), true, (2025, 92.0), 1.161453, SUBSTANTIAL, 4.010446),
        ((2017, 86.0), (2023, 87.2), true, (2025, 92.0), 0.273120, LIMITED, -1.361992),
        // An older version of the source gave this one progress: a regression.
        ((2017, 86.0), (2023, 85.1), true, (2025, 92.0), -0.206932, DETERIORATION, -3.362222),
        ((2017, 86.0), (2023, 92.3), true, (2025, 92.0), 1.400046, TARGET_ACHIEVED, 5.0),
        ((2015, 0.62), (2022, 0.48), false, (2030, 0.40), 1.246830, SUBSTANTIAL, 4.620280),
        ((2015, 20.0), (2022, 5.0), false, (2030, 0.0), 0.371770, LIMITED, -0.950948),
        ((2015, 0.0), (2022, 12.0), true, (2030, 60.0), 2.611066, SUBSTANTIAL, 5.0),
        ((2015, -8.0), (2022, -5.0), true, (2030, -2.0), 0.735622, MODERATE, 0.968774),
    ];
    for (base, now, rising, target, p, class, score) in rows {
        let what = format!("{base:?} {now:?} {target:?}");
        rated(open_sdg::with_target(base, now, target, rising), class, Some(p), Some(score), &what);
    }
}

/// The columns "CAGR obs" and "CAGR req" (0 counts as 0.001 there), and section 2.2.
#[test]
fn mean_growth() {
    let rows: [(Dated, Dated, f64); 13] = [
        ((2017, 86.0), (2025, 92.0), 0.00846579),
        ((2017, 86.0), (2023, 89.9), 0.00741916),
        ((2017, 86.0), (2023, 91.2), 0.00983263),
        ((2017, 86.0), (2023, 87.2), 0.00231217),
        ((2017, 86.0), (2023, 85.1), -0.00175184),
        ((2017, 86.0), (2023, 92.3), 0.01185250),
        ((2017, 86.0), (2023, 86.3), 0.00058055),
        ((2015, 0.62), (2022, 0.48), -0.03590160),
        ((2015, 0.62), (2030, 0.40), -0.02879431),
        ((2015, 20.0), (2022, 5.0), -0.17966464),
        ((2015, 20.0), (2030, 0.001), -0.48326882),
        ((2015, 0.001), (2022, 12.0), 2.82595782),
        ((2015, -8.0), (2022, -5.0), -0.06493887),
    ];
    for (from, to, expected) in rows {
        let found = growth(from, to).unwrap();
        assert!((found - expected).abs() < 6e-9, "{from:?} {to:?}: {found} instead of {expected}");
    }
}

#[test]
fn open_sdg_without_a_target() {
    use open_sdg::{DETERIORATION, LIMITED, MODERATE, SUBSTANTIAL};
    let rows = [
        (100.0, 112.0, true, None, 0.01632158, 1.0, SUBSTANTIAL, 3.160789),
        (100.0, 105.0, true, None, 0.00699437, 1.0, MODERATE, 0.498593),
        (100.0, 101.0, true, None, 0.00142249, 1.0, LIMITED, -1.788757),
        (100.0, 97.0, true, None, -0.00434186, 1.0, DETERIORATION, -3.042733),
        (95.0, 97.0, true, Some(100.0), 0.00298073, 0.203670, MODERATE, 2.408767),
        (99.0, 99.2, true, Some(100.0), 0.00028835, 0.043643, MODERATE, 0.401777),
        (50.0, 56.0, true, Some(100.0), 0.01632158, 0.953929, SUBSTANTIAL, 3.554922),
        (12.0, 11.0, false, Some(10.0), 0.01235326, 0.628705, SUBSTANTIAL, 4.824376),
        (100.0, 100.0, true, Some(100.0), 0.0, 0.0, SUBSTANTIAL, 5.0),
    ];
    for (base, now, rising, limit, p, c, class, score) in rows {
        let what = format!("{base} -> {now}");
        near(open_sdg::coefficient(base, limit), c, &what);
        let found = open_sdg::without_target((2015, base), (2022, now), rising, limit);
        rated(found, class, Some(p), Some(score), &what);
    }
}

#[test]
fn open_sdg_of_an_indicator_of_several_series() {
    use open_sdg::{DETERIORATION, LIMITED, MODERATE, SUBSTANTIAL, TARGET_ACHIEVED};
    let of = |now: f64| open_sdg::with_target((2017, 86.0), (2023, now), (2025, 92.0), true).unwrap();
    let rows = [
        (vec![92.3, 92.3], TARGET_ACHIEVED, 5.0),
        (vec![92.3, 91.2], SUBSTANTIAL, (5.0 + 4.010446) / 2.0),
        (vec![89.9, 91.2, 87.2], MODERATE, (1.974117 + 4.010446 - 1.361992) / 3.0),
        (vec![89.9, 85.1], LIMITED, (1.974117 - 3.362222) / 2.0),
        (vec![85.1], DETERIORATION, -3.362222),
    ];
    for (values, class, mean) in rows {
        let series: Vec<Rating> = values.iter().map(|now| of(*now)).collect();
        rated(open_sdg::of_several(&series), class, Some(mean), Some(mean), &format!("{values:?}"));
    }
    assert_eq!(open_sdg::of_several(&[]), None);
}

#[test]
fn unsd_with_a_target() {
    use unsd::{FAIR, ON_TRACK, STAGNATION};
    let rows: [(Dated, Dated, Dated, bool, f64, Class, f64); 4] = [
        ((2017, 86.0), (2023, 89.9), (2025, 92.0), true, 0.873152, FAIR, 2.0),
        ((2017, 86.0), (2023, 91.2), (2025, 92.0), true, 1.167048, ON_TRACK, 3.0),
        ((2017, 86.0), (2023, 86.3), (2025, 92.0), true, 0.066705, STAGNATION, 1.0),
        ((2015, 0.62), (2022, 0.48), (2030, 0.40), false, 1.189675, ON_TRACK, 3.0),
    ];
    for (base, now, target, rising, r, class, score) in rows {
        let found = unsd::with_target(base, now, target, rising, false);
        rated(found, class, Some(r), Some(score), &format!("{base:?} {now:?} {target:?}"));
    }
}

#[test]
fn germany_by_year() {
    use germany::{CLOUD, SUN, SUN_AND_CLOUD, THUNDERSTORM};
    let rows: [([f64; 6], f64, f64, Class); 4] = [
        ([86.6, 87.1, 87.9, 88.5, 89.2, 89.9], 0.66, 0.371429, CLOUD),
        ([86.6, 87.2, 88.0, 88.7, 89.5, 90.4], 0.76, 0.05, SUN_AND_CLOUD),
        ([87.0, 87.9, 88.8, 89.6, 90.3, 91.05], 0.81, 0.0, SUN),
        ([90.2, 90.1, 89.9, 89.8, 89.9, 89.8], -0.08, 1.072727, THUNDERSTORM),
    ];
    for (values, change, m, class) in rows {
        let points: Vec<Dated> = (2018..).zip(values).collect();
        near(germany::trend(&points).unwrap(), change, &format!("{values:?}"));
        rated(germany::by_year(&points, (2025, 92.0), true), class, Some(m), None, &format!("{values:?}"));
    }
}

#[test]
fn sdsn_arrows() {
    use sdsn::{DECREASING, MODERATELY_IMPROVING, ON_TRACK, STAGNATING};
    let rows = [
        (72.5, 1.041667, ON_TRACK),
        (66.0, 0.5, MODERATELY_IMPROVING),
        (62.0, 0.166667, STAGNATING),
        (58.0, -0.166667, DECREASING),
    ];
    for (now, r, class) in rows {
        let found = sdsn::arrow((2015, 60.0), (2021, now), (2030, 90.0), true);
        rated(found, class, Some(r), None, &format!("60 -> {now}"));
    }
}

#[test]
fn escap_current_status() {
    let rows = [(86.0, 89.9, 92.0, true, 6.5), (0.62, 0.48, 0.40, false, 6.363636), (86.0, 85.1, 92.0, true, -1.5)];
    for (base, now, target, rising, status) in rows {
        near(escap::current_status(base, now, target, rising).unwrap(), status, &format!("{base} -> {now}"));
    }
    assert_eq!(escap::current_status(86.0, 92.3, 92.0, true), Some(10.0));
}

#[test]
fn escap_fits() {
    let weights = [1.0, 1.142857, 1.333333, 1.6, 2.0, 2.666667, 4.0];
    for (year, expected) in (2017..).zip(weights) {
        near(escap::weight(2017, year, 2025), expected, "weight");
    }
    near(escap::anticipated(&SERIES, 2025).unwrap(), 91.193_258_427_0, "weighted");
    near(escap::anticipated_share(&SERIES, 2025, 100.0).unwrap(), 90.936_635_984_1, "weighted, as logits");
    let found = escap::rate((2017, 86.0), &SERIES, (2025, 92.0), true);
    rated(found, escap::ACCELERATE, Some(13.4457), Some(6.5), "P");
}

/// "The weighted fit always passes through the unweighted centroid": the weighted slope through it gives the same.
#[test]
fn escap_passes_through_the_centroid() {
    let (t, y) = (2020.0, SERIES.iter().map(|(_, value)| value).sum::<f64>() / 7.0);
    let ahead = escap::anticipated(&SERIES, 2025).unwrap();
    near((ahead - y) / (2025.0 - t), 0.661_508_828_3, "slope");
}

/// "Observed pace 0.65 a year; required from now 1.05 a year, ratio 0.619048" (section 2.8).
#[test]
fn pace_so_far_and_pace_needed() {
    let points = points(&SERIES);
    let found = own(&level(&points));
    near(found.pace.unwrap(), 0.65, "so far");
    near(found.required_pace.unwrap(), 1.05, "needed");
    match found.reason {
        Reason::Pace { ratio } => near(ratio.unwrap(), 0.619_048, "ratio"),
        other => panic!("{other:?}"),
    }
}

/// "Two textbook models give 5 % and 20 %": the probabilities of section 2.8, through a projection.
#[test]
fn probabilities_of_two_models() {
    let rough: Vec<Dated> = (2017..).zip([86.0, 86.2, 87.3, 87.6, 88.9, 88.8, 89.9]).collect();
    for (series, method, p, word) in [
        (SERIES.to_vec(), Method::Linear, 0.000_262, Likelihood::ExceptionallyUnlikely),
        (rough.clone(), Method::Linear, 0.051_994, Likelihood::VeryUnlikely),
    ] {
        let points = points(&series);
        let samples: Vec<Sample> = points
            .iter()
            .map(|point| Sample {
                year: point.year,
                value: point.value,
                qualifier: point.qualifier,
                breaks: point.breaks,
            })
            .collect();
        let projection = projection::of(&samples, method, Bounds::default()).unwrap();
        let found = own(&level(&points).with(&projection));
        assert!((found.probability.unwrap() - p).abs() < 1e-6, "{:?}", found.probability);
        assert_eq!((found.verdict, found.reason), (Verdict::OffTrack, Reason::Likelihood(word)));
        assert!(found.n == 7 && found.probability_in_words_only());
    }
}
