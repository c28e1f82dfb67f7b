//! Series, trajectories, what they require, and reports: values worked out by hand, and properties for any series.

#![allow(clippy::unwrap_used, clippy::panic)]

mod fixture;
mod kinds;
mod page;
mod properties;
mod reached;
mod report;
mod requirement;
mod series;
