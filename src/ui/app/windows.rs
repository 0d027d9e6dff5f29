//! What floats over the steps: messages, and where a figure comes from.

use crate::format;
use crate::ui::app::App;
use crate::ui::widgets::{facts, prose};
use egui::Context;
use std::sync::Arc;

impl App {
    pub(super) fn windows(&mut self, ctx: &Context) {
        let catalog = Arc::clone(&self.session.catalog);
        let escape = ctx.input(|input| input.key_pressed(egui::Key::Escape));
        if let Some(message) = self.message.clone() {
            let modal = egui::Modal::new(egui::Id::unique("message")).show(ctx, |ui| {
                ui.set_max_width(460.0);
                prose(ui, &message);
                ui.button(catalog.text("window-close")).clicked()
            });
            if modal.inner || modal.should_close() {
                self.message = None;
            }
        }
        self.handed_ui(ctx);
        self.differs_ui(ctx);
        self.recovery_ui(ctx);
        self.typed_ui(ctx);
        let Some(provenance) = self.provenance.clone() else { return };
        let mut open = true;
        let room = ctx.content_rect();
        egui::Window::new(catalog.text("provenance-title"))
            .id(egui::Id::unique("provenance"))
            .open(&mut open)
            .collapsible(false)
            .default_size([470.0, 500.0])
            .default_pos([((room.width() - 480.0) / 2.0).max(8.0), 70.0])
            // Under the bar, whatever the size of the window.
            .max_height(room.height() - 110.0)
            .vscroll(true)
            .show(ctx, |ui| {
                ui.label(egui::RichText::new(&provenance.title).strong().size(16.0));
                ui.label(egui::RichText::new(format::prose(&provenance.value)).size(20.0));
                // In sight whatever the length of what follows.
                if ui.button(catalog.text("grid-copy")).clicked() {
                    self.copy_where_from(ctx, &provenance);
                }
                facts(ui, "provenance-facts", &provenance.lines);
            });
        if !open || escape {
            self.provenance = None;
        }
    }
}
