//! The scripts that pages include: each holds everything, the one with the wasm packed and base64-coded, the other without.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use lzma_rust2::{LzmaOptions, LzmaWriter};

use super::{split, stamp, steps};

/// Chromium 69, Firefox 60, Safari 11: syntax of 2017.
const SYNTAX: &str = "es2017";

/// Packs the wasm into `built`, unless it is that of last time.
pub fn pack(built: &Path, wasm: &Path) -> Result<(), String> {
    let bytes = steps::read(wasm)?;
    let packed = built.join("packed.js");
    let recipe: [&[u8]; 3] = [&bytes, include_bytes!("embed.rs"), include_bytes!("split.rs")];
    stamp::unless_same(&built.join("packed.stamp"), &recipe, std::slice::from_ref(&packed), || {
        write_packed(&bytes, &packed)
    })?;
    Ok(())
}

/// Tells the script with the wasm, by its hash, which one may stand in for it.
pub fn twin(built: &Path, hash: &str) -> Result<(), String> {
    steps::write(&built.join("twin.js"), format!("export default \"{hash}\";\n").as_bytes())
}

/// Makes the style sheet `name` in `www/` small, into `out`.
pub fn sheet(root: &Path, name: &str, out: &Path) -> Result<(), String> {
    let mut sheet = esbuild(root);
    sheet.arg(root.join("www").join(name)).args(["--minify", "--target=chrome69,firefox60,safari11"]);
    sheet.arg(format!("--outfile={}", out.display()));
    steps::run(&mut sheet, MEND)
}

/// What of `www/` goes into a bundle, and its form.
pub struct Bundle<'n> {
    /// What is bundled.
    pub main: &'n str,
    /// What gets the core running.
    pub start: &'n str,
    /// Where that takes the wasm from.
    pub bytes: &'n str,
    /// esbuild's name of the form.
    pub format: &'n str,
    /// Year of the syntax.
    pub syntax: &'n str,
}

impl Bundle<'_> {
    /// The script with everything inside.
    pub const SCRIPT: Bundle<'static> =
        Bundle { main: "main.js", start: "start-wasm.js", bytes: "bytes-packed.js", format: "iife", syntax: SYNTAX };
    /// The one that needs no WebAssembly.
    pub const NOWASM: Bundle<'static> = Bundle { start: "start-script.js", ..Bundle::SCRIPT };
}

/// Bundles what is named in `of` with what is in `built` into `out`.
pub fn bundle(root: &Path, built: &Path, of: &Bundle, out: &Path) -> Result<(), String> {
    let files = [
        ("core", "core.js"),
        ("packed", "packed.js"),
        ("twin", "twin.js"),
        ("script", "script.js"),
        ("words", "words.js"),
        ("css", "element.css"),
    ];
    let mut aliases = files.map(|(name, file)| (name, built.join(file))).to_vec();
    aliases.extend([("start", of.start), ("bytes", of.bytes)].map(|(name, file)| (name, root.join("www").join(file))));
    join(root, of.main, (of.format, of.syntax), &aliases, out)
}

/// Bundles the script `entry` in `www/` into `out`; `aliases` are the files that it calls `built:NAME`.
pub fn script(root: &Path, entry: &str, aliases: &[(&str, PathBuf)], out: &Path) -> Result<(), String> {
    join(root, entry, ("iife", SYNTAX), aliases, out)
}

fn join(
    root: &Path,
    entry: &str,
    (format, syntax): (&str, &str),
    aliases: &[(&str, PathBuf)],
    out: &Path,
) -> Result<(), String> {
    steps::say(&format!("bundling {}", out.display()));
    let mut script = esbuild(root);
    script.arg(root.join("www").join(entry));
    script.args([
        "--bundle",
        "--minify",
        "--charset=ascii",
        "--legal-comments=none",
        // Names of our own that nobody else is to use; wasm-bindgen's begin with two.
        "--mangle-props=^_[a-z]",
        "--loader:.css=text",
    ]);
    script.arg(format!("--format={format}")).arg(format!("--target={syntax}"));
    script.arg("--supported:class-static-field=false");
    for (name, file) in aliases {
        script.arg(format!("--alias:built:{name}={}", file.display()));
    }
    script.arg(format!("--outfile={}", out.display()));
    steps::run(&mut script, MEND)?;
    ascii(out)
}

/// Writes the packed wasm, and what it takes to put it together again, as the module `out`.
fn write_packed(wasm: &[u8], out: &Path) -> Result<(), String> {
    let sorted = split::split(wasm).map_err(|error| format!("{}: {error}", out.display()))?;
    let packed = lzma(&sorted.bytes).map_err(|error| format!("LZMA: {error}"))?;
    let module = format!(
        "export const packed = \"{}\";\nexport const size = {};\nexport const starts = {:?};\nexport const whole = {};\n",
        base64::engine::general_purpose::STANDARD.encode(packed),
        sorted.bytes.len(),
        sorted.starts,
        wasm.len()
    );
    steps::write(out, module.as_bytes())
}

const MEND: &str = "Run `scripts/setup.sh build`: it installs esbuild by npm";

fn esbuild(root: &Path) -> Command {
    let mut command = Command::new(root.join("node_modules/.bin/esbuild"));
    command.current_dir(root).arg("--log-level=warning");
    command
}

/// The raw LZMA stream of `bytes` that `www/unpack.js` reads: it must be told what is said here of literals and positions.
fn lzma(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let options = LzmaOptions { lc: 2, lp: 0, pb: 0, nice_len: 273, depth_limit: 1000, ..LzmaOptions::with_preset(9) };
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()
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
