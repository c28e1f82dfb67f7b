//! Targets at a glance: tiles in columns, group under group, so that sixty fit on a wall and on a phone.
//!
//! The columns are filled one after the other, as those of a newspaper: each group has its name once, a tile with a
//! course leaves no hole beside it, and only a long group goes on at the top of the next column. In one column a target
//! without a value takes one line where all can.

mod flow;
mod lines;
mod spark;
mod tile;

use super::labels::Anchor;
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
/// From one line to the next, in em of its own text.
const LINE: f64 = 1.4;

/// Draws it; returns where it ends.
pub(super) fn draw(pencil: &mut Pencil, marks: &Scorecard, place: Place, frame: Frame, palette: &Palette) -> f64 {
    let columns = ((place.width + GAP * place.text) / ((COLUMN + GAP) * place.text)).floor().max(1.0);
    let wide = (place.width - (columns - 1.0) * GAP * place.text) / columns;
    let inline = columns < 1.5 && tiles(marks).all(|tile| tile::fits(tile, wide, place.text, frame.verdict));
    let sheet = Sheet { place, palette, judged: frame.verdict, columns: columns as usize, wide, inline };
    sheet.draw(pencil, marks)
}

fn tiles(marks: &Scorecard) -> impl Iterator<Item = &Tile> {
    marks.groups.iter().flat_map(|group| &group.tiles)
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
    /// Whether what is due stands in the line of the name, in one column.
    inline: bool,
}

impl Sheet<'_> {
    fn draw(&self, pencil: &mut Pencil, marks: &Scorecard) -> f64 {
        let Place { left, width, top, text } = self.place;
        let mut y = top + 0.2 * text;
        if !marks.notice.is_empty() {
            let notice = Lines::of(marks.notice, text, false, width, usize::MAX);
            return notice.draw(pencil, left, y, Anchor::Start, self.palette.quiet) + text;
        }
        // How many there are in all is said above; here stands what each sign means.
        if self.judged && !marks.counts.is_empty() {
            pencil.open("counts", None);
            let none = Lines::of("", 0.95 * text, true, width, usize::MAX);
            y = self.heading(pencil, &none, &marks.counts, true, (left, y, left + width)) + 0.5 * text;
            pencil.close();
        }
        let mut rest = marks.groups.as_slice();
        while let Some(first) = rest.first() {
            if !first.plan.is_empty() {
                pencil.open("plan", None);
                let plan = Lines::of(&first.plan, 1.05 * text, true, width, usize::MAX);
                y = plan.draw(pencil, left, y + 0.6 * text, Anchor::Start, self.palette.text) + 0.3 * text;
                pencil.close();
            }
            let own = rest.iter().skip(1).take_while(|group| group.plan.is_empty()).count() + 1;
            let (groups, after) = rest.split_at(own);
            y = self.flow(pencil, groups, marks.counts.len() > 1, y);
            rest = after;
        }
        y
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
        let mut x = match name.lines.last() {
            Some(line) => left + width(line, size, name.bold) + size,
            None => left,
        };
        // Without a name the counts are the first line.
        bottom += if name.lines.is_empty() { size * LINE } else { 0.0 };
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
}
