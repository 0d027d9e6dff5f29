//! The figures of today, looked up once in all that is published of the territory for what the plan
//! stands on; those that a decision or an indicator may be tied to.

use crate::actions::follow::{Present, keys};
use crate::model::Fap;
use crate::model::action::ActionPlan;
use crate::model::action::decided::FigureKey;
use crate::report::build::adopt::keys_of;
use crate::report::build::frozen::{Freezer, offered};
use crate::report::document::Document;
use crate::ui::screens::View;
use crate::ui::session::Session;
use crate::ui::session::whole::Made;

/// A figure that may be chosen, and what it is of.
type Offered = (FigureKey, String);

/// Passing state.
#[derive(Debug, Default)]
pub struct Kept {
    whole: Option<(Made, Option<Document>)>,
    present: Option<(Made, Vec<FigureKey>, Option<Present>)>,
    /// Of these occupations.
    offered: Option<(Made, Vec<String>, Vec<Offered>)>,
}

/// What is published today.
#[derive(Clone, Copy)]
pub struct Today<'a> {
    /// Of what the plan stands on; `None` without a document.
    pub present: Option<&'a Present>,
    pub freezer: Option<Freezer<'a>>,
    /// Figures that may be chosen, with what each is of.
    pub offered: &'a [Offered],
}

impl Kept {
    /// What is published, for a plan; figures may be chosen among those of some occupations.
    pub fn today<'a>(
        &'a mut self,
        session: &'a Session,
        plan: &ActionPlan,
        occupations: &[String],
    ) -> Today<'a> {
        let made = session.whole_revision();
        if self.whole.as_ref().is_none_or(|(of, _)| *of != made) {
            self.whole = Some((made, session.whole()));
        }
        let document = self.whole.as_ref().and_then(|(_, document)| document.as_ref());
        let freezer = document.zip(session.balanced()).map(|(document, context)| Freezer {
            context,
            document,
            plan: session.plan().map(|(plan, _)| &**plan),
            // Figures of respondents are kept once they are outside: not before.
            let_out: session.has_let_out(),
        });
        let mut keys = keys(plan);
        // What a decision taken now would keep, too.
        keys.extend(plan.actions.iter().flat_map(keys_of));
        keys.sort();
        keys.dedup();
        if self.present.as_ref().is_none_or(|(of, with, _)| *of != made || *with != keys) {
            let present = freezer.map(|freezer| freezer.present(&keys));
            self.present = Some((made, keys, present));
        }
        let known = self.offered.as_ref();
        if known.is_none_or(|(of, with, _)| *of != made || *with != occupations) {
            let codes: Vec<Fap> = occupations.iter().filter_map(|one| one.parse().ok()).collect();
            let all = document.map(|document| offered(document, &codes)).unwrap_or_default();
            self.offered = Some((made, occupations.to_vec(), all));
        }
        Today {
            present: self.present.as_ref().and_then(|(_, _, present)| present.as_ref()),
            freezer,
            offered: self.offered.as_ref().map(|(_, _, all)| all.as_slice()).unwrap_or_default(),
        }
    }

    /// The same, for what is drawn.
    pub fn of<'a>(
        &'a mut self,
        view: &View<'a>,
        plan: &ActionPlan,
        occupations: &[String],
    ) -> Today<'a> {
        self.today(view.session, plan, occupations)
    }
}
