#![no_main]
//! Any bytes as a file whose columns are to be mapped.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bassin_fuzz::bodies::peek(bytes));
