//! `bassin survey match`: job labels as employers type them → ROME and FAP, with score and reason.

use crate::cli::survey::Setting;
use crate::cli::{Failure, json, reference};
use crate::files;
use crate::format::{decimal, percent};
use crate::i18n::Catalog;
use crate::matching::label::index::Index;
use crate::matching::label::{Candidate, Reason};
use crate::model::{FapVersion, fold};
use crate::reference::Reference;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::Path;

/// Bytes of a file of labels, at most.
const MAX_FILE: u64 = 64 * 1024 * 1024;
/// The column of labels in a table.
const COLUMN: &str = "libelle_metier";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Labels; or files: one label a line, or a table with a column `libelle_metier`.
    #[arg(required = true)]
    labels: Vec<String>,
    /// Leaves aside what scores less, 0–1.
    #[arg(long, default_value_t = 0.0)]
    min_score: f64,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let catalog = setting.catalog;
    let reference = reference()?;
    let index = Index::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let mut labels = Vec::new();
    for given in &args.labels {
        if files::exists(Path::new(given)) {
            let bytes = files::read(Path::new(given), MAX_FILE)
                .map_err(|error| crate::cli::file_failure(&error, catalog))?;
            labels.extend(listed(&decoded(&bytes)));
        } else {
            labels.push(given.clone());
        }
    }
    let views: Vec<View> = labels
        .into_iter()
        .map(|label| {
            let candidates = index.propose(&label).candidates;
            let mut good = candidates.iter().filter(|found| found.score >= args.min_score);
            let best = good.next().map(|found| proposal(found, &reference));
            let others = good.map(|found| proposal(found, &reference)).collect();
            View { label, best, others, scored: !candidates.is_empty() }
        })
        .collect();
    if args.json {
        return json::text(&views);
    }
    let mut out = String::new();
    for view in &views {
        view.write(catalog, &mut out);
    }
    Ok(out)
}

#[derive(Serialize)]
struct View {
    label: String,
    best: Option<Proposal>,
    others: Vec<Proposal>,
    /// Some card resembles the label, be it less than what is asked for.
    #[serde(skip)]
    scored: bool,
}

#[derive(Serialize)]
struct Proposal {
    rome: String,
    rome_label: String,
    /// The published title that speaks for the card.
    title: String,
    score: f64,
    reason: &'static str,
    /// Typing errors, for that reason alone.
    distance: Option<u8>,
    fap: Vec<FapShare>,
}

#[derive(Serialize)]
struct FapShare {
    code: String,
    label: String,
    /// Part of the card that falls in it, 0–1.
    share: f64,
}

fn proposal(found: &Candidate, reference: &Reference) -> Proposal {
    let version = FapVersion::Fap2021;
    let faps = reference.likeliest_from_rome(version, found.rome);
    Proposal {
        rome: found.rome.to_string(),
        rome_label: reference.rome_label(found.rome).unwrap_or_default().to_owned(),
        title: found.label.clone(),
        score: found.score,
        reason: found.reason.id(),
        distance: match found.reason {
            Reason::Typo { distance } => Some(distance),
            _ => None,
        },
        fap: faps
            .into_iter()
            .map(|(fap, share)| FapShare {
                code: fap.code().to_owned(),
                label: reference.fap_label(fap).unwrap_or_default().to_owned(),
                share,
            })
            .collect(),
    }
}

impl View {
    fn write(&self, catalog: &Catalog, out: &mut String) {
        let language = catalog.language();
        let _ = writeln!(out, "{}", self.label);
        let Some(best) = &self.best else {
            let why = if self.scored { "survey-match-none" } else { "survey-match-nothing" };
            let _ = writeln!(out, "  {}", catalog.text(why));
            return;
        };
        let reason = catalog.text(&format!("label-reason-{}", best.reason));
        let line = catalog.with(
            "survey-match-line",
            &[
                ("rome", (&best.rome).into()),
                ("label", (&best.rome_label).into()),
                ("score", (&decimal(best.score, 2, language)).into()),
                ("reason", (&reason).into()),
                ("title", (&best.title).into()),
            ],
        );
        let _ = writeln!(out, "  {line}");
        let alone = best.fap.len() == 1;
        for fap in &best.fap {
            let share = if alone {
                String::new()
            } else {
                format!(" ({})", percent(fap.share, 0, language))
            };
            let _ = writeln!(out, "  FAP 2021 {} {}{share}", fap.code, fap.label);
        }
    }
}

/// UTF-8 where it is, else one byte one letter, as old spreadsheets save French.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The labels of a text: its column of labels, or its lines.
fn listed(text: &str) -> Vec<String> {
    let records = |separator: char| split(text, separator);
    let header = text.lines().next().unwrap_or_default();
    for separator in [';', '\t', ','] {
        let names = split(header, separator);
        let names = names.first().map(Vec::as_slice).unwrap_or_default();
        let Some(place) = names.iter().position(|name| fold(name) == COLUMN) else { continue };
        let rows = records(separator);
        let cells = rows.iter().skip(1).filter_map(|row| row.get(place));
        return cells.map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
    }
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Records of delimited text; a quoted cell may hold the separator, line ends and doubled quotes.
fn split(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(row) = rows.last_mut() else { return rows };
        let Some(cell) = row.last_mut() else { return rows };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            c if c == separator && !quoted => row.push(String::new()),
            c => cell.push(c),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_a_text() {
        let check = |text: &str, expect: &[&str]| assert_eq!(listed(text), expect, "{text}");
        check("Boulanger\r\n\n serveur \n", &["Boulanger", "serveur"]);
        check("id;libelle_metier;n\nE1;\"Chef; rang\";2\nE2;;3\nE3;IDE\n", &["Chef; rang", "IDE"]);
        check("LIBELLE_METIER\nmaçon\n", &["maçon"]);
        check("a,libelle_metier\n1,\"dit \"\"x\"\"\"\n", &["dit \"x\""]);
    }

    #[test]
    fn old_encodings_are_read() {
        assert_eq!(decoded(b"ma\xe7on"), "maçon");
        assert_eq!(decoded("\u{feff}maçon".as_bytes()), "maçon");
    }
}
