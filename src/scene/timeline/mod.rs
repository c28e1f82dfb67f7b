//! Deadlines on a line of years, a lane for each plan; on a narrow page the years run downward. Lists stand below.

mod across;
mod downward;
mod lists;

use super::labels::Anchor;
use super::pencil::{Pencil, Place};
use super::text::{width, wrap};
use super::{Frame, Palette, badge};
use crate::view::{Due, Lane, Timeline, Verdict};
use across::Across;

/// Below this width, in em, years run downward.
const ACROSS: f64 = 34.0;
/// Height of a line of text, in its size.
const LEAD: f64 = 1.4;

/// Draws it; returns where it ends.
pub(super) fn draw(pencil: &mut Pencil, marks: &Timeline, place: Place, frame: Frame, palette: &Palette) -> f64 {
    let text = place.text;
    let mut sheet = Sheet {
        pencil,
        palette,
        judged: frame.verdict,
        left: place.left,
        right: place.left + place.width,
        text,
        body: text * 0.875,
        small: text * 0.78,
        touch: place.touch(),
    };
    let mut y = place.top + text * 0.3;
    if !marks.notice.is_empty() {
        sheet.pencil.open("notice", None);
        y = sheet.words(&marks.notice, sheet.left, place.width, y, sheet.body, false, palette.quiet);
        sheet.pencil.close();
        return y + text * 0.5;
    }
    if frame.verdict {
        sheet.pencil.open("counts", None);
        y = sheet.tally(&marks.tally, sheet.left, sheet.right, y, true) + text * 0.6;
        sheet.pencil.close();
    }
    let across = Across::of(marks, &sheet);
    y = match across.filter(|_| place.width >= ACROSS * text) {
        Some(across) => across.draw(&mut sheet, marks, y),
        None => sheet.downward(marks, y),
    };
    sheet.lists(&marks.lists, y) + text * 0.4
}

/// What all parts are drawn with.
struct Sheet<'p> {
    pencil: &'p mut Pencil,
    palette: &'p Palette,
    judged: bool,
    left: f64,
    right: f64,
    /// Sizes of text: the page's, that of names and values, and that of what is beside them.
    text: f64,
    body: f64,
    small: f64,
    /// How high a mark is for a finger.
    touch: f64,
}

impl Sheet<'_> {
    /// Lines of text from the top `y` down; returns where they end.
    #[allow(clippy::too_many_arguments, reason = "a text and where it stands")]
    fn words(&mut self, text: &str, x: f64, limit: f64, y: f64, size: f64, bold: bool, fill: &str) -> f64 {
        self.anchored(text, (x, Anchor::Start), limit, y, (size, bold, fill))
    }

    /// The same from, around or up to `x`.
    fn anchored(
        &mut self,
        text: &str,
        (x, anchor): (f64, Anchor),
        limit: f64,
        mut y: f64,
        (size, bold, fill): (f64, bool, &str),
    ) -> f64 {
        for line in wrap(text, size, bold, limit) {
            // What has no place to break is set smaller.
            let size = size * (limit / width(&line, size, bold)).min(1.0);
            self.pencil.text(&line, (x, y + size), anchor, size, bold, fill);
            y += size * LEAD;
        }
        y
    }

    /// A verdict's symbol in a square of `size`.
    fn symbol(&mut self, verdict: &Verdict, x: f64, y: f64, size: f64) {
        let ink = self.palette.verdict(verdict.name);
        self.pencil.push(badge::sign(verdict.name, ink, x, y + size / 2.0, size));
    }

    /// Verdicts and how many have each, side by side as far as there is room, or one under the other where
    /// `beside` is false; returns where they end.
    fn tally(&mut self, tally: &[(Verdict, usize)], left: f64, right: f64, mut y: f64, beside: bool) -> f64 {
        let size = self.small;
        let mut x = left;
        for (at, (verdict, count)) in tally.iter().enumerate() {
            let label = [verdict.word, " ", &*count.to_string()].concat();
            let wide = size * 1.3 + width(&label, size, false);
            if at > 0 && (!beside || x + wide > right) {
                (x, y) = (left, y + size * LEAD);
            }
            self.pencil.open("verdict", None);
            self.symbol(verdict, x, y + size * 0.12, size);
            let label = if x + wide <= right + 0.5 { label } else { count.to_string() };
            self.pencil.text(&label, (x + size * 1.3, y + size), Anchor::Start, size, false, self.palette.text);
            self.pencil.close();
            x += wide + size;
        }
        if tally.is_empty() { y } else { y + size * LEAD }
    }

    /// A red diamond, open where there is no figure.
    fn diamond(&mut self, due: &Due, x: f64, y: f64, reach: f64) {
        let (fill, line) = match due.words {
            None => (self.palette.target, self.palette.background),
            Some(_) => (self.palette.background, self.palette.target),
        };
        let thick = if due.words.is_some() { "2" } else { "1" };
        self.pencil.diamond(x, y, reach, &[("fill", fill), ("stroke", line), ("stroke-width", thick)]);
    }

    /// A plan's name, and its horizon beside or below it; returns where they end.
    fn name(&mut self, lane: &Lane, y: f64) -> f64 {
        let (whole, gap) = (self.right - self.left, self.text * 0.6);
        let fill = self.palette.text;
        let end = self.words(&lane.name, self.left, whole, y, self.text, true, fill);
        let last = wrap(&lane.name, self.text, true, whole).pop().unwrap_or_default();
        let x = self.left + width(&last, self.text, true) + gap;
        let fill = self.palette.quiet;
        if !lane.name.is_empty() && x + width(&lane.horizon, self.small, false) <= self.right {
            let at = (x, end - self.text * (LEAD - 1.0));
            self.pencil.text(&lane.horizon, at, Anchor::Start, self.small, false, fill);
            return end;
        }
        self.words(&lane.horizon, self.left, whole, end, self.small, false, fill)
    }
}

fn role(due: &Due) -> &'static str {
    if due.words.is_some() { "milestone" } else { "deadline" }
}
