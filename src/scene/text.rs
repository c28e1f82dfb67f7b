//! Text without a font at hand: widths by character class, and line breaking for Chinese and English.
//!
//! Widths are upper estimates over the fonts that pages ask for (PingFang SC, Microsoft YaHei, Noto Sans CJK, and
//! DejaVu Sans, the widest Latin in use: its digits are 0.636 em), so that what fits here fits there.

/// Width of a character in em: 1 for East Asian wide (UAX #11), Latin by shape.
fn em(c: char) -> f64 {
    match c {
        '0'..='9' => 0.64,
        'i' | 'j' | 'l' | '\'' | '|' | '!' | '.' | ',' | ':' | ';' => 0.31,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '\u{a0}' | '·' | '"' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' => 0.96,
        'A'..='Z' | '&' => 0.72,
        '\u{202f}' | '\u{2009}' => 0.25,
        '\u{2212}' | '≥' | '≤' | '<' | '>' | '+' | '=' | '–' => 0.84,
        '\u{21}'..='\u{7e}' => 0.62,
        '\u{80}'..='\u{2ff}' => 0.62,
        _ => 1.0,
    }
}

/// Width of `text` in pixels at `size` pixels; bold Latin runs about 6 % wider.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let wide: f64 = text.chars().map(|c| if bold && em(c) < 1.0 { em(c) * 1.06 } else { em(c) }).sum();
    wide * size
}

/// Characters that must not begin a line (GB/T 15834-2011, 5.1: closing marks stay with what they close).
const NOT_FIRST: &str = "，。、；：？！）》」』”’…—%)],.;:?!";
/// Characters that must not end a line.
const NOT_LAST: &str = "（《「『“‘([<≥≤>·\u{a0}";

/// Breaks `text` into lines of at most `limit` pixels: between Chinese characters, and at spaces between Latin words.
/// A word longer than a line stands alone on one; nothing is cut.
pub fn wrap(text: &str, size: f64, bold: bool, limit: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let candidate = width(line.as_str(), size, bold) + width(piece.trim_end(), size, bold);
        if !line.is_empty() && candidate > limit {
            lines.push(std::mem::take(&mut line).trim_end().to_string());
        }
        line.push_str(if line.is_empty() { piece.trim_start() } else { piece });
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_string());
    }
    lines
}

/// Splits where a line may end.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if let Some(previous) = before {
            let wide = |c: char| em(c) >= 1.0;
            let may = previous == ' ' || ((wide(c) || wide(previous)) && c != ' ');
            if may && !NOT_FIRST.contains(c) && !NOT_LAST.contains(previous) {
                pieces.extend(text.get(start..at));
                start = at;
            }
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_one_em_a_character() {
        assert_eq!(width("研发", 10.0, false), 20.0);
        assert!(width("2025", 10.0, false) < 26.0);
    }

    #[test]
    fn lines_break_between_characters_and_words() {
        assert_eq!(wrap("一二三四，五六", 10.0, false, 40.0), ["一二三", "四，五六"]);
        assert_eq!(wrap("one two three", 10.0, false, 50.0), ["one two", "three"]);
        assert_eq!(wrap("每年12.5%以上", 10.0, false, 50.0).concat(), "每年12.5%以上");
        assert_eq!(wrap("", 10.0, false, 40.0), Vec::<String>::new());
        assert_eq!(wrap("extraordinarily", 10.0, false, 20.0), ["extraordinarily"]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(text in "[一-三a-c ，。0-9≥%]{0,40}", limit in 1.0..200.0f64) {
            let joined: String = wrap(&text, 10.0, false, limit).concat();
            let strip = |s: &str| s.replace(' ', "");
            proptest::prop_assert_eq!(strip(&joined), strip(&text));
        }
    }
}
