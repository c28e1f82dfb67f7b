//! The verdict as a badge: a symbol, a word and a colour. Symbols are drawn, so that no font has to have them.

use super::heading::text_node;
use super::recorder::unit;
use super::text;
use super::{Node, Palette};
use crate::view::Verdict;

/// Height of a badge, in em of its text.
pub(super) const HEIGHT: f64 = 1.7;
/// Space before the symbol and after the word, and between the two, in em.
const SIDE: f64 = 0.6;
const GAP: f64 = 0.3;

/// The symbol of the verdict called `name`, in a square of 16 units, in the colour `ink`: a disc (met), a tick (on
/// track), a triangle (at risk), a cross (off track, missed), a ring (not reported).
pub fn symbol(name: &str, ink: &str) -> Node {
    let (d, solid) = match name {
        "met" => (DISC, true),
        "on_track" => ("M3 8.5L6.5 12L13 4.5", false),
        "at_risk" => ("M8 3L14 13H2Z", true),
        "off_track" | "missed" => ("M4 4L12 12M12 4L4 12", false),
        _ => (DISC, false),
    };
    Node::new(
        "path",
        vec![
            ("d", d.into()),
            ("fill", if solid { ink } else { "none" }.into()),
            ("stroke", ink.into()),
            ("stroke-width", "2".into()),
            ("stroke-linecap", "round".into()),
            ("stroke-linejoin", "round".into()),
        ],
    )
}

/// The same, `size` pixels wide and high, from `x` on with its middle at the height `y`.
pub(super) fn sign(name: &str, ink: &str, x: f64, y: f64, size: f64) -> Node {
    let mut sign = symbol(name, ink);
    // To a thousandth: a tenth, as pixels are written, would be a tenth of the symbol.
    let scale = (size / 16.0 * 1000.0).round() as i32;
    let rest = (1000 + scale % 1000).to_string();
    let scale = [&*(scale / 1000).to_string(), ".", rest.get(1..).unwrap_or_default()].concat();
    let place = ["translate(", &*unit(x), " ", &*unit(y - size / 2.0), ") scale(", &*scale, ")"];
    sign.attributes.push(("transform", place.concat()));
    sign
}

const DISC: &str = "M8 3A5 5 0 0 1 8 13A5 5 0 0 1 8 3Z";

/// How wide a badge with `word` is at `size` pixels.
pub(super) fn width(word: &str, size: f64) -> f64 {
    text::width(word, size, true) + (SIDE * 2.0 + GAP + 1.0) * size
}

/// A badge with `word` that begins at `x` and has its middle at the height `y`.
pub(super) fn badge(verdict: &Verdict, word: &str, x: f64, y: f64, size: f64, palette: &Palette) -> Node {
    let ink = palette.verdict(verdict.name);
    let radius = HEIGHT * size / 2.0;
    let (right, top, bottom) = (x + width(word, size), y - radius, y + radius);
    let (left_arc, right_arc, round) = (unit(x + radius), unit(right - radius), unit(radius));
    let (top, bottom) = (unit(top), unit(bottom));
    let d = [
        "M", &left_arc, " ", &top, "H", &right_arc, "A", &round, " ", &round, " 0 0 1 ", &right_arc, " ", &bottom, "H",
        &left_arc, "A", &round, " ", &round, " 0 0 1 ", &left_arc, " ", &top, "Z",
    ]
    .concat();
    let outline = vec![("d", d), ("fill", "none".to_string()), ("stroke", ink.to_string())];
    let from = x + SIDE * size;
    let sign = sign(verdict.name, ink, from, y, size);
    let word = text_node(word, from + (1.0 + GAP) * size, y + size * 0.36, size, true, ink);
    let mut badge = Node::new("g", vec![("data-role", "verdict".into()), ("data-verdict", verdict.name.into())]);
    badge.children = vec![Node::new("path", outline), sign, word];
    badge
}
