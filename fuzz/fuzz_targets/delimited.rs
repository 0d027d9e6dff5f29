#![no_main]
//! Any bytes as a delimited text, in any encoding.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::delimited(bytes);
});
