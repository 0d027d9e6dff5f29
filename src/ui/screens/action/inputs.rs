//! Fields of the plan: dates, numbers, choices, names found by typing. What cannot be read stays in
//! its field and is said; nothing is written of it.

use crate::format;
use crate::model::{Date, fold};
use crate::ui::app::shortcuts;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::field::{field, lines, lines_left, parsed, whole};
use crate::ui::widgets::{digit, weak};
use egui::{ComboBox, Event, Id, Key, Response, RichText, TextEdit, Ui, WidgetInfo};

/// Names proposed under a field, at most.
const MOST: usize = 6;

/// What comes by keyboard is brought into sight.
pub fn in_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

fn undone() -> Id {
    Id::unique("plan-undo")
}

/// Before a field that is typed in again and again: while it is empty, Ctrl+Z takes back what was
/// added last, and not the letters of before.
pub fn passes_undo(ui: &Ui, field: Id, typed: &str) {
    let empty = typed.is_empty() && ui.memory(|memory| memory.has_focus(field));
    if empty && ui.input_mut(|input| input.consume_shortcut(&shortcuts::UNDO)) {
        ui.data_mut(|data| data.insert_temp(undone(), true));
    }
}

/// Whether such a field passed Ctrl+Z on.
pub fn undo_passed(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(undone())).is_some()
}

/// The place, from 0, that Alt and a number goes to.
pub fn alt_number(event: &Event) -> Option<usize> {
    let (place, with) = digit(event)?;
    (with.alt && !with.ctrl && !with.command).then_some(place)
}

/// The place that Alt and a number pressed in this frame goes to: the number is a key here, and no
/// letter of a field.
pub fn alt_numbered(ui: &Ui) -> Option<usize> {
    let place = ui.input(|input| input.events.iter().find_map(alt_number))?;
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
    Some(place)
}

/// What is to be looked at, by a sign, a colour and its words.
pub fn alarm(ui: &mut Ui, text: &str) {
    let text = RichText::new(format!("▲ {}", format::prose(text)));
    ui.add(egui::Label::new(text.color(palette(ui).flagged)).wrap());
}

/// A line of text under its name.
pub fn text(ui: &mut Ui, (name, salt): (&str, &str), shown: &str, width: f32) -> Option<String> {
    let label = ui.label(format::prose(name));
    field(ui, salt, shown, width, label.id)
}

/// Several lines under their name.
pub fn long(ui: &mut Ui, (name, salt): (&str, &str), shown: &str, rows: usize) -> Option<String> {
    let label = ui.label(format::prose(name));
    lines(ui, salt, shown, rows, label.id)
}

/// The same of words of which the journal keeps each change: decided once they are left.
pub fn long_left(
    ui: &mut Ui,
    (name, salt): (&str, &str),
    shown: &str,
    rows: usize,
) -> Option<String> {
    let label = ui.label(format::prose(name));
    lines_left(ui, salt, shown, rows, label.id)
}

/// What a field was changed to; `Some(None)`: it was emptied.
pub type Changed<T> = Option<Option<T>>;

/// A text that must be read: `None` of it where it is emptied. `why` is the key of what it should be.
pub fn read<T>(
    ui: &mut Ui,
    view: &View<'_>,
    (name, salt): (&str, &str),
    of: (&str, f32),
    why: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Changed<T> {
    let label = ui.label(format::prose(name));
    read_by(ui, view, (label.id, salt), of, why, parse)
}

/// The same of a field whose name is drawn already.
fn read_by<T>(
    ui: &mut Ui,
    view: &View<'_>,
    (label, salt): (Id, &str),
    (shown, width): (&str, f32),
    why: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Changed<T> {
    let id = Id::unique(("unread", salt));
    let kept: Option<(String, String)> = ui.data(|data| data.get_temp(id));
    // Undone meanwhile: what could not be read is of something else.
    let bad = kept.and_then(|(bad, of)| (of == shown).then_some(bad));
    let typed = parsed(ui, salt, bad.as_deref().unwrap_or(shown), width, label);
    if let Some(bad) = &bad {
        alarm(ui, &view.session.catalog.with(why, &[("found", bad.into())]));
    }
    let typed = typed?;
    ui.data_mut(|data| data.remove_temp::<(String, String)>(id));
    if typed == shown {
        return None;
    }
    if typed.is_empty() {
        return Some(None);
    }
    let value = parse(&typed);
    if value.is_none() {
        ui.data_mut(|data| data.insert_temp(id, (typed, shown.to_owned())));
    }
    value.map(Some)
}

pub fn date(
    ui: &mut Ui,
    view: &View<'_>,
    named: (&str, &str),
    chosen: Option<Date>,
) -> Changed<Date> {
    let language = view.session.catalog.language();
    let shown = chosen.map(|date| format::date(date, language)).unwrap_or_default();
    let today = view.session.today;
    read(ui, view, named, (&shown, 92.0), "acts-not-a-date", |text| day(text, today))
}

/// A day that something begins.
pub fn beginning(
    ui: &mut Ui,
    view: &View<'_>,
    named: (&str, &str),
    chosen: Option<Date>,
) -> Changed<Date> {
    let language = view.session.catalog.language();
    let shown = chosen.map(|date| format::date(date, language)).unwrap_or_default();
    let today = view.session.today;
    read(ui, view, named, (&shown, 92.0), "acts-not-a-date", |text| first_day(text, today))
}

/// A day as people write it: `15/03/2027`, `2027-03-15`; `15/03` is the next one, `03/2027` the last
/// day of a month, `+30` so many days from today.
pub fn day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    if let Some(days) = text.strip_prefix('+') {
        let days: i64 = days.trim_end_matches([' ', 'j', 'd']).parse().ok()?;
        return Date::from_ordinal(today.ordinal().checked_add(days)?);
    }
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let (first, second) = text.split_once(['/', '.'])?;
    let month: u8 = if second.len() == 4 { first } else { second }.parse().ok()?;
    if second.len() == 4 {
        let first = Date::new(second.parse().ok()?, month, 1).ok()?;
        return Date::from_ordinal(first.months_later(1)?.ordinal() - 1);
    }
    let day: u8 = first.parse().ok()?;
    let this = Date::new(today.year(), month, day).ok();
    this.filter(|date| *date >= today).or_else(|| Date::new(today.year() + 1, month, day).ok())
}

/// The same of what was: `15/03` is the last one, and a month its last day or today.
pub fn past_day(text: &str, today: Date) -> Option<Date> {
    let bare = text.trim();
    let is_whole = bare.parse::<Date>().is_ok() || bare.starts_with('+');
    let found = day(bare, today)?;
    if is_whole || found <= today {
        return Some(found);
    }
    let is_month = bare.rsplit(['/', '.']).next().is_some_and(|last| last.len() == 4);
    if is_month {
        let begun = (found.year(), found.month()) == (today.year(), today.month());
        return Some(if begun { today } else { found });
    }
    Date::new(found.year() - 1, found.month(), found.day()).ok()
}

/// The same of what begins: a month is its first day.
pub fn first_day(text: &str, today: Date) -> Option<Date> {
    let bare = text.trim();
    let found = day(bare, today)?;
    let mut parts = bare.split(['/', '.']);
    let is_month = parts.clone().count() == 2 && parts.nth(1).is_some_and(|year| year.len() == 4);
    if is_month { Date::new(found.year(), found.month(), 1).ok() } else { Some(found) }
}

pub fn count(
    ui: &mut Ui,
    view: &View<'_>,
    (name, salt): (&str, &str),
    chosen: Option<u32>,
) -> Changed<u32> {
    let label = ui.label(format::prose(name));
    count_by(ui, view, (label.id, salt), chosen)
}

/// A whole number in a field whose name is drawn already.
pub fn count_by(
    ui: &mut Ui,
    view: &View<'_>,
    named: (Id, &str),
    chosen: Option<u32>,
) -> Changed<u32> {
    let language = view.session.catalog.language();
    let shown = chosen.map(|n| format::integer(f64::from(n), language)).unwrap_or_default();
    read_by(ui, view, named, (&shown, 56.0), "acts-not-a-number", |text| whole(text, language))
}

/// One of some things; what was chosen, once it is another.
pub fn choose<T: Clone + PartialEq>(
    ui: &mut Ui,
    (name, salt): (&str, &str),
    (chosen, shown): (&T, &str),
    all: &[(T, String)],
    width: f32,
) -> Option<T> {
    let label = ui.label(format::prose(name));
    let mut taken = None;
    let response = ComboBox::from_id_salt(salt)
        .selected_text(shown)
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            for (one, text) in all {
                if ui.selectable_label(one == chosen, text).clicked() && one != chosen {
                    taken = Some(one.clone());
                }
            }
        })
        .response
        .labelled_by(label.id);
    in_sight(&response);
    taken
}

/// What a field of names was left with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Known(String),
    New(String),
}

/// A field that finds names: Enter takes the first found, or makes a new one where that is allowed.
pub fn pick(
    ui: &mut Ui,
    view: &View<'_>,
    (name, salt): (&str, &str),
    all: &[(String, String)],
    may_make: bool,
) -> Option<Picked> {
    let id = Id::unique(("pick", salt));
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let label = ui.label(format::prose(name));
    passes_undo(ui, id, &typed);
    let hint = view.text(if may_make { "acts-pick-or-make" } else { "acts-pick" });
    let edit = TextEdit::singleline(&mut typed).id(id).hint_text(hint).desired_width(230.0);
    let response = ui.add(edit).labelled_by(label.id);
    in_sight(&response);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let found = found(&typed, all);
    let text = typed.trim().to_owned();
    let is_named = found.iter().any(|(_, name)| fold(name) == fold(&text));
    let mut picked = None;
    if !text.is_empty() {
        for (one, name) in &found {
            if ui.small_button(name).clicked() {
                picked = Some(Picked::Known(one.clone()));
            }
        }
        if may_make && !is_named {
            let make = view.session.catalog.with("acts-make", &[("name", (&text).into())]);
            if ui.small_button(make).clicked() {
                picked = Some(Picked::New(text.clone()));
            }
        } else if found.is_empty() {
            weak(ui, &view.text("acts-pick-none"));
        }
        if entered {
            picked = match found.first() {
                Some((one, _)) => Some(Picked::Known(one.clone())),
                None if may_make => Some(Picked::New(text)),
                None => None,
            };
            // Another one may follow.
            response.request_focus();
        }
    }
    if picked.is_some() {
        typed.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
    picked
}

/// The names that hold what is typed, those that begin with it first.
fn found(typed: &str, all: &[(String, String)]) -> Vec<(String, String)> {
    let needle = fold(typed.trim());
    let mut found: Vec<(bool, &(String, String))> = all
        .iter()
        .filter_map(|one| {
            let name = fold(&one.1);
            name.contains(&needle).then(|| (!name.starts_with(&needle), one))
        })
        .collect();
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().take(MOST).map(|(_, one)| one.clone()).collect()
}

/// A cross that takes something away, named for who does not see it.
pub fn cross(ui: &mut Ui, name: &str) -> bool {
    let button = ui.small_button("×").on_hover_text(name);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    in_sight(&button);
    button.clicked()
}

/// Something chosen, with the cross that takes it away.
pub fn chip(ui: &mut Ui, view: &View<'_>, text: &str) -> bool {
    ui.label(format::prose(text));
    cross(ui, &view.session.catalog.with("acts-without", &[("name", text.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_write_them() {
        let today: Date = "2026-11-24".parse().unwrap();
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(day(text, today).map(|date| date.to_string()).as_deref(), expect, "{text}");
        };
        check("15/03/2027", Some("2027-03-15"));
        check("2027-03-15", Some("2027-03-15"));
        check("15/03", Some("2027-03-15"));
        check("24/11", Some("2026-11-24"));
        check("23/11", Some("2027-11-23"));
        check("02/2028", Some("2028-02-29"));
        check("12/2026", Some("2026-12-31"));
        check("+30", Some("2026-12-24"));
        check("+7 j", Some("2026-12-01"));
        check("31/02", None);
        check("13/2027", None);
        check("bientôt", None);
        check("+beaucoup", None);
    }

    #[test]
    fn a_day_of_what_was_is_not_next_year() {
        let today: Date = "2026-11-24".parse().unwrap();
        let check = |text: &str, expect: Option<&str>| {
            let found = past_day(text, today).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expect, "{text}");
        };
        check("15/03", Some("2026-03-15"));
        check("24/11", Some("2026-11-24"));
        check("25/11", Some("2025-11-25"));
        check("10/2026", Some("2026-10-31"));
        check("11/2026", Some("2026-11-24"));
        // What is written whole is as it is written.
        check("15/03/2027", Some("2027-03-15"));
        check("2027-03-15", Some("2027-03-15"));
        check("hier", None);
    }

    #[test]
    fn what_begins_in_a_month_begins_on_its_first_day() {
        let today: Date = "2026-11-24".parse().unwrap();
        let check = |text: &str, expect: Option<&str>| {
            let found = first_day(text, today).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expect, "{text}");
        };
        check("01/2027", Some("2027-01-01"));
        check("15/01", Some("2027-01-15"));
        check("15/01/2027", Some("2027-01-15"));
        check("+7", Some("2026-12-01"));
        check("un jour", None);
    }

    #[test]
    fn names_that_begin_so_come_first() {
        let all: Vec<(String, String)> = ["Le Greta", "Greta du Cantal", "Région"]
            .iter()
            .map(|name| ((*name).to_owned(), (*name).to_owned()))
            .collect();
        let check = |typed: &str, expect: &[&str]| {
            let found = found(typed, &all);
            let names: Vec<&str> = found.iter().map(|(_, name)| name.as_str()).collect();
            assert_eq!(names, expect, "{typed:?}");
        };
        check("gré", &["Greta du Cantal", "Le Greta"]);
        check("REGION", &["Région"]);
        check("opco", &[]);
    }
}
