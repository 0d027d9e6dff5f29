//! The plan of action in the window, by the names that a screen reader says.

mod after;
mod decided;
mod followed;
mod keys;
mod room;
mod typed;

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::action::ActionPlan;
use bassin::model::action::sheet::{Role, Status};
use bassin::ui::App;
use egui::accesskit::Role as Widget;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

pub type Window = Harness<'static, App>;

pub const STEP: &str = "7  Plan d’actions";

pub fn plan(harness: &Window) -> ActionPlan {
    harness.state().session.project.decisions().actions.clone()
}

/// The step, without any file.
pub fn opened() -> Window {
    let mut harness = window(opening(Vec::new(), false), None);
    settle(&mut harness);
    click(&mut harness, STEP);
    harness
}

pub fn press(harness: &mut Window, key: Key) {
    harness.key_press(key);
    settle(harness);
}

pub fn with(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

pub fn type_in(harness: &mut Window, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    settle(harness);
}

pub fn undo(harness: &mut Window) {
    with(harness, Modifiers::COMMAND, Key::Z);
}

/// Goes to a field, replaces what it holds and enters it.
pub fn write(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Widget::TextInput, label).focus();
    settle(harness);
    with(harness, Modifiers::COMMAND, Key::A);
    type_in(harness, text);
    press(harness, Key::Enter);
}

/// Goes to a widget by the beginning of its name.
pub fn go_to(harness: &mut Window, beginning: &str) {
    let node = harness.get_by(|node| {
        node.role() != Widget::Label && node.label().is_some_and(|name| name.starts_with(beginning))
    });
    node.focus();
    settle(harness);
}

/// The name of what has the keyboard.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "of any lifetime, which the path is not"
)]
pub fn focused(harness: &Window) -> String {
    let name = |node: egui_kittest::Node<'_>| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label()
    };
    harness.query_by(|node| node.is_focused()).and_then(name).unwrap_or_default()
}

pub fn choose(harness: &mut Window, combo: &str, option: &str) {
    harness.get_by_role_and_label(Widget::ComboBox, combo).click();
    settle(harness);
    click(harness, option);
}

/// An action of that title, written by hand; back on the board.
pub fn action(harness: &mut Window, title: &str) {
    with(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(focused(harness), "Titre de l’action");
    type_in(harness, title);
    press(harness, Key::Enter);
    click(harness, "Revenir (Échap)");
}

/// Keys and letters of the whole way, at three a second: what « under three minutes » allows.
const MOST_KEYS: usize = 3 * 60 * 3;

#[test]
fn from_a_diagnosed_occupation_to_an_agreed_action_by_keyboard_alone() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    let before = plan(&harness);
    let mut keys = 0;
    // The first occupation of the diagnosis.
    press(&mut harness, Key::ArrowDown);
    assert!(shows(&harness, "Créer une action"), "{}", said(&harness));
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    keys += 2;
    assert_eq!(focused(&harness), "Titre de l’action");
    let drafted = plan(&harness).actions[0].clone();
    assert!(drafted.lever.is_some(), "under a lever of the territory");
    assert!(!drafted.occupations.is_empty() && !drafted.indicators.is_empty());
    let decided = drafted.decided_on.as_ref().unwrap();
    assert!(!decided.figures.is_empty() && !decided.fingerprints.is_empty());
    let told = said(&harness);
    assert!(told.contains("Il manque : un seul chef de file du registre"), "{told}");
    let mut write = |harness: &mut Window, part: Key, text: &str| {
        with(harness, Modifiers::ALT, part);
        type_in(harness, text);
        press(harness, Key::Enter);
        keys += 2 + text.chars().count();
    };
    write(&mut harness, Key::Num2, "Agglomération");
    // A field keeps what it found ready: the number of the part is no letter of it.
    write(&mut harness, Key::Num5, "Entreprises visitées");
    write(&mut harness, Key::Num3, "01/02/2027");
    // Tab goes on from the field that Enter left.
    press(&mut harness, Key::Tab);
    type_in(&mut harness, "12/2027");
    press(&mut harness, Key::Enter);
    let mut write = |harness: &mut Window, part: Key, text: &str| {
        with(harness, Modifiers::ALT, part);
        type_in(harness, text);
        press(harness, Key::Enter);
        keys += 2 + text.chars().count();
    };
    write(&mut harness, Key::Num9, "Comité de pilotage");
    let after = plan(&harness);
    let action = &after.actions[0];
    assert_eq!(action.title, drafted.title);
    let leads: Vec<&str> = action.lead.iter().map(|id| after.name(id).text()).collect();
    assert_eq!(leads, ["Agglomération"]);
    assert_eq!(action.begins, "2027-02-01".parse().ok());
    assert_eq!(action.ends, "2027-12-31".parse().ok());
    assert_eq!(action.indicators.len(), drafted.indicators.len() + 1);
    let signed = action.signed_off.as_ref().unwrap();
    assert_eq!(
        (signed.who.as_str(), signed.date),
        ("Comité de pilotage", "2026-11-24".parse().unwrap())
    );
    let told = said(&harness);
    assert!(told.contains("Accord donné par Comité de pilotage le 24/11/2026"), "{told}");
    assert!(told.contains("La fiche a un chef de file, un indicateur et un calendrier"), "{told}");
    assert!(keys + 12 < MOST_KEYS, "{keys} keys");
    // One step at a time, back to where it began.
    press(&mut harness, Key::Escape);
    for _ in 0..6 {
        undo(&mut harness);
    }
    assert_eq!(plan(&harness), before);
    click(&mut harness, STEP);
    assert!(said(&harness).contains("Aucune action encore"));
}

#[test]
fn an_action_is_begun_from_a_candidate_programme() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "5  Programmes");
    let begin = harness
        .get_by(|node| node.label().is_some_and(|name| name.starts_with("Créer une action")));
    begin.click_accesskit();
    settle(&mut harness);
    let after = plan(&harness);
    let link = after.actions[0].programme.clone().unwrap();
    let session = &harness.state().session;
    assert!(session.plan().unwrap().0.proposal(&link.key).is_some(), "{link:?}");
    assert!(said(&harness).contains(&format!("Programme : {}", link.name).replace('\u{a0}', " ")));
}

#[test]
fn what_is_typed_is_kept_whatever_the_way_out() {
    let mut harness = opened();
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    type_in(&mut harness, "Accueillir");
    click(&mut harness, "Revenir (Échap)");
    assert_eq!(plan(&harness).actions[0].title, "Accueillir");
    // Another action is begun while a title is typed: none of them is lost.
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    type_in(&mut harness, "Loger");
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    type_in(&mut harness, "Former");
    press(&mut harness, Key::Enter);
    click(&mut harness, "Revenir (Échap)");
    let titles: Vec<String> = plan(&harness).actions.into_iter().map(|one| one.title).collect();
    assert_eq!(titles, ["Accueillir", "Loger", "Former"]);
}

#[test]
fn a_date_that_cannot_be_read_stays_in_its_field_and_is_told() {
    let mut harness = opened();
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    write(&mut harness, "Début", "au printemps");
    assert_eq!(plan(&harness).actions[0].begins, None);
    assert!(said(&harness).contains("« au printemps » n’est pas une date"));
    write(&mut harness, "Début", "15/03");
    assert_eq!(plan(&harness).actions[0].begins, "2027-03-15".parse().ok());
    assert!(!said(&harness).contains("n’est pas une date"));
    write(&mut harness, "Fin", "01/2027");
    assert!(said(&harness).contains("la fin précède le début"));
}

#[test]
fn cards_are_moved_filtered_removed_and_brought_back() {
    let mut harness = opened();
    assert!(said(&harness).contains("Aucune action encore"));
    action(&mut harness, "Former des aides à domicile");
    action(&mut harness, "Loger les arrivants");
    let status = |harness: &Window| -> Vec<Status> {
        plan(harness).actions.iter().map(|one| one.status).collect()
    };
    assert!(said(&harness).contains("sans chef de file"));
    go_to(&mut harness, "Former des aides à domicile. ");
    with(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(status(&harness), [Status::Decided, Status::Idea]);
    // The card keeps the keyboard in its new column.
    with(&mut harness, Modifiers::ALT, Key::ArrowRight);
    with(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    with(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    with(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(status(&harness), [Status::Idea, Status::Idea], "no further than the first");
    click(&mut harness, "Déplacer ou retirer\u{a0}: Loger les arrivants");
    click(&mut harness, "Passer à\u{a0}: en cours");
    assert_eq!(status(&harness), [Status::Idea, Status::Running]);
    with(&mut harness, Modifiers::COMMAND, Key::F);
    type_in(&mut harness, "LOGER");
    let told = said(&harness);
    assert!(told.contains("1 sur 2") && !told.contains("Former des aides"), "{told}");
    click(&mut harness, "Tout montrer");
    go_to(&mut harness, "Former des aides à domicile. ");
    press(&mut harness, Key::Delete);
    assert_eq!(plan(&harness).actions.len(), 1);
    undo(&mut harness);
    assert_eq!(plan(&harness).actions.len(), 2);
    assert!(said(&harness).contains("Former des aides à domicile"));
}

#[test]
fn letters_give_parts_and_what_is_to_be_settled_leads_there() {
    let mut harness = opened();
    action(&mut harness, "Loger les arrivants");
    click(&mut harness, "Acteurs");
    write(&mut harness, "Nouvel acteur", "Agglomération");
    write(&mut harness, "Nouvel acteur", "Région");
    click(&mut harness, "Qui fait quoi");
    go_to(&mut harness, "Loger les arrivants × Région");
    press(&mut harness, Key::C);
    let partner = plan(&harness).actions[0].partners[0].clone();
    assert_eq!(partner.role, Role::Consulted);
    // Nobody leads it: the sentence goes to where it is said.
    let told = said(&harness);
    assert!(told.contains("À régler (1)"), "{told}");
    let hole = harness.get_by(|node| {
        node.role() == Widget::Link && node.label().is_some_and(|name| name.starts_with('▲'))
    });
    hole.click();
    settle(&mut harness);
    assert_eq!(focused(&harness), "Donner un chef de file");
    type_in(&mut harness, "agglo");
    press(&mut harness, Key::Enter);
    let after = plan(&harness);
    let lead = after.actions[0].lead.clone();
    assert_eq!(lead, [after.actors[0].id.clone()], "found by its beginning, not made again");
    assert_eq!(after.actors.len(), 2);
    // An actor that is removed stays named where it led.
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Acteurs");
    click(&mut harness, "Agglomération");
    harness.get_by_label("Retirer\u{a0}: Agglomération").click_accesskit();
    settle(&mut harness);
    assert_eq!(plan(&harness).actions[0].lead, lead);
    click(&mut harness, "Qui fait quoi");
    let told = said(&harness);
    assert!(told.contains("À régler (1)") && told.contains("Agglomération"), "{told}");
    undo(&mut harness);
    assert!(said(&harness).contains("À régler (0)"));
}

#[test]
fn levers_and_targets_of_the_seminar_are_a_start_and_are_changed() {
    let mut harness = opened();
    click(&mut harness, "Partir des leviers et cibles du séminaire");
    let seeded = plan(&harness);
    assert_eq!((seeded.levers.len(), seeded.targets.len(), seeded.waves.len()), (5, 7, 4));
    assert!(!shows(&harness, "Partir des leviers"));
    click(&mut harness, "Leviers, cibles, temps");
    assert!(shows(&harness, "nommée dans le schéma du séminaire"));
    write(&mut harness, "Nouveau levier", "Logement");
    assert_eq!(plan(&harness).levers.last().unwrap().name, "Logement");
    let remove = format!("Retirer\u{a0}: {}", seeded.waves[3].name);
    harness.get_by_label(&remove).click_accesskit();
    settle(&mut harness);
    assert_eq!(plan(&harness).waves.len(), 3);
    undo(&mut harness);
    assert_eq!(plan(&harness).waves, seeded.waves);
    undo(&mut harness);
    assert_eq!(plan(&harness).levers, seeded.levers);
    assert_eq!(plan(&harness), seeded);
}
