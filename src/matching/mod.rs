//! Needs ↔ training supply.

pub mod find;
pub mod supply;
