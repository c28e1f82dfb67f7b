//! What a chart is held against, quieter than its own values and told from them without colour: squares on a thin line,
//! or a line of dashes and dots.

use plotters::prelude::{BLACK, Polygon};

use super::super::labels::Rect;
use super::super::recorder::UNITS;
use super::Drawing;

impl Drawing<'_> {
    pub(super) fn beside(&mut self) {
        let Some(beside) = &self.chart.beside else { return };
        let pen = |dashes: &str| {
            let mut pen = vec![
                ("data-role", "beside".into()),
                ("fill", "none".into()),
                ("stroke", self.palette.path.into()),
                ("stroke-width", "1.5".into()),
            ];
            pen.extend((!dashes.is_empty()).then(|| ("stroke-dasharray", dashes.to_string())));
            pen
        };
        let (solid, dashed) = (pen(""), pen("10 4 2 4"));
        let mut run: Vec<(f64, f64)> = Vec::new();
        for mark in &beside.observed {
            if mark.break_note.is_some() && run.len() > 1 {
                self.pen(solid.clone());
                self.line(std::mem::take(&mut run));
            } else if mark.break_note.is_some() {
                run.clear();
            }
            run.push((f64::from(mark.year), mark.value));
        }
        if run.len() > 1 {
            self.pen(solid);
            self.line(run);
        }
        if beside.line.len() > 1 {
            self.pen(dashed);
            self.line(beside.line.iter().map(|(year, value)| (f64::from(*year), *value)).collect());
        }
    }

    /// A square for each value of another region; behind its own marks in the order of reading.
    pub(super) fn beside_values(&mut self) {
        let Some(beside) = &self.chart.beside else { return };
        let reach = self.dot * 0.8;
        for mark in &beside.observed {
            let (x, y) = self.at(f64::from(mark.year), mark.value);
            self.open_mark("beside-value", mark.year);
            self.pen(vec![
                ("fill", self.palette.background.into()),
                ("stroke", self.palette.path.into()),
                ("stroke-width", "1.5".into()),
            ]);
            if let Some(title) = mark.labels.first() {
                self.recorder.borrow_mut().title(title);
            }
            let corners =
                [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)];
            let units = corners.map(|(x, y)| ((x * UNITS).round() as i32, (y * UNITS).round() as i32));
            self.drawn(self.area.strip_coord_spec().draw(&Polygon::new(units.to_vec(), BLACK)));
            self.close();
            self.board.mark((x, y), Rect::around(x, y, reach + 1.0));
        }
    }
}
