//! How far a long run is: a bar on a terminal, nothing in a file or a pipe.

use std::io::{IsTerminal, Write};

const WIDTH: usize = 30;

/// A bar on standard error that rewrites its own line.
#[derive(Debug)]
pub struct Bar {
    total: usize,
    done: usize,
    shown: bool,
}

impl Bar {
    /// A bar of `total` steps; not shown where standard error is no terminal.
    pub fn new(total: usize) -> Bar {
        Bar { total, done: 0, shown: total > 1 && std::io::stderr().is_terminal() }
    }

    /// One step more is done; `what` is said beside the bar.
    pub fn step(&mut self, what: &str) {
        self.done += 1;
        if self.shown {
            // A bar that cannot be drawn is no reason to stop the work.
            let _ = write!(std::io::stderr(), "\r{} {what:<60.60}", bar(self.done, self.total));
        }
    }

    /// `done` steps of all are done; drawn where that is more than before.
    pub fn reach(&mut self, done: usize, what: std::fmt::Arguments<'_>) {
        if done > self.done {
            self.done = done - 1;
            self.step(&what.to_string());
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r{:width$}\r", "", width = WIDTH + 90);
        }
    }
}

fn bar(done: usize, total: usize) -> String {
    let filled = (WIDTH * done.min(total)).checked_div(total).unwrap_or(WIDTH);
    format!("[{}{}] {done}/{total}", "#".repeat(filled), " ".repeat(WIDTH - filled))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_bar_fills() {
        assert_eq!(super::bar(0, 4), format!("[{}] 0/4", " ".repeat(30)));
        assert_eq!(super::bar(2, 4), format!("[{}{}] 2/4", "#".repeat(15), " ".repeat(15)));
        assert_eq!(super::bar(4, 4), format!("[{}] 4/4", "#".repeat(30)));
    }
}
