//! Documents in the window, by the names that a screen reader says.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::papers::Choices;
use bassin::project::file::to_text;
use bassin::project::{Edit, Origin, Project};
use bassin::report::citation::FigureId;
use bassin::sample;
use bassin::settings::Settings;
use bassin::ui::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::path::{Path, PathBuf};

/// A project of the sample's BMO alone, its window writing to `sortie`.
pub fn of_bmo(folder: &Path) -> (Harness<'static, App>, PathBuf) {
    of(folder, &["BMO_2024_territoire_fictif.xlsx", "BMO_2025_territoire_fictif.xlsx"])
}

/// The same of other files of the sample.
fn of(folder: &Path, names: &[&str]) -> (Harness<'static, App>, PathBuf) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let mut project = Project::default();
    let origins = names.iter().map(|name| Origin::File(data.join(name)));
    project.apply(Edit::AddSources(origins.collect()));
    project.apply(Edit::Territory(sample::TERRITORY.parse().unwrap()));
    let path = folder.join("projet.bassin");
    std::fs::write(&path, to_text(project.decisions(), None, folder).unwrap()).unwrap();
    let out = folder.join("sortie");
    std::fs::create_dir(&out).unwrap();
    let settings = Settings { export_folder: Some(out), ..Settings::default() };
    std::fs::write(folder.join("settings.ron"), settings.to_text().unwrap()).unwrap();
    let mut harness = window(opening(vec![path.clone()], false), Some(folder));
    settle(&mut harness);
    click(&mut harness, "6  Documents");
    (harness, path)
}

fn choices(harness: &Harness<'static, App>) -> Choices {
    let papers = &harness.state().session.project.decisions().papers;
    papers.of("note").cloned().unwrap_or_default()
}

/// Replaces what a field holds, and leaves it.
pub fn write(harness: &mut Harness<'static, App>, role: Role, label: &str, text: &str) {
    harness.get_by_role_and_label(role, label).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
    harness.key_press(egui::Key::Tab);
    settle(harness);
}

fn choose(harness: &mut Harness<'static, App>, combo: &str, option: &str) {
    harness.get_by_role_and_label(Role::ComboBox, combo).click();
    settle(harness);
    click(harness, option);
}

pub fn undo(harness: &mut Harness<'static, App>) {
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(harness);
}

#[test]
fn a_document_is_read_before_it_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = of_bmo(folder.path());
    let told = said(&harness);
    assert!(
        told.contains("Métiers en tension et formation") && told.contains("L’essentiel"),
        "{told}"
    );
    // Each figure bears its short name, and says where it comes from.
    let id = FigureId::of("chiffres", "projects", "fact").to_string();
    let is_it = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Link && node.label().is_some_and(|label| label.ends_with(&id))
    };
    let links = harness.query_all_by(is_it).count();
    assert!(links > 0, "{id}: {told}");
    harness.query_all_by(is_it).next().unwrap().click_accesskit();
    settle(&mut harness);
    let told = said(&harness);
    assert!(
        told.contains("BMO_2025_territoire_fictif.xlsx") && told.contains("Empreinte"),
        "{told}"
    );
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    // A part is left out, and comes back.
    let heading = "La méthode en une page";
    let headings = |harness: &Harness<'static, App>| {
        harness.query_all_by_role_and_label(Role::Heading, heading).count()
    };
    assert_eq!(headings(&harness), 1);
    click(&mut harness, "Parties\u{a0}: 16 sur 17");
    harness.get_by_role_and_label(Role::CheckBox, heading).click_accesskit();
    settle(&mut harness);
    assert!(choices(&harness).off.contains("method"));
    assert_eq!(headings(&harness), 0);
    undo(&mut harness);
    assert_eq!(headings(&harness), 1);
    harness.get_by_label("Faire remonter\u{a0}: L’essentiel").click_accesskit();
    settle(&mut harness);
    assert_eq!(choices(&harness).order[..2], ["essentials", "introduction"]);
    // Settled: every node that can be acted upon has a name.
    harness.run();
}

#[test]
fn words_of_ones_own_cite_figures_by_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = of_bmo(folder.path());
    let role = Role::MultilineTextInput;
    write(&mut harness, role, "Introduction", "Nous suivons {ZZZZZZ-ZZ} métiers.");
    assert_eq!(choices(&harness).introduction, "Nous suivons {ZZZZZZ-ZZ} métiers.");
    assert!(said(&harness).contains("« ZZZZZZ-ZZ » n’est le nom d’aucun chiffre"));
    write(&mut harness, role, "Introduction", "Nous suivons");
    assert!(!said(&harness).contains("n’est le nom d’aucun chiffre"));
    let id = FigureId::of("chiffres", "occupations", "fact");
    let is_it = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        let named = format!(" {id}");
        node.role() == Role::Link && node.label().is_some_and(|label| label.ends_with(&named))
    };
    harness.query_all_by(is_it).next().unwrap().click_accesskit();
    settle(&mut harness);
    assert!(said(&harness).contains("Nombre compté dans les résultats du territoire"));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    harness.get_by_label("Citer dans l’introduction").click_accesskit();
    settle(&mut harness);
    assert_eq!(choices(&harness).introduction, format!("Nous suivons {{{id}}}"));
    let told = said(&harness);
    let occupations = harness.state().session.results().unwrap().occupations.len();
    assert!(told.contains(&format!("Nous suivons \n{occupations} {id}")), "{told}");
    // What leaves is what `bassin report` writes for the same project, to the byte.
    harness.state_mut().save(&path);
    for format in ["CSV", "JSON"] {
        harness.get_by_role_and_label(Role::CheckBox, format).click_accesskit();
        settle(&mut harness);
    }
    click(&mut harness, "Exporter");
    assert!(shows(&harness, "Fichiers écrits") && shows(&harness, "note_be_9601.docx"));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bassin"))
        .current_dir(folder.path())
        .args(["report", "projet.bassin", "--document", "note", "--date", "2026-11-24"])
        .args(["--format", "docx,xlsx,csv,json", "--out", "commande", "--lang", "fr"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in ["note_be_9601.docx", "tables_be_9601.xlsx", "tables_be_9601.json"] {
        let read = |place: &str| std::fs::read(folder.path().join(place).join(name)).unwrap();
        assert!(read("sortie") == read("commande"), "{name}");
    }
    assert!(folder.path().join("sortie/tables_be_9601/diagnostic.csv").is_file());
    // A step back is one gesture.
    click(&mut harness, "Aperçu");
    undo(&mut harness);
    assert_eq!(choices(&harness).introduction, "Nous suivons");
}

/// Figures of respondents are remembered once their files are made and can be written.
#[test]
fn what_cannot_be_written_has_not_left() {
    let folder = tempfile::tempdir().unwrap();
    let names: Vec<&str> = sample::FILES.iter().map(|(name, _)| *name).collect();
    let (mut harness, path) = of(folder.path(), &names);
    let left = || {
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, log) = bassin::project::file::parse_whole(&text, folder.path()).unwrap();
        log.is_some_and(|log| !log.releases.is_empty())
    };
    let note = folder.path().join("sortie/note_be_9601.docx");
    std::fs::create_dir(&note).unwrap();
    click(&mut harness, "Exporter");
    let told = said(&harness);
    assert!(!left() && told.contains("note_be_9601.docx"), "{told}");
    assert!(!told.contains("Fichiers écrits"), "{told}");
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    std::fs::remove_dir(&note).unwrap();
    click(&mut harness, "Exporter");
    assert!(left() && note.is_file() && shows(&harness, "Fichiers écrits"), "{}", said(&harness));
}

#[test]
fn documents_of_one_reader_ask_who_that_is() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "6  Documents");
    choose(&mut harness, "Document", "fiche d’écart d’un organisme");
    assert!(said(&harness).contains("Besoins du territoire et catalogue : catalogue formation"));
    choose(&mut harness, "Document", "kit d’une entreprise");
    assert!(said(&harness).contains("Choisissez l’effectif de l’entreprise"));
    choose(&mut harness, "Document", "retour à un répondant");
    assert!(said(&harness).contains("Donnez l’identifiant d’un répondant"));
    let table =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/enquete_etablissements_fictif.csv");
    let text = std::fs::read_to_string(table).unwrap();
    let answered = text.lines().find(|line| line.contains(";répondant;")).unwrap();
    let id = answered.split(';').next().unwrap().trim_start_matches('\u{feff}').to_owned();
    for (typed, seen) in
        [("personne", "aucun établissement interrogé"), (&id, "Votre réponse à l’enquête")]
    {
        write(&mut harness, Role::TextInput, "Identifiant du répondant", typed);
        click(&mut harness, "Préparer");
        assert!(said(&harness).contains(seen), "{}", said(&harness));
    }
    // Neither the document nor the field is drawn for others who look at the screen.
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    let told = said(&harness);
    assert!(!told.contains("Votre réponse") && !told.contains(&id), "{told}");
    choose(&mut harness, "Document", "fiche métier");
    click(&mut harness, "Les premières de la liste");
    assert!(shows(&harness, "10 fiches"));
    click(&mut harness, "Un choix");
    assert!(shows(&harness, "aucune fiche"));
    harness.run();
}
