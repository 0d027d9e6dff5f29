//! Sampling errors over bootstrap replicates: a job of the window, the same number by two roads.

use crate::window::{click, opening, said, settle, window};
use bassin::analysis::employers::needs::Form;
use bassin::analysis::employers::replicated::{plan, resample, standard_error};
use bassin::analysis::employers::survey;
use bassin::analysis::employers::weigh::Choices;
use bassin::model::{FapVersion, Groups, Territory};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::survey::bootstrap::{Replicates, replicate};
use std::path::Path;
use std::sync::Arc;

const FILES: [&str; 4] = [
    "communes_bassins_fictif.csv",
    "enquete_etablissements_fictif.csv",
    "enquete_metiers_fictif.csv",
    "population_etablissements_fictif.csv",
];

#[test]
fn one_after_the_other_or_in_any_order_and_stopped_at_once() {
    let reference = Reference::embedded().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let read_one = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        read(name, &bytes, &reference, Control::none()).unwrap()
    };
    let inputs: Vec<_> = FILES.into_iter().flat_map(read_one).map(Arc::new).collect();
    let version = FapVersion::Fap2021;
    let choices = Choices::default();
    let found = survey(
        &inputs,
        Territory::France,
        version,
        &reference,
        choices,
        (&|_| None, &Groups::new()),
    )
    .unwrap();
    let told = found.weighing.unwrap();
    let asked: Vec<(_, Form)> = told
        .needs
        .iter()
        .take(3)
        .flat_map(|need| need.measures.iter().map(|one| (need.scope.clone(), one.wanted.form)))
        .collect();

    let mut steps = Vec::new();
    let mut follow = |done, all| {
        steps.push((done, all));
        true
    };
    let (weighing, answers) = (&told.weighing, &told.answers);
    let errors = resample(weighing, answers, &asked, (7, 60), &mut follow).unwrap();
    assert_eq!(errors.used + errors.failed, 60);
    assert!(steps.iter().map(|(done, _)| *done).eq(1..=60 + asked.len() as u64));

    let plan = plan(weighing);
    let backwards = (0..60).rev().map(|number| replicate(&plan, 7, number));
    let replicates = Replicates::gather(backwards);
    let mut told_some = false;
    for ((scope, form), error) in asked.iter().zip(&errors.errors) {
        let other = standard_error(answers, scope, *form, &replicates);
        assert_eq!(other.is_some(), error.is_some());
        if let (Some(one), Some(other)) = (error, other) {
            told_some |= *one > 0.0;
            assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0), "{one} {other}");
        }
    }
    assert!(told_some);

    let mut done = 0;
    let stopped = resample(weighing, answers, &asked, (7, 60), &mut |at, _| {
        done = at;
        at < 5
    });
    assert_eq!((stopped, done), (None, 5));
}

#[test]
fn in_the_window_shown_when_ready_stopped_and_asked_for_again() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Besoins");
    click(&mut harness, "Erreur d’échantillonnage");
    let before = said(&harness);
    assert!(before.contains("sur 1 000 réplications"), "{before}");
    assert!(before.contains("Erreur type par réplications"), "{before}");
    harness.state_mut().session.resample(false);
    harness.run_steps(3);
    assert!(said(&harness).contains("Calcul arrêté."), "{}", said(&harness));
    click(&mut harness, "Calculer");
    // The seed is kept: the same errors again.
    assert_eq!(said(&harness), before);
    harness.run();
}
