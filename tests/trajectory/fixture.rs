//! A small dataset to build tests on: one plan (2021 to 2025) of `jinhua`, in Zhejiang, in China.

use indicator_widgets::dataset::{
    Comparator, Confidence, Dataset, Date, Direction, Indicator, Kind, Observation, Offices, Plan, Qualifier, Region,
    RegionLevel, Script, Target, Text, Unit,
};
use indicator_widgets::series::Series;
use indicator_widgets::trajectory::{self, Requirement, Trajectory};

/// Long after everything.
pub const LATE: Date = Date { year: 2100, month: 1, day: 1 };

pub fn day(year: i32, month: u8, day: u8) -> Date {
    Date { year, month, day }
}

/// Regions, units, the indicators `share` (%), `product` (亿元), `product-growth` and `share-change`, `count` (家), and the plan.
pub fn dataset() -> Dataset {
    Dataset {
        version: "1".into(),
        title: String::new(),
        date: String::new(),
        regions: vec![
            region("china", None, RegionLevel::Country),
            region("zhejiang", Some("china"), RegionLevel::Province),
            region("jinhua", Some("zhejiang"), RegionLevel::Prefecture),
        ],
        units: vec![
            unit("%", "percent", 1.0),
            unit("个百分点", "percent-points", 1.0),
            unit("亿元", "cny", 1e8),
            unit("万元", "cny", 1e4),
            unit("家", "count", 1.0),
            unit("万件", "count", 1e4),
            unit("index", "index", 1.0),
        ],
        indicators: vec![
            indicator("share", "%", None),
            indicator("product", "亿元", None),
            indicator("product-growth", "%", Some("product")),
            indicator("product-change", "%", Some("product")),
            indicator("share-change", "个百分点", Some("share")),
            indicator("count", "家", None),
        ],
        plans: vec![plan("plan", 2021, 2025)],
        ..Dataset::default()
    }
}

fn region(id: &str, parent: Option<&str>, level: RegionLevel) -> Region {
    Region { id: id.into(), parent: parent.map(Into::into), level, code: "000000".into(), name: Text::default() }
}

fn unit(id: &str, dimension: &str, factor: f64) -> Unit {
    Unit { id: id.into(), dimension: dimension.into(), factor, name: Text::default(), pattern: Text::default() }
}

fn indicator(id: &str, unit: &str, derived_from: Option<&str>) -> Indicator {
    Indicator {
        id: id.into(),
        theme: "economy".into(),
        unit: unit.into(),
        direction: Direction::Higher,
        derived_from: derived_from.map(Into::into),
        minimum: None,
        maximum: None,
        name: Text::default(),
        meaning: Text::default(),
    }
}

pub fn plan(id: &str, period_start: i32, period_end: i32) -> Plan {
    Plan {
        id: id.into(),
        region: "jinhua".into(),
        title: Text::default(),
        short: Text::default(),
        issuer: Text::default(),
        date: String::new(),
        document_number: String::new(),
        period_start,
        period_end,
        script: Script::Hans,
        url: String::new(),
        phases: Vec::new(),
        milestones: Vec::new(),
    }
}

/// A target of `plan` with the id `jinhua-<indicator>-<deadline>`, at least `value`, in `unit`.
pub fn target(indicator: &str, kind: Kind, value: f64, unit: &str, deadline: i32) -> Target {
    Target {
        id: format!("jinhua-{indicator}-{deadline}"),
        plan: "plan".into(),
        section: "二".into(),
        indicator: indicator.into(),
        region: "jinhua".into(),
        kind,
        comparator: Comparator::AtLeast,
        value,
        value_max: None,
        unit: unit.into(),
        start: None,
        start_stated: false,
        base_year: None,
        deadline,
        deadline_stated: true,
        direction: Direction::Higher,
        quote: String::new(),
        restates: None,
        responsible: Offices::default(),
    }
}

/// An exact observation of `jinhua`, in the indicator's unit.
pub fn observation(indicator: &str, year: i32, value: f64) -> Observation {
    let unit = dataset().indicator(indicator).unwrap().unit.clone();
    Observation {
        indicator: indicator.into(),
        region: "jinhua".into(),
        year,
        value,
        unit,
        qualifier: Qualifier::Exact,
        as_at: String::new(),
        published: None,
        publisher: String::new(),
        source_title: String::new(),
        source_url: String::new(),
        wording: String::new(),
        confidence: Confidence::High,
        break_note: None,
    }
}

/// The dataset with these targets, and these years and values of `indicator`.
pub fn with(targets: &[Target], indicator: &str, values: &[(i32, f64)]) -> Dataset {
    Dataset {
        targets: targets.to_vec(),
        observations: values.iter().map(|(year, value)| observation(indicator, *year, *value)).collect(),
        ..dataset()
    }
}

/// Series, path and requirement of the dataset's target number `index`, on the day `as_of`.
pub fn on(dataset: &Dataset, index: usize, as_of: Date) -> (Series, Trajectory, Requirement) {
    let target = &dataset.targets[index];
    let series = trajectory::scale(dataset, target, as_of);
    let path = trajectory::of(dataset, target, &series);
    let asks = trajectory::requirement(&path, trajectory::resolve(dataset, target), &series);
    (series, path, asks)
}

/// [`on`] a day on which everything is known.
pub fn late(dataset: &Dataset, index: usize) -> (Series, Trajectory, Requirement) {
    on(dataset, index, LATE)
}

/// Equal but for the noise of binary fractions.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}
