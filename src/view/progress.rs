//! The progress view.

use super::{Chosen, View};
use crate::language::Language;
use crate::report::Report;

/// The marks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress;

/// These reports as a progress.
pub fn progress(_reports: &[Report<'_>], _chosen: &Chosen, language: Language) -> View {
    View::of_several(language, String::new())
}
