//! Exports of the sample in a row: what the first one hides, and what an attacker who reads them
//! all, with a few answers changed in between, can find.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::window::{click, opening, said, settle, shows, window};
use bassin::analysis::employers::needs::Need;
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry, perceived};
use bassin::matching::label::dictionary::Dictionary;
use bassin::model::{Fap, Groups, Language, Scope};
use bassin::project::file::to_text;
use bassin::project::{Edit, Origin, Project, Weighting};
use bassin::readers::{Control, ReadTable, read};
use bassin::recommend::diagnosis::Diagnosis;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::perception::perceptions;
use bassin::report::build::{Comparison, Context, document};
use bassin::report::document::Row;
use bassin::report::survey::Inquiry;
use bassin::sample;
use bassin::secrecy::Hidden;
use bassin::secrecy::journal::{Fate, Log, Outcome};
use egui_kittest::kittest::Queryable as _;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// The tables of the sample, the rows of its survey changed.
fn tables(change: &dyn Fn(&str, &mut Vec<String>), reference: &Reference) -> Vec<Arc<ReadTable>> {
    let mut inputs: Vec<Arc<ReadTable>> = Vec::new();
    for (name, bytes) in sample::FILES {
        let mut bytes = bytes.to_vec();
        if name.starts_with("enquete_") {
            let text = String::from_utf8(bytes).unwrap();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            change(name, &mut lines);
            bytes = lines.join("\n").into_bytes();
        }
        let tables = read(name, &bytes, reference, Control::none()).unwrap();
        inputs.extend(tables.into_iter().map(Arc::new));
    }
    inputs
}

/// The survey of the sample, its rows changed.
fn surveyed(change: &dyn Fn(&str, &mut Vec<String>), log: &Log) -> Inquiry {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let inputs = tables(change, &reference);
    let (labels, groups) = (Dictionary::default(), Groups::new());
    let asked = Asked {
        territory: sample::TERRITORY.parse().unwrap(),
        version: bassin::inquiry::version(&inputs, None),
        labels: &labels,
        weighting: Weighting::default(),
        groups: &groups,
        log,
    };
    inquiry(&inputs, &reference, &parameters, &asked).unwrap()
}

/// What the sample would give away, a new project having told nothing yet: nothing.
#[test]
fn a_first_export_of_the_sample_gives_nothing_away() {
    let log = Project::default().log();
    let published = surveyed(&|_, _| {}, &log).published.unwrap();
    assert_eq!((published.exposed, published.given_away), (0, Vec::new()));
}

/// Opinions of three colleges: companies, training bodies, unions.
fn opinions(companies: u32, unions: u32) -> Vec<Arc<ReadTable>> {
    let mut text = "id_repondant;college;question;reponse\n".to_owned();
    for (college, count) in [("Entreprises", companies), ("Organismes", 14), ("Syndicats", unions)]
    {
        for n in 0..count {
            let said = if n % 3 == 0 { "oui" } else { "non" };
            writeln!(text, "{n};{college};L'offre suffit;{said}").unwrap();
        }
    }
    let reference = Reference::embedded().unwrap();
    let read = read("acteurs.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    read.into_iter().map(Arc::new).collect()
}

/// The answers of a college are shown again with none or with three answers more, not with one;
/// those of another that did not change stay.
#[test]
fn a_college_is_not_told_with_one_answer_more() {
    let parameters = Parameters::embedded().unwrap();
    let territory = sample::TERRITORY.parse().unwrap();
    let perceive =
        |inputs: &[Arc<ReadTable>], log: &Log| perceived(inputs, &parameters, territory, log);
    let mut log = Project::default().log();
    let first = perceive(&opinions(20, 2), &log).unwrap();
    assert_eq!(first.perception.colleges, ["Entreprises", "Organismes", "Syndicats"]);
    assert_eq!((first.fate(0, 0, 0), first.fate(0, 1, 0)), (&Fate::Shown, &Fate::Shown));
    assert_eq!(first.hidden(), [(Hidden::TooFewRespondents, 2)].into());
    assert!(log.adds(&first.release));
    log.releases.push(first.release);
    let check = |companies: u32, expect: Option<Hidden>| {
        let later = perceive(&opinions(companies, 2), &log).unwrap();
        assert_eq!(Hidden::from_fate(later.fate(0, 0, 0)), expect, "{companies}");
        assert_eq!((later.fate(0, 1, 0), later.exposed), (&Fate::Shown, 0));
        assert_eq!(log.adds(&later.release), companies != 20);
        // What is hidden leaves neither its share nor that anyone said so.
        let catalog = Catalog::new(Language::French).unwrap();
        let table = perceptions(&later, &catalog);
        let college = table.column("college").unwrap();
        let share = table.column("share-point").unwrap();
        let rows = table.rows.iter();
        let rows = rows.filter(|row| row.cells[college].shown(&catalog) == "Entreprises");
        assert!(rows.clone().count() > 0);
        for row in rows {
            assert_eq!(row.cells[share].number().is_none(), expect.is_some());
        }
    };
    check(20, None);
    check(21, Some(Hidden::TellsTooMuch));
    check(22, Some(Hidden::TellsTooMuch));
    // Of six more, two say yes.
    check(26, Some(Hidden::TellsTooMuch));
    check(29, None);
}

/// A short training where job quality is the lever tells that many employers name a lack of skills:
/// it leaves with the share of those who do, or not at all.
#[test]
fn a_training_that_the_survey_alone_allows_goes_with_its_share() {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let inputs = tables(&|_, _| {}, &reference);
    let territory = sample::TERRITORY.parse().unwrap();
    let request = Request { territory, year: None, as_of: "2026-11-24".parse().unwrap() };
    let mut results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    let found = surveyed(&|_, _| {}, &Project::default().log());
    let catalog = Catalog::new(Language::French).unwrap();
    let published = found.published.as_ref().unwrap();
    let is_told = |code: &Fap| {
        let stated = published.causes_of(&Scope::Occupation(*code));
        let mut causes = stated.map(|stated| stated.causes.as_slice()).unwrap_or_default().iter();
        causes.any(|cited| cited.cause == "compétences" && cited.weighted.point().is_some())
    };
    for programme in &mut results.programmes {
        programme.diagnosis = Diagnosis::JobQuality;
    }
    let with_training: Vec<Fap> = results
        .programmes
        .iter()
        .filter(|programme| programme.training.is_some())
        .map(|programme| programme.occupation)
        .collect();
    let told = with_training.iter().filter(|code| is_told(code)).count();
    assert!(told < with_training.len(), "{told}");
    for (inquiry, expect) in [(Some(&found), told), (None, 0)] {
        let context = Context {
            results: &results,
            catalog: &catalog,
            reference: &reference,
            parameters: &parameters,
            comparison: Comparison::default(),
            inquiry,
            perceived: None,
            actions: None,
        };
        let document = document(&context);
        let table = document.table("programmes").unwrap();
        let cell = |row: &Row, id: &str| row.cells[table.column(id).unwrap()].shown(&catalog);
        let none = catalog.text("format-none");
        let offers = catalog.text("indicator-training-offers-name");
        let kept = table.rows.iter().filter(|row| cell(row, "format") != none);
        assert_eq!(kept.count(), expect);
        for row in table.rows.iter().filter(|row| cell(row, "format") == none) {
            assert!(!cell(row, "follow-up").contains(&offers));
            assert!(cell(row, "audiences").is_empty() && cell(row, "providers").is_empty());
        }
    }
}

/// A careless earlier export, in which all projects but those of one occupation were told.
fn careless(log: &mut Log) {
    let found = surveyed(&|_, _| {}, log);
    let needs = &found.survey.weighing.as_ref().unwrap().needs;
    let mut release = found.published.unwrap().release;
    let mut spared = false;
    for entry in &mut release.entries {
        let is_it = |need: &&Need| match &need.scope {
            Scope::All => entry.key.breakdown == "all",
            Scope::Occupation(fap) => entry.key.breakdown == fap.to_string(),
            Scope::Sector(_) | Scope::Group(_) | Scope::Within(..) => false,
        };
        let projects = entry.key.indicator == "projects/unweighted";
        let Some(need) = needs.iter().find(is_it).filter(|_| projects) else { continue };
        let made = &need.measures[1].contributions;
        assert_eq!(need.measures[1].wanted.indicator, "need-projects");
        let value: f64 = made.iter().map(|one| one.own).sum();
        if !spared && matches!(entry.outcome, Outcome::Sensitive { .. }) && value > 0.0 {
            spared = true;
            continue;
        }
        entry.outcome = Outcome::Shown { value, half_step: 0.0 };
    }
    assert!(spared);
    log.releases.push(release);
}

#[test]
fn the_window_warns_of_what_has_left_already() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let names = sample::FILES.iter().map(|(name, _)| Origin::File(sample.join(name)));
    let mut project = Project::default();
    project.apply(Edit::AddSources(names.collect()));
    project.apply(Edit::Territory(sample::TERRITORY.parse().unwrap()));
    let check = |log: &Log, expect: bool| {
        let path = folder.path().join(format!("projet-{expect}.bassin"));
        let text = to_text(project.decisions(), Some(log), folder.path()).unwrap();
        std::fs::write(&path, text).unwrap();
        let mut harness = window(opening(vec![path], false), None);
        settle(&mut harness);
        click(&mut harness, "6  Documents");
        click(&mut harness, "Ce qui est masqué");
        assert!(shows(&harness, "Secret statistique"));
        assert_eq!(said(&harness).contains("retrouvé"), expect, "{}", said(&harness));
        harness.run();
    };
    let mut log = Project::default().log();
    check(&log, false);
    careless(&mut log);
    check(&log, true);
}

/// Values with how many gave them, rows that may be headers: answers of respondents, all of them.
#[test]
fn a_shared_screen_shows_no_value_of_a_column_being_mapped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("avis.csv");
    let mut text = "Horodateur;Vous êtes;L'offre locale suffit;Remarque\n".to_owned();
    for n in 1..15 {
        let college = if n % 2 == 0 { "Entreprise" } else { "Organisme de formation" };
        writeln!(text, "{n:02}/03/2026 10:12;{college};Plutôt d'accord;Notre cas {n}").unwrap();
    }
    std::fs::write(&path, text).unwrap();
    let mut harness = window(opening(vec![path], false), None);
    settle(&mut harness);
    click(&mut harness, "Faire correspondre les colonnes…");
    // The button of the values of the question, then the one that drops it.
    let of_question = harness.get_all_by(|node| {
        let is_button = node.role() == egui::accesskit::Role::Button;
        is_button && node.label().is_some_and(|label| label.contains("L'offre locale suffit"))
    });
    of_question.into_iter().next().unwrap().click();
    settle(&mut harness);
    let before = said(&harness);
    assert!(before.contains("À gauche, ce qui est écrit"), "{before}");
    assert!(before.contains("(14)"), "{before}");
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    let after = said(&harness);
    assert!(!after.contains("(14)"), "{after}");
    assert!(after.matches("l’écran est partagé").count() >= 2, "{after}");
    assert!(!after.contains("Notre cas"), "{after}");
}
