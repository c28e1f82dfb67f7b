//! The one clock of the crate: everything else is told what day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::dataset::Date;

/// The plans' own clock, ahead of UTC all year.
const CHINA: u64 = 8 * 3600;

/// Today in China, whatever zone the machine is set to.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    civil((seconds + CHINA) / 86_400)
}

/// The day of a `--as-of`: `YYYY-MM-DD`.
///
/// # Errors
/// Where the text is no such day.
pub fn day(text: &str) -> Result<Date, String> {
    let fault = || format!("`{text}` is no day; expected one like 2025-12-31");
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return Err(fault()) };
    if (year.len(), month.len(), day.len()) != (4, 2, 2)
        || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return Err(fault());
    }
    let date = Date {
        year: year.parse().map_err(|_| fault())?,
        month: month.parse().map_err(|_| fault())?,
        day: day.parse().map_err(|_| fault())?,
    };
    if date.exists() { Ok(date) } else { Err(fault()) }
}

/// The date this many days after 1970-01-01.
///
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`: years begin in March, so that the
/// leap day is the last of the year.
fn civil(days: u64) -> Date {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Date {
        year: i32::try_from(year).unwrap_or(9999),
        month: u8::try_from(month).unwrap_or(12),
        day: u8::try_from(day).unwrap_or(31),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970_are_dates() {
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(civil(0), date(1970, 1, 1));
        assert_eq!(civil(11_016), date(2000, 2, 29));
        assert_eq!(civil(11_017), date(2000, 3, 1));
        assert_eq!(civil(20_453), date(2025, 12, 31));
        assert_eq!(civil(20_454), date(2026, 1, 1));
    }

    #[test]
    fn only_days_that_exist_are_taken() {
        assert_eq!(day("2024-02-29"), Ok(Date { year: 2024, month: 2, day: 29 }));
        for wrong in
            ["2023-02-29", "2025-13-01", "2025-1-1", "20250101", "2025-01-01-01", "", "+025-01-01", "2025-00-10"]
        {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
