//! What must hold for every picture: of all targets, and of any series.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

mod drawn;

use drawn::{count, sound};
use indicator_widgets::dataset::{self, Dataset, Date, Observation, Qualifier};
use indicator_widgets::language::Language;
use indicator_widgets::scene::{self, Frame, Theme};
use indicator_widgets::{paint, report, view};
use proptest::prelude::*;

const AS_OF: Date = Date { year: 2026, month: 11, day: 1 };

#[test]
fn every_target_is_drawn_whole_at_every_width() {
    let dataset = dataset::embedded().expect("the embedded package unpacks");
    let targets: Vec<_> = dataset.targets.iter().filter(|target| target.restates.is_none()).collect();
    assert_eq!(targets.len(), 192);
    let mut faults = Vec::new();
    for target in targets {
        let report = report::of_target(&dataset, &target.id, AS_OF).expect("a known id");
        for language in Language::ALL {
            let view = view::trajectory(&report, language);
            for (width, text) in [(280.0, 16.0), (320.0, 32.0), (640.0, 16.0), (1920.0, 16.0)] {
                let scene = scene::draw(&view, Frame { width, text, standalone: text < 20.0, ..Frame::default() });
                if let Err(fault) = sound(&scene) {
                    faults.push(format!("{} {} {width}/{text}: {fault}", target.id, language.tag()));
                }
                assert_eq!(count(&scene, "target"), report.trajectory.steps.len(), "{}", target.id);
                assert_eq!(count(&scene, "observed"), report.series.points.len(), "{}", target.id);
                let path = usize::from(report.trajectory.points().len() > 1 || report.trajectory.base.is_some());
                assert_eq!(count(&scene, "trajectory"), path, "{}", target.id);
            }
        }
    }
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
}

#[test]
fn a_name_with_markup_stays_text() {
    let mut dataset = dataset::embedded().expect("the embedded package unpacks");
    dataset.indicators.iter_mut().for_each(|row| row.name.zh_hans = "<script>&\"".into());
    let id = dataset.targets[0].id.clone();
    let report = report::of_target(&dataset, &id, AS_OF).expect("a known id");
    let frame = Frame { standalone: true, ..Frame::default() };
    let svg = paint::svg_text(&scene::draw(&view::trajectory(&report, Language::ZhHans), frame));
    assert!(!svg.contains("<script>"));
}

fn with_values(values: &[(i32, f64, bool)]) -> (Dataset, String) {
    let mut dataset = dataset::embedded().expect("the embedded package unpacks");
    let target = dataset.target("jinhua-rd-intensity-2025").expect("a known id").clone();
    dataset.observations = values
        .iter()
        .map(|(year, value, over)| Observation {
            indicator: target.indicator.clone(),
            region: target.region.clone(),
            year: *year,
            value: *value,
            unit: target.unit.clone(),
            qualifier: if *over { Qualifier::AtLeast } else { Qualifier::Exact },
            as_at: String::new(),
            published: None,
            publisher: "p".into(),
            source_title: "t".into(),
            source_url: String::new(),
            wording: "w".into(),
            confidence: dataset::Confidence::High,
            break_note: None,
        })
        .collect();
    (dataset, target.id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn any_series_is_drawn_whole(
        values in prop::collection::btree_map(2000..2027i32, (-1e13..1e13f64, any::<bool>()), 0..14),
        small in any::<bool>(),
        width in 240.0..1920.0f64,
        text in 10.0..40.0f64,
    ) {
        let scale = if small { 1e-12 } else { 1.0 };
        let values: Vec<(i32, f64, bool)> = values.into_iter().map(|(y, (v, over))| (y, v * scale, over)).collect();
        let (dataset, id) = with_values(&values);
        let report = report::of_target(&dataset, &id, AS_OF).expect("a known id");
        for (language, theme) in Language::ALL.into_iter().zip([Theme::Light, Theme::Dark, Theme::Contrast]) {
            let scene = scene::draw(&view::trajectory(&report, language), Frame { width, text, theme, ..Frame::default() });
            prop_assert_eq!(sound(&scene), Ok(()));
        }
    }
}

#[test]
fn a_look_back_is_drawn_with_its_bands_and_what_came() {
    let data = dataset::embedded().expect("unpacks");
    let report = report::of_target(&data, "quanzhou-construction-output-2025", AS_OF).expect("a known target");
    let view = view::trajectory(&report, Language::ZhHans);
    let chart = view.working.iter().find_map(|part| part.figure.as_ref()).expect("a look back from 2021");
    let scene = scene::figure(chart, "figure", "zh-Hans", Frame { width: 320.0, ..Frame::default() });
    assert_eq!(sound(&scene), Ok(()));
    let roles = ["observed", "projection", "band-80", "band-95", "target", "trajectory"];
    assert_eq!(roles.map(|role| count(&scene, role)), [5, 1, 1, 1, 0, 0]);
    let nothing = report::of_target(&data, "fujian-valid-trademarks-2025", AS_OF).expect("a known target");
    let nothing = view::trajectory(&nothing, Language::ZhHans);
    assert!(nothing.working.iter().all(|part| part.figure.is_none()), "four values leave nothing to look back from");
}
