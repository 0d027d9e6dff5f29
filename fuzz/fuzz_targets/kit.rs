#![no_main]
//! Any bytes as a filled questionnaire that came back.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| bassin_fuzz::bodies::kit(bytes));
