//! What documents are made of, kept while they are looked at; previews and files made of it. All of
//! it off the window's thread.

use crate::analysis::Results;
use crate::files;
use crate::i18n::Catalog;
use crate::jobs::{Control, Job};
use crate::model::action::ActionPlan;
use crate::model::papers::{Dress, Papers, Part};
use crate::model::planning::Planning;
use crate::model::{Fap, Kind as Of};
use crate::outputs::{
    self, Drawing, File, Format, Ground, LISTED, MOST_LOGO, Refusal, Subject, Written as Made,
    company, first_occupations, written,
};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::store::store;
use crate::report::build::{Comparison, Context, exposed, facts, not_here};
use crate::report::citation::{FigureId, Index, Mark};
use crate::report::csv::Marks;
use crate::report::document::{Document, Table};
use crate::report::docx::logo_points;
use crate::report::drawing::{Points, points};
use crate::report::masked;
use crate::report::paper::matter::Matter;
use crate::report::paper::own::Broken;
use crate::report::paper::{Block, Kind, Look, Paper};
use crate::report::pdf;
use crate::report::provenance::{Asked, Provenance, is_told, of};
use crate::secrecy::Hidden;
use crate::secrecy::journal::Release;
use crate::ui::employed::Employed;
use crate::ui::export::Written;
use crate::ui::perceptions::Told;
use crate::ui::survey::SurveyView;
use crate::words;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Points across a picture of the preview: twice what a page takes, for dense screens.
const ACROSS: f32 = 1_400.0;

/// What the session holds of an analysis.
pub struct Given {
    pub results: Arc<Results>,
    pub inputs: Vec<Arc<ReadTable>>,
    pub survey: Option<Arc<SurveyView>>,
    pub perceived: Option<Arc<Told>>,
    pub reference: Arc<Reference>,
    pub parameters: Arc<Parameters>,
    pub catalog: Arc<Catalog>,
    pub comparison: Comparison,
    pub planning: Arc<Planning>,
    pub actions: Arc<ActionPlan>,
}

/// A figure of the territory as a whole, to be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub id: FigureId,
    pub label: String,
    pub shown: String,
}

/// A document, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Of(Subject),
    /// The kit of a company, whose headcount no other document is given.
    Company(Arc<Employed>),
}

impl About {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Of(subject) => subject.kind(),
            Self::Company(_) => Kind::Company,
        }
    }
}

/// Everything that documents are made of.
pub struct Desk {
    given: Given,
    ground: Ground,
    document: Document,
    drawing: Option<Drawing>,
    /// What is hidden, and why.
    pub masked: Arc<Table>,
    /// How many, by reason.
    pub hidden: BTreeMap<Hidden, u32>,
    /// All occupations, those of the list first: in this order sheets are made at once.
    pub first: Vec<Fap>,
    /// Code and label.
    pub occupations: Vec<(Fap, String)>,
    /// Sections of NAF that something is said of, and their names.
    pub sections: Vec<(char, String)>,
    /// Catalogues of training bodies among the files: name and fingerprints.
    pub bodies: Vec<(String, BTreeSet<String>)>,
    pub facts: Vec<Fact>,
}

impl Desk {
    pub fn new(given: Given, control: &Control) -> Self {
        let ground =
            Ground::new(&given.context(&given.results), &given.planning, &|| !control.cancelled());
        let context = given.context(&ground.results);
        let drawing = outputs::drawing(&given.inputs, &context);
        let mut document = store(&ground.planned(context));
        outputs::with_map(&mut document, drawing.as_ref(), &context);
        let catalog = &*given.catalog;
        let first = first_occupations(&context, &document, usize::MAX);
        let first = first.into_iter().map(|one| one.code).collect();
        let occupations =
            ground.results.occupations.iter().map(|one| (one.code, one.label.clone())).collect();
        let sections = context.sections().into_iter();
        let sections = sections.map(|section| (section, context.section(section))).collect();
        Self {
            masked: Arc::new(masked::table(&document, &exposed::of(&context), catalog)),
            hidden: masked::reasons(&document),
            first,
            occupations,
            sections,
            bodies: bodies(&given.inputs),
            facts: cited(&document, catalog),
            ground,
            document,
            drawing,
            given,
        }
    }

    fn context(&self) -> Context<'_> {
        self.given.context(&self.ground.results)
    }

    /// Whether anything of a plan of action is written.
    pub fn has_actions(&self) -> bool {
        !self.given.actions.is_empty()
    }

    /// What leaves of respondents with the documents.
    pub fn releases(&self) -> Vec<Release> {
        let Given { survey, perceived, .. } = &self.given;
        let survey = survey.as_ref().and_then(|view| view.published.as_ref());
        let survey = survey.map(|published| published.release.clone());
        survey
            .into_iter()
            .chain(perceived.as_ref().map(|told| told.perceived.release.clone()))
            .collect()
    }

    fn matter<'a>(&'a self, papers: &'a Papers, look: &'a Look) -> Matter<'a> {
        Matter {
            planned: self.ground.planned(self.context()),
            document: &self.document,
            papers,
            look,
            map: self.drawing.as_ref().map(Drawing::drawn),
            most: LISTED,
            since: None,
        }
    }

    fn refused(&self, why: &Refusal) -> String {
        let catalog = &self.given.catalog;
        match why {
            Refusal::Returned(_, why) => catalog.text(&format!("error-returned-{}", why.id())),
            Refusal::NotAmong(name) => {
                catalog.with("error-report-not-among", &[("path", name.into())])
            }
            Refusal::NoOccupation(code) => not_here(code.code(), &self.ground.results, catalog),
            Refusal::NoPlan => catalog.text("documents-no-actions"),
            Refusal::Template(error) => error.to_string(),
        }
    }

    fn written(&self, papers: &Papers, look: &Look, about: &About) -> Result<Made, String> {
        let matter = self.matter(papers, look);
        let made = match about {
            About::Of(subject) => written(&matter, &self.ground, subject),
            About::Company(employed) => company(&matter, &self.ground, &employed.table),
        };
        made.map_err(|why| self.refused(&why))
    }
}

impl Given {
    fn context<'a>(&'a self, results: &'a Results) -> Context<'a> {
        Context {
            results,
            catalog: &self.catalog,
            reference: &self.reference,
            parameters: &self.parameters,
            comparison: self.comparison,
            inquiry: self.survey.as_deref().map(|view| &view.inquiry),
            perceived: self.perceived.as_deref().map(|told| &told.perceived),
            actions: Some(&*self.actions).filter(|plan| !plan.is_empty()),
        }
    }
}

/// Catalogues, by the stem of their file.
fn bodies(inputs: &[Arc<ReadTable>]) -> Vec<(String, BTreeSet<String>)> {
    // Those of a form for bodies before extracts of all of them.
    let forms =
        [[Of::TrainingCatalogue, Of::ApprenticeshipCatalogue], [Of::CarifOffers, Of::CourseOffers]];
    let of_form = |kinds: [Of; 2]| inputs.iter().filter(move |input| kinds.contains(&input.kind));
    let own = forms.into_iter().flat_map(of_form);
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for input in own {
        let name = Path::new(&input.file).file_stem().unwrap_or_default().to_string_lossy();
        let contents = [input.fingerprint.clone()];
        match found.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.extend(contents),
            None => found.push((name.into_owned(), contents.into())),
        }
    }
    found
}

/// The figures of the territory as a whole.
fn cited(document: &Document, catalog: &Catalog) -> Vec<Fact> {
    let Some(table) = document.table(facts::ID) else { return Vec::new() };
    let (Some(label), Some(value)) = (table.column("fact-label"), table.column(facts::VALUE))
    else {
        return Vec::new();
    };
    let rows = table.rows.iter().filter_map(|row| {
        let shown = row.cells.get(value)?.shown(catalog);
        (!shown.is_empty()).then_some(Fact {
            id: FigureId::of(table.id, &row.key, facts::VALUE),
            label: row.cells.get(label)?.shown(catalog),
            shown,
        })
    });
    rows.collect()
}

fn look(dress: &Dress, catalog: &Catalog) -> Result<Look, String> {
    outputs::look(dress, |path| {
        files::read(path, MOST_LOGO).map_err(|error| words::file(&error, catalog))
    })
}

/// A document as it will be exported.
pub struct Preview {
    pub about: About,
    /// The document, or why there is none.
    pub made: Result<Made, String>,
    /// Its pictures in their order; none where one cannot be drawn.
    pub pictures: Vec<Option<Points>>,
    /// Letters that a PDF of it cannot show, in a sentence.
    pub lost: Option<String>,
    pub logo: Option<Points>,
    /// The pages it takes, where it was meant to stay on fewer and words of the user are in it.
    pub pages: Option<(usize, usize)>,
    asked: BTreeMap<FigureId, Asked>,
    desk: Arc<Desk>,
}

impl Preview {
    pub fn new(desk: Arc<Desk>, papers: &Papers, about: About) -> Self {
        let catalog = &desk.given.catalog;
        let look = look(&papers.dress, catalog);
        let logo = look.as_ref().ok().and_then(|look| look.logo.as_ref());
        let logo = logo.and_then(|(bytes, _)| logo_points(bytes).ok());
        let made = look.and_then(|look| desk.written(papers, &look, &about));
        let more = made.as_ref().ok().and_then(|made| made.more.as_ref());
        let document = more.unwrap_or(&desk.document);
        let asked = made.as_ref().map(|made| asked(&made.paper, document)).unwrap_or_default();
        let blocks = made.as_ref().map(|made| made.paper.blocks.as_slice()).unwrap_or_default();
        let drawings = blocks.iter().filter_map(|block| match block {
            Block::Picture(picture) => Some(points(&picture.svg, ACROSS).ok()),
            _ => None,
        });
        let pictures = drawings.collect();
        let lost = made.as_ref().ok().and_then(|made| pdf::notice(&made.paper, catalog));
        let pages = made.as_ref().ok().and_then(|made| over(&made.paper, papers, &about, catalog));
        Self { about, made, pictures, lost, logo, pages, asked, desk }
    }

    /// Names in the user's texts that are no figure.
    pub fn broken(&self) -> &[Broken] {
        self.made.as_ref().map(|made| made.broken.as_slice()).unwrap_or_default()
    }

    /// The document of figures that the document cites, where it is of one reader alone.
    pub fn more(&self) -> Option<&Document> {
        self.made.as_ref().ok()?.more.as_ref()
    }

    /// Where a number of a table comes from.
    pub fn where_asked(&self, asked: Asked) -> Provenance {
        let asked = asked.cited_in(self.more().unwrap_or(&self.desk.document));
        of(&self.desk.context(), Some(&self.desk.ground.plan), &asked)
    }

    /// Where a figure of the document comes from.
    pub fn where_from(&self, id: FigureId) -> Option<Provenance> {
        let asked = self.asked.get(&id)?;
        Some(of(&self.desk.context(), Some(&self.desk.ground.plan), asked))
    }
}

/// The pages that a document takes and those it should, where the user's own words push it over.
fn over(
    paper: &Paper,
    papers: &Papers,
    about: &About,
    catalog: &Catalog,
) -> Option<(usize, usize)> {
    let most = paper.kind.most_pages()?;
    let choices = papers.of(paper.kind.id())?;
    let subject = match about {
        About::Of(subject) => subject.key(),
        About::Company(_) => None,
    };
    let said = Part::ALL.into_iter().any(|part| !choices.text(part, subject.as_deref()).is_empty());
    let count = pdf::count(paper, catalog).ok().flatten().filter(|_| said)?;
    (count > most).then_some((count, most))
}

/// The cells that a document cites.
fn asked(paper: &Paper, document: &Document) -> BTreeMap<FigureId, Asked> {
    let index = Index::new(document);
    let one = |id: FigureId| {
        let places = index.places(Mark::Figure(id)).into_iter();
        let mut found: Vec<Asked> = places.filter_map(Asked::at).collect();
        // Of two that bear one name, the one whose origin is known.
        found.sort_by_key(|asked| !is_told(asked.table, asked.column, &asked.cell));
        found.into_iter().next().map(|asked| (id, asked))
    };
    paper.figures().into_iter().filter_map(one).collect()
}

/// What is to be written, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub subjects: Vec<About>,
    pub formats: Vec<Format>,
    /// Of CSV.
    pub marks: Marks,
    pub folder: PathBuf,
}

/// Names and bytes of documents, or why they could not be made.
pub type Bytes = Result<Vec<File>, String>;

/// Makes the documents and the files of their figures, to be written where that can be. Nothing
/// leaves here.
///
/// # Errors
/// When the system refuses a thread.
pub fn make(
    desk: Arc<Desk>,
    papers: Papers,
    order: Order,
    protected: Vec<PathBuf>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Bytes>> {
    Job::spawn("documents", wake, move |control| {
        let made = files_of(&desk, &papers, &order, control)?;
        let names = made.iter().map(|(name, _)| name.as_str());
        let catalog = &desk.given.catalog;
        let may = files::may_write(&order.folder, names, &protected);
        may.map_err(|error| words::file(&error, catalog))?;
        Ok(made)
    })
}

/// Writes what was made. What leaves is remembered before this is called.
///
/// # Errors
/// When the system refuses a thread.
pub fn write(
    made: Vec<File>,
    folder: PathBuf,
    protected: Vec<PathBuf>,
    catalog: Arc<Catalog>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Written>> {
    Job::spawn("documents written", wake, move |_| {
        let written = files::write_results(&folder, &made, &protected);
        written.map_err(|error| words::file(&error, &catalog))
    })
}

fn files_of(desk: &Desk, papers: &Papers, order: &Order, control: &Control) -> Bytes {
    let Order { subjects, formats, marks, .. } = order;
    let catalog = &desk.given.catalog;
    let look = look(&papers.dress, catalog)?;
    let steps = subjects.len() + 1;
    let going = || if control.cancelled() { Err(catalog.text("export-given-up")) } else { Ok(()) };
    let mut made = Vec::new();
    for (place, subject) in subjects.iter().enumerate() {
        going()?;
        control.step(place, steps);
        if formats.iter().any(|format| format.is_of_papers()) {
            let paper = desk.written(papers, &look, subject)?.paper;
            let bytes = outputs::of_papers(&[paper], formats, catalog);
            made.extend(bytes.map_err(|error| error.say(catalog))?);
        }
    }
    control.step(subjects.len(), steps);
    let figures = outputs::of_figures(&desk.document, &desk.context(), (formats, *marks));
    made.extend(figures.map_err(|error| error.say(catalog))?);
    going()?;
    Ok(made)
}
