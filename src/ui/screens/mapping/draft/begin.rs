//! How a draft begins: with what was confirmed on its form before, else with proposals.

use super::{Anew, Before, Draft};
use crate::model::Kind;
use crate::readers::fields;
use crate::readers::mapping::{
    Field, From, Heading, Held, KINDS, Mapping, Restored, Why, guess, nearest, nearly, of_header,
    restore,
};
use std::sync::Arc;

impl Draft {
    /// Looks at every column anew, and reads the rows.
    pub fn choose(&mut self, choice: Anew) {
        match choice {
            Anew::Sheet(sheet) => self.choose_sheet(sheet),
            Anew::Heading(heading) => {
                self.look(heading);
                self.choose_kind(self.mapping.kind);
            }
            Anew::Kind(kind) => self.choose_kind(kind),
        }
        self.previewed = self.revision;
        self.preview = Arc::new(self.read());
    }

    fn look(&mut self, heading: Heading) {
        self.heading = heading;
        let names = heading.names(self.rows());
        self.held = Arc::new(Held::of(&names, heading.below(self.rows())));
    }

    pub(super) fn choose_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        let former = Arc::clone(&self.former);
        let known = nearest(&former, self.rows()).map(|found| (found.heading, found.mapping.kind));
        let known = known
            .or_else(|| nearly(&former, self.rows()).map(|near| (near.heading, near.mapping.kind)));
        self.look(known.map_or_else(|| guess(self.rows()), |(heading, _)| heading));
        let kind = known.map_or_else(|| self.likeliest_kind(), |(_, kind)| kind);
        self.choose_kind(kind);
    }

    /// The kind whose required fields are best found.
    fn likeliest_kind(&self) -> Kind {
        let score = |kind: Kind| {
            let found = self.held.propose(kind, &self.former);
            // A form of opinions has a column for each question.
            let in_columns =
                |name: &str| kind == Kind::ActorOpinions && matches!(name, "question" | "answer");
            let required = |name: &str| fields::is_required(kind, name) && !in_columns(name);
            let total: f64 = found
                .iter()
                .map(|proposal| {
                    proposal.score * if required(&proposal.field.name) { 2.0 } else { 1.0 }
                })
                .sum();
            let missing = fields::of(kind)
                .iter()
                .filter(|spec| required(spec.name))
                .filter(|spec| found.iter().all(|proposal| proposal.field.name != spec.name))
                .count();
            #[expect(clippy::cast_precision_loss, reason = "a handful of fields")]
            let missing = missing as f64;
            total - missing
        };
        let scored = KINDS.map(|kind| (kind, score(kind)));
        let best = scored.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
        best.map_or(Kind::SurveyEstablishments, |(kind, _)| kind)
    }

    /// What was confirmed for a kind on this form, else columns proposed anew.
    fn choose_kind(&mut self, kind: Kind) {
        self.mapping.kind = kind;
        self.mapping.two_rows = self.heading.two_rows;
        self.mapping.seen = self.names().iter().filter(|name| !name.is_empty()).cloned().collect();
        self.mapping.fields.clear();
        self.mapping.questions.clear();
        self.reasons.clear();
        self.suggested.clear();
        self.before = None;
        let former = Arc::clone(&self.former);
        match of_header(&former, &self.held.header, kind) {
            Some(known) => self.take_up(known),
            None => self.propose(&former),
        }
        self.revision += 1;
    }

    /// Takes up what was decided: what had no column has none, what was left aside stays so. A
    /// field whose column is gone is proposed one of those that are new.
    fn take_up(&mut self, known: &Mapping) {
        let Restored { mapping, open, gone, new } = restore(known, &self.held.header);
        let confirmed = |field: &Field| (field.name.clone(), (1.0, Why::ConfirmedBefore));
        self.reasons = mapping.fields.iter().map(confirmed).collect();
        self.mapping.fields = mapping.fields;
        self.mapping.questions = mapping.questions;
        let free =
            |name: &str, header: &str| self.mapping.field(name).is_none() && new.contains(header);
        let found = self.held.propose_some(known.kind, &[], &free);
        for proposal in found {
            let name = proposal.field.name.clone();
            if open.contains(&name) && proposal.is_sure() {
                self.reasons.insert(name, (proposal.score, proposal.why));
                self.mapping.fields.push(proposal.field);
            } else {
                self.suggested.insert(name, proposal);
            }
        }
        self.ask(|header| new.contains(header));
        self.before = Some(Before { file: known.confirmed_on.clone(), new, gone });
    }

    /// Fills the fields that a column surely is of, suggests the others.
    fn propose(&mut self, former: &[Mapping]) {
        let found = self.held.propose(self.mapping.kind, former);
        // Without a column for the question, each opinion has a column of its own.
        let is_wide = self.mapping.kind == Kind::ActorOpinions
            && !found.iter().any(|one| one.field.name == "question" && one.is_sure());
        for proposal in found {
            let name = proposal.field.name.clone();
            if proposal.is_sure() && !(is_wide && name == "answer") {
                self.reasons.insert(name, (proposal.score, proposal.why));
                self.mapping.fields.push(proposal.field);
            } else {
                self.suggested.insert(name, proposal);
            }
        }
        self.stand_in(self.mapping.kind);
        self.ask(|_| true);
    }

    /// What a form seldom asks: the row stands for an identifier; a form that was sent was
    /// answered; the file is the source.
    fn stand_in(&mut self, kind: Kind) {
        let name = self.origin.name();
        let stand_ins = [
            (Kind::SurveyEstablishments, "id", From::RowNumber),
            (Kind::SurveyEstablishments, "status", From::Constant("répondant".to_owned())),
            (Kind::JobOffers, "id", From::RowNumber),
            (Kind::JobOffers, "source", From::Constant(name)),
            (Kind::JobOffers, "status", From::Constant("inconnue".to_owned())),
            (Kind::TrainingCatalogue, "id", From::RowNumber),
            (Kind::ActorOpinions, "respondent", From::RowNumber),
        ];
        for (of, field, from) in stand_ins {
            if of == kind && self.mapping.field(field).is_none() {
                self.set_source(field, Some(from));
            }
        }
    }
}
