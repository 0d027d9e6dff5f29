//! Checks that the workbook makes while the employer types: validations and coloured cells.

use crate::model::Language;
use crate::reference::questionnaire::{Code, Field, Kind, Sheet, Words, fill};
use crate::report::kit::day;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError,
};

/// Characters of the title of an input message.
const MAX_TITLE: usize = 32;

/// Where the fields of a sheet stand, and the lists that its cells choose from.
pub struct Places<'a> {
    pub sheet: &'a Sheet,
    pub words: &'a Words,
    pub language: Language,
    /// Reference of the cell of a field, from its first input row.
    pub at: &'a dyn Fn(&str) -> Option<String>,
    /// Range of the communes, when there is a list.
    pub communes: Option<String>,
    /// Range of the occupations already written, and the name of their sheet.
    pub occupations: Option<(String, String)>,
}

/// `SUM($D8,$E8)` of the parts of a check.
fn sum(places: &Places<'_>, parts: &[String]) -> Option<String> {
    let found: Option<Vec<String>> = parts.iter().map(|part| (places.at)(part)).collect();
    Some(format!("SUM({})", found?.join(",")))
}

/// The validation of an input cell, with its question as the message of the cell.
///
/// # Errors
/// When a text is longer than the format allows; a sound questionnaire has none.
pub fn validation(field: &Field<'_>, places: &Places<'_>) -> Result<DataValidation, XlsxError> {
    let (words, language) = (places.words, places.language);
    let question = field.question;
    let yes_no = [words.yes.of(language), words.no.of(language)];
    let rule = DataValidation::new();
    let warning = DataValidationErrorStyle::Warning;
    let at = (places.at)(&field.id()).unwrap_or_default();
    let list = words.error_list.of(language).to_owned();
    let (rule, error) = match &question.kind {
        Kind::Text { max } => match &places.occupations {
            Some((range, sheet)) if question.id == "libelle_metier" => {
                let error = fill(words.error_other.of(language), &[("sheet_occupations", sheet)]);
                (rule.allow_list_formula(Formula::new(range)).set_error_style(warning), error)
            }
            _ => {
                let error = fill(words.error_text.of(language), &[("max", &max.to_string())]);
                (rule.allow_text_length(DataValidationRule::Between(0, *max)), error)
            }
        },
        Kind::Code(code) => coded(rule.set_error_style(warning), *code, &at, places),
        Kind::Count { min, max } => counted(rule, field, (*min, *max), &at, places),
        Kind::Date { .. } => match question.kind.days() {
            Some((from, to)) => {
                let bounds = [shown(from, language), shown(to, language)];
                let [min, max] = &bounds;
                let error = fill(words.error_date.of(language), &[("min", min), ("max", max)]);
                (rule.allow_date(DataValidationRule::Between(day(from)?, day(to)?)), error)
            }
            None => (rule, String::new()),
        },
        Kind::YesNo | Kind::Several(_) => (rule.allow_list_strings(&yes_no)?, list),
        Kind::Choice(options) => {
            let texts: Vec<&str> = options.iter().map(|option| option.text.of(language)).collect();
            (rule.allow_list_strings(&texts)?, list)
        }
    };
    let title: String = field.short().of(language).chars().take(MAX_TITLE).collect();
    let message = format!("{}\n{}", question.text.of(language), question.help.of(language));
    let rule = rule.set_input_title(title)?.set_input_message(message.trim_end())?;
    rule.set_error_title(words.error_title.of(language))?.set_error_message(error)
}

fn coded(
    rule: DataValidation,
    code: Code,
    at: &str,
    places: &Places<'_>,
) -> (DataValidation, String) {
    let words = places.words;
    let bare = format!("SUBSTITUTE(SUBSTITUTE({at},\" \",\"\"),\".\",\"\")");
    let (rule, error) = match code {
        Code::Respondent => (rule.allow_any_value(), &words.error_list),
        Code::Siret => {
            (rule.allow_custom(Formula::new(format!("LEN({bare})=14"))), &words.error_siret)
        }
        Code::Naf => (rule.allow_custom(Formula::new(format!("LEN({bare})=5"))), &words.error_naf),
        Code::Rome => {
            (rule.allow_custom(Formula::new(format!("LEN({bare})=5"))), &words.error_rome)
        }
        Code::Commune => match &places.communes {
            Some(range) => (rule.allow_list_formula(Formula::new(range)), &words.error_commune),
            None => (rule.allow_any_value(), &words.error_commune),
        },
    };
    (rule, error.of(places.language).to_owned())
}

/// A whole number between bounds, not above the total it is part of, nor below its parts.
fn counted(
    rule: DataValidation,
    field: &Field<'_>,
    (min, max): (u32, u32),
    at: &str,
    places: &Places<'_>,
) -> (DataValidation, String) {
    let (words, language) = (places.words, places.language);
    let id = &field.question.id;
    let mut conditions = Vec::new();
    let mut error = &words.error_count;
    let mut totals: Vec<String> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    for check in places.sheet.checks.iter().filter(|check| check.parts.contains(id)) {
        if let (Some(total), Some(sum)) = ((places.at)(&check.total), sum(places, &check.parts)) {
            conditions.push(format!("OR({total}=\"\",{sum}<={total})"));
            error = if check.parts.len() > 1 { &words.error_sum } else { &words.error_at_most };
            let total = places.sheet.question(&check.total);
            totals.extend(total.map(|question| quoted(question.short.of(language), language)));
            let others_of = check.parts.iter().filter(|part| *part != id);
            let asked = others_of.filter_map(|part| places.sheet.question(part));
            others.extend(asked.map(|question| quoted(question.short.of(language), language)));
        }
    }
    let own = places.sheet.checks.iter().filter(|check| check.total == *id);
    let parts: Vec<String> = own.filter_map(|check| sum(places, &check.parts)).collect();
    if !parts.is_empty() {
        conditions.push(format!("{at}>=MAX({})", parts.join(",")));
        if totals.is_empty() {
            error = &words.error_total;
        }
    }
    let (lowest, highest) = (thousands(min, language), thousands(max, language));
    let (total, others) = (totals.join(", "), others.join(", "));
    let values =
        [("min", lowest.as_str()), ("max", &highest), ("total", &total), ("others", &others)];
    let error = fill(error.of(language), &values);
    if conditions.is_empty() {
        let bound = |bound: u32| i32::try_from(bound).unwrap_or(i32::MAX);
        return (
            rule.allow_whole_number(DataValidationRule::Between(bound(min), bound(max))),
            error,
        );
    }
    let whole = format!("ISNUMBER({at}),{at}>={min},{at}<={max},{at}=INT({at})");
    let formula = format!("AND({whole},{})", conditions.join(","));
    (rule.allow_custom(Formula::new(formula)), error)
}

/// Formulas that are true when a field's number does not agree with a total.
pub fn disagreements(field: &Field<'_>, places: &Places<'_>) -> Vec<String> {
    let id = &field.question.id;
    let Some(at) = (places.at)(id) else { return Vec::new() };
    let mut formulas = Vec::new();
    for check in places.sheet.checks.iter().filter(|check| check.parts.contains(id)) {
        if let (Some(total), Some(sum)) = ((places.at)(&check.total), sum(places, &check.parts)) {
            formulas.push(format!("AND({at}<>\"\",{total}<>\"\",{sum}>{total})"));
        }
    }
    formulas
}

/// `20 000` in French, `20,000` in English.
pub fn thousands(number: u32, language: Language) -> String {
    let separator = match language {
        Language::French => '\u{202f}',
        Language::English => ',',
    };
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

fn quoted(text: &str, language: Language) -> String {
    match language {
        Language::French => format!("«\u{202f}{text}\u{202f}»"),
        Language::English => format!("“{text}”"),
    }
}

pub fn shown(date: crate::model::Date, language: Language) -> String {
    match language {
        Language::French => {
            format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
        }
        Language::English => date.to_string(),
    }
}
