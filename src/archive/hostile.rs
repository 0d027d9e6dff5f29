//! Archives made to deceive, and archives that were damaged.

use super::*;
use crate::archive::manifest::Manifest;
use crate::model::Kind;
use crate::project::{Decisions, Origin, Source, file};
use crate::readers::{Control, fingerprint};
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

const CONTENT: &[u8] = b"annee;code\n2026;V0X60\n";
const PROJECT: &str = "valmont.bassin";

/// A sound archive of two sources.
pub fn sound() -> Packed {
    let described = |name: &str| Described {
        origin: Origin::File(Path::new("/x").join(name)),
        content: Some(Content {
            fingerprint: fingerprint(CONTENT),
            bytes: CONTENT.len() as u64,
            tables: vec![(Kind::Bmo, Some(2026))],
            custody: Custody::Public,
            unread: false,
        }),
    };
    let sources = ["aa.csv", "ab.csv"].map(described);
    let listed = sources.iter().map(|one| Source {
        origin: one.origin.clone(),
        fingerprint: None,
        left_out: false,
    });
    let decisions = Decisions { sources: listed.collect(), ..Decisions::default() };
    let with = With { public: true, ..With::default() };
    let given =
        Given { name: "valmont", decisions: &decisions, log: None, sources: &sources, with };
    pack(&given, |_| Ok::<_, String>(CONTENT.to_vec())).unwrap()
}

type Members = Vec<(String, Vec<u8>)>;

fn members(bytes: &[u8]) -> Members {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let all = 0..archive.len();
    all.map(|index| {
        let mut member = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        member.read_to_end(&mut content).unwrap();
        (member.name().unwrap().into_owned(), content)
    })
    .collect()
}

fn options() -> zip::write::SimpleFileOptions {
    zip::write::SimpleFileOptions::default()
}

fn zipped(members: &Members) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(name.as_str(), options()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The sound archive with other members.
fn with_members(change: impl FnOnce(&mut Members)) -> Vec<u8> {
    let mut members = members(&sound().bytes);
    change(&mut members);
    zipped(&members)
}

/// The sound archive that says something else of itself.
fn with_manifest(change: impl FnOnce(&mut Manifest, &mut Members)) -> Vec<u8> {
    let Packed { bytes, mut manifest } = sound();
    let mut members = members(&bytes);
    change(&mut manifest, &mut members);
    members[0].1 = serde_json::to_vec(&manifest).unwrap();
    zipped(&members)
}

/// The sound archive with another project, which the list agrees to.
fn with_project(change: impl FnOnce(String) -> String) -> Vec<u8> {
    with_manifest(|manifest, members| {
        let (_, text) = members.iter_mut().find(|(name, _)| name == PROJECT).unwrap();
        *text = change(String::from_utf8(text.clone()).unwrap()).into_bytes();
        manifest.project.sha256 = fingerprint(text);
        manifest.project.size = text.len() as u64;
    })
}

/// One name in place of another of the same length, wherever it stands in the bytes.
fn renamed(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> = memchr::memmem::find_iter(&bytes, from).collect();
    assert_eq!(places.len(), 2, "beside the member, and in the list of the file");
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

/// The source `aa.csv` under another name, the list agreeing.
fn source_named(name: &str) -> Vec<u8> {
    with_manifest(|manifest, members| {
        name.clone_into(&mut manifest.sources[0].name);
        let member = members.iter_mut().find(|(name, _)| name == "sources/aa.csv").unwrap();
        name.clone_into(&mut member.0);
    })
}

fn linked() -> Vec<u8> {
    let members = members(&sound().bytes);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in &members {
        if name == "sources/aa.csv" {
            writer.add_symlink(name.as_str(), "/etc/passwd", options()).unwrap();
        } else {
            writer.start_file(name.as_str(), options()).unwrap();
            writer.write_all(content).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

fn bomb() -> Vec<u8> {
    let zeros = vec![0; 80 * 1024 * 1024];
    with_manifest(|manifest, members| {
        manifest.sources[0].sha256 = Some(fingerprint(&zeros));
        manifest.sources[0].size = Some(zeros.len() as u64);
        members.iter_mut().find(|(name, _)| name == "sources/aa.csv").unwrap().1 = zeros;
    })
}

/// What each archive is, its bytes, and why it is refused.
pub fn table() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let sound = sound().bytes;
    let prepended: Vec<u8> = sound.iter().take(HEAD).chain(&sound).copied().collect();
    let cut = |length: usize| sound[..length].to_vec();
    let mut commented = sound.clone();
    let end = commented.len();
    commented[end - 2..].copy_from_slice(&[2, 0]);
    commented.extend_from_slice(b"ab");
    let mut archives = vec![
        ("nothing", Vec::new(), "not-one"),
        ("a text", b"annee;code\n2026;V0X60\n".to_vec(), "not-one"),
        ("another zip", zipped(&vec![("a.csv".to_owned(), CONTENT.to_vec())]), "not-one"),
        ("cut in its list", cut(end - 30), "damaged"),
        ("cut in the middle", cut(end / 2), "damaged"),
        ("something behind it", commented, "damaged"),
        ("something before it", prepended, "unlisted"),
        ("a member twice", renamed(&sound, "sources/ab.csv", "sources/aa.csv"), "twice"),
        (
            "two names that systems do not tell apart",
            renamed(&sound, "sources/ab.csv", "sources/AA.csv"),
            "twice",
        ),
        ("up and out", renamed(&sound, "sources/ab.csv", "sources/../b.c"), "path"),
        ("up and out, the list agreeing", source_named("../../../b.csv"), "path"),
        ("up in the middle", source_named("sources/../../b.csv"), "path"),
        ("absolute", source_named("/bassin-never.csv"), "path"),
        ("of a drive", source_named("C:/bassin-never.csv"), "path"),
        ("with the strokes of Windows", source_named("sources\\..\\..\\b.csv"), "path"),
        ("a device", source_named("sources/con.csv"), "path"),
        ("hidden", source_named("sources/.bashrc"), "path"),
        ("a folder", source_named("sources/aa/"), "path"),
        ("beside the project", source_named("autre.csv"), "path"),
        ("over the project", source_named("Valmont.bassin"), "twice"),
        ("a link", linked(), "not-a-file"),
        ("a bomb", bomb(), "too-large"),
    ];
    archives.extend(of_lists());
    archives.extend(of_projects());
    archives
}

fn of_lists() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let more = |name: &str| {
        let name = name.to_owned();
        with_members(|members| members.push((name, CONTENT.to_vec())))
    };
    let list = |text: &str| with_members(|members| members[0].1 = text.as_bytes().to_vec());
    vec![
        ("a member more", more("sources/ac.csv"), "unlisted"),
        ("a program more", more("sources/setup.exe"), "unlisted"),
        ("no list", with_members(|members| drop(members.remove(0))), "not-one"),
        ("a list that is none", list("[]"), "damaged"),
        ("a list of something else", list("{\"format\": \"x\", \"version\": 1}"), "not-one"),
        ("a newer list", list("{\"format\": \"bassin-archive\", \"version\": 2}"), "newer"),
        (
            "a project under the name of a table",
            with_manifest(|manifest, members| {
                manifest.project.name = "a.csv".to_owned();
                members[1].0 = "a.csv".to_owned();
            }),
            "path",
        ),
        (
            "more than may be read",
            with_manifest(|manifest, _| manifest.project.size = file::MOST_BYTES + 1),
            "too-large",
        ),
        (
            "one source twice in the list",
            with_manifest(|manifest, _| manifest.sources[1] = manifest.sources[0].clone()),
            "twice",
        ),
    ]
}

fn of_projects() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let elsewhere =
        |path: &'static str| with_project(move |text| text.replace("sources/aa.csv", path));
    vec![
        ("another project", with_members(|members| members[1].1.push(b' ')), "altered"),
        ("no project", with_members(|members| drop(members.remove(1))), "altered"),
        ("a project that is none", with_project(|_| "rien".to_owned()), "damaged"),
        (
            "a newer project",
            with_project(|text| text.replace("version: 1,", "version: 99,")),
            "newer",
        ),
        ("a project that reads elsewhere", elsewhere("/etc/passwd"), "elsewhere"),
        ("a project that reads above", elsewhere("../../secret.csv"), "elsewhere"),
        ("a project that reads beside", elsewhere("sources/ac.csv"), "elsewhere"),
        (
            "a logo elsewhere",
            with_project(|text| {
                let logo = "papers: Some((accent: None, organisation: \"\", logo: Some(\"/etc/passwd\"), logo_shows: \"\", kinds: {}))";
                text.replace("papers: None", logo)
            }),
            "elsewhere",
        ),
    ]
}

#[test]
fn an_archive_made_to_deceive_is_refused_whole() {
    let table = table();
    assert!(table.len() > 30, "{}", table.len());
    for (what, bytes, expect) in table {
        let found = open(&bytes, Control::none()).err();
        assert_eq!(found.as_ref().map(Refusal::id), Some(expect), "{what}: {found:?}");
    }
    assert!(open(&sound().bytes, Control::none()).unwrap().spoilt.is_empty());
}

/// A source that is no longer what was put in is named and not written; the rest is.
#[test]
fn a_source_that_does_not_match_is_spoilt_alone() {
    let check = |bytes: &[u8]| {
        let mut opened = open(bytes, Control::none()).unwrap();
        assert_eq!(opened.spoilt, ["sources/aa.csv"]);
        assert_eq!(opened.sound, ["sources/ab.csv"]);
        assert_eq!(opened.read("sources/aa.csv", Control::none()), Ok(None));
        assert!(opened.read("sources/ab.csv", Control::none()).unwrap().is_some());
    };
    let of_source = |change: fn(&mut Vec<u8>)| {
        with_members(|members| {
            change(&mut members.iter_mut().find(|(name, _)| name == "sources/aa.csv").unwrap().1);
        })
    };
    check(&of_source(|content| content[0] = b'A'));
    check(&of_source(|content| content.push(b'\n')));
    check(&of_source(Vec::clear));
    check(&with_members(|members| members.retain(|(name, _)| name != "sources/aa.csv")));
    // Damage in its own bytes, which its checksum tells.
    let mut bytes = zipped(&members(&sound().bytes));
    let at = memchr::memmem::find(&bytes, b"sources/aa.csv").unwrap() + "sources/aa.csv".len();
    bytes[at + 8] ^= 0x55;
    check(&bytes);
}
