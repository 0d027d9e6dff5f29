//! Which documents are asked for, and what each is about.

use crate::analysis::balance::balances;
use crate::analysis::body::{Sheet, sheet};
use crate::analysis::company::{beside, posts, yearly};
use crate::analysis::results::Occupation;
use crate::analysis::verdicts::verdicts;
use crate::cli::report::Asked;
use crate::cli::report::matter::{Gathered, without_adaptations};
use crate::cli::{Failure, complain, read_all, reference, sector, sources_of};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Fap;
use crate::model::planning::Supposed;
use crate::report::build::planned::Planned;
use crate::report::build::store::store;
use crate::report::build::{Context, body, company, diagnosis, returned};
use crate::report::document::{Document, Table};
use crate::report::paper::make::{Asked as Subject, paper};
use crate::report::paper::matter::Matter;
use crate::report::paper::{Kind, Paper};
use crate::tables::Table as Read;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What is asked for, once understood.
pub struct Wanted {
    pub kinds: Vec<Kind>,
    occupations: Vec<String>,
    top: usize,
    sectors: Vec<char>,
    respondents: Vec<String>,
    /// Number of the first respondent's sheet.
    number: u32,
    catalogue: Option<PathBuf>,
    headcount: Option<PathBuf>,
}

/// What cannot be understood is told before anything is read.
pub fn wanted(asked: &Asked, catalog: &Catalog) -> Result<Wanted, Failure> {
    let known = Kind::ALL.map(Kind::id).join(", ");
    let mut kinds = Vec::new();
    for text in &asked.document {
        let kind = Kind::from_id(text).ok_or_else(|| {
            let of = [("found", text.into()), ("known", (&known).into())];
            Failure::usage(catalog.with("error-report-document", &of))
        })?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut sectors = Vec::new();
    for text in &asked.sector {
        match sector::wanted(text, catalog)? {
            sector::Wanted::Section(section) => sectors.push(section),
            sector::Wanted::All => {}
        }
    }
    let needs = [
        (Kind::Respondent, asked.respondent.is_empty(), "error-report-respondent"),
        (Kind::Body, asked.catalogue.is_none(), "error-report-catalogue"),
        (Kind::Company, asked.headcount.is_none(), "error-report-headcount"),
    ];
    for (kind, is_missing, key) in needs {
        if kinds.contains(&kind) && is_missing {
            return Err(Failure::usage(catalog.text(key)));
        }
    }
    Ok(Wanted {
        kinds,
        occupations: asked.occupation.clone(),
        top: asked.top,
        sectors,
        respondents: asked.respondent.clone(),
        number: asked.number,
        catalogue: asked.catalogue.clone(),
        headcount: asked.headcount.clone(),
    })
}

/// Documents, and why others could not be made.
type Made = (Vec<Paper>, Vec<String>);

impl Wanted {
    /// The documents, in the order asked for.
    pub fn papers(
        &self,
        gathered: &Gathered,
        matter: &Matter<'_>,
        (kept, catalog): (&Kept, &Catalog),
    ) -> Result<Made, Failure> {
        let (mut papers, mut refused) = (Vec::new(), Vec::new());
        let mut add = |matter: &Matter<'_>, subject: &Subject<'_>| {
            let made = paper(matter, subject);
            made.map(|made| papers.push(made))
                .map_err(|error| Failure::could_not(error.to_string()))
        };
        for kind in &self.kinds {
            match kind {
                Kind::Note => add(matter, &Subject::Note)?,
                Kind::Programmes => add(matter, &Subject::Programmes)?,
                Kind::Bulletin => add(matter, &Subject::Bulletin)?,
                Kind::Method => add(matter, &Subject::Method)?,
                Kind::Occupation => {
                    for one in self.occupations(matter, catalog)? {
                        add(matter, &Subject::Occupation(one))?;
                    }
                }
                Kind::Sector => {
                    let all: Vec<char> = matter.context().sections().into_iter().collect();
                    let asked = if self.sectors.is_empty() { &all } else { &self.sectors };
                    for section in asked {
                        add(matter, &Subject::Sector(*section))?;
                    }
                }
                Kind::Body => {
                    let (name, sheet) = self.body(gathered, kept, catalog)?;
                    let document = with(matter.document, body::tables(matter.context(), &sheet));
                    let matter = Matter { document: &document, ..*matter };
                    add(&matter, &Subject::Body(&name, &sheet))?;
                }
                Kind::Company => self.company(gathered, matter, catalog, &mut add)?,
                Kind::Respondent => {
                    for (number, id) in (self.number..).zip(&self.respondents) {
                        match returned::returned(matter.context(), id) {
                            Ok(returned) => {
                                let document = with(matter.document, vec![returned.table]);
                                let matter = Matter { document: &document, ..*matter };
                                add(&matter, &Subject::Respondent(number))?;
                            }
                            Err(why) => refused.push(refusal(number, why, catalog)),
                        }
                    }
                }
            }
        }
        Ok((papers, refused))
    }

    /// Those asked for by code, else the first of the list.
    fn occupations<'a>(
        &self,
        matter: &Matter<'a>,
        catalog: &Catalog,
    ) -> Result<Vec<&'a Occupation>, Failure> {
        let results = matter.context().results;
        let of = |code: Fap| results.occupations.iter().find(|one| one.code == code);
        if self.occupations.is_empty() {
            let listed = results.programmes.iter().filter_map(|one| of(one.occupation));
            let table = matter.document.table(diagnosis::ID);
            let ranked = table.map(|table| table.rows.as_slice()).unwrap_or_default();
            let ranked = ranked.iter().filter_map(|row| of(row.occupation?));
            let mut first: Vec<&Occupation> = Vec::new();
            for one in listed.chain(ranked) {
                if first.len() < self.top && first.iter().all(|known| known.code != one.code) {
                    first.push(one);
                }
            }
            return Ok(first);
        }
        let mut found = Vec::new();
        for text in &self.occupations {
            let code = text.parse::<Fap>().or_else(|_| Fap::new(results.fap_version, text)).ok();
            let one = code.and_then(of).ok_or_else(|| {
                let year = results.year.to_string();
                let args = [("code", text.into()), ("year", (&year).into())];
                Failure::could_not(catalog.with("error-occupation-here", &args))
            })?;
            found.push(one);
        }
        Ok(found)
    }

    /// The catalogue of a body, which is among the files too, on the territory.
    fn body(
        &self,
        gathered: &Gathered,
        kept: &Kept,
        catalog: &Catalog,
    ) -> Result<(String, Sheet), Failure> {
        let path = self.catalogue.clone().unwrap_or_default();
        let alone = sources_of(vec![path.clone()], catalog)?;
        let tables = read_all(&alone, &reference()?, kept, catalog)?;
        let contents: BTreeSet<&str> =
            tables.iter().map(|table| table.fingerprint.as_str()).collect();
        let results = &gathered.results;
        let sources = results.sources.iter().enumerate();
        let own = sources.filter(|(_, source)| contents.contains(source.fingerprint.as_str()));
        let own: BTreeSet<usize> = own.map(|(place, _)| place).collect();
        if own.is_empty() {
            let path = path.display().to_string();
            let text = catalog.with("error-report-not-among", &[("path", (&path).into())]);
            return Err(Failure::could_not(text));
        }
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Gathered { verdicts, announced, parameters, .. } = gathered;
        Ok((name, sheet(results, verdicts, &own, announced, parameters)))
    }

    /// The kit of a company, on results without any answer of the survey.
    fn company(
        &self,
        gathered: &Gathered,
        matter: &Matter<'_>,
        catalog: &Catalog,
        add: &mut dyn FnMut(&Matter<'_>, &Subject<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let path = self.headcount.clone().unwrap_or_default();
        let alone = sources_of(vec![path.clone()], catalog)?;
        // Never kept for the next time: it belongs to the company.
        let tables = read_all(&alone, &reference()?, &Kept::default(), catalog)?;
        let headcounts = tables.iter().find_map(|table| match &table.table {
            Read::Headcounts(headcounts) => Some(headcounts),
            _ => None,
        });
        let headcounts = headcounts.ok_or_else(|| {
            let path = path.display().to_string();
            Failure::could_not(catalog.with("error-not-a-headcount", &[("path", (&path).into())]))
        })?;
        for issue in tables.iter().flat_map(|table| table.issues.as_slice()) {
            complain(&catalog.issue(issue));
        }
        let Gathered { parameters, reference, .. } = gathered;
        let mut results = gathered.results.clone();
        without_adaptations(&mut results, |_| true);
        for occupation in &mut results.occupations {
            occupation.survey = None;
            occupation.finding.contradictions.clear();
        }
        results.balances = balances(&results, &BTreeMap::new(), &Supposed::default(), parameters);
        let verdicts = verdicts(&results, parameters);
        let posts = posts(headcounts, &results, reference, parameters);
        let sums = yearly(&posts);
        let posts: Vec<_> = posts
            .into_iter()
            .map(|post| {
                let found = beside(&post, &sums, &results, &verdicts, parameters);
                (post, found)
            })
            .collect();
        let context =
            Context { results: &results, inquiry: None, perceived: None, ..*matter.context() };
        let planned = Planned { context, verdicts: &verdicts, ..matter.planned };
        let document = with(&store(&planned), vec![company::table(&context, &posts)]);
        let matter = Matter { planned, document: &document, ..*matter };
        add(&matter, &Subject::Company)
    }
}

/// A document with tables of one reader more.
fn with(document: &Document, tables: Vec<Table>) -> Document {
    let mut document = document.clone();
    document.tables.extend(tables);
    document
}

fn refusal(number: u32, why: returned::Refused, catalog: &Catalog) -> String {
    let why = catalog.text(&format!("error-returned-{}", why.id()));
    let number = number.to_string();
    catalog.with("error-returned", &[("number", (&number).into()), ("why", (&why).into())])
}
