//! The words that fields hold.

use crate::assessment::{Likelihood, Rule, Verdict};
use crate::dataset::{Comparator, Kind, Qualifier, Words};
use crate::projection::Method;
use crate::view;

/// Lists of words that have a name.
pub fn words() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut projected: Vec<&str> = Method::names().filter(|name| *name != "auto").collect();
    projected.push("assumption");
    vec![
        ("View", view::Kind::ALL.map(view::Kind::name).into()),
        ("Method", Method::names().collect()),
        ("ProjectedBy", projected),
        ("Verdict", VERDICTS.map(Verdict::name).into()),
        ("Rule", Rule::ALL.map(Rule::name).into()),
        ("Likelihood", LIKELIHOODS.map(Likelihood::name).into()),
        ("Reason", REASONS.into()),
        ("TargetKind", of::<Kind>()),
        ("Comparator", of::<Comparator>()),
        ("Qualifier", of::<Qualifier>()),
        ("NoProjection", NO_PROJECTION.into()),
        ("Code", CODES.into()),
    ]
}

/// The codes of errors.
pub const CODES: [&str; 10] = [
    "unknown-id",
    "bad-value",
    "bad-table",
    "bad-dataset",
    "unsupported",
    "wasm-blocked",
    "truncated",
    "name-clash",
    "panic",
    "too-old",
];

const VERDICTS: [Verdict; 6] =
    [Verdict::Met, Verdict::OnTrack, Verdict::AtRisk, Verdict::OffTrack, Verdict::Missed, Verdict::NotReported];

const LIKELIHOODS: [Likelihood; 7] = [
    Likelihood::ExceptionallyUnlikely,
    Likelihood::VeryUnlikely,
    Likelihood::Unlikely,
    Likelihood::AboutAsLikelyAsNot,
    Likelihood::Likely,
    Likelihood::VeryLikely,
    Likelihood::VirtuallyCertain,
];

const REASONS: [&str; 17] = [
    "no_value",
    "reached",
    "not_reached",
    "unclear",
    "unpublished",
    "reached_for_good",
    "exceeded",
    "already",
    "floor_broken",
    "floor_kept",
    "floor_kept_so_far",
    "floor_unpublished",
    "likelihood",
    "pace",
    "one_value",
    "class",
    "silent",
];

/// Why there is no projection.
pub const NO_PROJECTION: [&str; 6] = ["too_few", "twice", "not_positive", "bounds", "assumption", "overflow"];

fn of<W: Words>() -> Vec<&'static str> {
    W::WORDS.iter().map(|(word, _)| *word).collect()
}
