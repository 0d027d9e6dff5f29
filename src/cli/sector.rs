//! `analyse --sector`: one section of NAF, or all of them.

use crate::analysis::sectors::Cell;
use crate::cli::Failure;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::Fap;
use crate::report::build;
use crate::report::document::whole;
use std::fmt::Write as _;

/// What the page lists of sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    All,
    /// Letter A–U.
    Section(char),
}

/// The value that stands for `--sector` alone.
pub const ALL: &str = "all";

/// A letter of NAF, whatever its case; [`ALL`] for every section.
pub fn wanted(text: &str, catalog: &Catalog) -> Result<Wanted, Failure> {
    if text == ALL {
        return Ok(Wanted::All);
    }
    let letter = text.to_ascii_uppercase();
    match letter.as_bytes() {
        [section @ b'A'..=b'U'] => Ok(Wanted::Section(char::from(*section))),
        _ => Err(Failure::usage(catalog.with("error-sector", &[("text", text.into())]))),
    }
}

/// The section, then each of its occupations, those with most estimated projects first.
pub fn page(context: &build::Context<'_>, section: char, out: &mut String) {
    let catalog = context.catalog;
    let found = context.sector_cells();
    let mut cells: Vec<(Option<Fap>, &Cell)> = found
        .iter()
        .filter(|((of, _), _)| *of == section)
        .map(|((_, code), cell)| (*code, cell))
        .collect();
    if cells.is_empty() {
        let name = context.section(section);
        let args = [("name", (&name).into())];
        let _ = writeln!(out, "{}", catalog.with("sector-empty", &args));
        return;
    }
    let _ = writeln!(out, "{}", catalog.text("table-sectors-about"));
    let size = |cell: &Cell| cell.estimate.map_or(0.0, |one| one.projects).max(cell.posts);
    cells.sort_by(|a, b| {
        let whole_first = a.0.is_some().cmp(&b.0.is_some());
        whole_first.then(size(b.1).total_cmp(&size(a.1))).then(a.0.cmp(&b.0))
    });
    for (code, cell) in cells {
        let name = match code {
            None => context.section(section),
            Some(code) => format!("{} {}", code.code(), context.occupation_label(code)),
        };
        let _ = writeln!(out, "{section}  {}", line(context, (section, code, &name), cell));
    }
}

/// Posts of offers, then projects and difficulty, which are an estimate.
///
/// With what the own survey shows, where figures of it may leave: with `--out`, which remembers them.
pub fn line(
    context: &build::Context<'_>,
    (section, code, name): (char, Option<Fap>, &str),
    cell: &Cell,
) -> String {
    let catalog = context.catalog;
    let text = |figure| whole(&figure, catalog);
    // No offer that states this activity, or no file of offers: unknown, never zero.
    let posts = match cell.offers {
        0 => catalog.text("sector-posts-unknown"),
        _ => integer(cell.posts, catalog.language()),
    };
    let (projects, share) = (text(context.sector_projects(cell)), text(context.sector_share(cell)));
    let args = [
        ("name", name.into()),
        ("posts", (&posts).into()),
        ("projects", (&projects).into()),
        ("share", (&share).into()),
    ];
    let line = catalog.with("sector-line", &args);
    let of_survey = context.sector_of_survey(section, code);
    if of_survey.is_empty() { line } else { format!("{line}{of_survey}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn sections_as_typed() {
        let catalog = Catalog::new(Language::French).unwrap();
        let check = |text: &str, expected: Option<Wanted>| {
            assert_eq!(wanted(text, &catalog).ok(), expected, "{text}");
        };
        check("Q", Some(Wanted::Section('Q')));
        check("q", Some(Wanted::Section('Q')));
        check(ALL, Some(Wanted::All));
        check("V", None);
        check("86", None);
        check("bmo.xlsx", None);
        check("", None);
    }
}
