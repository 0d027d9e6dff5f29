//! Documents for one reader: a company, a respondent, a training body.

use crate::papers::{MADE, prose, titles};
use bassin::analysis::body::sheet;
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::papers::{Choices, Papers};
use bassin::model::planning::Planning;
use bassin::outputs::{Ground, Subject, written};
use bassin::report::build::store::store;
use bassin::report::build::{Context, body, returned};
use bassin::report::citation::FigureId;
use bassin::report::document::{Cell, Document, Part};
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::matter::Matter;
use bassin::report::paper::{Block, Look, Paper, text};
use std::collections::BTreeSet;

fn whole_text(paper: &Paper) -> String {
    let mut out: Vec<String> = prose(paper).into_iter().map(text).collect();
    out.extend(titles(paper).into_iter().map(str::to_owned));
    for block in &paper.blocks {
        if let Block::Table(grid) = block {
            out.extend(grid.rows.iter().flat_map(|row| &row.cells).map(|cell| text(cell)));
        }
    }
    out.join("\n")
}

fn with(document: &Document, tables: Vec<bassin::report::document::Table>) -> Document {
    let mut document = document.clone();
    document.tables.extend(tables);
    document
}

/// Each respondent of the sample: its own sheet says its numbers, those that are published of its
/// sector and of all, and never who it is nor what another said.
#[test]
fn a_respondent_gets_its_own_answers_and_what_is_published() {
    let inquiry = MADE.fixture.inquiry.as_ref().unwrap();
    let respondents = &inquiry.survey.weighing.as_ref().unwrap().weighing.respondents;
    let ids: Vec<&str> = inquiry.survey.list.iter().map(|one| one.id.as_str()).collect();
    MADE.with(Language::French, &Papers::default(), |matter, document| {
        let mut made = 0;
        for place in respondents {
            let id = ids[*place];
            let found = returned::returned(matter.context(), id).unwrap();
            let own = with(document, vec![found]);
            let matter = Matter { document: &own, ..*matter };
            let paper = paper(&matter, &Asked::Respondent(7)).unwrap();
            assert_eq!(paper.name, "respondent_be_9601_007");
            let said = whole_text(&paper);
            for other in &ids {
                assert!(!said.contains(other), "{other} is named");
            }
            made += 1;
        }
        assert!(made > 10 && made == respondents.len(), "{made}");
        let refused = |id: &str| returned::returned(matter.context(), id).unwrap_err();
        assert_eq!(refused("nobody"), returned::Refused::Unknown);
        let silent = (0..ids.len()).find(|place| !respondents.contains(place)).unwrap();
        assert_eq!(refused(ids[silent]), returned::Refused::Silent);
    });
}

/// A name in the user's words is judged by the document they stand in: the table of a body is in no
/// other.
#[test]
fn words_are_judged_by_their_own_document() {
    let catalog = Catalog::new(Language::French).unwrap();
    let context = MADE.fixture.context(&catalog);
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let planned = ground.planned(Context { results: &ground.results, ..context });
    let document = store(&planned);
    let id = FigureId::of(body::ID, "G0B41", "own-offers");
    let introduction = format!("Soit {{{id}}}, et {{ZZZZZZ-ZZ}}.");
    let mut papers = Papers::default();
    for kind in ["body", "note"] {
        let introduction = introduction.clone();
        papers.decide(kind, Choices { introduction, ..Choices::default() });
    }
    let (papers, look) = (&papers, &Look::default());
    let matter =
        Matter { planned, document: &document, papers, look, map: None, most: 15, since: None };
    let check = |subject: Subject, expect: &[&str]| {
        let made = written(&matter, &ground, &subject).unwrap();
        let found: Vec<&str> = made.broken.iter().map(|one| one.written.as_str()).collect();
        assert_eq!(found, expect, "{subject:?}");
    };
    let sources = ground.results.sources.iter();
    let own = sources.filter(|source| source.file.contains("catalogue_formation"));
    let contents = own.map(|source| source.fingerprint.clone()).collect();
    check(Subject::Body { name: "Greta".to_owned(), contents }, &["ZZZZZZ-ZZ"]);
    check(Subject::Note, &[id.to_string().as_str(), "ZZZZZZ-ZZ"]);
}

/// Figures of a sector and of all are those of the tables; those hidden there are hidden here.
#[test]
fn a_return_tells_no_more_than_the_tables() {
    let inquiry = MADE.fixture.inquiry.as_ref().unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = MADE.context(&catalog);
    let published = inquiry.published.as_ref().unwrap();
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut tell = |figure| {
        for part in [Part::Whole, Part::Point, Part::Low, Part::High] {
            told.insert(Cell::figure(figure, part).shown(&catalog));
        }
    };
    for measure in published.needs.iter().flat_map(|need| &need.measures) {
        tell(measure.weighted);
    }
    for option in published.questions.iter().flat_map(|question| &question.options) {
        tell(option.weighted);
    }
    let respondents = &inquiry.survey.weighing.as_ref().unwrap().weighing.respondents;
    let mut seen = 0;
    for place in respondents {
        let id = &inquiry.survey.list[*place].id;
        let found = returned::returned(&context, id).unwrap();
        for row in &found.rows {
            for cell in &row.cells[2..] {
                let shown = cell.shown(&catalog);
                assert!(shown.is_empty() || told.contains(&shown), "{shown}");
                seen += usize::from(!shown.is_empty());
            }
        }
    }
    assert!(seen > 50, "{seen}");
}

/// A catalogue among the files: where people are lacking, in words and figures of its table.
#[test]
fn a_body_gets_its_gap_sheet() {
    let results = &MADE.results;
    let own: BTreeSet<usize> = results
        .sources
        .iter()
        .enumerate()
        .filter(|(_, source)| source.file.contains("catalogue_formation"))
        .map(|(place, _)| place)
        .collect();
    assert_eq!(own.len(), 1);
    let sheet = sheet(results, &MADE.verdicts, &own, &MADE.out, &MADE.fixture.parameters);
    for language in Language::ALL {
        MADE.with(language, &Papers::default(), |matter, document| {
            let own = with(document, body::tables(matter.context(), &sheet));
            let matter = Matter { document: &own, ..*matter };
            let paper = paper(&matter, &Asked::Body("Greta", &sheet)).unwrap();
            assert_eq!(paper.name, "body_be_9601");
            let tables = paper.blocks.iter().filter(|one| matches!(one, Block::Table(_))).count();
            assert!(tables >= 2, "{tables}");
            assert!(!whole_text(&paper).contains("stance-"));
        });
    }
}
