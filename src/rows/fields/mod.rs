//! What rows and options hold, field by field: types for programs in other languages are written from it.
//!
//! Of the tables of the data package it follows from their cells. Of what is worked out it is said in the files beside, and
//! `tests/fields.rs` holds that against the rows.

mod options;
mod words;
mod worked_out;

pub use options::options;
pub use words::words;

use crate::dataset::cells::{Cell, Cells};
use crate::dataset::{Indicator, Observation, Plan, Region, Target};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Is {
    /// Text.
    Text,
    /// A number.
    Number,
    /// True or false.
    Flag,
    /// One of these words.
    Word(Vec<&'static str>),
    /// A row of the table of this name.
    Row(&'static str),
    /// Several.
    List(Box<Is>),
    /// One of these.
    Either(Vec<Is>),
    /// This, or none: `null`.
    Maybe(Box<Is>),
}

/// A field, or an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub is: Is,
    /// Whether every row has it.
    pub always: bool,
    /// What it means; empty where the data package's own description says it.
    pub about: &'static str,
}

/// A kind of row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub about: &'static str,
    /// The data package's table that it comes from; empty where it is worked out.
    pub of: &'static str,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

fn named(name: &str) -> Is {
    Is::Word(words().into_iter().find(|(one, _)| *one == name).map(|(_, words)| words).unwrap_or_default())
}

fn word(words: &[&'static str]) -> Is {
    Is::Word(words.into())
}

fn maybe(is: Is) -> Is {
    Is::Maybe(Box::new(is))
}

fn list(of: &'static str) -> Is {
    Is::List(Box::new(Is::Row(of)))
}

fn either(these: &[Is]) -> Is {
    Is::Either(these.into())
}

fn field(name: &str, is: Is, about: &'static str) -> Field {
    Field { name: name.into(), is, always: true, about }
}

/// The rows that calls give.
pub fn rows() -> Vec<Table> {
    let mut all = packaged();
    all.extend(worked_out::required());
    all.extend(worked_out::projected());
    all.extend(worked_out::judged());
    all
}

fn packaged() -> Vec<Table> {
    let texts =
        |stem: &str| ["_zh_hans", "_zh_hant", "_en"].map(|language| field(&[stem, language].concat(), Is::Text, ""));
    let mut target = cells(Target::default());
    // A kind that has no start says nothing of it.
    for field in target.iter_mut().filter(|field| field.name == "start_stated") {
        field.is = maybe(Is::Flag);
    }
    target.extend([
        field("theme", Is::Text, "The indicator's theme, its id"),
        field("theme_name", Is::Text, "Its name, in the language asked for"),
        field("plan_name", Is::Text, "The plan's short name, in the language asked for"),
        field("indicator_name", Is::Text, "The indicator's name, in the language asked for"),
        field("region_name", Is::Text, "The region's name, in the language asked for"),
        field("section_name", Is::Text, "Where in the plan it stands, in the language asked for"),
        field("due", Is::Text, "What is due, as a chart's label has it"),
    ]);
    let phase =
        [field("start", Is::Text, "Its first month, `YYYY-MM`"), field("end", Is::Text, "Its last month, `YYYY-MM`")];
    let milestone = [
        field("year", Is::Number, "The year"),
        field("section", Is::Text, "Section of the plan"),
        field("quote", Is::Text, "Exact wording"),
    ];
    let table = |name, about, of, fields| Table { name, about, of, fields };
    vec![
        table("Plan", "A plan", "plans", cells(Plan::default())),
        table("Phase", "A phase of a plan", "", phase.into_iter().chain(texts("name")).collect()),
        table(
            "Milestone",
            "What a plan looks ahead to in words",
            "",
            milestone.into_iter().chain(texts("words")).collect(),
        ),
        table("Region", "A region", "regions", cells(Region::default())),
        table("Indicator", "An indicator", "indicators", cells(Indicator::default())),
        table("Target", "A target of a plan", "targets", target),
        table(
            "Offices",
            "The offices that answer for a target",
            "",
            ["lead", "with"].map(|role| field(role, Is::List(Box::new(Is::Text)), "")).into(),
        ),
        table("Observation", "A published value", "observations", cells(Observation::default())),
        table(
            "Loaded",
            "What a data package holds",
            "",
            vec![
                field("plans", Is::Number, "Plans"),
                field("targets", Is::Number, "Targets, restatements left out"),
                field("observations", Is::Number, "Published values"),
                field("date", Is::Text, "The day of the data, `YYYY-MM-DD`; may be empty"),
                field("title", Is::Text, "Its title; may be empty"),
                field("version", Is::Text, "Its version"),
            ],
        ),
    ]
}

/// The fields of a row of the data package, from its cells.
fn cells<R: Cells>(mut row: R) -> Vec<Field> {
    let mut fields = Vec::new();
    for (column, cell) in row.cells() {
        let is = match cell {
            Cell::Id(..) | Cell::Text(_) | Cell::Row(..) => Is::Text,
            Cell::MaybeRow(..) | Cell::MaybeDay(_) => maybe(Is::Text),
            Cell::Number(_) | Cell::Year(_) => Is::Number,
            Cell::MaybeNumber(_) | Cell::MaybeYear(_) => maybe(Is::Number),
            Cell::Flag(_) => Is::Flag,
            Cell::Word(choice) => {
                Is::Word((0..).map_while(|place| choice.choose(place).then(|| choice.word())).collect())
            }
            Cell::Phases(_) => list("Phase"),
            Cell::Milestones(_) => list("Milestone"),
            Cell::Offices(_) => Is::Row("Offices"),
            Cell::Texts(_) | Cell::MaybeTexts(_) => {
                let languages = ["_zh_hans", "_zh_hant", "_en"];
                fields.extend(languages.map(|language| field(&[column, language].concat(), Is::Text, "")));
                continue;
            }
        };
        fields.push(field(column, is, ""));
    }
    fields
}
