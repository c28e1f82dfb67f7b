//! The rules that a data package must keep.

use super::faults::Faults;
use super::package::Package;

/// One rule.
pub struct Rule {
    /// Its name, as diagnostics carry it.
    pub name: &'static str,
    /// What it asks.
    pub asks: &'static str,
    /// Looks for breaches; `None` where reading itself finds them.
    pub check: Option<fn(&Package, &mut Faults)>,
}

/// Every rule.
pub const RULES: &[Rule] = &[];
