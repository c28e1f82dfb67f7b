//! What is refused, and where the fault is said to be.

use crate::{RISING, file, run};

/// What a run says that must end with `code`, and print nothing.
fn refused(input: impl AsRef<[u8]>, arguments: &[&str], code: i32) -> String {
    let run = run(input, arguments);
    assert_eq!((run.code, run.out.as_str()), (code, ""), "{}", run.err);
    run.err
}

#[test]
fn a_fault_says_line_column_what_was_expected_and_how_to_mend_it() {
    for (input, says) in [
        ("", "stdin:1:1: error: nothing in it, expected the header `id,t,value`"),
        (
            "id,year,value\n",
            "stdin:1:4: error: unknown column `year`, expected some of: id (the series), t (the year), value",
        ),
        ("id,t,value,qualifer\n", "hint: did you mean `qualifier`?"),
        ("ID,t,value\n", "hint: did you mean `id`?"),
        ("id;t;value\na;2020;1\n", "hint: separate the cells by commas"),
        ("id,t,t,value\n", "stdin:1:6: error: column `t` a second time, expected it once"),
        ("id,t\n", "stdin:1:1: error: no column `value`, expected the header `id,t,value`"),
        ("id,t,value\na,2020\n", "stdin:2:3: error: 2 cells, expected 3 as in the header"),
        ("id,t,value\na,2020,1,234\n", "stdin:2:10: error: 4 cells, expected 3 as in the header\n  hint: put a cell"),
        ("id,t,value\n,2020,1\n", "stdin:2:1: error: `id` is empty, expected a name"),
        (
            "id,t,value\na,2020.0,1\n",
            "stdin:2:3: error: `t` is `2020.0`, expected a year, a whole number from -9999 to 9999\n  hint: did you mean `2020`?",
        ),
        ("id,t,value\na,202012,1\n", "stdin:2:3: error: `t` is `202012`"),
        (
            "id,t,value\na,2020,\n",
            "stdin:2:8: error: `value` is empty, expected a number like 2.47\n  hint: leave the row out",
        ),
        (
            "id,t,value\na,2020,\"1,234亿元\"\n",
            "stdin:2:8: error: `value` is `1,234亿元`, expected a number like 2.47\n  hint: did you mean `1234`?",
        ),
        ("id,t,value\na,2020,NaN\n", "stdin:2:8: error: `value` is `NaN`"),
        ("id,t,value\na,2020,1e999\n", "stdin:2:8: error: `value` is `1e999`, expected a number that a double holds"),
        (
            "id,t,value,qualifier\na,2020,1,prelimnary\n",
            "stdin:2:10: error: `qualifier` is `prelimnary`, expected one of: exact, at_least, about, preliminary, part_year\n  hint: did you mean `preliminary`?",
        ),
        ("id,t,value,lower,upper\na,2020,1,5,3\n", "stdin:2:10: error: `lower` is 5, above `upper`, 3"),
        ("id,t,value,upper\na,2020,1,x\n", "stdin:2:10: error: `upper` is `x`"),
        (
            "id,t,value\na,2020,1\na,2021,2\na,2020,3\n",
            "stdin:4:3: error: year 2020 of `a` a second time, expected each once: it is on line 2",
        ),
        (
            "id,t,value\na,2020,1\nb,2020,1\na,2021,2\n",
            "stdin:4:1: error: series `a` returns, expected its rows together: they began on line 2\n  hint: sort",
        ),
        ("id,t,value\na,20\"20,1\n", "stdin:2:5: error: quote inside a cell without quotes"),
        ("id,t,value\n\"质量,2020,1\nb,2020,1\n", "stdin:2:1: error: this quote is never closed"),
        // After a cell that holds a line end, lines go on counting.
        ("id,t,value\n\"a\nb\",2020,1\nc,2020,x\n", "stdin:4:8: error: `value` is `x`"),
    ] {
        let err = refused(input, &["--horizon", "2"], 1);
        assert!(err.contains(says), "{input:?}\n{err}");
    }
}

#[test]
fn other_encodings_are_named() {
    let gbk = b"id,t,value\na,2020,1\n\xd6\xca\xc1\xbf,2020,1\n";
    let err = refused(gbk, &["--horizon", "2"], 1);
    assert!(err.starts_with("stdin:3:1: error: not UTF-8") && err.contains("GBK"), "{err}");
    let err = refused(b"\xff\xfei\0d\0", &["--horizon", "2"], 1);
    assert!(err.starts_with("stdin:1:1: error: not UTF-8"), "{err}");
}

#[test]
fn a_file_without_line_ends_is_not_read_whole() {
    let err = refused("x".repeat(3 << 20), &["--horizon", "2"], 1);
    assert!(err.starts_with("stdin:1:1: error: a line of more than a million"), "{err}");
    let err = refused(format!("id,t,value\n\"{}", "x\n".repeat(2 << 20)), &["--horizon", "2"], 1);
    assert!(err.starts_with("stdin:2:1: error: this quote is never closed"), "{err}");
}

#[test]
fn a_file_is_named_as_it_was_given() {
    let path = file("wrong.csv", "id,t,value\na,2020,x\n");
    let path = path.to_str().unwrap();
    let run: crate::Run = crate::command(&["--input", path, "--horizon", "2"]).output().unwrap().into();
    assert!(run.err.starts_with(&format!("{path}:2:8: error: ")), "{}", run.err);
    let run: crate::Run = crate::command(&["--input", "no-such.csv", "--horizon", "2"]).output().unwrap().into();
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("error: no-such.csv: "), "{}", run.err);
}

#[test]
fn wrong_usage_ends_with_2() {
    for (arguments, says) in [
        (vec![], "--horizon"),
        (vec!["--horizon", "0"], "1..=1000"),
        (vec!["--horizon", "2030"], "1..=1000"),
        (vec!["--horizon", "2", "--method", "stedy"], "'steady'"),
        (vec!["--horizon", "2", "--format", "xml"], "csv"),
        (vec!["--horizon", "2", "--growth", "much"], "5%"),
        (vec!["--horizon", "2", "--growth", "-100%"], "-100%"),
        (vec!["--horizon", "2", "--growth", "1", "--method", "linear"], "linear"),
        (vec!["--horizon", "2", "--method", "assumption"], "--growth"),
        (vec!["--targets", "-"], "standard input"),
    ] {
        let err = refused(RISING, &arguments, 2);
        assert!(err.contains(says), "{arguments:?}\n{err}");
    }
}
