#![no_main]
//! Any bytes as the XML of a sheet.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::sheet_xml(bytes);
});
