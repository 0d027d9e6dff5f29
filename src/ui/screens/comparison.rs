//! The territory against others: which, and what the occupations say.

use crate::model::{Benchmark, Fap, Territory};
use crate::project::Edit;
use crate::report::build::error_sentence;
use crate::report::document::Row;
use crate::ui::bar::{find, name};
use crate::ui::command::{Command, Dialog};
use crate::ui::screens::View;
use crate::ui::widgets::grid::{Grid, Wanted};
use crate::ui::widgets::prose;
use egui::{CollapsingHeader, ComboBox, ScrollArea, Ui};
use std::collections::BTreeSet;

/// Passing state.
#[derive(Debug, Default)]
pub struct Comparison {
    grid: Grid,
    text: String,
    open: bool,
}

impl Comparison {
    /// `text` and `tag` are the search and the choice made on the screen, `kept` what they leave.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        (text, tag): (&str, &str),
        kept: &BTreeSet<Fap>,
    ) {
        self.choose(ui, view);
        let session = view.session;
        let (Some((document, revision)), Some(context)) = (session.document(), session.context())
        else {
            return;
        };
        let comparisons = &context.results.comparisons;
        for (benchmark, error) in &comparisons.missing {
            prose(ui, &format!("{benchmark} — {}", error_sentence(error, &session.catalog)));
        }
        let Some(table) = document.table("comparison") else {
            if session.project.decisions().benchmarks.is_empty() {
                prose(ui, &view.text("benchmarks-none"));
            }
            return;
        };
        CollapsingHeader::new(view.text("benchmarks-readings")).show(ui, |ui| {
            ScrollArea::vertical().max_height(180.0).show(ui, |ui| {
                for compared in &comparisons.found {
                    let reading = context.benchmark_reading(compared);
                    let title = context.benchmark_name(compared);
                    prose(ui, &format!("{title} ({}). {reading}", compared.benchmark));
                    for similar in &compared.similar {
                        let why = context.similar_why(similar);
                        prose(ui, &format!("{} ({}) — {why}", similar.label, similar.territory));
                    }
                }
            });
        });
        let keep = |row: &Row| row.occupation.is_none_or(|code| kept.contains(&code));
        let wanted = Wanted { text, tag, keep: &keep };
        let events =
            self.grid.show(ui, (table, revision), &wanted, view.selected, &session.catalog);
        view.follow(events);
    }

    /// The chosen benchmarks, each with the way to take it away, and how to add one.
    fn choose(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let session = view.session;
        let chosen = &session.project.decisions().benchmarks;
        let named = |benchmark: &Benchmark| match benchmark {
            Benchmark::Similar => view.text("benchmark-similar"),
            Benchmark::Place(territory) => name(session, *territory),
        };
        let mut next = None;
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            ui.label(view.text("benchmarks-chosen"));
            for benchmark in chosen {
                let label = named(benchmark);
                let button = ui.button(format!("{label} ×"));
                let aloud = session.catalog.with("benchmarks-remove", &[("name", (&label).into())]);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &aloud));
                if button.on_hover_text(&aloud).clicked() {
                    next = Some(without(view, *benchmark));
                }
            }
            if let Some(added) = self.add(ui, view)
                && !chosen.contains(&added)
            {
                let all = chosen.iter().copied().chain([added]);
                next = Some(Edit::Benchmarks(all.collect()));
            }
            if ui.button(view.text("benchmarks-perimeter")).clicked() {
                asked = Some(Command::Ask(Dialog::Perimeter));
            }
        });
        view.commands.extend(asked);
        if let Some(edit) = next {
            view.send(Command::Do(edit));
        }
    }

    fn add(&mut self, ui: &mut Ui, view: &View<'_>) -> Option<Benchmark> {
        let mut added = None;
        let label = view.text("benchmarks-add");
        let shown = ComboBox::from_id_salt("benchmark")
            .selected_text(&label)
            .width(190.0)
            .height(420.0)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show_ui(ui, |ui| {
                let opening = !std::mem::replace(&mut self.open, true);
                if opening {
                    self.text.clear();
                }
                if ui.selectable_label(false, view.text("benchmark-similar")).clicked() {
                    added = Some(Benchmark::Similar);
                }
                let found = find(ui, view.session, &mut self.text, opening, None);
                added = added.or(found.map(Benchmark::Place));
                if added.is_some() {
                    ui.close();
                }
            });
        if shown.inner.is_none() {
            self.open = false;
        }
        shown
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &label));
        added
    }
}

/// Takes a benchmark away; a perimeter that serves nothing else leaves the project with it.
fn without(view: &View<'_>, benchmark: Benchmark) -> Edit {
    let decisions = view.session.project.decisions();
    match benchmark {
        Benchmark::Place(territory @ Territory::Perimeter(_))
            if decisions.territory != Some(territory) =>
        {
            Edit::RemovePerimeter(territory)
        }
        _ => {
            let others = decisions.benchmarks.iter().filter(|other| **other != benchmark);
            Edit::Benchmarks(others.copied().collect())
        }
    }
}
