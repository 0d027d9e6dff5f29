#![no_main]
//! Any text as a saved project.

use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| {
    let folder = Path::new("/study");
    if let Ok(decisions) = bassin::project::file::parse(text, folder) {
        let again = bassin::project::file::to_text(&decisions, None, folder).expect("written");
        assert_eq!(bassin::project::file::parse(&again, folder).as_ref(), Ok(&decisions));
    }
});
