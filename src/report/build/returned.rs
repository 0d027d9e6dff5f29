//! What a respondent gets back: its own answers beside what its sector and all say, as published.
//! Nobody else's answer is in it, and it is made for one respondent, asked for by its identifier.

use crate::analysis::employers::Told;
use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::needs::{Form, WANTED, Wanted};
use crate::analysis::employers::questions::QuestionView;
use crate::model::Scope;
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Form as FileForm, Part, Row, Shown, Table, shape};
use crate::report::survey::{Inquiry, PublishedMeasure, PublishedNeed, PublishedSurvey};
use crate::secrecy::{Published, key};

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "retour";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("returned-what", 50, Everywhere),
    ("returned-own", 20, Everywhere),
    ("returned-sector", 26, Screen),
    ("returned-all", 26, Screen),
    ("returned-sector-value", 12, File),
    ("returned-sector-low", 12, File),
    ("returned-sector-high", 12, File),
    ("returned-all-value", 12, File),
    ("returned-all-low", 12, File),
    ("returned-all-high", 12, File),
];

/// Why nothing is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    NoSurvey,
    /// Nobody of that identifier was asked.
    Unknown,
    /// It was asked, and did not answer.
    Silent,
    /// No decision could be taken on what may leave.
    Undecided,
    /// Neither of its sector nor of all is a figure told.
    TooFew,
}

impl Refused {
    pub const ALL: [Self; 5] =
        [Self::NoSurvey, Self::Unknown, Self::Silent, Self::Undecided, Self::TooFew];

    /// Key of its sentence in the catalogs (`error-returned-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoSurvey => "no-survey",
            Self::Unknown => "unknown",
            Self::Silent => "silent",
            Self::Undecided => "undecided",
            Self::TooFew => "too-few",
        }
    }
}

/// Who it is among the respondents, and among all who were asked.
struct Who {
    respondent: usize,
    asked: usize,
}

/// The table of what is given back to a respondent.
///
/// # Errors
/// When there is nothing that may be given back.
pub fn returned(context: &Context<'_>, id: &str) -> Result<Table, Refused> {
    let inquiry: &Inquiry = context.inquiry.ok_or(Refused::NoSurvey)?;
    let list = &inquiry.survey.list;
    let asked = list.iter().position(|one| one.id == id).ok_or(Refused::Unknown)?;
    let section = list.get(asked).and_then(|one| one.section);
    let told = inquiry.survey.weighing.as_ref().map_err(|_| Refused::Silent)?;
    let respondents = &told.weighing.respondents;
    let respondent = respondents.iter().position(|place| *place == asked).ok_or(Refused::Silent)?;
    let published = inquiry.published.as_ref().ok_or(Refused::Undecided)?;
    let who = Who { respondent, asked };
    let mut rows = measures(context, (told, published), &who, section);
    let is_told = |row: &Row, column: usize| {
        let cell = row.cells.get(column);
        matches!(cell, Some(Cell::Figure { figure, .. }) if figure.bounds().is_some())
    };
    rows.extend(questions(context, (told, published), &who));
    if !rows.iter().any(|row| is_told(row, 2) || is_told(row, 3)) {
        return Err(Refused::TooFew);
    }
    let table = Table {
        id: ID,
        title: context.catalog.text("table-returned"),
        about: context.catalog.text("table-returned-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    };
    Ok(table.told_apart())
}

/// Its own number; `None` where it said none.
fn own(told: &Told, wanted: &Wanted, who: &Who) -> Option<f64> {
    let of = |asked: Asked| {
        let numbers = told.answers.numbers(&Scope::All, asked);
        numbers.get(who.respondent).copied().flatten()
    };
    match wanted.form {
        Form::Total(asked) => of(asked),
        Form::Ratio(part, base) => {
            let (part, base) = (of(part)?, of(base)?);
            (base > 0.0).then(|| part / base)
        }
    }
}

fn measures(
    context: &Context<'_>,
    (told, published): (&Told, &PublishedSurvey),
    who: &Who,
    section: Option<char>,
) -> Vec<Row> {
    let need = |scope: &Scope| published.needs.iter().find(|need| need.scope == *scope);
    let all = need(&Scope::All);
    let sector = section.and_then(|section| need(&Scope::Sector(Some(section))));
    let figure = |need: Option<&PublishedNeed>, indicator: &str| {
        let mut measures = need?.measures.iter();
        let measure: &PublishedMeasure =
            measures.find(|measure| measure.wanted.indicator == indicator)?;
        Some(measure.weighted)
    };
    let language = context.catalog.language();
    let rows = WANTED.iter().filter_map(|wanted| {
        let own = own(told, wanted, who)?;
        let name = context.catalog.text(&format!("indicator-{}-name", wanted.indicator));
        let form = if wanted.unit.is_share() { FileForm::Share } else { FileForm::Number };
        let shown = Cell::amount(shape(own, wanted.unit, language), own, form);
        let mut cells = vec![Cell::text(name), shown];
        cells.extend(beside(figure(sector, wanted.indicator), figure(all, wanted.indicator)));
        Some(Row::new(format!("measure/{}", wanted.indicator), None, cells))
    });
    rows.collect()
}

/// What its sector and all say: as they are read, then one number a cell.
fn beside(sector: Option<Published>, all: Option<Published>) -> Vec<Cell> {
    let whole = |figure: Option<Published>| {
        figure.map_or(Cell::Blank, |figure| Cell::figure(figure, Part::Whole))
    };
    let parts = |figure: Option<Published>| match figure {
        Some(figure) => three(figure),
        None => [Cell::Blank, Cell::Blank, Cell::Blank],
    };
    [whole(sector), whole(all)].into_iter().chain(parts(sector)).chain(parts(all)).collect()
}

/// Answers that it gave, and the share of all that gave them too.
fn questions(
    context: &Context<'_>,
    (told, published): (&Told, &PublishedSurvey),
    who: &Who,
) -> Vec<Row> {
    let catalog = context.catalog;
    let mut rows = Vec::new();
    for question in &told.questions {
        let Some(out) = published.questions.iter().find(|one| one.label == question.label) else {
            continue;
        };
        let name = match question.label.strip_prefix("field-") {
            Some(_) => catalog.text(&question.label),
            None => question.label.clone(),
        };
        for label in given(question, who) {
            let shared = out.options.iter().find(|option| option.label.as_deref() == Some(label));
            let all = shared.map(|option| option.weighted);
            let what = catalog
                .with("returned-answer", &[("question", (&name).into()), ("answer", label.into())]);
            let yes = Cell::text(catalog.text("answer-yes"));
            let key = format!("question/{}/{}", key::part(&question.label), key::part(label));
            let cells = [Cell::text(what), yes].into_iter().chain(beside(None, all));
            rows.push(Row::new(key, None, cells.collect()));
        }
    }
    rows
}

/// The options that it chose.
fn given<'q>(question: &'q QuestionView, who: &Who) -> Vec<&'q str> {
    let chosen = question.options.iter().filter(|option| option.who.contains(&who.asked));
    chosen.map(|option| option.label.as_str()).collect()
}
