//! `indicator-widgets.d.ts`: the module's types, from the tables of rows and options and from the element's attributes.

use std::path::Path;

use super::element::{self, Attribute, Method};
use super::steps;
use crate::rows::fields::{self, Field, Is, Table};

/// What is written as it stands: what no table says.
const HEAD: &str = include_str!("types/head.d.ts");
const TAIL: &str = include_str!("types/tail.d.ts");

/// The types of what `root` holds; the package's own words on its columns are those of the data package in `data`.
///
/// # Errors
/// See [`element`]; no data package.
pub fn of(root: &Path, data: &Path) -> Result<String, String> {
    let described = Described::read(data)?;
    let mut text = String::from(HEAD);
    for (name, words) in fields::words() {
        text += &format!("export type {name} = {};\n", union(&words));
    }
    for table in fields::rows() {
        text += &interface(&table, &described, "");
    }
    for table in fields::options() {
        // What a page leaves undefined is left out.
        text += &interface(&table, &described, " | undefined");
    }
    let attributes = element::attributes(root)?;
    text += &on_element(&attributes);
    text += TAIL;
    Ok(text)
}

/// `absent` is what stands for a field that may be left out.
fn interface(table: &Table, described: &Described, absent: &str) -> String {
    let mut text = format!("\n/** {}. */\nexport interface {} {{\n", table.about, table.name);
    for field in &table.fields {
        let about = match &field.is {
            _ if !field.about.is_empty() => field.about.into(),
            // The package describes how a list stands in a cell, and what is none as an empty one.
            Is::List(_) | Is::Row(_) => String::new(),
            Is::Maybe(_) => described.of(table.of, &field.name).replace("empty", "null"),
            _ => described.of(table.of, &field.name).into(),
        };
        text += &member(field, &about, absent);
    }
    text + "}\n"
}

fn member(field: &Field, about: &str, absent: &str) -> String {
    let (mark, absent) = if field.always { ("", "") } else { ("?", absent) };
    let said = if about.is_empty() { String::new() } else { format!("  /** {about}. */\n") };
    format!("{said}  {}{mark}: {}{absent};\n", field.name, written(&field.is))
}

/// A type as TypeScript has it; a list of words that has a name by that name.
fn written(is: &Is) -> String {
    match is {
        Is::Text => "string".into(),
        Is::Number => "number".into(),
        Is::Flag => "boolean".into(),
        Is::Word(words) => match fields::words().iter().find(|(_, named)| named == words) {
            Some((name, _)) => (*name).into(),
            None => union(words),
        },
        Is::Row(name) => (*name).into(),
        Is::List(of) => match written(of) {
            one if one.contains(' ') => format!("({one})[]"),
            one => format!("{one}[]"),
        },
        Is::Either(these) => these.iter().map(written).collect::<Vec<_>>().join(" | "),
        Is::Maybe(is) => format!("{} | null", written(is)),
    }
}

/// One of these words, as TypeScript has it.
pub fn union(words: &[&str]) -> String {
    words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | ")
}

/// The element's attributes, its properties and its events.
fn on_element(attributes: &[Attribute]) -> String {
    let mut text = String::from(
        "\n/** The attributes of `<indicator-chart>`, as markup and templates have them. */\nexport interface IndicatorChartAttributes {\n",
    );
    for one in attributes {
        let number = if ["until", "growth"].contains(&one.name.as_str()) { " | number" } else { "" };
        text +=
            &format!("  /** {}. */\n  {}?: {}{number} | undefined;\n", one.about, quoted(&one.name), written(&one.is));
    }
    text += "}\n\n/** What a reader has chosen; after other changes nothing. */\nexport interface IndicatorChange {\n  view?: string;\n";
    for one in element::tried(attributes) {
        text += &format!("  {}?: string;\n", quoted(&one.name));
    }
    if attributes.iter().any(|one| one.name == "group") {
        text += "  /** The group's name, and the member where the change was made. */\n  group?: string;\n  origin?: IndicatorChartElement;\n";
    }
    text += "}\n\n/** The events of `<indicator-chart>`; they bubble, out of shadow trees too. */\nexport interface IndicatorChartEventMap {\n";
    for (name, detail, about) in element::EVENTS {
        text += &format!("  /** {about}. */\n  '{name}': CustomEvent<{detail}>;\n");
    }
    text += "}\n\n/** `<indicator-chart>`. A property says what its attribute says, and sets it; `null` takes it away. */\nexport interface IndicatorChartElement extends HTMLElement {\n";
    // HTMLElement has `lang`.
    for one in attributes.iter().filter(|one| one.name != "lang") {
        let name = one.property();
        let (got, set) = match one.name.as_str() {
            "observations" => ("string | PageValues", "string | PageValues | null | undefined".to_string()),
            "target" | "region" | "plan" => ("string", "string | readonly string[] | null | undefined".into()),
            "until" | "growth" => ("string", "string | number | null | undefined".into()),
            _ if one.is == Is::Text => ("string", "string | null | undefined".into()),
            _ => ("string", format!("{} | '' | null | undefined", written(&one.is))),
        };
        let about = one.about;
        text += &format!("  /** {about}. */\n  get {name}(): {got};\n  set {name}(value: {set});\n");
    }
    for Method { name, takes, gives, about } in element::METHODS {
        let takes: Vec<String> = takes.iter().map(|(name, is)| format!("{name}?: {is}")).collect();
        text += &format!("  /** {about}. */\n  {name}({}): {gives};\n", takes.join(", "));
    }
    text + "}\n"
}

fn quoted(name: &str) -> String {
    if name.contains('-') { format!("'{name}'") } else { name.into() }
}

/// What the data package says of its columns.
struct Described(serde_json::Value);

impl Described {
    fn read(data: &Path) -> Result<Described, String> {
        let file = data.join("datapackage.json");
        let value = serde_json::from_slice(&steps::read(&file)?);
        value.map(Described).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// Empty where it says nothing.
    fn of(&self, table: &str, column: &str) -> &str {
        let find = |list: &'_ serde_json::Value, name: &str| {
            list.as_array().and_then(|list| list.iter().position(|one| one["name"] == name))
        };
        let tables = &self.0["resources"];
        let Some(at) = find(tables, table) else { return "" };
        let columns = &tables[at]["schema"]["fields"];
        let Some(at) = find(columns, column) else { return "" };
        columns[at]["description"].as_str().unwrap_or_default().trim_end_matches('.')
    }
}
