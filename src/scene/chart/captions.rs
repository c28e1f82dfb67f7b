//! The words in a chart, once all marks stand: the most important first, each where there is room for it.

use super::super::labels::Wish;
use super::{AXIS_TEXT, Drawing, LABEL_TEXT};

/// How a label looks, and what it holds to (see [`Wish`]).
#[derive(Clone, Copy)]
struct Looks {
    size: f64,
    bold: bool,
    fill: &'static str,
    names: bool,
    far: bool,
}

impl Looks {
    /// The label of a mark that matters.
    fn of_mark(size: f64, fill: &'static str) -> Looks {
        Looks { size, bold: true, fill, names: true, far: true }
    }
}

impl Drawing<'_> {
    pub(super) fn labels(&mut self) {
        let size = LABEL_TEXT * self.place.text;
        let small = AXIS_TEXT * self.place.text;
        let quiet = Looks { size: small, bold: false, fill: self.palette.quiet, names: false, far: false };
        let chart = self.chart;
        self.open("label");
        for target in &chart.targets {
            let anchor = self.at(f64::from(target.year), target.upper.unwrap_or(target.value));
            self.label(&target.labels, &[anchor], Looks::of_mark(size, self.palette.target), false);
        }
        if let Some(latest) = chart.observed.last() {
            let anchor = self.at(f64::from(latest.year), latest.value);
            self.label(&latest.labels, &[anchor], Looks::of_mark(size, self.palette.observed), true);
        }
        if let Some(projection) = &chart.projection
            && let Some((year, value)) = projection.line.last()
        {
            let end = self.at(f64::from(*year), *value);
            self.label(&projection.labels, &[end], Looks::of_mark(size, self.palette.observed), true);
            // Under the middle of the band's lower edge, where nothing else stands; not at its tip, which has no width yet.
            let edge = |part: usize| projection.band95.get(projection.band95.len() * part / 4);
            let wide = |(_, lower, upper): &&(i32, f64, f64)| lower < upper;
            let spots: Vec<(f64, f64)> = [3, 2, 1]
                .into_iter()
                .filter_map(edge)
                .filter(wide)
                .map(|(year, lower, _)| self.at(f64::from(*year), *lower))
                .collect();
            self.label(&projection.band_labels, &spots, quiet, true);
        }
        if let Some(beside) = &chart.beside {
            // Its name stands at its last mark if it can, else at an earlier one.
            let marks = beside.observed.iter().map(|mark| (mark.year, mark.value));
            let all: Vec<(i32, f64)> = if beside.observed.is_empty() { beside.line.clone() } else { marks.collect() };
            let spots: Vec<_> = all.iter().rev().map(|(year, value)| self.at(f64::from(*year), *value)).collect();
            self.label(&beside.labels, &spots, Looks::of_mark(size, self.palette.quiet), true);
        }
        if let Some(notice) = &chart.notice {
            self.notice(notice, size);
        }
        for mark in chart.observed.iter().filter(|mark| mark.break_note.is_some()) {
            let note: Vec<String> = mark.break_note.iter().cloned().collect();
            let anchor = self.at(f64::from(mark.year), mark.value);
            self.open("break");
            self.label(&note, &[anchor], Looks { names: true, far: true, ..quiet }, false);
            self.close();
        }
        let points = &chart.path.points;
        let spots: Vec<(f64, f64)> = midpoints(points).into_iter().map(|(year, value)| self.at(year, value)).collect();
        if points.len() > 1 {
            self.label(std::slice::from_ref(&chart.path.label), &spots, quiet, false);
        }
        if let Some((first, last, label)) = &chart.period {
            let middle = f64::from(first + last) / 2.0;
            let x = self.at(middle, chart.axis.minimum).0;
            // Above the axis, else below the top line of the grid.
            let spots = [(x, self.plot.bottom - small * 0.4), (x, self.plot.top + small * 2.2)];
            self.label(std::slice::from_ref(label), &spots, quiet, false);
        }
        // The other values come last: they fold away first.
        for mark in chart.observed.iter().rev().skip(1) {
            let short: Vec<String> = mark.labels.last().into_iter().cloned().collect();
            let anchor = self.at(f64::from(mark.year), mark.value);
            self.label(&short, &[anchor], Looks { names: true, ..quiet }, false);
        }
        self.close();
    }

    fn label(&mut self, texts: &[String], anchors: &[(f64, f64)], looks: Looks, below: bool) {
        let Looks { size, bold, fill, names, far } = looks;
        // A label's box is clear of the largest mark, a diamond, at any size of text.
        let wish = Wish { texts, size, bold, reach: self.dot * 1.6 + (size * 0.225).max(3.0), names, far };
        if let Some(placed) = self.board.place(wish, anchors, below) {
            self.text(&placed, size, bold, fill);
        }
    }

    /// The words in an empty chart, in the freest part of the plot.
    fn notice(&mut self, notice: &str, size: f64) {
        let (wide, high) = (self.plot.right - self.plot.left, self.plot.bottom - self.plot.top);
        let spots: Vec<(f64, f64)> =
            [(0.5, 0.5), (0.5, 0.3), (0.5, 0.7), (0.35, 0.25), (0.62, 0.8), (0.4, 0.15), (0.55, 0.9)]
                .into_iter()
                .map(|(across, down)| (self.plot.left + wide * across, self.plot.top + high * down))
                .collect();
        let looks = Looks { size, bold: false, fill: self.palette.quiet, names: false, far: false };
        self.label(&[notice.to_string()], &spots, looks, false);
    }
}

/// Where a path's label may stand: nearer its middle first.
fn midpoints(points: &[(i32, f64)]) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    [0.5, 0.35, 0.65, 0.2, 0.8]
        .into_iter()
        .filter_map(|share| {
            let year = f64::from(first.0) + f64::from(last.0 - first.0) * share;
            let pair = points.windows(2).find(|pair| pair.last().is_some_and(|end| year <= f64::from(end.0)))?;
            let (start, end) = (pair.first()?, pair.last()?);
            let part = (year - f64::from(start.0)) / f64::from(end.0 - start.0);
            Some((year, start.1 + (end.1 - start.1) * part))
        })
        .collect()
}
