#![no_main]
//! Any bytes as a Parquet file.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bassin::readers::fuzz::parquet(bytes);
});
