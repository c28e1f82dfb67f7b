//! The one script: the wasm deflated and base64-coded inside the bundled JavaScript.

use std::path::Path;
use std::process::Command;

use base64::Engine;

use super::steps;

/// Chromium 69, Firefox 60, Safari 11: syntax of 2017.
const SYNTAX: &str = "es2017";

/// Bundles `www/main.js` with what is in `built` and the wasm into the script `out`.
pub fn bundle(root: &Path, built: &Path, wasm: &Path, out: &Path) -> Result<(), String> {
    steps::say("bundling the script");
    let packed = base64::engine::general_purpose::STANDARD.encode(deflate(&steps::read(wasm)?)?);
    steps::write(&built.join("packed.js"), format!("export default \"{packed}\";\n").as_bytes())?;
    let mut sheet = esbuild(root);
    sheet.arg(root.join("www/element.css")).args(["--minify", "--target=chrome69,firefox60,safari11"]);
    sheet.arg(format!("--outfile={}", built.join("element.css").display()));
    steps::run(&mut sheet, MEND)?;
    let mut script = esbuild(root);
    script.arg(root.join("www/main.js"));
    script.args([
        "--bundle",
        "--minify",
        "--format=iife",
        "--charset=ascii",
        "--legal-comments=none",
        "--loader:.css=text",
    ]);
    script.arg(format!("--target={SYNTAX}")).arg("--supported:class-static-field=false");
    for (name, file) in [("core", "core.js"), ("packed", "packed.js"), ("words", "words.js"), ("css", "element.css")] {
        script.arg(format!("--alias:built:{name}={}", built.join(file).display()));
    }
    script.arg(format!("--outfile={}", out.display()));
    steps::run(&mut script, MEND)?;
    ascii(out)
}

const MEND: &str = "Run `scripts/setup.sh build`: it installs esbuild by npm";

fn esbuild(root: &Path) -> Command {
    let mut command = Command::new(root.join("node_modules/.bin/esbuild"));
    command.current_dir(root).arg("--log-level=warning");
    command
}

/// The smallest zlib stream of `bytes`.
fn deflate(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Zlib, bytes, &mut packed)
        .map_err(|error| format!("deflate: {error}"))?;
    Ok(packed)
}

/// Makes sure that the script reads the same in a page of any character set.
fn ascii(script: &Path) -> Result<(), String> {
    match steps::read(script)?.iter().position(|byte| !byte.is_ascii()) {
        Some(at) => Err(format!(
            "{}: byte {at} is not ASCII; esbuild's --charset=ascii should have escaped it",
            script.display()
        )),
        None => Ok(()),
    }
}
