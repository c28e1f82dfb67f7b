//! A series as a program gives it: rows read as the values of a projection, or as observations of a target.

use super::{Row, Value};
use crate::dataset::{Dataset, Date, Indicator, Kind, Observation, Qualifier, Target, Text, Words};
use crate::projection::{Bounds, Sample};

/// What counts as a year: 202312 does not.
const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

/// The fields that a row may have; `t` is `year` under another name, and the last one is how an observation says `break`.
pub const FIELDS: [&str; 9] =
    ["year", "t", "value", "qualifier", "break", "indicator", "region", "unit", "break_zh_hans"];

/// A series.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    /// Its values, at most one a year, in the order given.
    pub samples: Vec<Sample>,
    /// The row of each, from 0.
    places: Vec<usize>,
    /// Id of the indicator that the rows name; may be empty.
    pub indicator: String,
    /// Id of the region that they name; may be empty.
    pub region: String,
    /// Id of the unit of the values; may be empty.
    pub unit: String,
}

/// What cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row, from 0.
    pub row: usize,
    /// The field.
    pub field: &'static str,
    /// What it takes; `None` of a year that has a value already.
    pub expected: Option<String>,
}

/// What is asked of the bounds; a field that is not there is to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Asked {
    /// Least possible value; `Some(None)` for no such bound.
    pub lower: Option<Option<f64>>,
    /// Greatest possible value.
    pub upper: Option<f64>,
    /// Whether it is a stock that only grows.
    pub never_falls: bool,
}

impl Given {
    /// Reads `rows`, each with the fields `year` (or `t`) and `value`, and perhaps `qualifier`, `break`, `indicator`,
    /// `region` and `unit`, as observations have them. A `value` of [`Value::None`] is a year without one; a new
    /// definition that begins there begins with the next value. Units other than the first row's are converted to that.
    ///
    /// # Errors
    /// The first fault: rows that are not of one series among them.
    pub fn read(rows: &[Row], dataset: &Dataset) -> Result<Given, Fault> {
        let mut given = Given::default();
        if let Some(first) = rows.first() {
            let word = |field| text(first, field).unwrap_or_default().to_string();
            (given.indicator, given.region, given.unit) = (word("indicator"), word("region"), word("unit"));
        }
        let (mut years, mut broken): (Vec<i32>, Vec<i32>) = (Vec::new(), Vec::new());
        for (place, row) in rows.iter().enumerate() {
            let fault = |field, expected: &str| Fault { row: place, field, expected: Some(expected.into()) };
            for (field, first) in [("indicator", &given.indicator), ("region", &given.region)] {
                if text(row, field).is_none_or(|word| word != first) {
                    return Err(fault(field, first));
                }
            }
            let year = row.get("year").or_else(|| row.get("t")).and_then(whole).ok_or(fault("year", "YYYY"))?;
            match years.binary_search(&year) {
                Ok(_) => return Err(Fault { row: place, field: "year", expected: None }),
                Err(at) => years.insert(at, year),
            }
            let breaks = ["break", "break_zh_hans"].into_iter().any(|field| row.get(field).is_some_and(says_yes));
            let value = match row.get("value") {
                Some(Value::Number(value)) if value.is_finite() => *value,
                Some(Value::None) => {
                    broken.extend(breaks.then_some(year));
                    continue;
                }
                _ => return Err(fault("value", "2.54, null")),
            };
            let unit = text(row, "unit").unwrap_or_default();
            let same = if unit == given.unit { Some(value) } else { dataset.convert(value, unit, &given.unit) };
            let value = same.filter(|value| value.is_finite()).ok_or_else(|| fault("unit", &given.unit))?;
            let qualifier = match text(row, "qualifier") {
                Some("") => Some(Qualifier::Exact),
                word => word.and_then(Qualifier::parse),
            };
            let qualifier = qualifier.ok_or_else(|| fault("qualifier", &words()))?;
            given.samples.push(Sample { year, value, qualifier, breaks });
            given.places.push(place);
        }
        for year in broken {
            let next = given.samples.iter_mut().filter(|sample| sample.year > year).min_by_key(|sample| sample.year);
            next.into_iter().for_each(|sample| sample.breaks = true);
        }
        Ok(given)
    }

    /// What the values cannot leave: as asked, else what the rows' indicator says; without one a series that is nowhere
    /// negative is taken for one that cannot be, since most are counts, amounts and shares.
    pub fn bounds(&self, asked: Asked, dataset: &Dataset) -> Bounds {
        let known = dataset.indicator(&self.indicator);
        let bound = |bound: fn(&Indicator) -> Option<f64>| {
            let row = known?;
            let unit = if self.unit.is_empty() { &row.unit } else { &self.unit };
            dataset.convert(bound(row)?, &row.unit, unit)
        };
        let positive = self.samples.iter().all(|sample| sample.value >= 0.0);
        let usual = match known {
            Some(_) => bound(|row| row.minimum),
            None => Some(0.0).filter(|_| positive && asked.upper.is_none_or(|upper| upper >= 0.0)),
        };
        let upper = asked.upper.or_else(|| bound(|row| row.maximum));
        Bounds { lower: asked.lower.unwrap_or(usual), upper, never_falls: asked.never_falls }
    }

    /// The values as observations for `target` on the day `as_of`: of the indicator that the rows name, else of the level
    /// whose growth or change the target promises, else of its own; without a unit in the indicator's. A value of that
    /// day's own year is one of a part of the year.
    ///
    /// # Errors
    /// Rows of another region or indicator, a unit that does not convert, a year that has not begun.
    pub fn observations(&self, dataset: &Dataset, target: &Target, as_of: Date) -> Result<Vec<Observation>, Fault> {
        let fault = |place: usize, field, expected: &str| {
            let row = self.places.get(place).copied().unwrap_or(0);
            Err(Fault { row, field, expected: Some(expected.into()) })
        };
        let own = dataset.indicator(&target.indicator);
        let level = own.filter(|_| matches!(target.kind, Kind::GrowthRate | Kind::ChangeSince));
        let level = level.and_then(|row| dataset.indicator(row.derived_from.as_deref()?));
        let named = |row: &&Indicator| self.indicator.is_empty() || row.id == self.indicator;
        let Some(indicator) = level.into_iter().chain(own).find(named) else {
            return fault(0, "indicator", &target.indicator);
        };
        if !self.region.is_empty() && self.region != target.region {
            return fault(0, "region", &target.region);
        }
        let unit = if self.unit.is_empty() { &indicator.unit } else { &self.unit };
        if dataset.convert(0.0, unit, &indicator.unit).is_none() {
            return fault(0, "unit", &indicator.unit);
        }
        let mut all = Vec::new();
        for (place, sample) in self.samples.iter().enumerate() {
            if sample.year > as_of.year {
                return fault(place, "year", &["≤ ", &as_of.year.to_string()].concat());
            }
            all.push(Observation {
                indicator: indicator.id.clone(),
                region: target.region.clone(),
                year: sample.year,
                value: sample.value,
                unit: unit.clone(),
                qualifier: if sample.year == as_of.year { Qualifier::PartYear } else { sample.qualifier },
                break_note: sample.breaks.then(Text::default),
                ..Observation::default()
            });
        }
        Ok(all)
    }
}

/// The text of a field, empty where there is none; `None` where it is something else.
fn text<'r>(row: &'r Row, field: &str) -> Option<&'r str> {
    match row.get(field) {
        None | Some(Value::None) => Some(""),
        Some(Value::Text(text)) => Some(text),
        Some(_) => None,
    }
}

fn whole(value: &Value) -> Option<i32> {
    match value {
        Value::Whole(year) => Some(*year),
        // A number beyond is cut to the nearest, which is no year either.
        Value::Number(number) if *number == libm::trunc(*number) => Some(*number as i32),
        _ => None,
    }
    .filter(|year| YEARS.contains(year))
}

/// Whether a field says that a new definition begins: a note does.
fn says_yes(value: &Value) -> bool {
    match value {
        Value::Flag(flag) => *flag,
        Value::Number(number) => *number != 0.0,
        Value::Text(text) => !matches!(text.as_str(), "" | "no" | "0" | "false"),
        _ => false,
    }
}

fn words() -> String {
    Qualifier::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(fields: &[(&'static str, Value)]) -> Row {
        let mut row = Row::default();
        fields.iter().for_each(|(field, value)| row.add(field, value.clone()));
        row
    }

    fn dated(year: f64, value: f64) -> Row {
        row(&[("year", year.into()), ("value", value.into())])
    }

    fn read(rows: &[Row]) -> Result<Given, (usize, &'static str, Option<String>)> {
        Given::read(rows, &Dataset::default()).map_err(|fault| (fault.row, fault.field, fault.expected))
    }

    fn expected(
        row: usize,
        field: &'static str,
        expected: &str,
    ) -> Result<Given, (usize, &'static str, Option<String>)> {
        Err((row, field, Some(expected.into())))
    }

    #[test]
    fn years_and_values_are_read() {
        let over = [("t", 2021.0.into()), ("value", 3.5.into()), ("qualifier", "at_least".into())];
        let given = read(&[dated(2020.0, 3.0), row(&over)]);
        let found = given.map(|given| given.samples.iter().map(|at| (at.year, at.value, at.qualifier)).collect());
        assert_eq!(found, Ok(vec![(2020, 3.0, Qualifier::Exact), (2021, 3.5, Qualifier::AtLeast)]));
        assert_eq!(read(&[]), Ok(Given::default()));
    }

    #[test]
    fn the_first_fault_is_told_with_its_row_and_field() {
        for year in [2020.5, f64::NAN, f64::INFINITY, 1e300, 10_000.0, -1e9] {
            assert_eq!(read(&[dated(2019.0, 1.0), dated(year, 1.0)]), expected(1, "year", "YYYY"), "{year}");
        }
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(read(&[dated(2019.0, value)]), expected(0, "value", "2.54, null"));
        }
        assert_eq!(read(&[Row::default()]), expected(0, "year", "YYYY"));
        assert_eq!(read(&[row(&[("year", "2020".into())])]), expected(0, "year", "YYYY"));
        assert_eq!(read(&[row(&[("year", 2020.into()), ("value", "3".into())])]), expected(0, "value", "2.54, null"));
        assert_eq!(read(&[dated(2019.0, 1.0), dated(2019.0, 1.0)]), Err((1, "year", None)));
        let soft = row(&[("year", 2020.into()), ("value", 3.0.into()), ("qualifier", "over".into())]);
        assert_eq!(read(&[soft]), expected(0, "qualifier", "exact, at_least, about, preliminary, part_year"));
        let elsewhere = row(&[("region", "china".into()), ("year", 2020.into()), ("value", 3.0.into())]);
        assert_eq!(read(&[dated(2019.0, 1.0), elsewhere]), expected(1, "region", ""));
    }

    #[test]
    fn a_break_without_a_value_begins_with_the_next() {
        let gap = row(&[("year", 2020.into()), ("value", Value::None), ("break", "new".into())]);
        let given = read(&[dated(2022.0, 3.0), dated(2021.0, 2.0), gap, dated(2019.0, 1.0)]);
        let broken = given.map(|given| {
            given.samples.iter().filter(|sample| sample.breaks).map(|sample| sample.year).collect::<Vec<_>>()
        });
        assert_eq!(broken, Ok(vec![2021]));
    }

    #[test]
    fn what_cannot_be_negative_is_told_by_the_values_unless_asked() {
        let bounds = |values: &[f64], asked| {
            let rows: Vec<Row> =
                values.iter().zip(2001..).map(|(value, year)| dated(f64::from(year), *value)).collect();
            read(&rows).map(|given| given.bounds(asked, &Dataset::default()).lower)
        };
        let usual = Asked::default();
        assert_eq!(bounds(&[1.0, 0.0], usual), Ok(Some(0.0)));
        assert_eq!(bounds(&[1.0, -1.0], usual), Ok(None));
        assert_eq!(bounds(&[1.0], Asked { lower: Some(None), ..usual }), Ok(None));
        assert_eq!(bounds(&[1.0], Asked { lower: Some(Some(0.5)), ..usual }), Ok(Some(0.5)));
    }

    fn any_value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::None),
            proptest::num::f64::ANY.prop_map(Value::Number),
            (1990..2030i32).prop_map(|year| Value::Number(f64::from(year))),
            any::<i32>().prop_map(Value::Whole),
            any::<bool>().prop_map(Value::Flag),
            "[a-z_]{0,8}".prop_map(Value::Text),
            Just(Value::List(Vec::new())),
        ]
    }

    proptest! {
        #[test]
        fn nothing_panics(rows in proptest::collection::vec(proptest::collection::vec((0..FIELDS.len(), any_value()), 0..6), 0..8)) {
            let name = |(at, value): &(usize, Value)| Some((*FIELDS.get(*at)?, value.clone()));
            let rows: Vec<Row> = rows.iter().map(|cells| row(&cells.iter().filter_map(name).collect::<Vec<_>>())).collect();
            let dataset = Dataset::default();
            if let Ok(given) = Given::read(&rows, &dataset) {
                prop_assert!(given.samples.iter().all(|sample| sample.value.is_finite()));
                given.bounds(Asked::default(), &dataset);
                let as_of = Date { year: 2020, month: 1, day: 1 };
                prop_assert!(given.observations(&dataset, &Target::default(), as_of).is_err());
            }
        }
    }
}
