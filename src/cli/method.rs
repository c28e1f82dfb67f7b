//! The method that the arguments ask for.

use clap::builder::PossibleValuesParser;

use super::Failure;
use crate::projection::{Assumption, Method};

const ASSUMPTION: &str = "assumption";

/// The names that `--method` takes.
pub fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(Method::names().chain([ASSUMPTION]))
}

/// The method of `--method` and `--growth`; without either `auto`.
///
/// # Errors
/// One of the two without the other, where they need each other.
pub fn of(name: Option<&str>, growth: Option<Assumption>) -> Result<Method, Failure> {
    match (name, growth) {
        (None | Some(ASSUMPTION), Some(growth)) => Ok(Method::Assumption(growth)),
        (Some(ASSUMPTION), None) => Err(Failure::usage("the method `assumption` needs to know what you assume")
            .hint("add --growth 0.12 (a year, in the series' unit) or --growth 5%")),
        (Some(name), Some(_)) => Err(Failure::usage(format!("--growth is an assumption, not part of `{name}`"))
            .hint("leave --method out, or --growth")),
        (name, None) => Ok(name.and_then(Method::parse).unwrap_or(Method::Auto)),
    }
}

/// `0.12` as a change a year, `5%` as growth.
///
/// # Errors
/// What is neither, and a fall by all there is or more.
pub fn growth(text: &str) -> Result<Assumption, String> {
    let wrong = || format!("`{text}` is neither a change a year (0.12) nor growth above -100% (5%)");
    match Assumption::parse(&text.replace('％', "%").replace(' ', "")) {
        Some(Assumption::Growth(growth)) if growth <= -1.0 => Err(wrong()),
        own => own.ok_or_else(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assumption_is_a_change_or_growth() {
        assert_eq!(growth("0.12"), Ok(Assumption::Change(0.12)));
        assert_eq!(growth("-3"), Ok(Assumption::Change(-3.0)));
        assert_eq!(growth("5%"), Ok(Assumption::Growth(0.05)));
        assert_eq!(growth("-1.5 ％"), Ok(Assumption::Growth(-0.015)));
        for text in ["", "%", "-100%", "nan", "inf", "inf%", "five", "1,5"] {
            assert!(growth(text).is_err(), "{text}");
        }
    }

    #[test]
    fn method_and_growth_must_agree() {
        assert_eq!(of(None, None), Ok(Method::Auto));
        assert_eq!(of(Some("theil-sen"), None), Ok(Method::TheilSen));
        let own = Assumption::Change(1.0);
        assert_eq!(of(None, Some(own)), Ok(Method::Assumption(own)));
        assert_eq!(of(Some("assumption"), Some(own)), Ok(Method::Assumption(own)));
        assert!(of(Some("assumption"), None).is_err());
        assert!(of(Some("steady"), Some(own)).is_err());
    }
}
