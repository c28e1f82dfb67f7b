//! What must hold for any series.
