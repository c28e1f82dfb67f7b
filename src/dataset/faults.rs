//! Gathers what the rules find.

use super::diagnostic::{Diagnostic, Severity};
use super::package::Row;

/// The diagnostics found so far, and the rule that is looking.
#[derive(Default)]
pub struct Faults {
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// Name of the rule at work.
    pub rule: &'static str,
}

impl Faults {
    /// Notes an error at a line and column of a file.
    pub fn at(&mut self, file: &str, line: usize, column: usize, message: String, hint: Option<String>) {
        self.push(Severity::Error, (file, line, column), message, hint);
    }

    /// Notes an error at the cell of `column` in `row`.
    pub fn error(&mut self, row: &Row, column: &str, message: String, hint: Option<String>) {
        self.push(Severity::Error, row.position(column), message, hint);
    }

    /// Notes a warning at the cell of `column` in `row`.
    pub fn warning(&mut self, row: &Row, column: &str, message: String, hint: Option<String>) {
        self.push(Severity::Warning, row.position(column), message, hint);
    }

    fn push(&mut self, severity: Severity, at: (&str, usize, usize), message: String, hint: Option<String>) {
        let (file, line, column) = at;
        self.found.push(Diagnostic { severity, rule: self.rule, file: file.to_string(), line, column, message, hint });
    }
}
