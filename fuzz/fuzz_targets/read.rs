#![no_main]
//! Any bytes as a file.

use bassin::model::IssueKind;
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Reference> =
    LazyLock::new(|| Reference::embedded().expect("built-in lists"));

fuzz_target!(|bytes: &[u8]| {
    let tables = read("fuzz", bytes, &REFERENCE, Control::none()).expect("nobody cancels");
    for table in tables {
        assert!(table.rows.adds_up());
        let panicked = table.issues.as_slice().iter().any(|i| i.kind == IssueKind::ReadPanicked);
        assert!(!panicked, "a reader panicked");
    }
});
