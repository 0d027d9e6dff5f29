//! The workshop by keyboard: what a seminar says, typed while it is said.

use crate::acting::{
    action, choose, focused, go_to, opened, plan, press, type_in, undo, with, write,
};
use crate::window::{click, copied, said, settle};
use bassin::model::action::sheet::Practice;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const FIRST: &str = "Comment faire connaître nos métiers ?";
const SECOND: &str = "Comment former au plus près ?";

#[test]
fn a_seminar_is_typed_counted_put_together_and_taken_back() {
    let mut harness = opened();
    click(&mut harness, "Atelier");
    write(&mut harness, "Nouvelle question", FIRST);
    write(&mut harness, "Nouvelle question", SECOND);
    click(&mut harness, &format!("1. {FIRST}"));
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Proposition").focus();
    settle(&mut harness);
    press(&mut harness, Key::F8);
    for line in ["Visites d’entreprises [III] *", "Visites des entreprises du bassin", "Rituels"]
    {
        type_in(&mut harness, line);
        press(&mut harness, Key::Enter);
        assert_eq!(focused(&harness), "Proposition", "the next one is typed at once");
    }
    press(&mut harness, Key::F3);
    press(&mut harness, Key::F8);
    type_in(&mut harness, "Bourse d’emplois unique");
    press(&mut harness, Key::Enter);
    let typed = plan(&harness);
    let told: Vec<_> = typed
        .contributions
        .iter()
        .map(|one| (one.text.as_str(), one.table, one.occurrences, one.priority))
        .collect();
    assert_eq!(
        told,
        [
            ("Visites d’entreprises", Some(1), 3, true),
            ("Visites des entreprises du bassin", Some(1), 1, false),
            ("Rituels", Some(1), 1, false),
            ("Bourse d’emplois unique", Some(2), 1, false),
        ]
    );
    assert_eq!(typed.contributions[3].practice, Practice::Existing);
    // The line is empty: what is taken back is the last proposal, and not letters.
    undo(&mut harness);
    assert_eq!(plan(&harness).contributions.len(), 3);
    with(&mut harness, Modifiers::COMMAND, Key::Y);
    press(&mut harness, Key::Escape);
    with(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(plan(&harness), typed);
    assert!(typed.contributions.iter().all(|one| one.question == typed.contributions[0].question));
    assert!(said(&harness).contains("4 propositions, 6 occurrences, 1 gommette"));
    // A line is counted and marked where it stands.
    go_to(&mut harness, "Rituels, ");
    harness.event(Event::Text("+".to_owned()));
    settle(&mut harness);
    press(&mut harness, Key::P);
    press(&mut harness, Key::E);
    let one = plan(&harness).contributions[2].clone();
    assert_eq!((one.occurrences, one.priority, one.practice), (2, true, Practice::Existing));
    // What says the same: suggested, confirmed by a key, counted together.
    click(&mut harness, "Regrouper (1)");
    assert!(said(&harness).contains("n’est pas une part des participants"));
    go_to(&mut harness, "Regrouper (G)");
    press(&mut harness, Key::G);
    let merged = plan(&harness);
    assert_eq!(merged.contributions[1].merged_into, Some(merged.contributions[0].id.clone()));
    assert!(said(&harness).contains("× 4"), "{}", said(&harness));
    undo(&mut harness);
    go_to(&mut harness, "Deux choses (N)");
    press(&mut harness, Key::N);
    assert_eq!(plan(&harness).contributions[1].merged_into, None);
    assert!(said(&harness).contains("Rien à rapprocher"));
    // It is kept with the project, and can be undone.
    assert_eq!(plan(&harness).apart.len(), 1);
}

#[test]
fn a_block_of_a_spreadsheet_comes_in_and_goes_out() {
    let mut harness = opened();
    click(&mut harness, "Atelier");
    write(&mut harness, "Nouvelle question", FIRST);
    let block =
        "Proposition\tTable\tOccurrences\tInconnue\nVisites\t2\t3\tx\nRituels\tdeux\t1\tx\n";
    // Into the field that is typed in: a block is no word of it.
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Proposition").focus();
    settle(&mut harness);
    harness.event(Event::Paste(block.to_owned()));
    settle(&mut harness);
    let pasted = plan(&harness);
    let first = &pasted.contributions[0];
    assert_eq!(pasted.contributions.len(), 1, "a row that cannot be read is left out");
    assert_eq!((first.text.as_str(), first.table, first.occurrences), ("Visites", Some(2), 3));
    assert_eq!(first.question, Some(pasted.questions[0].id.clone()));
    let told = said(&harness);
    assert!(told.contains("1 ligne ajoutée"), "{told}");
    assert!(
        told.contains("Inconnue") && told.contains("ligne 3") && told.contains("deux"),
        "{told}"
    );
    harness.get_by_label("Copier les contributions pour Excel").click();
    let text = copied(&mut harness).expect("the contributions are copied");
    assert!(text.lines().count() == 2 && text.contains("Visites\t"), "{text}");
    undo(&mut harness);
    assert!(plan(&harness).contributions.is_empty());
}

#[test]
fn a_proposal_is_linked_and_survives_its_question() {
    let mut harness = opened();
    action(&mut harness, "Loger les arrivants");
    click(&mut harness, "Atelier");
    write(&mut harness, "Nouvelle question", FIRST);
    write(&mut harness, "Proposition", "Un guichet unique");
    choose(&mut harness, "Action", "Loger les arrivants");
    let linked = plan(&harness);
    assert_eq!(linked.contributions[0].action, Some(linked.actions[0].id.clone()));
    click(&mut harness, "grands caractères (projecteur)");
    harness.get_by_label(&format!("Retirer\u{a0}: {FIRST}")).click_accesskit();
    settle(&mut harness);
    assert_eq!(plan(&harness).contributions.len(), 1);
    assert!(said(&harness).contains("Un guichet unique"), "shown though its question is gone");
    with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(plan(&harness).questions.len(), 1);
}
