//! The first sheet, « Lisez-moi », and the same text as a note to send with the workbook.

use crate::model::Language;
use crate::reference::questionnaire::{Block, Questionnaire};
use crate::report::kit::{Kit, KitError, KitSettings, style, told};
use rust_xlsxwriter::Worksheet;

/// Characters of the column of text.
const WIDTH: u16 = 96;

pub fn write(sheet: &mut Worksheet, kit: &Kit<'_>) -> Result<(), KitError> {
    let language = kit.settings.language;
    let (words, formats) = (&kit.questionnaire.words, &kit.formats);
    sheet.set_name(words.cover_sheet.of(language))?;
    sheet.set_tab_color(rust_xlsxwriter::Color::RGB(0x1F_4E_79));
    sheet.set_column_width(0, 2.5)?.set_column_width(1, f64::from(WIDTH))?;
    sheet.write_string_with_format(0, 0, &kit.settings.title, &formats.title)?;
    sheet.set_row_height(0, 30)?;
    let edition = kit.told(words.edition.of(language));
    sheet.write_string_with_format(1, 0, edition, &formats.subtitle)?;
    let mut row = 3;
    let deadline = style::long_date(kit.settings.deadline, language);
    let facts = [
        (&words.led_by, &kit.settings.collector),
        (&words.reply_to, &kit.settings.contact),
        (&words.reply_by, &deadline),
    ];
    let colon = colon(language);
    for (label, value) in facts {
        let label = format!("{}{colon}", label.of(language));
        // A rich text refuses an empty part.
        if value.trim().is_empty() {
            continue;
        }
        let parts = [(&formats.bold, label.as_str()), (&formats.plain, value.as_str())];
        sheet.write_rich_string(row, 0, &parts)?;
        row += 1;
    }
    for block in &kit.questionnaire.cover {
        match block {
            Block::Heading(text) => {
                for column in 0..2 {
                    sheet.write_blank(row, column, &formats.heading)?;
                }
                let text = kit.told(text.of(language));
                sheet.write_string_with_format(row, 0, text, &formats.heading)?;
                sheet.set_row_height(row, 27)?;
            }
            Block::Paragraph(text) | Block::Bullet(text) => {
                let text = kit.told(text.of(language));
                if matches!(block, Block::Bullet(_)) {
                    sheet.write_string_with_format(row, 0, "•", &formats.body)?;
                }
                sheet.write_string_with_format(row, 1, &text, &formats.body)?;
                sheet.set_row_height(row, style::height(&text, WIDTH * 23 / 20) + 5.0)?;
            }
        }
        row += 1;
    }
    kit.page(sheet);
    sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// The colon between a label and its value.
pub const fn colon(language: Language) -> &'static str {
    match language {
        Language::French => "\u{a0}: ",
        Language::English => ": ",
    }
}

/// Columns of the note: what a mail program shows without breaking.
const NOTE_WIDTH: usize = 78;

/// The cover as a text to send with the workbook: UTF-8, lines of at most 78 characters ended as
/// Windows ends them.
pub fn cover_note(questionnaire: &Questionnaire, settings: &KitSettings) -> String {
    let language = settings.language;
    let words = &questionnaire.words;
    let colon = colon(language);
    let mut lines = vec![settings.title.clone()];
    lines.push(told(words.edition.of(language), questionnaire, settings));
    lines.push(String::new());
    let deadline = style::long_date(settings.deadline, language);
    let facts = [
        (&words.led_by, &settings.collector),
        (&words.reply_to, &settings.contact),
        (&words.reply_by, &deadline),
    ];
    for (label, value) in facts {
        lines.push(format!("{}{colon}{value}", label.of(language)));
    }
    for block in &questionnaire.cover {
        match block {
            Block::Heading(text) => {
                let text = told(text.of(language), questionnaire, settings);
                lines.push(String::new());
                lines.push(text.to_uppercase());
            }
            Block::Paragraph(text) => {
                wrap(&told(text.of(language), questionnaire, settings), "", &mut lines);
            }
            Block::Bullet(text) => {
                wrap(&told(text.of(language), questionnaire, settings), "– ", &mut lines);
            }
        }
    }
    lines.push(String::new());
    lines.join("\r\n")
}

/// Breaks at ordinary spaces only; following lines are set under the first word.
fn wrap(text: &str, mark: &str, lines: &mut Vec<String>) {
    let margin = " ".repeat(mark.chars().count());
    let mut line = mark.to_owned();
    let mut empty = true;
    for word in text.split(' ') {
        let length = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > NOTE_WIDTH {
            lines.push(std::mem::replace(&mut line, margin.clone()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
}
