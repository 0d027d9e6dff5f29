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

/// Job quality is its first cause, and seven employers name one; with those who looked for
/// plumbers, fourteen do.
const OCCUPATION: &str = "T2A60";
const ASKED: &str = "enquete_metiers_fictif.csv";

/// The sample on its territory, where those of the employers of the occupation name skills, by
/// their place, and the others pay.
fn opened(naming: fn(usize) -> bool) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    let mut found = 0;
    for (name, bytes) in sample::FILES {
        let mut text = bytes.to_vec();
        if *name == ASKED {
            let whole = String::from_utf8(text).unwrap();
            let has = |line: &&str| line.split(';').any(|cell| cell == OCCUPATION);
            let own: Vec<&str> = whole.lines().filter(has).collect();
            let first: Vec<&str> = own[0].split(';').collect();
            let lines = whole.lines().map(|line| {
                let mut cells: Vec<&str> = line.split(';').collect();
                let has_both = own.iter().any(|one| one.split(';').next() == Some(cells[0]));
                if cells[3] == "B2X33" && !has_both {
                    cells[1..5].copy_from_slice(&first[1..5]);
                }
                if cells.contains(&OCCUPATION) {
                    cells[32] = if naming(found) { "compétences" } else { "salaire" };
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
    assert_eq!(found, 14);
    let mut harness = window(opening(paths, false), None);
    settle(&mut harness);
    let edit = Edit::Territory(sample::TERRITORY.parse().unwrap());
    harness.state_mut().session.project.apply(edit);
    settle(&mut harness);
    harness
}

/// Whether it is said that a short adaptation may help.
fn check(naming: fn(usize) -> bool, expect: bool) {
    let code = fap(OCCUPATION);
    let mut harness = opened(naming);
    click(&mut harness, "5  Programmes");
    let session = &mut harness.state_mut().session;
    let mut planning = session.project.decisions().planning.clone();
    planning.scenarios.push(Scenario { name: "Autre".to_owned(), suppositions: Vec::new() });
    session.project.apply(Edit::Planning(Box::new(planning)));
    session.compare_scenarios([Some("Autre".to_owned()), None]);
    settle(&mut harness);
    let session = &harness.state().session;
    let adapts = |verdicts: &BTreeMap<Fap, Conclusion>| verdicts[&code].why == "short-adaptation";
    let (trained, _) = session.trained().unwrap();
    assert_eq!(adapts(&trained.verdicts), expect, "balances");
    let proposed = |plan: &Plan| plan.proposals.iter().any(|one| one.key.occupation == code);
    assert_eq!(proposed(session.plan().unwrap().0), expect, "plan");
    let other = session.other(0).unwrap();
    assert_eq!((adapts(&other.verdicts), proposed(&other.plan)), (expect, expect));
    // What is copied of it has left.
    assert!(!expect || session.plans_on_answers());
    let context = session.context().unwrap();
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    assert_eq!((adapts(&ground.verdicts), proposed(&ground.plan)), (expect, expect));
    let alone = ground.unsurveyed(context.parameters);
    assert!(!adapts(&alone.verdicts) && !proposed(&alone.plan));
    let document = store(&ground.planned(Context { results: &ground.results, ..context }));
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.filter(|row| row.occupation == Some(code)).flat_map(|row| &row.cells);
    let told: Vec<String> = cells
        .map(|cell| cell.shown(context.catalog))
        .filter(|text| text.to_lowercase().contains("adaptation courte"))
        .collect();
    assert_eq!(!told.is_empty(), expect, "{told:?}");
}

#[test]
fn it_goes_with_the_share_that_allows_it() {
    check(|place| place % 2 == 0, true);
    // That all but one name skills is hidden.
    check(|place| place != 5, false);
}
