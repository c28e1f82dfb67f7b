//! The nouns of the data package as plain structs; one field for each column that ships.
//!
//! The build script compiles this file too, so it uses nothing but `std`. References between
//! rows are ids; a [`Dataset`] that came through the validator or the unpacker has no dangling one.
//! A row's default has nothing in it yet: reading and unpacking fill it cell by cell ([`super::cells`]).

/// A text in the three languages every name is given in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Simplified Chinese.
    pub zh_hans: String,
    /// Traditional Chinese.
    pub zh_hant: String,
    /// English.
    pub en: String,
}

/// A calendar day, proleptic Gregorian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Whether the calendar has this day: 29 February only in leap years.
    pub fn exists(self) -> bool {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let last = match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        };
        (1..=9999).contains(&self.year) && (1..=12).contains(&self.month) && (1..=last).contains(&self.day)
    }
}

/// The years that the package may speak of.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// What a target promises; see the crate's glossary in `data/README.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A level that is to be reached.
    #[default]
    Level,
    /// A total stock, counted from whenever counting began.
    Cumulative,
    /// An increment within the plan's period.
    New,
    /// A yearly flow, due every year of the period.
    PerYear,
    /// An average yearly growth rate over the period.
    GrowthRate,
    /// A change against a base year.
    ChangeSince,
}

/// How the wording of a target compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Comparator {
    /// 达、以上、不低于.
    AtLeast,
    /// 超、突破、高于.
    MoreThan,
    /// 不超过、以内.
    AtMost,
    /// 近、左右.
    About,
    /// 1—2: between `value` and `value_max`, both included.
    Range,
    /// A bare number; judged as at least where more is better.
    #[default]
    Stated,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// More is better.
    #[default]
    Higher,
    /// Less is better.
    Lower,
    /// Inside the range is right.
    Range,
}

/// How exactly an observation was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Qualifier {
    /// The figure itself.
    #[default]
    Exact,
    /// "Over X": X is a lower bound.
    AtLeast,
    /// "About X".
    About,
    /// A figure that its publisher expects to revise.
    Preliminary,
    /// A count before the year's end.
    PartYear,
}

/// How near the source is to the office that owns the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confidence {
    /// The official text itself.
    #[default]
    High,
    /// A press report of it.
    Medium,
}

/// The tier of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RegionLevel {
    /// The whole country.
    #[default]
    Country,
    /// A province.
    Province,
    /// A prefecture or prefecture-level city.
    Prefecture,
}

/// The script a plan's quotes are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Script {
    /// Simplified characters.
    #[default]
    Hans,
    /// Traditional characters.
    Hant,
}

/// A subject that groups indicators.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Theme {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// A province, prefecture or the country.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Region {
    /// Stable id.
    pub id: String,
    /// Id of the region it lies in.
    pub parent: Option<String>,
    /// Tier.
    pub level: RegionLevel,
    /// Administrative division code of GB/T 2260.
    pub code: String,
    /// Name.
    pub name: Text,
}

/// A unit of measure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Unit {
    /// The unit as plans print it in Simplified Chinese (亿元, %), or `index`.
    pub id: String,
    /// What it measures; only units of one dimension convert.
    pub dimension: String,
    /// Value × factor = value in the dimension's base unit. Positive.
    pub factor: f64,
    /// The unit's name (亿元, CNY 100 million).
    pub name: Text,
    /// How an amount in the base unit is written, `{}` standing for the number (`{}元`, `CNY {}`).
    pub pattern: Text,
}

/// What is measured, the same across plans and regions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Indicator {
    /// Stable id.
    pub id: String,
    /// Id of its theme.
    pub theme: String,
    /// Id of the unit its series are in.
    pub unit: String,
    /// Which way is better.
    pub direction: Direction,
    /// Id of the level that this growth rate or change is taken of.
    pub derived_from: Option<String>,
    /// Smallest possible value, in `unit`.
    pub minimum: Option<f64>,
    /// Largest possible value, in `unit`.
    pub maximum: Option<f64>,
    /// Name, as a chart's title has it.
    pub name: Text,
    /// What it means, in one sentence.
    pub meaning: Text,
}

/// One phase of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Phase {
    /// First month, `YYYY-MM`.
    pub start: String,
    /// Last month, `YYYY-MM`.
    pub end: String,
    /// Name.
    pub name: Text,
}

/// What a plan looks ahead to in words, with no figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Milestone {
    /// Year by whose end it is to be so.
    pub year: i32,
    /// Where in the plan (`一/(二)`).
    pub section: String,
    /// The exact wording.
    pub quote: String,
    /// What it says, without the year.
    pub words: Text,
}

/// A published document that sets targets.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Stable id.
    pub id: String,
    /// Id of the region it is for.
    pub region: String,
    /// Full title.
    pub title: Text,
    /// Short title for a chart's foot.
    pub short: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Date of issue: ISO, or its prefix `YYYY-MM` or `YYYY`; empty where the text does not tell.
    pub date: String,
    /// Document number; may be empty.
    pub document_number: String,
    /// First year of its horizon.
    pub period_start: i32,
    /// Last year of its horizon.
    pub period_end: i32,
    /// The script of its quotes.
    pub script: Script,
    /// Public address; may be empty.
    pub url: String,
    /// Its phases, in time.
    pub phases: Vec<Phase>,
    /// What it looks ahead to in words, in time.
    pub milestones: Vec<Milestone>,
}

/// What one plan promises for one indicator in one region by a deadline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Target {
    /// `region-indicator-deadline`; pages link to it.
    pub id: String,
    /// Id of its plan.
    pub plan: String,
    /// Where in the plan (`二/(一)`).
    pub section: String,
    /// Id of its indicator.
    pub indicator: String,
    /// Id of its region.
    pub region: String,
    /// What is promised.
    pub kind: Kind,
    /// How the wording compares.
    pub comparator: Comparator,
    /// The figure, in `unit`.
    pub value: f64,
    /// Upper end of a range, in `unit`.
    pub value_max: Option<f64>,
    /// Id of the unit the plan prints.
    pub unit: String,
    /// First year in which the promised flow or increment counts.
    pub start: Option<i32>,
    /// Whether the plan itself names `start` (else its horizon's start stands in).
    pub start_stated: bool,
    /// Year that a change is measured against.
    pub base_year: Option<i32>,
    /// Year by whose end it is due.
    pub deadline: i32,
    /// Whether the plan itself names `deadline` (else its horizon's end stands in).
    pub deadline_stated: bool,
    /// Which way is better.
    pub direction: Direction,
    /// The exact wording that holds the number.
    pub quote: String,
    /// Id of the target that this row says again.
    pub restates: Option<String>,
    /// Responsible offices, as the plan prints them.
    pub responsible: Offices,
}

/// Offices that answer for a target.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offices {
    /// Lead offices (牵头单位).
    pub lead: Vec<String>,
    /// Others that are responsible (责任单位).
    pub with: Vec<String>,
}

/// One published actual value for an indicator, region and year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Observation {
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the region.
    pub region: String,
    /// Year it is of.
    pub year: i32,
    /// The figure, in `unit`.
    pub value: f64,
    /// Id of the unit it was published in.
    pub unit: String,
    /// How exactly it was published.
    pub qualifier: Qualifier,
    /// Month of a part-year count, `YYYY-MM`; else empty.
    pub as_at: String,
    /// Day of publication, where known.
    pub published: Option<Date>,
    /// Who published it.
    pub publisher: String,
    /// Title of the page or document.
    pub source_title: String,
    /// Public address; may be empty.
    pub source_url: String,
    /// The exact wording.
    pub wording: String,
    /// How near the source is to the figure's owner.
    pub confidence: Confidence,
    /// Set where a new definition starts: the words that say why it is not joined to the value before.
    pub break_note: Option<Text>,
}

/// The whole data package.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dataset {
    /// Version of the package, from `datapackage.json`.
    pub version: String,
    /// Its title, from there; may be empty.
    pub title: String,
    /// The day of its data, `YYYY-MM-DD`, from `created` there; may be empty. A later one stands for newer data.
    pub date: String,
    /// Themes, in the package's order.
    pub themes: Vec<Theme>,
    /// Regions.
    pub regions: Vec<Region>,
    /// Units.
    pub units: Vec<Unit>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Plans.
    pub plans: Vec<Plan>,
    /// Targets and the rows that restate them, in the plans' own order.
    pub targets: Vec<Target>,
    /// Observations, by indicator, region and year.
    pub observations: Vec<Observation>,
}
