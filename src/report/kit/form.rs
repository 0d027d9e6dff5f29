//! The sheet « Établissement »: one question per line, its answer, and what to know about it.

use crate::reference::questionnaire::marker::ANSWER;
use crate::reference::questionnaire::{Field, Kind, Question, SheetId, fill};
use crate::report::kit::checks::{Places, disagreements, validation};
use crate::report::kit::{Kit, KitError, control, style};
use rust_xlsxwriter::{
    ConditionalFormatBlank, ConditionalFormatFormula, Format, Formula, Worksheet,
};

/// Columns: hidden ids, question, answer, details.
const IDS: u16 = 0;
const QUESTION: u16 = 1;
const INPUT: u16 = 2;
const HELP: u16 = 3;
/// Their widths, in characters.
const WIDTHS: [(u16, u16); 3] = [(QUESTION, 46), (INPUT, 30), (HELP, 46)];
/// Hidden row of the mark, then title, introduction, note, blank and header.
const HEADER: u32 = 5;

/// A line of the form.
enum Line<'a> {
    Section(&'a str),
    /// A question with several answers, asked before its options.
    Lead(&'a Question),
    Input(Field<'a>),
}

pub fn write(sheet: &mut Worksheet, kit: &Kit<'_>) -> Result<(), KitError> {
    let id = SheetId::Establishment;
    let spec = kit.questionnaire.sheet(id).ok_or(KitError::NoSheet(id.key()))?;
    let language = kit.settings.language;
    let (words, formats) = (&kit.questionnaire.words, &kit.formats);
    sheet.set_name(spec.title.of(language))?;
    sheet.set_tab_color(rust_xlsxwriter::Color::RGB(0x3B_75_A8));
    sheet.write_string(0, IDS, kit.marker(id.key()))?.write_string(0, INPUT, ANSWER)?;
    sheet.set_column_hidden(IDS)?.set_row_hidden(0)?;
    for (column, width) in WIDTHS {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(1, QUESTION, spec.heading.of(language), &formats.title)?;
    sheet.set_row_height(1, 28)?;
    sheet.write_string_with_format(2, QUESTION, spec.intro.of(language), &formats.subtitle)?;
    sheet.write_string_with_format(3, QUESTION, words.required.of(language), &formats.note)?;
    let heads = [(QUESTION, &words.question), (INPUT, &words.answer), (HELP, &words.help)];
    for (column, text) in heads {
        sheet.write_string_with_format(HEADER, column, text.of(language), &formats.head)?;
    }
    sheet.set_row_height(HEADER, 20)?;

    let mut lines = Vec::new();
    for section in &spec.sections {
        lines.push(Line::Section(section.title.of(language)));
        for question in &section.questions {
            if matches!(question.kind, Kind::Several(_)) {
                lines.push(Line::Lead(question));
            }
            lines.extend(question.fields().into_iter().map(Line::Input));
        }
    }
    let at = |id: &str| {
        let place = (HEADER + 2..).zip(&lines).find_map(|(row, line)| match line {
            Line::Input(field) if field.id() == id => Some(row),
            _ => None,
        });
        place.map(|row| format!("$C${row}"))
    };
    let places = Places {
        sheet: spec,
        words,
        language,
        at: &at,
        communes: control::communes(kit),
        occupations: None,
    };
    let mut heights = Vec::new();
    for (row, line) in (HEADER + 1..).zip(&lines) {
        let height = match line {
            Line::Section(title) => {
                for column in [QUESTION, INPUT, HELP] {
                    sheet.write_blank(row, column, &formats.section)?;
                }
                sheet.write_string_with_format(row, QUESTION, *title, &formats.section)?;
                22.0
            }
            Line::Lead(question) => {
                let text = question.text.of(language);
                sheet.write_string_with_format(row, QUESTION, text, &formats.question)?;
                sheet.write_blank(row, INPUT, &formats.question)?;
                let help = question.help.of(language);
                sheet.write_string_with_format(row, HELP, help, &formats.help)?;
                style::height(text, 47) + 6.0
            }
            Line::Input(field) => input(sheet, row, field, &places, kit)?,
        };
        sheet.set_row_height(row, height)?;
        heights.push((matches!(line, Line::Section(_)), height));
    }
    let last = HEADER + u32::try_from(lines.len()).unwrap_or(0);
    sheet.set_freeze_panes(HEADER + 1, 0)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    sheet.set_print_area(1, QUESTION, last, HELP)?;
    // The first answer is ready to be typed.
    sheet.set_selection(HEADER + 2, INPUT, HEADER + 2, INPUT)?;
    kit.page(sheet);
    sheet.set_print_scale(SCALE).set_page_breaks(&breaks(&heights))?;
    Ok(())
}

/// Per cent at which the three columns fit across an A4.
const SCALE: u16 = 76;
/// Points of lines that fit on a page at that scale, below the header.
const PAGE: f64 = 920.0;
/// Points above the lines of the first page.
const TOP: f64 = 90.0;

/// Rows before which a page begins: those of sections that would not end on the page.
fn breaks(heights: &[(bool, f64)]) -> Vec<u32> {
    let mut rows = Vec::new();
    let mut used = TOP;
    for (index, (is_section, height)) in heights.iter().enumerate() {
        let rest = heights.get(index + 1..).unwrap_or_default();
        let section: f64 = rest.iter().take_while(|(next, _)| !next).map(|(_, h)| h).sum();
        if *is_section && used + height + section > PAGE {
            rows.push(HEADER + 1 + u32::try_from(index).unwrap_or(0));
            used = 0.0;
        }
        used += height;
    }
    rows
}

/// The line of a question or of an option, and its checks; gives its height in points.
fn input(
    sheet: &mut Worksheet,
    row: u32,
    field: &Field<'_>,
    places: &Places<'_>,
    kit: &Kit<'_>,
) -> Result<f64, KitError> {
    let language = places.language;
    let formats = &kit.formats;
    let question = field.question;
    sheet.write_string(row, IDS, field.id())?;
    let (text, help) = match field.option {
        Some(option) => (option.text.of(language), ""),
        None => (question.text.of(language), question.help.of(language)),
    };
    let dependent = field.option.is_some() || text.starts_with("dont ") || text.starts_with("of ");
    let style = if dependent { &formats.option } else { &formats.question };
    if question.required {
        let parts = [(&formats.plain, text), (&formats.star, " *")];
        sheet.write_rich_string_with_format(row, QUESTION, &parts, style)?;
    } else {
        sheet.write_string_with_format(row, QUESTION, text, style)?;
    }
    sheet.write_blank(row, INPUT, input_format(&question.kind, formats))?;
    let mut n_lines = style::lines(&format!("{text} *"), 47);
    // The options of one question need no example each.
    if field.option.is_none() {
        let example = example(question, places, kit);
        let mut parts = Vec::new();
        let apart = format!("{help}\n");
        if !help.is_empty() {
            parts.push((&formats.help_run, apart.as_str()));
        }
        parts.push((&formats.grey, example.as_str()));
        if let [(format, only)] = parts.as_slice() {
            let boxed = (*format).clone().merge(&formats.help);
            sheet.write_string_with_format(row, HELP, *only, &boxed)?;
            n_lines = n_lines.max(style::lines(only, 56));
        } else {
            sheet.write_rich_string_with_format(row, HELP, &parts, &formats.help)?;
            n_lines = n_lines.max(style::lines(help, 53) + style::lines(&example, 56));
        }
    } else {
        sheet.write_blank(row, HELP, &formats.help)?;
    }
    let lines = if question.id == "commentaire" { n_lines.max(6) } else { n_lines };
    sheet.add_data_validation(row, INPUT, row, INPUT, &validation(field, places)?)?;
    for formula in disagreements(field, places) {
        let rule = ConditionalFormatFormula::new()
            .set_rule(Formula::new(formula))
            .set_format(&formats.disagrees);
        sheet.add_conditional_format(row, INPUT, row, INPUT, &rule)?;
    }
    if question.required {
        let rule = ConditionalFormatBlank::new().set_format(&formats.expected);
        sheet.add_conditional_format(row, INPUT, row, INPUT, &rule)?;
    }
    Ok(f64::from(lines) * style::LINE_HEIGHT + 5.0)
}

/// « Exemple : 12 », in the words of the language.
fn example(question: &Question, places: &Places<'_>, kit: &Kit<'_>) -> String {
    let text = shown_example(question, places);
    fill(kit.questionnaire.words.example.of(places.language), &[("example", &text)])
}

/// The example of a question as it would be typed in that language.
pub fn shown_example(question: &Question, places: &Places<'_>) -> String {
    let (words, language) = (places.words, places.language);
    match &question.kind {
        Kind::YesNo | Kind::Several(_) => match question.example.as_str() {
            "oui" => words.yes.of(language).to_owned(),
            _ => words.no.of(language).to_owned(),
        },
        Kind::Choice(options) => {
            let found = options.iter().find(|option| option.value == question.example);
            found.map_or("", |option| option.text.of(language)).to_owned()
        }
        _ => question.example.clone(),
    }
}

/// The look of an input cell.
pub const fn input_format<'a>(kind: &Kind, formats: &'a style::Formats) -> &'a Format {
    match kind {
        Kind::Text { .. } | Kind::Code(_) => &formats.input_text,
        Kind::Count { .. } => &formats.input_number,
        Kind::Date { .. } => &formats.input_date,
        Kind::YesNo | Kind::Choice(_) | Kind::Several(_) => &formats.input_choice,
    }
}
