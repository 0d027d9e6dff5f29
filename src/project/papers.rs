//! Saved form of what a user decides of documents.

use crate::model::papers::{Choices, Dress, Papers, Words};
use crate::project::file::{relative, tidy};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Serialize, Deserialize)]
pub struct PapersV1 {
    #[serde(default)]
    accent: Option<[u8; 3]>,
    #[serde(default)]
    organisation: String,
    /// Relative to the project, with `/`.
    #[serde(default)]
    logo: Option<String>,
    #[serde(default)]
    logo_shows: String,
    #[serde(default)]
    kinds: BTreeMap<String, ChoicesV1>,
}

#[derive(Serialize, Deserialize)]
struct ChoicesV1 {
    #[serde(default)]
    title: String,
    #[serde(default)]
    order: Vec<String>,
    #[serde(default)]
    off: BTreeSet<String>,
    #[serde(default)]
    on: BTreeSet<String>,
    #[serde(default)]
    introduction: String,
    #[serde(default)]
    conclusions: String,
    /// Of one occupation (`fap2021:V0X60`), section or body.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    subjects: BTreeMap<String, WordsV1>,
    /// `2026-06-30`; one that cannot be read is as if there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WordsV1 {
    #[serde(default)]
    introduction: String,
    #[serde(default)]
    conclusions: String,
}

/// `None` where nothing was decided.
pub fn papers(papers: &Papers, folder: &Path) -> Option<PapersV1> {
    if *papers == Papers::default() {
        return None;
    }
    let Dress { accent, organisation, logo, logo_shows } = &papers.dress;
    let one = |(kind, choices): (&String, &Choices)| {
        let Choices { title, order, off, on, introduction, conclusions, subjects, since } =
            choices.clone();
        let since = since.map(|date| date.to_string());
        let subjects = subjects.into_iter().map(|(subject, words)| {
            let Words { introduction, conclusions } = words;
            (subject, WordsV1 { introduction, conclusions })
        });
        let subjects = subjects.collect();
        let saved = ChoicesV1 { title, order, off, on, introduction, conclusions, subjects, since };
        (kind.clone(), saved)
    };
    Some(PapersV1 {
        accent: *accent,
        organisation: organisation.clone(),
        logo: logo.as_ref().map(|path| relative(path, folder)),
        logo_shows: logo_shows.clone(),
        kinds: papers.kinds.iter().map(one).collect(),
    })
}

/// What was decided, in a project that lies in `folder`. A kind or a section that this version
/// does not know is kept as it is written.
pub fn papers_back(saved: Option<PapersV1>, folder: &Path) -> Papers {
    let Some(PapersV1 { accent, organisation, logo, logo_shows, kinds }) = saved else {
        return Papers::default();
    };
    let one = |(kind, choices): (String, ChoicesV1)| {
        let ChoicesV1 { title, order, off, on, introduction, conclusions, subjects, since } =
            choices;
        let since = since.and_then(|text| text.parse().ok());
        let subjects = subjects.into_iter().map(|(subject, words)| {
            let WordsV1 { introduction, conclusions } = words;
            (subject, Words { introduction, conclusions })
        });
        let subjects = subjects.collect();
        let read = Choices { title, order, off, on, introduction, conclusions, subjects, since };
        (kind, read)
    };
    let logo = logo.map(|path| tidy(&folder.join(path)));
    Papers {
        dress: Dress { accent, organisation, logo, logo_shows },
        kinds: kinds.into_iter().map(one).collect(),
    }
}
