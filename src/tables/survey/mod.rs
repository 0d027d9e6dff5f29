//! Own employer survey: one table of establishments, one of establishment × occupation, one of the
//! courses wished for.

pub mod answer;
pub mod establishment;
pub mod occupation;
pub mod opinion;
pub mod wish;
