//! What goes on after a decision: taken again, followed when its year is closed, by other figures.

use crate::acting::{action, choose, focused, opened, plan, press, undo, with, write};
use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::action::sheet::Status;
use egui::accesskit::Role as Widget;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

/// The first occupation of the diagnosis makes an action.
fn begun() -> crate::acting::Window {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    press(&mut harness, Key::ArrowDown);
    with(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(focused(&harness), "Titre de l’action");
    harness
}

/// Replaces what a field of several lines holds, and leaves it.
fn write_lines(harness: &mut crate::acting::Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Widget::MultilineTextInput, label).focus();
    settle(harness);
    with(harness, Modifiers::COMMAND, Key::A);
    crate::acting::type_in(harness, text);
    // Escape leaves a field, and keeps what is typed.
    press(harness, Key::Escape);
}

#[test]
fn a_decision_keeps_need_gap_verdict_and_causes_and_figures_that_are_chosen() {
    let mut harness = begun();
    let drafted = plan(&harness).actions[0].clone();
    let kept = drafted.decided_on.unwrap();
    let columns: Vec<&str> = kept.figures.iter().map(|one| one.key.column.as_str()).collect();
    for column in ["posterior", "need-3y", "gap-3y-span", "verdict", "diagnosis"] {
        assert!(columns.contains(&column), "{column}: {columns:?}");
    }
    let gap = kept.figures.iter().find(|one| one.key.column == "gap-3y-span").unwrap();
    assert!(gap.interval().is_some() || gap.hidden.is_some(), "{gap:?}");
    // Another figure of the document, chosen by its name.
    write(&mut harness, "Garder aussi un chiffre publié", "saisonniers");
    let wanted = plan(&harness).actions[0].wanted.clone();
    assert_eq!(wanted.len(), 1, "{}", said(&harness));
    write(&mut harness, "Vous êtes", "Ada");
    let again = "Décider à nouveau, sur les chiffres d’aujourd’hui";
    harness.get_by_label(again).click_accesskit();
    settle(&mut harness);
    let decided = plan(&harness).actions[0].decided_on.clone().unwrap();
    assert!(decided.figures.iter().any(|one| one.key == wanted[0]));
    assert_eq!(decided.who, "Ada");
    // The one before is there, whole, with its files.
    let told = said(&harness);
    assert!(told.contains("Décisions précédentes (1)"), "{told}");
    let entry = plan(&harness).journal[0].clone();
    assert_eq!((&entry.figures, &entry.fingerprints), (&kept.figures, &kept.fingerprints));
    assert_eq!(entry.edition, kept.edition);
    harness.state_mut().session.project.undo();
    settle(&mut harness);
    assert_eq!(plan(&harness).actions[0].decided_on, Some(kept));
}

#[test]
fn a_kept_figure_says_where_it_comes_from_as_any_other_does() {
    let mut harness = begun();
    let label = plan(&harness).actions[0].decided_on.as_ref().unwrap().figures[0].label.clone();
    let then = harness.get_by(|node| {
        node.role() == Widget::Link && node.label().is_some_and(|name| name.contains(&label))
    });
    then.click_accesskit();
    settle(&mut harness);
    assert!(said(&harness).contains("gardé avec la décision du 24/11/2026"), "{}", said(&harness));
    press(&mut harness, Key::Escape);
    let now = harness.get_by(|node| {
        node.label().is_some_and(|name| {
            name.starts_with("D’où vient ce chiffre aujourd’hui") && name.contains(&label)
        })
    });
    now.click_accesskit();
    settle(&mut harness);
    assert!(said(&harness).contains("BMO_2025"), "{}", said(&harness));
}

#[test]
fn an_indicator_is_tied_to_a_published_figure() {
    let mut harness = begun();
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Indicateurs");
    write(&mut harness, "Nouvel indicateur", "Saison");
    let id = plan(&harness).indicators.last().unwrap().id.clone();
    write(&mut harness, "Mesuré par le chiffre publié", "projets");
    let tied = plan(&harness).indicator(&id).cloned().unwrap();
    let (from, basis) = (tied.from.unwrap(), tied.basis.unwrap());
    assert!(!from.table.is_empty() && !basis.territory.is_empty() && !basis.edition.is_empty());
    assert_eq!(basis.year, Some(2025));
    assert!(tied.baseline.is_some() && tied.baseline_on == "2026-11-24".parse().ok());
    // The files of that year say nothing new of it.
    assert!(!said(&harness).contains("à relever"), "{}", said(&harness));
}

#[test]
fn what_is_learnt_after_a_year_is_closed_is_noted_on_its_action() {
    let mut harness = opened();
    action(&mut harness, "Former des aides à domicile");
    click(&mut harness, "Déplacer ou retirer\u{a0}: Former des aides à domicile");
    click(&mut harness, "Passer à\u{a0}: terminée");
    assert_eq!(plan(&harness).actions[0].status, Status::Done);
    click(&mut harness, "Nouvelle année…");
    click(&mut harness, "Commencer 2027");
    assert!(plan(&harness).actions.is_empty());
    click(&mut harness, "Journal");
    click(&mut harness, "2026\u{a0}: 1 action");
    click(&mut harness, "Fiche gardée");
    let name = harness.state().session.catalog.text("places-employed-6");
    let field = harness.get_all_by_role_and_label(Widget::TextInput, &name).next().unwrap();
    field.focus();
    settle(&mut harness);
    crate::acting::type_in(&mut harness, "7");
    assert!(said(&harness).contains("Sans source"), "{}", said(&harness));
    write(&mut harness, "D’après", "Greta");
    harness.get_by_label("Noter le réalisé").click_accesskit();
    settle(&mut harness);
    let after = plan(&harness);
    let (_, ended) = after.ended().next().unwrap();
    assert_eq!(ended.latest().unwrap().places.employed_6, Some(7));
    assert_eq!(ended.latest().unwrap().source, "Greta");
    undo(&mut harness);
    assert!(plan(&harness).ended().next().unwrap().1.realised.is_empty());
}

#[test]
fn the_evaluation_of_a_closed_action_is_written_otherwise_and_the_journal_says_it() {
    let mut harness = opened();
    write(&mut harness, "Vous êtes", "Ada");
    action(&mut harness, "Former des aides à domicile");
    click(&mut harness, "Déplacer ou retirer\u{a0}: Former des aides à domicile");
    click(&mut harness, "Passer à\u{a0}: terminée");
    click(&mut harness, "Nouvelle année…");
    click(&mut harness, "Commencer 2027");
    let before = plan(&harness);
    click(&mut harness, "Journal");
    click(&mut harness, "2026\u{a0}: 1 action");
    write_lines(&mut harness, "Évaluation de l’année 2026", "Une année utile");
    assert_eq!(plan(&harness).archive[0].evaluation, "Une année utile");
    click(&mut harness, "Fiche gardée");
    write_lines(&mut harness, "Ce qui a été fait", "Deux sessions");
    write_lines(&mut harness, "Ce qui a été fait", "Trois sessions");
    let after = plan(&harness);
    assert_eq!(after.ended().next().unwrap().1.outcome.done, "Trois sessions");
    let told = said(&harness);
    assert!(told.contains("bilan changé"), "{told}");
    assert!(told.contains("ce qui a été fait, où l’on lisait « Deux sessions »"), "{told}");
    let entry = after.journal.last().unwrap();
    assert_eq!((entry.who.as_str(), entry.name.as_str()), ("Ada", "Former des aides à domicile"));
    undo(&mut harness);
    assert_eq!(plan(&harness).ended().next().unwrap().1.outcome.done, "Deux sessions");
    undo(&mut harness);
    undo(&mut harness);
    assert_eq!(plan(&harness), before);
}

/// The first found by the search is chosen by Enter, and an action is begun of it at once, before
/// needs are made: they come with it, and go with it.
#[test]
fn an_action_is_begun_from_the_search_and_takes_need_and_gap_when_they_are_ready() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    let before = plan(&harness);
    let searched = harness.state().session.results().unwrap().occupations[4].clone();
    with(&mut harness, Modifiers::COMMAND, Key::F);
    crate::acting::type_in(&mut harness, &searched.label);
    assert!(harness.state().session.trained().is_none(), "nothing is chosen: no need is made");
    // No frame in between for the balances to be made in.
    harness.key_press(Key::Enter);
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    harness.step();
    harness.step();
    let drafted = plan(&harness).actions[0].clone();
    assert_eq!(drafted.occupations, [searched.code.to_string()]);
    let columns = |harness: &crate::acting::Window| -> Vec<String> {
        let action = plan(harness).actions[0].clone();
        action.decided_on.unwrap().figures.into_iter().map(|one| one.key.column).collect()
    };
    settle(&mut harness);
    for column in ["posterior", "need-3y", "gap-3y-span", "verdict"] {
        assert!(columns(&harness).iter().any(|one| one == column), "{:?}", columns(&harness));
    }
    let after = plan(&harness);
    assert_eq!(after.journal[0].figures, after.actions[0].decided_on.as_ref().unwrap().figures);
    harness.state_mut().session.project.undo();
    settle(&mut harness);
    assert_eq!(plan(&harness), before, "one step begins it, whatever came later");
    harness.state_mut().session.project.redo();
    settle(&mut harness);
    assert_eq!(plan(&harness), after);
}

#[test]
fn the_year_of_the_plan_is_written_and_what_is_late_stands_before_the_board() {
    let mut harness = opened();
    write(&mut harness, "Année du plan", "2026");
    assert_eq!(plan(&harness).year, Some(2026));
    action(&mut harness, "Loger les arrivants");
    action(&mut harness, "Accueillir");
    assert!(!said(&harness).contains("En retard ("), "{}", said(&harness));
    let card =
        harness.get_by(|node| node.label().is_some_and(|name| name.starts_with("Accueillir. ")));
    card.click();
    settle(&mut harness);
    write(&mut harness, "Fin", "01/11/2026");
    click(&mut harness, "Revenir (Échap)");
    assert!(said(&harness).contains("En retard (1)"), "{}", said(&harness));
    // The late one is the first of its column.
    let told = said(&harness);
    let at = |title: &str| told.find(&format!("{title}. ")).unwrap();
    assert!(at("Accueillir") < at("Loger les arrivants"), "{told}");
    click(&mut harness, "Nouvelle année…");
    click(&mut harness, "Commencer 2027");
    write(&mut harness, "Année du plan", "2026");
    assert_eq!(plan(&harness).year, Some(2027), "a year that is closed");
}

#[test]
fn a_proposal_is_grouped_by_hand_and_linked_to_an_occupation() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    let first = harness.state().session.results().unwrap().occupations[0].clone();
    click(&mut harness, crate::acting::STEP);
    click(&mut harness, "Atelier");
    assert_eq!(focused(&harness), "Nouvelle question");
    write(&mut harness, "Nouvelle question", "Comment attirer");
    write(&mut harness, "Proposition", "Un guichet unique");
    write(&mut harness, "Proposition", "Le loyer");
    click(&mut harness, "Relier «\u{a0}Le loyer\u{a0}» à un métier du diagnostic");
    write(&mut harness, "Métier", &first.label);
    let linked = plan(&harness).contributions[1].occupation.clone();
    assert_eq!(linked, Some(first.code.to_string()));
    click(&mut harness, "Regrouper «\u{a0}Le loyer\u{a0}» avec une autre proposition");
    write(&mut harness, "Dit la même chose que", "guichet");
    let all = plan(&harness).contributions;
    assert_eq!(all[1].merged_into, Some(all[0].id.clone()));
    let told = said(&harness);
    assert!(told.contains("regroupée sous « Un guichet unique »"), "{told}");
    undo(&mut harness);
    assert_eq!(plan(&harness).contributions[1].merged_into, None);
}

#[test]
fn a_register_goes_to_a_spreadsheet_and_comes_back() {
    let mut harness = opened();
    click(&mut harness, "Acteurs");
    write(&mut harness, "Nouvel acteur", "Greta");
    harness
        .event(egui::Event::Paste("Acteur\tType d’acteur\nCCI\tchambre consulaire\n".to_owned()));
    settle(&mut harness);
    let names: Vec<String> = plan(&harness).actors.into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["Greta", "CCI"]);
    click(&mut harness, "Leviers, cibles, temps");
    choose(&mut harness, "Copier ou coller", "les cibles");
    harness.event(egui::Event::Paste("Cible\nLes jeunes\nLes conjoints\n".to_owned()));
    settle(&mut harness);
    assert_eq!(plan(&harness).targets.len(), 2);
    assert!(shows(&harness, "2 lignes ajoutées, 0 changée"), "{}", said(&harness));
}

/// A source that a decision stood on is removed: the figures stay, the file is told, and undoing
/// brings it back.
#[test]
fn a_source_that_is_removed_is_told_and_undone() {
    use bassin::project::{Edit, Origin};
    let mut harness = begun();
    let before = plan(&harness);
    let told = |harness: &crate::acting::Window| said(harness).contains("source retirée");
    assert!(!told(&harness), "{}", said(&harness));
    let origin = Origin::Sample("dares_tensions_2023_fictif.csv".to_owned());
    harness.state_mut().session.project.apply(Edit::RemoveSource(origin));
    settle(&mut harness);
    assert!(told(&harness), "{}", said(&harness));
    assert_eq!(plan(&harness), before);
    // The title of the sheet has the keyboard, and its own undo.
    harness.state_mut().session.project.undo();
    settle(&mut harness);
    assert!(!told(&harness), "{}", said(&harness));
    assert_eq!(plan(&harness), before);
}
