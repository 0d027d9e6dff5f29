//! Saved views: the filters, order and columns of the diagnosis under a name, kept in the project.

use crate::project::Edit;
use crate::project::views::SavedView;
use crate::ui::command::Command;
use crate::ui::screens::View;
use crate::ui::widgets::weak;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, Ui, WidgetInfo};

/// Passing state: the name being written, and the view being renamed.
#[derive(Debug, Default)]
pub struct Views {
    name: String,
    renamed: Option<String>,
}

/// A button whose name says what it is done to.
fn small(ui: &mut Ui, mark: &str, aloud: &str) -> bool {
    let button = ui.small_button(mark);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, aloud));
    button.on_hover_text(aloud).clicked()
}

impl Views {
    /// The menu of views; the one called back, where there is. `now`: what would be saved.
    pub fn menu(
        &mut self,
        ui: &mut Ui,
        view: &mut View<'_>,
        now: &dyn Fn() -> SavedView,
    ) -> Option<SavedView> {
        let mut called = None;
        let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let title = view.text("views-title");
        MenuButton::new(title).config(config).ui(ui, |ui| {
            ui.set_min_width(280.0);
            called = self.list(ui, view);
            ui.separator();
            let catalog = &view.session.catalog;
            let label = ui.label(catalog.text(match self.renamed {
                Some(_) => "views-new-name",
                None => "views-name",
            }));
            let field = ui.text_edit_singleline(&mut self.name).labelled_by(label.id);
            let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
            let name = self.name.trim().to_owned();
            let key = if self.renamed.is_some() { "views-rename" } else { "views-save" };
            let views = &view.session.project.decisions().views;
            // Saving under a known name replaces that view; renaming into one is refused.
            let taken = views.iter().any(|known| known.name == name);
            let allowed = !name.is_empty() && (self.renamed.is_none() || !taken);
            let button = ui.add_enabled(allowed, egui::Button::new(catalog.text(key)));
            if taken {
                let key = if self.renamed.is_some() { "views-taken" } else { "views-replaces" };
                weak(ui, &catalog.text(key));
            }
            if allowed && (button.clicked() || entered) {
                let edit = match self.renamed.take() {
                    Some(from) => Edit::RenameView { from, to: name },
                    None => Edit::SaveView(Box::new(SavedView { name, ..now() })),
                };
                view.send(Command::Do(edit));
                self.name.clear();
            }
        });
        called
    }

    fn list(&mut self, ui: &mut Ui, view: &mut View<'_>) -> Option<SavedView> {
        let mut called = None;
        let session = view.session;
        let views = &session.project.decisions().views;
        if views.is_empty() {
            weak(ui, &session.catalog.text("views-none"));
        }
        for saved in views {
            let args = [("name", (&saved.name).into())];
            ui.horizontal(|ui| {
                if ui.button(&saved.name).clicked() {
                    called = Some(saved.clone());
                    ui.close();
                }
                if small(ui, "…", &session.catalog.with("views-rename-of", &args)) {
                    self.renamed = Some(saved.name.clone());
                    self.name.clone_from(&saved.name);
                }
                if small(ui, "×", &session.catalog.with("views-remove-of", &args)) {
                    let edit = Edit::RemoveView(saved.name.clone());
                    view.commands.push(Command::Do(edit));
                }
            });
        }
        called
    }
}
