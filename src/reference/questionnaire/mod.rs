//! The employer questionnaire as data: what is asked, how it is checked, where the answer goes.
//!
//! Ids of questions are the column headers of the survey's own tables;
//! the fields are those of method.md §5.3. Nothing here writes or reads a workbook.

pub mod marker;
mod sound;
mod words;

pub use sound::Unsound;
pub use words::{Block, Text, Words, fill};

use crate::model::Date;
use serde::Deserialize;

const SHIPPED: &str = include_str!("../../../assets/survey/questionnaire.ron");

/// The questionnaire: its cover, its three sheets and the tables that answers fill.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Questionnaire {
    /// Written into every kit; a kit of another version is collected with a notice.
    pub version: u32,
    pub cover: Vec<Block>,
    pub words: Words,
    pub sheets: Vec<Sheet>,
    pub tables: Tables,
}

/// Which of the three sheets; its key is what the hidden marker says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum SheetId {
    Establishment,
    Occupations,
    Wishes,
}

impl SheetId {
    pub const ALL: [Self; 3] = [Self::Establishment, Self::Occupations, Self::Wishes];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Establishment => "establishment",
            Self::Occupations => "occupations",
            Self::Wishes => "wishes",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Sheet {
    pub id: SheetId,
    /// Name of the tab.
    pub title: Text,
    pub heading: Text,
    pub intro: Text,
    /// Ready rows of a table; 0 for a form, one question per line.
    pub rows: u32,
    pub sections: Vec<Section>,
    pub checks: Vec<Check>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Section {
    pub title: Text,
    /// What the answers serve, for the codebook.
    pub used: Text,
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Question {
    /// Column header of the survey's table.
    pub id: String,
    pub kind: Kind,
    #[serde(default)]
    pub required: bool,
    /// Goes to the table of contacts only.
    #[serde(default)]
    pub private: bool,
    /// As an employer would type it.
    pub example: String,
    /// Characters, in a table; 0: by kind.
    #[serde(default)]
    pub width: u16,
    pub short: Text,
    pub text: Text,
    pub help: Text,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum Kind {
    /// Characters at most.
    Text {
        max: u32,
    },
    Code(Code),
    /// A whole number between bounds, both allowed.
    Count {
        min: u32,
        max: u32,
    },
    /// ISO days, both allowed.
    Date {
        from: String,
        to: String,
    },
    YesNo,
    /// One value.
    Choice(Vec<Choice>),
    /// Several values: one yes/no cell each.
    Several(Vec<Choice>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Code {
    /// Number given by the surveyor.
    Respondent,
    Siret,
    Naf,
    Commune,
    Rome,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Choice {
    /// Follows the question's id in the id of the column: `causes_difficulte/salaire`.
    pub id: String,
    /// As the survey's table writes it.
    pub value: String,
    pub text: Text,
}

/// The sum of the parts that are known is at most the total, when it is known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Check {
    pub parts: Vec<String>,
    pub total: String,
}

/// Headers of the tables, in order: ids of questions and columns that the collection fills.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Tables {
    pub establishments: Vec<String>,
    pub occupations: Vec<String>,
    pub wishes: Vec<String>,
    pub contacts: Vec<String>,
}

/// The data cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionnaireError {
    #[error("not readable: {0}")]
    Syntax(String),
    #[error("unsound: {0}")]
    Unsound(#[from] Unsound),
}

/// One input cell of a sheet: a question, or one option of a question with several answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'a> {
    pub question: &'a Question,
    pub option: Option<&'a Choice>,
}

impl Field<'_> {
    /// Id of the column or line: `projets_12m`, `causes_difficulte/salaire`.
    pub fn id(&self) -> String {
        match self.option {
            Some(option) => format!("{}/{}", self.question.id, option.id),
            None => self.question.id.clone(),
        }
    }

    /// Label of the column or line.
    pub const fn short(&self) -> &Text {
        match self.option {
            Some(option) => &option.text,
            None => &self.question.short,
        }
    }
}

impl Questionnaire {
    /// The questionnaire shipped with the program.
    ///
    /// # Errors
    /// When the embedded data are faulty; a test holds that they are not.
    pub fn shipped() -> Result<Self, QuestionnaireError> {
        Self::parse(SHIPPED)
    }

    /// Reads a questionnaire and puts French no-break spaces.
    ///
    /// # Errors
    /// When the data do not parse, or would not make a usable workbook.
    pub fn parse(source: &str) -> Result<Self, QuestionnaireError> {
        let questionnaire: Self =
            ron::from_str(source).map_err(|error| QuestionnaireError::Syntax(error.to_string()))?;
        sound::check(&questionnaire)?;
        Ok(questionnaire)
    }

    pub fn sheet(&self, id: SheetId) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }
}

impl Sheet {
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }

    /// Input cells in the order of the sheet.
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        self.sections.iter().flat_map(Section::fields)
    }
}

impl Section {
    /// Input cells in the order of the section.
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        self.questions.iter().flat_map(Question::fields)
    }
}

impl Question {
    /// One cell, or one for each option of a question with several answers.
    pub fn fields(&self) -> Vec<Field<'_>> {
        match &self.kind {
            Kind::Several(options) => {
                let field = |option| Field { question: self, option: Some(option) };
                options.iter().map(field).collect()
            }
            _ => vec![Field { question: self, option: None }],
        }
    }
}

impl Kind {
    /// First and last day of a date question.
    pub fn days(&self) -> Option<(Date, Date)> {
        match self {
            Self::Date { from, to } => Some((from.parse().ok()?, to.parse().ok()?)),
            _ => None,
        }
    }
}
