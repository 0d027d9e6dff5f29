//! A short adaptation that employers' skill gap alone allows: where their share is hidden, neither
//! the window nor a document says that it may help.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::supply::fap;
use crate::window::{click, opening, settle, window};
use bassin::analysis::planning::Plan;
use bassin::model::Fap;
use bassin::model::planning::{Planning, Scenario};
use bassin::outputs::Ground;
use bassin::project::Edit;
use bassin::recommend::verdict::Conclusion;
use bassin::report::build::Context;
use bassin::report::build::store::store;
use bassin::sample;
use bassin::ui::App;
use egui_kittest::Harness;
use std::collections::BTreeMap;

/// Job quality is its first cause, and seven employers name one.
const OCCUPATION: &str = "T2A60";
const ASKED: &str = "enquete_metiers_fictif.csv";

/// The sample on its territory, where so many of the employers of the occupation name skills, the
/// others pay.
fn opened(naming: usize) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    let mut found = 0;
    for (name, bytes) in sample::FILES {
        let mut text = bytes.to_vec();
        if *name == ASKED {
            let whole = String::from_utf8(text).unwrap();
            let lines = whole.lines().map(|line| {
                let mut cells: Vec<&str> = line.split(';').collect();
                if cells.contains(&OCCUPATION) {
                    cells[32] = if found < naming { "compétences" } else { "salaire" };
                    found += 1;
                }
                cells.join(";")
            });
            text = lines.collect::<Vec<_>>().join("\n").into_bytes();
        }
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        paths.push(path);
    }
    assert_eq!(found, 7);
    let mut harness = window(opening(paths, false), None);
    settle(&mut harness);
    let edit = Edit::Territory(sample::TERRITORY.parse().unwrap());
    harness.state_mut().session.project.apply(edit);
    settle(&mut harness);
    harness
}

/// Whether it is said that a short adaptation may help.
fn check(naming: usize, expect: bool) {
    let code = fap(OCCUPATION);
    let mut harness = opened(naming);
    click(&mut harness, "5  Programmes");
    let session = &mut harness.state_mut().session;
    let mut planning = session.project.decisions().planning.clone();
    planning.scenarios.push(Scenario { name: "Autre".to_owned(), suppositions: Vec::new() });
    session.project.apply(Edit::Planning(planning));
    session.compare_scenarios([Some("Autre".to_owned()), None]);
    settle(&mut harness);
    let session = &harness.state().session;
    let adapts = |verdicts: &BTreeMap<Fap, Conclusion>| verdicts[&code].why == "short-adaptation";
    let (trained, _) = session.trained().unwrap();
    assert_eq!(adapts(&trained.verdicts), expect, "balances {naming}");
    let proposed = |plan: &Plan| plan.proposals.iter().any(|one| one.key.occupation == code);
    assert_eq!(proposed(session.plan().unwrap().0), expect, "plan {naming}");
    let other = session.other(0).unwrap();
    assert_eq!((adapts(&other.verdicts), proposed(&other.plan)), (expect, expect), "{naming}");
    // What is copied of it has left.
    assert!(!expect || session.plans_on_answers());
    let context = session.context().unwrap();
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    assert_eq!((adapts(&ground.verdicts), proposed(&ground.plan)), (expect, expect), "{naming}");
    let alone = ground.unsurveyed(context.parameters);
    assert!(!adapts(&alone.verdicts) && !proposed(&alone.plan));
    let document = store(&ground.planned(Context { results: &ground.results, ..context }));
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.filter(|row| row.occupation == Some(code)).flat_map(|row| &row.cells);
    let told: Vec<String> = cells
        .map(|cell| cell.shown(context.catalog))
        .filter(|text| text.to_lowercase().contains("adaptation courte"))
        .collect();
    assert_eq!(!told.is_empty(), expect, "{naming}: {told:?}");
}

#[test]
fn it_goes_with_the_share_that_allows_it() {
    check(4, true);
    // That all of them name skills is hidden.
    check(7, false);
}
