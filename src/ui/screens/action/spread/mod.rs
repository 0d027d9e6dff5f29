//! To a spreadsheet and back: a block of cells for what is looked at. What could not be read is
//! told with its place, and the rest is taken, in one step to undo.

mod letters;

use super::desk::Desk;
use super::inputs::choose;
use crate::actions::table::{Pasted, Sheet, paste_with, tsv};
use crate::format::integer;
use crate::model::action::Id;
use crate::model::action::edit::step;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::prose;
use crate::words::actions as words;
use egui::{Event, RichText, Ui, ViewportCommand};

/// What a block is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Actions,
    Indicators,
    Contributions,
    Matrix,
    Measures,
    Places,
    Actors,
    Levers,
    Targets,
    Waves,
}

impl What {
    const fn sheet(self) -> Option<Sheet> {
        match self {
            Self::Actions => Some(Sheet::Actions),
            Self::Indicators => Some(Sheet::Indicators),
            Self::Contributions => Some(Sheet::Contributions),
            Self::Measures => Some(Sheet::Measures),
            Self::Places => Some(Sheet::Places),
            Self::Actors => Some(Sheet::Actors),
            Self::Levers => Some(Sheet::Levers),
            Self::Targets => Some(Sheet::Targets),
            Self::Waves => Some(Sheet::Waves),
            Self::Matrix => None,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::Indicators => "indicators",
            Self::Contributions => "contributions",
            Self::Matrix => "matrix",
            Self::Measures => "measures",
            Self::Places => "places",
            Self::Actors => "actors",
            Self::Levers => "levers",
            Self::Targets => "targets",
            Self::Waves => "waves",
        }
    }
}

/// What a paste did, in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    told: String,
    /// What was left aside, a line each.
    left: Vec<String>,
}

impl Outcome {
    /// Draws it; true once it is put away.
    pub fn show(&self, ui: &mut Ui, view: &View<'_>) -> bool {
        let mut closed = false;
        egui::Frame::group(ui.style()).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                prose(ui, &self.told);
                closed = ui.button(view.text("window-close")).clicked();
            });
            let colour = palette(ui).flagged;
            let most = 6;
            for line in self.left.iter().take(most) {
                let text = RichText::new(format!("▲ {}", crate::format::prose(line)));
                ui.label(text.color(colour));
            }
            if self.left.len() > most {
                let more = (self.left.len() - most).to_string();
                let of = [("count", (&more).into())];
                prose(ui, &view.session.catalog.with("acts-pasted-more", &of));
            }
        });
        closed
    }
}

/// What of a side goes to a spreadsheet, where it has several; the one that was chosen.
pub fn one_of(
    ui: &mut Ui,
    view: &View<'_>,
    all: &[What],
    chosen: &mut Option<What>,
) -> Option<What> {
    let first = *all.first()?;
    let now = chosen.filter(|one| all.contains(one)).unwrap_or(first);
    if all.len() == 1 {
        return Some(now);
    }
    let name = |what: What| view.text(&format!("acts-what-{}", what.id()));
    let options: Vec<(What, String)> = all.iter().map(|one| (*one, name(*one))).collect();
    let label = view.text("acts-spread");
    let named = (label.as_str(), "plan-spread");
    *chosen = choose(ui, named, (&now, &name(now)), &options, 130.0).or(Some(now));
    *chosen
}

/// The buttons of a spreadsheet, and its keys where nothing is typed in; what a paste did.
pub fn show(
    ui: &mut Ui,
    view: &mut View<'_>,
    desk: &mut Desk<'_>,
    (what, question): (What, Option<&Id>),
) -> Option<Outcome> {
    {
        let catalog = &view.session.catalog;
        let name = view.text(&format!("acts-what-{}", what.id()));
        let of = [("what", (&name).into())];
        let (copy, paste) = (catalog.with("acts-copy", &of), catalog.with("acts-paste", &of));
        if ui.button(copy).clicked() {
            view.send(Command::Copy(copied(view, desk, what)));
        }
        if ui.button(paste).on_hover_text(view.text("acts-paste-help")).clicked() {
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
    }
    let idle = !ui.ctx().text_edit_focused();
    if idle && ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy))) {
        view.send(Command::Copy(copied(view, desk, what)));
    }
    let text = taken(ui, idle)?;
    Some(pasted(view, desk, what, (&text, question)))
}

/// A block that was pasted: not a word into the field that is typed in.
fn taken(ui: &Ui, idle: bool) -> Option<String> {
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| match event {
            Event::Paste(text) => idle || text.trim_end().contains(['\t', '\n']),
            _ => false,
        })?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

fn copied(view: &View<'_>, desk: &Desk<'_>, what: What) -> String {
    match what.sheet() {
        Some(sheet) => tsv(desk.plan(), sheet, &view.session.catalog),
        None => letters::written(view, desk.plan()),
    }
}

fn pasted(
    view: &View<'_>,
    desk: &mut Desk<'_>,
    what: What,
    (text, question): (&str, Option<&Id>),
) -> Outcome {
    let catalog = &view.session.catalog;
    let Some(sheet) = what.sheet() else {
        let read = desk.change(step::PASTE, |plan, by| {
            letters::read(plan, text, &|role| super::matrix::letter(view, role), by)
        });
        let (cells, names) = (read.cells.to_string(), read.unknown.join(", "));
        let told = catalog.with("acts-pasted-cells", &[("count", (&cells).into())]);
        let left = read
            .unknown
            .first()
            .map(|_| catalog.with("acts-pasted-nowhere", &[("list", (&names).into())]));
        let unread = (!read.unread.is_empty()).then(|| {
            let list = read.unread.join(" ; ");
            catalog.with("acts-pasted-not-letters", &[("list", (&list).into())])
        });
        return Outcome { told, left: left.into_iter().chain(unread).collect() };
    };
    let results = view.session.results().into_iter();
    let known: Vec<(String, String)> = results
        .flat_map(|results| &results.occupations)
        .map(|one| (one.code.to_string(), one.label.clone()))
        .collect();
    let done =
        desk.change(step::PASTE, |plan, by| paste_with(plan, sheet, text, (question, &known), by));
    match done {
        Ok(done) => outcome(view, &done),
        Err(error) => Outcome { told: words::not_pasted(error, catalog), left: Vec::new() },
    }
}

fn outcome(view: &View<'_>, done: &Pasted) -> Outcome {
    let catalog = &view.session.catalog;
    let shown = |count: u32| integer(f64::from(count), catalog.language());
    let (added, changed) = (shown(done.added), shown(done.changed));
    let of = [("added", (&added).into()), ("changed", (&changed).into())];
    let told = catalog.with("acts-pasted", &of);
    let mut left = Vec::new();
    if !done.unknown.is_empty() {
        let list = done.unknown.join(", ");
        left.push(catalog.with("acts-pasted-unknown", &[("list", (&list).into())]));
    }
    if !done.created.is_empty() {
        let list = done.created.join(", ");
        left.push(catalog.with("acts-pasted-created", &[("list", (&list).into())]));
    }
    left.extend(done.refused.iter().map(|one| words::refused(one, catalog)));
    Outcome { told, left }
}
