//! What a reader can change: the method, an assumption of their own, and the last year shown.

use super::number::{power_of_ten, to_grain};
use super::outlook::{assumption, method_name};
use crate::language::{Language, fill};
use crate::projection::{self, Assumption, BANDED, Method};
use crate::report::{HORIZON, Report};

/// What a method is called that is the reader's own assumption.
const ASSUMPTION: &str = "assumption";

/// The controls of a projection.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Name and label of each method; the chosen one.
    pub methods: Vec<(&'static str, &'static str)>,
    /// Name of the method in force.
    pub method: &'static str,
    /// The assumption's slider.
    pub slider: Slider,
    /// First and last year that the chart may end at, and the one it ends at.
    pub until: (i32, i32, i32),
}

/// A slider over yearly changes, in the trajectory's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Slider {
    /// Left end.
    pub minimum: f64,
    /// Right end.
    pub maximum: f64,
    /// Distance of two notches: a power of ten.
    pub step: f64,
    /// Where it stands.
    pub value: f64,
    /// What it says there.
    pub text: String,
    /// What its numbers count; may be empty.
    pub unit: String,
    /// Id of the unit that its numbers are in.
    pub unit_id: String,
}

/// Name and label of every method that a page can ask for.
pub fn methods(language: Language) -> Vec<(&'static str, &'static str)> {
    let all = [Method::Steady, Method::Drift, Method::Linear, Method::Growth, Method::TheilSen, Method::Naive];
    all.into_iter().map(|method| (method.name(), method_name(method, language.messages()))).collect()
}

/// The controls of the report's projection; `None` where there is none.
pub(super) fn operation(report: &Report<'_>, language: Language) -> Option<Operation> {
    let messages = language.messages();
    // What nobody has changed: the controls stay as they are whatever is tried with them.
    let projection = &projection::of(&report.samples(), Method::Auto, report.bounds()).ok()?;
    let offered = [Method::Auto, Method::Drift, Method::Linear, Method::Growth, Method::TheilSen, Method::Naive];
    let positive = report.series.points.iter().all(|point| point.value > 0.0);
    let fits = |method: &Method| match method {
        Method::Auto => true,
        Method::Growth => positive && projection.n >= BANDED,
        _ => projection.n >= BANDED,
    };
    let named = |method: Method| (method.name(), method_name(method, messages));
    let mut methods: Vec<_> = offered.into_iter().filter(fits).map(named).collect();
    if let Some(auto) = methods.first_mut() {
        // What `auto` comes to is what a reader wants to know.
        let chosen = if projection.n >= BANDED { Method::Steady } else { Method::Drift };
        auto.1 = method_name(chosen, messages);
    }
    methods.push((ASSUMPTION, messages.method_assumption));
    let last = report.series.at(projection.last)?.value;
    let next = projection.at(projection.last + 1)?;
    // The usual course sets the slider's ends: they must not move under the reader's finger.
    let usual = next.centre - last;
    let needed = report.requirement.from_now.map_or(0.0, |pace| pace.change.abs());
    let band = next.band80.map_or(0.0, |band| (band.upper - band.lower) / 2.0);
    // A reader must be able to reach the target, and to go as far the other way as years usually differ.
    let reach = [needed * 2.0, usual.abs() * 3.0, band * 2.0, last.abs() / 100.0].into_iter().fold(0.0, f64::max);
    let step = power_of_ten(reach / 20.0);
    let maximum = (reach / step).ceil() * step;
    let minimum = if report.bounds().never_falls { 0.0 } else { -maximum };
    let shown = report.projection.as_ref().ok().and_then(|projection| projection.at(projection.last + 1));
    let drawn = shown.map_or(usual, |next| next.centre - last);
    let value = match report.method {
        Method::Assumption(Assumption::Change(change)) => change,
        _ => to_grain(drawn, step),
    };
    let text = match report.method {
        Method::Assumption(own) => assumption(report, own, language),
        _ => assumption(report, Assumption::Change(value), language),
    };
    let method = match report.method {
        Method::Steady | Method::Drift if methods.iter().all(|(name, _)| *name != report.method.name()) => "auto",
        method => method.name(),
    };
    let unit = match report.unit.dimension.as_str() {
        "percent" => fill(messages.percentage_points, &[("value", "")]).trim().to_string(),
        _ => report.unit.name.in_language(language).to_string(),
    };
    let (minimum, maximum) = (to_grain(minimum, step), to_grain(maximum, step));
    // Nothing ends before the deadline.
    let first = projection.last.saturating_add(1).max(report.target.deadline);
    Some(Operation {
        methods,
        method,
        slider: Slider { minimum, maximum, step, value, text, unit, unit_id: report.unit.id.clone() },
        until: (first, projection.last.saturating_add(HORIZON), report.shown_until()),
    })
}
