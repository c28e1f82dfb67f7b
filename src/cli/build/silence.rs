//! Takes out what only a panic runs. A panic traps all the same, and the page says `panic` in words of its own (`www/loader.js`):
//! what the standard library would have said of it is shown nowhere, and the code that puts it into words is two kilobytes.

use walrus::{FunctionKind, Module};

/// Parts of the names of functions that never return, or that word panics: no source of ours formats with `{:?}`.
const PANICS: [&str; 8] = [
    "panic",
    "_fail",
    "::Debug>::fmt",
    "BorrowError",
    "BorrowMutError",
    "begin_unwind",
    "handle_alloc_error",
    "short_backtrace",
];

/// Replaces the bodies of the functions that only panics reach by a trap.
pub fn silence(module: &mut Module) {
    for function in module.funcs.iter_mut() {
        let panics = function.name.as_deref().is_some_and(|name| PANICS.iter().any(|part| name.contains(part)));
        if let (true, FunctionKind::Local(body)) = (panics, &mut function.kind) {
            let entry = body.entry_block();
            body.block_mut(entry).instrs.clear();
            body.builder_mut().instr_seq(entry).unreachable();
        }
    }
}
