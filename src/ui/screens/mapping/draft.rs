//! A mapping under way: what is chosen, what is proposed, what would be read. Draws nothing.

mod begin;

use crate::model::{IssueKind, Kind};
use crate::project::Origin;
use crate::readers::fields::{self, Content, Spec};
use crate::readers::mapping::{
    Field, From, Heading, Held, Manner, Mapping, Peek, Preview, Proposal, Question, RawSheet,
    Recode, Why, nearest, own_part, preview, reading_of, tick,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a choice speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Field(String),
    /// By its place.
    Question(usize),
}

impl Target {
    pub const fn is_field(&self) -> bool {
        matches!(self, Self::Field(_))
    }
}

/// Distinct values of a column and how often each comes.
pub type Values = Vec<(String, usize)>;

/// A choice after which every column is looked at anew: not made in a frame.
#[derive(Clone, Copy, Debug)]
pub enum Anew {
    Sheet(usize),
    Heading(Heading),
    Kind(Kind),
}

/// Cheap to clone: what was read of the file is shared.
#[derive(Clone, Debug)]
pub struct Draft {
    pub origin: Origin,
    pub sheets: Arc<Peek>,
    pub sheet: usize,
    pub heading: Heading,
    /// The columns under the present heading.
    held: Arc<Held>,
    pub mapping: Mapping,
    /// Why each field was proposed, and its score.
    pub reasons: BTreeMap<String, (f64, Why)>,
    /// The rows as they would be read, at the revision told.
    pub preview: Arc<Vec<Preview>>,
    previewed: u64,
    /// Grows with every change of the mapping.
    pub revision: u64,
    former: Arc<[Mapping]>,
    /// What is like a field, and fills it only once it is taken.
    suggested: BTreeMap<String, Proposal>,
    /// What was confirmed before on this form, where it was.
    pub before: Option<Before>,
}

/// A mapping that a draft takes up.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The file it was confirmed on.
    pub file: String,
    /// Columns that this file alone has.
    pub new: BTreeSet<String>,
    /// Columns and questions that this file lacks.
    pub gone: Vec<String>,
}

impl Draft {
    /// Starts on the likeliest sheet, header and kind. Looks at every column: not for a frame.
    ///
    /// # Errors
    /// The key of the words for a file that holds no table to choose from.
    pub fn new(origin: Origin, sheets: Peek, former: Vec<Mapping>) -> Result<Self, &'static str> {
        let size = |sheet: &RawSheet| {
            let filled = |cells: &[String]| cells.iter().filter(|c| !c.trim().is_empty()).count();
            sheet.rows.iter().map(|(_, cells)| filled(cells)).sum::<usize>()
        };
        let visible = |(_, sheet): &(usize, &RawSheet)| !sheet.hidden;
        // The sheet that a mapping reads, else the largest.
        let rank = |sheet: &RawSheet| (nearest(&former, &sheet.rows).is_some(), size(sheet));
        let largest =
            sheets.iter().enumerate().filter(visible).max_by_key(|(_, sheet)| rank(sheet));
        let Some((sheet, _)) = largest else {
            return Err(if sheets.is_empty() { "mapping-nothing" } else { "mapping-only-hidden" });
        };
        let mapping = Mapping {
            confirmed_on: origin.name(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: Vec::new(),
            questions: Vec::new(),
            seen: Vec::new(),
            none: Vec::new(),
        };
        let mut draft = Self {
            origin,
            sheets: Arc::new(sheets),
            sheet,
            heading: Heading::default(),
            held: Arc::default(),
            mapping,
            reasons: BTreeMap::new(),
            preview: Arc::default(),
            previewed: 0,
            revision: 0,
            former: former.into(),
            suggested: BTreeMap::new(),
            before: None,
        };
        draft.choose_sheet(sheet);
        draft.previewed = draft.revision;
        draft.preview = Arc::new(draft.read());
        Ok(draft)
    }

    fn rows(&self) -> &[(u32, Vec<String>)] {
        self.sheets.get(self.sheet).map_or(&[], |sheet| sheet.rows.as_slice())
    }

    /// Names of the columns under the present heading.
    pub fn names(&self) -> &[String] {
        &self.held.header.names
    }

    /// The rows below the header as they will be read.
    pub fn read(&self) -> Vec<Preview> {
        let below = self.heading.below(self.rows());
        preview(&self.mapping, self.names(), below).unwrap_or_default()
    }

    pub const fn is_read(&self) -> bool {
        self.previewed == self.revision
    }

    /// Takes the rows read at the present revision.
    pub fn take_preview(&mut self, preview: Arc<Vec<Preview>>) {
        self.preview = preview;
        self.previewed = self.revision;
    }

    /// The fields of the kind, in order.
    pub fn specs(&self) -> Vec<Spec> {
        fields::of(self.mapping.kind)
    }

    /// Required fields without a source.
    pub fn missing(&self) -> Vec<&'static str> {
        let specs = self.specs().into_iter().filter(|spec| self.mapping.needs(spec.name));
        // The same value everywhere is one only once it is chosen.
        let told = |name: &str| {
            let from = self.mapping.field(name).map(|field| &field.from);
            !matches!(from, None | Some(From::Constant(_)))
                || matches!(from, Some(From::Constant(text)) if !text.trim().is_empty())
        };
        specs.map(|spec| spec.name).filter(|name| !told(name)).collect()
    }

    /// Fills a field from elsewhere; its manner and its values are proposed anew. What it was
    /// filled from before is a question again.
    pub fn set_source(&mut self, name: &str, from: Option<From>) {
        let before: BTreeSet<String> = self.mapping.headers().map(str::to_owned).collect();
        let was_long = self.is_long();
        self.mapping.fields.retain(|field| field.name != name);
        self.reasons.remove(name);
        if let Some(from) = from {
            // A column fills one thing.
            let taken: BTreeSet<String> = from.headers().iter().cloned().collect();
            let free = |from: &From| from.headers().iter().all(|header| !taken.contains(header));
            self.mapping.questions.retain(|question| free(&question.from));
            if self.mapping.kind == Kind::ActorOpinions && matches!(name, "question" | "answer") {
                // One opinion a row: the other columns are no questions then.
                self.mapping.questions.clear();
            }
            self.mapping.fields.retain(|field| free(&field.from));
            let column = match &from {
                From::Column(header) => self.held.column(header),
                _ => None,
            };
            let values = column.map(|column| column.values.as_slice()).unwrap_or_default();
            let manner = reading_of(self.content(name), values);
            let name = name.to_owned();
            self.mapping.fields.push(Field { name, from, manner, recodes: Vec::new() });
        }
        if was_long && !self.is_long() {
            // Columns are questions again.
            self.ask(|_| true);
        } else {
            self.ask(|header| before.contains(header));
        }
        self.revision += 1;
    }

    /// Fills a field as it was suggested.
    pub fn take(&mut self, name: &str) {
        let Some(proposal) = self.suggestion(name).cloned() else { return };
        self.set_source(name, Some(proposal.field.from.clone()));
        if let Some(field) = self.mapping.fields.iter_mut().find(|field| field.name == name) {
            field.clone_from(&proposal.field);
        }
        self.reasons.insert(name.to_owned(), (proposal.score, proposal.why));
    }

    /// What is like a field that no column fills yet, of columns that fill no other.
    pub fn suggestion(&self, name: &str) -> Option<&Proposal> {
        let proposal = self.suggested.get(name)?;
        let from = |field: &Field| !field.from.headers().is_empty();
        if self.mapping.field(name).is_some_and(from) {
            return None;
        }
        let mut others = self.mapping.fields.iter().flat_map(|field| field.from.headers());
        let wanted = proposal.field.from.headers();
        (!others.any(|header| wanted.contains(header))).then_some(proposal)
    }

    /// A column that was left aside is a question again, with those it is ticked with.
    pub fn keep(&mut self, header: &str) {
        let unused: BTreeSet<String> = self.unused().into_iter().map(str::to_owned).collect();
        let group = self.groups().into_iter().map(|(_, columns)| columns);
        let group = group.into_iter().find(|columns| columns.iter().any(|one| one == header));
        let together = group.filter(|columns| columns.iter().all(|one| unused.contains(one)));
        let wanted = together.unwrap_or_else(|| vec![header.to_owned()]);
        self.ask(|header| wanted.iter().any(|one| one == header));
        self.revision += 1;
    }

    /// One opinion a row: no column is a question.
    fn is_long(&self) -> bool {
        let is_there = |name| self.mapping.field(name).is_some();
        self.mapping.kind == Kind::ActorOpinions && (is_there("question") || is_there("answer"))
    }

    /// Makes questions of the columns that are asked for and that nothing uses, in the order of
    /// the sheet.
    fn ask(&mut self, wanted: impl Fn(&str) -> bool) {
        if !Mapping::keeps_questions(self.mapping.kind) || self.is_long() {
            return;
        }
        let used: BTreeSet<&str> = self.mapping.headers().collect();
        let names = self.names().iter().filter(|name| !name.is_empty());
        let others = names.filter(|name| used.contains(name.as_str()) || !wanted(name));
        let others: BTreeSet<String> = others.cloned().collect();
        let found = if self.mapping.kind == Kind::ActorOpinions {
            self.held.closed_questions(&others)
        } else {
            self.held.questions(&others)
        };
        if found.is_empty() {
            return;
        }
        self.mapping.questions.extend(found);
        let held = Arc::clone(&self.held);
        let place = |question: &Question| {
            let first = question.from.headers().first();
            held.header.names.iter().position(|name| Some(name) == first)
        };
        self.mapping.questions.sort_by_cached_key(place);
    }

    /// The mapping as it is confirmed: with the fields that have no source.
    pub fn decided(&self) -> Mapping {
        let specs = self.specs().into_iter().map(|spec| spec.name.to_owned());
        let none = specs.filter(|name| self.mapping.field(name).is_none()).collect();
        Mapping { none, ..self.mapping.clone() }
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
        self.revision += 1;
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
        self.revision += 1;
    }

    pub fn drop_question(&mut self, place: usize) {
        if place < self.mapping.questions.len() {
            self.mapping.questions.remove(place);
        }
        self.revision += 1;
    }

    /// The columns that nothing uses.
    pub fn unused(&self) -> Vec<&str> {
        let used: BTreeSet<&str> = self.mapping.headers().collect();
        let names = self.names().iter().map(String::as_str);
        names.filter(|name| !name.is_empty() && !used.contains(name)).collect()
    }

    /// The cells of a column.
    fn cells(&self, header: &str) -> impl Iterator<Item = &str> {
        let place = self.names().iter().position(|name| name == header);
        let below = self.heading.below(self.rows()).iter();
        below.filter_map(move |(_, cells)| cells.get(place?)).map(|cell| cell.trim())
    }

    /// The distinct values of a field or question, the most frequent first: those that are
    /// recoded, which for ticked columns are the answers they stand for.
    pub fn values(&self, target: &Target) -> Values {
        let found = match target {
            Target::Field(name) => self.mapping.field(name).map(|f| (&f.from, f.manner)),
            Target::Question(place) => self.question(*place).map(|q| (&q.from, q.manner)),
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        match found {
            Some((From::Ticked(headers), _)) => {
                for header in headers {
                    let answer = own_part(header);
                    let ticked = |cell: &&str| matches!(tick(cell, answer), Ok(Some(true)));
                    *counts.entry(answer).or_default() += self.cells(header).filter(ticked).count();
                }
            }
            Some((From::Column(header), manner)) => {
                let parts = self.cells(header).flat_map(|cell| {
                    let separator = match manner {
                        Manner::Several(separator) | Manner::Rank(separator) => Some(separator),
                        _ => None,
                    };
                    // A closure that splits at nothing gives the whole cell.
                    cell.split(move |c| Some(c) == separator).map(str::trim)
                });
                for part in parts.filter(|part| !part.is_empty()) {
                    *counts.entry(part).or_default() += 1;
                }
            }
            _ => {}
        }
        let counted = counts.into_iter().map(|(value, count)| (value.to_owned(), count));
        let mut values: Values = counted.collect();
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
        for name in self.names() {
            let Some((common, _)) = name.rsplit_once(" › ") else { continue };
            match groups.last_mut() {
                Some((last, columns)) if last == common => columns.push(name.clone()),
                _ => groups.push((common.to_owned(), vec![name.clone()])),
            }
        }
        groups.retain(|(_, columns)| columns.len() > 1);
        groups
    }

    /// Cells of the preview that cannot be read: by their row, their field or the label of their
    /// question, and whether their row is kept without them.
    pub fn refused(&self) -> impl Iterator<Item = (&Preview, &str, &IssueKind)> {
        self.preview.iter().flat_map(|row| {
            row.refused.iter().map(move |(field, kind)| (row, field.as_str(), kind))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(name: &str, hidden: bool, text: &str) -> RawSheet {
        let cells = |line: &str| line.split(';').map(str::to_owned).collect();
        let rows = (1..).zip(text.lines()).map(|(row, line)| (row, cells(line))).collect();
        RawSheet { name: name.to_owned(), hidden, rows }
    }

    fn draft(sheets: Peek) -> Result<Draft, &'static str> {
        Draft::new(Origin::File("a.xlsx".into()), sheets, Vec::new())
    }

    const FORM: &str = "Code Insee;Code APE;Effectif;Freins;;Vos aides;\n\
        ;;;Coût;Temps;Tutorat;Prime\n15014;10.51C;12;x;;Oui;Non\n15120;47.11F;3;x;x;Non;Non\n";

    #[test]
    fn values_of_ticked_columns_are_the_answers_and_are_recoded() {
        let mut draft = draft(vec![sheet("", false, FORM)]).unwrap();
        let check = |draft: &Draft, target: &Target, expect: &[(&str, usize)]| {
            let found = draft.values(target);
            let found: Vec<_> = found.iter().map(|(value, n)| (value.as_str(), *n)).collect();
            assert_eq!(found, expect);
        };
        let field = Target::Field("obstacles".to_owned());
        check(&draft, &field, &[("Coût", 2), ("Temps", 1)]);
        let question = Target::Question(0);
        assert_eq!(draft.question(0).unwrap().label, "Vos aides");
        check(&draft, &question, &[("Tutorat", 1), ("Prime", 0)]);
        draft.set_recode(&field, "Coût", "coût de la formation");
        let place = draft.mapping.fields.iter().position(|f| f.name == "obstacles").unwrap();
        let read: Vec<_> = draft.read().iter().map(|row| row.cells[place].clone()).collect();
        assert_eq!(read, ["coût de la formation", "coût de la formation|Temps"]);
    }

    #[test]
    fn a_column_fills_one_thing() {
        let mut draft = draft(vec![sheet("", false, FORM)]).unwrap();
        let effectif = From::Column("Effectif".to_owned());
        assert_eq!(draft.mapping.field("headcount").map(|f| &f.from), Some(&effectif));
        draft.set_source("hires", Some(effectif));
        assert!(draft.mapping.field("headcount").is_none() && !draft.is_read());
        let group = From::Ticked(vec!["Vos aides › Prime".to_owned()]);
        draft.set_source("obstacles", Some(group));
        // What it was filled from is asked again, and what was ticked beside the other.
        assert_eq!(labels(&draft), ["Freins", "Vos aides › Tutorat"]);
        assert!(draft.unused().is_empty());
    }

    fn labels(draft: &Draft) -> Vec<&str> {
        draft.mapping.questions.iter().map(|question| question.label.as_str()).collect()
    }

    #[test]
    fn a_column_freed_is_a_question_and_one_left_aside_comes_back_when_asked() {
        let mut draft = draft(vec![sheet("", false, FORM)]).unwrap();
        draft.set_source("headcount", None);
        assert_eq!(labels(&draft), ["Effectif", "Vos aides"]);
        draft.drop_question(1);
        assert_eq!(draft.unused(), ["Vos aides › Tutorat", "Vos aides › Prime"]);
        // What was left aside stays so.
        draft.set_source("naf", None);
        assert_eq!(labels(&draft), ["Code APE", "Effectif"]);
        draft.keep("Vos aides › Prime");
        assert_eq!(labels(&draft), ["Code APE", "Effectif", "Vos aides"]);
    }

    #[test]
    fn hidden_sheets_are_not_begun_with() {
        let long = FORM.repeat(3);
        let found = draft(vec![sheet("a", true, &long), sheet("b", false, FORM)]).unwrap();
        assert_eq!(found.sheet, 1);
        assert_eq!(draft(vec![sheet("a", true, FORM)]).unwrap_err(), "mapping-only-hidden");
        assert_eq!(draft(Vec::new()).unwrap_err(), "mapping-nothing");
    }
}
