//! Many series, one after the other.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};

use crate::{cells, command, rows, run};

/// Series `s0`, `s1`, … of five years each.
fn many(count: usize) -> String {
    let mut input = String::from("id,t,value\n");
    for series in 0..count {
        for year in 0..5 {
            writeln!(input, "s{series},{},{}", 2019 + year, 10 + (series * 7 + year * year) % 23).unwrap();
        }
    }
    input
}

#[test]
fn series_come_out_in_their_order_as_if_each_stood_alone() {
    let input = many(2000);
    let out = rows(&input, &["--horizon", "2"]);
    let all = cells(&out);
    assert_eq!(all.len(), 4000);
    assert!(
        all.iter().enumerate().all(|(at, row)| row[0] == format!("s{}", at / 2) && row[1] == (at % 2 + 1).to_string())
    );
    let lines: Vec<&str> = input.lines().collect();
    let alone = format!("id,t,value\n{}\n", lines[1 + 777 * 5..1 + 778 * 5].join("\n"));
    assert_eq!(cells(&rows(alone, &["--horizon", "2"])), all[777 * 2..778 * 2]);
}

#[test]
fn rows_come_before_the_input_ends() {
    let mut child = command(&["--input", "-", "--horizon", "5"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    // Far more rows than are gathered before some are passed on, and the input still open.
    let writer = std::thread::spawn(move || {
        input.write_all(many(1000).as_bytes()).unwrap();
        input
    });
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert_eq!(line, "id,h,mean,lo80,hi80,lo95,hi95,method\n");
    let rest = std::thread::spawn(move || output.lines().count());
    let input = writer.join().unwrap();
    assert_eq!(child.try_wait().unwrap(), None, "the input is still open");
    drop(input);
    assert_eq!((rest.join().unwrap(), child.wait().unwrap().code()), (5000, Some(0)));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault_and_ends_the_run() {
    let mut child = command(&["--input", "-", "--horizon", "5"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let mut written = 0;
    // The input never ends by itself.
    while writeln!(input, "{}", if written == 0 { "id,t,value".into() } else { format!("s{written},2020,1") }).is_ok() {
        written += 1;
    }
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn a_late_fault_ends_a_long_run_with_1_and_its_line() {
    let run = run(many(3000) + "s0,2030,1\n", &["--horizon", "5"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.starts_with("stdin:15002:1: error: series `s0` returns") && run.err.contains("line 2"),
        "{}",
        run.err
    );
    // Rows that were passed on before are whole.
    assert!(run.out.is_empty() || run.out.ends_with('\n'));
}
