//! Programmes in the window: a budget, terms changed by hand, scenarios, by the names that a screen
//! reader says.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::analysis::planning::Plan;
use bassin::model::planning::{ANY_FUNDER, Planning, Promised, Supposition, Way};
use bassin::recommend::funding::Promise;
use bassin::ui::App;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

fn programmes() -> Harness<'static, App> {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "5  Programmes");
    harness
}

/// Replaces what a field holds, and leaves it.
fn write(harness: &mut Harness<'static, App>, label: &str, text: &str) {
    let role = egui::accesskit::Role::TextInput;
    harness.get_by_role_and_label(role, label).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(2);
    harness.key_press(egui::Key::Enter);
    settle(harness);
}

fn undo(harness: &mut Harness<'static, App>) {
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(harness);
}

fn choose(harness: &mut Harness<'static, App>, combo: &str, option: &str) {
    // It may stand below what is in sight.
    harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, combo).click_accesskit();
    settle(harness);
    harness.get_by_label(option).click_accesskit();
    settle(harness);
}

fn planning(harness: &Harness<'static, App>) -> Planning {
    harness.state().session.project.decisions().planning.clone()
}

fn plan(harness: &Harness<'static, App>) -> Arc<Plan> {
    Arc::clone(harness.state().session.plan().unwrap().0)
}

fn chosen(harness: &Harness<'static, App>) -> Vec<(String, u32)> {
    let plan = plan(harness);
    let taken = plan.chosen().map(|answer| answer.choice.taken.clone()).unwrap_or_default();
    taken.into_iter().map(|taken| (taken.id, taken.places)).collect()
}

fn with_budget() -> Harness<'static, App> {
    let mut harness = programmes();
    click(&mut harness, "Budget et choix");
    write(&mut harness, "Somme (€)", "150 000 €");
    harness
}

#[test]
fn a_budget_is_given_and_the_choice_is_told() {
    let mut harness = programmes();
    assert!(chosen(&harness).is_empty());
    click(&mut harness, "Budget et choix");
    assert!(shows(&harness, "Donnez un budget"));
    write(&mut harness, "Somme (€)", "150 000 €");
    assert_eq!(planning(&harness).budgets, [(ANY_FUNDER.to_owned(), 150_000)].into());
    let told = said(&harness);
    assert!(told.contains("Objectif : personnes formées qui restent"), "{told}");
    assert!(told.contains("10 000 € de plus (tout financeur)"), "{told}");
    assert!(told.contains("retenu") && told.contains("laissé"), "{told}");
    let places: u32 = chosen(&harness).iter().map(|(_, places)| places).sum();
    assert!(places > 0 && told.contains(&format!("{places} places, dépensé")), "{told}");
    // A limit is a decision too, and what cannot be read is said.
    write(&mut harness, "Métiers, au plus", "1");
    assert_eq!(planning(&harness).most_occupations, Some(1));
    let plan = plan(&harness);
    let taken = &plan.chosen().unwrap().choice.taken;
    assert!(taken.iter().all(|one| one.occupation == taken.first().unwrap().occupation));
    write(&mut harness, "Métiers, au plus", "quelques");
    assert!(said(&harness).contains("« quelques » ne se lit pas"));
    assert_eq!(planning(&harness).most_occupations, Some(1));
    undo(&mut harness);
    assert_eq!(planning(&harness).most_occupations, None);
    undo(&mut harness);
    assert_eq!(planning(&harness), Planning::default());
    assert!(chosen(&harness).is_empty());
}

#[test]
fn a_cost_written_by_hand_changes_the_plan_and_is_taken_back() {
    let mut harness = with_budget();
    let before = chosen(&harness);
    let id = before.first().unwrap().0.clone();
    // The candidate looked at is the first of the list that is chosen.
    click(&mut harness, "Programmes candidats");
    click(&mut harness, "seulement les retenus");
    let plan_before = plan(&harness);
    let code = plan_before.proposal(&id).unwrap().key.occupation;
    let label = harness.state().session.occupation(code).unwrap().label.clone();
    harness.get_all_by_label(&label).next().unwrap().click();
    settle(&mut harness);
    assert!(shows(&harness, "Retenu\u{a0}:"));
    assert!(shows(&harness, "à confirmer auprès de") && shows(&harness, "Dispositifs écartés"));
    write(&mut harness, "Coût d’une place (€)", "90 000");
    let changes = planning(&harness).changes_of(&id).cloned().unwrap();
    assert_eq!(changes.place_cost, Some(90_000));
    assert!(!chosen(&harness).iter().any(|(known, _)| *known == id), "too dear: left");
    let told = said(&harness);
    assert!(told.contains("calculé : ") && told.contains("saisi"), "{told}");
    assert!(told.contains("Laissé : sa session la plus petite coûte"), "{told}");
    undo(&mut harness);
    assert_eq!(chosen(&harness), before);
    assert!(!said(&harness).contains("calculé : "));
    // Back by its own button as well.
    write(&mut harness, "Coût d’une place (€)", "90 000");
    // It may lie below what the panel shows.
    harness.get_by_label("Revenir au calcul (Coût d’une place (€))").click_accesskit();
    settle(&mut harness);
    assert_eq!(planning(&harness).changes_of(&id), None);
    assert_eq!(chosen(&harness), before);
    // Nothing is written for what cannot be read.
    write(&mut harness, "Coût d’une place (€)", "cher");
    assert!(said(&harness).contains("« cher » ne se lit pas ici"));
    assert_eq!(planning(&harness).changes_of(&id), None);
    harness.get_by_label("écarter ce programme, quel que soit le budget").click_accesskit();
    settle(&mut harness);
    assert!(planning(&harness).changes_of(&id).unwrap().set_aside);
    assert!(!chosen(&harness).iter().any(|(known, _)| *known == id));
}

#[test]
fn a_scenario_is_set_beside_what_is_without() {
    let mut harness = with_budget();
    let reached = plan(&harness).chosen().unwrap().choice.objective;
    click(&mut harness, "Scénarios");
    write(&mut harness, "Nom du scénario", "Moitié");
    click(&mut harness, "Créer le scénario");
    assert!(said(&harness).contains("Ne suppose rien encore"));
    choose(&mut harness, "Ce qui change", "budgets");
    write(&mut harness, "À quel niveau (50\u{202f}%\u{a0}: la moitié)", "20 %");
    click(&mut harness, "Ajouter au scénario");
    let scenario = planning(&harness).scenario("Moitié").cloned().unwrap();
    assert_eq!(scenario.suppositions, [Supposition::Budget { percent: 20 }]);
    let other = Arc::clone(harness.state().session.other(0).unwrap());
    assert_eq!(other.planning.budgets[ANY_FUNDER], 30_000);
    let spent: f64 = other.plan.chosen().unwrap().choice.spent.values().sum();
    assert!(spent <= 30_000.0);
    assert!(other.plan.chosen().unwrap().choice.objective < reached);
    let told = said(&harness);
    assert!(told.contains("Personnes qui restent : ") && told.contains("sans lui"), "{told}");
    assert!(told.contains("Sans scénario") && told.contains("Objectif atteint"), "{told}");
    // What is without it has not moved.
    assert!((plan(&harness).chosen().unwrap().choice.objective - reached).abs() < 1e-12);
    // A second one, beside the first.
    write(&mut harness, "Nom du scénario", "Départs");
    click(&mut harness, "Créer le scénario");
    choose(&mut harness, "Ce qui change", "départs, en plus ou en moins");
    write(&mut harness, "De combien (%, −20 pour moins)", "+20");
    click(&mut harness, "Ajouter au scénario");
    let scenario = planning(&harness).scenario("Départs").cloned().unwrap();
    assert_eq!(scenario.suppositions, [Supposition::Departures { percent: 120 }]);
    let session = &harness.state().session;
    assert!(session.other(0).is_some() && session.other(1).is_some(), "both are computed");
    let told = said(&harness);
    assert!(
        told.contains("Scénario « Moitié »") && told.contains("Scénario « Départs »"),
        "{told}"
    );
    click(&mut harness, "Supprimer «\u{a0}Départs\u{a0}»");
    assert!(planning(&harness).scenario("Départs").is_none());
    undo(&mut harness);
    assert!(planning(&harness).scenario("Départs").is_some());
    undo(&mut harness);
    let scenario = planning(&harness).scenario("Départs").cloned().unwrap();
    assert_eq!(scenario.suppositions, []);
}

#[test]
fn every_flagged_occupation_stays_reachable_with_its_lever() {
    let mut harness = programmes();
    let results = Arc::clone(harness.state().session.results().unwrap());
    let plan = plan(&harness);
    let trained = |code| plan.proposals.iter().any(|one| one.key.occupation == code);
    let (with, without): (Vec<_>, Vec<_>) =
        results.programmes.iter().partition(|one| trained(one.occupation));
    assert!(!with.is_empty() && !without.is_empty());
    click(&mut harness, "Autres leviers");
    for one in &without {
        let label = &harness.state().session.occupation(one.occupation).unwrap().label;
        assert!(harness.query_all_by_label(label).next().is_some(), "{label}");
    }
    for one in &with {
        let label = &harness.state().session.occupation(one.occupation).unwrap().label;
        assert!(harness.query_all_by_label(label).next().is_none(), "{label}");
    }
    click(&mut harness, "Offre à arrêter");
    assert!(shows(&harness, "À vérifier avant d’arrêter quoi que ce soit"));
    click(&mut harness, "Tous les métiers signalés");
    assert!(shows(&harness, "Ce qui est recommandé pour chaque métier signalé"));
}

#[test]
fn need_entrants_and_gap_stand_in_the_training_step() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "4  Formation");
    click(&mut harness, "Besoin, entrants, écart");
    let told = said(&harness);
    for text in ["Écart indicatif, 3 ans", "Entrants par an", "manque", "indéterminé", "5 ans"] {
        assert!(told.contains(text), "{text}: {told}");
    }
    let (trained, _) = harness.state().session.trained().unwrap();
    assert_eq!(trained.results.balances.len(), trained.results.occupations.len());
}

/// Needs stand on what employers answered: a table of them, copied, is an export.
#[test]
fn copied_needs_are_remembered_as_an_export() {
    let mut harness = programmes();
    assert!(harness.state().session.plans_on_answers());
    let leaves = |harness: &Harness<'static, App>| {
        harness.state().session.project.saved_log().map_or(0, |log| log.releases.len())
    };
    assert_eq!(leaves(&harness), 0);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Copy);
    // Remembered at once, before anything is computed again under that memory.
    harness.run_steps(4);
    assert!(leaves(&harness) > 0);
}

/// A candidate that the user adds, what employers promise to it and how it is run: each a decision
/// beside what is computed, undone in order.
#[test]
fn a_candidate_by_hand_with_its_promise() {
    let mut harness = programmes();
    let before = plan(&harness).proposals.len();
    click(&mut harness, "Ajouter un candidat à la main");
    choose(&mut harness, "Métier", "A0X40 Agriculteurs");
    let role = egui::accesskit::Role::ComboBox;
    harness.get_by_role_and_label(role, "Formation à monter").click();
    settle(&mut harness);
    let (role, wanted) = (egui::accesskit::Role::Button, "parcours court d’accès au métier");
    harness.get_by_role_and_label(role, wanted).click();
    settle(&mut harness);
    click(&mut harness, "Ajouter ce candidat");
    let id = "fap2021:A0X40/short-access/job-seekers";
    assert_eq!(planning(&harness).added.iter().map(String::as_str).collect::<Vec<_>>(), [id]);
    let made = plan(&harness);
    assert_eq!(made.proposals.len(), before + 1);
    let one = made.proposal(id).unwrap();
    assert!(one.by_hand && one.is_unconfirmed());
    choose(&mut harness, "Promesse des employeurs", "contrat saisonnier");
    let changes = planning(&harness).changes_of(id).cloned().unwrap();
    assert!(matches!(
        &changes.promise,
        Some(Promised::Made { contract, months: None }) if contract == "saisonnier"
    ));
    let request = plan(&harness).proposal(id).unwrap().request.clone();
    assert!(matches!(request.promise, Promise::Made { .. }), "{request:?}");
    choose(&mut harness, "Modalité", "à distance");
    assert_eq!(plan(&harness).proposal(id).unwrap().terms.way, Way::Remote);
    undo(&mut harness);
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(planning(&harness), Planning::default());
    assert_eq!(plan(&harness).proposals.len(), before);
}

/// A cost supposed once prices the candidates whose cost nothing tells; without it they are named,
/// with what to enter.
#[test]
fn a_cost_supposed_once_is_told_as_an_hypothesis_and_taken_back() {
    let mut harness = with_budget();
    let without = plan(&harness).selection.unpriced.clone();
    assert!(!without.is_empty());
    let told = said(&harness);
    assert!(told.contains("Aucun fichier ne dit le coût de"), "{told}");
    assert!(told.contains("un coût supposé une fois pour toutes"), "{told}");
    assert!(told.contains("Ce que les fichiers disent des coûts : "), "{told}");
    write(&mut harness, "Euros par place", "6 500");
    let press = |harness: &mut Harness<'static, App>, label: &str| {
        harness.get_by_label(label).click_accesskit();
        settle(harness);
    };
    // Not without its source.
    press(&mut harness, "Supposer ce coût");
    assert!(planning(&harness).costs.is_empty() && said(&harness).contains("dites d’où vient"));
    write(&mut harness, "Source de l’hypothèse", "devis de 2025");
    press(&mut harness, "Supposer ce coût");
    let cost = planning(&harness).costs.get("*").cloned().unwrap();
    assert_eq!((cost.place_euros, cost.source.as_str()), (Some(6_500), "devis de 2025"));
    let priced = plan(&harness);
    assert_eq!(priced.selection.unpriced, Vec::<String>::new());
    let first = priced.proposal(&without[0]).unwrap();
    assert_eq!(first.terms.place_cost.map(|cost| cost.value), Some(6_500.0));
    let told = said(&harness);
    assert!(told.contains("toutes modalités : 6 500 € la place"), "{told}");
    click(&mut harness, "Programmes candidats");
    assert!(said(&harness).contains("6 500 € (hypothèse)"));
    click(&mut harness, "Budget et choix");
    press(&mut harness, "Retirer l’hypothèse (toutes modalités)");
    assert!(planning(&harness).costs.is_empty());
    undo(&mut harness);
    assert_eq!(planning(&harness).costs.len(), 1);
}

/// Limits alone choose, and it is said that no money was counted.
#[test]
fn limits_alone_choose_without_a_budget() {
    let mut harness = programmes();
    click(&mut harness, "Budget et choix");
    write(&mut harness, "Places en tout, au plus", "20");
    assert_eq!(planning(&harness).most_places, Some(20));
    let places: u32 = chosen(&harness).iter().map(|(_, places)| places).sum();
    assert!(places > 0 && places <= 20, "{places}");
    let told = said(&harness);
    assert!(told.contains("Choix fait sans budget"), "{told}");
    assert!(!told.contains("dépensé"), "{told}");
    let before = plan(&harness).selection.unconfirmed.len();
    write(&mut harness, "Pour cent du plus possible", "20");
    write(&mut harness, "Source du besoin supposé", "réunion de branche");
    harness.get_by_label("Supposer ce besoin").click_accesskit();
    settle(&mut harness);
    assert_eq!(planning(&harness).need.map(|need| need.percent), Some(20));
    assert!(plan(&harness).selection.unconfirmed.len() < before);
    undo(&mut harness);
    assert_eq!(plan(&harness).selection.unconfirmed.len(), before);
}
