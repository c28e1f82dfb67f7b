//! What `<indicator-chart>` has, for programs that help to write it: `www/` says which attributes, parts and properties there
//! are, this file what they take and mean.

use std::path::Path;

use super::steps;
use crate::rows::fields::{Is, words};

/// An attribute, and the property that mirrors it.
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What it takes.
    pub is: Is,
    /// What it is where it is not set; may be empty.
    pub default: &'static str,
    /// What it means.
    pub about: &'static str,
}

impl Attribute {
    /// The property's name.
    pub fn property(&self) -> String {
        let mut parts = self.name.split('-');
        let first = parts.next().unwrap_or_default().to_string();
        parts.fold(first, |all, part| {
            let (head, tail) = part.split_at(part.len().min(1));
            [&all, head.to_uppercase().as_str(), tail].concat()
        })
    }
}

/// A name and what stands behind it.
pub struct Named {
    /// The name.
    pub name: String,
    /// Its default; may be empty.
    pub default: String,
    /// What it is.
    pub about: String,
}

/// A method.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// What it takes, by name and type; all may be left out.
    pub takes: &'static [(&'static str, &'static str)],
    /// The type of what it gives.
    pub gives: &'static str,
    /// What it does.
    pub about: &'static str,
}

const fn method(name: &'static str, gives: &'static str, about: &'static str) -> Method {
    Method { name, takes: &[], gives, about }
}

/// The methods.
pub const METHODS: [Method; 5] = [
    method("update", "Promise<void>", "Reads the element's values anew and draws them: done when they are drawn"),
    method("describe", "Promise<string>", "What the charts show, in words"),
    method("toSVG", "Promise<string>", "The chart as an SVG document"),
    Method {
        takes: &[("scale", "number")],
        ..method("toPNG", "Promise<Blob>", "The chart as a picture, `scale` times its size")
    },
    method("toCSV", "Promise<string>", "The table as CSV"),
];

/// An event: its name, what `detail` is, when it is raised.
pub const EVENTS: [(&str, &str, &str); 4] = [
    ("indicator-ready", "Record<string, never>", "The first chart is drawn"),
    ("indicator-change", "IndicatorChange", "It was drawn anew; after a reader's choice `detail` says what is chosen"),
    ("indicator-open", "{ target: string }", "A reader opens one target of several; prevent it to show that yourself"),
    ("indicator-error", "{ code: Code; message: string }", "Something is wrong; the element says so too"),
];

/// The attributes, in their order.
///
/// # Errors
/// `www/attributes.js` has another form, or an attribute of which nothing is said here.
pub fn attributes(root: &Path) -> Result<Vec<Attribute>, String> {
    let file = root.join("www/attributes.js");
    let text = String::from_utf8_lossy(&steps::read(&file)?).into_owned();
    let list = text.split_once("ATTRIBUTES = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or_else(|| format!("{}: no list ATTRIBUTES", file.display()))?;
    list.split('\'').skip(1).step_by(2).map(|name| attribute(name).ok_or_else(|| unsaid(name))).collect()
}

fn unsaid(name: &str) -> String {
    format!("www/attributes.js has `{name}`: say in src/cli/build/element.rs what it takes and means")
}

/// Those that a reader can change: from `method` on.
pub fn tried(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().skip_while(|one| one.name != "method")
}

fn attribute(name: &str) -> Option<Attribute> {
    let word = |words: &[&'static str]| Is::Word(words.into());
    let listed = |name: &str| words().into_iter().find(|(one, _)| *one == name).map(|(_, words)| Is::Word(words));
    let (is, default, about) = match name {
        "target" => (Is::Text, "", "A target's id, or several separated by spaces"),
        "indicator" => (Is::Text, "", "An indicator's id, instead of `target`"),
        "region" => (Is::Text, "", "Region ids that go with `indicator`"),
        "plan" => (Is::Text, "", "A plan's id, or `all`, instead of these: every target of it"),
        "view" => (listed("View")?, "trajectory", "The way to look"),
        "lang" => (
            Is::Text,
            "",
            "BCP 47: `zh-CN`, `zh-TW`, `en` and so on; the nearest `lang` in the page where it is not set",
        ),
        "theme" => (word(&["auto", "light", "dark", "contrast"]), "auto", "The colours"),
        "text-size" => (word(&["normal", "large"]), "normal", "The size of text and controls"),
        "controls" => (word(&["none", "basic", "full"]), "full", "What a reader may operate"),
        "as-of" => (Is::Text, "", "An ISO date: what was known on that day; today where it is not set"),
        "verdict" => (word(&["none"]), "", "`none` hides the verdict"),
        "size" => (
            word(&["normal", "compact"]),
            "normal",
            "`compact`, with the view `progress`, is one line for running text",
        ),
        "observations" => {
            (Is::Text, "", "Your own values: `#id` of a table or a script in the page, or a file on your site")
        }
        "contact" => (Is::Text, "", "Where mistakes can be told of; stands in the foot"),
        "updated" => (Is::Text, "", "An ISO date: the day of the data as you give it; stands in the foot"),
        "share" => (word(&["link"]), "", "`link`: what a reader chooses may stand in the page's address"),
        "link" => (Is::Text, "", "The address of your own page about a target, with `{target}` in it"),
        "method" => (listed("Method")?, "auto", "How values are projected"),
        "growth" => (Is::Text, "", "Your own assumption for each year: `0.12` in the indicator's unit, or `5%`"),
        "until" => (Is::Text, "", "The last year shown"),
        "topic" => (Is::Text, "", "A theme's id: the others are left out at first"),
        "section" => (Is::Text, "", "A chapter of the plan: the others are left out at first"),
        "office" => (Is::Text, "", "An office: what others answer for is left out at first"),
        "judged" => (Is::Text, "", "A verdict: what is judged otherwise is left out at first"),
        "sort" => (Is::Text, "", "The order at first"),
        "compare" => (Is::Text, "", "A region or method that is held against the target's at first"),
        "group" => (Is::Text, "", "Elements of one group show the same years and assumption"),
        _ => return None,
    };
    Some(Attribute { name: name.into(), is, default, about })
}

/// The parts that `::part()` reaches, as the page on styling tells of them.
///
/// # Errors
/// The page has another form.
pub fn parts(root: &Path) -> Result<Vec<Named>, String> {
    let page = styling(root)?;
    let list = page.split_once("class=\"parts\"").ok_or("www/styling.html: no list of parts")?.1;
    Ok(list.split("<li><code>").skip(1).filter_map(|row| told(row, String::new())).collect())
}

/// The custom properties, as that page tells of them, each with its default in light colours.
///
/// # Errors
/// The page has another form.
pub fn properties(root: &Path) -> Result<Vec<Named>, String> {
    let page = styling(root)?;
    let named = page.split("data-property=\"").skip(1).filter_map(|row| {
        // A colour says its default, of a list it is the first.
        let colour = row.split('>').next()?.split_once("data-light=\"").map(|(_, rest)| rest);
        let default = colour.or_else(|| row.split_once("<option value=\"").map(|(_, rest)| rest));
        let default = default.and_then(|rest| rest.split('"').next()).unwrap_or_default();
        told(row.split_once("<label")?.1.split_once("<code>")?.1, default.into())
    });
    Ok(named.collect())
}

fn styling(root: &Path) -> Result<String, String> {
    Ok(String::from_utf8_lossy(&steps::read(&root.join("www/styling.html"))?).into_owned())
}

/// A row of that page from its name on.
fn told(row: &str, default: String) -> Option<Named> {
    let (name, rest) = row.split_once("</code>")?;
    let about = rest.split_once("lang=\"en\">")?.1.split('<').next()?;
    Some(Named { name: name.into(), default, about: about.into() })
}
