//! Which documents are asked for, and what each is about.

use crate::cli::gathered::Gathered;
use crate::cli::report::Asked;
use crate::cli::{Failure, alone, sector};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Fap;
use crate::outputs::{Refusal, Subject, Written, company, first_occupations, written};
use crate::report::build::{not_here, returned};
use crate::report::paper::Kind;
use crate::report::paper::matter::Matter;
use std::path::PathBuf;

/// What is asked for, once understood.
pub struct Wanted {
    kinds: Vec<Kind>,
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
type Made = (Vec<Written>, Vec<String>);

impl Wanted {
    /// The documents, in the order asked for.
    pub fn papers(
        &self,
        gathered: &Gathered,
        matter: &Matter<'_>,
        (kept, catalog): (&Kept, &Catalog),
    ) -> Result<Made, Failure> {
        let (mut papers, mut refused) = (Vec::new(), Vec::new());
        for kind in &self.kinds {
            if *kind == Kind::Company {
                match self.company(gathered, matter, catalog) {
                    Ok(written) => papers.push(written),
                    Err(failure) => refused.push(failure.text),
                }
                continue;
            }
            let subjects = match self.subjects(*kind, matter, (kept, catalog)) {
                Ok(subjects) => subjects,
                // What was asked wrongly stops, what cannot be made leaves the others be.
                Err(failure) if failure.status == 1 => {
                    refused.push(failure.text);
                    continue;
                }
                Err(failure) => return Err(failure),
            };
            if subjects.is_empty() {
                let kind = catalog.text(&format!("paper-kind-{}", kind.id()));
                refused.push(catalog.with("error-report-nothing", &[("kind", (&kind).into())]));
            }
            for subject in subjects {
                match written(matter, &gathered.ground, &subject) {
                    Ok(written) => papers.push(written),
                    Err(Refusal::Returned(number, why)) => {
                        refused.push(refusal(number, why, catalog));
                    }
                    Err(Refusal::NotAmong(_)) => {
                        let path = self.catalogue.clone().unwrap_or_default();
                        let path = path.display().to_string();
                        let of = [("path", (&path).into())];
                        refused.push(catalog.with("error-report-not-among", &of));
                    }
                    Err(Refusal::NoPlan) => refused.push(catalog.text("documents-no-actions")),
                    Err(error) => refused.push(error.to_string()),
                }
            }
        }
        Ok((papers, refused))
    }

    /// The documents of a kind: one, or one for each thing asked for.
    fn subjects(
        &self,
        kind: Kind,
        matter: &Matter<'_>,
        (kept, catalog): (&Kept, &Catalog),
    ) -> Result<Vec<Subject>, Failure> {
        Ok(match kind {
            Kind::Note => vec![Subject::Note],
            Kind::Programmes => vec![Subject::Programmes],
            Kind::Bulletin => vec![Subject::Bulletin],
            Kind::Method => vec![Subject::Method],
            Kind::Plan => vec![Subject::Plan],
            Kind::Evaluation => vec![Subject::Evaluation],
            Kind::Workshop => vec![Subject::Workshop],
            Kind::Occupation => {
                self.occupations(matter, catalog)?.into_iter().map(Subject::Occupation).collect()
            }
            Kind::Sector => {
                let all: Vec<char> = matter.context().sections().into_iter().collect();
                let asked = if self.sectors.is_empty() { &all } else { &self.sectors };
                asked.iter().copied().map(Subject::Sector).collect()
            }
            Kind::Body => vec![self.body(kept, catalog)?],
            Kind::Respondent => {
                let numbered = (self.number..).zip(&self.respondents);
                let one =
                    |(number, id): (u32, &String)| Subject::Respondent { id: id.clone(), number };
                numbered.map(one).collect()
            }
            // It has a file of its own.
            Kind::Company => Vec::new(),
        })
    }

    /// Those asked for by code, else the first of the list.
    fn occupations(&self, matter: &Matter<'_>, catalog: &Catalog) -> Result<Vec<Fap>, Failure> {
        let results = matter.context().results;
        if self.occupations.is_empty() {
            let first = first_occupations(matter.context(), matter.document, self.top);
            return Ok(first.into_iter().map(|one| one.code).collect());
        }
        let known = |code: &Fap| results.occupations.iter().any(|one| one.code == *code);
        let mut found = Vec::new();
        for text in &self.occupations {
            let code = text.parse::<Fap>().or_else(|_| Fap::new(results.fap_version, text)).ok();
            let one = code
                .filter(known)
                .ok_or_else(|| Failure::could_not(not_here(text, results, catalog)))?;
            found.push(one);
        }
        Ok(found)
    }

    /// The catalogue of a body, by its contents: it is among the files too.
    fn body(&self, kept: &Kept, catalog: &Catalog) -> Result<Subject, Failure> {
        let path = self.catalogue.clone().unwrap_or_default();
        let (name, contents) = alone::catalogue(&path, kept, catalog)?;
        Ok(Subject::Body { name, contents })
    }

    fn company(
        &self,
        gathered: &Gathered,
        matter: &Matter<'_>,
        catalog: &Catalog,
    ) -> Result<Written, Failure> {
        let path = self.headcount.clone().unwrap_or_default();
        let headcounts = alone::headcounts(&path, catalog)?;
        let made = company(matter, &gathered.ground, &headcounts);
        made.map_err(|error| Failure::could_not(error.to_string()))
    }
}

fn refusal(number: u32, why: returned::Refused, catalog: &Catalog) -> String {
    let why = catalog.text(&format!("error-returned-{}", why.id()));
    let number = number.to_string();
    catalog.with("error-returned", &[("number", (&number).into()), ("why", (&why).into())])
}
