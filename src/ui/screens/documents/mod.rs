//! Documents: which one, a preview of it, what is hidden, and their export.

mod choose;
mod dress;
mod hidden;
mod leave;
mod parts;
mod words;

use crate::model::Fap;
use crate::model::papers::Choices;
use crate::outputs::{Format, Subject};
use crate::project::Edit;
use crate::report::paper::Kind;
use crate::ui::command::Command;
use crate::ui::desk::{About, Fact};
use crate::ui::screens::{View, ready};
use crate::ui::widgets::grid::Grid;
use crate::ui::widgets::paper::{Kept, paper};
use crate::ui::widgets::{prose, weak};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands at the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Preview,
    Hidden,
    Written,
}

/// Which sheets of occupations are exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sheets {
    /// The one looked at.
    #[default]
    One,
    /// The first of the list.
    First,
    /// Those that are ticked.
    Chosen,
}

/// What words are written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum WordsFor {
    /// All sheets of the kind.
    #[default]
    All,
    /// The one looked at.
    One,
}

/// The first sheets that are proposed.
const SHEETS: u32 = 10;

/// Passing state.
pub struct Screen {
    kind: Kind,
    occupation: Option<Fap>,
    section: Option<char>,
    body: Option<String>,
    /// Of a respondent, as typed and as asked for; never kept.
    identifier: String,
    asked: Option<String>,
    number: String,
    /// All sheets of the kind are exported, not only the one looked at.
    several: bool,
    /// Which sheets of occupations are exported, how many of the first, and which ones.
    sheets: Sheets,
    first: u32,
    chosen: BTreeSet<Fap>,
    /// What the list of occupations to choose among is narrowed to.
    sought: String,
    words: WordsFor,
    formats: BTreeSet<Format>,
    side: Side,
    /// The document looked at.
    about: Option<About>,
    /// The figure that a text may cite.
    picked: Option<Fact>,
    masked: Grid,
    kept: Kept,
    /// The colour that was typed is none.
    unread: bool,
    /// The day that was typed is none.
    unread_since: Option<String>,
    /// Files were written when last looked at.
    had_written: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            kind: Kind::Note,
            occupation: None,
            section: None,
            body: None,
            identifier: String::new(),
            asked: None,
            number: "1".to_owned(),
            several: false,
            sheets: Sheets::default(),
            first: SHEETS,
            chosen: BTreeSet::new(),
            sought: String::new(),
            words: WordsFor::default(),
            formats: [Format::Docx, Format::Xlsx].into(),
            side: Side::default(),
            about: None,
            picked: None,
            masked: Grid::default(),
            kept: Kept::default(),
            unread: false,
            unread_since: None,
            had_written: false,
        }
    }
}

/// What an export is doing, or did.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    pub written: Option<&'a [String]>,
    /// Steps done and steps in all.
    pub under_way: Option<(u32, u32)>,
}

impl Screen {
    /// The document to be previewed.
    pub const fn about(&self) -> Option<&About> {
        self.about.as_ref()
    }

    /// The document of this kind is looked at, about the same.
    pub fn prepare(&mut self, about: &About) {
        self.kind = about.kind();
        self.side = Side::Preview;
        if let About::Of(Subject::Body { name, .. }) = about {
            self.body = Some(name.clone());
        }
    }

    /// Made for somebody whom others who look at the screen must not know.
    const fn is_private(&self) -> bool {
        matches!(self.kind, Kind::Respondent | Kind::Company)
    }

    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, export: Export<'_>) {
        if !ready(ui, view) {
            return;
        }
        if export.written.is_some() != self.had_written {
            self.had_written = export.written.is_some();
            self.side = if self.had_written { Side::Written } else { Side::Preview };
        }
        egui::Panel::left("documents-form")
            .resizable(true)
            .default_size((ui.available_width() * 0.33).clamp(330.0, 420.0))
            .size_range(300.0..=560.0)
            .show(ui, |ui| {
                let beneath = egui::Frame::NONE.inner_margin(egui::Margin::symmetric(0, 4));
                egui::Panel::bottom("documents-leave")
                    .resizable(false)
                    .frame(beneath)
                    .show(ui, |ui| self.leave_ui(ui, view, export.under_way));
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    self.choose_ui(ui, view);
                    self.parts_ui(ui, view);
                    self.words_ui(ui, view);
                    self.dress_ui(ui, view);
                });
            });
        let beside =
            egui::Frame::NONE.inner_margin(egui::Margin { left: 10, ..egui::Margin::ZERO });
        egui::CentralPanel::default().frame(beside).show(ui, |ui| {
            self.sides_ui(ui, view, export.written);
            match (self.side, export.written) {
                (Side::Hidden, _) => self.hidden_ui(ui, view),
                (Side::Written, Some(written)) => written_ui(ui, view, written),
                (Side::Preview | Side::Written, _) => self.preview_ui(ui, view),
            }
        });
    }

    fn sides_ui(&mut self, ui: &mut Ui, view: &View<'_>, written: Option<&[String]>) {
        ui.horizontal_wrapped(|ui| {
            let sides = [
                (Side::Preview, "documents-as-preview"),
                (Side::Hidden, "documents-as-hidden"),
                (Side::Written, "export-written"),
            ];
            for (side, key) in sides {
                let there = side != Side::Written || written.is_some();
                if there && ui.selectable_label(self.side == side, view.text(key)).clicked() {
                    self.side = side;
                }
            }
        });
        ui.separator();
    }

    fn preview_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        if self.is_private() && view.sharing {
            prose(ui, &view.text("sharing-hidden"));
            return;
        }
        if self.about.is_none() {
            let told = view.session.desk().is_some();
            let key = if told { choose::asks(self.kind) } else { "window-working" };
            prose(ui, &view.text(key));
            return;
        }
        let Some((preview, revision)) = view.session.preview() else {
            let failed = view.session.has_failed_papers();
            prose(ui, &view.text(if failed { "documents-failed" } else { "window-working" }));
            return;
        };
        let (preview, catalog) = (Arc::clone(preview), Arc::clone(&view.session.catalog));
        let made = match &preview.made {
            Ok(made) => made,
            Err(why) => {
                prose(ui, &catalog.with("documents-refused", &[("why", why.into())]));
                return;
            }
        };
        let logo = preview.logo.as_ref();
        self.kept.refresh(ui, revision, &preview.pictures, logo);
        weak(ui, &catalog.text("documents-click"));
        let scroll = ScrollArea::vertical().auto_shrink(false).id_salt(("preview", self.kind.id()));
        scroll.show(ui, |ui| {
            if let Some(clicked) = paper(ui, &made.paper, &mut self.kept, &catalog) {
                view.send(Command::Trace(clicked.id));
                self.picked =
                    Some(Fact { id: clicked.id, label: String::new(), shown: clicked.shown });
            }
        });
    }
}

fn written_ui(ui: &mut Ui, view: &View<'_>, written: &[String]) {
    weak(ui, &view.text("export-overwrites"));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for path in written {
            ui.label(path);
        }
    });
}

/// A change of what is decided of a kind of document, as one step to undo.
fn decide(view: &mut View<'_>, kind: Kind, change: impl FnOnce(&mut Choices)) {
    let before = &view.session.project.decisions().papers;
    let mut choices = before.of(kind.id()).cloned().unwrap_or_default();
    change(&mut choices);
    let mut after = before.clone();
    after.decide(kind.id(), choices);
    if after != *before {
        view.send(Command::Do(Edit::Papers(after)));
    }
}
