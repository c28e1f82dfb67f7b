//! Regions held against each other: a line for each, its latest value and its target on one axis.
//!
//! Where there is room the name stands to the left, the gap to the right and a label beside each mark; else name and gap
//! stand above the marks, and where even that leaves labels no room they follow below, in full.

mod beside;
mod signs;

use super::labels::Anchor;
use super::pencil::{Pencil, Place};
use super::text::{width, wrap};
use super::{Frame, Palette, within};
use crate::view::{Compared, Comparison, Mark, Sign, Spot};
use beside::Label;
use signs::{legend, mark};

/// Sizes of text, in em of the page's.
const NAME: f64 = 0.9;
const LABEL: f64 = 0.82;
const SMALL: f64 = 0.78;
/// Least width of the plot beside names and gaps, in em.
const PLOT: f64 = 16.0;

/// Draws it; returns where it ends.
pub(super) fn draw(pencil: &mut Pencil, marks: &Comparison, place: Place, _frame: Frame, palette: &Palette) -> f64 {
    let layout = Layout::of(marks, place);
    let top = legend(pencil, &layout, palette);
    // The grid goes under the marks but is interrupted by their labels, which are laid out first.
    let mut lines = Vec::new();
    let mut y = top;
    for row in &marks.rows {
        let line = layout.line(row, y);
        y = line.bottom;
        lines.push(line);
    }
    pencil.open("grid", None);
    for line in &lines {
        layout.grid(pencil, line, palette);
    }
    pencil.close();
    for (row, line) in marks.rows.iter().zip(&lines) {
        layout.row(pencil, row, line, palette);
    }
    layout.ticks(pencil, y, palette)
}

/// Where everything stands.
struct Layout<'m> {
    marks: &'m Comparison,
    place: Place,
    /// Whether names and gaps stand beside the plot.
    wide: bool,
    /// Whether each label stands beside its mark.
    beside: bool,
    /// Whether targets on the way have labels too.
    earlier: bool,
    /// Left and right end of what is the plot's.
    plot: (f64, f64),
    /// Left and right end of the axis.
    axis: (f64, f64),
    /// How far a mark reaches from its middle.
    reach: f64,
}

/// One row's places.
struct Line {
    /// Where the marks' band begins, their middle, and where the band ends.
    band: (f64, f64, f64),
    /// Where the row ends.
    bottom: f64,
    /// Labels beside marks.
    labels: Vec<Label>,
    top: f64,
}

/// What stands above a row's marks, where that is narrow: lines and their baselines.
struct Head {
    name: Vec<(String, f64)>,
    said: Vec<(String, f64)>,
    /// Whether the gap stands at the right of the name's last line.
    beside: bool,
    end: f64,
}

impl<'m> Layout<'m> {
    fn of(marks: &'m Comparison, place: Place) -> Layout<'m> {
        let text = place.text;
        let (left, right) = (place.left, place.left + place.width);
        let of = |text_of: fn(&Compared) -> &str, em: f64, bold: bool| {
            let each = marks.rows.iter().map(|row| width(text_of(row), em * text, bold));
            each.fold(0.0, f64::max)
        };
        let (names, gaps) = (of(|row| &row.name, NAME, true), of(|row| &row.said, SMALL, false));
        let wide = (left + names + text, right - gaps - text);
        let reach = within(text * 0.24, 3.0, 7.0) * 1.6;
        let at = |plot| Layout { marks, place, wide: true, beside: true, earlier: true, plot, axis: plot, reach };
        let first = || Some(at(wide)).filter(|_| wide.1 - wide.0 >= PLOT * text);
        let narrow = || Layout { wide: false, ..at((left, right)) };
        let less = |layout: Layout<'m>| Layout { earlier: false, ..layout };
        let beside = first().and_then(Layout::fitted).or_else(|| first().map(less).and_then(Layout::fitted));
        let beside = beside.or_else(|| narrow().fitted()).or_else(|| less(narrow()).fitted());
        beside.unwrap_or_else(|| {
            let edge = narrow().edge();
            Layout { beside: false, axis: (left + edge, right - edge), ..narrow() }
        })
    }

    /// Room for half a mark or half a tick's label.
    fn edge(&self) -> f64 {
        let ticks = self.marks.axis.ticks.iter();
        let half = ticks.map(|tick| width(&tick.label, SMALL * self.place.text, false) / 2.0);
        half.fold(self.reach + 1.0, f64::max)
    }

    /// Shortens the axis until each label has room beside its mark; `None` where that leaves too little of it.
    fn fitted(mut self) -> Option<Layout<'m>> {
        let edge = self.edge();
        self.axis = (self.plot.0 + edge, self.plot.1 - edge);
        // Shortening moves the marks, so it takes a few rounds.
        for _ in 0..12 {
            let (mut left, mut right) = (0.0_f64, 0.0_f64);
            for label in self.marks.rows.iter().flat_map(|row| self.labels(row)) {
                left = left.max(self.plot.0 - label.from);
                right = right.max(label.to - self.plot.1);
            }
            if left < 0.5 && right < 0.5 {
                return Some(self);
            }
            self.axis = (self.axis.0 + left, self.axis.1 - right);
            if self.axis.1 - self.axis.0 < (self.plot.1 - self.plot.0) * 0.4 {
                return None;
            }
        }
        None
    }

    fn x(&self, value: f64) -> f64 {
        let axis = &self.marks.axis;
        let share = (value - axis.minimum) / (axis.maximum - axis.minimum);
        self.axis.0 + within(share, 0.0, 1.0) * (self.axis.1 - self.axis.0)
    }

    /// Lays out a row that begins at `top`.
    fn line(&self, row: &Compared, top: f64) -> Line {
        let text = self.place.text;
        let high = (text * 1.7).max(self.reach * 4.0 + 2.0);
        let labels = if self.beside { self.labels(row) } else { Vec::new() };
        if self.wide {
            let high = high.max(text * 2.4);
            let band = (top, top + high / 2.0, top + high);
            return Line { band, bottom: top + high, labels, top };
        }
        let start = self.head(row, top).end;
        // A label above a mark is one more line.
        let above = if labels.iter().any(|label| label.up > 0.0) { LABEL * text } else { 0.0 };
        let band = (start, start + above + high / 2.0, start + above + high);
        let below = if self.beside { 0.0 } else { self.below(row).len() as f64 * text * LABEL * 1.4 + text * 0.2 };
        Line { band, bottom: band.2 + below + text * 0.5, labels, top }
    }

    /// Name and gap above the marks, in lines with their places.
    fn head(&self, row: &Compared, top: f64) -> Head {
        let text = self.place.text;
        let mut y = top;
        let lines = |said: &str, em: f64, bold: bool, y: &mut f64| {
            let each = wrap(said, em * text, bold, self.place.width).into_iter();
            let each = each.map(|line| {
                *y += em * text * 1.4;
                (line, *y - em * text * 0.3)
            });
            each.collect::<Vec<_>>()
        };
        let name = lines(&row.name, NAME, true, &mut y);
        let at = name.last().map_or(y, |(_, at)| *at);
        if self.said_beside() {
            return Head { name, said: vec![(row.said.clone(), at)], beside: true, end: y };
        }
        let said = lines(&row.said, SMALL, false, &mut y);
        Head { name, said, beside: false, end: y }
    }

    /// Whether in every row the gap has room at the right of the name's last line: all rows are alike.
    fn said_beside(&self) -> bool {
        let text = self.place.text;
        self.marks.rows.iter().all(|row| {
            let name = wrap(&row.name, NAME * text, true, self.place.width);
            let end = name.last().map_or(0.0, |line| width(line, NAME * text, true));
            end + text + width(&row.said, SMALL * text, false) <= self.place.width
        })
    }

    /// The labels below the marks, in full: a line, and whether it is the value's.
    fn below(&self, row: &Compared) -> Vec<(String, bool)> {
        let value = row.value.iter().map(|spot| (spot, true));
        let all = value.chain(row.earlier.iter().chain(&row.target).map(|spot| (spot, false)));
        let size = LABEL * self.place.text;
        let lines = |(spot, value): (&Spot, bool)| {
            let lines = wrap(&spot.long, size, true, self.place.width).into_iter();
            lines.map(|line| (line, value)).collect::<Vec<_>>()
        };
        all.flat_map(lines).collect()
    }

    /// The grid's lines through a row, but for where a label stands.
    fn grid(&self, pencil: &mut Pencil, line: &Line, palette: &Palette) {
        for tick in &self.marks.axis.ticks {
            let x = self.x(tick.value);
            let pen = [("fill", "none"), ("stroke", palette.grid), ("stroke-width", "1")];
            let half = LABEL * self.place.text * 0.7;
            let mut from = line.band.0;
            let crossed = |above: bool| {
                let labels = line.labels.iter().filter(move |label| (label.up > 0.0) == above);
                labels.filter(move |label| label.from - 2.0 <= x && x <= label.to + 2.0)
            };
            for label in crossed(true).chain(crossed(false)) {
                let middle = line.band.1 - label.up;
                if middle - half - from > 1.0 {
                    pencil.path(&[(x, from), (x, middle - half)], false, &pen);
                }
                from = middle + half;
            }
            if line.band.2 - from > 1.0 {
                pencil.path(&[(x, from), (x, line.band.2)], false, &pen);
            }
        }
    }

    /// The size of a line of text: one that can't be broken and is wider than all is set smaller.
    fn size(&self, text: &str, size: f64, bold: bool) -> f64 {
        size * (self.place.width / width(text, size, bold).max(1.0)).min(1.0)
    }

    fn row(&self, pencil: &mut Pencil, row: &Compared, line: &Line, palette: &Palette) {
        let text = self.place.text;
        let (left, right) = (self.place.left, self.place.left + self.place.width);
        let ink = if row.reference { palette.quiet } else { palette.text };
        pencil.open(if row.reference { "reference" } else { "row" }, None);
        if self.wide {
            let y = line.band.1 + NAME * text * 0.36;
            pencil.text(
                &row.name,
                (self.plot.0 - text, y),
                Anchor::End,
                self.size(&row.name, NAME * text, !row.reference),
                !row.reference,
                ink,
            );
            let at = (right, line.band.1 + SMALL * text * 0.36);
            pencil.text(&row.said, at, Anchor::End, self.size(&row.said, SMALL * text, false), false, palette.quiet);
        } else {
            let Head { name, said, beside, .. } = self.head(row, line.top);
            for (text_of, y) in &name {
                pencil.text(
                    text_of,
                    (left, *y),
                    Anchor::Start,
                    self.size(text_of, NAME * text, !row.reference),
                    !row.reference,
                    ink,
                );
            }
            let (x, anchor) = if beside { (right, Anchor::End) } else { (left, Anchor::Start) };
            for (text_of, y) in &said {
                pencil.text(text_of, (x, *y), anchor, self.size(text_of, SMALL * text, false), false, palette.quiet);
            }
        }
        self.dumbbell(pencil, row, line, palette);
        let hue = |value: bool| match value {
            true if row.reference => palette.quiet,
            true => palette.observed,
            false => palette.target,
        };
        let size = LABEL * text;
        pencil.open("label", None);
        for Label { text, from, to, anchor, up, value } in &line.labels {
            let x = match anchor {
                Anchor::Start => *from,
                Anchor::Middle => (from + to) / 2.0,
                Anchor::End => *to,
            };
            pencil.text(
                text,
                (x, line.band.1 - up + size * 0.36),
                *anchor,
                self.size(text, size, !row.reference),
                !row.reference,
                hue(*value),
            );
        }
        if !self.beside {
            let mut y = line.band.2;
            for (label, value) in self.below(row) {
                y += size * 1.4;
                pencil.text(
                    &label,
                    (left, y - size * 0.3),
                    Anchor::Start,
                    self.size(&label, size, !row.reference),
                    !row.reference,
                    hue(value),
                );
            }
        }
        pencil.close();
        pencil.close();
    }

    /// How far to the right a value's mark at `x` is to be kept clear of others: one published as "over" has a tick.
    fn tip(&self, spot: &Spot, x: f64) -> f64 {
        if spot.mark == Mark::Over { x + self.reach } else { x }
    }

    /// Whether two marks would overlap.
    fn near(&self, x: f64, other: f64) -> bool {
        (x - other).abs() < self.reach * 2.0 + 1.0
    }

    /// Where targets on the way stand, of those that are clear of the row's other marks.
    fn earlier<'r>(&self, row: &'r Compared) -> Vec<(&'r Spot, f64)> {
        let tip = row.value.iter().map(|spot| self.tip(spot, self.x(spot.at)));
        let others: Vec<f64> = row.value.iter().chain(&row.target).map(|spot| self.x(spot.at)).chain(tip).collect();
        let mut clear: Vec<(&Spot, f64)> = Vec::new();
        for spot in &row.earlier {
            let x = self.x(spot.at);
            if others.iter().chain(clear.iter().map(|(_, x)| x)).all(|other| !self.near(x, *other)) {
                clear.push((spot, x));
            }
        }
        clear
    }

    /// A row's marks: value and target joined by a line; where they would overlap, one above the other.
    fn dumbbell(&self, pencil: &mut Pencil, row: &Compared, line: &Line, palette: &Palette) {
        let y = line.band.1;
        let radius = self.reach / 1.3;
        let target = row.target.as_ref().map(|spot| (spot, self.x(spot.at)));
        let value = row.value.as_ref().map(|spot| (spot, self.x(spot.at)));
        let ends = target.map(|(spot, x)| (x, self.x(spot.upper.unwrap_or(spot.at))));
        let shift = match (value, ends) {
            (Some((spot, x)), Some((from, to))) => {
                let clear = self.reach * 2.0 + 1.0;
                let apart = self.tip(spot, x) < from.min(to) - clear || x > from.max(to) + clear;
                if apart { 0.0 } else { self.reach }
            }
            _ => 0.0,
        };
        let pen = |ink| [("fill", "none"), ("stroke", ink), ("stroke-width", "2.5")];
        if let (Some((_, x)), Some((from, to)), true) = (value, ends, shift == 0.0) {
            let end = if (x - from).abs() < (x - to).abs() { from } else { to };
            pencil.open("gap", None);
            pencil.path(&[(x, y), (end, y)], false, &pen(palette.path));
            pencil.close();
        }
        for (spot, x) in self.earlier(row) {
            pencil.open("target", Some(spot.card));
            mark(pencil, Sign::Earlier, Mark::Exact, (x, y), radius, palette);
            pencil.close();
        }
        if let Some((spot, x)) = value {
            let sign = if row.reference { Sign::Reference } else { Sign::Value };
            pencil.open("observed", Some(spot.card));
            mark(pencil, sign, spot.mark, (x, y - shift), radius, palette);
            pencil.close();
        }
        if let (Some((spot, _)), Some((from, to))) = (target, ends) {
            pencil.open("target", Some(spot.card));
            if from != to {
                pencil.path(&[(from, y + shift), (to, y + shift)], false, &pen(palette.target));
                mark(pencil, Sign::Target, Mark::Exact, (to, y + shift), radius, palette);
            }
            mark(pencil, Sign::Target, Mark::Exact, (from, y + shift), radius, palette);
            pencil.close();
        }
    }

    /// The ticks' labels under the rows, as many as there is room for; returns where they end.
    fn ticks(&self, pencil: &mut Pencil, top: f64, palette: &Palette) -> f64 {
        let size = SMALL * self.place.text;
        let ticks = &self.marks.axis.ticks;
        let last = ticks.len().saturating_sub(1);
        let places: Vec<(f64, f64)> = ticks
            .iter()
            .map(|tick| (self.x(tick.value), width(&tick.label, size, false) / 2.0))
            .map(|(x, half)| (x - half, x + half))
            .collect();
        let free = |step: &usize| {
            let shown: Vec<&(f64, f64)> = places.iter().rev().step_by(*step).collect();
            shown.windows(2).all(|pair| {
                let pair = pair.first().zip(pair.last());
                pair.is_none_or(|(after, before)| before.1 + size * 0.5 < after.0)
            })
        };
        // Counted from the last, which may say the unit.
        let step = (1..=last).find(free).unwrap_or(last + 1);
        pencil.open("axis", None);
        for (at, (tick, (from, _))) in ticks.iter().zip(&places).enumerate() {
            if (last - at).is_multiple_of(step) {
                pencil.text(&tick.label, (*from, top + size * 1.1), Anchor::Start, size, false, palette.quiet);
            }
        }
        pencil.close();
        top + size * 1.7
    }
}
