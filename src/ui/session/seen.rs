//! What the session holds for the screens, of the present question.

use crate::analysis::{AnalysisError, Results};
use crate::model::Fap;
use crate::report::document::Document;
use crate::ui::session::{Choices, Session};
use std::sync::Arc;

impl Session {
    pub fn choices(&self) -> Option<&Choices> {
        self.choices.value()
    }

    /// The last results, and whether they are of the present question.
    pub fn results(&self) -> Option<&Arc<Results>> {
        let analysis = self.results.value()?.as_ref().ok()?;
        Some(&analysis.results)
    }

    pub fn error(&self) -> Option<&AnalysisError> {
        self.results.value().and_then(|result| result.as_ref().err())
    }

    /// The analysis panicked on these files.
    pub fn has_failed(&self) -> bool {
        let decisions = self.project.decisions();
        decisions
            .territory
            .is_some_and(|territory| self.results.has_failed(&self.results_key(territory)))
    }

    /// The document shown and its revision.
    pub fn document(&self) -> Option<(&Arc<Document>, u64)> {
        self.results()?;
        self.document.value().map(|document| (document, self.document_revision))
    }

    pub fn occupation(&self, code: Fap) -> Option<&crate::analysis::results::Occupation> {
        self.results()?.occupations.iter().find(|occupation| occupation.code == code)
    }
}
