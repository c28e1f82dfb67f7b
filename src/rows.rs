//! Plain rows for programs: the JavaScript API's objects and the tool's CSV and JSON, under one set of field names,
//! those of the data package.

use serde::Serialize;

use crate::dataset::{Dataset, Indicator, Observation, Offices, Phase, Plan, Region, Target, Text, Words};
use crate::language::Language;
use crate::report::Report;
use crate::trajectory::{Origin, Shape};
use crate::view::{due, section};

/// A plan.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Plan`")]
pub struct PlanRow<'d> {
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
    pub script: &'d str,
    pub url: &'d str,
    pub phases: Vec<PhaseRow<'d>>,
}

/// A phase of a plan.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Phase`")]
pub struct PhaseRow<'d> {
    pub start: &'d str,
    pub end: &'d str,
    pub name_zh_hans: &'d str,
    pub name_zh_hant: &'d str,
    pub name_en: &'d str,
}

/// A region.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Region`")]
pub struct RegionRow<'d> {
    pub id: &'d str,
    pub parent: Option<&'d str>,
    pub level: &'d str,
    pub code: &'d str,
    pub name_zh_hans: &'d str,
    pub name_zh_hant: &'d str,
    pub name_en: &'d str,
}

/// An indicator.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Indicator`")]
pub struct IndicatorRow<'d> {
    pub id: &'d str,
    pub theme: &'d str,
    pub unit: &'d str,
    pub direction: &'d str,
    pub derived_from: Option<&'d str>,
    pub minimum: Option<f64>,
    pub maximum: Option<f64>,
    pub name_zh_hans: &'d str,
    pub name_zh_hant: &'d str,
    pub name_en: &'d str,
    pub meaning_zh_hans: &'d str,
    pub meaning_zh_hant: &'d str,
    pub meaning_en: &'d str,
}

/// A target.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields without a description are those of `dataset::Target`")]
pub struct TargetRow<'d> {
    pub id: &'d str,
    pub plan: &'d str,
    pub section: &'d str,
    pub indicator: &'d str,
    pub region: &'d str,
    pub kind: &'d str,
    pub comparator: &'d str,
    pub value: f64,
    pub value_max: Option<f64>,
    pub unit: &'d str,
    pub start: Option<i32>,
    /// `None` where the kind has no start.
    pub start_stated: Option<bool>,
    pub base_year: Option<i32>,
    pub deadline: i32,
    pub deadline_stated: bool,
    pub direction: &'d str,
    pub quote: &'d str,
    pub restates: Option<&'d str>,
    pub responsible: OfficesRow<'d>,
    /// Id of its indicator's theme.
    pub theme: &'d str,
    /// The theme's name, in the language asked for.
    pub theme_name: &'d str,
    /// The plan's short name.
    pub plan_name: &'d str,
    /// The indicator's name.
    pub indicator_name: &'d str,
    /// The region's name.
    pub region_name: &'d str,
    /// Where in the plan, in words.
    pub section_name: String,
    /// What is promised, as a chart's label has it (`≥3%`).
    pub due: String,
}

/// Responsible offices.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Offices`")]
pub struct OfficesRow<'d> {
    pub lead: &'d [String],
    pub with: &'d [String],
}

/// An observation.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of `dataset::Observation`")]
pub struct ObservationRow<'d> {
    pub indicator: &'d str,
    pub region: &'d str,
    pub year: i32,
    pub value: f64,
    pub unit: &'d str,
    pub qualifier: &'d str,
    pub as_at: &'d str,
    pub published: Option<String>,
    pub publisher: &'d str,
    pub source_title: &'d str,
    pub source_url: &'d str,
    pub wording: &'d str,
    pub confidence: &'d str,
    pub break_zh_hans: &'d str,
    pub break_zh_hant: &'d str,
    pub break_en: &'d str,
}

/// A required path.
#[derive(Debug, Clone, Serialize)]
pub struct TrajectoryRow<'d> {
    /// Id of the target asked for.
    pub target: &'d str,
    /// Its kind.
    pub kind: &'d str,
    /// Id of the indicator whose observations lie on the same scale.
    pub indicator: String,
    /// Id of its region.
    pub region: &'d str,
    /// Id of the unit of every value here.
    pub unit: String,
    /// `linear`, `compound` or `floor`.
    pub shape: &'static str,
    /// Where it begins.
    pub base: Option<BaseRow>,
    /// Its deadlines.
    pub steps: Vec<StepRow>,
    /// Its value in each year.
    pub points: Vec<PointRow>,
}

/// Where a path begins.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct BaseRow {
    /// Year.
    pub year: i32,
    /// Value.
    pub value: f64,
    /// `at_start`, `first_observed`, `zero`, `implied`, `base_year` or `index`.
    pub origin: &'static str,
}

/// A deadline on a path.
#[derive(Debug, Clone, Serialize)]
pub struct StepRow {
    /// Id of the target.
    pub target: String,
    /// The deadline.
    pub year: i32,
    /// The value due; of a range its lower end.
    pub value: f64,
    /// Upper end of a range.
    pub upper: Option<f64>,
}

/// A year and its value.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PointRow {
    /// Year.
    pub year: i32,
    /// Value.
    pub value: f64,
}

impl<'d> From<&'d Plan> for PlanRow<'d> {
    fn from(plan: &'d Plan) -> Self {
        PlanRow {
            id: &plan.id,
            region: &plan.region,
            title_zh_hans: &plan.title.zh_hans,
            title_zh_hant: &plan.title.zh_hant,
            title_en: &plan.title.en,
            short_zh_hans: &plan.short.zh_hans,
            short_zh_hant: &plan.short.zh_hant,
            short_en: &plan.short.en,
            issuer_zh_hans: &plan.issuer.zh_hans,
            issuer_zh_hant: &plan.issuer.zh_hant,
            issuer_en: &plan.issuer.en,
            date: &plan.date,
            document_number: &plan.document_number,
            period_start: plan.period_start,
            period_end: plan.period_end,
            script: plan.script.as_str(),
            url: &plan.url,
            phases: plan.phases.iter().map(PhaseRow::from).collect(),
        }
    }
}

impl<'d> From<&'d Phase> for PhaseRow<'d> {
    fn from(phase: &'d Phase) -> Self {
        PhaseRow {
            start: &phase.start,
            end: &phase.end,
            name_zh_hans: &phase.name.zh_hans,
            name_zh_hant: &phase.name.zh_hant,
            name_en: &phase.name.en,
        }
    }
}

impl<'d> From<&'d Region> for RegionRow<'d> {
    fn from(region: &'d Region) -> Self {
        RegionRow {
            id: &region.id,
            parent: region.parent.as_deref(),
            level: region.level.as_str(),
            code: &region.code,
            name_zh_hans: &region.name.zh_hans,
            name_zh_hant: &region.name.zh_hant,
            name_en: &region.name.en,
        }
    }
}

impl<'d> From<&'d Indicator> for IndicatorRow<'d> {
    fn from(indicator: &'d Indicator) -> Self {
        IndicatorRow {
            id: &indicator.id,
            theme: &indicator.theme,
            unit: &indicator.unit,
            direction: indicator.direction.as_str(),
            derived_from: indicator.derived_from.as_deref(),
            minimum: indicator.minimum,
            maximum: indicator.maximum,
            name_zh_hans: &indicator.name.zh_hans,
            name_zh_hant: &indicator.name.zh_hant,
            name_en: &indicator.name.en,
            meaning_zh_hans: &indicator.meaning.zh_hans,
            meaning_zh_hant: &indicator.meaning.zh_hant,
            meaning_en: &indicator.meaning.en,
        }
    }
}

impl<'d> TargetRow<'d> {
    /// The row of `target`, with the names of what it points to in `language`.
    pub fn new(dataset: &'d Dataset, target: &'d Target, language: Language) -> Self {
        let name = |text: Option<&'d Text>| text.map_or("", |text| text.in_language(language));
        let indicator = dataset.indicator(&target.indicator);
        let theme = indicator.map_or("", |row| row.theme.as_str());
        TargetRow {
            id: &target.id,
            plan: &target.plan,
            section: &target.section,
            indicator: &target.indicator,
            region: &target.region,
            kind: target.kind.as_str(),
            comparator: target.comparator.as_str(),
            value: target.value,
            value_max: target.value_max,
            unit: &target.unit,
            start: target.start,
            start_stated: target.start.map(|_| target.start_stated),
            base_year: target.base_year,
            deadline: target.deadline,
            deadline_stated: target.deadline_stated,
            direction: target.direction.as_str(),
            quote: &target.quote,
            restates: target.restates.as_deref(),
            responsible: OfficesRow::from(&target.responsible),
            theme,
            theme_name: name(dataset.theme(theme).map(|row| &row.name)),
            plan_name: name(dataset.plan(&target.plan).map(|row| &row.short)),
            indicator_name: name(indicator.map(|row| &row.name)),
            region_name: name(dataset.region(&target.region).map(|row| &row.name)),
            section_name: section(&target.section, language),
            due: due(dataset, target, language),
        }
    }
}

impl<'d> From<&'d Offices> for OfficesRow<'d> {
    fn from(offices: &'d Offices) -> Self {
        OfficesRow { lead: &offices.lead, with: &offices.with }
    }
}

impl<'d> From<&'d Observation> for ObservationRow<'d> {
    fn from(row: &'d Observation) -> Self {
        let note = row.break_note.as_ref();
        ObservationRow {
            indicator: &row.indicator,
            region: &row.region,
            year: row.year,
            value: row.value,
            unit: &row.unit,
            qualifier: row.qualifier.as_str(),
            as_at: &row.as_at,
            published: row.published.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)),
            publisher: &row.publisher,
            source_title: &row.source_title,
            source_url: &row.source_url,
            wording: &row.wording,
            confidence: row.confidence.as_str(),
            break_zh_hans: note.map_or("", |note| &note.zh_hans),
            break_zh_hant: note.map_or("", |note| &note.zh_hant),
            break_en: note.map_or("", |note| &note.en),
        }
    }
}

impl<'d> From<&Report<'d>> for TrajectoryRow<'d> {
    fn from(report: &Report<'d>) -> Self {
        let path = &report.trajectory;
        TrajectoryRow {
            target: &report.target.id,
            kind: path.kind.as_str(),
            indicator: path.indicator.clone(),
            region: &report.region.id,
            unit: path.unit.clone(),
            shape: match path.shape {
                Shape::Linear => "linear",
                Shape::Compound => "compound",
                Shape::Floor => "floor",
            },
            base: path.base.map(|base| BaseRow { year: base.year, value: base.value, origin: origin(base.origin) }),
            steps: path
                .steps
                .iter()
                .map(|step| StepRow {
                    target: step.target.clone(),
                    year: step.year,
                    value: step.value,
                    upper: step.upper,
                })
                .collect(),
            points: path.points().into_iter().map(|(year, value)| PointRow { year, value }).collect(),
        }
    }
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
    pub fn targets<'d>(&self, dataset: &'d Dataset, language: Language) -> Vec<TargetRow<'d>> {
        let takes = |row: &&Target| {
            Filter::takes(self.plan.as_ref(), &row.plan)
                && Filter::takes(self.region.as_ref(), &row.region)
                && Filter::takes(self.indicator.as_ref(), &row.indicator)
        };
        dataset.targets.iter().filter(takes).map(|row| TargetRow::new(dataset, row, language)).collect()
    }

    /// The observations, by indicator, region and year.
    pub fn observations<'d>(&self, dataset: &'d Dataset) -> Vec<ObservationRow<'d>> {
        let takes = |row: &&Observation| {
            Filter::takes(self.region.as_ref(), &row.region) && Filter::takes(self.indicator.as_ref(), &row.indicator)
        };
        dataset.observations.iter().filter(takes).map(ObservationRow::from).collect()
    }
}
