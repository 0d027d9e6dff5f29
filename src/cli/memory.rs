//! What has left a project, for commands that are given one: figures of respondents are decided
//! with it, and what leaves now is added to it. What is printed is published, as what is written.

use crate::cli::{Failure, Sources, complain, file_failure, reference};
use crate::files;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::project::{Decisions, Project, file};
use crate::report::build::exposed::names as exposed_names;
use crate::report::survey::PublishedSurvey;
use crate::report::survey::perceived::Perceived;
use crate::secrecy::journal::{Key, Log, Release};
use std::path::{Path, PathBuf};

/// A project among the files given.
pub struct Given {
    pub path: PathBuf,
    pub decisions: Decisions,
    pub log: Option<Log>,
}

impl Given {
    /// Adds what has left to the project's file. The file is read once more: the window, or another
    /// command, may have written it since, and nothing of what they did is undone.
    fn remembers(&self, log: &Log, catalog: &Catalog) -> Result<(), Failure> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let bytes = files::read(&self.path, file::MOST_BYTES)
            .map_err(|error| file_failure(&error, catalog))?;
        let now = String::from_utf8(bytes).ok();
        let now = now.and_then(|text| file::parse_whole(&text, folder).ok());
        // What cannot be read is not written over.
        let Some((decisions, written)) = now else {
            return Err(Failure::could_not(catalog.text("window-file-unreadable")));
        };
        let before = written.as_ref().map_or(0, |written| written.releases.len());
        let all = written.map_or_else(|| log.clone(), |written| written.joined(log));
        if all.releases.len() == before {
            return Ok(());
        }
        let text = file::to_text(&decisions, Some(&all), folder)
            .map_err(|error| Failure::could_not(error.to_string()))?;
        files::write_atomic(&self.path, text.as_bytes(), true)
            .map_err(|error| file_failure(&error, catalog))
    }
}

/// The memory that figures are decided with.
pub struct Memory<'a> {
    project: Option<&'a Given>,
    pub log: Log,
}

impl<'a> Memory<'a> {
    /// That of the project given; an empty one without a project.
    ///
    /// # Errors
    /// Several projects: none of them would know what the others gave away.
    pub fn of(sources: &'a Sources, catalog: &Catalog) -> Result<Self, Failure> {
        let project = match sources.projects.as_slice() {
            [] => None,
            [only] => Some(only),
            _ => return Err(Failure::usage(catalog.text("error-several-projects"))),
        };
        let log = project.and_then(|project| project.log.clone());
        Ok(Self { project, log: Project::default().with_log(log).log() })
    }

    /// The memory that figures were decided with before: of a project that has none yet, each new one
    /// has a salt of its own, and what was hashed with one is not known under another.
    #[must_use]
    pub fn decided_with(self, log: Log) -> Self {
        Self { log, ..self }
    }

    /// Whether all that is released has left before; without a project there is no knowing.
    pub fn has_left(&self, release: &Release) -> bool {
        self.project.is_none() || !self.log.adds(release)
    }

    /// Says what is hidden and what is exposed, and adds what leaves to the project's file. To be
    /// called before anything is written or printed: a figure outside must be remembered.
    pub fn release(&self, leaving: &[Leaving<'_>], catalog: &Catalog) -> Result<(), Failure> {
        if leaving.is_empty() {
            return Ok(());
        }
        let count = |n: u32| integer(f64::from(n), catalog.language());
        let hidden: u32 = leaving.iter().map(|one| one.hidden).sum();
        let shown = count(hidden);
        complain(
            &catalog
                .with("secrecy-hidden", &[("count", hidden.into()), ("shown", (&shown).into())]),
        );
        let exposed: usize = leaving.iter().map(|one| one.exposed).sum();
        let exposed = u32::try_from(exposed).unwrap_or(u32::MAX);
        if exposed > 0 {
            let shown = count(exposed);
            let args = [("count", exposed.into()), ("shown", (&shown).into())];
            complain(&catalog.with("secrecy-exposed", &args));
            let keys = leaving.iter().flat_map(|one| one.given_away);
            let names = exposed_names(keys, &reference()?, catalog);
            if !names.is_empty() {
                let list = names.join(&catalog.text("list-separator"));
                complain(&catalog.with("secrecy-exposed-which", &[("list", (&list).into())]));
            }
        }
        if leaving.iter().any(|one| one.is_of_others) {
            complain(&catalog.text("secrecy-of-others"));
        }
        let Some(project) = self.project else {
            complain(&catalog.text("survey-stateless"));
            return Ok(());
        };
        let forgotten = project.decisions.forgotten;
        if forgotten > 0 {
            let shown = count(forgotten);
            let args = [("count", forgotten.into()), ("shown", (&shown).into())];
            complain(&catalog.with("archive-forgotten", &args));
        }
        let path = project.path.display().to_string();
        let mut log = self.log.clone();
        for one in leaving {
            if log.adds(one.release) {
                log.releases.push(one.release.clone());
            }
        }
        project.remembers(&log, catalog)?;
        complain(&catalog.with("secrecy-remembered", &[("path", (&path).into())]));
        Ok(())
    }
}

/// Figures of respondents that leave together.
pub struct Leaving<'a> {
    hidden: u32,
    exposed: usize,
    /// Identifiers mean other respondents than when figures left.
    is_of_others: bool,
    /// What of the exposed figures has a name.
    given_away: &'a [Key],
    release: &'a Release,
}

impl Leaving<'_> {
    /// Hidden figures as a document counts them, where one leaves.
    pub fn counted(all: &mut [Self], hidden: u32) {
        for (place, one) in all.iter_mut().enumerate() {
            one.hidden = if place == 0 { hidden } else { 0 };
        }
    }
}

impl<'a> From<&'a PublishedSurvey> for Leaving<'a> {
    fn from(survey: &'a PublishedSurvey) -> Self {
        let PublishedSurvey { exposed, is_of_others, release, given_away, .. } = survey;
        let (exposed, is_of_others) = (*exposed, *is_of_others);
        let hidden = survey.hidden().values().sum();
        Self { hidden, exposed, is_of_others, given_away, release }
    }
}

impl<'a> From<&'a Perceived> for Leaving<'a> {
    fn from(perceived: &'a Perceived) -> Self {
        let Perceived { exposed, release, given_away, .. } = perceived;
        let (exposed, is_of_others) = (*exposed, false);
        let hidden = perceived.hidden().values().sum();
        Self { hidden, exposed, is_of_others, given_away, release }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::secrecy::siphash::Salt;

    #[test]
    fn what_the_file_learnt_meanwhile_stays_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.bassin");
        let catalog = Catalog::new(Language::French).unwrap();
        let log = |releases: Vec<Release>| Log { salt: Salt([7; 16]), releases };
        let given = Given { path: path.clone(), decisions: Decisions::default(), log: None };
        let one = Release { has_plain_keys: true, ..Release::default() };
        let now = Decisions { year: Some(2024), ..Decisions::default() };
        let text = file::to_text(&now, Some(&log(vec![one.clone()])), folder.path()).unwrap();
        files::write_atomic(&path, text.as_bytes(), false).unwrap();
        for other in [Release::default(), one.clone()] {
            assert!(given.remembers(&log(vec![other]), &catalog).is_ok());
        }
        let text = files::read(&path, file::MOST_BYTES).unwrap();
        let text = String::from_utf8(text).unwrap();
        let (decisions, written) = file::parse_whole(&text, folder.path()).unwrap();
        assert_eq!(decisions.year, Some(2024), "what was saved meanwhile");
        assert_eq!(written.unwrap().releases, [one, Release::default()]);
    }
}
