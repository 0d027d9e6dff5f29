//! Two years of the BMO survey, in the published workbook layout (dictionary first, then data).

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::geography::{PILOT, Zone, zones};
use crate::occupations::{Occupation, Pilot};
use crate::rng::{Rng, part, whole};
use crate::sheet::masked;

/// The workbook of one year.
pub fn workbook(
    year: u16,
    occupations: &[Occupation],
    rng: &mut Rng,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same bytes on every run.
    let created = ExcelDateTime::from_ymd(2025, 6, 2)?;
    book.set_properties(
        &DocProperties::new().set_title("Données fictives").set_creation_datetime(&created),
    );
    let header = header(year);
    dictionary(book.add_worksheet(), year, &header)?;
    let data = book.add_worksheet().set_name(format!("BMO_{year}_open_data"))?;
    for (column, name) in (0..).zip(&header) {
        data.write_string(0, column, name)?;
    }
    let mut line = 0;
    for occupation in occupations {
        for zone in zones() {
            let Some(counts) = draw(year, occupation, &zone, rng) else { continue };
            line += 1;
            write(data, line, year, occupation, &zone, &counts)?;
        }
    }
    book.save_to_buffer()
}

fn header(year: u16) -> Vec<String> {
    let suffix = year % 100;
    let mut names: Vec<String> = [
        "annee",
        "Code métier BMO",
        "Nom métier BMO",
        "Famille_met",
        "Lbl_fam_met",
        "REG",
        "NOM_REG",
        "Dept",
        "NomDept",
    ]
    .map(str::to_owned)
    .to_vec();
    names.extend([format!("BE{suffix}"), format!("NOMBE{suffix}")]);
    names.extend(["met", "xmet", "smet"].map(str::to_owned));
    names
}

/// Six blank rows, a header in row 7, fourteen variables, as published.
fn dictionary(sheet: &mut Worksheet, year: u16, header: &[String]) -> Result<(), XlsxError> {
    const MEANINGS: [&str; 14] = [
        "Année de l'enquête",
        "Code métier BMO (FAP)",
        "libellé métier BMO ",
        "Code famille de métier",
        "libellé famille de métier",
        "Code région Insee",
        "Nom de la région ",
        "N° de département ",
        "Nom du département ",
        "Code bassin d'emploi ",
        "Nom du bassin d'emploi",
        "Nombre de projet de recrutement ",
        "Nombre de projets de recrutement jugés difficiles",
        "Nombre de projets de recrutement saisonniers",
    ];
    sheet.set_name("Description des variables")?;
    sheet.write_string(6, 1, "Variables ")?.write_string(6, 2, "Description ")?;
    for ((row, name), meaning) in (7..).zip(header).zip(MEANINGS) {
        sheet.write_string(row, 1, name)?.write_string(row, 2, meaning)?;
    }
    sheet.write_string(22, 0, format!("Données fictives {year} : aucun employeur réel."))?;
    Ok(())
}

struct Counts {
    projects: u32,
    difficult: u32,
    seasonal: u32,
}

/// `None`: no project was declared, hence no row.
fn draw(year: u16, occupation: &Occupation, zone: &Zone, rng: &mut Rng) -> Option<Counts> {
    let last = year == 2025;
    // Drawn in every case, so that a change of one cell leaves the others as they are.
    let volume = rng.real(0.6, 1.4);
    let noise = rng.normal() * 0.09;
    let season = rng.real(0.7, 1.1);
    let absent = rng.chance(0.12);
    let size = f64::from(occupation.size);
    let (projects, difficult) = match (zone.basin == PILOT, occupation.pilot) {
        (true, Pilot::Set(projects, difficult)) if last => (projects, difficult),
        (true, Pilot::Set(projects, _)) => {
            let projects = part(projects, 0.75 + volume / 3.0);
            (projects, part(projects, (occupation.difficulty + noise).clamp(0.0, 1.0)))
        }
        (true, Pilot::Masked) => (3, 2),
        (pilot, _) => {
            let projects = whole(size * zone.scale * volume);
            if projects == 0 || (absent && occupation.size < 9 && !pilot) {
                return None;
            }
            let local = if pilot { 0.82 } else { 1.0 };
            // The two régions differ a little, and so do the two years.
            let region = if zone.region == "98" { 0.02 } else { -0.02 };
            let trend = if last { -0.015 } else { 0.015 };
            let share = occupation.difficulty * local + region + trend + noise;
            (projects, part(projects, share.clamp(0.0, 1.0)))
        }
    };
    let seasonal = part(projects, (occupation.seasonal * season).min(1.0));
    Some(Counts { projects, difficult, seasonal })
}

fn write(
    sheet: &mut Worksheet,
    line: u32,
    year: u16,
    occupation: &Occupation,
    zone: &Zone,
    counts: &Counts,
) -> Result<(), XlsxError> {
    let label = match occupation.fap {
        // A no-break space inside a label, as in the published files.
        "S2X60" => occupation.label.replace(' ', "\u{a0}"),
        _ => occupation.label.to_owned(),
    };
    let hidden = counts.projects < 5;
    let mask = |value: u32| if hidden { "*".to_owned() } else { masked(value) };
    // One row has a text where a number is expected: it must be refused with its place.
    let wrong = year == 2025 && occupation.fap == "R1X60" && zone.basin == "9902";
    let projects = if wrong { "environ 12".to_owned() } else { mask(counts.projects) };
    let texts = [
        occupation.fap,
        &label,
        &occupation.family.to_string(),
        occupation.family_label(),
        zone.region,
        zone.region_label,
        zone.department,
        zone.department_label,
    ];
    // The year and the basin are numeric cells; every other one is text.
    sheet.write_number(line, 0, year)?;
    for (column, text) in (1..).zip(texts) {
        sheet.write_string(line, column, text)?;
    }
    sheet.write_number(line, 9, zone.basin.parse::<u16>().unwrap_or_default())?;
    sheet.write_string(line, 10, zone.label)?;
    let counts = [projects, mask(counts.difficult), mask(counts.seasonal)];
    for (column, text) in (11..).zip(counts) {
        sheet.write_string(line, column, text)?;
    }
    Ok(())
}
