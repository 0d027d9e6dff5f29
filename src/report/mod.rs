//! Results as documents for colleagues: one tree, and the bytes made from it.

pub mod build;
pub mod csv;
pub mod document;
pub mod kit;
pub mod map;
pub mod provenance;
pub mod survey;
pub mod xlsx;
