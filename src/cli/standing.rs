//! Where the reader stands, as several subcommands ask it: the day, and how the values go on from there.

use clap::Args;

use super::{Failure, clock, method};
use crate::dataset::Date;
use crate::projection::{Assumption, Method};

/// The arguments `--as-of`, `--method` and `--growth`.
#[derive(Debug, Args)]
pub struct Standing {
    /// The day to stand on (YYYY-MM-DD); today in China if left out.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    as_of: Option<Date>,
    /// How to project the values.
    #[arg(long, value_name = "NAME", value_parser = method::names())]
    method: Option<String>,
    /// Your own assumption of every year to come: a change in the indicator's unit (0.12, -3) or growth (5%, -1.5%).
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true, value_parser = method::growth)]
    growth: Option<Assumption>,
}

impl Standing {
    /// The day.
    pub fn day(&self) -> Date {
        self.as_of.unwrap_or_else(clock::today)
    }

    /// The method.
    ///
    /// # Errors
    /// Where `--method` and `--growth` do not agree.
    pub fn method(&self) -> Result<Method, Failure> {
        method::of(self.method.as_deref(), self.growth)
    }
}
