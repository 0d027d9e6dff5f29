//! The decision table and what to act on by cause, as data: dated, sourced, in no language.
//!
//! Letters and identifiers alone: what they mean is of `recommend`, which evaluates them.

use crate::model::Date;
use crate::reference::lists::ReferenceError;
use serde::Deserialize;

const DECISION: &str = "decision.ron";
const REMEDIES: &str = "remedies.ron";
/// Letters of the published causes.
const LETTERS: &str = "IFMNCGS";
/// The last row, which anything falls to.
const LAST: u8 = 7;

/// What a row of the table asks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Condition {
    /// Neither the official class nor the territory's own data tells a tension.
    Quiet,
    /// The class of a cause is not published.
    Missing(char),
    /// The class of a cause is published, and at least this.
    AtLeast(char, u8),
    /// The class of a cause is published, and at most this.
    AtMost(char, u8),
    /// One of them holds.
    Any(Vec<Condition>),
}

impl Condition {
    /// The causes that it looks at, as letters.
    pub fn letters(&self) -> Vec<char> {
        match self {
            Self::Quiet => Vec::new(),
            Self::Missing(letter) | Self::AtLeast(letter, _) | Self::AtMost(letter, _) => {
                vec![*letter]
            }
            Self::Any(all) => all.iter().flat_map(Self::letters).collect(),
        }
    }

    fn check(&self) -> Result<(), ReferenceError> {
        let known = |letter: &char| {
            let found = LETTERS.contains(*letter);
            if found { Ok(()) } else { Err(fail(DECISION, format!("no cause {letter}"))) }
        };
        match self {
            Self::Quiet => Ok(()),
            Self::Missing(letter) => known(letter),
            Self::AtLeast(letter, class) | Self::AtMost(letter, class) => {
                if !(1..=5).contains(class) {
                    return Err(fail(DECISION, format!("no class {class}")));
                }
                known(letter)
            }
            Self::Any(all) if all.is_empty() => Err(fail(DECISION, "nothing to choose from")),
            Self::Any(all) => all.iter().try_for_each(Self::check),
        }
    }
}

/// A row of the table: its number names the diagnosis, 0–7.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Row {
    pub row: u8,
    /// All of them hold; none: anything.
    pub when: Vec<Condition>,
}

/// The decision table: the first row that holds counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub source: String,
    pub since: Date,
    pub checked: Date,
    pub rows: Vec<Row>,
}

/// What to act on where a cause weighs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Remedy {
    pub id: String,
    /// Letters of published causes that call for it.
    pub published: Vec<char>,
    /// Identifiers of causes that employers name.
    pub named: Vec<String>,
    /// Levers that it is a part of when a published cause calls for it.
    pub under: Vec<String>,
    /// Who could lead.
    pub lead: String,
}

#[derive(Deserialize)]
struct RawDecision {
    source: String,
    since: String,
    checked: String,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct RawRemedies {
    source: String,
    since: String,
    checked: String,
    remedies: Vec<Remedy>,
}

fn fail(list: &'static str, detail: impl std::fmt::Display) -> ReferenceError {
    ReferenceError { list, line: 0, detail: detail.to_string() }
}

fn dated(
    list: &'static str,
    source: &str,
    (since, checked): (&str, &str),
) -> Result<(Date, Date), ReferenceError> {
    if source.trim().is_empty() {
        return Err(fail(list, "no source"));
    }
    let date = |text: &str| text.parse::<Date>().map_err(|error| fail(list, error));
    Ok((date(since)?, date(checked)?))
}

impl Decision {
    /// # Errors
    /// Where a row has no such number, cause or class, where nothing is left for what matches no
    /// row, or without date or source.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let raw: RawDecision = ron::from_str(text).map_err(|error| fail(DECISION, error))?;
        let (since, checked) = dated(DECISION, &raw.source, (&raw.since, &raw.checked))?;
        for row in &raw.rows {
            if row.row > LAST {
                return Err(fail(DECISION, format!("no row {}", row.row)));
            }
            row.when.iter().try_for_each(Condition::check)?;
        }
        if !raw.rows.last().is_some_and(|row| row.row == LAST && row.when.is_empty()) {
            return Err(fail(DECISION, "the last row must take whatever is left"));
        }
        Ok(Self { source: raw.source, since, checked, rows: raw.rows })
    }
}

/// # Errors
/// Where a cause is not known, or without date or source.
pub fn remedies(text: &str) -> Result<Vec<Remedy>, ReferenceError> {
    let raw: RawRemedies = ron::from_str(text).map_err(|error| fail(REMEDIES, error))?;
    dated(REMEDIES, &raw.source, (&raw.since, &raw.checked))?;
    for remedy in &raw.remedies {
        if let Some(letter) = remedy.published.iter().find(|letter| !LETTERS.contains(**letter)) {
            return Err(fail(REMEDIES, format!("{}: no cause {letter}", remedy.id)));
        }
    }
    Ok(raw.remedies)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &str, expected: Result<usize, &str>) {
        let text = format!(
            "(source: \"s\", since: \"2026-12-01\", checked: \"2026-12-01\", rows: [{rows}])"
        );
        let found = Decision::parse(&text).map(|table| table.rows.len());
        let found = found.map_err(|error| error.detail);
        assert_eq!(found, expected.map_err(str::to_owned), "{rows}");
    }

    #[test]
    fn a_table_that_could_leave_something_out_does_not_load() {
        check("(row: 0, when: [Quiet]), (row: 7, when: [])", Ok(2));
        check("(row: 0, when: [Quiet])", Err("the last row must take whatever is left"));
        check("(row: 7, when: [Quiet])", Err("the last row must take whatever is left"));
        check("(row: 8, when: []), (row: 7, when: [])", Err("no row 8"));
        check("(row: 1, when: [AtLeast('X', 4)]), (row: 7, when: [])", Err("no cause X"));
        check("(row: 1, when: [AtMost('F', 6)]), (row: 7, when: [])", Err("no class 6"));
        check("(row: 1, when: [Any([])]), (row: 7, when: [])", Err("nothing to choose from"));
    }

    #[test]
    fn without_a_source_nothing_loads() {
        let text = "(source: \" \", since: \"2026-12-01\", checked: \"2026-12-01\", rows: [(row: 7, when: [])])";
        assert_eq!(Decision::parse(text).unwrap_err().detail, "no source");
        let text = "(source: \"\", since: \"2026-12-01\", checked: \"2026-12-01\", remedies: [])";
        assert_eq!(remedies(text).unwrap_err().detail, "no source");
    }
}
