//! The year that a cell says. All texts are plain (`super::plain`).

use super::figure::mark;
use crate::dataset::YEARS;

/// Words before a year, and behind it; where one begins another, the longer stands first.
const TO: &str = "截至|截止|至|fy";
const AFTER: &str = "1-12月|12月31日|12月底|12月末|12月|年末|年底|全年|年度|年|末|底|实际|完成|数值|值|数|情况|actual";

/// The signs of a year in Chinese.
const DIGITS: &str = "〇一二三四五六七八九";

/// Reads the year in a cell, of those that are counted: `2023`, `2023年`, `截至2023年末`, `二〇二三年`, `2023年实际`; and
/// whether a mark stands at it that makes the figure preliminary.
pub fn year(text: &str) -> Option<(i32, bool)> {
    let (mut rest, mut soft) = (text, false);
    while let Some((shorter, softer)) = mark(rest) {
        rest = shorter;
        soft |= softer;
    }
    rest = strip(rest, TO);
    let chinese = rest.chars().next().is_some_and(|first| !first.is_ascii());
    let (mut year, mut signs) = (0, rest.chars());
    for _ in 0..4 {
        let sign = signs.next()?;
        let place = if chinese {
            DIGITS.chars().position(|digit| digit == if matches!(sign, '零' | '○' | 'o') { '〇' } else { sign })?
        } else {
            usize::try_from(sign.to_digit(10)?).ok()?
        };
        year = year * 10 + i32::try_from(place).ok()?;
    }
    let mut after = signs.as_str().trim();
    loop {
        let shorter = strip(after, AFTER);
        if shorter.len() == after.len() {
            break;
        }
        after = shorter;
    }
    (after.is_empty() && YEARS.contains(&year)).then_some((year, soft))
}

/// The text without the first of `words` (parted by `|`) that it begins with, and the spaces behind that.
fn strip<'t>(text: &'t str, words: &str) -> &'t str {
    words.split('|').find_map(|word| text.strip_prefix(word)).map_or(text, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::super::plain::plain;
    use super::*;

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
            ("二〇二三年", false),
            ("二零二三年末", false),
            ("二○二三", false),
            ("截至2023年底", false),
            ("2023年实际", false),
            ("2023年完成值", false),
            ("2023年1—12月", false),
            ("2023年末数", false),
            ("FY2023", false),
        ] {
            assert_eq!(year(&plain(text)), Some((2023, marked)), "{text}");
        }
        for text in [
            "",
            "年份",
            "23",
            "20233",
            "2023.5",
            "2023-2024",
            "２０二三",
            "2023年目标",
            "2023年预计",
            "2023年1-9月",
            "2023年12",
            "二〇二",
            "二千〇二三",
            "1899",
            "2101年",
            "0000",
        ] {
            assert_eq!(year(&plain(text)), None, "{text}");
        }
    }
}
