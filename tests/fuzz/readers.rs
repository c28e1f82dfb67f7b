//! What reads text that others write, and what must hold of whatever comes out. A reader gives back a number that tells one kind of
//! outcome from another: inputs with an outcome not seen before are worth changing further.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use indicator_widgets::assessment::Rule;
use indicator_widgets::dataset::{self, Dataset, Date, YEARS, csv, embedded};
use indicator_widgets::language::Language;
use indicator_widgets::page_table::{self, Sheet};
use indicator_widgets::paint::svg_text;
use indicator_widgets::projection::{Assumption, Method};
use indicator_widgets::report::{Asked, of_indicator, of_plan, of_target};
use indicator_widgets::scene::{self, Frame, Node};
use indicator_widgets::view::{self, Chosen, Kind};

use crate::random::Random;

/// The package inside the program.
pub static DATASET: LazyLock<Dataset> = LazyLock::new(|| embedded().expect("the data package is whole"));

const DAY: Date = Date { year: 2026, month: 6, day: 30 };
/// A share, an amount of money, a number of things, a growth rate, a change.
const TARGETS: [&str; 5] = [
    "jinhua-rd-intensity-2025",
    "quanzhou-construction-output-2025",
    "quanzhou-green-factories-2025",
    "quanzhou-gross-ocean-product-growth-2025",
    "fujian-digital-economy-core-share-change-2025",
];
/// One in so many tables is drawn too, which takes a hundred times as long.
const DRAWN: usize = 40;

/// A little more than is read of a page's own values. A package is its keeper's own, of some hundred rows; some of its rules hold
/// each row against each other.
const CELLS: usize = 205_000;
const PACKAGED: usize = 4_000;

/// A reader: what it is called (and its folder of the corpus), what parts the cells of what it reads, and the reading.
pub struct Reader {
    pub name: &'static str,
    pub sign: char,
    /// How many of a million inputs it gets.
    pub share: usize,
    /// Most cells of an input.
    pub most: usize,
    pub read: fn(&str, u64) -> u64,
}

pub const READERS: [Reader; 6] = [
    Reader {
        name: "table",
        sign: '\t',
        share: 320_000,
        most: CELLS,
        read: |text, turn| table(&Sheet::table(text.into()), text, turn),
    },
    Reader { name: "csv", sign: ',', share: 280_000, most: CELLS, read: of_csv },
    Reader {
        name: "rows",
        sign: '\t',
        share: 210_000,
        most: CELLS,
        read: |text, turn| table(&Sheet::rows(text.into()), text, turn),
    },
    Reader { name: "words", sign: '-', share: 80_000, most: CELLS, read: words },
    Reader { name: "package", sign: ',', share: 50_000, most: PACKAGED, read: package },
    Reader { name: "packed", sign: ' ', share: 60_000, most: PACKAGED, read: packed },
];

fn kind(outcome: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    outcome.hash(&mut hasher);
    hasher.finish()
}

fn of_csv(text: &str, turn: u64) -> u64 {
    // The strict reader of the package's own files reads what it can of the same.
    let (records, faults) = csv::parse(text);
    let lines = text.split('\n').count();
    assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.line) && fault.column > 0));
    assert!(records.iter().flatten().all(|cell| (1..=lines).contains(&cell.line)));
    let sheet = Sheet::csv(text);
    // Row N is line N; lines inside the last cell's quotes make no rows of their own where no line ends behind them.
    let rows = sheet.text.split('\n').count();
    assert!(
        sheet.text.is_empty() || rows == lines + 1 || rows < lines + 1 && !text.ends_with('\n'),
        "{rows} of {lines}"
    );
    table(&sheet, text, turn)
}

fn table(sheet: &Sheet, text: &str, turn: u64) -> u64 {
    let mut random = Random::new(turn);
    let name = TARGETS[random.below(TARGETS.len())];
    let target = DATASET.target(name).expect("a target of the package");
    let reading = page_table::read(sheet, &DATASET, target, DAY);
    let rows = text.split('\n').count();
    let mut years: Vec<i32> = reading.values.iter().map(|row| row.year).collect();
    years.sort_unstable();
    assert!(years.windows(2).all(|pair| pair[0] < pair[1]), "a value a year");
    assert!(years.iter().all(|year| YEARS.contains(year) && *year <= DAY.year), "{years:?}");
    assert!(reading.values.iter().all(|row| row.value.is_finite()));
    assert!(reading.faults.iter().all(|fault| fault.row <= rows && fault.cell.chars().count() <= 40));
    assert!(reading.form == sheet.form);
    if random.once_in(DRAWN) && sheet.text.len() < 10_000 {
        draw(&mut random, name, Some(sheet), Method::Auto, &Chosen::default());
    }
    let mut wrong: Vec<u8> = reading.faults.iter().map(|fault| fault.what as u8).collect();
    wrong.sort_unstable();
    wrong.dedup();
    let exact: Vec<u8> = reading.values.iter().map(|row| row.qualifier as u8).take(3).collect();
    kind((name, reading.values.len().min(6), wrong, exact, reading.by_region, reading.by_indicator))
}

/// Draws a view; every number in it must be one, and no text may become markup.
fn draw(random: &mut Random, target: &str, table: Option<&Sheet>, method: Method, chosen: &Chosen) {
    let asked = Asked { table, method, until: random.once_in(3).then_some(2035), ..Asked::from(DAY) };
    let report = of_target(&DATASET, target, asked).expect("a target of the package");
    let way = Kind::ALL[random.below(Kind::ALL.len())];
    let language = Language::ALL[random.below(Language::ALL.len())];
    for view in view::of(way, &[report], chosen, language) {
        let frame =
            Frame { width: 240.0 + random.below(900) as f64, standalone: random.once_in(2), ..Frame::default() };
        let scene = scene::draw(&view, frame);
        scene.nodes.iter().for_each(numbers);
        let svg = svg_text(&scene);
        assert!(!svg.contains("<svg onload") && svg.matches("<svg").count() == 1, "text became markup");
    }
}

fn numbers(node: &Node) {
    for (name, value) in &node.attributes {
        let odd = !name.starts_with("data-")
            && !name.starts_with("aria-")
            && (value.contains("NaN") || value.contains("inf"));
        assert!(!odd, "{name}={value}");
    }
    node.children.iter().for_each(numbers);
}

/// What an attribute or the page's address may say, by every reader of such.
fn words(text: &str, turn: u64) -> u64 {
    let mut random = Random::new(turn);
    let assumed = Assumption::parse(text);
    if let Some(Assumption::Change(by) | Assumption::Growth(by)) = assumed {
        assert!(by.is_finite());
    }
    let (method, rule, language) = (Method::parse(text), Rule::parse(text), Language::negotiate(text));
    let reports = [
        of_target(&DATASET, text, DAY).map(|_| ()),
        of_indicator(&DATASET, text, "fujian", DAY).map(|_| ()),
        of_indicator(&DATASET, "valid-trademarks", text, DAY).map(|_| ()),
        if random.once_in(50) { of_plan(&DATASET, text, DAY.into()).map(|_| ()) } else { Ok(()) },
    ];
    let named = reports.iter().filter(|found| found.is_ok()).count();
    if random.once_in(DRAWN) {
        let said = || text.to_string();
        let chosen = Chosen::from_values([said(), said(), said(), said(), said(), said()]);
        let method = assumed.map(Method::Assumption).or(method).unwrap_or(Method::Auto);
        let name = random.of(&["fujian-valid-trademarks-2025", "jinhua-rd-intensity-2025"]);
        draw(&mut random, name, None, method, &chosen);
    }
    kind((assumed.is_some(), method.is_some(), rule.map(Rule::name), language.map(Language::tag), named))
}

const FILES: [(&str, &str); 8] = [
    ("datapackage.json", include_str!("../fixtures/data/valid/datapackage.json")),
    ("indicators.csv", include_str!("../fixtures/data/valid/indicators.csv")),
    ("observations.csv", include_str!("../fixtures/data/valid/observations.csv")),
    ("plans.csv", include_str!("../fixtures/data/valid/plans.csv")),
    ("regions.csv", include_str!("../fixtures/data/valid/regions.csv")),
    ("targets.csv", include_str!("../fixtures/data/valid/targets.csv")),
    ("themes.csv", include_str!("../fixtures/data/valid/themes.csv")),
    ("units.csv", include_str!("../fixtures/data/valid/units.csv")),
];

/// A data package of which one file is `text`: that whose header it has most of, else any.
fn package(text: &str, turn: u64) -> u64 {
    let begins = |file: &str| file.chars().zip(text.chars()).take_while(|(due, is)| due == is).count();
    let likeliest = FILES.iter().max_by_key(|(_, file)| begins(file)).map_or("", |(name, _)| name);
    let changed = if turn.is_multiple_of(10) { FILES[Random::new(turn).below(FILES.len())].0 } else { likeliest };
    let reading = dataset::read(&|name| {
        let (_, file) = FILES.iter().find(|(file, _)| *file == name)?;
        Some(if name == changed { text.as_bytes().to_vec() } else { file.as_bytes().to_vec() })
    });
    let lines = text.split('\n').count().max(30);
    assert!(reading.diagnostics.iter().all(|found| found.line <= lines + 1));
    if let Some(data) = &reading.dataset {
        let packed = dataset::pack::encode(data).expect("what was read can be packed");
        assert!(dataset::pack::decode(&packed).as_ref() == Ok(data), "what was packed can be unpacked");
    }
    let mut rules: Vec<_> = reading.diagnostics.iter().map(|found| found.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    kind((changed, rules, reading.dataset.is_some()))
}

/// A packed dataset that somebody tampered with and sealed anew, so that its checksum holds. `text` tells how, a change a line: a
/// place, and the bytes that stand there from then on; without bytes the rest is cut off. Where it is still a dataset, it is drawn.
fn packed(text: &str, turn: u64) -> u64 {
    static BODY: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let file = |name: &str| FILES.iter().find(|(file, _)| *file == name).map(|(_, text)| text.as_bytes().to_vec());
        let data = dataset::read(&file).dataset.expect("the small package is right");
        dataset::pack::encode(&data).expect("and can be packed").split_off(12)
    });
    let mut body = BODY.clone();
    let number = |word: &str| word.parse().unwrap_or_else(|_| kind(word) as usize);
    for line in text.split('\n').take(50) {
        let mut words = line.split(' ').filter(|word| !word.is_empty()).take(20);
        let Some(place) = words.next().map(|word| number(word) % (body.len() + 1)) else { continue };
        let bytes: Vec<u8> = words.map(|word| number(word) as u8).collect();
        let end = if bytes.is_empty() { body.len() } else { body.len().min(place + bytes.len()) };
        body.splice(place..end, bytes);
    }
    match dataset::pack::decode(&dataset::pack::seal(&body)) {
        Err(why) => kind(why as u8),
        Ok(data) => {
            let mut random = Random::new(turn);
            if !data.targets.is_empty() {
                let target = &data.targets[random.below(data.targets.len())];
                forged(&mut random, &data, &target.id);
            }
            kind((data.targets.len(), data.observations.len(), data.regions.len()))
        }
    }
}

/// Draws what a forged dataset says of a target: whatever it says, nothing fails, and no text becomes markup.
fn forged(random: &mut Random, data: &Dataset, target: &str) {
    let language = Language::ALL[random.below(Language::ALL.len())];
    for way in Kind::ALL {
        let Ok(report) = of_target(data, target, DAY) else { return };
        for view in view::of(way, &[report], &Chosen::default(), language) {
            let svg = svg_text(&scene::draw(&view, Frame { standalone: true, ..Frame::default() }));
            assert!(!svg.contains("<svg onload") && svg.matches("<svg").count() == 1, "text became markup");
        }
    }
}
