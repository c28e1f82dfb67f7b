//! Which labels stand beside a row's marks, and where.

use super::super::labels::Anchor;
use super::super::text::width;
use super::{LABEL, Layout};
use crate::view::{Compared, Mark, Spot};

/// A label beside its mark, or above it.
pub(super) struct Label {
    pub(super) text: String,
    /// Left and right end.
    pub(super) from: f64,
    pub(super) to: f64,
    /// Which of its ends its mark is at: letters are narrower than they are taken for.
    pub(super) anchor: Anchor,
    /// How far its middle stands above that of the marks.
    pub(super) up: f64,
    /// Whether it is the value's.
    pub(super) value: bool,
}

/// From where to where a row's marks reach.
fn ends(row: &Compared) -> (f64, f64) {
    let spots = row.value.iter().chain(&row.target).chain(&row.earlier);
    let ends = spots.flat_map(|spot| [spot.at, spot.upper.unwrap_or(spot.at)]);
    ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
}

/// The labels beside a row's marks, and whether each stands to the right of all of them.
fn sides(row: &Compared) -> Vec<(&Spot, bool, bool)> {
    let target = row.target.as_ref();
    let middle = |spot: &Spot| (spot.at + spot.upper.unwrap_or(spot.at)) / 2.0;
    // The target stands away from the value; without one, away from what is on the way to it.
    let other = row.value.as_ref().or(row.earlier.first());
    let right = target.zip(other).is_none_or(|(target, other)| middle(target) >= other.at);
    let value = row.value.as_ref().map(|spot| (spot, target.is_none() || !right, true));
    value.into_iter().chain(target.map(|spot| (spot, right, false))).collect()
}

impl Layout<'_> {
    /// A row's labels: those of value and target at the two ends; those of targets on the way at the end that is free, else
    /// above their marks.
    pub(super) fn labels(&self, row: &Compared) -> Vec<Label> {
        let (low, high) = ends(row);
        let size = LABEL * self.place.text;
        let gap = self.reach + size * 0.35;
        let over = row.value.as_ref().is_some_and(|spot| spot.mark == Mark::Over && spot.at == high);
        let place = |spot: &Spot, right: bool, value: bool| {
            let wide = width(&spot.label, size, true);
            let from = match right {
                true => self.x(high) + gap + if over { self.reach } else { 0.0 },
                false => self.x(low) - gap - wide,
            };
            let anchor = if right { Anchor::Start } else { Anchor::End };
            Label { text: spot.label.clone(), from, to: from + wide, anchor, up: 0.0, value }
        };
        let ends = sides(row);
        let target_right = ends.last().is_none_or(|(_, right, _)| *right);
        let mut labels: Vec<Label> = ends.into_iter().map(|(spot, right, value)| place(spot, right, value)).collect();
        let earlier = if self.earlier { self.earlier(row) } else { Vec::new() };
        match &earlier[..] {
            [(spot, _)] if row.value.is_none() => labels.push(place(spot, !target_right, false)),
            all => {
                for (spot, x) in all {
                    let half = width(&spot.label, size, true) / 2.0;
                    let (from, to) = (x - half, x + half);
                    if labels.iter().all(|label| label.up == 0.0 || label.to + size < from || to + size < label.from) {
                        let (text, anchor) = (spot.label.clone(), Anchor::Middle);
                        labels.push(Label { text, from, to, anchor, up: gap + size * 0.6, value: false });
                    }
                }
            }
        }
        labels
    }
}
