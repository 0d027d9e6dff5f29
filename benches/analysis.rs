//! The diagnosis inside the process: a département, and every basin of three years at once.
//!
//! `cargo bench --bench analysis`. The survey is made up: 400 basins × 220 occupations × 3 years.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use bassin::analysis::{Request, Stage, analyse, settings};
use bassin::i18n::Catalog;
use bassin::indicators::atlas::Atlas;
use bassin::indicators::fold::Fold;
use bassin::indicators::hiring::Mask;
use bassin::model::adjust::{Adjustments, Cut};
use bassin::model::{FapLevel, FapVersion, Language};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::atlas::Sheet;
use bassin::report::build::rules;
use bassin::tables::Table;
use criterion::{Criterion, criterion_group, criterion_main};
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;

const HEADER: &str = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;\
                      Dept;NomDept;BE26;NOMBE26;met;xmet;smet";
const BASINS: u32 = 400;
const OCCUPATIONS: usize = 220;
const YEARS: [u16; 3] = [2024, 2025, 2026];

/// A survey of one year: a third of the cells masked, as published.
fn survey(year: u16, reference: &Reference) -> Arc<ReadTable> {
    let codes = reference.faps(FapVersion::Fap2021, FapLevel::Occupation);
    let mut text = HEADER.to_owned();
    for basin in 0..BASINS {
        let (department, region) = (basin / 4 + 1, basin / 40 + 11);
        for (place, code) in codes.iter().take(OCCUPATIONS).enumerate() {
            let mixed = (basin as usize * 31 + place * 17 + usize::from(year) * 7) % 97;
            let counts = match mixed % 3 {
                0 => "*;*;*".to_owned(),
                1 => format!("{};*;*", mixed + 5),
                _ => format!("{};{};*", mixed + 12, mixed / 2 + 5),
            };
            let _ = write!(
                text,
                "\n{year};{};Métier;S;Famille;{region};Région;{department:02};Département;{};Bassin;{counts}",
                code.code(),
                basin + 1_000,
            );
        }
    }
    let name = format!("bmo_{year}.csv");
    let mut tables = read(&name, text.as_bytes(), reference, Control::none()).unwrap();
    Arc::new(tables.remove(0))
}

fn diagnosis(criterion: &mut Criterion) {
    let (reference, parameters) = (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
    let surveys: Vec<Arc<ReadTable>> = YEARS.iter().map(|year| survey(*year, &reference)).collect();
    let (settings, cut) = (settings(&parameters), Cut::Fixed(580));
    let mask = Mask::integer(parameters.star_max());
    let made = |survey: &Arc<ReadTable>| {
        let Table::Bmo(table) = &survey.table else { panic!("{:?}", survey.issues) };
        let (year, version) = (survey.vintage.unwrap(), survey.fap_version.unwrap());
        Atlas::of_basins(&Fold::new(table, year, version, mask))
    };
    let atlases: Vec<Atlas> = surveys.iter().map(made).collect();
    let cells: usize = atlases.iter().map(|atlas| atlas.cells.len()).sum();
    assert_eq!(cells, BASINS as usize * OCCUPATIONS * YEARS.len());

    let mut group = criterion.benchmark_group("diagnosis");
    group.sample_size(10);
    let request = Request {
        territory: "dep:15".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    group.bench_function("a département, from the tables", |bench| {
        bench.iter(|| analyse(&surveys, &reference, &parameters, black_box(&request)).unwrap());
    });
    let stage = Stage::new(&surveys, &reference, &parameters, &request).unwrap();
    let mut adjustments = Adjustments::default();
    adjustments.set("weight_difficulty", 700).unwrap();
    adjustments.set_cut(0.6).unwrap();
    let adjusted = parameters.adjusted(&adjustments);
    assert!(stage.serves(&adjusted));
    group.bench_function("a département, a weight and a cut changed", |bench| {
        bench.iter(|| stage.results(black_box(&adjusted)));
    });
    group.bench_function("the atlas of one year, from its table", |bench| {
        let last = surveys.last().unwrap();
        bench.iter(|| made(black_box(last)));
    });
    group.bench_function("France, three years: every cell read again, two threads", |bench| {
        bench.iter(|| {
            let read = |atlas: &Atlas| atlas.readings(cut, settings, 2);
            black_box(&atlases).iter().map(read).map(|readings| readings.len()).sum::<usize>()
        });
    });
    let last = Arc::new(atlases.into_iter().next_back().unwrap());
    let catalog = Catalog::new(Language::French).unwrap();
    let readings = Arc::new(last.readings(cut, settings, 2));
    let rules = rules(&parameters);
    let sheet = Sheet::new(last, readings, (&catalog, &reference), rules);
    let size = sheet.len();
    group.bench_function(format!("table of {size} rows: sorted by probability"), |bench| {
        bench.iter(|| {
            let mut rows = sheet.found(&[], &|_| true);
            sheet.sort(&mut rows, sheet.columns.len() - 1, true);
            rows.len()
        });
    });
    group.bench_function(format!("table of {size} rows: searched, flags kept"), |bench| {
        let needles = ["bassin".to_owned(), "cuisiniers".to_owned()];
        bench.iter(|| sheet.found(black_box(&needles), &|one| one.status.is_flagged()).len());
    });
    group.bench_function(format!("table of {size} rows: the cells of a page"), |bench| {
        bench.iter(|| {
            let page = (0..40).flat_map(|row| (0..sheet.columns.len()).map(move |c| (row * 7, c)));
            let cells = page.filter_map(|(row, column)| sheet.cell(row, column));
            cells.map(|cell| cell.shown(&catalog).len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, diagnosis);
criterion_main!(benches);
