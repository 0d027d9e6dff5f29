#![no_main]
//! A collection of shapes.

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    bassin::readers::fuzz::geojson(text);
});
