//! Readers of what others write (tables, CSV, rows, attributes' values, the package's files, packed datasets) take any text: no panic, no hang, no
//! memory that is not given back. Inputs are made of those in `corpus/`, by seed; an input that fails is printed and kept
//! there, and is tried first from then on.
//!
//! ```text
//! cargo test --test fuzz                                                        as many as fit in half a minute
//! FUZZ_INPUTS=1000000 cargo test --profile fuzz --test fuzz -- --nocapture      a million, with figures
//! FUZZ_SEED=2 …                                                                 others
//! ```
#![allow(clippy::expect_used, clippy::panic, reason = "a test that can't go on should say so")]

mod grammar;
mod memory;
mod mutate;
mod random;
mod readers;
mod time;

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use random::Random;
use readers::{READERS, Reader};
use time::Since;

/// Inputs of all readers together, unless `FUZZ_INPUTS` says otherwise.
const INPUTS: usize = 12_000;
/// From so many on, the longest that is read is tried too; a short run goes to a twentieth of it.
const LONG_RUN: usize = 100_000;
/// A byte may take so many times as long as one of the corpus does, beside the seconds that any input may take.
const SLOWER: f64 = 3.0;
const ANY: f64 = 2.0;
/// Bytes that the corpus is made long to, to see what one takes.
const LENGTH: usize = 8000;
/// After this an input is taken to hang.
const HANGS: Duration = Duration::from_secs(60);
/// Bytes that an input may need at a time, beside so many for each of its own.
const ROOM: isize = 4 << 20;
const FOR_EACH: isize = 300;
/// Inputs with outcomes of their own that are kept to be changed further.
const KEPT: usize = 1000;

fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().map_or(usual, |given| given.parse().expect("a number"))
}

fn folder(reader: &Reader) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/fuzz/corpus", reader.name].iter().collect()
}

fn corpus(reader: &Reader) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder(reader)).expect("a corpus").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("UTF-8")).collect()
}

/// Keeps an input that failed.
fn keep(reader: &Reader, input: &str, why: &str) -> String {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let file = folder(reader).join(format!("found-{:08x}.txt", hasher.finish() as u32));
    fs::write(&file, input).expect("a file to write");
    let shown: String = input.chars().take(500).collect();
    format!("{}: {why}: {} bytes, kept as {}\n{shown:?}", reader.name, input.len(), file.display())
}

/// What a run came to.
#[derive(Default)]
struct Figures {
    inputs: usize,
    kinds: usize,
    peak: isize,
    slowest: Duration,
    slowest_bytes: usize,
}

/// Ends the process where an input is not done in time: nothing else ends a loop. Each input is told of before it is read.
fn watch(reader: &'static Reader) -> Sender<String> {
    let (sender, inputs) = channel::<String>();
    std::thread::spawn(move || {
        let mut last = String::new();
        loop {
            match inputs.recv_timeout(HANGS) {
                Ok(input) => last = input,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {
                    eprintln!("{}", keep(reader, &last, "hangs"));
                    std::process::exit(1);
                }
            }
        }
    });
    sender
}

/// How long an input may take, in seconds: any, and more for each byte.
#[derive(Clone, Copy)]
struct Limit {
    any: f64,
    byte: f64,
}

/// Reads one input: its outcome, time and memory; panics, with the input kept, where that is not as it must be.
fn attempt(reader: &'static Reader, input: &str, turn: u64, limit: Limit, figures: &mut Figures) -> u64 {
    let fail = |why: &str| -> ! { panic!("{}", keep(reader, input, why)) };
    let limit = limit.any + limit.byte * input.len() as f64;
    let mut fastest = Duration::MAX;
    let mut outcome = 0;
    // What is slow is slow three times.
    for _ in 0..3 {
        let (start, before) = (Since::now(), memory::live());
        let (read, peak) = memory::peak(|| catch_unwind(AssertUnwindSafe(|| (reader.read)(input, turn))));
        let Ok(read) = read else { fail("panics") };
        fastest = fastest.min(start.elapsed());
        outcome = read;
        if memory::live() != before {
            fail(&format!("keeps {} bytes", memory::live() - before));
        }
        if peak > ROOM + FOR_EACH * isize::try_from(input.len()).expect("a size") {
            fail(&format!("needs {peak} bytes"));
        }
        figures.peak = figures.peak.max(peak);
        if fastest.as_secs_f64() < limit {
            break;
        }
    }
    if fastest.as_secs_f64() >= limit {
        fail(&format!("takes {fastest:?}, more than {limit:.2} s"));
    }
    if fastest > figures.slowest {
        (figures.slowest, figures.slowest_bytes) = (fastest, input.len());
    }
    figures.inputs += 1;
    outcome
}

/// What a reader is allowed, from how long the corpus takes it, each of its texts over and over; and everything that is made
/// once is made.
fn limit(reader: &Reader, seeds: &[String]) -> Limit {
    let texts: Vec<String> = seeds.iter().map(|seed| seed.repeat(LENGTH / seed.len() + 1)).collect();
    let once = |text: &String, turn: u64| {
        let start = Since::now();
        (reader.read)(text, turn);
        start.elapsed().as_secs_f64()
    };
    let quickest = |text| (0..3).map(|turn| once(text, turn)).fold(f64::INFINITY, f64::min);
    let bytes: usize = texts.iter().map(String::len).sum();
    for (seed, turn) in seeds.iter().zip(0..) {
        once(seed, turn);
    }
    Limit { any: ANY, byte: SLOWER * texts.iter().map(quickest).sum::<f64>() / bytes as f64 }
}

fn fuzz(reader: &'static Reader) {
    let seeds = corpus(reader);
    let limit = limit(reader, &seeds);
    let all = number("FUZZ_INPUTS", INPUTS);
    let inputs = all * reader.share / 1_000_000;
    let most = if all < LONG_RUN { reader.most / 20 } else { reader.most };
    let mut random = Random::new(number("FUZZ_SEED", 1) as u64);
    let mut figures = Figures::default();
    let (mut seen, mut pool) = (BTreeSet::new(), seeds);
    let watch = watch(reader);
    let start = Instant::now();
    let own = pool.len();
    for turn in 0..inputs.max(own) {
        // The corpus as it is comes first.
        let input = pool.get(turn).filter(|_| turn < own).cloned().unwrap_or_else(|| {
            let (seed, other) = (&pool[random.below(pool.len())], &pool[random.below(pool.len())]);
            mutate::mutate(&mut random, [seed, other], reader.sign, most)
        });
        watch.send(input.clone()).expect("a watch");
        let outcome = attempt(reader, &input, turn as u64, limit, &mut figures);
        if seen.insert(outcome) && turn >= own && pool.len() < KEPT && input.len() < 2000 {
            pool.push(input);
        }
    }
    figures.kinds = seen.len();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{}: {} inputs in {seconds:.1} s ({:.0} a second), {} kinds of outcome, at most {} KiB at a time, \
         slowest {:.1} ms ({} bytes); {:.0} ns allowed a byte",
        reader.name,
        figures.inputs,
        figures.inputs as f64 / seconds,
        figures.kinds,
        figures.peak >> 10,
        figures.slowest.as_secs_f64() * 1e3,
        figures.slowest_bytes,
        limit.byte * 1e9,
    );
}

#[test]
fn any_table_is_read() {
    fuzz(&READERS[0]);
}

#[test]
fn any_csv_is_read() {
    fuzz(&READERS[1]);
}

#[test]
fn any_rows_are_read() {
    fuzz(&READERS[2]);
}

#[test]
fn any_attribute_is_read() {
    fuzz(&READERS[3]);
}

#[test]
fn any_package_is_read() {
    fuzz(&READERS[4]);
}

#[test]
fn any_packed_data_are_read() {
    fuzz(&READERS[5]);
}

/// The net catches: a reader that panics, keeps memory, needs much of it, or takes long is found.
#[test]
fn what_fails_is_found() {
    // An absolute path stands for the corpus.
    let folder = std::env::temp_dir().join(format!("indicator-widgets-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let name: &'static str = Box::leak(folder.display().to_string().into_boxed_str());
    let short = Limit { any: 0.1, byte: 1e-9 };
    let found = |read: fn(&str, u64) -> u64| {
        let reader: &'static Reader = Box::leak(Box::new(Reader { name, sign: ',', share: 0, most: 0, read }));
        let failed =
            catch_unwind(|| attempt(reader, "found by the test of the net", 0, short, &mut Figures::default()));
        failed.expect_err("it must fail").downcast_ref::<String>().cloned().unwrap_or_default()
    };
    assert!(found(|_, _| panic!("on purpose")).contains("panics"));
    assert!(found(|text, _| Box::leak(text.to_string().into_boxed_str()).len() as u64).contains("keeps 28 bytes"));
    assert!(found(|_, _| Vec::<u8>::with_capacity(5 << 20).capacity() as u64).contains("needs 5242880 bytes"));
    let slow = |_: &str, _: u64| {
        // At work: a thread that sleeps takes none of the processor's time.
        let start = Since::now();
        while start.elapsed() < Duration::from_millis(130) {}
        0
    };
    assert!(found(slow).contains("takes"));
    let kept: Vec<_> =
        fs::read_dir(&folder).expect("a folder").filter_map(Result::ok).map(|entry| entry.path()).collect();
    assert_eq!(kept.len(), 1, "one input, kept once");
    assert_eq!(fs::read_to_string(&kept[0]).expect("text"), "found by the test of the net");
    fs::remove_dir_all(&folder).expect("its own folder");
}
