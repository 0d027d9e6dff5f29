//! What the analyst has, as it comes: folders that hold more than data, surveys without a year,
//! the same survey twice, forms in an archive.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::Kind;
use bassin::project::Origin;
use bassin::ui::Loaded;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

const BMO: &str = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n2026;V0X60;8450;15;84;12;8;*\n";
/// The layout of 2014–2018, which tells no year.
const UNDATED: &str = "CATCHMENT_AREA_CODE,CATCHMENT_AREA_NAME,PROFESSION_FAMILY_CODE,\
    PROFESSION_FAMILY_NAME,FAP_CODE,FAP_NAME,DEPARTEMENT_CODE,DEPARTEMENT_NAME,\
    NB_RECRUT_PROJECTS,NB_DIFF_RECRUT_PROJECTS,NB_SEASON_RECRUT_PROJECTS,REGION_CODE,REGION_LIB\n\
    8450,AURILLAC,S,x,V0Z60,Aides-soignants,15,CANTAL,45.9,8.6,,84,AURA\n";

/// Standard output and standard error of the program.
pub fn run(arguments: &[&str], folder: &Path) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(arguments)
        .env("HOME", folder)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace('\u{202f}', " ");
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn in_the_window_a_folder_tells_what_is_left_out_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("bmo.csv", BMO);
    write("~$bmo.xlsx", "x");
    write(".cache.csv", BMO);
    write("étude.bassin", "(version: 1)");
    let mut harness = window(opening(vec![folder.path().to_owned()], false), None);
    settle(&mut harness);
    assert!(shows(&harness, "Laissés de côté dans les dossiers"));
    assert!(
        shows(&harness, "1\u{a0}fichier de verrouillage")
            || shows(&harness, "fichier de verrouillage")
    );
    assert!(shows(&harness, "fichier ou dossier caché"));
    assert!(shows(&harness, "Un projet (.bassin) était parmi les fichiers"));
    let sources = &harness.state().session.project.decisions().sources;
    let names: Vec<String> = sources.iter().map(|source| source.origin.name()).collect();
    assert_eq!(names, ["bmo.csv"], "a project is no data");
}

#[test]
fn in_the_window_the_year_of_a_survey_is_asked_kept_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bmo.csv");
    std::fs::write(&file, UNDATED).unwrap();
    let mut harness = window(opening(vec![file.clone()], false), None);
    settle(&mut harness);
    let years = |harness: &egui_kittest::Harness<'static, bassin::ui::App>| {
        harness.state().session.choices().map(|choices| choices.years.clone()).unwrap_or_default()
    };
    assert_eq!(years(&harness), Vec::<u16>::new());
    harness.get_by_role_and_label(Role::ComboBox, "Année de bmo.csv").click();
    settle(&mut harness);
    harness.get_by_label("2016").click_accesskit();
    settle(&mut harness);
    assert_eq!(years(&harness), [2016], "{}", said(&harness));
    assert!(harness.query_by_role_and_label(Role::ComboBox, "Année de bmo.csv").is_none());
    // Its year says which edition its codes are of, where both have them.
    let origin = Origin::File(bassin::files::canonical(&file));
    let Some(Loaded::Read(tables)) = harness.state().session.loaded(&origin) else { panic!() };
    assert_eq!((tables[0].kind, tables[0].vintage), (Kind::Bmo, Some(2016)));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(years(&harness), Vec::<u16>::new(), "undone");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Y);
    settle(&mut harness);
    let saved = folder.path().join("étude.bassin");
    assert!(harness.state_mut().save(&saved));
    // The command line reads the project as the window does.
    let project = saved.display().to_string();
    let (out, err) = run(&["check", &project, "--json"], folder.path());
    assert!(out.contains("\"vintage\": 2016") || out.contains("\"vintage\":2016"), "{out}\n{err}");
    let mut again = window(opening(vec![saved], false), None);
    settle(&mut again);
    assert_eq!(years(&again), [2016]);
}

/// Words that many messages have, one of the last alone has: it is found.
#[test]
fn in_the_window_all_messages_are_searched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bmo.csv");
    let mut text = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n".to_owned();
    for row in 0..400 {
        let met = if row == 399 { "aiguille".to_owned() } else { format!("foin{row}") };
        let row = format!("2026;V0X60;8450;15;84;{met};8;*\n");
        text.push_str(&row);
    }
    std::fs::write(&file, text).unwrap();
    let mut harness = window(opening(vec![file], false), None);
    settle(&mut harness);
    assert!(!shows(&harness, "aiguille"));
    let field = harness.get_by_role_and_label(Role::TextInput, "Rechercher");
    field.focus();
    field.type_text("aiguille");
    settle(&mut harness);
    assert!(shows(&harness, "« aiguille »") || shows(&harness, "«\u{a0}aiguille\u{a0}»"));
}

fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn in_the_window_a_form_in_an_archive_is_mapped_on_its_first_wave() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("enquête.zip");
    let form = "Code Insee;Code APE;Effectif;Remarques\n15014;10.51C;12;Rien\n15120;47.11F;3;RAS\n";
    let about = "À lire avant tout. Ce dossier contient les réponses.\n";
    std::fs::write(&file, archive(&[("lisez-moi.txt", about), ("form.csv", form)])).unwrap();
    let mut harness = window(opening(vec![file.clone()], false), None);
    settle(&mut harness);
    click(&mut harness, "Faire correspondre les colonnes…");
    assert!(said(&harness).contains("form.csv"), "the member is named: {}", said(&harness));
    assert!(shows(&harness, "2 lues"));
    click(&mut harness, "Confirmer la correspondance");
    let origin = Origin::File(bassin::files::canonical(&file));
    let Some(Loaded::Read(tables)) = harness.state().session.loaded(&origin) else { panic!() };
    let kinds: Vec<Kind> = tables.iter().map(|table| table.kind).collect();
    assert!(kinds.contains(&Kind::SurveyEstablishments), "{kinds:?}");
}

const ESTABLISHMENTS: &str =
    "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total\n";
const OCCUPATIONS: &str = "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m\n";

/// The same survey twice, and a later export of it: said, counted once, and no answer printed.
#[test]
fn the_same_respondents_in_two_files_count_once_from_end_to_end() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let day = "10/05/2026";
    let rows = |day: &str| -> String {
        let row = |n| format!("E{n};15014;1051C;{day};répondant;{}\n", 4000 + n);
        (1..=6).map(row).collect::<Vec<_>>().concat()
    };
    let row = |n| format!("E{n};Aide-soignant;J1501;3;{n}\n");
    let told = (1..=6).map(row).collect::<Vec<_>>().concat();
    let one = write("enquete_mai.csv", format!("{ESTABLISHMENTS}{}", rows(day)));
    let own = write("metiers_mai.csv", format!("{OCCUPATIONS}{told}"));
    // One answered again, one says otherwise, and one is new.
    let june = rows("2026-05-10")
        .replace(
            "E1;15014;1051C;2026-05-10;répondant;4001",
            "E1;15014;1051C;2026-06-12;répondant;4711",
        )
        .replace(";4002\n", ";4712\n")
        + "E7;15014;1051C;2026-06-13;répondant;4007\n";
    let two = write("enquete_juin.csv", format!("{ESTABLISHMENTS}{june}"));
    let other =
        write("metiers_juin.csv", format!("{OCCUPATIONS}{}", told.replace("E1;Aide", "E1;aide")));

    let (out, err) = run(&["check", &one, &own, &two, &other], folder.path());
    let all = format!("{out}{err}");
    assert!(all.contains("4 répondants identiques, comptés"), "{all}");
    assert!(all.contains("remplace 1 réponse"), "{all}");
    assert!(all.contains("se contredisent pour 1 répondant, compté"), "{all}");
    let secret = ["4711", "4712", "4002"];
    for value in secret {
        assert!(!all.contains(value), "an answer of a respondent is printed: {value}\n{all}");
    }
    let (json, _) = run(&["check", "--json", &one, &own, &two, &other], folder.path());
    assert!(json.contains("same-answers") && json.contains("newer-answers"), "{json}");
    for value in secret {
        assert!(!json.contains(value), "{value}");
    }
    // Seven asked, and not thirteen.
    let (out, err) = run(&["survey", "weights", &one, &two, "--json"], folder.path());
    let asked = |text: &str| text.contains("\"asked\": 7") || text.contains("\"asked\":7");
    assert!(asked(&out), "{out}\n{err}");
    assert!(err.contains("comptés"), "{err}");
}
