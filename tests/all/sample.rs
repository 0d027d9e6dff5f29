//! The sample territory, from its files to its programmes.

use bassin::analysis::{Request, analyse};
use bassin::model::Kind;
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use std::path::Path;
use std::sync::Arc;

#[test]
fn the_sample_goes_from_files_to_programmes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let reference = Reference::embedded().unwrap();
    let mut inputs = Vec::new();
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e != "md")) {
        let name = path.file_name().unwrap().to_string_lossy();
        let bytes = std::fs::read(path).unwrap();
        inputs.extend(
            read(&name, &bytes, &reference, Control::none()).unwrap().into_iter().map(Arc::new),
        );
    }
    assert!(inputs.iter().all(|input| input.rows.adds_up() && input.kind != Kind::Unknown));
    let refused: u32 = inputs.iter().map(|input| input.rows.refused).sum();
    assert_eq!(refused, 1 + 2, "the faulty rows told in LISEZMOI.md");
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let parameters = Parameters::embedded().unwrap();
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!((results.year, results.years.len()), (2025, 2));
    // Counted independently when the sample was made: 16 flags of grade A or B, their diagnoses.
    let mut found: Vec<(&str, &str)> = results
        .occupations
        .iter()
        .filter(|occupation| occupation.pressure.evidence())
        .map(|occupation| (occupation.finding.diagnosis.id(), occupation.code.code()))
        .collect();
    found.sort_unstable();
    let expected = [
        ("job-quality", "J3X41 J3X43 S1X20 S1X40 T2A60"),
        ("mixed", "A0X41 B1X31 B2X33 S0X42 V0X60 V1X80"),
        ("small-pool", "R4X91"),
        ("trained-labour", "G0B41 G1X72 L4X81"),
        ("turnover", "V5X81"),
    ];
    let expected: Vec<(&str, &str)> = expected
        .iter()
        .flat_map(|(diagnosis, codes)| codes.split(' ').map(|code| (*diagnosis, code)))
        .collect();
    assert_eq!(found, expected);
    for programme in &results.programmes {
        let is_lever = programme.lever.includes_training();
        assert!(programme.training.is_some() || !is_lever, "{}", programme.occupation);
    }
    assert!(results.occupations.iter().any(|o| !o.supply.offers.is_empty()));
    // Same inputs, same results.
    assert_eq!(analyse(&inputs, &reference, &parameters, &request).unwrap(), results);
}
