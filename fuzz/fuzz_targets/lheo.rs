#![no_main]
//! Any text as a document of training offers.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::lheo(text);
});
