//! The timeline: deadlines, phases and milestones of the real data, and any choice of them, whole at any width.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

mod drawn;

use drawn::{count, faults, texts};
use indicator_widgets::dataset::{self, Dataset, Date, Milestone, Text};
use indicator_widgets::language::Language;
use indicator_widgets::report::{self, Asked, Report};
use indicator_widgets::scene::{self, Frame, Node, Scene};
use indicator_widgets::view::{self, Chosen, Kind, Marks, Timeline, View};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const AS_OF: Date = Date { year: 2026, month: 11, day: 22 };

fn data() -> Dataset {
    dataset::embedded().expect("unpacks")
}

fn reports<'d>(dataset: &'d Dataset, plan: &str, day: Date) -> Vec<Report<'d>> {
    let plans = dataset.plans.iter().filter(|row| plan == "all" || row.id == plan);
    plans.flat_map(|row| report::of_plan(dataset, &row.id, Asked::from(day)).expect("a plan")).collect()
}

fn timeline(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    view::of(Kind::Timeline, reports, chosen, language).pop().expect("one view")
}

fn marks(view: &View) -> &Timeline {
    match &view.drawings.first().expect("a drawing").marks {
        Marks::Timeline(marks) => marks,
        other => unreachable!("{other:?}"),
    }
}

fn said(scene: &Scene) -> Vec<String> {
    texts(scene).into_iter().map(|said| said.text).collect()
}

#[test]
fn all_plans_say_what_is_due_next_and_what_was_due() {
    let data = data();
    let all = reports(&data, "all", AS_OF);
    for (language, title, finding) in [
        (
            Language::ZhHans,
            "5份方案：目标期限",
            "接下来到期：2027年5项目标（金华市质量强市实施方案）。已到期187项目标，其中185项尚未查到期末值。\
             金华市质量强市实施方案、福建省质量强省建设纲要对2035年只有文字展望，没有数字。",
        ),
        (
            Language::ZhHant,
            "5份方案：目標期限",
            "接下來到期：2027年5項目標（金華市質量強市實施方案）。已到期187項目標，其中185項尚未查到期末值。\
             金華市質量強市實施方案、福建省質量強省建設綱要對2035年只有文字展望，沒有數字。",
        ),
        (
            Language::En,
            "5 plans: deadlines",
            "Due next, in 2027: 5 targets (Jinhua quality plan to 2027). Already due: 187 targets; no final value has been \
             found for 185 of them. The outlook to 2035 is in words, without figures (Jinhua quality plan to 2027, Fujian \
             quality outline to 2025).",
        ),
    ] {
        let view = timeline(&all, &Chosen::default(), language);
        assert_eq!((view.title.as_str(), view.finding.as_str()), (title, finding));
        assert!(view.description.contains(finding));
        // Each plan's marks in a sentence, its name once in it.
        let jinhua = data.plan("jinhua-2025").expect("a plan").short.in_language(language);
        let sentence = view.description.split(finding).nth(1).expect("sentences");
        assert_eq!(sentence.matches(jinhua).count(), 1, "{sentence}");
        assert!(view.cards.iter().filter(|card| card.said.contains("2035")).all(|card| card.row < 5));
        assert_eq!(view.choices.iter().map(|choice| choice.name).collect::<Vec<_>>(), ["topic", "judged"]);
        let marks = marks(&view);
        assert_eq!(marks.years, (2016, 2035));
        assert_eq!(marks.lanes.len(), 5);
        for width in [320.0, 640.0, 1280.0] {
            let scene = scene::draw(&view, Frame { width, ..Frame::default() });
            let roles = ["lane", "deadline", "milestone", "phase", "item"].map(|role| count(&scene, role));
            assert_eq!(roles, [5, 6, 2, 4, 5], "{} at {width}", language.tag());
            assert!(count(&scene, "today") > 0);
        }
        // Every target, four phases, two milestones.
        assert_eq!(view.table.rows.len(), 192 + 4 + 2);
        assert!(view.table.rows.iter().all(|row| row.len() == view.table.head.len()));
    }
}

#[test]
fn a_plan_alone_lists_what_each_deadline_asks() {
    let data = data();
    let jinhua = reports(&data, "jinhua-2025", AS_OF);
    let view = timeline(&jinhua, &Chosen::default(), Language::ZhHans);
    let lists: Vec<_> = marks(&view).lists.iter().map(|list| list.title.as_str()).collect();
    assert_eq!(lists, ["2027年 5项目标", "2025年 37项目标"], "what is due next stands first");
    let listed = marks(&view).lists.iter().flat_map(|list| &list.lines).filter(|line| line.card.is_some()).count();
    assert_eq!(listed, 42);
    let opens: Vec<_> = view.cards.iter().filter(|card| !card.target.is_empty()).map(|card| &card.target).collect();
    assert_eq!(opens.len(), 42);
    assert!(jinhua.iter().all(|report| opens.contains(&&report.target.id)));
    let rows: Vec<usize> = view.cards.iter().map(|card| card.row).collect();
    assert!(rows.is_sorted(), "cards are in reading order");
    assert_eq!(view.cards[0].said, "2025年 37项目标、37项未查到期末值");

    let milestone = view.cards.iter().find(|card| card.said.starts_with("2035")).expect("a milestone");
    assert_eq!(milestone.source.quote, "到2035年,高质量发展水平大幅跃升,产品、工程、服务、环境四大质量协调发展。");
    assert_eq!((milestone.source.quote_lang, milestone.target.as_str()), ("zh-Hans", ""));
    assert!(milestone.source.lines.contains(&"位置：第一部分".to_string()));
}

#[test]
fn phases_stand_in_time_with_their_dates() {
    let data = data();
    let plan = reports(&data, "quanzhou-2017", AS_OF);
    let view = timeline(&plan, &Chosen::default(), Language::En);
    let lane = &marks(&view).lanes[0];
    let spans: Vec<_> = lane.phases.iter().map(|phase| phase.span).collect();
    assert_eq!(spans[0], (2016.0, 2016.25));
    assert!(spans.is_sorted_by(|one, next| one.0 <= next.0) && spans[3].1 < 2018.0);
    assert_eq!(lane.phases[3].dates, "2017-09–2017-11");
    assert!(view.description.contains("2017-09–2017-11, Application and acceptance"));
}

#[test]
fn another_day_has_another_next_deadline() {
    let data = data();
    let all = reports(&data, "all", Date { year: 2024, month: 6, day: 1 });
    let view = timeline(&all, &Chosen::default(), Language::ZhHans);
    assert!(view.finding.starts_with("接下来到期：2025年136项目标（"), "{}", view.finding);
    assert!(view.finding.contains("已到期51项"), "{}", view.finding);
    let next = &marks(&view).lists[0];
    assert_eq!(next.lines.last().expect("lines").text, "…和其余130项");
    // Long after all of them the day is not on the line, and all is over.
    let all = reports(&data, "all", Date { year: 2090, month: 1, day: 1 });
    let view = timeline(&all, &Chosen::default(), Language::ZhHans);
    assert!(view.finding.starts_with("已到期192项"), "{}", view.finding);
    assert_eq!((marks(&view).years, &marks(&view).today), ((2016, 2035), &None));
}

#[test]
fn a_choice_keeps_its_targets_or_says_that_there_are_none() {
    let data = data();
    let all = reports(&data, "all", AS_OF);
    let met = timeline(&all, &Chosen { judged: "met".into(), ..Chosen::default() }, Language::ZhHans);
    assert!(met.finding.starts_with("按所选条件显示2项，共192项。"), "{}", met.finding);
    assert_eq!(marks(&met).lanes.len(), 1);
    assert_eq!(marks(&met).lists[0].lines.len(), 2, "few targets need no headings");
    let none = Chosen { topic: "agriculture".into(), judged: "met".into(), ..Chosen::default() };
    let none = timeline(&all, &none, Language::ZhHans);
    assert_eq!(said(&scene::draw(&none, Frame::default())), ["没有符合所选条件的目标。"]);
    let one = timeline(&all[..1], &Chosen::default(), Language::ZhHans);
    assert!(one.choices.is_empty());
    assert_eq!(one.title, "泉州市 年新增“上云上平台”企业：目标期限");
    assert_eq!(marks(&one).lanes[0].marks.len(), 1);
    let steps: Vec<_> = ["jinhua-rd-intensity-2025", "jinhua-rd-intensity-2027"]
        .map(|id| report::of_target(&data, id, AS_OF).expect("a known id"))
        .into();
    assert_eq!(timeline(&steps, &Chosen::default(), Language::En).title, "R&D intensity, Jinhua: deadlines");
    assert_eq!(one.cards[0].target, all[0].target.id, "a deadline of one target opens it");
}

#[test]
fn verdicts_are_hidden_where_they_are_not_wanted() {
    let data = data();
    let view = timeline(&reports(&data, "quanzhou-2025", AS_OF), &Chosen::default(), Language::ZhHans);
    for width in [320.0, 1280.0] {
        let shown = scene::draw(&view, Frame { width, ..Frame::default() });
        assert!(count(&shown, "verdict") > 0 && said(&shown).iter().any(|text| text.starts_with("已达到")));
        let hidden = scene::draw(&view, Frame { width, verdict: false, ..Frame::default() });
        assert_eq!(count(&hidden, "verdict"), 0);
        let words = said(&hidden);
        assert!(words.iter().all(|text| !text.contains("已达到") && !text.contains("未公布")), "{words:?}");
    }
}

#[test]
fn every_mark_has_a_card_and_every_card_a_mark() {
    fn collect(node: &Node, all: &mut Vec<usize>) {
        let mark = node.attributes.iter().find(|(name, _)| *name == "data-mark");
        all.extend(mark.and_then(|(_, value)| value.parse::<usize>().ok()));
        node.children.iter().for_each(|child| collect(child, all));
    }
    let data = data();
    for plan in ["all", "quanzhou-2025", "jinhua-2025", "fujian-2025", "quanzhou-2017", "linxia-2023"] {
        let view = timeline(&reports(&data, plan, AS_OF), &Chosen::default(), Language::ZhHans);
        for width in [320.0, 1280.0] {
            let mut found = Vec::new();
            scene::draw(&view, Frame { width, ..Frame::default() }).nodes.iter().for_each(|n| collect(n, &mut found));
            found.sort_unstable();
            assert_eq!(found, (0..view.cards.len()).collect::<Vec<_>>(), "{plan} at {width}");
        }
    }
}

/// The boxes that a finger may touch: left, top, width and height, in pixels.
fn touched(node: &Node, found: &mut Vec<[f64; 4]>) {
    let attribute = |name: &str| node.attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str());
    if attribute("pointer-events") == Some("all") {
        let number = |name: &str| attribute(name).and_then(|text| text.parse().ok()).expect("a number");
        found.push(["x", "y", "width", "height"].map(number));
    }
    node.children.iter().for_each(|child| touched(child, found));
}

#[test]
fn a_line_is_high_enough_for_a_finger_and_shares_nothing_with_the_next() {
    let data = data();
    for plan in ["all", "jinhua-2025", "quanzhou-2017"] {
        let view = timeline(&reports(&data, plan, AS_OF), &Chosen::default(), Language::ZhHans);
        for (width, text, least) in
            [(320.0, 16.0, 44.0), (320.0, 20.0, 60.0), (1280.0, 16.0, 44.0), (1280.0, 20.0, 60.0)]
        {
            let mut found = Vec::new();
            scene::draw(&view, Frame { width, text, ..Frame::default() })
                .nodes
                .iter()
                .for_each(|n| touched(n, &mut found));
            assert_eq!(found.len(), view.cards.len(), "{plan} {width}: every mark has its own");
            assert!(found.iter().all(|[.., high]| *high >= least - 0.1), "{plan} {width}/{text}: {found:?}");
            // Years downward nothing lies over anything else.
            let mut column: Vec<_> =
                found.iter().filter(|_| width < 500.0).map(|[_, top, _, high]| (*top, top + high)).collect();
            column.sort_by(|one, other| one.0.total_cmp(&other.0));
            assert!(column.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 0.2), "{plan} {width}/{text}: {column:?}");
        }
    }
}

#[test]
fn every_plan_is_whole_at_every_width_and_size() {
    let data = data();
    for plan in ["all", "quanzhou-2025", "jinhua-2025", "fujian-2025", "quanzhou-2017", "linxia-2023"] {
        let reports = reports(&data, plan, AS_OF);
        for language in Language::ALL {
            let view = timeline(&reports, &Chosen::default(), language);
            for (width, text) in
                [(280.0, 16.0), (280.0, 32.0), (640.0, 16.0), (640.0, 32.0), (1280.0, 32.0), (1920.0, 16.0)]
            {
                let scene = scene::draw(&view, Frame { width, text, standalone: true, ..Frame::default() });
                assert_eq!(faults(&scene), Vec::<String>::new(), "{plan} {} {width}/{text}", language.tag());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(37668), ..ProptestConfig::default() })]
    #[test]
    fn any_deadlines_and_milestones_are_whole(
        deadlines in prop::collection::vec(1990..2060i32, 1..30),
        milestones in prop::collection::btree_map(1990..2100i32, "[一-龥]{4,60}", 0..4),
        year in 1..9999i32,
        width in 280.0..1920.0f64,
        text in 14.0..32.0f64,
        plan in 0..5usize,
        verdict in any::<bool>(),
        language in 0..3usize,
    ) {
        let mut data = data();
        let id = data.plans[plan].id.clone();
        let words = |text: &String| Text { zh_hans: text.clone(), zh_hant: text.clone(), en: text.clone() };
        data.plans[plan].milestones = milestones
            .iter()
            .map(|(year, text)| Milestone { year: *year, section: "一".into(), quote: text.clone(), words: words(text) })
            .collect();
        for (target, year) in data.targets.iter_mut().filter(|row| row.plan == id).zip(deadlines.iter().cycle()) {
            target.deadline = *year;
        }
        for of in [id.as_str(), "all"] {
            let reports = reports(&data, of, Date { year, month: 12, day: 31 });
            let view = timeline(&reports, &Chosen::default(), Language::ALL[language]);
            let scene = scene::draw(&view, Frame { width, text, verdict, ..Frame::default() });
            prop_assert_eq!(faults(&scene), Vec::<String>::new());
        }
    }
}
