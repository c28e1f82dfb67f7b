//! Compiles the data package into the program.

fn main() {}
