#![no_main]
//! Any text as formats of SAS.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::sas(text);
});
