//! The cells of each row, said once: the reader fills them from the files, the packed form codes them, and the lists for
//! programs copy them out.

use super::model::{Date, Indicator, Milestone, Observation, Offices, Phase, Plan, Region, Target, Text, Theme, Unit};
use super::words::Choice;

/// A table that other rows refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of the tables")]
pub enum Table {
    Themes,
    Regions,
    Units,
    Indicators,
    Plans,
    Targets,
}

/// One cell of a row, by the form of what it holds.
pub enum Cell<'r> {
    /// The row's own id, and the id that a row with its other cells usually has (empty where none is usual).
    Id(&'r mut String, String),
    /// Any text.
    Text(&'r mut String),
    /// A text in three columns, one for each language.
    Texts(&'r mut Text),
    /// The id of a row of this table.
    Row(Table, &'r mut String),
    /// The same, or none.
    MaybeRow(Table, &'r mut Option<String>),
    /// A number.
    Number(&'r mut f64),
    /// A number, or none.
    MaybeNumber(&'r mut Option<f64>),
    /// A year.
    Year(&'r mut i32),
    /// A year, or none.
    MaybeYear(&'r mut Option<i32>),
    /// A day, or none.
    MaybeDay(&'r mut Option<Date>),
    /// Yes or no.
    Flag(&'r mut bool),
    /// One of a few words.
    Word(&'r mut dyn Choice),
    /// A text in three columns, or none.
    MaybeTexts(&'r mut Option<Text>),
    /// Phases: months in one column, names in three.
    Phases(&'r mut Vec<Phase>),
    /// Milestones: years in one column, sections and wordings in one each, what they say in three.
    Milestones(&'r mut Vec<Milestone>),
    /// Offices by their role.
    Offices(&'r mut Offices),
}

/// A row, cell by cell.
pub trait Cells {
    /// Its cells in the order of the table's columns, each with its column's name (the stem, where it has three columns).
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)>;
}

impl Cells for Theme {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![("id", Cell::Id(&mut self.id, String::new())), ("name", Cell::Texts(&mut self.name))]
    }
}

impl Cells for Region {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![
            ("id", Cell::Id(&mut self.id, String::new())),
            ("parent", Cell::MaybeRow(Table::Regions, &mut self.parent)),
            ("level", Cell::Word(&mut self.level)),
            ("code", Cell::Text(&mut self.code)),
            ("name", Cell::Texts(&mut self.name)),
        ]
    }
}

impl Cells for Unit {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![
            ("id", Cell::Id(&mut self.id, String::new())),
            ("dimension", Cell::Text(&mut self.dimension)),
            ("factor", Cell::Number(&mut self.factor)),
            ("name", Cell::Texts(&mut self.name)),
            ("pattern", Cell::Texts(&mut self.pattern)),
        ]
    }
}

impl Cells for Indicator {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![
            ("id", Cell::Id(&mut self.id, String::new())),
            ("theme", Cell::Row(Table::Themes, &mut self.theme)),
            ("unit", Cell::Row(Table::Units, &mut self.unit)),
            ("direction", Cell::Word(&mut self.direction)),
            ("derived_from", Cell::MaybeRow(Table::Indicators, &mut self.derived_from)),
            ("minimum", Cell::MaybeNumber(&mut self.minimum)),
            ("maximum", Cell::MaybeNumber(&mut self.maximum)),
            ("name", Cell::Texts(&mut self.name)),
            ("meaning", Cell::Texts(&mut self.meaning)),
        ]
    }
}

impl Cells for Plan {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![
            ("id", Cell::Id(&mut self.id, String::new())),
            ("region", Cell::Row(Table::Regions, &mut self.region)),
            ("title", Cell::Texts(&mut self.title)),
            ("short", Cell::Texts(&mut self.short)),
            ("issuer", Cell::Texts(&mut self.issuer)),
            ("date", Cell::Text(&mut self.date)),
            ("document_number", Cell::Text(&mut self.document_number)),
            ("period_start", Cell::Year(&mut self.period_start)),
            ("period_end", Cell::Year(&mut self.period_end)),
            ("script", Cell::Word(&mut self.script)),
            ("url", Cell::Text(&mut self.url)),
            ("phases", Cell::Phases(&mut self.phases)),
            ("milestones", Cell::Milestones(&mut self.milestones)),
        ]
    }
}

impl Cells for Target {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        let usual = [self.region.as_str(), self.indicator.as_str(), &self.deadline.to_string()].join("-");
        vec![
            ("id", Cell::Id(&mut self.id, usual)),
            ("plan", Cell::Row(Table::Plans, &mut self.plan)),
            ("section", Cell::Text(&mut self.section)),
            ("indicator", Cell::Row(Table::Indicators, &mut self.indicator)),
            ("region", Cell::Row(Table::Regions, &mut self.region)),
            ("kind", Cell::Word(&mut self.kind)),
            ("comparator", Cell::Word(&mut self.comparator)),
            ("value", Cell::Number(&mut self.value)),
            ("value_max", Cell::MaybeNumber(&mut self.value_max)),
            ("unit", Cell::Row(Table::Units, &mut self.unit)),
            ("start", Cell::MaybeYear(&mut self.start)),
            ("start_stated", Cell::Flag(&mut self.start_stated)),
            ("base_year", Cell::MaybeYear(&mut self.base_year)),
            ("deadline", Cell::Year(&mut self.deadline)),
            ("deadline_stated", Cell::Flag(&mut self.deadline_stated)),
            ("direction", Cell::Word(&mut self.direction)),
            ("quote", Cell::Text(&mut self.quote)),
            ("restates", Cell::MaybeRow(Table::Targets, &mut self.restates)),
            ("responsible", Cell::Offices(&mut self.responsible)),
        ]
    }
}

impl Cells for Observation {
    fn cells(&mut self) -> Vec<(&'static str, Cell<'_>)> {
        vec![
            ("indicator", Cell::Row(Table::Indicators, &mut self.indicator)),
            ("region", Cell::Row(Table::Regions, &mut self.region)),
            ("year", Cell::Year(&mut self.year)),
            ("value", Cell::Number(&mut self.value)),
            ("unit", Cell::Row(Table::Units, &mut self.unit)),
            ("qualifier", Cell::Word(&mut self.qualifier)),
            ("as_at", Cell::Text(&mut self.as_at)),
            ("published", Cell::MaybeDay(&mut self.published)),
            ("publisher", Cell::Text(&mut self.publisher)),
            ("source_title", Cell::Text(&mut self.source_title)),
            ("source_url", Cell::Text(&mut self.source_url)),
            ("wording", Cell::Text(&mut self.wording)),
            ("confidence", Cell::Word(&mut self.confidence)),
            ("break", Cell::MaybeTexts(&mut self.break_note)),
        ]
    }
}
