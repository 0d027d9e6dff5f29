//! What reports are built from, and where a number that is shown comes from.

use super::Session;
use crate::report::build::{Context, body, company};
use crate::report::provenance::{self, Asked, Provenance};

impl Session {
    /// What the builders of the report read, for the present results.
    pub fn context(&self) -> Option<Context<'_>> {
        Some(Context {
            results: self.results()?,
            catalog: &self.catalog,
            reference: &self.reference,
            parameters: &self.adjusted,
            comparison: self.comparison(),
            inquiry: self.survey().map(|(view, _)| &view.inquiry),
            perceived: self.perceived().map(|told| &told.perceived),
            actions: self.actions(),
        })
    }

    /// The answer, under the name that the document gives the number; `None` without results.
    pub fn where_from(&self, asked: Asked) -> Option<Provenance> {
        // Tables of one reader alone are in no other document.
        let apart = [body::ID, body::UNFED, company::ID].contains(&asked.table);
        if apart && let Some((preview, _)) = self.preview() {
            return Some(preview.where_asked(asked));
        }
        let asked = match self.document() {
            Some((document, _)) => asked.cited_in(document),
            None => asked,
        };
        let context = self.context()?;
        let trained = self.trained().filter(|_| asked.is_of_plan());
        let results = trained.map_or(context.results, |(trained, _)| &*trained.results);
        let plan = self.plan().map(|(plan, _)| &**plan);
        Some(provenance::of(&Context { results, ..context }, plan, &asked))
    }
}
