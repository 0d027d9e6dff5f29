//! Needs ↔ training supply.

pub mod find;
pub mod label;
pub mod supply;
