//! The hall's page: everything in one file, which asks for no other.

use std::path::Path;

use super::{embed, steps};
use crate::cli::{kiosk, package};

/// Writes `kiosk.html` into `out`, where `indicator-widgets.js` is already; its playlist is checked against the `data`.
pub fn write(root: &Path, built: &Path, data: &Path, out: &Path) -> Result<(), String> {
    let sources = root.join("www/kiosk");
    let (style, script) = (built.join("kiosk.css"), built.join("kiosk.js"));
    embed::sheet(root, "kiosk/kiosk.css", &style)?;
    embed::script(root, "kiosk/main.js", &[("words", built.join("words.js"))], &script)?;
    let playlist = playlist(&sources.join("playlist.toml"), data)?;
    let parts = [
        ("style", text(&style)?.trim_end().to_string()),
        ("playlist", playlist),
        ("widgets", inside_script("indicator-widgets.js", &text(&out.join("indicator-widgets.js"))?)?),
        ("script", inside_script("kiosk.js", &text(&script)?)?),
    ];
    let page = filled(&text(&sources.join("kiosk.html"))?, &parts)?;
    let file = out.join("kiosk.html");
    if let Some(at) = page.bytes().position(|byte| !byte.is_ascii()) {
        return Err(format!("{}: byte {at} is not ASCII", file.display()));
    }
    steps::write(&file, page.as_bytes())
}

/// The playlist that the page has until a hall puts its own into it.
fn playlist(file: &Path, data: &Path) -> Result<String, String> {
    let dataset = package::open(Some(data)).map_err(|failure| failure.to_string())?;
    let read = kiosk::read(file, &dataset).map_err(|failure| failure.to_string())?;
    let told = |faults: Vec<_>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    read.map(|playlist| playlist.ascii()).map_err(told)
}

fn text(file: &Path) -> Result<String, String> {
    String::from_utf8(steps::read(file)?).map_err(|error| format!("{}: {error}", file.display()))
}

/// The template with each `{{name}}` replaced.
fn filled(template: &str, parts: &[(&str, String)]) -> Result<String, String> {
    let mut pieces = template.split("{{");
    let mut page = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").ok_or("kiosk.html: a `{{` without its `}}`")?;
        let (_, part) = parts.iter().find(|(known, _)| *known == name).ok_or(format!("kiosk.html: no part {name}"))?;
        page.push_str(part);
        page.push_str(rest);
    }
    Ok(page)
}

/// A script that an HTML parser takes for one whole script: it ends one at `</script`, wherever that stands, and looks for two
/// of them after `<!--` and `<script`.
fn inside_script(name: &str, script: &str) -> Result<String, String> {
    if script.contains("<!--") {
        return Err(format!("{name}: `<!--` can't stand in a page's script"));
    }
    let mut safe = String::with_capacity(script.len());
    let mut rest = script.trim_end();
    while let Some(at) = rest.to_ascii_lowercase().find("</script") {
        let (before, after) = rest.split_at(at);
        safe.push_str(before);
        // In a string, a template or a pattern it says the same.
        safe.push_str("<\\/");
        rest = after.get(2..).unwrap_or_default();
    }
    safe.push_str(rest);
    Ok(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_does_not_end_the_one_that_it_stands_in() {
        let safe = inside_script("a.js", "x='</script>';y=/<\\/SCRIPT>/;z='</Script'\n");
        assert_eq!(safe.as_deref(), Ok("x='<\\/script>';y=/<\\/SCRIPT>/;z='<\\/Script'"));
        assert!(inside_script("a.js", "if (a<!--b) c()").is_err());
    }

    #[test]
    fn every_part_has_its_place() {
        let parts = [("a", "{{b}}".to_string()), ("b", "2".into())];
        assert_eq!(filled("x{{a}}y{{b}}", &parts).as_deref(), Ok("x{{b}}y2"));
        assert!(filled("{{c}}", &parts).is_err());
    }
}
