//! A decision of one year followed in the next, on the sample territory: what was planned, what was
//! done, what the figures were and are.

mod kept;

use bassin::actions::cycle::start;
use bassin::actions::propose::{Diagnosed, adopt, propose};
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::model::action::decided::Decided;
use bassin::model::action::edit::By;
use bassin::model::action::sheet::{Milestone, Places, ProgrammeLink, Realised, Status};
use bassin::model::action::{ActionPlan, Actor, ActorKind};
use bassin::model::decimal::Decimal;
use bassin::model::planning::Planning;
use bassin::model::{Date, Fap, Language};
use bassin::outputs::Ground;
use bassin::project::{Decisions, Origin, Source, file};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::actions::Start;
use bassin::reference::params::Parameters;
use bassin::report::build::adopt::diagnosed;
use bassin::report::build::frozen::Freezer;
use bassin::report::build::planned::Planned;
use bassin::report::build::store::store;
use bassin::report::build::{Comparison, Context};
use bassin::report::document::Document;
use bassin::sample;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

const SECOND_YEAR: &str = "BMO_2025_territoire_fictif.xlsx";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn by(text: &str) -> By {
    By { date: day(text), who: "Comité de pilotage".to_owned() }
}

/// What is made of the document of the first year alone, without the survey of employers.
fn first_year<T>(catalog: &Catalog, make: &dyn Fn(&Freezer<'_>) -> T) -> T {
    of_first_year(catalog, &|planned, document| {
        let (context, plan) = (planned.context, Some(planned.plan));
        make(&Freezer { context, document, plan, let_out: true })
    })
}

fn of_first_year<T>(catalog: &Catalog, make: &dyn Fn(&Planned<'_>, &Document) -> T) -> T {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let of_the_year = |name: &str| name != SECOND_YEAR && !name.starts_with("enquete");
    let inputs: Vec<_> = sample::FILES
        .iter()
        .filter(|(name, _)| of_the_year(name))
        .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
        .map(Arc::new)
        .collect();
    let territory = sample::TERRITORY.parse().unwrap();
    let request = Request { territory, year: None, as_of: day("2024-06-01") };
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!(results.year, 2024);
    let context = Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: Comparison::default(),
        inquiry: None,
        perceived: None,
        actions: None,
    };
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let planned = ground.planned(Context { results: &ground.results, ..context });
    make(&planned, &store(&planned))
}

/// The plan of the first year: actions adopted from the diagnosis of that year alone.
fn decided(occupations: &[&str]) -> ActionPlan {
    let catalog = Catalog::new(Language::French).unwrap();
    let start = Start::embedded().unwrap();
    let by = by("2024-06-01");
    let diagnosed: Vec<Diagnosed> = of_first_year(&catalog, &|planned, document| {
        let one = |code: &&str| {
            let code: Fap = code.parse().unwrap();
            let document = (document, true);
            diagnosed(planned, document, &start, (code, None), (by.date, &by.who)).unwrap()
        };
        occupations.iter().map(one).collect()
    });
    let mut plan = start.plan(Language::French);
    plan.year = Some(2024);
    for (name, kind) in [("OPCO Santé", ActorKind::Opco), ("Mairie", ActorKind::Local)] {
        plan.add_actor(Actor { name: name.to_owned(), kind, ..Actor::default() });
    }
    for one in &diagnosed {
        let proposed = propose(&plan, one);
        adopt(&mut plan, proposed, &by);
    }
    plan
}

/// What the command says of a project that holds a plan, and its status.
fn status(plan: &ActionPlan, sources: &[&str], more: &[&str]) -> (String, String, i32) {
    let folder = tempfile::tempdir().unwrap();
    let source = |name: &&str| Source {
        origin: Origin::Sample((*name).to_owned()),
        fingerprint: None,
        left_out: false,
    };
    let decisions = Decisions {
        sources: sources.iter().map(source).collect(),
        territory: sample::TERRITORY.parse().ok(),
        actions: plan.clone(),
        ..Decisions::default()
    };
    let path = folder.path().join("plan.bassin");
    std::fs::write(&path, file::to_text(&decisions, None, folder.path()).unwrap()).unwrap();
    run(&path, more)
}

fn run(path: &Path, more: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(["plan-status", "--no-cache", "--date", "2025-12-01"])
        .arg(path)
        .args(more)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    // The sample has rows that are refused: they are told, and asked for elsewhere.
    let is_refusal = |line: &&str| line.contains("lignes refusées, ");
    let told = text(output.stderr);
    let told: String = told.split_inclusive('\n').filter(|line| !is_refusal(line)).collect();
    (text(output.stdout), told, output.status.code().unwrap())
}

/// No-break spaces as `~`, so that they are seen.
fn bare(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], "~")
}

fn all() -> Vec<&'static str> {
    sample::FILES
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !name.starts_with("enquete"))
        .collect()
}

/// The plan of the first year with what was done since.
fn followed() -> ActionPlan {
    let mut plan = decided(&["fap2021:V0X60", "fap2021:J3X43", "fap2021:J4X63"]);
    let (first, by) = (plan.actions.first().unwrap().id.clone(), by("2024-09-02"));
    plan.set_status(&first, Status::Running, &by);
    let milestone = Milestone {
        name: "Deuxième session".to_owned(),
        due: Some(day("2025-10-15")),
        ..Milestone::default()
    };
    plan.add_milestone(&first, milestone).unwrap();
    plan.actions.first_mut().unwrap().planned = Places {
        opened: Some(24),
        entered: Some(24),
        completed: Some(20),
        employed_6: Some(16),
        there_12: None,
    };
    let realised = |date: &str, places: Places, reason: &str| Realised {
        date: day(date),
        source: "Greta".to_owned(),
        places,
        reason: reason.to_owned(),
    };
    let places = Places { opened: Some(12), entered: Some(11), ..Places::default() };
    plan.realise(&first, realised("2024-12-20", places, ""), &by);
    let places =
        Places { opened: Some(24), entered: Some(19), completed: Some(15), ..Places::default() };
    plan.realise(
        &first,
        realised("2025-07-01", places, "une session reportée faute d’inscrits"),
        &by,
    );
    plan
}

/// A decision taken in the first year shows, in the second, planned and realised, then and now,
/// with the noise said.
#[test]
fn a_decision_of_2024_followed_in_2025() {
    let (said, errors, code) = status(&followed(), &all(), &[]);
    assert_eq!((code, errors.as_str()), (0, ""), "{said}");
    assert_eq!(bare(&said), include_str!("actions/followed_fr.txt"), "{}", bare(&said));
}

#[test]
fn the_same_for_machines() {
    let plan = followed();
    let (said, _, code) = status(&plan, &all(), &["--json"]);
    assert_eq!(code, 0);
    let view: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(view["date"], "2025-12-01");
    assert_eq!(view["by_status"]["running"], 1);
    let action = &view["actions"][0];
    assert_eq!(action["places"][1]["planned"], 24);
    assert_eq!(action["places"][1]["realised"], 19);
    assert!(action["places"][4]["realised"].is_null());
    let figures = action["decided"]["figures"].as_array().unwrap();
    let ids: Vec<&str> =
        figures.iter().map(|one| one["then"]["column"].as_str().unwrap()).collect();
    for column in ["posterior", "need-3y", "gap-3y-span", "verdict", "diagnosis"] {
        assert!(ids.contains(&column), "{column}: {ids:?}");
    }
    for figure in figures {
        assert_eq!(figure["then"]["year"], 2024);
        assert_eq!(figure["now"]["year"], 2025);
        assert_eq!(figure["then"]["id"], figure["now"]["id"]);
        assert!(figure["then"]["source"].as_str().unwrap().contains("2024"), "{figure}");
    }
    // The kept figure is the one of the document: nothing is computed on the way.
    let kept = &plan.actions[0].decided_on.as_ref().unwrap().figures[0];
    assert_eq!(figures[0]["then"]["value"].as_f64(), kept.value.map(Decimal::value));
    assert_eq!(figures[0]["then"]["bounds"], "interval");
    let files = action["decided"]["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["file"] != SECOND_YEAR), "{files:?}");
    assert!(files.iter().all(|file| file["sha256"].as_str().unwrap().len() == 64));
    assert_eq!(view["late"].as_array().unwrap().len(), 7 + 1, "{}", view["late"]);
}

#[test]
fn the_files_of_the_year_of_the_decision_say_nothing_of_a_change() {
    let first_year: Vec<&str> = all().into_iter().filter(|name| *name != SECOND_YEAR).collect();
    let (said, _, code) = status(&followed(), &first_year, &["--json"]);
    assert_eq!(code, 0);
    let view: serde_json::Value = serde_json::from_str(&said).unwrap();
    for action in view["actions"].as_array().unwrap() {
        for figure in action["decided"]["figures"].as_array().unwrap() {
            assert_eq!(
                (&figure["change"], &figure["why"]),
                (&"cannot-say".into(), &"same-year".into())
            );
            assert_eq!(figure["then"]["value"], figure["now"]["value"]);
        }
    }
}

/// A decision goes on being followed when its action ended and its year is closed; one that was
/// taken again keeps the one before.
#[test]
fn a_decision_of_a_closed_year_is_followed_still() {
    let mut plan = followed();
    let id = plan.actions[0].id.clone();
    let (before, _, _) = status(&plan, &all(), &["--json"]);
    let before: serde_json::Value = serde_json::from_str(&before).unwrap();
    plan.set_status(&id, Status::Done, &by("2024-12-20"));
    let again = plan.actions[1].decided_on.clone().unwrap();
    let other = plan.actions[1].id.clone();
    plan.decide(&other, Decided { date: day("2024-09-15"), ..again });
    let mut plan = start(&plan, 2025, "", &by("2025-01-05")).unwrap();
    let places = Places { employed_6: Some(13), ..Places::default() };
    let later = Realised {
        date: day("2025-11-20"),
        source: "Mission locale".to_owned(),
        places,
        reason: String::new(),
    };
    assert!(plan.realise(&id, later, &by("2025-11-20")));
    let (said, errors, code) = status(&plan, &all(), &["--json"]);
    assert_eq!((code, errors.as_str()), (0, ""));
    let view: serde_json::Value = serde_json::from_str(&said).unwrap();
    let ended = &view["ended"][0];
    assert_eq!((&ended["year"], &ended["id"]), (&2024.into(), &id.as_str().into()));
    assert_eq!(ended["decided"]["figures"], before["actions"][0]["decided"]["figures"]);
    assert_eq!(ended["places"][3]["realised"], 13);
    assert_eq!(view["actions"][0]["decided_before"][0]["date"], "2024-06-01");
    assert_eq!(view["actions"][0]["decided"]["date"], "2024-09-15");
    let files = ended["decided"]["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["now"] == "same"), "{files:?}");
    let (page, _, _) = status(&plan, &all(), &[]);
    let page = bare(&page);
    assert!(page.contains("(close en 2024)"), "{page}");
    assert!(page.contains("décision précédente, chiffres gardés le 01/06/2024"), "{page}");
    assert!(page.contains("en emploi à six mois~: 13"), "{page}");
    // Without the file of that year, it is said of each decision that stood on it.
    let gone: Vec<&str> = all().into_iter().filter(|name| !name.contains("2024")).collect();
    let (page, _, _) = status(&plan, &gone, &[]);
    assert!(bare(&page).contains("source retirée~: BMO_2024_territoire_fictif.xlsx"), "{page}");
}

/// A programme that is a candidate no longer is shown broken, whatever was computed before.
#[test]
fn a_programme_that_is_gone_is_told() {
    let mut plan = followed();
    let link = |key: &str| ProgrammeLink { key: key.to_owned(), name: "Un parcours".to_owned() };
    plan.actions[1].programme = Some(link("fap2021:Z9X99/nothing"));
    let (said, _, code) = status(&plan, &all(), &["--json"]);
    assert_eq!(code, 0);
    let view: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(view["actions"][0]["programme_broken"], false, "{}", view["actions"][0]);
    assert_eq!(view["actions"][1]["programme_broken"], true);
    let (page, _, _) = status(&plan, &all(), &[]);
    assert!(bare(&page).contains("Un parcours (n’est plus un programme candidat)"), "{page}");
    // Without files nothing tells.
    let (said, _, _) = status(&plan, &[], &["--json"]);
    let view: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert!(view["actions"][1]["programme_broken"].is_null());
}

/// Whatever is taken from the project, a decision keeps its figures.
#[test]
fn without_its_sources_a_decision_keeps_its_figures() {
    let mut plan = followed();
    let kept = plan.actions[0].decided_on.clone().unwrap();
    let ids: Vec<String> = plan.actors.iter().map(|one| one.id.clone()).collect();
    for id in ids {
        plan.remove(&id, &by("2025-11-01"));
    }
    let none = status(&plan, &[], &[]);
    assert_eq!((none.1.as_str(), none.2), ("", 0));
    assert!(none.0.contains("aucun fichier lu ne donne le chiffre d’aujourd’hui"), "{}", none.0);
    // A file that is gone is told, and the rest is shown.
    let folder = tempfile::tempdir().unwrap();
    let origin = Origin::File(folder.path().join("parti.xlsx"));
    let decisions = Decisions {
        sources: vec![Source { origin, fingerprint: None, left_out: false }],
        territory: sample::TERRITORY.parse().ok(),
        actions: plan.clone(),
        ..Decisions::default()
    };
    let path = folder.path().join("plan.bassin");
    std::fs::write(&path, file::to_text(&decisions, None, folder.path()).unwrap()).unwrap();
    let gone = run(&path, &[]);
    assert_eq!(gone.2, 1);
    assert!(gone.1.contains("parti.xlsx"), "{}", gone.1);
    assert_eq!(gone.0, none.0);
    let value = kept.figures[0].value.unwrap().value();
    let shown = format!("{:.0}\u{202f}%", value * 100.0);
    assert!(gone.0.contains(&shown), "{shown} is not in {}", gone.0);
}

#[test]
fn what_is_asked_wrongly_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.bassin");
    let text = file::to_text(&Decisions::default(), None, folder.path()).unwrap();
    std::fs::write(&path, text).unwrap();
    let (said, _, code) = run(&path, &[]);
    assert_eq!((said.as_str(), code), ("Ce projet n’a pas encore de plan d’actions.\n", 0));
    let other = folder.path().join("BMO.csv");
    std::fs::write(&other, "a;b\n").unwrap();
    let (_, errors, code) = run(&other, &[]);
    assert_eq!(code, 2);
    assert!(errors.contains("Ce n’est pas un projet Bassin"), "{errors}");
    let (_, errors, code) = run(&folder.path().join("rien.bassin"), &[]);
    assert_eq!(code, 1, "{errors}");
}
