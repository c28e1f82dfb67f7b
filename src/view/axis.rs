//! A value axis: its range, where the data speak, and ticks on round numbers.

use super::number::{self, Magnitude};
use crate::dataset::{Unit, rounded};
use crate::language::Language;

/// A value axis with labelled ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Lower end.
    pub minimum: f64,
    /// Upper end, above `minimum`.
    pub maximum: f64,
    /// Ticks from `minimum` to `maximum`, ascending.
    pub ticks: Vec<Tick>,
    /// What stands above the axis; empty where the ticks say it all.
    pub unit: String,
}

/// A tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// The number, without the unit.
    pub label: String,
}

/// What an axis must hold and may not leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Smallest value drawn.
    pub low: f64,
    /// Largest value drawn.
    pub high: f64,
    /// Whether zero belongs in the picture: bars and totals that start from nothing.
    pub from_zero: bool,
    /// The indicator's smallest possible value.
    pub floor: Option<f64>,
    /// The indicator's largest possible value.
    pub ceiling: Option<f64>,
}

/// The axis for a span: four to seven ticks, both ends on a tick, never beyond the indicator's bounds.
pub fn axis(span: Span, unit: &Unit, language: Language) -> Axis {
    let (mut low, mut high) = (span.low.min(span.high), span.low.max(span.high));
    if !(low.is_finite() && high.is_finite()) {
        (low, high) = (0.0, 1.0);
    }
    // Where the data fill most of the way from zero anyway, zero costs little and misleads nobody.
    if span.from_zero || (low > 0.0 && low < 0.35 * high) {
        low = low.min(0.0);
        high = high.max(0.0);
    }
    let room = if high > low { (high - low) * 0.06 } else { (high.abs() * 0.05).max(0.5) };
    let top = if high == 0.0 { 0.0 } else { high + room };
    let bottom = if low == 0.0 { 0.0 } else { low - room };
    let within = |value: f64| value.max(span.floor.unwrap_or(f64::MIN)).min(span.ceiling.unwrap_or(f64::MAX));
    let (bottom, top) = (within(bottom).min(low), within(top).max(high));
    let (bottom, top) = if top > bottom { (bottom, top) } else { (bottom, bottom + 1.0) };

    let step = step(bottom, top, unit, language);
    let first = floor_to(bottom, step);
    let last = -floor_to(-top, step);
    // Bounds that are no multiple of the step still end the axis.
    let minimum = span.floor.map_or(first, |floor| first.max(floor.min(low)));
    let maximum = span.ceiling.map_or(last, |ceiling| last.min(ceiling.max(high)));

    let magnitude = Magnitude::of(minimum.abs().max(maximum.abs()) * unit.factor, language);
    let scale = unit.factor / magnitude.factor;
    let decimals = number::decimals_of(rounded(step * scale));
    let mut ticks = Vec::new();
    let mut index = 0.0;
    while index <= 12.0 {
        let value = rounded(first + index * step);
        if value > maximum + step * 1e-6 {
            break;
        }
        if value >= minimum - step * 1e-6 {
            let label = number::digits(rounded(value * scale), decimals, language);
            ticks.push(Tick { value, label: pad_decimals(label, decimals) });
        }
        index += 1.0;
    }
    let mut unit_text = number::axis_unit(unit, magnitude, language);
    // A percent sign is short enough to stand at the top tick, as the mock has it.
    if unit_text == "%" {
        if let Some(top) = ticks.last_mut() {
            top.label.push('%');
        }
        unit_text.clear();
    }
    Axis { minimum, maximum, ticks, unit: unit_text }
}

/// The step for four intervals or so; a finer one where that leaves much of the axis empty and the labels stay as short.
fn step(bottom: f64, top: f64, unit: &Unit, language: Language) -> f64 {
    let range = top - bottom;
    let covered = |step: f64| -floor_to(-top, step) - floor_to(bottom, step);
    let magnitude = Magnitude::of(bottom.abs().max(top.abs()) * unit.factor, language);
    let decimals = |step: f64| number::decimals_of(rounded(step * unit.factor / magnitude.factor));
    let (coarse, fine) = (round_step(range / 4.0), round_step(range / 6.0));
    let wasteful = covered(coarse) > 1.3 * range && covered(fine) < covered(coarse);
    // There is no half firm.
    let shortest = if unit.dimension == "count" { 0 } else { 1 };
    if wasteful && decimals(fine) <= decimals(coarse).max(shortest) { fine } else { coarse }
}

/// Ticks of one axis show equally many decimals (2.0 beside 2.4).
fn pad_decimals(label: String, decimals: usize) -> String {
    if decimals == 0 {
        return label;
    }
    let shown = label.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let point = if shown == 0 { "." } else { "" };
    format!("{label}{point}{}", "0".repeat(decimals - shown.min(decimals)))
}

/// The smallest of 1, 2, 2.5, 5 × 10ⁿ that is at least `raw` (Heckbert 1990, "Nice numbers for graph labels", with 2.5 added).
fn round_step(raw: f64) -> f64 {
    let mut power = 1.0;
    while raw < power && power > 1e-12 {
        power /= 10.0;
    }
    while raw >= power * 10.0 && power < 1e15 {
        power *= 10.0;
    }
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|factor| raw <= factor * power * (1.0 + 1e-9));
    rounded(factor.unwrap_or(10.0) * power)
}

fn floor_to(value: f64, step: f64) -> f64 {
    rounded((value / step + 1e-9).floor() * step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Text;

    fn percent() -> Unit {
        let pattern = Text { zh_hans: "{}%".into(), zh_hant: "{}%".into(), en: "{}%".into() };
        Unit { id: "%".into(), dimension: "percent".into(), factor: 1.0, name: pattern.clone(), pattern }
    }

    fn labels(span: Span) -> Vec<String> {
        axis(span, &percent(), Language::En).ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn a_share_never_passes_its_bounds() {
        let span = Span { low: 95.0, high: 100.0, from_zero: false, floor: Some(0.0), ceiling: Some(100.0) };
        let axis = axis(span, &percent(), Language::En);
        assert_eq!(axis.maximum, 100.0);
        assert!(axis.minimum <= 95.0);
        let none = Span { low: 98.5, high: 98.5, from_zero: true, floor: Some(0.0), ceiling: Some(100.0) };
        assert_eq!(labels(none), ["0", "25", "50", "75", "100%"]);
    }

    #[test]
    fn ticks_are_round_and_equally_long() {
        let span = Span { low: 1.86, high: 3.0, from_zero: false, floor: None, ceiling: None };
        assert_eq!(labels(span), ["1.5", "2.0", "2.5", "3.0", "3.5%"]);
        let span = Span { low: 0.0, high: 150.0, from_zero: true, floor: Some(0.0), ceiling: None };
        assert_eq!(labels(span), ["0", "50", "100", "150", "200%"]);
        let span = Span { low: 0.0, high: 390.0, from_zero: true, floor: Some(0.0), ceiling: None };
        assert_eq!(labels(span), ["0", "100", "200", "300", "400", "500%"], "not up to 600");
    }

    #[test]
    fn strange_spans_still_give_an_axis() {
        for (low, high) in [(f64::NAN, 1.0), (0.0, 0.0), (5.0, 5.0), (-3.0, -3.0), (1e15, 1e15), (1e-9, 2e-9)] {
            let axis = axis(Span { low, high, from_zero: false, floor: None, ceiling: None }, &percent(), Language::En);
            assert!(axis.maximum > axis.minimum && axis.ticks.len() >= 2, "{low} {high}: {axis:?}");
        }
    }
}
