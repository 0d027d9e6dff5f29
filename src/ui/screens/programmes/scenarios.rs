//! Scenarios: what is supposed, under names, and two of them beside what is without.

use super::{beside_form, decide, worlds};
use crate::indicators::anchor::Cause;
use crate::model::planning::{Planning, Scenario, Supposition};
use crate::model::{Fap, Language};
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::field::{parsed, whole};
use crate::ui::widgets::{prose, section, weak};
use crate::words::plan as words;
use egui::{Button, ComboBox, Key, RichText, ScrollArea, TextEdit, Ui};

/// Kinds of suppositions, in the order they are proposed: identifiers of [`Supposition::id`].
const KINDS: [&str; 5] = ["departures", "posts", "places", "lifted", "budget"];

/// Passing state.
#[derive(Debug)]
pub struct Panel {
    name: String,
    /// The scenario whose suppositions are shown.
    open: Option<String>,
    kind: &'static str,
    occupation: Option<Fap>,
    cause: Cause,
    number: String,
    worlds: worlds::Worlds,
}

impl Default for Panel {
    fn default() -> Self {
        Self {
            name: String::new(),
            open: None,
            kind: "departures",
            occupation: None,
            cause: Cause::UnattractivePay,
            number: String::new(),
            worlds: worlds::Worlds::default(),
        }
    }
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        egui::Panel::left("planned-scenarios")
            .resizable(true)
            .default_size(340.0)
            .size_range(280.0..=480.0)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| self.form(ui, view));
            });
        egui::CentralPanel::default()
            .frame(beside_form())
            .show(ui, |ui| self.worlds.show(ui, view));
    }

    fn form(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let planning = view.session.project.decisions().planning.clone();
        prose(ui, &view.text("scenarios-about"));
        self.make(ui, view, &planning);
        for scenario in &planning.scenarios {
            let is_open = self.open.as_ref() == Some(&scenario.name);
            if ui.selectable_label(is_open, &scenario.name).clicked() {
                self.open = Some(scenario.name.clone());
                beside(view, &scenario.name);
            }
        }
        let open = self.open.as_ref().and_then(|name| planning.scenario(name));
        let Some(scenario) = open.cloned() else { return };
        self.rename(ui, view, &planning, &scenario);
        self.suppositions(ui, view, &scenario);
    }

    /// A new scenario, open and compared at once.
    fn make(&mut self, ui: &mut Ui, view: &mut View<'_>, planning: &Planning) {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("scenarios-name"));
            let edit = TextEdit::singleline(&mut self.name).desired_width(150.0);
            let typed = ui.add(edit).labelled_by(label.id);
            let enter = typed.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let name = self.name.trim().to_owned();
            let free = !name.is_empty() && planning.scenario(&name).is_none();
            let add = Button::new(view.text("scenarios-add"));
            if ui.add_enabled(free, add).clicked() || (free && enter) {
                self.name.clear();
                self.open = Some(name.clone());
                beside(view, &name);
                let scenario = Scenario { name, suppositions: Vec::new() };
                decide(view, |all| all.suppose(scenario));
            } else if !free && !name.is_empty() {
                weak(ui, &view.text("scenarios-taken"));
            }
        });
    }

    fn rename(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        planning: &Planning,
        scenario: &Scenario,
    ) {
        let title = [("name", (&scenario.name).into())];
        section(ui, &view.session.catalog.with("plan-scenario", &title));
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(view.text("scenarios-rename"));
            let salt = format!("scenario {}", scenario.name);
            let typed = parsed(ui, &salt, &scenario.name, 150.0, label.id);
            let free = |name: &String| !name.is_empty() && planning.scenario(name).is_none();
            if let Some(name) = typed.filter(free) {
                let [left, right] = view.session.compared_scenarios().clone();
                let renamed = |side: Option<String>| match side {
                    Some(known) if known == scenario.name => Some(name.clone()),
                    other => other,
                };
                view.send(Command::Compare([renamed(left), renamed(right)]));
                self.open = Some(name.clone());
                decide(view, |all| {
                    let mut known = all.scenarios.iter_mut();
                    if let Some(known) = known.find(|known| known.name == scenario.name) {
                        known.name = name;
                    }
                });
            }
            if ui.button(view.session.catalog.with("scenarios-remove", &title)).clicked() {
                self.open = None;
                decide(view, |all| all.forget(&scenario.name));
            }
        });
    }

    fn suppositions(&mut self, ui: &mut Ui, view: &mut View<'_>, scenario: &Scenario) {
        if scenario.suppositions.is_empty() {
            weak(ui, &view.text("scenarios-empty"));
        }
        let label = |code: &str| {
            let found = code.parse().ok().and_then(|code: Fap| view.session.occupation(code));
            found.map_or_else(|| code.to_owned(), |found| found.label.clone())
        };
        let mut removed = None;
        for (place, one) in scenario.suppositions.iter().enumerate() {
            let text = words::supposition(one, &label, &view.session.catalog);
            ui.horizontal_wrapped(|ui| {
                prose(ui, &text);
                let of = [("text", (&text).into())];
                let remove = view.session.catalog.with("scenarios-without", &of);
                let button = ui.small_button("×").on_hover_text(&remove);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &remove));
                if button.clicked() {
                    removed = Some(place);
                }
            });
        }
        if let Some(place) = removed {
            let mut after = scenario.clone();
            after.suppositions.remove(place);
            decide(view, |all| all.suppose(after));
        }
        self.add(ui, view, scenario);
    }

    /// One supposition more.
    fn add(&mut self, ui: &mut Ui, view: &mut View<'_>, scenario: &Scenario) {
        section(ui, &view.text("scenarios-suppose"));
        let label = ui.label(view.text("scenarios-kind"));
        let name = |kind: &str| view.text(&format!("scenarios-kind-{kind}"));
        ComboBox::from_id_salt("scenarios-kind")
            .selected_text(name(self.kind))
            .width(230.0)
            .show_ui(ui, |ui| {
                for kind in KINDS {
                    ui.selectable_value(&mut self.kind, kind, name(kind));
                }
            })
            .response
            .labelled_by(label.id);
        if matches!(self.kind, "posts" | "places" | "lifted") {
            self.occupation_ui(ui, view);
        }
        let mut enter = false;
        if self.kind == "lifted" {
            let label = ui.label(view.text("scenarios-cause"));
            let name = |cause: Cause| view.text(&format!("cause-{}", cause.id()));
            ComboBox::from_id_salt("scenarios-cause")
                .selected_text(name(self.cause))
                .width(230.0)
                .show_ui(ui, |ui| {
                    for cause in Cause::ALL {
                        ui.selectable_value(&mut self.cause, cause, name(cause));
                    }
                })
                .response
                .labelled_by(label.id);
        } else {
            ui.horizontal_wrapped(|ui| {
                let label = ui.label(view.text(&format!("scenarios-number-{}", self.kind)));
                let edit = TextEdit::singleline(&mut self.number).desired_width(70.0);
                let typed = ui.add(edit).labelled_by(label.id);
                enter = typed.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            });
        }
        let wanted = self.wanted(view.session.catalog.language());
        let add = Button::new(view.text("scenarios-suppose-add"));
        let pressed = ui.add_enabled(wanted.is_some(), add).clicked();
        if (pressed || enter)
            && let Some(one) = wanted
        {
            self.number.clear();
            let mut after = scenario.clone();
            after.suppositions.push(one);
            decide(view, |all| all.suppose(after));
        } else if wanted.is_none() && !self.number.trim().is_empty() {
            let told = view.text("scenarios-incomplete");
            ui.label(RichText::new(crate::format::prose(&told)).color(palette(ui).quiet));
        }
    }

    fn occupation_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let Some(results) = view.session.results() else { return };
        let known = |code: Fap| results.occupations.iter().find(|one| one.code == code);
        self.occupation = self.occupation.filter(|code| known(*code).is_some());
        if self.kind != "lifted" {
            // That looked at elsewhere is most often the one meant.
            self.occupation = self.occupation.or(view.selected);
        }
        let none = if self.kind == "lifted" { "scenarios-everywhere" } else { "planned-choose" };
        let named = |code: Fap| known(code).map_or("", |one| one.label.as_str()).to_owned();
        let label = ui.label(view.text("column-label"));
        ComboBox::from_id_salt("scenarios-occupation")
            .selected_text(self.occupation.map_or_else(|| view.text(none), named))
            .width(260.0)
            .truncate()
            .show_ui(ui, |ui| {
                if self.kind == "lifted" {
                    ui.selectable_value(&mut self.occupation, None, view.text(none));
                }
                for one in &results.occupations {
                    ui.selectable_value(&mut self.occupation, Some(one.code), &one.label);
                }
            })
            .response
            .labelled_by(label.id);
    }

    /// The supposition as it is typed, once it is whole.
    fn wanted(&self, language: Language) -> Option<Supposition> {
        let occupation = self.occupation.map(|code| code.to_string());
        let percent = || whole(&self.number, language).and_then(|n| u16::try_from(n).ok());
        // Departures are typed as a change, up or down; all else as it is.
        let text = self.number.trim();
        match self.kind {
            "departures" => {
                let change = signed(text, language)?;
                let percent = u16::try_from(100_i32.checked_add(change)?).ok()?;
                Some(Supposition::Departures { percent })
            }
            "posts" => {
                let posts = signed(text, language).filter(|posts| *posts != 0)?;
                Some(Supposition::Posts { occupation: occupation?, posts })
            }
            "places" => {
                let places = whole(text, language).filter(|places| *places > 0)?;
                Some(Supposition::Places { occupation: occupation?, places })
            }
            "lifted" => Some(Supposition::Lifted { occupation, cause: self.cause.id().to_owned() }),
            _ => Some(Supposition::Budget { percent: percent()? }),
        }
    }
}

/// A change up or down: `20`, `+20 %`, `-30`, `−30`.
fn signed(text: &str, language: Language) -> Option<i32> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    i32::try_from(whole(rest, language)?).ok()?.checked_mul(sign)
}

/// Sets a scenario beside what is without, unless it is there already.
fn beside(view: &mut View<'_>, name: &str) {
    let [left, right] = view.session.compared_scenarios();
    let there = [left, right].into_iter().any(|side| side.as_deref() == Some(name));
    if !there {
        let right = right
            .clone()
            .filter(|known| view.session.project.decisions().planning.scenario(known).is_some());
        let after = match left {
            // What was looked at last stays beside the newer.
            Some(known) if view.session.project.decisions().planning.scenario(known).is_some() => {
                [Some(known.clone()), Some(name.to_owned())]
            }
            _ => [Some(name.to_owned()), right],
        };
        view.send(Command::Compare(after));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_up_and_down() {
        let check = |text: &str, expect: Option<i32>| {
            assert_eq!(signed(text, Language::French), expect, "{text:?}");
        };
        check("20", Some(20));
        check("+20 %", Some(20));
        check("−30", Some(-30));
        check("-30", Some(-30));
        check("--3", None);
        check("", None);
    }
}
