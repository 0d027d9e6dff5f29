//! Training supply of the sample territory against its needs: from files to verdicts.

use bassin::analysis::balance::{Announced, Told, balances};
use bassin::analysis::verdicts::{to_stop, verdicts};
use bassin::analysis::{Request, Results, Stage};
use bassin::flows::balance::{Balance, Basis, Missing};
use bassin::flows::gap::Sign;
use bassin::flows::spread::{Span, Spread};
use bassin::inquiry;
use bassin::matching::corrections::{LinkKey, Links};
use bassin::matching::supply::Ring;
use bassin::model::{Fap, Groups};
use bassin::project::{Project, Weighting};
use bassin::readers::{Control, ReadTable, read};
use bassin::recommend::verdict::Verdict;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

const FILES: [&str; 8] = [
    "BMO_2025_territoire_fictif.xlsx",
    "dares_tensions_2023_fictif.csv",
    "certif_info_fictif.csv",
    "catalogue_formation_fictif.csv",
    "communes_bassins_fictif.csv",
    "demande_emploi_fictif.csv",
    "enquete_etablissements_fictif.csv",
    "enquete_metiers_fictif.csv",
];

fn table(name: &str, bytes: &[u8]) -> Vec<Arc<ReadTable>> {
    let reference = Reference::embedded().unwrap();
    read(name, bytes, &reference, Control::none()).unwrap().into_iter().map(Arc::new).collect()
}

fn sample() -> Vec<Arc<ReadTable>> {
    let register = "population_etablissements_fictif.csv";
    let names = FILES.into_iter().chain([register]);
    names.flat_map(|name| table(name, bassin::sample::file(name).unwrap())).collect()
}

fn fap(code: &str) -> Fap {
    format!("fap2021:{code}").parse().unwrap()
}

/// What of the survey may leave before anything has left.
fn announced(inputs: &[Arc<ReadTable>], results: &Results) -> BTreeMap<Fap, Announced> {
    let project = Project::default();
    let (labels, groups, log) =
        (project.decisions().labels.clone(), Groups::default(), project.log());
    let asked = inquiry::Asked {
        territory: results.territory.territory,
        version: results.fap_version,
        labels: &labels,
        weighting: Weighting::default(),
        groups: &groups,
        log: &log,
    };
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let found = inquiry::inquiry(inputs, &reference, &parameters, &asked);
    found.and_then(|found| Some(found.published?.announced())).unwrap_or_default()
}

fn analysed(inputs: &[Arc<ReadTable>], links: &Links) -> Results {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let stage = Stage::corrected(inputs, &reference, &parameters, &request, links).unwrap();
    let mut results = stage.results(&parameters);
    let said = announced(inputs, &results);
    results.balances = balances(&results, &said, &parameters);
    results
}

fn shown(span: Option<Span>) -> String {
    let number = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| format!("{end:.1}"));
    span.map_or_else(
        || "-".to_owned(),
        |span| format!("{} [{} {}]", number(span.value), number(span.low), number(span.high)),
    )
}

fn line(balance: &Balance) -> String {
    let gap = balance.gap().unwrap();
    let missing: Vec<&str> = balance.missing.iter().map(|missing| missing.id()).collect();
    format!(
        "{} need {} in {} + {} pool {} gap {} {} ({})",
        balance.basis.id(),
        shown(balance.needs.map(|needs| needs[1])),
        shown(Some(balance.initial)),
        shown(Some(balance.continuing)),
        shown(balance.pool),
        shown(gap.span),
        gap.sign.id(),
        missing.join(" "),
    )
}

/// Golden: the occupations that the territory flags, over three years.
#[test]
fn the_sample_from_files_to_verdicts() {
    let results = analysed(&sample(), &Links::default());
    let parameters = Parameters::embedded().unwrap();
    let verdicts = verdicts(&results, &parameters);
    let mut found = String::new();
    for occupation in results.occupations.iter().filter(|one| one.pressure.evidence()) {
        let conclusion = &verdicts[&occupation.code];
        let code = occupation.code.code();
        let balance = &results.balances[&occupation.code];
        writeln!(found, "{code} {} ({})", conclusion.verdict.id(), conclusion.why).unwrap();
        writeln!(found, "  {}", line(balance)).unwrap();
    }
    for (offer, why) in to_stop(&results) {
        writeln!(found, "stop {} ({})", offer.title, why.id()).unwrap();
    }
    let expected = include_str!("supply/sample.txt");
    assert_eq!(found, expected, "\n{found}");
    // Same inputs, same bits.
    assert_eq!(analysed(&sample(), &Links::default()).balances, results.balances);
}
