//! Results as files for colleagues.

pub mod csv;
