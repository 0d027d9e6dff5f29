//! What became of the files of a collection, line by line: for the command line, the window, and the
//! file that keeps it. It names files and cells to whoever holds them.

use crate::format::{date, integer};
use crate::i18n::Catalog;
use crate::model::Date;
use crate::readers::kit::{Collected, Key, Outcome, Replaced, Table, Told};
use crate::reference::questionnaire::Questionnaire;
use crate::words::{alike, fault};
use std::fmt::Write as _;

/// Name of the file that keeps it.
pub const FILE: &str = "suivi_collecte_prive.csv";

/// What is told of a file or a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// A file that could not be opened.
    Unread,
    /// An answer or a file that is not taken.
    Refused,
    /// An answer that counts nowhere, for want of a commune.
    Uncounted,
    Mended,
    Duplicate,
    Replaced,
    Alike,
    /// A list of the invited.
    List,
    /// Answers of an earlier collection, which these tables do not hold.
    Earlier,
}

impl Nature {
    pub const ALL: [Self; 9] = [
        Self::Unread,
        Self::Refused,
        Self::Uncounted,
        Self::Mended,
        Self::Duplicate,
        Self::Replaced,
        Self::Alike,
        Self::List,
        Self::Earlier,
    ];

    /// Key of its words in the catalogs: `collection-…` and `collection-title-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Refused => "refused",
            Self::Uncounted => "uncounted",
            Self::Mended => "mended",
            Self::Duplicate => "duplicate",
            Self::Replaced => "replaced",
            Self::Alike => "alike",
            Self::List => "list",
            Self::Earlier => "earlier",
        }
    }
}

/// One thing told, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub nature: Nature,
    pub file: String,
    pub sheet: String,
    pub cell: String,
    pub question: String,
    pub found: String,
    pub message: String,
}

impl Line {
    /// A file that could not be opened, with the reason.
    pub fn unread(file: &str, message: &str) -> Self {
        Self::of(Nature::Unread, file, message.to_owned())
    }

    fn of(nature: Nature, file: &str, message: String) -> Self {
        let none = String::new;
        let file = file.to_owned();
        let (sheet, cell, question, found) = (none(), none(), none(), none());
        Self { nature, file, sheet, cell, question, found, message }
    }

    fn at<T>(nature: Nature, told: &Told<T>, message: String) -> Self {
        Self {
            nature,
            file: told.file.clone(),
            sheet: told.sheet.clone(),
            cell: told.cell.clone(),
            question: told.question.clone(),
            found: told.found.clone(),
            message,
        }
    }

    /// « fichier, feuille Métiers, cellule C12 (`projets_12m`) : phrase »; a sentence that names its
    /// file stands alone.
    pub fn text(&self, catalog: &Catalog) -> String {
        if self.sheet.is_empty() && self.message.contains(self.file.as_str()) {
            return self.message.clone();
        }
        let mut place = self.file.clone();
        if !self.sheet.is_empty() {
            let sheet = catalog.with("place-sheet", &[("sheet", (&self.sheet).into())]);
            let _ = write!(place, ", {sheet}");
        }
        if !self.cell.is_empty() {
            let cell = catalog.with("place-cell", &[("cell", (&self.cell).into())]);
            let _ = write!(place, ", {cell}");
        }
        if !self.question.is_empty() {
            let _ = write!(place, " ({})", self.question);
        }
        format!("{place}{}{}", catalog.text("colon"), self.message)
    }
}

/// All that is told of a collection, by nature.
pub fn lines(
    collected: &Collected,
    unread: Vec<Line>,
    questionnaire: &Questionnaire,
    catalog: &Catalog,
) -> Vec<Line> {
    let mut lines = unread;
    lines.extend(collected.rejects.iter().map(|one| {
        let sentence = fault(&one.what, &one.found, questionnaire, catalog);
        Line::at(Nature::Refused, one, sentence)
    }));
    lines.extend(
        collected.uncounted.iter().map(|file| {
            Line::of(Nature::Uncounted, file, catalog.text("collection-without-commune"))
        }),
    );
    if collected.n_missing_nowhere > 0 {
        let count = u32::try_from(collected.n_missing_nowhere).unwrap_or(u32::MAX);
        let text = catalog.with("collection-invited-nowhere", &[("count", count.into())]);
        lines.push(Line::of(Nature::Uncounted, "", text));
    }
    lines.extend(collected.mended.iter().map(|one| {
        Line::at(Nature::Mended, one, catalog.text(&format!("kit-mending-{}", one.what.id())))
    }));
    lines.extend(collected.duplicates.iter().map(|one| {
        let key = if one.same_bytes { "survey-same-bytes" } else { "survey-same-answers" };
        let args = [("file", (&one.file).into()), ("of", (&one.of).into())];
        Line::of(Nature::Duplicate, &one.file, catalog.with(key, &args))
    }));
    lines.extend(
        collected
            .replaced
            .iter()
            .map(|one| Line::of(Nature::Replaced, &one.left, replaced(one, catalog))),
    );
    lines.extend(
        collected.alike.iter().map(|one| Line::of(Nature::Alike, &one.file, alike(one, catalog))),
    );
    lines.extend(collected.sources.iter().filter_map(|source| {
        let Outcome::List { n_rows } = source.outcome else { return None };
        let shown = number(n_rows, catalog);
        let text = catalog.with("collection-list-of", &[("shown", (&shown).into())]);
        Some(Line::of(Nature::List, &source.file, text))
    }));
    if collected.n_earlier > 0 {
        let count = u32::try_from(collected.n_earlier).unwrap_or(u32::MAX);
        let text = catalog.with("collection-answered-earlier", &[("count", count.into())]);
        lines.push(Line::of(Nature::Earlier, "", text));
    }
    lines
}

/// The same as a table, one line each.
pub fn table(lines: &[Line], catalog: &Catalog) -> Table {
    let header = ["nature", "fichier", "feuille", "cellule", "question", "trouve", "message"];
    let row = |line: &Line| {
        let nature = catalog.text(&format!("collection-{}", line.nature.id()));
        let Line { file, sheet, cell, question, found, message, .. } = line.clone();
        vec![nature, file, sheet, cell, question, found, message]
    };
    Table { header: header.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn number(n: usize, catalog: &Catalog) -> String {
    integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), catalog.language())
}

/// A former version, the one that took its place, and how they were known to be of one
/// establishment.
fn replaced(one: &Replaced, catalog: &Catalog) -> String {
    let day = |day: Option<Date>| {
        day.map_or_else(|| catalog.text("survey-no-date"), |day| date(day, catalog.language()))
    };
    let by_name =
        if one.is_by_name() { catalog.text("survey-version-by-name") } else { String::new() };
    let by = match one.by {
        Key::Siret => "survey-by-siret",
        Key::Number => "survey-by-number",
    };
    let told = catalog.with(
        "survey-version-replaced",
        &[
            ("left", (&one.left).into()),
            ("lefton", (&day(one.left_on)).into()),
            ("kept", (&one.kept).into()),
            ("kepton", (&day(one.kept_on)).into()),
            ("by", (&catalog.text(by)).into()),
            ("changed", (&number(one.n_changed, catalog)).into()),
        ],
    );
    format!("{told}{by_name}")
}
