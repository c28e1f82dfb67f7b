//! The packed form: what goes in comes out to the bit, and no bytes whatever bring the program down.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::sync::LazyLock;

use indicator_widgets::dataset::{Dataset, Indicator, Text, Unit, embedded, pack};
use proptest::prelude::*;

/// The package of `data/`, packed once: unpacking it is the slow part of these tests.
fn packed() -> Vec<u8> {
    static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| pack::encode(&embedded().expect("unpacks")).expect("packs"));
    PACKED.clone()
}

/// A dataset that holds these numbers and this text.
fn holding(numbers: &[f64], text: &str) -> Dataset {
    let named = Text { zh_hans: text.into(), zh_hant: text.to_uppercase(), en: String::new() };
    let unit = Unit { id: "u".into(), dimension: "d".into(), factor: 1e8, name: named.clone(), pattern: named.clone() };
    let indicator = |number: &f64| Indicator {
        id: "i".into(),
        theme: "t".into(),
        unit: "u".into(),
        direction: indicator_widgets::dataset::Direction::Lower,
        derived_from: None,
        minimum: Some(*number),
        maximum: None,
        name: named.clone(),
        meaning: named.clone(),
    };
    Dataset {
        version: "1".into(),
        themes: vec![indicator_widgets::dataset::Theme { id: "t".into(), name: named.clone() }],
        units: vec![unit],
        indicators: numbers.iter().map(indicator).collect(),
        ..Dataset::default()
    }
}

#[test]
fn references_that_lead_nowhere_cannot_be_packed() {
    let mut dataset = embedded().expect("unpacks");
    if let Some(target) = dataset.targets.first_mut() {
        target.plan = "nowhere".into();
    }
    assert_eq!(pack::encode(&dataset), Err(pack::PackError::Reference));
}

#[test]
fn bytes_of_other_kinds_are_told_from_damaged_ones() {
    let mut bytes = packed();
    assert_eq!(pack::decode(b""), Err(pack::PackError::Magic));
    assert_eq!(pack::decode(b"id,plan,section"), Err(pack::PackError::Magic));
    assert_eq!(pack::decode(&bytes[..bytes.len() - 1]), Err(pack::PackError::Length));
    bytes.push(0);
    assert_eq!(pack::decode(&bytes), Err(pack::PackError::Length));
    bytes[3] = 9;
    assert_eq!(pack::decode(&bytes), Err(pack::PackError::Version));
}

#[test]
fn a_few_bytes_cannot_ask_for_many_rows_or_much_text() {
    // No text but one, which is the version and the table of characters, then four thousand million themes.
    let rows = [b"IWP\x04".as_slice(), &[0, 0, 1, 0, 1, 2, 0xff, 0xff, 0xff, 0xff, 0x0f]].concat();
    assert_eq!(pack::decode(&rows), Err(pack::PackError::Size));
    // One long text, named by every cell of many themes.
    let long = vec![b'x'; 4000];
    let themes = [b"IWP\x04".as_slice(), &[0, 0, 1, 0xa0, 0x1f], &long, &[1, 2, 0xe8, 0x07], &[2; 4000]].concat();
    assert_eq!(pack::decode(&themes), Err(pack::PackError::Size));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn numbers_and_texts_come_back_to_the_bit(
        numbers in proptest::collection::vec(prop_oneof![
            any::<f64>().prop_filter("finite", |number| number.is_finite()),
            (-1_000_000i64..1_000_000, 0i32..5).prop_map(|(digits, places)| digits as f64 / 10f64.powi(places)),
        ], 1..20),
        text in ".{0,20}",
    ) {
        let dataset = holding(&numbers, &text);
        let back = pack::decode(&pack::encode(&dataset).expect("packs")).expect("unpacks");
        prop_assert_eq!(&back, &dataset);
        let bits: Vec<_> = back.indicators.iter().filter_map(|row| row.minimum).map(f64::to_bits).collect();
        prop_assert_eq!(bits, numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>());
    }

    #[test]
    fn no_bytes_bring_it_down(mut bytes in proptest::collection::vec(any::<u8>(), 0..600), whole in any::<bool>()) {
        if whole {
            bytes.splice(0..0, *b"IWP\x04");
        }
        let _ = pack::decode(&bytes);
    }

    #[test]
    fn no_damage_brings_it_down(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = packed();
        let place = at.index(bytes.len());
        bytes[place] ^= byte;
        let _ = pack::decode(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(pack::decode(&bytes).is_err());
    }
}
