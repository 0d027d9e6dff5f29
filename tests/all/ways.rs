//! The ways in of a training body and of a company, and the links of an occupation, in the window.

use crate::window::{click, copied, opening, said, settle, shows, window};
use bassin::ui::App;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::path::{Path, PathBuf};

const HEADCOUNT: &str = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;\
age_30_49;age_50_54;age_55_59;age_60_plus;departs_connus_12m;departs_connus_36m;\
embauches_prevues_12m;date_source\n\
Plombiers de l'atelier;;B2X33;2021;40;4;20;6;6;4;1;;3;01/10/2026\n\
Aide-soignant H/F;;;;10;1;4;2;2;1;;5;;\n\
Métier maison;;;;n.d.;;;;;;;;;01/10/2026\n";

fn headcount(folder: &Path) -> PathBuf {
    let path = folder.join("effectif_atelier.csv");
    std::fs::write(&path, HEADCOUNT).unwrap();
    path
}

fn training(files: Vec<PathBuf>) -> Harness<'static, App> {
    let mut harness = window(opening(files, true), None);
    settle(&mut harness);
    click(&mut harness, "4  Formation");
    harness
}

/// All cells of the table looked at, as they are copied.
fn whole_table(harness: &mut Harness<'static, App>) -> Vec<Vec<String>> {
    // A list that was just used has the focus, and keys with it, until one clicks elsewhere.
    if let Some(focused) = harness.ctx.memory(egui::Memory::focused) {
        harness.ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Copy);
    let text = copied(harness).unwrap();
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn a_catalogue_against_the_territory_then_its_sheet() {
    let mut harness = training(Vec::new());
    click(&mut harness, "Catalogue d’un organisme");
    let told = said(&harness);
    for stance in ["non couvert : ", "couvert en partie : ", "indéterminé : "] {
        assert!(told.contains(stance), "{stance}: {told}");
    }
    let rows = whole_table(&mut harness);
    let stance = rows[0].iter().position(|title| title == "Position").unwrap();
    // As the command line says of the sample.
    let of = |code: &str| rows.iter().find(|row| row[0] == code).unwrap()[stance].clone();
    assert_eq!((of("B1X31"), of("B2X33")), ("non couvert".into(), "couvert en partie".into()));
    click(&mut harness, "Offres sans besoin connu");
    settle(&mut harness);
    click(&mut harness, "Faire la fiche d’écart");
    let told = said(&harness);
    assert!(told.contains("Besoins du territoire et catalogue"), "{told}");
    harness.run();
}

#[test]
fn a_company_beside_the_territory_then_its_kit_and_nothing_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = training(Vec::new());
    click(&mut harness, "Effectif d’une entreprise");
    assert!(said(&harness).contains("Le fichier n’est ni gardé ni noté dans le projet"));
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/certif_info_fictif.csv");
    harness.state_mut().choose_employed(bad);
    settle(&mut harness);
    assert!(shows(&harness, "aucun effectif d’entreprise dans"));
    click(&mut harness, "Fermer");
    harness.state_mut().choose_employed(headcount(folder.path()));
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("effectif_atelier.csv : 3 métiers lus, 0 ligne refusée."), "{told}");
    assert!(told.contains("1 remarque sur ce fichier"), "a cell is refused: {told}");
    // Without the survey, which a company is told nothing of, no lack is established: it is said.
    let likely = "À proposer à d’autres employeurs, le manque du territoire n’étant pas établi";
    assert!(told.contains(&format!("{likely} : Plombiers de l'atelier")), "{told}");
    let rows = whole_table(&mut harness);
    assert_eq!(rows.len(), 1 + 3);
    assert_eq!(rows[1][..2], ["Plombiers de l'atelier", "Plombiers chauffagistes"]);
    click(&mut harness, "Faire le kit de l’entreprise");
    let told = said(&harness);
    assert!(told.contains("Pour vous seuls") && told.contains("Plombiers de l'atelier"), "{told}");
    // Neither in the project nor on a screen that others look at.
    let saved = folder.path().join("projet.bassin");
    assert!(harness.state_mut().save(&saved));
    assert!(!std::fs::read_to_string(&saved).unwrap().contains("atelier"));
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    assert!(!said(&harness).contains("atelier"), "{}", said(&harness));
    click(&mut harness, "4  Formation");
    assert!(!said(&harness).contains("atelier"), "{}", said(&harness));
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    click(&mut harness, "Oublier ce fichier");
    assert!(!said(&harness).contains("atelier"), "{}", said(&harness));
    harness.run();
}

/// A headcount among the sources serves as well.
#[test]
fn a_headcount_of_the_sources_makes_the_kit() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = training(vec![headcount(folder.path())]);
    click(&mut harness, "6  Documents");
    harness.get_by_role_and_label(Role::ComboBox, "Document").click();
    settle(&mut harness);
    click(&mut harness, "kit d’une entreprise");
    assert!(said(&harness).contains("Plombiers de l'atelier"), "{}", said(&harness));
}

#[test]
fn the_links_of_an_occupation_are_drawn_and_listed() {
    let mut harness = training(Vec::new());
    click(&mut harness, "Liens d’un métier");
    harness.get_by_role_and_label(Role::ComboBox, "Métier").click();
    settle(&mut harness);
    harness.get_by_label("G0B41 Ouvriers mécaniciens de véhicules").click_accesskit();
    settle(&mut harness);
    let told = said(&harness);
    assert!(
        told.contains("I1604 Mécanicien / Mécanicienne automobile – lien : passage officiel"),
        "{told}"
    );
    // From the certification to an offer that names it.
    let certified = "RNCP90001 Titre professionnel mécanique automobile (fictif) – lien : code";
    assert!(told.contains(certified), "{told}");
    assert!(told.contains("Formacode 23637 – lien : écrit dans le fichier"), "{told}");
    let offer = "Technicien de maintenance automobile (fictif) — Campus rural des Combes (fictif) \
                 (dans le bassin) – lien : fiche de certification";
    assert!(told.contains(offer), "{told}");
    // The open list lies over what is below it.
    harness.key_press(Key::Escape);
    settle(&mut harness);
    click(&mut harness, "Tableau");
    let rows = whole_table(&mut harness);
    let from = |from: &str, to: &str| {
        rows.iter().any(|row| row[0].starts_with(from) && row[2].starts_with(to))
    };
    assert!(from("G0B41", "I1604") && from("I1604", "RNCP90001"), "{rows:?}");
    assert!(from("RNCP90001", "Formacode 23637") && from("RNCP90001", "Technicien de maintenance"));
    harness.run();
}
