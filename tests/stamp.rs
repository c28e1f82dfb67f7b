//! A step of the build runs when an input is other than last time, or an output is not as it left it, and only then.
#![allow(clippy::expect_used, dead_code, reason = "tests fail loudly; of the steps the stamp needs but one")]

#[path = "../src/cli/build/stamp.rs"]
mod stamp;
#[path = "../src/cli/build/steps.rs"]
mod steps;

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

#[test]
fn runs_when_something_changed() {
    let folder = folder("stamp-changed");
    let (stamp, out, other) = (folder.join("stamp"), folder.join("out"), folder.join("other"));
    let outputs = [out.clone(), other.clone()];
    let make = |inputs: &[&[u8]]| {
        let ran = stamp::unless_same(&stamp, inputs, &outputs, || {
            fs::write(&out, inputs.concat()).and_then(|()| fs::write(&other, "x")).map_err(|error| error.to_string())
        });
        ran.expect("the step ends well")
    };
    assert!(make(&[b"ab", b"c"]), "never before");
    assert!(!make(&[b"ab", b"c"]), "nothing changed");
    assert!(make(&[b"ab", b"d"]), "another input");
    assert!(make(&[b"a", b"bd"]), "the same bytes, cut otherwise");
    assert!(!make(&[b"a", b"bd"]));
    fs::write(&out, "spoilt").expect("writes");
    assert!(make(&[b"a", b"bd"]), "an output was changed");
    fs::remove_file(&other).expect("removes");
    assert!(make(&[b"a", b"bd"]), "an output is gone");
    assert!(!make(&[b"a", b"bd"]));
}

#[test]
fn what_failed_runs_again() {
    let folder = folder("stamp-failed");
    let (stamp, out) = (folder.join("stamp"), folder.join("out"));
    let count = Cell::new(0);
    let run = |end: Result<(), String>| {
        let outputs = [out.clone()];
        stamp::unless_same(&stamp, &[b"in"], &outputs, || {
            count.set(count.get() + 1);
            end.and_then(|()| fs::write(&out, "out").map_err(|error| error.to_string()))
        })
    };
    assert_eq!(run(Err("broken".into())), Err("broken".into()));
    assert_eq!(run(Ok(())), Ok(true));
    assert_eq!(run(Ok(())), Ok(false));
    assert_eq!(count.get(), 2);
    fs::remove_file(&out).expect("removes");
    let nothing = stamp::unless_same(&stamp, &[b"in"], std::slice::from_ref(&out), || Ok(()));
    assert!(nothing.expect_err("it wrote nothing").contains("less than it should"));
    assert_eq!(run(Ok(())), Ok(true), "no stamp of what failed is left");
}
