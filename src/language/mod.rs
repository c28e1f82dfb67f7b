//! Languages: negotiation by script, and the messages of each in a file of its own.

mod en;
mod messages;
mod parts;
mod script;
mod text;
mod zh_hans;
mod zh_hant;

pub use messages::{Messages, fill};
pub use parts::parts;
pub use script::SCRIPT;

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
    /// All of them, Chinese first.
    pub const ALL: [Language; 3] = [Language::ZhHans, Language::ZhHant, Language::En];

    /// The BCP 47 tag: `zh-Hans`, `zh-Hant`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::ZhHans => "zh-Hans",
            Language::ZhHant => "zh-Hant",
            Language::En => "en",
        }
    }

    /// The language for a BCP 47 tag (RFC 5646), matched by script; `None` for a tag of another language.
    ///
    /// A script subtag decides; without one the region does: TW, HK and MO write Traditional, all else Simplified.
    /// So `zh-HK` and `zh-Hant-CN` are Traditional, `zh`, `zh-SG` and `zh-Hans-HK` Simplified.
    pub fn negotiate(tag: &str) -> Option<Language> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut subtags = tag.split('-');
        match subtags.next()? {
            "en" => Some(Language::En),
            "zh" | "cmn" => {
                let rest: Vec<&str> = subtags.collect();
                if rest.contains(&"hant") {
                    Some(Language::ZhHant)
                } else if rest.contains(&"hans") {
                    Some(Language::ZhHans)
                } else if rest.iter().any(|s| ["tw", "hk", "mo"].contains(s)) {
                    Some(Language::ZhHant)
                } else {
                    Some(Language::ZhHans)
                }
            }
            _ => None,
        }
    }

    /// Everything that is said in this language.
    pub fn messages(self) -> &'static Messages {
        match self {
            Language::ZhHans => &zh_hans::MESSAGES,
            Language::ZhHant => &zh_hant::MESSAGES,
            Language::En => &en::MESSAGES,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_decides_then_region() {
        for (tag, language) in [
            ("zh", Some(Language::ZhHans)),
            ("zh-CN", Some(Language::ZhHans)),
            ("zh-SG", Some(Language::ZhHans)),
            ("ZH_tw", Some(Language::ZhHant)),
            ("zh-HK", Some(Language::ZhHant)),
            ("zh-MO", Some(Language::ZhHant)),
            ("zh-Hant-CN", Some(Language::ZhHant)),
            ("zh-Hans-HK", Some(Language::ZhHans)),
            ("cmn-Hant", Some(Language::ZhHant)),
            ("en-GB", Some(Language::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::negotiate(tag), language, "{tag}");
        }
    }
}
