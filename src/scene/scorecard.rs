//! Targets at a glance: tiles in columns, group after group, so that sixty fit on a wall and on a phone.
//!
//! Groups follow each other within a row, each under its own rule and name, so that small ones leave no holes. Tiles
//! that stand beside each other share a height. In one column a target without a value takes one line where it can.

use super::labels::{Anchor, Rect};
use super::pencil::{Pencil, Place};
use super::recorder::{UNITS, px};
use super::text::{width, wrap};
use super::{Frame, Node, Palette, badge};
use crate::view::{Count, Latest, Scorecard, Spark, Tile, Verdict};

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

/// Text in lines that fit.
struct Lines {
    lines: Vec<String>,
    size: f64,
    bold: bool,
}

impl Lines {
    /// At most `most` lines no wider than `limit`; what has no room ends in an ellipsis.
    fn of(text: &str, size: f64, bold: bool, limit: f64, most: usize) -> Lines {
        let mut lines: Vec<String> = Vec::new();
        for line in wrap(text, size, bold, limit) {
            let (mut part, mut used) = (String::new(), 0.0);
            for c in line.chars() {
                let wide = width(c.encode_utf8(&mut [0; 4]), size, bold);
                // A word longer than a line.
                if used + wide > limit && !part.is_empty() {
                    lines.push(std::mem::take(&mut part));
                    used = 0.0;
                }
                part.push(c);
                used += wide;
            }
            lines.push(part);
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && width(last, size, bold) + size > limit {
                    last.pop();
                }
                last.push('…');
            }
        }
        Lines { lines, size, bold }
    }

    /// How wide the widest is.
    fn wide(&self) -> f64 {
        self.lines.iter().fold(0.0, |wide, line| width(line, self.size, self.bold).max(wide))
    }

    /// Draws them from `top` down; returns where they end.
    fn draw(&self, pencil: &mut Pencil, x: f64, top: f64, anchor: Anchor, ink: &str) -> f64 {
        let mut y = top;
        for line in &self.lines {
            pencil.text(line, (x, baseline(y, self.size)), anchor, self.size, self.bold, ink);
            y += self.size * LINE;
        }
        y
    }
}

/// Where text of `size` stands in a line that begins at `top`.
fn baseline(top: f64, size: f64) -> f64 {
    top + size * (LINE / 2.0 + 0.36)
}

/// The symbol of a verdict in a square of `size`, its left edge at `x`, its middle at the height `y`.
fn sign(verdict: &Verdict, x: f64, y: f64, size: f64, palette: &Palette) -> Node {
    let unit = |value: f64| px((value * UNITS).round() as i32);
    let mut node = badge::symbol(verdict.name, palette.verdict(verdict.name));
    // To a thousandth: a tenth of a pixel is a tenth of the symbol here.
    let scale = (size / 16.0 * 1000.0).round() as i32;
    let scale = [&*(scale / 1000).to_string(), ".", (1000 + scale % 1000).to_string().get(1..).unwrap_or("")].concat();
    let place = ["translate(", &*unit(x), " ", &*unit(y - size / 2.0), ") scale(", &*scale, ")"].concat();
    node.attributes.push(("transform", place));
    node
}

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
            pencil.push(sign(&count.verdict, x, from + size * LINE / 2.0, size, palette));
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
        let top = bottom + if self.columns > 1 { 0.45 } else { 0.4 } * text;
        // Once to see how high they are, once for good.
        let high = |sheet: &Self, pencil: &mut Pencil| {
            let mut end = top;
            for (column, (_, tile)) in row.iter().enumerate() {
                end = end.max(sheet.tile(pencil, tile, sheet.left(column), top));
            }
            end
        };
        let end = high(self, &mut Pencil::new(self.place.width));
        for (column, (_, tile)) in row.iter().enumerate() {
            pencil.open("tile", Some(tile.card));
            let left = self.left(column);
            let whole = Rect { left, top, right: left + self.wide, bottom: end };
            pencil.rect(whole, &[("fill", "none"), ("pointer-events", "all")]);
            self.tile(pencil, tile, left, top);
            pencil.close();
        }
        end + if self.columns > 1 { 0.8 } else { 0.4 } * text
    }

    /// A tile; returns where it ends.
    fn tile(&self, pencil: &mut Pencil, tile: &Tile, left: f64, top: f64) -> f64 {
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
        let badge_wide = verdict.map_or(0.0, |verdict| badge::width(verdict.word, size) + 0.5 * text);
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
            pencil.push(badge::badge(verdict, x, middle, size, palette));
            y = y.max(middle + high / 2.0);
        }
        y += 0.2 * text;
        let value = Lines::of(&latest.value, VALUE * text, true, wide, usize::MAX);
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

    /// Name and what is due, with the verdict in a quiet word: what most tiles are.
    fn without(&self, pencil: &mut Pencil, tile: &Tile, verdict: Option<&Verdict>, (left, top): (f64, f64)) -> f64 {
        let (text, palette, wide) = (self.place.text, self.palette, self.wide);
        let size = SMALL * text;
        let name = Lines::of(&tile.name, NAME * text, false, wide, self.most());
        let y = name.draw(pencil, left, top, Anchor::Start, palette.text);
        let due = Lines::of(&tile.due, size, false, wide, usize::MAX);
        let mut end = due.draw(pencil, left, y, Anchor::Start, palette.quiet);
        if let Some(verdict) = verdict {
            let (sign_wide, word) = (1.25 * size, verdict.word);
            let beside = due.lines.len() == 1 && due.wide() + size + sign_wide + width(word, size, false) <= wide;
            if !beside {
                end += size * LINE;
            }
            let middle = end - size * LINE / 2.0;
            let at = if beside { left + wide - sign_wide - width(word, size, false) } else { left };
            self.quiet_verdict(pencil, verdict, at, middle, true);
        }
        end
    }

    /// The same in one column: a symbol, the name and what is due in one line, or two.
    fn line(&self, pencil: &mut Pencil, tile: &Tile, verdict: Option<&Verdict>, (left, top): (f64, f64)) -> f64 {
        let (text, palette) = (self.place.text, self.palette);
        let inset = if verdict.is_some() { 1.25 * text } else { 0.0 };
        if let Some(verdict) = verdict {
            self.quiet_verdict(pencil, verdict, left, top + NAME * LINE * text / 2.0, false);
        }
        let room = self.wide - inset;
        let right = left + self.wide;
        let due = Lines::of(&tile.due, SMALL * text, false, room, usize::MAX);
        let name = Lines::of(&tile.name, NAME * text, false, room, usize::MAX);
        let y = name.draw(pencil, left + inset, top, Anchor::Start, palette.text);
        let last = name.lines.last().map_or(0.0, |line| width(line, name.size, false));
        if due.lines.len() == 1 && last + due.wide() + text <= room {
            let on = y - NAME * LINE * text + (NAME - SMALL) * LINE * text / 2.0;
            due.draw(pencil, right, on, Anchor::End, palette.quiet);
            return y;
        }
        due.draw(pencil, left + inset, y, Anchor::Start, palette.quiet)
    }

    /// A verdict without a frame; its word may be left to the counts above and the card.
    fn quiet_verdict(&self, pencil: &mut Pencil, verdict: &Verdict, x: f64, middle: f64, word: bool) {
        let size = SMALL * self.place.text;
        pencil.open("verdict", None);
        pencil.push(sign(verdict, x, middle, size, self.palette));
        if word {
            let ink = self.palette.verdict(verdict.name);
            let at = (x + 1.25 * size, middle + 0.36 * size);
            pencil.text(verdict.word, at, Anchor::Start, size, false, ink);
        }
        pencil.close();
    }

    /// A course inside `place`, on its own scale.
    fn spark(&self, pencil: &mut Pencil, spark: &Spark, place: Rect) {
        let palette = self.palette;
        let mut points: Vec<(i32, f64)> = spark.observed.iter().map(|(year, value, _)| (*year, *value)).collect();
        points.extend(spark.projected.iter().chain(&spark.target));
        let (mut years, mut values) = ((f64::MAX, f64::MIN), (f64::MAX, f64::MIN));
        for (year, value) in &points {
            years = (years.0.min(f64::from(*year)), years.1.max(f64::from(*year)));
            values = (values.0.min(*value), values.1.max(*value));
        }
        let reach = 0.28 * self.place.text;
        let share = |value: f64, (from, to): (f64, f64)| if to > from { (value - from) / (to - from) } else { 0.5 };
        let at = |year: i32, value: f64| {
            let across = (place.right - place.left - 2.0 * reach) * share(f64::from(year), years);
            let up = (place.bottom - place.top - 2.0 * reach) * share(value, values);
            (place.left + reach + across, place.bottom - reach - up)
        };
        pencil.open("spark", None);
        pencil.open("observed", None);
        let pen = [("fill", "none"), ("stroke", palette.observed), ("stroke-width", "2")];
        let mut piece: Vec<(f64, f64)> = Vec::new();
        for (year, value, breaks) in &spark.observed {
            if *breaks && !piece.is_empty() {
                pencil.path(&std::mem::take(&mut piece), false, &pen);
            }
            piece.push(at(*year, *value));
        }
        pencil.path(&piece, false, &pen);
        if let Some((x, y)) = piece.last() {
            let fill = if spark.exact { palette.observed } else { palette.background };
            let pen = [("fill", fill), ("stroke", palette.observed), ("stroke-width", "1.5")];
            pencil.circle(*x, *y, 0.2 * self.place.text, &pen);
        }
        pencil.close();
        if spark.projected.len() > 1 {
            pencil.open("projection", None);
            let line: Vec<(f64, f64)> = spark.projected.iter().map(|(year, value)| at(*year, *value)).collect();
            let dash = [("stroke-dasharray", "4 3")];
            pencil.path(&line, false, &[pen.as_slice(), &dash].concat());
            pencil.close();
        }
        if let Some((year, value)) = spark.target {
            pencil.open("target", None);
            let (x, y) = at(year, value);
            pencil.diamond(x, y, reach, &[("fill", palette.target)]);
            pencil.close();
        }
        pencil.close();
    }
}
