//! Two files that publish the same figures otherwise: cell by cell, for the user to choose.

#![expect(clippy::disallowed_types, reason = "rows are looked up, the map is never walked")]

use crate::analysis::respondents;
use crate::model::Kind;
use crate::readers::ReadTable;
use crate::tables::{Cell, Table, basin_tension, tension};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Differing cells kept for the eye; further ones are counted.
pub(super) const KEPT: usize = 400;

/// Two tables of one kind whose figures differ for the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    pub kind: Kind,
    /// Years both speak of, latest; 0 where they tell none.
    pub year: u16,
    /// Places among the inputs; the first goes before the second.
    pub first: usize,
    pub second: usize,
    /// Another that goes before both, and is the one used.
    pub behind: Option<usize>,
    pub cells: Vec<Differing>,
    /// Differing cells beyond those kept.
    pub beyond: u32,
    /// Rows that both have.
    pub common: u32,
    pub only_first: u32,
    pub only_second: u32,
}

impl Disagreement {
    /// The place of the one that is used: the first, unless another goes before both.
    pub fn used(&self) -> usize {
        self.behind.unwrap_or(self.first)
    }

    /// Figures that differ, kept or counted.
    pub fn n_differing(&self) -> u32 {
        u32::try_from(self.cells.len()).unwrap_or(u32::MAX).saturating_add(self.beyond)
    }

    /// Whether they are answers of respondents: told by their number alone.
    pub fn is_of_respondents(&self) -> bool {
        respondents::is_of_respondents(self.kind)
    }
}

/// One figure, as each file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    pub occupation: String,
    /// Typed codes of the territories.
    pub place: String,
    /// Field of the table (`field-…` in the catalogs).
    pub column: &'static str,
    pub first: Cell,
    pub second: Cell,
    /// Row in each file.
    pub rows: (u32, u32),
    /// What a respondent says in each, in place of figures: for the eyes of the analyst, never in a
    /// file nor on a shared screen.
    pub answers: Option<[String; 2]>,
}

/// A row, and what it is about.
#[derive(Clone, Copy)]
struct Line<'a> {
    about: About<'a>,
    row: u32,
    /// As many as the table has columns that are compared.
    figures: Figures,
}

/// The figures of a line, those that its table does not have missing.
type Figures = [Packed; 9];

/// A cell in eight bytes: millions of lines are held side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Packed(u64);

impl Packed {
    // Two of the many ways to write no number, which no computation gives.
    const MASKED: Self = Self(u64::MAX);
    const MISSING: Self = Self(u64::MAX - 1);

    fn cell(self) -> Cell {
        match self {
            Self::MASKED => Cell::Masked,
            Self::MISSING => Cell::Missing,
            Self(bits) => Cell::Value(f64::from_bits(bits)),
        }
    }
}

impl From<Cell> for Packed {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Masked => Self::MASKED,
            Cell::Missing => Self::MISSING,
            // Nought has no sign.
            Cell::Value(value) => Self((value + 0.0).to_bits()),
        }
    }
}

/// Year (0 where the table tells none), occupation, and what else tells a line apart: places, a
/// period, a measure; empty where a table has fewer.
type About<'a> = (u16, &'a str, [&'a str; 4]);

/// The rows of a table by what they are about.
struct Keyed<'a> {
    lines: Vec<Line<'a>>,
    /// The last line about each thing.
    places: HashMap<About<'a>, usize>,
}

impl<'a> Keyed<'a> {
    fn new(lines: Vec<Line<'a>>) -> Self {
        let mut places = HashMap::with_capacity(lines.len());
        places.extend(lines.iter().enumerate().map(|(place, line)| (line.about, place)));
        Self { lines, places }
    }

    fn get(&self, about: &About<'_>) -> Option<&Line<'a>> {
        self.lines.get(*self.places.get(about)?)
    }

    /// Each line that no other of the same thing follows.
    fn lines(&self) -> impl Iterator<Item = &Line<'a>> {
        let lines = self.lines.iter().enumerate();
        lines.filter(|(at, line)| self.places.get(&line.about) == Some(at)).map(|(_, line)| line)
    }
}

/// The figures that a table has, before missing ones.
fn figures<const N: usize>(there: [Cell; N]) -> Figures {
    let mut figures = [Packed::MISSING; 9];
    for (figure, cell) in figures.iter_mut().zip(there) {
        *figure = cell.into();
    }
    figures
}

/// The year that a period or a day begins with; 0 without one.
fn year_in(text: &str) -> u16 {
    text.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
}

/// The edition of FAP codes, as what tells two rows apart.
fn edition(year: Option<f64>) -> &'static str {
    match year {
        Some(year) if year < 2021.0 => "FAP 2009",
        Some(_) => "FAP 2021",
        None => "",
    }
}

fn cell(value: Option<f64>) -> Cell {
    value.map_or(Cell::Missing, Cell::Value)
}

fn year_of(value: Option<f64>, otherwise: u16) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
    value.filter(|year| (1900.0..2200.0).contains(year)).map_or(otherwise, |year| year as u16)
}

/// The columns of a kind that are compared, as many as its lines have figures that are there.
const fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Bmo => &["projects", "difficult", "seasonal"],
        Kind::DaresTension => &[
            "class",
            "tension",
            "hiring-intensity",
            "training-link",
            "labour-shortage",
            "precariousness",
            "working-conditions",
            "geographic-mismatch",
            "unattractive-pay",
        ],
        Kind::BasinTension => &[
            "class",
            "offers",
            "job-seekers",
            "hiring-intensity",
            "training-link",
            "labour-shortage",
            "precariousness",
            "working-conditions",
            "geographic-mismatch",
        ],
        Kind::JobSeekers => &["stock-a", "stock-abc", "entries-a", "entries-abc", "exits-abc"],
        Kind::JobSeekerSeries | Kind::HiringDeclarations | Kind::MarketIndicators => &["value"],
        Kind::EstablishmentRegister => &["establishments", "headcount"],
        Kind::JobOffers => &["posts"],
        _ => &[],
    }
}

/// Typed codes of the places of a line, and what else tells it apart.
fn place(kind: Kind, about: [&str; 4]) -> String {
    let [first, second, ..] = about;
    match kind {
        Kind::Bmo => format!("be:{first} dep:{second}"),
        Kind::BasinTension => format!("be:{first}"),
        _ => about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
    }
}

/// The class, the tension and the causes.
fn of_tension(row: &tension::Row<'_>) -> Figures {
    let all = [
        row.class,
        row.tension,
        row.hiring_intensity,
        row.training_link,
        row.labour_shortage,
        row.precariousness,
        row.working_conditions,
        row.geographic_mismatch,
        row.unattractive_pay,
    ];
    figures(all.map(cell))
}

fn of_basin(row: &basin_tension::Row<'_>) -> Figures {
    let all = [
        row.class,
        row.offers,
        row.job_seekers,
        row.hiring_intensity,
        row.training_link,
        row.labour_shortage,
        row.precariousness,
        row.working_conditions,
        row.geographic_mismatch,
    ];
    figures(all.map(cell))
}

/// The figures of a table by what they are about; `None` for a kind that is not compared.
fn keyed(table: &ReadTable) -> Option<Keyed<'_>> {
    let vintage = match table.kind {
        // Surveys and tensions without a year may be of any.
        Kind::Bmo | Kind::DaresTension | Kind::BasinTension => table.vintage?,
        _ => table.vintage.unwrap_or_default(),
    };
    let lines = match &table.table {
        Table::Bmo(rows) => rows
            .rows()
            .map(|row| Line {
                about: (vintage, row.occupation, [row.basin, row.department, "", ""]),
                row: row.row,
                figures: figures([row.projects, row.difficult, row.seasonal]),
            })
            .collect(),
        Table::Tension(rows) => rows
            .rows()
            .map(|row| Line {
                about: (year_of(row.year, vintage), row.occupation, [row.territory, "", "", ""]),
                row: row.row,
                figures: of_tension(&row),
            })
            .collect(),
        Table::BasinTension(rows) => rows
            .rows()
            .map(|row| Line {
                about: (year_of(row.year, vintage), row.rome, [row.basin, "", "", ""]),
                row: row.row,
                figures: of_basin(&row),
            })
            .collect(),
        Table::JobSeekers(rows) => rows
            .rows()
            .map(|row| Line {
                about: (
                    year_in(row.period),
                    if row.fap.is_empty() { row.rome } else { row.fap },
                    [row.territory, row.period, edition(row.fap_year), ""],
                ),
                row: row.row,
                figures: figures([
                    row.stock_a,
                    row.stock_abc,
                    row.entries_a,
                    row.entries_abc,
                    row.exits_abc,
                ]),
            })
            .collect(),
        Table::Series(rows) => rows
            .rows()
            .map(|row| Line {
                about: (
                    year_in(row.period),
                    row.activity,
                    [
                        if row.territory.is_empty() { row.place } else { row.territory },
                        row.period,
                        row.measure,
                        "",
                    ],
                ),
                row: row.row,
                figures: figures([row.value]),
            })
            .collect(),
        Table::Register(rows) => rows
            .rows()
            .map(|row| Line {
                // Registers of two dates replace each other: see `may_differ`.
                about: (0, "", [row.stratum, row.naf_section, row.size_class, ""]),
                row: row.row,
                figures: figures([cell(row.establishments), cell(row.headcount)]),
            })
            .collect(),
        Table::JobOffers(rows) => rows
            .rows()
            .map(|row| Line {
                about: (year_in(row.created), row.rome, [row.id, row.source, "", ""]),
                row: row.row,
                figures: figures([cell(row.posts)]),
            })
            .collect(),
        _ => return None,
    };
    Some(Keyed::new(lines))
}

/// Two tables that may hold the same figures.
fn may_differ(a: &ReadTable, b: &ReadTable) -> bool {
    a.kind == b.kind
        && !columns(a.kind).is_empty()
        && a.fingerprint != b.fingerprint
        && a.fap_version == b.fap_version
        && match a.kind {
            Kind::Bmo => a.vintage == b.vintage,
            // Of two dates, the later one replaces the other.
            Kind::EstablishmentRegister => {
                a.vintage == b.vintage || a.vintage.is_none() || b.vintage.is_none()
            }
            _ => true,
        }
}

/// Every pair of files of one kind that have a figure in common and differ on one; and those of a
/// survey whose common respondents differ.
pub fn disagreements(inputs: &[Arc<ReadTable>]) -> Vec<Disagreement> {
    let mut pairs = Vec::new();
    for (first, a) in inputs.iter().enumerate() {
        let others = inputs.iter().enumerate().skip(first + 1);
        pairs.extend(others.filter(|(_, b)| may_differ(a, b)).map(|(second, _)| (first, second)));
    }
    let wanted: BTreeSet<usize> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let ready = ready(inputs, &wanted);
    let pair = |(first, second): &(usize, usize)| {
        let (left, right) = (ready.get(first)?, ready.get(second)?);
        compare(inputs.get(*first)?.kind, (*first, left), (*second, right))
    };
    let figures = pairs.iter().filter_map(pair).filter(|pair| !pair.cells.is_empty());
    behind(figures.chain(respondents::differing(inputs)).collect())
}

/// With the file that goes before both, where there is one: of three the first alone is used.
fn behind(mut pairs: Vec<Disagreement>) -> Vec<Disagreement> {
    let places: Vec<_> =
        pairs.iter().map(|one| (one.kind, one.year, one.first, one.second)).collect();
    for pair in &mut pairs {
        let of_kind = || places.iter().filter(|one| (one.0, one.1) == (pair.kind, pair.year));
        let goes_behind = |place: usize| of_kind().any(|(.., second)| *second == place);
        let before = of_kind().filter(|(.., second)| *second == pair.first);
        let before = before.map(|(_, _, first, _)| (goes_behind(*first), *first));
        pair.behind = before.min().map(|(_, first)| first);
    }
    pairs
}

/// These tables by what their rows are about, some on each core.
fn ready<'a>(inputs: &'a [Arc<ReadTable>], wanted: &BTreeSet<usize>) -> BTreeMap<usize, Keyed<'a>> {
    let wanted: Vec<usize> = wanted.iter().copied().collect();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let some = |places: &[usize]| -> Vec<(usize, Keyed<'a>)> {
        let found = places.iter().map(|place| Some((*place, keyed(inputs.get(*place)?)?)));
        found.flatten().collect()
    };
    std::thread::scope(|scope| {
        let parts = wanted.chunks(wanted.len().div_ceil(cores).max(1));
        let threads: Vec<_> = parts.map(|part| scope.spawn(move || some(part))).collect();
        let done = threads.into_iter().flat_map(|thread| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        done.collect()
    })
}

fn compare(
    kind: Kind,
    (first, left): (usize, &Keyed<'_>),
    (second, right): (usize, &Keyed<'_>),
) -> Option<Disagreement> {
    let (mut common, mut year) = (0_u32, 0);
    let mut differing: Vec<(&Line<'_>, &Line<'_>)> = Vec::new();
    for line in left.lines() {
        let Some(other) = right.get(&line.about) else { continue };
        common += 1;
        year = year.max(line.about.0);
        if line.figures != other.figures {
            differing.push((line, other));
        }
    }
    differing.sort_by_key(|(line, _)| line.about);
    let (mut cells, mut beyond) = (Vec::new(), 0);
    for (line, other) in differing {
        let figures = columns(kind).iter().zip(line.figures.iter().zip(&other.figures));
        for (column, (a, b)) in figures.filter(|(_, (a, b))| a != b) {
            if cells.len() == KEPT {
                beyond += 1;
                continue;
            }
            let (_, occupation, places) = line.about;
            cells.push(Differing {
                occupation: occupation.to_owned(),
                place: place(kind, places),
                column,
                first: a.cell(),
                second: b.cell(),
                rows: (line.row, other.row),
                answers: None,
            });
        }
    }
    let count = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    (common > 0).then(|| Disagreement {
        kind,
        year,
        first,
        second,
        behind: None,
        cells,
        beyond,
        common,
        only_first: count(left.places.len()) - common,
        only_second: count(right.places.len()) - common,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;

    fn survey(year: u16, rows: &[&str]) -> Arc<ReadTable> {
        let header = "annee;code métier;BE26;Dept;REG;met;xmet;smet";
        let lines: Vec<String> = rows.iter().map(|row| format!("{year};{row}")).collect();
        let text = format!("{header}\n{}\n", lines.join("\n"));
        let reference = Reference::embedded().unwrap();
        let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        Arc::new(tables.remove(0))
    }

    #[test]
    fn differing_cells_are_named_and_rows_of_one_file_alone_are_counted() {
        let one = survey(2026, &["V0X60;8450;15;84;12;8;*", "S1X20;8450;15;84;30;10;5"]);
        let two = survey(2026, &["V0X60;8450;15;84;12;9;5", "S2X61;8450;15;84;7;*;*"]);
        let found = disagreements(&[Arc::clone(&one), two]);
        assert_eq!(found.len(), 1);
        let pair = &found[0];
        assert_eq!((pair.common, pair.only_first, pair.only_second), (1, 1, 1));
        let cells: Vec<_> = pair.cells.iter().map(|c| (c.column, c.first, c.second)).collect();
        assert_eq!(
            cells,
            [
                ("difficult", Cell::Value(8.0), Cell::Value(9.0)),
                ("seasonal", Cell::Masked, Cell::Value(5.0)),
            ],
            "masked is not five"
        );
        assert_eq!(pair.cells[0].rows, (2, 2));
        // What differs is told in the order of codes, wherever the rows stand.
        let turned = survey(2026, &["S1X20;8450;15;84;31;10;5", "V0X60;8450;15;84;13;8;*"]);
        let found = disagreements(&[Arc::clone(&one), turned]);
        let told: Vec<_> = found[0].cells.iter().map(|c| (c.occupation.as_str(), c.rows)).collect();
        assert_eq!(told, [("S1X20", (3, 2)), ("V0X60", (2, 3))]);
        // Of three the first is used, whichever two are set side by side.
        let three = [8, 9, 7].map(|n| survey(2026, &[&format!("V0X60;8450;15;84;12;{n};*")]));
        let used: Vec<_> = disagreements(&three).iter().map(|p| (p.first, p.used())).collect();
        assert_eq!(used, [(0, 0), (0, 0), (1, 0)]);
        let other_year = survey(2025, &["V0X60;8450;15;84;99;9;5"]);
        assert!(disagreements(&[one, other_year]).is_empty(), "another year is another figure");
    }

    fn of(kind: Kind, text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let table = tables.remove(0);
        assert_eq!((table.kind, table.rows.refused), (kind, 0), "{:?}", table.issues);
        Arc::new(table)
    }

    /// Every kind that is compared is, whatever its header.
    #[test]
    fn files_of_every_kind_are_compared_cell_by_cell() {
        let check = |kind: Kind, text: &str, from: &str, to: &str, expect: &[(&str, f64, f64)]| {
            let other = text.replace(from, to);
            assert_ne!(text, other);
            let found = disagreements(&[of(kind, text), of(kind, &other)]);
            assert_eq!(found.len(), 1, "{kind}");
            let told: Vec<_> = found[0]
                .cells
                .iter()
                .filter_map(|c| Some((c.column, c.first.value()?, c.second.value()?)))
                .collect();
            assert_eq!(told, expect, "{kind}");
        };
        check(
            Kind::JobSeekers,
            "periode;type_zone;code_zone;code_rome;defm_a;defm_abc;source;date_source\n\
             2025-03;bmo;8450;J1501;100;120;FT;2025-04-01\n",
            ";100;120;",
            ";200;120;",
            &[("stock-a", 100.0, 200.0)],
        );
        let tension = "annee;ROME;cbassin;oee;defm_abc;ind_tension_d;ind_int_emb_d;\
                       ind_main_oeuvre_d;ind_dur_empl_d;ind_cond_travail_d;ind_mismatch_geo_d;\
                       ind_specif_form_empl_d\n2021;J1501;8450;20;30;4;1;2;3;4;5;1\n";
        let seekers = [("job-seekers", 30.0, 31.0)];
        check(Kind::BasinTension, tension, ";20;30;4", ";20;31;4", &seekers);
        let cause = [("training-link", 1.0, 2.0)];
        check(Kind::BasinTension, tension, ";5;1\n", ";5;2\n", &cause);
        let dares = "Année;Code FAP 228;Tension;Tension - discret;\
                     Intensité d'embauches - discret;Conditions de travail contraignantes - discret\n\
                     2023;V0X60;0.5;4;3;2\n";
        check(Kind::DaresTension, dares, ";3;2\n", ";3;5\n", &[("working-conditions", 2.0, 5.0)]);
        check(
            Kind::JobSeekerSeries,
            "Catégorie A;;\nMois;janvier 2024;février 2024\nAurillac 15000;12;13\n",
            ";13",
            ";14",
            &[("value", 13.0, 14.0)],
        );
        check(
            Kind::HiringDeclarations,
            "annee;trimestre;dernier_jour_du_trimestre;code_departement;departement;\
             grand_secteur_d_activite;duree_de_contrat;nature_de_contrat;dpae_brut\n\
             2024;1;2024-03-31;15;Cantal;Services;CDI;CDI;120\n",
            ";120",
            ";130",
            &[("value", 120.0, 130.0)],
        );
        check(
            Kind::EstablishmentRegister,
            "strate;section_naf;tranche_effectif;nb_etablissements;source;date_source\n\
             C10;C;10-19;12;Insee;31/12/2025\n",
            ";12;",
            ";13;",
            &[("establishments", 12.0, 13.0)],
        );
        check(
            Kind::JobOffers,
            "id_offre;source;intitule;code_rome;code_commune;date_creation;nb_postes;\
             type_contrat;statut\n1;FT;Cuisinier;G1602;15014;2025-03-01;2;CDI;ouverte\n",
            ";2;CDI",
            ";3;CDI",
            &[("posts", 2.0, 3.0)],
        );
    }
}
