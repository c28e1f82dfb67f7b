//! Rows as plain records: the shape in which the JavaScript API and the tool's CSV and JSON give data away.
//!
//! Fields are named and ordered as the columns of the data package; maintainers' notes are not among them, for they
//! are not in the model. Enumerations are their CSV words; what is empty in the CSV is `None` for numbers and years,
//! and an empty text otherwise.

use serde::Serialize;

use crate::dataset::{Date, Indicator, Observation, Offices, Phase, Plan, Region, Target, Text, Words};

/// A row of `regions.csv`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is the column of that name, described in `dataset::Region`")]
pub struct RegionRecord<'d> {
    pub id: &'d str,
    pub parent: &'d str,
    pub level: &'static str,
    pub code: &'d str,
    pub name_zh_hans: &'d str,
    pub name_zh_hant: &'d str,
    pub name_en: &'d str,
}

impl<'d> From<&'d Region> for RegionRecord<'d> {
    fn from(row: &'d Region) -> Self {
        RegionRecord {
            id: &row.id,
            parent: row.parent.as_deref().unwrap_or_default(),
            level: row.level.as_str(),
            code: &row.code,
            name_zh_hans: &row.name.zh_hans,
            name_zh_hant: &row.name.zh_hant,
            name_en: &row.name.en,
        }
    }
}

/// A row of `indicators.csv`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is the column of that name, described in `dataset::Indicator`")]
pub struct IndicatorRecord<'d> {
    pub id: &'d str,
    pub theme: &'d str,
    pub unit: &'d str,
    pub direction: &'static str,
    pub derived_from: &'d str,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub name_zh_hans: &'d str,
    pub name_zh_hant: &'d str,
    pub name_en: &'d str,
    pub meaning_zh_hans: &'d str,
    pub meaning_zh_hant: &'d str,
    pub meaning_en: &'d str,
}

impl<'d> From<&'d Indicator> for IndicatorRecord<'d> {
    fn from(row: &'d Indicator) -> Self {
        IndicatorRecord {
            id: &row.id,
            theme: &row.theme,
            unit: &row.unit,
            direction: row.direction.as_str(),
            derived_from: row.derived_from.as_deref().unwrap_or_default(),
            minimum: row.minimum,
            maximum: row.maximum,
            name_zh_hans: &row.name.zh_hans,
            name_zh_hant: &row.name.zh_hant,
            name_en: &row.name.en,
            meaning_zh_hans: &row.meaning.zh_hans,
            meaning_zh_hant: &row.meaning.zh_hant,
            meaning_en: &row.meaning.en,
        }
    }
}

/// A row of `plans.csv`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is the column of that name, described in `dataset::Plan`")]
pub struct PlanRecord<'d> {
    pub id: &'d str,
    pub region: &'d str,
    pub title_zh_hans: &'d str,
    pub title_zh_hant: &'d str,
    pub title_en: &'d str,
    pub short_zh_hans: &'d str,
    pub short_zh_hant: &'d str,
    pub short_en: &'d str,
    pub issuer_zh_hans: &'d str,
    pub issuer_zh_hant: &'d str,
    pub issuer_en: &'d str,
    pub date: &'d str,
    pub document_number: &'d str,
    pub period_start: i32,
    pub period_end: i32,
    pub script: &'static str,
    pub url: &'d str,
    pub phases: String,
    pub phases_zh_hans: String,
    pub phases_zh_hant: String,
    pub phases_en: String,
}

impl<'d> From<&'d Plan> for PlanRecord<'d> {
    fn from(row: &'d Plan) -> Self {
        let phases = |part: fn(&Phase) -> String| row.phases.iter().map(part).collect::<Vec<_>>().join("; ");
        PlanRecord {
            id: &row.id,
            region: &row.region,
            title_zh_hans: &row.title.zh_hans,
            title_zh_hant: &row.title.zh_hant,
            title_en: &row.title.en,
            short_zh_hans: &row.short.zh_hans,
            short_zh_hant: &row.short.zh_hant,
            short_en: &row.short.en,
            issuer_zh_hans: &row.issuer.zh_hans,
            issuer_zh_hant: &row.issuer.zh_hant,
            issuer_en: &row.issuer.en,
            date: &row.date,
            document_number: &row.document_number,
            period_start: row.period_start,
            period_end: row.period_end,
            script: row.script.as_str(),
            url: &row.url,
            phases: phases(|phase| format!("{}/{}", phase.start, phase.end)),
            phases_zh_hans: phases(|phase| phase.name.zh_hans.clone()),
            phases_zh_hant: phases(|phase| phase.name.zh_hant.clone()),
            phases_en: phases(|phase| phase.name.en.clone()),
        }
    }
}

/// A row of `targets.csv`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is the column of that name, described in `dataset::Target`")]
pub struct TargetRecord<'d> {
    pub id: &'d str,
    pub plan: &'d str,
    pub section: &'d str,
    pub indicator: &'d str,
    pub region: &'d str,
    pub kind: &'static str,
    pub comparator: &'static str,
    pub value: f64,
    pub value_max: Option<f64>,
    pub unit: &'d str,
    pub start: Option<i32>,
    pub start_stated: &'static str,
    pub base_year: Option<i32>,
    pub deadline: i32,
    pub deadline_stated: &'static str,
    pub direction: &'static str,
    pub quote: &'d str,
    pub restates: &'d str,
    pub responsible: String,
}

impl<'d> From<&'d Target> for TargetRecord<'d> {
    fn from(row: &'d Target) -> Self {
        TargetRecord {
            id: &row.id,
            plan: &row.plan,
            section: &row.section,
            indicator: &row.indicator,
            region: &row.region,
            kind: row.kind.as_str(),
            comparator: row.comparator.as_str(),
            value: row.value,
            value_max: row.value_max,
            unit: &row.unit,
            start: row.start,
            start_stated: if row.start.is_some() { yes_no(row.start_stated) } else { "" },
            base_year: row.base_year,
            deadline: row.deadline,
            deadline_stated: yes_no(row.deadline_stated),
            direction: row.direction.as_str(),
            quote: &row.quote,
            restates: row.restates.as_deref().unwrap_or_default(),
            responsible: offices(&row.responsible),
        }
    }
}

/// A row of `observations.csv`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "each field is the column of that name, described in `dataset::Observation`")]
pub struct ObservationRecord<'d> {
    pub indicator: &'d str,
    pub region: &'d str,
    pub year: i32,
    pub value: f64,
    pub unit: &'d str,
    pub qualifier: &'static str,
    pub as_at: &'d str,
    pub published: String,
    pub publisher: &'d str,
    pub source_title: &'d str,
    pub source_url: &'d str,
    pub wording: &'d str,
    pub confidence: &'static str,
    pub break_zh_hans: &'d str,
    pub break_zh_hant: &'d str,
    pub break_en: &'d str,
}

impl<'d> From<&'d Observation> for ObservationRecord<'d> {
    fn from(row: &'d Observation) -> Self {
        let note = |part: fn(&'d Text) -> &'d str| row.break_note.as_ref().map(part).unwrap_or_default();
        ObservationRecord {
            indicator: &row.indicator,
            region: &row.region,
            year: row.year,
            value: row.value,
            unit: &row.unit,
            qualifier: row.qualifier.as_str(),
            as_at: &row.as_at,
            published: row.published.map(iso).unwrap_or_default(),
            publisher: &row.publisher,
            source_title: &row.source_title,
            source_url: &row.source_url,
            wording: &row.wording,
            confidence: row.confidence.as_str(),
            break_zh_hans: note(|text| &text.zh_hans),
            break_zh_hant: note(|text| &text.zh_hant),
            break_en: note(|text| &text.en),
        }
    }
}

fn yes_no(stated: bool) -> &'static str {
    if stated { "yes" } else { "no" }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// `lead=A、B;with=C、D`, without the part that is empty.
fn offices(offices: &Offices) -> String {
    let part = |role: &str, names: &[String]| (!names.is_empty()).then(|| format!("{role}={}", names.join("、")));
    let parts: Vec<String> = [part("lead", &offices.lead), part("with", &offices.with)].into_iter().flatten().collect();
    parts.join(";")
}
