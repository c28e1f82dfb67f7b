//! Ids in a playlist: each is one of the data's.

use super::faults::Faults;
use super::table::Word;
use crate::dataset::Dataset;
use crate::dataset::diagnostic::nearest;

/// Stands for every plan.
pub const EVERY: &str = "all";

/// The plan of this id.
pub fn plan<'p>(key: &str, word: Word<'p>, dataset: &Dataset, faults: &mut Faults<'_>) -> Option<&'p str> {
    let ids = dataset.plans.iter().map(|row| row.id.as_str());
    known("plan", key, word, ids, faults)
}

/// The indicator of this id; a plan has to have a target of it.
pub fn indicator<'p>(key: &str, word: Word<'p>, dataset: &Dataset, faults: &mut Faults<'_>) -> Option<&'p str> {
    let ids = dataset.indicators.iter().map(|row| row.id.as_str());
    let id = known("indicator", key, word, ids, faults)?;
    if !dataset.targets.iter().any(|row| row.indicator == id) {
        let what = format!("`{key}` is `{id}`, expected an indicator that a plan has a target of");
        faults.add(word.at, what, Some("`indicator-widgets targets` lists them: the column `indicator`".into()));
        return None;
    }
    Some(id)
}

/// The target of this id.
pub fn target<'p>(key: &str, word: Word<'p>, dataset: &Dataset, faults: &mut Faults<'_>) -> Option<&'p str> {
    let ids = dataset.set_targets().map(|row| row.id.as_str());
    let restated = dataset.targets.iter().find(|row| row.id == word.text).and_then(|row| row.restates.as_deref());
    if let Some(restated) = restated {
        let what = format!("`{key}` is `{}`, which says another target again, expected that target", word.text);
        faults.add(word.at, what, Some(format!("write `{restated}`")));
        return None;
    }
    known("target", key, word, ids, faults)
}

fn known<'p, 'i>(
    noun: &str,
    key: &str,
    word: Word<'p>,
    ids: impl Iterator<Item = &'i str>,
    faults: &mut Faults<'_>,
) -> Option<&'p str> {
    let ids: Vec<&str> = ids.collect();
    if ids.contains(&word.text) {
        return Some(word.text);
    }
    let column = if noun == "target" { "id" } else { noun };
    let lists = || format!("`indicator-widgets targets` lists them: the column `{column}`");
    let hint = nearest(word.text, ids).unwrap_or_else(lists);
    faults.add(word.at, format!("`{key}` is `{}`, expected the id of {} {noun}", word.text, article(noun)), Some(hint));
    None
}

/// The article before a word.
pub fn article(noun: &str) -> &'static str {
    if noun.starts_with('i') { "an" } else { "a" }
}
