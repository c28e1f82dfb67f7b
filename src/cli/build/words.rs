//! What the page says where the core can't run: the same messages, handed to the loader.

use std::path::Path;

use super::steps;
use crate::language::Language;

/// Writes `words.js`: messages by error code, by language.
pub fn write(out: &Path) -> Result<(), String> {
    let languages: serde_json::Map<String, serde_json::Value> = Language::ALL
        .into_iter()
        .map(|language| {
            let messages = language.messages();
            let faults = serde_json::json!({
                "too-old": messages.error_too_old,
                "wasm-blocked": messages.error_wasm_blocked,
                "truncated": messages.error_truncated,
                "name-clash": messages.error_name_clash,
                "unsupported": messages.error_not_ready,
                "panic": messages.error_panic,
            });
            (language.tag().to_string(), faults)
        })
        .collect();
    let text = serde_json::Value::Object(languages);
    steps::write(&out.join("words.js"), format!("export default {text};\n").as_bytes())
}
