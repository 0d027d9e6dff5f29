//! Own employer survey: one table of establishments, one of establishment × occupation.

pub mod answer;
pub mod establishment;
pub mod occupation;
pub mod opinion;
