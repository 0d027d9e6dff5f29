use crate::cli::{analyse, anchor, check, couples, load, reference, validate};
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
    file_of(folder, name, format!("{HEADER}\n{rows}\n").as_bytes())
}

/// A file of a test's own folder.
pub(super) fn file_of(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    files::write_atomic(&path, bytes, false).unwrap();
    path
}

/// Two files of one survey that differ on one figure.
fn pair(folder: &Path) -> [PathBuf; 2] {
    [
        put(folder, "a.csv", "2026;V0X60;8450;15;84;12;8;*"),
        put(folder, "b.csv", "2026;V0X60;8450;15;84;12;9;*\n2026;S1X20;8450;15;84;30;10;5"),
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
fn an_absent_file_is_named_and_the_others_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let good = put(folder.path(), "a.csv", "2026;V0X60;8450;15;84;12;8;*");
    let (none, other) = (folder.path().join("none.csv"), folder.path().join("aucun"));
    let paths = [none.clone(), good.clone(), other];
    let run = |as_json| check::run(&paths, as_json, &Kept::default(), &catalog()).unwrap_err();
    let failure = run(false);
    assert_eq!(failure.status, 1);
    assert!(failure.done.contains("a.csv\n  BMO, besoins"), "{}", failure.done);
    let told: Vec<&str> = failure.text.lines().collect();
    assert!(
        told.len() == 2 && told[0].contains("none.csv") && told[1].contains("aucun"),
        "{told:?}"
    );
    let found: Value = serde_json::from_str(&run(true).done).unwrap();
    let kinds: Vec<&Value> = (0..3).map(|place| &found[place]["kind"]).collect();
    assert_eq!(kinds, ["bmo", "unknown", "unknown"]);
    assert_eq!(found[1]["issues"][0]["kind"], "unopened");
    // A source of a project that is gone is named as well.
    let sources = vec![
        Source { origin: Origin::File(good), fingerprint: None, left_out: false },
        Source { origin: Origin::File(none), fingerprint: None, left_out: false },
    ];
    let decisions = Decisions { sources, ..Decisions::default() };
    let text = file::to_text(&decisions, None, folder.path()).unwrap();
    let project = folder.path().join("etude.bassin");
    files::write_atomic(&project, text.as_bytes(), false).unwrap();
    let failure = check::run(&[project], false, &Kept::default(), &catalog()).unwrap_err();
    assert!(failure.done.contains("a.csv\n  BMO") && failure.text.contains("none.csv"));
}

/// A read-me is left aside with a word, alone or beside tables: no error, status 0.
#[test]
fn a_read_me_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let read_me =
        file_of(folder.path(), "LISEZMOI.md", "# À lire\n\nBonjour ; merci.\n".as_bytes());
    let note = file_of(folder.path(), "note.txt", b"Bonjour.\n\nDeux lignes, sans tableau.\n");
    let good = put(folder.path(), "a.csv", "2026;V0X60;8450;15;84;12;8;*");
    for paths in [vec![read_me.clone()], vec![note, good, read_me]] {
        let text = check::run(&paths, false, &Kept::default(), &catalog());
        let text = text.map_err(|failure| failure.text).unwrap();
        assert!(text.contains("Texte à lire") && !text.contains("Erreur"), "{text}");
    }
}

#[test]
fn what_files_make_together_is_in_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let before = put(folder.path(), "a.csv", "2025;V0X60;8450;15;84;12;8;*");
    let after = put(folder.path(), "b.csv", "2026;V0X60;8450;15;84;12;8;*");
    let copy = put(folder.path(), "c.csv", "2026;V0X60;8450;15;84;12;8;*");
    let found = checked(&[before.clone(), after.clone(), copy.clone()]);
    let stacked = &found[0]["stacking"][0];
    assert_eq!((&stacked["link"], &stacked["with"]), (&"stacked".into(), &"b.csv".into()));
    assert_eq!((&stacked["from"], &stacked["to"]), (&"2025".into(), &"2026".into()));
    assert!(stacked["message"].as_str().unwrap().contains("s’empilent"));
    let copied = &found[2]["stacking"][0];
    assert_eq!((&copied["link"], &copied["set_aside"]), (&"copy".into(), &true.into()));
    assert_eq!(found[1]["stacking"].as_array().unwrap().len(), 2);
    let text = check::run(&[before, after, copy], false, &Kept::default(), &catalog());
    let text = text.map_err(|failure| failure.text).unwrap();
    assert!(text.contains("s’empilent") && text.contains("a le même contenu"), "{text}");
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
    assert_eq!((&told(0)["only_own_rows"], &told(0)["only_other_rows"]), (&0.into(), &1.into()));
    assert_eq!((&told(1)["only_own_rows"], &told(1)["only_other_rows"]), (&1.into(), &0.into()));
    let text = check::run(&[first, second], false, &Kept::default(), &catalog());
    let text = text.map_err(|failure| failure.text).unwrap();
    assert!(text.contains("a.csv") && text.contains("est retenu"), "{text}");
    assert!(text.contains("1 ligne n’est que dans «\u{a0}b.csv\u{a0}»."), "{text}");
}

/// As in the window: what a project prefers comes first, hence is used.
#[test]
fn a_choice_between_two_files_kept_in_a_project_holds() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = pair(folder.path());
    let content = files::read(&second, 1_000).unwrap();
    let source = |path: &PathBuf| Source {
        origin: Origin::File(path.clone()),
        fingerprint: None,
        left_out: false,
    };
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

#[test]
fn the_ladder_of_a_territory_is_told_rung_by_rung() {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/dares_tensions_2023_fictif.csv");
    let ask = |code: &str, json: bool| {
        let files = std::slice::from_ref(&file);
        let text = anchor::run(files, code, json, &Kept::default(), &catalog());
        text.map_err(|failure| (failure.status, failure.text))
    };
    let found: Value = serde_json::from_str(&ask("reg:84", true).unwrap()).unwrap();
    let lines = found["occupations"].as_array().unwrap();
    assert!(!lines.is_empty());
    for line in lines {
        let (own, kept) = (&line["own"], &line["anchor"]);
        if own.is_null() {
            assert_ne!(kept["rung"], "region-occupation", "{line}");
        } else {
            assert_eq!((&own["tension"], &own["class"]), (&kept["tension"], &kept["class"]));
        }
    }
    let text = ask("reg:84", false).unwrap();
    let aide = lines.iter().find(|line| line["code"] == "fap2021:V0X60").unwrap();
    let line = text.lines().find(|line| line.starts_with("V0X60")).unwrap();
    assert!(line.contains(aide["label"].as_str().unwrap()), "{line}");
    assert_eq!(ask("84", false).unwrap_err().0, 2, "a bare code is a mistake of usage");
    // A zone d'emploi lies in départements: it is read at the ladder of the first.
    assert!(ask("ze:8403", false).unwrap().contains("15"));
}

fn sample(names: &[&str]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    names.iter().map(|name| folder.join(name)).collect()
}

const SURVEYS: [&str; 2] = ["BMO_2024_territoire_fictif.xlsx", "BMO_2025_territoire_fictif.xlsx"];

#[test]
fn past_flags_are_told_with_their_counts_or_not_at_all() {
    let ask = |files: &[PathBuf], json: bool| {
        let today = "2026-11-24".parse().unwrap();
        let text = validate::run(files, "be:9601", json, &Kept::default(), &catalog(), today);
        text.map_err(|failure| (failure.status, failure.text))
    };
    let both = sample(&SURVEYS);
    let found: Value = serde_json::from_str(&ask(&both, true).unwrap()).unwrap();
    let years = &found["years"][0];
    let count = |key: &str| years[key].as_u64().unwrap();
    let parts = ["without_code", "without_row", "undecided", "compared"];
    assert_eq!(count("occupations"), parts.map(count).iter().sum::<u64>());
    for predictor in ["flag", "persistence"] {
        let cells = ["said_and_came", "said_only", "came_only", "neither"];
        let cell = |key: &str| years["scores"][predictor][key].as_u64().unwrap();
        assert_eq!(count("compared"), cells.map(cell).iter().sum::<u64>());
    }
    assert!(ask(&both, false).unwrap().contains("De 2024 à 2025"));
    let (status, text) = ask(&both[..1], false).unwrap_err();
    assert!(status == 1 && text.contains("deux enquêtes"), "{text}");
}

#[test]
fn couples_need_two_codes_of_the_survey() {
    let files = sample(&SURVEYS[1..]);
    let ask = |codes: &[&str], json: bool| {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        let near = Some("be:9601");
        let text = couples::run(&files, &codes, near, json, &Kept::default(), &catalog());
        text.map_err(|failure| failure.status)
    };
    let found: Value = serde_json::from_str(&ask(&["V0X60", "J3X43"], true).unwrap()).unwrap();
    let basins = found["basins"].as_array().unwrap();
    assert_eq!(basins[0]["territory"]["code"], "be:9601");
    assert_eq!(basins[0]["first"]["projects"]["value"], 88);
    assert!(found["sectors"].is_null(), "no table of hirings is loaded");
    assert!(ask(&["V0X60", "J3X43"], false).unwrap().contains("88 ("));
    assert_eq!([ask(&["V0X60"], true), ask(&["V0X60", "Z9X99"], true)], [Err(2), Err(1)]);
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
            sector: None,
            year: None,
            params: None,
            out: None,
            marks: crate::report::csv::Marks::default(),
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

/// Grade C is never mixed with what the territory says: each list has its own heading.
#[test]
fn presumptions_are_listed_apart() {
    let folder = tempfile::tempdir().unwrap();
    // Care assistants by the basin's own data, cooks by those of the region, waiters nowhere here.
    let rows = [
        "V0X60;8450;15;84;100;95",
        "S1X40;8450;15;84;*;*",
        "S1X20;8450;15;84;0;0",
        "S1X40;8457;63;84;900;850",
        "S1X20;8457;63;84;900;850",
        "W1X80;1101;75;11;10000;2000",
    ];
    let rows = rows.map(|row| format!("2026;{row};*")).join("\n");
    let survey = put(folder.path(), "a.csv", &rows);
    let asked = analyse::Asked {
        inputs: std::slice::from_ref(&survey),
        kept: &Kept::default(),
        territory: Some("be:8450"),
        perimeters: &[],
        benchmarks: &[],
        level: None,
        sector: None,
        year: None,
        params: None,
        out: None,
        marks: crate::report::csv::Marks::default(),
        formats: &[],
        json: false,
    };
    let said = analyse::run(&asked, &catalog(), "2026-11-24".parse().unwrap());
    let said = said.map_err(|failure| failure.text).unwrap();
    let at = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text} is not in {said}"));
    let order = [at("Signalés par"), at("V0X60"), at("Présumés, à part"), at("S1X40")];
    assert!(order.is_sorted(), "{said}");
    assert!(!said.contains("S1X20"), "nobody recruits them here: {said}");
}
