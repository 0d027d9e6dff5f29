//! The employer survey: who was asked, who answered, what it weighs, what it tells of needs.

pub mod answers;
pub mod asked;
pub mod frame;
pub mod needs;
pub mod replicated;
pub mod weigh;

/// The files of a survey: one wave, each content once.
pub use crate::analysis::inputs::{Prepared, prepare};
