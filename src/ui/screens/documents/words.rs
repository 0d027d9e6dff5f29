//! Words of the user in a document: title, introduction, conclusions, and figures cited in them.

use super::{Screen, WordsFor, decide};
use crate::model::papers::{Choices, Part};
use crate::report::paper::Kind;
use crate::ui::desk::{About, Fact};
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{field, prose, section, weak};
use egui::{ComboBox, RichText, Ui};
use std::sync::Arc;

/// Which text, and its words in the catalogs.
const TEXTS: [(Part, &str); 2] = [
    (Part::Introduction, "documents-insert-introduction"),
    (Part::Conclusions, "documents-insert-conclusions"),
];

fn salt(kind: Kind, part: &str, subject: Option<&str>) -> String {
    format!("documents-{}-{part}-{}", kind.id(), subject.unwrap_or_default())
}

impl Screen {
    pub(super) fn words_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let kind = self.kind;
        section(ui, &view.text("documents-words"));
        let choices = view.session.project.decisions().papers.of(kind.id()).cloned();
        let choices = choices.unwrap_or_default();
        let label = ui.label(view.text("documents-title"));
        let salted = salt(kind, "title", None);
        if let Some(title) = field::field(ui, &salted, &choices.title, f32::INFINITY, label.id) {
            decide(view, kind, |choices| choices.title = title);
        }
        if kind == Kind::Bulletin {
            self.since_ui(ui, view, &choices);
        }
        let subject = self.subject_ui(ui, view);
        let subject = subject.as_deref();
        for part in Part::ALL {
            let label = ui.label(view.text(&format!("paper-heading-{}", part.id())));
            let text = choices.own(part, subject);
            let salted = salt(kind, part.id(), subject);
            if let Some(text) = field::lines(ui, &salted, text, 3, label.id) {
                write(view, kind, (part, subject), text);
            }
            broken_ui(ui, view, part.id());
        }
        if subject.is_some() {
            weak(ui, &view.text("documents-words-alone-help"));
        }
        weak(ui, &view.text("documents-words-help"));
        self.figure_ui(ui, view);
    }

    /// Whether the words are for the sheet looked at alone, and what they are kept under then.
    fn subject_ui(&mut self, ui: &mut Ui, view: &View<'_>) -> Option<String> {
        let subject = match self.about.as_ref()? {
            About::Of(subject) => subject.key()?,
            About::Company(_) => return None,
        };
        ui.horizontal_wrapped(|ui| {
            ui.selectable_value(&mut self.words, WordsFor::All, view.text("documents-words-all"));
            ui.selectable_value(&mut self.words, WordsFor::One, view.text("documents-words-alone"));
        });
        (self.words == WordsFor::One).then_some(subject)
    }

    /// Since when the bulletin tells what was done of the plan of action.
    fn since_ui(&mut self, ui: &mut Ui, view: &mut View<'_>, choices: &Choices) {
        let language = view.session.catalog.language();
        let known = choices.since.map(|date| crate::format::date(date, language));
        let known = known.unwrap_or_default();
        let label = ui.label(view.text("documents-since"));
        if let Some(text) = field::parsed(ui, "documents-since", &known, 120.0, label.id) {
            let typed = text.trim();
            let date = typed.parse().ok();
            let unread = date.is_none() && !typed.is_empty();
            self.unread_since = unread.then(|| typed.to_owned());
            if !unread {
                decide(view, Kind::Bulletin, |choices| choices.since = date);
            }
        }
        let key = if self.unread_since.is_some() {
            "documents-since-unread"
        } else {
            "documents-since-help"
        };
        weak(ui, &view.text(key));
    }

    /// A figure that is cited: of the territory as a whole, or clicked in the preview.
    fn figure_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(desk) = view.session.desk().map(|(desk, _)| Arc::clone(desk)) else { return };
        let label = ui.label(view.text("documents-figure"));
        let text = |fact: &Fact| {
            let about = if fact.label.is_empty() { "" } else { " – " };
            format!("{}{about}{}", fact.shown, fact.label)
        };
        let none = || view.text("documents-figure-none");
        ComboBox::from_id_salt("documents-figure")
            .selected_text(self.picked.as_ref().map_or_else(none, text))
            .width(ui.available_width() - 12.0)
            .height(360.0)
            .truncate()
            .show_ui(ui, |ui| {
                for fact in &desk.facts {
                    let is_picked = self.picked.as_ref().is_some_and(|one| one.id == fact.id);
                    if ui.selectable_label(is_picked, text(fact)).clicked() {
                        self.picked = Some(fact.clone());
                    }
                }
            })
            .response
            .labelled_by(label.id);
        let Some(picked) = self.picked.clone() else { return };
        let subject = match &self.about {
            Some(About::Of(subject)) if self.words == WordsFor::One => subject.key(),
            _ => None,
        };
        let subject = subject.as_deref();
        let cited = format!("{{{}}}", picked.id);
        weak(ui, &cited);
        ui.horizontal_wrapped(|ui| {
            for (part, key) in TEXTS {
                if ui.button(view.text(key)).clicked() {
                    let papers = &view.session.project.decisions().papers;
                    let choices = papers.of(self.kind.id()).cloned().unwrap_or_default();
                    let known = choices.own(part, subject);
                    let salted = salt(self.kind, part.id(), subject);
                    let after = field::with(ui, &salted, known, &cited);
                    write(view, self.kind, (part, subject), after);
                }
            }
        });
    }
}

fn write(view: &mut View<'_>, kind: Kind, (part, subject): (Part, Option<&str>), text: String) {
    decide(view, kind, |choices| choices.write(part, subject, text));
}

/// Names in a text that no figure bears.
fn broken_ui(ui: &mut Ui, view: &View<'_>, part: &str) {
    let Some((preview, _)) = view.session.preview() else { return };
    let (catalog, colour) = (&view.session.catalog, palette(ui).flagged);
    for one in preview.broken().iter().filter(|one| one.part == part) {
        let told = catalog.with("documents-broken", &[("written", (&one.written).into())]);
        ui.label(RichText::new(crate::format::prose(&told)).color(colour));
    }
    if !preview.broken().is_empty() && part == "conclusions" {
        prose(ui, &catalog.text("documents-broken-help"));
    }
}
