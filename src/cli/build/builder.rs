//! The builder page's core: the wasm with what that page alone calls, as a script beside it.

use std::path::Path;

use base64::Engine;

use super::{embed, integrity, steps};

/// What the page pins where a page takes it from another host.
const PINNED: [&str; 2] = ["indicator-static.css", "indicator-widgets.js"];

/// Writes `builder-core.js` into `out`, where what it pins is already.
pub fn bundle(root: &Path, built: &Path, out: &Path) -> Result<(), String> {
    let wasm = steps::read(&built.join("builder_lowered.wasm"))?;
    let coded = base64::engine::general_purpose::STANDARD.encode(wasm);
    steps::write(&built.join("builder-wasm.js"), format!("export default \"{coded}\";\n").as_bytes())?;
    let mut hashes = String::from("export default {\n");
    for name in PINNED {
        // Opened as a file the page can read no integrity.json.
        hashes.push_str(&format!("  \"{name}\": \"{}\",\n", integrity::of(&out.join(name))?));
    }
    hashes.push_str("};\n");
    steps::write(&built.join("builder-hashes.js"), hashes.as_bytes())?;
    let files = [("core", "builder.js"), ("wasm", "builder-wasm.js"), ("hashes", "builder-hashes.js")];
    let aliases = files.map(|(name, file)| (name, built.join(file)));
    embed::script(root, "builder-core.js", &aliases, &out.join("builder-core.js"))
}
