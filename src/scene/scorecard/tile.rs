//! One tile: of most targets a name and what is due is all there is.

use super::super::badge;
use super::super::labels::{Anchor, Rect};
use super::super::pencil::Pencil;
use super::super::text::width;
use super::lines::Lines;
use super::{LINE, NAME, SMALL, Sheet, VALUE};
use crate::view::{Latest, Tile, Verdict};

/// Room for a verdict's sign before a line, in em of the page's text.
const INSET: f64 = 1.25;

/// Whether name and what is due stand in one line of that width; of a tile with a value nothing is asked.
pub(super) fn fits(tile: &Tile, wide: f64, text: f64, judged: bool) -> bool {
    let inset = if judged && tile.verdict.is_some() { INSET } else { 0.0 };
    let both = width(&tile.name, NAME * text, false) + width(&tile.due, SMALL * text, false);
    tile.latest.is_some() || both + text * (1.0 + inset) <= wide
}

impl Sheet<'_> {
    /// A tile; returns where it ends.
    pub(super) fn tile(&self, pencil: &mut Pencil, tile: &Tile, left: f64, top: f64) -> f64 {
        let verdict = tile.verdict.as_ref().filter(|_| self.judged);
        match &tile.latest {
            Some(latest) => self.valued(pencil, tile, latest, verdict, (left, top)),
            None if self.columns > 1 => self.without(pencil, tile, verdict, (left, top)),
            None => self.line(pencil, tile, verdict, (left, top)),
        }
    }

    /// The lines that a name may take: in one column as many as it needs.
    fn most(&self) -> usize {
        if self.columns > 1 { 3 } else { usize::MAX }
    }

    /// Name, value, what is due, verdict and course.
    fn valued(
        &self,
        pencil: &mut Pencil,
        tile: &Tile,
        latest: &Latest,
        verdict: Option<&Verdict>,
        (left, top): (f64, f64),
    ) -> f64 {
        let (text, palette, wide) = (self.place.text, self.palette, self.wide);
        let size = 0.72 * text;
        let badge_wide = verdict.map_or(0.0, |_| badge::width(&latest.word, size) + 0.5 * text);
        let beside = Lines::of(&tile.name, NAME * text, true, wide - badge_wide, usize::MAX);
        let stands = beside.lines.len() < 3 && wide - badge_wide > 5.0 * text;
        let name = if stands { beside } else { Lines::of(&tile.name, NAME * text, true, wide, self.most()) };
        let mut y = name.draw(pencil, left, top, Anchor::Start, palette.text);
        if let Some(verdict) = verdict {
            let high = badge::HEIGHT * size;
            let (x, middle) = match stands {
                true => (left + wide - badge_wide + 0.5 * text, top + NAME * LINE * text / 2.0),
                false => (left, y + 0.2 * text + high / 2.0),
            };
            pencil.push(badge::badge(verdict, &latest.word, x, middle, size, palette));
            y = y.max(middle + high / 2.0);
        }
        y += 0.2 * text;
        // A figure is not broken as long as it fits in the size of a name.
        let natural = width(&latest.value, VALUE * text, true);
        let size = if natural > wide { (VALUE * text * wide / natural).max(NAME * text) } else { VALUE * text };
        let value = Lines::of(&latest.value, size, true, wide + 0.01, usize::MAX);
        let note = Lines::of(&latest.note, SMALL * text, false, wide, usize::MAX);
        let end = value.draw(pencil, left, y, Anchor::Start, palette.text);
        let end = note.draw(pencil, left, end, Anchor::Start, palette.quiet);
        let Some(spark) = &latest.spark else { return end };
        // Beside value and note, else beside the note alone, else below.
        let (below, gap, least) = (y + value.lines.len() as f64 * value.size * LINE, 1.2 * text, 5.0 * text);
        let beside = wide - gap - value.wide().max(note.wide());
        let beside_note = wide - gap - note.wide();
        let (room, top, bottom) = if beside >= least {
            (beside.min(12.0 * text), y + 0.4 * text, end - 0.3 * text)
        } else if beside_note >= least {
            (beside_note.min(12.0 * text), below, below + 1.7 * text)
        } else {
            (wide, end + 0.3 * text, end + 2.3 * text)
        };
        let place = Rect { left: left + wide - room, top, right: left + wide, bottom };
        self.spark(pencil, spark, place);
        end.max(bottom)
    }

    /// Name and what is due, with the verdict in a quiet word: what most tiles are. Where the word has no room the sign
    /// alone stands there.
    fn without(&self, pencil: &mut Pencil, tile: &Tile, verdict: Option<&Verdict>, (left, top): (f64, f64)) -> f64 {
        let (text, palette, wide) = (self.place.text, self.palette, self.wide);
        let size = SMALL * text;
        let name = Lines::of(&tile.name, NAME * text, false, wide, self.most());
        let y = name.draw(pencil, left, top, Anchor::Start, palette.text);
        let sign = if verdict.is_some() { 1.25 * size } else { 0.0 };
        let due = Lines::of(&tile.due, size, false, wide - sign, usize::MAX);
        let end = due.draw(pencil, left, y, Anchor::Start, palette.quiet);
        if let Some(verdict) = verdict {
            let word = width(verdict.word, size, false);
            let beside = due.lines.len() == 1 && due.wide() + size + sign + word <= wide;
            let at = left + wide - if beside { sign + word } else { size };
            self.quiet_verdict(pencil, verdict, at, end - size * LINE / 2.0, beside);
        }
        end
    }

    /// The same in one column: a symbol, the name and what is due, in one line where all of them can.
    fn line(&self, pencil: &mut Pencil, tile: &Tile, verdict: Option<&Verdict>, (left, top): (f64, f64)) -> f64 {
        let (text, palette) = (self.place.text, self.palette);
        let inset = if verdict.is_some() { INSET * text } else { 0.0 };
        if let Some(verdict) = verdict {
            self.quiet_verdict(pencil, verdict, left, top + NAME * LINE * text / 2.0, false);
        }
        let room = self.wide - inset;
        let due = Lines::of(&tile.due, SMALL * text, false, room, usize::MAX);
        let name = Lines::of(&tile.name, NAME * text, false, room, usize::MAX);
        let y = name.draw(pencil, left + inset, top, Anchor::Start, palette.text);
        if self.inline {
            let on = y - NAME * LINE * text + (NAME - SMALL) * LINE * text / 2.0;
            due.draw(pencil, left + self.wide, on, Anchor::End, palette.quiet);
            return y;
        }
        due.draw(pencil, left + inset, y, Anchor::Start, palette.quiet)
    }

    /// A verdict without a frame; its word may be left to the counts above and the card.
    fn quiet_verdict(&self, pencil: &mut Pencil, verdict: &Verdict, x: f64, middle: f64, word: bool) {
        let size = SMALL * self.place.text;
        pencil.open("verdict", None);
        pencil.push(badge::sign(verdict.name, self.palette.verdict(verdict.name), x, middle, size));
        if word {
            let ink = self.palette.verdict(verdict.name);
            let at = (x + 1.25 * size, middle + 0.36 * size);
            pencil.text(verdict.word, at, Anchor::Start, size, false, ink);
        }
        pencil.close();
    }
}
