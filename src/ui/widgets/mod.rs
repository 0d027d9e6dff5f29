//! Pieces shared by the screens.

pub mod field;
pub mod grid;
pub mod links;
pub mod map;
pub mod paper;
pub mod plot;
pub mod rows;
pub mod sheet;
pub mod spans;
pub mod years;

use crate::format;
use crate::i18n::Catalog;
use crate::ui::theme::palette;
use egui::{Event, Key, Modifiers, RichText, Ui};

/// Escape was pressed, and neither a list that is open nor a message over the window takes it.
pub fn escaped(ui: &Ui) -> bool {
    let taken = egui::Popup::is_any_open(ui.ctx())
        || ui.memory(|memory| memory.top_modal_layer().is_some());
    !taken && ui.input(|input| input.key_pressed(Key::Escape))
}

/// The place, from 0, of a key from 1 to 9 that is pressed, and what is held with it; on keyboards
/// whose upper row has no digits, by the place of the key.
pub fn digit(event: &Event) -> Option<(usize, Modifiers)> {
    const KEYS: [Key; 9] = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    let place = |key: Key| KEYS.iter().position(|one| *one == key);
    Some((place(*key).or_else(|| physical_key.and_then(place))?, *modifiers))
}

/// A sentence that wraps: its spaces do not break a line where French forbids it.
pub fn prose(ui: &mut Ui, text: &str) -> egui::Response {
    ui.label(format::prose(text))
}

pub fn weak(ui: &mut Ui, text: &str) -> egui::Response {
    ui.label(RichText::new(format::prose(text)).color(palette(ui).quiet))
}

/// A heading with the place of a section.
pub fn section(ui: &mut Ui, text: &str) {
    ui.add_space(6.0);
    ui.label(RichText::new(format::prose(text)).strong().size(15.0).color(palette(ui).accent));
}

/// The name of a field of `width` in a row that wraps: at the height of the field, and on its line.
pub fn field_label(ui: &mut Ui, text: &str, width: f32) -> egui::Response {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let ink = ui.visuals().text_color();
    let long = ui.painter().layout_no_wrap(text.to_owned(), font, ink).size().x;
    let spacing = ui.spacing();
    let button = ui.text_style_height(&egui::TextStyle::Button) + 2.0 * spacing.button_padding.y;
    let height = button.max(spacing.interact_size.y);
    let needed = long + spacing.item_spacing.x + width;
    if needed > ui.available_size_before_wrap().x && needed <= ui.max_rect().width() {
        ui.end_row();
    }
    ui.add_sized([long, height], egui::Label::new(text).extend())
}

/// An empty screen says what to do next.
pub fn empty(ui: &mut Ui, catalog: &Catalog, key: &str) {
    ui.vertical_centered(|ui| {
        ui.add_space(60.0);
        ui.label(RichText::new(format::prose(&catalog.text(key))).size(16.0));
    });
}

/// Label and text on two columns.
pub fn facts(ui: &mut Ui, id: &str, lines: &[(String, String)]) {
    egui::Grid::new(id).num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        for (label, text) in lines {
            ui.label(RichText::new(format::prose(label)).color(palette(ui).quiet));
            ui.add(egui::Label::new(format::prose(text)).wrap());
            ui.end_row();
        }
    });
}
