//! A playlist: what a hall's screen shows, read from TOML, with every fault told; and as the page takes it.

use std::path::Path;

use serde_json::{Map, Value as Json};
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::ids;
use super::slide::slide;
use super::table::{Table, list, one_of, refuse};
use super::texts::{tags, texts};
use super::{beside, logo, times};
use crate::cli::Failure;
use crate::dataset::Dataset;
use crate::dataset::diagnostic::nearest;
use crate::language::Language;

/// The version of what the page takes.
pub const VERSION: i64 = 1;

/// What explore offers; all of it where the playlist does not say.
const CONTROLS: [&str; 4] = ["assumption", "compare", "source", "table"];
const THEMES: [&str; 3] = ["light", "dark", "contrast"];

/// Width of the title, in em: two lines of a portrait screen.
const WIDEST: usize = 30;

/// Seconds without a touch until the page goes back to its slides; of these, the last are counted down.
const IDLE: i64 = 60;
const WARNING: i64 = 15;

/// A right playlist.
#[derive(Debug, Clone, PartialEq)]
pub struct Playlist {
    json: Json,
    /// Number of its slides.
    pub slides: usize,
    /// How long all of them take, in seconds.
    pub seconds: i64,
    /// The file that brings newer data.
    pub update: Option<String>,
}

impl Playlist {
    /// As it stands in the page: JSON in ASCII, without `<`.
    pub fn ascii(&self) -> String {
        let mut out = String::new();
        for letter in self.json.to_string().chars() {
            if letter.is_ascii() && letter != '<' {
                out.push(letter);
            } else {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
        out
    }
}

/// Reads a playlist; `file` is what faults call it, `folder` where its pictures are counted from.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text.
pub fn read(file: &str, bytes: &[u8], folder: &Path, dataset: &Dataset) -> Result<Playlist, Vec<Failure>> {
    let text = match std::str::from_utf8(bytes) {
        // Windows' editors put a byte order mark before UTF-8.
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let right = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned();
            let mut faults = Faults::of(file, &right);
            let hint = "save it as UTF-8: in Notepad \"Save as\", Encoding \"UTF-8\"".to_string();
            faults.add(right.len(), "a letter that is not UTF-8, expected a text file in UTF-8", Some(hint));
            return Err(faults.into_list());
        }
    };
    let mut faults = Faults::of(file, text);
    let (tree, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        faults.add(at, error.message().trim(), form(error.message()));
    }
    // What follows a slip of form would be taken for wrong, too.
    if !errors.is_empty() {
        return Err(faults.into_list());
    }
    let table = Table::whole(tree.get_ref(), &mut faults);
    match whole(table, folder, dataset, &mut faults) {
        Some(playlist) if faults.count() == 0 => Ok(playlist),
        _ => Err(faults.into_list()),
    }
}

/// What to do about a slip of TOML's form.
fn form(message: &str) -> Option<String> {
    let hint = if message.contains("duplicate key") {
        "each key stands once; a slide begins with [[slide]] in two brackets"
    } else if message.contains("date") || message.contains("time") {
        "a day is written 2025-06-30, an hour \"22:00\""
    } else {
        "a line is: key = value, a text in \"quotes\", a list in [brackets]; `indicator-widgets kiosk --example` shows all"
    };
    Some(hint.into())
}

/// The playlist in the order that the page's has.
fn whole(table: Table<'_>, folder: &Path, dataset: &Dataset, faults: &mut Faults<'_>) -> Option<Playlist> {
    let mut json = Map::new();
    version(table, faults);
    json.insert("version".into(), VERSION.into());
    let languages = languages(table, faults);
    let title = table.required("title", "a text, or a table of texts by language", faults);
    let title = title.and_then(|value| texts("title", value, &languages, WIDEST, faults));
    json.insert("title".into(), title.unwrap_or_default());
    let logo = table.text("logo", "the name of a picture", faults);
    json.insert("logo".into(), logo.and_then(|word| logo::embedded(word, folder, faults)).into());
    json.insert("languages".into(), languages.iter().map(|language| language.tag()).collect());
    let theme = table.text("theme", &list(&THEMES), faults);
    let theme = theme.and_then(|word| one_of("theme", word, &THEMES, faults)).unwrap_or("light");
    json.insert("theme".into(), theme.into());
    let idle = table.whole_number("idle", 15..=1800, faults).unwrap_or(IDLE);
    json.insert("idle".into(), idle.into());
    json.insert("warning".into(), warning(table, idle, faults).into());
    json.insert("controls".into(), controls(table, faults).into());
    let as_of = table.get("as-of").and_then(|value| times::day("as-of", value, faults));
    json.insert("asOf".into(), as_of.into());
    let night = table.get("night").and_then(|value| times::night(value, faults));
    json.insert("night".into(), night.unwrap_or_default());
    let update = table.text("update", "the name of a .js file beside the page", faults);
    let update = update.and_then(|word| beside::beside(word, faults)).map(String::from);
    json.insert("update".into(), update.clone().into());
    json.insert("plans".into(), plans(table, dataset, faults).into());
    let (slides, seconds) = slides(table, &languages, dataset, faults)?;
    let count = slides.len();
    json.insert("slides".into(), slides.into());
    Some(Playlist { json: Json::Object(json), slides: count, seconds, update })
}

/// A playlist may say for which version it was written.
fn version(table: Table<'_>, faults: &mut Faults<'_>) {
    if let Some(value) = table.get("version")
        && faults.written(value.span()) != VERSION.to_string()
    {
        refuse("version", value, &VERSION.to_string(), Some("it may be left out".into()), faults);
    }
}

/// The page's languages, in order; where they are wrong all there are, so that the texts are still checked.
fn languages(table: Table<'_>, faults: &mut Faults<'_>) -> Vec<Language> {
    let all = Language::ALL.to_vec();
    let expected = "languages: \"zh-Hans\", \"zh-Hant\", \"en\"";
    let Some(words) = table.words("languages", expected, faults) else { return all };
    let mut found = Vec::new();
    for word in &words {
        match Language::ALL.into_iter().find(|language| language.tag() == word.text) {
            Some(language) => found.push(language),
            None => {
                // zh-CN and the like say which script they mean.
                let meant =
                    Language::negotiate(word.text).map(|language| format!("did you mean `{}`?", language.tag()));
                let what = format!("`languages` has `{}`, expected zh-Hans, zh-Hant or en", word.text);
                faults.add(word.at, what, meant.or_else(|| nearest(word.text, tags())));
            }
        }
    }
    if words.is_empty() {
        let at = table.get("languages").map_or(table.at, |value| value.span().start);
        faults.add(at, format!("`languages` is empty, expected a list of {expected}"), None);
    }
    if found.is_empty() { all } else { found }
}

/// The seconds that are counted down; they are part of `idle`.
fn warning(table: Table<'_>, idle: i64, faults: &mut Faults<'_>) -> i64 {
    let warning = table.whole_number("warning", 5..=60, faults);
    let at = table.get("warning").or_else(|| table.get("idle")).map_or(table.at, |value| value.span().start);
    match warning {
        Some(warning) if warning >= idle => {
            let what = format!("`warning` is {warning} and `idle` is {idle}, expected fewer seconds than `idle`");
            faults.add(at, what, Some("the countdown is the last part of `idle`".into()));
            warning
        }
        Some(warning) => warning,
        // A short `idle` without a word on the countdown: a third of it.
        None => WARNING.min(idle / 3),
    }
}

fn controls(table: Table<'_>, faults: &mut Faults<'_>) -> Vec<&'static str> {
    let expected = "controls: \"assumption\", \"compare\", \"source\", \"table\"";
    match table.words("controls", expected, faults) {
        Some(words) => words.into_iter().filter_map(|word| one_of("controls", word, &CONTROLS, faults)).collect(),
        None => CONTROLS.to_vec(),
    }
}

/// The plans that explore offers; none named stands for all, also those that newer data bring.
fn plans(table: Table<'_>, dataset: &Dataset, faults: &mut Faults<'_>) -> Vec<String> {
    let Some(words) = table.words("plans", "ids of plans", faults) else { return Vec::new() };
    if let (true, Some(value)) = (words.is_empty(), table.get("plans")) {
        let hint = "leave `plans` out for all of them".to_string();
        faults.add(value.span().start, "`plans` is empty, expected ids of plans", Some(hint));
    }
    words.into_iter().filter_map(|word| ids::plan("plans", word, dataset, faults)).map(String::from).collect()
}

/// The slides, and how long all of them take.
fn slides(
    table: Table<'_>,
    languages: &[Language],
    dataset: &Dataset,
    faults: &mut Faults<'_>,
) -> Option<(Vec<Json>, i64)> {
    let hint = "a slide begins with a line [[slide]], in two brackets; `indicator-widgets kiosk --example` shows some";
    let Some(value) = table.get("slide") else {
        faults.add(0, "no slide, expected at least one", Some(hint.into()));
        return None;
    };
    let DeValue::Array(items) = value.get_ref() else {
        faults.add(value.span().start, "`slide` stands in one bracket, expected [[slide]]", Some(hint.into()));
        return None;
    };
    if items.is_empty() {
        faults.add(value.span().start, "no slide, expected at least one", Some(hint.into()));
    }
    let read: Vec<_> = items.iter().map(|item| slide(item, languages, dataset, faults)).collect();
    let count = read.len();
    let right: Vec<(Json, i64)> = read.into_iter().flatten().collect();
    let seconds = right.iter().map(|(_, seconds)| seconds).sum();
    (right.len() == count).then(|| (right.into_iter().map(|(slide, _)| slide).collect(), seconds))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    const EXAMPLE: &str = include_str!("example.toml");
    static DATA: LazyLock<Dataset> = LazyLock::new(|| crate::dataset::embedded().unwrap_or_default());

    proptest! {
        /// Whatever becomes of a playlist in somebody's editor is read, or told with a place that is in it.
        #[test]
        fn any_change_of_a_playlist_is_read_or_told(at in 0..EXAMPLE.len(), cut in 0..60_usize, put in "[\\[\\]{}=\"'#,.a-z0-9 \n\u{0}质-]{0,4}") {
            let end = (at + cut).min(EXAMPLE.len());
            let near = |byte: usize| (byte..=EXAMPLE.len()).find(|byte| EXAMPLE.is_char_boundary(*byte)).unwrap_or_default();
            let text = [&EXAMPLE[..near(at)], &put, &EXAMPLE[near(end)..]].concat();
            let lines = text.matches('\n').count() + 1;
            if let Err(faults) = read("l.toml", text.as_bytes(), Path::new("nowhere"), &DATA) {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    let told = fault.to_string();
                    let line: usize = told.split(':').nth(1).and_then(|line| line.parse().ok()).unwrap_or_default();
                    prop_assert!((1..=lines).contains(&line), "{told}");
                }
            }
        }
    }

    #[test]
    fn a_page_s_playlist_is_ascii_and_ends_no_script() {
        let json = serde_json::json!({ "title": "质</script>😀\u{7f}" });
        let playlist = Playlist { json, slides: 0, seconds: 0, update: None };
        assert_eq!(playlist.ascii(), "{\"title\":\"\\u8d28\\u003c/script>\\ud83d\\ude00\u{7f}\"}");
    }
}
