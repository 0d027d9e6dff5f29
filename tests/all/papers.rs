//! The documents to be read: each number in them is a cell of the tables, under its short name.

mod choices;
mod funding;
mod numbers;
mod readers;
mod unsurveyed;

use crate::report::Fixture;
use crate::seminar::SEMINAR;
use bassin::analysis::balanced::{Balanced, LetOut};
use bassin::analysis::planning::{Plan, candidates, plan};
use bassin::analysis::verdicts::{to_stop, verdicts};
use bassin::i18n::Catalog;
use bassin::matching::supply::Offer;
use bassin::model::papers::Papers;
use bassin::model::planning::{ANY_FUNDER, Planning, Supposed};
use bassin::model::{Fap, Language};
use bassin::recommend::stop::Unfed;
use bassin::recommend::verdict::Conclusion;
use bassin::report::build::Context;
use bassin::report::build::planned::Planned;
use bassin::report::build::store::store;
use bassin::report::document::Document;
use bassin::report::paper::make::{Asked, paper, unknown_sections};
use bassin::report::paper::matter::Matter;
use bassin::report::paper::{Block, Inline, Look, Paper};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sample, analysed, balanced and planned under a budget.
pub struct Made {
    fixture: Fixture,
    results: Balanced,
    out: LetOut,
    verdicts: BTreeMap<Fap, Conclusion>,
    unfed: Vec<(Offer, Unfed)>,
    plan: Plan,
}

pub static MADE: LazyLock<Made> = LazyLock::new(|| made(Fixture::new()));

/// The same without the survey of hiring projects.
pub static UNSURVEYED: LazyLock<Made> =
    LazyLock::new(|| made(Fixture::of(&|name| !name.starts_with("BMO"))));

fn made(fixture: Fixture) -> Made {
    let published = fixture.inquiry.as_ref().and_then(|inquiry| inquiry.published.as_ref());
    let out = published.unwrap().let_out();
    let parameters = &fixture.parameters;
    let results = fixture.results.clone();
    let results = Balanced::new(results, &out, &Supposed::default(), parameters);
    let verdicts = verdicts(&results, parameters);
    let mut planning = Planning::default();
    planning.budgets.insert(ANY_FUNDER.to_owned(), 150_000);
    let proposals = candidates(&results, &verdicts, parameters, &planning);
    let plan = plan(proposals, &planning, parameters, &results);
    let unfed = to_stop(&results);
    Made { fixture, results, out, verdicts, unfed, plan }
}

impl Made {
    pub fn context<'a>(&'a self, catalog: &'a Catalog) -> Context<'a> {
        let actions = Some(&*SEMINAR);
        Context { results: &self.results, actions, ..self.fixture.context(catalog) }
    }

    pub fn planned<'a>(&'a self, catalog: &'a Catalog) -> Planned<'a> {
        Planned {
            context: self.context(catalog),
            verdicts: &self.verdicts,
            unfed: &self.unfed,
            plan: &self.plan,
        }
    }

    /// Works on the matter of all documents.
    pub fn with<T>(
        &self,
        language: Language,
        papers: &Papers,
        work: impl FnOnce(&Matter<'_>, &Document) -> T,
    ) -> T {
        let catalog = Catalog::new(language).unwrap();
        Self::work_on(self.planned(&catalog), papers, work)
    }

    /// The same, of a project without a plan of action.
    pub fn without_actions<T>(
        &self,
        language: Language,
        work: impl FnOnce(&Matter<'_>, &Document) -> T,
    ) -> T {
        let catalog = Catalog::new(language).unwrap();
        let planned = self.planned(&catalog);
        let context = Context { actions: None, ..planned.context };
        Self::work_on(Planned { context, ..planned }, &Papers::default(), work)
    }

    fn work_on<T>(
        planned: Planned<'_>,
        papers: &Papers,
        work: impl FnOnce(&Matter<'_>, &Document) -> T,
    ) -> T {
        let document = store(&planned);
        let look = Look::default();
        let matter = Matter {
            planned,
            document: &document,
            papers,
            look: &look,
            map: None,
            most: 15,
            since: None,
        };
        work(&matter, &document)
    }
}

/// The documents of a territory, with the sheets of some occupations and all sectors.
pub fn all(matter: &Matter<'_>) -> Vec<Paper> {
    let mut asked = vec![
        Asked::Note,
        Asked::Programmes,
        Asked::Bulletin,
        Asked::Method,
        Asked::Plan,
        Asked::Evaluation,
        Asked::Workshop,
    ];
    let results = matter.context().results;
    asked.extend(results.occupations.iter().map(Asked::Occupation));
    asked.extend(matter.context().sections().into_iter().map(Asked::Sector));
    asked
        .iter()
        .map(|asked| {
            assert_eq!(unknown_sections(matter, asked).unwrap(), Vec::<String>::new());
            paper(matter, asked).unwrap()
        })
        .collect()
}

/// Every run of words of a document with what it is, tables apart.
pub fn prose(paper: &Paper) -> Vec<&[Inline]> {
    let mut out: Vec<&[Inline]> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Text(words)
            | Block::Lead(words)
            | Block::Small(words)
            | Block::Callout { words, .. } => out.push(words),
            Block::List(items) => out.extend(items.iter().map(Vec::as_slice)),
            Block::Facts(facts) => {
                for fact in facts {
                    out.push(std::slice::from_ref(&fact.figure));
                    out.push(&fact.beneath);
                }
            }
            Block::Table(grid) => out.push(&grid.note),
            Block::Heading { .. } | Block::Picture(_) | Block::PageBreak => {}
        }
    }
    out
}

/// Titles, captions, labels: words that hold no inline.
pub fn titles(paper: &Paper) -> Vec<&str> {
    let mut out = vec![paper.title.as_str(), paper.subtitle.as_str()];
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } => out.push(text),
            Block::Callout { title, .. } => out.push(title),
            Block::Facts(facts) => out.extend(facts.iter().map(|fact| fact.label.as_str())),
            Block::Table(grid) => {
                out.push(&grid.caption);
                out.extend(grid.columns.iter().map(|column| column.title.as_str()));
            }
            _ => {}
        }
    }
    out
}
