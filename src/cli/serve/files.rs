//! From a request's path to a file below the root, and never beside it.

use std::path::{Path, PathBuf};

/// What stands at a request's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file.
    File(PathBuf),
    /// A folder whose path lacks its last slash: where to go instead.
    Moved(String),
    /// Nothing that is shown.
    Nothing,
}

/// What a file's name says of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType {
    /// As `Content-Type` has it.
    pub name: &'static str,
    /// Whether compression helps.
    pub compressible: bool,
}

/// The file for the request target `url` below `root` (a canonical path).
///
/// A folder stands for its `index.html`. Names that begin with a dot, `..`, backslashes, colons and links that lead out of
/// the root find nothing.
pub fn find(root: &Path, url: &str) -> Found {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let Some(decoded) = path.strip_prefix('/').and_then(decode) else { return Found::Nothing };
    let mut file = root.to_path_buf();
    for name in decoded.split('/').filter(|name| !name.is_empty()) {
        if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return Found::Nothing;
        }
        file.push(name);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            // Of the names, not of the request: `//host` would lead to another machine.
            let names = path.split('/').filter(|name| !name.is_empty()).collect::<Vec<_>>();
            return Found::Moved(format!("/{}/", names.join("/")));
        }
        file.push("index.html");
    }
    match file.canonicalize() {
        Ok(file) if file.starts_with(root) && file.is_file() => Found::File(file),
        _ => Found::Nothing,
    }
}

/// Percent-decoding (RFC 3986, 2.1); `None` where it is broken or no UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type of a file by its extension; bytes that are not known are for saving.
pub fn media_type(path: &Path) -> MediaType {
    let text = |name| MediaType { name, compressible: true };
    let binary = |name| MediaType { name, compressible: false };
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => text("text/html; charset=utf-8"),
        "js" | "mjs" => text("text/javascript; charset=utf-8"),
        "css" => text("text/css; charset=utf-8"),
        "json" | "map" => text("application/json"),
        "wasm" => text("application/wasm"),
        "svg" => text("image/svg+xml"),
        "csv" => text("text/csv; charset=utf-8"),
        "txt" | "md" | "ts" => text("text/plain; charset=utf-8"),
        "xml" => text("application/xml"),
        "png" => binary("image/png"),
        "jpg" | "jpeg" => binary("image/jpeg"),
        "ico" => binary("image/x-icon"),
        "woff2" => binary("font/woff2"),
        "pdf" => binary("application/pdf"),
        _ => binary("application/octet-stream"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_below_the_root_are_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap_or_default();
        let file = |name: &str| Found::File(root.join(name));
        assert_eq!(find(&root, "/lib.rs"), file("lib.rs"));
        assert_eq!(find(&root, "/lib.rs?x=1#y"), file("lib.rs"));
        assert_eq!(find(&root, "/cli//serve/m%6Fd.rs"), file("cli/serve/mod.rs"));
        assert_eq!(find(&root, "/cli?x"), Found::Moved("/cli/".into()));
        assert_eq!(find(&root, "//cli"), Found::Moved("/cli/".into()));
        let nothing = [
            "/",
            "/cli/",
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/cli/../../Cargo.toml",
            "/..\\Cargo.toml",
            "/%2e%2e%5cCargo.toml",
            "/C:/Windows",
            "/%00",
            "/%zz",
            "/%e",
            "/%ff",
            "lib.rs",
            "http://127.0.0.1/lib.rs",
            "/missing",
        ];
        for url in nothing {
            assert_eq!(find(&root, url), Found::Nothing, "{url}");
        }
    }

    #[test]
    fn types_that_browsers_insist_on() {
        let name = |file: &str| media_type(Path::new(file)).name;
        assert_eq!(name("a.wasm"), "application/wasm");
        assert_eq!(name("a.mjs"), "text/javascript; charset=utf-8");
        assert_eq!(name("a.SVG"), "image/svg+xml");
        assert_eq!(name("a"), "application/octet-stream");
    }
}
