//! The words that tables, CSV and attributes are made of: right ones, nearly right ones, and signs that trip readers.

use crate::random::Random;

const HEADS: &[&str] = &[
    "年份",
    "年度",
    "时间",
    "year",
    "t",
    "数值",
    "实际值",
    "完成值",
    "value",
    "actual",
    "目标值",
    "target",
    "计划",
    "同比增长（%）",
    "序号",
    "单位",
    "unit",
    "qualifier",
    "数据性质",
    "备注",
    "note",
    "publisher",
    "发布机构",
    "地区",
    "region",
    "指标",
    "indicator",
    "口径变化",
    "break",
    "研发投入强度",
    "建筑业总产值（万元）",
    "产值（亿元，当年价）",
    "强度/%",
    "单位：万元",
    "指標",
    "數值（萬億元）",
    "强度（‰）",
];
const PLACES: &[&str] = &[
    "金华市",
    "金华",
    "泉州",
    "福建省",
    "临夏回族自治州",
    "全国",
    "全市",
    "市区",
    "jinhua",
    "fujian",
    "Quanzhou",
    "合计",
    "rd-intensity",
    "construction-output",
    "研发投入强度",
    "生产总值",
    "浙江统计局",
];
const BEFORE: &[&str] =
    &["约", "超过", "≥", ">", "over ", "about ", "-", "−", "+", "¥", "CNY ", "初步核算", "不足", "<", "~", "人民币"];
const MAGNITUDES: &[&str] =
    &["万", "亿", "万亿", "百万", "千", "十", " million", " bn", "余", "多", "個", "万万万万万万万万"];
const UNITS: &[&str] = &[
    "%",
    "％",
    "‰",
    "元",
    "亿元",
    "万元",
    "件",
    "件/万人",
    "个百分点",
    "百分点",
    "家",
    "吨",
    "(亿元)",
    " yuan",
    "万美元",
];
const BEHIND: &[&str] =
    &["左右", "以上", "及以上", "*", "①", "[1]", "（初步）", "(p)", "（修订）", "初步核算数", "†", "¹", "+", "()"];
const BLANKS: &[&str] = &["", "—", "——", "-", "…", "/", "N/A", "未公布", "不详", "*", "null", "()", "[]", "％"];
const YEARS: &[&str] =
    &["年", "年末", "年底", "年①", "*", "（初步）", "年1—12月", "年实际", "年目标", "", "", "", "0", "."];
const CHINESE: &[&str] =
    &["二〇二三年", "二○二一", "零零零零", "二〇〇", "○", "二零二二年末", "截至2023年底", "FY2024"];
/// What no table should hold, and some do.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{ad}",
    "\u{202e}",
    "\u{3000}",
    "\u{a0}",
    "\u{301}",
    "\u{10ffff}",
    "\u{fffd}",
    "\u{d7ff}",
    "😀",
    "ß",
    "İ",
    "\u{85}",
    "\u{2028}",
    "\r",
    "\u{b}",
    "\u{1f}",
    "\\",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    "{value}",
    "{{",
    "<svg onload=x>",
    "&amp;",
    "]]>",
    "'",
    "`",
    "${",
    "%s",
    "%n",
    "../",
    "=1+1",
    "@",
    "\u{e000}",
    "﷽",
    "ﬁ",
    "①②③",
    "十百千万亿",
    "（（（",
    "）））",
];
/// Attributes' values, and what an address may say.
const VALUES: &[&str] = &[
    "auto",
    "steady",
    "drift",
    "linear",
    "growth",
    "theil-sen",
    "naive",
    "own",
    "open-sdg",
    "unsd",
    "all",
    "zh-CN",
    "zh-Hant-TW",
    "en-GB",
    "zh",
    "yue",
    "x-klingon",
    "-",
    "--",
    "5%",
    "-100%",
    "0.12",
    "+.5",
    ".",
    "1e308",
    "%",
    "5%%",
    "-0",
    "99999999999999999999",
    "2026-06-30",
    "2024-02-30",
    "0-0-0",
    "2025",
    "1899",
    "2101",
    "65536",
    "on_track",
    "none",
    "gap",
    "二/(一)",
    "jinhua-rd-intensity-2025",
    "quanzhou-2025",
    "valid-trademarks",
    "fujian",
    "#plan/quanzhou-2025?view=table&2.method=drift;x",
    "javascript:alert(1)",
    "data:text/csv,1",
    "//example.org/{target}",
    "a{target}b{target}",
    "{target}",
];
const SIGNS: &[&str] = &[",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "，", "；", "\n\n", " ", "|", "\",\"", "\"\n\""];

/// A number in one of many spellings.
pub fn number(random: &mut Random) -> String {
    let digits = |random: &mut Random, most: usize| -> String {
        (0..=random.below(most))
            .map(|_| char::from(b'0' + u8::try_from(random.below(10)).unwrap_or_default()))
            .collect()
    };
    let most = if random.once_in(30) { 400 } else { 6 };
    let mut text = digits(random, most);
    match random.below(8) {
        0 => text = [&digits(random, 3), ",", &digits(random, 3), ",", &text].concat(),
        1 => text = text.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap_or(c)).collect(),
        2..=5 => text = [&text, ".", &digits(random, 4)].concat(),
        6 => text = [&text, " ", &digits(random, 3)].concat(),
        _ => {}
    }
    text
}

/// A cell that says a year, or nearly.
pub fn year(random: &mut Random) -> String {
    if random.once_in(6) {
        return random.of(CHINESE).into();
    }
    let year = if random.once_in(8) { random.below(10_000) } else { 1990 + random.below(40) };
    year.to_string() + random.of(YEARS)
}

/// A cell that says a value, or nearly.
pub fn value(random: &mut Random) -> String {
    if random.once_in(8) {
        return random.of(BLANKS).into();
    }
    let mut text = number(random);
    for (words, rare, before) in [(MAGNITUDES, 3, false), (UNITS, 2, false), (BEFORE, 4, true), (BEHIND, 4, false)] {
        if random.once_in(rare) {
            let word = random.of(words);
            text = if before { [word, &text].concat() } else { [&text, word].concat() };
        }
    }
    text
}

/// A cell.
pub fn cell(random: &mut Random) -> String {
    match random.below(12) {
        0..=2 => year(random),
        3..=6 => value(random),
        7 | 8 => random.of(HEADS).into(),
        9 => random.of(PLACES).into(),
        10 => random.of(BLANKS).into(),
        _ => word(random),
    }
}

/// Any word.
pub fn word(random: &mut Random) -> String {
    let words = [
        HEADS, PLACES, BEFORE, MAGNITUDES, UNITS, BEHIND, BLANKS, YEARS, CHINESE, ODD, ODD, VALUES, VALUES, SIGNS,
        SIGNS,
    ];
    let at = random.below(words.len() + 2);
    match words.get(at) {
        Some(words) => random.of(words).into(),
        None => number(random),
    }
}

/// A small table as it should be, its rows or its columns the years.
pub fn table(random: &mut Random) -> Vec<Vec<String>> {
    let width = 1 + random.below(4);
    let mut rows = Vec::new();
    for line in 0..1 + random.below(8) {
        let first = if line == 0 { random.of(HEADS).to_string() } else { year(random) };
        let rest = (0..width).map(|_| if line == 0 { random.of(HEADS).to_string() } else { value(random) });
        rows.push(std::iter::once(first).chain(rest).collect());
    }
    rows
}
