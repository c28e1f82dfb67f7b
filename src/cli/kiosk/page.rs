//! The built page, and the place in it where the playlist stands.

use std::path::{Path, PathBuf};

use super::playlist::VERSION;
use crate::cli::Failure;

/// What stands before the playlist in the page, and behind it.
const OPEN: &str = "<script type=\"application/json\" id=\"playlist\">";
const CLOSE: &str = "</script>";

/// The page's name where it was built.
const NAME: &str = "kiosk.html";

/// The page to take: the one that is named, else `kiosk.html` beside the running tool, else in `dist/`.
///
/// # Errors
/// Where none is there, or it can't be read, or is none.
pub fn open(named: Option<&Path>) -> Result<(PathBuf, String), Failure> {
    let path = match named {
        Some(path) => path.to_path_buf(),
        None => usual()?,
    };
    let shown = path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| Failure::input(format!("{shown}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| refused(&shown, "it is not UTF-8 text"))?;
    split(&text).map_err(|why| refused(&shown, &why))?;
    Ok((path, text))
}

fn usual() -> Result<PathBuf, Failure> {
    let beside = std::env::current_exe().ok().map(|tool| tool.with_file_name(NAME));
    let places = beside.into_iter().chain([Path::new("dist").join(NAME)]);
    places.into_iter().find(|place| place.is_file()).ok_or_else(|| {
        Failure::input(format!("no {NAME} beside this tool, and none in dist/"))
            .hint("name it with --page; `make dist` builds it")
    })
}

fn refused(shown: &str, why: &str) -> Failure {
    Failure::input(format!("{shown}: no page for a hall: {why}"))
        .hint("take the kiosk.html that came with this tool, or build it: `make dist`")
}

/// Whether the text is a page for a hall.
pub fn is_page(text: &str) -> bool {
    split(text).is_ok()
}

/// The page with another playlist in it.
///
/// # Errors
/// Where the text is no such page.
pub fn fill(page: &str, playlist: &str) -> Result<String, String> {
    let (before, _, after) = split(page)?;
    Ok([before, playlist, after].concat())
}

/// What stands before the playlist, the playlist, and what stands behind it.
fn split(page: &str) -> Result<(&str, &str, &str), String> {
    let start = page.find(OPEN).ok_or_else(|| format!("there is no {OPEN} in it"))? + OPEN.len();
    let (before, rest) = page.split_at(start);
    if rest.contains(OPEN) {
        return Err("it has two playlists".into());
    }
    let end = rest.find(CLOSE).ok_or("it is cut short")?;
    if !page.trim_end().ends_with("</html>") {
        return Err("it is cut short: its last line is to be </html>".into());
    }
    let (playlist, after) = rest.split_at(end);
    let version = serde_json::from_str(playlist).ok().and_then(|json: serde_json::Value| json.get("version")?.as_i64());
    match version {
        Some(VERSION) => Ok((before, playlist, after)),
        Some(other) => Err(format!("its playlists are of version {other}, this tool's of version {VERSION}")),
        None => Err("what stands in the place of its playlist is none".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(playlist: &str) -> String {
        format!("<!DOCTYPE html>\n<html><body>{OPEN}{playlist}{CLOSE}<script>x</script></body></html>\n")
    }

    #[test]
    fn the_playlist_alone_is_exchanged() {
        let old = page("{\"version\":1,\"slides\":[]}");
        let new = "{\"version\":1,\"slides\":[1]}";
        assert_eq!(fill(&old, new), Ok(page(new)));
        assert_eq!(fill(&page(new), "{\"version\":1,\"slides\":[]}"), Ok(old));
    }

    #[test]
    fn what_is_no_such_page_is_refused_with_the_reason() {
        let whole = page("{\"version\":1}");
        let cases = [
            (String::new(), "there is no <script"),
            (whole.replace("id=\"playlist\"", ""), "there is no <script"),
            (whole.replace("</html>", ""), "cut short"),
            (whole.split(CLOSE).next().unwrap_or_default().to_string(), "cut short"),
            ([whole.as_str(), whole.as_str()].concat(), "two playlists"),
            (page("{\"version\":2}"), "version 2"),
            (page("nothing"), "is none"),
        ];
        for (text, why) in cases {
            assert!(fill(&text, "{}").is_err_and(|told| told.contains(why)), "{why}");
            assert!(!is_page(&text));
        }
    }
}
