//! Links corrected in the window: any row related to another occupation, all decisions listed,
//! refused rows found again, each taken back and undone.

use crate::window::{click, opening, said, settle, window};
use bassin::ui::App;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn first_row() -> Harness<'static, App> {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "4  Formation");
    harness.key_press(Key::ArrowDown);
    settle(&mut harness);
    harness
}

fn decisions(harness: &mut Harness<'static, App>) -> Vec<String> {
    click(harness, "Décisions sur les liens");
    let all = said(harness);
    let told = |line: &&str| line.contains(" : relié à ") || line.contains(" : ne mène pas à ");
    let mut lines: Vec<String> = all.lines().filter(told).map(str::to_owned).collect();
    lines.dedup();
    lines
}

#[test]
fn a_row_is_related_to_another_occupation_and_undone() {
    let mut harness = first_row();
    assert!(decisions(&mut harness).is_empty());
    click(&mut harness, "Offres et liens");
    let combo = harness.get_by_role_and_label(Role::ComboBox, "Relier aussi à");
    combo.click();
    settle(&mut harness);
    click(&mut harness, "A0X40 Agriculteurs");
    click(&mut harness, "Relier");
    let found = decisions(&mut harness);
    assert!(
        matches!(found.as_slice(), [one] if one.ends_with("relié à Agriculteurs")),
        "{found:?}"
    );
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(decisions(&mut harness).is_empty());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Y);
    settle(&mut harness);
    assert_eq!(decisions(&mut harness), found);
}

#[test]
fn a_refused_row_is_found_again_in_the_list_of_decisions() {
    let mut harness = first_row();
    harness.key_press(Key::Delete);
    settle(&mut harness);
    let found = decisions(&mut harness);
    assert!(matches!(found.as_slice(), [one] if one.contains("ne mène pas à")), "{found:?}");
    click(&mut harness, "Oublier la décision");
    assert!(decisions(&mut harness).is_empty());
    assert!(said(&harness).contains("Aucune décision sur un lien."));
}
