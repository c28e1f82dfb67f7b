//! Whether a quote holds its number: a warning, since a number can be printed in more ways than are known here.

use super::super::faults::Faults;
use super::super::package::Package;
use super::super::schema::TARGETS;

/// See the table of rules.
pub fn number(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS).filter(|row| row.filled("quote").is_some()) {
        let quote = plain(row.text("quote"));
        for column in ["value", "value_max"] {
            let Some(value) = row.number(column) else { continue };
            if !holds(&quote, &value.to_string()) && !in_chinese(value).is_some_and(|words| quote.contains(&words)) {
                let message = format!("the quote does not hold {value}, expected the wording that sets `{column}`");
                faults.warning(row, "quote", message, None);
            }
        }
    }
}

/// The quote with plain digits (１ to 1) and without the commas between them (1,000 to 1000).
fn plain(quote: &str) -> String {
    let narrow = |sign: char| match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0')).unwrap_or(sign),
        '．' => '.',
        '，' => ',',
        other => other,
    };
    let signs: Vec<char> = quote.chars().map(narrow).collect();
    let digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let separates = |at: usize| signs.get(at) == Some(&',') && digit(at.checked_sub(1)) && digit(Some(at + 1));
    (0..signs.len()).filter(|at| !separates(*at)).filter_map(|at| signs.get(at)).collect()
}

/// Whether `number` stands in the quote as a whole number, not within a longer one. `85.0` holds 85.
fn holds(quote: &str, number: &str) -> bool {
    quote.split(|sign: char| !sign.is_ascii_digit() && sign != '.').map(|run| run.trim_matches('.')).any(|run| {
        run == number || run.split_once('.').is_some_and(|_| run.trim_end_matches('0').trim_end_matches('.') == number)
    })
}

/// A whole number from 1 to 9999 in Chinese numerals, without a leading 一 (百, 五十, 十二).
fn in_chinese(value: f64) -> Option<String> {
    if value.fract() != 0.0 || !(1.0..=9999.0).contains(&value) {
        return None;
    }
    let mut words = String::new();
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value as u32 / unit % 10;
        match digit {
            0 => {}
            1 if words.is_empty() && unit > 1 => words.push_str(name),
            _ => {
                words.extend("零一二三四五六七八九".chars().nth(digit as usize));
                words.push_str(name);
            }
        }
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_whole_and_in_any_digits() {
        assert!(holds(&plain("达到1,000家，比重２.５%"), "1000"));
        assert!(holds(&plain("达到1,000家，比重２.５%"), "2.5"));
        assert!(holds("85.0以上", "85"));
        assert!(!holds("达到1000家", "100"));
        assert!(!holds("达到2.5%", "5"));
    }

    #[test]
    fn chinese_numerals_are_written_as_plans_print_them() {
        let written = |value: f64| in_chinese(value).unwrap_or_default();
        assert_eq!([5.0, 10.0, 12.0, 50.0, 100.0, 150.0].map(written), ["五", "十", "十二", "五十", "百", "百五十"]);
        assert_eq!(in_chinese(2.5), None);
    }
}
