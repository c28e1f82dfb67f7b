//! The kinds of view, by the names that pages and files use.

/// A way to look at targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The path a target requires, its values and where they are heading; a chart for each target.
    Trajectory,
    /// Bars up to a target mark, a line for each target.
    Progress,
    /// The regions that have a target of one indicator, held against each other.
    Comparison,
    /// All targets at a glance, with their verdicts.
    Scorecard,
    /// Deadlines, phases and milestones in years.
    Timeline,
    /// A table of everything.
    Table,
}

impl Kind {
    /// Every kind, the usual one first.
    pub const ALL: [Kind; 6] =
        [Kind::Trajectory, Kind::Progress, Kind::Comparison, Kind::Scorecard, Kind::Timeline, Kind::Table];

    /// Its name in attributes, options and file names.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Trajectory => "trajectory",
            Kind::Progress => "progress",
            Kind::Comparison => "comparison",
            Kind::Scorecard => "scorecard",
            Kind::Timeline => "timeline",
            Kind::Table => "table",
        }
    }
}
