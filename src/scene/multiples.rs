//! Small trajectories on one scale.

use super::pencil::{Pencil, Place};
use super::{Frame, Palette};
use crate::view::Chart;

/// Draws them; returns where they end.
pub(super) fn draw(
    _pencil: &mut Pencil,
    _charts: &[(String, Chart)],
    place: Place,
    _frame: Frame,
    _palette: &Palette,
) -> f64 {
    place.top
}
