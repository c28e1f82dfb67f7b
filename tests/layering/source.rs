//! Rust source as the tokens that the rules look at: no comments, no strings, no tests.

/// A word or a sign of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The word, or the sign (`::` is one).
    pub text: String,
    /// Its line, from 1.
    pub line: usize,
}

impl Token {
    /// Whether it is this text.
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether it is a name or keyword.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// The tokens of `text` outside comments, literals and `#[cfg(test)]` items.
pub fn tokens(text: &str) -> Vec<Token> {
    without_tests(lex(text))
}

fn lex(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = match skipped(&chars, at) {
            Some(end) => end,
            None => {
                let end = token_end(&chars, at);
                found.push(Token { text: chars[at..end].iter().collect(), line });
                end
            }
        };
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    found
}

/// Where white space, a comment or a literal that starts at `at` ends; `None` if something else starts there.
fn skipped(chars: &[char], at: usize) -> Option<usize> {
    let rest = &chars[at..];
    let starts = |sign: &str| sign.chars().enumerate().all(|(i, c)| rest.get(i) == Some(&c));
    if rest[0].is_whitespace() {
        return Some(at + 1);
    }
    if starts("//") {
        return Some(at + rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()));
    }
    if starts("/*") {
        return Some(at + comment(rest));
    }
    let prefix = rest.iter().take_while(|c| matches!(c, 'b' | 'c' | 'r')).count();
    let hashes = rest[prefix..].iter().take_while(|c| **c == '#').count();
    let after_word = at > 0 && word(chars[at - 1]);
    if !after_word && rest.get(prefix + hashes) == Some(&'"') {
        if rest[..prefix].contains(&'r') {
            return Some(at + raw_string(rest, prefix, hashes));
        }
        if hashes == 0 && prefix <= 1 {
            return Some(at + quoted(rest, prefix, '"'));
        }
    }
    // 'a' and '\n' are characters, 'a without a closing quote is a lifetime.
    if rest[0] == '\'' && (rest.get(1) == Some(&'\\') || rest.get(2) == Some(&'\'')) {
        return Some(at + quoted(rest, 0, '\''));
    }
    None
}

/// Length of a comment that may hold comments.
fn comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        match (rest[at], rest.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Length of a raw string whose prefix and hashes are this long.
fn raw_string(rest: &[char], prefix: usize, hashes: usize) -> usize {
    let mut at = prefix + hashes + 1;
    while at < rest.len() {
        if rest[at] == '"' && rest[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return at + 1 + hashes;
        }
        at += 1;
    }
    at
}

/// Length of a literal that ends with `quote` and knows escapes.
fn quoted(rest: &[char], prefix: usize, quote: char) -> usize {
    let mut at = prefix + 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn token_end(chars: &[char], at: usize) -> usize {
    let rest = &chars[at..];
    if word(rest[0]) {
        return at + rest.iter().take_while(|c| word(**c)).count();
    }
    at + if rest[0] == ':' && rest.get(1) == Some(&':') { 2 } else { 1 }
}

/// Leaves out every item under `#[cfg(test)]`: up to its closing brace, or its semicolon.
fn without_tests(all: Vec<Token>) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        if MARK.iter().enumerate().all(|(i, sign)| all.get(at + i).is_some_and(|token| token.is(sign))) {
            at = item_end(&all, at + MARK.len());
        } else {
            kept.push(all[at].clone());
            at += 1;
        }
    }
    kept
}

/// Where the item that starts at `at` ends.
fn item_end(all: &[Token], mut at: usize) -> usize {
    let mut depth = 0;
    while at < all.len() {
        match all[at].text.as_str() {
            "{" => depth += 1,
            "}" if depth <= 1 => return at + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
        at += 1;
    }
    at
}
