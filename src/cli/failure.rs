//! What went wrong, and how to mend it.

use std::fmt;
use std::process::ExitCode;

use crate::report::ReportError;

/// Why a subcommand stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    place: Option<String>,
    message: String,
    hint: Option<String>,
    usage: bool,
}

impl Failure {
    /// The input is wrong (exit code 1). `message` says where and what.
    pub fn input(message: impl Into<String>) -> Failure {
        Failure { place: None, message: message.into(), hint: None, usage: false }
    }

    /// The arguments contradict each other (exit code 2).
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { place: None, message: message.into(), hint: None, usage: true }
    }

    /// The same in this place of a file: `file:line:column: error: …`.
    pub fn at(self, file: &str, line: usize, column: usize) -> Failure {
        Failure { place: Some(format!("{file}:{line}:{column}: ")), ..self }
    }

    /// The same with a line on how to mend it.
    pub fn hint(self, hint: impl Into<String>) -> Failure {
        Failure { hint: Some(hint.into()), ..self }
    }

    /// The code that the process ends with.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.usage { 2 } else { 1 })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}error: {}", self.place.as_deref().unwrap_or_default(), self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Failure {
        Failure::input(error.to_string()).hint("`indicator-widgets targets` lists the ids")
    }
}
