//! Results as documents for colleagues: one tree, and the bytes made from it.

pub mod atlas;
pub mod build;
pub mod chart;
pub mod citation;
pub mod couples;
pub mod csv;
pub mod document;
pub mod docx;
pub mod drawing;
pub mod json;
pub mod kit;
pub mod map;
pub mod masked;
pub mod paper;
pub mod parquet;
pub mod pdf;
pub mod provenance;
pub mod survey;
mod themes;
pub mod trace;
pub mod xlsx;

pub use themes::Theme;
