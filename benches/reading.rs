//! Reading inside the process: a survey as text, as a workbook, from the cache; given up; a
//! mapping proposed.
//!
//! `cargo bench --bench reading`. Whole processes against other programs: `bench/reading.py`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench fails by panicking")]

use bassin::cache;
use bassin::readers::mapping::{KINDS, guess, peek, propose};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::OnceLock;
use std::time::Instant;

const HEADER: [&str; 14] = [
    "annee",
    "Code métier BMO",
    "Nom métier BMO",
    "Famille_met",
    "Lbl_fam_met",
    "REG",
    "NOM_REG",
    "Dept",
    "NomDept",
    "BE26",
    "NOMBE26",
    "met",
    "xmet",
    "smet",
];
const ROWS: u32 = 20_000;

/// Rows of a made-up survey: each basin and occupation once.
fn rows() -> impl Iterator<Item = [String; 14]> {
    (0..ROWS).map(|row| {
        let (basin, occupation) = (row / 200 + 1_000, row % 200);
        let code = format!("V{}X{:02}", occupation / 100, occupation % 100);
        [
            "2026".to_owned(),
            code,
            "Aides à domicile et auxiliaires de vie".to_owned(),
            "S".to_owned(),
            "Fonctions sociales et médico-sociales".to_owned(),
            "84".to_owned(),
            "Auvergne-Rhône-Alpes".to_owned(),
            "15".to_owned(),
            "Cantal".to_owned(),
            basin.to_string(),
            "AURILLAC".to_owned(),
            (row % 90 + 5).to_string(),
            "5".to_owned(),
            "*".to_owned(),
        ]
    })
}

fn text() -> Vec<u8> {
    let mut text = HEADER.join(";");
    for row in rows() {
        text.push('\n');
        text.push_str(&row.join(";"));
    }
    text.into_bytes()
}

fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADER).unwrap();
    for (line, row) in (1..).zip(rows()) {
        sheet.write_row(line, 0, row).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// From the flag, set while rows come, to the return.
fn giving_up(criterion: &mut Criterion) {
    let reference = Reference::embedded().unwrap();
    // Long enough for two pieces.
    let (text, lines) = (text(), HEADER.join(";").len());
    let long = [&text[..], &text[lines..], &text[lines..]].concat();
    let mut group = criterion.benchmark_group("given up");
    group.sample_size(20);
    for (name, bytes) in [("text, in pieces", &long), ("workbook", &workbook())] {
        group.bench_function(name, |bench| {
            bench.iter_custom(|times| {
                let delays = (0..times).map(|_| {
                    let asked = OnceLock::new();
                    let progress = |rows| {
                        if rows > ROWS / 4 {
                            asked.get_or_init(Instant::now);
                        }
                    };
                    let cancelled = || asked.get().is_some();
                    let control = Control { cancelled: &cancelled, progress: &progress };
                    assert!(read("a", bytes, &reference, control).is_err());
                    asked.get().unwrap().elapsed()
                });
                delays.sum()
            });
        });
    }
    group.finish();
}

fn reading(criterion: &mut Criterion) {
    let reference = Reference::embedded().unwrap();
    let (text, workbook) = (text(), workbook());
    let tables = read("a.csv", &text, &reference, Control::none()).unwrap();
    assert_eq!(tables.iter().map(|table| table.rows.kept).sum::<u32>(), ROWS);
    let mut sealed = Vec::new();
    cache::seal(&tables, &mut sealed, &|| false).unwrap();
    let mut group = criterion.benchmark_group("survey of 20,000 rows");
    group.sample_size(20);
    for (name, bytes) in [("text", &text), ("workbook", &workbook)] {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bench| {
            bench.iter(|| read("a", black_box(bytes), &reference, Control::none()).unwrap());
        });
    }
    group.throughput(Throughput::Bytes(sealed.len() as u64));
    group.bench_function("cache", |bench| bench.iter(|| cache::open(black_box(&sealed)).unwrap()));
    group.finish();
    let sheets = peek(&workbook);
    criterion.bench_function("columns proposed for each kind", |bench| {
        bench.iter(|| {
            for sheet in &sheets {
                let heading = guess(&sheet.rows);
                let names = heading.names(&sheet.rows);
                for kind in KINDS {
                    black_box(propose(&names, heading.below(&sheet.rows), kind, &[]));
                }
            }
        });
    });
}

criterion_group!(benches, reading, giving_up);
criterion_main!(benches);
