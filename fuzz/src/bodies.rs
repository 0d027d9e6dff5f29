//! What each target does with any bytes: for the fuzzer, and for `tests/all/mutated.rs`, which runs
//! the same on mutated files with a stable compiler.

use bassin::model::IssueKind;
use bassin::readers::mapping::{KINDS, guess, peek as peeked, propose};
use bassin::readers::{Control, kit as kits};
use bassin::reference::Reference;
use bassin::reference::questionnaire::Questionnaire;
use std::path::Path;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::embedded().unwrap());
static QUESTIONNAIRE: LazyLock<Questionnaire> = LazyLock::new(|| Questionnaire::shipped().unwrap());

/// A file: workbook, text, archive, XML, JSON, Parquet.
pub fn read(bytes: &[u8]) {
    let tables = bassin::readers::read("fuzz", bytes, &REFERENCE, Control::none());
    for table in tables.unwrap() {
        assert!(table.rows.adds_up(), "{:?}", table.rows);
        let panicked = table.issues.as_slice().iter().any(|i| i.kind == IssueKind::ReadPanicked);
        assert!(!panicked, "a reader panicked");
    }
}

/// A file whose columns are to be mapped.
pub fn peek(bytes: &[u8]) {
    for sheet in peeked(bytes) {
        let heading = guess(&sheet.rows);
        let names = heading.names(&sheet.rows);
        for kind in KINDS {
            propose(&names, heading.below(&sheet.rows), kind, &[]);
        }
    }
}

/// A filled questionnaire that came back.
pub fn kit(bytes: &[u8]) {
    let found =
        kits::collect(&[("fuzz.xlsx", bytes)], &kits::Known::default(), &QUESTIONNAIRE, &REFERENCE);
    assert_eq!(found.sources.len(), 1, "a file is lost");
    let panicked =
        found.rejects.iter().any(|reject| format!("{reject:?}").contains(kits::PANICKED));
    assert!(!panicked, "a reader panicked");
    let kept = matches!(found.sources[0].outcome, kits::Outcome::Kept { .. });
    assert_eq!(kept, found.establishments.rows.len() == 1, "{:?}", found.sources);
    assert!(kept || !found.rejects.is_empty(), "refused without a word");
}

/// A saved project.
pub fn project(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let folder = Path::new("/study");
    if let Ok(decisions) = bassin::project::file::parse(text, folder) {
        let again = bassin::project::file::to_text(&decisions, None, folder).unwrap();
        assert_eq!(bassin::project::file::parse(&again, folder).as_ref(), Ok(&decisions));
    }
}

/// A copy of tables in the cache.
pub fn cache(bytes: &[u8]) {
    bassin::cache::open(bytes);
}
