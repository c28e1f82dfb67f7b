//! What `project --help` teaches.

/// Below the short help.
pub const SHORT: &str = "\
Examples:
  indicator-widgets project --input values.csv --horizon 5
  indicator-widgets project --input values.csv --targets targets.csv

`indicator-widgets help project` explains the columns, the rows and the methods.";

/// Below the long help; lines of at most 80 characters.
pub const LONG: &str = "\
Examples:
  indicator-widgets project --input values.csv --horizon 5 > forecasts.csv
  indicator-widgets project --input values.csv --horizon 5 --method linear
  indicator-widgets project --input values.csv --horizon 5 --format json
  indicator-widgets project --input values.csv --horizon 10 --growth 5%
                              what if it grew by 5 % a year
  indicator-widgets project --input values.csv --targets targets.csv
                              how likely each target is reached
  printf 'id,t,value\\na,2020,2.1\\na,2021,2.3\\na,2022,2.4\\na,2023,2.6\\n' |
    indicator-widgets project --input - --horizon 2

Input: UTF-8, columns in any order; spaces around a cell do not count.
  id         the series; its rows stand together: one that returns is an error
  t          the year, in any order; years may be missing, none comes twice
  value      a number (1250, 2.47, 1e6); a year without one has no row
  qualifier  exact (or empty), at_least (\"over X\"), about, preliminary,
             part_year (is not used)
  break      yes, or why: a new definition starts here, and only it and what
             follows counts; empty, no, 0, false: none
  lower      least possible value, of the row with the last year; empty: none
  upper      greatest possible value (100 of a share in %), of the same row
Without a column `lower`, a series that is nowhere negative has the floor 0. If
it can fall below, give the column and leave its cells empty. Of a total that
never falls, give the last value as `lower`.

Rows: id,h,mean,lo80,hi80,lo95,hi95,method for h = 1, 2, …, in years after the
last one used. `mean` is the centre; lo80 to hi80 is meant to hold 8 of 10
outcomes, lo95 to hi95 19 of 20. `method` is the one used: auto and steady turn
to drift below four values.
With --targets: id,h,target,p, those of a series in the order of the targets'
file; p is the probability that the value of that year is the target or beyond
it. Each brings its own h. They are held in memory, so their file may have any
order; one without a series is an error, said when the others are answered.
What a series does not allow is an empty cell (JSON: null), and why is said on
standard error. Below four usable values, or where they never moved, there is no
interval and no p; below two there is no projection, and no method.
Numbers have the fewest digits that read back as the same double, without
exponent; zero has no sign.

Methods, and how many per cent of outcomes the interval meant for 80 held on 529
yearly series of the M1, M3 and tourism forecasting competitions, 5 to 10 years
known and 1 to 5 ahead: textbook intervals promise more than they keep.
  auto        steady from four usable values, else drift (if you name none)
  steady      81: today's value and the yearly step, as far as past steps agreed
              (our own; formula and evidence in src/projection/steady.rs)
  drift       72: today's value and the mean yearly change
              (Hyndman & Athanasopoulos, Forecasting, 3rd ed. 2021, 5.2)
  linear      51: a straight line by least squares
              (Draper & Smith, Applied Regression Analysis, 1998, 1.2 to 1.4)
  growth      55: equal yearly growth, by least squares of the logarithms
              (Aitchison & Brown, The Lognormal Distribution, 1957, 2.3)
  theil-sen   56: a straight line by the median slope
              (Theil 1950; Sen, J. Am. Stat. Assoc. 63, 1968, 1379-1389)
  naive       67: today's value (Hyndman & Athanasopoulos, as above, 5.2)
  assumption  today's value and what --growth says of each year to come,
              with the band of steady around it

The first fault ends the run with `FILE:line:column: error: …` and code 1; of a
long input, rows before it may have been written. The ids seen are all that
grows in memory with the input. A bar shows how far it is where standard error
is a terminal and standard output is not.";

#[cfg(test)]
mod tests {
    use super::LONG;
    use crate::projection::Method;

    #[test]
    fn every_method_is_told_in_a_line_with_what_its_interval_held() {
        for name in Method::names().chain(["assumption"]) {
            let line = LONG.lines().find_map(|line| line.strip_prefix(&format!("  {name:<12}"))).unwrap_or_default();
            let held =
                Method::parse(name).and_then(Method::holds).map(|share| format!("{share}: ")).unwrap_or_default();
            assert!(!line.is_empty() && line.starts_with(&held), "{name}: {line}");
        }
    }

    #[test]
    fn the_help_fits_a_terminal() {
        assert_eq!(LONG.lines().find(|line| line.chars().count() > 80), None);
    }
}
