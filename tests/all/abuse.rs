//! The files of `tests/abuse`, made by `examples/make_abuse.rs`: each is told for what it is,
//! and none costs more than itself.

use bassin::readers::{Control, mapping, read};
use bassin::reference::Reference;
use std::path::Path;

#[test]
fn each_hostile_file_is_told_for_what_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse");
    let reference = Reference::embedded().unwrap();
    let expect = std::fs::read_to_string(folder.join("expect.csv")).unwrap();
    let (mut seen, mut wrong) = (0, Vec::new());
    for line in expect.lines().skip(1) {
        let [name, kind, issue] = line.split(';').collect::<Vec<_>>().try_into().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let tables = read(name, &bytes, &reference, Control::none()).unwrap();
        let [table, others @ ..] = tables.as_slice() else { panic!("{name}: nothing is told") };
        assert!(others.is_empty() || name == "mille_membres.zip", "{name}");
        let told = tables.iter().flat_map(|table| table.issues.as_slice());
        let issues: Vec<&str> = told.map(|issue| issue.kind.id()).collect();
        assert!(table.rows.adds_up(), "{name}: {:?}", table.rows);
        let kept = u32::from(kind == "bmo" && !issues.contains(&"no-usable-row"));
        // What was read before the rest could not be is no table.
        let part = ["compte_annonce.xlsx", "cellule_en_morceaux_lente.xlsx"].contains(&name);
        assert!(!part || (table.rows.kept == 0 && table.rows.refused > 0), "{name}");
        let lone = ["not-a-code", "cell-error"].contains(&issue) && table.rows.kept == 0;
        assert!(lone || part || table.rows.kept >= kept, "{name}: {:?} {issues:?}", table.rows);
        let told = issue.is_empty() || issues.contains(&issue);
        let panicked = issues.contains(&"read-panicked");
        if table.kind.id() != kind || !told || panicked {
            wrong.push(format!("{name}: {} {issues:?} {:?}", table.kind, table.rows));
        }
        let shown = table.issues.as_slice().iter().all(|i| format!("{:?}", i.kind).len() < 400);
        assert!(shown, "{name}: a message holds a whole cell");
        // Choosing its columns does not cost more.
        for sheet in mapping::peek(&bytes) {
            let heading = mapping::guess(&sheet.rows);
            let names = heading.names(&sheet.rows);
            let below = heading.below(&sheet.rows);
            mapping::propose(&names, below, mapping::KINDS[0], &[]);
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen > 40, "{seen}");
}

/// Address space that reading one hostile file may take, in KiB: what the libraries reserve for
/// their threads is in it, and the 512 MiB that a member may inflate to.
#[cfg(target_os = "linux")]
const MOST_KIB: u32 = 4 * 1024 * 1024;

/// A process that asks for more than it may have is ended by the system: none is.
#[cfg(target_os = "linux")]
#[test]
fn each_hostile_file_is_read_in_bounded_memory() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse");
    let home = tempfile::tempdir().unwrap();
    let script = format!("ulimit -v {MOST_KIB} && exec \"$0\" check \"$1\"");
    let run = |path: &Path| {
        std::process::Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_bassin")])
            .arg(path)
            .env("HOME", home.path())
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .env("POLARS_MAX_THREADS", "2")
            .output()
            .unwrap()
    };
    let (mut seen, mut wrong) = (0, Vec::new());
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().is_some_and(|name| name == "expect.csv") {
            continue;
        }
        let output = run(&path);
        seen += 1;
        // What cannot be read is told; a process that was ended has no code.
        if !matches!(output.status.code(), Some(0 | 1)) {
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            wrong.push(format!("{}: {:?} {told}", path.display(), output.status));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen > 40, "{seen}");
    // The limit holds: the same program cannot begin in a hundredth of it.
    let script = format!("ulimit -v {} && exec \"$0\" check \"$1\"", MOST_KIB / 100);
    let refused = std::process::Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_bassin")])
        .arg(folder.join("bombe.zip"))
        .output()
        .unwrap();
    assert!(!refused.status.success(), "the limit does nothing");
}
