//! The tables of the data package: every column, and the form that its cells must have.

use super::model::{Comparator, Confidence, Direction, Kind, Qualifier, RegionLevel, Script};
use super::words::Words;

/// The form that the cells of a column must have.
#[derive(Clone, Copy)]
pub enum Form {
    /// Any text.
    Text,
    /// The row's own id: lower-case words of letters and digits, joined by `-`.
    Id,
    /// A unit's id: as the unit is printed, so any text without spaces.
    UnitId,
    /// The id of a row of this table.
    Ref(&'static str),
    /// A decimal number: digits, with `-` before and `.` within where needed.
    Number,
    /// A year of [`super::model::YEARS`].
    Year,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// `YYYY-MM-DD`, a real day.
    Date,
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    DatePrefix,
    /// `YYYY-MM`.
    Month,
    /// An `http` or `https` address.
    Url,
    /// Six digits of GB/T 2260.
    Code,
}

/// A column of a table.
pub struct Column {
    /// Its header.
    pub name: &'static str,
    /// The form of its cells.
    pub form: Form,
    /// Whether every row must fill it.
    pub required: bool,
}

/// A file of the package.
pub struct TableSchema {
    /// Its name.
    pub file: &'static str,
    /// What one row is, for messages.
    pub noun: &'static str,
    /// Its columns, in the order they are written.
    pub columns: &'static [Column],
}

const fn must(name: &'static str, form: Form) -> Column {
    Column { name, form, required: true }
}

const fn may(name: &'static str, form: Form) -> Column {
    Column { name, form, required: false }
}

fn words<W: Words>() -> Vec<&'static str> {
    W::WORDS.iter().map(|(word, _)| *word).collect()
}

fn yes_no() -> Vec<&'static str> {
    vec!["yes", "no"]
}

/// File names, as [`Form::Ref`] and the rules name them.
pub const THEMES: &str = "themes.csv";
/// See [`THEMES`].
pub const REGIONS: &str = "regions.csv";
/// See [`THEMES`].
pub const UNITS: &str = "units.csv";
/// See [`THEMES`].
pub const INDICATORS: &str = "indicators.csv";
/// See [`THEMES`].
pub const PLANS: &str = "plans.csv";
/// See [`THEMES`].
pub const TARGETS: &str = "targets.csv";
/// See [`THEMES`].
pub const OBSERVATIONS: &str = "observations.csv";

/// The descriptor, which gives the package's version.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Every table of the package.
pub const TABLES: &[TableSchema] = &[
    TableSchema {
        file: THEMES,
        noun: "theme",
        columns: &[
            must("id", Form::Id),
            must("name_zh_hans", Form::Text),
            must("name_zh_hant", Form::Text),
            must("name_en", Form::Text),
        ],
    },
    TableSchema {
        file: REGIONS,
        noun: "region",
        columns: &[
            must("id", Form::Id),
            may("parent", Form::Ref(REGIONS)),
            must("level", Form::Word(words::<RegionLevel>)),
            must("code", Form::Code),
            must("name_zh_hans", Form::Text),
            must("name_zh_hant", Form::Text),
            must("name_en", Form::Text),
        ],
    },
    TableSchema {
        file: UNITS,
        noun: "unit",
        columns: &[
            must("id", Form::UnitId),
            must("dimension", Form::Text),
            must("factor", Form::Number),
            must("name_zh_hans", Form::Text),
            must("name_zh_hant", Form::Text),
            must("name_en", Form::Text),
            must("pattern_zh_hans", Form::Text),
            must("pattern_zh_hant", Form::Text),
            must("pattern_en", Form::Text),
        ],
    },
    TableSchema {
        file: INDICATORS,
        noun: "indicator",
        columns: &[
            must("id", Form::Id),
            must("theme", Form::Ref(THEMES)),
            must("unit", Form::Ref(UNITS)),
            must("direction", Form::Word(words::<Direction>)),
            may("derived_from", Form::Ref(INDICATORS)),
            may("minimum", Form::Number),
            may("maximum", Form::Number),
            must("name_zh_hans", Form::Text),
            must("name_zh_hant", Form::Text),
            must("name_en", Form::Text),
            must("meaning_zh_hans", Form::Text),
            must("meaning_zh_hant", Form::Text),
            must("meaning_en", Form::Text),
            may("note", Form::Text),
        ],
    },
    TableSchema {
        file: PLANS,
        noun: "plan",
        columns: &[
            must("id", Form::Id),
            must("region", Form::Ref(REGIONS)),
            must("title_zh_hans", Form::Text),
            must("title_zh_hant", Form::Text),
            must("title_en", Form::Text),
            must("short_zh_hans", Form::Text),
            must("short_zh_hant", Form::Text),
            must("short_en", Form::Text),
            may("issuer_zh_hans", Form::Text),
            may("issuer_zh_hant", Form::Text),
            may("issuer_en", Form::Text),
            may("date", Form::DatePrefix),
            may("document_number", Form::Text),
            must("period_start", Form::Year),
            must("period_end", Form::Year),
            must("script", Form::Word(words::<Script>)),
            may("url", Form::Url),
            may("phases", Form::Text),
            may("phases_zh_hans", Form::Text),
            may("phases_zh_hant", Form::Text),
            may("phases_en", Form::Text),
            may("milestones", Form::Text),
            may("milestones_section", Form::Text),
            may("milestones_quote", Form::Text),
            may("milestones_zh_hans", Form::Text),
            may("milestones_zh_hant", Form::Text),
            may("milestones_en", Form::Text),
            may("seed", Form::Text),
            may("note", Form::Text),
        ],
    },
    TableSchema {
        file: TARGETS,
        noun: "target",
        columns: &[
            must("id", Form::Id),
            must("plan", Form::Ref(PLANS)),
            must("section", Form::Text),
            must("indicator", Form::Ref(INDICATORS)),
            must("region", Form::Ref(REGIONS)),
            must("kind", Form::Word(words::<Kind>)),
            must("comparator", Form::Word(words::<Comparator>)),
            must("value", Form::Number),
            may("value_max", Form::Number),
            must("unit", Form::Ref(UNITS)),
            may("start", Form::Year),
            may("start_stated", Form::Word(yes_no)),
            may("base_year", Form::Year),
            must("deadline", Form::Year),
            must("deadline_stated", Form::Word(yes_no)),
            must("direction", Form::Word(words::<Direction>)),
            must("quote", Form::Text),
            may("restates", Form::Ref(TARGETS)),
            may("responsible", Form::Text),
            may("note", Form::Text),
        ],
    },
    TableSchema {
        file: OBSERVATIONS,
        noun: "observation",
        columns: &[
            must("indicator", Form::Ref(INDICATORS)),
            must("region", Form::Ref(REGIONS)),
            must("year", Form::Year),
            must("value", Form::Number),
            must("unit", Form::Ref(UNITS)),
            must("qualifier", Form::Word(words::<Qualifier>)),
            may("as_at", Form::Month),
            may("published", Form::Date),
            may("publisher", Form::Text),
            must("source_title", Form::Text),
            may("source_url", Form::Url),
            must("wording", Form::Text),
            must("confidence", Form::Word(words::<Confidence>)),
            may("break_zh_hans", Form::Text),
            may("break_zh_hant", Form::Text),
            may("break_en", Form::Text),
            may("note", Form::Text),
        ],
    },
];
