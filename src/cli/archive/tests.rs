use super::*;
use crate::archive::EXTENSION;
use crate::cli::tests::file_of;
use crate::files;
use crate::model::Language;
use crate::project::{Decisions, Source, file};
use crate::readers::fingerprint;
use clap::Parser as _;
use std::path::Path;

#[derive(clap::Parser)]
enum Line {
    Archive(Asked),
    Restore(Restoring),
}

fn catalog() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

/// What a command says on its standard output; status and message where it fails.
fn said(words: &str, folder: &Path) -> Result<String, (u8, String)> {
    let words = words.replace('@', &folder.display().to_string());
    let line = Line::try_parse_from(std::iter::once("bassin").chain(words.split(' '))).unwrap();
    let done = match line {
        Line::Archive(asked) => run(&asked, &Kept::default(), &catalog()),
        Line::Restore(asked) => restore(&asked, &catalog()),
    };
    done.map_err(|failure| (failure.status, failure.text))
}

/// A project on the files of the sample, in a folder.
fn project(folder: &Path) {
    let source = |(name, bytes): &(&str, &[u8])| Source {
        origin: Origin::File(file_of(folder, &format!("données/{name}"), bytes)),
        fingerprint: Some(fingerprint(bytes)),
        left_out: false,
    };
    let decisions = Decisions {
        sources: crate::sample::FILES.iter().map(source).collect(),
        territory: crate::sample::TERRITORY.parse().ok(),
        ..Decisions::default()
    };
    let text = file::to_text(&decisions, None, folder).unwrap();
    file_of(folder, "étude.bassin", text.as_bytes());
}

/// How many sources a page says are inside.
fn inside(page: &str) -> usize {
    page.lines().filter(|line| line.ends_with(" dans l’archive")).count()
}

#[test]
fn what_goes_is_chosen_and_said() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    let check = |with: &str, expect: usize| {
        let name = format!("a{expect}.{EXTENSION}");
        let words = format!("archive @/étude.bassin --out @/{name}{with}");
        let page = said(&words, folder.path()).unwrap();
        assert_eq!(page.lines().next(), Some(&*folder.path().join(&name).display().to_string()));
        assert_eq!(page.lines().count(), 1 + 14);
        assert_eq!(inside(&page), expect, "{page}");
        let restored =
            said(&format!("restore @/{name} --out @/out{expect}"), folder.path()).unwrap();
        assert_eq!(inside(&restored), expect);
        let out = folder.path().join(format!("out{expect}"));
        assert_eq!(restored.lines().next(), Some(&*out.join("étude.bassin").display().to_string()));
        assert_eq!(files::expand(&[out]).unwrap().len(), 1 + expect);
    };
    check("", 0);
    check(" --with public", 5);
    check(" --with public,own", 11);
    check(" --with respondents", 3);
    check(" --with all", 14);
}

/// What was left out on purpose is told and the rest is done; what went by itself stops.
#[test]
fn a_project_restored_without_answers_is_analysed_without_them() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    said("archive @/étude.bassin --out @/a --with public,own", folder.path()).unwrap();
    said("restore @/a.bassin.zip --out @/out", folder.path()).unwrap();
    let read = || {
        let of = crate::cli::sources(&[folder.path().join("out/étude.bassin")], &catalog());
        let of = of.map_err(|failure| failure.text).unwrap();
        let lists = crate::reference::Reference::embedded().unwrap();
        let tables = crate::cli::read_all(&of, &lists, &Kept::default(), &catalog());
        let tables = tables.map_err(|failure| (failure.status, failure.text));
        tables.map(|tables| (of.changed(&tables), tables.len()))
    };
    let (changed, tables) = read().unwrap();
    assert!(changed.is_empty() && tables >= 11, "{changed:?} {tables}");
    // A second copy leaves out what this one was made without.
    let again = said("archive @/out/étude.bassin --out @/b --with all", folder.path()).unwrap();
    assert_eq!(inside(&again), 11, "{again}");
    files::remove(&folder.path().join("out/sources/certif_info_fictif.csv")).unwrap();
    let (status, text) = read().unwrap_err();
    assert_eq!(status, 1);
    assert!(text.contains("certif_info_fictif.csv") && text.contains("n’est plus là"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
}

/// Reopened, the project reads the same: the same documents come of it.
#[test]
fn a_restored_project_reads_what_the_first_read() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    said("archive @/étude.bassin --out @/a --with all", folder.path()).unwrap();
    said("restore @/a.bassin.zip --out @/out", folder.path()).unwrap();
    let analysed = |path: &str| {
        let (paths, kept) = ([folder.path().join(path)], Kept::default());
        let asked = crate::cli::analyse::Asked {
            territory: Some(crate::sample::TERRITORY),
            json: true,
            ..crate::cli::analyse::Asked::of(&paths, &kept)
        };
        let today = "2026-12-01".parse().unwrap();
        let text = crate::cli::analyse::run(&asked, &catalog(), today);
        text.map_err(|failure| failure.text).unwrap()
    };
    assert!(analysed("étude.bassin") == analysed("out/étude.bassin"));
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    let status = |words: &str| said(words, folder.path()).unwrap_err();
    let data = "@/données/certif_info_fictif.csv";
    assert_eq!(status(&format!("archive {data} --out @/a")).0, 2);
    assert_eq!(status("archive @/étude.bassin --out @/a --with none,public").0, 2);
    assert_eq!(status("archive @/rien.bassin --out @/a").0, 1);
    let (code, text) = status(&format!("restore {data} --out @/out"));
    assert_eq!(code, 1);
    assert!(text.contains("n’est pas une archive"), "{text}");
    said("archive @/étude.bassin --out @/a", folder.path()).unwrap();
    let (_, text) = status("restore @/a.bassin.zip --out @/données");
    assert!(text.contains("n’est pas vide"), "{text}");
    // Where data are expected, an archive is left aside, and it is said what it is.
    let none = crate::cli::sources(&[folder.path().join("a.bassin.zip")], &catalog());
    assert!(none.map_err(|failure| failure.text).unwrap().origins.is_empty());
}

#[test]
fn the_json_is_what_the_archive_says_of_itself() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    let made = said("archive @/étude.bassin --out @/a --with public --json", folder.path());
    let found: serde_json::Value = serde_json::from_str(&made.unwrap()).unwrap();
    assert_eq!(found["format"], "bassin-archive");
    assert_eq!(found["with"], serde_json::json!(["public"]));
    assert_eq!(found["sources"].as_array().unwrap().len(), 14);
    let again = said("restore @/a.bassin.zip --out @/out --json", folder.path()).unwrap();
    assert_eq!(found, serde_json::from_str::<serde_json::Value>(&again).unwrap());
}

/// A source that is not what was put in is told, with status 1, and the rest is there.
#[test]
fn a_source_that_does_not_match_is_told() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    said("archive @/étude.bassin --out @/a --with public", folder.path()).unwrap();
    let path = folder.path().join("a.bassin.zip");
    let mut bytes = files::read(&path, 1 << 28).unwrap();
    let name = b"sources/certif_info_fictif.csv";
    let at = memchr::memmem::find(&bytes, name).unwrap() + name.len();
    bytes[at + 100] ^= 0x55;
    files::write_atomic(&path, &bytes, false).unwrap();
    let (code, text) = said("restore @/a.bassin.zip --out @/out", folder.path()).unwrap_err();
    assert_eq!(code, 1);
    assert!(text.contains("certif_info_fictif.csv"), "{text}");
    assert_eq!(files::expand(&[folder.path().join("out")]).unwrap().len(), 1 + 4);
}
