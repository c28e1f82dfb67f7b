//! Deadlines on a line of years.

use super::pencil::{Pencil, Place};
use super::{Frame, Palette};
use crate::view::Timeline;

/// Draws it; returns where it ends.
pub(super) fn draw(_pencil: &mut Pencil, _marks: &Timeline, place: Place, _frame: Frame, _palette: &Palette) -> f64 {
    place.top
}
