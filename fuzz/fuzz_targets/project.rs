#![no_main]
//! Any text as a saved project.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bassin_fuzz::bodies::project(bytes));
