//! The questionnaire: the words that change from one survey to the next, and where it goes.

use crate::analysis::employers::communes::{MOST, communes};
use crate::analysis::employers::with_lists;
use crate::model::Date;
use crate::report::kit::Commune;
use crate::ui::command::{Command, Dialog};
use crate::ui::kit::Asked;
use crate::ui::screens::View;
use crate::ui::session::Session;
use crate::ui::widgets::{prose, section};
use crate::words::collection::{Line, Nature};
use egui::Ui;

/// Days an employer has to answer, unless told otherwise.
const DAYS: i64 = 30;

/// Passing state.
#[derive(Debug, Default)]
pub struct Form {
    title: String,
    collector: String,
    contact: String,
    deadline: String,
    wave: String,
    /// What became of the files of the last collection.
    pub followed: Vec<Line>,
}

impl Form {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        section(ui, &view.text("survey-kit-heading"));
        prose(ui, &view.text("survey-kit-about"));
        let today = view.session.today;
        egui::Grid::new("kit").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
            let deadline = Date::from_ordinal(today.ordinal() + DAYS)
                .map(|day| crate::format::date(day, view.session.catalog.language()))
                .unwrap_or_default();
            let wave = today.to_string().get(..4).unwrap_or_default().to_owned();
            for (key, field, hint) in [
                ("kit-field-title", &mut self.title, view.text("kit-default-title")),
                ("kit-field-collector", &mut self.collector, String::new()),
                ("kit-field-contact", &mut self.contact, String::new()),
                ("kit-field-deadline", &mut self.deadline, deadline),
                ("kit-field-wave", &mut self.wave, wave),
            ] {
                let label = ui.label(view.text(key));
                let edit = egui::TextEdit::singleline(field).hint_text(hint).desired_width(320.0);
                ui.add(edit).labelled_by(label.id);
                ui.end_row();
            }
        });
        ui.add_space(6.0);
        let ready = !self.collector.trim().is_empty() && !self.contact.trim().is_empty();
        let button = egui::Button::new(view.text("survey-kit"));
        let why = view.text("kit-needs-collector");
        if ui.add_enabled(ready, button).on_disabled_hover_text(why).clicked() {
            view.send(Command::Ask(Dialog::KitFolder));
        }
        section(ui, &view.text("survey-collect-title"));
        prose(ui, &view.text("survey-collect-about"));
        if ui.button(view.text("survey-collect")).clicked() {
            view.send(Command::Ask(Dialog::CollectFolder));
        }
        self.followed(ui, view);
    }

    /// Which file replaced which, duplicates, cells refused and mended: names of files, and cells as
    /// employers typed them.
    fn followed(&self, ui: &mut Ui, view: &View<'_>) {
        if self.followed.is_empty() {
            return;
        }
        section(ui, &view.text("collection-followed"));
        if view.sharing {
            prose(ui, &view.text("sharing-hidden"));
            return;
        }
        for nature in Nature::ALL {
            let mut lines = self.followed.iter().filter(|line| line.nature == nature).peekable();
            if lines.peek().is_some() {
                ui.add_space(4.0);
                ui.strong(view.text(&format!("collection-title-{}", nature.id())));
            }
            for line in lines {
                prose(ui, &line.text(&view.session.catalog));
            }
        }
    }

    /// What the questionnaire is to say; the sentence for a date that is none.
    ///
    /// # Errors
    /// When the deadline is not a date.
    pub fn asked(&self, session: &Session) -> Result<Asked, String> {
        let (catalog, today) = (&session.catalog, session.today);
        let or = |text: &str, otherwise: String| {
            if text.trim().is_empty() { otherwise } else { text.trim().to_owned() }
        };
        let deadline = match self.deadline.trim() {
            "" => Date::from_ordinal(today.ordinal() + DAYS).unwrap_or(today),
            text => text
                .parse()
                .map_err(|_| catalog.with("kit-bad-deadline", &[("text", text.into())]))?,
        };
        let territory = session.project.decisions().territory;
        let inputs = session.inputs();
        let reference = with_lists(&inputs, &session.reference);
        let read = inputs.iter().map(|input| &**input);
        let found = territory.map(|territory| communes(read, &reference, territory));
        // A longer list is of no use: the employer types the commune.
        let found = found.filter(|found| found.len() <= MOST).unwrap_or_default();
        let communes = found.into_iter().map(|(code, label)| Commune { code, label }).collect();
        Ok(Asked {
            title: or(&self.title, catalog.text("kit-default-title")),
            collector: self.collector.trim().to_owned(),
            contact: self.contact.trim().to_owned(),
            deadline,
            wave: or(&self.wave, today.to_string().get(..4).unwrap_or_default().to_owned()),
            as_of: today,
            communes,
        })
    }
}
