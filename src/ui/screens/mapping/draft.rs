//! A mapping under way: what is chosen, what is proposed, what would be read. Draws nothing.

use crate::model::{IssueKind, Kind};
use crate::project::Origin;
use crate::readers::fields::{self, Content, Spec};
use crate::readers::mapping::{
    Field, From, Heading, KINDS, Manner, Mapping, Peek, Preview, Question, RawSheet, Recode, Why,
    guess, preview, propose, questions, reading_of,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a choice speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Field(String),
    /// By its place.
    Question(usize),
}

/// Distinct values of a column and how often each comes.
pub type Values = Vec<(String, usize)>;

pub struct Draft {
    pub origin: Origin,
    pub sheets: Peek,
    pub sheet: usize,
    pub heading: Heading,
    /// Names of the columns under the present heading.
    pub names: Vec<String>,
    pub mapping: Mapping,
    /// Why each field was proposed, and its score.
    pub reasons: BTreeMap<String, (f64, Why)>,
    /// The rows as they would be read.
    pub preview: Vec<Preview>,
    former: Vec<Mapping>,
}

impl Draft {
    /// Starts on the likeliest sheet, header and kind; `None` when the file holds no table.
    pub fn new(origin: Origin, sheets: Peek, former: &[Mapping]) -> Option<Self> {
        let size = |sheet: &RawSheet| {
            let filled = |cells: &[String]| cells.iter().filter(|c| !c.trim().is_empty()).count();
            sheet.rows.iter().map(|(_, cells)| filled(cells)).sum::<usize>()
        };
        let visible = |(_, sheet): &(usize, &RawSheet)| !sheet.hidden;
        let (sheet, _) =
            sheets.iter().enumerate().filter(visible).max_by_key(|(_, sheet)| size(sheet))?;
        let mapping = Mapping {
            confirmed_on: origin.name(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: Vec::new(),
            questions: Vec::new(),
        };
        let mut draft = Self {
            origin,
            sheets,
            sheet,
            heading: Heading::default(),
            names: Vec::new(),
            mapping,
            reasons: BTreeMap::new(),
            preview: Vec::new(),
            former: former.to_vec(),
        };
        draft.choose_sheet(sheet);
        Some(draft)
    }

    fn rows(&self) -> &[(u32, Vec<String>)] {
        self.sheets.get(self.sheet).map_or(&[], |sheet| sheet.rows.as_slice())
    }

    pub fn choose_sheet(&mut self, sheet: usize) {
        self.sheet = sheet;
        self.heading = guess(self.rows());
        self.names = self.heading.names(self.rows());
        let kind = self.likeliest_kind();
        self.choose_kind(kind);
    }

    pub fn choose_heading(&mut self, heading: Heading) {
        self.heading = heading;
        self.names = heading.names(self.rows());
        self.choose_kind(self.mapping.kind);
    }

    /// The kind whose required fields are best found.
    fn likeliest_kind(&self) -> Kind {
        let below = self.heading.below(self.rows());
        let score = |kind: Kind| {
            let found = propose(&self.names, below, kind, &self.former);
            let required = |name: &str| fields::is_required(kind, name);
            let total: f64 = found
                .iter()
                .map(|proposal| {
                    proposal.score * if required(&proposal.field.name) { 2.0 } else { 1.0 }
                })
                .sum();
            let missing = fields::of(kind)
                .iter()
                .filter(|spec| required(spec.name))
                .filter(|spec| found.iter().all(|proposal| proposal.field.name != spec.name))
                .count();
            #[expect(clippy::cast_precision_loss, reason = "a handful of fields")]
            let missing = missing as f64;
            total - missing
        };
        let best = KINDS.into_iter().max_by(|a, b| score(*a).total_cmp(&score(*b)));
        best.unwrap_or(Kind::SurveyEstablishments)
    }

    /// Proposes columns anew for a kind.
    pub fn choose_kind(&mut self, kind: Kind) {
        let below = self.heading.below(self.rows()).to_vec();
        let found = propose(&self.names, &below, kind, &self.former);
        self.reasons = found
            .iter()
            .map(|proposal| (proposal.field.name.clone(), (proposal.score, proposal.why)))
            .collect();
        self.mapping.kind = kind;
        self.mapping.two_rows = self.heading.two_rows;
        self.mapping.fields = found.into_iter().map(|proposal| proposal.field).collect();
        self.stand_in(kind);
        let used: BTreeSet<String> = self.mapping.headers().map(str::to_owned).collect();
        let used = if keeps_questions(kind) { used } else { self.names.iter().cloned().collect() };
        self.mapping.questions = questions(&self.names, &below, &used);
        self.refresh();
    }

    /// What a form seldom asks: the row stands for an identifier; a form that was sent was
    /// answered; the file is the source.
    fn stand_in(&mut self, kind: Kind) {
        let name = self.origin.name();
        let stand_ins = [
            (Kind::SurveyEstablishments, "id", From::RowNumber),
            (Kind::SurveyEstablishments, "status", From::Constant("répondant".to_owned())),
            (Kind::JobOffers, "id", From::RowNumber),
            (Kind::JobOffers, "source", From::Constant(name)),
            (Kind::JobOffers, "status", From::Constant("inconnue".to_owned())),
            (Kind::TrainingCatalogue, "id", From::RowNumber),
        ];
        for (of, field, from) in stand_ins {
            if of == kind && self.mapping.field(field).is_none() {
                self.set_source(field, Some(from));
            }
        }
    }

    /// The fields of the kind, in order.
    pub fn specs(&self) -> Vec<Spec> {
        fields::of(self.mapping.kind)
    }

    /// Required fields without a source.
    pub fn missing(&self) -> Vec<&'static str> {
        let kind = self.mapping.kind;
        let specs = self.specs().into_iter().filter(|spec| fields::is_required(kind, spec.name));
        specs.map(|spec| spec.name).filter(|name| self.mapping.field(name).is_none()).collect()
    }

    /// Fills a field from elsewhere; its manner and its values are proposed anew.
    pub fn set_source(&mut self, name: &str, from: Option<From>) {
        self.mapping.fields.retain(|field| field.name != name);
        self.reasons.remove(name);
        if let Some(from) = from {
            // A column fills one thing.
            let taken: BTreeSet<String> = from.headers().iter().cloned().collect();
            let free = |from: &From| from.headers().iter().all(|header| !taken.contains(header));
            self.mapping.questions.retain(|question| free(&question.from));
            let content = self.content(name);
            let cells = self.cells(&from);
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let manner = reading_of(content, &cells);
            let name = name.to_owned();
            self.mapping.fields.push(Field { name, from, manner, recodes: Vec::new() });
        }
        self.refresh();
    }

    pub fn content(&self, name: &str) -> Content {
        let specs = self.specs();
        let found = specs.iter().find(|spec| spec.name == name);
        found.map_or(Content::Text, |spec| spec.content)
    }

    pub fn set_manner(&mut self, target: &Target, manner: Manner) {
        match target {
            Target::Field(name) => {
                if let Some(field) = self.mapping.fields.iter_mut().find(|f| f.name == *name) {
                    field.manner = manner;
                }
            }
            Target::Question(place) => {
                if let Some(question) = self.mapping.questions.get_mut(*place) {
                    question.manner = manner;
                }
            }
        }
        self.refresh();
    }

    /// A written value stands for another; the same or nothing: for itself.
    pub fn set_recode(&mut self, target: &Target, written: &str, means: &str) {
        let recodes = match target {
            Target::Field(name) => {
                self.mapping.fields.iter_mut().find(|f| f.name == *name).map(|f| &mut f.recodes)
            }
            Target::Question(place) => {
                self.mapping.questions.get_mut(*place).map(|question| &mut question.recodes)
            }
        };
        let Some(recodes) = recodes else { return };
        recodes.retain(|recode| recode.written != written);
        if !means.is_empty() && means != written {
            let (written, means) = (written.to_owned(), means.to_owned());
            recodes.push(Recode { written, means });
        }
        self.refresh();
    }

    pub fn drop_question(&mut self, place: usize) {
        if place < self.mapping.questions.len() {
            self.mapping.questions.remove(place);
        }
        self.refresh();
    }

    /// The columns that nothing uses.
    pub fn unused(&self) -> Vec<&str> {
        let used: BTreeSet<&str> = self.mapping.headers().collect();
        let names = self.names.iter().map(String::as_str);
        names.filter(|name| !name.is_empty() && !used.contains(name)).collect()
    }

    /// The filled cells of the columns of a source.
    fn cells(&self, from: &From) -> Vec<String> {
        let places: Vec<usize> = from
            .headers()
            .iter()
            .filter_map(|header| self.names.iter().position(|name| name == header))
            .collect();
        let below = self.heading.below(self.rows()).iter();
        below
            .flat_map(|(_, cells)| places.iter().filter_map(|place| cells.get(*place)))
            .map(|cell| cell.trim().to_owned())
            .filter(|cell| !cell.is_empty())
            .collect()
    }

    /// The distinct values of a field or question, the most frequent first.
    pub fn values(&self, target: &Target) -> Values {
        let (from, manner) = match target {
            Target::Field(name) => match self.mapping.field(name) {
                Some(field) => (field.from.clone(), field.manner),
                None => return Vec::new(),
            },
            Target::Question(place) => match self.mapping.questions.get(*place) {
                Some(question) => (question.from.clone(), question.manner),
                None => return Vec::new(),
            },
        };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for cell in self.cells(&from) {
            let parts = match manner {
                Manner::Several(separator) => cell.split(separator).map(str::trim).collect(),
                _ => vec![cell.as_str()],
            };
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                *counts.entry(part.to_owned()).or_default() += 1;
            }
        }
        let mut values: Values = counts.into_iter().collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values
    }

    pub fn recodes(&self, target: &Target) -> &[Recode] {
        match target {
            Target::Field(name) => self.mapping.field(name).map_or(&[], |field| &field.recodes),
            Target::Question(place) => {
                self.mapping.questions.get(*place).map_or(&[], |question| &question.recodes)
            }
        }
    }

    pub fn question(&self, place: usize) -> Option<&Question> {
        self.mapping.questions.get(place)
    }

    /// Names that stand over several columns, with their columns.
    pub fn groups(&self) -> Vec<(String, Vec<String>)> {
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for name in &self.names {
            let Some((common, _)) = name.rsplit_once(" › ") else { continue };
            match groups.last_mut() {
                Some((last, columns)) if last == common => columns.push(name.clone()),
                _ => groups.push((common.to_owned(), vec![name.clone()])),
            }
        }
        groups.retain(|(_, columns)| columns.len() > 1);
        groups
    }

    fn refresh(&mut self) {
        let below = self.heading.below(self.rows());
        self.preview = preview(&self.mapping, &self.names, below).unwrap_or_default();
    }

    /// Rows of the preview that cannot be read.
    pub fn refused(&self) -> impl Iterator<Item = (u32, &str, &IssueKind)> {
        self.preview.iter().filter_map(|row| {
            let (field, kind) = row.refused.as_ref()?;
            Some((row.row, field.as_str(), kind))
        })
    }
}

/// Whether columns without a field are kept as questions: a survey alone asks questions.
pub const fn keeps_questions(kind: Kind) -> bool {
    matches!(kind, Kind::SurveyEstablishments | Kind::SurveyOccupations)
}
