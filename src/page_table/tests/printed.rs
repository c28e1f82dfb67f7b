//! Tables as statistical offices, plans and spreadsheets have them.
#![allow(clippy::expect_used, reason = "a test that can't go on should say so")]

use super::*;

#[test]
fn tables_as_statistical_offices_print_them() {
    for (target, text, due) in [
        // A plan's own table of indicators: what was reached beside what is promised.
        (
            INTENSITY,
            "序号|指标名称|单位|2020年实际|2021年实际|2025年目标|属性\n1|规上工业增加值增速|%|5.1|8.2|6|预期性\n2|研发投入强度|%|2.13|2.3|2.8|预期性",
            vec![(2020, 2.13), (2021, 2.3)],
        ),
        // A yearbook: units above, two heads, a note below.
        (
            OUTPUT,
            "7-1 建筑业主要指标|7-1 建筑业主要指标|7-1 建筑业主要指标|7-1 建筑业主要指标\n单位：万元|单位：万元|单位：万元|单位：万元\n年份|建筑业企业|建筑业总产值|建筑业总产值\n年份|单位数（个）|总计|比上年增长（%）\n2021|1203|21,234,500|8.1\n2022|1310|22,500,000|6.0\n注：2022年为快报数。|||",
            vec![(2021, 2123.45), (2022, 2250.0)],
        ),
        // Regions down, years across.
        (
            INTENSITY,
            "地区|2021年|2022年|2023年\n全国|2.43|2.56|2.65\n浙江省|2.94|3.11|3.20\n杭州市|3.68|3.86|3.92\n金华市|2.30|2.41|—",
            vec![(2021, 2.3), (2022, 2.41)],
        ),
        // Years down, regions across.
        (INTENSITY, "年份|全国|浙江|金华\n2021|2.43|2.94|2.30\n2022|2.56|3.11|2.41", vec![(2021, 2.3), (2022, 2.41)]),
        // A row for each region and year.
        (
            INTENSITY,
            "地区|年份|研发投入强度（%）\n杭州市|2021|3.68\n杭州市|2022|3.86\n金华市|2021|2.30\n金华市|2022|2.41\n温州市|2021|2.2",
            vec![(2021, 2.3), (2022, 2.41)],
        ),
        // A row for each indicator and year, with its unit.
        (
            INTENSITY,
            "年度|指标|数值|单位\n2021|生产总值|5355.44|亿元\n2021|研发投入强度|2.30|%\n2022|生产总值|5562.47|亿元\n2022|研发投入强度|2.41|%",
            vec![(2021, 2.3), (2022, 2.41)],
        ),
        (OUTPUT, "年份|数值|单位\n2021|21234500|万元\n2022|2250|亿元", vec![(2021, 2123.45), (2022, 2250.0)]),
        // Chinese years; values that were not published.
        (
            INTENSITY,
            "年　份|研发投入强度\n二〇一九年|２．０２％\n二○二○年|2.13%\n二零二一年|约2.3%\n二〇二二年|未公布\n二〇二三年|……",
            vec![(2019, 2.02), (2020, 2.13), (2021, 2.3)],
        ),
        // Beside the values what belongs to them.
        (
            INTENSITY,
            "年份|研发经费（亿元）|同比增长（%）|占GDP比重（%）|全省位次\n2021|123.4|12.1|2.30|6\n2022|135.6|9.9|2.41|6",
            vec![(2021, 2.3), (2022, 2.41)],
        ),
        // Traditional characters.
        (
            INTENSITY,
            "時間|實際值（％）|與上年比較\n2021年底|２．３０|上升\n2022年底|２．４１|上升",
            vec![(2021, 2.3), (2022, 2.41)],
        ),
        (
            "quanzhou-green-factories-2025",
            "年份|家数\n2021|1.2万余家\n2022|超1.3万家",
            vec![(2021, 12_000.0), (2022, 13_000.0)],
        ),
    ] {
        assert_eq!(clean(target, text), due, "{text}");
    }
}

#[test]
fn what_may_be_another_place_or_thing_is_never_taken() {
    let told = |text: &str| {
        let read = reading(INTENSITY, &table(text));
        assert_eq!(read.values, [], "{text}");
        read.faults.iter().map(|fault| (fault.row, fault.column, fault.cell.clone(), fault.what)).collect::<Vec<_>>()
    };
    let one = |row, column, cell: &str, what| vec![(row, column, cell.to_string(), what)];
    assert_eq!(told("年份|市区|全市\n2021|2.3|2.1"), one(1, 3, "全市", Wrong::Several));
    assert_eq!(told("地区|2021|2022\n市区|2.3|2.4\n全市|2.1|2.2"), one(3, 1, "全市", Wrong::Several));
    assert_eq!(told("年份|泉州市\n2021|2.3"), one(2, 2, "2.3", Wrong::Elsewhere));
    assert_eq!(told("地区|年份|数值\n泉州|2021|2.3\n泉州|2022|2.4"), one(2, 1, "泉州", Wrong::Elsewhere));
    assert_eq!(told("地区|年份|数值\n义乌|2021|2.3\n东阳|2021|2.4"), one(3, 1, "东阳", Wrong::Elsewhere));
    assert_eq!(told("年份|目标数值\n2021|2.3"), one(0, 0, "", Wrong::NoValues));
    let gap =
        reading(INTENSITY, &table("地区|年份|数值\n金华市|2021|2.3\n|2022|2.4\n泉州市|2021|2.5\n泉州市|2022|2.6"));
    assert_eq!(values(&gap), [(2021, 2.3)], "whose the second row is nobody can tell");
    assert_eq!(faults(&gap), [(3, "2.4", Wrong::Elsewhere)]);
    assert_eq!(clean(INTENSITY, "地区|年份|数值\n全市|2021|2.3\n全市|2022|2.4"), [(2021, 2.3), (2022, 2.4)]);
}

#[test]
fn the_packages_own_columns_are_understood() {
    use Qualifier::{About, AtLeast, Exact, PartYear, Preliminary};
    let text = "indicator,region,year,value,unit,qualifier,publisher,source_title,break_en,note\r\n\
        rd-intensity,jinhua,2019,2.02,%,exact,金华市统计局,公报,,\r\n\
        rd-intensity,quanzhou,2020,1.5,%,exact,泉州市统计局,公报,,\r\n\
        rd-intensity,jinhua,2020,2.13,%,at_least,,,new method,\r\n\
        rd-intensity,jinhua,2021,2.3,,about,,,,\r\n\
        rd-intensity,jinhua,2022,24,‰,preliminary,,,,\r\n\
        construction-output,jinhua,2022,123,亿元,,,,,\r\n\
        rd-intensity,jinhua,2023,2.5,%,part_year,,,,\r\n\
        rd-intensity,jinhua,2024,2.6,%,roughly,,,,\r\n";
    let read = of_csv(INTENSITY, text);
    assert_eq!(values(&read), [(2019, 2.02), (2020, 2.13), (2021, 2.3), (2022, 2.4), (2023, 2.5)]);
    let found: Vec<_> = read.values.iter().map(|row| row.qualifier).collect();
    assert_eq!(found, [Exact, AtLeast, About, Preliminary, PartYear]);
    assert_eq!(faults(&read), [(9, "roughly", Wrong::NotAQualifier)]);
    assert!(read.by_region && read.by_indicator);
    let first = read.values.first().expect("counted");
    assert_eq!((first.publisher.as_str(), first.break_note.is_none()), ("金华市统计局", true));
    assert!(read.values.iter().any(|row| row.break_note.as_ref().is_some_and(|note| note.en == "new method")));
    let other = of_csv("quanzhou-construction-output-2025", text);
    assert_eq!(faults(&other), [(3, "rd-intensity", Wrong::Elsewhere)]);
}

#[test]
fn csv_is_read_as_tables_are_and_told_by_its_lines() {
    for text in [
        "year,value\n2021,2.3\n2022,2.4\n",
        "\u{feff}年份;数值\r\n2021;2.3\r\n2022;2.4\r\n",
        "年份\t数值\n2021年\t2.3%\n2022年\t2.4%",
        "\n    年份, 数值\n    2021, 2.3\n    2022, \"2.4\"\n",
        "t,value,qualifier\n2021,2.3,\n2022,2.4,",
        "研发投入强度,2021,2022\n实际值,2.3,2.4",
    ] {
        let read = of_csv(INTENSITY, text);
        assert_eq!((values(&read), faults(&read)), (vec![(2021, 2.3), (2022, 2.4)], vec![]), "{text}");
    }
    let read = of_csv(
        INTENSITY,
        "年份,数值,备注\n2021,\"2.3\",\"一\n二\"\n\n2022,二点四,初步\n2023,\"2.5\n2024,2.6,初步核算\n",
    );
    assert_eq!(values(&read), [(2021, 2.3), (2024, 2.6)]);
    assert_eq!(read.values.last().map(|row| row.qualifier), Some(Qualifier::Preliminary));
    let told: Vec<_> = read.faults.iter().map(|fault| (fault.row, fault.column, fault.what)).collect();
    assert_eq!(told, [(6, 2, Wrong::Quote), (5, 2, Wrong::NotANumber), (6, 2, Wrong::NotANumber)]);
}

#[test]
fn rows_of_fields_are_told_by_place_and_field() {
    let text = "\nyear\tvalue\n2021\t2.3\n2022\ttwo".to_string();
    let target = DATASET.target(INTENSITY).expect("a target of the package");
    let read = read(&Sheet::rows(text), &DATASET, target, DAY);
    assert_eq!(values(&read), [(2021, 2.3)]);
    let fault = read.faults.first().expect("one");
    assert_eq!((fault.row, fault.field.as_str(), fault.what), (3, "value", Wrong::NotANumber));
}

#[test]
fn more_than_a_page_should_read_is_refused_at_once() {
    let wide = ["年份,数值", &",".repeat(3000), &"\n2021,2.3".repeat(3000)].concat();
    let long = ["年份,数值\n2021,2.3\n", &"x".repeat(5_000_000)].concat();
    for text in [wide, long] {
        let read = of_csv(INTENSITY, &text);
        assert_eq!((values(&read).len(), faults(&read)), (0, vec![(0, "", Wrong::TooMuch)]));
    }
    // As much as is read at most, in the worst order: a thousandth of it would be noticed if it were tried with each row.
    let rows: String = (0..60_000).map(|row| format!("\n{}\t2.{row}\tx", 1900 + row % 200)).collect();
    let read = reading(INTENSITY, &rows);
    assert_eq!(read.faults.len() + read.values.len(), 60_000);
    // The same on its side.
    let across =
        |cell: &dyn Fn(i32) -> String| -> String { (0..60_000).map(|at| "\t".to_string() + &cell(at)).collect() };
    let (years, numbers) = (across(&|at| (1900 + at % 200).to_string()), across(&|at| format!("2.{at}")));
    let read = reading(INTENSITY, &["\n年份", &years, "\n数值", &numbers].concat());
    assert_eq!(read.faults.len() + read.values.len(), 60_000);
    // Heads upon heads, and heads beside heads: only those near the values are looked at.
    let heads = ["\n年份\t数值\t产值（亿元，当年价）".repeat(60_000).as_str(), "\n2021\t2.3\t2"].concat();
    assert_eq!(values(&reading(INTENSITY, &heads)), [(2021, 2.3)]);
    let beside = ["\n年份", &across(&|at| format!("第{at}列")), "\n2021", &across(&|_| "1".into())].concat();
    assert_eq!(faults(&reading(INTENSITY, &beside)).len(), 1);
}
