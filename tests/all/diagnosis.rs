//! The diagnosis in the window: filters, picked occupations side by side, saved views, quadrant.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::FapLevel;
use bassin::reference::Reference;
use bassin::ui::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn diagnosis() -> Harness<'static, App> {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    harness
}

fn choose(harness: &mut Harness<'static, App>, field: &str, choice: &str) {
    harness.get_by_role_and_label(Role::ComboBox, field).click();
    settle(harness);
    harness.get_by_role_and_label(Role::Button, choice).click();
    settle(harness);
}

fn count(harness: &Harness<'static, App>) -> String {
    let said = said(harness);
    let line = said.lines().find(|line| line.contains(" métiers sur ")).unwrap();
    line.split(" = ").find(|part| part.contains(" métiers sur ")).unwrap().to_owned()
}

#[test]
fn filters_keep_what_they_say_and_count_it() {
    let mut harness = diagnosis();
    assert_eq!(count(&harness), "95 métiers sur 95");
    let expected = {
        let results = harness.state().session.results().unwrap();
        let grade =
            |one: &&bassin::analysis::results::Occupation| one.pressure.grade.to_string() == "A";
        results.occupations.iter().filter(grade).count()
    };
    assert!(expected > 0 && expected < 95);
    choose(&mut harness, "Confiance", "A");
    assert!(
        count(&harness).starts_with(&format!("{expected} métiers sur 95")),
        "{}",
        count(&harness)
    );
    choose(&mut harness, "Montrer", "signalés par le territoire");
    let both = {
        let results = harness.state().session.results().unwrap();
        let kept = |one: &&bassin::analysis::results::Occupation| {
            one.pressure.grade.to_string() == "A" && one.pressure.evidence()
        };
        results.occupations.iter().filter(kept).count()
    };
    assert!(count(&harness).starts_with(&format!("{both} métiers sur 95")), "{}", count(&harness));
    click(&mut harness, "Tout montrer");
    assert!(count(&harness).starts_with("95 métiers sur 95"));
}

#[test]
fn causes_are_said_in_words_beside_their_shapes() {
    let harness = diagnosis();
    let said = said(&harness);
    let spoken = said.lines().any(|line| line.contains("(5)") || line.contains("(4)"));
    assert!(spoken, "{said}");
}

#[test]
fn occupations_are_picked_and_looked_at_side_by_side() {
    let mut harness = diagnosis();
    // One by its box, another by the keyboard.
    click(&mut harness, "Comparer V0X60");
    assert!(shows(&harness, "1 métier coché"));
    harness.get_by_label("Maçons qualifiés").click();
    settle(&mut harness);
    harness.key_press(egui::Key::Space);
    settle(&mut harness);
    click(&mut harness, "Comparer les 2 métiers cochés");
    assert!(shows(&harness, "Ce qui les distingue"));
    assert!(shows(&harness, "V0X60 Aides-soignants"));
    let said = said(&harness);
    assert!(
        said.contains("ne se distinguent pas") || said.contains("recrutement plus difficile"),
        "{said}"
    );
    click(&mut harness, "Tableau");
    click(&mut harness, "Décocher");
    assert!(!shows(&harness, "métiers cochés"));
}

/// Ticks of consecutive rows by mouse: the rows stay where they are under the pointer.
#[test]
fn a_tick_moves_no_row() {
    let mut harness = diagnosis();
    let row = |harness: &Harness<'static, App>| harness.get_by_label("Comparer V0X60").rect();
    let before = row(&harness);
    click(&mut harness, "Comparer V0X60");
    assert!(shows(&harness, "1 métier coché"));
    assert_eq!(row(&harness), before);
    click(&mut harness, "Décocher");
    assert_eq!(row(&harness), before);
}

#[test]
fn a_sheet_is_closed_and_does_not_answer_another_search() {
    let mut harness = diagnosis();
    let open = "Fermer la fiche";
    harness.get_by_label("Maçons qualifiés").click();
    settle(&mut harness);
    click(&mut harness, open);
    assert!(!shows(&harness, open));
    harness.get_by_label("Maçons qualifiés").click();
    settle(&mut harness);
    assert!(shows(&harness, open));
    let absent = {
        let results = harness.state().session.results().unwrap();
        let reference = Reference::embedded().unwrap();
        let mut all = reference.faps(results.fap_version, FapLevel::Occupation).into_iter();
        all.find(|code| results.occupations.iter().all(|one| one.code != *code)).unwrap()
    };
    harness.get_by_role_and_label(Role::TextInput, "Rechercher").focus();
    settle(&mut harness);
    harness.event(egui::Event::Text(absent.code().to_owned()));
    settle(&mut harness);
    let said = said(&harness);
    assert!(said.contains(absent.code()) && said.contains("n’a aucune ligne BMO"), "{said}");
    assert!(!shows(&harness, open), "the sheet of another occupation is no answer");
}

#[test]
fn a_view_is_saved_called_back_renamed_and_undone() {
    let mut harness = diagnosis();
    choose(&mut harness, "Confiance", "A");
    let kept = count(&harness);
    click(&mut harness, "Trier par Part difficile lissée");
    click(&mut harness, "Vues");
    let field = harness.get_by_role_and_label(Role::TextInput, "Nom de la vue");
    field.focus();
    settle(&mut harness);
    harness.event(egui::Event::Text("Sûrs d’abord".to_owned()));
    settle(&mut harness);
    click(&mut harness, "Enregistrer la vue");
    let views = harness.state().session.project.decisions().views.clone();
    assert_eq!(views.len(), 1);
    assert_eq!(views[0].name, "Sûrs d’abord");
    assert_eq!(views[0].grade.as_deref(), Some("A"));
    assert_eq!(views[0].sort, Some(("posterior-shown".to_owned(), true)));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    click(&mut harness, "Tout montrer");
    assert!(count(&harness).starts_with("95 métiers"));
    click(&mut harness, "Vues");
    click(&mut harness, "Sûrs d’abord");
    assert_eq!(count(&harness), kept);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert!(harness.state().session.project.decisions().views.is_empty(), "undone");
}

#[test]
fn the_quadrant_is_relative_and_has_its_table() {
    let mut harness = diagnosis();
    click(&mut harness, "Pression et volume");
    assert!(shows(&harness, "Relatif à"));
    assert!(shows(&harness, "Au-dessus du seuil et de la médiane"));
    click(&mut harness, "Voir la même chose en tableau");
    assert!(shows(&harness, "95 métiers sur 95"));
}

#[test]
fn a_column_is_hidden_and_shown_again() {
    let mut harness = diagnosis();
    let sort = "Trier par Causes qui aggravent";
    assert!(shows(&harness, sort));
    click(&mut harness, "Colonnes");
    harness.get_by_role_and_label(Role::CheckBox, "Causes qui aggravent").click();
    settle(&mut harness);
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!shows(&harness, sort));
}
