use super::*;
use crate::archive::hostile;
use crate::model::Language;

/// Names of everything below a folder, sorted.
fn below(folder: &Path) -> Vec<String> {
    let found = files::expand(&[folder.to_owned()]).unwrap();
    let name = |path: &PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
    found.iter().map(name).collect()
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    files::write_atomic(&path, bytes, false).unwrap();
    path
}

#[test]
fn nothing_of_an_archive_made_to_deceive_is_written() {
    let root = tempfile::tempdir().unwrap();
    let catalogs = Language::ALL.map(|language| Catalog::new(language).unwrap());
    for (what, bytes, id) in hostile::table() {
        let path = put(root.path(), "a.bassin.zip", &bytes);
        let folder = root.path().join("out/below");
        let error = restore(&path, &folder, Control::none()).unwrap_err();
        assert!(look(&path, Control::none()).is_err());
        for catalog in &catalogs {
            let said = error.say(catalog);
            assert!(said.starts_with(&catalog.text(&format!("archive-refused-{id}"))), "{said}");
        }
        assert_eq!(below(root.path()), ["a.bassin.zip"], "{what}");
        assert!(!files::exists(&root.path().join("out")), "{what}");
    }
    assert!(!files::exists(Path::new("/bassin-never.csv")));
}

#[test]
fn a_sound_archive_goes_into_a_folder_of_its_own() {
    let root = tempfile::tempdir().unwrap();
    let path = put(root.path(), "a.bassin.zip", &hostile::sound().bytes);
    let folder = root.path().join("out");
    let restored = restore(&path, &folder, Control::none()).unwrap();
    assert_eq!(restored.project, folder.join("valmont.bassin"));
    let expect = ["sources/aa.csv", "sources/ab.csv", "valmont.bassin"];
    let expect = expect.map(|name| name.replace('/', std::path::MAIN_SEPARATOR_STR));
    assert_eq!(below(&folder), expect);
    // What is there is not touched.
    let before = files::read(&restored.project, 1 << 20).unwrap();
    let again = restore(&path, &folder, Control::none()).unwrap_err();
    assert!(matches!(again, RestoreError::File(ref error) if error.id() == "not-empty"));
    assert_eq!(files::read(&restored.project, 1 << 20).unwrap(), before);
    let beside = folder_for(&path, root.path());
    assert_eq!(beside, root.path().join("a"));
    restore(&path, &beside, Control::none()).unwrap();
    assert_eq!(folder_for(&path, root.path()), root.path().join("a 2"));
}

#[test]
fn an_archive_is_known_by_its_name_or_its_first_bytes() {
    let root = tempfile::tempdir().unwrap();
    let sound = hostile::sound().bytes;
    for (name, bytes, expect) in [
        ("a.bassin.zip", sound.as_slice(), true),
        ("A.BASSIN.ZIP", b"cut", true),
        ("a.bassin (1).zip", &sound, true),
        ("données.zip", b"PK\x03\x04 and something else that is longer than it", false),
        ("données.zip", b"", false),
        ("a.csv", &sound, false),
        ("a.bassin", &sound, false),
    ] {
        assert_eq!(is_archive(&put(root.path(), name, bytes)), expect, "{name}");
    }
    assert!(!is_archive(&root.path().join("none.zip")));
    for (project, expect) in [
        (Some("/x/Pays d’Aurillac.bassin"), "Pays d’Aurillac.bassin.zip"),
        (None, "bassin.bassin.zip"),
    ] {
        assert_eq!(file_name(project.map(Path::new)), expect);
    }
    for (given, expect) in [
        ("a", "a.bassin.zip"),
        ("a.zip", "a.zip"),
        ("a.v2", "a.v2.bassin.zip"),
        ("a.bassin", "a.bassin.zip"),
        ("a.bassinx", "a.bassin.zip"),
    ] {
        assert_eq!(named(PathBuf::from(given)), PathBuf::from(expect));
    }
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "the rights of a folder of the test")]
fn what_holds_answers_is_of_this_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = tempfile::tempdir().unwrap();
    let decisions = Decisions::default();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let before = mode(root.path());
    let catalog = Catalog::new(Language::French).unwrap();
    for (with, name) in [(With::ALL, "all"), (With::default(), "none")] {
        let ordered =
            Ordered { project: None, decisions: &decisions, log: None, sources: &[], with };
        let packed = make(&ordered, &catalog).unwrap();
        let to = root.path().join(format!("{name}.bassin.zip"));
        write(&to, &packed, &ordered).unwrap();
        let folder = root.path().join(name);
        let restored = restore(&to, &folder, Control::none()).unwrap();
        let modes = [mode(&to), mode(&folder), mode(&restored.project)];
        if with.respondents {
            assert_eq!(modes, [0o600, 0o700, 0o600]);
        } else {
            assert_ne!(modes[0] & 0o044, 0);
        }
    }
    assert_eq!(mode(root.path()), before);
}

#[test]
fn an_archive_is_never_written_over_a_source() {
    let root = tempfile::tempdir().unwrap();
    let source = put(root.path(), "données.zip", b"PK");
    let origin = Origin::File(source.clone());
    let listed =
        crate::project::Source { origin: origin.clone(), fingerprint: None, left_out: false };
    let decisions = Decisions { sources: vec![listed], ..Decisions::default() };
    let sources = [Described { origin, content: None }];
    let with = With::default();
    let ordered =
        Ordered { project: None, decisions: &decisions, log: None, sources: &sources, with };
    let packed = make(&ordered, &Catalog::new(Language::French).unwrap()).unwrap();
    assert_eq!(write(&source, &packed, &ordered).unwrap_err().id(), "is-source");
    assert_eq!(files::read(&source, 10).unwrap(), b"PK");
}
