//! What the page's script says by itself, handed to it.

use std::path::Path;

use super::steps;
use crate::language::{Language, SCRIPT};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes `words.js`: messages by error code, by language; and the version that an error's details name.
pub fn write(out: &Path) -> Result<(), String> {
    let languages: serde_json::Map<String, serde_json::Value> = Language::ALL
        .into_iter()
        .enumerate()
        .map(|(at, language)| {
            let messages = language.messages();
            let shared = [("refused", messages.take_refused), ("copied", messages.take_copied)];
            let own = SCRIPT.iter().map(|(name, words)| (*name, words.get(at).copied().unwrap_or_default()));
            let said: serde_json::Map<_, _> =
                own.chain(shared).map(|(name, text)| (name.to_string(), text.into())).collect();
            (language.tag().to_string(), serde_json::Value::Object(said))
        })
        .collect();
    let text = serde_json::Value::Object(languages);
    steps::write(
        &out.join("words.js"),
        format!("export default {text};\nexport const version = \"{VERSION}\";\n").as_bytes(),
    )
}
