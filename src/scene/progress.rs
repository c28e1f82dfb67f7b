//! Bars with target marks, one under the other; or each in one line of running text.
//!
//! A line is its name and verdict, the target's label, the track with its marks, and below it what had no room inside.

use super::badge;
use super::labels::{Anchor, Rect};
use super::pencil::{Pencil, Place};
use super::text::{width, wrap};
use super::{Frame, Palette, within};
use crate::view::{Mark, Progress, ProgressLine as Line, ProgressReading as Reading};

/// Sizes, in em of the page's text: names, labels, and the lines that labels stand in.
const NAME: f64 = 0.95;
const LABEL: f64 = 0.82;
const LEADING: f64 = 1.35;
/// Thickness of a bar, and of the track under a dot.
const BAR: f64 = 1.5;
const THIN: f64 = 0.25;
/// No column of several is narrower than this.
const COLUMN: f64 = 30.0;

/// Draws it; returns where it ends.
pub(super) fn draw(pencil: &mut Pencil, marks: &Progress, place: Place, frame: Frame, palette: &Palette) -> f64 {
    let Place { left, width, top, text } = place;
    let mut brush = Brush { pencil, palette, text, verdict: frame.verdict };
    let gap = 2.0 * text;
    let columns = if frame.compact { 1.0 } else { within((width / (COLUMN * text)).floor(), 1.0, 3.0) };
    let columns = columns.min(marks.lines.len() as f64);
    let wide = (width - gap * (columns - 1.0)) / columns.max(1.0);
    let gap_below = if frame.compact { 0.0 } else { text * 0.9 };
    let mut y = top;
    for (at, row) in marks.lines.chunks((columns as usize).max(1)).enumerate() {
        let top = if at == 0 { y } else { y + gap_below };
        let heads: Vec<Head> = row.iter().map(|line| brush.head(line, wide)).collect();
        // Bars beside each other stand at one height, whatever room their names take.
        let start = top + heads.iter().fold(0.0_f64, |most, head| most.max(head.height));
        let mut left = left;
        for (line, head) in row.iter().zip(&heads) {
            let place = Place { left, width: wide, top, text };
            brush.pencil.open("row", None);
            y = y.max(if frame.compact { brush.compact(line, place) } else { brush.whole(line, head, place, start) });
            brush.pencil.close();
            left += wide + gap;
        }
    }
    y
}

struct Brush<'p> {
    pencil: &'p mut Pencil,
    palette: &'p Palette,
    text: f64,
    verdict: bool,
}

/// Where values stand on a line, in pixels.
struct Track {
    left: f64,
    right: f64,
    low: f64,
    high: f64,
    middle: f64,
    /// Half of the bar's thickness.
    half: f64,
    /// How far a diamond reaches from its middle.
    reach: f64,
}

impl Track {
    /// The track of a line between two places; a mark at an end has room there.
    fn of(line: &Line, (left, right): (f64, f64), half: f64, reach: f64) -> Track {
        let mut track = Track { left, right, low: line.low, high: line.high, middle: 0.0, half, reach };
        let (mut least, mut most) = (line.target.value, line.target.upper.unwrap_or(line.target.value));
        if let Some(value) = line.value.as_ref().filter(|_| line.ends.is_some()) {
            (least, most) = (least.min(value.at).min(value.from), most.max(value.at).max(value.from));
        }
        let (least, most) = (track.x(least), track.x(most));
        track.left = if least < left + reach { left + reach } else { left };
        track.right = if most > right - reach { right - reach } else { right };
        track
    }

    fn x(&self, value: f64) -> f64 {
        let part = within((value - self.low) / (self.high - self.low), 0.0, 1.0);
        self.left + part * (self.right - self.left)
    }

    /// The bar's ends, left to right.
    fn bar(&self, value: &Reading) -> (f64, f64) {
        let (from, at) = (self.x(value.from), self.x(value.at));
        (from.min(at), from.max(at))
    }
}

/// Texts in lines that they share where they do not meet.
struct Shelf {
    left: f64,
    right: f64,
    size: f64,
    lines: usize,
    taken: Vec<(usize, f64, f64)>,
}

/// A line's name and verdict, from its own corner on.
struct Head {
    /// The name's lines: text, baseline, size.
    rows: Vec<(String, f64, f64)>,
    /// The verdict's left end, middle and size.
    badge: Option<(f64, f64, f64)>,
    height: f64,
}

/// A text that found its place.
struct Put {
    text: String,
    line: usize,
    x: f64,
    anchor: Anchor,
    size: f64,
}

impl Shelf {
    fn new(left: f64, right: f64, size: f64) -> Shelf {
        Shelf { left, right, size, lines: 0, taken: Vec::new() }
    }

    /// Finds room for the longest of these that a line holds, as near to `at` as may be; where none is short enough, the
    /// first is broken into lines.
    fn put(&mut self, labels: &[String], at: f64, bold: bool) -> Vec<Put> {
        let room = self.right - self.left;
        let fits = labels.iter().find(|label| width(label, self.size, bold) <= room);
        let rows = match (fits, labels.first()) {
            (Some(label), _) => vec![label.clone()],
            (None, Some(label)) => wrap(label, self.size, bold, room),
            (None, None) => Vec::new(),
        };
        let mut widest = 0.0_f64;
        for row in &rows {
            widest = widest.max(width(row, self.size, bold));
        }
        // A single word may be wider than any line.
        let size = if widest > room { self.size * room / widest } else { self.size };
        widest = widest.min(room);
        let left = within(at - widest / 2.0, self.left, self.right - widest);
        let gap = self.size * 0.7;
        let mut first = 0;
        while self.taken.iter().any(|(line, from, to)| {
            (first..first + rows.len()).contains(line) && left < to + gap && from - gap < left + widest
        }) {
            first += 1;
        }
        let mut put = Vec::new();
        for (i, text) in rows.into_iter().enumerate() {
            self.taken.push((first + i, left, left + widest));
            self.lines = self.lines.max(first + i + 1);
            // By its true width, which is less than what was kept free for it: at an end from there, else around its middle.
            let (x, anchor) = match left {
                _ if left <= self.left => (left, Anchor::Start),
                _ if left >= self.right - widest => (self.right, Anchor::End),
                _ => (left + widest / 2.0, Anchor::Middle),
            };
            put.push(Put { text, line: first + i, x, anchor, size });
        }
        put
    }
}

impl Brush<'_> {
    /// The texts of a shelf whose first line begins at `top`.
    fn texts(&mut self, put: &[Put], top: f64, bold: bool, fill: &str) {
        for Put { text, line, x, anchor, size } in put {
            let y = top + (*line as f64 * LEADING + 1.0) * self.text * LABEL;
            self.pencil.text(text, (*x, y), *anchor, *size, bold, fill);
        }
    }

    /// Where name and verdict stand, the verdict beside the name's last line or under it, in a place `wide` pixels wide.
    fn head(&self, line: &Line, wide: f64) -> Head {
        let mut head = Head { rows: Vec::new(), badge: None, height: 0.0 };
        if line.name.is_empty() {
            return head;
        }
        // A badge is higher than the first line beside it.
        let (size, mut y, mut end) = (NAME * self.text, self.text * 0.1, 0.0);
        for row in wrap(&line.name, size, true, wide) {
            end = width(&row, size, true);
            let size = if end > wide { size * wide / end } else { size };
            head.rows.push((row, y + size, size));
            y += size * 1.45;
        }
        if self.verdict {
            let size = 0.75 * self.text;
            let badge = badge::width(&line.verdict.label, size);
            let beside = end + self.text + badge <= wide;
            if !beside {
                y += badge::HEIGHT * size + self.text * 0.2;
            }
            let x = if beside { wide - badge } else { 0.0 };
            let middle = y - if beside { NAME * self.text * 0.82 } else { badge::HEIGHT * size / 2.0 };
            head.badge = Some((x, middle, size));
        }
        head.height = y + self.text * 0.2;
        head
    }

    /// Draws name and verdict.
    fn heading(&mut self, line: &Line, head: &Head, place: Place) {
        let Place { left, top, .. } = place;
        if !head.rows.is_empty() {
            self.pencil.open("label", None);
            for (row, y, size) in &head.rows {
                self.pencil.text(row, (left, top + y), Anchor::Start, *size, true, self.palette.text);
            }
            self.pencil.close();
        }
        if let Some((x, middle, size)) = head.badge {
            let label = &line.verdict.label;
            self.pencil.push(badge::badge(&line.verdict, label, left + x, top + middle, size, self.palette));
        }
    }

    /// A line on its own, its marks from `top` on; returns where it ends.
    fn whole(&mut self, line: &Line, head: &Head, place: Place, top: f64) -> f64 {
        let Place { left, width: wide, text, .. } = place;
        let (right, size) = (left + wide, LABEL * text);
        self.heading(line, head, place);
        let dot = line.ends.is_some();
        let reach = within(text * 0.38, 4.8, 11.0);
        // The numbers of a dot's track stand at its two ends, where they leave it room.
        let side = |end: &String| width(end, size, false) + size * 0.4;
        let ends = line.ends.as_ref().filter(|[low, high]| side(low) + side(high) < wide * 0.5);
        let [before, behind] = ends.map_or([0.0; 2], |[low, high]| [side(low), side(high)]);
        let mut track = Track::of(line, (left + before, right - behind), text * BAR / 2.0, reach);
        let due = [Some(line.target.value), line.target.upper].map(|value| value.map(|value| track.x(value)));
        let ought = line.ought.as_ref().map(|(at, labels)| (track.x(*at), labels));

        let mut above = Shelf::new(left, right, size);
        let middle = (due.iter().flatten().sum::<f64>()) / due.iter().flatten().count() as f64;
        let target = above.put(&line.target.labels, middle, true);
        let ceiling = top + above.lines as f64 * LEADING * size;
        track.middle = ceiling + text * 0.15 + if dot { reach } else { reach * 1.4 + track.half };

        let mut below = Shelf::new(left, right, size);
        let floor = track.middle + if dot { text * 0.5 } else { track.half + text * 0.3 };

        self.track(line, &track, dot);
        if let Some([low, high]) = ends {
            self.pencil.open("axis", None);
            for (end, x) in [(low, left), (high, right - behind + size * 0.4)] {
                self.pencil.text(end, (x, track.middle + size * 0.36), Anchor::Start, size, false, self.palette.quiet);
            }
            self.pencil.close();
        }
        // What stands in the way of a text on the bar.
        let marks = [due[0], due[1], ought.map(|(x, _)| x)];
        let card = line.card;
        let tail = size * if line.value.as_ref().is_some_and(|value| value.mark == Mark::Over) { 0.9 } else { 0.4 };
        let notice = [line.notice.clone()];
        let (labels, bar, fills) = match &line.value {
            Some(value) => {
                let inside = if value.mark == Mark::Soft { self.palette.text } else { self.palette.background };
                (&*value.labels, track.bar(value), [inside, self.palette.observed])
            }
            None => (&notice[..], (track.left, track.left), [self.palette.quiet; 2]),
        };
        let bold = line.value.is_some();
        self.pencil.open(if bold { "observed" } else { "label" }, line.value.is_some().then_some(card));
        if let Some(value) = &line.value {
            self.value(value, &track, dot);
        }
        let on = |label: &String| {
            let label_wide = width(label, size, bold);
            [(bar.0 + size * 0.4, bar.1), (bar.1 + tail, right)].into_iter().zip(fills).find(|((from, to), _)| {
                let clear = |x: &f64| *x < from - size * 0.3 || *x > from + label_wide + size * 0.3;
                !dot && from + label_wide + size * 0.3 <= *to && marks.iter().flatten().all(clear)
            })
        };
        match labels.iter().find_map(|label| Some((label, on(label)?))) {
            Some((label, ((x, _), fill))) => {
                self.pencil.text(label, (x, track.middle + size * 0.36), Anchor::Start, size, bold, fill);
            }
            None => {
                let at = if dot && bold { line.value.as_ref().map_or(left, |value| track.x(value.at)) } else { left };
                let put = below.put(labels, at, bold);
                self.texts(&put, floor, bold, fills[1]);
            }
        }
        self.pencil.close();
        if let Some((x, labels)) = ought {
            let put = below.put(labels, x, false);
            self.pencil.open("trajectory", Some(card + 1 + usize::from(bold)));
            let solid = line.value.as_ref().is_some_and(|value| value.mark != Mark::Soft);
            let on_bar = !dot && solid && bar.0 < x && x < bar.1;
            let ink = if on_bar { self.palette.background } else { self.palette.path };
            let from = track.middle - if dot { text * 0.4 } else { track.half };
            let to = track.middle + if dot { text * 0.4 } else { track.half };
            self.stroke((x, from), (x, to), ink, "3 2.5");
            self.stroke((x, to), (x, floor), self.palette.path, "none");
            self.texts(&put, floor, false, self.palette.quiet);
            self.pencil.close();
        }
        self.pencil.open("target", Some(card + usize::from(bold)));
        self.target(due, &track, dot);
        self.texts(&target, top, true, self.palette.target);
        self.pencil.close();
        floor + below.lines as f64 * LEADING * size + text * 0.1
    }

    /// One line high: the verdict's symbol, a small bar, value and target; returns where it ends.
    fn compact(&mut self, line: &Line, place: Place) -> f64 {
        let Place { mut left, width: wide, top, text } = place;
        let (right, middle) = (left + wide, top + text * 0.75);
        if self.verdict {
            let ink = self.palette.verdict(line.verdict.name);
            self.pencil.open("verdict", None);
            self.pencil.push(badge::sign(line.verdict.name, ink, left, middle, text));
            self.pencil.close();
            left += text * 1.2;
        }
        let size = 0.875 * text;
        let gap = text * 0.5;
        let fits = |beside: f64| line.brief.iter().find(|label| width(label, size, false) + beside <= right - left);
        // Rather a shorter text than no bar, and rather no bar than no number.
        let with_bar = fits(2.5 * text + gap);
        let bar = with_bar.is_some();
        let Some(label) = with_bar.or_else(|| fits(0.0)).or(line.brief.last()) else { return top + text * 1.5 };
        let label_wide = width(label, size, false);
        let size = if left + label_wide > right { size * (right - left) / label_wide } else { size };
        if bar {
            let end = right - label_wide - gap;
            let mut track = Track::of(line, (left, end), text * 0.3, within(text * 0.3, 3.0, 9.0));
            track.middle = middle;
            let dot = line.ends.is_some();
            self.track(line, &track, dot);
            if let Some(value) = &line.value {
                self.pencil.open("observed", Some(line.card));
                self.value(value, &track, dot);
                self.pencil.close();
            }
            self.pencil.open("target", Some(line.card + usize::from(line.value.is_some())));
            let due = [Some(line.target.value), line.target.upper];
            self.target(due.map(|value| value.map(|value| track.x(value))), &track, dot);
            self.pencil.close();
        }
        let x = if bar { right - label_wide } else { left };
        self.pencil.open("label", None);
        self.pencil.text(label, (x, middle + size * 0.36), Anchor::Start, size, false, self.palette.text);
        self.pencil.close();
        top + text * 1.5
    }

    /// The track; without a value it is an outline.
    fn track(&mut self, line: &Line, track: &Track, dot: bool) {
        let half = if dot { track.half.min(self.text * THIN / 2.0) } else { track.half };
        let rect = Rect { left: track.left, top: track.middle - half, right: track.right, bottom: track.middle + half };
        let pen = match line.value {
            Some(_) => [("fill", self.palette.period), ("stroke", self.palette.grid), ("stroke-dasharray", "none")],
            None => [("fill", "none"), ("stroke", self.palette.path), ("stroke-dasharray", "2 3")],
        };
        self.pencil.open("track", None);
        self.pencil.rect(rect, &pen);
        if line.low < 0.0 && !dot {
            let x = track.x(0.0);
            let reach = track.half + self.text * 0.15;
            self.stroke((x, track.middle - reach), (x, track.middle + reach), self.palette.quiet, "none");
        }
        self.pencil.close();
    }

    /// The value's bar, or dot: pale or hollow where it is not exact, with an open end where it is "over".
    fn value(&mut self, value: &Reading, track: &Track, dot: bool) {
        let ink = self.palette.observed;
        let (from, to) = track.bar(value);
        let (x, y) = (track.x(value.at), track.middle);
        let soft = value.mark == Mark::Soft;
        if dot {
            let half = self.text * THIN / 2.0;
            let rect = Rect { left: from, top: y - half, right: to, bottom: y + half };
            self.pencil.rect(rect, &[("fill", ink)]);
            let fill = if value.mark == Mark::Exact { ink } else { self.palette.background };
            self.pencil.circle(x, y, track.reach * 0.85, &[("fill", fill), ("stroke", ink), ("stroke-width", "2")]);
        } else {
            let half = track.half;
            let rect = Rect { left: from, top: y - half, right: to, bottom: y + half };
            let fill = if soft { self.palette.band80 } else { ink };
            self.pencil.rect(rect, &[("fill", fill), ("stroke", ink), ("stroke-width", if soft { "1" } else { "0" })]);
        }
        if value.mark == Mark::Over {
            let half = if dot { track.reach } else { track.half };
            let x = if dot { x + track.reach } else { to } + 3.0;
            let points = [(x, y - half * 0.8), (x + half * 0.6, y), (x, y + half * 0.8)];
            self.pencil.path(&points, false, &[("fill", "none"), ("stroke", ink), ("stroke-width", "2.5")]);
        }
    }

    /// The target's diamond above the bar and its line through it; of a range two, joined.
    fn target(&mut self, due: [Option<f64>; 2], track: &Track, dot: bool) {
        let ink = self.palette.target;
        let y = if dot { track.middle } else { track.middle - track.half - track.reach * 0.4 };
        if let [Some(low), Some(high)] = due {
            self.pencil.path(&[(low, y), (high, y)], false, &[("stroke", ink), ("stroke-width", "2")]);
        }
        for x in due.into_iter().flatten() {
            if !dot {
                let bottom = track.middle + track.half + 1.0;
                let casing = [("stroke", self.palette.background), ("stroke-width", "5.5")];
                self.pencil.path(&[(x, y), (x, bottom)], false, &casing);
                self.pencil.path(&[(x, y), (x, bottom)], false, &[("stroke", ink), ("stroke-width", "2.5")]);
            }
            let pen = [("fill", ink), ("stroke", self.palette.background), ("stroke-width", "1.5")];
            self.pencil.diamond(x, y, track.reach, &pen);
        }
    }

    fn stroke(&mut self, from: (f64, f64), to: (f64, f64), ink: &str, dash: &str) {
        let pen = [("stroke", ink), ("stroke-width", "2"), ("stroke-dasharray", dash)];
        self.pencil.path(&[from, to], false, &pen);
    }
}
