//! The marks of a chart: published values, years to point at in a projection, and targets.

use plotters::prelude::{BLACK, Circle, PathElement, Polygon, Rectangle};

use super::super::Node;
use super::super::labels::Rect;
use super::super::recorder::{Pen, UNITS, unit};
use super::super::within;
use super::Drawing;
use crate::view::{Course, Mark, Observed};

impl Drawing<'_> {
    /// The observed line, broken where definitions break, and a mark for each value.
    pub(super) fn observed(&mut self) {
        let marks = &self.chart.observed;
        let mut start = 0;
        for end in 1..=marks.len() {
            if end < marks.len() && marks[end].break_note.is_none() {
                continue;
            }
            let line: Vec<(f64, f64)> =
                marks.get(start..end).unwrap_or_default().iter().map(|m| (f64::from(m.year), m.value)).collect();
            if line.len() > 1 && self.chart.course != Course::Bars {
                let line = if self.chart.course == Course::Steps { stairs(&line) } else { line };
                self.pen(vec![
                    ("data-role", "observed-line".into()),
                    ("fill", "none".into()),
                    ("stroke", self.palette.observed.into()),
                    ("stroke-width", "2.5".into()),
                    ("stroke-linejoin", "round".into()),
                ]);
                self.line(line);
            }
            start = end;
        }
        for (i, mark) in marks.iter().enumerate() {
            self.observed_mark(mark, i + 1 == marks.len());
        }
    }

    fn observed_mark(&mut self, mark: &Observed, last: bool) {
        let (x, y) = self.at(f64::from(mark.year), mark.value);
        let filled = mark.mark == Mark::Exact && last;
        let fill = if filled { self.palette.observed } else { self.palette.background };
        let pen = vec![
            ("fill", fill.to_string()),
            ("stroke", self.palette.observed.to_string()),
            ("stroke-width", if mark.mark == Mark::Soft { "1.5" } else { "2" }.into()),
        ];
        self.open_mark("observed", mark.year);
        if self.chart.course == Course::Bars {
            self.bar(mark, pen.clone());
        }
        self.pen(pen.clone());
        if let Some(title) = mark.labels.first() {
            self.recorder.borrow_mut().title(title);
        }
        let radius = self.dot * if last { 1.25 } else { 1.0 };
        self.drawn(self.area.draw(&Circle::new((f64::from(mark.year), mark.value), (radius * UNITS) as i32, BLACK)));
        if mark.mark == Mark::Over {
            // An open mark with a tick upward: the true value lies above.
            let (tip, wing) = (y - radius * 2.6, radius * 0.8);
            let d = format!(
                "M{} {}L{} {}M{} {}L{} {}L{} {}",
                unit(x),
                unit(y - radius),
                unit(x),
                unit(tip),
                unit(x - wing),
                unit(tip + wing),
                unit(x),
                unit(tip),
                unit(x + wing),
                unit(tip + wing),
            );
            let mut attributes = vec![("d", d), ("fill", "none".to_string())];
            attributes.extend(pen.into_iter().skip(1));
            self.recorder.borrow_mut().push(Node::new("path", attributes));
            self.board.block(Rect { left: x - wing, top: tip, right: x + wing, bottom: y });
        }
        self.close();
        self.board.mark((x, y), Rect::around(x, y, radius + 1.0));
    }

    /// A mark that is not seen for each projected year, so that the year can be pointed at.
    pub(super) fn ahead(&mut self) {
        let Some(projection) = self.chart.projection.as_ref().filter(|_| self.marked) else { return };
        // The line begins at the last value.
        for (year, value) in projection.line.iter().skip(1) {
            self.open_mark("projected", *year);
            self.pen(vec![("fill", "none".into())]);
            let at = (f64::from(*year), *value);
            self.drawn(self.area.draw(&Circle::new(at, (self.dot * UNITS) as i32, BLACK)));
            self.close();
        }
    }

    /// A year's value as a bar from zero; the mark on its top says what kind of value it is.
    fn bar(&mut self, mark: &Observed, mut pen: Pen) {
        let zero = within(0.0, self.chart.axis.minimum, self.chart.axis.maximum);
        let year = f64::from(mark.year);
        if let Some(fill) = pen.first_mut() {
            fill.1 = self.palette.band80.to_string();
        }
        self.recorder.borrow_mut().pen(pen.clone());
        self.drawn(self.area.draw(&Rectangle::new([(year - 0.3, mark.value), (year + 0.3, zero)], BLACK)));
        let ((left, top), (right, bottom)) = (self.at(year - 0.3, mark.value), self.at(year + 0.3, zero));
        self.board.block(Rect { left, top: top.min(bottom), right, bottom: top.max(bottom) });
    }

    /// A red diamond for each deadline; a range is two joined by a bar.
    pub(super) fn targets(&mut self) {
        let reach = self.dot * 1.6;
        for target in &self.chart.targets {
            let title = target.labels.first().map(String::as_str).unwrap_or_default();
            self.open_mark("target", target.year);
            let year = f64::from(target.year);
            if let Some(upper) = target.upper {
                let stroke = vec![("stroke", self.palette.target.into()), ("stroke-width", "2".into())];
                self.pen(stroke);
                self.drawn(self.area.draw(&PathElement::new(vec![(year, target.value), (year, upper)], BLACK)));
                self.board.block_line(&[self.at(year, target.value), self.at(year, upper)]);
            }
            self.pen(vec![
                ("fill", self.palette.target.into()),
                ("stroke", self.palette.background.into()),
                ("stroke-width", "1.5".into()),
            ]);
            for value in std::iter::once(target.value).chain(target.upper) {
                let (x, y) = self.at(year, value);
                let corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
                self.recorder.borrow_mut().title(title);
                let absolute = self.area.strip_coord_spec();
                let units = corners.map(|(x, y)| ((x * UNITS).round() as i32, (y * UNITS).round() as i32));
                self.drawn(absolute.draw(&Polygon::new(units.to_vec(), BLACK)));
                self.board.mark((x, y), Rect::around(x, y, reach));
            }
            self.close();
        }
    }
}

/// A line that stays at a year's value until the next year's end; over years that nobody reported it goes straight, for
/// where it stood in between is not known.
pub(super) fn stairs(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut line: Vec<(f64, f64)> = Vec::new();
    for (year, value) in points {
        if let Some((before, held)) = line.last().copied()
            && year - before <= 1.0
        {
            line.push((*year, held));
        }
        line.push((*year, *value));
    }
    line
}
