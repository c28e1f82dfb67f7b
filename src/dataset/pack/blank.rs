//! Rows with nothing in them yet, which decoding fills column by column.

use super::super::model::{
    Comparator, Confidence, Direction, Indicator, Kind, Observation, Offices, Phase, Plan, Qualifier, Region,
    RegionLevel, Script, Target, Text, Theme, Unit,
};

pub fn theme() -> Theme {
    Theme { id: String::new(), name: Text::default() }
}

pub fn region() -> Region {
    Region { id: String::new(), parent: None, level: RegionLevel::Country, code: String::new(), name: Text::default() }
}

pub fn unit() -> Unit {
    Unit { id: String::new(), dimension: String::new(), factor: 1.0, name: Text::default(), pattern: Text::default() }
}

pub fn indicator() -> Indicator {
    Indicator {
        id: String::new(),
        theme: String::new(),
        unit: String::new(),
        direction: Direction::Higher,
        derived_from: None,
        minimum: None,
        maximum: None,
        name: Text::default(),
        meaning: Text::default(),
    }
}

pub fn phase() -> Phase {
    Phase { start: String::new(), end: String::new(), name: Text::default() }
}

pub fn plan() -> Plan {
    Plan {
        id: String::new(),
        region: String::new(),
        title: Text::default(),
        short: Text::default(),
        issuer: Text::default(),
        date: String::new(),
        document_number: String::new(),
        period_start: 0,
        period_end: 0,
        script: Script::Hans,
        url: String::new(),
        phases: Vec::new(),
    }
}

pub fn target() -> Target {
    Target {
        id: String::new(),
        plan: String::new(),
        section: String::new(),
        indicator: String::new(),
        region: String::new(),
        kind: Kind::Level,
        comparator: Comparator::Stated,
        value: 0.0,
        value_max: None,
        unit: String::new(),
        start: None,
        start_stated: false,
        base_year: None,
        deadline: 0,
        deadline_stated: false,
        direction: Direction::Higher,
        quote: String::new(),
        restates: None,
        responsible: Offices::default(),
    }
}

pub fn observation() -> Observation {
    Observation {
        indicator: String::new(),
        region: String::new(),
        year: 0,
        value: 0.0,
        unit: String::new(),
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
