//! `bassin map`: an indicator by territory, drawn on shapes of the user.

use crate::analysis::mapped::{MAPPABLE, MapError, Mapped, Question, mapped};
use crate::analysis::occupation as occupation_in;
use crate::cli::picture::Form;
use crate::cli::{Failure, Given, day, given, load, territory as parse_territory};
use crate::geo::{Atlas, Division, Groups, atlas, groups};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::{Date, Fap, FapVersion, Territory};
use crate::readers::{Control, ReadTable};
use crate::reference::Reference;
use crate::report::build;
use crate::report::map::{CENTIMETRES, Classing, MOST, Picture, mismatch, svg};
use crate::tables::Table;
use crate::words::class_absent;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Files or folders with a BMO survey.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Shapes: a GeoJSON file of communes, basins, départements or régions.
    #[arg(long)]
    geo: PathBuf,
    /// Identifier of an indicator (see `bassin indicators`).
    #[arg(long)]
    indicator: String,
    /// A région or département draws what is inside it; a basin is marked.
    #[arg(long)]
    territory: Option<String>,
    /// be, dep, reg, ze, clpe or epci (epci with the table of its communes among the files); the
    /// finest of the first three that the shapes make by default.
    #[arg(long)]
    level: Option<String>,
    /// One occupation of the survey: V0X60 or fap2021:V0X60.
    #[arg(long)]
    occupation: Option<String>,
    /// Survey year; the latest loaded by default.
    #[arg(long)]
    year: Option<u16>,
    /// Bounds between classes, ascending, shares 0–1; quantiles by default.
    #[arg(long, value_delimiter = ',')]
    classes: Vec<f64>,
    /// Date of the analysis, the only one in the picture; today by default.
    #[arg(long)]
    date: Option<String>,
    /// Picture to write: .svg or .png.
    #[arg(long)]
    out: PathBuf,
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let today = asked.date.as_deref().map_or(Ok(today), |text| day(text, catalog))?;
    let wanted = Wanted::new(asked, catalog)?;
    let Given { inputs, reference: built_in, parameters } = given(&asked.inputs, kept, catalog)?;
    let lists = crate::analysis::with_lists(&inputs, &built_in);
    let read = load(std::slice::from_ref(&asked.geo), &built_in, kept, catalog)?;
    let geography = asked.geo.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let shapes = read
        .iter()
        .find(|table| matches!(table.table, Table::Shapes(_)))
        .ok_or_else(|| Failure::could_not(unread(&read, &geography, catalog)))?;
    let (division, all) = drawn(shapes, &wanted, &lists).ok_or_else(|| {
        let level = wanted.division.unwrap_or(Division::Basin).id();
        let level = catalog.text(&format!("level-{level}"));
        let codes = examples(shapes);
        let args = [
            ("file", geography.as_str().into()),
            ("level", (&level).into()),
            ("codes", (&codes).into()),
        ];
        Failure::could_not(catalog.with("error-map-other-division", &args))
    })?;
    let occupation = asked.occupation.as_deref();
    let occupation = occupation.map(|text| occupation_in(&inputs, text, asked.year));
    let occupation = occupation
        .transpose()
        .map_err(|error| Failure::could_not(build::error_sentence(&error, catalog)))?;
    let question = Question {
        indicator: asked.indicator.clone(),
        division: division.id(),
        occupation,
        year: asked.year,
    };
    let mapped = mapped(&inputs, &lists, &parameters, &question, Control::none())
        .map_err(|error| failure(&error, &lists, catalog))?;
    let drawn = all.list.iter().map(|group| group.territory);
    if let Some(why) = mismatch(drawn, &mapped, catalog) {
        return Err(Failure::could_not(why));
    }
    let (groups, marked) = inside(all, &mapped, wanted.territory);
    let atlas = atlas(&groups, division).ok_or_else(|| {
        let code = wanted.territory.unwrap_or(Territory::France).to_string();
        let args = [("file", geography.as_str().into()), ("code", (&code).into())];
        Failure::could_not(catalog.with("error-map-nothing-inside", &args))
    })?;
    let rules = build::rules(&parameters);
    let picture = Picture {
        is_cited: false,
        atlas: &atlas,
        mapped: &mapped,
        classing: &wanted.classing,
        marked,
        geography: &geography,
        as_of: today,
        rules,
        catalog,
    };
    let sources: Vec<PathBuf> = asked.inputs.iter().chain([&asked.geo]).cloned().collect();
    let place = (asked.out.as_path(), sources.as_slice());
    let path = wanted.form.write(&svg(&picture), CENTIMETRES, place, catalog)?;
    Ok(told(&picture, &atlas, &path, catalog))
}

/// What was asked, once understood.
struct Wanted {
    territory: Option<Territory>,
    division: Option<Division>,
    classing: Classing,
    form: Form,
}

impl Wanted {
    fn new(asked: &Asked, catalog: &Catalog) -> Result<Self, Failure> {
        let usage = |key: &str, name: &'static str, text: &str| {
            Failure::usage(catalog.with(key, &[(name, text.into())]))
        };
        let form = Form::of(&asked.out, catalog)?;
        let territory = match asked.territory.as_deref() {
            None => None,
            Some(code) => Some(parse_territory(code, catalog)?),
        };
        let division = match asked.level.as_deref() {
            None => None,
            Some(text) => Some(
                Division::from_id(text).ok_or_else(|| usage("error-map-level", "text", text))?,
            ),
        };
        // A code of neither edition is none in any survey.
        if let Some(text) = asked.occupation.as_deref()
            && text.parse::<Fap>().is_err()
            && [FapVersion::Fap2009, FapVersion::Fap2021]
                .iter()
                .all(|version| Fap::new(*version, text).is_err())
        {
            return Err(usage("error-map-occupation", "text", text));
        }
        let bounds = &asked.classes;
        let ascending = bounds.is_sorted_by(|a, b| a < b) && bounds.iter().all(|b| b.is_finite());
        if bounds.len() >= MOST || !ascending {
            let text: Vec<String> = bounds.iter().map(f64::to_string).collect();
            return Err(usage("error-map-classes", "text", &text.join(", ")));
        }
        let classing =
            if bounds.is_empty() { Classing::Quantiles } else { Classing::Fixed(bounds.clone()) };
        Ok(Self { territory, division, classing, form })
    }
}

/// The division asked for, or the finest one that the shapes make.
fn drawn(shapes: &ReadTable, wanted: &Wanted, lists: &Reference) -> Option<(Division, Groups)> {
    let Table::Shapes(table) = &shapes.table else { return None };
    let divisions = wanted.division.map_or_else(|| Division::ALL.to_vec(), |one| vec![one]);
    let made = divisions.into_iter().map(|division| (division, groups(table, division, lists)));
    made.into_iter().find(|(_, groups)| !groups.list.is_empty())
}

/// That no shape was read, and what the reader said of the file.
fn unread(read: &[Arc<ReadTable>], file: &str, catalog: &Catalog) -> String {
    let said = read.iter().flat_map(|table| table.issues.as_slice());
    let said = said.map(|issue| catalog.issue(issue)).next();
    let told = catalog.with("error-map-no-shapes", &[("file", file.into())]);
    said.map_or(told.clone(), |why| format!("{told}{}{why}", catalog.text("colon")))
}

/// Codes of the first shapes, as they were read.
fn examples(shapes: &ReadTable) -> String {
    let Table::Shapes(table) = &shapes.table else { return String::new() };
    let codes: BTreeSet<&str> = table.rows().map(|row| row.code).take(64).collect();
    codes.into_iter().take(2).collect::<Vec<_>>().join(", ")
}

/// The groups inside a région or département, and the territory to mark.
fn inside(
    mut groups: Groups,
    mapped: &Mapped,
    territory: Option<Territory>,
) -> (Groups, Option<Territory>) {
    let Some(territory) = territory.filter(|territory| *territory != Territory::France) else {
        return (groups, None);
    };
    if groups.list.iter().any(|group| group.territory == territory) {
        return (groups, Some(territory));
    }
    let within =
        |code: Territory| mapped.get(code).is_some_and(|placed| placed.inside.contains(&territory));
    groups.list.retain(|group| within(group.territory));
    (groups, None)
}

fn failure(error: &MapError, lists: &Reference, catalog: &Catalog) -> Failure {
    Failure::could_not(match error {
        MapError::Analysis(error) => build::error_sentence(error, catalog),
        MapError::ClassAbsent { .. } => class_absent(error, lists, catalog).unwrap_or_default(),
        MapError::Cancelled => catalog.text("error-map-cancelled"),
        MapError::NotMappable { indicator } => {
            let list = MAPPABLE.join(", ");
            let args = [("indicator", indicator.into()), ("list", (&list).into())];
            return Failure::usage(catalog.with("error-map-not-mappable", &args));
        }
        MapError::NeedsOccupation { indicator } => {
            let args = [("indicator", indicator.into())];
            return Failure::usage(catalog.with("error-map-needs-occupation", &args));
        }
        MapError::OccupationAbsent { occupation, year } => catalog.with(
            "error-map-occupation-absent",
            &[("occupation", occupation.into()), ("year", (&year.to_string()).into())],
        ),
    })
}

/// The path, the map in sentences, the value of every territory, and what is to be known of it.
fn told(picture: &Picture<'_>, atlas: &Atlas, path: &Path, catalog: &Catalog) -> String {
    let shading = picture.shading();
    let mut out = String::new();
    let path = path.display().to_string();
    let _ = writeln!(out, "{}", catalog.with("map-written", &[("path", (&path).into())]));
    let _ = writeln!(out, "{}\n", picture.summary(&shading));
    for (place, drawn) in atlas.shapes.iter().enumerate() {
        let (name, value) = (picture.name(place), picture.told(&shading, place));
        let part = picture.part(place).map(|part| format!(" — {part}")).unwrap_or_default();
        let _ = writeln!(out, "{} {name}{}{value}{part}", drawn.territory, catalog.text("colon"));
    }
    let _ = writeln!(out);
    for note in picture.notes(&shading) {
        let _ = writeln!(out, "{note}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::picture::testing::{self, Told};
    use crate::files;

    /// What came of a command on the sample, and the picture that it wrote.
    fn check(words: &str) -> (Told, Option<Vec<u8>>) {
        testing::came(testing::folder().path(), words, |asked: &Asked| &asked.out, run)
    }

    const FILES: &str = "@/BMO_2025_territoire_fictif.xlsx @/communes_bassins_fictif.csv --geo @/carte_communes_fictive.geojson";

    #[test]
    fn a_map_is_written_and_told() {
        let (said, written) =
            check(&format!("{FILES} --indicator difficult-share --out @/carte.svg"));
        let said = said.unwrap();
        assert!(said.contains("be:9601 VALMONT (FICTIF)"), "{said}");
        assert!(said.contains("carte.svg") && said.contains("BMO_2025_territoire_fictif.xlsx"));
        assert!(written.unwrap().starts_with(b"<svg"));
        let (said, written) = check(&format!(
            "{FILES} --indicator projects --territory reg:98 --level be --classes 100,500 --out @/c.PNG"
        ));
        // Two basins of the sample are in another région.
        let said = said.unwrap();
        assert!(said.contains("be:9601") && !said.contains("be:2091"), "{said}");
        assert!(written.unwrap().starts_with(b"\x89PNG"));
    }

    /// As `couples` takes it, and as the other verbs write it.
    #[test]
    fn an_occupation_is_named_bare_or_with_its_edition() {
        let told = |code: &str| {
            let more = format!("--indicator projects --occupation {code} --out @/c.svg");
            let said = check(&format!("{FILES} {more}")).0.unwrap();
            said.split_once('\n').unwrap().1.to_owned()
        };
        assert_eq!(told("V0X60"), told("fap2021:V0X60"));
        assert!(told("V0X60").contains("Aides-soignants"));
    }

    #[test]
    fn what_cannot_be_drawn_says_why() {
        let refused = |more: &str| check(&format!("{FILES} {more}")).0.unwrap_err();
        let status = |more: &str| refused(more).0;
        assert_eq!(status("--indicator projects --out @/carte.pdf"), 2);
        assert_eq!(status("--indicator nothing --out @/c.svg"), 2);
        assert_eq!(status("--indicator flag-probability --out @/c.svg"), 2);
        assert_eq!(status("--indicator projects --classes 5,1 --out @/c.svg"), 2);
        assert_eq!(status("--indicator projects --classes 1,2,3,4,5 --out @/c.svg"), 2);
        assert_eq!(status("--indicator projects --level pays --out @/c.svg"), 2);
        // The communes of the sample are of no zone d'emploi.
        assert_eq!(status("--indicator projects --level ze --out @/c.svg"), 1);
        assert_eq!(status("--indicator projects --territory 84 --out @/c.svg"), 2);
        assert_eq!(status("--indicator projects --occupation V0 --out @/c.svg"), 2);
        assert_eq!(status("--indicator projects --occupation fap2009:V0Z60 --out @/c.svg"), 1);
        assert_eq!(status("--indicator projects --territory reg:11 --out @/c.svg"), 1);
        let other = refused("--indicator projects --level ze --out @/c.svg").1;
        assert!(other.contains("com:20901, com:20902"), "{other}");
    }

    /// Shapes of one country, a survey of another: not a map where nothing is declared.
    #[test]
    fn shapes_that_no_row_of_the_survey_is_about_say_so() {
        let square = |code: &str, x: u32| {
            format!(
                r#"{{"type":"Feature","properties":{{"code_dep":"{code}"}},"geometry":{{"type":"Polygon",
                "coordinates":[[[{x},44],[{},44],[{},45],[{x},45],[{x},44]]]}}}}"#,
                x + 1,
                x + 1
            )
        };
        let shapes = [("15", 2), ("63", 3), ("43", 4)].map(|(code, x)| square(code, x)).join(",");
        let shapes = format!(r#"{{"type":"FeatureCollection","features":[{shapes}]}}"#);
        let folder = tempfile::tempdir().unwrap();
        let geo = folder.path().join("departements.geojson");
        files::write_atomic(&geo, shapes.as_bytes(), false).unwrap();
        let told = |more: &str| {
            let words = format!("@/BMO_2025_territoire_fictif.xlsx --geo {} {more}", geo.display());
            check(&format!("{words} --indicator projects --out @/c.svg"))
        };
        for more in ["--level dep", "--level dep --territory reg:84"] {
            let (said, written) = told(more);
            let (status, text) = said.unwrap_err();
            assert_eq!((status, written), (1, None), "{text}");
            let named = ["dep:15, dep:43", "dep:20, dep:96", "BMO_2025_territoire_fictif.xlsx"];
            assert!(named.iter().all(|part| text.contains(part)), "{text}");
        }
    }

    #[test]
    fn a_source_is_never_written_over() {
        let folder = testing::folder();
        let shapes = folder.path().join("fond.svg");
        let geo = crate::sample::file("carte_communes_fictive.geojson").unwrap();
        files::write_atomic(&shapes, geo, false).unwrap();
        let words = "@/BMO_2025_territoire_fictif.xlsx @/communes_bassins_fictif.csv --geo @/fond.svg --indicator projects --out @/fond.svg";
        let (said, left) = testing::came(folder.path(), words, |asked: &Asked| &asked.out, run);
        assert!(said.is_err());
        assert_eq!(left.as_deref(), Some(geo));
    }
}
