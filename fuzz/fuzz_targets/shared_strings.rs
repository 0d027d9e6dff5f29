#![no_main]
//! Any bytes as the shared texts of a workbook.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::shared_strings(bytes);
});
