//! `--targets`: the probability that each is reached.

use crate::{RISING, Run, cells, file, number, rows, run};

fn with(name: &str, targets: &str, input: &str) -> Run {
    run(input, &["--targets", file(name, targets).to_str().unwrap()])
}

#[test]
fn a_row_for_each_target_in_the_order_of_series_and_then_of_targets() {
    let two = format!("{}{}", RISING, RISING.trim_start_matches("id,t,value\n").replace("a,", "b,"));
    let targets = "direction,target,h,id\nhigher,17.0,2,b\nhigher,16,1,a\nlower,16,1,a\nhigher,15,1,b\nhigher,17,2,a\n";
    let run = with("order.csv", targets, &two);
    let rows = cells(&run.out);
    assert!(run.out.starts_with("id,h,target,p\n") && run.code == 0, "{}", run.err);
    let keys: Vec<String> = rows.iter().map(|row| row[..3].join(" ")).collect();
    assert_eq!(keys, ["a 1 16", "a 1 16", "a 2 17", "b 2 17", "b 1 15"]);
    let p: Vec<f64> = rows.iter().map(|row| number(row[3])).collect();
    assert!(p.iter().all(|p| (0.0..=1.0).contains(p)), "{p:?}");
    assert!((p[0] + p[1] - 1.0).abs() < 1e-12, "at least and at most: {p:?}");
    assert_eq!(p[2], p[3], "the same series under another name");
    assert!(p[4] > p[3]);
}

#[test]
fn the_probability_is_that_of_the_interval() {
    let forecasts = rows(RISING, &["--horizon", "2"]);
    let row = &cells(&forecasts)[1];
    let targets =
        format!("id,h,target,direction\na,2,{},higher\na,2,{},higher\na,2,{},lower\n", row[2], row[4], row[5]);
    let run = with("interval.csv", &targets, RISING);
    for (row, p) in cells(&run.out).iter().zip([0.5, 0.1, 0.025]) {
        assert!((number(row[3]) - p).abs() < 1e-12, "{row:?}");
    }
}

#[test]
fn without_a_band_p_is_empty() {
    let run = with(
        "few.csv",
        "id,h,target,direction\na,1,2,higher\nb,1,2,higher\n",
        "id,t,value\na,2020,1\na,2021,2\nb,2020,1\n",
    );
    assert_eq!(run.out, "id,h,target,p\na,1,2,\nb,1,2,\n");
    assert!(run.err.contains("fewer than four") && run.err.contains("fewer than two"), "{}", run.err);
}

#[test]
fn json_has_the_same_fields() {
    let path = file("json.csv", "id,h,target,direction\na,1,16,higher\n");
    let out = rows(RISING, &["--targets", path.to_str().unwrap(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let names: Vec<&String> = json[0].as_object().unwrap().keys().collect();
    assert_eq!(names, ["id", "h", "target", "p"]);
    assert!(json[0]["p"].is_f64() && json[0]["target"] == 16);
}

#[test]
fn a_series_without_targets_has_no_rows() {
    let run = with("none.csv", "id,h,target,direction\n", RISING);
    assert_eq!((run.out.as_str(), run.err.as_str(), run.code), ("id,h,target,p\n", "", 0));
}

#[test]
fn a_target_without_series_is_an_error_said_after_the_others_are_answered() {
    let run = with("alone.csv", "id,h,target,direction\na,1,16,higher\nab,1,16,higher\n", RISING);
    assert_eq!((run.code, run.out.lines().count()), (1, 2));
    assert!(run.err.contains("alone.csv:3:1: error: no series `ab` in the input"), "{}", run.err);
    assert!(run.err.contains("did you mean `a`?"), "{}", run.err);
}

#[test]
fn faults_in_the_targets_are_placed() {
    for (targets, says) in [
        ("id,h,target\n", ":1:1: error: no column `direction`, expected the header `id,h,target,direction`"),
        ("id,h,target,direction\na,0,1,higher\n", ":2:3: error: `h` is `0`, expected how many years ahead, 1 to 1000"),
        ("id,h,target,direction\na,2025,1,higher\n", ":2:3: error: `h` is `2025`"),
        ("id,h,target,direction\na,1,,higher\n", ":2:5: error: `target` is empty"),
        ("id,h,target,direction\na,1,5,range\n", ":2:7: error: `direction` is `range`, expected one of: higher, lower"),
        ("id,h,target,direction\na,1,5,hihger\n", "did you mean `higher`?"),
    ] {
        let run = with("faults.csv", targets, RISING);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
        assert!(run.err.contains(says), "{targets}\n{}", run.err);
    }
}
