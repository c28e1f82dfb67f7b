//! `datapackage.json`: of the descriptor only version, title and day are needed here; other people's tools check the rest.

/// The string under the key `name` of the outermost object.
pub fn text(json: &str, name: &str) -> Option<String> {
    let mut depth = 0_usize;
    let mut key = String::new();
    let mut rest = json.chars();
    while let Some(next) = rest.next() {
        match next {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 1 => key.clear(),
            '"' => {
                let text = string(&mut rest)?;
                if depth == 1 && key == name {
                    return Some(text);
                }
                key = text;
            }
            _ => {}
        }
    }
    None
}

/// Reads a string up to its closing quote. Of an escape the sign itself is kept: versions and keys need no other.
fn string(rest: &mut std::str::Chars<'_>) -> Option<String> {
    let mut text = String::new();
    loop {
        match rest.next()? {
            '"' => return Some(text),
            '\\' => text.push(rest.next()?),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_text_is_found_and_no_other() {
        let json = r#"{"title": "version", "resources": [{"version": "9"}], "v\"": "8", "version": "1.2.0"}"#;
        assert_eq!(text(json, "version").as_deref(), Some("1.2.0"));
        assert_eq!(text(r#"{"resources": [{"version": "9"}]}"#, "version"), None);
        assert_eq!(text(r#"{"version": "#, "version"), None);
    }
}
