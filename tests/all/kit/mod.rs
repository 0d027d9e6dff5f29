//! The kit: written, filled, collected.

mod by_hand;
mod collecting;
mod faults;
pub mod filling;
mod invited;
mod other_programs;
mod reading_back;
mod versions;
mod words;
mod writing;
