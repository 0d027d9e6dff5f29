#![no_main]
//! Any bytes as the stream of an old workbook.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::xls(bytes);
});
