//! The trajectory chart: axes, path, observed values, targets, and then labels where there is room.

mod beside;
mod captions;
mod marks;

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{BLACK, Cartesian2d, DrawingArea, PathElement, Polygon, Rectangle};

use super::Node;
use super::Palette;
use super::labels::{Anchor, Board, Placed, Rect};
use super::pencil::Place;
use super::recorder::{Pen, Recorder, UNITS, px};
use super::text::width;
use super::within;
use crate::view::{Chart, Course};
use marks::stairs;

/// Axis labels, in em of the page's text.
const AXIS_TEXT: f64 = 0.78;
/// Labels of marks.
const LABEL_TEXT: f64 = 0.82;

type Area = DrawingArea<Recorder, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// The nodes of a chart that is looked at alone.
pub(super) fn chart(chart: &Chart, place: Place, height: f64, palette: &Palette) -> Vec<Node> {
    nodes(chart, place, height, palette, None)
}

/// The nodes of a chart that is read mark by mark: each names its card, in the order that the view has them from `first`
/// on, and each projected year has a mark that is not seen.
pub(super) fn marked(chart: &Chart, first: usize, place: Place, height: f64, palette: &Palette) -> Vec<Node> {
    nodes(chart, place, height, palette, Some(first))
}

fn nodes(chart: &Chart, place: Place, height: f64, palette: &Palette, first: Option<usize>) -> Vec<Node> {
    let recorder = Rc::new(RefCell::new(Recorder::new(place.left + place.width, place.top + height)));
    {
        let mut drawing = Drawing::new(chart, (place, height), palette, Rc::clone(&recorder));
        drawing.marked = first.is_some();
        drawing.marks = first.unwrap_or_default();
        drawing.period();
        drawing.bands();
        drawing.grid();
        drawing.years();
        drawing.path();
        drawing.projection();
        drawing.beside();
        drawing.observed();
        drawing.ahead();
        drawing.targets();
        drawing.beside_values();
        drawing.labels();
    }
    Rc::try_unwrap(recorder).map(|cell| cell.into_inner().into_nodes()).unwrap_or_default()
}

struct Drawing<'c> {
    chart: &'c Chart,
    palette: &'c Palette,
    place: Place,
    plot: Rect,
    recorder: Rc<RefCell<Recorder>>,
    area: Area,
    board: Board,
    /// Radius of an observed mark, in pixels.
    dot: f64,
    /// Whether marks name their cards.
    marked: bool,
    /// The card of the next mark.
    marks: usize,
}

impl<'c> Drawing<'c> {
    fn new(
        chart: &'c Chart,
        (place, height): (Place, f64),
        palette: &'c Palette,
        recorder: Rc<RefCell<Recorder>>,
    ) -> Self {
        let plot = plot(chart, place, height);
        let units = |value: f64| (value * UNITS).round() as i32;
        let root: DrawingArea<Recorder, Shift> = DrawingArea::from(&recorder);
        let (first, last) = chart.years;
        // A year's bar is six tenths of a year wide, and what is required reaches over it on both sides.
        let room = if chart.course == Course::Bars { 0.5 } else { 0.0 };
        let coordinates = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
            f64::from(first) - room..f64::from(last) + room,
            chart.axis.minimum..chart.axis.maximum,
            // Half a dot's room on both sides, so that a mark at the first or last year is whole.
            (
                units(plot.left + place.text * 0.6)..units(plot.right - place.text * 0.6),
                units(plot.bottom)..units(plot.top),
            ),
        );
        let area = root.apply_coord_spec(coordinates);
        let frame =
            Rect { left: place.left, top: place.top + 1.0, right: place.left + place.width, bottom: plot.bottom - 1.0 };
        let dot = within(place.text * 0.24, 3.0, 7.0);
        Drawing { chart, palette, place, plot, recorder, area, board: Board::new(frame), dot, marked: false, marks: 0 }
    }

    /// A year and value in pixels.
    fn at(&self, year: f64, value: f64) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&(year, value));
        (f64::from(x) / UNITS, f64::from(y) / UNITS)
    }

    fn pen(&self, pen: Pen) {
        self.recorder.borrow_mut().pen(pen);
    }

    fn open(&self, role: &str) {
        self.recorder.borrow_mut().open(vec![("data-role", role.to_string())]);
    }

    /// Opens the group of a mark.
    fn open_mark(&mut self, role: &str, year: i32) {
        let mut attributes = vec![("data-role", role.to_string()), ("data-year", year.to_string())];
        if self.marked {
            attributes.push(("data-mark", self.marks.to_string()));
        }
        self.marks += 1;
        self.recorder.borrow_mut().open(attributes);
    }

    fn close(&self) {
        self.recorder.borrow_mut().close();
    }

    /// A line of text; `bold` and `fill` say how it looks, the rest where it stands.
    fn text(&self, placed: &Placed, size: f64, bold: bool, fill: &str) {
        let mut node = super::heading::text_node(&placed.text, placed.x, placed.y, size, bold, fill);
        if placed.anchor != Anchor::Start {
            node.attributes.push(("text-anchor", placed.anchor.svg().into()));
        }
        self.recorder.borrow_mut().push(node);
    }

    /// Shades the plan's period, which is all the past that an empty chart has.
    fn period(&self) {
        let Some((first, last, _)) = &self.chart.period else { return };
        let top = self.chart.axis.maximum;
        self.pen(vec![("data-role", "period".into()), ("fill", self.palette.period.into())]);
        let corners = [(f64::from(*first), top), (f64::from(*last), self.chart.axis.minimum)];
        self.drawn(self.area.draw(&Rectangle::new(corners, BLACK)));
    }

    /// The two bands of the projection, the wider one behind; under the grid, so that its lines can be followed.
    fn bands(&self) {
        let Some(projection) = &self.chart.projection else { return };
        let bands = [
            ("band-95", &projection.band95, self.palette.band95),
            ("band-80", &projection.band80, self.palette.band80),
        ];
        for (role, band, fill) in bands.into_iter().filter(|(_, band, _)| band.len() > 1) {
            let upper = band.iter().map(|(year, _, upper)| (f64::from(*year), *upper));
            let lower = band.iter().rev().map(|(year, lower, _)| (f64::from(*year), *lower));
            self.pen(vec![("data-role", role.into()), ("fill", fill.into())]);
            self.drawn(self.area.draw(&Polygon::new(upper.chain(lower).collect::<Vec<_>>(), BLACK)));
        }
    }

    fn projection(&mut self) {
        let Some(projection) = &self.chart.projection else { return };
        self.pen(vec![
            ("data-role", "projection".into()),
            ("fill", "none".into()),
            ("stroke", self.palette.observed.into()),
            ("stroke-width", "2.5".into()),
            ("stroke-dasharray", "7 5".into()),
        ]);
        self.line(projection.line.iter().map(|(year, value)| (f64::from(*year), *value)).collect());
    }

    /// A line through years and values, which no label crosses.
    fn line(&mut self, line: Vec<(f64, f64)>) {
        let drawn: Vec<(f64, f64)> = line.iter().map(|(year, value)| self.at(*year, *value)).collect();
        self.drawn(self.area.draw(&PathElement::new(line, BLACK)));
        self.board.block_line(&drawn);
    }

    fn grid(&mut self) {
        let size = AXIS_TEXT * self.place.text;
        self.open("grid");
        let mut labels = Vec::new();
        let (mut left, mut right) = (self.plot.left, self.plot.right);
        (left, right) = (left * UNITS, right * UNITS);
        for tick in &self.chart.axis.ticks {
            let (_, y) = self.at(f64::from(self.chart.years.0), tick.value);
            labels.push(Placed {
                text: tick.label.clone(),
                x: self.plot.left - size * 0.5,
                y: y + size * 0.36,
                anchor: Anchor::End,
            });
            if self.level() == Some(tick.value) {
                continue;
            }
            let colour = if tick.value == 0.0 { self.palette.quiet } else { self.palette.grid };
            let d = format!(
                "M{} {}L{} {}",
                px(left as i32),
                px((y * UNITS) as i32),
                px(right as i32),
                px((y * UNITS) as i32)
            );
            let attributes =
                vec![("d", d), ("fill", "none".into()), ("stroke", colour.into()), ("stroke-width", "1".into())];
            self.recorder.borrow_mut().push(Node::new("path", attributes));
        }
        self.close();
        self.open("axis");
        // Where large text has no room for all, the top one stays, which may say the unit; then every one that is clear of it.
        let mut above = f64::NEG_INFINITY;
        labels.reverse();
        labels.retain(|label| {
            let clear = label.y - above > size;
            above = if clear { label.y } else { above };
            clear
        });
        for label in labels.iter().rev() {
            self.text(label, size, false, self.palette.quiet);
        }
        if !self.chart.axis.unit.is_empty() {
            let unit = Placed {
                text: self.chart.axis.unit.clone(),
                x: self.place.left,
                y: self.place.top + size,
                anchor: Anchor::Start,
            };
            self.text(&unit, size, false, self.palette.quiet);
            let wide = width(&unit.text, size, false);
            self.board.block(Rect {
                left: 0.0,
                top: self.place.top,
                right: self.place.left + wide + size * 0.5,
                bottom: self.place.top + size * 1.3,
            });
        }
        self.close();
        self.board.block(Rect {
            left: 0.0,
            top: self.plot.top - size,
            right: self.plot.left,
            bottom: self.plot.bottom,
        });
    }

    /// Year labels: deadlines first; then the last year and every so many before it, as far as there is room. Of a few values
    /// far apart their own years are more use than even steps, which point at nothing.
    fn years(&self) {
        let size = AXIS_TEXT * self.place.text;
        let (first, last) = self.chart.years;
        let mut order = self.chart.deadlines.clone();
        let values = &self.chart.observed;
        let beside = self.chart.beside.iter().flat_map(|beside| &beside.observed);
        // Years that a reader looks ahead to have no values yet.
        let due = order.iter().chain(values.iter().map(|value| &value.year)).fold(first, |due, year| due.max(*year));
        // Nor do they say where an axis begins that covers other charts' years.
        let path = self.chart.path.points.iter().map(|(year, _)| year);
        let own = values.iter().map(|value| &value.year).chain(path).any(|year| *year <= first);
        let covers = self.chart.beside.is_none() && !own;
        if covers || values.is_empty() || (due - first) < 3 * values.len() as i32 {
            // Steps are as even as labels are wide.
            let x = |year: i32| self.at(f64::from(year), self.chart.axis.minimum).0;
            let apart = x(last) - x(last - 1);
            let wide = width("2000", size, false) + size * 0.6;
            let fits = |step: &i32| f64::from(*step) * apart >= wide && (last - first) / step <= 9;
            let step = [1, 2, 3, 4, 5, 10, 20, 50].into_iter().find(fits).unwrap_or(100);
            order.extend((first..=last).rev().filter(|year| (last - year) % step == 0));
        } else {
            order.push(last);
            // The chart's own latest and first value before those between, and another's last.
            order.extend(values.last().into_iter().chain(values.first()).map(|value| value.year));
            order.extend(values.iter().rev().chain(beside).map(|value| value.year));
        }
        let mut placed: Vec<(f64, f64)> = Vec::new();
        self.open("axis");
        for (i, year) in order.iter().enumerate() {
            let bold = i < self.chart.deadlines.len();
            let (x, _) = self.at(f64::from(*year), self.chart.axis.minimum);
            let text = year.to_string();
            let half = width(&text, size, bold) / 2.0;
            let right = self.place.left + self.place.width - half;
            let x = x.min(right).max(self.place.left + half);
            if placed.iter().any(|(left, right)| x - half < right + size * 0.6 && left - size * 0.6 < x + half) {
                continue;
            }
            placed.push((x - half, x + half));
            let label = Placed { text, x, y: self.plot.bottom + size * 1.5, anchor: Anchor::Middle };
            self.text(&label, size, bold, if bold { self.palette.text } else { self.palette.quiet });
        }
        self.close();
    }

    fn path(&mut self) {
        let points: Vec<(f64, f64)> =
            self.chart.path.points.iter().map(|(year, value)| (f64::from(*year), *value)).collect();
        if points.len() < 2 && self.chart.course != Course::Bars {
            return self.target_line();
        }
        self.pen(vec![
            ("data-role", "trajectory".into()),
            ("fill", "none".into()),
            ("stroke", self.palette.path.into()),
            ("stroke-width", "2".into()),
            ("stroke-dasharray", "1 5".into()),
            ("stroke-linecap", "round".into()),
        ]);
        let line = match self.chart.course {
            Course::Line => points,
            Course::Steps => stairs(&points),
            Course::Bars => {
                points.iter().flat_map(|(year, value)| [(year - 0.5, *value), (year + 0.5, *value)]).collect()
            }
        };
        self.line(line);
    }

    /// Where what is due is a level line: a line of the grid under it would blur it.
    fn level(&self) -> Option<f64> {
        let target = self.chart.targets.first()?;
        let bare = self.chart.path.points.len() < 2;
        (bare || self.chart.course == Course::Bars).then_some(target.value)
    }

    /// Where no path leads to the target, a fine line at its height says what is due.
    fn target_line(&mut self) {
        let Some(target) = self.chart.targets.first() else { return };
        self.pen(vec![
            ("data-role", "target-line".into()),
            ("fill", "none".into()),
            ("stroke", self.palette.target.into()),
            ("stroke-width", "1".into()),
            ("stroke-dasharray", "1 4".into()),
        ]);
        self.line(vec![(f64::from(self.chart.years.0), target.value), (f64::from(target.year), target.value)]);
    }

    /// The recorder never fails on the marks drawn here; a mark it refused is missing from the scene, and tests count marks.
    fn drawn<E>(&self, _: Result<(), E>) {}
}

/// The plot's rectangle: what the axis labels, the year labels and the unit leave.
fn plot(chart: &Chart, place: Place, height: f64) -> Rect {
    let size = AXIS_TEXT * place.text;
    let ticks = chart.axis.ticks.iter().map(|tick| width(&tick.label, size, false));
    let left = place.left + ticks.fold(0.0, f64::max) + size * 0.8;
    // Room for a target's label above the top mark, and for the unit above the axis.
    let top = place.top + size * if chart.axis.unit.is_empty() { 1.7 } else { 2.2 };
    let bottom = place.top + height - size * 2.0;
    Rect { left, top, right: place.left + place.width - size * 0.8, bottom: bottom.max(top + 40.0) }
}
