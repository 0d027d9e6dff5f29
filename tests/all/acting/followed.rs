//! What is followed: indicators and their measures, the calendar, planned and realised, the year.

use crate::acting::{action, opened, plan, undo, write};
use crate::window::{click, copied, said, settle, shows};
use bassin::model::action::sheet::Status;
use egui::accesskit::Role as Widget;
use egui_kittest::kittest::Queryable as _;

#[test]
fn an_indicator_is_aimed_measured_and_told_late() {
    let mut harness = opened();
    click(&mut harness, "Indicateurs");
    write(&mut harness, "Nouvel indicateur", "Entreprises visitées");
    write(&mut harness, "Départ", "4");
    write(&mut harness, "Cible chiffrée", "12,5");
    write(&mut harness, "Prochaine mesure", "01/10/2026");
    assert!(said(&harness).contains("mesure en retard, attendue le 01/10/2026"));
    write(&mut harness, "Mesuré tous les (mois)", "6");
    write(&mut harness, "Valeur", "beaucoup");
    assert!(said(&harness).contains("rien n’a été noté"));
    assert!(plan(&harness).indicators[0].measures.is_empty());
    write(&mut harness, "Valeur", "13");
    let indicator = plan(&harness).indicators[0].clone();
    assert_eq!(indicator.measures.len(), 1);
    assert_eq!(indicator.next, "2027-05-24".parse().ok(), "six months after the measure");
    let told = said(&harness);
    assert!(told.contains("départ 4 ; 13 le 24/11/2026 ; cible 12,5"), "{told}");
    assert!(told.contains("cible atteinte") && told.contains("à mesurer le 24/05/2027"), "{told}");
    undo(&mut harness);
    assert!(plan(&harness).indicators[0].measures.is_empty());
    for at in 1..13 {
        write(&mut harness, "Nouvel indicateur", &format!("Indicateur {at}"));
    }
    assert_eq!(plan(&harness).indicators.len(), 13);
    assert!(said(&harness).contains("13 indicateurs"), "{}", said(&harness));
}

#[test]
fn the_calendar_tells_what_is_late_and_leads_there() {
    let mut harness = opened();
    action(&mut harness, "Loger les arrivants");
    click(&mut harness, "Calendrier");
    assert!(said(&harness).contains("Rien n’est en retard"));
    let line = harness.get_by(|node| {
        node.role() == Widget::Button
            && node.label().is_some_and(|name| name.starts_with("Loger les arrivants, du"))
    });
    line.click();
    settle(&mut harness);
    write(&mut harness, "Fin", "31/12/2026");
    write(&mut harness, "Nouveau jalon", "Bail signé");
    write(&mut harness, "prévu le", "01/11/2026");
    click(&mut harness, "Calendrier");
    let told = said(&harness);
    assert!(told.contains("En retard (1)") && told.contains("Bail signé"), "{told}");
    assert!(told.contains("Dans les soixante jours (1)"), "{told}");
    assert!(told.contains("jalon en retard : Bail signé, prévu le 01/11/2026"), "{told}");
    click(&mut harness, "Avancement");
    assert!(said(&harness).contains("en retard de 23 jours : Bail signé"), "{}", said(&harness));
}

#[test]
fn planned_and_realised_stand_side_by_side_with_the_reason() {
    let mut harness = opened();
    action(&mut harness, "Former des aides à domicile");
    let card = harness.get_by(|node| {
        node.label().is_some_and(|name| name.starts_with("Former des aides à domicile. "))
    });
    card.click();
    settle(&mut harness);
    let names: Vec<String> = ["opened", "entered"]
        .map(|id| harness.state().session.catalog.text(&format!("places-{id}")))
        .to_vec();
    // Two fields bear the name of a step: what is planned, then what is stated of a day.
    let planned = harness.get_all_by_role_and_label(Widget::TextInput, &names[0]).next().unwrap();
    planned.focus();
    settle(&mut harness);
    crate::acting::type_in(&mut harness, "12");
    let stated = harness.get_all_by_role_and_label(Widget::TextInput, &names[0]).nth(1).unwrap();
    stated.focus();
    settle(&mut harness);
    crate::acting::type_in(&mut harness, "9");
    write(&mut harness, "Raison de l’écart", "trois désistements");
    harness.get_by_label("Noter le réalisé").click_accesskit();
    settle(&mut harness);
    let action = plan(&harness).actions[0].clone();
    assert_eq!(action.planned.opened, Some(12));
    assert_eq!(action.realised[0].places.opened, Some(9));
    assert_eq!(action.realised[0].places.entered, None, "not said is not zero");
    let told = said(&harness);
    assert!(told.contains("−3") && told.contains("trois désistements"), "{told}");
}

#[test]
fn a_new_year_says_what_it_carries_over_and_closes() {
    let mut harness = opened();
    action(&mut harness, "Loger les arrivants");
    action(&mut harness, "Former des aides à domicile");
    click(&mut harness, "Déplacer ou retirer\u{a0}: Loger les arrivants");
    click(&mut harness, "Passer à\u{a0}: terminée");
    assert_eq!(plan(&harness).actions[0].status, Status::Done);
    let before = plan(&harness);
    click(&mut harness, "Nouvelle année…");
    let told = said(&harness);
    assert!(told.contains("Continuent (1)") && told.contains("Closes (1)"), "{told}");
    assert!(told.contains("sans bilan : Loger les arrivants"), "{told}");
    click(&mut harness, "Annuler");
    assert_eq!(plan(&harness), before, "nothing is done before it is asked");
    click(&mut harness, "Nouvelle année…");
    click(&mut harness, "Commencer 2027");
    let after = plan(&harness);
    assert_eq!((after.year, after.actions.len(), after.archive.len()), (Some(2027), 1, 1));
    assert_eq!(after.archive[0].actions.len(), 2);
    undo(&mut harness);
    assert_eq!(plan(&harness), before);
}

#[test]
fn the_journal_tells_who_decided_and_takes_remarks() {
    let mut harness = opened();
    write(&mut harness, "Vous êtes", "Ada");
    action(&mut harness, "Loger les arrivants");
    click(&mut harness, "Journal");
    write(&mut harness, "Remarque", "À revoir au printemps");
    let told = said(&harness);
    assert!(told.contains("Ada") && told.contains("À revoir au printemps"), "{told}");
    assert!(told.contains("Loger les arrivants"), "{told}");
    let entry = plan(&harness).journal.last().cloned().unwrap();
    assert_eq!((entry.who.as_str(), entry.subject), ("Ada", None));
}

#[test]
fn actions_go_to_a_spreadsheet_and_come_back_changed() {
    let mut harness = opened();
    action(&mut harness, "Loger les arrivants");
    harness.get_by_label("Copier les actions pour Excel").click();
    let text = copied(&mut harness).expect("the actions are copied");
    assert!(text.contains("Loger les arrivants"), "{text}");
    let changed = text.replace("Loger les arrivants", "Loger les nouveaux");
    harness.event(egui::Event::Paste(changed));
    settle(&mut harness);
    let titles: Vec<String> = plan(&harness).actions.into_iter().map(|one| one.title).collect();
    assert_eq!(titles, ["Loger les nouveaux"], "changed, not added");
    assert!(shows(&harness, "0 ligne ajoutée, 1 changée"));
    undo(&mut harness);
    assert_eq!(plan(&harness).actions[0].title, "Loger les arrivants");
}
