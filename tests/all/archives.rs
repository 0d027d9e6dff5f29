//! The archive of a project in the window: chosen, written, opened.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::project::{Decisions, Origin, Source, file};
use bassin::sample;
use egui_kittest::kittest::Queryable as _;
use std::path::{Path, PathBuf};

/// A project on the files of the sample, in a folder.
fn project(folder: &Path) -> PathBuf {
    let source = |(name, bytes): &(&str, &[u8])| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        Source { origin: Origin::File(path), fingerprint: None, left_out: false }
    };
    let decisions = Decisions {
        sources: sample::FILES.iter().map(source).collect(),
        territory: sample::TERRITORY.parse().ok(),
        ..Decisions::default()
    };
    let path = folder.join("Valmont.bassin");
    std::fs::write(&path, file::to_text(&decisions, None, folder).unwrap()).unwrap();
    path
}

/// The files below a folder, by name.
fn below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(below(&path));
        } else {
            names.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    names.sort();
    names
}

#[test]
fn an_archive_is_chosen_written_and_opened() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().canonicalize().unwrap();
    let (here, there) = (folder.join("ici"), folder.join("là"));
    std::fs::create_dir_all(&here).unwrap();
    std::fs::create_dir_all(&there).unwrap();
    let mut harness = window(opening(vec![project(&here)], false), None);
    settle(&mut harness);
    // The menu stands above the table of sources, which has a column of that name.
    harness.get_all_by_label("Fichier").next().unwrap().click();
    settle(&mut harness);
    click(&mut harness, "Archive du projet…");
    // What is chosen is said in words, and nothing is chosen at first.
    assert!(shows(&harness, "Avec ce choix seulement"), "{}", said(&harness));
    assert!(shows(&harness, "enquete_metiers_fictif.csv"));
    click(&mut harness, "Les sources publiées");
    assert!(!shows(&harness, "gardez-la et transmettez-la comme les réponses"));
    let respondents = "Les réponses des employeurs et des acteurs, le répertoire d’établissements, les \
                       effectifs d’entreprise";
    click(&mut harness, respondents);
    assert!(shows(&harness, "gardez-la et transmettez-la comme les réponses"));
    click(&mut harness, respondents);
    click(&mut harness, "Enregistrer à côté du projet");
    assert!(shows(&harness, "L’archive est écrite"), "{}", said(&harness));
    let made = here.join("Valmont.bassin.zip");
    let moved = there.join("Valmont.bassin.zip");
    std::fs::rename(&made, &moved).unwrap();

    // Handed over: what is in it is said before anything is written.
    let mut harness = window(opening(vec![moved], false), None);
    settle(&mut harness);
    let text = said(&harness);
    assert!(text.contains("survey-occupations.csv") && text.contains("non choisi"), "{text}");
    assert_eq!(below(&there), ["Valmont.bassin.zip"]);
    click(&mut harness, "Ouvrir à côté de l’archive");
    let names = below(&there.join("Valmont"));
    assert_eq!(names.len(), 1 + 5, "{names:?}");
    assert!(names.contains(&"Valmont.bassin".to_owned()));
    // The project is open, with its sources; those of respondents are missing, under no name.
    let text = said(&harness);
    assert!(text.contains("BMO_2025_territoire_fictif.xlsx"), "{text}");
    assert!(text.contains("survey-occupations.csv") && !text.contains("enquete_metiers"), "{text}");
    assert!(harness.query_by_label("Ouvrir à côté de l’archive").is_none());
}

#[test]
fn a_file_that_only_looks_like_an_archive_is_told() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("a.bassin.zip");
    std::fs::write(&path, b"annee;code").unwrap();
    let mut harness = window(opening(vec![path], false), None);
    settle(&mut harness);
    assert!(shows(&harness, "n’est pas une archive de projet"), "{}", said(&harness));
    assert_eq!(below(root.path()), ["a.bassin.zip"]);
}
