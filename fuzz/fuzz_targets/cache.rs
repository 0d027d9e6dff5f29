#![no_main]
//! Any bytes as a copy of tables.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bassin_fuzz::bodies::cache(bytes));
