//! Years across the page, to scale.

use super::{LEAD, Sheet, role};
use crate::scene::labels::{Anchor, Rect};
use crate::scene::text::width;
use crate::view::{Due, Lane, Timeline, Verdict};

/// Years across the page, to scale: a column for each year, a deadline at the end of its own.
pub(super) struct Across {
    first: i32,
    last: i32,
    left: f64,
    right: f64,
    step: f64,
    reach: f64,
}

impl Across {
    /// The scale, if what stands under each deadline has room on it.
    pub(super) fn of(marks: &Timeline, sheet: &Sheet<'_>) -> Option<Across> {
        let (first, last) = marks.years;
        let step = (sheet.right - sheet.left) / f64::from(last - first + 1);
        let reach = sheet.text * 0.42;
        let across = Across { first, last, left: sheet.left, right: sheet.right, step, reach };
        let room = |lane: &Lane| {
            (0..lane.marks.len()).all(|at| {
                let (low, high) = across.room(lane, at);
                let least = lane.marks.get(at).and_then(|due| due.labels.last());
                let count = width(least.filter(|_| lane.marks.len() > 1).map_or("", String::as_str), sheet.body, true);
                high - low >= count.max(sheet.small * 3.4)
            })
        };
        (step * 2.0 > reach && marks.lanes.iter().all(room)).then_some(across)
    }

    fn x(&self, year: f64) -> f64 {
        self.left + (year - f64::from(self.first)) * self.step
    }

    /// Where a deadline stands: at the end of its year's column, not over it.
    fn due(&self, year: i32) -> f64 {
        self.x(f64::from(year) + 1.0) - self.reach.min(self.step / 2.0)
    }

    /// From where to where there is room under a lane's mark: half way to those beside it.
    fn room(&self, lane: &Lane, at: usize) -> (f64, f64) {
        let place = |at: usize| lane.marks.get(at).map(|due| self.due(due.year));
        let own = place(at).unwrap_or(self.left);
        let gap = self.reach * 0.8;
        let low = at.checked_sub(1).and_then(place).map_or(self.left, |before| (own + before + gap) / 2.0);
        let high = place(at + 1).map_or(self.right, |after| (own + after - gap) / 2.0);
        (low, high)
    }

    pub(super) fn draw(&self, sheet: &mut Sheet<'_>, marks: &Timeline, top: f64) -> f64 {
        let mut y = self.axis(sheet, marks, top);
        for lane in &marks.lanes {
            y = self.lane(sheet, lane, marks.today.as_ref().map(|(day, _)| *day), y) + sheet.text * 0.9;
        }
        y
    }

    /// The reader's day above the years; of these the deadlines first, then as many others as have room.
    fn axis(&self, sheet: &mut Sheet<'_>, marks: &Timeline, mut y: f64) -> f64 {
        let size = sheet.small;
        if let Some((day, label)) = &marks.today {
            let half = width(label, size, false) / 2.0;
            let x = self.x(*day).min(self.right - half).max(self.left + half);
            sheet.pencil.open("today", None);
            sheet.pencil.text(label, (x, y + size), Anchor::Middle, size, false, sheet.palette.quiet);
            sheet.pencil.close();
            y += size * LEAD;
        }
        sheet.pencil.open("axis", None);
        let due = |year: &i32| marks.lanes.iter().flat_map(|lane| &lane.marks).any(|mark| mark.year == *year);
        let half = width("2025", size, true) / 2.0 + size * 0.25;
        let mut taken: Vec<f64> = Vec::new();
        for bold in [true, false] {
            for year in (self.first..=self.last).filter(|year| due(year) == bold) {
                let x = (self.x(f64::from(year)) + self.step / 2.0).min(self.right - half).max(self.left + half);
                if taken.iter().all(|other| (other - x).abs() >= 2.0 * half) {
                    taken.push(x);
                    let fill = if bold { sheet.palette.text } else { sheet.palette.quiet };
                    sheet.pencil.text(&year.to_string(), (x, y + size), Anchor::Middle, size, bold, fill);
                }
            }
        }
        sheet.pencil.close();
        y + size * LEAD + sheet.text * 0.3
    }

    fn lane(&self, sheet: &mut Sheet<'_>, lane: &Lane, today: Option<f64>, top: f64) -> f64 {
        let (text, palette) = (sheet.text, sheet.palette);
        sheet.pencil.open("lane", None);
        let (begin, named) = (top, self.left + name_width(sheet, lane));
        let top = sheet.name(lane, top) + text * 0.2;
        let middle = top + text * 0.7;
        let bar = |from: f64, to: f64| Rect {
            left: self.x(from),
            right: self.x(to),
            top: middle - text * 0.5,
            bottom: middle + text * 0.5,
        };
        sheet.pencil.path(
            &[(self.left, middle), (self.right, middle)],
            false,
            &[("fill", "none"), ("stroke", palette.grid)],
        );
        sheet.pencil.open("period", None);
        let period = bar(f64::from(lane.period.0), f64::from(lane.period.1) + 1.0);
        sheet.pencil.rect(period, &[("fill", palette.band95), ("stroke", palette.path)]);
        sheet.pencil.close();
        let mut legend = Vec::new();
        for (at, phase) in lane.phases.iter().enumerate() {
            let area = bar(phase.span.0, phase.span.1);
            sheet.pencil.open("phase", Some(phase.card));
            sheet.pencil.rect(area, &[("fill", palette.band80), ("stroke", palette.path)]);
            // Where it is touched, deadlines come over it.
            let half = sheet.touch / 2.0;
            sheet.pencil.area(Rect { top: middle - half, bottom: middle + half, ..area });
            sheet.pencil.close();
            legend.push([&*(at + 1).to_string(), " ", &*phase.name, " ", &*phase.dates].concat());
        }
        // Over all phases: one may reach into the next.
        sheet.pencil.open("label", None);
        for (at, phase) in lane.phases.iter().enumerate() {
            let number = (at + 1).to_string();
            let area = bar(phase.span.0, phase.span.1);
            let half = width(&number, sheet.small, true) / 2.0 + 1.0;
            // Not under a deadline's mark; the names below stand in order.
            let free = |x: &f64| lane.marks.iter().all(|due| (self.due(due.year) - x).abs() > self.reach + half);
            let spots = [(area.left + area.right) / 2.0, area.left + half + 1.0, area.right - half - 1.0];
            if let Some(x) = spots.into_iter().find(free).filter(|_| area.right - area.left > half * 2.0) {
                let at = (x, middle + sheet.small * 0.36);
                sheet.pencil.text(&number, at, Anchor::Middle, sheet.small, true, palette.text);
            }
        }
        sheet.pencil.close();
        if let Some(day) = today {
            // Past the plan's name, where it does not run through it.
            let from = if self.x(day) > named { begin } else { top - text * 0.1 };
            let points = [(self.x(day), from), (self.x(day), middle + text * 0.7)];
            sheet.pencil.open("today", None);
            sheet.pencil.path(&points, false, &[("fill", "none"), ("stroke", palette.quiet)]);
            sheet.pencil.close();
        }
        let under = middle + text * 0.75;
        let mut bottom = under;
        let mut end = self.left;
        // Deadlines first: words go under all that stands under these.
        let (words, figures): (Vec<_>, Vec<_>) =
            lane.marks.iter().enumerate().partition(|(_, due)| due.words.is_some());
        for (at, due) in figures.into_iter().chain(words) {
            let x = self.due(due.year);
            sheet.pencil.open(role(due), Some(due.card));
            sheet.diamond(due, x, middle, self.reach);
            let room = self.room(lane, at);
            let half = sheet.touch / 2.0;
            sheet.pencil.area(Rect {
                left: room.0.max(x - half).max(self.left),
                top: middle - half,
                right: room.1.min(x + half).min(self.right),
                bottom: middle + half,
            });
            match &due.words {
                None => {
                    let (low, right) = self.stack(sheet, due, x, room, under);
                    (bottom, end) = (bottom.max(low), right);
                }
                Some(words) if at + 1 == lane.marks.len() && self.right - end > 14.0 * text => {
                    let wide = (self.right - end - text).min(30.0 * text);
                    bottom = bottom.max(ahead(sheet, due, words, (self.right, Anchor::End), wide, under));
                }
                Some(words) => {
                    // Under its mark where that is the last.
                    let last = at + 1 == lane.marks.len();
                    let from = if last { (self.right, Anchor::End) } else { (self.left, Anchor::Start) };
                    bottom = ahead(sheet, due, words, from, self.right - self.left, bottom + text * 0.2);
                    end = self.right;
                }
            }
            sheet.pencil.close();
        }
        bottom += if legend.is_empty() { 0.0 } else { text * 0.3 };
        for label in legend {
            bottom = sheet.words(&label, self.left, self.right - self.left, bottom, sheet.small, false, palette.quiet);
        }
        sheet.pencil.close();
        bottom
    }

    /// Label and verdicts under a deadline, in its room; returns where they end, downward and to the right.
    fn stack(&self, sheet: &mut Sheet<'_>, due: &Due, x: f64, (low, high): (f64, f64), y: f64) -> (f64, f64) {
        let fits = |label: &&String| width(label, sheet.body, true) <= high - low;
        let label = due.labels.iter().find(fits).or(due.labels.last()).map_or("", String::as_str);
        let counts = |words: bool| {
            let wide = |(verdict, count): &(Verdict, usize)| {
                let word = if words { [verdict.word, " "].concat() } else { String::new() };
                sheet.small * 1.3 + width(&[&*word, &*count.to_string()].concat(), sheet.small, false)
            };
            due.tally.iter().map(wide).fold(0.0, f64::max)
        };
        let tally = if counts(true) <= high - low { counts(true) } else { counts(false) };
        let tally = if sheet.judged { tally } else { 0.0 };
        let half = |wide: f64| wide / 2.0;
        let place = |wide: f64| x.min(high - half(wide)).max(low + half(wide));
        let wide = width(label, sheet.body, true);
        let at = (place(wide), y + sheet.body);
        sheet.pencil.text(label, at, Anchor::Middle, sheet.body, true, sheet.palette.target);
        let mut bottom = y + sheet.body * LEAD;
        let right = (place(wide) + half(wide)).max(place(tally) + half(tally));
        if sheet.judged {
            let left = place(tally) - half(tally);
            bottom = sheet.tally(&due.tally, left, left + tally, bottom, false);
        }
        (bottom, right)
    }
}

/// How far a plan's name and horizon reach, where they stand in one line; else the whole width.
fn name_width(sheet: &Sheet<'_>, lane: &Lane) -> f64 {
    let gap = sheet.text;
    gap + width(&lane.name, sheet.text, true) + gap + width(&lane.horizon, sheet.small, false)
}

/// A milestone's year and words.
fn ahead(sheet: &mut Sheet<'_>, due: &Due, words: &str, at: (f64, Anchor), wide: f64, y: f64) -> f64 {
    let palette = sheet.palette;
    let label = due.labels.first().map_or("", String::as_str);
    let y = sheet.anchored(label, at, wide, y, (sheet.body, true, palette.target));
    sheet.anchored(words, at, wide, y, (sheet.body, false, palette.text))
}
