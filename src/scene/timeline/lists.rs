//! What stands under a timeline, in columns.

use super::{LEAD, Sheet};
use crate::scene::labels::{Anchor, Rect};
use crate::scene::text::{width, wrap};
use crate::view::{Line, List};

impl Sheet<'_> {
    /// The lists: side by side where each is short, else one under the other in columns.
    pub(super) fn lists(&mut self, lists: &[List], top: f64) -> f64 {
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
        let valued = width(&line.value, size, !line.heads);
        // A name keeps at least half of the line.
        let beside =
            valued + self.text <= limit * 0.5 || valued + self.text + width(&line.text, size, line.heads) <= limit;
        let room = if beside && valued > 0.0 { limit - valued - self.text } else { limit };
        let names = wrap(&line.text, size, line.heads, room).len() as f64;
        let values = if beside { 0.0 } else { wrap(&line.value, size, !line.heads, limit).len() as f64 };
        // What opens a card is high enough for a finger, its words in the middle.
        let (above, below) = match (line.heads, line.card) {
            (true, _) => (0.7, 0.0),
            (false, None) => (0.3, 0.15),
            (false, Some(_)) => {
                let spare = (self.touch - (names + values) * size * LEAD) / 2.0 / self.text;
                (spare.max(0.3), spare.max(0.3))
            }
        };
        let mut y = top + above * self.text;
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
                self.pencil.rect(bar(1.0), &[("fill", palette.background), ("stroke", palette.path)]);
                if share > 0.0 {
                    self.pencil.rect(bar(share), &[("fill", palette.observed)]);
                }
            }
            y += thick + self.text * 0.2;
        }
        y += below * self.text;
        if draws {
            if line.card.is_some() {
                // The whole line can be touched.
                self.pencil.area(Rect { left: x, top, right: x + wide, bottom: y });
            }
            if !line.heads && line.share.is_none() {
                self.pencil.path(&[(x, y), (x + wide, y)], false, &[("stroke", palette.grid), ("fill", "none")]);
            }
            self.pencil.close();
        }
        y
    }
}
