//! The table of everything.

use super::{Chosen, View};
use crate::language::Language;
use crate::report::Report;

/// These reports as one table.
pub fn listing(_reports: &[Report<'_>], _chosen: &Chosen, language: Language) -> View {
    View::of_several(language, String::new())
}
