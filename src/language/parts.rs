//! Words of Chinese in a text of another language: names and wordings that have no translation.

/// The parts of `text` and whether each is Chinese. A Chinese part begins and ends with a Chinese character and holds no
/// Latin letter; numbers, marks and spaces between its characters belong to it.
pub fn parts(text: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    // Up to where the text is told, and the Chinese part that is open.
    let (mut told, mut open): (usize, Option<(usize, usize)>) = (0, None);
    let mut tell = |told: usize, open: Option<(usize, usize)>, end: usize| {
        let (from, to) = open.unwrap_or((end, end));
        for (chinese, from, to) in [(false, told, from), (true, from, to)] {
            parts.extend(text.get(from..to).filter(|part| !part.is_empty()).map(|part| (chinese, part)));
        }
        to
    };
    for (at, c) in text.char_indices() {
        if ('\u{2e80}'..='\u{9fff}').contains(&c) || c >= '\u{20000}' {
            open = Some((open.map_or(at, |(from, _)| from), at + c.len_utf8()));
        } else if c.is_ascii_alphabetic() && open.is_some() {
            (told, open) = (tell(told, open, at), None);
        }
    }
    let end = tell(told, open, text.len());
    tell(end, None, text.len());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_names_are_told_from_the_english_around_them() {
        let said = "Published by: 金华市统计局, “2024年公报” (press), 义乌 2nd";
        let expected = [
            (false, "Published by: "),
            (true, "金华市统计局, “2024年公报"),
            (false, "” (press), "),
            (true, "义乌"),
            (false, " 2nd"),
        ];
        assert_eq!(parts(said), expected);
        assert_eq!(parts("浙江省政府(2021年政府工作报告)"), [(true, "浙江省政府(2021年政府工作报告"), (false, ")")]);
        assert_eq!(parts("Target: 2.5%"), [(false, "Target: 2.5%")]);
        assert_eq!(parts("统计局"), [(true, "统计局")]);
        assert_eq!(parts(""), []);
    }
}
