//! The hall's logo: a picture beside the playlist, taken into the page.

use std::path::Path;

use base64::Engine;

use super::faults::Faults;
use super::table::Word;

/// The largest picture that is taken, in bytes: it is in the page for good.
const LARGEST: usize = 512 * 1024;

/// The picture as an address that holds it whole (`data:image/png;base64,…`); `folder` is the playlist's.
pub fn embedded(word: Word<'_>, folder: &Path, faults: &mut Faults<'_>) -> Option<String> {
    let file = folder.join(word.text);
    let shown = file.display();
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            let hint = "its path is counted from the playlist's folder, with / between folders".to_string();
            faults.add(word.at, format!("`logo`: {shown}: {error}, expected a picture"), Some(hint));
            return None;
        }
    };
    if bytes.len() > LARGEST {
        let what = format!("`logo` has {} KB, expected at most {} KB", bytes.len().div_ceil(1024), LARGEST / 1024);
        faults.add(word.at, what, Some("save it smaller: it is shown 200 pixels high at the most".into()));
        return None;
    }
    match kind(&bytes) {
        Ok(kind) => Some(format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(&bytes))),
        Err(why) => {
            let hint = "save it as PNG, JPEG or SVG".to_string();
            faults.add(word.at, format!("`logo`: {shown} {why}, expected a picture: PNG, JPEG or SVG"), Some(hint));
            None
        }
    }
}

/// The media type that the bytes themselves show, whatever the file is called; else why there is none.
fn kind(bytes: &[u8]) -> Result<&'static str, &'static str> {
    // PNG (W3C, 3rd ed., 5.2 and 11.2): a signature first, the chunk IEND last. A copy that was cut short lacks it.
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return if has(bytes, b"IEND\xae\x42\x60\x82") { Ok("image/png") } else { Err("is cut short") };
    }
    // JPEG (ITU-T T.81, B.1.1.3): from SOI to EOI.
    if bytes.starts_with(b"\xff\xd8\xff") {
        return if has(bytes, b"\xff\xd9") { Ok("image/jpeg") } else { Err("is cut short") };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg") => {
            if text.trim_end().ends_with("</svg>") {
                Ok("image/svg+xml")
            } else {
                Err("is cut short")
            }
        }
        _ => Err("is no picture that browsers show"),
    }
}

/// Whether the last part of the bytes holds these.
fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    // Some programs write a little behind the end.
    let tail = bytes.get(bytes.len().saturating_sub(4096)..).unwrap_or_default();
    tail.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n....IEND\xae\x42\x60\x82"), Ok("image/png"));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Err("is cut short"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0....\xff\xd9"), Ok("image/jpeg"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0...."), Err("is cut short"));
        assert_eq!(kind("\u{feff}<?xml version=\"1.0\"?>\n<svg></svg>\n".as_bytes()), Ok("image/svg+xml"));
        assert_eq!(kind(b"<svg><g>"), Err("is cut short"));
        for none in [&b""[..], b"GIF89a", b"<html></html>", b"svg", b"BM\0\0"] {
            assert!(kind(none).is_err(), "{none:?}");
        }
    }
}
