//! A plan of action decided on everything that the document of 21 respondents offers: what its
//! documents let out, the plan, its evaluation, the workshop and the bulletin.

use crate::leaks::outputs::run;
use crate::leaks::respondents::{OCCUPATIONS, files};
use crate::seminar::SEMINAR;
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry};
use bassin::matching::label::dictionary::Dictionary;
use bassin::model::action::ActionPlan;
use bassin::model::action::decided::{Decided, FigureKey};
use bassin::model::action::edit::By;
use bassin::model::action::journal::Event;
use bassin::model::action::sheet::{Action, Status};
use bassin::model::action::workshop::Contribution;
use bassin::model::planning::Planning;
use bassin::model::{Date, Fap, FapVersion, Groups, Language};
use bassin::outputs::Ground;
use bassin::project::file::to_text;
use bassin::project::{Decisions, Origin, Project, Source, Weighting};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::frozen::{Freezer, offered};
use bassin::report::build::store::store;
use bassin::report::build::{Comparison, Context};
use bassin::report::document::Cell;
use bassin::sample;
use std::path::Path;
use std::sync::Arc;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Every figure that employers gave, and those offered of the occupations of the survey and of the
/// territory, as the document of that day shows them.
fn decided(respondents: &[usize]) -> Decided {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let inputs: Vec<_> = files(respondents)
        .iter()
        .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
        .map(Arc::new)
        .collect();
    let territory = sample::TERRITORY.parse().unwrap();
    let request = Request { territory, year: None, as_of: day("2026-01-20") };
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    let (labels, groups, log) = (Dictionary::default(), Groups::new(), Project::default().log());
    let weighting = Weighting::default();
    let version = results.fap_version;
    let asked =
        Asked { territory, version, labels: &labels, weighting, groups: &groups, log: &log };
    let inquiry = inquiry(&inputs, &reference, &parameters, &asked);
    let context = Context {
        results: &results,
        catalog: &catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: Comparison::default(),
        inquiry: inquiry.as_ref(),
        perceived: None,
        actions: None,
    };
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let context = Context { results: &ground.results, ..context };
    let document = store(&ground.planned(context));
    let occupations = OCCUPATIONS.map(|(code, _)| Fap::new(FapVersion::Fap2021, code).unwrap());
    let mut keys: Vec<FigureKey> =
        offered(&document, &occupations).into_iter().map(|(key, _)| key).collect();
    for table in ["besoins", "causes_citees", "questions"].map(|id| document.table(id).unwrap()) {
        for row in &table.rows {
            let cells = table.columns.iter().zip(&row.cells);
            let figures = cells
                .filter(|(_, cell)| matches!(cell, Cell::Figure { .. }) && cell.number().is_some());
            keys.extend(figures.map(|(column, _)| FigureKey {
                table: table.id.to_owned(),
                row: row.key.clone(),
                column: column.id.to_owned(),
            }));
        }
    }
    let freezer = Freezer { context, document: &document, plan: Some(&ground.plan), let_out: true };
    freezer.decided(&keys, day("2026-01-20"), "Comité de pilotage")
}

/// The plan of the seminar, and an action of its own for the occupations of the survey.
fn plan(respondents: &[usize]) -> (ActionPlan, usize) {
    let by = By { date: day("2026-01-20"), who: "Comité de pilotage".to_owned() };
    let mut plan = SEMINAR.clone();
    let occupations = OCCUPATIONS.map(|(code, _)| format!("fap2021:{code}")).to_vec();
    let action =
        Action { title: "Répondre aux besoins dits".to_owned(), occupations, ..Action::default() };
    let action = plan.add_action(action, Event::Added, &by);
    let decided = decided(respondents);
    let told = decided.figures.iter().filter(|figure| figure.is_of_respondents()).count();
    plan.decide(&action, decided);
    plan.set_status(&action, Status::Running, &by);
    let text = "Les besoins dits sont-ils ceux de tous ?".to_owned();
    plan.add_contribution(Contribution { text, occurrences: 2, ..Contribution::default() });
    (plan, told)
}

/// Writes the documents of the plan into the folder `plan` of a folder that holds the files; how many
/// figures of respondents they were decided on.
pub fn documents(folder: &Path, names: &[&str], respondents: &[usize]) -> usize {
    let (actions, told) = plan(respondents);
    let source = |name: &&str| Source {
        origin: Origin::File(name.into()),
        fingerprint: None,
        left_out: false,
    };
    let decisions = Decisions {
        sources: names.iter().map(source).collect(),
        territory: sample::TERRITORY.parse().ok(),
        actions,
        ..Decisions::default()
    };
    let project = folder.join("plan.bassin");
    std::fs::write(&project, to_text(&decisions, None, folder).unwrap()).unwrap();
    let mut formats = "docx,xlsx,csv,json,parquet".to_owned();
    if bassin::outputs::Format::Pdf.is_built_in() {
        formats.push_str(",pdf");
    }
    let path = project.to_str().unwrap();
    let asked = ["--document", "plan,evaluation,workshop,bulletin", "--date", "2026-11-24"];
    let more = ["--format", &formats, "--out", "plan"];
    run(folder, &[&["report", path], &asked[..], &more[..]].concat());
    told
}
