//! All that is published of a territory in one document: what decisions keep figures of, and what
//! these are looked up in again.

use super::Session;
use crate::analysis::planning::Plan;
use crate::report::build::Context;
use crate::report::build::planned::{Planned, Tables, tables};
use crate::report::document::Document;

/// What the whole document was made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    document: Option<u64>,
    trained: Option<u64>,
    planned: Option<u64>,
    exports: usize,
}

impl Session {
    /// Changes where the whole document does.
    pub fn whole_revision(&self) -> Made {
        Made {
            document: self.document().map(|(_, revision)| revision),
            trained: self.trained().map(|(_, revision)| revision),
            planned: self.planned().map(|(_, revision)| revision),
            exports: self.log.releases.len(),
        }
    }

    /// The document of the window with needs, gaps and candidates, as far as they are made.
    pub fn whole(&self) -> Option<Document> {
        let mut document = Document::clone(self.document()?.0);
        let mut take = |tables: &Tables| {
            let Tables { candidates, choice, levers, balances, .. } = tables;
            document.tables.extend([candidates.table.clone(), levers.clone(), balances.clone()]);
            document.tables.extend(choice.as_ref().map(|listed| listed.table.clone()));
        };
        if let Some((tables, _)) = self.planned() {
            take(tables);
        } else if let (Some((trained, _)), Some(context)) = (self.trained(), self.balanced()) {
            let none = Plan::none(self.today);
            let (verdicts, unfed) = (&trained.verdicts, trained.unfed.as_slice());
            take(&tables(&Planned { context, verdicts, unfed, plan: &none }));
        }
        Some(document)
    }

    /// What the builders of the report read, with balances where they are made.
    pub fn balanced(&self) -> Option<Context<'_>> {
        let context = self.context()?;
        let results = self.trained().map_or(context.results, |(trained, _)| &*trained.results);
        Some(Context { results, ..context })
    }

    /// Whether what is published of respondents has left the project as it is now.
    pub fn has_let_out(&self) -> bool {
        self.releases().iter().all(|release| !self.log.adds(release))
    }
}
