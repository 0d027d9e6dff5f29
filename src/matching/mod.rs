//! Needs ↔ training supply.

pub mod corrections;
pub mod find;
pub mod label;
pub mod namesake;
pub mod proposal;
pub mod reach;
pub mod supply;
