//! Needs ↔ training supply.

pub mod corrections;
pub mod find;
pub mod label;
pub mod proposal;
pub mod reach;
pub mod supply;
