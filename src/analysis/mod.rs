//! One pure call from loaded tables to results, for the window, the command line and the tests.

pub mod results;

pub use results::Results;
