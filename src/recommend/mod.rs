//! From a diagnosis to a recommended programme.

pub mod diagnosis;
pub mod plan;
pub mod programme;
pub mod stop;
pub mod verdict;
