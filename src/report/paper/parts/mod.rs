//! Parts that several documents have.

pub mod actions;
pub mod around;
pub mod essentials;
pub mod limits;
pub mod ranked;
pub mod sources;
pub mod survey;
pub mod unsurveyed;
pub mod why;
