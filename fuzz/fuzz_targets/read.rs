#![no_main]
//! Any bytes as a file.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bassin_fuzz::bodies::read(bytes));
