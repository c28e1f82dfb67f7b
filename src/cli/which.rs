//! Which targets a subcommand is about.

use super::Failure;
use crate::dataset::Dataset;
use crate::report::{self, Asked, Report};

/// Targets by their ids, else those of an indicator, else those of a plan.
#[derive(Debug, Clone, Copy)]
pub struct Which<'w> {
    /// Ids of targets.
    pub targets: &'w [String],
    /// Id of an indicator.
    pub indicator: Option<&'w str>,
    /// Ids of the regions that go with it; none for every one that has a target of it.
    pub regions: &'w [String],
    /// Id of a plan; `all` for every one.
    pub plan: Option<&'w str>,
}

impl Which<'_> {
    /// What is known of them; rows that restate another are left out where a plan is asked for.
    ///
    /// # Errors
    /// Unknown ids, with the one spelt most alike.
    pub fn reports<'d>(&self, dataset: &'d Dataset, asked: Asked<'_>) -> Result<Vec<Report<'d>>, Failure> {
        let mut found = Vec::new();
        if let Some(indicator) = self.indicator {
            let every = if self.regions.is_empty() { report::regions_of(dataset, indicator) } else { Vec::new() };
            for region in self.regions.iter().map(String::as_str).chain(every) {
                found.push(report::of_indicator(dataset, indicator, region, asked)?);
            }
            if found.is_empty() {
                // No region has a target of it: the indicator is unknown, or only observed.
                report::of_indicator(dataset, indicator, "", asked)?;
            }
            return Ok(found);
        }
        if let Some(plan) = self.plan {
            let each = dataset.plans.iter().map(|row| row.id.as_str()).filter(|_| plan == "all");
            for plan in each.chain(Some(plan).filter(|plan| *plan != "all")) {
                found.extend(report::of_plan(dataset, plan, asked)?);
            }
        }
        for id in self.targets {
            found.push(report::of_target(dataset, id, asked)?);
        }
        Ok(found)
    }
}
