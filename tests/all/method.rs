//! Settings of the method: in the window, in a project, on the command line's file.

use crate::window::{click, opening, settle, shows, window};
use bassin::model::adjust::{Adjustments, Cut};
use bassin::ui::App;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn panel() -> Harness<'static, App> {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    click(&mut harness, "Réglages");
    harness
}

fn flagged(harness: &Harness<'static, App>) -> usize {
    let results = harness.state().session.results().unwrap();
    results.occupations.iter().filter(|occupation| occupation.pressure.flagged()).count()
}

fn write(harness: &mut Harness<'static, App>, label: &str, text: &str) {
    harness.get_by_role_and_label(egui::accesskit::Role::SpinButton, label).focus();
    settle(harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.key_press(egui::Key::Enter);
    settle(harness);
}

#[test]
fn a_setting_recomputes_the_list_says_what_changes_and_is_undone() {
    let mut harness = panel();
    assert!(shows(&harness, "la méthode est appliquée telle quelle"));
    let before = flagged(&harness);
    write(&mut harness, "Probabilité à partir de laquelle un métier est signalé", "0,97");
    let session = &harness.state().session;
    assert_eq!(session.project.decisions().method.get("flag_probability"), Some(970));
    assert!(flagged(&harness) < before);
    let left = session
        .shifts()
        .iter()
        .filter(|shift| shift.before.status.is_flagged() && !shift.after.status.is_flagged());
    assert_eq!(left.count(), before - flagged(&harness));
    assert!(shows(&harness, "Revenir à 0,8"));
    assert!(shows(&harness, "Avec vos réglages"));
    // Said in whatever leaves.
    let (document, _) = session.document().unwrap();
    let text = format!("{:?} {:?}", document.cover, document.table("methode").unwrap().rows);
    for said in ["Paramètre modifié par l’utilisateur", "la méthode dit 0,8"] {
        assert!(text.contains(said), "{said}");
    }
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert!(harness.state().session.project.decisions().method.is_empty());
    assert_eq!(flagged(&harness), before);
}

/// A number out of its bounds is not the nearest one that is allowed.
#[test]
fn a_setting_out_of_its_bounds_says_them_and_stays() {
    let mut harness = panel();
    let label = "Probabilité à partir de laquelle un métier est signalé";
    write(&mut harness, label, "5");
    assert!(shows(&harness, "de 0,5 à 0,99"));
    assert_eq!(harness.state().session.project.decisions().method, Adjustments::default());
    write(&mut harness, label, "0,9");
    assert!(!shows(&harness, "Hors de l’intervalle permis"));
    let method = &harness.state().session.project.decisions().method;
    assert_eq!(method.get("flag_probability"), Some(900));
}

#[test]
fn the_cut_of_the_region_or_a_share_of_ones_own() {
    let mut harness = panel();
    let cut =
        |harness: &Harness<'static, App>| harness.state().session.results().unwrap().cut.unwrap();
    let country = cut(&harness);
    harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, "Seuil de difficulté").click();
    settle(&mut harness);
    click(&mut harness, "Région, tous métiers");
    assert_eq!(harness.state().session.project.decisions().method.cut, Cut::Region);
    let session = &harness.state().session;
    let totals = session.results().unwrap().totals.region;
    assert!((cut(&harness) - totals.difficult_share.value.unwrap()).abs() < 1e-12);
    assert!((cut(&harness) - country).abs() > 1e-6);
    click(&mut harness, "Revenir à la méthode");
    assert!((cut(&harness) - country).abs() < 1e-12);
    assert_eq!(harness.state().session.project.decisions().method, Adjustments::default());
}
