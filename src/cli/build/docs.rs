//! The pages for webmasters: Markdown in `www/docs/LANGUAGE/`, each in the frame that stands there, made static pages.
//!
//! A snippet is a fenced block. The words behind its language become `data-` attributes, for the tests that run it
//! (`tests/browser/snippets.mjs` says which there are); `live` shows it below, too. What no hand should copy is written
//! `{{say NAME}}` (a message of the element, by name), `{{integrity FILE}}`, `{{size FILE}}`, `{{gzip FILE}}`, `{{version}}`.

use std::fs;
use std::io::Write;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::steps;
use crate::cli::integrity;
use crate::language::{Language, SCRIPT};

/// The pages, as the list beside each names them.
const PAGES: [&str; 11] = [
    "index",
    "embed",
    "policies",
    "servers",
    "own-data",
    "styling",
    "scripts",
    "troubleshooting",
    "hall",
    "versions",
    "accessibility",
];
/// Their languages, by folder.
const FOLDERS: [(&str, Language); 2] = [("zh", Language::ZhHans), ("en", Language::En)];

/// Writes the pages into `docs/` of `out`, the folder of all that is published.
pub fn write(www: &Path, out: &Path) -> Result<(), String> {
    let (from, to) = (www.join("docs"), out.join("docs"));
    steps::folder(&to)?;
    for name in ["index.html", "docs.css", "docs.js"] {
        steps::copy(&from.join(name), &to.join(name))?;
    }
    for (folder, language) in FOLDERS {
        let (from, to) = (from.join(folder), to.join(folder));
        steps::folder(&to)?;
        let frame = text(&from.join("frame.html"))?;
        let pages = PAGES
            .iter()
            .map(|name| {
                let file = from.join(name).with_extension("md");
                page(&text(&file)?).map_err(|what| format!("{}: {what}", file.display()))
            })
            .collect::<Result<Vec<Page>, String>>()?;
        for (name, page) in PAGES.iter().zip(&pages) {
            let list: String = PAGES.iter().zip(&pages).map(|(other, page)| item(other, page, other == name)).collect();
            let parts = [
                ("title", &page.title),
                ("pages", &list),
                ("contents", &page.contents),
                ("body", &page.body),
                ("file", &format!("{name}.html")),
                ("release", &env!("CARGO_PKG_VERSION").to_string()),
            ];
            let known = |word: &str| match parts.iter().find(|(part, _)| *part == word) {
                Some((_, text)) => Ok((*text).clone()),
                None => Err(format!("{{{{{word}}}}} stands for nothing")),
            };
            let whole = filled(&frame, &known)?;
            let whole = filled(&whole, &|word| looked_up(word, language, out))
                .map_err(|what| format!("{folder}/{name}.md: {what}"))?;
            steps::write(&to.join(name).with_extension("html"), whole.as_bytes())?;
        }
    }
    Ok(())
}

/// A page's parts, as HTML.
struct Page {
    title: String,
    /// A list of its sections.
    contents: String,
    body: String,
}

fn item(name: &str, page: &Page, current: bool) -> String {
    let mark = if current { " aria-current=\"page\"" } else { "" };
    format!("<li><a href=\"{name}.html\"{mark}>{}</a></li>\n", page.title)
}

fn text(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: can't read: {error}", file.display()))
}

/// Turns a page's Markdown into HTML. Its first line is its title, and each section has a name: `## Title {#name}`.
fn page(markdown: &str) -> Result<Page, String> {
    let (first, rest) = markdown.split_once('\n').unwrap_or_default();
    let title = first.strip_prefix("# ").ok_or("the first line is to be its title: # …")?.to_string();
    let mut contents = String::new();
    let mut events = Vec::new();
    let mut section = false;
    let mut block: Option<(String, String)> = None;
    for event in Parser::new_ext(rest, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES) {
        match &event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                block = Some((info.to_string(), String::new()))
            }
            Event::End(TagEnd::CodeBlock) => {
                let (info, code) = block.take().ok_or("a snippet is to stand between ``` and ```")?;
                snippet(&info, code, &mut events);
            }
            Event::Text(piece) if block.is_some() => block.iter_mut().for_each(|(_, code)| code.push_str(piece)),
            Event::Start(Tag::Heading { level: HeadingLevel::H2, id, .. }) => {
                let id = id.as_ref().ok_or("a section without a name: ## Title {#name}")?;
                contents.push_str(&format!("<li><a href=\"#{id}\">"));
                section = true;
                events.push(event);
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                contents.push_str("</a></li>\n");
                section = false;
                events.push(event);
            }
            _ => {
                if section {
                    html::push_html(&mut contents, std::iter::once(event.clone()));
                }
                events.push(event);
            }
        }
    }
    let mut body = String::new();
    html::push_html(&mut body, events.into_iter());
    Ok(Page { title, contents, body })
}

/// A block of code: `info` is its language, then `name` or `name=value`.
fn snippet<'a>(info: &str, code: String, events: &mut Vec<Event<'a>>) {
    let mut words = info.split_whitespace();
    let mut tag = format!("<pre tabindex=\"0\" data-snippet=\"{}\"", words.next().unwrap_or_default());
    let mut live = false;
    for word in words {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        live |= name == "live";
        tag.push_str(&format!(" data-{name}=\"{value}\""));
    }
    events.push(Event::Html([&tag, "><code>"].concat().into()));
    // The page has the script already.
    let shown: Vec<&str> =
        code.lines().filter(|line| !["<script src", "<link"].iter().any(|tag| line.starts_with(tag))).collect();
    let shown = format!("<div class=\"live\">\n{}\n</div>\n", shown.join("\n"));
    events.push(Event::Text(code.into()));
    events.push(Event::Html("</code></pre>\n".into()));
    if live {
        events.push(Event::Html(shown.into()));
    }
}

/// Puts what `known` gives for each `{{word}}` in its place.
fn filled(text: &str, known: &dyn Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let mut pieces = text.split("{{");
    let mut whole = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (word, rest) = piece.split_once("}}").ok_or("{{ without }}")?;
        whole.push_str(&known(word)?);
        whole.push_str(rest);
    }
    Ok(whole)
}

/// What a page says of what was built, and of what the element says.
fn looked_up(word: &str, language: Language, out: &Path) -> Result<String, String> {
    let (what, name) = word.split_once(' ').unwrap_or((word, ""));
    let bytes = || steps::read(&out.join(name));
    match what {
        "version" => Ok(env!("CARGO_PKG_VERSION").to_string()),
        "integrity" => Ok(integrity::of(&bytes()?)),
        "size" => Ok(kilobytes(bytes()?.len())),
        "gzip" => {
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packed.write_all(&bytes()?).map_err(|error| format!("{name}: {error}"))?;
            Ok(kilobytes(packed.finish().map_err(|error| format!("{name}: {error}"))?.len()))
        }
        "say" => {
            let text = message(name, language).ok_or_else(|| format!("there is no message {name}"))?;
            Ok(format!("<q class=\"said\" data-message=\"{name}\">{}</q>", ellipses(text)))
        }
        _ => Err(format!("{{{{{word}}}}} stands for nothing")),
    }
}

/// In thousands of bytes, as file managers say it.
fn kilobytes(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1000))
}

fn message(name: &str, language: Language) -> Option<&'static str> {
    let at = Language::ALL.iter().position(|one| *one == language)?;
    let script = SCRIPT.iter().find(|(known, _)| *known == name).and_then(|(_, words)| words.get(at).copied());
    script.or_else(|| language.messages().all().into_iter().find(|(known, _)| *known == name).map(|(_, text)| text))
}

/// A message as HTML, with a gap where it names something of the page.
fn ellipses(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let told = escaped.split('{').map(|piece| match piece.split_once('}') {
        Some((_, rest)) => ["\u{2026}", rest].concat(),
        None => piece.to_string(),
    });
    told.collect()
}
