//! Title, verdict, finding and foot of a drawing that stands alone.

use super::recorder::unit;
use super::text::{self, wrap};
use super::{Node, Palette, badge};
use crate::view::{Verdict, View};

/// Space at the left and right of a standalone drawing, in em.
pub(super) const SIDE: f64 = 0.75;

/// A line of text at a place.
pub(super) fn text_node(text: &str, x: f64, y: f64, size: f64, bold: bool, fill: &str) -> Node {
    let mut attributes = vec![("x", unit(x)), ("y", unit(y)), ("font-size", unit(size)), ("fill", fill.to_string())];
    if bold {
        attributes.push(("font-weight", "700".into()));
    }
    let mut node = Node::new("text", attributes);
    node.text = text.to_string();
    node
}

/// Title, verdict (if it is to be shown) and finding; returns them and where the chart may begin.
pub(super) fn heading(view: &View, verdict: bool, width: f64, text: f64, palette: &Palette) -> (Vec<Node>, f64) {
    let mut block = Block { nodes: Vec::new(), y: text * 0.6, width, text };
    let end = block.lines(&view.title, 1.1, true, palette.text, "title");
    if let Some(verdict) = view.verdict.as_ref().filter(|_| verdict) {
        block.verdict(verdict, end, palette);
    }
    block.y += text * 0.25;
    block.lines(&view.finding, 0.875, false, palette.quiet, "finding");
    (block.nodes, block.y + text * 0.5)
}

/// The foot; returns it and where the drawing ends.
pub(super) fn foot(view: &View, width: f64, top: f64, text: f64, palette: &Palette) -> (Vec<Node>, f64) {
    let mut block = Block { nodes: Vec::new(), y: top + text * 0.3, width, text };
    block.lines(&view.foot_line(), 0.75, false, palette.quiet, "foot");
    (block.nodes, block.y + text * 0.5)
}

/// Lines of text, one under the other.
struct Block {
    nodes: Vec<Node>,
    y: f64,
    width: f64,
    text: f64,
}

impl Block {
    /// Sets text in lines; returns where its last line ends.
    fn lines(&mut self, text: &str, em: f64, bold: bool, fill: &str, role: &str) -> f64 {
        let size = em * self.text;
        let mut end = 0.0;
        let mut group = Node::new("g", vec![("data-role", role.to_string())]);
        let limit = self.width - 2.0 * SIDE * self.text;
        for line in wrap(text, size, bold, limit) {
            self.y += size * 1.45;
            // A word that is longer than a line is set as much smaller: nothing may be cut.
            let size = size * (limit / text::width(&line, size, bold)).min(1.0);
            end = SIDE * self.text + text::width(&line, size, bold);
            group.children.push(text_node(&line, SIDE * self.text, self.y - size * 0.35, size, bold, fill));
        }
        self.nodes.push(group);
        end
    }

    /// The verdict: beside the title's last line, which ends at `end`, or below it where that has no room.
    fn verdict(&mut self, verdict: &Verdict, end: f64, palette: &Palette) {
        let size = 0.8 * self.text;
        let side = SIDE * self.text;
        // One that is wider than a line is set as much smaller.
        let size = size * ((self.width - 2.0 * side) / badge::width(&verdict.label, size)).min(1.0);
        let wide = badge::width(&verdict.label, size);
        let beside = end + self.text * 0.6;
        let x = if beside + wide <= self.width - side { beside } else { side };
        if x == side {
            self.y += badge::HEIGHT * size + self.text * 0.35;
        }
        // The middle of the title's capitals, or of the badge's own line.
        let middle = self.y - if x == side { badge::HEIGHT * size / 2.0 } else { 0.78 * self.text };
        self.nodes.push(badge::badge(verdict, &verdict.label, x, middle, size, palette));
    }
}
