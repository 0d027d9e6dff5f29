//! `bassin couples`: basins and sectors that recruit two occupations.

use crate::analysis::couples::{Basin, Couple, couple};
use crate::cli::{Failure, Given, given, json, territory};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::reference::Reference;
use crate::report::build::error_sentence;
use crate::report::couples::{counts, nearness, projects, sector};
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Basins listed for the eye; all are in the machine-readable form.
const LISTED: usize = 30;

pub fn run(
    files: &[PathBuf],
    occupations: &[String],
    near: Option<&str>,
    as_json: bool,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<String, Failure> {
    let [one, other] = occupations else {
        return Err(Failure::usage(catalog.text("error-two-occupations")));
    };
    let near = near.map(|code| territory(code, catalog)).transpose()?;
    let Given { inputs, reference, parameters } = given(files, kept, catalog)?;
    let codes = [one.as_str(), other.as_str()];
    let found = couple(&inputs, &reference, &parameters, codes, (near, None))
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    if as_json {
        json::text(&view(&found, &reference))
    } else {
        Ok(page(&found, &reference, catalog))
    }
}

fn page(found: &Couple, reference: &Reference, catalog: &Catalog) -> String {
    let mut out = String::new();
    let names = found
        .occupations
        .map(|code| format!("{} {}", code.code(), reference.fap_label(code).unwrap_or_default()));
    let [one, other] = &names;
    let _ = writeln!(out, "{one} × {other} (BMO {})", found.year);
    let _ = writeln!(out, "{}\n", counts(found, catalog));
    let [one, other] = found.occupations.map(|code| code.code().to_owned());
    for basin in found.basins.iter().take(LISTED) {
        let [first, second] = &basin.tallies;
        let _ = writeln!(
            out,
            "{} {:<34} {one} {:<20} {other} {:<20} {}",
            basin.territory,
            basin.label,
            projects(first, catalog),
            projects(second, catalog),
            nearness(basin, catalog),
        );
    }
    if found.basins.len() > LISTED {
        let beyond = u32::try_from(found.basins.len() - LISTED).unwrap_or(u32::MAX);
        let beyond = integer(f64::from(beyond), catalog.language());
        let _ = writeln!(out, "{}", catalog.with("cli-beyond", &[("count", (&beyond).into())]));
    }
    match &found.sectors {
        None => {
            let _ = writeln!(out, "\n{}", catalog.text("couples-no-sector"));
        }
        Some(sectors) => {
            let _ = writeln!(out, "\n{}", catalog.text("couples-sectors"));
            for note in other_hirings(found, catalog) {
                let _ = writeln!(out, "{note}");
            }
            for found in sectors {
                let (name, [first, second]) = sector(found, catalog);
                let _ = writeln!(out, "{one} {first:>8}  {other} {second:>8}  {name}");
            }
        }
    }
    out
}

/// Vintages of the hirings that do not count, one sentence each.
fn other_hirings(found: &Couple, catalog: &Catalog) -> Vec<String> {
    let file = |source: usize| found.sources.get(source).map_or("", |view| view.file.as_str());
    let Some((kept, left)) = &found.hirings else { return Vec::new() };
    let told = |left: &usize| {
        let args = [("kept", file(*kept).into()), ("left", file(*left).into())];
        catalog.with("note-other-hirings", &args)
    };
    left.iter().map(told).collect()
}

#[derive(Serialize)]
struct BasinView {
    territory: json::Place,
    nearness: Option<&'static str>,
    first: json::Tallied,
    second: json::Tallied,
    sure: f64,
    possible: f64,
}

#[derive(Serialize)]
struct SectorView {
    section: char,
    first: f64,
    second: f64,
}

#[derive(Serialize)]
struct HiringsView {
    source: usize,
    left: Vec<usize>,
}

#[derive(Serialize)]
struct View {
    year: u16,
    first: json::Place,
    second: json::Place,
    sources: Vec<json::Source>,
    basins: Vec<BasinView>,
    only_first: u32,
    only_second: u32,
    sectors: Option<Vec<SectorView>>,
    hirings: Option<HiringsView>,
}

fn view(found: &Couple, reference: &Reference) -> View {
    let [first, second] = found.occupations.map(|code| json::Place {
        code: code.to_string(),
        label: reference.fap_label(code).unwrap_or_default().to_owned(),
    });
    let basin = |basin: &Basin| {
        let [one, other] = &basin.tallies;
        BasinView {
            territory: json::Place {
                code: basin.territory.to_string(),
                label: basin.label.clone(),
            },
            nearness: basin.nearness.map(crate::analysis::couples::Nearness::id),
            first: json::tallied(one),
            second: json::tallied(other),
            sure: basin.sure(),
            possible: basin.possible(),
        }
    };
    let [only_first, only_second] = found.alone;
    View {
        year: found.year,
        first,
        second,
        sources: found.sources.iter().map(json::source).collect(),
        basins: found.basins.iter().map(basin).collect(),
        only_first,
        only_second,
        hirings: found
            .hirings
            .as_ref()
            .map(|(source, left)| HiringsView { source: *source, left: left.clone() }),
        sectors: found.sectors.as_ref().map(|sectors| {
            sectors
                .iter()
                .map(|sector| {
                    let [first, second] = sector.shares;
                    SectorView { section: sector.section, first, second }
                })
                .collect()
        }),
    }
}
