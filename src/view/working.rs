//! "How this is worked out": for a citizen who asks, and for one who wants the formula.

use super::outlook::{likelihood, method_name};
use super::wording::{change, observed};
use super::{Chart, hindsight, verdict};
use crate::assessment::{Assessment, Rule, Verdict, definitions_differ, disagree};
use crate::dataset::Region;
use crate::language::{Language, fill};
use crate::projection::{Course, Method, Projection};
use crate::report::Report;
use crate::series::Series;

/// A heading and the paragraphs under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Working {
    /// Heading.
    pub heading: String,
    /// Paragraphs.
    pub lines: Vec<String>,
    /// A small figure beside them, where there is one.
    pub figure: Option<Chart>,
}

/// What the panel holds; without a projection, why the verdict is what it is.
pub(super) fn working(report: &Report<'_>, language: Language) -> Vec<Working> {
    let trials = hindsight::trials(report);
    let messages = language.messages();
    let mut parts = Vec::new();
    let mut part = |heading: &str, lines: Vec<String>, figure: Option<Chart>| {
        if !lines.is_empty() {
            parts.push(Working { heading: heading.into(), lines, figure });
        }
    };
    if let Ok(projection) = &report.projection {
        part(messages.working_used, used(report, projection, language), None);
        part(messages.working_how, how(report, projection, language), None);
        if projection.unsure.is_none() {
            part(messages.working_promise, promise(projection, language), None);
            let said = hindsight::sentences(report, &trials, language);
            part(messages.working_past, said, hindsight::figure(report, &trials, language));
        }
        part(messages.working_unknown, vec![messages.working_unknown_text.into()], None);
    }
    part(messages.working_verdict, verdicts(report, language), None);
    part(messages.working_beside, beside(report, language), None);
    parts
}

/// What was used, and what was left out and why.
fn used(report: &Report<'_>, projection: &Projection, language: Language) -> Vec<String> {
    let messages = language.messages();
    let count = |template: &str, count: usize| fill(template, &[("count", &count.to_string())]);
    let (from, to) = (projection.first.to_string(), projection.last.to_string());
    let n = projection.n.to_string();
    let mut lines = vec![fill(messages.working_values, &[("count", &n), ("from", &from), ("to", &to)])];
    let left_out = projection.left_out;
    let groups =
        [(messages.working_left_break, left_out.before_break), (messages.working_left_part, left_out.part_year)];
    lines.extend(groups.into_iter().filter(|(_, left)| *left > 0).map(|(template, left)| count(template, left)));
    let used = || report.series.points.iter().filter(|point| point.year >= projection.first);
    if used().any(|point| point.qualifier == crate::dataset::Qualifier::AtLeast) {
        lines.push(messages.working_over.into());
    }
    let bridged = matches!(projection.method, Method::Steady | Method::Assumption(_));
    if bridged && usize::try_from(projection.last - projection.first + 1) != Ok(projection.n) {
        lines.push(messages.working_gaps.into());
    }
    lines
}

fn how(report: &Report<'_>, projection: &Projection, language: Language) -> Vec<String> {
    let messages = language.messages();
    let fit = &projection.fit;
    let text = match projection.method {
        Method::Auto | Method::Steady => messages.working_steady,
        Method::Drift => messages.working_drift,
        Method::Linear => messages.working_linear,
        Method::Growth => messages.working_growth,
        Method::TheilSen => messages.working_theil_sen,
        Method::Naive => messages.working_naive,
        Method::Assumption(_) => messages.working_assumption,
    };
    let name = method_name(projection.method, messages);
    let trust = ((fit.trust * 100.0).round() as i32).to_string();
    let mut lines = vec![fill(text, &[("method", name), ("trust", &trust)])];
    if !fit.log && fit.course != Course::Compound && fit.step != 0.0 {
        let step = change(fit.step, report.target.kind, report.unit, language);
        lines.push(fill(messages.working_step, &[("change", &step)]));
    }
    if matches!(fit.course, Course::Toward(_)) {
        lines.push(messages.working_bound.into());
    }
    let formula = match projection.method {
        Method::Auto | Method::Steady => FORMULA_STEADY,
        Method::Drift => "Y(t+h) = y + h·m;  m = (y − y₁)/N;  sd² = s²·h·(1 + h/N)",
        Method::Linear => "Y(t) = a + b·t;  sd² = s²·(1 + 1/n + (t − t̄)²/Σ(tᵢ − t̄)²)",
        Method::Growth => "ln Y(t) = a + b·t",
        Method::TheilSen => "Y(t) = a + b·t;  b = median (yⱼ − yᵢ)/(tⱼ − tᵢ)",
        Method::Naive => "Y(t+h) = y;  sd² = s²·h",
        Method::Assumption(_) => return lines,
    };
    lines.push(formula.into());
    if matches!(projection.method, Method::Auto | Method::Steady) {
        lines.push(messages.working_symbols.into());
    }
    lines
}

/// The formula of `projection::steady`, in the symbols of its documentation.
const FORMULA_STEADY: &str = "Y(t+h) = y + h·w·(d* + d₃)/2;  w = m²N/(m²N + 2s²);  \
                              sd² = h·V + h²·w²·(9s²/E + m²/9)";

/// What the bands promise, and how well that promise was kept where it was tried.
fn promise(projection: &Projection, language: Language) -> Vec<String> {
    let messages = language.messages();
    match (projection.method, projection.method.holds()) {
        (Method::Assumption(_), _) => vec![messages.working_promise_assumed.into()],
        (Method::Steady, _) | (_, None) => vec![messages.working_promise_text.into(), messages.working_tested.into()],
        (_, Some(held)) => vec![fill(messages.working_promise_broken, &[("held", &held.to_string())])],
    }
}

/// Our rule's verdict with its reason, and where the published rules say otherwise.
fn verdicts(report: &Report<'_>, language: Language) -> Vec<String> {
    let messages = language.messages();
    let said = |assessment: &Assessment| {
        let verdict = verdict::of(report, assessment, language);
        let rule = verdict::rule_name(assessment.rule, messages);
        let values = [("rule", rule), ("verdict", verdict.word), ("reason", &verdict.reason)];
        fill(messages.working_rule, &values)
    };
    let all = report.by_every_rule();
    // A class whose bounds are not known to be the publisher's is not shown as the publisher's.
    let told = |one: &&Assessment| {
        one.rule == Rule::Own || (one.verdict != Verdict::NotReported && one.rule.classes_are_the_publishers())
    };
    let mut lines: Vec<String> = all.iter().filter(told).map(said).collect();
    if disagree(&all) {
        lines.push(messages.working_disagree.into());
    }
    if let Some(words) = report.assessment.likelihood() {
        lines.push(fill(messages.working_words, &[("words", likelihood(words, messages))]));
    }
    lines
}

/// The latest values of the regions that this one lies in, with a notice where those are put together differently.
fn beside(report: &Report<'_>, language: Language) -> Vec<String> {
    let messages = language.messages();
    let region = |series: &Series| report.dataset.region(&series.region);
    let said = |series: &Series| {
        let point = series.latest()?;
        let row = report.observation(point)?;
        let name = region(series)?.name.in_language(language);
        let value = observed(report.dataset, row, language);
        Some(fill(messages.working_region, &[("region", name), ("year", &point.year.to_string()), ("value", &value)]))
    };
    let mut lines: Vec<String> = report.comparators.iter().filter_map(said).collect();
    let regions: Vec<&Region> =
        std::iter::once(report.region).chain(report.comparators.iter().filter_map(region)).collect();
    if !lines.is_empty() && definitions_differ(report.unit, &regions) {
        lines.push(messages.definitions_differ.into());
    }
    lines
}
