//! A slide: a view of one thing for some seconds, under a heading.

use serde_json::{Map, Value as Json};

use super::faults::Faults;
use super::ids::{self, EVERY};
use super::table::{Table, Value, list, one_of};
use super::texts::texts;
use crate::dataset::Dataset;
use crate::language::Language;
use crate::view::Kind;

/// What a slide can be of; it names one of them.
const THINGS: [&str; 4] = ["target", "targets", "plan", "indicator"];

/// Seconds that a slide stands, where it does not say, and what it may say.
pub const SECONDS: i64 = 14;
const RANGE: std::ops::RangeInclusive<i64> = 5..=300;

/// Width of a heading, in em: three lines of a portrait screen.
const WIDEST: usize = 60;

/// A view, what it can be of, and how many `targets` can still be read at four metres.
struct Suited {
    view: Kind,
    things: &'static [&'static str],
    most: usize,
}

/// The views that a slide can have.
const VIEWS: [Suited; 5] = [
    Suited { view: Kind::Trajectory, things: &["target"], most: 1 },
    Suited { view: Kind::Progress, things: &["target", "targets", "indicator"], most: 6 },
    Suited { view: Kind::Comparison, things: &["indicator"], most: 1 },
    Suited { view: Kind::Scorecard, things: &["plan", "targets"], most: 12 },
    Suited { view: Kind::Timeline, things: &["plan", "targets"], most: 12 },
];

/// The slide, and its seconds.
pub fn slide(
    value: &Value<'_>,
    languages: &[Language],
    dataset: &Dataset,
    faults: &mut Faults<'_>,
) -> Option<(Json, i64)> {
    let before = faults.count();
    let known: Vec<&str> = ["seconds", "view"].into_iter().chain(THINGS).chain(["heading"]).collect();
    let table = Table::within("slide", value, &known, faults)?;
    let mut slide = Map::new();
    let seconds = match table.get("seconds") {
        Some(_) => table.whole_number("seconds", RANGE, faults).unwrap_or(SECONDS),
        None => SECONDS,
    };
    slide.insert("seconds".into(), seconds.into());
    let suited = view(table, faults);
    if let Some(suited) = suited {
        slide.insert("view".into(), suited.view.name().into());
    }
    if let Some((name, named)) = thing(table, suited, dataset, faults) {
        slide.insert(name.into(), named);
    }
    let heading = table.get("heading").and_then(|value| texts("heading", value, languages, WIDEST, faults));
    slide.insert("heading".into(), heading.unwrap_or(Json::Null));
    (faults.count() == before).then_some((Json::Object(slide), seconds))
}

/// The view that the slide names.
fn view(table: Table<'_>, faults: &mut Faults<'_>) -> Option<&'static Suited> {
    let names = VIEWS.each_ref().map(|one| one.view.name());
    let expected = list(&names);
    table.required("view", &expected, faults)?;
    let word = table.text("view", &expected, faults)?;
    if word.text == Kind::Table.name() {
        let hint = "visitors open the table of any chart themselves: leave \"table\" in `controls`";
        faults.add(word.at, format!("`view` is `table`, expected {expected}"), Some(hint.into()));
        return None;
    }
    let name = one_of("view", word, &names, faults)?;
    VIEWS.iter().find(|one| one.view.name() == name)
}

/// What the slide is of: the name of the key, and what it is given.
fn thing<'t>(
    table: Table<'_>,
    suited: Option<&Suited>,
    dataset: &Dataset,
    faults: &mut Faults<'_>,
) -> Option<(&'t str, Json)> {
    let named: Vec<&'static str> = THINGS.into_iter().filter(|thing| table.get(thing).is_some()).collect();
    let [thing] = named[..] else {
        let expected = suited.map_or_else(|| list(&THINGS), |suited| list(suited.things));
        if named.is_empty() {
            faults.add(table.at, format!("a slide of nothing, expected {expected}"), Some(example(suited)));
        } else {
            let both = named.join("` and `");
            let hint = "make a slide of each".to_string();
            faults.add(table.at, format!("a slide of `{both}`, expected one of them"), Some(hint));
        }
        return None;
    };
    if let Some(suited) = suited.filter(|suited| !suited.things.contains(&thing)) {
        let a = ids::article(thing);
        let what =
            format!("the view `{}` is not of {a} `{thing}`, expected {}", suited.view.name(), list(suited.things));
        let at = table.get(thing).map_or(table.at, |value| value.span().start);
        let others: Vec<&str> =
            VIEWS.iter().filter(|one| one.things.contains(&thing)).map(|one| one.view.name()).collect();
        faults.add(at, what, Some(format!("{a} `{thing}` goes with the view {}", list(&others))));
        return None;
    }
    let most = suited.map_or(usize::MAX, |suited| suited.most);
    let json = match thing {
        "target" => ids::target("target", table.text("target", "a target's id", faults)?, dataset, faults)?.into(),
        "targets" => targets(table, most, dataset, faults)?,
        "plan" => {
            let word = table.text("plan", "a plan's id", faults)?;
            // All deadlines fit on one line of years; the tiles of all plans on no screen.
            let every = suited.is_some_and(|suited| suited.view == Kind::Timeline);
            if every && word.text == EVERY { EVERY.into() } else { ids::plan("plan", word, dataset, faults)?.into() }
        }
        _ => {
            let word = table.text("indicator", "an indicator's id", faults)?;
            ids::indicator("indicator", word, dataset, faults)?.into()
        }
    };
    Some((thing, json))
}

/// Several targets.
fn targets(table: Table<'_>, most: usize, dataset: &Dataset, faults: &mut Faults<'_>) -> Option<Json> {
    let words = table.words("targets", "ids of targets", faults)?;
    let at = table.get("targets").map_or(table.at, |value| value.span().start);
    if words.is_empty() || words.len() > most {
        let what = format!("`targets` names {}, expected 1 to {most} of them", words.len());
        faults.add(at, what, (!words.is_empty()).then(|| "more can't be read at four metres: make two slides".into()));
        return None;
    }
    let ids: Vec<Json> =
        words.iter().filter_map(|word| ids::target("targets", *word, dataset, faults)).map(Json::from).collect();
    (ids.len() == words.len()).then_some(Json::Array(ids))
}

/// How a slide of this view names what it is of.
fn example(suited: Option<&Suited>) -> String {
    match suited.and_then(|suited| suited.things.first()) {
        Some(&"plan") => "plan = \"jinhua-2025\"",
        Some(&"indicator") => "indicator = \"rd-intensity\"",
        _ => "target = \"jinhua-rd-intensity-2025\"",
    }
    .to_string()
}
