//! What calls take.

use super::{Field, Is, Table, either, field, list, maybe, named, word};
use crate::assessment::Rule;
use crate::rows::given::FIELDS;
use crate::rows::options::{OF_CHARTS, OF_FIGURES, OF_ROWS, USUAL};

/// What calls take.
pub fn options() -> Vec<Table> {
    let table = |name, about, names: &[&[&str]], of: fn(&str) -> (Is, &'static str)| {
        let one = |name: &&str| {
            let (is, about) = of(name);
            Field { always: false, ..field(name, is, about) }
        };
        Table { name, about, of: "", fields: names.concat().iter().map(one).collect() }
    };
    vec![
        table("TargetFilter", "Which targets are asked for", &[&OF_ROWS, &["lang"]], of_rows),
        table("ObservationFilter", "Which published values are asked for", &[&OF_ROWS[..2], &["lang"]], of_rows),
        table(
            "FigureOptions",
            "How far, toward what, and by what method",
            &[&OF_FIGURES, &USUAL, &["lang"]],
            of_figures,
        ),
        table("ChartOptions", "What is drawn", &[&OF_CHARTS, &USUAL, &["lang"]], of_charts),
        table("SeriesRow", "A value of a series, by its year", &[&FIELDS], of_series),
        Table {
            name: "PageTable",
            about: "Values of your own, as rows or as text",
            of: "",
            fields: vec![
                field("form", word(&["rows", "csv", "table"]), "What is given"),
                Field {
                    always: false,
                    ..field("rows", list("PageRow"), "Rows, by any of the heads that a table may have")
                },
                Field { always: false, ..field("text", Is::Text, "CSV, or a table with tabs between cells") },
                Field { always: false, ..field("name", Is::Text, "What faults call it") },
            ],
        },
    ]
}

/// A number of years, or of units a year: written as a text it does too.
fn written() -> Is {
    either(&[Is::Number, Is::Text])
}

fn usual(name: &str) -> (Is, &'static str) {
    match name {
        "asOf" => (Is::Text, "The day that is stood on, `YYYY-MM-DD`; today where it is left out"),
        "method" => (named("Method"), "How values are projected"),
        "growth" => (written(), "An assumption of your own for each year: `0.12` in the unit, or `'5%'`"),
        "until" => (written(), "The last year"),
        _ => (Is::Text, "BCP 47: the language of names and errors; the page's where it is left out"),
    }
}

fn of_rows(name: &str) -> (Is, &'static str) {
    let about = match name {
        "region" => "A region's id, or the region",
        "indicator" => "An indicator's id, or the indicator",
        "plan" => "A plan's id, or the plan",
        _ => return usual(name),
    };
    (either(&[Is::Text, Is::Row("Identified")]), about)
}

fn of_figures(name: &str) -> (Is, &'static str) {
    let mut rules = Vec::from(Rule::ALL.map(Rule::name));
    rules.push("all");
    match name {
        "horizon" => (Is::Number, "Years after the last value, 1 to 1000; 5 where nothing is said"),
        "target" => (Is::Number, "The value that `p` is the probability of"),
        "direction" => (word(&["higher", "lower"]), "Whether it is reached from below or from above"),
        "lower" => (maybe(Is::Number), "Least possible value; `null` for no such bound"),
        "upper" => (Is::Number, "Greatest possible value"),
        "neverFalls" => (Is::Flag, "Whether it is a stock that only grows"),
        "years" => (Is::Number, "`backtest` from this many years before the last value"),
        "rule" => (Is::Word(rules), "The rule that judges; `all` for every one"),
        _ => usual(name),
    }
}

fn of_charts(name: &str) -> (Is, &'static str) {
    match name {
        "target" => (Is::Text, "A target's id, or several separated by spaces"),
        "indicator" => (Is::Text, "An indicator's id, where no target is named"),
        "region" => (Is::Text, "Region ids that go with it"),
        "plan" => (Is::Text, "A plan's id, or `all`"),
        "view" => (named("View"), "The way to look"),
        "theme" => (word(&["light", "dark", "contrast"]), "The colours"),
        "textSize" => (word(&["normal", "large"]), "The size of text"),
        "controls" => (word(&["full", "basic", "none"]), "What a reader may operate"),
        "verdict" => (word(&["", "none"]), "`none` hides the verdict"),
        "size" => (word(&["normal", "compact"]), "`compact` is a line for running text, of the view `progress`"),
        "contact" => (Is::Text, "Where mistakes can be told of"),
        "updated" => (Is::Text, "The day of the data as you give it, `YYYY-MM-DD`"),
        "topic" => (Is::Text, "A theme's id: the others are left out"),
        "section" => (Is::Text, "A chapter of the plan: the others are left out"),
        "office" => (Is::Text, "An office: what others answer for is left out"),
        "judged" => (Is::Text, "A verdict: what is judged otherwise is left out"),
        "sort" => (Is::Text, "The order"),
        "compare" => (Is::Text, "A region or method that is held against it"),
        "width" => (Is::Number, "Width in CSS pixels; 640 where nothing is said"),
        "height" => (Is::Number, "Height in CSS pixels"),
        "text" => (Is::Number, "Size of text in CSS pixels; 16 where nothing is said"),
        "chart" => (Is::Number, "Which of several charts, from 0"),
        "drawing" => (Is::Number, "Which drawing of a chart that has several, from 0"),
        "table" => (Is::Row("PageTable"), "Values of your own"),
        _ => usual(name),
    }
}

fn of_series(name: &str) -> (Is, &'static str) {
    match name {
        "year" => (Is::Number, "The year"),
        "t" => (Is::Number, "The year, under another name"),
        "value" => (maybe(Is::Number), "The value; `null` where there is none"),
        "qualifier" => (maybe(either(&[named("Qualifier"), word(&[""])])), "How exactly it is known"),
        "break" => (maybe(either(&[Is::Flag, Is::Number, Is::Text])), "Whether a new definition begins"),
        "break_zh_hans" => (maybe(Is::Text), "The same, as observations say it: the note"),
        "indicator" => (maybe(Is::Text), "The indicator's id; one for all rows"),
        "region" => (maybe(Is::Text), "The region's id; one for all rows"),
        _ => (maybe(Is::Text), "The unit; others than the first row's are converted"),
    }
}
