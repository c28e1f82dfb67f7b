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
    for cut in [4, 8, 11, 12, bytes.len() - 1] {
        assert_eq!(pack::decode(&bytes[..cut]), Err(pack::PackError::Length), "{cut}");
    }
    bytes.push(0);
    assert_eq!(pack::decode(&bytes), Err(pack::PackError::Length));
    bytes.pop();
    for place in [8, 11, 12, 1000, bytes.len() - 1] {
        bytes[place] ^= 0x20;
        assert_eq!(pack::decode(&bytes), Err(pack::PackError::Checksum), "{place}");
        bytes[place] ^= 0x20;
    }
    bytes[3] += 1;
    assert_eq!(pack::decode(&bytes), Err(pack::PackError::Newer));
    bytes[3] -= 2;
    assert_eq!(pack::decode(&bytes), Err(pack::PackError::Older));
}

/// Each says what is wrong and, behind the last semicolon, what to do.
#[test]
fn every_refusal_says_how_to_mend_it() {
    use pack::PackError::{Checksum, Length, Magic, Newer, Older, Reference, Size, Text, Value};
    let said: Vec<String> =
        [Magic, Older, Newer, Length, Checksum, Text, Reference, Value, Size].iter().map(ToString::to_string).collect();
    for one in &said {
        let (_, cure) = one.rsplit_once("; ").expect(one);
        assert!(["make", "pack", "use", "copy"].iter().any(|verb| cure.starts_with(verb)), "{one}");
        assert_eq!(said.iter().filter(|other| *other == one).count(), 1, "{one}");
    }
}

#[test]
fn a_few_bytes_cannot_ask_for_many_rows_or_much_text() {
    // No text but one, which is version, day, title and the table of characters, then four thousand million themes.
    let rows = pack::seal(&[0, 0, 1, 0, 1, 2, 2, 2, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    assert_eq!(pack::decode(&rows), Err(pack::PackError::Size));
    // One long text, named by every cell of many themes.
    let long = vec![b'x'; 4000];
    let themes = pack::seal(&[[0, 0, 1, 0xa0, 0x1f].as_slice(), &long, &[1, 2, 2, 2, 0xe8, 0x07], &[2; 4000]].concat());
    assert_eq!(pack::decode(&themes), Err(pack::PackError::Size));
    // Texts by the thousand million, and one as long; and more bytes than are read at all.
    for body in [&[0, 0xff, 0xff, 0xff, 0xff, 0x0f][..], &[0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f]] {
        assert!(matches!(pack::decode(&pack::seal(body)), Err(pack::PackError::Size | pack::PackError::Length)));
    }
    let endless = [packed()[..12].to_vec(), vec![0; (64 << 20) + 1]].concat();
    assert_eq!(pack::decode(&endless), Err(pack::PackError::Size));
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
            bytes = pack::seal(&bytes);
        }
        let _ = pack::decode(&bytes);
    }

    #[test]
    fn no_damage_brings_it_down(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = packed();
        let place = at.index(bytes.len());
        bytes[place] ^= byte;
        prop_assert_eq!(pack::decode(&bytes).is_err(), byte != 0);
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(pack::decode(&bytes).is_err());
    }

    /// As if somebody meant harm: what is changed is sealed anew, so that the checksum holds.
    #[test]
    fn no_forgery_brings_it_down(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut body = packed()[12..].to_vec();
        for (at, byte) in &changes {
            let place = at.index(body.len());
            body[place] ^= byte;
        }
        if let Some(cut) = cut {
            body.truncate(cut.index(body.len()));
        }
        if let Ok(dataset) = pack::decode(&pack::seal(&body)) {
            prop_assert!(dataset.targets.iter().all(|target| dataset.plan(&target.plan).is_some()));
        }
    }
}
