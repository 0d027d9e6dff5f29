//! Training: the supply found, by ring of distance, and the links that the user corrects; what is
//! lacking; the ways in of a training body and of a company.

mod body;
mod company;
mod decided;
mod links;
mod relate;

use crate::matching::corrections::{LinkKey, Said};
use crate::matching::supply::Ring;
use crate::model::Fap;
use crate::project::Edit;
use crate::report::document::{Cell, Row};
use crate::ui::command::Command;
use crate::ui::desk::{About, Preview};
use crate::ui::screens::{View, balances, ready, search, sides};
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::{prose, weak};
use egui::{Key, Ui};
use std::sync::Arc;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Offers,
    /// From one occupation to the offers.
    Links,
    /// What was decided on links.
    Decided,
    /// What each occupation lacks.
    Balances,
    /// A training body and its catalogue.
    Body,
    /// A company and its headcount.
    Company,
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    side: Side,
    links: links::Panel,
    decided: decided::Panel,
    balances: balances::Panel,
    body: body::Panel,
    company: company::Panel,
    /// Whom tables are made for.
    about: Option<About>,
    grid: Grid,
    text: String,
    /// Only the occupation looked at.
    chosen_only: bool,
    /// Only this ring; certifications have none.
    ring: Option<Ring>,
    /// The link looked at: occupation, source and row.
    at: Option<(Fap, (usize, u32))>,
    /// What something is about to be related to.
    relate: relate::Panel,
}

/// A link under the user's hand.
struct Linked {
    key: LinkKey,
    title: String,
    /// What it stands on, in words.
    kind: String,
    occupation: Fap,
    label: String,
}

/// What is decided of it.
#[derive(Clone, Copy)]
enum Act {
    Right,
    Wrong,
    Forget,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if !ready(ui, view) {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            let named = [
                (Side::Offers, "training-as-offers"),
                (Side::Links, "training-as-links"),
                (Side::Decided, "training-as-decided"),
                (Side::Balances, "training-as-balances"),
                (Side::Body, "training-as-body"),
                (Side::Company, "training-as-company"),
            ];
            sides(ui, view, &mut self.side, &named);
        });
        match self.side {
            Side::Offers => self.offers(ui, view),
            Side::Links => self.links.show(ui, view),
            Side::Decided => self.decided.show(ui, view),
            Side::Balances => self.balances.show(ui, view),
            Side::Body => self.about = self.body.show(ui, view),
            Side::Company => self.about = self.company.show(ui, view),
        }
    }

    /// Whether tables made for one reader are looked at, and for whom.
    pub fn about(&self) -> (bool, Option<&About>) {
        let looked_at = matches!(self.side, Side::Body | Side::Company);
        (looked_at, self.about.as_ref().filter(|_| looked_at))
    }

    fn offers(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some((document, revision)) = view.session.document() else { return };
        let Some(table) = document.table("formation") else { return };
        let catalog = &view.session.catalog;
        ui.horizontal_wrapped(|ui| {
            search(ui, view, &mut self.text);
            let label = ui.label(view.text("column-ring"));
            let all = || view.text("ring-all");
            let name = |ring: Option<Ring>| {
                ring.map_or_else(all, |ring| view.text(&format!("ring-{}", ring.id())))
            };
            egui::ComboBox::from_id_salt("ring")
                .selected_text(name(self.ring))
                .width(170.0)
                .show_ui(ui, |ui| {
                    ui.selectable_value(&mut self.ring, None, name(None));
                    for ring in Ring::ALL {
                        ui.selectable_value(&mut self.ring, Some(ring), name(Some(ring)));
                    }
                })
                .response
                .labelled_by(label.id);
            if let Some(occupation) = view.selected.and_then(|code| view.session.occupation(code)) {
                let text =
                    catalog.with("training-chosen-only", &[("label", (&occupation.label).into())]);
                ui.checkbox(&mut self.chosen_only, text);
            }
            let count = self.grid.count(&view.session.catalog);
            weak(ui, &catalog.with("window-rows", &[("count", (&count).into())]));
        });
        ui.separator();
        if table.rows.is_empty() {
            prose(ui, &view.text("note-no-training-loaded"));
            return;
        }
        let column = table.column("ring");
        let ring = self.ring.map(|ring| view.text(&format!("ring-{}", ring.id())));
        let only = view.selected.filter(|_| self.chosen_only);
        let keep = |row: &Row| {
            let cell = column.and_then(|column| row.cells.get(column));
            let near = ring
                .as_ref()
                .is_none_or(|wanted| matches!(cell, Some(Cell::Text(text)) if text == wanted));
            near && only.is_none_or(|code| row.occupation == Some(code))
        };
        let tag = format!("{:?} {only:?}", self.ring);
        weak(ui, &table.about);
        if !self.relate.unlinked(ui, view) {
            self.decide(ui, view);
        }
        let wanted = Wanted { text: &self.text, tag: &tag, keep: &keep };
        let events = self.grid.show(ui, (table, revision), &wanted, view.selected, catalog);
        if let Some(row) = events.row.and_then(|row| table.rows.get(row)) {
            self.at = row.occupation.zip(row.origin);
            self.relate.at = row.origin.filter(|_| row.occupation.is_none());
        }
        view.follow(events);
    }

    /// The link looked at: right or wrong, by button or by key, undone as any decision.
    fn decide(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(linked) = self.at.and_then(|at| linked(view, at)) else {
            weak(ui, &view.text("links-none-chosen"));
            return;
        };
        let said = view.session.project.decisions().links.said(&linked.key, linked.occupation);
        // Keys are those of the table: a search field keeps its own.
        let free = ui.memory(|memory| memory.focused().is_none());
        let pressed = |key: Key| free && ui.input(|input| input.key_pressed(key));
        let mut act = None;
        if pressed(Key::Enter) {
            act = Some(Act::Right);
        } else if pressed(Key::Delete) {
            act = Some(Act::Wrong);
        }
        ui.horizontal_wrapped(|ui| {
            let words = [
                ("title", linked.title.as_str()),
                ("label", &linked.label),
                ("kind", &linked.kind),
            ];
            let args: Vec<_> = words.iter().map(|(name, text)| (*name, (*text).into())).collect();
            ui.label(view.session.catalog.with("links-chosen", &args));
            if ui.button(view.text("links-right")).clicked() {
                act = Some(Act::Right);
            }
            if ui.button(view.text("links-wrong")).clicked() {
                act = Some(Act::Wrong);
            }
            let forget = egui::Button::new(view.text("links-forget"));
            if ui.add_enabled(said != Said::Nothing, forget).clicked() {
                act = Some(Act::Forget);
            }
        });
        let told = view.text("links-relate");
        let (key, under) = (&linked.key, Some(linked.occupation));
        ui.horizontal_wrapped(|ui| self.relate.show(ui, view, &told, key, under));
        let Some(act) = act else { return };
        let mut links = view.session.project.decisions().links.clone();
        match act {
            Act::Right => links.accept(linked.key, linked.occupation),
            Act::Wrong => links.refuse(linked.key, linked.occupation),
            Act::Forget => links.forget(linked.key, linked.occupation),
        }
        view.send(Command::Do(Edit::Links(links)));
    }
}

/// The document of one reader that was asked for, and its revision; else why it is not there.
fn of_one_reader(ui: &mut Ui, view: &View<'_>) -> Option<(Arc<Preview>, u64)> {
    let Some((preview, revision)) = view.session.preview() else {
        waiting(ui, view);
        return None;
    };
    if let Err(why) = &preview.made {
        let told = view.session.catalog.with("documents-refused", &[("why", why.into())]);
        prose(ui, &told);
        return None;
    }
    Some((Arc::clone(preview), revision))
}

/// Why there is no document yet.
fn waiting(ui: &mut Ui, view: &View<'_>) {
    let failed = view.session.has_failed_papers();
    prose(ui, &view.text(if failed { "documents-failed" } else { "window-working" }));
}

/// The offer or certification of a row of the table, with its link.
fn linked(view: &View<'_>, (code, at): (Fap, (usize, u32))) -> Option<Linked> {
    let occupation = view.session.occupation(code)?;
    let supply = &occupation.supply;
    let offers = supply.offers.iter().chain(&supply.proposed);
    let offer = offers.into_iter().find(|offer| (offer.source, offer.row) == at);
    let (key, title, link) = if let Some(offer) = offer {
        (LinkKey::of_offer(offer), offer.title.clone(), offer.link)
    } else {
        let mut all = supply.certifications.iter();
        let found = all.find(|found| (found.source, found.row) == at)?;
        (LinkKey::of_certification(found), found.label.clone(), found.link)
    };
    Some(Linked {
        key,
        title,
        kind: view.text(&format!("link-kind-{}", link.kind.id())),
        occupation: code,
        label: occupation.label.clone(),
    })
}
