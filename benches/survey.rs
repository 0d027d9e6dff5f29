//! The survey inside the process: a basin weighed, a thousand replicates calibrated again, a
//! thousand labels matched.
//!
//! `cargo bench --bench survey`. Coverage of the intervals: `examples/survey_coverage.rs`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench fails by panicking")]

use bassin::matching::label::index::Index;
use bassin::survey::bootstrap::{Plan, Recalibration, replicate};
use bassin::survey::calibrate::{Method, Options, calibrate};
use bassin::survey::design::Design;
use bassin::survey::margins::Margins;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// 500 respondents in 8 strata, 14 margins that they meet nearly.
fn basin() -> (Design, Vec<f64>, Margins) {
    let n = 500_usize;
    let stratum: Vec<usize> = (0..n).map(|unit| unit % 8).collect();
    let population = vec![250.0; 8];
    let design = Design::new(stratum.clone(), population).unwrap();
    let base = design.base_weights();
    let mut cells = Vec::new();
    for (unit, stratum) in stratum.iter().enumerate() {
        for margin in 0..8 {
            cells.push(f64::from(u8::from(*stratum == margin)));
        }
        for margin in 0..6 {
            cells.push(f64::from(u8::from((unit / 8) % 6 == margin)));
        }
    }
    let names: Vec<String> = (0..14).map(|margin| format!("m{margin}")).collect();
    let margins = Margins::new(&cells, n, names.clone(), vec![0.0; 14]).unwrap();
    let mut totals = margins.sums(&base);
    // A push that the weights must follow: one tenth more here, as much less there.
    let shift = totals[8] * 0.1;
    totals[8] += shift;
    totals[9] -= shift;
    (design, base, Margins::new(&cells, n, names, totals).unwrap())
}

fn weighing(criterion: &mut Criterion) {
    let (design, base, margins) = basin();
    let full = calibrate(&base, &margins, Method::RakingRatio, &Options::PRODUCTION).unwrap();
    let mut group = criterion.benchmark_group("survey");
    group.sample_size(10);
    group.bench_function("calibrated: 500 respondents, 14 margins", |bench| {
        bench.iter(|| {
            calibrate(black_box(&base), &margins, Method::RakingRatio, &Options::PRODUCTION)
        });
    });
    group.bench_function("1,000 replicates calibrated again, one thread", |bench| {
        let method = Method::RakingRatio;
        let again = Recalibration { margins: &margins, method, lambda: &full.lambda };
        let plan = Plan::new(&design, &base, Some(again));
        bench.iter(|| (0..1_000).filter(|r| replicate(&plan, 7, *r).is_some()).count());
    });
    group.finish();
}

fn labels(criterion: &mut Criterion) {
    let index = Index::embedded().unwrap();
    let typed: Vec<&str> = index.titles().iter().take(1_000).map(|t| t.label.as_str()).collect();
    let mut group = criterion.benchmark_group("labels");
    group.sample_size(10);
    group.bench_function("index made", |bench| bench.iter(Index::embedded));
    group.bench_function("1,000 labels", |bench| {
        bench.iter(|| {
            typed.iter().map(|label| index.propose(label).candidates.len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, weighing, labels);
criterion_main!(benches);
