//! Where every figure comes from is said in full: of every target and every value of the package.
#![allow(clippy::expect_used, reason = "a test that cannot read its data has failed")]

use indicator_widgets::dataset::{Confidence, Dataset, Date, embedded};
use indicator_widgets::language::{Language, Messages, fill};
use indicator_widgets::report::{Report, of_target};
use indicator_widgets::view::trajectory;

const TODAY: Date = Date { year: 2026, month: 6, day: 30 };

fn reports(dataset: &Dataset) -> Vec<Report<'_>> {
    let own = dataset.targets.iter().filter(|target| target.restates.is_none());
    own.map(|target| of_target(dataset, &target.id, TODAY).expect("a target of the package")).collect()
}

/// Whether `lines` has one that begins as the template does.
fn says(lines: &[String], template: &str) -> bool {
    let start = template.split('{').next().unwrap_or_default();
    lines.iter().any(|line| line.starts_with(start) && line.len() > start.len())
}

#[test]
fn every_target_and_value_says_where_it_comes_from() {
    let dataset = embedded().expect("the package");
    for language in Language::ALL {
        let messages: &Messages = language.messages();
        for report in reports(&dataset) {
            let view = trajectory(&report, language);
            let id = &report.target.id;
            let values = report.series.points.len();
            let (targets, values) = view.sources.split_at(view.sources.len() - values);
            for source in targets {
                for template in
                    [messages.source_plan, messages.source_section, messages.source_issuer, messages.source_date]
                {
                    assert!(says(&source.lines, template), "{id}: {template} in {:?}", source.lines);
                }
                assert!(!source.quote.is_empty(), "{id}");
                let unlinked = source.lines.iter().any(|line| line == messages.source_no_link);
                assert_eq!(source.url.is_empty(), unlinked, "{id}: a link, or that there is none");
            }
            for source in values {
                let by = [messages.source_publisher, messages.source_title];
                assert!(by.iter().any(|template| says(&source.lines, template)), "{id}: {:?}", source.lines);
                assert!(says(&source.lines, messages.source_date), "{id}: {:?}", source.lines);
                let confidence = [messages.source_high, messages.source_medium];
                assert_eq!(source.lines.iter().filter(|line| confidence.contains(&&***line)).count(), 1, "{id}");
                let unlinked = source.lines.iter().any(|line| line == messages.source_no_link);
                assert_eq!(source.url.is_empty(), unlinked, "{id}: a link, or that there is none");
            }
        }
    }
}

#[test]
fn what_a_document_does_not_give_is_said() {
    let dataset = embedded().expect("the package");
    let linxia = reports(&dataset).into_iter().find(|report| report.plan.id == "linxia-2023").expect("a target of it");
    let messages = Language::ZhHans.messages();
    let lines = trajectory(&linxia, Language::ZhHans).sources.first().expect("its own wording").lines.clone();
    for line in [
        fill(messages.source_issuer, &[("issuer", messages.source_unnamed)]),
        fill(messages.source_date, &[("date", messages.source_unnamed)]),
        messages.source_no_link.to_string(),
    ] {
        assert!(lines.contains(&line), "{line} in {lines:?}");
    }
}

#[test]
fn the_foot_names_the_press_where_it_stands_between() {
    let dataset = embedded().expect("the package");
    let (mut by, mut partly, mut official) = (0, 0, 0);
    for report in reports(&dataset).iter().filter(|report| !report.series.points.is_empty()) {
        let rows = || report.series.points.iter().filter_map(|point| report.observation(point));
        let medium = rows().filter(|row| row.confidence == Confidence::Medium).count();
        let foot = trajectory(report, Language::En).foot.join(" ");
        let says = |words: &str| foot.contains(words);
        assert_eq!(says("press report") || says("public reports"), medium > 0, "{}: {foot}", report.target.id);
        let named = rows().any(|row| !row.publisher.is_empty());
        assert_eq!(says("partly by press"), named && medium > 0 && medium < rows().count(), "{foot}");
        by += usize::from(says("(by press"));
        partly += usize::from(says("(partly by press"));
        official += usize::from(medium == 0);
    }
    assert!(by > 0 && partly + official > 0, "{by} by the press, {partly} partly, {official} not");
}

#[test]
fn cells_of_figures_sort_by_their_value() {
    let dataset = embedded().expect("the package");
    for report in reports(&dataset) {
        let table = trajectory(&report, Language::En).table;
        let none = Language::En.messages().cell_none;
        for row in &table.rows {
            // All but the year and the source.
            for cell in row.iter().skip(1).rev().skip(1) {
                assert_eq!(cell.order.is_none(), cell.text == none, "{}: {cell:?}", report.target.id);
                assert!(cell.order.is_none_or(f64::is_finite));
            }
        }
    }
}
