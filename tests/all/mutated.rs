//! The targets of `fuzz/` on files spoilt at random, with a stable compiler: the same files each
//! time, a few of each; more with `BASSIN_FUZZ=200`, the number of times that each file is spoilt.
//!
//! A file that does harm is written to the temporary folder of the tests, to become one of
//! `tests/abuse`.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::kit::filling;
use bassin::cache;
use bassin::project::{Edit, Origin, Project, file};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::sample;
use mutate::{Dice, mutate};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::time::Instant;

#[path = "../../fuzz/src/bodies.rs"]
mod bodies;
#[path = "../../fuzz/src/mutate.rs"]
mod mutate;

/// Bytes of a file that is spoilt, at most: larger ones are of one and the same row.
const MAX_SEED: usize = 256 * 1024;
/// Bytes of a member of an archive that is spoilt, at most.
const MAX_MEMBER: u64 = 1024 * 1024;

fn rounds() -> usize {
    std::env::var("BASSIN_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(2)
}

/// An archive whose one member is spoilt, so that what reads it gets past the container.
fn within(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = dice.below(archive.len());
    let mut made = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let name = archive.by_index_raw(index).ok()?.name().ok()?.to_string();
        let mut content = Vec::new();
        if index == chosen {
            archive.by_index(index).ok()?.take(MAX_MEMBER).read_to_end(&mut content).ok()?;
            content = mutate(&content, dice);
            let options = zip::write::SimpleFileOptions::default();
            made.start_file(name, options).ok()?;
            made.write_all(&content).ok()?;
        } else {
            made.raw_copy_file(archive.by_index_raw(index).ok()?).ok()?;
        }
    }
    Some(made.finish().ok()?.into_inner())
}

/// Runs a target on each file, spoilt as often as asked.
fn run(target: &str, body: fn(&[u8]), seeds: &[(String, Vec<u8>)]) {
    let (mut slowest, mut count) = ((0.0, String::new()), 0);
    for (name, bytes) in seeds.iter().filter(|(_, bytes)| bytes.len() <= MAX_SEED) {
        for round in 0..rounds() {
            let seed = name.bytes().fold(round as u64, |so_far, byte| {
                so_far.wrapping_mul(31).wrapping_add(u64::from(byte))
            });
            let mut dice = Dice(seed);
            let inside = (round % 4 > 0).then(|| within(bytes, &mut dice)).flatten();
            let spoilt = inside.unwrap_or_else(|| mutate(bytes, &mut dice));
            let begun = Instant::now();
            if let Err(panic) = std::panic::catch_unwind(|| body(&spoilt)) {
                let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
                let kept = kept.join(format!("{target}-{round}-{name}"));
                std::fs::write(&kept, &spoilt).unwrap();
                eprintln!("{target}: {name}, round {round}: see {}", kept.display());
                std::panic::resume_unwind(panic);
            }
            count += 1;
            let taken = begun.elapsed().as_secs_f64();
            if taken > slowest.0 {
                slowest = (taken, format!("{name}, round {round}, {} bytes", spoilt.len()));
            }
        }
    }
    assert!(count >= seeds.len(), "{target}: {count} of {}", seeds.len());
    println!("{target}: {count} files, the slowest {:.2} s ({})", slowest.0, slowest.1);
}

/// The files of the sample and of `tests/abuse` that are not too large.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut seeds: Vec<(String, Vec<u8>)> =
        sample::FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        seeds.push((name, std::fs::read(&path).unwrap()));
    }
    // A long text is spoilt as well by its first lines.
    for (_, bytes) in &mut seeds {
        if !bytes.starts_with(b"PK") {
            bytes.truncate(MAX_SEED / 8);
        }
    }
    seeds.retain(|(_, bytes)| bytes.len() <= MAX_SEED);
    seeds
}

#[test]
#[ignore = "takes minutes: see fuzz/README.md"]
fn a_spoilt_file_is_told_for_what_it_is() {
    run("read", bodies::read, &files());
}

#[test]
#[ignore = "takes minutes: see fuzz/README.md"]
fn a_spoilt_file_may_be_looked_at() {
    run("peek", bodies::peek, &files());
}

#[test]
fn a_spoilt_questionnaire_is_taken_or_refused() {
    let filled = filling::bakery().write();
    run("kit", bodies::kit, &[("kit".to_owned(), filling::kit()), ("rempli".to_owned(), filled)]);
}

#[test]
fn a_spoilt_project_is_read_or_refused() {
    let mut project = Project::default();
    let origin = |(name, _): &(&'static str, &[u8])| Origin::Sample((*name).to_owned());
    project.apply(Edit::AddSources(sample::FILES.iter().map(origin).collect()));
    let text = file::to_text(project.decisions(), None, Path::new("/study")).unwrap();
    run("project", bodies::project, &[("projet".to_owned(), text.into_bytes())]);
}

#[test]
fn a_spoilt_copy_of_tables_is_none() {
    let reference = Reference::embedded().unwrap();
    let copies: Vec<(String, Vec<u8>)> = sample::FILES
        .iter()
        .filter_map(|(name, bytes)| {
            let tables = read(name, bytes, &reference, Control::none()).unwrap();
            let mut sealed = Vec::new();
            cache::seal(&tables, &mut sealed, &|| false).ok()?;
            Some(((*name).to_owned(), sealed))
        })
        .filter(|(_, bytes)| bytes.len() <= MAX_SEED)
        .collect();
    run("cache", bodies::cache, &copies);
}
