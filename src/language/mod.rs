//! Languages: negotiation by script, and the messages.

/// A language that everything is said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    ZhHans,
    /// Traditional Chinese.
    ZhHant,
    /// English.
    En,
}

impl Language {
    /// The BCP 47 tag: `zh-Hans`, `zh-Hant`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::ZhHans => "zh-Hans",
            Language::ZhHant => "zh-Hant",
            Language::En => "en",
        }
    }

    /// The language for a BCP 47 tag, matched by script; `None` for a tag of another language.
    pub fn negotiate(_tag: &str) -> Option<Language> {
        unimplemented!()
    }
}
