//! Values of a second implementation, through the tool: the same files that `tests/projection` holds the library to.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::{cells, file, number, rows};

/// Key and words of each row, by series.
type Series<'t> = BTreeMap<&'t str, BTreeMap<&'t str, Vec<&'t str>>>;

fn series(text: &str) -> Series<'_> {
    let mut all = Series::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let (name, key) = (words.next().unwrap(), words.next().unwrap());
        all.entry(name).or_default().insert(key, words.collect());
    }
    all.retain(|name, _| !matches!(*name, "student" | "rounding"));
    all
}

/// To 1e-9 of itself; `-` is an empty cell.
fn same(what: &str, ours: &str, theirs: &str) {
    if theirs == "-" {
        return assert_eq!(ours, "", "{what}");
    }
    let (ours, theirs) = (number(ours), number(theirs));
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs().max(1e-300), "{what}: {ours} is not {theirs}");
}

/// Every series of the file as the tool reads them; a total that cannot fall has its last value as `lower`.
fn input(all: &Series<'_>) -> String {
    let mut input = String::from("id,t,value,qualifier,break,lower,upper\n");
    for (name, keys) in all {
        let word = |key: &str, at: usize| keys.get(key).and_then(|words| words.get(at)).copied().unwrap_or("-");
        let bound = |key: &str| word(key, 0).replace('-', "");
        let last = (0..keys["years"].len()).max_by_key(|at| word("years", *at).parse::<i32>().unwrap()).unwrap();
        for at in 0..keys["years"].len() {
            let qualifier = match word("qualifiers", at) {
                "1" => "preliminary",
                "2" => "about",
                "3" => "at_least",
                _ => "",
            };
            let lower = if word("cannot_fall", 0) == "1" { word("values", last).into() } else { bound("lower") };
            let breaks = if word("breaks", at) == "1" { "yes" } else { "" };
            let (year, value) = (word("years", at), word("values", at));
            writeln!(input, "{name},{year},{value},{qualifier},{breaks},{lower},{}", bound("upper")).unwrap();
        }
    }
    input
}

#[test]
fn steady_by_every_reference_series() {
    let all = series(include_str!("../projection/steady.txt"));
    let (input, horizon) = (input(&all), 5);
    let out = rows(&input, &["--horizon", "5"]);
    let found = cells(&out);
    assert_eq!(found.len(), all.len() * horizon);
    let mut compared = 0;
    for (row, (name, keys)) in found.iter().zip(all.iter().flat_map(|one| std::iter::repeat_n(one, horizon))) {
        assert_eq!(row[0], *name);
        let h: usize = row[1].parse().unwrap();
        for (at, key) in [(2, "mean"), (3, "lo80"), (4, "hi80"), (5, "lo95"), (6, "hi95")] {
            let theirs = keys.get(key).and_then(|words| words.get(h - 1)).copied().unwrap_or("-");
            same(&format!("{name} {key} {h}"), row[at], theirs);
            compared += usize::from(theirs != "-");
        }
    }
    assert!(compared > 500, "{compared}");

    // Their targets, in both directions.
    let mut targets = String::from("id,h,target,direction\n");
    let mut expected = Vec::new();
    for (name, keys) in &all {
        for h in 1..=horizon {
            for (direction, key) in [("higher", format!("p_at_least.{h}")), ("lower", format!("p_at_most.{h}"))] {
                for (at, target) in keys["targets"].iter().enumerate() {
                    writeln!(targets, "{name},{h},{target},{direction}").unwrap();
                    expected.push(keys.get(key.as_str()).and_then(|words| words.get(at)).copied().unwrap_or("-"));
                }
            }
        }
    }
    let path = file("reference.csv", &targets);
    let out = rows(&input, &["--targets", path.to_str().unwrap()]);
    let found = cells(&out);
    assert_eq!(found.len(), expected.len());
    for (row, theirs) in found.iter().zip(expected) {
        if theirs == "-" {
            assert_eq!(row[3], "", "{row:?}");
        } else {
            assert!((number(row[3]) - number(theirs)).abs() < 1e-9, "{row:?} is not {theirs}");
        }
    }
}
