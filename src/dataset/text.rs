//! Choosing a text by language; apart from `model`, which the build script compiles alone.

use super::Text;
use crate::language::Language;

impl Text {
    /// The text in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::ZhHans => &self.zh_hans,
            Language::ZhHant => &self.zh_hant,
            Language::En => &self.en,
        }
    }
}
