//! Deadlines on a line of years, a lane for each plan; on a narrow page the years run downward. Lists stand below.

use super::labels::{Anchor, Rect};
use super::pencil::{Pencil, Place};
use super::recorder::{UNITS, px};
use super::text::{width, wrap};
use super::{Frame, Palette, badge};
use crate::view::{Due, Lane, Line, List, Timeline, Verdict};

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
        let unit = |value: f64| px((value * UNITS).round() as i32);
        let place = ["translate(", &unit(x), " ", &unit(y), ") scale(", &unit(size / 16.0), ")"];
        let mut sign = badge::symbol(verdict.name, self.palette.verdict(verdict.name));
        sign.attributes.push(("transform", place.concat()));
        self.pencil.push(sign);
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

    /// Years downward: everything of a plan in time, not to scale.
    fn downward(&mut self, marks: &Timeline, mut y: f64) -> f64 {
        let text = self.text;
        let x = self.left + text * 0.5;
        for lane in &marks.lanes {
            self.pencil.open("lane", None);
            y = self.name(lane, y) + text * 0.5;
            let mut today = marks.today.as_ref();
            let mut before = None;
            for phase in &lane.phases {
                y = self.today(&mut today, phase.span.0, y);
                let middle = self.rail(&mut before, x, y);
                self.pencil.open("phase", Some(phase.card));
                self.pencil.circle(x, middle, text * 0.25, &[("fill", self.palette.observed)]);
                let label = [&*phase.dates, " ", &*phase.name].concat();
                y = self.entry(&label, y, false) + text * 0.35;
                self.pencil.close();
            }
            for due in &lane.marks {
                y = self.today(&mut today, f64::from(due.year) + 1.0, y);
                let middle = self.rail(&mut before, x, y);
                self.pencil.open(role(due), Some(due.card));
                self.diamond(due, x, middle, text * 0.4);
                y = self.entry(due.labels.first().map_or("", String::as_str), y, true);
                if let Some(words) = &due.words {
                    y = self.entry(words, y, false);
                }
                if self.judged {
                    y = self.tally(&due.tally, self.indent(), self.right, y, true);
                }
                self.pencil.close();
                y += text * 0.35;
            }
            // Under every plan that is over it would say the same.
            if marks.lanes.len() == 1 {
                y = self.today(&mut today, f64::INFINITY, y);
            }
            self.pencil.close();
            y += text * 0.6;
        }
        y
    }

    /// The line from the mark before to the one in the line of text at `y`; returns that mark's middle.
    fn rail(&mut self, before: &mut Option<f64>, x: f64, y: f64) -> f64 {
        let (middle, gap) = (y + self.body * 0.7, self.text * 0.5);
        if let Some(before) = before.replace(middle) {
            let line = [("fill", "none"), ("stroke", self.palette.grid), ("stroke-width", "2")];
            self.pencil.path(&[(x, before + gap), (x, middle - gap)], false, &line);
        }
        middle
    }

    /// Where what is said of a mark begins.
    fn indent(&self) -> f64 {
        self.left + self.text * 1.4
    }

    fn entry(&mut self, label: &str, y: f64, bold: bool) -> f64 {
        let (x, fill) = (self.indent(), if bold { self.palette.target } else { self.palette.text });
        self.words(label, x, self.right - x, y, self.body, bold, fill)
    }

    /// The reader's day, before what comes later.
    fn today(&mut self, today: &mut Option<&(f64, String)>, before: f64, y: f64) -> f64 {
        let Some((_, label)) = today.filter(|(day, _)| *day < before) else { return y };
        *today = None;
        let (x, fill) = (self.indent(), self.palette.quiet);
        self.pencil.open("today", None);
        let middle = y + self.small * 0.65;
        let line = [("fill", "none"), ("stroke", fill), ("stroke-width", "1")];
        self.pencil.path(&[(self.left, middle), (x - self.text * 0.3, middle)], false, &line);
        let end = self.words(label, x, self.right - x, y, self.small, false, fill);
        self.pencil.close();
        end + self.text * 0.35
    }

    /// The lists: side by side where each is short, else one under the other in columns.
    fn lists(&mut self, lists: &[List], top: f64) -> f64 {
        let (text, gap) = (self.text, self.text * 2.0);
        let whole = self.right - self.left;
        let most = ((whole + gap) / (20.0 * text + gap)).floor().max(1.0);
        let short = lists.iter().all(|list| list.lines.len() <= 9) && lists.len() > 1;
        let mut bottom = top;
        let mut y = top;
        let beside = short && most >= lists.len() as f64;
        for (at, list) in lists.iter().enumerate() {
            let columns = match beside {
                true => lists.len() as f64,
                // A few lines in three columns are harder to read than in one.
                false => most.min((list.lines.len() as f64 / 6.0).ceil()).max(1.0),
            };
            let wide = (whole - gap * (columns - 1.0)) / columns;
            let x = self.left + if beside { (wide + gap) * at as f64 } else { 0.0 };
            // A value far from its name is read on the wrong line.
            let wide = if columns == 1.0 { wide.min(44.0 * text) } else { wide };
            self.pencil.open("list", None);
            let fill = self.palette.text;
            let limit = if beside { wide } else { whole };
            let begin = self.words(&list.title, x, limit, y + text * 0.6, self.text, true, fill) + text * 0.2;
            let columns = if beside { 1.0 } else { columns };
            let end = self.columns(&list.lines, (x, begin), wide, gap, columns);
            self.pencil.close();
            bottom = bottom.max(end);
            y = if beside { top } else { end + text * 0.4 };
        }
        bottom
    }

    /// Lines in columns of about the same height.
    fn columns(&mut self, lines: &[Line], (left, top): (f64, f64), wide: f64, gap: f64, columns: f64) -> f64 {
        let heights: Vec<f64> = lines.iter().map(|line| self.line(line, left, wide, 0.0, false)).collect();
        let aim = heights.iter().sum::<f64>() / columns;
        let (mut x, mut y, mut bottom) = (left, top, top);
        let last = left + (wide + gap) * (columns - 1.0);
        let headed = lines.first().is_some_and(|line| line.heads);
        for (at, line) in lines.iter().enumerate() {
            // A heading goes with all that it heads; without headings each line stands for itself.
            let whole = lines.iter().skip(at + 1).take_while(|next| headed && !next.heads).count();
            let block: f64 = heights.iter().skip(at).take(1 + whole).sum();
            if (line.heads || !headed) && x < last - 1.0 && y > top && y - top + block * 0.5 > aim {
                (x, y) = (x + wide + gap, top);
            }
            y = self.line(line, x, wide, y, true);
            bottom = bottom.max(y);
        }
        bottom
    }

    /// One line of a list; returns where it ends. Where it is not to be drawn it is only measured.
    fn line(&mut self, line: &Line, x: f64, wide: f64, top: f64, draws: bool) -> f64 {
        let size = if line.heads { self.small } else { self.body };
        let palette = self.palette;
        let fill = if line.heads { palette.quiet } else { palette.text };
        let sign = line.verdict.as_ref().filter(|_| self.judged);
        let start = x + if sign.is_some() { self.body * 1.5 } else { 0.0 };
        let limit = x + wide - start;
        let mut y = top + if line.heads { self.text * 0.7 } else { self.text * 0.3 };
        let begin = y;
        let valued = width(&line.value, size, !line.heads);
        // A name keeps at least half of the line.
        let beside =
            valued + self.text <= limit * 0.5 || valued + self.text + width(&line.text, size, line.heads) <= limit;
        let room = if beside && valued > 0.0 { limit - valued - self.text } else { limit };
        let names = wrap(&line.text, size, line.heads, room).len() as f64;
        let values = if beside { 0.0 } else { wrap(&line.value, size, !line.heads, limit).len() as f64 };
        if draws {
            self.pencil.open(if line.card.is_some() { "item" } else { "line" }, line.card);
            if let Some(verdict) = sign {
                self.pencil.open("verdict", None);
                self.symbol(verdict, x, y + self.body * 0.12, self.body);
                self.pencil.close();
            }
            let end = self.words(&line.text, start, room, y, size, line.heads, fill);
            let at = if beside { y } else { end };
            self.anchored(&line.value, (x + wide, Anchor::End), limit, at, (size, !line.heads, fill));
        }
        y += (names + values) * size * LEAD;
        if let Some(share) = line.share {
            let thick = self.text * 0.3;
            if draws {
                let bar = |part: f64| Rect { left: x, top: y, right: x + wide * part, bottom: y + thick };
                self.pencil.rect(bar(1.0), &[("fill", palette.grid)]);
                if share > 0.0 {
                    self.pencil.rect(bar(share), &[("fill", palette.observed)]);
                }
            }
            y += thick + self.text * 0.2;
        }
        if !line.heads {
            y += self.text * 0.15;
        }
        if draws {
            if line.card.is_some() {
                // The whole line can be touched.
                let area = Rect { left: x, top: begin - self.text * 0.15, right: x + wide, bottom: y };
                self.pencil.rect(area, &[("fill", "none"), ("pointer-events", "all")]);
            }
            if !line.heads && line.share.is_none() {
                self.pencil.path(&[(x, y), (x + wide, y)], false, &[("stroke", palette.grid), ("fill", "none")]);
            }
            self.pencil.close();
        }
        y
    }
}

fn role(due: &Due) -> &'static str {
    if due.words.is_some() { "milestone" } else { "deadline" }
}

/// Years across the page, to scale: a column for each year, a deadline at the end of its own.
struct Across {
    first: i32,
    last: i32,
    left: f64,
    right: f64,
    step: f64,
    reach: f64,
}

impl Across {
    /// The scale, if what stands under each deadline has room on it.
    fn of(marks: &Timeline, sheet: &Sheet<'_>) -> Option<Across> {
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

    fn draw(&self, sheet: &mut Sheet<'_>, marks: &Timeline, top: f64) -> f64 {
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
        sheet.pencil.rect(period, &[("fill", palette.band95)]);
        sheet.pencil.close();
        let mut legend = Vec::new();
        for (at, phase) in lane.phases.iter().enumerate() {
            let number = (at + 1).to_string();
            let area = bar(phase.span.0, phase.span.1);
            sheet.pencil.open("phase", Some(phase.card));
            sheet.pencil.rect(area, &[("fill", palette.band80), ("stroke", palette.background)]);
            // Not under a deadline's mark either: the names below stand in order.
            let free = |due: &Due| (self.due(due.year) - (area.left + area.right) / 2.0).abs() > self.reach * 2.0;
            if area.right - area.left > width(&number, sheet.small, true) && lane.marks.iter().all(free) {
                let at = ((area.left + area.right) / 2.0, middle + sheet.small * 0.36);
                sheet.pencil.text(&number, at, Anchor::Middle, sheet.small, true, palette.text);
            }
            sheet.pencil.close();
            legend.push([&*number, " ", &*phase.name, " ", &*phase.dates].concat());
        }
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
