//! A mapping bound to a header: rows of the sheet → rows of the table.

use crate::model::{IssueKind, Kind, fold};
use crate::readers::cells::Buffer;
use crate::readers::coerce::{code, date, is_missing, number, shorten};
use crate::readers::fields::{self, Content};
use crate::readers::fill::{Filling, Refusal};
use crate::readers::header::Columns;
use crate::readers::mapping::heading::own_part;
use crate::readers::mapping::{From, Manner, Mapping, Recode, key};
use crate::readers::sheet::Row;
use crate::tables::survey::answer;

/// Where a value comes from, by place.
enum Source {
    Place(usize),
    /// Places and the answer each stands for.
    Ticked(Vec<(usize, String)>),
    Constant(String),
    RowNumber,
}

struct Wanted {
    /// Canonical field, or the label of a question.
    name: String,
    source: Source,
    manner: Manner,
    recodes: Vec<Recode>,
}

/// A mapping and the places of its columns in one header.
pub struct Bound {
    pub kind: Kind,
    fields: Vec<Wanted>,
    questions: Vec<Wanted>,
    pub columns: Columns,
    names: Vec<String>,
}

/// Folded cell → what it stands for.
fn recode(text: &str, recodes: &[Recode]) -> String {
    let folded = fold(text.trim());
    let found = recodes.iter().find(|recode| fold(recode.written.trim()) == folded);
    found.map_or_else(|| text.trim().to_owned(), |recode| recode.means.clone())
}

/// A cell of a column of ticks: anything but a no.
fn is_ticked(text: &str) -> bool {
    !is_missing(text.trim()) && !matches!(fold(text.trim()).as_str(), "0" | "non" | "no" | "faux")
}

impl Bound {
    /// Finds the columns of a mapping in a header; `None` when one is not there.
    pub fn new(mapping: &Mapping, names: &[String]) -> Option<Self> {
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let place = |header: &String| {
            let exact = names.iter().position(|name| name == header);
            exact.or_else(|| keys.iter().position(|name| *name == key(header)))
        };
        let source = |from: &From| {
            Some(match from {
                From::Column(header) => Source::Place(place(header)?),
                From::Ticked(headers) => Source::Ticked(
                    headers
                        .iter()
                        .map(|header| Some((place(header)?, own_part(header).to_owned())))
                        .collect::<Option<_>>()?,
                ),
                From::Constant(text) => Source::Constant(text.clone()),
                From::RowNumber => Source::RowNumber,
            })
        };
        // A mapping that needs no column would read anything.
        mapping.headers().next()?;
        let known = fields::of(mapping.kind);
        let mut columns = Columns::default();
        let mut wanted = Vec::new();
        for field in &mapping.fields {
            let spec = known.iter().find(|spec| spec.name == field.name)?;
            // As this file writes it, which may be of another year.
            let here = field.from.headers().first().and_then(place);
            let written = here.and_then(|place| names.get(place)).map_or("", String::as_str);
            columns.insert(spec.name, wanted.len(), written);
            wanted.push(Wanted {
                name: field.name.clone(),
                source: source(&field.from)?,
                manner: field.manner,
                recodes: field.recodes.clone(),
            });
        }
        let questions = mapping
            .questions
            .iter()
            .map(|question| {
                Some(Wanted {
                    name: question.label.clone(),
                    source: source(&question.from)?,
                    manner: question.manner,
                    recodes: question.recodes.clone(),
                })
            })
            .collect::<Option<_>>()?;
        let used: Vec<String> = mapping.headers().map(key).collect();
        columns.ignored = names
            .iter()
            .filter(|name| !name.is_empty() && !used.contains(&key(name)))
            .cloned()
            .collect();
        let names = names.to_vec();
        Some(Self { kind: mapping.kind, fields: wanted, questions, columns, names })
    }

    pub const fn has_questions(&self) -> bool {
        !self.questions.is_empty()
    }

    /// Whether a row repeats the header, as exports put together by hand do.
    pub fn repeats_header(&self, cells: &[String]) -> bool {
        let mut filled = cells.iter().zip(&self.names).filter(|(cell, _)| !cell.trim().is_empty());
        let all = filled.clone().count() > 1;
        all && filled.all(|(cell, name)| key(cell) == key(own_part(name)))
    }

    /// The cells of a row, in the order of `columns`.
    ///
    /// # Errors
    /// Names the field whose cell cannot be read.
    pub fn cells(&self, row: u32, cells: &[String]) -> Result<Vec<String>, Refusal> {
        self.fields
            .iter()
            .map(|wanted| {
                let column = self.columns.canonical(&wanted.name);
                value(wanted, row, cells).map_err(|kind| Refusal { column, kind })
            })
            .collect()
    }

    /// The cells of a row as they stand, where they cannot all be read.
    fn as_written(&self, row: u32, cells: &[String]) -> Vec<String> {
        let cell = |wanted: &Wanted| match &wanted.source {
            Source::Place(place) => cells.get(*place).cloned().unwrap_or_default(),
            _ => value(wanted, row, cells).unwrap_or_default(),
        };
        self.fields.iter().map(cell).collect()
    }

    /// Who answered: the field that names the establishment, else the row.
    pub fn identifier(&self, row: u32, cells: &[String]) -> String {
        let named = self.fields.iter().find(|w| matches!(w.name.as_str(), "id" | "establishment"));
        let found = named.and_then(|wanted| value(wanted, row, cells).ok());
        found.filter(|id| !id.is_empty()).unwrap_or_else(|| row.to_string())
    }

    /// The answers of a row to the further questions. Returns what cannot be read, by question.
    pub fn answers(
        &self,
        row: u32,
        establishment: &str,
        cells: &[String],
        builder: &mut answer::Builder,
    ) -> Vec<(String, IssueKind)> {
        let mut refused = Vec::new();
        for wanted in &self.questions {
            let text = match value(wanted, row, cells) {
                Ok(text) => text,
                Err(kind) => {
                    refused.push((wanted.name.clone(), kind));
                    continue;
                }
            };
            let (kind, several) = match (&wanted.source, wanted.manner) {
                (Source::Ticked(_), _) | (_, Manner::Several(_)) => ("several", true),
                (_, Manner::Scale) => ("scale", false),
                (_, Manner::Number | Manner::Percent) => ("number", false),
                _ => ("text", false),
            };
            let parts: Vec<&str> = if several { text.split('|').collect() } else { vec![&text] };
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                let figure = if several { None } else { number(part).ok().flatten() };
                builder.push(answer::Row {
                    row,
                    establishment,
                    question: &wanted.name,
                    kind,
                    text: part,
                    number: figure.filter(|_| kind != "text"),
                });
            }
        }
        refused
    }
}

/// A value as the field will read it; empty when there is none.
fn value(wanted: &Wanted, row: u32, cells: &[String]) -> Result<String, IssueKind> {
    let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
    let text = match &wanted.source {
        Source::Constant(text) => return Ok(text.clone()),
        Source::RowNumber => return Ok(row.to_string()),
        Source::Ticked(places) => {
            let ticked = places.iter().filter(|(place, _)| is_ticked(cell(*place)));
            let answers: Vec<String> =
                ticked.map(|(_, answer)| recode(answer, &wanted.recodes)).collect();
            return Ok(answers.join("|"));
        }
        Source::Place(place) => cell(*place),
    };
    read_as(wanted.manner, text, &wanted.recodes)
}

fn read_as(manner: Manner, text: &str, recodes: &[Recode]) -> Result<String, IssueKind> {
    if let Manner::Several(separator) = manner {
        let parts = text.split(separator).map(str::trim).filter(|part| !part.is_empty());
        let parts: Vec<String> = parts.map(|part| recode(part, recodes)).collect();
        return Ok(parts.join("|"));
    }
    let text = recode(text, recodes);
    if is_missing(&text) {
        return Ok(String::new());
    }
    match manner {
        Manner::Plain | Manner::DayFirst | Manner::Several(_) => Ok(text),
        Manner::Number => {
            number(&text)?;
            Ok(text)
        }
        Manner::Percent => {
            let bare = text.trim_end_matches('%').trim();
            number(bare)?;
            Ok(format!("{bare} %"))
        }
        Manner::MonthFirst => {
            let (day, _) = text.split_once(' ').unwrap_or((&text, ""));
            let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
            match parts.as_slice() {
                [month, day, year] if year.len() == 4 => {
                    date(&format!("{day:0>2}/{month:0>2}/{year}"))
                }
                _ => date(&text),
            }
        }
        Manner::Code(width) => {
            let bare = text.strip_suffix(".0").unwrap_or(&text);
            let width = usize::from(width);
            let shape = bare.chars().all(char::is_alphanumeric) && bare.len() <= width;
            if shape { Ok(format!("{bare:0>width$}")) } else { Err(code("", &text)) }
        }
        Manner::Scale => match number(&text) {
            Ok(_) => Ok(text),
            Err(_) => Err(IssueKind::NotAnOption { text: shorten(&text) }),
        },
    }
}

/// A row as it will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub row: u32,
    /// By field of the mapping, in its order, as read; as they stand where they cannot be.
    pub cells: Vec<String>,
    /// The field at fault and why.
    pub refused: Option<(String, IssueKind)>,
}

/// The rows below a header as a mapping reads them; `None` when a column is not there.
pub fn preview(mapping: &Mapping, names: &[String], rows: &[Row]) -> Option<Vec<Preview>> {
    let bound = Bound::new(mapping, names)?;
    let mut filling = Filling::new(bound.kind, bound.columns.clone(), String::new());
    let known = fields::of(mapping.kind);
    let contents: Vec<Content> = mapping
        .fields
        .iter()
        .map(|field| known.iter().find(|spec| spec.name == field.name))
        .map(|spec| spec.map_or(Content::Text, |spec| spec.content))
        .collect();
    let filled = |cells: &[String]| cells.iter().any(|cell| !cell.trim().is_empty());
    let rows = rows.iter().filter(|(_, cells)| filled(cells) && !bound.repeats_header(cells));
    Some(
        rows.map(|(row, cells)| {
            let field = |column: &str| column.to_owned();
            match bound.cells(*row, cells) {
                Err(refusal) => Preview {
                    row: *row,
                    cells: bound.as_written(*row, cells),
                    refused: Some((field(refusal.column), refusal.kind)),
                },
                Ok(cells) => {
                    let refused = filling.take(*row, Buffer::of(&cells).cells()).err();
                    let refused = refused.map(|refusal| (field(refusal.column), refusal.kind));
                    let read = cells.iter().zip(&contents).map(|(cell, c)| c.canonical(cell));
                    Preview { row: *row, cells: read.collect(), refused }
                }
            }
        })
        .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_in_the_manner_chosen() {
        let check = |manner: Manner, text: &str, expect: Result<&str, ()>| {
            let found = read_as(manner, text, &[]);
            assert_eq!(found.as_deref().map_err(|_| ()), expect, "{manner:?} {text}");
        };
        check(Manner::Number, "1 234,5", Ok("1 234,5"));
        check(Manner::Number, "12 à 15", Err(()));
        check(Manner::Number, "env. 20", Err(()));
        check(Manner::Number, "NC", Ok(""));
        check(Manner::Percent, "86,2", Ok("86,2 %"));
        check(Manner::Percent, "86,2 %", Ok("86,2 %"));
        check(Manner::MonthFirst, "12/31/2026", Ok("2026-12-31"));
        check(Manner::MonthFirst, "31/12/2026", Err(()));
        check(Manner::Code(5), "1001", Ok("01001"));
        check(Manner::Code(5), "1001.0", Ok("01001"));
        check(Manner::Code(14), "1.23457E+13", Err(()));
        check(Manner::Several(';'), "coût ; temps;", Ok("coût|temps"));
        check(Manner::Scale, "4", Ok("4"));
        check(Manner::Scale, "Plutôt", Err(()));
    }

    #[test]
    fn values_are_recoded_and_others_stay() {
        let recodes = [Recode { written: "Manque de temps".into(), means: "temps".into() }];
        let read = |text: &str| read_as(Manner::Several(';'), text, &recodes).unwrap();
        assert_eq!(read("manque de TEMPS;Autre : la météo"), "temps|Autre : la météo");
    }
}
