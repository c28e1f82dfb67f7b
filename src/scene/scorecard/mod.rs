//! Targets at a glance: tiles in columns, group after group, so that sixty fit on a wall and on a phone.
//!
//! Groups follow each other within a row, each under its own rule and name, so that small ones leave no holes. Tiles
//! that stand beside each other share a height. In one column a target without a value takes one line where it can.

mod lines;
mod spark;
mod tile;

use super::labels::{Anchor, Rect};
use super::pencil::{Pencil, Place};
use super::text::width;
use super::{Frame, Palette, badge};
use crate::view::{Count, Scorecard, Tile};
use lines::Lines;

/// Least width of a tile and the space between two, in em of the page's text.
const COLUMN: f64 = 17.5;
const GAP: f64 = 1.25;
/// Sizes, in em of the page's text: counts and values' notes, names, values, group names.
const SMALL: f64 = 0.8;
const NAME: f64 = 0.875;
const VALUE: f64 = 1.3;
/// Least height of a tile with the room around it: 44 pixels at 16.
const TOUCH: f64 = 2.75;
/// From one line to the next, in em of its own text.
const LINE: f64 = 1.4;

/// Draws it; returns where it ends.
pub(super) fn draw(pencil: &mut Pencil, marks: &Scorecard, place: Place, frame: Frame, palette: &Palette) -> f64 {
    let columns = ((place.width + GAP * place.text) / ((COLUMN + GAP) * place.text)).floor().max(1.0);
    let wide = (place.width - (columns - 1.0) * GAP * place.text) / columns;
    let sheet = Sheet { place, palette, judged: frame.verdict, columns: columns as usize, wide };
    sheet.draw(pencil, marks)
}

/// What all tiles are drawn on.
struct Sheet<'p> {
    place: Place,
    palette: &'p Palette,
    /// Whether verdicts are shown.
    judged: bool,
    columns: usize,
    /// Width of a tile.
    wide: f64,
}

/// A tile with the place of its group.
type Placed<'m> = (usize, &'m Tile);

impl Sheet<'_> {
    fn draw(&self, pencil: &mut Pencil, marks: &Scorecard) -> f64 {
        let Place { left, width, top, text } = self.place;
        let right = left + width;
        let mut y = top + 0.2 * text;
        if !marks.notice.is_empty() {
            let notice = Lines::of(marks.notice, text, false, width, usize::MAX);
            return notice.draw(pencil, left, y, Anchor::Start, self.palette.quiet) + text;
        }
        pencil.open("counts", None);
        let total = Lines::of(&marks.total, 0.95 * text, true, width, usize::MAX);
        y = self.heading(pencil, &total, &marks.counts, true, (left, y, right)) + 0.5 * text;
        pencil.close();
        let mut row: Vec<Placed<'_>> = Vec::new();
        let mut before = None;
        for (at, group) in marks.groups.iter().enumerate() {
            if !group.plan.is_empty() {
                y = self.row(pencil, marks, &row, &mut before, y);
                row.clear();
                pencil.open("plan", None);
                let plan = Lines::of(&group.plan, 1.05 * text, true, width, usize::MAX);
                y = plan.draw(pencil, left, y + 0.6 * text, Anchor::Start, self.palette.text) + 0.2 * text;
                pencil.close();
            }
            for tile in &group.tiles {
                if row.len() == self.columns {
                    y = self.row(pencil, marks, &row, &mut before, y);
                    row.clear();
                }
                row.push((at, tile));
            }
        }
        self.row(pencil, marks, &row, &mut before, y)
    }

    /// The left edge of a column.
    fn left(&self, column: usize) -> f64 {
        self.place.left + column as f64 * (self.wide + GAP * self.place.text)
    }

    /// A name with its counts beside it, or below where that has no room; returns where they end.
    fn heading(
        &self,
        pencil: &mut Pencil,
        name: &Lines,
        counts: &[Count],
        words: bool,
        (left, top, right): (f64, f64, f64),
    ) -> f64 {
        let palette = self.palette;
        let size = name.size;
        let mut bottom = name.draw(pencil, left, top, Anchor::Start, palette.text);
        let last = name.lines.last().map_or(0.0, |line| width(line, size, name.bold));
        let mut x = left + last + size;
        for count in counts.iter().filter(|_| self.judged) {
            let word = if words { &count.said } else { &count.number };
            let word = Lines::of(word, size, words, right - left - 1.25 * size, usize::MAX);
            let wide = word.wide() + 1.25 * size;
            if x + wide > right && x > left {
                x = left;
                bottom += size * LINE;
            }
            let from = bottom - size * LINE;
            let ink = palette.verdict(count.verdict.name);
            pencil.push(badge::sign(count.verdict.name, ink, x, from + size * LINE / 2.0, size));
            bottom = word.draw(pencil, x + 1.25 * size, from, Anchor::Start, ink);
            x += wide + 0.9 * size;
        }
        bottom
    }

    /// Tiles beside each other, under the rules and names of their groups; returns where they end.
    fn row(
        &self,
        pencil: &mut Pencil,
        marks: &Scorecard,
        row: &[Placed<'_>],
        before: &mut Option<usize>,
        top: f64,
    ) -> f64 {
        let text = self.place.text;
        let (Some((first, _)), Some((last, _))) = (row.first(), row.last()) else { return top };
        // A group that goes on needs no name, unless another begins beside it.
        let named = *before != Some(*first) || first != last;
        let mut bottom = top;
        let mut begin = 0;
        for (at, (group, _)) in row.iter().enumerate() {
            if row.get(at + 1).is_some_and(|(next, _)| next == group) {
                continue;
            }
            let (left, right) = (self.left(begin), self.left(at) + self.wide);
            begin = at + 1;
            let new = *before != Some(*group);
            *before = Some(*group);
            pencil.open("group", None);
            let ink = if new { self.palette.quiet } else { self.palette.grid };
            let line = [("fill", "none"), ("stroke", ink)];
            pencil.path(&[(left, top + 0.5), (right, top + 0.5)], false, &line);
            if let Some(group) = marks.groups.get(*group).filter(|_| named) {
                let name = Lines::of(&group.name, SMALL * text, new, right - left, usize::MAX);
                let counts: &[Count] = if new { &group.counts } else { &[] };
                let end = self.heading(pencil, &name, counts, false, (left, top + 0.35 * text, right));
                bottom = bottom.max(end);
            }
            pencil.close();
        }
        // Once to see how high they are, once for good, with room around them for a finger.
        let (above, below) = if self.columns > 1 { (0.45 * text, 0.8 * text) } else { (0.4 * text, 0.4 * text) };
        let mut high = 0.0_f64;
        for (_, tile) in row {
            high = high.max(self.tile(&mut Pencil::new(self.place.width), tile, 0.0, 0.0));
        }
        let spare = (TOUCH * text - above - high - below).max(0.0);
        let end = bottom + above + high + below + spare;
        for (column, (_, tile)) in row.iter().enumerate() {
            pencil.open("tile", Some(tile.card));
            let left = self.left(column);
            let whole = Rect { left, top: bottom, right: left + self.wide, bottom: end };
            pencil.rect(whole, &[("fill", "none"), ("pointer-events", "all")]);
            self.tile(pencil, tile, left, bottom + above + spare / 2.0);
            pencil.close();
        }
        end
    }
}
