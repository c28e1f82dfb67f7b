//! HTML in ASCII alone: all else as character references, so that it reads the same in a page of any character set.

/// Markup that grows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Markup {
    text: String,
}

impl Markup {
    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            // `hidden` and its like are there or not.
            if !value.is_empty() || *name == "alt" {
                self.text.push_str("=\"");
                escape(value, &mut self.text);
                self.text.push('"');
            }
        }
        self.text.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Adds text.
    pub fn say(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Adds an element with text.
    pub fn add(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.say(text);
        self.close(name);
    }

    /// Begins a new line.
    pub fn line(&mut self) {
        self.text.push('\n');
    }

    /// Adds what is markup already.
    pub fn paste(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// For painters of SVG, which write to its end.
    pub(super) fn end(&mut self) -> &mut String {
        &mut self.text
    }

    /// The markup.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Escapes for text and double-quoted attributes alike, of HTML and XML; control characters, which are of neither, are
/// left out.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            ' '..='~' => out.push(c),
            c => {
                out.push_str("&#");
                out.push_str(&u32::from(c).to_string());
                out.push(';');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_ascii_and_nothing_is_markup() {
        let mut markup = Markup::default();
        markup.add("p", &[("title", "\u{201c}a\" b"), ("hidden", "")], "\u{798f}\u{1f600}<b>&\u{0}\n\u{85}");
        assert_eq!(markup.into_text(), "<p title=\"&#8220;a&quot; b\" hidden>&#31119;&#128512;&lt;b&gt;&amp; </p>");
    }
}
