//! Documents as the window shows them: what they are made of, and a preview. Computed off the
//! frame, and only while they are looked at.

use super::{DocumentKey, Session};
use crate::analysis::{Results, with_lists};
use crate::jobs::{Derived, Job};
use crate::project::{Origin, Source};
use crate::report::citation::FigureId;
use crate::report::provenance::Provenance;
use crate::ui::desk::{About, Desk, Given, Preview};
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DeskKey {
    document: DocumentKey,
    planning: u64,
    actions: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct PreviewKey {
    desk: u64,
    about: About,
    papers: u64,
}

#[derive(Default)]
pub(super) struct Desks {
    looked_at: bool,
    desk: Derived<DeskKey, Arc<Desk>>,
    desk_revision: u64,
    wanted: Option<About>,
    preview: Derived<PreviewKey, Arc<Preview>>,
    preview_revision: u64,
}

impl Desks {
    pub(super) const fn is_running(&self) -> bool {
        self.looked_at && (self.desk.is_running() || self.preview.is_running())
    }
}

impl Session {
    /// Whether documents are looked at, and which: else nothing of them is computed.
    pub fn look_at_papers(&mut self, looked_at: bool, wanted: Option<&About>) {
        self.desks.looked_at = looked_at;
        if self.desks.wanted.as_ref() != wanted {
            self.desks.wanted = wanted.cloned();
        }
    }

    /// Whether a document is the one looked at.
    pub fn is_looked_at(&self, wanted: Option<&About>) -> bool {
        self.desks.wanted.as_ref() == wanted
    }

    /// What documents are made of, as last computed, and its revision.
    pub fn desk(&self) -> Option<(&Arc<Desk>, u64)> {
        self.results()?;
        Some((self.desks.desk.value()?, self.desks.desk_revision))
    }

    /// The last preview, where it is of the document looked at, and its revision.
    pub fn preview(&self) -> Option<(&Arc<Preview>, u64)> {
        let preview = self.desks.preview.value()?;
        let is_wanted = Some(&preview.about) == self.desks.wanted.as_ref();
        is_wanted.then_some((preview, self.desks.preview_revision))
    }

    /// Whether the documents are those of the present decisions, so that they may leave.
    pub fn may_export(&self) -> bool {
        self.is_settled() && self.has_seen_project() && self.desks.desk.is_current(&self.desk_key())
    }

    /// Documents could not be made of this analysis: a panic, said and not tried again.
    pub fn has_failed_papers(&self) -> bool {
        self.desks.desk.has_failed(&self.desk_key()) || self.desks.preview.is_stopped()
    }

    /// Where a figure of the document looked at comes from.
    pub fn where_in_paper(&self, id: FigureId) -> Option<Provenance> {
        self.preview()?.0.where_from(id)
    }

    /// Names of sources whose content is not the one that was saved.
    pub fn changed_sources(&self) -> Vec<String> {
        let sources = self.project.decisions().sources.iter();
        let changed = |source: &&Source| {
            let saved = source.fingerprint.as_ref();
            let read = self.fingerprint(&source.origin);
            read.is_some_and(|read| saved.is_some_and(|saved| *saved != read))
        };
        sources.filter(changed).map(|source| source.origin.name()).collect()
    }

    /// What is never written over.
    pub fn protected(&self) -> Vec<std::path::PathBuf> {
        let decisions = self.project.decisions();
        let files = decisions.sources.iter().filter_map(|source| match &source.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Sample(_) => None,
        });
        let more = self.project.path.iter().chain(&decisions.papers.dress.logo).cloned();
        files.chain(more).collect()
    }

    fn desk_key(&self) -> DeskKey {
        DeskKey {
            document: self.document_key(),
            planning: self.decided.planning_revision,
            actions: self.decided.actions_revision,
        }
    }

    fn given(&self, results: &Arc<Results>) -> Given {
        Given {
            results: Arc::clone(results),
            inputs: self.inputs(),
            survey: self.survey().map(|(view, _)| Arc::clone(view)),
            perceived: self.perceived().cloned(),
            reference: Arc::clone(&self.reference),
            parameters: Arc::clone(&self.adjusted),
            catalog: Arc::clone(&self.catalog),
            comparison: self.comparison(),
            planning: Arc::clone(&self.decided.planning),
            actions: Arc::clone(&self.decided.actions),
        }
    }

    /// Starts what is looked at and out of date; the former stays until the newer is there.
    pub(super) fn derive_papers(&mut self) {
        if !self.desks.looked_at || !self.document.is_current(&self.document_key()) {
            return;
        }
        let Some(results) = self.results().map(Arc::clone) else { return };
        // Apart, so that what is given is gathered only where something is to be made of it.
        let mut desks = std::mem::take(&mut self.desks);
        self.derive_desk(&mut desks, &results);
        self.desks = desks;
    }

    fn derive_desk(&self, desks: &mut Desks, results: &Arc<Results>) {
        let came = desks.desk.update(&self.desk_key(), || {
            let given = self.given(results);
            let perimeters = self.project.decisions().perimeters.clone();
            Job::spawn("desk", self.waker(), move |control| {
                let reference = with_lists(&given.inputs, &given.reference);
                let reference = Arc::new(reference.with_perimeters(&perimeters));
                Arc::new(Desk::new(Given { reference, ..given }, control))
            })
        });
        desks.desk_revision += u64::from(came);
        let (Some(desk), Some(about)) = (desks.desk.value(), desks.wanted.clone()) else {
            return;
        };
        let papers = self.decided.papers_revision;
        let key = PreviewKey { desk: desks.desk_revision, about, papers };
        let came = desks.preview.update(&key, || {
            let (desk, about) = (Arc::clone(desk), key.about.clone());
            let papers = Arc::clone(&self.decided.papers);
            Job::spawn("preview", self.waker(), move |_| {
                Arc::new(Preview::new(desk, &papers, about))
            })
        });
        desks.preview_revision += u64::from(came);
    }
}
