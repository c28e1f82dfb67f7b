//! The file that brings newer data: its path, counted from the page.

use super::faults::Faults;
use super::table::Word;

/// The path, where a page opened from a stick can ask for it.
pub fn beside<'p>(word: Word<'p>, faults: &mut Faults<'_>) -> Option<&'p str> {
    let Some((what, hint)) = wrong(word.text) else { return Some(word.text) };
    let expected = "expected a .js file beside the page or in a folder beside it";
    faults.add(word.at, format!("`update` is `{}`, {what}, {expected}", word.text), Some(hint.to_string()));
    None
}

/// What is wrong with a path, and how to mend it.
fn wrong(path: &str) -> Option<(&'static str, &'static str)> {
    let plain = |part: &str| {
        let right = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(right)
    };
    if path.contains('\\') {
        return Some(("which has \\ in it", "write / between folder and file"));
    }
    if path.starts_with('/') || path.contains(':') {
        return Some(("which is a place of its own", "name the file alone: the page looks for it in its own folder"));
    }
    if path.split('/').any(|part| part == "..") {
        return Some(("which leads out of the page's folder", "put the file beside the page"));
    }
    if !path.ends_with(".js") {
        return Some(("which is no .js file", "`indicator-widgets pack DIR -o indicator-widgets-data.js` writes one"));
    }
    if !path.split('/').all(plain) {
        return Some((
            "which not every system keeps as it is",
            "use the letters a to z, digits, -, _ and . alone: other names change between systems on a stick",
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_beside_the_page() {
        for right in ["indicator-widgets-data.js", "data/new.js", "a/b/c_2.js"] {
            assert_eq!(wrong(right), None, "{right}");
        }
        for wrong_path in [
            "",
            "data.csv",
            "/data.js",
            "C:/data.js",
            "C:\\data.js",
            "..\\data.js",
            "../data.js",
            "a/../../data.js",
            "https://example.org/data.js",
            "//host/data.js",
            "./data.js",
            "数据.js",
            "my data.js",
            "a//b.js",
            ".js",
        ] {
            assert!(wrong(wrong_path).is_some(), "{wrong_path}");
        }
    }
}
