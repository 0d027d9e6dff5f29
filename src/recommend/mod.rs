//! From a diagnosis to a recommended programme.

pub mod apprenticeship;
pub mod choice;
pub mod diagnosis;
pub mod duplication;
pub mod funding;
pub mod local;
pub mod plan;
pub mod programme;
pub mod proposal;
pub mod remedy;
pub mod stop;
pub mod verdict;
