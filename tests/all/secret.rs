//! What the window says of figures of respondents: the table beside the chart of a question, and that
//! the file of a project is as secret as the answers.

use crate::window::{click, copied, opening, said, settle, shows, window};
use egui::Key;
use egui_kittest::kittest::Queryable as _;

#[test]
fn questions_are_a_table_too() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Questions");
    click(&mut harness, "Tableau");
    let told = said(&harness);
    for title in ["Question", "Réponse", "Part ou moyenne", "Réponses", "Répondants"] {
        assert!(told.contains(&format!("Trier par {title}")), "{title}: {told}");
    }
    harness.get_by_label("Trier par Part ou moyenne").click();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Copy);
    let text = copied(&mut harness).expect("the table is copied");
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let survey = harness.state().session.survey().unwrap().0;
    assert_eq!(lines.len(), 1 + survey.questions.as_ref().unwrap().rows.len());
    // A share with its interval, how many gave an answer, and how many were asked.
    let has_interval = |cell: &str| cell.contains('%') && cell.contains('(');
    assert!(lines.iter().skip(1).any(|line| line.iter().any(|cell| has_interval(cell))), "{text}");
    let whole = |cell: &&str| cell.parse::<u32>().is_ok();
    assert!(lines.iter().skip(1).all(|line| line.last().is_some_and(whole)), "{text}");
    click(&mut harness, "Graphique");
    assert!(shows(&harness, "réponses sur"));
    harness.run();
}

#[test]
fn the_file_of_a_project_is_said_to_be_secret() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    let ask = "Pourquoi ce fichier est secret";
    click(&mut harness, "Fichier");
    assert!(harness.query_by_label(ask).is_none(), "nothing has left");
    harness.key_press(Key::Escape);
    settle(&mut harness);
    // Where documents leave, it is said before anything does.
    click(&mut harness, "6  Documents");
    click(&mut harness, "Ce qui est masqué");
    assert!(shows(&harness, "Ne transmettez pas le fichier du projet"));
    // What is copied has left: from now on the file holds the salt.
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Questions");
    click(&mut harness, "Tableau");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Copy);
    copied(&mut harness).expect("the table is copied");
    settle(&mut harness);
    click(&mut harness, "Fichier");
    click(&mut harness, ask);
    let told = said(&harness);
    assert!(told.contains("« sel »") && told.contains("Gardez-le"), "{told}");
    click(&mut harness, "Fermer");
    assert!(!said(&harness).contains("Gardez-le"));
    let path = folder.path().join("projet.bassin");
    assert!(harness.state_mut().save(&path));
    assert!(std::fs::read_to_string(&path).unwrap().contains("salt"));
}
