//! The static form, on the program's own data.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops at what should not be")]

use super::*;
use crate::dataset::{self, Date};
use crate::language::Language;
use crate::report::{self, Asked};
use crate::view::{Chosen, of};

const DAY: Date = Date { year: 2024, month: 12, day: 31 };

fn views(kind: Kind, target: &str, language: Language) -> Vec<View> {
    let dataset = dataset::embedded().expect("the package is sound");
    let report = report::of_target(&dataset, target, Asked::from(DAY)).expect("a target");
    of(kind, &[report], &Chosen::default(), language)
}

fn plan(kind: Kind) -> Vec<View> {
    let dataset = dataset::embedded().expect("the package is sound");
    let reports = report::of_plan(&dataset, "jinhua-2025", Asked::from(DAY)).expect("a plan");
    of(kind, &reports, &Chosen::default(), Language::ZhHans)
}

fn form(kind: Kind) -> Form {
    let frame = Frame { styled: true, ..Frame::default() };
    Form { kind, controls: Controls::Full, frame, large: false, auto: true, sheet: true, heading: 3 }
}

/// Every element that is opened is closed, in order, and no attribute stands twice.
fn well_formed(markup: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in markup.split('<').skip(1) {
        let (tag, _) = part.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{part}");
            continue;
        }
        let name = tag.split([' ', '/']).next().expect("a name");
        let mut names: Vec<&str> = tag.split('"').step_by(2).flat_map(|part| part.split_whitespace().last()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{tag}");
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

const VALUES: &str = "fujian-valid-trademarks-2025";

#[test]
fn every_view_is_ascii_well_formed_and_without_styles() {
    for language in Language::ALL {
        for kind in Kind::ALL {
            let markup = static_html(&views(kind, VALUES, language), &form(kind));
            assert!(markup.is_ascii(), "{kind:?}");
            well_formed(&markup);
            for word in [" style=", "<style", "<script", "javascript:"] {
                assert!(!markup.contains(word), "{kind:?} {word}");
            }
            assert!(markup.contains("<caption>") && markup.contains("<th scope=\"col\">"), "{kind:?}");
            assert_eq!(markup.contains("role=\"img\""), kind != Kind::Table, "{kind:?}");
        }
    }
}

#[test]
fn the_drawing_is_the_elements() {
    let view = &views(Kind::Trajectory, VALUES, Language::En)[0];
    let form = form(Kind::Trajectory);
    let scene = form.scene(view, 640.0).expect("a drawing");
    let drawn = scene::draw(view, Frame { width: 640.0, styled: true, ..Frame::default() });
    assert_eq!((scene.width, scene.height), (drawn.width, drawn.height));
    let markup = static_html(std::slice::from_ref(view), &form);
    let mut mark = String::new();
    svg_text::node(&scene.nodes[0], escape, &mut mark);
    assert!(markup.contains(&mark) && !mark.contains("<title>"), "{mark}");
    // With a theme that is not the page's own there is a space around it.
    let dark = Form { auto: false, ..form };
    assert_eq!(dark.scene(view, 640.0).expect("a drawing").width, 608.0);
}

#[test]
fn narrow_places_have_a_drawing_of_their_own_where_a_sheet_can_show_it() {
    let view = &views(Kind::Trajectory, VALUES, Language::ZhHans)[0];
    let pictures = |form: Form| static_html(std::slice::from_ref(view), &form).matches("role=\"img\"").count();
    let wide = form(Kind::Trajectory);
    assert_eq!(pictures(wide), 2);
    assert_eq!(pictures(Form { sheet: false, ..wide }), 1);
    assert_eq!(pictures(Form { frame: Frame { width: 320.0, ..wide.frame }, ..wide }), 1);
}

#[test]
fn the_room_grows_with_what_it_holds() {
    let view = &views(Kind::Trajectory, VALUES, Language::ZhHans)[0];
    let full = form(Kind::Trajectory);
    let with = |controls, class| room(view, &Form { controls, ..full }, class);
    assert_eq!(with(Controls::None, Class::Wide), 8.0, "the element's own margin");
    assert!(with(Controls::Basic, Class::Wide) > 50.0);
    assert!(with(Controls::Full, Class::Wide) > with(Controls::Basic, Class::Wide) + 100.0, "there is a slider");
    assert!(with(Controls::Full, Class::Narrow) > with(Controls::Full, Class::Wide));
    let frame = Frame { text: 20.0, ..full.frame };
    assert!(room(view, &Form { large: true, frame, ..full }, Class::Wide) > with(Controls::Full, Class::Wide));
    assert_eq!((Class::of(479.0), Class::of(480.0)), (Class::Narrow, Class::Wide));
    // Title, finding, drawing, room and foot.
    let whole = height(view, &full, 640.0);
    assert!(whole > 269.0 + with(Controls::Full, Class::Wide) + 100.0, "{whole}");
}

#[test]
fn a_long_table_is_folded_unless_it_is_what_is_shown() {
    let tiles = static_html(&plan(Kind::Scorecard), &form(Kind::Scorecard));
    assert!(tiles.contains("indicator-box") && !tiles.contains("<details>"), "with the sheet it scrolls");
    let bare = static_html(&plan(Kind::Scorecard), &Form { sheet: false, ..form(Kind::Scorecard) });
    assert!(bare.contains("<details>") && bare.contains("<caption>"));
    well_formed(&bare);
    assert!(!static_html(&plan(Kind::Table), &form(Kind::Table)).contains("<details>"));
    let one =
        static_html(&views(Kind::Trajectory, "quanzhou-green-factories-2025", Language::En), &form(Kind::Trajectory));
    assert!(!one.contains("<details>"));
}

#[test]
fn the_sheet_has_the_colours_of_drawings() {
    let sheet = include_str!("../../../www/indicator-static.css");
    assert!(sheet.is_ascii());
    for (query, theme) in [("prefers-color-scheme: dark", 1), ("prefers-contrast: more", 2)] {
        let block = sheet.split_once(query).expect("a block for it").1.split('}').next().expect("its end");
        for (name, colours) in Palette::COLOURS {
            assert!(block.contains(&format!("--indicator-{name}: {};", colours[theme])), "{query} {name}");
        }
    }
    let light = sheet.split('}').nth(1).expect("the first rule of it");
    for name in ["text", "quiet", "good", "doubt", "bad"] {
        let (_, colours) = Palette::COLOURS.iter().find(|(one, _)| *one == name).expect("a colour");
        assert!(light.contains(&format!("--s-{name}: var(--indicator-{name}, {});", colours[0])), "{name}");
    }
    assert!(sheet.contains(&format!("(max-width: {}px)", NARROW as i64 - 1)));
}
