//! The library: every programme that was run elsewhere or before, whether it worked, what it cost,
//! and what made it work.

use crate::model::fold;
use crate::recommend::duplication::Experience;
use crate::ui::screens::{View, search};
use crate::ui::widgets::{prose, weak};
use crate::words::plan as words;
use egui::{Label, RichText, ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    text: String,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(results) = view.session.results() else { return };
        prose(ui, &view.text("library-about"));
        if results.library.is_empty() {
            weak(ui, &view.text("library-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| search(ui, view, &mut self.text));
        let wanted = fold(&self.text);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for one in &results.library {
                let lines = told(view, one);
                if lines.iter().any(|line| fold(line).contains(&wanted)) {
                    ui.add_space(6.0);
                    ui.add(Label::new(RichText::new(&one.title).strong()).wrap());
                    for line in &lines {
                        prose(ui, line);
                    }
                }
            }
        });
    }
}

/// What came of it, what it cost and its context, and the occupations here that it bears on.
fn told(view: &View<'_>, one: &Experience) -> Vec<String> {
    let catalog = &view.session.catalog;
    let rules = view.session.adjusted().comparable();
    let outcome = words::experience(one, one.worked(&rules), catalog);
    let named = |code| view.session.occupation(code).map(|found| found.label.clone());
    let on: Vec<String> = one.occupations.keys().filter_map(|code| named(*code)).collect();
    let on = on.join(&catalog.text("list-separator"));
    let key = if on.is_empty() { "library-nothing" } else { "library-on" };
    let bears = catalog.with(key, &[("list", (&on).into())]);
    vec![outcome, words::precedent_cost(one, catalog), bears]
}
