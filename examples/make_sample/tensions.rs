//! Tension values and causes in the layout of the Dares extract, with its imputation ladder.

use std::collections::BTreeMap;

use crate::geography::DEPARTMENTS;
use crate::occupations::{Occupation, Rung};
use crate::rng::{Rng, whole};
use crate::sheet::Sheet;

/// Cut points of the published classes.
const CUTS: [f64; 4] = [-0.5644, -0.2597, 0.1305, 0.50968];

const HEADER: &str = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
Lien formation-emploi,Manque de main-d'œuvre disponible,Non-durabilité de l'emploi,\
Conditions de travail contraignantes,Inadéquation géographique,Année,niveau_geo,niveau_fap,reg,dep";

/// One line: an occupation or a group, national.
#[derive(Clone, Copy)]
struct Line {
    code: &'static str,
    group: &'static str,
    employment: f64,
    tension: f64,
    /// I, F, M, N, C, G.
    causes: [f64; 6],
    rung: Rung,
}

#[derive(Clone, Copy)]
struct Cell {
    tension: f64,
    /// `None`: not published, the value is imputed.
    causes: Option<[f64; 6]>,
}

type Cells = BTreeMap<&'static str, Cell>;

pub fn file(occupations: &[Occupation], rng: &mut Rng) -> Vec<u8> {
    let fine: Vec<Line> = occupations.iter().map(|o| national(o, rng)).collect();
    let groups = groups(&fine);
    let mut sheet = Sheet::new("", HEADER, ',', "\n", true);
    let whole_country: Cells = fine
        .iter()
        .chain(&groups)
        .map(|l| (l.code, Cell { tension: l.tension, causes: Some(l.causes) }))
        .collect();
    for line in fine.iter().chain(&groups) {
        write(&mut sheet, line, whole_country.get(line.code), 40.0, ("nat", "", ""));
    }
    let mut regions: BTreeMap<&str, Cells> = BTreeMap::new();
    for region in ["98", "99"] {
        let cells = region_cells(&fine, &groups, &whole_country, region, rng);
        let code = format!("{region}.0");
        for line in &fine {
            write(&mut sheet, line, cells.get(line.code), 12.0, ("reg", &code, ""));
        }
        for line in &groups {
            // The trailing blank is in the published file, on these rows only.
            write(&mut sheet, line, cells.get(line.code), 12.0, ("reg ", &code, ""));
        }
        regions.insert(region, cells);
    }
    for (department, region) in DEPARTMENTS {
        let Some(above) = regions.get(region) else { continue };
        let cells = department_cells(&fine, &groups, above, department, rng);
        for line in fine.iter().chain(&groups) {
            write(&mut sheet, line, cells.get(line.code), 3.0, ("dep", "", department));
        }
    }
    sheet.bytes()
}

fn national(occupation: &Occupation, rng: &mut Rng) -> Line {
    let c = occupation.causes;
    Line {
        code: occupation.fap,
        group: occupation.group(),
        employment: f64::from(occupation.size) * rng.real(9.0, 14.0),
        // A long decimal part, as in the published file; too small to change a class.
        tension: occupation.tension + rng.real(-0.004, 0.004),
        causes: [c.intensity, c.training, c.shortage, c.precarious, c.conditions, c.geography]
            .map(f64::from),
        rung: occupation.rung,
    }
}

/// Groups are means over their occupations, weighted by employment.
fn groups(fine: &[Line]) -> Vec<Line> {
    let mut members: BTreeMap<&'static str, Vec<&Line>> = BTreeMap::new();
    for line in fine {
        members.entry(line.group).or_default().push(line);
    }
    members
        .into_iter()
        .map(|(code, members)| {
            let employment: f64 = members.iter().map(|l| l.employment).sum();
            let mean = |value: &dyn Fn(&Line) -> f64| {
                members.iter().map(|l| l.employment * value(l)).sum::<f64>() / employment
            };
            let cause = |index: usize| {
                mean(&|l: &Line| l.causes.get(index).copied().unwrap_or_default()).round()
            };
            let any = |rung: Rung| members.iter().any(|l| l.rung == rung);
            Line {
                code,
                group: code,
                employment,
                tension: mean(&|l: &Line| l.tension),
                causes: [cause(0), cause(1), cause(2), cause(3), cause(4), cause(5)],
                rung: if any(Rung::Group) {
                    Rung::Group
                } else if any(Rung::Region) {
                    Rung::Region
                } else {
                    Rung::Drawn
                },
            }
        })
        .collect()
}

/// I, M and N move by one class at most; F, C and G are national constants.
fn local(line: &Line, steady: bool, spread: f64, rng: &mut Rng) -> Cell {
    let shift = rng.normal() * spread;
    let mut causes = line.causes;
    for (index, class) in causes.iter_mut().enumerate() {
        let step = f64::from(rng.int(0, 6));
        let moved = if step < 1.0 { *class - 1.0 } else { *class + f64::from(step > 5.0) };
        if !steady && matches!(index, 0 | 2 | 3) {
            *class = moved.clamp(1.0, 5.0);
        }
    }
    // The occupations that carry the demonstration stay in their class.
    let shift = if steady { shift.abs() * 0.2 } else { shift };
    Cell { tension: line.tension + shift, causes: Some(causes) }
}

fn imputed(cells: &[Option<&Cell>]) -> Cell {
    let tension = cells.iter().flatten().map(|cell| cell.tension).next().unwrap_or_default();
    Cell { tension, causes: None }
}

fn published<'a>(cells: &'a Cells, code: &str) -> Option<&'a Cell> {
    cells.get(code).filter(|cell| cell.causes.is_some())
}

fn region_cells(
    fine: &[Line],
    groups: &[Line],
    nation: &Cells,
    region: &str,
    rng: &mut Rng,
) -> Cells {
    let mut cells = Cells::new();
    for line in groups {
        let cell = local(line, region == "98" && line.rung != Rung::Drawn, 0.3, rng);
        let known = rng.chance(0.85);
        let above = imputed(&[nation.get(line.code)]);
        cells.insert(line.code, if known { cell } else { above });
    }
    for line in fine {
        let steady = region == "98" && line.rung != Rung::Drawn;
        let cell = local(line, steady, 0.35, rng);
        let known = rng.chance(0.8) || steady;
        let above = imputed(&[published(&cells, line.group), nation.get(line.code)]);
        cells.insert(line.code, if known { cell } else { above });
    }
    cells
}

/// The ladder: the group here, then what the région says of the occupation.
fn department_cells(
    fine: &[Line],
    groups: &[Line],
    region: &Cells,
    department: &str,
    rng: &mut Rng,
) -> Cells {
    let pilot = department == "96";
    let mut cells = Cells::new();
    for line in groups {
        let cell = local(line, pilot && line.rung != Rung::Drawn, 0.45, rng);
        let drawn = rng.chance(0.45);
        let known = match line.rung {
            Rung::Group if pilot => true,
            Rung::Region if pilot => false,
            _ => drawn,
        };
        let above = imputed(&[region.get(line.code)]);
        cells.insert(line.code, if known { cell } else { above });
    }
    for line in fine {
        let cell = local(line, pilot && line.rung != Rung::Drawn, 0.5, rng);
        let drawn = rng.chance(0.25);
        let known = match line.rung {
            Rung::Own if pilot => true,
            Rung::Group | Rung::Region if pilot => false,
            _ => drawn,
        };
        let above = imputed(&[published(&cells, line.group), region.get(line.code)]);
        cells.insert(line.code, if known { cell } else { above });
    }
    cells
}

fn class(tension: f64) -> u32 {
    CUTS.iter().map(|cut| u32::from(*cut < tension)).sum::<u32>() + 1
}

fn write(
    sheet: &mut Sheet,
    line: &Line,
    cell: Option<&Cell>,
    scale: f64,
    (level, region, department): (&str, &str, &str),
) {
    let Some(cell) = cell else { return };
    // Rounded to the hundred by the producer: 0 is possible.
    let employment = whole(line.employment * scale / 100.0) * 100;
    let mut row = vec![line.code.to_owned(), employment.to_string(), format!("{}", cell.tension)];
    row.push(cell.causes.map_or_else(String::new, |_| format!("{}.0", class(cell.tension))));
    for index in 0..6 {
        let value = cell.causes.and_then(|causes| causes.get(index).copied());
        row.push(value.map(|v| format!("{v:.1}")).unwrap_or_default());
    }
    let depth = if line.code.len() == 3 { "fap 87" } else { "fap 228" };
    row.extend(["2023", level, depth, region, department].map(str::to_owned));
    sheet.row(&row);
}
