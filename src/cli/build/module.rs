//! The npm package: the module, the wasm beside it, and what tells programs what they are.

use std::path::Path;

use serde_json::json;

use super::embed::{self, Bundle};
use super::{manifest, steps, types};

/// Syntax that has `import.meta`; bundlers lower it further where they are asked to.
const MODULE: Bundle<'static> =
    Bundle { main: "module.js", start: "start-wasm.js", bytes: "bytes-beside.js", format: "esm", syntax: "es2020" };

/// What the package holds beside what npm always takes (package.json, README.md); the scripts are for those who link to a
/// package's files.
const FILES: [&str; 11] = [
    "indicator-widgets.mjs",
    "indicator-widgets.wasm",
    "indicator-widgets.d.ts",
    "custom-elements.json",
    "indicator-widgets.js",
    "indicator-widgets.nowasm.js",
    "indicator-static.css",
    "themes",
    "data/README.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

/// What is copied as it stands.
const COPIED: [&str; 4] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT", "data/README.md"];

/// Writes into `out` what `npm pack` there makes a package of; `data` is the data package.
///
/// # Errors
/// The step that failed, and how to mend it.
pub fn write(root: &Path, built: &Path, wasm: &Path, data: &Path, out: &Path) -> Result<(), String> {
    embed::bundle(root, built, &MODULE, &out.join("indicator-widgets.mjs"))?;
    steps::copy(wasm, &out.join("indicator-widgets.wasm"))?;
    steps::write(&out.join("indicator-widgets.d.ts"), types::of(root, data)?.as_bytes())?;
    steps::write(&out.join("custom-elements.json"), manifest::of(root)?.as_bytes())?;
    steps::write(&out.join("package.json"), description()?.as_bytes())?;
    steps::folder(&out.join("data"))?;
    COPIED.iter().try_for_each(|name| steps::copy(&root.join(name), &out.join(name)))
}

fn description() -> Result<String, String> {
    let package = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "description": env!("CARGO_PKG_DESCRIPTION"),
        "license": env!("CARGO_PKG_LICENSE"),
        "keywords": ["chart", "custom-element", "indicator", "target", "web-component"],
        "type": "module",
        // `process.getBuiltinModule`: see www/bytes-beside.js.
        "engines": { "node": ">=20.16" },
        "main": "./indicator-widgets.mjs",
        "types": "./indicator-widgets.d.ts",
        "exports": {
            ".": { "types": "./indicator-widgets.d.ts", "default": "./indicator-widgets.mjs" },
            "./*.css": "./*.css",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "unpkg": "./indicator-widgets.js",
        "jsdelivr": "./indicator-widgets.js",
        "customElements": "custom-elements.json",
        // What defines the element, and what styles.
        "sideEffects": ["./indicator-widgets.mjs", "./indicator-widgets.js", "./indicator-widgets.nowasm.js", "*.css"],
        "files": FILES,
    });
    serde_json::to_string_pretty(&package).map(|text| text + "\n").map_err(|error| format!("package.json: {error}"))
}
