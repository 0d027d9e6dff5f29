//! A field whose content is decided when it is left, by Enter, Tab, the mouse or Escape: one gesture,
//! one step to undo. Words are written in the project while they are typed too, at each pause, so
//! that nothing waits for the field to be left: a window that is lost loses seconds.

use crate::model::Language;
use egui::{Context, Id, Key, Response, TextEdit, Ui};
use std::time::Duration;

/// Seconds without a key after which what is typed is written.
pub const PAUSE: f64 = 1.2;

/// What is being typed in a field.
#[derive(Clone, Debug, Default)]
struct Typed {
    text: String,
    /// What the field showed before the keys that are not written yet.
    from: String,
    /// Seconds of the window at the last key.
    since: f64,
    /// What was written of it already, while it was typed.
    written: Option<String>,
}

impl Typed {
    /// The field shows something else meanwhile, undone for example: it follows where no key of the
    /// user would be lost.
    fn follow(&mut self, shown: &str) {
        if self.text.trim() == shown.trim() {
            shown.clone_into(&mut self.from);
        } else if self.text.trim() == self.from.trim() && self.from.trim() != shown.trim() {
            shown.clone_into(&mut self.text);
            shown.clone_into(&mut self.from);
            // What was written is undone: typed again, it is new.
            self.written = None;
        }
    }

    /// Whether it holds words that nobody has written yet.
    fn is_ahead(&self, shown: &str) -> bool {
        let text = self.text.trim();
        text != shown.trim() && self.written.as_deref() != Some(text)
    }
}

/// What was typed, once the field is left or rests, and holds something else than before.
pub fn field(ui: &mut Ui, salt: &str, shown: &str, width: f32, label: Id) -> Option<String> {
    decided(ui, salt, shown, (label, true), |text| TextEdit::singleline(text).desired_width(width))
}

/// The same of what is read: a number, a day, a name that must be free. Half of it means something
/// else, so that it is decided once the field is left.
pub fn parsed(ui: &mut Ui, salt: &str, shown: &str, width: f32, label: Id) -> Option<String> {
    decided(ui, salt, shown, (label, false), |text| TextEdit::singleline(text).desired_width(width))
}

/// Several lines of words of which each change is remembered apart: decided once they are left.
pub fn lines_left(ui: &mut Ui, salt: &str, shown: &str, rows: usize, label: Id) -> Option<String> {
    lined(ui, (salt, shown), rows, (label, false))
}

/// Several lines of words.
pub fn lines(ui: &mut Ui, salt: &str, shown: &str, rows: usize, label: Id) -> Option<String> {
    lined(ui, (salt, shown), rows, (label, true))
}

fn lined(ui: &mut Ui, (salt, shown): (&str, &str), rows: usize, of: (Id, bool)) -> Option<String> {
    decided(ui, salt, shown, of, |text| {
        TextEdit::multiline(text).desired_rows(rows).desired_width(f32::INFINITY)
    })
}

fn decided(
    ui: &mut Ui,
    salt: &str,
    shown: &str,
    (label, rests): (Id, bool),
    edit: impl FnOnce(&mut String) -> TextEdit<'_>,
) -> Option<String> {
    let id = Id::unique(("field", salt));
    let known = ui.data(|data| data.get_temp::<Typed>(id));
    let was_typed = known.is_some();
    let now = ui.input(|input| input.time);
    let fresh = || Typed { text: shown.to_owned(), from: shown.to_owned(), ..Typed::default() };
    let mut typed = known.unwrap_or_else(fresh);
    typed.follow(shown);
    let response = ui.add(edit(&mut typed.text).id(id)).labelled_by(label);
    if response.changed() {
        typed.since = now;
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        return rest(ui, id, shown, typed, rests);
    }
    // One that was not drawn when it was left is decided now: nothing that was typed is lost.
    if !response.lost_focus() && !was_typed {
        return None;
    }
    ui.data_mut(|data| data.remove_temp::<Typed>(id));
    remember(ui, &response);
    // Written already: refused there, or undone since.
    if !typed.is_ahead(shown) {
        return None;
    }
    if typed.written.is_some() {
        goes_on(ui, id);
    }
    Some(typed.text.trim().to_owned())
}

/// The field is typed in: what is to be written of it before it is left.
fn rest(ui: &Ui, id: Id, shown: &str, mut typed: Typed, rests: bool) -> Option<String> {
    let ahead = typed.is_ahead(shown);
    let left = typed.since + PAUSE - ui.input(|input| input.time);
    let due = ahead && (asked(ui.ctx()) || (rests && left <= 0.0));
    if ahead && !due {
        ui.data_mut(|data| data.insert_temp(ahead_of(), true));
        if rests {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left.max(0.0)));
        }
    }
    let text = due.then(|| typed.text.trim().to_owned());
    if due {
        typed.written.clone_from(&text);
        goes_on(ui, id);
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
    text
}

fn ahead_of() -> Id {
    Id::unique("field typed in")
}

fn asking() -> Id {
    Id::unique("fields asked for")
}

fn going_on() -> Id {
    Id::unique("field going on")
}

fn asked(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(asking())).unwrap_or(false)
}

/// What this field gives is of a gesture that goes on.
fn goes_on(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(going_on(), Some(id)));
}

/// The field whose gesture went on in the frame that was drawn.
pub fn gesture(ctx: &Context) -> Option<Id> {
    ctx.data_mut(|data| data.remove_temp::<Option<Id>>(going_on())).flatten()
}

/// Fields are about to be drawn.
pub fn begin(ctx: &Context) {
    ctx.data_mut(|data| data.remove_temp::<bool>(ahead_of()));
}

/// Whether a field holds words that are not written in the project, as last drawn.
pub fn is_ahead(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(ahead_of())).unwrap_or(false)
}

/// What is typed is to be written in the frame that is drawn next.
pub fn ask(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(asking(), true));
}

/// It was drawn; whether it was asked for.
pub fn answered(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(asking())).is_some()
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
    let typed = ui.data_mut(|data| data.remove_temp::<Typed>(id));
    let text = typed.map_or_else(|| shown.to_owned(), |typed| typed.text);
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
    fn a_field_follows_what_it_shows_and_loses_no_key() {
        let typed = |text: &str, from: &str, written: Option<&str>| Typed {
            text: text.to_owned(),
            from: from.to_owned(),
            written: written.map(str::to_owned),
            ..Typed::default()
        };
        let check = |mut typed: Typed, shown: &str, text: &str, ahead: bool| {
            typed.follow(shown);
            assert_eq!((typed.text.as_str(), typed.is_ahead(shown)), (text, ahead), "{shown}");
        };
        check(typed("a", "a", None), "a", "a", false);
        // Nothing was typed, and something else is shown: undone, for example.
        check(typed("a", "a", None), "b", "b", false);
        check(typed("ab", "a", None), "a", "ab", true);
        check(typed("ab ", "a", Some("ab")), "ab", "ab ", false);
        // Refused where it was written, it is not written again, and stays.
        check(typed("", "a", Some("")), "a", "", false);
        check(typed("abc", "ab", Some("ab")), "ab", "abc", true);
    }

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
