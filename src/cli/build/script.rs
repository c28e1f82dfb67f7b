//! The core without WebAssembly: the same program as JavaScript, for pages and browsers that forbid the other.

use std::path::Path;
use std::process::Command;

use super::steps;

/// Turns `wasm` into the module `script.js` in `built`: a function from the wasm's imports to its exports, of which each
/// call makes an instance of its own.
///
/// The wasm must tell the true alignment of its loads and stores: in JavaScript an array of words has no word between two.
///
/// # Errors
/// binaryen is missing, or writes another form than this one.
pub fn translate(root: &Path, wasm: &Path, built: &Path) -> Result<(), String> {
    steps::say("turning it into JavaScript");
    let file = built.join("script.js");
    let mut tool = Command::new("node");
    tool.arg(root.join("node_modules/binaryen/bin/wasm2js")).arg("-Oz").arg(wasm).arg("-o").arg(&file);
    steps::run(&mut tool, "Run `scripts/setup.sh build`: it installs binaryen by npm")?;
    let text = String::from_utf8(steps::read(&file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    let module = function(&text).ok_or("wasm2js wrote another form than src/cli/build/script.rs knows")?;
    steps::write(&file, format!("{module}\nexport default asmFunc;\n").as_bytes())
}

/// Of what wasm2js writes the function alone: before it stands an import of the glue, after it the one instance that a module would have.
fn function(text: &str) -> Option<&str> {
    let (imports, rest) = text.split_once('\n')?;
    let (function, _) = rest.split_once("\nvar retasmFunc = asmFunc(")?;
    imports.starts_with("import ").then_some(function)
}
