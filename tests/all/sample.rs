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
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "csv")) {
        let name = path.file_name().unwrap().to_string_lossy();
        let bytes = std::fs::read(path).unwrap();
        inputs.extend(
            read(&name, &bytes, &reference, Control::none()).unwrap().into_iter().map(Arc::new),
        );
    }
    assert!(inputs.iter().all(|input| input.rows.adds_up() && input.kind != Kind::Unknown));
    let refused: u32 = inputs.iter().map(|input| input.rows.refused).sum();
    assert_eq!(refused, 2, "the two faulty rows, told in LISEZMOI.md");
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let parameters = Parameters::embedded().unwrap();
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!((results.year, results.years.len()), (2025, 2));
    let training = results.programmes.iter().filter(|p| p.training.is_some()).count();
    assert!(training > 0 && training < results.programmes.len());
    assert!(results.occupations.iter().any(|o| !o.supply.offers.is_empty()));
    // Same inputs, same results.
    assert_eq!(analyse(&inputs, &reference, &parameters, &request).unwrap(), results);
}
