//! The employer survey: who was asked, who answered, what it weighs, what it tells of needs.

pub mod answers;
pub mod asked;
pub mod frame;
pub mod needs;
pub mod weigh;
