//! A page's own values as a reader sees them: marked as the page's everywhere, and what was not used is told.
//!
//! The values are examples of this test; nobody has published them.

#![allow(clippy::expect_used, reason = "a test that can't go on should say so")]

use indicator_widgets::dataset::{Dataset, Date, embedded};
use indicator_widgets::language::Language;
use indicator_widgets::page_table::Sheet;
use indicator_widgets::report::{Asked, of_target};
use indicator_widgets::view::{self, View};

const AS_OF: Date = Date { year: 2026, month: 6, day: 30 };
const EXAMPLE: &str = "年份|研发投入强度（%）
2018|1.91
2019|2.02
2020|2.13
2021|2.30
2022|2.41*
2023|约2.5
2024|2.61";

fn sheet(text: &str) -> Sheet {
    Sheet::table(format!("\n{}", text.replace('|', "\t")))
}

fn view(dataset: &Dataset, target: &str, table: &str, language: Language) -> View {
    let sheet = sheet(table);
    let report =
        of_target(dataset, target, Asked { table: Some(&sheet), ..Asked::from(AS_OF) }).expect("a known target");
    view::trajectory(&report, language)
}

/// The chart without the page's table.
fn bare(dataset: &Dataset, target: &str, language: Language) -> View {
    view::trajectory(&of_target(dataset, target, AS_OF).expect("a known target"), language)
}

#[test]
fn the_page_is_named_as_their_publisher_in_every_language() {
    let dataset = embedded().expect("the data package is whole");
    for (language, name, publisher) in [
        (Language::ZhHans, "本页表格", "浙江省统计局"),
        (Language::ZhHant, "本頁表格", "浙江省统计局"),
        (Language::En, "this page's table", "浙江省统计局"),
    ] {
        let view = view(&dataset, "jinhua-rd-intensity-2025", EXAMPLE, language);
        assert_eq!(view.faults, Vec::<String>::new());
        let source = |year: &str| {
            let row = view.table.rows.iter().find(|row| row.first().is_some_and(|cell| cell.text == year));
            row.and_then(|row| row.last()).expect("a row with a source").text.clone()
        };
        for year in ["2018", "2019", "2020", "2021", "2022", "2023"] {
            assert_eq!(source(year), name, "{year}");
        }
        assert_ne!(source("2012"), name, "the collected value of 2012 stays whose it is");
        assert!(view.foot.iter().any(|line| line.contains(name)), "{:?}", view.foot);
        assert!(!view.foot.iter().any(|line| line.contains(publisher)), "its 2024 value is not shown");
        assert!(view.description.contains('7'), "seven values are the page's: {}", view.description);
        let of_2024 = view.sources.iter().find(|source| source.heading.starts_with("2024")).expect("a source of 2024");
        assert_eq!(of_2024.quote, "2.61");
        assert!(of_2024.url.is_empty());
        let said = of_2024.lines.join("\n");
        assert!(said.contains("2.54%") && said.contains(publisher), "what it stands for is told: {said}");
        assert!(!said.contains(language.messages().source_high) && !said.contains(language.messages().source_medium));
    }
}

#[test]
fn a_target_without_values_gets_a_chart() {
    let dataset = embedded().expect("the data package is whole");
    let target = "jinhua-high-value-patents-per-10000-2025";
    let before = bare(&dataset, target, Language::ZhHans);
    assert!(before.chart().is_some_and(|chart| chart.observed.is_empty() && chart.notice.is_some()));
    let table = "年份|2021年|2022年|2023年\n每万人口拥有量（件）|4.1|超过5.2|6.3（初步）";
    let after = view(&dataset, target, table, Language::ZhHans);
    let chart = after.chart().expect("a trajectory");
    let labels: Vec<_> = chart.observed.iter().filter_map(|mark| mark.labels.first()).cloned().collect();
    assert_eq!(labels, ["2021 实际 4.1件/万人", "2022 实际 超过5.2件/万人", "2023 实际 6.3件/万人（初步数）"]);
    assert!(chart.notice.is_none() && after.finding.contains("6.3件/万人"), "{}", after.finding);
}

#[test]
fn what_was_not_used_is_told_by_row() {
    let dataset = embedded().expect("the data package is whole");
    let table = "年份|数值\n2021|2.3\n2022|二点四\n2022年|0.2个百分点\n2023|2.5";
    let told = |language| view(&dataset, "jinhua-rd-intensity-2025", table, language).faults;
    let hans = told(Language::ZhHans);
    assert_eq!(hans.len(), 2);
    assert!(
        hans.iter().zip(["第3行第2列“二点四”：", "第4行第2列“0.2个百分点”："]).all(|(said, due)| said.starts_with(due)),
        "{hans:?}"
    );
    assert!(hans.iter().any(|said| said.contains("换算成“%”")), "{hans:?}");
    let english = told(Language::En);
    assert!(english.iter().zip(["row 3, ", "row 4, "]).all(|(said, due)| said.starts_with(due)), "{english:?}");
    let many = (0..20).fold("年份|数值".to_string(), |table, year| format!("{table}\n20{year:02}|好"));
    let many = view(&dataset, "jinhua-rd-intensity-2025", &format!("{many}\n2025|2.9"), Language::ZhHans).faults;
    assert_eq!((many.len(), many.last().map(String::as_str)), (9, Some("另有12处。")));
    assert!(bare(&dataset, "jinhua-rd-intensity-2025", Language::ZhHans).faults.is_empty());
}

#[test]
fn rows_of_fields_are_told_by_place_and_field_and_name_their_publisher() {
    let dataset = embedded().expect("the data package is whole");
    let rows = Sheet::rows("\nyear\tvalue\tpublisher\n2021\t2.3\t金华市统计局\n2022\ttwo\t".into());
    let asked = Asked { table: Some(&rows), ..Asked::from(AS_OF) };
    let report = of_target(&dataset, "jinhua-rd-intensity-2025", asked).expect("a known target");
    for (language, fault, publisher) in [
        (Language::ZhHans, "observations[1].value“two”：", "表中写明由金华市统计局发布"),
        (Language::ZhHant, "observations[1].value「two」：", "表中寫明由金华市统计局發布"),
        (Language::En, "observations[1].value, “two”: ", "published by 金华市统计局, as the table says"),
    ] {
        let view = view::trajectory(&report, language);
        assert!(view.faults.iter().all(|said| said.starts_with(fault)) && view.faults.len() == 1, "{:?}", view.faults);
        let of_2021 = view.sources.iter().find(|source| source.heading.starts_with("2021")).expect("a source of 2021");
        assert!(of_2021.lines.iter().any(|line| line == publisher), "{:?}", of_2021.lines);
    }
}
