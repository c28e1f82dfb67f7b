//! Numbers as readers write them: 万/亿 in Chinese, million/billion in English, a real minus sign.

use crate::dataset::{Unit, rounded};
use crate::language::Language;

/// U+2212, the minus sign (a hyphen is shorter than the digits around it).
const MINUS: char = '\u{2212}';
/// The no-break space, between a number and its word in English: a narrow one reads as none in bold.
const SPACE: &str = "\u{a0}";

/// A power of ten that has a word of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Magnitude {
    /// What the number is divided by.
    pub factor: f64,
    /// The word; empty for ones.
    pub word: &'static str,
}

const ONES: Magnitude = Magnitude { factor: 1.0, word: "" };
const HANS: [Magnitude; 3] = [
    Magnitude { factor: 1e12, word: "万亿" },
    Magnitude { factor: 1e8, word: "亿" },
    Magnitude { factor: 1e4, word: "万" },
];
const HANT: [Magnitude; 3] = [
    Magnitude { factor: 1e12, word: "萬億" },
    Magnitude { factor: 1e8, word: "億" },
    Magnitude { factor: 1e4, word: "萬" },
];
const EN: [Magnitude; 3] = [
    Magnitude { factor: 1e12, word: "trillion" },
    Magnitude { factor: 1e9, word: "billion" },
    Magnitude { factor: 1e6, word: "million" },
];

impl Magnitude {
    /// The largest magnitude in `language` that `base` (an amount in a base unit) has at least one of.
    pub fn of(base: f64, language: Language) -> Magnitude {
        let table = match language {
            Language::ZhHans => HANS,
            Language::ZhHant => HANT,
            Language::En => EN,
        };
        // A hair below a power of ten is that power: 9999.999999999 is rounding, not a figure.
        let size = base.abs() * (1.0 + 1e-12);
        table.into_iter().find(|magnitude| size >= magnitude.factor).unwrap_or(ONES)
    }
}

/// Powers of ten by their exponent: the decimals that are ever shown.
const TENS: [f64; 11] = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

/// Above this a figure is no figure that anybody published, in any unit; it also keeps the integers below exact.
const LARGEST: f64 = 1e18;

/// `value` in plain digits: at most `decimals` (up to 10) of them, no trailing zeros, thousands grouped in English only.
///
/// What is not finite or beyond 10¹⁸ comes out as an en dash: such numbers are never published. Worked out in integers:
/// the formatting of floating-point numbers that `std` has would be a tenth of the program.
pub fn digits(value: f64, decimals: usize, language: Language) -> String {
    if !value.is_finite() || value.abs() > LARGEST {
        return "–".into();
    }
    let mut decimals = decimals.min(TENS.len() - 1);
    // From 2^53 up there are no decimals to show.
    if value.abs() * ten(decimals) > 9e15 {
        decimals = 0;
    }
    let mut units = (value.abs() * ten(decimals)).round() as u64;
    while decimals > 0 && units.is_multiple_of(10) {
        units /= 10;
        decimals -= 1;
    }
    let one = ten(decimals) as u64;
    let (whole, fraction) = (units / one, units % one);
    let mut text = String::new();
    if value < 0.0 && units > 0 {
        text.push(MINUS);
    }
    let whole = whole.to_string();
    for (i, digit) in whole.chars().enumerate() {
        if language == Language::En && whole.len() > 3 && i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        let fraction = fraction.to_string();
        text.push('.');
        text.push_str(&"0".repeat(decimals - fraction.len()));
        text.push_str(&fraction);
    }
    text
}

fn ten(exponent: usize) -> f64 {
    TENS.get(exponent).copied().unwrap_or(1.0)
}

/// How many decimals show `value` as it was given, at most 10: a published figure has no more digits than its shortest form.
pub fn decimals_of(value: f64) -> usize {
    (0..TENS.len()).find(|&n| (value * ten(n)).round() / ten(n) == value).unwrap_or(TENS.len() - 1)
}

/// A published value: as many digits as the source gives.
pub fn published(value: f64, unit: &Unit, language: Language) -> String {
    amount(value, unit, language, None)
}

/// A computed value: rounded to `significant` digits, for it bears no more.
pub fn computed(value: f64, unit: &Unit, language: Language, significant: usize) -> String {
    amount(value, unit, language, Some(significant))
}

/// The largest power of ten that is not above `value`, which is positive; down to 10⁻⁹.
pub fn power_of_ten(value: f64) -> f64 {
    let mut power = 1e-9;
    while power * 10.0 <= value && power < LARGEST {
        power = rounded(power * 10.0);
    }
    power
}

/// `value` to the nearest multiple of `grain`.
pub fn to_grain(value: f64, grain: f64) -> f64 {
    rounded((value / grain).round() * grain)
}

/// The number of a published value alone, in the magnitude that `beside` is written in: the 1 of `1—2个`.
pub fn published_beside(value: f64, beside: f64, unit: &Unit, language: Language) -> String {
    let magnitude = Magnitude::of(rounded(beside * unit.factor), language);
    let scaled = rounded(value * unit.factor / magnitude.factor);
    digits(scaled, decimals_of(scaled), language)
}

fn amount(value: f64, unit: &Unit, language: Language, significant: Option<usize>) -> String {
    let base = rounded(value * unit.factor);
    let magnitude = Magnitude::of(base, language);
    let scaled = rounded(base / magnitude.factor);
    let decimals = match significant {
        None => decimals_of(scaled),
        Some(n) => n.saturating_sub(whole_digits(scaled)).min(6),
    };
    let number = digits(scaled, decimals, language);
    in_pattern(&number, magnitude, unit, language)
}

/// Puts a number and its magnitude word into the unit's pattern.
fn in_pattern(number: &str, magnitude: Magnitude, unit: &Unit, language: Language) -> String {
    let pattern = unit.pattern.in_language(language);
    // By characters: searching for text would bring the words of its panics into the program.
    let (before, after) = pattern.split_once('{').unwrap_or((pattern, ""));
    let after = after.strip_prefix('}').unwrap_or(after);
    if language != Language::En {
        return [before, number, magnitude.word, after].concat();
    }
    let gap = |there: bool| if there { SPACE } else { "" };
    [
        before.trim_end(),
        gap(before.ends_with(' ')),
        number,
        gap(!magnitude.word.is_empty()),
        magnitude.word,
        gap(after.starts_with(' ')),
        after.trim_start(),
    ]
    .concat()
}

/// What stands above an axis whose ticks are in `magnitude`s of `unit`: the unit without a number; may be empty.
pub fn axis_unit(unit: &Unit, magnitude: Magnitude, language: Language) -> String {
    in_pattern("", magnitude, unit, language).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Digits before the decimal point, 0 for |value| < 1 and one less for each leading zero after the point.
fn whole_digits(value: f64) -> usize {
    let mut size = value.abs();
    let mut count = 0;
    while size >= 1.0 && count < 18 {
        size /= 10.0;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Text;

    fn unit(factor: f64, zh: &str, en: &str) -> Unit {
        let pattern = Text { zh_hans: zh.into(), zh_hant: zh.into(), en: en.into() };
        Unit { id: String::new(), dimension: String::new(), factor, name: pattern.clone(), pattern }
    }

    #[test]
    fn large_amounts_take_the_readers_words() {
        let cny = unit(1e8, "{}元", "CNY {}");
        assert_eq!(published(3000.0, &cny, Language::ZhHans), "3000亿元");
        assert_eq!(published(12500.0, &cny, Language::ZhHans), "1.25万亿元");
        assert_eq!(published(3000.0, &cny, Language::En), "CNY\u{a0}300\u{a0}billion");
        let visits = unit(1e4, "{}人次", "{} visits");
        assert_eq!(published(8652.97, &visits, Language::ZhHans), "8652.97万人次");
        assert_eq!(published(8652.97, &visits, Language::ZhHant), "8652.97萬人次");
        assert_eq!(published(8652.97, &visits, Language::En), "86.5297\u{a0}million\u{a0}visits");
        let count = unit(1.0, "{}家", "{}");
        assert_eq!(published(30000.0, &count, Language::ZhHans), "3万家");
        assert_eq!(published(30000.0, &count, Language::En), "30,000");
        assert_eq!(published(9999.0, &count, Language::ZhHans), "9999家");
    }

    #[test]
    fn digits_are_those_of_the_source() {
        let share = unit(1.0, "{}%", "{}%");
        assert_eq!(published(98.6, &share, Language::En), "98.6%");
        assert_eq!(published(-0.2, &share, Language::En), "\u{2212}0.2%");
        assert_eq!(computed(0.123456, &share, Language::En, 2), "0.12%");
        assert_eq!(computed(1234.56, &share, Language::ZhHans, 2), "1235%");
        assert_eq!(digits(-0.0001, 2, Language::En), "0");
        assert_eq!(digits(f64::NAN, 2, Language::En), "–");
        assert_eq!(digits(1234567.5, 1, Language::En), "1,234,567.5");
    }

    #[test]
    fn a_grain_is_a_power_of_ten() {
        for (value, power) in [(0.025, 0.01), (0.01, 0.01), (0.009_9, 0.001), (1.0, 1.0), (250.0, 100.0), (0.0, 1e-9)] {
            assert_eq!(power_of_ten(value), power, "{value}");
        }
        assert_eq!(to_grain(2.676, 0.01), 2.68);
        assert_eq!(to_grain(-0.123, 0.1), -0.1);
        assert_eq!(to_grain(13_421.0, 100.0), 13_400.0);
    }

    #[test]
    fn an_axis_says_its_unit_once() {
        let cny = unit(1e8, "{}元", "CNY {}");
        assert_eq!(axis_unit(&cny, Magnitude::of(3e11, Language::ZhHans), Language::ZhHans), "亿元");
        assert_eq!(axis_unit(&cny, Magnitude::of(3e11, Language::En), Language::En), "CNY billion");
        assert_eq!(axis_unit(&unit(1.0, "{}家", "{}"), ONES, Language::En), "");
    }
}
