//! The view of a trajectory chart.

use super::axis::{Span, axis};
use super::beside::{self, Held};
use super::wording::{due, due_of_kind, observed, section};
use super::{
    Chart, Chosen, Course, Drawing, Kind, Mark, Marks, Observed, Path, Projected, Target, View, cards, faults, finding,
    operation, outlook, scope, sources, table, verdict, working,
};
use crate::dataset::{Kind as TargetKind, Qualifier};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::{Point, Row};
use crate::trajectory::Shape;

/// A report as a trajectory chart with its table, in `language`.
pub fn trajectory(report: &Report<'_>, language: Language) -> View {
    trajectory_with(report, &Chosen::default(), language)
}

/// The same, held against what is `chosen`: the same indicator in another region, or another method.
pub fn trajectory_with(report: &Report<'_>, chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let title = title(report, language);
    let operation = operation::operation(report, language);
    let choice = beside::choice(report, &chosen.compare, operation.as_ref(), language);
    let held = Held::of(report, choice.as_ref());
    let chart = chart(report, held.as_ref(), language);
    let mut finding = finding::finding(report, language);
    let mut table = table::table(report, &title, language);
    let (mut foot, mut sources) = (foot(report, language), sources::sources(report, language));
    if let (Some(held), Some(marks)) = (&held, &chart.beside) {
        finding.push_str(&[messages.sentence_gap, &held.finding(report, language)].concat());
        held.column(report, marks, &mut table, language);
        foot.splice(2..2, held.foot(report, language));
        sources.extend(held.sources(report, language));
    }
    let mut description = description(report, &title, &finding, &chart, language);
    let mut cards = cards::cards(report, &chart, language);
    if let (Some(held), Some(marks)) = (&held, &chart.beside) {
        cards.extend(held.cards(report, marks, language));
        description.push_str(&[messages.sentence_gap, &held.description(language)].concat());
    }
    View {
        language,
        description,
        table,
        faults: faults(report, language),
        meaning: report.indicator.meaning.in_language(language).to_string(),
        foot,
        sources,
        verdict: Some(verdict::verdict(report, language)),
        working: working::working(report, language),
        operation,
        cards,
        choices: choice.into_iter().collect(),
        drawings: vec![Drawing {
            name: Kind::Trajectory.name(),
            word: language.messages().show_chart,
            marks: Marks::Trajectory(Box::new(chart)),
        }],
        title,
        finding,
    }
}

/// Region and indicator.
pub(super) fn title(report: &Report<'_>, language: Language) -> String {
    let region = report.region.name.in_language(language);
    let indicator = report.indicator.name.in_language(language);
    // 福建省 福建省政府质量奖 says the province once.
    match indicator.starts_with(region) {
        true => indicator.to_string(),
        false => fill(language.messages().title, &[("region", region), ("indicator", indicator)]),
    }
}

fn chart(report: &Report<'_>, held: Option<&Held<'_>>, language: Language) -> Chart {
    let messages = language.messages();
    let observed: Vec<Observed> =
        report.series.points.iter().map(|point| observed_mark(report, point, language)).collect();
    let path = path(report, language);
    let targets = targets(report, language);
    let projection = outlook::projected(report, language);
    let mut years = years(report, &path, projection.as_ref());
    let beside = held.map(|held| held.marks(report, &mut years, language));
    let mut span = span(report, &observed, &path, projection.as_ref(), &targets);
    if let Some(marks) = &beside {
        let values = marks.observed.iter().map(|mark| mark.value);
        for value in values.chain(marks.line.iter().map(|(_, value)| *value)) {
            (span.low, span.high) = (span.low.min(value), span.high.max(value));
            // A chart that has values after all speaks where they are.
            span.from_zero = span.from_zero && marks.observed.is_empty();
        }
    }
    let empty = observed.is_empty();
    let period = (report.plan.period_start.max(years.0), report.plan.period_end.min(years.1));
    let period = (empty && period.0 < period.1).then(|| {
        let (from, to) = (report.plan.period_start.to_string(), report.plan.period_end.to_string());
        (period.0, period.1, fill(messages.label_period, &[("from", &from), ("to", &to)]))
    });
    Chart {
        years,
        deadlines: targets.iter().map(|target| target.year).collect(),
        axis: axis(span, report.unit, language),
        course: course(report),
        observed,
        projection,
        beside,
        path,
        targets,
        period,
        notice: empty.then(|| messages.label_none.to_string()),
    }
}

/// These reports' charts on one axis and over the same years.
pub(super) fn on_one_scale(reports: &[&Report<'_>], language: Language) -> Vec<Chart> {
    let mut charts: Vec<Chart> = reports.iter().map(|report| chart(report, None, language)).collect();
    let mut all: Option<(Span, (i32, i32))> = None;
    for (report, chart) in reports.iter().zip(&charts) {
        let own = span(report, &chart.observed, &chart.path, chart.projection.as_ref(), &chart.targets);
        // Differences are the point, so that even without values the axis speaks where the targets are.
        let from_zero = matches!(report.target.kind, TargetKind::New | TargetKind::PerYear);
        let (own, years) = (Span { from_zero, ..own }, chart.years);
        all = Some(all.map_or((own, years), |(span, shared)| {
            let (low, high) = (span.low.min(own.low), span.high.max(own.high));
            (Span { low, high, ..own }, (shared.0.min(years.0), shared.1.max(years.1)))
        }));
    }
    if let (Some((span, years)), Some(first)) = (all, reports.first()) {
        for chart in &mut charts {
            chart.axis = axis(span, first.unit, language);
            chart.years = years;
        }
    }
    charts
}

/// How a value is marked.
pub(super) fn mark(point: &Point) -> Mark {
    match point.qualifier {
        Qualifier::Exact => Mark::Exact,
        Qualifier::AtLeast => Mark::Over,
        Qualifier::About | Qualifier::Preliminary | Qualifier::PartYear => Mark::Soft,
    }
}

pub(super) fn observed_mark(report: &Report<'_>, point: &Point, language: Language) -> Observed {
    let row = report.observation(point);
    let value = row.map(|row| observed(report.dataset, row, language)).unwrap_or_default();
    let year = point.year.to_string();
    let long = fill(language.messages().label_observed, &[("year", &year), ("value", &value)]);
    let note = row.filter(|_| point.breaks).and_then(|row| row.break_note.as_ref());
    Observed {
        year: point.year,
        value: point.value,
        mark: mark(point),
        labels: vec![long, value],
        break_note: note.map(|note| note.in_language(language).to_string()),
    }
}

fn path(report: &Report<'_>, language: Language) -> Path {
    let messages = language.messages();
    let mut points = report.trajectory.points();
    if course(report) == Course::Steps {
        let (first, last) = (points.first().map_or(0, |p| p.0), points.last().map_or(0, |p| p.0));
        points = (first..=last).filter_map(|year| Some((year, report.trajectory.value_at(year)?))).collect();
    }
    let label = if report.trajectory.shape == Shape::Floor { messages.label_floor } else { messages.label_path };
    Path { points, label: label.to_string() }
}

fn course(report: &Report<'_>) -> Course {
    match report.target.kind {
        TargetKind::PerYear => Course::Bars,
        // A range's two ends, or a stock that is to shrink, would make no stairs.
        TargetKind::Cumulative | TargetKind::New if report.bounds().never_falls => Course::Steps,
        _ => Course::Line,
    }
}

fn targets(report: &Report<'_>, language: Language) -> Vec<Target> {
    let messages = language.messages();
    let steps = report.trajectory.steps.iter();
    // What is due every year is not due in the last one alone.
    let words = |report: &Report<'_>, row: &crate::dataset::Target| match row.kind {
        TargetKind::PerYear => due_of_kind(report.dataset, row, language),
        _ => due(report.dataset, row, language),
    };
    steps
        .map(|step| {
            let due = report.dataset.target(&step.target).map(|row| words(report, row)).unwrap_or_default();
            let values = [("year", &*step.year.to_string()), ("due", &due)];
            Target {
                year: step.year,
                value: step.value,
                upper: step.upper,
                labels: vec![
                    fill(messages.label_target, &values),
                    fill(messages.label_target_short, &values),
                    due.clone(),
                ],
            }
        })
        .collect()
}

/// From the first thing drawn to the last; at least three years, so that a single deadline does not stand at an edge.
fn years(report: &Report<'_>, path: &Path, projection: Option<&Projected>) -> (i32, i32) {
    let drawn = path.points.iter().map(|(year, _)| *year);
    let drawn = drawn.chain(report.series.points.iter().map(|point| point.year));
    let drawn = drawn.chain(report.trajectory.steps.iter().map(|step| step.year));
    let drawn =
        drawn.chain(projection.into_iter().flat_map(|projection| projection.line.iter().map(|(year, _)| *year)));
    let empty = report.series.points.is_empty();
    let drawn = drawn.chain(empty.then_some(report.plan.period_start));
    let (first, last) = drawn.fold((i32::MAX, i32::MIN), |(low, high), year| (low.min(year), high.max(year)));
    (first.min(last - 2), last)
}

fn span(
    report: &Report<'_>,
    observed: &[Observed],
    path: &Path,
    projection: Option<&Projected>,
    targets: &[Target],
) -> Span {
    let values = path.points.iter().map(|(_, value)| *value);
    let values = values.chain(observed.iter().map(|mark| mark.value));
    let values = values.chain(projection.into_iter().flat_map(|projection| {
        let line = projection.line.iter().map(|(_, value)| *value);
        line.chain(projection.band95.iter().flat_map(|(_, lower, upper)| [*lower, *upper]))
    }));
    let values = values.chain(targets.iter().flat_map(|target| [Some(target.value), target.upper]).flatten());
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let kind = report.target.kind;
    // An axis in another unit than the indicator's (a change, an index) has none of its bounds.
    let own = report.trajectory.unit == report.indicator.unit && kind != TargetKind::ChangeSince;
    Span {
        low,
        high,
        from_zero: observed.is_empty() && kind != TargetKind::GrowthRate
            || matches!(kind, TargetKind::New | TargetKind::PerYear),
        floor: report.indicator.minimum.filter(|_| own),
        ceiling: report.indicator.maximum.filter(|_| own),
    }
}

fn description(report: &Report<'_>, title: &str, finding: &str, chart: &Chart, language: Language) -> String {
    let messages = language.messages();
    let mut sentences = vec![fill(messages.describe, &[("title", title)]), finding.to_string()];
    if let (Some(first), Some(last)) = (chart.observed.first(), chart.observed.last())
        && first.year < last.year
    {
        let value = |mark: &Observed| mark.labels.last().cloned().unwrap_or_default();
        sentences.push(fill(
            messages.describe_observed,
            &[
                ("count", &chart.observed.len().to_string()),
                ("from", &first.year.to_string()),
                ("first", &value(first)),
                ("to", &last.year.to_string()),
                ("last", &value(last)),
            ],
        ));
    }
    let page = report.series.points.iter().filter(|point| matches!(point.row, Row::Page(_))).count();
    if page > 0 {
        sentences.push(fill(messages.describe_page, &[("count", &page.to_string())]));
    }
    if chart.course != Course::Bars && chart.path.points.len() > 1 {
        sentences.push(messages.describe_path.to_string());
    }
    if chart.projection.as_ref().is_some_and(|projection| projection.line.len() > 1) {
        sentences.push(messages.describe_projection.to_string());
    }
    sentences.join(messages.sentence_gap)
}

fn foot(report: &Report<'_>, language: Language) -> Vec<String> {
    let messages = language.messages();
    let plan = report.plan.short.in_language(language);
    let points: Vec<_> = report.series.points.iter().rev().map(|point| (report, point)).collect();
    let data = scope::data(&points, language);
    let method = report.projection.as_ref().ok().filter(|projection| projection.last < report.shown_until());
    let method = method.map(|projection| {
        let name = outlook::method_name(projection.method, messages);
        fill(messages.foot_method, &[("method", name)])
    });
    let mut foot = vec![
        fill(messages.foot_target, &[("plan", plan), ("section", &section(&report.target.section, language))]),
        data,
        as_of(report, language),
    ];
    foot.splice(2..2, method);
    foot
}

/// The day that the reader stands on.
pub(super) fn as_of(report: &Report<'_>, language: Language) -> String {
    let as_of = report.as_of;
    let date = format!("{:04}-{:02}-{:02}", as_of.year, as_of.month, as_of.day);
    fill(language.messages().foot_as_of, &[("date", &date)])
}
