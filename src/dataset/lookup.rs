//! Rows by id.

use super::model::{Dataset, Indicator, Plan, Region, Target, Theme, Unit};

impl Dataset {
    /// The target with this id, restatements included.
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|row| row.id == id)
    }

    /// The targets, but for the rows that say one again.
    pub fn set_targets(&self) -> impl Iterator<Item = &Target> {
        self.targets.iter().filter(|row| row.restates.is_none())
    }

    /// The plan with this id.
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|row| row.id == id)
    }

    /// The region with this id.
    pub fn region(&self, id: &str) -> Option<&Region> {
        self.regions.iter().find(|row| row.id == id)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|row| row.id == id)
    }

    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|row| row.id == id)
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|row| row.id == id)
    }
}
