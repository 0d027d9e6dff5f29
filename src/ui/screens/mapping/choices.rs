//! What can be chosen for a field or a question: its source, its manner, its values.

use super::draft::{Draft, Target};
use super::{Change, clipped};
use crate::i18n::Catalog;
use crate::readers::fields::Content;
use crate::readers::mapping::{From, Manner};
use crate::ui::widgets::weak;
use egui::{ComboBox, RichText, Ui, WidgetInfo};

/// Where a field comes from.
pub fn source(
    ui: &mut Ui,
    draft: &Draft,
    name: &str,
    content: Content,
    label: egui::Id,
    catalog: &Catalog,
    changes: &mut Vec<Change>,
) {
    let from = draft.mapping.field(name).map(|field| &field.from);
    let shown = match from {
        None => catalog.text("mapping-none"),
        Some(From::Column(header)) => header.clone(),
        Some(From::Ticked(headers)) => {
            let count = headers.len().to_string();
            catalog.with("mapping-ticked", &[("count", (&count).into())])
        }
        Some(From::Constant(text)) => format!("= {text}"),
        Some(From::RowNumber) => catalog.text("mapping-row-number"),
    };
    let choose = |from: Option<From>, changes: &mut Vec<Change>| {
        changes.push(Change::Source(name.to_owned(), from));
    };
    ui.horizontal(|ui| {
        let combo = ComboBox::from_id_salt(("mapping-source", name))
            .selected_text(RichText::new(clipped(&shown, 38)))
            .width(270.0)
            .height(360.0);
        combo
            .show_ui(ui, |ui| {
                if ui.selectable_label(from.is_none(), catalog.text("mapping-none")).clicked() {
                    choose(None, changes);
                }
                for header in draft.names().iter().filter(|header| !header.is_empty()) {
                    let picked = matches!(from, Some(From::Column(known)) if known == header);
                    if ui.selectable_label(picked, clipped(header, 70)).clicked() {
                        choose(Some(From::Column(header.clone())), changes);
                    }
                }
                if content == Content::Several {
                    for (common, columns) in draft.groups() {
                        let count = columns.len().to_string();
                        let text = catalog.with(
                            "mapping-group",
                            &[("name", (&common).into()), ("count", (&count).into())],
                        );
                        if ui.selectable_label(false, text).clicked() {
                            choose(Some(From::Ticked(columns)), changes);
                        }
                    }
                }
                ui.separator();
                if ui.selectable_label(false, catalog.text("mapping-row-number")).clicked() {
                    choose(Some(From::RowNumber), changes);
                }
                if ui.selectable_label(false, catalog.text("mapping-constant")).clicked() {
                    // Nobody has said which yet: it is chosen, or the field is missing.
                    choose(Some(From::Constant(String::new())), changes);
                }
            })
            .response
            .labelled_by(label);
        if let Some(From::Constant(text)) = from {
            constant(ui, name, content, text, label, changes);
        }
    });
}

/// The same value on every row.
fn constant(
    ui: &mut Ui,
    name: &str,
    content: Content,
    text: &str,
    label: egui::Id,
    changes: &mut Vec<Change>,
) {
    let mut set = |text: &str| {
        let from = From::Constant(text.to_owned());
        changes.push(Change::Source(name.to_owned(), Some(from)));
    };
    if let Content::OneOf(words) = content {
        ComboBox::from_id_salt(("mapping-constant", name))
            .selected_text(if text.is_empty() { "—" } else { text })
            .show_ui(ui, |ui| {
                for word in words {
                    if ui.selectable_label(text == *word, *word).clicked() {
                        set(word);
                    }
                }
            })
            .response
            .labelled_by(label);
        return;
    }
    let mut edited = text.to_owned();
    let field = egui::TextEdit::singleline(&mut edited).desired_width(140.0);
    if ui.add(field).labelled_by(label).changed() {
        set(&edited);
    }
}

/// The manners that make sense for a content.
pub fn manners(content: Content, from: &From) -> Vec<Manner> {
    if matches!(from, From::Ticked(_)) {
        return vec![Manner::Plain];
    }
    match content {
        Content::Number => vec![Manner::Plain, Manner::DecimalComma, Manner::DecimalPoint],
        Content::Rate => vec![Manner::Plain, Manner::Percent],
        Content::Date => vec![Manner::Plain, Manner::DayFirst, Manner::MonthFirst],
        Content::Several => {
            let several = [';', ',', '|', '\n'].map(Manner::Several);
            std::iter::once(Manner::Plain).chain(several).collect()
        }
        // Codes that begin with a zero, which spreadsheets take from them: of basins, of communes
        // and activities, of départements and zones, of firms and establishments.
        Content::Basin => vec![Manner::Plain, Manner::Code(4)],
        Content::Commune | Content::Naf => vec![Manner::Plain, Manner::Code(5)],
        Content::Identifier => codes(&[9, 14]),
        Content::Text => codes(&[2, 4, 5, 9, 14]),
        // Read in one way only.
        _ => vec![Manner::Plain],
    }
}

fn codes(widths: &[u8]) -> Vec<Manner> {
    std::iter::once(Manner::Plain).chain(widths.iter().copied().map(Manner::Code)).collect()
}

/// The manners that make sense for a question.
pub const OF_QUESTIONS: [Manner; 25] = [
    Manner::Plain,
    Manner::Choice,
    Manner::Number,
    Manner::DecimalComma,
    Manner::DecimalPoint,
    Manner::Percent,
    Manner::Scale,
    Manner::Likert { low: 1, high: 4 },
    Manner::Likert { low: 1, high: 5 },
    Manner::Likert { low: 0, high: 5 },
    Manner::Likert { low: 1, high: 7 },
    Manner::Likert { low: 1, high: 10 },
    Manner::Likert { low: 0, high: 10 },
    Manner::Rank(';'),
    Manner::Rank(','),
    Manner::Rank('>'),
    Manner::Rank('|'),
    Manner::Several(';'),
    Manner::Several(','),
    Manner::Several('|'),
    Manner::Several('\n'),
    Manner::DayFirst,
    Manner::MonthFirst,
    Manner::Code(5),
    Manner::Code(14),
];

fn manner_text(manner: Manner, catalog: &Catalog) -> String {
    match manner {
        Manner::Plain => catalog.text("manner-plain"),
        Manner::Number => catalog.text("manner-number"),
        Manner::DecimalComma => catalog.text("manner-decimal-comma"),
        Manner::DecimalPoint => catalog.text("manner-decimal-point"),
        Manner::Percent => catalog.text("manner-percent"),
        Manner::DayFirst => catalog.text("manner-day-first"),
        Manner::MonthFirst => catalog.text("manner-month-first"),
        Manner::Code(width) => {
            catalog.with("manner-code", &[("width", (&width.to_string()).into())])
        }
        Manner::Several(separator) | Manner::Rank(separator) => {
            let shown = match separator {
                '\n' => "↵".to_owned(),
                other => other.to_string(),
            };
            let is_rank = matches!(manner, Manner::Rank(_));
            let key = if is_rank { "manner-rank" } else { "manner-several" };
            catalog.with(key, &[("separator", (&shown).into())])
        }
        Manner::Scale => catalog.text("manner-scale"),
        Manner::Choice => catalog.text("manner-choice"),
        Manner::Likert { low, high } => {
            let (low, high) = (low.to_string(), high.to_string());
            catalog.with("manner-likert", &[("low", (&low).into()), ("high", (&high).into())])
        }
    }
}

/// How a question is read, in words: columns that are ticked are several answers.
pub fn manner_of(from: &From, manner: Manner, catalog: &Catalog) -> String {
    match from {
        From::Ticked(_) => catalog.text("manner-ticked"),
        _ => manner_text(manner, catalog),
    }
}

pub fn manner(
    ui: &mut Ui,
    target: &Target,
    present: Manner,
    choices: &[Manner],
    of: &str,
    catalog: &Catalog,
    changes: &mut Vec<Change>,
) {
    if choices.len() < 2 {
        weak(ui, &manner_text(present, catalog));
        return;
    }
    let name = spoken(of, &catalog.text("mapping-manner"), catalog);
    ComboBox::from_id_salt(("mapping-manner", format!("{target:?}")))
        .selected_text(manner_text(present, catalog))
        .width(170.0)
        .show_ui(ui, |ui| {
            for choice in choices {
                if ui.selectable_label(*choice == present, manner_text(*choice, catalog)).clicked()
                {
                    changes.push(Change::Manner(target.clone(), *choice));
                }
            }
        })
        .response
        .widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
}

pub fn values_button(
    ui: &mut Ui,
    draft: &Draft,
    target: &Target,
    of: &str,
    catalog: &Catalog,
    changes: &mut Vec<Change>,
) {
    let recoded = draft.recodes(target).len();
    let text = if recoded > 0 {
        catalog.with("mapping-values-of", &[("count", (&recoded.to_string()).into())])
    } else {
        catalog.text("mapping-values")
    };
    let name = spoken(of, &text, catalog);
    let button = ui.button(text);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if button.clicked() {
        changes.push(Change::Values(Some(target.clone())));
    }
}

/// A choice named aloud with what it is of: several of one name stand below each other.
pub fn spoken(of: &str, what: &str, catalog: &Catalog) -> String {
    catalog.with("mapping-spoken", &[("of", of.into()), ("what", what.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_manner_that_means_something_can_be_chosen() {
        let column = From::Column("A".to_owned());
        let check = |content: Content, manner: Manner, expect: bool| {
            assert_eq!(manners(content, &column).contains(&manner), expect, "{content:?}");
        };
        check(Content::Number, Manner::DecimalComma, true);
        check(Content::Number, Manner::DecimalPoint, true);
        check(Content::Date, Manner::DayFirst, true);
        check(Content::Date, Manner::MonthFirst, true);
        check(Content::Naf, Manner::Code(5), true);
        check(Content::Basin, Manner::Code(4), true);
        check(Content::Text, Manner::Code(2), true);
        check(Content::Identifier, Manner::Code(14), true);
        check(Content::YesNo, Manner::Percent, false);
        for manner in [Manner::Choice, Manner::Rank(';'), Manner::Likert { low: 1, high: 5 }] {
            assert!(OF_QUESTIONS.contains(&manner), "{manner:?}");
        }
        let ticked = From::Ticked(vec!["A".to_owned()]);
        assert_eq!(manners(Content::Several, &ticked), [Manner::Plain]);
    }
}
