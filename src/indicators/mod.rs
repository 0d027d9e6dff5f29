//! Indicators: one row of `ALL` each, and one file per family.

pub mod anchor;
pub mod hiring;
pub mod posterior;
pub mod pressure;
