//! What a cell says: a figure, that there is none, or something that can't be told. All texts are plain
//! (`super::plain`).

use super::plain::{has, last};
use crate::dataset::{Qualifier, Words};

/// A figure as a cell gives it.
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

/// Words that say: no value.
const BLANK: &str = "n/a|na|n.a.|none|no data|null|不详|未公布|尚未公布|暂未公布|待公布|未发布|尚未发布|待发布|未公开|未统计|不适用|暂无|暂缺|缺失|空缺";

/// Words before a number, and what they make it; the exact ones name the currency. Where one begins another, the longer
/// stands first.
const BEFORE: [(Qualifier, &str); 4] = [
    (Qualifier::AtLeast, ">=|>|≥|超过|超|逾|突破|多于|大于|高于|不低于|不少于|至少|over|above|more than|at least"),
    (Qualifier::About, "大约|约为|约|接近|近|about|approximately|approx.|around|ca.|~|≈"),
    (Qualifier::Preliminary, "初步核算|初步"),
    (Qualifier::Exact, "人民币|cny|rmb|¥"),
];

/// Words behind a number; where one ends another, the longer stands first.
const BEHIND: [(Qualifier, &str); 3] = [
    (Qualifier::AtLeast, "及以上|以上|+"),
    (Qualifier::About, "左右|上下"),
    (Qualifier::Preliminary, "初步核算数|初步核算|初步数|初步"),
];

/// Words that stand alone in a column of how exact values are.
const ALONE: [(Qualifier, &str); 3] = [
    (Qualifier::Exact, "准确|最终|最终核实|最终核实数|核实数|年报|年报数|正式|修订|修订数|final|revised|no"),
    (Qualifier::Preliminary, "快报|快报数|p|provisional"),
    (Qualifier::PartYear, "未满全年|part year"),
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

/// Reads the value in a cell: `Ok(None)` where it says that there is none, an error where nobody can tell. That a value is
/// below something (不足, <) is no value.
#[allow(clippy::result_unit_err, reason = "there is one way to be wrong")]
pub fn figure(text: &str) -> Result<Option<Figure<'_>>, ()> {
    if blank(text) { Ok(None) } else { number_in(text).map(Some).ok_or(()) }
}

fn number_in(text: &str) -> Option<Figure<'_>> {
    let at = text.bytes().position(|byte| byte.is_ascii_digit())?;
    let (mut qualifier, mut yuan) = (Qualifier::Exact, false);
    let mut before = text.get(..at)?.trim_end();
    let negative = before.ends_with('-');
    before = before.strip_suffix('-').or_else(|| before.strip_suffix('+')).unwrap_or(before).trim_end();
    while let Some((rest, said)) = word(before, &BEFORE, str::strip_prefix) {
        match said {
            Qualifier::Exact => yuan = true,
            said => qualifier = said,
        }
        before = rest.trim_start();
    }
    let (number, mut unit) = number(text.get(at..)?)?;
    unit = unit.trim();
    loop {
        if let Some((rest, soft)) = mark(unit) {
            if soft && qualifier == Qualifier::Exact {
                qualifier = Qualifier::Preliminary;
            }
            unit = rest;
        } else if let Some((rest, said)) = word(unit, &BEHIND, str::strip_suffix) {
            qualifier = said;
            unit = rest.trim_end();
        } else {
            break;
        }
    }
    if magnitude(unit).1 {
        qualifier = Qualifier::AtLeast;
    }
    let understood = before.is_empty() && !has_digit(unit);
    understood.then_some(Figure { number: if negative { -number } else { number }, qualifier, yuan, unit })
}

/// Whether a digit is in `text`.
pub fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a cell says that there is no value.
pub fn blank(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '.' | '…' | '⋯' | '/' | '·' | '*' | ' '))
        || BLANK.split('|').any(|w| w == text)
}

/// The text without the first word of `table` that `strip` takes off it, and what the word says.
fn word<'t>(
    text: &'t str,
    table: &[(Qualifier, &'static str)],
    strip: fn(&'t str, &'static str) -> Option<&'t str>,
) -> Option<(&'t str, Qualifier)> {
    table.iter().find_map(|(said, words)| words.split('|').find_map(|word| Some((strip(text, word)?, *said))))
}

/// Digits in groups of three or in none, and decimals, at the start of `text`; with what follows.
///
/// A comma that parts no three digits is a decimal comma or a slip: nobody can tell. Beyond 2^53 digits are no longer
/// those of the source.
fn number(text: &str) -> Option<(f64, &str)> {
    let (mut digits, mut divisor, mut run, mut end) = (0.0, 0.0, 0, 0);
    for (at, c) in text.char_indices() {
        let grouped = || {
            let next = text.get(at + 1..).unwrap_or_default();
            run <= 3 && divisor == 0.0 && next.bytes().take_while(u8::is_ascii_digit).count() == 3
        };
        match c {
            '0'..='9' => {
                digits = digits * 10.0 + f64::from(u32::from(c) - u32::from('0'));
                divisor *= 10.0;
                run += 1;
            }
            ',' | ' ' if grouped() => run = 0,
            ',' => return None,
            '.' if divisor == 0.0 => divisor = 1.0,
            _ => break,
        }
        end = at + 1;
    }
    // 5. has a point and no decimals; powers of ten are exact up to 10^22.
    let whole = digits <= LARGEST && divisor != 1.0 && divisor <= 1e22;
    whole.then_some((if divisor > 1.0 { digits / divisor } else { digits }, text.get(end..)?))
}

/// 2^53: up to here whole numbers are exact.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// The magnitude that words at the start of `text` give, whether 余 or 多 (and more) stands among them, and what follows.
pub fn magnitude(text: &str) -> (f64, bool, &str) {
    let (mut factor, mut over, mut rest) = (1.0, false, text);
    loop {
        rest = rest.trim_start();
        let ten = MAGNITUDES.iter().find_map(|(word, ten)| Some((rest.strip_prefix(word)?, ten)));
        match (ten, rest.strip_prefix('余').or_else(|| rest.strip_prefix('多'))) {
            // 百分点 is no hundred of anything.
            (Some((after, ten)), _) if !after.starts_with('分') => {
                factor *= ten;
                rest = after;
            }
            (_, Some(after)) => {
                over = true;
                rest = after;
            }
            _ => return (factor, over, rest),
        }
    }
}

/// The text without the mark at its end, and whether that makes a figure preliminary; `None` where there is none.
///
/// A footnote says what the cell can't: its figure is taken as the softest of what such marks mean.
pub fn mark(text: &str) -> Option<(&str, bool)> {
    let end = text.chars().next_back()?;
    if footnote(end) {
        return Some((text.get(..text.len() - end.len_utf8())?.trim_end(), true));
    }
    let (rest, inner) = bracket(text)?;
    let note = inner.len() <= 3 && inner.chars().all(|c| c.is_ascii_digit() || footnote(c));
    let soft = inner == "p" || !inner.is_empty() && note || has(inner, "初步|快报|prelim|provisional|注");
    let known = soft || matches!(inner, "" | "r") || has(inner, "修订|修正|最终|revised|final");
    known.then_some((rest, soft))
}

/// What stands before the bracket that `text` ends with, and in it.
pub fn bracket(text: &str) -> Option<(&str, &str)> {
    let (open, close) = if text.ends_with(')') { (b'(', ')') } else { (b'[', ']') };
    let text = text.strip_suffix(close)?;
    let at = last(text, open)?;
    Some((text.get(..at)?.trim_end(), text.get(at + 1..)?.trim()))
}

fn footnote(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '①'..='⑳' | '¹' | '²' | '³' | '⁰'..='⁹')
}

/// What a cell says of how exact a value is, if that is all it says; nothing where it is empty.
pub fn qualifier(text: &str) -> Option<Qualifier> {
    let known = |table: &[(Qualifier, &str)]| {
        table.iter().find(|(_, words)| words.split('|').any(|word| word == text)).map(|(said, _)| *said)
    };
    Qualifier::parse(text).or_else(|| known(&BEFORE[..3])).or_else(|| known(&BEHIND)).or_else(|| known(&ALONE))
}

#[cfg(test)]
mod tests {
    use super::super::plain::plain;
    use super::*;

    fn read(text: &str) -> Result<Option<(f64, Qualifier, String)>, ()> {
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
            ("2.5（亿元）", 2.5, Exact, "(亿元)"),
            ("0", 0.0, Exact, ""),
        ] {
            assert_eq!(read(text), Ok(Some((number, qualifier, unit.to_string()))), "{text}");
        }
        assert!(figure("cny 1.2 trillion").is_ok_and(|cell| cell.is_some_and(|figure| figure.yuan)));
    }

    #[test]
    fn blanks_are_no_values_and_no_faults() {
        for text in [
            "",
            " ",
            "—",
            "——",
            "-",
            "…",
            "……",
            "...",
            "/",
            "N/A",
            "不詳",
            "暂无",
            "*",
            "未公布",
            "未公佈",
            "尚未發布",
            "不適用",
        ] {
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
            "不足2.5",
            "<2.5",
            "under 3",
            "99999999999999999999",
            "2023年2.5",
        ] {
            assert_eq!(read(text), Err(()), "{text}");
        }
    }
}
