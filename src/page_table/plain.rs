//! One spelling for what pages write in many: widths, dashes, spaces, Traditional characters, capitals.

/// Traditional characters of the words that are looked for, each before its Simplified form.
const TRADITIONAL: &str = "萬万億亿個个詳详過过約约餘余實实際际數数標标單单計计劃划預预暫暂畝亩戶户點点幣币値值統统項项達达報报訂订備备號号無无見见從从來来間间終终發发佈布適适時时區区設设長长縣县稱称類类準准";

/// The text with full-width signs as ASCII, every dash a hyphen, every bracket round or square, white space folded and
/// trimmed (between Chinese characters there is none), marks without width dropped, the characters of known words Simplified, Latin letters small.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => continue,
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' => '-',
            '【' | '〔' => '[',
            '】' | '〕' => ']',
            '￥' => '¥',
            c if c.is_whitespace() => ' ',
            c => simplified(c),
        };
        // 年 份, spread to fill its column, is 年份.
        if !c.is_ascii() && out.strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| !c.is_ascii())) {
            out.pop();
        }
        if c != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(c.to_ascii_lowercase());
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// A letter of a name in the spelling of [`plain`].
pub fn letter(c: char) -> char {
    simplified(c).to_ascii_lowercase()
}

fn simplified(c: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == c {
            return simplified;
        }
    }
    c
}

/// What follows the first `word` in `text`. (The search of `std` would be a kilobyte of the program.)
pub fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.char_indices().find_map(|(at, _)| text.get(at..)?.strip_prefix(word))
}

/// Whether one of `words`, parted by `|`, is in `text`.
pub fn has(text: &str, words: &str) -> bool {
    words.split('|').any(|word| after(text, word).is_some())
}

/// Where the last `sign` (an ASCII one) in `text` stands.
pub fn last(text: &str, sign: u8) -> Option<usize> {
    text.bytes().rposition(|byte| byte == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_spellings_become_one() {
        assert_eq!(plain(" \u{3000}２０２３年　"), "2023年");
        assert_eq!(plain("１，２３４．５％"), "1,234.5%");
        assert_eq!(plain("超過\u{a0}\n 1.25 萬億元（Ｐ）"), "超过 1.25 万亿元(p)");
        assert_eq!(plain("\u{feff}—"), "-");
        assert_eq!(plain("年\u{3000}份 2023 年 Year"), "年份 2023 年 year");
        assert_eq!(plain("【單位：億元】"), "[单位:亿元]");
    }

    #[test]
    fn words_are_found_anywhere() {
        assert!(has("研发投入实际值", "目标|实际"));
        assert!(!has("研发投入", "目标|实际") && !has("", "目标"));
        assert_eq!(after("(单位:亿元)", "单位"), Some(":亿元)"));
        assert_eq!((last("a(b)（c)(d)", b'('), last("abc", b'(')), (Some(9), None));
    }
}
