//! Draws what is laid out in lines and boxes: shapes and text at places in pixels, in groups that have a role.

use super::Node;
use super::heading::text_node;
use super::labels::{Anchor, Rect};
use super::recorder::{Pen, Recorder, unit};

/// Where a drawing stands, in pixels; it grows downward.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) top: f64,
    /// The page's text size.
    pub(super) text: f64,
}

impl Place {
    /// How high a mark has to be for a finger, in pixels: 44 beside text of 16, 60 beside text of 20 and more (GB/T
    /// 37668-2019 and the norms for elderly-friendly pages), and never less than that of the text.
    pub(super) fn touch(&self) -> f64 {
        let text = self.text;
        (4.0 * text - 20.0).min(60.0).max(2.75 * text)
    }
}

/// Records shapes.
pub(super) struct Pencil {
    recorder: Recorder,
}

impl Pencil {
    /// A pencil for a drawing `width` pixels wide.
    pub(super) fn new(width: f64) -> Pencil {
        Pencil { recorder: Recorder::new(width, width) }
    }

    /// Opens a group with a role; one that is a mark names its card.
    pub(super) fn open(&mut self, role: &str, card: Option<usize>) {
        let mut attributes: Pen = vec![("data-role", role.to_string())];
        attributes.extend(card.map(|card| ("data-mark", card.to_string())));
        self.recorder.open(attributes);
    }

    /// Closes the group opened last.
    pub(super) fn close(&mut self) {
        self.recorder.close();
    }

    /// A node as it is.
    pub(super) fn push(&mut self, node: Node) {
        self.recorder.push(node);
    }

    fn shape(&mut self, name: &'static str, place: Pen, pen: &[(&'static str, &str)]) {
        let pen = pen.iter().map(|(name, value)| (*name, value.to_string()));
        self.recorder.push(Node::new(name, place.into_iter().chain(pen).collect()));
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, rect: Rect, pen: &[(&'static str, &str)]) {
        let size = [("width", unit(rect.right - rect.left)), ("height", unit(rect.bottom - rect.top))];
        let place = [("x", unit(rect.left)), ("y", unit(rect.top))].into_iter().chain(size);
        self.shape("rect", place.collect(), pen);
    }

    /// An area that can be touched and is not seen.
    pub(super) fn area(&mut self, rect: Rect) {
        self.rect(rect, &[("fill", "none"), ("pointer-events", "all")]);
    }

    /// A line through points; closed, the outline of an area.
    pub(super) fn path(&mut self, points: &[(f64, f64)], closed: bool, pen: &[(&'static str, &str)]) {
        let mut d = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            d.push(if at == 0 { 'M' } else { 'L' });
            d.push_str(&[&*unit(*x), " ", &*unit(*y)].concat());
        }
        if closed {
            d.push('Z');
        }
        self.shape("path", vec![("d", d)], pen);
    }

    /// A disc or ring.
    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64, pen: &[(&'static str, &str)]) {
        self.shape("circle", vec![("cx", unit(x)), ("cy", unit(y)), ("r", unit(radius))], pen);
    }

    /// A target's mark: a diamond that reaches so far from its middle.
    pub(super) fn diamond(&mut self, x: f64, y: f64, reach: f64, pen: &[(&'static str, &str)]) {
        self.path(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], true, pen);
    }

    /// A line of text with its baseline at `y`.
    pub(super) fn text(&mut self, text: &str, at: (f64, f64), anchor: Anchor, size: f64, bold: bool, fill: &str) {
        let mut node = text_node(text, at.0, at.1, size, bold, fill);
        if anchor != Anchor::Start {
            node.attributes.push(("text-anchor", anchor.svg().into()));
        }
        self.recorder.push(node);
    }

    /// All that was drawn.
    pub(super) fn into_nodes(self) -> Vec<Node> {
        self.recorder.into_nodes()
    }
}
