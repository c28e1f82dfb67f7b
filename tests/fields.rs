//! The rows that programs get have the fields that are told of them, each with what it is said to hold: types for other
//! languages are written from what is told.
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

use std::collections::{BTreeMap, BTreeSet};

use indicator_widgets::assessment::Rule;
use indicator_widgets::backtest;
use indicator_widgets::dataset::{Dataset, Date, Qualifier, embedded};
use indicator_widgets::language::Language;
use indicator_widgets::projection::{self, Assumption, Bounds, Goal, Method, Sample};
use indicator_widgets::report;
use indicator_widgets::rows::fields::{self, Is, Table};
use indicator_widgets::rows::{self, End, Filter, Row, Value, options};

/// What was found in rows: of each field that may be none, whether it was and whether it was not.
type Seen = BTreeMap<(&'static str, String), BTreeSet<bool>>;

struct Told {
    tables: Vec<Table>,
    seen: Seen,
}

impl Told {
    fn check(&mut self, table: &'static str, row: &Row) {
        let told = self.tables.iter().find(|one| one.name == table).expect(table).clone();
        let names: Vec<&str> = row.0.iter().map(|(name, _)| name.as_ref()).collect();
        let optional = |name: &str| told.fields.iter().any(|field| field.name == name && !field.always);
        let due: Vec<&str> = told
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .filter(|name| names.contains(name) || !optional(name))
            .collect();
        assert_eq!(names, due, "{table}");
        for (field, (_, value)) in told.fields.iter().filter(|field| names.contains(&field.name.as_str())).zip(&row.0) {
            if let Is::Maybe(_) = field.is {
                self.seen.entry((table, field.name.clone())).or_default().insert(*value == Value::None);
            }
            self.fits(&field.is, value, &format!("{table}.{}", field.name));
        }
    }

    fn fits(&mut self, is: &Is, value: &Value, place: &str) {
        match (is, value) {
            (Is::Maybe(_), Value::None)
            | (Is::Text, Value::Text(_))
            | (Is::Number, Value::Number(_) | Value::Whole(_))
            | (Is::Flag, Value::Flag(_)) => {}
            (Is::Maybe(is), value) => self.fits(is, value, place),
            (Is::Word(words), Value::Text(word)) => {
                assert!(words.contains(&word.as_str()), "{place}: {word} {words:?}")
            }
            (Is::Row(table), Value::Row(row)) => self.check(table, row),
            (Is::List(is), Value::List(values)) => values.iter().for_each(|value| self.fits(is, value, place)),
            _ => panic!("{place}: {value:?} is no {is:?}"),
        }
    }
}

fn day(year: i32) -> Date {
    Date { year, month: 6, day: 30 }
}

fn each(told: &mut Told, table: &'static str, rows: &Value) {
    let Value::List(rows) = rows else { panic!("{table}: no list") };
    assert!(!rows.is_empty(), "{table}");
    rows.iter().for_each(|row| told.fits(&Is::Row(table), row, table));
}

fn worked_out(told: &mut Told, dataset: &Dataset, year: i32) {
    for target in dataset.targets.iter().filter(|target| target.restates.is_none()) {
        let report = report::of_target(dataset, &target.id, day(year)).expect(&target.id);
        told.check("Trajectory", &rows::trajectory(&report));
        Rule::ALL.iter().for_each(|rule| told.check("Assessment", &rows::assessment(&report, *rule)));
        told.check("Assessments", &rows::assessments(&report));
        for goal in [None, Some(report.goal())] {
            told.check("Projection", &rows::projection(&report.projection, End::Years(3), goal));
        }
        let trials = backtest::of_every_origin(&report.samples(), Method::Auto, report.bounds());
        told.check("Backtest", &rows::backtest(&Ok(trials)));
    }
}

/// Made up for this test: long, level, short, of one value, none, not positive, cut by a new definition and a part of a year.
fn series(told: &mut Told) {
    let of = |values: &[f64]| -> Vec<Sample> {
        let sample =
            |(value, year): (&f64, i32)| Sample { year, value: *value, qualifier: Qualifier::Exact, breaks: false };
        values.iter().zip(2010..).map(sample).collect()
    };
    let mut cut = of(&[3.0, 4.0, 2.0, 3.5, 4.5, 5.0]);
    let (before, last) = cut.split_at_mut(5);
    before.iter_mut().skip(2).take(1).for_each(|sample| sample.breaks = true);
    last.iter_mut().for_each(|sample| sample.qualifier = Qualifier::PartYear);
    let all = [
        of(&[1.0, 2.0, 2.5, 4.0, 4.5, 7.0, 7.5, 9.0]),
        of(&[5.0; 5]),
        of(&[1.0, 2.0]),
        of(&[1.0]),
        of(&[]),
        of(&[-1.0, 2.0, -1.5, 4.0]),
        cut,
    ];
    for samples in &all {
        for method in
            [Method::Auto, Method::Growth, Method::TheilSen, Method::Assumption(Assumption::parse("5%").expect("5%"))]
        {
            let projected = projection::of(samples, method, Bounds::default());
            told.check("Projection", &rows::projection(&projected, End::Years(2), Some(Goal::AtLeast(6.0))));
            let one = backtest::of(samples, method, Bounds::default(), 1);
            told.check("Backtest", &rows::backtest(&one.map(|trial| vec![trial])));
        }
    }
    // The arithmetic leaves the numbers.
    let beyond = Method::Assumption(Assumption::parse("900%").expect("900%"));
    let projected = projection::of(&of(&[1e307, 1e307]), beyond, Bounds::default());
    told.check("Projection", &rows::projection(&projected, End::Years(9), None));
    let mut over = all[0].clone();
    over.iter_mut().rev().take(1).for_each(|sample| sample.qualifier = Qualifier::AtLeast);
    let trials = backtest::of_every_origin(&over, Method::Auto, Bounds::default());
    told.check("Backtest", &rows::backtest(&Ok(trials)));
}

#[test]
fn rows_have_the_fields_that_are_told_of() {
    let dataset = embedded().expect("the package");
    let mut told = Told { tables: fields::rows(), seen: Seen::new() };
    each(&mut told, "Plan", &rows::list(&dataset.plans));
    each(&mut told, "Region", &rows::list(&dataset.regions));
    each(&mut told, "Indicator", &rows::list(&dataset.indicators));
    let all = Filter::default();
    each(&mut told, "Target", &all.targets(&dataset, Language::En).into());
    each(&mut told, "Observation", &all.observations(&dataset).into());
    told.check("Loaded", &rows::holds(&dataset));
    for year in [2019, 2022, 2025, 2036] {
        worked_out(&mut told, &dataset, year);
    }
    series(&mut told);
    // What is said to be none at times is so, and what is never none is not said to be.
    let both = BTreeSet::from([false, true]);
    // Only a target that is no number has none; the package has no such.
    let sure = ("Assessment", "target".to_string());
    let one_way: Vec<_> = told.seen.iter().filter(|(field, seen)| **seen != both && **field != sure).collect();
    assert!(one_way.is_empty(), "{one_way:?}");
}

#[test]
fn options_are_told_of_each() {
    let told = fields::options();
    let names = |table: &str| -> Vec<String> {
        let table = told.iter().find(|one| one.name == table).expect(table);
        table.fields.iter().map(|field| field.name.clone()).collect()
    };
    let due = |lists: &[&[&str]]| -> Vec<String> {
        lists.concat().iter().chain(&["lang"]).map(|name| (*name).into()).collect()
    };
    assert_eq!(names("TargetFilter"), due(&[&options::OF_ROWS]));
    assert_eq!(names("ChartOptions"), due(&[&options::OF_CHARTS, &options::USUAL]));
    assert_eq!(names("FigureOptions"), due(&[&options::OF_FIGURES, &options::USUAL]));
    // What is not told of by its own name would be taken for the last there is.
    for table in &told {
        let abouts: BTreeSet<&str> = table.fields.iter().map(|field| field.about).collect();
        assert_eq!(abouts.len(), table.fields.len(), "{}: two options are said to mean the same", table.name);
    }
}
