//! `bassin anchor`: the official ladder of a territory, occupation by occupation.

use crate::analysis::anchor::{Checked, DepartmentBy, Line, Official, official};
use crate::cli::json::{self, Place, Source};
use crate::cli::{Failure, Given, given, territory};
use crate::format::{decimal, integer};
use crate::i18n::Catalog;
use crate::indicators::anchor::{Cause, Rung};
use crate::loading::Kept;
use crate::model::{FapLevel, FapVersion, Language, Territory};
use crate::report::build::error_sentence;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

pub fn run(
    files: &[PathBuf],
    code: &str,
    as_json: bool,
    kept: &Kept,
    catalog: &Catalog,
) -> Result<String, Failure> {
    let territory = territory(code, catalog)?;
    let Given { inputs, reference, parameters } = given(files, kept, catalog)?;
    let found = official(&inputs, &reference, &parameters, territory)
        .map_err(|error| Failure::could_not(error_sentence(&error, catalog)))?;
    if as_json { json::text(&view(&found)) } else { Ok(table(&found, catalog)) }
}

/// A page for a terminal.
fn table(found: &Official, catalog: &Catalog) -> String {
    let language = catalog.language();
    let mut out = String::new();
    let place = &found.territory;
    let year = found.year.or(found.basin_year);
    let year = year.map_or_else(|| "—".to_owned(), |year| year.to_string());
    let _ = writeln!(
        out,
        "{} ({}), {year}, FAP {}",
        place.label,
        place.territory,
        found.version.year()
    );
    if found.version == FapVersion::Fap2009 {
        let _ = writeln!(out, "{}", catalog.text("cli-anchor-edition"));
    }
    if let Some(year) = found.basin_year {
        let year = year.to_string();
        let _ =
            writeln!(out, "{}", catalog.with("cli-anchor-basin-year", &[("year", (&year).into())]));
    }
    if let (Territory::Basin(_), Some((code, label))) = (place.territory, place.departments.first())
    {
        let key = match found.department_by {
            DepartmentBy::Survey => "cli-anchor-by-survey",
            DepartmentBy::Communes => "cli-anchor-by-communes",
        };
        let name = format!("{label} ({code})");
        let _ = writeln!(out, "{}", catalog.with(key, &[("department", (&name).into())]));
    }
    let mut rungs: BTreeMap<Option<Rung>, u32> = BTreeMap::new();
    for line in found.lines.iter().filter(|line| line.code.level() != FapLevel::Group) {
        *rungs.entry(line.anchor.map(|anchor| anchor.rung)).or_default() += 1;
    }
    for (rung, count) in rungs {
        let key =
            rung.map_or("cli-anchor-no-rung".to_owned(), |rung| format!("rung-{}", rung.id()));
        let shown = integer(f64::from(count), language);
        let _ = writeln!(out, "{shown:>6}  {}", catalog.text(&key));
    }
    for (key, checked) in [
        ("cli-anchor-classes", found.agreement.classes),
        ("cli-anchor-imputed", found.agreement.imputed),
    ] {
        if checked.of > 0 {
            let _ = writeln!(out, "{}", agreement(key, checked, catalog));
        }
    }
    let _ = writeln!(out, "\n{}\n", catalog.text("cli-anchor-legend"));
    let heading = |key: &str| catalog.text(&format!("cli-anchor-{key}"));
    let _ = writeln!(
        out,
        "{:<6} {:>8} {:>8} {:<33} {:<22} {}",
        heading("code"),
        heading("own"),
        heading("kept"),
        heading("rung"),
        heading("causes"),
        heading("label"),
    );
    for line in &found.lines {
        let _ = writeln!(out, "{}", row(line, language, catalog));
    }
    out
}

fn agreement(key: &str, checked: Checked, catalog: &Catalog) -> String {
    let number = |n: u32| integer(f64::from(n), catalog.language());
    let (found, of) = (number(checked.found), number(checked.of));
    catalog.with(key, &[("found", (&found).into()), ("of", (&of).into())])
}

/// `V0Z60   0,58 5   0,58 5  département, métier   2 5 5 3 5 1 –   Aides-soignants`
fn row(line: &Line, language: Language, catalog: &Catalog) -> String {
    let value = |tension: Option<f64>, class: u8| {
        let tension = tension.map_or_else(|| "—".to_owned(), |t| decimal(t, 2, language));
        format!("{tension} {class}")
    };
    let own = line.own.and_then(|own| Some(value(own.tension, own.class?)));
    let kept = line.anchor.map(|anchor| value(anchor.tension, anchor.class));
    let rung = line.anchor.map(|anchor| catalog.text(&format!("rung-{}", anchor.rung.id())));
    let causes: Vec<String> = Cause::ALL
        .into_iter()
        .map(|cause| {
            let at = line.causes.iter().find(|at| at.cause == cause);
            at.map_or_else(
                || "–".to_owned(),
                |at| {
                    let above = line.anchor.is_some_and(|anchor| anchor.rung != at.rung);
                    format!("{}{}", at.class, if above { "*" } else { "" })
                },
            )
        })
        .collect();
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
    format!(
        "{:<6} {:>8} {:>8} {:<33} {:<22} {}",
        line.code.code(),
        or_none(own),
        or_none(kept),
        or_none(rung),
        causes.join(" "),
        line.label.as_deref().unwrap_or_default(),
    )
}

#[derive(Serialize)]
struct CellView {
    tension: Option<f64>,
    class: Option<u8>,
}

#[derive(Serialize)]
struct CauseView {
    class: u8,
    rung: &'static str,
    territory: String,
}

#[derive(Serialize)]
struct KeptView {
    rung: &'static str,
    territory: String,
    source: usize,
    row: u32,
    year: u16,
    tension: Option<f64>,
    class: u8,
}

#[derive(Serialize)]
struct LineView {
    code: String,
    label: Option<String>,
    employment: Option<f64>,
    own: Option<CellView>,
    imputed: Option<f64>,
    anchor: Option<KeptView>,
    causes: BTreeMap<&'static str, CauseView>,
}

#[derive(Serialize)]
struct CheckedView {
    found: u32,
    of: u32,
}

#[derive(Serialize)]
struct View {
    territory: Place,
    department: Option<Place>,
    department_by: &'static str,
    region: Option<Place>,
    year: Option<u16>,
    basin_year: Option<u16>,
    nomenclature: String,
    sources: Vec<Source>,
    classes_by_cuts: CheckedView,
    values_by_ladder: CheckedView,
    occupations: Vec<LineView>,
    groups: Vec<LineView>,
}

fn line_view(line: &Line) -> LineView {
    LineView {
        code: line.code.to_string(),
        label: line.label.clone(),
        employment: line.own.and_then(|own| own.employment),
        own: line
            .own
            .filter(|own| own.class.is_some())
            .map(|own| CellView { tension: own.tension, class: own.class }),
        imputed: line.own.filter(|own| own.class.is_none()).and_then(|own| own.tension),
        anchor: line.anchor.map(|anchor| KeptView {
            rung: anchor.rung.id(),
            territory: anchor.territory.to_string(),
            source: anchor.source,
            row: anchor.row,
            year: anchor.year,
            tension: anchor.tension,
            class: anchor.class,
        }),
        causes: line
            .causes
            .iter()
            .map(|at| {
                let view = CauseView {
                    class: at.class,
                    rung: at.rung.id(),
                    territory: at.territory.to_string(),
                };
                (at.cause.id(), view)
            })
            .collect(),
    }
}

fn view(found: &Official) -> View {
    let place = |(code, label): &(Territory, String)| Place {
        code: code.to_string(),
        label: label.clone(),
    };
    let checked = |checked: Checked| CheckedView { found: checked.found, of: checked.of };
    let lines = |group: bool| {
        let wanted = |line: &&Line| (line.code.level() == FapLevel::Group) == group;
        found.lines.iter().filter(wanted).map(line_view).collect()
    };
    let territory = &found.territory;
    View {
        territory: place(&(territory.territory, territory.label.clone())),
        department: territory.departments.first().map(place),
        department_by: match found.department_by {
            DepartmentBy::Survey => "survey",
            DepartmentBy::Communes => "communes",
        },
        region: territory.regions.first().map(place),
        year: found.year,
        basin_year: found.basin_year,
        nomenclature: found.version.to_string(),
        sources: found.sources.iter().map(json::source).collect(),
        classes_by_cuts: checked(found.agreement.classes),
        values_by_ladder: checked(found.agreement.imputed),
        occupations: lines(false),
        groups: lines(true),
    }
}
