//! A plan's targets at a glance: what is counted, said, chosen and drawn.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

mod drawn;

use drawn::{Said, count, sound, texts};
use indicator_widgets::dataset::{self, Confidence, Dataset, Date, Observation, Qualifier};
use indicator_widgets::language::Language;
use indicator_widgets::report::{self, Asked, Report};
use indicator_widgets::scene::{self, Frame, Node, Theme};
use indicator_widgets::view::{self, Chosen, Kind, Marks, Scorecard, View};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const AS_OF: Date = Date { year: 2026, month: 11, day: 1 };
const PLANS: [&str; 5] = ["quanzhou-2025", "jinhua-2025", "fujian-2025", "quanzhou-2017", "linxia-2023"];

fn data() -> Dataset {
    dataset::embedded().expect("the embedded package unpacks")
}

fn reports<'d>(dataset: &'d Dataset, plan: &str, as_of: Date) -> Vec<Report<'d>> {
    report::of_plan(dataset, plan, Asked::from(as_of)).expect("a known plan")
}

fn every<'d>(dataset: &'d Dataset) -> Vec<Report<'d>> {
    PLANS.iter().flat_map(|plan| reports(dataset, plan, AS_OF)).collect()
}

fn scorecard(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    view::of(Kind::Scorecard, reports, chosen, language).into_iter().next().expect("one view")
}

fn marks(view: &View) -> &Scorecard {
    match view.drawings.first().map(|drawing| &drawing.marks) {
        Some(Marks::Scorecard(marks)) => marks,
        other => panic!("a scorecard, not {other:?}"),
    }
}

fn tiles(view: &View) -> usize {
    marks(view).groups.iter().map(|group| group.tiles.len()).sum()
}

fn names(view: &View) -> Vec<&str> {
    marks(view).groups.iter().map(|group| &*group.name).collect()
}

#[test]
fn a_plan_is_counted_in_three_languages() {
    let dataset = data();
    let reports = reports(&dataset, "quanzhou-2025", AS_OF);
    let said = Language::ALL.map(|language| {
        let view = scorecard(&reports, &Chosen::default(), language);
        (view.title, view.finding)
    });
    let expected = [
        (
            "泉州市质量强市建设方案：目标一览",
            "49项目标，期限2025年：已达到 2、未公布 47。6项查到了公布值，不一定是期限当年的。",
        ),
        (
            "泉州市質量強市建設方案：目標一覽",
            "49項目標，期限2025年：已達到 2、未公布 47。6項查到了公布值，不一定是期限當年的。",
        ),
        (
            "Quanzhou quality plan to 2025: targets at a glance",
            "49 targets, due by 2025: 2 met, 47 not reported. For 6 a published value was found, not always of the deadline's year.",
        ),
    ];
    assert_eq!(said, expected.map(|(title, finding)| (title.to_string(), finding.to_string())));
}

#[test]
fn every_target_has_a_tile_a_row_and_a_card_in_one_order() {
    let dataset = data();
    for plan in PLANS {
        let reports = reports(&dataset, plan, AS_OF);
        for sort in ["", "plan", "deadline", "verdict", "share"] {
            let chosen = Chosen { sort: sort.into(), ..Chosen::default() };
            for language in Language::ALL {
                let view = scorecard(&reports, &chosen, language);
                assert_eq!(
                    [tiles(&view), view.table.rows.len(), view.cards.len()],
                    [reports.len(); 3],
                    "{plan} {sort}"
                );
                let all = marks(&view).groups.iter().flat_map(|group| &group.tiles);
                for (at, (tile, card)) in all.zip(&view.cards).enumerate() {
                    assert_eq!(tile.card, at);
                    let name = &view.table.rows[at][0].text;
                    assert!(card.said.starts_with(name.as_str()), "{name}: {}", card.said);
                    let target = dataset.target(&card.target).expect("a known id");
                    assert_eq!(card.source.quote, target.quote);
                    assert!(card.said.contains(&tile.name), "{} says {}", card.said, tile.name);
                }
                assert!(view.table.rows.iter().all(|row| row.len() == view.table.head.len()));
            }
        }
    }
}

#[test]
fn groups_follow_the_order_asked_for() {
    let dataset = data();
    let reports = reports(&dataset, "jinhua-2025", AS_OF);
    let ordered = |sort: &str| {
        let chosen = Chosen { sort: sort.into(), ..Chosen::default() };
        scorecard(&reports, &chosen, Language::ZhHans)
    };
    assert_eq!(names(&ordered("deadline")), ["期限 2025", "期限 2027"]);
    assert_eq!(
        names(&ordered("plan"))[..3],
        ["第一部分", "二、（一）", "二、（二）"].map(|name| name.replace('（', "(").replace('）', ")"))
    );
    assert_eq!(names(&ordered(""))[..2], ["经济发展", "企业培育"]);
    assert_eq!(names(&ordered("nonsense")), names(&ordered("")), "what is not offered counts as none");
    let share = ordered("share");
    let shares: Vec<Option<f64>> = share.table.rows.iter().map(|row| row[5].order).collect();
    assert!(shares.windows(2).all(|pair| pair[0].unwrap_or(-1.0) >= pair[1].unwrap_or(-1.0)), "{shares:?}");
}

#[test]
fn choices_keep_some_and_are_told() {
    let dataset = data();
    let reports = reports(&dataset, "linxia-2023", AS_OF);
    let whole = scorecard(&reports, &Chosen::default(), Language::ZhHans);
    let offered: Vec<&str> = whole.choices.iter().map(|choice| choice.name).collect();
    assert!(["topic", "section", "office", "sort"].iter().all(|name| offered.contains(name)), "{offered:?}");
    let office = "州农业农村局";
    let chosen = Chosen { office: office.into(), ..Chosen::default() };
    let view = scorecard(&reports, &chosen, Language::ZhHans);
    let answers = |report: &&Report<'_>| {
        let offices = &report.target.responsible;
        offices.lead.iter().chain(&offices.with).any(|name| name == office)
    };
    let expected = reports.iter().filter(answers).count();
    assert!(expected > 0 && expected < reports.len());
    assert_eq!(tiles(&view), expected);
    assert!(view.finding.starts_with(&format!("29项目标中的{expected}项（{office}）")), "{}", view.finding);
    let nothing =
        Chosen { office: "州市场监管局".into(), section: "二/(八)".into(), topic: "economy".into(), ..chosen };
    let nothing = scorecard(&reports, &nothing, Language::ZhHans);
    assert_eq!((tiles(&nothing), &*nothing.finding), (0, "没有符合条件的目标。"));
    let scene = scene::draw(&nothing, Frame::default());
    assert_eq!(sound(&scene), Ok(()));
    assert!(scene.height > 20.0, "the empty drawing says so");
}

#[test]
fn no_target_and_one_target_are_whole_views() {
    let dataset = data();
    let none = scorecard(&[], &Chosen::default(), Language::En);
    assert_eq!((&*none.finding, none.choices.len(), none.table.rows.len()), ("No target matches.", 0, 0));
    let one = [report::of_target(&dataset, "jinhua-rd-intensity-2025", AS_OF).expect("a known id")];
    let one = scorecard(&one, &Chosen::default(), Language::En);
    assert!(one.finding.starts_with("1 target, due by 2025: 1 "), "{}", one.finding);
    assert_eq!(one.choices, []);
    for view in [none, one] {
        assert_eq!(sound(&scene::draw(&view, Frame { standalone: true, ..Frame::default() })), Ok(()));
    }
}

#[test]
fn hidden_verdicts_are_nowhere() {
    let dataset = data();
    let reports = reports(&dataset, "quanzhou-2025", AS_OF);
    let chosen = Chosen { judged: "none".into(), sort: "verdict".into(), ..Chosen::default() };
    for language in Language::ALL {
        let view = scorecard(&reports, &chosen, language);
        let messages = language.messages();
        let words = [messages.verdict_met, messages.verdict_not_reported];
        let scene = scene::draw(&view, Frame { verdict: false, ..Frame::default() });
        let drawn = texts(&scene);
        let said = format!("{:?}", (&view.finding, &view.table, &view.working, &view.choices));
        for word in words {
            // 2 met, but not metrology.
            let tells = |said: &Said| said.text.split([' ', ',']).any(|part| part == word) || said.text == word;
            assert!(!drawn.iter().any(tells), "{word} is drawn");
            let mut parts = said.split(|c: char| !c.is_alphabetic() && c != ' ');
            assert!(!parts.any(|part| part.trim() == word), "{word} is said");
            for card in &view.cards {
                // A finding may say that a value 已达到 what is due: that is no verdict.
                assert!(card.said.split(messages.list_gap).all(|part| part != word), "{}", card.said);
                assert!(card.source.lines.iter().all(|line| !line.starts_with(word)), "{:?}", card.source.lines);
            }
        }
        assert_eq!(count(&scene, "verdict"), 0);
        assert_eq!(tiles(&view), 49);
        // Without the choice the drawing alone hides them.
        let view = scorecard(&reports, &Chosen::default(), language);
        let scene = scene::draw(&view, Frame { verdict: false, ..Frame::default() });
        assert_eq!(count(&scene, "verdict"), 0);
        assert!(!scene.nodes.iter().any(|node| node.count_role("verdict") > 0));
    }
}

#[test]
fn marks_are_counted_by_role() {
    let dataset = data();
    let reports = reports(&dataset, "quanzhou-2025", AS_OF);
    let view = scorecard(&reports, &Chosen::default(), Language::ZhHans);
    let courses = reports.iter().filter(|report| report.series.points.len() > 1).count();
    let themes = 12;
    for width in [320.0, 640.0, 1280.0, 1920.0] {
        let scene = scene::draw(&view, Frame { width, ..Frame::default() });
        let roles = ["tile", "verdict", "spark", "observed", "target", "counts", "plan"];
        let expected = [49, 49, courses, courses, courses, 1, 0];
        assert_eq!(roles.map(|role| count(&scene, role)), expected, "{width}");
        assert!(count(&scene, "group") >= themes, "{width}");
    }
    let every = every(&dataset);
    let view = scorecard(&every, &Chosen::default(), Language::ZhHans);
    assert_eq!(view.title, "目标一览");
    let scene = scene::draw(&view, Frame::default());
    assert_eq!(["tile", "plan"].map(|role| count(&scene, role)), [192, 5]);
}

#[test]
fn a_wall_shows_a_plan_whole() {
    let dataset = data();
    for plan in PLANS {
        let reports = reports(&dataset, plan, AS_OF);
        for language in Language::ALL {
            let view = scorecard(&reports, &Chosen::default(), language);
            let scene = scene::draw(&view, Frame { width: 1920.0, ..Frame::default() });
            assert!(scene.height <= 1080.0, "{plan} {}: {}", language.tag(), scene.height);
        }
    }
}

/// The heights of the boxes that a finger may touch, in pixels.
fn touched(node: &Node, found: &mut Vec<f64>) {
    let attribute = |name: &str| node.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str());
    if attribute("pointer-events") == Some("all") {
        found.push(attribute("height").and_then(|high| high.parse().ok()).expect("a height"));
    }
    node.children.iter().for_each(|child| touched(child, found));
}

#[test]
fn a_group_is_named_once() {
    let dataset = data();
    for plan in PLANS {
        let view = scorecard(&reports(&dataset, plan, AS_OF), &Chosen::default(), Language::ZhHans);
        for width in [320.0, 640.0, 960.0, 1280.0, 1920.0] {
            let scene = scene::draw(&view, Frame { width, ..Frame::default() });
            let found = texts(&scene);
            for group in &marks(&view).groups {
                let named = found.iter().filter(|said| said.text == group.name).count();
                // A long one goes on in the next column, and is named there again.
                let most = if group.tiles.len() < 6 || width < 600.0 { 1 } else { 2 };
                assert!((1..=most).contains(&named), "{plan} {width}: {} {named} times", group.name);
            }
        }
    }
}

#[test]
fn a_badge_tells_which_year_is_not_published() {
    let dataset = data();
    let reports = reports(&dataset, "jinhua-2025", AS_OF);
    for (language, said) in Language::ALL.into_iter().zip([
        ["2025年未公布", "2027才到期"],
        ["2025年未公布", "2027才到期"],
        ["2025 not reported", "due in 2027"],
    ]) {
        let view = scorecard(&reports, &Chosen::default(), language);
        let drawn = texts(&scene::draw(&view, Frame::default()));
        for word in said {
            assert!(drawn.iter().any(|said| said.text == word), "{word}");
        }
    }
}

#[test]
fn a_tile_is_high_enough_for_a_finger() {
    let dataset = data();
    let view = scorecard(&every(&dataset), &Chosen::default(), Language::ZhHans);
    for (width, text, least) in
        [(320.0, 16.0, 44.0), (640.0, 16.0, 44.0), (320.0, 20.0, 60.0), (1280.0, 20.0, 60.0), (320.0, 24.0, 66.0)]
    {
        let mut found = Vec::new();
        let scene = scene::draw(&view, Frame { width, text, ..Frame::default() });
        scene.nodes.iter().for_each(|node| touched(node, &mut found));
        assert_eq!(found.len(), 192);
        assert!(found.iter().all(|high| *high >= least - 0.1), "{width}/{text}: {found:?}");
    }
}

#[test]
fn every_plan_is_whole_at_every_width() {
    let dataset = data();
    let mut faults = Vec::new();
    for plan in PLANS {
        let reports = reports(&dataset, plan, AS_OF);
        for language in Language::ALL {
            for sort in ["", "share"] {
                let view = scorecard(&reports, &Chosen { sort: sort.into(), ..Chosen::default() }, language);
                for (width, text) in
                    [(280.0, 16.0), (280.0, 32.0), (320.0, 16.0), (640.0, 32.0), (1280.0, 16.0), (1920.0, 24.0)]
                {
                    let scene = scene::draw(&view, Frame { width, text, ..Frame::default() });
                    if let Err(fault) = sound(&scene) {
                        faults.push(format!("{plan} {} {width}/{text} {fault}", language.tag()));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[..faults.len().min(8)].join("\n"));
}

#[test]
fn no_real_name_is_cut() {
    let dataset = data();
    let every = every(&dataset);
    for language in Language::ALL {
        let view = scorecard(&every, &Chosen::default(), language);
        for (width, text) in [(280.0, 32.0), (320.0, 16.0), (640.0, 16.0), (1280.0, 32.0), (1920.0, 16.0)] {
            let scene = scene::draw(&view, Frame { width, text, ..Frame::default() });
            let found = texts(&scene);
            let cut: Vec<&str> = found.iter().map(|said| &*said.text).filter(|text| text.contains('…')).collect();
            assert!(cut.is_empty(), "{width}/{text} {}: {cut:?}", language.tag());
        }
    }
}

#[test]
fn a_year_of_changes_is_told() {
    let dataset = data();
    let block = |as_of: Date, heading: &str| {
        let reports = reports(&dataset, "quanzhou-2025", as_of);
        let view = scorecard(&reports, &Chosen::default(), Language::ZhHans);
        let found = view.working.into_iter().find(|part| part.heading == heading);
        found.map(|part| part.lines).unwrap_or_default()
    };
    let changed = block(AS_OF, "2025-11-01以来的变化");
    assert!(changed.iter().any(|line| line.starts_with("旅游总花费：新公布2025年 超过1300亿元")), "{changed:?}");
    assert_eq!(
        block(Date { year: 2040, month: 2, day: 29 }, "2039-02-28以来的变化"),
        ["没有新的公布值，评定也没有变化。"]
    );
    assert_eq!(block(AS_OF, "评定"), ["已达到：2项目标", "未公布：47项目标"]);
    let themes = block(AS_OF, "主题");
    assert!(themes.contains(&"经济发展：7项目标（已达到 2、未公布 5）".to_string()), "{themes:?}");
    let reports = reports(&dataset, "linxia-2023", AS_OF);
    let view = scorecard(&reports, &Chosen::default(), Language::ZhHans);
    let offices = view.working.iter().find(|part| part.heading == "责任单位").expect("offices");
    assert!(offices.lines.iter().any(|line| line.starts_with("州市场监管局：")), "{:?}", offices.lines);
}

fn observation(indicator: &str, region: &str, unit: &str, year: i32, value: f64, qualifier: Qualifier) -> Observation {
    Observation {
        indicator: indicator.into(),
        region: region.into(),
        year,
        value,
        unit: unit.into(),
        qualifier,
        publisher: "统计局".into(),
        confidence: Confidence::High,
        ..Observation::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(37668), ..ProptestConfig::default() })]
    #[test]
    fn any_names_and_values_are_laid_out_whole(
        names in prop::collection::vec("[一-十]{4,40}|[A-Za-z]{4,40}|[a-z ]{4,40}", 1..12),
        values in prop::collection::btree_map(1990..2026i32, -6..15i32, 0..40),
        over in any::<bool>(),
        width in 240.0..1920.0f64,
        text in 16.0..32.0f64,
    ) {
        let mut dataset = data();
        for (at, indicator) in dataset.indicators.iter_mut().enumerate() {
            let name = &names[at % names.len()];
            indicator.name = dataset::Text { zh_hans: name.clone(), zh_hant: name.clone(), en: name.clone() };
        }
        let targets: Vec<_> = dataset.targets.iter().filter(|row| row.plan == "linxia-2023").cloned().collect();
        let qualifier = if over { Qualifier::AtLeast } else { Qualifier::Exact };
        dataset.observations.clear();
        for (at, target) in targets.iter().enumerate() {
            let unit = dataset.indicator(&target.indicator).map(|row| row.unit.clone()).unwrap_or_default();
            for (year, power) in values.iter().skip(at % 3) {
                let value = 1.25 * libm::pow(10.0, f64::from(*power));
                dataset.observations.push(observation(&target.indicator, &target.region, &unit, *year, value, qualifier));
            }
        }
        let reports = reports(&dataset, "linxia-2023", AS_OF);
        for (language, theme) in Language::ALL.into_iter().zip([Theme::Light, Theme::Dark, Theme::Contrast]) {
            let view = scorecard(&reports, &Chosen::default(), language);
            let frame = Frame { width, text, theme, ..Frame::default() };
            prop_assert_eq!(sound(&scene::draw(&view, frame)), Ok(()));
        }
    }
}
