//! Results as documents for colleagues: one tree, and the bytes made from it.

pub mod atlas;
pub mod build;
pub mod couples;
pub mod csv;
pub mod document;
pub mod kit;
pub mod map;
pub mod provenance;
pub mod survey;
pub mod xlsx;
