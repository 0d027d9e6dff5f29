//! A project given to the command line: its labels, its seed and its rules of secrecy hold.

use super::{asked, json};
use crate::files;
use crate::matching::label::index::Index;
use crate::model::Rome;
use crate::model::adjust::Adjustments;
use crate::project::{Edit, Origin, Project, Weighting, file};
use std::fmt::Write as _;
use std::path::Path;

/// Twelve who wrote the same label without a code, in one commune.
fn survey(folder: &Path) -> [String; 2] {
    let mut establishments =
        "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total\n"
            .to_owned();
    let mut occupations =
        "id_etablissement;libelle_metier;effectif_metier;projets_12m\n".to_owned();
    for n in 0..12 {
        let _ = writeln!(establishments, "S{n};15014;8710A;10/10/2025;répondant;20");
        let _ = writeln!(occupations, "S{n};Aide soignante;{};2", 4 + n % 3);
    }
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        files::write_atomic(&path, text.as_bytes(), false).unwrap();
        path.display().to_string()
    };
    [write("etablissements.csv", &establishments), write("metiers.csv", &occupations)]
}

/// A project of these files, with what was decided, saved under a name.
fn project(folder: &Path, name: &str, edits: Vec<Edit>) -> String {
    let mut project = Project::default();
    let origin = |name: &str| Origin::File(files::canonical(&folder.join(name)));
    project.apply(Edit::AddSources(vec![origin("etablissements.csv"), origin("metiers.csv")]));
    project.apply(Edit::Territory("be:8450".parse().unwrap()));
    for edit in edits {
        project.apply(edit);
    }
    let text = file::to_text(project.decisions(), None, folder).unwrap();
    let path = folder.join(name);
    files::write_atomic(&path, text.as_bytes(), false).unwrap();
    path.display().to_string()
}

/// One rule of labels: of a project those decided on, in the window, in documents and here.
#[test]
fn labels_of_a_project_count_as_it_decided() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = &survey(folder.path());
    let end = ["--replicates", "0"];
    let understood = |given: &[&str]| {
        let found = json(&[&["estimate"], given, &end].concat());
        (found["labels_understood"].clone(), found["labels_without_code"].clone())
    };
    assert_eq!(understood(&[first, second]), (12.into(), 0.into()), "files alone: by their score");
    let undecided = project(folder.path(), "a.bassin", Vec::new());
    assert_eq!(understood(&[&undecided]), (0.into(), 12.into()));
    let index = Index::embedded().unwrap();
    let mut labels = Project::default().decisions().labels.clone();
    labels.accept(&index, "Aide soignante", Rome::new("J1501").unwrap());
    let decided = project(folder.path(), "b.bassin", vec![Edit::Labels(labels)]);
    assert_eq!(understood(&[&decided]), (12.into(), 0.into()));
    let refused = asked(&["estimate", &decided, "--min-score", "0.5"]).unwrap_err();
    assert!(refused.contains("--min-score"), "{refused}");
}

#[test]
fn the_seed_is_that_of_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = &survey(folder.path());
    let weighting = Weighting { seed: 7, ..Weighting::default() };
    let given = project(folder.path(), "a.bassin", vec![Edit::Weighting(weighting)]);
    let seed = |given: &[&str]| {
        json(&[&["estimate"], given, &["--replicates", "2"]].concat())["seed"].clone()
    };
    assert_eq!(seed(&[&given]), 7);
    assert_eq!(seed(&[&given, "--seed", "3"]), 3);
    assert_eq!(seed(&[first, second]), 1);
}

/// Rules made stricter by a project or by a file of parameters hide what the published ones show.
#[test]
fn stricter_rules_hide_more() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = &survey(folder.path());
    let shown = |given: &[&str]| {
        let found = json(&[&["estimate"], given, &["--replicates", "0"]].concat());
        let measures = found["needs"][0]["measures"].as_array().unwrap().clone();
        let headcount = measures.iter().find(|one| one["indicator"] == "need-headcount").unwrap();
        headcount["hidden"].as_str().map(str::to_owned)
    };
    assert_eq!(shown(&[first, second]), None, "twelve answers");
    let mut method = Adjustments::default();
    method.set("minimum_respondents", 13_000).unwrap();
    let given = project(folder.path(), "a.bassin", vec![Edit::Method(method)]);
    assert_eq!(shown(&[&given]).as_deref(), Some("too-few"));
    let params = folder.path().join("regles.ron");
    files::write_atomic(&params, b"{ \"minimum_respondents\": 13 }", false).unwrap();
    let params = params.display().to_string();
    assert_eq!(shown(&[first, second, "--params", &params]).as_deref(), Some("too-few"));
    let looser = folder.path().join("moins.ron");
    files::write_atomic(&looser, b"{ \"minimum_respondents\": 2 }", false).unwrap();
    let looser = looser.display().to_string();
    let refused = asked(&["estimate", first, second, "--params", &looser]).unwrap_err();
    assert!(refused.contains("minimum_respondents"), "{refused}");
}

/// The invited of the tables, with the addresses of the contacts, the largest first.
#[test]
fn who_is_to_be_asked_again_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let [first, _] = &survey(folder.path());
    let invited = "id_etablissement;code_commune;code_naf;statut_reponse;effectif_total;\
                   tranche_effectif\n\
                   S0;15014;8710A;non joint;;10-19\nN1;15014;8710A;non joint;;10-19\n\
                   N2;15014;1071C;non joint;;50-99\nN3;15014;1071C;refus;;50-99\n";
    let contacts =
        "id_etablissement;raison_sociale;contact_courriel\nN2;Grand four;four@exemple.fr\n";
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        files::write_atomic(&path, text.as_bytes(), false).unwrap();
        path.display().to_string()
    };
    let (invited, contacts) = (write("invites.csv", invited), write("contacts.csv", contacts));
    let found = json(&["reminders", first, &invited, "--contacts", &contacts]);
    let ids: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["N2", "N1"]);
    assert_eq!(found[0]["email"], "four@exemple.fr");
    let text = asked(&["reminders", first, &invited, "--contacts", &contacts]).unwrap();
    assert!(text.contains("N2 · Grand four") && !text.contains("S0"), "{text}");
    // The rate is of those invited, and read with who is missing.
    let weights = json(&["weights", first, &invited]);
    assert_eq!((&weights["asked"], &weights["answered"]), (&15.into(), &12.into()));
    assert_eq!(weights["not_reached"], 2);
    let reading = weights["reading"].as_array().unwrap();
    assert!(reading.iter().any(|one| one.as_str().unwrap().contains("50 salariés")), "{reading:?}");
    let all = json(&["weights", first])["reading"].clone();
    assert!(all[0].as_str().unwrap().contains("invités"), "{all}");
    let nobody = asked(&["reminders", first]).unwrap();
    assert!(nobody.contains("Personne à relancer"), "{nobody}");
}
