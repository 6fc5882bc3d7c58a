//! Facts beside the verdicts: they never change one (codebook B).

pub(crate) mod ads;
pub(crate) mod dnt;
pub mod identity;
pub(crate) mod sale;
pub(crate) mod tracking;
