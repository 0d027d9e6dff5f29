#![no_main]
//! Any bytes as a file whose columns are to be mapped.

use bassin::readers::mapping::{KINDS, guess, peek, propose};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for sheet in peek(bytes) {
        let heading = guess(&sheet.rows);
        let names = heading.names(&sheet.rows);
        for kind in KINDS {
            propose(&names, heading.below(&sheet.rows), kind, &[]);
        }
    }
});
