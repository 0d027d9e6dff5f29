#![no_main]
//! A list of records in JSON.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::records(text);
});
