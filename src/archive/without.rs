//! A project without what respondents gave.

use crate::archive::content::Described;
use crate::archive::manifest::{LeftOut, Source as Placed};
use crate::model::Custody;
use crate::model::action::decided::{Fingerprint, FrozenFigure};
use crate::project::file::{self, ProjectError};
use crate::project::{Decisions, Origin};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a figure is said to come from where nobody knows what its file held.
const UNKNOWN: &str = "absent";

/// Why a project could not be written without them.
#[derive(Debug, thiserror::Error)]
pub enum WithoutError {
    #[error(transparent)]
    Text(#[from] ron::Error),
    #[error(transparent)]
    Project(#[from] ProjectError),
}

/// Which names and contents may go, and what the others are called.
pub struct Names<'a> {
    contents: BTreeSet<&'a str>,
    known: BTreeSet<String>,
    /// Those of respondents, the longest first, with what stands for each.
    theirs: Vec<(String, String)>,
}

impl<'a> Names<'a> {
    /// Of sources, and of the places that they have in the archive.
    pub fn of(sources: &'a [Described], listed: &'a Decisions, placed: &[Placed]) -> Self {
        let (mut contents, mut known) = (BTreeSet::new(), BTreeSet::new());
        let mut theirs: BTreeMap<String, String> = BTreeMap::new();
        for (at, source) in sources.iter().enumerate() {
            let name = source.origin.name();
            let saved = listed.sources.get(at).and_then(|one| one.fingerprint.as_deref());
            match (&source.origin, &source.content) {
                // Every copy of the program has it.
                (Origin::Sample(_), _) => {
                    contents.extend(saved);
                    known.insert(name);
                }
                (Origin::File(_), Some(content)) if content.custody != Custody::Respondents => {
                    contents.insert(content.fingerprint.as_str());
                    known.insert(name);
                }
                (Origin::File(_), _) => {
                    let place = placed.get(at).map_or(UNKNOWN, |place| place.name.as_str());
                    let place = Path::new(place).file_name().unwrap_or_default();
                    theirs.insert(name, place.to_string_lossy().into_owned());
                }
            }
        }
        // Two files of one name, one of respondents: where the name stands alone, it may be theirs.
        known.retain(|name| !theirs.contains_key(name));
        let mut theirs: Vec<(String, String)> = theirs.into_iter().collect();
        theirs.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { contents, known, theirs }
    }

    fn may_go(&self, content: &str) -> bool {
        self.contents.contains(content)
    }

    /// The files of a figure, one after the other: what is known to be no respondent's stays, the
    /// rest is named by what it is, or not at all.
    fn files(&self, source: &str) -> String {
        let mut rest = source;
        let mut files: BTreeSet<&str> = BTreeSet::new();
        while !rest.is_empty() {
            let ends = |name: &str| {
                let after = rest.strip_prefix(name)?;
                after.strip_prefix(", ").or_else(|| after.is_empty().then_some(after))
            };
            let theirs = self.theirs.iter().map(|(name, place)| (name, place.as_str()));
            let known = self.known.iter().map(|name| (name, name.as_str()));
            // A name may hold what stands between two.
            let found =
                theirs.chain(known).filter_map(|(name, shown)| Some((name, shown, ends(name)?)));
            if let Some((_, shown, after)) = found.max_by_key(|(name, ..)| name.len()) {
                files.insert(shown);
                rest = after;
            } else {
                files.insert(UNKNOWN);
                rest = rest.split_once(", ").map_or("", |(_, after)| after);
            }
        }
        files.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// What was decided on: figures name no file of theirs, and no content of theirs is told.
    /// Whether anything was.
    fn decided(&self, figures: &mut [FrozenFigure], contents: &mut Vec<Fingerprint>) -> bool {
        let mut changed = false;
        for figure in figures {
            let files = self.files(&figure.source);
            changed |= files != figure.source;
            figure.source = files;
        }
        let before = contents.len();
        contents.retain(|one| self.may_go(&one.sha256) && self.known.contains(&one.file));
        changed | (contents.len() != before)
    }

    /// Wherever else one of their names is written, whole.
    fn elsewhere(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, place) in &self.theirs {
            let written = ron::to_string(name).unwrap_or_default();
            let written = written.trim_matches('"');
            if !written.is_empty() {
                text = replaced(&text, written, place);
            }
        }
        text
    }
}

/// A name by another, where it is no part of a longer one.
fn replaced(text: &str, name: &str, by: &str) -> String {
    let within = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-');
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = found.get(name.len()..).unwrap_or_default();
        made.push_str(before);
        let begins = made.chars().next_back().is_none_or(|sign| !within(sign) && sign != '.');
        let ends = after.chars().next().is_none_or(|sign| !within(sign));
        made.push_str(if begins && ends { by } else { name });
        rest = after;
    }
    made.push_str(rest);
    made
}

/// Takes out of decisions what tells of respondents: labels as they wrote them, what their forms
/// were read with (it quotes what was written), the names of their files and what these held,
/// wherever a decision names them.
///
/// # Errors
/// When what is left cannot be written as a project.
pub fn without(
    decisions: &mut Decisions,
    names: &Names<'_>,
    folder: &Path,
) -> Result<LeftOut, WithoutError> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let labels = std::mem::take(&mut decisions.labels);
    let before = decisions.mappings.len();
    decisions.mappings.retain(|mapping| mapping.kind.custody() != Custody::Respondents);
    let mappings = before - decisions.mappings.len();
    decisions.preferred.retain(|content| names.may_go(content));
    // A survey is named by its content, and by the member of an archive.
    decisions.survey_years.retain(|survey, _| {
        names.may_go(survey.split_once('/').map_or(survey, |(content, _)| content))
    });
    let mut traces = 0;
    let plan = &mut decisions.actions;
    let closed = plan.archive.iter_mut().flat_map(|year| &mut year.actions);
    for action in plan.actions.iter_mut().chain(closed) {
        if let Some(on) = &mut action.decided_on {
            traces += usize::from(names.decided(&mut on.figures, &mut on.fingerprints));
        }
    }
    for entry in &mut plan.journal {
        names.decided(&mut entry.figures, &mut entry.fingerprints);
    }
    // Paths are no words: they were given their names already.
    let sources = std::mem::take(&mut decisions.sources);
    let text = file::to_text(decisions, None, folder)?;
    *decisions = file::parse(&names.elsewhere(&text), folder)?;
    decisions.sources = sources;
    Ok(LeftOut {
        labels: count(labels.entries.len()),
        mappings: count(mappings),
        traces: count(traces),
    })
}
