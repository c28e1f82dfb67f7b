//! Pictures kept as text: one target of each kind, in each language and theme.
//!
//! `UPDATE=1 cargo test --test golden` rewrites them, and then fails, so that it never passes unseen.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use indicator_widgets::dataset::{self, Date};
use indicator_widgets::language::Language;
use indicator_widgets::scene::{self, Frame, Theme};
use indicator_widgets::{paint, report, view};

const AS_OF: Date = Date { year: 2026, month: 11, day: 1 };

/// Each kind once, then one target in every language and theme.
const PICTURES: &[(&str, Language, Theme, f64)] = &[
    ("jinhua-rd-intensity-2025", Language::ZhHans, Theme::Light, 640.0),
    ("jinhua-rd-intensity-2025", Language::ZhHans, Theme::Dark, 640.0),
    ("jinhua-rd-intensity-2025", Language::ZhHans, Theme::Contrast, 640.0),
    ("jinhua-rd-intensity-2025", Language::ZhHant, Theme::Light, 320.0),
    ("jinhua-rd-intensity-2025", Language::ZhHant, Theme::Dark, 320.0),
    ("jinhua-rd-intensity-2025", Language::ZhHant, Theme::Contrast, 320.0),
    ("jinhua-rd-intensity-2025", Language::En, Theme::Light, 1280.0),
    ("jinhua-rd-intensity-2025", Language::En, Theme::Dark, 1280.0),
    ("jinhua-rd-intensity-2025", Language::En, Theme::Contrast, 1280.0),
    ("fujian-valid-trademarks-2025", Language::ZhHans, Theme::Light, 640.0),
    ("quanzhou-food-evaluative-pass-rate-2025", Language::ZhHans, Theme::Light, 640.0),
    ("quanzhou-green-factories-2025", Language::ZhHant, Theme::Light, 640.0),
    ("quanzhou-new-high-standard-farmland-2025", Language::ZhHans, Theme::Dark, 640.0),
    ("quanzhou-cloud-platform-firms-yearly-2025", Language::ZhHans, Theme::Light, 640.0),
    ("fujian-gross-ocean-product-growth-2025", Language::En, Theme::Light, 640.0),
    ("fujian-digital-economy-core-share-change-2025", Language::ZhHans, Theme::Light, 640.0),
    ("quanzhou-quality-power-leading-firms-2025", Language::ZhHans, Theme::Contrast, 640.0),
];

fn name(target: &str, language: Language, theme: Theme) -> String {
    format!("{target}.trajectory.{}.{}.svg", language.tag(), format!("{theme:?}").to_lowercase())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn pictures_are_as_they_were() {
    let dataset = dataset::embedded().expect("the embedded package unpacks");
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for (target, language, theme, width) in PICTURES {
        let report = report::of_target(&dataset, target, AS_OF).expect(target);
        let frame = Frame { width: *width, theme: *theme, standalone: true, ..Frame::default() };
        let svg = paint::svg_text(&scene::draw(&view::trajectory(&report, *language), frame));
        let path = folder().join(name(target, *language, *theme));
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept != svg {
            let beside = if update { path.clone() } else { path.with_extension("actual.svg") };
            std::fs::write(&beside, svg).expect("the folder is writable");
            wrong.push(beside.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "these pictures changed; look at them, then UPDATE=1:\n{}", wrong.join("\n"));
}

#[test]
fn no_picture_is_left_over() {
    let wanted: BTreeSet<String> =
        PICTURES.iter().map(|(target, language, theme, _)| name(target, *language, *theme)).collect();
    let kept = std::fs::read_dir(folder()).expect("the folder is there");
    let kept: BTreeSet<String> = kept
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".actual.svg"))
        .collect();
    assert_eq!(kept, wanted);
}
