//! The rules: one file a topic, each rule one entry that carries its own proof.
//!
//! The files are read at build time. Here their proofs are run, and the catalogue for people is written.

#[cfg(test)]
mod proof;
