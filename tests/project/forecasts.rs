//! The rows: their form, and what of the input they heed.

use crate::{RISING, cells, number, rows, run};

/// The columns from `mean` to `hi95` of the row h = 1.
fn first(input: &str, arguments: &[&str]) -> Vec<f64> {
    let out = rows(input, &[&["--horizon", "1"], arguments].concat());
    cells(&out)[0][2..7].iter().map(|cell| number(cell)).collect()
}

#[test]
fn a_row_for_each_year_ahead() {
    let out = rows(RISING, &["--horizon", "3"]);
    assert!(out.starts_with("id,h,mean,lo80,hi80,lo95,hi95,method\na,1,"), "{out}");
    let rows = cells(&out);
    assert_eq!(rows.iter().map(|row| row[1]).collect::<Vec<_>>(), ["1", "2", "3"]);
    for row in rows {
        assert_eq!((row.len(), row[7]), (8, "steady"));
        let [mean, lo80, hi80, lo95, hi95] = [2, 3, 4, 5, 6].map(|at| number(row[at]));
        assert!(lo95 < lo80 && lo80 < mean && mean < hi80 && hi80 < hi95, "{row:?}");
    }
}

#[test]
fn json_is_an_array_of_the_same_rows() {
    let two = format!("{RISING}\"b \"\"x\"\", 质\",2020,1\n");
    let csv = rows(&two, &["--horizon", "2"]);
    let json: serde_json::Value = serde_json::from_str(&rows(&two, &["--horizon", "2", "--format", "json"])).unwrap();
    let objects = json.as_array().unwrap();
    assert_eq!(objects.len(), 4);
    for (object, row) in objects.iter().zip(cells(&csv)).take(2) {
        let names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names.join(","), csv.lines().next().unwrap());
        assert_eq!((object["id"].as_str(), object["method"].as_str()), (Some("a"), Some("steady")));
        assert_eq!(object["h"].to_string(), row[1]);
        assert_eq!(object["mean"].as_f64().unwrap(), number(row[2]));
        assert_eq!(object["hi95"].as_f64().unwrap(), number(row[6]));
    }
    assert_eq!(objects[3]["id"], "b \"x\", 质");
    assert!(objects[3]["mean"].is_null() && objects[3]["method"].is_null());
    assert!(csv.ends_with("\"b \"\"x\"\", 质\",2,,,,,,\n"), "{csv}");
    let none: serde_json::Value =
        serde_json::from_str(&rows("id,t,value\n", &["--horizon", "2", "--format", "json"])).unwrap();
    assert_eq!(none, serde_json::json!([]));
}

#[test]
fn what_a_series_does_not_allow_is_empty_and_said() {
    let input = "id,t,value\none,2020,1\nthree,2020,1\nthree,2021,1.5\nthree,2022,2\n\
        still,2019,7\nstill,2020,7\nstill,2021,7\nstill,2022,7\nalso,2020,3\n";
    let run = run(input, &["--horizon", "1"]);
    assert_eq!(
        run.out,
        "id,h,mean,lo80,hi80,lo95,hi95,method\none,1,,,,,,\nthree,1,2.5,,,,,drift\nstill,1,7,,,,,steady\nalso,1,,,,,,\n"
    );
    assert_eq!(
        run.err.lines().collect::<Vec<_>>(),
        [
            "note: no projection: fewer than two usable values (2 series, first `one`)",
            "note: no interval and no probability: fewer than four usable values (1 series, first `three`)",
            "note: no interval and no probability: the values have never moved (1 series, first `still`)",
        ]
    );
    assert_eq!(run.code, 0);
}

#[test]
fn every_method_is_named_in_its_rows() {
    for method in ["steady", "drift", "linear", "growth", "theil-sen", "naive"] {
        let out = rows(RISING, &["--horizon", "1", "--method", method]);
        assert_eq!(cells(&out)[0][7], method);
    }
    assert_eq!(first(RISING, &["--method", "naive"])[0], 15.1);
    assert_eq!(first(RISING, &["--method", "drift"])[0], 15.1 + (15.1 - 10.2) / 5.0);
    // Growth has no logarithm of a negative value.
    let run = run(RISING.replace("10.2", "-10.2"), &["--horizon", "1", "--method", "growth"]);
    assert_eq!(cells(&run.out)[0][2..], ["", "", "", "", "", ""]);
    assert!(run.err.contains("above zero"), "{}", run.err);
}

#[test]
fn an_assumption_is_a_change_or_growth() {
    for arguments in [vec!["--growth", "0.5"], vec!["--growth", "0.5", "--method", "assumption"]] {
        let out = rows(RISING, &[&["--horizon", "2"], &arguments[..]].concat());
        assert_eq!(cells(&out)[1][2], "16.1");
        assert_eq!(cells(&out)[1][7], "assumption");
    }
    assert_eq!(first(RISING, &["--growth", "-10%"])[0], 15.1 * 0.9);
    assert!(first(RISING, &["--growth", "-1"])[0] < 15.1);
}

#[test]
fn columns_rows_and_form_may_come_in_any_order() {
    let even = rows(RISING, &["--horizon", "2"]);
    let shuffled = "\u{feff}value, t ,id\r\n13.4,2021,a\r\n10.2, 2018 ,a\r\n\r\n\"15.1\",2023,a\r\n11.9,2020, a\r\n\
        11.1,2019,a\r\n14,2022,a\r\n,,\r\n\r\n";
    assert_eq!(rows(shuffled, &["--horizon", "2"]), even);
    let unended = RISING.trim_end();
    assert_eq!(rows(unended, &["--horizon", "2"]), even);
}

#[test]
fn missing_years_are_years() {
    let gappy = "id,t,value\ng,2012,1\ng,2013,1.1\ng,2021,1.9\ng,2024,2.2\n";
    let even = first(gappy, &["--method", "drift"])[0];
    // A tenth a year, not a third of the whole.
    assert!((even - 2.3).abs() < 1e-12, "{even}");
}

#[test]
fn a_part_of_a_year_is_not_used_and_h_counts_from_the_year_before() {
    let with = "id,t,value,qualifier\na,2018,10.2,\na,2019,11.1,exact\na,2020,11.9,preliminary\na,2021,13.4,\n\
        a,2022,14.0,\na,2023,15.1,\na,2024,3.2,part_year\n";
    let run = run(with, &["--horizon", "2"]);
    assert_eq!(run.out, rows(RISING, &["--horizon", "2"]));
    assert!(run.err.contains("last whole year") && run.err.contains("`a`"), "{}", run.err);
}

#[test]
fn over_and_about_are_taken_for_what_they_say() {
    let last = |qualifier: &str| {
        let input = format!(
            "id,t,value,qualifier\na,2019,180,\na,2020,200,\na,2021,220,\na,2022,235,\na,2023,250,{qualifier}\n"
        );
        first(&input, &[])
    };
    let (exact, over, about) = (last("exact"), last("at_least"), last("about"));
    assert!(over[0] > exact[0] + 2.0, "over 250 is more than 250: {over:?} {exact:?}");
    assert_eq!(about[0], exact[0]);
    assert!(about[1] < exact[1] && about[2] > exact[2], "about 250 is less sure: {about:?} {exact:?}");
}

#[test]
fn only_what_follows_a_break_counts() {
    let after =
        "id,t,value,break\na,2018,10.2,\na,2019,11.1,no\na,2020,11.9,\na,2021,13.4,0\na,2022,14.0,\na,2023,15.1,\n";
    let whole = rows(RISING, &["--horizon", "2"]);
    assert_eq!(rows(after, &["--horizon", "2"]), whole);
    for word in ["yes", "新口径", "1"] {
        let before = after.replace("a,2018,10.2,\n", &format!("a,2016,900,\na,2017,800,\na,2018,10.2,{word}\n"));
        assert_eq!(rows(before, &["--horizon", "2"]), whole, "{word}");
    }
}

#[test]
fn bounds_are_those_of_the_last_year() {
    let share = "id,t,value,lower,upper\na,2023,99.5,0,100\na,2020,97.1,,98\na,2021,98.3,,\na,2022,98.8,,\n";
    let out = rows(share, &["--horizon", "9"]);
    for row in cells(&out) {
        assert!(row[2..7].iter().all(|cell| number(cell) <= 100.0), "{row:?}");
    }
    // A total that never falls.
    let total = "id,t,value,lower\na,2020,97.1,\na,2021,98.3,\na,2022,97.8,\na,2023,99.5,99.5\n";
    assert_eq!(first(total, &[])[1], 99.5);
}

#[test]
fn a_series_nowhere_negative_has_the_floor_0_until_a_column_says_otherwise() {
    let falling = "id,t,value\na,2020,9\na,2021,6\na,2022,4\na,2023,1\n";
    let floor = cells(&rows(falling, &["--horizon", "9"])).iter().map(|row| number(row[5])).fold(9.0, f64::min);
    assert_eq!(floor, 0.0);
    let open = "id,t,value,lower\na,2020,9,\na,2021,6,\na,2022,4,\na,2023,1,\n";
    assert!(number(cells(&rows(open, &["--horizon", "9"]))[8][5]) < 0.0);
    let negative = falling.replace("a,2020,9", "a,2019,-1\na,2020,9");
    assert!(number(cells(&rows(negative, &["--horizon", "9"]))[8][5]) < 0.0);
}

#[test]
fn numbers_read_back_exactly_without_exponent_or_negative_zero() {
    let out = rows(
        "id,t,value\na,2020,-2\na,2021,-1\nb,2020,1e-9\nb,2021,1e-9\nc,2020,1e21\nc,2021,2e21\n",
        &["--horizon", "1"],
    );
    assert_eq!(
        out,
        "id,h,mean,lo80,hi80,lo95,hi95,method\na,1,0,,,,,drift\nb,1,0.000000001,,,,,drift\nc,1,3000000000000000000000,,,,,drift\n"
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(rows(RISING, &["--horizon", "5"]), rows(RISING, &["--horizon", "5"]));
}
