use crate::cli::{analyse, check, load, reference};
use crate::files;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::{IssueKind, Kind, Language};
use crate::project::{Decisions, Origin, Source, file};
use crate::readers::fingerprint;
use serde_json::Value;
use std::path::{Path, PathBuf};

const HEADER: &str = "annee;code métier;BE26;Dept;REG;met;xmet;smet";

fn catalog() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn put(folder: &Path, name: &str, rows: &str) -> PathBuf {
    let path = folder.join(name);
    files::write_atomic(&path, format!("{HEADER}\n{rows}\n").as_bytes(), false).unwrap();
    path
}

/// Two files of one survey that differ on one figure.
fn pair(folder: &Path) -> [PathBuf; 2] {
    [
        put(folder, "a.csv", "2026;V0X60;8450;15;84;12;8;*"),
        put(folder, "b.csv", "2026;V0X60;8450;15;84;12;9;*"),
    ]
}

fn checked(paths: &[PathBuf]) -> Value {
    let text = check::run(paths, true, &Kept::default(), &catalog());
    serde_json::from_str(&text.map_err(|failure| failure.text).unwrap()).unwrap()
}

#[test]
fn a_file_that_cannot_be_opened_costs_itself_alone() {
    let folder = tempfile::tempdir().unwrap();
    let good = put(folder.path(), "a.csv", "2026;V0X60;8450;15;84;12;8;*");
    let huge = folder.path().join("huge.csv");
    // Sparse: nothing is written.
    let made = std::fs::OpenOptions::new().write(true).create_new(true).open(&huge).unwrap();
    made.set_len(1024 * 1024 * 1024 + 1).unwrap();
    let reference = reference().map_err(|failure| failure.text).unwrap();
    let read = |paths: &[PathBuf]| {
        load(paths, &reference, &Kept::default(), &catalog()).map_err(|failure| failure.text)
    };
    let tables = read(&[good.clone(), huge]).unwrap();
    assert_eq!((tables[0].kind, tables[1].kind), (Kind::Bmo, Kind::Unknown));
    let issue = &tables[1].issues.as_slice()[0].kind;
    assert_eq!(*issue, IssueKind::TooLarge { limit_mib: 1024 });
    let missing = read(&[good, folder.path().join("none.csv")]).unwrap_err();
    assert!(missing.contains("none.csv"), "{missing}");
}

#[test]
fn reasons_and_disagreements_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = pair(folder.path());
    let found = checked(&[first.clone(), second.clone()]);
    let reasons = found[0]["reasons"].as_array().unwrap();
    assert!(reasons.iter().any(|reason| reason["kind"] == "text"), "{reasons:?}");
    let told = |place: usize| &found[place]["disagreements"][0];
    assert_eq!((&told(0)["with"], &told(0)["differing_cells"]), (&"b.csv".into(), &1.into()));
    assert_eq!((&told(0)["used"], &told(1)["used"]), (&true.into(), &false.into()));
    let text = check::run(&[first, second], false, &Kept::default(), &catalog());
    let text = text.map_err(|failure| failure.text).unwrap();
    assert!(text.contains("a.csv") && text.contains("est retenu"), "{text}");
}

/// As in the window: what a project prefers comes first, hence is used.
#[test]
fn a_choice_between_two_files_kept_in_a_project_holds() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = pair(folder.path());
    let content = files::read(&second, 1_000).unwrap();
    let source = |path: &PathBuf| Source { origin: Origin::File(path.clone()), fingerprint: None };
    let decisions = Decisions {
        sources: vec![source(&first), source(&second)],
        preferred: vec![fingerprint(&content)],
        ..Decisions::default()
    };
    let text = file::to_text(&decisions, None, folder.path()).unwrap();
    let project = folder.path().join("choice.bassin");
    files::write_atomic(&project, text.as_bytes(), false).unwrap();
    let found = checked(&[project]);
    let names: Vec<&str> =
        found.as_array().unwrap().iter().map(|table| table["file"].as_str().unwrap()).collect();
    assert_eq!(names, ["b.csv", "a.csv"]);
}

/// A perimeter beside a territory is a benchmark; alone, it is the territory.
#[test]
fn a_perimeter_is_a_territory_or_a_benchmark() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "2026;V0X60;8450;15;84;60;30;*\n2026;V0X60;8451;15;84;20;5;*";
    let survey = put(folder.path(), "bmo.csv", rows);
    let list = folder.path().join("Pays.txt");
    files::write_atomic(&list, b"15014\n15012\n", false).unwrap();
    let parameters = [list];
    let run = |territory: Option<&str>, benchmarks: &[&str]| {
        let benchmarks: Vec<String> = benchmarks.iter().map(|code| (*code).to_owned()).collect();
        let asked = analyse::Asked {
            inputs: std::slice::from_ref(&survey),
            kept: &Kept::default(),
            territory,
            perimeters: &parameters,
            benchmarks: &benchmarks,
            level: None,
            sector: false,
            year: None,
            out: None,
            formats: &[],
            json: true,
        };
        analyse::run(&asked, &catalog(), "2026-11-24".parse().unwrap())
            .map(|text| serde_json::from_str::<Value>(&text).unwrap())
            .map_err(|failure| (failure.status, failure.text))
    };
    let beside = run(Some("be:8451"), &["fr"]).unwrap();
    let labels: Vec<&str> = beside["comparisons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|compared| compared["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["Pays", "France"]);
    assert_eq!(beside["comparisons"][0]["projects"]["value"], 60);
    assert_eq!(beside["comparisons"][0]["coverage"]["basins"][0]["inside"], 2);
    assert_eq!(beside["comparisons"][1]["occupations"][0]["projects"]["value"], 60 + 20);
    let alone = run(None, &[]).unwrap();
    assert_eq!(alone["territory"]["label"], "Pays");
    assert_eq!(alone["totals"]["projects"]["value"], 60);
    let levels: Vec<&str> = alone["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["code"].as_str().unwrap())
        .collect();
    assert_eq!(levels, ["V0X", "V"], "the file has no family");
    assert_eq!(run(Some("be:8451"), &["8450"]).unwrap_err().0, 2);
    let (status, text) = run(Some("be:8451"), &["epci:241500230"]).unwrap_err();
    assert_eq!(status, 1);
    assert!(text.contains("epci:241500230"), "{text}");
}
