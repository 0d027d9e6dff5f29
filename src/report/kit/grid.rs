//! The sheets « Métiers » and « Formations »: one row for each occupation or course.

use crate::reference::questionnaire::marker::SKIP;
use crate::reference::questionnaire::{Field, Kind, Sheet, SheetId};
use crate::report::kit::checks::{Places, disagreements, validation};
use crate::report::kit::form::{input_format, shown_example};
use crate::report::kit::{Kit, KitError, cover};
use rust_xlsxwriter::utility::{column_number_to_name, quote_sheet_name};
use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Worksheet};

/// Hidden row of the mark and ids, then title, introduction, note, groups, labels, example.
const TITLE: u32 = 1;
const INTRO: u32 = 2;
const NOTE: u32 = 3;
const GROUPS: u32 = 4;
const LABELS: u32 = 5;
const EXAMPLE: u32 = 6;
const FIRST: u32 = 7;
/// Hidden column of what is not an answer.
const SKIPS: u16 = 0;

pub fn write(sheet: &mut Worksheet, kit: &Kit<'_>, id: SheetId) -> Result<(), KitError> {
    let spec = kit.questionnaire.sheet(id).ok_or(KitError::NoSheet(id.key()))?;
    let language = kit.settings.language;
    let formats = &kit.formats;
    let last_row = FIRST + spec.rows.max(1) - 1;
    sheet.set_name(spec.title.of(language))?;
    sheet.set_tab_color(rust_xlsxwriter::Color::RGB(0x3B_75_A8));
    sheet.write_string(0, SKIPS, kit.marker(id.key()))?;
    for row in [TITLE, INTRO, NOTE, GROUPS, LABELS, EXAMPLE] {
        sheet.write_string(row, SKIPS, SKIP)?;
    }
    sheet.write_string_with_format(TITLE, 1, spec.heading.of(language), &formats.title)?;
    let required = kit.questionnaire.words.required.of(language);
    // Not in the first column, which every printed page repeats.
    sheet.write_string_with_format(INTRO, 2, spec.intro.of(language), &formats.note)?;
    sheet.write_string_with_format(NOTE, 2, required, &formats.note)?;

    let fields: Vec<(u16, Field<'_>)> = (1_u16..).zip(spec.fields()).collect();
    let at = |id: &str| {
        let (column, _) = fields.iter().find(|(_, field)| field.id() == id)?;
        Some(format!("${}{}", column_number_to_name(*column), FIRST + 1))
    };
    let places = Places {
        sheet: spec,
        words: &kit.questionnaire.words,
        language,
        at: &at,
        communes: None,
        occupations: if id == SheetId::Wishes { labels(kit) } else { None },
    };
    let last = fields.last().map_or(1, |(column, _)| *column);
    for (column, field) in &fields {
        let column = *column;
        sheet.write_string(0, column, field.id())?;
        sheet.set_column_width(column, width(field))?;
        head(sheet, column, field, &places, kit)?;
        let format = input_format(&field.question.kind, formats);
        for row in FIRST..=last_row {
            sheet.write_blank(row, column, format)?;
        }
        let rule = validation(field, &places)?;
        sheet.add_data_validation(FIRST, column, last_row, column, &rule)?;
        for formula in disagreements(field, &places) {
            let rule = ConditionalFormatFormula::new()
                .set_rule(Formula::new(formula))
                .set_format(&formats.disagrees);
            sheet.add_conditional_format(FIRST, column, last_row, column, &rule)?;
        }
        if field.question.required {
            let end = column_number_to_name(last);
            let own = column_number_to_name(column);
            let row = FIRST + 1;
            let formula = format!("AND(${own}{row}=\"\",COUNTA($B{row}:${end}{row})>0)");
            let rule = ConditionalFormatFormula::new()
                .set_rule(Formula::new(formula))
                .set_format(&formats.expected);
            sheet.add_conditional_format(FIRST, column, last_row, column, &rule)?;
        }
    }
    groups(sheet, spec, kit)?;
    sheet.set_row_height(TITLE, 28)?.set_row_height(INTRO, 15)?.set_row_height(NOTE, 16)?;
    sheet.set_row_height(GROUPS, 20)?.set_row_height(LABELS, 40)?.set_row_height(EXAMPLE, 27)?;
    for row in FIRST..=last_row {
        sheet.set_row_height(row, 15)?;
    }
    sheet.set_column_hidden(SKIPS)?.set_row_hidden(0)?;
    sheet.set_freeze_panes(FIRST, 2)?;
    sheet.set_selection(FIRST, 1, FIRST, 1)?;
    kit.page(sheet);
    sheet.set_landscape().set_repeat_rows(GROUPS, EXAMPLE)?.set_repeat_columns(1, 1)?;
    sheet.set_print_area(TITLE, 1, last_row, last)?;
    paginate(sheet, spec)?;
    Ok(())
}

/// Title of the label and the example of a column.
fn head(
    sheet: &mut Worksheet,
    column: u16,
    field: &Field<'_>,
    places: &Places<'_>,
    kit: &Kit<'_>,
) -> Result<(), KitError> {
    let formats = &kit.formats;
    let label = field.short().of(places.language);
    if field.question.required {
        let ink = formats.label.clone();
        let parts = [(&ink, label), (&formats.star, " *")];
        sheet.write_rich_string_with_format(LABELS, column, &parts, &formats.label)?;
    } else {
        sheet.write_string_with_format(LABELS, column, label, &formats.label)?;
    }
    let mut example = shown_example(field.question, places);
    // Of several answers, the example ticks the first.
    let first = match (&field.question.kind, field.option) {
        (Kind::Several(options), Some(option)) => options.first() == Some(option),
        _ => true,
    };
    if !first {
        example = String::new();
    }
    if column == 1 {
        let word = kit.questionnaire.words.example_row.of(places.language);
        example = format!("{word}{}{example}", cover::colon(places.language));
        sheet.write_string_with_format(EXAMPLE, column, example, &formats.example)?;
    } else if matches!(field.question.kind, Kind::Text { .. }) {
        sheet.write_string_with_format(EXAMPLE, column, example, &formats.example)?;
    } else if let (Kind::Count { .. }, Ok(number)) = (&field.question.kind, example.parse::<u32>())
    {
        // As text, Excel would mark each as a number stored as text.
        sheet.write_number_with_format(EXAMPLE, column, number, &formats.example_number)?;
    } else {
        sheet.write_string_with_format(EXAMPLE, column, example, &formats.example_number)?;
    }
    Ok(())
}

/// First line of the header: a title over the columns of each section.
fn groups(sheet: &mut Worksheet, spec: &Sheet, kit: &Kit<'_>) -> Result<(), KitError> {
    let mut column = 1;
    for (section, format) in spec.sections.iter().zip(kit.formats.groups.iter().cycle()) {
        let count = u16::try_from(section.fields().count()).unwrap_or(1);
        let title = section.title.of(kit.settings.language);
        if column == 1 {
            // The first column is repeated on every page: its title is not spread over others.
            for next in column..column + count {
                sheet.write_blank(GROUPS, next, format)?;
            }
            sheet.write_string_with_format(GROUPS, column, title, format)?;
        } else if count > 1 {
            sheet.merge_range(GROUPS, column, GROUPS, column + count - 1, title, format)?;
        } else {
            sheet.write_string_with_format(GROUPS, column, title, format)?;
        }
        column += count;
    }
    Ok(())
}

/// Characters that fit across a landscape A4 at the scale of the tables.
const PAGE: u16 = 210;
/// Per cent: smaller is hard to read on paper.
const SCALE: u16 = 68;

/// Breaks pages between sections, never within one; the first column is on every page.
fn paginate(sheet: &mut Worksheet, spec: &Sheet) -> Result<(), KitError> {
    let total: u16 = spec.fields().map(|field| width(&field) + 1).sum();
    if total <= PAGE {
        sheet.set_print_fit_to_pages(1, 0);
        return Ok(());
    }
    let repeated = spec.fields().next().map_or(0, |field| width(&field) + 1);
    let mut breaks = Vec::new();
    let (mut column, mut used) = (1_u32, 0);
    for section in &spec.sections {
        let wide: u16 = section.fields().map(|field| width(&field) + 1).sum();
        if used > 0 && used + wide > PAGE {
            breaks.push(column);
            used = repeated;
        }
        used += wide;
        column += u32::try_from(section.fields().count()).unwrap_or(0);
    }
    sheet.set_vertical_page_breaks(&breaks)?;
    sheet.set_print_scale(SCALE);
    Ok(())
}

/// Characters of a column.
fn width(field: &Field<'_>) -> u16 {
    match (field.question.width, &field.question.kind) {
        (0, Kind::Text { .. }) => 30,
        (0, Kind::Choice(_)) => 20,
        (0, _) => 10,
        (width, _) => width,
    }
}

/// Range of the occupations' labels, for the drop-down list of wishes.
fn labels(kit: &Kit<'_>) -> Option<(String, String)> {
    let spec = kit.questionnaire.sheet(SheetId::Occupations)?;
    let column = spec.fields().position(|field| field.id() == "libelle_metier")?;
    let column = column_number_to_name(u16::try_from(column + 1).ok()?);
    let name = spec.title.of(kit.settings.language);
    let (first, last) = (FIRST + 1, FIRST + spec.rows.max(1));
    let range = format!("={}!${column}${first}:${column}${last}", quote_sheet_name(name));
    Some((range, name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::questionnaire::Questionnaire;

    #[test]
    fn every_section_fits_a_page() {
        let questionnaire = Questionnaire::shipped().unwrap();
        for sheet in questionnaire.sheets.iter().filter(|sheet| sheet.rows > 0) {
            let repeated = sheet.fields().next().map_or(0, |field| width(&field) + 1);
            for section in &sheet.sections {
                let wide: u16 = section.fields().map(|field| width(&field) + 1).sum();
                assert!(repeated + wide <= PAGE, "{:?}", section.title);
            }
        }
    }
}
