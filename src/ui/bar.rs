//! The top bar (menus, territory, year, comparison) and the rail of steps.

use crate::model::fold;
use crate::model::{Language, Territory};
use crate::project::Edit;
use crate::report::build::Comparison;
use crate::settings::Theme;
use crate::ui::command::{Command, Dialog, Step};
use crate::ui::dating;
use crate::ui::screens::View;
use crate::ui::session::Session;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, weak};
use egui::{Button, ComboBox, KeyboardShortcut, RichText, ScrollArea, Ui, WidgetInfo};

/// The search for a territory: passing state.
#[derive(Debug, Default)]
pub struct Picking {
    text: String,
    /// The list of the bar was open at the last frame.
    open: bool,
}

/// The top bar.
pub fn bar(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        menus(ui, view);
        ui.separator();
        territory(ui, view);
        year(ui, view);
        dating::bar(ui, view);
        comparison(ui, view);
        changed(ui, view);
        if view.session.is_busy() {
            weak(ui, &view.text("window-working"));
        }
    });
}

/// On every screen: figures made with other settings than the usual ones are not the usual figures.
fn changed(ui: &mut Ui, view: &View<'_>) {
    let Some(context) = view.session.context() else { return };
    let notes = context.results.notes.iter().filter(|note| note.is_of_settings());
    let told: Vec<String> = notes.map(|note| context.note(note)).collect();
    if told.is_empty() {
        return;
    }
    let count = u32::try_from(told.len()).unwrap_or(u32::MAX);
    let text = context.catalog.with("bar-settings-changed", &[("count", count.into())]);
    let label = ui.label(RichText::new(&text).color(palette(ui).check).strong());
    let told = told.join("\n");
    let name = format!("{text}\n{told}");
    label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
    label.on_hover_text(told);
}

fn territory(ui: &mut Ui, view: &mut View<'_>) {
    let chosen = view.session.project.decisions().territory;
    let session = view.session;
    let name = |territory: Territory| name(session, territory);
    let text = chosen.map_or_else(|| view.text("bar-choose"), name);
    let label = ui.label(view.text("cover-territory"));
    let shown = ComboBox::from_id_salt("territory")
        .selected_text(text)
        .width(230.0)
        .height(420.0)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show_ui(ui, |ui| {
            let opening = !std::mem::replace(&mut view.picking.open, true);
            if opening {
                view.picking.text.clear();
            }
            if pick(ui, view, opening) {
                ui.close();
            }
        });
    if shown.inner.is_none() {
        view.picking.open = false;
    }
    shown.response.labelled_by(label.id);
}

/// « AURILLAC (be:8450) ».
pub fn name(session: &Session, territory: Territory) -> String {
    match session.territories().into_iter().find(|(code, _)| *code == territory) {
        Some((code, label)) => format!("{label} ({code})"),
        None => territory.to_string(),
    }
}

/// The territory of the project, by its name or code. True once one is taken.
pub fn pick(ui: &mut Ui, view: &mut View<'_>, focus: bool) -> bool {
    let session = view.session;
    let chosen = session.project.decisions().territory;
    let Some(code) = find(ui, session, &mut view.picking.text, focus, chosen) else { return false };
    view.send(Command::Do(Edit::Territory(code)));
    true
}

/// A field and the territories that match it; Enter takes the first.
pub fn find(
    ui: &mut Ui,
    session: &Session,
    text: &mut String,
    focus: bool,
    chosen: Option<Territory>,
) -> Option<Territory> {
    let catalog = &session.catalog;
    let hint = ui.label(catalog.text("bar-find"));
    let field = ui.text_edit_singleline(text).labelled_by(hint.id);
    if focus {
        field.request_focus();
    }
    let needle = fold(text);
    let mut taken = None;
    let mut first = None;
    let territories = session.territories();
    for kind in ["be", "dep", "reg", "fr", "per", "ze", "clpe", "epci"] {
        let found: Vec<_> = territories
            .iter()
            .filter(|(code, label)| {
                code.prefix() == kind
                    && (needle.is_empty() || fold(&format!("{label} {code}")).contains(&needle))
            })
            .collect();
        if found.is_empty() {
            continue;
        }
        weak(ui, &catalog.text(&format!("bar-kind-{kind}")));
        for (code, label) in found {
            first.get_or_insert(*code);
            let text = format!("{label} ({code})");
            if ui.selectable_label(chosen == Some(*code), text).clicked() {
                taken = Some(*code);
            }
        }
    }
    if territories.is_empty() {
        ui.label(catalog.text("window-no-source"));
    } else if first.is_none() {
        weak(ui, &catalog.text("bar-find-none"));
    }
    if field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        taken = taken.or(first);
    }
    taken
}

fn year(ui: &mut Ui, view: &mut View<'_>) {
    let Some(choices) = view.session.choices() else { return };
    let Some(latest) = choices.years.last().copied() else { return };
    let chosen = view.session.project.decisions().year;
    let label = ui.label(view.text("bar-year"));
    ComboBox::from_id_salt("year")
        .selected_text(chosen.unwrap_or(latest).to_string())
        .width(66.0)
        .show_ui(ui, |ui| {
            for year in choices.years.iter().rev() {
                let picked = chosen.unwrap_or(latest) == *year;
                if ui.selectable_label(picked, year.to_string()).clicked() {
                    view.commands.push(Command::Do(Edit::Year(Some(*year))));
                }
            }
        })
        .response
        .labelled_by(label.id);
}

fn comparison(ui: &mut Ui, view: &mut View<'_>) {
    let chosen = view.session.comparison();
    let label = ui.label(view.text("bar-comparison"));
    ComboBox::from_id_salt("comparison")
        .selected_text(view.text(&format!("place-{}", chosen.id())))
        .width(110.0)
        .show_ui(ui, |ui| {
            for comparison in Comparison::ALL {
                let text = view.text(&format!("place-{}", comparison.id()));
                if ui.selectable_label(comparison == chosen, text).clicked() {
                    view.send(Command::Do(Edit::Comparison(comparison.id().to_owned())));
                }
            }
        })
        .response
        .labelled_by(label.id);
}

fn item(ui: &mut Ui, text: String, shortcut: Option<&KeyboardShortcut>, enabled: bool) -> bool {
    let mut button = Button::new(text);
    if let Some(shortcut) = shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
    }
    let clicked = ui.add_enabled(enabled, button).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// That the file of the project is as secret as the answers, and why.
pub fn keep_secret(ui: &mut Ui, view: &mut View<'_>) {
    weak(ui, &view.text("secrecy-file"));
    if ui.button(view.text("secrecy-file-ask")).clicked() {
        view.send(Command::Tell("secrecy-file-why"));
        ui.close();
    }
}

/// That the project does not know of all that has left, being a copy without its memory.
pub fn forgotten(ui: &mut Ui, view: &View<'_>) {
    let count = view.session.project.decisions().forgotten;
    if count > 0 {
        let catalog = &view.session.catalog;
        let shown = crate::format::integer(f64::from(count), catalog.language());
        let args = [("count", count.into()), ("shown", (&shown).into())];
        prose(ui, &catalog.with("archive-forgotten", &args));
    }
}

fn menus(ui: &mut Ui, view: &mut View<'_>) {
    use crate::ui::app::shortcuts as keys;
    ui.menu_button(view.text("menu-file"), |ui| {
        if item(ui, view.text("menu-new"), Some(&keys::NEW), true) {
            view.send(Command::New);
        }
        if item(ui, view.text("menu-open"), Some(&keys::OPEN), true) {
            view.send(Command::Ask(Dialog::OpenProject));
        }
        let recent = view.settings.recent.clone();
        ui.add_enabled_ui(!recent.is_empty(), |ui| {
            ui.menu_button(view.text("menu-recent"), |ui| {
                for path in recent {
                    if item(ui, path.display().to_string(), None, true) {
                        view.send(Command::Open(path));
                    }
                }
            });
        });
        ui.separator();
        if item(ui, view.text("menu-save"), Some(&keys::SAVE), true) {
            view.send(Command::Save);
        }
        if item(ui, view.text("menu-save-as"), None, true) {
            view.send(Command::Ask(Dialog::SaveProject));
        }
        if item(ui, view.text("menu-archive"), None, true) {
            view.send(Command::ChooseArchive);
        }
        if view.session.project.saved_log().is_some() {
            ui.separator();
            ui.set_max_width(300.0);
            keep_secret(ui, view);
        }
    });
    ui.menu_button(view.text("menu-edit"), |ui| {
        let named = |key: &str, name: Option<&'static str>| match name {
            Some(name) => {
                let edit = view.text(&format!("edit-{name}"));
                view.session.catalog.with(&format!("{key}-of"), &[("edit", (&edit).into())])
            }
            None => view.text(key),
        };
        let (undo, redo) = (view.session.project.undoable(), view.session.project.redoable());
        let (undo_text, redo_text) = (named("menu-undo", undo), named("menu-redo", redo));
        if item(ui, undo_text, Some(&keys::UNDO), undo.is_some()) {
            view.send(Command::Undo);
        }
        if item(ui, redo_text, Some(&keys::REDO), redo.is_some()) {
            view.send(Command::Redo);
        }
        if item(ui, view.text("menu-find"), Some(&keys::FIND), true) {
            view.send(Command::Find);
        }
        ui.separator();
        if item(ui, view.text("acts-begin-action"), Some(&keys::ACTION), true) {
            view.send(Command::BeginActionHere);
        }
    });
    ui.menu_button(view.text("menu-view"), |ui| {
        for language in Language::ALL {
            let text = view.text(&format!("language-{language}"));
            let picked = view.session.catalog.language() == language;
            if ui.selectable_label(picked, text).clicked() {
                view.send(Command::Language(language));
            }
        }
        ui.separator();
        let mut sharing = view.sharing;
        let shared = ui.checkbox(&mut sharing, view.text("menu-sharing"));
        if shared.on_hover_text(view.text("sharing-counts")).changed() {
            view.send(Command::Sharing(sharing));
        }
        ui.separator();
        for theme in Theme::ALL {
            let text = view.text(&format!("theme-{}", theme.id()));
            if ui.selectable_label(view.settings.theme == theme, text).clicked() {
                view.send(Command::Theme(theme));
            }
        }
        ui.separator();
        for percent in [80_u8, 100, 125, 150, 200] {
            let zoom = f32::from(percent) / 100.0;
            let text = crate::format::percent(f64::from(zoom), 0, view.session.catalog.language());
            let picked = (view.settings.zoom - zoom).abs() < 0.01;
            if ui.selectable_label(picked, text).clicked() {
                view.send(Command::Zoom(zoom));
            }
        }
    });
}

/// The rail: steps in the order of the work, numbered.
pub fn rail(ui: &mut Ui, view: &mut View<'_>, step: Step) {
    ScrollArea::vertical().show(ui, |ui| {
        ui.add_space(8.0);
        for (place, each) in (1..).zip(Step::ALL) {
            let name = view.text(&format!("step-{}", each.id()));
            let text = RichText::new(format!("{place}  {name}")).size(15.0);
            let button = Button::selectable(step == each, text)
                .min_size(egui::vec2(ui.available_width(), 34.0));
            if ui.add(button).clicked() {
                view.send(Command::Go(each));
            }
        }
        weak(ui, &view.text("step-keys"));
    });
}
