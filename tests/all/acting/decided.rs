//! What a decision keeps, what it cannot keep yet, and who takes it.

use crate::acting::{Window, focused, plan, press, type_in, with};
use crate::window::{opening, said, settle, window};
use bassin::model::action::sheet::Action;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const AGAIN: &str = "Décider à nouveau, sur les chiffres d’aujourd’hui";

/// An action of an occupation that the survey tells of, before any export.
fn begun() -> Window {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    press(&mut harness, Key::ArrowDown);
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(focused(&harness), "Titre de l’action");
    harness
}

fn not_kept(action: &Action) -> usize {
    let on = action.decided_on.as_ref().unwrap();
    on.figures.iter().filter(|figure| figure.is_withheld()).count()
}

#[test]
fn what_a_decision_cannot_keep_is_told_and_comes_once_it_is_out() {
    let mut harness = begun();
    assert!(not_kept(&plan(&harness).actions[0]) > 0);
    let told = said(&harness);
    for words in ["Cette décision ne garde pas", "Décidée maintenant, l’action garderait"] {
        assert!(told.contains(words) && told.contains("« Exporter »"), "{words}: {told}");
    }
    assert!(!told.contains("sont sortis du projet depuis"), "{told}");
    // Decided: a draft would be completed by itself.
    with(&mut harness, Modifiers::ALT, Key::Num9);
    type_in(&mut harness, "Ada");
    press(&mut harness, Key::Enter);
    harness.state_mut().session.released();
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("sont sortis du projet depuis"), "{told}");
    assert!(told.contains("non gardé"), "{told}");
    assert!(!told.contains("Elle ne garderait pas"), "{told}");
    harness.get_by_label(AGAIN).click_accesskit();
    settle(&mut harness);
    let decided = plan(&harness).actions[0].clone();
    assert_eq!(not_kept(&decided), 0);
    assert_eq!(decided.decided_on.unwrap().who, "Ada");
    let told = said(&harness);
    assert!(!told.contains("Cette décision n’a pas gardé"), "{told}");
}

/// A draft of nobody: who decides is asked, and the button comes next.
#[test]
fn a_draft_is_decided_by_keyboard_and_bears_a_name() {
    let mut harness = begun();
    with(&mut harness, Modifiers::ALT, Key::Num6);
    assert_eq!(focused(&harness), "Qui décide");
    type_in(&mut harness, "Ada");
    press(&mut harness, Key::Enter);
    assert_eq!(focused(&harness), AGAIN);
    press(&mut harness, Key::Enter);
    assert_eq!(plan(&harness).actions[0].decided_on.as_ref().unwrap().who, "Ada");
}

#[test]
fn who_agreed_to_the_sheet_decides_and_nobody_else_is_asked() {
    let mut harness = begun();
    assert!(said(&harness).contains("Qui décide"));
    with(&mut harness, Modifiers::ALT, Key::Num9);
    type_in(&mut harness, "Le Président");
    press(&mut harness, Key::Enter);
    let signed = plan(&harness).actions[0].clone();
    assert_eq!(signed.decided_on.as_ref().unwrap().who, "Le Président");
    let told = said(&harness);
    assert!(told.contains("Décidée sur ces chiffres le 24/11/2026 par Le Président"), "{told}");
    assert!(!told.contains("Qui décide") && !told.contains("sans nom"), "{told}");
    harness.get_by_label(AGAIN).click_accesskit();
    settle(&mut harness);
    assert_eq!(plan(&harness).actions[0].decided_on.as_ref().unwrap().who, "Le Président");
}
