//! Where the time of a chart goes: each stage of the pipeline as a share of the whole, over all targets, in one run.
//!
//! `make bench`. Medians of interleaved rounds; the machine's noise is the same for every stage, so read the shares.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use indicator_widgets::dataset::{self, Date};
use indicator_widgets::language::Language;
use indicator_widgets::scene::{self, Frame};
use indicator_widgets::{paint, report, view};

const AS_OF: Date = Date { year: 2026, month: 11, day: 1 };
const ROUNDS: usize = 21;
const STAGES: [&str; 5] = ["unpack the data", "report", "view", "scene", "SVG text"];

fn main() {
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); STAGES.len()];
    let mut charts = 0;
    let mut bytes = 0;
    for _ in 0..ROUNDS {
        let mut spent = [Duration::ZERO; STAGES.len()];
        let mut clock = Instant::now();
        let mut lap = |stage: usize, spent: &mut [Duration]| {
            spent[stage] += clock.elapsed();
            clock = Instant::now();
        };
        let data = black_box(dataset::embedded().expect("the embedded package unpacks"));
        lap(0, &mut spent);
        (charts, bytes) = (0, 0);
        for target in data.targets.iter().filter(|target| target.restates.is_none()) {
            let report = black_box(report::of_target(&data, &target.id, AS_OF).expect("a known id"));
            lap(1, &mut spent);
            let view = black_box(view::trajectory(&report, Language::ZhHans));
            lap(2, &mut spent);
            let scene = black_box(scene::draw(&view, Frame::default()));
            lap(3, &mut spent);
            let svg = black_box(paint::svg_text(&scene));
            lap(4, &mut spent);
            charts += 1;
            bytes += svg.len();
        }
        for (all, one) in times.iter_mut().zip(spent) {
            all.push(one);
        }
    }
    let medians: Vec<Duration> = times
        .iter_mut()
        .map(|all| {
            all.sort();
            all[ROUNDS / 2]
        })
        .collect();
    let total: Duration = medians.iter().sum();
    println!("{charts} charts, {} bytes of SVG each; medians of {ROUNDS} rounds", bytes / charts.max(1));
    for (stage, median) in STAGES.iter().zip(&medians) {
        let share = 100.0 * median.as_secs_f64() / total.as_secs_f64();
        println!("{stage:>16}  {:>9.3} ms  {share:>5.1} %", median.as_secs_f64() * 1e3);
    }
    println!(
        "{:>16}  {:>9.3} ms  {:.1} µs a chart",
        "in all",
        total.as_secs_f64() * 1e3,
        total.as_secs_f64() * 1e6 / charts.max(1) as f64
    );
}
