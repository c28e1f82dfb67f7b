//! `indicator-widgets build`: from this checkout's sources to the files that are published.
//!
//! ```text
//! cargo -> wasm -> wasm-bindgen -> wasm-opt -> sorted by kind, LZMA, base64 -> esbuild -> one script
//!                                           -> wasm2js -----------------------> esbuild -> one without wasm
//!                                           --------------------------------> esbuild -> the module of the npm package
//!                       -> with more exports, base64 -------------------------> esbuild -> the builder page's core
//! Markdown -> pages for webmasters
//! the script, the hall's own, its style and a playlist -> kiosk.html
//! ```

mod builder;
mod docs;
mod element;
mod embed;
mod integrity;
mod kiosk;
mod manifest;
mod module;
mod script;
mod split;
mod stamp;
mod steps;
mod types;
mod wasm;
mod words;

use std::path::{Path, PathBuf};

use embed::Bundle;

/// What to build and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The checkout: where `Cargo.toml` is.
    pub root: PathBuf,
    /// The data package; `None` = `data/` of the checkout.
    pub data: Option<PathBuf>,
    /// Where the files go; made if it is not there.
    pub out: PathBuf,
}

/// Builds everything that is published into `options.out`.
///
/// # Errors
/// A sentence for the reader: which step failed, why, and how to mend it.
pub fn build(options: &Options) -> Result<(), String> {
    let root = &options.root;
    if !root.join("Cargo.toml").is_file() {
        let shown = root.display();
        return Err(format!("{shown}: no Cargo.toml here. `build` works in a checkout of the sources: run it there"));
    }
    steps::folder(&options.out)?;
    let built = root.join("target/web/built");
    steps::folder(&built)?;
    let compiled = wasm::compile(root, options.data.as_deref())?;
    let small = shrink(root, &compiled, &built)?;
    translate(root, &small, &built)?;
    words::write(&built)?;
    embed::sheet(root, "element.css", &built.join("element.css"))?;
    let twin = options.out.join("indicator-widgets.nowasm.js");
    embed::bundle(root, &built, &Bundle::NOWASM, &twin)?;
    embed::pack(&built, &wasm::align(&small)?)?;
    embed::twin(&built, &integrity::of(&twin)?)?;
    embed::bundle(root, &built, &Bundle::SCRIPT, &options.out.join("indicator-widgets.js"))?;
    let data = options.data.clone().unwrap_or_else(|| root.join("data"));
    module::write(root, &built, &small, &data, &options.out)?;
    copy_pages(&root.join("www"), &options.out)?;
    docs::write(&root.join("www"), &options.out)?;
    builder::bundle(root, &built, &options.out)?;
    kiosk::write(root, &built, &data, &options.out)?;
    integrity::write(&options.out)?;
    steps::say(&format!("built {}", options.out.display()));
    Ok(())
}

/// Binds and optimises the wasm, the slow steps, unless that would give what is there; returns the small wasm.
fn shrink(root: &Path, compiled: &Path, built: &Path) -> Result<PathBuf, String> {
    let small = built.join("small.wasm");
    let outputs = ["core.js", "small.wasm", "builder.js", "builder_lowered.wasm"].map(|name| built.join(name));
    let wasm = steps::read(compiled)?;
    // The versions of wasm-bindgen and of binaryen.
    let (lock, packages) = (steps::read(&root.join("Cargo.lock"))?, steps::read(&root.join("package-lock.json"))?);
    let inputs: [&[u8]; 5] = [&wasm, &lock, &packages, include_bytes!("wasm.rs"), include_bytes!("split.rs")];
    let ran = stamp::unless_same(&built.join("small.stamp"), &inputs, &outputs, || {
        wasm::optimise(root, &wasm::bind(compiled, built)?).map(|_| ())
    })?;
    if !ran {
        steps::say("the wasm is that of last time");
    }
    Ok(small)
}

/// Turns the wasm into JavaScript, slow too, unless that would give what is there.
fn translate(root: &Path, small: &Path, built: &Path) -> Result<(), String> {
    let (wasm, packages) = (steps::read(small)?, steps::read(&root.join("package-lock.json"))?);
    let inputs: [&[u8]; 3] = [&wasm, &packages, include_bytes!("script.rs")];
    let outputs = [built.join("script.js")];
    stamp::unless_same(&built.join("script.stamp"), &inputs, &outputs, || script::translate(root, small, built))?;
    Ok(())
}

/// Copies the pages beside the script: the gallery, the builder, those on styling and events (their names begin so), the sheet of
/// what shows without the script, and the themes.
fn copy_pages(www: &Path, out: &Path) -> Result<(), String> {
    let page = |name: &str| {
        let ours = ["gallery", "builder", "styling", "events", "indicator-static"];
        // The builder's core is bundled.
        name == "index.html" || ours.iter().any(|start| name.starts_with(start)) && !name.starts_with("builder-core")
    };
    copy_files(www, out, &page)?;
    copy_files(&www.join("themes"), &out.join("themes"), &|_| true)
}

/// Copies the files in `from` whose names are `wanted`.
fn copy_files(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<(), String> {
    steps::folder(to)?;
    let entries = std::fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        if wanted(&name.to_string_lossy()) {
            steps::copy(&entry.path(), &to.join(&name))?;
        }
    }
    Ok(())
}
