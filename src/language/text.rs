//! Choosing a text of the data package by language. It stands here, for the data knows no language.

use super::Language;
use crate::dataset::Text;

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
