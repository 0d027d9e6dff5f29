#![no_main]
//! Any text as the text of one cell.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::coerce(text);
});
