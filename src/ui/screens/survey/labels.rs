//! What employers wrote → occupations: proposals with their score and reason, decided by keyboard.

use crate::matching::label::dictionary::{Dictionary, Verdict};
use crate::matching::label::{Candidate, Reason};
use crate::model::{FapVersion, Rome};
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::survey::{LabelRow, SurveyView, index};
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, section, weak};
use egui::{DragValue, Key, RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug)]
pub struct Screen {
    /// Rank of the label looked at.
    at: usize,
    /// Another title, looked for by hand.
    text: String,
    /// The user's own dictionary is open.
    own: bool,
    /// What was decided in the project is open.
    decided: bool,
    /// Hundredths of score from which first proposals are accepted together.
    least: u8,
}

impl Default for Screen {
    fn default() -> Self {
        Self { at: 0, text: String::new(), own: false, decided: false, least: BULK_HUNDREDTHS }
    }
}

/// That of [`crate::matching::label::BULK_SCORE`], which the matcher is measured at.
const BULK_HUNDREDTHS: u8 = 90;
/// Under this one a proposal is no more than a resemblance.
const LEAST_HUNDREDTHS: u8 = 50;

/// What is done with the label looked at.
enum Act {
    Take(Rome),
    NoOccupation,
    /// This card is wrong, and no right one is named.
    Refuse(Rome),
    AllAbove,
}

impl Screen {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView) {
        prose(ui, &view.text("labels-about"));
        // What one employer typed is its words.
        if view.sharing {
            prose(ui, &view.text("sharing-hidden"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            self.own(ui, view);
            self.decided(ui, view);
        });
        self.panels(ui, view);
        if survey.labels.is_empty() {
            prose(ui, &view.text("labels-none"));
            return;
        }
        self.at = self.at.min(survey.labels.len() - 1);
        let mut act = None;
        let least = f64::from(self.least) / 100.0;
        let sure = survey.labels.iter().filter(|row| best(row) >= least).count();
        ui.horizontal_wrapped(|ui| {
            let language = view.session.catalog.language();
            let label = ui.label(view.text("labels-least"));
            let field = DragValue::new(&mut self.least)
                .range(LEAST_HUNDREDTHS..=100)
                .speed(0.25)
                .custom_formatter(move |value, _| {
                    crate::format::decimal(value / 100.0, 2, language)
                })
                .custom_parser(|text| {
                    Some(100.0 * text.trim().replace(',', ".").parse::<f64>().ok()?)
                });
            ui.add(field).labelled_by(label.id);
            let text =
                view.session.catalog.with("labels-accept-all", &[("count", number(sure).into())]);
            if ui.add_enabled(sure > 0, egui::Button::new(text)).clicked() {
                act = Some(Act::AllAbove);
            }
            weak(ui, &view.text("labels-keys"));
        });
        ui.separator();
        if !ui.ctx().text_edit_focused() {
            act = act.or_else(|| self.keys(ui, survey));
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (rank, row) in survey.labels.iter().enumerate() {
                let done = self.row(ui, view, rank, row);
                act = act.take().or(done);
            }
        });
        if let Some(act) = act {
            self.decide(view, survey, &act);
        }
    }

    /// Arrows move, Enter takes the first proposal, 1 to 5 one of them, Delete says that the label
    /// names no occupation, Backspace that the first proposal is the wrong card.
    fn keys(&mut self, ui: &Ui, survey: &SurveyView) -> Option<Act> {
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowDown) {
            self.at = (self.at + 1).min(survey.labels.len() - 1);
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        let row = survey.labels.get(self.at)?;
        let choice = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        let asked =
            if pressed(Key::Enter) { Some(0) } else { choice.into_iter().position(pressed) };
        if let Some(candidate) = asked.and_then(|place| proposals(row).nth(place)) {
            return Some(Act::Take(candidate.rome));
        }
        if pressed(Key::Backspace) {
            return proposals(row).next().map(|first| Act::Refuse(first.rome));
        }
        pressed(Key::Delete).then_some(Act::NoOccupation)
    }

    fn row(&mut self, ui: &mut Ui, view: &View<'_>, rank: usize, row: &LabelRow) -> Option<Act> {
        let here = rank == self.at;
        let mut act = None;
        let frame = egui::Frame::new().inner_margin(6.0).fill(if here {
            palette(ui).stripe
        } else {
            egui::Color32::TRANSPARENT
        });
        let shown = frame.show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let mark = if here { "▶ " } else { "" };
                ui.label(RichText::new(format!("{mark}{}", row.label)).strong());
                let count = view.session.catalog.with(
                    "labels-count",
                    &[("rows", row.rows.into()), ("establishments", row.establishments.into())],
                );
                weak(ui, &count);
                if row.is_of_several {
                    weak(ui, &view.text("labels-of-several"));
                }
                if row.is_none_elsewhere {
                    weak(ui, &view.text("labels-none-elsewhere"));
                }
                if !here && let Some(first) = proposals(row).next() {
                    weak(ui, &proposal(view, first));
                }
            });
            if !here {
                return;
            }
            if proposals(row).next().is_none() {
                weak(ui, &view.text("labels-no-proposal"));
            }
            for (place, candidate) in proposals(row).enumerate() {
                ui.horizontal_wrapped(|ui| {
                    let text = format!("{}. {}", place + 1, proposal(view, candidate));
                    if ui.button(text).clicked() {
                        act = Some(Act::Take(candidate.rome));
                    }
                    let rome = candidate.rome.to_string();
                    let args = [("rome", (&rome).into())];
                    if ui.button(view.session.catalog.with("labels-refuse", &args)).clicked() {
                        act = Some(Act::Refuse(candidate.rome));
                    }
                });
            }
            ui.horizontal_wrapped(|ui| {
                let label = ui.label(view.text("labels-other"));
                ui.add(egui::TextEdit::singleline(&mut self.text).desired_width(260.0))
                    .labelled_by(label.id);
            });
            if let Some(index) = index().filter(|_| !self.text.trim().is_empty()) {
                for candidate in index.propose(&self.text).candidates {
                    let text = proposal(view, &candidate);
                    if ui.button(text).clicked() {
                        act = Some(Act::Take(candidate.rome));
                    }
                }
            }
            if ui.button(view.text("labels-no-occupation")).clicked() {
                act = Some(Act::NoOccupation);
            }
        });
        let response = ui.interact(
            shown.response.rect,
            ui.scope_id().with(("label", rank)),
            egui::Sense::click(),
        );
        if here {
            ui.painter().rect_stroke(
                shown.response.rect,
                2.0,
                egui::Stroke::new(1.0, palette(ui).accent),
                egui::StrokeKind::Inside,
            );
        } else if response.clicked() {
            self.at = rank;
        }
        act
    }

    /// What was decided in any project: looked at, and taken out.
    fn own(&mut self, ui: &mut Ui, view: &View<'_>) {
        let count = number(view.session.own.dictionary.entries.len());
        let text = view.session.catalog.with("labels-own", &[("count", count.into())]);
        ui.checkbox(&mut self.own, text);
    }

    /// What was decided in this project: how many labels.
    fn decided(&mut self, ui: &mut Ui, view: &View<'_>) {
        let count = number(view.session.project.decisions().labels.entries.len());
        let text = view.session.catalog.with("labels-decided", &[("count", count.into())]);
        ui.checkbox(&mut self.decided, text);
    }

    fn panels(&self, ui: &mut Ui, view: &mut View<'_>) {
        if self.decided {
            decided(ui, view);
        }
        if !self.own {
            return;
        }
        let dictionary = std::sync::Arc::clone(&view.session.own.dictionary);
        egui::Panel::right("own-labels").resizable(true).default_size(380.0).show(ui, |ui| {
            section(ui, &view.text("labels-own-title"));
            weak(ui, &view.text("labels-own-note"));
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                for (key, entry) in &dictionary.entries {
                    ui.horizontal_wrapped(|ui| {
                        let target = entry.verdict.as_ref().and_then(Verdict::target);
                        let meaning = match target {
                            Some(rome) => title(view, rome),
                            None => view.text("labels-no-occupation"),
                        };
                        let label = ui.label(format!("{key} → {meaning}"));
                        let button = ui.button(view.text("labels-own-forget"));
                        if button.labelled_by(label.id).clicked() {
                            view.send(Command::Unlearn(key.clone()));
                        }
                    });
                }
            });
        });
    }

    fn decide(&mut self, view: &mut View<'_>, survey: &SurveyView, act: &Act) {
        let Some(index) = index() else { return };
        let mut labels: Dictionary = view.session.project.decisions().labels.clone();
        let here = survey.labels.get(self.at);
        match act {
            Act::AllAbove => {
                let least = f64::from(self.least) / 100.0;
                for row in survey.labels.iter().filter(|row| best(row) >= least) {
                    if let Some(first) = row.resolved.answer.candidates.first() {
                        labels.accept(index, &row.label, first.rome);
                    }
                }
            }
            Act::Take(rome) => {
                let Some(row) = here else { return };
                let first = row.resolved.answer.candidates.first().map(|first| first.rome);
                if first == Some(*rome) {
                    labels.accept(index, &row.label, *rome);
                } else {
                    labels.correct(index, &row.label, *rome);
                }
            }
            Act::NoOccupation => {
                let Some(row) = here else { return };
                labels.reject(index, &row.label);
            }
            Act::Refuse(rome) => {
                let Some(row) = here else { return };
                labels.refuse(index, &row.label, *rome);
            }
        }
        self.text.clear();
        view.send(Command::Do(Edit::Labels(labels)));
    }
}

/// What was decided of each label of the project, to be decided again.
fn decided(ui: &mut Ui, view: &mut View<'_>) {
    let labels = view.session.project.decisions().labels.clone();
    egui::Panel::right("decided-labels").resizable(true).default_size(380.0).show(ui, |ui| {
        section(ui, &view.text("labels-decided-title"));
        weak(ui, &view.text("labels-decided-note"));
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (key, entry) in &labels.entries {
                ui.horizontal_wrapped(|ui| {
                    let meaning = match &entry.verdict {
                        Some(Verdict::NoOccupation) => view.text("labels-no-occupation"),
                        Some(Verdict::Accepted(rome) | Verdict::Corrected(rome)) => {
                            title(view, *rome)
                        }
                        None => {
                            let refused: Vec<String> =
                                entry.refused.iter().map(Rome::to_string).collect();
                            let list = refused.join(", ");
                            let args = [("list", (&list).into())];
                            view.session.catalog.with("labels-refused", &args)
                        }
                    };
                    let label = ui.label(format!("{key} → {meaning}"));
                    let button = ui.button(view.text("labels-reopen"));
                    if button.labelled_by(label.id).clicked() {
                        let mut after = labels.clone();
                        after.reopen(key);
                        view.send(Command::Do(Edit::Labels(after)));
                    }
                });
            }
        });
    });
}

/// `J1501 Aides-soignants`: the card, and the first occupation it leads to.
fn title(view: &View<'_>, rome: Rome) -> String {
    let reference = &view.session.reference;
    let faps = reference.likeliest_from_rome(FapVersion::Fap2021, rome);
    let fap = faps.first().and_then(|(fap, _)| reference.fap_label(*fap)).unwrap_or_default();
    format!("{rome} {fap}")
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn proposals(row: &LabelRow) -> impl Iterator<Item = &Candidate> {
    row.resolved.answer.candidates.iter()
}

fn best(row: &LabelRow) -> f64 {
    row.resolved.answer.candidates.first().map_or(0.0, |first| first.score)
}

/// `J1501 Aide-soignant → Aides-soignants · 0,97 · mêmes mots`.
fn proposal(view: &View<'_>, candidate: &Candidate) -> String {
    let catalog = &view.session.catalog;
    let reference = &view.session.reference;
    let faps = reference.likeliest_from_rome(FapVersion::Fap2021, candidate.rome);
    let fap = faps.first().and_then(|(fap, _)| reference.fap_label(*fap)).unwrap_or_default();
    let more = if faps.len() > 1 { "…" } else { "" };
    let score = crate::format::decimal(candidate.score, 2, catalog.language());
    let reason = catalog.text(match candidate.reason {
        Reason::OwnDictionary => "label-reason-own",
        Reason::Exact => "label-reason-exact",
        Reason::SameWords => "label-reason-same-words",
        Reason::Inflection => "label-reason-inflection",
        Reason::Abbreviation => "label-reason-abbreviation",
        Reason::Typo { .. } => "label-reason-typo",
        Reason::Similar => "label-reason-similar",
    });
    format!("{} {} → {fap}{more} · {score} · {reason}", candidate.rome, candidate.label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::label::BULK_SCORE;

    #[test]
    fn the_score_proposed_is_the_one_that_is_measured() {
        assert!((f64::from(BULK_HUNDREDTHS) / 100.0 - BULK_SCORE).abs() < 1e-9);
    }
}
