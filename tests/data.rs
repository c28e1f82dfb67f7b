//! The data package in `data/`: it passes every rule, and comes out of its packed form as it went in.

use std::path::Path;

use indicator_widgets::dataset::{Reading, embedded, pack, read};

fn package() -> Reading {
    read(&|file| std::fs::read(Path::new("data").join(file)).ok())
}

#[test]
fn the_package_is_right_and_the_program_carries_it() {
    let reading = package();
    let found: Vec<_> = reading.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
    let dataset = reading.dataset.unwrap();
    assert_eq!(embedded().unwrap(), dataset);
    assert_eq!(pack::decode(&pack::encode(&dataset).unwrap()).unwrap(), dataset);
}
