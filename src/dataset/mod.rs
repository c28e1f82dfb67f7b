//! The data package: types, reading, checking, and the compact form inside the program.
//!
//! The build script includes the files of this folder that read, check and pack (all but `text` and `embedded`),
//! so those name each other by `super` and use nothing of the rest of the crate.

pub mod cells;
pub mod check;
mod convert;
pub mod csv;
mod descriptor;
pub mod diagnostic;
mod embedded;
pub mod faults;
mod load;
mod lookup;
mod model;
pub mod pack;
pub mod package;
pub mod read;
pub mod schema;
pub mod words;

pub use convert::{rounded, scale};
pub use diagnostic::{Diagnostic, Severity};
pub use embedded::embedded;
pub use model::*;
pub use read::{Reading, read};
pub use words::Words;
