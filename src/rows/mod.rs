//! Plain rows for programs: the JavaScript API's objects and the tool's CSV and JSON, under one set of field names,
//! those of the data package.
//!
//! A row is a list of named values and not a struct of its own for each table: one way to write them serves all.

mod assessment;
#[cfg(feature = "cli")]
pub mod fields;
pub mod given;
pub mod options;
mod projection;

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::dataset::cells::{Cell, Cells};
use crate::dataset::{Dataset, Date, Milestone, Observation, Phase, Target, Text, Words};
use crate::language::Language;
use crate::report::Report;
use crate::trajectory::{Origin, Shape};
use crate::view::{due, section};

pub use assessment::{COLUMNS as ASSESSED, assessment, assessments};
pub use projection::{End, FARTHEST, backtest, projection};

/// A field's value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// There is none: `null`.
    None,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A year or a count.
    Whole(i32),
    /// True or false.
    Flag(bool),
    /// Several.
    List(Vec<Value>),
    /// A row within the row.
    Row(Row),
}

/// Fields and their values, in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row(pub Vec<(Cow<'static, str>, Value)>);

impl Row {
    /// The value of a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, value)| value)
    }

    fn add(&mut self, field: &'static str, value: impl Into<Value>) {
        self.0.push((Cow::Borrowed(field), value.into()));
    }

    /// The text in three fields, one for each language.
    fn texts(&mut self, stem: &str, text: &Text) {
        for (language, text) in [("_zh_hans", &text.zh_hans), ("_zh_hant", &text.zh_hant), ("_en", &text.en)] {
            self.0.push((Cow::Owned([stem, language].concat()), Value::from(text.as_str())));
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Value {
        Value::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Value {
        Value::Whole(number)
    }
}

impl From<Row> for Value {
    fn from(row: Row) -> Value {
        Value::Row(row)
    }
}

impl From<Vec<Row>> for Value {
    fn from(rows: Vec<Row>) -> Value {
        Value::List(rows.into_iter().map(Value::Row).collect())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::None, Into::into)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::None => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Whole(number) => serializer.serialize_i32(*number),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Value::Row(row) => row.serialize(serializer),
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name.as_ref(), value)?;
        }
        map.end()
    }
}

/// The cells of a row of the data package as fields.
pub fn of<R: Cells + Clone>(row: &R) -> Row {
    let mut fields = Row::default();
    for (column, cell) in row.clone().cells() {
        field(&mut fields, column, cell);
    }
    fields
}

/// A list of such rows.
pub fn list<R: Cells + Clone>(rows: &[R]) -> Value {
    Value::List(rows.iter().map(|row| Value::Row(of(row))).collect())
}

fn field(row: &mut Row, column: &'static str, cell: Cell<'_>) {
    let value = match cell {
        Cell::Id(text, _) | Cell::Text(text) | Cell::Row(_, text) => std::mem::take(text).into(),
        Cell::MaybeRow(_, text) => text.take().into(),
        Cell::Number(number) => (*number).into(),
        Cell::MaybeNumber(number) => (*number).into(),
        Cell::Year(year) => (*year).into(),
        Cell::MaybeYear(year) => (*year).into(),
        Cell::MaybeDay(day) => day.map(iso).into(),
        Cell::Flag(flag) => Value::Flag(*flag),
        Cell::Word(word) => word.word().into(),
        Cell::Texts(text) => return row.texts(column, text),
        Cell::MaybeTexts(text) => return row.texts(column, text.get_or_insert_default()),
        Cell::Phases(phases) => Value::List(phases.iter().map(phase).collect()),
        Cell::Milestones(milestones) => Value::List(milestones.iter().map(milestone).collect()),
        Cell::Offices(offices) => {
            let names = |names: &[String]| Value::List(names.iter().map(|name| name.as_str().into()).collect());
            let mut row = Row::default();
            row.add("lead", names(&offices.lead));
            row.add("with", names(&offices.with));
            Value::Row(row)
        }
    };
    row.add(column, value);
}

/// `YYYY-MM-DD`.
fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

fn phase(phase: &Phase) -> Value {
    let mut row = Row::default();
    row.add("start", phase.start.as_str());
    row.add("end", phase.end.as_str());
    row.texts("name", &phase.name);
    Value::Row(row)
}

fn milestone(milestone: &Milestone) -> Value {
    let mut row = Row::default();
    row.add("year", milestone.year);
    row.add("section", milestone.section.as_str());
    row.add("quote", milestone.quote.as_str());
    row.texts("words", &milestone.words);
    Value::Row(row)
}

/// The row of `target`, and after its cells: its theme's id, the names of what it points to, where in the plan it stands
/// and what is due as a chart's label has it (`≥3%`), in `language`. `start_stated` is none where the kind has no start.
pub fn target(dataset: &Dataset, target: &Target, language: Language) -> Row {
    let mut row = of(target);
    if target.start.is_none() {
        let stated = row.0.iter_mut().find(|(name, _)| name == "start_stated");
        stated.into_iter().for_each(|(_, value)| *value = Value::None);
    }
    let indicator = dataset.indicator(&target.indicator);
    let theme = indicator.map_or("", |row| row.theme.as_str());
    row.add("theme", theme);
    for (field, text) in [
        ("theme_name", dataset.theme(theme).map(|row| &row.name)),
        ("plan_name", dataset.plan(&target.plan).map(|row| &row.short)),
        ("indicator_name", indicator.map(|row| &row.name)),
        ("region_name", dataset.region(&target.region).map(|row| &row.name)),
    ] {
        row.add(field, text.map_or("", |text| text.in_language(language)));
    }
    row.add("section_name", section(&target.section, language));
    row.add("due", due(dataset, target, language));
    row
}

/// A required path: the target and its `kind`, the `indicator` and `region` whose observations lie on the same scale, their
/// `unit`, the path's `shape` (`linear`, `compound` or `floor`), its `base` (year, value and origin: `at_start`,
/// `first_observed`, `zero`, `implied`, `base_year` or `index`), its `steps` (a deadline each: target, year, the value due and
/// of a range its upper end), and its `points`, one for each year.
pub fn trajectory(report: &Report<'_>) -> Row {
    let path = &report.trajectory;
    let mut row = Row::default();
    row.add("target", report.target.id.as_str());
    row.add("kind", path.kind.as_str());
    row.add("indicator", path.indicator.as_str());
    row.add("region", report.region.id.as_str());
    row.add("unit", path.unit.as_str());
    let shape = match path.shape {
        Shape::Linear => "linear",
        Shape::Compound => "compound",
        Shape::Floor => "floor",
    };
    row.add("shape", shape);
    let base = path.base.map(|base| {
        let mut row = point((base.year, base.value));
        row.add("origin", origin(base.origin));
        row
    });
    row.add("base", base);
    let steps = path.steps.iter().map(|step| {
        let mut row = Row::default();
        row.add("target", step.target.as_str());
        row.0.extend(point((step.year, step.value)).0);
        row.add("upper", step.upper);
        Value::Row(row)
    });
    row.add("steps", Value::List(steps.collect()));
    row.add("points", Value::List(path.points().into_iter().map(|at| Value::Row(point(at))).collect()));
    row
}

fn point((year, value): (i32, f64)) -> Row {
    let mut row = Row::default();
    row.add("year", year);
    row.add("value", value);
    row
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::AtStart => "at_start",
        Origin::FirstObserved => "first_observed",
        Origin::Zero => "zero",
        Origin::Implied => "implied",
        Origin::BaseYear => "base_year",
        Origin::Index => "index",
    }
}

/// What a data package holds: how many plans, `targets` (restatements left out) and `observations`, the `date` of its data, its
/// `title` (either may be empty) and its `version`.
pub fn holds(dataset: &Dataset) -> Row {
    let mut row = Row::default();
    let targets = dataset.set_targets().count();
    for (field, count) in
        [("plans", dataset.plans.len()), ("targets", targets), ("observations", dataset.observations.len())]
    {
        row.add(field, count as f64);
    }
    for (field, text) in [("date", &dataset.date), ("title", &dataset.title), ("version", &dataset.version)] {
        row.add(field, text.as_str());
    }
    row
}

/// Which rows are asked for; an absent field leaves all in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Plan id (targets only).
    pub plan: Option<String>,
    /// Region id.
    pub region: Option<String>,
    /// Indicator id.
    pub indicator: Option<String>,
}

impl Filter {
    fn takes(wanted: Option<&String>, id: &str) -> bool {
        wanted.is_none_or(|wanted| wanted == id)
    }

    /// The targets, restatements included, in the plans' order, with names in `language`.
    pub fn targets(&self, dataset: &Dataset, language: Language) -> Vec<Row> {
        let takes = |row: &&Target| {
            Filter::takes(self.plan.as_ref(), &row.plan)
                && Filter::takes(self.region.as_ref(), &row.region)
                && Filter::takes(self.indicator.as_ref(), &row.indicator)
        };
        dataset.targets.iter().filter(takes).map(|row| target(dataset, row, language)).collect()
    }

    /// The observations, by indicator, region and year.
    pub fn observations(&self, dataset: &Dataset) -> Vec<Row> {
        let takes = |row: &&Observation| {
            Filter::takes(self.region.as_ref(), &row.region) && Filter::takes(self.indicator.as_ref(), &row.indicator)
        };
        dataset.observations.iter().filter(takes).map(of).collect()
    }
}
