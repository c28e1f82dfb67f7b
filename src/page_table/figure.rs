//! What a cell says: a year, a figure, that there is none, or something that can't be told.

use super::Wrong;
use super::plain::has;
use crate::dataset::{Qualifier, YEARS};

/// A figure as a cell gives it, before units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure<'t> {
    /// The number.
    pub number: f64,
    /// How exactly it is given.
    pub qualifier: Qualifier,
    /// Whether a sign or name of the Chinese currency stood before it.
    pub yuan: bool,
    /// The magnitude and unit behind it; may be empty.
    pub unit: &'t str,
}

/// A year, and whether it is marked as that of a preliminary figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Whether a mark stands at it.
    pub marked: bool,
}

/// Words that say: no value.
const BLANK: [&str; 11] =
    ["n/a", "na", "n.a.", "none", "no data", "不详", "未公布", "尚未公布", "待公布", "暂无", "暂缺"];

/// What a word beside a number does to it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Effect {
    Is(Qualifier),
    /// It is only said to be less.
    Ceiling,
    Yuan,
    Nothing,
}

const OVER: Effect = Effect::Is(Qualifier::AtLeast);
const ABOUT: Effect = Effect::Is(Qualifier::About);
const SOFT: Effect = Effect::Is(Qualifier::Preliminary);

/// Words before a number; where one begins another, the longer stands first.
const BEFORE: [(&str, Effect); 46] = [
    (">=", OVER),
    (">", OVER),
    ("≥", OVER),
    ("超过", OVER),
    ("超", OVER),
    ("逾", OVER),
    ("突破", OVER),
    ("多于", OVER),
    ("大于", OVER),
    ("高于", OVER),
    ("不低于", OVER),
    ("不少于", OVER),
    ("至少", OVER),
    ("over", OVER),
    ("above", OVER),
    ("more than", OVER),
    ("at least", OVER),
    ("大约", ABOUT),
    ("约为", ABOUT),
    ("约", ABOUT),
    ("接近", ABOUT),
    ("近", ABOUT),
    ("about", ABOUT),
    ("approximately", ABOUT),
    ("approx.", ABOUT),
    ("around", ABOUT),
    ("ca.", ABOUT),
    ("~", ABOUT),
    ("≈", ABOUT),
    ("<", Effect::Ceiling),
    ("≤", Effect::Ceiling),
    ("不足", Effect::Ceiling),
    ("不超过", Effect::Ceiling),
    ("低于", Effect::Ceiling),
    ("少于", Effect::Ceiling),
    ("under", Effect::Ceiling),
    ("below", Effect::Ceiling),
    ("less than", Effect::Ceiling),
    ("at most", Effect::Ceiling),
    ("初步核算", SOFT),
    ("初步", SOFT),
    ("人民币", Effect::Yuan),
    ("cny", Effect::Yuan),
    ("rmb", Effect::Yuan),
    ("¥", Effect::Yuan),
    ("达", Effect::Nothing),
];

/// Words behind a number.
const BEHIND: [(&str, Effect); 6] = [
    ("及以上", OVER),
    ("以上", OVER),
    ("+", OVER),
    ("左右", ABOUT),
    ("以内", Effect::Ceiling),
    ("以下", Effect::Ceiling),
];

/// Words for powers of ten; several multiply (万亿, 百万).
const MAGNITUDES: [(&str, f64); 11] = [
    ("十", 1e1),
    ("百", 1e2),
    ("千", 1e3),
    ("万", 1e4),
    ("亿", 1e8),
    ("thousand", 1e3),
    ("million", 1e6),
    ("mn", 1e6),
    ("billion", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
];

/// Reads the value in a cell of [`super::plain::plain`] text; `None` where it says that there is none.
///
/// # Errors
/// What is wrong with it.
pub fn figure(text: &str) -> Result<Option<Figure<'_>>, Wrong> {
    if blank(text) {
        return Ok(None);
    }
    let at = text.char_indices().find(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).ok_or(Wrong::NotANumber)?;
    let (before, behind) = text.split_at_checked(at).ok_or(Wrong::NotANumber)?;
    let mut all = Reading { qualifier: Qualifier::Exact, yuan: false };
    let mut before = before.trim_end();
    let negative = before.ends_with('-');
    before = before.strip_suffix(['-', '+']).unwrap_or(before).trim_end();
    while let Some((word, effect)) = BEFORE.iter().find(|(word, _)| before.starts_with(word)) {
        all.take(*effect)?;
        before = before.get(word.len()..).unwrap_or_default().trim_start();
    }
    // What is left is no word of ours; 到 and 为 join one to its number.
    if !matches!(before, "" | "到" | "为") {
        return Err(Wrong::NotANumber);
    }
    let (number, behind) = number(behind).ok_or(Wrong::NotANumber)?;
    let unit = all.behind(behind.trim())?;
    if magnitude(unit).1 {
        all.take(OVER)?;
    }
    if unit.contains(|c: char| c.is_ascii_digit()) {
        return Err(Wrong::NotANumber);
    }
    let number = if negative { -number } else { number };
    Ok(Some(Figure { number, qualifier: all.qualifier, yuan: all.yuan, unit }))
}

/// Whether a cell says that there is no value.
pub fn blank(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '.' | '…' | '⋯' | '/' | '·' | '*' | ' ')) || BLANK.contains(&text)
}

/// What is gathered about a figure.
struct Reading {
    qualifier: Qualifier,
    yuan: bool,
}

impl Reading {
    fn take(&mut self, effect: Effect) -> Result<(), Wrong> {
        match effect {
            Effect::Is(qualifier) => self.qualifier = qualifier,
            Effect::Yuan => self.yuan = true,
            Effect::Nothing => {}
            Effect::Ceiling => return Err(Wrong::Ceiling),
        }
        Ok(())
    }

    /// Takes marks and words off the end; gives back what is left.
    fn behind<'t>(&mut self, mut text: &'t str) -> Result<&'t str, Wrong> {
        loop {
            if let Some((rest, soft)) = mark(text) {
                if soft && self.qualifier == Qualifier::Exact {
                    self.qualifier = Qualifier::Preliminary;
                }
                text = rest;
            } else if let Some((word, effect)) = BEHIND.iter().find(|(word, _)| text.ends_with(word)) {
                self.take(*effect)?;
                text = text.strip_suffix(word).unwrap_or_default();
            } else {
                return Ok(text);
            }
            text = text.trim_end();
        }
    }
}

/// Digits in groups of three or in none, and decimals, at the start of `text`; with what follows.
///
/// A comma that parts no three digits is a decimal comma or a slip: nobody can tell. Beyond 2^53 digits are no longer
/// those of the source.
fn number(text: &str) -> Option<(f64, &str)> {
    let (mut digits, mut decimals, mut run, mut end) = (0_u64, None, 0, 0);
    let grouped = |at: usize| {
        let next = text.get(at + 1..).unwrap_or_default();
        next.bytes().take_while(u8::is_ascii_digit).count() == 3
    };
    for (at, c) in text.char_indices() {
        match (c, c.to_digit(10)) {
            (_, Some(digit)) => {
                digits = digits.checked_mul(10)?.checked_add(u64::from(digit))?;
                decimals = decimals.map(|count: u32| count + 1);
                run += 1;
            }
            (',' | ' ', _) if decimals.is_none() && run <= 3 && grouped(at) => run = 0,
            (',', _) => return None,
            ('.', _) if decimals.is_none() => decimals = Some(0),
            _ => break,
        }
        end = at + 1;
    }
    if digits > 1 << 53 || decimals == Some(0) {
        return None;
    }
    let mut divisor = 1.0;
    for _ in 0..decimals.unwrap_or(0) {
        divisor *= 10.0;
    }
    Some((digits as f64 / divisor, text.get(end..)?))
}

/// The magnitude that words at the start of `text` give, whether 余 or 多 (and more) stands among them, and what follows.
pub fn magnitude(text: &str) -> (f64, bool, &str) {
    let (mut factor, mut over, mut rest) = (1.0, false, text);
    loop {
        if let Some(after) = rest.strip_prefix(['余', '多']) {
            over = true;
            rest = after;
        } else if let Some((word, ten)) = MAGNITUDES.iter().find(|(word, _)| rest.starts_with(word))
            && !rest.starts_with("百分")
        {
            factor *= ten;
            rest = rest.get(word.len()..).unwrap_or_default();
        } else {
            return (factor, over, rest.trim_start());
        }
        rest = rest.trim_start();
    }
}

/// The text without the mark at its end, and whether that makes a figure preliminary; `None` where there is none.
///
/// A footnote says what the cell can't: its figure is taken as the softest of what such marks mean.
pub fn mark(text: &str) -> Option<(&str, bool)> {
    if let Some(rest) = text.strip_suffix(footnote) {
        return Some((rest, true));
    }
    if let Some((rest, word)) = text.rsplit_once('初')
        && word.starts_with('步')
        && !word.contains([')', ']'])
    {
        return Some((rest, true));
    }
    let (rest, inner) = bracket(text)?;
    let revised = matches!(inner, "" | "r") || has(inner, &["修订", "修正", "最终", "revised", "final"]);
    let note = inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit() || footnote(c));
    let soft = inner == "p" || note || has(inner, &["初步", "快报", "prelim", "provisional", "注"]) || footnotes(inner);
    (revised || soft).then_some((rest, soft))
}

/// What stands before the bracket that `text` ends with, and in it.
pub fn bracket(text: &str) -> Option<(&str, &str)> {
    let (rest, inner) = match text.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => text.strip_suffix(']')?.rsplit_once('[')?,
    };
    Some((rest.trim_end(), inner.trim()))
}

fn footnotes(text: &str) -> bool {
    !text.is_empty() && text.chars().all(footnote)
}

fn footnote(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '①'..='⑳' | '¹' | '²' | '³' | '⁰'..='⁹')
}

/// Reads the year in a cell of plain text: `2023`, `2023年`, `2023年末`, with or without a mark.
///
/// # Errors
/// Whether it is no year, or one beyond those that are counted.
pub fn year(text: &str) -> Result<Year, Wrong> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let number = digits.and_then(|digits| digits.parse().ok()).ok_or(Wrong::NotAYear)?;
    let (mut rest, mut marked) = (text.get(4..).unwrap_or_default().trim_start(), false);
    while let Some((shorter, soft)) = mark(rest) {
        rest = shorter.trim_end();
        marked |= soft;
    }
    if !matches!(rest, "" | "年" | "年末" | "年底" | "年度" | "年全年") {
        return Err(Wrong::NotAYear);
    }
    if YEARS.contains(&number) { Ok(Year { year: number, marked }) } else { Err(Wrong::YearRange) }
}

#[cfg(test)]
mod tests {
    use super::super::plain::plain;
    use super::*;

    fn read(text: &str) -> Result<Option<(f64, Qualifier, String)>, Wrong> {
        let text = plain(text);
        Ok(figure(&text)?.map(|figure| {
            let (factor, _, unit) = magnitude(figure.unit);
            (figure.number * factor, figure.qualifier, unit.to_string())
        }))
    }

    #[test]
    fn figures_are_read_in_every_spelling() {
        use Qualifier::{About, AtLeast, Exact, Preliminary};
        for (text, number, qualifier, unit) in [
            ("2.54", 2.54, Exact, ""),
            ("2.54%", 2.54, Exact, "%"),
            ("25.4‰", 25.4, Exact, "‰"),
            ("１，２３４，５６７．８", 1_234_567.8, Exact, ""),
            ("12 345", 12_345.0, Exact, ""),
            ("-0.2", -0.2, Exact, ""),
            ("−0.2", -0.2, Exact, ""),
            ("1.2万亿元", 1.2e12, Exact, "元"),
            ("1.2 萬億 元", 1.2e12, Exact, "元"),
            ("3000亿", 3e11, Exact, ""),
            ("3百万件", 3e6, Exact, "件"),
            ("86.5 million visits", 86.5e6, Exact, "visits"),
            ("0.3个百分点", 0.3, Exact, "个百分点"),
            ("0.3百分点", 0.3, Exact, "百分点"),
            ("超过1.25万亿", 1.25e12, AtLeast, ""),
            ("over 1.25", 1.25, AtLeast, ""),
            ("≥1.25", 1.25, AtLeast, ""),
            ("＞＝1.25", 1.25, AtLeast, ""),
            ("5000家以上", 5000.0, AtLeast, "家"),
            ("3000+", 3000.0, AtLeast, ""),
            ("1.2万余家", 12_000.0, AtLeast, "家"),
            ("10多万件", 100_000.0, AtLeast, "件"),
            ("约2.5%", 2.5, About, "%"),
            ("about 2.5", 2.5, About, ""),
            ("≈2.5", 2.5, About, ""),
            ("2.5%左右", 2.5, About, "%"),
            ("2.54*", 2.54, Preliminary, ""),
            ("2.54%①", 2.54, Preliminary, "%"),
            ("2.54[1]", 2.54, Preliminary, ""),
            ("2.54（初步）", 2.54, Preliminary, ""),
            ("2.54 (p)", 2.54, Preliminary, ""),
            ("2.54%初步核算数", 2.54, Preliminary, "%"),
            ("初步核算2.54%", 2.54, Preliminary, "%"),
            ("2.54（修订）", 2.54, Exact, ""),
            ("超过2.54*", 2.54, AtLeast, ""),
            ("达到2.54", 2.54, Exact, ""),
            ("2.5（亿元）", 2.5, Exact, "(亿元)"),
            ("0", 0.0, Exact, ""),
        ] {
            assert_eq!(read(text), Ok(Some((number, qualifier, unit.to_string()))), "{text}");
        }
        assert!(figure("cny 1.2 trillion").is_ok_and(|cell| cell.is_some_and(|figure| figure.yuan)));
    }

    #[test]
    fn blanks_are_no_values_and_no_faults() {
        for text in ["", " ", "—", "——", "-", "…", "……", "...", "/", "N/A", "不詳", "暂无", "*"] {
            assert_eq!(read(text), Ok(None), "{text}");
        }
    }

    #[test]
    fn what_nobody_can_tell_is_refused() {
        for text in [
            "无",
            "好",
            "NaN",
            "Infinity",
            "1,25",
            "1234,567",
            "1,2345",
            "1.2.3",
            "5.",
            "2.5-2.8",
            "1/3",
            "1e3",
            "2.54(2.60)",
            "比上年提高0.2",
            "目标2.8",
            "99999999999999999999",
            "2023年2.5",
        ] {
            assert_eq!(read(text), Err(Wrong::NotANumber), "{text}");
        }
        for text in ["不足2.5", "<2.5", "≤2.5", "2.5%以下", "under 3"] {
            assert_eq!(read(text), Err(Wrong::Ceiling), "{text}");
        }
    }

    #[test]
    fn years_are_read_in_every_spelling() {
        for (text, marked) in [
            ("2023", false),
            ("2023年", false),
            ("2023 年末", false),
            ("２０２３年底", false),
            ("2023*", true),
            ("2023年①", true),
            ("2023年（初步）", true),
            ("2023[1]", true),
            ("2023年（修订）", false),
        ] {
            assert_eq!(year(&plain(text)), Ok(Year { year: 2023, marked }), "{text}");
        }
        for text in ["", "年份", "23", "20233", "2023.5", "2023年1-9月", "2023-2024", "２０二三", "2023年目标"]
        {
            assert_eq!(year(&plain(text)), Err(Wrong::NotAYear), "{text}");
        }
        for text in ["1899", "2101年", "0000"] {
            assert_eq!(year(text), Err(Wrong::YearRange), "{text}");
        }
    }
}
