//! When figures of different regions are not of one definition.

use crate::dataset::{Region, Unit};

/// Whether the regions' figures in this unit are probably of different definitions, so that showing them together needs
/// a notice.
///
/// An index or a score is put together anew on each tier: a country's, a province's and a city's index of the same name
/// have other parts and other weights. Shares and amounts mean the same on each tier.
pub fn definitions_differ(unit: &Unit, regions: &[&Region]) -> bool {
    let composed = matches!(unit.id.as_str(), "index" | "分");
    composed && regions.iter().any(|region| regions.first().is_some_and(|first| first.level != region.level))
}
