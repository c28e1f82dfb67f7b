//! What a page asks for: the element's attributes and measures as one plain JavaScript object.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use super::{fault, own};
use crate::dataset::{Date, YEARS};
use crate::language::Language;
use crate::page_table::Sheet;
pub use crate::paint::static_html::Controls;
use crate::projection::{Assumption, Method};
use crate::report::{Asked, nearest};
use crate::rows::Filter;
use crate::rows::options::{OF_CHARTS, OF_FIGURES, OF_ROWS, USUAL};
use crate::scene::{Frame, Theme};
use crate::view::{Chosen, Kind};

/// Text is this much larger with `text-size="large"`.
const LARGE: f64 = 1.25;
/// Width of a chart that nobody measured, in CSS pixels.
const WIDTH: f64 = 640.0;
/// Width of a chart in running text, in em.
const COMPACT: f64 = 15.0;
/// Browsers' own text size, in CSS pixels.
const TEXT: f64 = 16.0;
/// Most names in one option: there are 192 targets, and a page must not stand still.
const NAMES: usize = 400;

/// What is asked of a chart that a reader may change.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// What is shown of it, and how it is ordered.
    pub chosen: Chosen,
    /// The method: an assumption, where one is made.
    pub method: Method,
    /// Last year shown.
    pub until: Option<i32>,
}

/// A checked request.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Target ids, in the page's order.
    pub targets: Vec<String>,
    /// Indicator id, where no target is named.
    pub indicator: String,
    /// Region ids that go with `indicator`; none for every one that has a target of it.
    pub regions: Vec<String>,
    /// Plan ids, where neither target nor indicator is named; `all` is every plan.
    pub plans: Vec<String>,
    /// Language.
    pub language: Language,
    /// Kind of view.
    pub kind: Kind,
    /// Controls.
    pub controls: Controls,
    /// Whether text and controls are large.
    pub large: bool,
    /// Whether the page is being printed.
    pub printing: bool,
    /// Whether what a reader chose may stand in the page's address.
    pub share: bool,
    /// Where mistakes can be told of, as the page's owner gives it; may be empty.
    pub contact: String,
    /// The day of the data, as the page's owner gives it (ISO 8601); may be empty.
    pub updated: String,
    /// Which of the charts a file is made of; none for the first, or for all tables.
    pub chart: Option<usize>,
    /// The day the reader stands on.
    pub as_of: Date,
    /// The page's own table of values.
    pub table: Option<Sheet>,
    /// First and last year that the charts beside it cover: its own cover them too. None where the first is the later one.
    pub axis: (i32, i32),
    /// What is asked of every chart, and of each that a reader has changed.
    pub usual: Trial,
    /// What readers have changed, chart by chart.
    pub trials: Vec<Trial>,
    /// Measures and colours; `standalone` and `styled` are set by who draws.
    pub frame: Frame,
}

impl Request {
    /// Reads `options`; what is absent, null or empty has its default. Unknown names are ignored.
    ///
    /// # Errors
    /// `bad-value`, with what the option takes.
    pub fn read(options: &JsValue) -> Result<Request, JsValue> {
        let language = language(options);
        let choices = Choices { options, language };
        let mut wrong = Wrong::default();
        let mut flag = |key: &str, attribute: &str, names: [&str; 2]| {
            wrong.or(choices.of(key, attribute, &[(names[0], false), (names[1], true)]), false)
        };
        let large = flag("textSize", "text-size", ["normal", "large"]);
        let compact = flag("size", "size", ["normal", "compact"]);
        let unjudged = flag("verdict", "verdict", ["", "none"]);
        let share = flag("share", "share", ["", "link"]);
        let kind = wrong.or(choices.of("view", "view", &Kind::ALL.map(|kind| (kind.name(), kind))), Kind::Trajectory);
        // One view has such a form.
        let compact = compact && kind == Kind::Progress;
        let controls = [("full", Controls::Full), ("basic", Controls::Basic), ("none", Controls::None)];
        let controls = wrong.or(choices.of("controls", "controls", &controls), Controls::Full);
        let themes = [("light", Theme::Light), ("dark", Theme::Dark), ("contrast", Theme::Contrast)];
        let theme = wrong.or(choices.of("theme", "theme", &themes), Theme::Light);
        let mut day = |name: &str, given: &str| {
            let not_taken = || fault::not_taken(language, name, given, "YYYY-MM-DD");
            wrong.or(date(given).ok_or_else(not_taken), Date::default())
        };
        let updated = text(options, "updated");
        if !updated.is_empty() {
            day("updated", &updated);
        }
        let as_of = day("as-of", &text(options, "asOf"));
        let mut names = |name: &str| {
            let all = words(&text(options, name));
            let most = ["≤ ", &NAMES.to_string()].concat();
            let many = || fault::not_taken(language, name, &all.len().to_string(), &most);
            if all.len() > NAMES { wrong.or(Err(many()), Vec::new()) } else { all }
        };
        let (targets, regions, plans) = (names("target"), names("region"), names("plan"));
        let usual = trial(options, unjudged, language, &mut wrong);
        let trials =
            list(&get(options, "trials")).iter().map(|own| trial(&own, unjudged, language, &mut wrong)).collect();
        wrong.none(language)?;
        let size = number(options, "text").unwrap_or(TEXT);
        let table = own::read(&get(options, "table"), language)?;
        let named = text(options, "observations");
        if table.is_none() && !named.is_empty() {
            return Err(fault::no_table(language, &named));
        }
        Ok(Request {
            targets,
            indicator: text(options, "indicator"),
            regions,
            language,
            plans,
            kind,
            controls,
            large,
            printing: get(options, "printing").as_bool() == Some(true),
            share,
            contact: text(options, "contact"),
            updated,
            chart: place(options, "chart"),
            as_of,
            table,
            axis: axis(options),
            usual,
            trials,
            frame: Frame {
                width: if compact { size * COMPACT } else { number(options, "width").unwrap_or(WIDTH) },
                height: number(options, "height"),
                text: if large { size * LARGE } else { size },
                theme,
                standalone: false,
                styled: true,
                verdict: !unjudged,
                compact,
                drawing: place(options, "drawing").unwrap_or(0),
            },
        })
    }
}

impl Request {
    /// Reads `options` about `target`, a target's id or a row with one, whatever target they name; without one
    /// (`target` is a series) there are no targets.
    ///
    /// # Errors
    /// As [`Request::read`].
    pub fn of(target: &JsValue, options: &JsValue) -> Result<Request, JsValue> {
        let id = if target.is_string() { target.as_string() } else { get(target, "id").as_string() };
        let targets = id.filter(|_| !Array::is_array(target)).into_iter().collect();
        let none = Vec::new;
        Ok(Request { targets, indicator: String::new(), regions: none(), plans: none(), ..Request::read(options)? })
    }

    /// What the report number `index` of the request is asked.
    pub fn asked(&self, index: usize) -> Asked<'_> {
        let Trial { method, until, .. } = *self.trial(index);
        Asked { as_of: self.as_of, table: self.table.as_ref(), method, until }
    }

    /// What is asked of the chart number `index`.
    pub fn trial(&self, index: usize) -> &Trial {
        self.trials.get(index).unwrap_or(&self.usual)
    }
}

/// Makes sure that what a script calls `call` takes an option `name`.
///
/// # Errors
/// `bad-value`, with the option that was probably meant.
pub fn known(call: &str, name: &str, language: Language) -> Result<(), JsValue> {
    let (own, usual) = match call {
        "targets" => (&OF_ROWS[..], &[][..]),
        "observations" => (&OF_ROWS[..2], &[][..]),
        "renderSVG" => (&OF_CHARTS[..], &USUAL[..]),
        _ => (&OF_FIGURES[..], &USUAL[..]),
    };
    let all = [own, usual].concat();
    if name == "lang" || all.contains(&name) {
        return Ok(());
    }
    Err(fault::unknown_option(language, name, nearest(name, all.iter().copied()), &all))
}

fn list(value: &JsValue) -> Array {
    if Array::is_array(value) { Array::from(value) } else { Array::new() }
}

/// The language that `options` name, else Simplified Chinese.
pub fn language(options: &JsValue) -> Language {
    Language::negotiate(&text(options, "lang")).unwrap_or(Language::ZhHans)
}

/// Reads a filter: `plan`, `region` and `indicator`, each an id or a row with one.
pub fn filter(options: &JsValue) -> Filter {
    let id = |key: &str| {
        let value = get(options, key);
        let id = if value.is_object() { text(&value, "id") } else { text(options, key) };
        Some(id).filter(|id| !id.is_empty())
    };
    Filter { plan: id("plan"), region: id("region"), indicator: id("indicator") }
}

/// What is wrong with the options, all of it: a page's owner mends it in one go.
#[derive(Default)]
struct Wrong(Vec<String>);

impl Wrong {
    /// The value, or `instead` of it where it is wrong.
    fn or<T>(&mut self, value: Result<T, String>, instead: T) -> T {
        value.unwrap_or_else(|said| {
            // What a reader has not changed is asked of every chart in the same way.
            if !self.0.contains(&said) {
                self.0.push(said);
            }
            instead
        })
    }

    /// Nothing, where nothing is.
    fn none(&self, language: Language) -> Result<(), JsValue> {
        let said = || self.0.join(language.messages().sentence_gap);
        if self.0.is_empty() { Ok(()) } else { Err(fault::fault("bad-value", &said())) }
    }
}

fn trial(options: &JsValue, unjudged: bool, language: Language, wrong: &mut Wrong) -> Trial {
    let mut chosen = Chosen::from_values(Chosen::NAMES.map(|name| text(options, name)));
    if unjudged {
        chosen.judged = Chosen::UNJUDGED.into();
    }
    let method = wrong.or(method(options, language), Method::Auto);
    Trial { chosen, method, until: wrong.or(until(options, language), None) }
}

/// The method that `method` and `growth` ask for; the latter goes first.
fn method(options: &JsValue, language: Language) -> Result<Method, String> {
    let growth = text(options, "growth");
    if !growth.is_empty() {
        let own = Assumption::parse(&growth).map(Method::Assumption);
        return own.ok_or_else(|| fault::not_taken(language, "growth", &growth, "0.12, 5%"));
    }
    let name = text(options, "method");
    if name.is_empty() {
        return Ok(Method::Auto);
    }
    let expected = || Method::names().collect::<Vec<_>>().join(", ");
    Method::parse(&name).ok_or_else(|| fault::not_taken(language, "method", &name, &expected()))
}

fn until(options: &JsValue, language: Language) -> Result<Option<i32>, String> {
    let given = text(options, "until");
    let year = given.parse::<u16>().ok().filter(|year| YEARS.contains(&i32::from(*year)));
    match year {
        None if !given.is_empty() => Err(fault::not_taken(language, "until", &given, "YYYY")),
        year => Ok(year.map(i32::from)),
    }
}

/// Options that each take one of a few words.
pub struct Choices<'o> {
    /// The options.
    pub options: &'o JsValue,
    /// The language of faults.
    pub language: Language,
}

impl Choices<'_> {
    /// The value that an option names; the first choice is the default.
    ///
    /// # Errors
    /// What it takes, in words.
    pub fn of<T: Copy>(&self, key: &str, attribute: &str, choices: &[(&str, T)]) -> Result<T, String> {
        let given = text(self.options, key);
        let chosen = match given.as_str() {
            "" => choices.first(),
            name => choices.iter().find(|(choice, _)| *choice == name),
        };
        chosen.map(|(_, value)| *value).ok_or_else(|| {
            let expected: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            fault::not_taken(self.language, attribute, &given, &expected.join(", "))
        })
    }
}

/// An option, undefined where it is not there.
pub fn get(options: &JsValue, key: &str) -> JsValue {
    if options.is_object() {
        Reflect::get(options, &key.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

/// An option as text, without the spaces around it.
pub fn text(options: &JsValue, key: &str) -> String {
    written(&get(options, key)).trim().to_string()
}

/// A text, or a number as JavaScript writes it; anything else is empty.
pub fn written(value: &JsValue) -> String {
    let number = || value.as_f64().and_then(|number| js_sys::Number::from(number).to_string_with_radix(10).ok());
    value.as_string().or_else(|| number().map(String::from)).unwrap_or_default()
}

fn number(options: &JsValue, key: &str) -> Option<f64> {
    get(options, key).as_f64().filter(|value| value.is_finite() && *value > 0.0)
}

/// A place in a list, from 0.
fn place(options: &JsValue, key: &str) -> Option<usize> {
    get(options, key).as_f64().filter(|place| *place >= 0.0).map(|place| place as usize)
}

/// The years of `axis`, as far as charts can have them.
fn axis(options: &JsValue) -> (i32, i32) {
    let given = list(&get(options, "axis"));
    let year = |at| given.get(at).as_f64().map(|year| year as i32).filter(|year| YEARS.contains(year));
    year(0).zip(year(1)).unwrap_or((i32::MAX, i32::MIN))
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_string).collect()
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let shaped = parts.next().is_none() && (1..=9999).contains(&year);
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !shaped || !(1..=days).contains(&day) {
        return None;
    }
    Some(Date { year: i32::from(year), month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
}
