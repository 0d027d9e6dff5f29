//! The sample territory, from its files to its programmes.

use bassin::analysis::offers::{Merge, Nature, Sameness};
use bassin::analysis::results::Note;
use bassin::analysis::{Request, analyse};
use bassin::model::Kind;
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use std::fmt::Write as _;
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

/// Exit rates, a second road: straight from the lines of the file.
#[test]
fn exit_rates_come_from_the_last_period_and_masked_ones_stay_unknown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let reference = Reference::embedded().unwrap();
    let load = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let mut tables = read(name, &bytes, &reference, Control::none()).unwrap();
        Arc::new(tables.remove(0))
    };
    let inputs = [load("BMO_2025_territoire_fictif.xlsx"), load("demande_emploi_fictif.csv")];
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let parameters = Parameters::embedded().unwrap();
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!(results.exits, Some((1, "2025-T4".to_owned())));
    let text = std::fs::read_to_string(folder.join("demande_emploi_fictif.csv")).unwrap();
    let (mut known, mut unknown) = (0, 0);
    for occupation in &results.occupations {
        let begins = format!("2025-T4;bmo;9601;;{};", occupation.code.code());
        let line = text.lines().find(|line| line.starts_with(&begins));
        let cells: Vec<&str> = line.map(|line| line.split(';').collect()).unwrap_or_default();
        let cell = |place: usize| cells.get(place).and_then(|cell| cell.parse::<f64>().ok());
        let expected = cell(7).zip(cell(10)).map(|(stock, exits)| exits / (stock + exits));
        let components = occupation.pressure.components;
        if let Some(found) = components.exit_rate {
            assert!((found.value - expected.unwrap()).abs() < 1e-12, "{}", occupation.code);
            let difficulty = components.difficulty.unwrap();
            let score = difficulty.weight * difficulty.z + found.weight * found.z;
            assert!((occupation.pressure.score.unwrap() - score).abs() < 1e-12);
            assert!((difficulty.weight - 5.0 / 7.0).abs() < 1e-12);
            known += 1;
        } else {
            let placed = occupation.pressure.score.is_some();
            assert!(expected.is_none() || !placed, "{}", occupation.code);
            unknown += 1;
        }
    }
    assert!(known > 30 && unknown > 0, "{known} {unknown}");
}

/// Offers over registrations, a second road: straight from the lines of both files. With all three
/// components the confidence is that of the flag.
#[test]
fn offers_are_set_against_the_registrations_of_their_period() {
    let reference = Reference::embedded().unwrap();
    let file = |name: &str| bassin::sample::file(name).unwrap();
    let seekers = String::from_utf8(file("demande_emploi_fictif.csv").to_vec()).unwrap();
    let lines: Vec<Vec<&str>> = seekers
        .lines()
        .filter(|line| line.starts_with("2025-T4;"))
        .map(|line| line.split(';').collect())
        .collect();
    // Two posts for the even occupations of the département, three for the others; one offer
    // of each is of another quarter, and one is in both lists.
    let mut offers = String::from(
        "id_offre;source;intitule;code_rome;code_fap;version_fap;code_commune;date_creation;nb_postes;type_contrat;statut;nature\n",
    );
    let codes: Vec<&str> = {
        let mut codes: Vec<&str> = lines.iter().map(|cells| cells[4]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let posts = |place: usize| 2 + place % 2;
    for (place, code) in codes.iter().enumerate() {
        for (id, day, posts) in [("a", "2025-11-03", posts(place)), ("b", "2025-06-03", 50)] {
            writeln!(
                offers,
                "{id}-{code};liste;x;;{code};2021;96001;{day};{posts};CDI;ouverte;flux"
            )
            .unwrap();
        }
    }
    let read_one = |name: &str, bytes: &[u8]| {
        Arc::new(read(name, bytes, &reference, Control::none()).unwrap().remove(0))
    };
    let again: String =
        offers.lines().take(40).fold(String::new(), |text, line| text + line + "\n");
    let mut inputs: Vec<_> = [
        "BMO_2025_territoire_fictif.xlsx",
        "communes_bassins_fictif.csv",
        "demande_emploi_fictif.csv",
    ]
    .map(|name| read_one(name, file(name)))
    .to_vec();
    inputs.push(read_one("offres.csv", offers.as_bytes()));
    inputs.push(read_one("offres-2.csv", again.as_bytes()));
    assert_eq!(inputs[3].kind, Kind::JobOffers, "{:?}", inputs[3].issues.as_slice());
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let parameters = Parameters::embedded().unwrap();
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!(results.registrations, Some((2, "2025-T4".to_owned())));
    // The second list repeats offers of the first: each is traced.
    let by_number = |one: &&Merge| one.sameness == Sameness::Identifier && one.left.0 == 4;
    let traced = results.merged_offers.iter().filter(by_number).count();
    assert!(traced > 0 && traced == results.merged_offers.len());
    let mut whole = 0;
    for occupation in &results.occupations {
        let Some(found) = occupation.pressure.components.offers_per_seeker else { continue };
        let code = occupation.code.code();
        let own = lines.iter().find(|cells| cells[2] == "9601" && cells[4] == code).unwrap();
        let entries: f64 = own[8].parse().unwrap();
        let place = codes.iter().position(|known| *known == code).unwrap();
        let expect = f64::from(u32::try_from(posts(place)).unwrap()) / entries;
        assert!((found.value - expect).abs() < 1e-12, "{code}: {} is not {expect}", found.value);
        let pressure = &occupation.pressure;
        let whole_set = pressure.components.exit_rate.zip(pressure.components.difficulty);
        if let Some((exits, _)) = whole_set {
            assert!((found.weight - 0.3).abs() < 1e-12 && (exits.weight - 0.2).abs() < 1e-12);
            assert_eq!(pressure.confidence, pressure.grade, "{code}");
            whole += 1;
        }
    }
    assert!(whole > 20, "{whole}");
    // No list, no ratio; nor with a picture of the open offers, which is no flow.
    let without = analyse(&inputs[..3], &reference, &parameters, &request).unwrap();
    assert_eq!(without.registrations, None);
    let stock = offers.replace(";flux", ";");
    inputs.truncate(3);
    inputs.push(read_one("offres.csv", stock.as_bytes()));
    let stock = analyse(&inputs, &reference, &parameters, &request).unwrap();
    assert_eq!(stock.registrations, None);
    let told = Note::OffersNotAFlow { source: 3, nature: Nature::Stock };
    assert!(stock.notes.contains(&told), "{:?}", stock.notes);
}

/// The same bytes under another name count once, and it is said.
#[test]
fn a_file_given_twice_counts_once() {
    let reference = Reference::embedded().unwrap();
    let load = |name: &str, given: &str| {
        let bytes = bassin::sample::file(name).unwrap();
        Arc::new(read(given, bytes, &reference, Control::none()).unwrap().remove(0))
    };
    let names = [
        "BMO_2025_territoire_fictif.xlsx",
        "catalogue_formation_fictif.csv",
        "certif_info_fictif.csv",
    ];
    let once: Vec<_> = names.iter().map(|name| load(name, name)).collect();
    let mut twice = once.clone();
    twice.push(load("catalogue_formation_fictif.csv", "copie du catalogue.csv"));
    twice.push(load("BMO_2025_territoire_fictif.xlsx", "copie.xlsx"));
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let parameters = Parameters::embedded().unwrap();
    let of = |inputs: &[Arc<bassin::readers::ReadTable>]| {
        analyse(inputs, &reference, &parameters, &request).unwrap()
    };
    let (once, twice) = (of(&once), of(&twice));
    assert_eq!(once.occupations, twice.occupations);
    assert_eq!(once.programmes, twice.programmes);
    let used: Vec<bool> = twice.sources.iter().map(|source| source.usage.is_used()).collect();
    assert_eq!(used, [true, true, true, false, false]);
    for (kept, left) in [(1, 3), (0, 4)] {
        assert!(twice.notes.contains(&Note::SameContent { kept, left }), "{:?}", twice.notes);
    }
}
