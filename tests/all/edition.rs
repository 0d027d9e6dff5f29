//! Tables kept in the cache were read by the readers of then: when these change, so must the
//! edition, or old copies would be taken for what is read today.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Edition of `src/cache.rs`, and hash of what reads and holds tables.
const KNOWN: (u32, &str) = (17, "624d4866be09de658c6daf101398a48a469462887de8c4cccd705eab61a4b7a9");

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // Questionnaires are collected, never kept in the cache.
        if path.is_dir() && !path.ends_with("readers/kit") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The code alone: neither comments, nor blanks, nor unit tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap().trim()).collect()
}

#[test]
fn readers_and_tables_are_those_of_the_edition() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root.join("readers"), &mut files);
    sources(&root.join("tables"), &mut files);
    files.sort();
    let mut digest = Sha256::new();
    for file in &files {
        let name = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        digest.update(name.as_bytes());
        digest.update(code(file).as_bytes());
    }
    let mut hash = String::new();
    for byte in digest.finalize() {
        write!(hash, "{byte:02x}").unwrap();
    }
    let cache = std::fs::read_to_string(root.join("cache.rs")).unwrap();
    let edition = cache.split("const EDITION: u32 = ").nth(1).unwrap();
    let edition: u32 = edition.split(';').next().unwrap().parse().unwrap();
    assert_eq!(
        (edition, hash.as_str()),
        KNOWN,
        "\nsrc/readers or src/tables changed. Raise EDITION in src/cache.rs, so that tables kept \
         by an older program are read again, then write the pair on the left here as KNOWN. Only \
         a change that reads no file otherwise may keep the edition."
    );
}
