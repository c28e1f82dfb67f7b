//! Every number of the reference that a method covers, to 1e-9 of itself.

use crate::reference::{Reference, STEADY, TEXTBOOK, all, rows, same};
use crate::{FREE, project};
use indicator_widgets::projection::{Forecast, Goal, Method, Projection, Student, Unsure, of};

/// The values of a straight line exactly: what others find about it is the noise of their own rounding.
const EXACT: &str = "exact_line";

/// One bound is so near to zero that the reference, -0.0164830407636, has lost its tenth digit (the years were not
/// centred); worked out in fractions it is this.
const NOISY: (&str, &str, &str, i32) = ("near_zero_fall", "ols.", "hi95", 2024);
const BY_FRACTIONS: f64 = -0.016_483_040_789_005_05;

/// Standard deviation of the forecast `h` years ahead, on the fit's scale.
fn sd(projection: &Projection, h: f64) -> f64 {
    let [constant, linear, square] = projection.fit.band.expect("a band").variance;
    (constant + linear * h + square * h * h).sqrt()
}

/// Centre and both intervals against the rows `mean`, `lo80`, … of `method` (`ols.`), where it has them.
fn same_forecasts(reference: &Reference, projection: &Projection, method: &str) {
    let lower80 = |one: Forecast| one.band80.expect("a band").lower;
    let upper80 = |one: Forecast| one.band80.expect("a band").upper;
    let lower95 = |one: Forecast| one.band95.expect("a band").lower;
    let upper95 = |one: Forecast| one.band95.expect("a band").upper;
    let columns: [(&str, &dyn Fn(Forecast) -> f64); 5] =
        [("mean", &|one| one.centre), ("lo80", &lower80), ("hi80", &upper80), ("lo95", &lower95), ("hi95", &upper95)];
    for (column, read) in columns {
        for (year, theirs) in
            (reference.last() + 1..).zip(reference.get(&format!("{method}{column}")).unwrap_or_default())
        {
            let forecast = projection.at(year).expect("a later year");
            let ours = read(forecast);
            let what = format!("{} {method}{column} {year}", reference.name);
            if (reference.name.as_str(), method, column, year) == NOISY {
                assert!((ours - BY_FRACTIONS).abs() < 1e-14, "{what}: {ours} is not {BY_FRACTIONS}");
            } else {
                same(&what, ours, *theirs);
            }
        }
    }
}

/// The series that have rows of `method`, projected by ours.
fn each(method: &str, ours: Method) -> Vec<(Reference, Projection)> {
    let has = |one: &Reference| one.get(&format!("{method}.mean")).or(one.get(&format!("{method}.slope"))).is_some();
    let found: Vec<Reference> = all(TEXTBOOK).into_iter().filter(has).collect();
    assert!(found.len() > 9, "{method} is in {} series only", found.len());
    found.into_iter().map(|one| (project(&one.samples(), ours, FREE), one)).map(|(ours, one)| (one, ours)).collect()
}

#[test]
fn student() {
    let mut seen = 0;
    for (_, key, numbers) in rows(TEXTBOOK).filter(|(name, ..)| *name == "student") {
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
    for (reference, projection) in each("ols", Method::Linear) {
        same_forecasts(&reference, &projection, "ols.");
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
    for (reference, projection) in each("loglinear", Method::Growth) {
        same_forecasts(&reference, &projection, "loglinear.");
        let fit = projection.fit;
        same("slope", fit.step, reference.one("loglinear.log_slope"));
        same("growth", fit.step.exp_m1(), reference.one("loglinear.growth_per_year"));
        let intercept = fit.level - fit.step * f64::from(projection.last);
        same("intercept", intercept, reference.one("loglinear.log_intercept"));
    }
}

#[test]
fn theil_sen() {
    for (reference, projection) in each("theilsen", Method::TheilSen) {
        let fit = projection.fit;
        same("slope", fit.step, reference.one("theilsen.slope"));
        let intercept = fit.level - fit.step * f64::from(projection.last);
        same("intercept", intercept, reference.one("theilsen.intercept_separate"));
    }
}

#[test]
fn drift() {
    for (reference, projection) in each("drift_textbook", Method::Drift) {
        same_forecasts(&reference, &projection, "drift_textbook.");
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
        for (reference, projection) in each(name, method) {
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

/// The step and its parts, the variance, the course, the band and the chances, of even and uneven series.
#[test]
fn steady() {
    let mut banded = 0;
    for reference in all(STEADY) {
        let Ok(projection) = of(&reference.samples(), Method::Steady, reference.bounds()) else {
            assert_eq!(reference.one("n"), 1.0, "{}", reference.name);
            continue;
        };
        assert_eq!(projection.n as f64, reference.one("n"));
        same_forecasts(&reference, &projection, "");
        let unsure = match reference.one("why") as i32 {
            0 => None,
            1 => Some(Unsure::TooFew),
            _ => Some(Unsure::Unmoved),
        };
        assert_eq!(projection.unsure, unsure, "{}", reference.name);
        let fit = projection.fit;
        same("last", fit.level, reference.one("last"));
        same("step", fit.step, reference.one("step"));
        let Some(band) = fit.band else {
            assert!(unsure.is_some() && reference.get("sd").is_none());
            continue;
        };
        same("trust", fit.trust, reference.one("w"));
        same("rounding", band.variance[0], reference.one("rounding_var"));
        same("noise", band.variance[1], reference.one("noise"));
        same("slope", band.variance[2], reference.one("slope_var"));
        assert_eq!(band.student.df, reference.one("df"));
        for (h, theirs) in (1..).zip(reference.of("sd")) {
            same("sd", sd(&projection, f64::from(h)), *theirs);
        }
        same_chances(&reference, &projection);
        banded += 1;
    }
    assert_eq!(banded, 31);
}

fn same_chances(reference: &Reference, projection: &Projection) {
    for h in 1..=5 {
        let rows = [reference.of(&format!("p_at_least.{h}")), reference.of(&format!("p_at_most.{h}"))];
        for (i, target) in reference.of("targets").iter().enumerate() {
            for (goal, row) in [Goal::AtLeast(*target), Goal::AtMost(*target)].into_iter().zip(rows) {
                let ours = projection.probability(reference.last() + h, goal).expect("a chance");
                same(&format!("{} {h} {goal:?}", reference.name), ours, row[i]);
            }
        }
    }
}
