//! Labels of occupations decided by keyboard in the window; the user's own dictionary proposes in
//! another project what was decided in this one, and decides nothing there.

use crate::window::{click, opening, said, settle, window};
use bassin::matching::label::dictionary::Verdict;
use bassin::model::Rome;
use bassin::ui::App;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const ESTABLISHMENTS: &str = "id_etablissement;code_commune;code_bassin;code_naf;date_reponse;statut_reponse;effectif_total\n\
     E1;15014;8450;8610Z;10/11/2025;répondant;30\nE2;15014;8450;4941A;10/11/2025;répondant;8\n";

fn survey(folder: &Path, labels: &[&str]) -> Vec<PathBuf> {
    let mut occupations =
        "id_etablissement;libelle_metier;effectif_metier;projets_12m\n".to_owned();
    // The more often written, the higher in the list.
    for (place, label) in labels.iter().enumerate() {
        for _ in place..labels.len() {
            writeln!(occupations, "E1;{label};2;1").unwrap();
        }
    }
    let files = [("e.csv", ESTABLISHMENTS.to_owned()), ("m.csv", occupations)];
    let written = files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    written.to_vec()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

fn verdicts(harness: &Harness<'static, App>) -> Vec<(String, Verdict)> {
    let labels = &harness.state().session.project.decisions().labels.entries;
    labels.iter().map(|(key, entry)| (key.clone(), entry.verdict.clone().unwrap())).collect()
}

fn rome(code: &str) -> Rome {
    Rome::new(code).unwrap()
}

#[test]
fn accepted_corrected_and_rejected_by_keyboard_then_proposed_elsewhere() {
    let (settings, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let own = settings.path().join("labels.ron");
    let labels = ["Aide soignante", "Divers", "Agent de service", "Maçon"];
    let sources = survey(files.path(), &labels);
    let mut harness = window(opening(sources, false), Some(settings.path()));
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Métiers à reconnaître (4)");
    assert!(said(&harness).contains("▶ Aide soignante"), "{}", said(&harness));

    press(&mut harness, Key::Enter);
    let accepted = verdicts(&harness);
    assert_eq!(accepted.len(), 1);
    assert_eq!(accepted[0].1, Verdict::Accepted(rome("J1501")));
    // The next one takes its place.
    assert!(said(&harness).contains("▶ Divers"));
    press(&mut harness, Key::Delete);
    let of = |harness: &Harness<'static, App>, wanted: &Verdict| {
        verdicts(harness).iter().filter(|(_, verdict)| verdict == wanted).count()
    };
    assert_eq!(of(&harness, &Verdict::NoOccupation), 1);
    press(&mut harness, Key::ArrowDown);
    assert!(said(&harness).contains("▶ Maçon"));
    press(&mut harness, Key::ArrowUp);
    assert!(said(&harness).contains("▶ Agent de service"));
    press(&mut harness, Key::Num2);
    let corrected = verdicts(&harness);
    assert!(corrected.iter().any(|(_, verdict)| matches!(verdict, Verdict::Corrected(_))));
    assert_eq!(corrected.len(), 3);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(verdicts(&harness).len(), 2, "undone in the project");
    assert!(!said(&harness).contains("déjà décidé"), "and in the dictionary: {}", said(&harness));
    assert!(said(&harness).contains("Votre dictionnaire (2)"));
    let text = std::fs::read_to_string(&own).unwrap();
    assert!(text.contains("J1501") && !text.contains("corrected"), "{text}");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Y);
    settle(&mut harness);
    assert_eq!(verdicts(&harness), corrected, "both are made again");
    assert!(std::fs::read_to_string(&own).unwrap().contains("corrected"));

    let elsewhere = tempfile::tempdir().unwrap();
    let sources = survey(elsewhere.path(), &["AIDES SOIGNANTES", "divers"]);
    let mut again = window(opening(sources, false), Some(settings.path()));
    settle(&mut again);
    click(&mut again, "2  Enquête");
    click(&mut again, "Métiers à reconnaître (2)");
    assert!(verdicts(&again).is_empty(), "it decides nothing");
    assert!(said(&again).contains("1,00 · déjà décidé"), "{}", said(&again));
    assert!(said(&again).contains("Ailleurs, vous avez décidé que ce n’est pas un métier."));
    press(&mut again, Key::Enter);
    assert_eq!(verdicts(&again)[0].1, Verdict::Accepted(rome("J1501")));

    click(&mut again, "Votre dictionnaire (3)");
    assert!(said(&again).contains("→ Ce n’est pas un métier"), "{}", said(&again));
    let is_button = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Button;
    let named = again.query_all_by_label_contains(" → ").filter(is_button);
    let of_aides: Vec<_> =
        named.filter(|node| node.accesskit_node().label().unwrap().contains("J1501")).collect();
    assert_eq!(of_aides.len(), 1);
    of_aides[0].click();
    drop(of_aides);
    settle(&mut again);
    assert!(said(&again).contains("Votre dictionnaire (2)"));
    let text = std::fs::read_to_string(&own).unwrap();
    assert!(!text.contains("J1501") && text.contains("corrected"), "{text}");
    again.run();
}

/// The wrong card is refused by keyboard, what was decided is decided again, and the score from which
/// proposals are accepted together is chosen.
#[test]
fn a_wrong_card_is_refused_and_a_decision_is_taken_back() {
    let (settings, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let sources = survey(files.path(), &["Agent de service", "Aide soignante", "Plongeur"]);
    let mut harness = window(opening(sources, false), Some(settings.path()));
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Métiers à reconnaître (3)");
    let proposed = |harness: &Harness<'static, App>| {
        let said = said(harness);
        let first = said.lines().find(|line| line.starts_with("1. ")).unwrap();
        first.split(' ').nth(1).unwrap().to_owned()
    };
    let wrong = proposed(&harness);
    press(&mut harness, Key::Backspace);
    let entries = |harness: &Harness<'static, App>| {
        harness.state().session.project.decisions().labels.entries.clone()
    };
    let refused = entries(&harness).into_values().next().unwrap();
    assert_eq!((refused.verdict, refused.refused.len()), (None, 1));
    assert_eq!(refused.refused.first().unwrap().to_string(), wrong);
    assert_ne!(proposed(&harness), wrong, "another one is proposed");
    press(&mut harness, Key::Enter);
    assert_eq!(entries(&harness).values().filter(|entry| entry.verdict.is_some()).count(), 1);
    click(&mut harness, "Décidés dans ce projet (1)");
    let is_button = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Button;
    let named: Vec<_> = harness.query_all_by_label_contains(" → ").filter(is_button).collect();
    assert!(!named.is_empty());
    named[0].click_accesskit();
    drop(named);
    settle(&mut harness);
    assert!(entries(&harness).is_empty());
    assert!(said(&harness).contains("Métiers à reconnaître (3)"), "{}", said(&harness));
    // Two are sure at the score that is measured; the diver is before the dishwasher, by little.
    assert!(said(&harness).contains("Accepter les 2 propositions sûres"), "{}", said(&harness));
    let from = |harness: &mut Harness<'static, App>, hundredths: f64| {
        let label = "Accepter ensemble à partir du score";
        harness.get_by_role_and_label(Role::SpinButton, label).set_value_accesskit(hundredths);
        settle(harness);
    };
    from(&mut harness, 55.0);
    assert!(said(&harness).contains("Accepter les 3 propositions sûres"), "{}", said(&harness));
    from(&mut harness, 95.0);
    assert!(said(&harness).contains("Accepter les 2 propositions sûres"), "{}", said(&harness));
    // What is accepted is what the number said.
    from(&mut harness, 55.0);
    click(&mut harness, "Accepter les 3 propositions sûres");
    assert_eq!(verdicts(&harness).len(), 3);
    assert!(verdicts(&harness).iter().all(|(_, one)| matches!(one, Verdict::Accepted(_))));
}

/// What one employer typed is not drawn on a shared screen.
#[test]
fn labels_are_not_shown_on_a_shared_screen() {
    let (settings, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let sources = survey(files.path(), &["Soudeur au pont de Tournemire"]);
    let mut harness = window(opening(sources, false), Some(settings.path()));
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Métiers à reconnaître (1)");
    assert!(said(&harness).contains("Tournemire"));
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    assert!(!said(&harness).contains("Tournemire"), "{}", said(&harness));
}
