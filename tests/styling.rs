//! What a page may restyle: the themes keep contrast, and the page on styling names every property and part as it is.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::collections::BTreeMap;
use std::fs;

use indicator_widgets::scene::Palette;

const THEMES: [&str; 3] = ["plain", "government", "ink"];

fn read(name: &str) -> String {
    fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "/", name].concat()).expect(name)
}

/// The element's own colours by property, in light and dark: those of its sheet and those of drawings.
fn defaults() -> [BTreeMap<String, String>; 2] {
    let sheet = read("www/element.css");
    [(".frame {", 0), (".dark {", 1)].map(|(block, theme)| {
        let block = sheet.split_once(block).and_then(|(_, rest)| rest.split_once('}')).expect("a block").0;
        let named = block.lines().filter_map(|line| line.split_once("var(--indicator-")?.1.split_once(", "));
        let colours = named.filter(|(_, value)| value.starts_with('#'));
        let mut all: BTreeMap<String, String> =
            colours.map(|(name, value)| (name.into(), value.trim_end_matches([')', ';']).into())).collect();
        for (name, colours) in Palette::COLOURS {
            all.insert((*name).into(), colours[theme].into());
        }
        all
    })
}

/// Selector and properties of each rule of a theme.
fn rules(theme: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let text = read(&["www/themes/", theme, ".css"].concat());
    let mut rules = Vec::new();
    for rule in text.split('}') {
        let Some((head, body)) = rule.rsplit_once('{') else { continue };
        let selector = head.rsplit(['{', '/']).next().unwrap_or_default().trim().to_string();
        let lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
        let properties = lines.map(|line| {
            let line = line.strip_prefix("--indicator-").and_then(|line| line.strip_suffix(';'));
            let (name, value) = line.and_then(|line| line.split_once(": ")).expect("a property a line");
            (name.to_string(), value.to_string())
        });
        rules.push((selector, properties.collect()));
    }
    rules
}

/// Relative luminance of WCAG 2.2.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("six digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_and_marks_stand_out_in_every_theme_by_day_and_night() {
    for theme in THEMES {
        let rules = rules(theme);
        let [(day, light), (night, dark), (auto, same)] = rules.as_slice() else { panic!("{theme}: {rules:?}") };
        assert_eq!(day, "indicator-chart");
        assert_eq!(night, "indicator-chart[theme=\"dark\"]");
        assert_eq!(auto, "indicator-chart:not([theme]), indicator-chart[theme=\"auto\"]");
        assert_eq!(dark, same, "{theme}: one dark for those who ask the page and those who ask the device");
        for (own, own_colours) in defaults().into_iter().zip([light, dark]) {
            // What is not set by day is the element's own by day and by night.
            let of = |name: &str| own_colours.get(name).or(own.get(name)).expect(name).as_str();
            for name in own.keys() {
                assert!(own_colours.contains_key(name), "{theme} leaves {name} to the other themes");
            }
            let at_least = |least: f64, mark: &str, behind: &str| {
                let found = contrast(of(mark), of(behind));
                assert!(found >= least, "{theme}: {mark} {} on {behind} {}: {found:.2}", of(mark), of(behind));
            };
            for behind in ["background", "period", "band80", "band95"] {
                for mark in ["text", "quiet", "observed", "target"] {
                    at_least(4.5, mark, behind);
                }
                at_least(3.0, "path", behind);
            }
            for mark in ["good", "doubt", "bad", "accent"] {
                at_least(4.5, mark, "background");
            }
            for mark in ["control", "error"] {
                at_least(3.0, mark, "background");
            }
        }
    }
}

#[test]
fn themes_set_what_there_is() {
    let [light, _] = defaults();
    for theme in THEMES {
        for (_, properties) in rules(theme) {
            for name in properties.keys() {
                let known =
                    light.contains_key(name) || ["band-edge", "halo", "font", "radius"].contains(&name.as_str());
                assert!(known, "{theme} sets {name}");
            }
        }
    }
}

#[test]
fn the_page_on_styling_names_every_property_and_its_default() {
    let page = read("www/styling.html");
    let [light, dark] = defaults();
    for (name, day) in &light {
        let night = dark.get(name).expect(name);
        let field =
            format!("data-property=\"--indicator-{name}\" data-light=\"{day}\" data-dark=\"{night}\" value=\"{day}\"");
        assert!(page.contains(&field), "{field}");
        let told = format!("<code>{day}</code> <code>{night}</code>");
        let row = page.split("<li ").find(|row| row.contains(&field)).expect("its row");
        assert!(row.contains(&told), "{name}: {told}");
    }
    let sheet = read("www/element.css");
    for piece in sheet.split("var(--indicator-").skip(1) {
        let name = piece.split([',', ')']).next().expect("a name");
        assert!(page.contains(&format!("data-property=\"--indicator-{name}\"")), "--indicator-{name} is in no page");
    }
    let told = page.split("data-property=\"--indicator-").skip(1).map(|piece| piece.split('"').next().expect("a name"));
    for name in told {
        let known = light.contains_key(name) || sheet.contains(&format!("--indicator-{name},"));
        assert!(known, "--indicator-{name} is told of and is not there");
    }
}

/// Every name that the sources give a part.
fn parts() -> Vec<String> {
    let mut names = Vec::new();
    for folder in ["src/web", "www"] {
        for entry in fs::read_dir([env!("CARGO_MANIFEST_DIR"), "/", folder].concat()).expect(folder) {
            let path = entry.expect("an entry").path();
            if !path.extension().is_some_and(|kind| kind == "rs" || kind == "js") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("its text").replace('\'', "\"");
            for piece in text.split("\"part\", ").skip(1) {
                // `("part", class)`: a figure or what scrolls.
                match piece.strip_prefix('"') {
                    Some(name) => names.push(name.split('"').next().expect("its end").to_string()),
                    None => names.extend(["figure".to_string(), "scroll".to_string()]),
                }
            }
        }
    }
    names.sort();
    names.dedup();
    names
}

#[test]
fn the_page_on_styling_names_every_part() {
    let page = read("www/styling.html");
    let list = page.split_once("class=\"parts\"").expect("a list of parts").1;
    let mut told: Vec<&str> =
        list.split("<li><code>").skip(1).map(|row| row.split('<').next().expect("a name")).collect();
    told.sort_unstable();
    assert_eq!(told, parts());
    let code = page.split_once("id=\"parts-code\">").and_then(|(_, rest)| rest.split_once('<')).expect("an example").0;
    assert!(read("www/styling.css").contains(code), "the example is what the page does");
}
