#![no_main]
//! Any bytes as the content of an OpenDocument spreadsheet.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::ods(bytes);
});
