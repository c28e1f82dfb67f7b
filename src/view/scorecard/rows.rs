//! The plan report as a table: a row for each target.

use super::super::number::digits;
use super::super::wording::{due_of_kind, observed, publisher, section};
use super::super::{Cell, Table, verdict};
use super::Words;
use crate::dataset::{Direction, Kind};
use crate::language::{Language, fill};
use crate::report::Report;

/// The latest value over the value due, where that says how much of it is there: of counts and amounts, which begin at
/// nothing and of which more is better. Of a percentage, an index or a growth rate it would say nothing (97.8% of
/// 98.5% is not "99% done"), of fewer accidents the wrong thing.
pub(super) fn share(report: &Report<'_>) -> Option<f64> {
    let natural = match report.target.kind {
        Kind::GrowthRate => false,
        Kind::Cumulative | Kind::New | Kind::PerYear | Kind::ChangeSince => true,
        Kind::Level => !matches!(&*report.unit.dimension, "percent" | "percentage-points" | "index" | "points"),
    };
    let due = report.trajectory.steps.iter().find(|step| step.target == report.target.id)?.value;
    let latest = report.series.latest()?.value;
    let tells = natural && report.target.direction == Direction::Higher && due > 0.0 && latest >= 0.0;
    Some(latest / due).filter(|share| tells && share.is_finite())
}

/// The share in whole per cent, rounded down, so that 99.7 % is not yet all of it.
fn in_percent(share: f64, language: Language) -> String {
    [&*digits((share * 100.0 + 1e-9).floor(), 0, language), "%"].concat()
}

pub(super) fn table(words: &Words<'_, '_>, title: &str) -> Table {
    let language = words.language;
    let messages = language.messages();
    let several = words.plans().len() > 1;
    let offices = words.kept.iter().any(|report| !report.target.responsible.lead.is_empty());
    let columns = [
        (messages.head_indicator, true),
        (messages.head_plan, several),
        (messages.head_target, true),
        (messages.head_deadline, true),
        (messages.head_latest, true),
        (messages.head_year, true),
        (messages.head_share, true),
        (messages.choice_judged, words.judged),
        (messages.head_place, true),
        (messages.head_lead, offices),
        (messages.head_source, true),
    ];
    let mut table = Table { caption: title.to_string(), ..Table::default() };
    table.head.extend(columns.iter().filter(|(_, shown)| *shown).map(|(head, _)| head.to_string()));
    for report in &words.kept {
        let latest = report.series.latest();
        let row = latest.and_then(|point| report.observation(point));
        let share = share(report);
        let text = |text: Option<String>, order: Option<f64>| Cell {
            text: text.filter(|text| !text.is_empty()).unwrap_or_else(|| messages.cell_none.to_string()),
            order,
        };
        let year = |year: i32| text(Some(year.to_string()), Some(f64::from(year)));
        let cells = [
            text(Some(words.name(report, false)), None),
            text(Some(report.plan.short.in_language(language).to_string()), None),
            text(Some(due_of_kind(report.dataset, report.target, language)), None),
            year(report.target.deadline),
            text(row.map(|row| observed(report.dataset, row, language)), None),
            latest.map_or_else(|| text(None, None), |point| year(point.year)),
            text(share.map(|share| in_percent(share, language)), share),
            text(
                Some(verdict::verdict(report, language).word.to_string()),
                Some(f64::from(report.assessment.verdict as i32)),
            ),
            text(Some(section(&report.target.section, language)), None),
            text(Some(report.target.responsible.lead.join(messages.list_gap)), None),
            text(latest.map(|point| publisher(report, point, language).to_string()), None),
        ];
        let shown = cells.into_iter().zip(&columns).filter(|(_, (_, shown))| *shown);
        table.rows.push(shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// What is said of the latest value: year and value, and who published it.
pub(super) fn latest(report: &Report<'_>, language: Language) -> Option<[String; 2]> {
    let messages = language.messages();
    let point = report.series.latest()?;
    let value = observed(report.dataset, report.observation(point)?, language);
    let said = fill(messages.label_observed, &[("year", &point.year.to_string()), ("value", &value)]);
    let publisher = publisher(report, point, language);
    let data = match publisher.is_empty() {
        true => messages.foot_press.to_string(),
        false => fill(messages.foot_data, &[("publishers", publisher)]),
    };
    Some([said, data])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_up() {
        assert_eq!(in_percent(0.997, Language::ZhHans), "99%");
        assert_eq!(in_percent(0.29, Language::ZhHans), "29%");
        assert_eq!(in_percent(1.0, Language::En), "100%");
        assert_eq!(in_percent(12.5, Language::En), "1,250%");
    }
}
