//! The command line: `smallprint analyze …`.
fn main() {}
