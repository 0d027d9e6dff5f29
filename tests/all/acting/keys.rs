//! The workshop without a mouse: a second question, the first again, what says the same.

use crate::acting::{focused, opened, plan, press, type_in, with, write};
use crate::window::{click, said};
use egui::{Key, Modifiers};

const FIRST: &str = "Comment attirer ?";
const SECOND: &str = "Comment former ?";

#[test]
fn questions_proposals_and_pairs_are_reached_by_keys_alone() {
    let mut harness = opened();
    click(&mut harness, "Atelier");
    assert_eq!(focused(&harness), "Nouvelle question");
    let enter = |harness: &mut crate::acting::Window, text: &str| {
        type_in(harness, text);
        press(harness, Key::Enter);
        assert_eq!(focused(harness), "Proposition", "{text}");
    };
    // After a question, its proposals.
    enter(&mut harness, FIRST);
    enter(&mut harness, "Travail du conjoint");
    enter(&mut harness, "Bourse d’emplois unique");
    press(&mut harness, Key::F4);
    assert_eq!(focused(&harness), "Nouvelle question");
    enter(&mut harness, SECOND);
    enter(&mut harness, "Plateau technique partagé");
    with(&mut harness, Modifiers::ALT, Key::Num1);
    assert_eq!(focused(&harness), "Proposition");
    enter(&mut harness, "Une bourse d’emplois unique");
    enter(&mut harness, "Le travail des conjoints");
    let typed = plan(&harness);
    let of = |at: usize| {
        let asked = Some(&typed.questions[at].id);
        typed.contributions.iter().filter(|one| one.question.as_ref() == asked).count()
    };
    assert_eq!((typed.questions.len(), of(0), of(1)), (2, 4, 1));
    let told = said(&harness);
    assert!(told.contains("F4 : nouvelle question") && told.contains("F9 : regrouper"), "{told}");
    // The first pair has the keyboard, then the next one.
    press(&mut harness, Key::F9);
    assert!(focused(&harness).starts_with("Regrouper (G)"), "{}", focused(&harness));
    press(&mut harness, Key::G);
    let merged = |harness: &crate::acting::Window| {
        plan(harness).contributions.iter().filter(|one| one.merged_into.is_some()).count()
    };
    assert_eq!(merged(&harness), 1);
    assert!(focused(&harness).starts_with("Regrouper (G)"), "{}", focused(&harness));
    press(&mut harness, Key::G);
    assert_eq!(merged(&harness), 2);
    press(&mut harness, Key::F9);
    assert_eq!(focused(&harness), "Proposition");
    // From the side that groups, a question goes back to what is typed.
    press(&mut harness, Key::F9);
    write(&mut harness, "Nouvelle question", "Comment loger ?");
    assert_eq!(focused(&harness), "Proposition");
}

/// Steps and sides without a mouse; what is typed on a sheet is written when its side is left.
#[test]
fn steps_and_sides_are_reached_by_keys() {
    let mut harness = opened();
    with(&mut harness, Modifiers::COMMAND, Key::Num1);
    assert!(!said(&harness).contains("Année du plan"));
    with(&mut harness, Modifiers::COMMAND, Key::Num7);
    assert_eq!(focused(&harness), "Avancement");
    with(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(focused(&harness), "Journal");
    with(&mut harness, Modifiers::COMMAND, Key::PageDown);
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    type_in(&mut harness, "Accueillir");
    with(&mut harness, Modifiers::COMMAND, Key::PageDown);
    assert_eq!(focused(&harness), "Calendrier");
    assert_eq!(plan(&harness).actions[0].title, "Accueillir");
    for _ in 0..3 {
        with(&mut harness, Modifiers::COMMAND, Key::PageDown);
    }
    assert_eq!(focused(&harness), "Nouvelle question", "the workshop is typed in at once");
}
