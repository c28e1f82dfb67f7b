//! What is wrong with a playlist: every fault, each with its place.

use crate::cli::Failure;

/// A playlist's text, and what was found wrong in it so far.
pub struct Faults<'t> {
    /// The file, as it is told.
    file: String,
    /// What the places count in.
    text: &'t str,
    /// Byte and fault.
    found: Vec<(usize, Failure)>,
}

impl<'t> Faults<'t> {
    /// No fault yet.
    pub fn of(file: &str, text: &'t str) -> Faults<'t> {
        Faults { file: file.into(), text, found: Vec::new() }
    }

    /// A fault at this byte: what is wrong and what was expected; and the nearest right value, or what to do.
    pub fn add(&mut self, byte: usize, message: impl Into<String>, hint: Option<String>) {
        let (line, column) = place(self.text, byte);
        let failure = Failure::input(message).at(&self.file, line, column);
        self.found.push((byte, hint.into_iter().fold(failure, Failure::hint)));
    }

    /// The playlist's own words from here to there, on one line and not for ever.
    pub fn quote(&self, span: std::ops::Range<usize>) -> String {
        let written = self.text.get(span).unwrap_or_default();
        let line = written.lines().next().unwrap_or_default().trim_end();
        let short: String = line.chars().take(QUOTED).collect();
        if short.len() < written.len() { short + "…" } else { short }
    }

    /// All that was written from here to there.
    pub fn written(&self, span: std::ops::Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// All of them, in the order of the text.
    pub fn into_list(mut self) -> Vec<Failure> {
        self.found.sort_by_key(|(byte, _)| *byte);
        self.found.into_iter().map(|(_, failure)| failure).collect()
    }
}

/// Of a wrong value so many characters are told.
const QUOTED: usize = 40;

/// Line and column of a byte, from 1, columns in characters.
fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "idle = 60\n标题 = \"质量\"\n";
        assert_eq!(place(text, 0), (1, 1));
        assert_eq!(place(text, text.find('质').unwrap_or_default()), (2, 7));
        assert_eq!(place(text, text.len()), (3, 1));
        assert_eq!(place(text, 9999), (3, 1));
    }

    #[test]
    fn faults_are_told_in_the_order_of_the_text() {
        let mut faults = Faults::of("hall.toml", "one\ntwo\n");
        faults.add(4, "later", Some("do this".into()));
        faults.add(0, "sooner", None);
        let told: Vec<String> = faults.into_list().iter().map(ToString::to_string).collect();
        assert_eq!(told, ["hall.toml:1:1: error: sooner", "hall.toml:2:1: error: later\n  hint: do this"]);
    }

    #[test]
    fn long_and_many_lined_values_are_quoted_in_short() {
        let text = format!("'''\n{}'''", "x".repeat(60));
        let faults = Faults::of("", &text);
        assert_eq!(faults.quote(0..text.len()), "'''…");
        assert_eq!(faults.quote(4..64), ["x".repeat(40).as_str(), "…"].concat());
        assert_eq!(faults.quote(4..9), "xxxxx");
    }
}
