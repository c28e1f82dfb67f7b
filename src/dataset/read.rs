//! The package's files to a checked [`Dataset`].

use super::cells::{Cell, Cells};
use super::check::RULES;
use super::diagnostic::{Diagnostic, Severity};
use super::faults::Faults;
use super::load::load;
use super::model::{Dataset, Milestone, Offices, Phase, Text};
use super::package::{Package, Row, date, year};
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
    fn all<R: Cells + Default>(package: &Package, file: &str) -> Option<Vec<R>> {
        let filled = |row: &Row| {
            let mut filled = R::default();
            filled.cells().into_iter().try_for_each(|(column, cell)| fill(row, column, cell)).map(|()| filled)
        };
        package.rows(file).map(filled).collect()
    }
    Some(Dataset {
        version: package.version.clone(),
        title: package.title.clone(),
        date: package.date.clone(),
        themes: all(package, schema::THEMES)?,
        regions: all(package, schema::REGIONS)?,
        units: all(package, schema::UNITS)?,
        indicators: all(package, schema::INDICATORS)?,
        plans: all(package, schema::PLANS)?,
        targets: all(package, schema::TARGETS)?,
        observations: all(package, schema::OBSERVATIONS)?,
    })
}

/// Fills a cell from its column, or the three that its name is the stem of.
fn fill(row: &Row, column: &str, cell: Cell<'_>) -> Option<()> {
    match cell {
        Cell::Id(text, _) | Cell::Text(text) | Cell::Row(_, text) => *text = row.text(column).to_string(),
        Cell::Texts(text) => *text = self::text(row, column),
        Cell::MaybeRow(_, text) => *text = row.filled(column).map(str::to_string),
        Cell::Number(number) => *number = row.number(column)?,
        Cell::MaybeNumber(number) => *number = row.number(column),
        Cell::Year(year) => *year = row.year(column)?,
        Cell::MaybeYear(year) => *year = row.year(column),
        Cell::MaybeDay(day) => *day = date(row.text(column)),
        Cell::Flag(flag) => *flag = row.text(column) == "yes",
        Cell::Word(word) => return word.find(row.text(column)).filter(|place| word.choose(*place)).map(|_| ()),
        Cell::MaybeTexts(note) => *note = Some(self::text(row, column)).filter(|text| !text.zh_hans.is_empty()),
        Cell::Phases(phases) => *phases = self::phases(row)?,
        Cell::Milestones(milestones) => *milestones = self::milestones(row)?,
        Cell::Offices(offices) => *offices = self::offices(row.text(column))?,
    }
    Some(())
}

/// The text in the columns `stem_zh_hans`, `stem_zh_hant` and `stem_en`.
fn text(row: &Row, stem: &str) -> Text {
    let [zh_hans, zh_hant, en] =
        ["zh_hans", "zh_hant", "en"].map(|language| row.text(&format!("{stem}_{language}")).to_string());
    Text { zh_hans, zh_hant, en }
}

/// The parts of a cell that are separated by `; `; none of an empty cell.
pub fn parts<'r>(row: &'r Row, column: &str) -> Vec<&'r str> {
    row.filled(column).map(|text| text.split("; ").collect()).unwrap_or_default()
}

/// The text at a place of the lists in the columns `stem_zh_hans`, `stem_zh_hant` and `stem_en`.
fn text_at(row: &Row, stem: &str, at: usize) -> Option<Text> {
    let part = |language: &str| part(row, &format!("{stem}_{language}"), at);
    Some(Text { zh_hans: part("zh_hans")?, zh_hant: part("zh_hant")?, en: part("en")? })
}

fn part(row: &Row, column: &str, at: usize) -> Option<String> {
    parts(row, column).get(at).map(|part| part.to_string())
}

fn phases(row: &Row) -> Option<Vec<Phase>> {
    let phase = |(at, span): (usize, &&str)| {
        let (start, end) = span.split_once('/')?;
        Some(Phase { start: start.to_string(), end: end.to_string(), name: text_at(row, "phases", at)? })
    };
    parts(row, "phases").iter().enumerate().map(phase).collect()
}

fn milestones(row: &Row) -> Option<Vec<Milestone>> {
    let milestone = |(at, text): (usize, &&str)| {
        Some(Milestone {
            year: year(text)?,
            section: part(row, "milestones_section", at)?,
            quote: part(row, "milestones_quote", at)?,
            words: text_at(row, "milestones", at)?,
        })
    };
    parts(row, "milestones").iter().enumerate().map(milestone).collect()
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
