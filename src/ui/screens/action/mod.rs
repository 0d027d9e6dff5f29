//! The plan of action: who does what by when, what is followed, what was said in the room, what was
//! decided and on which figures.

mod actors;
mod archive;
mod board;
mod calendar;
mod chart;
mod desk;
mod figures;
mod filters;
mod indicators;
mod inputs;
mod journal;
mod lists;
mod matrix;
mod present;
mod sheet;
mod spread;
mod told;
mod workshop;
mod year;

use crate::actions::{cycle, due};
use crate::i18n::Catalog;
use crate::model::Date;
use crate::model::action::edit::{By, step};
use crate::model::action::journal::Event;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Id};
use crate::reference::actions::Start;
use crate::ui::command::{Begun, Command};
use crate::ui::screens::View;
use crate::ui::screens::action::desk::Desk;
use crate::ui::screens::action::filters::Filters;
use crate::ui::widgets::field::{ask, field};
use crate::ui::widgets::{prose, section, weak};
use egui::{Key, Modifiers, RichText, Ui};

/// What of the step is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Board,
    Calendar,
    Matrix,
    Indicators,
    Workshop,
    Actors,
    Lists,
    Journal,
}

impl Side {
    /// In their order, each with the key of its name.
    const ALL: [(Self, &str); 8] = [
        (Self::Board, "acts-board"),
        (Self::Calendar, "acts-calendar"),
        (Self::Matrix, "acts-matrix"),
        (Self::Indicators, "acts-indicators"),
        (Self::Workshop, "acts-workshop"),
        (Self::Actors, "acts-actors"),
        (Self::Lists, "acts-lists"),
        (Self::Journal, "acts-journal"),
    ];
}

/// Where a sentence leads.
#[derive(Clone, Debug, PartialEq, Eq)]
enum To {
    Action(Id),
    /// The lead of an action is to be said.
    Lead(Id),
    Actor(Id),
    Indicator(Id),
}

/// Passing state.
#[derive(Debug, Default)]
pub struct Screen {
    side: Side,
    /// The action whose sheet is open, over the side.
    open: Option<Id>,
    sheet: sheet::Sheet,
    /// The action whose sheet was left: its card takes the keyboard.
    back: Option<Id>,
    /// The keyboard goes to the name of the side.
    arrives: bool,
    /// The sheet is left once it is drawn.
    leaving: bool,
    filters: Filters,
    calendar: calendar::Panel,
    indicators: indicators::Panel,
    workshop: workshop::Panel,
    actors: actors::Panel,
    journal: journal::Panel,
    present: present::Kept,
    year: Option<year::Draft>,
    /// What was typed in its dialog when it was closed.
    year_kept: Option<year::Draft>,
    /// What goes to a spreadsheet, of a side that has several.
    spread: Option<spread::What>,
    /// What the last paste did.
    pasted: Option<spread::Outcome>,
}

/// Name of the field of the new year's dialog, as copies kept for recovery know it.
const EVALUATION: &str = "year-evaluation";

/// Who decides in this window, and the day.
pub fn by(view: &View<'_>) -> By {
    By { date: view.session.today, who: view.settings.who.clone() }
}

impl Screen {
    /// The sheet of an action, its title to be written.
    pub fn open(&mut self, id: Id) {
        self.sheet.begin();
        self.open = Some(id);
    }

    /// What is typed in fields and nothing was made of yet, by their names: it is kept for recovery.
    pub fn typed(&self, ctx: &egui::Context) -> Vec<(String, String)> {
        let mut all = self.workshop.typed(ctx);
        all.extend(self.sheet.typed());
        let year = self.year.as_ref().or(self.year_kept.as_ref());
        all.extend(year.map(|draft| (EVALUATION.to_owned(), draft.evaluation().to_owned())));
        all.retain(|(_, text)| !text.trim().is_empty());
        all
    }

    /// The same words in their fields again.
    pub fn type_again(
        &mut self,
        (ctx, plan, today): (&egui::Context, &ActionPlan, Date),
        typed: &[(String, String)],
    ) {
        for (name, text) in typed {
            if name == EVALUATION {
                self.year_kept = Some(year::Draft::evaluated(plan, today, text));
            }
            self.workshop.type_again(ctx, name, text);
            self.sheet.type_again(name, text);
        }
    }

    /// It is come to by keyboard, which goes on from the side that is looked at.
    pub const fn arrive(&mut self) {
        self.arrives = true;
    }

    /// Ctrl and Page down or up, as between the sheets of a workbook: the next side, the one before.
    /// A sheet that is open is left, with what is typed in it written.
    fn turn(&mut self, ui: &Ui) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
        let count = Side::ALL.len();
        let by = match (pressed(Key::PageDown), pressed(Key::PageUp)) {
            (true, false) => 1,
            (false, true) => count - 1,
            _ => return,
        };
        let at = Side::ALL.iter().position(|(side, _)| *side == self.side).unwrap_or_default();
        let Some((side, _)) = Side::ALL.get((at + by) % count) else { return };
        self.side = *side;
        self.leaving = self.open.is_some();
        self.pasted = None;
        self.workshop.begin();
        self.arrives = true;
        ask(ui.ctx());
    }

    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let session = view.session;
        let mut desk = Desk::new(&session.project.decisions().actions, by(view));
        // Undone, or removed: nothing is left to be shown.
        self.open = self.open.take().filter(|id| desk.plan().action(id).is_some());
        self.turn(ui);
        self.head(ui, view, &mut desk);
        ui.separator();
        if let Some(outcome) = &self.pasted
            && outcome.show(ui, view)
        {
            self.pasted = None;
        }
        let led = if let Some(id) = self.open.clone() {
            self.sheet(ui, view, &mut desk, &id)
        } else {
            self.side(ui, view, &mut desk)
        };
        // Its fields were drawn once more: what was typed in them is decided.
        if std::mem::take(&mut self.leaving) {
            self.back = self.open.take();
        }
        if let Some(target) = led {
            self.lead_to(target);
        }
        if let Some(draft) = self.year.take() {
            match year::show(ui, view, &mut desk, draft) {
                year::Then::Open(draft) => self.year = Some(draft),
                year::Then::Closed(draft) => self.year_kept = Some(draft),
                year::Then::Done => {}
            }
        }
        desk.send(view);
        if inputs::undo_passed(ui) {
            view.send(Command::Undo);
        }
    }

    fn lead_to(&mut self, target: To) {
        match target {
            To::Action(id) => {
                self.sheet.look_at(sheet::Section::What);
                self.open = Some(id);
            }
            To::Lead(id) => {
                self.sheet.look_at(sheet::Section::Who);
                self.open = Some(id);
            }
            To::Actor(id) => {
                self.open = None;
                self.side = Side::Actors;
                self.actors.open(id);
            }
            To::Indicator(id) => {
                self.open = None;
                self.side = Side::Indicators;
                self.indicators.open(id);
            }
        }
    }

    fn head(&mut self, ui: &mut Ui, view: &mut View<'_>, desk: &mut Desk<'_>) {
        ui.horizontal_wrapped(|ui| {
            let arrives = std::mem::take(&mut self.arrives);
            // A sheet lies over its side: the side that is clicked again is seen again.
            let mut clicked = false;
            for (side, key) in Side::ALL {
                let chosen = self.side == side;
                let label = ui.selectable_label(chosen, view.text(key));
                let label = label.on_hover_text(view.text("acts-sides-keys"));
                if arrives && chosen {
                    label.request_focus();
                }
                if label.clicked() {
                    self.side = side;
                    clicked = true;
                }
            }
            if clicked {
                self.workshop.begin();
                (self.open, self.back) = (None, None);
                self.pasted = None;
            }
        });
        ui.horizontal_wrapped(|ui| {
            if self.open.is_some() {
                let back = ui.button(view.text("acts-back"));
                if back.clicked() || self.sheet.leaves(ui) {
                    self.leaving = true;
                }
            }
            let label = ui.label(view.text("acts-who"));
            if let Some(who) = field(ui, "acts-who", &view.settings.who, 120.0, label.id) {
                view.send(Command::Who(who));
            }
            of_year(ui, view, desk);
            let keys = ui.ctx().format_shortcut(&crate::ui::app::shortcuts::ACTION);
            let add = egui::Button::new(view.text("acts-new")).shortcut_text(keys);
            if ui.add(add).clicked() {
                view.send(Command::BeginAction(Begun::Nothing));
            }
            if ui.button(view.text("acts-year-start")).clicked() {
                let kept = self.year_kept.take();
                self.year = Some(year::Draft::opened(desk.plan(), view.session.today, kept));
            }
            self.paste(ui, view, desk);
        });
    }

    fn sheet(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        desk: &mut Desk<'_>,
        id: &Id,
    ) -> Option<To> {
        let occupations = desk.plan().action(id).map(|one| one.occupations.clone());
        let today = self.present.of(view, desk.plan(), &occupations.unwrap_or_default());
        self.sheet.show(ui, view, desk, (id, today))
    }

    fn side(&mut self, ui: &mut Ui, view: &mut View<'_>, desk: &mut Desk<'_>) -> Option<To> {
        if begins(desk.plan()) && !matches!(self.side, Side::Workshop | Side::Journal) {
            welcome(ui, view, desk);
        }
        if matches!(self.side, Side::Board | Side::Calendar | Side::Matrix)
            && !desk.plan().actions.is_empty()
        {
            self.filters.show(ui, view, desk.plan());
        }
        match self.side {
            Side::Board => {
                if desk.plan().actions.is_empty() {
                    empty(ui, view, "acts-board-empty");
                    return None;
                }
                let late = late(ui, view, desk.plan());
                let opened =
                    board::show(ui, view, desk, (&self.filters, self.back.take().as_ref()))
                        .map(To::Action);
                late.or(opened)
            }
            Side::Calendar => self.calendar.show(ui, view, desk.plan(), &self.filters),
            Side::Matrix => matrix::show(ui, view, desk, &self.filters),
            Side::Indicators => {
                let occupations = self.indicators.occupations(desk.plan());
                let today = self.present.of(view, desk.plan(), &occupations);
                self.indicators.show(ui, view, desk, today)
            }
            Side::Workshop => self.workshop.show(ui, view, desk),
            Side::Actors => self.actors.show(ui, view, desk),
            Side::Lists => {
                lists::show(ui, view, desk);
                None
            }
            Side::Journal => {
                let today = self.present.of(view, desk.plan(), &[]);
                self.journal.show(ui, view, desk, today);
                None
            }
        }
    }

    /// What comes from a spreadsheet, and what goes to one, for the side that is looked at.
    fn paste(&mut self, ui: &mut Ui, view: &mut View<'_>, desk: &mut Desk<'_>) {
        use spread::What;
        let all: &[What] = match (self.side, self.open.is_some()) {
            (Side::Board, false) => &[What::Actions, What::Places],
            (Side::Matrix, false) => &[What::Matrix],
            (Side::Indicators, false) => &[What::Indicators, What::Measures],
            (Side::Workshop, false) => &[What::Contributions],
            (Side::Actors, false) => &[What::Actors],
            (Side::Lists, false) => &[What::Levers, What::Targets, What::Waves],
            _ => return,
        };
        let Some(what) = spread::one_of(ui, view, all, &mut self.spread) else { return };
        let question = self.workshop.question(desk.plan());
        let told = spread::show(ui, view, desk, (what, question.as_ref()));
        if told.is_some() {
            self.pasted = told;
        }
    }
}

/// Lines of what is late before the board.
const LATE: usize = 4;

/// What is late, before everything else: milestones, ends, measures; each leads to what it is of.
fn late(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) -> Option<To> {
    let all = due::late(plan, view.session.today);
    if all.is_empty() {
        return None;
    }
    let count = all.len().to_string();
    section(ui, &view.session.catalog.with("acts-late", &[("count", (&count).into())]));
    let mut to = None;
    for one in all.iter().take(LATE) {
        if told::link(ui, &told::due(view, plan, one), true) {
            to = Some(told::to_of_due(one));
        }
    }
    if all.len() > LATE {
        let more = (all.len() - LATE).to_string();
        weak(ui, &view.session.catalog.with("acts-late-more", &[("count", (&more).into())]));
    }
    to
}

/// The year that the plan is of: titles of its documents say it.
fn of_year(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    let plan = desk.plan();
    let shown = plan.year.map(|year| year.to_string()).unwrap_or_default();
    let named = (view.text("acts-of-year"), "plan-of-year");
    let read = |text: &str| {
        let year = text.trim().parse().ok().filter(|year| (2000..=2200).contains(year));
        year.filter(|year| cycle::may_be_of(plan, *year))
    };
    let why = "acts-of-year-bad";
    let year = inputs::read(ui, view, (&named.0, named.1), (&shown, 52.0), why, read);
    if let Some(year) = year {
        desk.change(step::OF_YEAR, |plan, _| plan.year = year);
    }
}

/// An action written by hand, in a plan; its identifier.
pub fn blank(plan: &mut ActionPlan, by: &By) -> Id {
    plan.add_action(Action::default(), Event::Added, by)
}

/// The button that begins an action from what is looked at.
pub fn begin_ui(ui: &mut Ui, catalog: &Catalog, from: Begun, commands: &mut Vec<Command>) {
    let keys = ui.ctx().format_shortcut(&crate::ui::app::shortcuts::ACTION);
    let button = egui::Button::new(catalog.text("acts-begin-action")).shortcut_text(keys);
    if ui.add(button).clicked() {
        commands.push(Command::BeginAction(from));
    }
}

/// Nothing of the territory's own is there yet.
fn begins(plan: &ActionPlan) -> bool {
    plan.levers.is_empty() && plan.targets.is_empty()
}

/// What a plan can start from, before it has levers and targets.
fn welcome(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>) {
    egui::Frame::group(ui.style()).show(ui, |ui| {
        ui.label(RichText::new(view.text("acts-begin")).strong());
        prose(ui, &view.text("acts-begin-why"));
        if ui.button(view.text("acts-seed")).clicked() {
            seed(view, desk);
        }
    });
}

/// Levers, targets and times of work of the founding seminar.
fn seed(view: &View<'_>, desk: &mut Desk<'_>) {
    let language = view.session.catalog.language();
    // A test holds that the list that is built in can be read.
    if let Ok(start) = Start::embedded() {
        desk.change(step::SEED, |plan, _| start.fill(plan, language));
    }
}

/// A side without anything says what to do next.
fn empty(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        ui.label(RichText::new(crate::format::prose(&view.text(key))).size(16.0));
        ui.add_space(6.0);
        weak(ui, &view.text("acts-empty-keys"));
    });
}
