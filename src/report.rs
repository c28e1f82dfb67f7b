//! The one composition of data, trajectory, projection and assessment: page, file and JavaScript API
//! all start from it, so they cannot drift apart. It holds facts, no words.

use crate::dataset::{Dataset, Date, Indicator, Plan, Region, Target, Unit};
use crate::series::Series;
use crate::trajectory::{Requirement, Trajectory};

/// All that is known of one target on one day.
#[derive(Debug, Clone)]
pub struct Report<'d> {
    /// The data it speaks of.
    pub dataset: &'d Dataset,
    /// The target asked for.
    pub target: &'d Target,
    /// Its plan.
    pub plan: &'d Plan,
    /// Its region.
    pub region: &'d Region,
    /// Its indicator.
    pub indicator: &'d Indicator,
    /// The unit of `series` and `trajectory`.
    pub unit: &'d Unit,
    /// The day the reader stands on.
    pub as_of: Date,
    /// The observations on the trajectory's scale known that day.
    pub series: Series,
    /// The required path.
    pub trajectory: Trajectory,
    /// What the asked target's step requires.
    pub requirement: Requirement,
    /// Whether the asked target's deadline year is over on that day.
    pub deadline_passed: bool,
}
