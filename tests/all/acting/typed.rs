//! No word that was typed is lost, whatever the key, and whatever comes while it is typed.

use crate::acting::{Window, action, focused, go_to, plan, press, type_in, undo, with, write};
use crate::window::{click, opening, settle, window};
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
