//! Cases made of the package's own targets and values.

use indicator_widgets::assessment::{Assessment, Case, Reason, Rule, Verdict, assess, by_every_rule};
use indicator_widgets::dataset::{Dataset, Date, Kind, Qualifier, Target, embedded};
use indicator_widgets::projection::{self, Bounds, Method, Sample};
use indicator_widgets::series::{Point, Series};
use indicator_widgets::trajectory::{self, Threshold};

fn day(year: i32, month: u8) -> Date {
    Date { year, month, day: 1 }
}

/// What a rule says of a target on a day.
fn judged(dataset: &Dataset, target: &Target, as_of: Date) -> [Assessment; 6] {
    let series: Series = trajectory::scale(dataset, target, as_of);
    let path = trajectory::of(dataset, target, &series);
    let case = Case::of(target, &path, &series, as_of);
    let sample = |point: &Point| Sample {
        year: point.year,
        value: point.value,
        qualifier: point.qualifier,
        breaks: point.breaks,
    };
    let samples: Vec<Sample> = series.points.iter().map(sample).collect();
    match projection::of(&samples, Method::Auto, Bounds::default()) {
        Ok(projection) => by_every_rule(&case.with(&projection)),
        Err(_) => by_every_rule(&case),
    }
}

/// What our own rule says of the target with this id.
fn own(target: &str, as_of: Date) -> Assessment {
    let data = embedded().unwrap();
    let [own, ..] = judged(&data, data.target(target).unwrap(), as_of);
    own
}

#[test]
fn the_deadline_is_over_when_its_value_is_due() {
    let before = own("fujian-valid-trademarks-2025", Date { year: 2026, month: 2, day: 28 });
    let after = own("fujian-valid-trademarks-2025", day(2026, 3));
    assert!(matches!(before.reason, Reason::Likelihood(_)));
    assert_eq!((after.verdict, after.reason), (Verdict::NotReported, Reason::Unpublished));
    // From the values up to 2023 there is still something to be said.
    assert_eq!((after.n, after.value_year), (4, Some(2023)));
    assert!(after.probability.is_some() && after.likelihood() == before.likelihood());
    assert!(after.probability_in_words_only());
}

#[test]
fn verdicts_on_published_targets() {
    let rows = [
        ("quanzhou-tourist-visits-2025", day(2026, 8), Verdict::Met, "reached", Some(2025)),
        ("quanzhou-tourist-spending-2025", day(2025, 6), Verdict::OnTrack, "already", Some(2024)),
        ("quanzhou-little-giant-firms-2025", day(2025, 6), Verdict::NotReported, "one_value", Some(2023)),
        // 74 a year so far where 142 are needed; the 527 of 2024 are of a part of that year.
        ("quanzhou-provincial-specialised-smes-2025", day(2025, 6), Verdict::OffTrack, "pace", Some(2023)),
        ("jinhua-rd-intensity-2025", day(2024, 6), Verdict::OffTrack, "pace", Some(2021)),
        // 2.54 % of 2024 is of a new definition.
        ("jinhua-rd-intensity-2027", day(2026, 1), Verdict::NotReported, "one_value", Some(2024)),
        ("fujian-construction-output-2025", day(2025, 6), Verdict::AtRisk, "pace", Some(2022)),
        ("linxia-good-air-days-2023", day(2026, 8), Verdict::NotReported, "unpublished", Some(2025)),
        ("quanzhou-green-factories-2025", day(2026, 8), Verdict::NotReported, "no_value", None),
    ];
    for (target, as_of, verdict, reason, year) in rows {
        let found = own(target, as_of);
        assert_eq!((found.verdict, found.reason.name(), found.value_year), (verdict, reason, year), "{target}");
        assert_eq!(found.stands_in(), target == "linxia-good-air-days-2023");
    }
}

#[test]
fn paces_are_those_of_the_required_path() {
    let data = embedded().unwrap();
    let mut compared = 0;
    for target in data.targets.iter().filter(|row| row.kind != Kind::GrowthRate) {
        let as_of = day(2025, 6);
        let series = trajectory::scale(&data, target, as_of);
        let path = trajectory::of(&data, target, &series);
        let asks = trajectory::requirement(&path, target, &series);
        let case = Case::of(target, &path, &series, as_of);
        let found = assess(Rule::Own, &case);
        let whole = series.latest().is_some_and(|latest| latest.qualifier != Qualifier::PartYear);
        if let (true, Some(pace)) = (whole, asks.so_far) {
            assert_eq!(found.pace, Some(pace.change), "{}", target.id);
            compared += 1;
        }
        if let (true, Some(pace), Some(found)) = (whole, asks.from_now, found.required_pace) {
            assert_eq!(found, pace.change, "{}", target.id);
        }
    }
    assert!(compared >= 4, "{compared}");
}

#[test]
fn several_deadlines_of_one_path() {
    let data = embedded().unwrap();
    let next = |id: &str, as_of: Date| {
        let target = data.target(id).unwrap();
        let series = trajectory::scale(&data, target, as_of);
        let path = trajectory::of(&data, target, &series);
        let case = Case::of(target, &path, &series, as_of);
        (case.deadline, case.next)
    };
    let (first, second) = ((2025, Threshold::AtLeast(2.8)), (2027, Threshold::AtLeast(3.0)));
    assert_eq!(next("jinhua-rd-intensity-2027", day(2024, 6)), (2027, first));
    assert_eq!(next("jinhua-rd-intensity-2027", day(2026, 3)), (2027, second));
    assert_eq!(next("jinhua-rd-intensity-2027", day(2028, 3)), (2027, second));
    // The later deadline is not the earlier one's business.
    assert_eq!(next("jinhua-rd-intensity-2025", day(2026, 3)), (2025, first));
}

/// No day and no rule gives a verdict that the words of the design do not allow.
#[test]
fn every_target_on_many_days() {
    let data = embedded().unwrap();
    for year in 2014..2031 {
        for target in &data.targets {
            let found = judged(&data, target, day(year, 6));
            let stock = matches!(target.kind, Kind::Cumulative | Kind::New);
            for one in &found {
                let over = year > target.deadline;
                let final_verdict = matches!(one.verdict, Verdict::Met | Verdict::Missed);
                let open = matches!(one.verdict, Verdict::OnTrack | Verdict::AtRisk | Verdict::OffTrack);
                assert!(!(over && open), "{} {year}: {one:?}", target.id);
                let own_year = one.value_year == Some(target.deadline);
                assert!(
                    !final_verdict || own_year || stock || target.kind == Kind::PerYear,
                    "{} {year}: {one:?}",
                    target.id
                );
                assert!(one.value.is_some() || one.reason == Reason::NoValue, "{} {year}: {one:?}", target.id);
            }
        }
    }
}
