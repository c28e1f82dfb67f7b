//! The table of everything: all targets of the real data, chosen and in order.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use indicator_widgets::dataset::{self, Dataset, Date};
use indicator_widgets::language::Language;
use indicator_widgets::report::{self, Asked, Report};
use indicator_widgets::view::{self, Chosen, Kind, View};

const AS_OF: Date = Date { year: 2026, month: 11, day: 22 };

fn reports(dataset: &Dataset) -> Vec<Report<'_>> {
    let of =
        |plan: &dataset::Plan| report::of_plan(dataset, &plan.id, Asked::from(AS_OF)).expect("a plan of the package");
    dataset.plans.iter().flat_map(of).collect()
}

fn table(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    view::of(Kind::Table, reports, chosen, language).pop().expect("one view")
}

fn column(view: &View, at: usize) -> Vec<&str> {
    view.table.rows.iter().map(|row| row[at].text.as_str()).collect()
}

#[test]
fn every_target_has_a_row_with_all_cells_in_three_languages() {
    let dataset = dataset::embedded().expect("unpacks");
    let all = reports(&dataset);
    for (language, title, finding) in [
        (
            Language::ZhHans,
            "5份方案：全部目标",
            "共192项目标，其中13项查到了公布值，不一定是期限当年的。评定：已达到 2、未公布 190。",
        ),
        (
            Language::ZhHant,
            "5份方案：全部目標",
            "共192項目標，其中13項查到了公布值，不一定是期限當年的。評定：已達到 2、未公布 190。",
        ),
        (
            Language::En,
            "5 plans: all targets",
            "192 targets; for 13 a published value was found, not always of the deadline's year. Verdicts: met 2, not reported 190.",
        ),
    ] {
        let view = table(&all, &Chosen::default(), language);
        assert_eq!((view.title.as_str(), view.finding.as_str()), (title, finding));
        assert_eq!(view.table.rows.len(), 192);
        for row in &view.table.rows {
            assert_eq!(row.len(), view.table.head.len());
            assert!(row.iter().all(|cell| !cell.text.is_empty() && !cell.text.contains('{')), "{row:?}");
        }
        assert!(view.drawings.is_empty());
        // A deadline sorts as a year, also where it is marked as not stated.
        let stated: usize = view.table.rows.iter().filter(|row| row[3].text.len() > 4).count();
        assert_eq!(stated, 22 + 18 + 7 + 5, "{title}");
        assert!(view.table.rows.iter().all(|row| row[3].order.is_some_and(|year| (2017.0..=2027.0).contains(&year))));
    }
}

#[test]
fn a_row_says_what_is_published_and_only_that() {
    let dataset = dataset::embedded().expect("unpacks");
    let all = reports(&dataset);
    let view = table(&all, &Chosen::default(), Language::ZhHans);
    let row = |id: &str| {
        let at = all.iter().position(|report| report.target.id == id).expect(id);
        view.table.rows[at].iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>()
    };
    let spending = row("quanzhou-tourist-spending-2025");
    assert_eq!(spending[2..10], [">1100亿元", "2025", "1300亿元", "2025", "超过", "+200亿元", "已达到", "—"]);
    let smes = row("quanzhou-provincial-specialised-smes-2025");
    assert_eq!(smes[4..8], ["527家", "2024", "未满全年", "−173家"]);
    // Growth that is worked into a path bears no decimals that the values do not.
    assert_eq!(row("fujian-gross-ocean-product-growth-2025")[7], "−2465亿元");
    let foam: Vec<_> = view.table.rows.iter().filter(|row| row[4].text == "—").collect();
    assert_eq!(foam.len(), 192 - 13);
    assert!(foam.iter().all(|row| [5, 6, 7, 9, 13].iter().all(|at| row[*at].text == "—")));
}

#[test]
fn what_is_chosen_is_kept_in_the_order_asked_for() {
    let dataset = dataset::embedded().expect("unpacks");
    let all = reports(&dataset);
    let chosen = Chosen { topic: "innovation".into(), sort: "deadline".into(), ..Chosen::default() };
    let view = table(&all, &chosen, Language::ZhHans);
    let count = all.iter().filter(|report| report.indicator.theme == "innovation").count();
    assert!(
        view.finding.starts_with(&format!("按所选条件显示{count}项，共192项。共{count}项目标")),
        "{}",
        view.finding
    );
    assert_eq!(view.table.rows.len(), count);
    let years: Vec<f64> = view.table.rows.iter().filter_map(|row| row[3].order).collect();
    assert!(years.is_sorted() && years.first() < years.last());
    assert_eq!(view.choices.iter().map(|choice| choice.name).collect::<Vec<_>>(), ["topic", "judged", "sort"]);
    assert_eq!(view.choices[0].chosen, "innovation");
    assert_eq!(view.choices[0].options.len(), 1 + dataset.themes.len());

    let met = Chosen { judged: "met".into(), ..Chosen::default() };
    assert_eq!(column(&table(&all, &met, Language::En), 0), ["Tourist visits", "Total tourist spending"]);
    let verdicts = Chosen { sort: "verdict".into(), ..Chosen::default() };
    assert_eq!(column(&table(&all, &verdicts, Language::En), 8)[..3], ["met", "met", "not reported"]);
    let names = table(&all, &Chosen { sort: "name".into(), ..Chosen::default() }, Language::En);
    assert!(column(&names, 0).is_sorted());

    let none = Chosen { topic: "agriculture".into(), judged: "met".into(), ..Chosen::default() };
    let view = table(&all, &none, Language::ZhHans);
    assert_eq!((view.table.rows.len(), view.finding.as_str()), (0, "没有符合所选条件的目标。"));
    // What nothing has counts as no choice.
    let unknown =
        Chosen { topic: "poetry".into(), office: "州工信局".into(), sort: "?".into(), ..Chosen::default() };
    assert_eq!(table(&all, &unknown, Language::ZhHans).table.rows.len(), 192);
}

#[test]
fn chapters_and_offices_are_chosen_within_one_plan() {
    let dataset = dataset::embedded().expect("unpacks");
    let linxia = report::of_plan(&dataset, "linxia-2023", Asked::from(AS_OF)).expect("a plan");
    let office = Chosen { office: "州工信局".into(), ..Chosen::default() };
    let view = table(&linxia, &office, Language::ZhHans);
    assert_eq!(view.table.rows.len(), 15);
    let names: Vec<_> = view.choices.iter().map(|choice| choice.name).collect();
    assert_eq!(names, ["topic", "section", "office", "sort"], "all are not reported: no verdict to choose");
    let fujian = report::of_plan(&dataset, "fujian-2025", Asked::from(AS_OF)).expect("a plan");
    let chapter = Chosen { section: "二/(六)".into(), ..Chosen::default() };
    let view = table(&fujian, &chapter, Language::ZhHans);
    assert_eq!(view.table.rows.len(), 12);
    let place =
        view.table.head.iter().position(|head| *head == Language::ZhHans.messages().head_place).expect("a head");
    assert!(column(&view, place).iter().all(|place| place.starts_with("二、(六)")));
    assert!(view.choices.iter().all(|choice| choice.name != "office"), "the plan names none");
}

#[test]
fn without_verdicts_no_word_of_one_is_left() {
    let dataset = dataset::embedded().expect("the embedded package unpacks");
    let reports: Vec<_> = ["linxia-2023", "quanzhou-2025"]
        .into_iter()
        .flat_map(|plan| report::of_plan(&dataset, plan, AS_OF.into()).expect("a known plan"))
        .collect();
    let chosen = Chosen { judged: Chosen::UNJUDGED.into(), ..Chosen::default() };
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Trajectory) {
        for view in view::of(kind, &reports, &chosen, Language::En) {
            let cells = view.table.rows.iter().flatten().map(|cell| cell.text.as_str());
            let options = view.choices.iter().flat_map(|choice| choice.options.iter().map(|(_, word)| word.as_str()));
            let said = [view.finding.as_str(), view.description.as_str()];
            for text in cells.chain(view.table.head.iter().map(String::as_str)).chain(options).chain(said) {
                assert!(!["met", "not reported", "Verdict", "verdict"].contains(&text), "{}: {text}", kind.name());
                assert!(!text.contains("not reported "), "{}: {text}", kind.name());
            }
        }
    }
}

#[test]
fn a_plan_that_is_alone_stands_in_the_title_and_not_in_every_row() {
    let dataset = dataset::embedded().expect("the embedded package unpacks");
    let heads = |reports: &[Report<'_>]| table(reports, &Chosen::default(), Language::En).table.head;
    let one = report::of_plan(&dataset, "linxia-2023", AS_OF.into()).expect("a known plan");
    assert!(!heads(&one).iter().any(|head| head == "Plan" || head == "Region"), "{:?}", heads(&one));
    // No projection, no qualifier: no column of dashes.
    let plain = report::of_plan(&dataset, "linxia-2023", Asked::from(AS_OF)).expect("a plan");
    assert!(
        !heads(&plain).iter().any(|head| head == "Chance of reaching it" || head == "How given"),
        "{:?}",
        heads(&plain)
    );
    let every = heads(&reports(&dataset));
    assert!(["Plan", "Region"].iter().all(|wanted| every.iter().any(|head| head == wanted)), "{every:?}");
}
