//! The progress view: bars and dots, each kind of target, each state, one line of text, and what is said of them.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops at what should not be")]

mod drawn;

use drawn::{attribute, count, faults, texts};
use indicator_widgets::dataset::{self, Dataset, Date, Kind as TargetKind, Observation, Qualifier, Target};
use indicator_widgets::language::Language;
use indicator_widgets::report::{self, Report};
use indicator_widgets::scene::{self, Frame, Node};
use indicator_widgets::view::{self, Chosen, Kind, Marks, ProgressLine, View};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const AUTUMN: Date = Date { year: 2025, month: 10, day: 1 };
const GREEN: &str = "quanzhou-green-factories-2025";
const GIANTS: &str = "quanzhou-little-giant-firms-2025";

fn data() -> Dataset {
    dataset::embedded().expect("the embedded package unpacks")
}

fn observation(target: &Target, year: i32, value: f64, qualifier: Qualifier) -> Observation {
    Observation {
        indicator: target.indicator.clone(),
        region: target.region.clone(),
        year,
        value,
        unit: target.unit.clone(),
        qualifier,
        publisher: "p".into(),
        source_title: "t".into(),
        wording: "w".into(),
        ..Observation::default()
    }
}

/// The package with these exact values alone, of the target `id`, which `change` may alter.
fn with(id: &str, values: &[(i32, f64)], change: impl Fn(&mut Target)) -> Dataset {
    let mut data = data();
    data.targets.iter_mut().filter(|row| row.id == id).for_each(change);
    let target = data.target(id).expect("a known id").clone();
    data.observations = values.iter().map(|(y, v)| observation(&target, *y, *v, Qualifier::Exact)).collect();
    data
}

fn see<'d>(data: &'d Dataset, ids: &[&str], day: Date, language: Language) -> (Vec<Report<'d>>, View) {
    let reports: Vec<Report<'d>> = ids.iter().map(|id| report::of_target(data, id, day).expect("a known id")).collect();
    let view = view::of(Kind::Progress, &reports, &Chosen::default(), language).pop().expect("one view");
    (reports, view)
}

fn lines(view: &View) -> &[ProgressLine] {
    match view.drawings.first().map(|drawing| &drawing.marks) {
        Some(Marks::Progress(marks)) => &marks.lines,
        _ => &[],
    }
}

fn line(data: &Dataset, id: &str, day: Date) -> ProgressLine {
    lines(&see(data, &[id], day, Language::ZhHans).1)[0].clone()
}

#[test]
fn a_target_without_values_says_so_and_shows_what_is_due() {
    let data = data();
    let (_, view) = see(&data, &[GREEN], AUTUMN, Language::ZhHans);
    assert_eq!(view.finding, "2025年目标：150家。尚未查到公布的实际值。");
    let line = &lines(&view)[0];
    assert_eq!((line.value.as_ref(), line.low, line.target.value), (None, 0.0, 150.0));
    assert!(line.high > 150.0, "the mark stands inside the track");
    let scene = scene::draw(&view, Frame::default());
    assert_eq!(["row", "track", "target", "observed", "trajectory"].map(|role| count(&scene, role)), [1, 1, 1, 0, 0]);
    assert_eq!(view.cards.len(), 1);
    assert_eq!(view.cards[0].said, "2025 目标 150家");
    assert!(!view.cards[0].source.quote.is_empty(), "the card shows the wording");
}

#[test]
fn one_value_is_told_in_three_languages() {
    let data = data();
    let said = |language| see(&data, &[GIANTS], Date { year: 2024, month: 10, day: 1 }, language).1.finding;
    assert_eq!(said(Language::ZhHans), "2023年实际值为52家，比2025年目标（60家）低8家。完成目标的87%。");
    assert_eq!(said(Language::ZhHant), "2023年實際值為52家，比2025年目標（60家）低8家。完成目標的87%。");
    assert_eq!(said(Language::En), "The 2023 value is 52, 8 below the 2025 target (60). That is 87% of the target.");
}

#[test]
fn where_it_ought_to_be_is_the_paths_value_of_the_last_year_that_is_over() {
    let data = with("jinhua-rd-intensity-2027", &[(2019, 2.0), (2021, 2.26), (2023, 2.5)], |_| ());
    let (reports, view) = see(&data, &["jinhua-rd-intensity-2027"], AUTUMN, Language::ZhHans);
    let (at, labels) = lines(&view)[0].ought.clone().expect("the path is known");
    assert_eq!(Some(at), reports[0].trajectory.value_at(2024));
    assert_eq!(labels[0], "2024 按期应达 2.65%");
    assert_eq!(view.cards.len(), 3, "value, target, where it ought to be");
    // The next deadline of the same path is what ought to be reached by then.
    let later = Date { year: 2026, month: 6, day: 1 };
    assert_eq!(line(&data, "jinhua-rd-intensity-2027", later).ought.map(|(at, _)| at), Some(2.8));
    // At and after its own deadline the target says it.
    assert_eq!(line(&data, "jinhua-rd-intensity-2025", later).ought, None);
}

#[test]
fn the_path_says_nothing_of_its_first_year_nor_of_less_than_one_a_year() {
    let data = with("jinhua-rd-intensity-2025", &[(2023, 2.5)], |_| ());
    assert_eq!(line(&data, "jinhua-rd-intensity-2025", Date { year: 2024, month: 6, day: 1 }).ought, None);
    // Two new ones in five years.
    assert_eq!(line(&data, "quanzhou-quality-power-leading-firms-2025", AUTUMN).ought, None);
}

#[test]
fn a_share_is_of_the_way_from_the_base_or_of_what_is_counted_from_nothing() {
    let id = "jinhua-rd-intensity-2025";
    let data = with(id, &[(2022, 2.0), (2024, 2.4)], |_| ());
    let (reports, view) = see(&data, &[id], AUTUMN, Language::ZhHans);
    let share = reports[0].requirement.share.expect("a base and a later value");
    assert!((share - 0.5).abs() < 1e-9);
    assert!(view.finding.contains("从2022年的2%算起，已走完全程的50%。"), "{}", view.finding);
    assert_eq!(view.table.rows[0][3].order, Some(share));
    // A level without a base has no share: 2.4 of 2.8 is not 86 % of anything done.
    let data = with(id, &[(2023, 2.4)], |_| ());
    assert_eq!(see(&data, &[id], AUTUMN, Language::ZhHans).1.table.rows[0][3].text, "—");
    // Only all of it is 100 %.
    let data = with(GREEN, &[(2023, 149.9)], |_| ());
    assert!(line(&data, GREEN, AUTUMN).value.expect("a value").labels[0].contains("99%"));
}

#[test]
fn a_bar_begins_at_zero_and_a_dot_where_zero_means_nothing() {
    let index = "jinhua-manufacturing-quality-index-2025";
    let data = with(index, &[(2022, 89.0), (2024, 91.0)], |_| ());
    let dot = line(&data, index, AUTUMN);
    assert!(dot.ends.is_some() && dot.low > 80.0 && dot.low < 89.0 && dot.high > 92.0);
    for row in data.targets.iter().filter(|row| row.restates.is_none() && row.unit != "index" && row.unit != "分") {
        let bar = line(&data, &row.id, AUTUMN);
        assert_eq!((bar.ends, bar.low), (None, 0.0), "{}", row.id);
    }
    let below = with("jinhua-rd-intensity-2025", &[(2022, -1.5)], |_| ());
    let bar = line(&below, "jinhua-rd-intensity-2025", AUTUMN);
    assert!(bar.low < -1.5 && bar.value.is_some_and(|value| value.from == 0.0));
}

#[test]
fn a_share_ends_at_what_a_share_can_be() {
    let data = data();
    assert_eq!(line(&data, "quanzhou-food-evaluative-pass-rate-2025", AUTUMN).high, 100.0);
}

#[test]
fn each_kind_holds_what_it_promises_against_what_is_known() {
    // A floor: the latest year's own flow.
    let id = "jinhua-new-high-tech-firms-yearly-2025";
    let data = with(id, &[(2022, 500.0), (2023, 380.0)], |_| ());
    let floor = line(&data, id, AUTUMN);
    assert_eq!(floor.value.map(|value| value.labels[0].clone()).as_deref(), Some("2023 实际 380家（95%）"));
    assert_eq!(floor.ought, None, "every year asks the same");
    // A range: two marks.
    let id = "quanzhou-quality-power-leading-firms-2025";
    let data = with(id, &[(2023, 1.0)], |_| ());
    let range = line(&data, id, AUTUMN);
    assert_eq!((range.target.value, range.target.upper), (1.0, Some(2.0)));
    // A rate: the average growth since the base.
    let data = self::data();
    let id = "fujian-gross-ocean-product-growth-2025";
    let (reports, view) = see(&data, &[id], AUTUMN, Language::ZhHans);
    let growth = reports[0].requirement.so_far.and_then(|pace| pace.growth).expect("a base and a later value");
    let rate = &lines(&view)[0];
    assert_eq!(rate.value.as_ref().map(|value| value.at), Some(growth * 100.0));
    assert_eq!((rate.target.value, rate.ought.clone()), (8.0, None));
    assert!(view.finding.contains("2021–2023年实际年均4.4%。"), "{}", view.finding);
    assert_eq!(reports[0].target.kind, TargetKind::GrowthRate);
    // A ceiling: no share of it is an achievement.
    let data = with(GREEN, &[(2023, 120.0)], |row| row.comparator = dataset::Comparator::AtMost);
    let ceiling = line(&data, GREEN, AUTUMN);
    assert_eq!(ceiling.value.map(|value| value.labels), Some(vec!["2023 实际 120家".into()]));
    assert_eq!(ceiling.target.labels[0], "2025 目标 ≤150家");
}

#[test]
fn after_the_deadline_its_own_years_value_counts() {
    let data = with(GREEN, &[(2025, 151.0), (2026, 149.0)], |_| ());
    let late = Date { year: 2027, month: 6, day: 1 };
    let (_, view) = see(&data, &[GREEN], late, Language::En);
    assert_eq!(view.finding, "The 2025 value is 151: the target (150) was reached.");
    assert_eq!(lines(&view)[0].value.as_ref().map(|value| value.at), Some(151.0));
    assert!(lines(&view)[0].high > 151.0, "the bar is seen to pass the mark");
    let data = with(GREEN, &[(2024, 140.0)], |_| ());
    let said = see(&data, &[GREEN], late, Language::En).1.finding;
    assert!(said.contains("No value for 2025 has been found."), "{said}");
}

#[test]
fn over_has_an_open_end_and_no_share() {
    let mut data = with(GREEN, &[], |_| ());
    let target = data.target(GREEN).expect("a known id").clone();
    data.observations = vec![observation(&target, 2023, 120.0, Qualifier::AtLeast)];
    let (_, view) = see(&data, &[GREEN], AUTUMN, Language::ZhHans);
    assert_eq!(lines(&view)[0].value.as_ref().map(|value| value.mark), Some(view::Mark::Over));
    assert_eq!(view.table.rows[0][3].text, "—");
}

#[test]
fn many_are_counted_and_the_counts_are_those_of_the_lines() {
    let data = data();
    let asked = report::Asked::from(AUTUMN);
    let reports = report::of_plan(&data, "quanzhou-2025", asked).expect("a known plan");
    let view = view::of(Kind::Progress, &reports, &Chosen::default(), Language::ZhHans).pop().expect("one view");
    assert_eq!(
        view.finding,
        "共49项目标，按最新公布的值看：3项达到目标水平，2项与目标有差距，1项不足以判断，43项尚未查到实际值。"
    );
    assert_eq!(view.title, "泉州市质量强市建设方案：目标进度");
    assert_eq!(lines(&view).len(), 49);
    assert_eq!(lines(&view).iter().filter(|line| line.value.is_none()).count(), 43);
    assert_eq!(view.table.rows.len(), 49);
    let scene = scene::draw(&view, Frame { width: 1280.0, ..Frame::default() });
    assert_eq!(["row", "target", "observed", "verdict"].map(|role| count(&scene, role)), [49, 49, 6, 49]);
    let bare = scene::draw(&view, Frame { verdict: false, ..Frame::default() });
    assert_eq!(count(&bare, "verdict"), 0);
}

/// The outline of each badge.
fn badges(node: &Node, found: &mut Vec<String>) {
    if attribute(node, "data-role") == Some("verdict") {
        found.extend(node.children.first().and_then(|path| attribute(path, "d")).map(str::to_string));
    }
    node.children.iter().for_each(|child| badges(child, found));
}

#[test]
fn a_badge_beside_an_earlier_value_names_the_year_and_is_whole() {
    let data = data();
    let day = Date { year: 2026, month: 6, day: 30 };
    let ids = ["jinhua-rd-intensity-2025", GREEN];
    for (language, words) in [
        (Language::ZhHans, ["2025年未公布", "未公布"]),
        (Language::ZhHant, ["2025年未公布", "未公布"]),
        (Language::En, ["2025 not reported", "not reported"]),
    ] {
        let (_, view) = see(&data, &ids, day, language);
        for text in [16.0, 20.0, 32.0] {
            let scene = scene::draw(&view, Frame { width: 1280.0, text, ..Frame::default() });
            let all = texts(&scene);
            assert!(words.iter().all(|word| all.iter().any(|said| said.text == *word)), "{words:?}");
            let mut found = Vec::new();
            scene.nodes.iter().for_each(|node| badges(node, &mut found));
            assert_eq!(found.len(), 2);
            for outline in found {
                let top = outline.trim_start_matches('M').split([' ', 'H']).nth(1).and_then(|y| y.parse::<f64>().ok());
                assert!(top.is_some_and(|top| top >= 0.5), "the line itself is a pixel wide: {outline}");
            }
        }
    }
}

#[test]
fn regions_with_one_index_share_one_track() {
    let data = data();
    let ids = ["fujian", "quanzhou", "jinhua"].map(|region| format!("{region}-manufacturing-quality-index-2025"));
    let (_, view) = see(&data, &ids.each_ref().map(String::as_str), AUTUMN, Language::ZhHans);
    assert_eq!(lines(&view).iter().map(|line| &*line.name).collect::<Vec<_>>(), ["福建省", "泉州市", "金华市"]);
    assert!(lines(&view).iter().all(|line| (line.low, line.high) == (lines(&view)[0].low, lines(&view)[0].high)));
}

#[test]
fn nothing_to_show_is_said() {
    let (_, view) = see(&data(), &[], AUTUMN, Language::En);
    assert_eq!(view.finding, "There is no target to show.");
    assert!(view.drawings.is_empty() && view.cards.is_empty());
}

/// Marks name their cards, in the order of reading: every card once.
fn marks(node: &Node, found: &mut Vec<usize>) {
    found.extend(attribute(node, "data-mark").and_then(|mark| mark.parse::<usize>().ok()));
    node.children.iter().for_each(|child| marks(child, found));
}

#[test]
fn every_card_has_its_mark() {
    let data = data();
    let ids: Vec<&str> = data.targets.iter().filter(|row| row.restates.is_none()).map(|row| &*row.id).collect();
    let (_, view) = see(&data, &ids, AUTUMN, Language::En);
    let scene = scene::draw(&view, Frame { width: 700.0, ..Frame::default() });
    let mut found = Vec::new();
    scene.nodes.iter().for_each(|node| marks(node, &mut found));
    found.sort_unstable();
    assert_eq!(found, (0..view.cards.len()).collect::<Vec<_>>());
    assert!(view.cards.windows(2).all(|pair| pair[0].row <= pair[1].row));
    assert!(view.cards.iter().all(|card| data.target(&card.target).is_some() && !card.said.is_empty()));
}

#[test]
fn one_line_has_the_symbol_a_bar_and_both_numbers() {
    let data = data();
    let brief = |id: &str, width: f64, language| {
        let (_, view) = see(&data, &[id], AUTUMN, language);
        let scene = scene::draw(&view, Frame { width, compact: true, ..Frame::default() });
        let said = texts(&scene).into_iter().map(|said| said.text).collect::<Vec<_>>();
        (said, scene)
    };
    let (said, scene) = brief(GIANTS, 320.0, Language::ZhHans);
    assert_eq!(said, ["52家 / 目标 60家"]);
    assert_eq!((scene.width, scene.height), (320.0, 24.0));
    assert_eq!(["verdict", "track", "observed", "target"].map(|role| count(&scene, role)), [1, 1, 1, 1]);
    assert_eq!(brief(GREEN, 240.0, Language::ZhHans).0, ["— / 目标 150家"]);
    assert_eq!(brief(GREEN, 240.0, Language::En).0, ["– / target 150"]);
    assert_eq!(brief(GREEN, 120.0, Language::ZhHans).0, ["— / 150家"], "rather both texts than a bar of nothing");
    let (said, scene) = brief(GIANTS, 120.0, Language::ZhHans);
    assert_eq!((said.concat().as_str(), scene.width), ("52家", 120.0));
}

#[test]
fn every_target_is_whole_at_every_width() {
    let data = data();
    let targets: Vec<_> = data.targets.iter().filter(|row| row.restates.is_none()).collect();
    let mut wrong = Vec::new();
    for target in targets {
        for language in Language::ALL {
            let (_, view) = see(&data, &[&target.id], AUTUMN, language);
            for (width, text, compact) in [
                (280.0, 16.0, false),
                (320.0, 32.0, false),
                (640.0, 16.0, false),
                (80.0, 16.0, true),
                (120.0, 16.0, true),
                (240.0, 32.0, true),
            ] {
                // A file's own heading is another's care.
                let frame = Frame { width, text, compact, ..Frame::default() };
                wrong.extend(
                    faults(&scene::draw(&view, frame)).into_iter().map(|fault| [&*target.id, ": ", &fault].concat()),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults, the first:\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}

fn qualifier() -> impl Strategy<Value = Qualifier> {
    prop_oneof![
        Just(Qualifier::Exact),
        Just(Qualifier::AtLeast),
        Just(Qualifier::About),
        Just(Qualifier::Preliminary),
        Just(Qualifier::PartYear)
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, rng_seed: RngSeed::Fixed(37668), ..ProptestConfig::default() })]

    #[test]
    fn any_values_are_drawn_whole(
        values in prop::collection::btree_map(2015..2026i32, (-10.0..10.0f64, qualifier()), 0..5),
        exponent in -6..15i32,
        due in 0.0..10.0f64,
        index in 0..180usize,
        width in 280.0..1920.0f64,
        text in 12.0..32.0f64,
        compact in any::<bool>(),
        language in 0..3usize,
    ) {
        let mut data = data();
        let scale = libm::pow(10.0, f64::from(exponent));
        let ids: Vec<String> =
            data.targets.iter().filter(|row| row.restates.is_none()).skip(index).take(5).map(|row| row.id.clone()).collect();
        data.observations.clear();
        for id in &ids {
            let row = data.targets.iter_mut().find(|row| row.id == *id).expect("a known id");
            if row.kind != TargetKind::GrowthRate {
                row.value = due * scale;
                row.value_max = row.value_max.map(|_| (due + 1.0) * scale);
            }
            let target = row.clone();
            let known = values.iter().map(|(year, (value, qualifier))| observation(&target, *year, value * scale, *qualifier));
            data.observations.extend(known);
        }
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        for ids in [&ids[..], &ids[..1]] {
            let (_, view) = see(&data, ids, AUTUMN, Language::ALL[language]);
            let wrong = faults(&scene::draw(&view, Frame { width, text, compact, ..Frame::default() }));
            prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }
}
