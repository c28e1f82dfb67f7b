//! Verdicts: the published rules against vectors, our own rule, what is settled, boundaries in decimals, and properties.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

mod case;
mod decimals;
mod joined;
mod own;
mod properties;
mod published;
mod settled;
mod vectors;
