//! What the targets share.

pub mod bodies;
pub mod mutate;
