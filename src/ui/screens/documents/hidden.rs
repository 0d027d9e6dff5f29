//! What does not leave, and why; what earlier exports have given away.

use super::Screen;
use crate::format::integer;
use crate::report::build::{exposed as given_away, secrecy};
use crate::ui::bar::{forgotten, keep_secret};
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::grid::Wanted;
use crate::ui::widgets::{facts, prose, section, weak};
use egui::{RichText, Ui};
use std::sync::Arc;

impl Screen {
    pub(super) fn hidden_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(context) = view.session.context() else { return };
        let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
        if published.is_none() && context.perceived.is_none() {
            prose(ui, &view.text("documents-hidden-none"));
            return;
        }
        section(ui, &view.text("cover-survey"));
        if let Some((desk, _)) = view.session.desk().filter(|_| published.is_some()) {
            let (sentence, reasons) = secrecy(&desk.hidden, &context);
            prose(ui, &sentence);
            facts(ui, "documents-kept-back", &reasons);
        }
        exposed_ui(ui, view);
        forgotten(ui, view);
        let key = match view.session.project.path {
            Some(_) => "secrecy-memory",
            None => "secrecy-unsaved",
        };
        weak(ui, &view.text(key));
        keep_secret(ui, view);
        let Some((desk, revision)) = view.session.desk() else { return };
        let masked = Arc::clone(&desk.masked);
        section(ui, &masked.title);
        weak(ui, &masked.about);
        let wanted = Wanted { text: "", tag: "all", keep: &|_| true };
        let catalog = Arc::clone(&view.session.catalog);
        let events = self.masked.show(ui, (&masked, revision), &wanted, None, &catalog);
        view.follow(events);
    }
}

/// Answers that earlier exports and this one tell together.
pub(super) fn exposed_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(context) = view.session.context() else { return };
    let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
    if published.is_some_and(|published| published.is_of_others) {
        let text = context.catalog.text("secrecy-of-others");
        ui.label(RichText::new(crate::format::prose(&text)).color(palette(ui).flagged).strong());
    }
    let exposed = published.map_or(0, |published| published.exposed)
        + context.perceived.map_or(0, |perceived| perceived.exposed);
    if exposed == 0 {
        return;
    }
    let exposed = u32::try_from(exposed).unwrap_or(u32::MAX);
    let shown = integer(f64::from(exposed), context.catalog.language());
    let args = [("count", exposed.into()), ("shown", (&shown).into())];
    let text = context.catalog.with("secrecy-exposed", &args);
    ui.label(RichText::new(crate::format::prose(&text)).color(palette(ui).flagged).strong());
    let names = given_away::of(&context);
    if !names.is_empty() {
        let list = names.join(&context.catalog.text("list-separator"));
        weak(ui, &context.catalog.with("secrecy-exposed-which", &[("list", (&list).into())]));
    }
}
