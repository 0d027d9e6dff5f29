//! A field whose content is decided when it is left: one gesture, one step to undo. What is typed
//! is kept meanwhile, whatever the key that leaves it.

use crate::model::Language;
use egui::{Context, Id, Key, Response, TextEdit, Ui};

/// What was typed, once the field is left and holds something else than before.
pub fn field(ui: &mut Ui, salt: &str, shown: &str, width: f32, label: Id) -> Option<String> {
    decided(ui, salt, shown, label, |text| TextEdit::singleline(text).desired_width(width))
}

/// The same of several lines.
pub fn lines(ui: &mut Ui, salt: &str, shown: &str, rows: usize, label: Id) -> Option<String> {
    decided(ui, salt, shown, label, |text| {
        TextEdit::multiline(text).desired_rows(rows).desired_width(f32::INFINITY)
    })
}

fn decided(
    ui: &mut Ui,
    salt: &str,
    shown: &str,
    label: Id,
    edit: impl FnOnce(&mut String) -> TextEdit<'_>,
) -> Option<String> {
    let id = Id::unique(("field", salt));
    let typed = ui.data(|data| data.get_temp::<String>(id));
    let was_typed = typed.is_some();
    let mut text = typed.unwrap_or_else(|| shown.to_owned());
    let response = ui.add(edit(&mut text).id(id)).labelled_by(label);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
        return None;
    }
    // One that was not drawn when it was left is decided now: nothing that was typed is lost.
    if !response.lost_focus() && !was_typed {
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<String>(id));
    remember(ui, &response);
    // Escape leaves a field as Tab does: what was typed is undone by Ctrl+Z, never lost.
    (text.trim() != shown.trim()).then(|| text.trim().to_owned())
}

fn left() -> Id {
    Id::unique("field left by Enter")
}

/// The field that Enter leaves is where Tab goes on from: the keyboard is not sent back to the top.
pub fn remember(ui: &Ui, response: &Response) {
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        ui.data_mut(|data| data.insert_temp(left(), Some(response.id)));
    }
}

/// Tab was pressed where nothing has the keyboard: it goes on from the field that was left last.
pub fn go_on(ctx: &Context) {
    let idle = ctx.memory(|memory| memory.focused().is_none());
    if idle
        && ctx.input(|input| input.key_pressed(Key::Tab))
        && let Some(Some(id)) = ctx.data_mut(|data| data.remove_temp::<Option<Id>>(left()))
    {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What a field of several lines holds, with a word put where its cursor last was, else at its end.
/// What was typed and not decided yet is part of it.
pub fn with(ui: &Ui, salt: &str, shown: &str, word: &str) -> String {
    let id = Id::unique(("field", salt));
    let typed = ui.data_mut(|data| data.remove_temp::<String>(id));
    let text = typed.unwrap_or_else(|| shown.to_owned());
    let cursor = TextEdit::load_state(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    put(&text, cursor.map(|range| range.primary.index.into()), word)
}

/// A word among others, apart from them; the place counts letters.
fn put(text: &str, place: Option<usize>, word: &str) -> String {
    let place =
        place.and_then(|place| text.char_indices().nth(place)).map_or(text.len(), |at| at.0);
    let (before, after) = text.split_at(place);
    let opens = |c: char| c.is_whitespace() || matches!(c, '(' | '’' | '\'');
    let closes = |c: char| c.is_whitespace() || matches!(c, ')' | ',' | '.');
    let left = if before.is_empty() || before.ends_with(opens) { "" } else { " " };
    let right = if after.is_empty() || after.starts_with(closes) { "" } else { " " };
    format!("{before}{left}{word}{right}{after}")
}

/// A whole number as people write it: `150000`, `150 000 €`, `12 h`; in English `€150,000` as well,
/// since a comma is of decimals in French.
pub fn whole(text: &str, language: Language) -> Option<u32> {
    let text = text.trim().trim_start_matches('€').trim_start();
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let grouping = |c: &char| c.is_whitespace() || (language == Language::English && *c == ',');
    let digits: String = text.chars().filter(|c| !grouping(c)).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_put_among_others() {
        let check = |text: &str, place: Option<usize>, expect: &str| {
            assert_eq!(put(text, place, "{A}"), expect, "{text:?} {place:?}");
        };
        check("", None, "{A}");
        check("Soit", None, "Soit {A}");
        check("Soit ", Some(99), "Soit {A}");
        check("Été projets", Some(3), "Été {A} projets");
        check("Été projets", Some(4), "Été {A} projets");
        check("(soit )", Some(6), "(soit {A})");
        check("d’", Some(2), "d’{A}");
        check("mot", Some(0), "{A} mot");
    }

    #[test]
    fn numbers_as_people_write_them() {
        let check = |text: &str, expect: Option<u32>| {
            assert_eq!(whole(text, Language::French), expect, "{text:?}");
        };
        check("150000", Some(150_000));
        check("150\u{202f}000 €", Some(150_000));
        check(" 12 h", Some(12));
        check("62 %", Some(62));
        check("-5", None);
        check("1,5", None);
        check("beaucoup", None);
        check("", None);
        assert_eq!(whole("€15,985", Language::English), Some(15_985));
        assert_eq!(whole("1.5", Language::English), None);
    }
}
