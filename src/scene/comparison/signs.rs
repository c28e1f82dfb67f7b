//! The marks of a comparison, and what they are in words.

use super::super::Palette;
use super::super::labels::Anchor;
use super::super::pencil::Pencil;
use super::super::text::{width, wrap};
use super::{LABEL, Layout};
use crate::view::{Mark, Sign};

/// Says what the marks are, and the axis' unit; returns where it ends.
pub(super) fn legend(pencil: &mut Pencil, layout: &Layout<'_>, palette: &Palette) -> f64 {
    let (marks, place) = (layout.marks, layout.place);
    let size = LABEL * place.text;
    let (mut x, mut y) = (place.left, place.top + size * 1.3);
    let right = place.left + place.width;
    // What had no room has no word either.
    let drawn = |sign: Sign| sign != Sign::Earlier || marks.rows.iter().any(|row| !layout.earlier(row).is_empty());
    let items = marks.legend.iter().filter(|(sign, _)| drawn(*sign)).map(|(sign, word)| (Some(*sign), word));
    pencil.open("legend", None);
    for (sign, word) in items.chain((!marks.axis.unit.is_empty()).then_some((None, &marks.axis.unit))) {
        let room = if sign.is_some() { size * 1.3 } else { 0.0 };
        let lines = wrap(word, size, sign.is_some(), place.width - room);
        let wide = lines.iter().map(|line| width(line, size, sign.is_some())).fold(0.0, f64::max);
        if x > place.left && x + room + wide > right {
            (x, y) = (place.left, y + size * 1.5);
        }
        let ink = match sign {
            Some(Sign::Value) => palette.observed,
            Some(Sign::Target | Sign::Earlier) => palette.target,
            _ => palette.quiet,
        };
        if let Some(sign) = sign {
            mark(pencil, sign, Mark::Exact, (x + size * 0.5, y - size * 0.34), size * 0.34, palette);
        }
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter().enumerate() {
            pencil.text(line, (x + room, y), Anchor::Start, size, sign.is_some(), ink);
            y += if at < last { size * 1.4 } else { 0.0 };
        }
        x += room + wide + size * 1.4;
    }
    pencil.close();
    y + size * 0.9
}

/// A mark of a radius at a place: a dot, a diamond, an open diamond, a small grey dot.
pub(super) fn mark(pencil: &mut Pencil, sign: Sign, how: Mark, (x, y): (f64, f64), radius: f64, palette: &Palette) {
    let open = [("fill", palette.background), ("stroke-width", if how == Mark::Soft { "1.5" } else { "2" })];
    match sign {
        Sign::Target => pencil.diamond(x, y, radius * 1.3, &[("fill", palette.target)]),
        Sign::Earlier => {
            pencil.diamond(x, y, radius * 1.1, &[open[0], ("stroke", palette.target), ("stroke-width", "1.5")]);
        }
        Sign::Reference => pencil.circle(x, y, radius * 0.8, &[("fill", palette.path)]),
        Sign::Value if how == Mark::Exact => pencil.circle(x, y, radius, &[("fill", palette.observed)]),
        Sign::Value => {
            let stroke = ("stroke", palette.observed);
            pencil.circle(x, y, radius, &[open[0], stroke, open[1]]);
            if how == Mark::Over {
                // An open mark with a tick to the right: the true value lies beyond.
                let (tip, wing) = (x + radius * 2.4, radius * 0.7);
                let pen = [("fill", "none"), stroke, open[1]];
                pencil.path(&[(x + radius, y), (tip, y)], false, &pen);
                pencil.path(&[(tip - wing, y - wing), (tip, y), (tip - wing, y + wing)], false, &pen);
            }
        }
    }
}
