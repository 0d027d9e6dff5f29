//! Documents that are asked for, and what each is about.

use crate::analysis::Results;
use crate::analysis::body::{Sheet, sheet};
use crate::analysis::company::{beside, posts, yearly};
use crate::analysis::results::Occupation;
use crate::model::Fap;
use crate::outputs::Ground;
use crate::report::build::store::store;
use crate::report::build::{Context, body, company as of_company, diagnosis, returned};
use crate::report::document::{Document, Table};
use crate::report::paper::make::{Asked, paper};
use crate::report::paper::matter::Matter;
use crate::report::paper::own::{self, Broken};
use crate::report::paper::template::TemplateError;
use crate::report::paper::{Kind, Paper};
use crate::tables::headcount::Headcounts;
use std::collections::BTreeSet;

/// A document, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Note,
    Occupation(Fap),
    /// A section of NAF.
    Sector(char),
    Programmes,
    /// A catalogue of training, by its name and the fingerprints of its contents.
    Body {
        name: String,
        contents: BTreeSet<String>,
    },
    /// Somebody who was asked, by identifier; a number names the file, and nothing else does.
    Respondent {
        id: String,
        number: u32,
    },
    Bulletin,
    Method,
    Plan,
    Evaluation,
    Workshop,
}

impl Subject {
    /// What words of the user for this one alone are kept under; `None`: it has none of its own.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Occupation(code) => Some(code.to_string()),
            Self::Sector(section) => Some(section.to_string()),
            Self::Body { name, .. } => Some(name.clone()),
            _ => None,
        }
    }

    pub const fn kind(&self) -> Kind {
        match self {
            Self::Note => Kind::Note,
            Self::Occupation(_) => Kind::Occupation,
            Self::Sector(_) => Kind::Sector,
            Self::Programmes => Kind::Programmes,
            Self::Body { .. } => Kind::Body,
            Self::Respondent { .. } => Kind::Respondent,
            Self::Bulletin => Kind::Bulletin,
            Self::Method => Kind::Method,
            Self::Plan => Kind::Plan,
            Self::Evaluation => Kind::Evaluation,
            Self::Workshop => Kind::Workshop,
        }
    }
}

/// Why a document is not made.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error("no row of {0}")]
    NoOccupation(Fap),
    #[error("no offer of {0} was read")]
    NotAmong(String),
    #[error("no plan of action")]
    NoPlan,
    #[error("return {0}: {1:?}")]
    Returned(u32, returned::Refused),
}

/// A document, and the document of figures that it cites where that is more than the store.
pub struct Written {
    pub paper: Paper,
    pub more: Option<Document>,
    /// Names in the user's texts that are no figure of what it cites.
    pub broken: Vec<Broken>,
}

/// The document about a subject.
///
/// # Errors
/// When there is nothing to say of it, or it may not be said.
pub fn written(
    matter: &Matter<'_>,
    ground: &Ground,
    subject: &Subject,
) -> Result<Written, Refusal> {
    let alone = |asked: &Asked<'_>| {
        let (paper, broken) = told(matter, asked)?;
        Ok(Written { paper, more: None, broken })
    };
    match subject {
        Subject::Note => alone(&Asked::Note),
        Subject::Programmes => alone(&Asked::Programmes),
        Subject::Bulletin => alone(&Asked::Bulletin),
        Subject::Method => alone(&Asked::Method),
        Subject::Plan | Subject::Evaluation | Subject::Workshop
            if matter.context().actions.is_none() =>
        {
            Err(Refusal::NoPlan)
        }
        Subject::Plan => alone(&Asked::Plan),
        Subject::Evaluation => alone(&Asked::Evaluation),
        Subject::Workshop => alone(&Asked::Workshop),
        Subject::Sector(section) => alone(&Asked::Sector(*section)),
        Subject::Occupation(code) => {
            let mut known = matter.context().results.occupations.iter();
            let found = known.find(|one| one.code == *code);
            alone(&Asked::Occupation(found.ok_or(Refusal::NoOccupation(*code))?))
        }
        Subject::Body { name, contents } => of_body(matter, ground, name, contents),
        Subject::Respondent { id, number } => {
            let cited = cited_by_return(matter.context(), matter.document, id);
            let cited = cited.map_err(|why| Refusal::Returned(*number, why))?;
            Ok(among(matter, cited, &Asked::Respondent(*number))?)
        }
    }
}

/// The catalogue of a body, which is among the files too, on the territory.
fn of_body(
    matter: &Matter<'_>,
    ground: &Ground,
    name: &str,
    contents: &BTreeSet<String>,
) -> Result<Written, Refusal> {
    let context = matter.context();
    let sheet = sheet_of(context, ground, name, contents)?;
    let document = with(matter.document, body::tables(context, &sheet));
    Ok(among(matter, document, &Asked::Body(name, &sheet))?)
}

/// What the catalogue says on the territory.
fn sheet_of(
    context: &Context<'_>,
    ground: &Ground,
    name: &str,
    contents: &BTreeSet<String>,
) -> Result<Sheet, Refusal> {
    let Ground { results, verdicts, out, .. } = ground;
    let sources = results.sources.iter().enumerate();
    let own = sources.filter(|(_, source)| contents.contains(&source.fingerprint));
    let own: BTreeSet<usize> = own.map(|(place, _)| place).collect();
    if own.is_empty() {
        return Err(Refusal::NotAmong(name.to_owned()));
    }
    Ok(sheet(results, verdicts, &own, out, context.parameters))
}

/// The figures that the gap sheet of a body cites: those of `document`, and its own.
///
/// # Errors
/// When nothing of its catalogue is among the files.
pub fn cited_by_body(
    (context, document): (&Context<'_>, &Document),
    ground: &Ground,
    (name, contents): (&str, &BTreeSet<String>),
) -> Result<Document, Refusal> {
    let sheet = sheet_of(context, ground, name, contents)?;
    Ok(with(document, body::tables(context, &sheet)))
}

/// The figures that the return to a respondent cites: those of `document`, and its own.
///
/// # Errors
/// When nothing may be returned to it.
pub fn cited_by_return(
    context: &Context<'_>,
    document: &Document,
    id: &str,
) -> Result<Document, returned::Refused> {
    Ok(with(document, vec![returned::returned(context, id)?]))
}

/// The figures that the kit of a company cites: those of the territory as if nobody had answered a
/// survey, and its own.
pub fn cited_by_kit(context: &Context<'_>, ground: &Ground, headcounts: &Headcounts) -> Document {
    kit(context, &ground.unsurveyed(context.parameters), headcounts)
}

/// The kit of a company, on results without any answer of the survey.
///
/// # Errors
/// When the built-in templates are faulty, which a test refuses.
pub fn company(
    matter: &Matter<'_>,
    ground: &Ground,
    headcounts: &Headcounts,
) -> Result<Written, Refusal> {
    let alone = ground.unsurveyed(matter.context().parameters);
    let document = kit(matter.context(), &alone, headcounts);
    let planned = alone.planned(unsurveyed(matter.context(), &alone));
    Ok(among(&Matter { planned, ..*matter }, document, &Asked::Company)?)
}

/// What is told of the territory when nothing is told of respondents, nor of what others decided.
fn unsurveyed<'a>(context: &Context<'a>, alone: &'a Ground) -> Context<'a> {
    Context { results: &alone.results, inquiry: None, perceived: None, actions: None, ..*context }
}

fn kit(context: &Context<'_>, alone: &Ground, headcounts: &Headcounts) -> Document {
    let Context { parameters, reference, .. } = *context;
    let results: &Results = &alone.results;
    let posts = posts(headcounts, results, reference, parameters);
    let sums = yearly(&posts);
    let posts: Vec<_> = posts
        .into_iter()
        .map(|post| {
            let found = beside(&post, &sums, results, &alone.verdicts, parameters);
            (post, found)
        })
        .collect();
    let context = unsurveyed(context, alone);
    with(&store(&alone.planned(context)), vec![of_company::table(&context, &posts)])
}

/// A paper that cites another document than the store.
fn among(
    matter: &Matter<'_>,
    document: Document,
    asked: &Asked<'_>,
) -> Result<Written, TemplateError> {
    let (paper, broken) = told(&Matter { document: &document, ..*matter }, asked)?;
    Ok(Written { paper, more: Some(document), broken })
}

/// A paper, and what is wrong with the user's texts in it.
fn told(matter: &Matter<'_>, asked: &Asked<'_>) -> Result<(Paper, Vec<Broken>), TemplateError> {
    let subject = asked.subject();
    let of = (asked.kind(), subject.as_deref());
    let broken = own::broken(matter.papers, of, &matter.citing());
    Ok((paper(matter, asked)?, broken))
}

/// A document with tables of one reader more.
fn with(document: &Document, tables: Vec<Table>) -> Document {
    let mut document = document.clone();
    document.tables.extend(tables);
    document
}

/// The first occupations, so many of them: those of the recommended list, then of the diagnosis.
pub fn first_occupations<'a>(
    context: &Context<'a>,
    document: &Document,
    most: usize,
) -> Vec<&'a Occupation> {
    let results = context.results;
    let of = |code: Fap| results.occupations.iter().find(|one| one.code == code);
    let listed = results.programmes.iter().filter_map(|one| of(one.occupation));
    let table = document.table(diagnosis::ID);
    let ranked = table.map(|table| table.rows.as_slice()).unwrap_or_default();
    let ranked = ranked.iter().filter_map(|row| of(row.occupation?));
    let mut first: Vec<&Occupation> = Vec::new();
    for one in listed.chain(ranked) {
        if first.len() < most && first.iter().all(|known| known.code != one.code) {
            first.push(one);
        }
    }
    first
}
