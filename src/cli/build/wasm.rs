//! From Rust to the smallest wasm of WebAssembly's first version.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{split, steps};

const TARGET: &str = "wasm32-unknown-unknown";
/// Name of the crate's library.
const LIBRARY: &str = "indicator_widgets";
/// A panic is a trap without a word; the page says `panic` in words of its own (`www/loader.js`).
const SILENT: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
/// Written by `scripts/setup.sh` where rustup can't download: Debian's compiler and sources serve instead.
const DEBIAN: &str = ".toolchain-debian";

/// Compiles the crate with the feature `web` alone; returns the wasm file.
pub fn compile(root: &Path, data: Option<&Path>) -> Result<PathBuf, String> {
    steps::say("compiling the wasm");
    let debian = root.join(DEBIAN).is_file();
    let folder = root.join(if debian { "target/web-debian" } else { "target/web" });
    let mut cargo = Command::new(if debian { "/usr/bin/cargo" } else { "cargo" });
    // With `crate-type` named: beside an rlib cargo leaves link-time optimisation out, and the wasm is twice as large.
    cargo.current_dir(root).args(["rustc", "--quiet", "--locked", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--profile", "web", "--target", TARGET]);
    cargo.args(["--no-default-features", "--features", "web", "--target-dir"]).arg(&folder);
    // The host's flags are not for the wasm, and what a browser of 2018 lacks must not be emitted.
    cargo.env("RUSTFLAGS", format!("-C target-cpu=mvp {SILENT} {}", anywhere(root)));
    // The standard library is compiled too: small, and without the words of panics, which nobody would see. All this
    // is stable but in name: BOOTSTRAP lets a stable compiler do it.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    if debian {
        cargo.env("PATH", format!("/usr/bin:{}", std::env::var("PATH").unwrap_or_default()));
        cargo.env("RUSTC", "/usr/bin/rustc").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22");
    }
    if let Some(data) = data {
        let data = data.canonicalize().map_err(|error| format!("{}: {error}", data.display()))?;
        cargo.env("INDICATOR_WIDGETS_DATA", data);
    }
    steps::run(&mut cargo, "Run `scripts/setup.sh build` if the wasm target is missing; else see the messages above")?;
    Ok(folder.join(TARGET).join("web").join(format!("{LIBRARY}.wasm")))
}

/// Takes this machine's folders out of what panics say, so that the same sources give the same bytes anywhere.
fn anywhere(root: &Path) -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let checkout = root.canonicalize().map(|root| root.display().to_string());
    let folders = [(home.ok(), "cargo"), (checkout.ok(), "src")];
    let remap =
        |(folder, name): (Option<String>, &str)| folder.map(|folder| format!("--remap-path-prefix={folder}={name}"));
    folders.into_iter().filter_map(remap).filter(|flag| !flag.contains(' ')).collect::<Vec<_>>().join(" ")
}

/// What only the builder page calls of the core: each costs every page that has a chart, so its scripts go without.
const BUILDERS: [&str; 3] = ["builderPaste", "builderCheck", "builderMethods"];

/// The core with what the builder page calls, bound; see [`bind`].
pub const BUILDER: &str = "builder_bg.wasm";

/// Does what wasm-bindgen's command does: writes `core.js` and `core_bg.wasm` into `out`, and the same for the builder page,
/// `builder.js` and [`BUILDER`]; returns the first wasm file.
pub fn bind(wasm: &Path, out: &Path) -> Result<PathBuf, String> {
    steps::say("binding it to JavaScript");
    let bytes = without_reference_types(steps::read(wasm)?);
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_bytes("core", bytes);
    // As for a bundler: `www/start-wasm.js` instantiates the wasm itself, with less code than any of the ways to fetch one.
    let mut output = bindgen
        .bundler(true)
        .and_then(|bindgen| bindgen.typescript(false).generate_output())
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    // What it calls "start" is the glue; its `js` would import the wasm as a module, which no browser of 2018 does.
    let mut glue = watchful(output.start().ok_or("wasm-bindgen wrote no glue")?)?;
    // Without the hashes on the names of imports: nothing packs worse than a hash.
    let mut taken: BTreeSet<String> = output.wasm().imports.iter().map(|import| import.name.clone()).collect();
    for import in output.wasm_mut().imports.iter_mut() {
        let Some((plain, hash)) = import.name.rsplit_once('_') else { continue };
        let hashed = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        // Of two with one name and different types, the second keeps its hash.
        if hashed && taken.insert(plain.to_string()) {
            let plain = plain.to_string();
            glue = glue.replace(&import.name, &plain);
            import.name = plain;
        }
    }
    steps::write(&out.join("builder.js"), factory(&glue).as_bytes())?;
    steps::write(&out.join(BUILDER), &output.wasm_mut().emit_wasm())?;
    for name in BUILDERS {
        glue =
            without(&glue, name).ok_or_else(|| format!("the glue has no {name}; say it in src/cli/build/wasm.rs"))?;
        // What nothing else calls goes with it when the wasm is made small.
        let export = format!("core_{name}");
        output.wasm_mut().exports.remove(&export).map_err(|error| format!("{export}: {error:#}"))?;
    }
    let file = out.join("core_bg.wasm");
    steps::write(&out.join("core.js"), factory(&glue).as_bytes())?;
    steps::write(&file, &output.wasm_mut().emit_wasm())?;
    Ok(file)
}

/// The glue without the method `name`, which ends with the brace that closes its first.
fn without(glue: &str, name: &str) -> Option<String> {
    let start = glue.find(&format!("\n{name}("))? + 1;
    let mut depth = 0_usize;
    for (at, letter) in glue.get(start..)?.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 1 => return Some([glue.get(..start)?, glue.get(start + at + 1..)?].concat()),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Makes the glue look anew at a memory that has grown, by asking whether it is the same: only WebAssembly empties the
/// one that it leaves, JavaScript in its stead can't.
fn watchful(glue: &str) -> Result<String, String> {
    let mut glue = glue.to_string();
    for (view, emptied) in [
        ("cachedUint8ArrayMemory0", "cachedUint8ArrayMemory0.byteLength === 0"),
        (
            "cachedDataViewMemory0",
            "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        ),
    ] {
        if !glue.contains(emptied) {
            return Err(format!(
                "wasm-bindgen asks in another way whether {view} is still whole; say it in src/cli/build/wasm.rs"
            ));
        }
        glue = glue.replace(emptied, &format!("{view}.buffer !== wasm.memory.buffer"));
    }
    Ok(glue)
}

/// Makes a function of the glue: every instance of the wasm gets objects and views of its own, and one that has failed
/// leaves nothing behind.
fn factory(glue: &str) -> String {
    let mut body = String::new();
    let mut names = Vec::new();
    for line in glue.lines() {
        let own = line.trim_start();
        if let Some((kind, rest)) = own.strip_prefix("export ").and_then(|rest| rest.split_once(' ')) {
            let name = rest.split(|letter: char| letter != '_' && !letter.is_ascii_alphanumeric()).next();
            names.extend(name);
            body.extend([kind, " ", rest, "\n"]);
        } else {
            body.extend([line, "\n"]);
        }
    }
    format!("export default function () {{\n{body}return {{ {} }};\n}}\n", names.join(", "))
}

/// Tells wasm-bindgen that the module has no reference types (Chromium 96): the standard library comes compiled with
/// them, is listed so in the section `target_features`, and uses none.
fn without_reference_types(mut bytes: Vec<u8>) -> Vec<u8> {
    for feature in ["reference-types", "multivalue"] {
        let mut entry = vec![b'+', feature.len() as u8];
        entry.extend_from_slice(feature.as_bytes());
        if let Some(at) = bytes.windows(entry.len()).position(|window| window == entry) {
            bytes[at] = b'-';
        }
    }
    bytes
}

/// Lowers what is newer than WebAssembly's first version, and makes the rest small; returns the new file.
pub fn optimise(root: &Path, wasm: &Path) -> Result<PathBuf, String> {
    steps::say("making it small");
    let small = wasm.with_file_name("small.wasm");
    let mut second = Command::new("node");
    second
        .arg(root.join(OPTIMISER))
        .args(["--mvp-features", "-Oz", "--converge", "--strip-producers"])
        // Nothing lies in the first kilobyte: it is the far end of the stack.
        .arg("--low-memory-unused")
        .arg(lower(root, wasm, &[])?)
        .arg("-o")
        .arg(&small);
    steps::run(&mut second, MEND)?;
    // One page of ours loads this one: quick to make comes first.
    lower(root, &wasm.with_file_name(BUILDER), &["-O1", "--strip-producers"])?;
    Ok(small)
}

/// binaryen's optimiser, in a checkout.
const OPTIMISER: &str = "node_modules/binaryen/bin/wasm-opt";
const MEND: &str = "Run `scripts/setup.sh build`: it installs binaryen by npm";

/// Lowers what is newer than WebAssembly's first version; `core_bg.wasm` becomes `core_lowered.wasm`.
fn lower(root: &Path, wasm: &Path, more: &[&str]) -> Result<PathBuf, String> {
    let name = wasm.file_name().map(|name| name.to_string_lossy().replace("_bg", "_lowered")).unwrap_or_default();
    let lowered = wasm.with_file_name(name);
    // What the compiler may have used; named one by one, since --all-features emits what no browser takes.
    let features = [
        "--enable-bulk-memory",
        "--enable-sign-ext",
        "--enable-nontrapping-float-to-int",
        "--enable-mutable-globals",
        "--enable-bulk-memory-opt",
    ];
    let lowering = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering"];
    let mut tool = Command::new("node");
    tool.arg(root.join(OPTIMISER)).args(features).args(lowering).args(more).arg("--strip-target-features");
    steps::run(tool.arg(wasm).arg("-o").arg(&lowered), MEND)?;
    Ok(lowered)
}

/// Gives loads and stores their natural alignment, whether they have it or not; returns the new file. WebAssembly does
/// not mind, and what need not be written down is not packed.
pub fn align(wasm: &Path) -> Result<PathBuf, String> {
    let aligned = wasm.with_file_name("aligned.wasm");
    let mut bytes = steps::read(wasm)?;
    split::align(&mut bytes).map_err(|error| format!("{}: {error}", wasm.display()))?;
    steps::write(&aligned, &bytes)?;
    Ok(aligned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_can_be_left_out_of_the_glue() {
        let glue = "class Core {\na() {\nif (x) {\n}\n}\nb(c) {\nd();\n}\n}\n";
        assert_eq!(without(glue, "a").as_deref(), Some("class Core {\n\nb(c) {\nd();\n}\n}\n"));
        assert_eq!(without(glue, "e"), None);
    }

    #[test]
    fn the_glue_becomes_a_function_that_gives_what_it_exported() {
        let glue = "export class Core {\nf() {}\n}\nexport function __wbg_a(arg0) {\n}\nlet wasm;\n    export function __wbg_set_wasm(val) {\n}\n";
        let expected = "export default function () {\nclass Core {\nf() {}\n}\nfunction __wbg_a(arg0) {\n}\nlet wasm;\nfunction __wbg_set_wasm(val) {\n}\nreturn { Core, __wbg_a, __wbg_set_wasm };\n}\n";
        assert_eq!(factory(glue), expected);
    }
}
