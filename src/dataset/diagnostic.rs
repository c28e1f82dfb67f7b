//! What the validator says: one fault, where it is, and how to mend it.

use std::fmt;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The package cannot be used.
    Error,
    /// The package can be used; somebody should look.
    Warning,
}

/// One fault of the data package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Name of the rule that found it, one of [`super::check::RULES`].
    pub rule: &'static str,
    /// File of the package (`targets.csv`).
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// What is wrong, and what was expected.
    pub message: String,
    /// The nearest right value, or what to do.
    pub hint: Option<String>,
}

/// Prints `file:line:column: error: message`, and the hint on a line of its own; no line end after the last.
impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(out, "{}:{}:{}: {severity}: {}", self.file, self.line, self.column, self.message)?;
        if let Some(hint) = &self.hint {
            write!(out, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

/// The hint that names the candidate nearest to `wrong`; none where nothing is near.
///
/// Near is an edit distance (letters added, lost, changed, or two swapped) of at most half the longer one's characters.
pub fn nearest<'c>(wrong: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let (wrong_length, candidate_length) = (wrong.chars().count(), candidate.chars().count());
        let length = wrong_length.max(candidate_length);
        // A very long cell would be compared for minutes, and is near to nothing.
        if wrong_length.abs_diff(candidate_length) * 2 > length {
            continue;
        }
        let distance = strsim::osa_distance(wrong, candidate);
        if distance * 2 <= length && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_the_fewest_edits_away_and_far_ones_are_not_offered() {
        let ids = ["jinhua", "quanzhou", "china"];
        assert_eq!(nearest("quanzohu", ids).as_deref(), Some("did you mean `quanzhou`?"));
        assert_eq!(nearest("chnia", ids).as_deref(), Some("did you mean `china`?"));
        assert_eq!(nearest("xyz", ids), None);
    }
}
