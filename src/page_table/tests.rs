#![allow(clippy::expect_used, reason = "a test that can't go on should say so")]

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::dataset::{Qualifier, embedded};

mod printed;

/// On which every year up to 2025 is over.
const DAY: Date = Date { year: 2026, month: 6, day: 30 };
const INTENSITY: &str = "jinhua-rd-intensity-2025";
const OUTPUT: &str = "quanzhou-construction-output-2025";
const PATENTS: &str = "quanzhou-high-value-patents-per-10000-2025";
const GROWTH: &str = "quanzhou-gross-ocean-product-growth-2025";
const CHANGE: &str = "fujian-digital-economy-core-share-change-2025";

/// A table without a caption from lines of cells parted by `|`.
fn table(text: &str) -> String {
    format!("\n{}", text.replace('|', "\t"))
}

static DATASET: LazyLock<Dataset> = LazyLock::new(|| embedded().expect("the data package is whole"));

fn reading(target: &str, table: &str) -> Reading {
    read(&Sheet::table(table.into()), &DATASET, DATASET.target(target).expect("a target of the package"), DAY)
}

fn values(reading: &Reading) -> Vec<(i32, f64)> {
    reading.values.iter().map(|row| (row.year, row.value)).collect()
}

/// What a table without a fault says.
fn clean(target: &str, text: &str) -> Vec<(i32, f64)> {
    let reading = reading(target, &table(text));
    assert_eq!(reading.faults, [], "{text}");
    values(&reading)
}

fn faults(reading: &Reading) -> Vec<(usize, &str, Wrong)> {
    reading.faults.iter().map(|fault| (fault.row, fault.cell.as_str(), fault.what)).collect()
}

/// The only fault of a table that says nothing else.
fn refused(target: &str, text: &str) -> Wrong {
    let reading = reading(target, &table(text));
    assert_eq!((values(&reading).len(), reading.faults.len()), (0, 1), "{text}: {:?}", reading.faults);
    reading.faults.first().expect("counted").what
}

#[test]
fn a_row_a_year_in_many_forms() {
    let due = [(2021, 2.3), (2022, 2.4)];
    for text in [
        "年份|数值\n2021|2.3\n2022|2.4",
        "2021|2.3\n2022|2.4",
        "年度|研发投入强度（%）\n2021年|2.3\n2022年末|2.4",
        "２０２１年|２．３％\n２０２２年|２．４％",
        "Year|Value\n2021|2.3%\n2022|2.4 %",
        "序号|年份|实际值|目标值|备注\n1|2021|2.3|2.0|初步核算\n2|2022|2.4|2.1|",
        "金华市研发投入|金华市研发投入\n年份|强度/%\n2021|2.3\n2022|2.4\n注：均为统计数|注：均为统计数",
        "数值|年份\n2.3|2021\n2.4|2022",
        "年份|经费（亿元）|研发投入强度（%）\n2021|123|2.3\n2022|135|2.4",
        "年份|经费（亿元）|占比（%）\n2021|123|2.3\n2022|135|2.4",
        "年份|强度（‰）\n2021|23\n2022|24",
        "年份|数值\n2022|2.4\n2021|2.3\n2020|—\n2019|不详\n2018|",
    ] {
        let mut read = clean(INTENSITY, text);
        read.sort_by_key(|(year, _)| *year);
        assert_eq!(read, due, "{text}");
    }
}

#[test]
fn a_column_a_year() {
    let due = [(2021, 2.3), (2022, 2.4)];
    for text in [
        "年份|2021|2022\n研发投入强度|2.3|2.4",
        "指标|单位|2021年|2022年\n研发投入强度|%|2.3|2.4",
        "序号|指标|单位|2021|2022|备注\n1|研发投入强度|%|2.3|2.4|据统计公报",
        "2021|2022\n2.3%|2.4%",
        "指标|年份|年份\n指标|2021|2022\n研发投入强度|2.3|2.4",
        "指标|2021|2022|2023\n目标值|2.2|2.3|2.4\n实际值|2.3|2.4|—",
        "指标|单位|2021|2022\n研发经费|亿元|123|135\n研发投入强度|%|2.3|2.4",
    ] {
        assert_eq!(clean(INTENSITY, text), due, "{text}");
    }
    assert_eq!(clean(INTENSITY, "年份|2021\n实际值|2.3"), [(2021, 2.3)]);
    assert_eq!(clean(INTENSITY, "指标|年份|年份\n指标|2020|2023\n研发投入强度|2.3|2.4"), [(2020, 2.3), (2023, 2.4)]);
}

#[test]
fn values_that_look_like_years_are_no_years() {
    let factories = "quanzhou-green-factories-2025";
    assert_eq!(clean(factories, "年份|家数\n2021|1950\n2022|2013"), [(2021, 1950.0), (2022, 2013.0)]);
    assert_eq!(clean(factories, "2021|1950\n2022|2013"), [(2021, 1950.0), (2022, 2013.0)]);
    assert_eq!(clean(factories, "指标|2021|2022\n家数|1950|2013"), [(2021, 1950.0), (2022, 2013.0)]);
}

#[test]
fn values_come_in_the_indicators_unit() {
    for (text, value) in [
        ("年份|数值\n2022|3000", 3000.0),
        ("年份|数值\n2022|3000亿元", 3000.0),
        ("年份|数值\n2022|3000亿", 3000.0),
        ("年份|数值\n2022|1.2万亿元", 12_000.0),
        ("年份|数值（万元）\n2022|12,345,678", 1234.5678),
        ("年份|数值（亿元，当年价）\n2022|3000", 3000.0),
        ("年份|數值（萬億元）\n2022|1.2", 12_000.0),
        ("年份|数值（亿元）\n2022|3000亿", 3000.0),
        ("年份|数值（万元）\n2022|3000亿", 3000.0),
        ("年份|数值（亿）\n2022|3000", 3000.0),
        ("单位：万元|单位：万元\n年份|数值\n2022|20000", 2.0),
        ("年份|数值\n2022|¥2亿", 2.0),
        ("Year|Value (CNY billion)\n2022|300", 3000.0),
        ("Year|Value\n2022|CNY 1.2 trillion", 12_000.0),
        ("Year|Value\n2022|1.2 trillion yuan", 12_000.0),
        ("年份|数值\n2022|300亿元人民币", 300.0),
    ] {
        assert_eq!(clean(OUTPUT, text), [(2022, value)], "{text}");
    }
    let captioned = |caption: &str| reading(OUTPUT, &format!("{caption}{}", table("年份|数值\n2022|20000")));
    assert_eq!(values(&captioned("建筑业总产值（单位：万元）")), [(2022, 2.0)]);
    assert_eq!(values(&captioned("建筑业总产值（现价）")), [(2022, 20_000.0)]);
    let told = captioned("建筑业总产值（单位：万美元）");
    assert_eq!((faults(&told), told.values.len()), (vec![(0, "", Wrong::Unit)], 0));
    assert_eq!(clean("quanzhou-green-factories-2025", "年份|家数\n2022|1.234567万家"), [(2022, 12_345.67)]);
    assert_eq!(clean(PATENTS, "年份|每万人口拥有量（件）\n2022|12.3"), [(2022, 12.3)]);
    assert_eq!(clean(PATENTS, "年份|数值（件/万人）\n2022|12.3"), [(2022, 12.3)]);
    assert_eq!(refused(PATENTS, "年份|数值\n2022|12.3件"), Wrong::Unit);
    let labour = "jinhua-manufacturing-labour-productivity-2025";
    assert_eq!(clean(labour, "年份|人均（元）\n2022|251000"), [(2022, 25.1)]);
    assert_eq!(clean(labour, "年份|数值\n2022|25.1"), [(2022, 25.1)]);
}

#[test]
fn a_unit_that_does_not_convert_is_never_guessed() {
    assert_eq!(refused(INTENSITY, "年份|数值（亿元）\n2022|123"), Wrong::Unit);
    assert_eq!(refused(INTENSITY, "年份|数值\n2022|0.2个百分点"), Wrong::Unit);
    assert_eq!(refused(OUTPUT, "年份|数值（万美元）\n2022|123\n2023|124"), Wrong::Unit);
    assert_eq!(refused(OUTPUT, "年份|数值\n2022|123吨"), Wrong::Unit);
    assert_eq!(refused(OUTPUT, "年份|数值（亿元）\n2022|1.2万"), Wrong::Unit);
    // A cell that says its own unit needs no head.
    let read = reading(OUTPUT, &table("年份|数值（万美元）\n2022|123亿元"));
    assert_eq!((values(&read), faults(&read)), (vec![(2022, 123.0)], vec![(1, "数值（万美元）", Wrong::Unit)]));
}

#[test]
fn a_growth_or_a_change_takes_its_level_by_unit() {
    let level = reading(GROWTH, &table("年份|数值（亿元）\n2020|1905"));
    assert_eq!(level.values.first().map(|row| row.indicator.as_str()), Some("gross-ocean-product"));
    assert_eq!(refused(GROWTH, "年份|数值\n2020|9.5"), Wrong::Unit);
    assert_eq!(refused(GROWTH, "年份|数值\n2020|9.5%"), Wrong::Unit);
    let change = reading(CHANGE, &table("年份|数值\n2020|7.8%\n2023|1.2个百分点"));
    let of: Vec<_> = change.values.iter().map(|row| row.indicator.as_str()).collect();
    assert_eq!(of, ["digital-economy-core-share", "digital-economy-core-share-change"]);
}

#[test]
fn how_exact_a_value_is() {
    use Qualifier::{About, AtLeast, Exact, PartYear, Preliminary};
    let text = "年份|数值\n2019|2.0\n2020|超过2.1\n2021|约2.2%\n2022|2.3*\n2023年①|2.4\n2024|2.5（初步核算）\n2026|2.6";
    let read = reading(INTENSITY, &table(text));
    let found: Vec<_> = read.values.iter().map(|row| row.qualifier).collect();
    assert_eq!(found, [Exact, AtLeast, About, Preliminary, Preliminary, Preliminary, PartYear]);
    let said: Vec<_> = read.values.iter().map(|row| row.wording.as_str()).take(3).collect();
    assert_eq!(said, ["2.0", "超过2.1", "约2.2%"], "the cell's own words");
    assert!(read.values.iter().all(|row| row.publisher.is_empty() && row.published.is_none()));
}

#[test]
fn what_is_wrong_is_told_by_row_and_the_rest_is_used() {
    let text = "年份|数值\n2019|1.98\n2020|二点零\n20二一|2.2\n2022|2.3\n2022年|2.4\n1023|2.2\n2027|2.8\n2024|254\n2025|不足3%\n合计|12\n2023|2.45";
    let read = reading(INTENSITY, &table(text));
    assert_eq!(values(&read), [(2019, 1.98), (2022, 2.3), (2023, 2.45)]);
    assert_eq!(
        faults(&read),
        [
            (3, "二点零", Wrong::NotANumber),
            (4, "20二一", Wrong::NotAYear),
            (6, "2022年", Wrong::SecondValue),
            (7, "1023", Wrong::NotAYear),
            (8, "2027", Wrong::YearAhead),
            (9, "254", Wrong::Bounds),
            (10, "不足3%", Wrong::NotANumber),
            (11, "合计", Wrong::NotAYear),
        ]
    );
    let wide = reading(INTENSITY, &table("年份|2021|2022|20二三\n实际值|2.3|好|2.4"));
    assert_eq!(faults(&wide), [(2, "好", Wrong::NotANumber), (1, "20二三", Wrong::NotAYear)]);
}

#[test]
fn tables_that_say_nothing_for_sure_are_refused_whole() {
    assert_eq!(refused(INTENSITY, ""), Wrong::NoYears);
    assert_eq!(refused(INTENSITY, "地区|数值\n金华|2.3"), Wrong::NoYears);
    assert_eq!(refused(INTENSITY, "年份|说明\n2021|较快\n2022|平稳"), Wrong::NoValues);
    assert_eq!(refused(INTENSITY, "年份|目标值\n2021|2.3\n2022|2.4"), Wrong::NoValues);
    assert_eq!(refused(INTENSITY, "年份|市区|全市\n2021|2.3|2.1\n2022|2.4|2.2"), Wrong::Several);
    // A table that is still to be filled is no fault.
    assert_eq!(clean(INTENSITY, "年份|数值\n2021|—\n2022|"), []);
}

#[test]
fn new_definitions_are_kept() {
    let noted = reading(INTENSITY, &table("年份|数值|口径变化\n2019|2.0|\n2023|2.3|普查修订\n2025|2.6|—"));
    let notes: Vec<_> = noted.values.iter().map(|row| row.break_note.as_ref().map(|note| note.en.as_str())).collect();
    // The package has a break in 2024, whose row the table leaves alone.
    assert_eq!(notes, [None, Some("普查修订"), None]);
    // Of a year that the package begins a new definition in, the page's value alone begins it too …
    let alone = reading(INTENSITY, &table("年份|数值\n2019|2.2\n2024|2.5"));
    let notes: Vec<_> = alone.values.iter().map(|row| row.break_note.as_ref().map(|note| note.en.as_str())).collect();
    assert_eq!(notes, [None, Some("after GDP revision")]);
    // … but not where the value before it is the page's too.
    let both = reading(INTENSITY, &table("年份|数值\n2023|2.4\n2024|2.5"));
    assert!(both.values.iter().all(|row| row.break_note.is_none()));
}

/// What CSV says to whom it concerns.
fn of_csv(target: &str, text: &str) -> Reading {
    read(&Sheet::csv(text), &DATASET, DATASET.target(target).expect("a target of the package"), DAY)
}

/// A decimal of at most six digits, as text and as the number that it is.
fn decimal() -> impl Strategy<Value = (String, f64)> {
    (0..1000u32, 0..1000u32).prop_map(|(whole, thousandths)| {
        let text = format!("{whole}.{thousandths:03}");
        let value = text.parse().expect("a decimal");
        (text, value)
    })
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(cells in proptest::collection::vec(("\\PC{0,12}|.{0,12}|[0-9]{4}", "[\t\n]"), 0..24)) {
        let sheet: String = cells.into_iter().map(|(cell, end)| cell + &end).collect();
        for target in [INTENSITY, OUTPUT, CHANGE] {
            let read = reading(target, &sheet);
            prop_assert!(read.values.iter().all(|row| row.value.is_finite()));
        }
    }

    #[test]
    fn no_file_makes_it_panic_or_lose_a_line(
        parts in proptest::collection::vec(
            prop::sample::select(vec![
                ",", ",", ",", ";", "\t", "，", "\n", "\n", "\r\n", "\"", "\"", "\"\"", " ", "年份", "数值", "地区", "指标", "单位", "year",
                "qualifier", "2021", "2022年", "二〇二三", "金华市", "泉州", "研发投入强度", "2.3", "2.4%", "—", "约", "x", "\u{feff}",
            ]),
            0..60,
        ),
    ) {
        let text = parts.concat();
        let lines = text.split('\n').count();
        for target in [INTENSITY, OUTPUT] {
            let read = of_csv(target, &text);
            prop_assert!(read.faults.iter().all(|fault| fault.row <= lines));
            prop_assert!(read.values.len() <= lines);
        }
    }

    #[test]
    fn nearly_right_cells_make_values_or_faults(
        cells in proptest::collection::vec(("(20[012][0-9]|1[89]99|年份|)(年|年末|\\*|（初步）|)", "(约|超过|-|)[0-9０-９,.]{0,9}(万|亿|千|)(元|%|件|)(\\(p\\)|①|左右|以上|)"), 0..8)
    ) {
        let rows: String = cells.iter().map(|(year, value)| format!("\n{year}\t{value}")).collect();
        let count = cells.len();
        let read = reading(OUTPUT, &rows);
        prop_assert!(read.values.len() + read.faults.len() <= count.max(1) + 1);
        for fault in &read.faults {
            prop_assert!(fault.row <= count);
        }
        let mut years: Vec<i32> = read.values.iter().map(|row| row.year).collect();
        years.sort_unstable();
        years.dedup();
        prop_assert_eq!(years.len(), read.values.len(), "one value a year");
    }

    #[test]
    fn values_in_are_values_out(
        rows in proptest::collection::btree_map(1990..2026i32, (decimal(), 0..6usize), 1..12),
        turned in any::<bool>(),
    ) {
        let written: Vec<Vec<String>> = std::iter::once(["年份".to_string(), "数值（亿元）".to_string()])
            .chain(rows.iter().map(|(year, ((text, _), style))| match style {
                0 => [year.to_string(), text.clone()],
                1 => [format!("{year}年"), format!("{text}亿元")],
                2 => [format!(" {year} "), format!("{text}*")],
                3 => [format!("{year}年末"), format!("约 {text}")],
                4 => [year.to_string(), text.chars().map(|c| if c == '.' { c } else { char::from_u32(c as u32 + 0xfee0).expect("a digit") }).collect()],
                _ => [year.to_string(), format!("{text} 亿")],
            }))
            .map(Vec::from)
            .collect();
        let rows_of = |written: &[Vec<String>]| -> Vec<Vec<String>> {
            (0..2).map(|column| written.iter().filter_map(|row| row.get(column).cloned()).collect()).collect()
        };
        let rows_in = if turned { rows_of(&written) } else { written };
        let rows_in: String = rows_in.iter().map(|row| format!("\n{}", row.join("\t"))).collect();
        let read = reading(OUTPUT, &rows_in);
        prop_assert_eq!(faults(&read), []);
        let due: Vec<(i32, f64)> = rows.iter().map(|(year, ((_, value), _))| (*year, *value)).collect();
        prop_assert_eq!(values(&read), due);
    }
}
