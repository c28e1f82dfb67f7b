//! Whether a public target will be reached, drawn inside any web page, with no server.
//!
//! # The pipeline
//!
//! A type stands at each seam; each arrow is one pure function.
//!
//! ```text
//! CSV -> Dataset -> Series + Target -> Trajectory, Projection -> Assessment -> Report -> View -> Scene -> SVG text | SVG nodes | PNG
//! ```
//!
//! | arrow | function |
//! |---|---|
//! | CSV -> [`dataset::Dataset`] | [`dataset::read`] (checks everything, collects every fault) |
//! | a page's own table -> observations | [`page_table::read`] |
//! | `Dataset` -> [`series::Series`] | [`series::Series::of`] |
//! | `Series` + `Target` -> [`trajectory::Trajectory`] | [`trajectory::of`] |
//! | a series' points -> [`projection::Projection`] | [`projection::of`] |
//! | a `Target`, its `Trajectory`, `Series` and `Projection` -> [`assessment::Assessment`] | [`assessment::Case::of`], [`assessment::assess`] |
//! | a series' points -> [`backtest::Trial`] | [`backtest::of`] |
//! | all of these -> [`report::Report`] | [`report::of_target`]; of a plan's targets [`report::of_plan`] |
//! | a program's rows -> a series, observations | [`rows::given::Given`] |
//! | `Report`, `Projection`, `Trial` -> rows for programs | [`rows::assessment`], [`rows::projection`](fn@rows::projection), [`rows::backtest`] |
//! | `Report`s -> [`view::View`]s | [`view::of`], by its [`view::Kind`]: the last stage that knows meaning or language |
//! | `View` -> [`scene::Scene`] | [`scene::draw`]: positioned marks and text with roles |
//! | `Scene` -> SVG text | [`paint::svg_text`] |
//! | `View` -> HTML to paste, with the drawing in it | [`paint::static_html`], in its five forms [`snippet::paste`] |
//!
//! `web` (feature `web`) paints SVG nodes and is the only module that knows a browser; `cli` (feature `cli`)
//! is the only one that knows files, the network and processes. All else is pure: no clock, no I/O, no globals,
//! and powers and logarithms only through `libm`, so that the same input gives the same bytes natively and in wasm.
//! `tests/layering.rs` keeps these rules.

pub mod assessment;
pub mod backtest;
pub mod dataset;
pub mod language;
pub mod page_table;
pub mod paint;
pub mod projection;
pub mod report;
pub mod rows;
pub mod scene;
pub mod series;
pub mod snippet;
pub mod trajectory;
pub mod view;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "web")]
pub mod web;
