//! The kit: written, filled, collected.

mod collecting;
mod faults;
pub mod filling;
mod other_programs;
mod reading_back;
mod versions;
mod words;
mod writing;
