//! The package's files to a checked [`Dataset`].

use super::check::RULES;
use super::diagnostic::{Diagnostic, Severity};
use super::faults::Faults;
use super::load::load;
use super::model::{Dataset, Indicator, Observation, Offices, Phase, Plan, Region, Target, Text, Theme, Unit};
use super::package::{Package, Row, date};
use super::schema::{self, TABLES};

/// What reading a package gives: the data, if no fault is an error, and everything that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The data; `None` where `diagnostics` holds an error.
    pub dataset: Option<Dataset>,
    /// Every fault, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and checks a package. `files` gives the bytes of a file by its name, `None` where there is no such file.
///
/// No rule stops at its first fault, and no rule stops another.
pub fn read(files: &dyn Fn(&str) -> Option<Vec<u8>>) -> Reading {
    let mut faults = Faults::default();
    let package = load(files, &mut faults);
    for rule in RULES {
        faults.rule = rule.name;
        if let Some(check) = rule.check {
            check(&package, &mut faults);
        }
    }
    let mut diagnostics = faults.found;
    let file_order = |file: &str| TABLES.iter().position(|table| table.file == file);
    diagnostics.sort_by_key(|found| (file_order(&found.file), found.line, found.column));
    let usable = !diagnostics.iter().any(|found| found.severity == Severity::Error);
    Reading { dataset: if usable { dataset(&package) } else { None }, diagnostics }
}

/// The data in a package without errors; `None` where a rule let through what it should not have.
fn dataset(package: &Package) -> Option<Dataset> {
    fn all<T>(package: &Package, file: &str, row: fn(&Row) -> Option<T>) -> Option<Vec<T>> {
        package.rows(file).map(row).collect()
    }
    Some(Dataset {
        version: package.version.clone(),
        themes: all(package, schema::THEMES, theme)?,
        regions: all(package, schema::REGIONS, region)?,
        units: all(package, schema::UNITS, unit)?,
        indicators: all(package, schema::INDICATORS, indicator)?,
        plans: all(package, schema::PLANS, plan)?,
        targets: all(package, schema::TARGETS, target)?,
        observations: all(package, schema::OBSERVATIONS, observation)?,
    })
}

fn own(row: &Row, column: &str) -> String {
    row.text(column).to_string()
}

fn maybe(row: &Row, column: &str) -> Option<String> {
    row.filled(column).map(str::to_string)
}

/// The text in the columns `stem_zh_hans`, `stem_zh_hant` and `stem_en`.
fn text(row: &Row, stem: &str) -> Text {
    Text {
        zh_hans: own(row, &format!("{stem}_zh_hans")),
        zh_hant: own(row, &format!("{stem}_zh_hant")),
        en: own(row, &format!("{stem}_en")),
    }
}

fn theme(row: &Row) -> Option<Theme> {
    Some(Theme { id: own(row, "id"), name: text(row, "name") })
}

fn region(row: &Row) -> Option<Region> {
    Some(Region {
        id: own(row, "id"),
        parent: maybe(row, "parent"),
        level: row.word("level")?,
        code: own(row, "code"),
        name: text(row, "name"),
    })
}

fn unit(row: &Row) -> Option<Unit> {
    Some(Unit {
        id: own(row, "id"),
        dimension: own(row, "dimension"),
        factor: row.number("factor")?,
        name: text(row, "name"),
        pattern: text(row, "pattern"),
    })
}

fn indicator(row: &Row) -> Option<Indicator> {
    Some(Indicator {
        id: own(row, "id"),
        theme: own(row, "theme"),
        unit: own(row, "unit"),
        direction: row.word("direction")?,
        derived_from: maybe(row, "derived_from"),
        minimum: row.number("minimum"),
        maximum: row.number("maximum"),
        name: text(row, "name"),
        meaning: text(row, "meaning"),
    })
}

fn plan(row: &Row) -> Option<Plan> {
    Some(Plan {
        id: own(row, "id"),
        region: own(row, "region"),
        title: text(row, "title"),
        short: text(row, "short"),
        issuer: text(row, "issuer"),
        date: own(row, "date"),
        document_number: own(row, "document_number"),
        period_start: row.year("period_start")?,
        period_end: row.year("period_end")?,
        script: row.word("script")?,
        url: own(row, "url"),
        phases: phases(row)?,
    })
}

/// The parts of a cell that are separated by `; `; none of an empty cell.
pub fn parts<'r>(row: &'r Row, column: &str) -> Vec<&'r str> {
    row.filled(column).map(|text| text.split("; ").collect()).unwrap_or_default()
}

fn phases(row: &Row) -> Option<Vec<Phase>> {
    let [hans, hant, en] = ["phases_zh_hans", "phases_zh_hant", "phases_en"].map(|column| parts(row, column));
    parts(row, "phases")
        .iter()
        .enumerate()
        .map(|(at, span)| {
            let (start, end) = span.split_once('/')?;
            let name = |names: &[&str]| names.get(at).map(|name| name.to_string());
            let name = Text { zh_hans: name(&hans)?, zh_hant: name(&hant)?, en: name(&en)? };
            Some(Phase { start: start.to_string(), end: end.to_string(), name })
        })
        .collect()
}

fn target(row: &Row) -> Option<Target> {
    Some(Target {
        id: own(row, "id"),
        plan: own(row, "plan"),
        section: own(row, "section"),
        indicator: own(row, "indicator"),
        region: own(row, "region"),
        kind: row.word("kind")?,
        comparator: row.word("comparator")?,
        value: row.number("value")?,
        value_max: row.number("value_max"),
        unit: own(row, "unit"),
        start: row.year("start"),
        start_stated: row.text("start_stated") == "yes",
        base_year: row.year("base_year"),
        deadline: row.year("deadline")?,
        deadline_stated: row.text("deadline_stated") == "yes",
        direction: row.word("direction")?,
        quote: own(row, "quote"),
        restates: maybe(row, "restates"),
        responsible: offices(row.text("responsible"))?,
    })
}

/// The offices in `lead=A、B;with=C、D`, either part of which may be missing; `None` for any other form.
pub fn offices(text: &str) -> Option<Offices> {
    let mut offices = Offices::default();
    for part in text.split(';').filter(|_| !text.is_empty()) {
        let (role, names) = part.split_once('=')?;
        let names: Vec<String> = names.split('、').map(str::to_string).collect();
        let list = match role {
            "lead" if offices.with.is_empty() => &mut offices.lead,
            "with" => &mut offices.with,
            _ => return None,
        };
        if !list.is_empty() || names.iter().any(|name| name.trim() != name || name.is_empty()) {
            return None;
        }
        *list = names;
    }
    Some(offices)
}

fn observation(row: &Row) -> Option<Observation> {
    Some(Observation {
        indicator: own(row, "indicator"),
        region: own(row, "region"),
        year: row.year("year")?,
        value: row.number("value")?,
        unit: own(row, "unit"),
        qualifier: row.word("qualifier")?,
        as_at: own(row, "as_at"),
        published: date(row.text("published")),
        publisher: own(row, "publisher"),
        source_title: own(row, "source_title"),
        source_url: own(row, "source_url"),
        wording: own(row, "wording"),
        confidence: row.word("confidence")?,
        break_note: row.filled("break_zh_hans").map(|_| text(row, "break")),
    })
}
