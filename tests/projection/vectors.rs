//! Every number of the reference that a method covers, to 1e-9 of itself.

use crate::reference::{Reference, all, rows, same};
use crate::{FREE, project};
use indicator_widgets::projection::{Bounds, Forecast, Goal, Method, Projection, Student};

/// The values of a straight line exactly: what others find about it is the noise of their own rounding.
const EXACT: &str = "exact_line";

/// One bound is so near to zero that the reference, -0.0164830407636, has lost its tenth digit (the years were not centred);
/// worked out in fractions it is this.
const NOISY: (&str, &str, &str, i32) = ("near_zero_fall", "ols", "hi95", 2024);
const BY_FRACTIONS: f64 = -0.016_483_040_789_005_05;

/// Standard deviation of the forecast `h` years ahead, on the fit's scale.
fn sd(projection: &Projection, h: f64) -> f64 {
    let [constant, linear, square] = projection.fit.band.expect("a band").variance;
    (constant + linear * h + square * h * h).sqrt()
}

/// Centre and both intervals against the rows `mean`, `lo80`, … of `method`.
fn same_forecasts(reference: &Reference, projection: &Projection, method: &str) {
    let lower80 = |one: Forecast| one.band80.expect("a band").lower;
    let upper80 = |one: Forecast| one.band80.expect("a band").upper;
    let lower95 = |one: Forecast| one.band95.expect("a band").lower;
    let upper95 = |one: Forecast| one.band95.expect("a band").upper;
    let columns: [(&str, &dyn Fn(Forecast) -> f64); 5] =
        [("mean", &|one| one.centre), ("lo80", &lower80), ("hi80", &upper80), ("lo95", &lower95), ("hi95", &upper95)];
    for (column, read) in columns {
        for (year, theirs) in (reference.last() + 1..).zip(reference.of(&format!("{method}.{column}"))) {
            let forecast = projection.at(year).expect("a later year");
            let ours = read(forecast);
            let what = format!("{} {method}.{column} {year}", reference.name);
            if (reference.name.as_str(), method, column, year) == NOISY {
                assert!((ours - BY_FRACTIONS).abs() < 1e-14, "{what}: {ours} is not {BY_FRACTIONS}");
            } else {
                same(&what, ours, *theirs);
            }
        }
    }
}

/// The references that have rows of `method`, projected by ours.
fn each(method: &str, ours: Method, bounds: fn(&Reference) -> Bounds) -> Vec<(Reference, Projection)> {
    let probe = format!("{method}.mean");
    let slope = format!("{method}.slope");
    let found: Vec<_> = all()
        .into_iter()
        .filter(|one| one.get(&probe).is_some() || one.get(&slope).is_some())
        .map(|one| (project(&one.samples(), ours, bounds(&one)), one))
        .map(|(projection, one)| (one, projection))
        .collect();
    assert!(found.len() > 9, "{method} is in {} series only", found.len());
    found
}

fn free(_: &Reference) -> Bounds {
    FREE
}

#[test]
fn student() {
    let mut seen = 0;
    for (_, key, numbers) in rows().filter(|(name, ..)| *name == "student") {
        let student = Student::new(numbers[0]);
        match key {
            "quantile" => same("quantile", student.quantile(numbers[1]), numbers[2]),
            // The lower tail is the upper one of the other side.
            _ => same("cdf", student.tail(-numbers[1]), numbers[2]),
        }
        seen += 1;
    }
    assert_eq!(seen, 86);
}

#[test]
fn linear() {
    for (reference, projection) in each("ols", Method::Linear, free) {
        same_forecasts(&reference, &projection, "ols");
        let fit = projection.fit;
        same("slope", fit.step, reference.one("ols.slope"));
        same("intercept", fit.level - fit.step * f64::from(projection.last), reference.one("ols.intercept"));
        let band = fit.band.expect("a band");
        assert_eq!(band.student.df, reference.one("ols.df"));
        if reference.name == EXACT {
            assert!(sd(&projection, 5.0) < 1e-9);
            continue;
        }
        same("se_slope", band.variance[2].sqrt(), reference.one("ols.se_slope"));
    }
}

#[test]
fn growth() {
    for (reference, projection) in each("loglinear", Method::Growth, free) {
        same_forecasts(&reference, &projection, "loglinear");
        let fit = projection.fit;
        same("slope", fit.step, reference.one("loglinear.log_slope"));
        same("growth", fit.step.exp_m1(), reference.one("loglinear.growth_per_year"));
        let intercept = fit.level - fit.step * f64::from(projection.last);
        same("intercept", intercept, reference.one("loglinear.log_intercept"));
    }
}

#[test]
fn theil_sen() {
    for (reference, projection) in each("theilsen", Method::TheilSen, free) {
        let fit = projection.fit;
        same("slope", fit.step, reference.one("theilsen.slope"));
        let intercept = fit.level - fit.step * f64::from(projection.last);
        same("intercept", intercept, reference.one("theilsen.intercept_separate"));
    }
}

#[test]
fn drift() {
    for (reference, projection) in each("drift_textbook", Method::Drift, free) {
        same_forecasts(&reference, &projection, "drift_textbook");
        same("drift", projection.fit.step, reference.one("drift_textbook.drift"));
        assert_eq!(projection.fit.band.expect("a band").student.df, reference.one("drift_textbook.df"));
        for (h, theirs) in (1..).zip(reference.of("drift_textbook.se")) {
            same("se", sd(&projection, f64::from(h)), *theirs);
        }
    }
}

/// R's intervals are of the same standard deviation, but with normal quantiles.
#[test]
fn random_walks() {
    const NORMAL_90: f64 = 1.281_551_565_544_600_4;
    const NORMAL_975: f64 = 1.959_963_984_540_054;
    for (method, name) in [(Method::Drift, "r_rwf_drift"), (Method::Naive, "r_rwf_naive")] {
        for (reference, projection) in each(name, method, free) {
            let row = |column: &str| reference.of(&format!("{name}.{column}")).to_vec();
            for (i, mean) in row("mean").into_iter().enumerate() {
                let h = i as i32 + 1;
                let ours = projection.at(reference.last() + h).expect("a later year").centre;
                same("mean", ours, mean);
                let sd = sd(&projection, f64::from(h));
                same("lo80", ours - NORMAL_90 * sd, row("lo80")[i]);
                same("hi80", ours + NORMAL_90 * sd, row("hi80")[i]);
                same("lo95", ours - NORMAL_975 * sd, row("lo95")[i]);
                same("hi95", ours + NORMAL_975 * sd, row("hi95")[i]);
            }
        }
    }
}

#[test]
fn steady() {
    for (reference, projection) in each("steady", Method::Steady, Reference::bounds) {
        same_forecasts(&reference, &projection, "steady");
        same("step", projection.fit.step, reference.one("steady.step"));
        same("df", projection.fit.band.expect("a band").student.df, reference.one("steady.df"));
        for (h, theirs) in (1..).zip(reference.of("steady.sd")) {
            same("sd", sd(&projection, f64::from(h)), *theirs);
        }
        for (i, target) in reference.of("steady.targets").iter().enumerate() {
            for (year, theirs) in (reference.last() + 1..).zip(reference.of(&format!("steady.p.{i}"))) {
                let ours = projection.probability(year, Goal::AtLeast(*target)).expect("a probability");
                same(&format!("{} {year} {target}", reference.name), ours, *theirs);
            }
        }
    }
}
