//! Needs ↔ training supply.

pub mod supply;
