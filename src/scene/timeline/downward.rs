//! Years downward, for narrow pages: everything of a plan in time, not to scale.

use super::{Sheet, role};
use crate::scene::labels::Rect;
use crate::view::Timeline;

impl Sheet<'_> {
    /// Years downward: everything of a plan in time, not to scale.
    pub(super) fn downward(&mut self, marks: &Timeline, mut y: f64) -> f64 {
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
                let begin = y;
                self.pencil.circle(x, middle, text * 0.25, &[("fill", self.palette.observed)]);
                let label = [&*phase.dates, " ", &*phase.name].concat();
                y = self.entry(&label, y, false) + text * 0.35;
                y = self.touched(begin, y);
                self.pencil.close();
            }
            for due in &lane.marks {
                y = self.today(&mut today, f64::from(due.year) + 1.0, y);
                let middle = self.rail(&mut before, x, y);
                self.pencil.open(role(due), Some(due.card));
                let begin = y;
                self.diamond(due, x, middle, text * 0.4);
                y = self.entry(due.labels.first().map_or("", String::as_str), y, true);
                if let Some(words) = &due.words {
                    y = self.entry(words, y, false);
                }
                if self.judged {
                    y = self.tally(&due.tally, self.indent(), self.right, y, true);
                }
                y = self.touched(begin, y + text * 0.35);
                self.pencil.close();
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

    /// The whole line of a mark that begins at `top` and whose words end at `bottom` can be touched; returns where it ends.
    fn touched(&mut self, top: f64, bottom: f64) -> f64 {
        let bottom = bottom.max(top + self.touch);
        self.pencil.area(Rect {
            left: self.left,
            top: top - self.text * 0.2,
            right: self.right,
            bottom: bottom - self.text * 0.2,
        });
        bottom
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
}
