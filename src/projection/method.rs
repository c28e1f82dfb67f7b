//! The methods and their names.

/// How a series is projected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// `steady` from four usable values, else `drift`.
    Auto,
    /// Goes on from the last value by the usual yearly step, as far as past steps agreed.
    Steady,
    /// Goes on from the last value by the mean yearly change.
    Drift,
    /// A straight line by least squares.
    Linear,
    /// Equal yearly growth, by least squares of the logarithms.
    Growth,
    /// A straight line by the median slope.
    TheilSen,
    /// Stays at the last value.
    Naive,
    /// Goes on from the last value as the reader assumes.
    Assumption(Assumption),
}

/// What a reader assumes of every year to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Assumption {
    /// A change a year, in the series' unit.
    Change(f64),
    /// Growth a year as a share (0.05 = 5 %), of a positive last value; above -1.
    Growth(f64),
}

impl Assumption {
    /// A change as a plain decimal (`0.12`, `-3`, `+2`), or growth as a percentage (`5%`); `None` of anything else.
    pub fn parse(text: &str) -> Option<Assumption> {
        let (number, percent) = text.strip_suffix('%').map_or((text, false), |number| (number, true));
        let digits = number.strip_prefix(['-', '+']).unwrap_or(number);
        let (mut value, mut unit, mut there) = (0.0, 0.0, false);
        for c in digits.chars() {
            match c.to_digit(10) {
                Some(digit) => {
                    (value, unit, there) = (value * 10.0 + f64::from(digit), unit * 10.0, true);
                }
                // The first point: from here on each digit is a tenth of the one before.
                None if c == '.' && unit == 0.0 => unit = 1.0,
                None => return None,
            }
        }
        let size = value / if unit > 0.0 { unit } else { 1.0 };
        let value = if number.starts_with('-') { -size } else { size };
        let own = if percent { Assumption::Growth(value / 100.0) } else { Assumption::Change(value) };
        Some(own).filter(|_| there && size.is_finite())
    }
}

/// The methods that a name alone asks for.
const NAMED: [(&str, Method); 7] = [
    ("auto", Method::Auto),
    ("steady", Method::Steady),
    ("drift", Method::Drift),
    ("linear", Method::Linear),
    ("growth", Method::Growth),
    ("theil-sen", Method::TheilSen),
    ("naive", Method::Naive),
];

impl Method {
    /// The method called `name`, exactly; `assumption` is none, since it needs a number.
    pub fn parse(name: &str) -> Option<Method> {
        NAMED.iter().find(|(one, _)| *one == name).map(|(_, method)| *method)
    }

    /// Its name in attributes, arguments and rows.
    pub fn name(self) -> &'static str {
        NAMED.iter().find(|(_, method)| *method == self).map_or("assumption", |(name, _)| name)
    }

    /// What share of outcomes its 80 % interval really held, in per cent, on public yearly series of 5 to 10 values,
    /// 1 to 5 years ahead (see the module's table); `None` for `auto`, which is another method, and for an
    /// assumption.
    pub fn holds(self) -> Option<u8> {
        match self {
            Method::Steady => Some(81),
            Method::Drift => Some(72),
            Method::Linear => Some(51),
            Method::Growth => Some(55),
            Method::TheilSen => Some(56),
            Method::Naive => Some(67),
            Method::Auto | Method::Assumption(_) => None,
        }
    }

    /// The names that [`Method::parse`] knows, `auto` first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(name, _)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_method_and_back() {
        for (name, method) in NAMED {
            assert_eq!(Method::parse(name), Some(method));
            assert_eq!(method.name(), name);
        }
        assert_eq!(Method::names().next(), Some("auto"));
    }

    #[test]
    fn an_assumption_is_a_change_or_a_growth() {
        assert_eq!(Assumption::parse("0.12"), Some(Assumption::Change(0.12)));
        assert_eq!(Assumption::parse("-3"), Some(Assumption::Change(-3.0)));
        assert_eq!(Assumption::parse("+10.5"), Some(Assumption::Change(10.5)));
        assert_eq!(Assumption::parse("5%"), Some(Assumption::Growth(0.05)));
        for wrong in ["", "%", "-", ".", "1.2.3", "1e3", "five", "1 2", "--1", "NaN", "inf", "0,12"] {
            assert_eq!(Assumption::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_assumption_has_a_name_but_needs_a_number() {
        assert_eq!(Method::Assumption(Assumption::Growth(f64::NAN)).name(), "assumption");
        assert_eq!(Method::parse("assumption"), None);
        assert_eq!(Method::parse("Linear"), None);
    }
}
