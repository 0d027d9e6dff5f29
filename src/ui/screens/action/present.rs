//! The figures of today, looked up in the document once for what the plan stands on.

use crate::actions::follow::{Present, keys};
use crate::model::action::ActionPlan;
use crate::model::action::decided::FigureKey;
use crate::report::build::frozen::Freezer;
use crate::ui::screens::View;
use crate::ui::session::Session;

/// Passing state.
#[derive(Debug, Default)]
pub struct Kept {
    made: Option<(Option<u64>, Vec<FigureKey>, Option<Present>)>,
}

/// The document of the window, to keep figures of.
pub fn freezer(session: &Session) -> Option<Freezer<'_>> {
    let (document, _) = session.document()?;
    let context = session.context()?;
    // Figures of respondents are kept once they are outside: not before.
    Some(Freezer { context, document, plan: None, let_out: false })
}

impl Kept {
    /// The figures that a plan stands on, as the loaded files give them; `None` without a document.
    pub fn follow(&mut self, view: &View<'_>, plan: &ActionPlan) -> Option<&Present> {
        let document = view.session.document().map(|(_, revision)| revision);
        let keys = keys(plan);
        let current =
            self.made.as_ref().is_some_and(|(of, made, _)| *of == document && *made == keys);
        if !current {
            let present = freezer(view.session).map(|freezer| freezer.present(&keys));
            self.made = Some((document, keys, present));
        }
        self.made.as_ref().and_then(|(_, _, present)| present.as_ref())
    }
}
