//! Any targets, names and values at every view: nothing overlaps, nothing is cut, no tick repeats.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "tests fail loudly")]

mod drawn;

use drawn::faults;
use indicator_widgets::dataset::{self, Confidence, Dataset, Date, Observation, Qualifier, Text};
use indicator_widgets::language::Language;
use indicator_widgets::report::{self, Report};
use indicator_widgets::scene::{self, Frame};
use indicator_widgets::view::{self, Chosen, Kind};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const AS_OF: Date = Date { year: 2026, month: 11, day: 1 };

/// A name as plans have them.
fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[一-龥]{4,40}", "[A-Z][a-z]{3,9}( [a-z]{2,9}){0,3}", "[一-龥]{2,8}“[一-龥]{2,6}”[A-Z0-9]{1,6}"]
}

#[derive(Debug, Clone)]
struct Case {
    names: Vec<String>,
    values: Vec<(i32, f64, bool)>,
    exponent: i32,
    first: usize,
    count: usize,
    width: f64,
    text: f64,
}

fn case() -> impl Strategy<Value = Case> {
    let values = prop::collection::btree_map(1985..2026i32, (0.01..10.0f64, any::<bool>()), 0..40);
    (prop::collection::vec(name(), 8), values, -6..15i32, 0..150usize, 1..40usize, 280.0..1920.0f64, 14.0..32.0f64)
        .prop_map(|(names, values, exponent, first, count, width, text)| Case {
            names,
            values: values.into_iter().map(|(year, (value, over))| (year, value, over)).collect(),
            exponent,
            first,
            count,
            width,
            text,
        })
}

/// The embedded package with other names, and with other values of the first targets.
fn package(case: &Case) -> (Dataset, Vec<String>) {
    let mut dataset = dataset::embedded().expect("the embedded package unpacks");
    for (row, name) in dataset.indicators.iter_mut().zip(case.names.iter().cycle()) {
        row.name = Text { zh_hans: name.clone(), zh_hant: name.clone(), en: name.clone() };
        row.maximum = None;
        row.minimum = None;
    }
    let rows: Vec<_> = dataset.targets.iter().filter(|row| row.restates.is_none()).cloned().collect();
    let rows: Vec<_> = rows.into_iter().skip(case.first).take(case.count).collect();
    let scale = 10f64.powi(case.exponent);
    dataset.observations.clear();
    for row in &rows {
        // Rates and changes stay what they are: ten million per cent a year leave every number behind.
        let rate = matches!(row.kind, dataset::Kind::GrowthRate | dataset::Kind::ChangeSince);
        for target in dataset.targets.iter_mut().filter(|target| target.id == row.id && !rate) {
            target.value = 5.0 * scale;
            target.value_max = target.value_max.map(|_| 6.0 * scale);
        }
    }
    for (at, row) in rows.iter().enumerate() {
        let taken =
            rows.iter().take(at).any(|other| (&other.indicator, &other.region) == (&row.indicator, &row.region));
        // Two of three have values.
        for (year, value, over) in case.values.iter().filter(|_| !taken && at % 3 < 2) {
            dataset.observations.push(Observation {
                indicator: row.indicator.clone(),
                region: row.region.clone(),
                year: *year,
                value: value * scale,
                unit: row.unit.clone(),
                qualifier: if *over { Qualifier::AtLeast } else { Qualifier::Exact },
                publisher: "p".into(),
                source_title: "t".into(),
                wording: "w".into(),
                confidence: Confidence::High,
                ..Observation::default()
            });
        }
    }
    (dataset, rows.into_iter().map(|row| row.id).collect())
}

fn check(case: &Case, kind: Kind, language: Language) -> Result<(), TestCaseError> {
    let (dataset, ids) = package(case);
    // A chart each would be drawn the same forty times.
    let most = if kind == Kind::Trajectory { 2 } else { ids.len() };
    let reports: Vec<Report<'_>> =
        ids.iter().take(most).map(|id| report::of_target(&dataset, id, AS_OF).expect("a known id")).collect();
    for standalone in [false, true] {
        for view in view::of(kind, &reports, &Chosen::default(), language) {
            for drawing in 0..view.drawings.len() {
                let frame = Frame { width: case.width, text: case.text, standalone, drawing, ..Frame::default() };
                let wrong = faults(&scene::draw(&view, frame));
                let few = wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n");
                prop_assert!(wrong.is_empty(), "{} {} drawing {drawing}:\n{few}", kind.name(), language.tag());
            }
        }
    }
    Ok(())
}

/// The same cases each time; `make test-all` takes others, and more (`LAYOUTS=1200`).
fn config() -> ProptestConfig {
    let more = std::env::var("LAYOUTS").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = if more.is_some() { RngSeed::Random } else { RngSeed::Fixed(37668) };
    ProptestConfig { cases: more.unwrap_or(60), rng_seed, ..ProptestConfig::default() }
}

macro_rules! every_kind {
    ($($name:ident: $kind:expr,)*) => {
        proptest! {
            #![proptest_config(config())]
            $(
                #[test]
                fn $name(case in case(), language in 0..3usize) {
                    check(&case, $kind, Language::ALL[language])?;
                }
            )*
        }
    };
}

every_kind! {
    any_trajectory_is_whole: Kind::Trajectory,
    any_progress_is_whole: Kind::Progress,
    any_comparison_is_whole: Kind::Comparison,
    any_scorecard_is_whole: Kind::Scorecard,
    any_timeline_is_whole: Kind::Timeline,
}
