//! Text that is broken into lines, and cut where it may not be longer.

use super::super::labels::Anchor;
use super::super::pencil::Pencil;
use super::super::text::{width, wrap};
use super::LINE;

/// Text in lines that fit.
pub(super) struct Lines {
    pub(super) lines: Vec<String>,
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Lines {
    /// At most `most` lines no wider than `limit`; what has no room ends in an ellipsis.
    pub(super) fn of(text: &str, size: f64, bold: bool, limit: f64, most: usize) -> Lines {
        let mut lines: Vec<String> = Vec::new();
        for line in wrap(text, size, bold, limit) {
            let (mut part, mut used) = (String::new(), 0.0);
            for c in line.chars() {
                let wide = width(c.encode_utf8(&mut [0; 4]), size, bold);
                // A word longer than a line.
                if used + wide > limit && !part.is_empty() {
                    lines.push(std::mem::take(&mut part));
                    used = 0.0;
                }
                part.push(c);
                used += wide;
            }
            lines.push(part);
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && width(last, size, bold) + size > limit {
                    last.pop();
                }
                last.push('…');
            }
        }
        Lines { lines, size, bold }
    }

    /// How wide the widest is.
    pub(super) fn wide(&self) -> f64 {
        self.lines.iter().fold(0.0, |wide, line| width(line, self.size, self.bold).max(wide))
    }

    /// Draws them from `top` down; returns where they end.
    pub(super) fn draw(&self, pencil: &mut Pencil, x: f64, top: f64, anchor: Anchor, ink: &str) -> f64 {
        let mut y = top;
        for line in &self.lines {
            pencil.text(line, (x, baseline(y, self.size)), anchor, self.size, self.bold, ink);
            y += self.size * LINE;
        }
        y
    }
}

/// Where text of `size` stands in a line that begins at `top`.
fn baseline(top: f64, size: f64) -> f64 {
    top + size * (LINE / 2.0 + 0.36)
}
