//! What was decided of a form comes back as it was decided, what is weak is only suggested, and
//! the next wave says what is new, what is gone and what it nearly is.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::{Kind, Reason};
use bassin::project::Origin;
use bassin::readers::mapping::{From, Mapping, Why, peek, propose};
use bassin::readers::{Control, Knowing, read, read_with};
use bassin::reference::Reference;
use bassin::tables::Table;
use bassin::ui::{App, Loaded};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::path::{Path, PathBuf};

const HEADER: &str = "Code Insee;Code APE;Effectif;Nombre de recrutements envisagés;\
    La formation locale suffit;Départs;Remarques";
const ROWS: &str = "15014;10.51C;12;3;Plutôt d’accord;1;RAS\n\
    15120;47.11F;30;0;Plutôt pas d’accord;2;\n15187;43.22A;5;1;Plutôt d’accord;0;La route\n";

type Window = Harness<'static, App>;

fn with(folder: &Path, files: &[(&str, String)]) -> Window {
    let path = |(name, text): &(&str, String)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let paths: Vec<PathBuf> = files.iter().map(path).collect();
    let mut harness = window(opening(paths, false), None);
    settle(&mut harness);
    harness
}

fn first_wave(folder: &Path) -> Window {
    with(folder, &[("2025.csv", format!("{HEADER}\n{ROWS}"))])
}

fn mapping(harness: &Window) -> &Mapping {
    harness.state().session.project.decisions().mappings.last().unwrap()
}

fn asked(harness: &Window) -> Vec<&str> {
    mapping(harness).questions.iter().map(|question| question.label.as_str()).collect()
}

fn leave_aside(harness: &mut Window, question: &str) {
    let name = format!("{question}\u{a0}: Laisser de côté");
    harness.get_by_role_and_label(Role::Button, &name).click_accesskit();
    settle(harness);
}

fn choose(harness: &mut Window, field: &str, column: &str) {
    harness.get_by_role_and_label(Role::ComboBox, field).click_accesskit();
    settle(harness);
    harness.get_by_label(column).click_accesskit();
    settle(harness);
}

#[test]
fn what_is_weak_is_suggested_and_what_was_rejected_stays_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = first_wave(folder.path());
    click(&mut harness, "Faire correspondre les colonnes…");
    let told = said(&harness);
    assert!(told.contains("peut-être : Nombre de recrutements envisagés"), "{told}");
    assert!(told.contains("57 % — nom proche"), "the score and the reason: {told}");
    leave_aside(&mut harness, "Remarques");
    click(&mut harness, "Confirmer la correspondance");
    let of = |harness: &Window| {
        assert!(mapping(harness).field("hires").is_none(), "planned hires are no past ones");
        assert!(mapping(harness).field("obstacles").is_none());
        assert!(mapping(harness).none.iter().any(|name| name == "hires"));
        let questions = asked(harness).join(";");
        assert_eq!(questions, "Nombre de recrutements envisagés;La formation locale suffit");
        assert_eq!(harness.state().session.project.decisions().mappings.len(), 1);
    };
    of(&harness);
    // Looked at again, changed and confirmed, twice: as it was decided.
    for _ in 0..2 {
        click(&mut harness, "Revoir la correspondance…");
        let told = said(&harness);
        assert!(told.contains("Repris de « 2025.csv »"), "{told}");
        assert!(!told.contains("peut-être"), "{told}");
        assert!(told.contains("Colonnes laissées de côté : Remarques"), "{told}");
        assert!(told.contains("aucune, comme décidé"), "{told}");
        click(&mut harness, "Confirmer la correspondance");
        of(&harness);
    }
    // A scale that was nearly taken for obstacles is one.
    let scale = &mapping(&harness).questions[1];
    assert_eq!(scale.recodes.len(), 2, "{scale:?}");
    // Saved and opened again, it is the same.
    let saved = folder.path().join("étude.bassin");
    assert!(harness.state_mut().save(&saved));
    let decided = mapping(&harness).clone();
    let mut again = window(opening(vec![saved], false), None);
    settle(&mut again);
    assert_eq!(*mapping(&again), decided);
    click(&mut again, "Revoir la correspondance…");
    click(&mut again, "Confirmer la correspondance");
    assert_eq!(*mapping(&again), decided);
}

#[test]
fn a_suggestion_is_taken_by_one_key_and_a_column_left_aside_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = first_wave(folder.path());
    click(&mut harness, "Faire correspondre les colonnes…");
    harness.get_by_label("peut-être\u{a0}: Nombre de recrutements envisagés").focus();
    settle(&mut harness);
    harness.key_press(egui::Key::Space);
    settle(&mut harness);
    leave_aside(&mut harness, "Remarques");
    assert!(said(&harness).contains("Colonnes laissées de côté : Remarques"));
    harness.get_by_role_and_label(Role::ComboBox, "Reprendre comme question").click_accesskit();
    settle(&mut harness);
    harness.get_by_label("Remarques").click_accesskit();
    settle(&mut harness);
    click(&mut harness, "Confirmer la correspondance");
    let hires = mapping(&harness).field("hires").map(|field| field.from.clone());
    assert_eq!(hires, Some(From::Column("Nombre de recrutements envisagés".to_owned())));
    assert_eq!(asked(&harness), ["La formation locale suffit", "Remarques"]);
}

#[test]
fn a_column_that_is_freed_is_a_question_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = first_wave(folder.path());
    click(&mut harness, "Faire correspondre les colonnes…");
    choose(&mut harness, "Départs sur 12 mois", "— aucune");
    click(&mut harness, "Confirmer la correspondance");
    assert!(mapping(&harness).field("departures").is_none());
    assert!(asked(&harness).contains(&"Départs"), "{:?}", asked(&harness));
}

fn kinds(harness: &Window, name: &str, folder: &Path) -> Vec<Kind> {
    let origin = Origin::File(bassin::files::canonical(&folder.join(name)));
    match harness.state().session.loaded(&origin) {
        Some(Loaded::Read(tables)) => tables.iter().map(|table| table.kind).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_wave_says_what_is_new_what_is_gone_and_what_it_nearly_is() {
    let folder = tempfile::tempdir().unwrap();
    // Longer than what is looked at for a header.
    let wave = |header: &str| format!("{header}\n{}", ROWS.repeat(20));
    // Another question in the place of the remarks; a field renamed.
    let other = HEADER.replace("Remarques", "Logement proposé ?");
    let renamed = HEADER.replace("Effectif", "Effectif salarié");
    let files =
        [("2025.csv", wave(HEADER)), ("2026.csv", wave(&other)), ("2027.csv", wave(&renamed))];
    let mut harness = with(folder.path(), &files);
    click(&mut harness, "Faire correspondre les colonnes…");
    click(&mut harness, "Confirmer la correspondance");
    let survey = [Kind::SurveyEstablishments, Kind::SurveyAnswers];
    assert_eq!(kinds(&harness, "2026.csv", folder.path()), survey);
    assert_eq!(kinds(&harness, "2027.csv", folder.path()), [Kind::Unknown]);
    click(&mut harness, "2026.csv");
    let told = said(&harness);
    assert!(told.contains("colonne nouvelle : Logement proposé ?. Elle est gardée"), "{told}");
    assert!(told.contains("la question « Remarques » n’est pas posée"), "{told}");
    let asked_of = |name: &str| {
        let origin = Origin::File(bassin::files::canonical(&folder.path().join(name)));
        let Some(Loaded::Read(tables)) = harness.state().session.loaded(&origin) else { panic!() };
        let Table::SurveyAnswers(answers) = &tables[1].table else { panic!() };
        answers.rows().filter(|row| row.question == "Logement proposé ?").count()
    };
    assert_eq!(asked_of("2026.csv"), 40, "kept as a question");
    click(&mut harness, "Revoir la correspondance…");
    let told = said(&harness);
    assert!(told.contains("Nouveau dans ce fichier : Logement proposé ?"), "{told}");
    assert!(told.contains("Absent de ce fichier : Remarques"), "{told}");
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);

    click(&mut harness, "2027.csv");
    let told = said(&harness);
    assert!(told.contains("presque votre formulaire « 2025.csv »"), "{told}");
    assert!(told.contains("il manque Effectif"), "{told}");
    assert!(!told.contains("aucune ligne d’en-tête connue"), "{told}");
    click(&mut harness, "Faire correspondre les colonnes…");
    let told = said(&harness);
    assert!(told.contains("Repris de « 2025.csv »"), "{told}");
    assert!(!told.contains("Il manque"), "the renamed column is there: {told}");
    click(&mut harness, "Confirmer la correspondance");
    assert_eq!(kinds(&harness, "2027.csv", folder.path()), survey);
    assert_eq!(kinds(&harness, "2025.csv", folder.path()), survey, "each form has its mapping");
    let from = mapping(&harness).field("headcount").map(|field| field.from.clone());
    assert_eq!(from, Some(From::Column("Effectif salarié".to_owned())));
    assert_eq!(asked(&harness).last(), Some(&"Remarques"), "all the rest as it was");
}

/// A project of before « none » was kept: what it confirmed is not proposed over.
#[test]
fn an_older_mapping_is_taken_up_as_it_was_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = first_wave(folder.path());
    click(&mut harness, "Faire correspondre les colonnes…");
    click(&mut harness, "Confirmer la correspondance");
    let saved = folder.path().join("étude.bassin");
    assert!(harness.state_mut().save(&saved));
    let text = std::fs::read_to_string(&saved).unwrap();
    let from = text.find("none:").unwrap();
    let to = from + text[from..].find(']').unwrap() + 1;
    let older = format!("{}{}", &text[..from], text[to..].trim_start_matches(','));
    std::fs::write(&saved, older).unwrap();
    let mut again = window(opening(vec![saved], false), None);
    settle(&mut again);
    assert!(mapping(&again).none.is_empty());
    click(&mut again, "Revoir la correspondance…");
    assert!(!shows(&again, "peut-être"));
    click(&mut again, "Confirmer la correspondance");
    assert!(mapping(&again).field("hires").is_none() && !mapping(&again).none.is_empty());
}

/// Headers of forms beside what their fields are called: above the threshold nothing is wrong.
#[test]
fn likeness_alone_fills_no_field_that_it_should_not() {
    let sure = |header: &str, cells: &[&str]| -> Vec<(String, f64)> {
        let names = [header.to_owned()];
        let rows: Vec<_> = (2..).zip(cells.iter().map(|cell| vec![(*cell).to_owned()])).collect();
        let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
        let found = found.into_iter().filter(bassin::readers::mapping::Proposal::is_sure);
        found.map(|one| (one.field.name, one.score)).collect()
    };
    let numbers = ["3", "12", "3"];
    for (header, cells) in [
        ("Nombre de recrutements envisagés", numbers),
        ("La formation locale suffit", ["Plutôt d’accord", "Ni l’un ni l’autre", "D’accord"]),
        ("Réponses", ["a", "b", "c"]),
        ("Promesse d’embauche", numbers),
        ("Formations", ["CAP", "BEP", "CAP"]),
    ] {
        assert!(sure(header, &cells).is_empty(), "{header}: {:?}", sure(header, &cells));
    }
    // Of two years of one count, one fills it: the other is like « effectif_cdi », and is not.
    let names = ["Effectif 2025", "Effectif 2026"].map(str::to_owned);
    let rows = vec![(2, vec!["12".to_owned(), "13".to_owned()])];
    let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
    let filled: Vec<_> = found.iter().filter(|one| one.is_sure()).collect();
    assert_eq!(filled.len(), 1);
    assert_eq!((filled[0].field.name.as_str(), filled[0].why), ("headcount", Why::Name));
    // A plural is a slip of the pen.
    assert_eq!(sure("Nombre de salarié", &numbers)[0].0, "headcount");
}

#[test]
fn a_range_refuses_its_cell_and_not_who_answered() {
    let reference = Reference::embedded().unwrap();
    let header =
        "id_etablissement;code_commune;code_naf;statut_reponse;effectif_total;embauches_12m";
    let rows = "1;15014;10.51C;répondant;12 à 15;3\n2;15014;10.51C;répondant;env. 20;1\n\
        3;15014;10.5;répondant;4;2\n4;Aurillac;10.51C;répondant;4;2\n";
    let text = format!("{header}\n{rows}");
    let tables = read("enquete.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    let counts = tables[0].rows;
    // Without a commune it is nowhere.
    assert_eq!((counts.read, counts.kept, counts.refused), (4, 3, 1));
    let Table::SurveyEstablishments(table) = &tables[0].table else { panic!() };
    let found: Vec<_> = table.rows().map(|row| (row.headcount, row.hires, row.naf)).collect();
    let expect =
        [(None, Some(3.0), "1051C"), (None, Some(1.0), "1051C"), (Some(4.0), Some(2.0), "")];
    assert_eq!(found, expect);
    let places: Vec<_> = tables[0].issues.as_slice().iter().filter_map(|i| i.place.row).collect();
    assert_eq!(places, [2, 3, 4, 5]);
    let header = "id_etablissement;libelle_metier;effectif_metier;projets_12m";
    let text = format!("{header}\n1;Cuisinier;2 ou 3;env. 2\n");
    let tables = read("metiers.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    assert_eq!((tables[0].rows.kept, tables[0].rows.refused), (1, 0));
}

#[test]
fn names_that_stand_on_no_row_are_on_none() {
    let folder = tempfile::tempdir().unwrap();
    let text = r#"[{"Code Insee":"15014","Code APE":"10.51C","Effectif":"12","Avis":"Bon"},
        {"Code Insee":"15120","Code APE":"47.11F","Effectif":"3","Avis":"Bon"}]"#;
    let mut harness = with(folder.path(), &[("avis.json", text.to_owned())]);
    click(&mut harness, "Faire correspondre les colonnes…");
    let told = said(&harness);
    assert!(told.contains("noms du fichier"), "{told}");
    assert_eq!(peek(text.as_bytes())[0].rows[0].0, 0);
    click(&mut harness, "Confirmer la correspondance");
    let known = [mapping(&harness).clone()];
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: &known };
    let tables = read_with("avis.json", text.as_bytes(), knowing, Control::none()).unwrap();
    assert_eq!(tables[0].rows.kept, 2);
    assert!(!tables[0].reasons.iter().any(|reason| matches!(reason, Reason::HeaderRow(_))));
}

/// Writes over a field of the window.
fn write(harness: &mut Window, field: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    settle(harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.event(egui::Event::Text(text.to_owned()));
    settle(harness);
}

#[test]
fn without_a_dialog_of_the_system_a_project_is_saved_and_opened_from_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = first_wave(folder.path());
    harness.state_mut().without_dialogs();
    let save = |harness: &mut Window| {
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::S);
        settle(harness);
    };
    save(&mut harness);
    assert!(said(&harness).contains("n’a pas de boîte de dialogue"), "{}", said(&harness));
    write(&mut harness, "Dossier", "/nulle/part");
    assert!(shows(&harness, "Ce dossier n’existe pas."));
    let here = folder.path().display().to_string();
    write(&mut harness, "Dossier", &here);
    // The source is there under this name, and is not what is written.
    write(&mut harness, "Nom du fichier", "étude");
    harness.key_press(egui::Key::Enter);
    settle(&mut harness);
    let saved = folder.path().join("étude.bassin");
    assert!(std::fs::read_to_string(&saved).unwrap().contains("2025.csv"));
    assert!(!shows(&harness, "Nom du fichier"));
    // Saved: the next time nothing is asked.
    save(&mut harness);
    assert!(!shows(&harness, "Nom du fichier"));

    let mut other = first_wave(folder.path());
    other.state_mut().without_dialogs();
    save(&mut other);
    write(&mut other, "Dossier", &here);
    write(&mut other, "Nom du fichier", "étude.bassin");
    assert!(shows(&other, "Un fichier de ce nom est déjà là"));
    let before = std::fs::read(&saved).unwrap();
    other.key_press(egui::Key::Enter);
    settle(&mut other);
    assert_eq!(std::fs::read(&saved).unwrap(), before, "Enter alone replaces nothing");
    click(&mut other, "Annuler");
    other.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::O);
    settle(&mut other);
    write(&mut other, "Dossier", &here);
    write(&mut other, "Nom du fichier", "étude.bassin");
    click(&mut other, "Choisir");
    assert_eq!(other.state().session.project.path, Some(bassin::files::canonical(&saved)));
}
