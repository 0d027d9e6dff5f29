//! No word that was typed is lost, whatever the key, and whatever comes while it is typed.

use crate::acting::{Window, action, focused, go_to, plan, press, type_in, undo, with, write};
use crate::window::{click, opening, settle, window};
use crate::window::{said, shows};
use bassin::project::{Decisions, Project, file};
use bassin::secrecy::journal::{Log, Release};
use egui::accesskit::Role as Widget;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::Path;

/// The plan of action, with a folder of its own for what is recovered.
fn opened(folder: &Path) -> Window {
    let mut harness = window(opening(Vec::new(), false), Some(folder));
    settle(&mut harness);
    click(&mut harness, crate::acting::STEP);
    harness
}

/// What a field holds.
fn held(harness: &Window, label: &str) -> String {
    let field = harness.get_by_role_and_label(Widget::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

fn sheet(harness: &mut Window, title: &str) {
    go_to(harness, title);
    press(harness, Key::Enter);
    assert_eq!(focused(harness), "Titre de l’action");
}

#[test]
fn escape_keeps_what_is_typed_and_one_step_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    action(&mut harness, "Accueillir");
    sheet(&mut harness, "Accueillir. ");
    with(&mut harness, Modifiers::ALT, Key::Num8);
    type_in(&mut harness, "Deux sessions ouvertes");
    press(&mut harness, Key::Escape);
    assert_eq!(plan(&harness).actions[0].outcome.done, "Deux sessions ouvertes");
    // A day, which is read once the field is left.
    with(&mut harness, Modifiers::ALT, Key::Num3);
    type_in(&mut harness, "01/02/2027");
    press(&mut harness, Key::Escape);
    assert_eq!(plan(&harness).actions[0].begins, "2027-02-01".parse().ok());
    press(&mut harness, Key::Escape);
    assert!(focused(&harness).starts_with("Accueillir. "), "{}", focused(&harness));
    undo(&mut harness);
    assert_eq!(plan(&harness).actions[0].begins, None);
    undo(&mut harness);
    let taken_back = plan(&harness).actions[0].clone();
    assert_eq!((taken_back.outcome.done.as_str(), &*taken_back.title), ("", "Accueillir"));
}

#[test]
fn what_is_typed_is_recovered_before_the_field_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    let before = plan(&harness);
    let kept = || std::fs::read_to_string(folder.path().join("recovery.bassin")).unwrap();
    for (typed, all) in [("Rouvrir", "Rouvrir"), (" en 2026 ", "Rouvrir en 2026")] {
        harness.event(Event::Text(typed.to_owned()));
        harness.run_steps(2);
        assert!(!kept().contains(all), "not at each key");
        // The window rests for some seconds.
        harness.run_steps(12);
        assert_eq!(focused(&harness), "Titre de l’action");
        assert!(kept().contains(all), "{}", kept());
    }
    // The space at the end is still there for the next word.
    type_in(&mut harness, "ou 2027");
    press(&mut harness, Key::Escape);
    assert_eq!(plan(&harness).actions[0].title, "Rouvrir en 2026 ou 2027");
    undo(&mut harness);
    assert_eq!(plan(&harness), before, "however often it rested");
}

#[test]
fn a_project_is_saved_with_the_word_that_is_being_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.bassin");
    let mut harness = opened(folder.path());
    harness.state_mut().session.project.path = Some(path.clone());
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    harness.event(Event::Text("Accueillir".to_owned()));
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    assert_eq!(focused(&harness), "Titre de l’action", "it is typed on");
    let saved = std::fs::read_to_string(path).unwrap();
    assert!(saved.contains("Accueillir"), "{saved}");
    assert!(!harness.state().session.project.is_changed());
}

#[test]
fn drafts_wait_on_their_sheet_and_in_their_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = opened(folder.path());
    action(&mut harness, "Accueillir");
    action(&mut harness, "Loger");
    sheet(&mut harness, "Accueillir. ");
    let name = "Nouveau jalon";
    harness.get_by_role_and_label(Widget::TextInput, name).focus();
    settle(&mut harness);
    type_in(&mut harness, "Comité de mars");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    sheet(&mut harness, "Loger. ");
    assert_eq!(held(&harness, name), "", "of another action");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    sheet(&mut harness, "Accueillir. ");
    assert_eq!(held(&harness, name), "Comité de mars");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Nouvelle année…");
    let evaluation = harness.state().session.catalog.text("acts-year-evaluation");
    let field = |harness: &Window| {
        let mut all = harness.get_all_by_role(Widget::MultilineTextInput);
        let found = all.find(|node| node.accesskit_node().label().as_deref() == Some(&evaluation));
        found.unwrap().accesskit_node().value().unwrap_or_default()
    };
    harness.get_by_role_and_label(Widget::MultilineTextInput, &evaluation).focus();
    settle(&mut harness);
    type_in(&mut harness, "Une année utile");
    press(&mut harness, Key::Escape);
    assert!(plan(&harness).archive.is_empty());
    click(&mut harness, "Nouvelle année…");
    assert_eq!(field(&harness), "Une année utile");
    write(&mut harness, "Année qui commence", "2027");
    click(&mut harness, "Commencer 2027");
    assert_eq!(plan(&harness).archive[0].evaluation, "Une année utile");
}

fn read(path: &Path) -> (Decisions, Option<Log>) {
    let text = std::fs::read_to_string(path).unwrap();
    file::parse_whole(&text, path.parent().unwrap()).unwrap()
}

fn save(harness: &mut Window) {
    with(harness, Modifiers::COMMAND, Key::S);
}

/// Exports made by a command while the window is open.
#[test]
fn what_left_by_another_way_survives_a_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.bassin");
    let mut harness = opened(folder.path());
    action(&mut harness, "Accueillir");
    assert!(harness.state_mut().save(&path));
    let (decisions, none) = read(&path);
    assert_eq!(none, None);
    let write_there = |decisions: &Decisions| {
        let mut log = Project::default().log();
        log.releases.push(Release::default());
        let text = file::to_text(decisions, Some(&log), folder.path()).unwrap();
        std::fs::write(&path, text).unwrap();
    };
    write_there(&decisions);
    action(&mut harness, "Loger");
    save(&mut harness);
    assert!(said(&harness).contains("par une autre voie"), "{}", said(&harness));
    let (saved, log) = read(&path);
    assert_eq!((saved.actions.actions.len(), log.unwrap().releases.len()), (2, 1));
    press(&mut harness, Key::Escape);
    // Something else was saved there: it is not written over before that is answered.
    let other = Decisions { year: Some(2024), ..saved };
    write_there(&other);
    action(&mut harness, "Former");
    save(&mut harness);
    assert_eq!(read(&path).0.year, Some(2024));
    click(&mut harness, "Garder ma version");
    let (saved, log) = read(&path);
    assert_eq!((saved.year, saved.actions.actions.len()), (None, 3));
    assert_eq!(log.unwrap().releases.len(), 1);
    write_there(&other);
    action(&mut harness, "Partager");
    save(&mut harness);
    click(&mut harness, "Ouvrir l’autre");
    let project = &harness.state().session.project;
    assert_eq!((project.decisions().year, project.is_changed()), (Some(2024), false));
    // What was not saved here is offered.
    assert!(shows(&harness, "Un travail non enregistré sur p.bassin"), "{}", said(&harness));
}

#[test]
fn work_lost_with_the_window_is_offered_with_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.bassin");
    let copy = |name: &str| std::fs::read_to_string(folder.path().join(name)).ok();
    let asked = "Un travail non enregistré sur ce projet";
    let again = || {
        let mut harness = window(opening(vec![path.clone()], false), Some(folder.path()));
        settle(&mut harness);
        harness
    };
    let mut harness = opened(folder.path());
    action(&mut harness, "Accueillir");
    assert!(harness.state_mut().save(&path));
    action(&mut harness, "Loger");
    let lost = copy("recovery.bassin");
    assert!(lost.is_some());
    let mut harness = again();
    assert!(shows(&harness, asked), "{}", said(&harness));
    // Left for later: another change is not written over it, nor is it forgotten by a save.
    press(&mut harness, Key::Escape);
    assert!(!shows(&harness, asked));
    click(&mut harness, crate::acting::STEP);
    action(&mut harness, "Former");
    assert_eq!(copy("recovery-1.bassin"), lost);
    save(&mut harness);
    assert_eq!((copy("recovery.bassin"), copy("recovery-1.bassin")), (None, lost));
    let mut harness = again();
    assert!(shows(&harness, asked), "{}", said(&harness));
    assert_eq!(focused(&harness), "Reprendre ce travail");
    press(&mut harness, Key::Enter);
    let titles = |decisions: &Decisions| -> Vec<String> {
        decisions.actions.actions.iter().map(|one| one.title.clone()).collect()
    };
    let project = &harness.state().session.project;
    assert_eq!(titles(project.decisions()), ["Accueillir", "Loger"]);
    assert!(project.path.is_some() && project.is_changed());
    assert_eq!(copy("recovery-1.bassin"), None);
    // It goes back into its file, which holds something else since: that is asked.
    save(&mut harness);
    click(&mut harness, "Garder ma version");
    assert_eq!(titles(&read(&path).0), ["Accueillir", "Loger"]);
    assert_eq!(copy("recovery.bassin"), None);
    assert!(!harness.state().session.project.is_changed());
}

#[test]
fn words_still_in_their_fields_come_back_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || std::fs::read_to_string(folder.path().join("recovery.bassin")).unwrap();
    let mut harness = opened(folder.path());
    action(&mut harness, "Accueillir");
    sheet(&mut harness, "Accueillir. ");
    harness.get_by_role_and_label(Widget::TextInput, "Nouveau jalon").focus();
    settle(&mut harness);
    type_in(&mut harness, "Comité de mars");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Atelier");
    for (field, text) in
        [("Nouvelle question", "Où loger ?"), ("Proposition", "Logements partagés")]
    {
        harness.get_by_role_and_label(Widget::TextInput, field).focus();
        settle(&mut harness);
        type_in(&mut harness, text);
    }
    click(&mut harness, "Nouvelle année…");
    let evaluation = harness.state().session.catalog.text("acts-year-evaluation");
    harness.get_by_role_and_label(Widget::MultilineTextInput, &evaluation).focus();
    settle(&mut harness);
    harness.event(Event::Text("Une année utile".to_owned()));
    harness.run_steps(2);
    assert!(!kept().contains("Une année utile"), "not at each key");
    harness.run_steps(6);
    let all = ["Comité de mars", "Où loger ?", "Logements partagés", "Une année utile"];
    for words in all {
        assert!(kept().contains(words), "{words}: {}", kept());
    }
    let mut harness = opened_again(folder.path());
    click(&mut harness, "Reprendre ce travail");
    click(&mut harness, crate::acting::STEP);
    sheet(&mut harness, "Accueillir. ");
    assert_eq!(held(&harness, "Nouveau jalon"), all[0]);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Atelier");
    assert_eq!(held(&harness, "Nouvelle question"), all[1]);
    assert_eq!(held(&harness, "Proposition"), all[2]);
    click(&mut harness, "Nouvelle année…");
    let field = harness.get_by_role_and_label(Widget::MultilineTextInput, &evaluation);
    assert_eq!(field.accesskit_node().value().as_deref(), Some(all[3]));
}

fn opened_again(folder: &Path) -> Window {
    let mut harness = window(opening(Vec::new(), false), Some(folder));
    settle(&mut harness);
    harness
}
