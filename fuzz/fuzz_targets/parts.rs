#![no_main]
//! Any text as the small parts of a workbook.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::small_parts(text);
});
