#![no_main]
//! The members of an export of the national registers, apart by form feeds.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::rncp(text);
});
