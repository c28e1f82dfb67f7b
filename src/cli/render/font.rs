//! A font with Chinese for PNGs: browsers bring theirs, a picture needs one named.

use std::path::Path;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Family, Query};

use crate::cli::Failure;
use crate::language::Language;

/// Families with Simplified forms, the freely licensed first.
const SIMPLIFIED: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
];

/// Families with Traditional forms.
const TRADITIONAL: &[&str] = &[
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "Source Han Sans TW",
    "PingFang TC",
    "Microsoft JhengHei",
];

/// The fonts that PNGs are set in.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// All that may be chosen from.
    pub database: Arc<Database>,
    simplified: String,
    traditional: String,
}

impl Fonts {
    /// The font of `file`, else the first of the known Chinese families that the system has.
    ///
    /// # Errors
    /// Where the file is no font, or the system has none of the families.
    pub fn load(file: Option<&Path>) -> Result<Fonts, Failure> {
        let mut database = Database::new();
        if let Some(file) = file {
            let fault = |what: &str| Failure::input(format!("{}: {what}", file.display()));
            database.load_font_file(file).map_err(|error| fault(&error.to_string()))?;
            let families: Vec<String> =
                database.faces().filter_map(|face| face.families.first()).map(|(name, _)| name.clone()).collect();
            let first = families.first().ok_or_else(|| {
                fault("no font in this file").hint("name a .ttf, .otf or .ttc file, such as NotoSansCJK-Regular.ttc")
            })?;
            // A collection (.ttc) holds a family for each script.
            let of = |known: &[&'static str]| {
                known.iter().find(|name| families.iter().any(|family| family == *name)).copied()
            };
            let simplified = of(SIMPLIFIED).unwrap_or(first).to_string();
            let traditional = of(TRADITIONAL).map_or_else(|| simplified.clone(), String::from);
            return Ok(Fonts { database: Arc::new(database), simplified, traditional });
        }
        database.load_system_fonts();
        let known = |names: &[&str]| names.iter().find(|name| has(&database, name)).map(|name| (*name).to_string());
        let (simplified, traditional) = (known(SIMPLIFIED), known(TRADITIONAL));
        let Some(any) = simplified.clone().or_else(|| traditional.clone()) else {
            return Err(Failure::input("no font with Chinese is installed here, and a PNG needs one").hint(format!(
                "install one (Debian: `apt-get install fonts-noto-cjk`) or name its file with --font; looked for {}",
                SIMPLIFIED.join(", ")
            )));
        };
        Ok(Fonts {
            database: Arc::new(database),
            simplified: simplified.unwrap_or_else(|| any.clone()),
            traditional: traditional.unwrap_or(any),
        })
    }

    /// The family for a language; English too is set in one that has Chinese, for quotes and names.
    pub fn family(&self, language: Language) -> &str {
        match language {
            Language::ZhHant => &self.traditional,
            Language::ZhHans | Language::En => &self.simplified,
        }
    }
}

fn has(database: &Database, family: &str) -> bool {
    database.query(&Query { families: &[Family::Name(family)], ..Query::default() }).is_some()
}
