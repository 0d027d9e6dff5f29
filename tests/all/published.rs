//! The real published files, against the figures counted on them independently.

use crate::published_folder;
use bassin::analysis::anchor::{Agreement, Checked, official};
use bassin::analysis::couples::couple;
use bassin::analysis::validation::Verdict;
use bassin::analysis::{Request, Results, analyse};
use bassin::indicators::agreement::Confusion;
use bassin::indicators::anchor::{Cause, Ladder, Rung};
use bassin::indicators::pressure::Status;
use bassin::matching::supply::Ring;
use bassin::model::{Count, Fap, FapLevel, FapVersion, Grade, Kind, Territory};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::tables::Table;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

fn load(path: &str) -> Option<Arc<ReadTable>> {
    let bytes = std::fs::read(published_folder()?.join(path)).unwrap();
    let name = Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
    let mut tables = read(&name, &bytes, &Reference::embedded().unwrap(), Control::none()).unwrap();
    // Sheets of another kind follow.
    tables.retain(|table| table.kind != Kind::Unknown);
    assert_eq!(tables.len(), 1, "{path}");
    let table = tables.remove(0);
    assert!(table.rows.adds_up(), "{path}: {:?}", table.rows);
    Some(Arc::new(table))
}

/// Read once for all tests: a debug build takes seconds for a national workbook.
pub fn bmo(year: u16) -> Option<Arc<ReadTable>> {
    static OLD: OnceLock<Option<Arc<ReadTable>>> = OnceLock::new();
    static NEW: OnceLock<Option<Arc<ReadTable>>> = OnceLock::new();
    match year {
        2023 => OLD.get_or_init(|| load("bmo/Base_open_data_23.xlsx")).clone(),
        _ => NEW.get_or_init(|| load("bmo/Base_open_data_BMO_2024.xlsx")).clone(),
    }
}

fn results(inputs: &[Arc<ReadTable>], territory: &str) -> Results {
    let request = Request {
        territory: territory.parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let reference = Reference::embedded().unwrap();
    analyse(inputs, &reference, &Parameters::embedded().unwrap(), &request).unwrap()
}

fn counts(count: &Count) -> (f64, u32, f64, f64) {
    (count.value, count.masked_cells, count.low, count.high)
}

#[test]
fn kinds_vintages_and_rows() {
    let check = |path: &str, kind: Kind, vintage: Option<u16>, kept: u32| {
        let Some(table) = load(path) else { return };
        assert_eq!((table.kind, table.vintage), (kind, vintage), "{path}");
        assert_eq!(table.rows.kept, kept, "{path}: {:?}", table.rows);
        assert_eq!(table.rows.refused, 0, "{path}: {:?}", table.issues.as_slice());
    };
    check("dares/tensions_2019_extrait.csv", Kind::DaresTension, Some(2019), 24_722);
    check("tension_bassin/cities-tension-utf8.csv", Kind::BasinTension, Some(2021), 27_135);
    check("formation/certif_info.csv", Kind::CertifInfo, None, 10_067);
    check("geo/France_Travail_Bassin_Emploi_2021.csv", Kind::CommuneBasins, Some(2021), 37_498);
    for part in ["sample", "continuity"] {
        let path = format!("formation/rncp_sample/export-fiches-csv-2024-02-22.{part}.zip");
        // Certifications, then their codes of ROME, NSF and Formacode, certifiers, routes, blocks.
        let rows = 9 + 15 + 10 + 5 + 6 + 34 + 6;
        check(&path, Kind::NationalRegister, Some(2024), rows);
    }
    check("nomenclatures/rome_naf_mapping_2021.csv", Kind::RomeNafHirings, Some(2021), 5_071);
    check("nomenclatures/arbo_rome_ogr_202107.csv", Kind::RomeTree, Some(2021), 11_774);
    let prices = "formation/Referentiel-des-NPEC-15.07.2024.xlsx";
    check(prices, Kind::ApprenticeshipPrices, Some(2024), 1);
    check("offres/bob_offers_per_departement.csv", Kind::JobOffers, Some(2016), 365);
    check("nomenclatures/intitule_fap2009.txt", Kind::Fap2009Labels, None, 339);
    check("nomenclatures/passage_fap2009_romev3.txt", Kind::RomeToFap2009, None, 2341);
    check("nomenclatures/naf-2008.xls", Kind::NafLabels, None, 732);
    check("offres/lbb_esd-offres-happypath.json", Kind::JobOffers, Some(2019), 8);
    check("formation/bob_carif_intercarif.xml", Kind::CarifOffers, None, 10);
    check("bmo/bob_bmo_sample_2014-2018_layout.csv", Kind::Bmo, None, 12);
    for name in [
        "cf2_09ea961",
        "cf_ca4fe9b",
        "cf_f67f877",
        "cf_rncp_8a610ea",
        "cf_rncp_d39112f",
        "cf_rncp_e3a266e",
        "cf_rncp_eb12f30",
    ] {
        let path = format!("formation/moncompteformation/test_{name}.csv");
        check(&path, Kind::CourseOffers, Some(2024), 100);
    }
    if let Some(table) = load("geo/communes-15-cantal.geojson") {
        assert_eq!(table.kind, Kind::Map);
    }
    let dictionary = "bmo/dictionnaires_2017-2022/Emplois_2020_Description_des_variables.csv";
    if let Some(table) = load(dictionary) {
        assert_eq!(table.kind, Kind::BmoDictionary);
    }
}

/// `method.md` §7.9: sums of published cells, masked cells, bounds, share.
#[test]
fn territories_of_two_nomenclatures() {
    type Row<'a> = (&'a str, (f64, u32, f64, f64), (f64, u32), (f64, u32), [f64; 3]);
    let check = |year: u16, (code, projects, difficult, seasonal, share): Row<'_>| {
        let Some(table) = bmo(year) else { return };
        let totals = results(&[table], code).totals.territory;
        assert_eq!(counts(&totals.projects), projects, "{code} {year}");
        assert_eq!((totals.difficult.value, totals.difficult.masked_cells), difficult, "{code}");
        assert_eq!((totals.seasonal.value, totals.seasonal.masked_cells), seasonal, "{code}");
        let found = totals.difficult_share;
        let found =
            [found.value.unwrap(), found.low, found.high].map(|s| format!("{:.2}", s * 100.0));
        assert_eq!(found, share.map(|s| format!("{s:.2}")), "{code} {year}");
    };
    let rows: [(u16, Row<'_>); 6] = [
        (
            2023,
            (
                "be:8450",
                (3301.0, 30, 3331.0, 3421.0),
                (1780.0, 43),
                (986.0, 75),
                [53.92, 52.03, 57.06],
            ),
        ),
        (
            2024,
            (
                "be:8450",
                (3314.0, 42, 3356.0, 3482.0),
                (1925.0, 62),
                (863.0, 104),
                [58.09, 55.28, 62.41],
            ),
        ),
        (
            2024,
            (
                "be:8451",
                (1291.0, 30, 1321.0, 1411.0),
                (778.0, 46),
                (447.0, 68),
                [60.26, 55.14, 68.18],
            ),
        ),
        (
            2024,
            (
                "dep:15",
                (5589.0, 90, 5679.0, 5949.0),
                (3243.0, 141),
                (1693.0, 213),
                [58.02, 54.51, 63.99],
            ),
        ),
        (
            2023,
            (
                "reg:84",
                (366_731.0, 1125, 367_856.0, 371_231.0),
                (228_555.0, 2164),
                (103_937.0, 4877),
                [62.32, 61.57, 63.9],
            ),
        ),
        (
            2024,
            (
                "fr",
                (2_751_069.0, 10_891, 2_761_960.0, 2_794_633.0),
                (1_568_524.0, 20_507),
                (818_189.0, 39_359),
                [57.02, 56.13, 59.06],
            ),
        ),
    ];
    for (year, row) in rows {
        check(year, row);
    }
}

/// `method.md` §7.10: how many occupations of the basin have each status and grade.
#[test]
fn flags_and_grades_of_the_pilot_basin() {
    let check = |year: u16, rows: u32, expected: [[usize; 3]; 3], flagged: &str| {
        let Some(table) = bmo(year) else { return };
        let results = results(&[table], "be:8450");
        assert_eq!(results.occupations.len(), rows as usize);
        let mut found = [[0; 3]; 3];
        for occupation in &results.occupations {
            let grade = match occupation.pressure.grade {
                Grade::A => 0,
                Grade::B => 1,
                Grade::C => 2,
            };
            let status = match occupation.pressure.status {
                Status::Flagged => 0,
                Status::ToCheck => 1,
                Status::NotFlagged => 2,
                Status::NoProject | Status::Unread => panic!("{}", occupation.code),
            };
            found[grade][status] += 1;
        }
        assert_eq!(found, expected, "{year}");
        let evident: Vec<&str> = results
            .occupations
            .iter()
            .filter(|occupation| occupation.pressure.evidence())
            .map(|occupation| occupation.code.code())
            .collect();
        assert_eq!(evident.join(" "), flagged, "{year}");
    };
    check(
        2023,
        107,
        [[4, 0, 16], [13, 6, 14], [15, 11, 28]],
        "B0Z21 B2Z40 B2Z44 B3Z20 D3Z20 G0A40 J3Z43 R1Z60 S0Z20 S1Z20 S1Z80 T0Z60 T2A60 V2Z93 V3Z70 V4Z83 V5Z81",
    );
    check(
        2024,
        130,
        [[11, 1, 9], [12, 2, 18], [27, 13, 37]],
        "B0X32 B1X31 B1X33 B2X31 B2X38 B6X74 G0A40 G0A43 G0B41 J3X43 L5X91 QCX02 R1X61 S1X20 S2X60 T2A60 V0X60 V1X80 V2X92 V3X70 V3X80 V4X84 W1X80",
    );
}

/// One cell of `method.md` §7.10: posterior of V0X60 in 2024.
#[test]
fn posterior_of_care_assistants() {
    let Some(table) = bmo(2024) else { return };
    let results = results(&[table], "be:8450");
    let code: Fap = "fap2021:V0X60".parse().unwrap();
    let occupation = results.occupations.iter().find(|o| o.code == code).unwrap();
    let posterior = occupation.pressure.posterior.unwrap();
    let expected = [0.6735, 0.5587, 0.7828, 0.8773];
    let found = [posterior.mean, posterior.low, posterior.high, posterior.probability];
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 5e-5, "{found} is not {expected}");
    }
    assert_eq!((occupation.rows.len(), occupation.pressure.grade), (1, Grade::A));
}

/// `method.md` §7.1: the rungs of Cantal, and the reading of its published cells.
#[test]
fn the_official_ladder_on_cantal() {
    let Some(table) = load("dares/tensions_2019_extrait.csv") else { return };
    let Table::Tension(tension) = &table.table else { panic!("not a tension table") };
    assert_eq!(table.fap_version, Some(FapVersion::Fap2009));
    let ladder = Ladder::new(FapVersion::Fap2009, &[(0, tension)]).unwrap();
    let department = "dep:15".parse().ok();
    let region = "reg:84".parse().ok();
    let mut rungs: BTreeMap<Rung, u32> = BTreeMap::new();
    for row in tension.rows().filter(|row| row.territory == "fr" && row.occupation.len() == 5) {
        let occupation = Fap::new(FapVersion::Fap2009, row.occupation).unwrap();
        assert_eq!(occupation.level(), FapLevel::Occupation);
        let anchor = ladder.anchor(department, region, occupation).unwrap();
        *rungs.entry(anchor.rung).or_default() += 1;
        // The same value as the producer imputes at the département's cell.
        let (published, _) = ladder.published_value(department.unwrap(), occupation).unwrap();
        assert!((anchor.tension.unwrap() - published).abs() < 1e-12, "{occupation}");
        // Constants of the occupation, whatever rung the class was read at.
        let national = ladder.cell(Territory::France, occupation).unwrap().causes;
        for cause in Cause::ALL.into_iter().filter(|cause| cause.is_national_constant()) {
            assert_eq!(anchor.causes.get(cause), national.get(cause), "{occupation} {cause:?}");
            assert_eq!(anchor.is_constant(cause), national.get(cause).is_some(), "{occupation}");
        }
    }
    let expected = BTreeMap::from([
        (Rung::DepartmentOccupation, 26),
        (Rung::DepartmentGroup, 40),
        (Rung::RegionOccupation, 111),
        (Rung::RegionGroup, 9),
    ]);
    assert_eq!(rungs, expected);
}

/// `method.md` §1.3 and §1.4, on every cell of the extract; the pilot's ladder by rung.
#[test]
fn every_class_and_every_imputed_value_of_the_extract() {
    let Some(table) = load("dares/tensions_2019_extrait.csv") else { return };
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let ask = |territory: &str| {
        let inputs = [Arc::clone(&table)];
        official(&inputs, &reference, &parameters, territory.parse().unwrap()).unwrap()
    };
    let cantal = ask("dep:15");
    let all = |n: u32| Checked { found: n, of: n };
    let expected = Agreement { classes: all(13_504), imputed: all(9_730) };
    assert_eq!(cantal.agreement, expected);
    let mut rungs: BTreeMap<(FapLevel, Rung), u32> = BTreeMap::new();
    for line in &cantal.lines {
        let anchor = line.anchor.unwrap();
        *rungs.entry((line.code.level(), anchor.rung)).or_default() += 1;
        let own = line.own.unwrap();
        assert!((anchor.tension.unwrap() - own.tension.unwrap()).abs() < 1e-9, "{}", line.code);
        let national = |cause: Cause| {
            let found = line.causes.iter().find(|at| at.cause == cause);
            found.is_some_and(|at| at.territory == Territory::France)
        };
        assert!(own.class.is_none() || !national(Cause::HiringIntensity), "{}", line.code);
    }
    let expected = BTreeMap::from([
        ((FapLevel::Group, Rung::DepartmentGroup), 23),
        ((FapLevel::Group, Rung::RegionGroup), 54),
        ((FapLevel::Occupation, Rung::DepartmentOccupation), 26),
        ((FapLevel::Occupation, Rung::DepartmentGroup), 40),
        ((FapLevel::Occupation, Rung::RegionOccupation), 111),
        ((FapLevel::Occupation, Rung::RegionGroup), 9),
    ]);
    assert_eq!(rungs, expected);
    // Île-de-France: no value at all for an occupation in a département, yet a rung above.
    let paris = ask("dep:75");
    let occupations = paris.lines.iter().filter(|line| line.code.level() == FapLevel::Occupation);
    for line in occupations {
        let own = line.own.unwrap();
        assert_eq!((own.tension, own.class), (None, None), "{}", line.code);
        assert_ne!(line.anchor.unwrap().rung, Rung::DepartmentOccupation);
    }
}

/// With both editions at hand: direct in 2023, converted and said so in 2024.
#[test]
fn anchors_beside_the_survey() {
    let Some(tension) = load("dares/tensions_2019_extrait.csv") else { return };
    let anchor = |year: u16, code: &str| {
        let results = results(&[bmo(year).unwrap(), tension.clone()], "be:8450");
        let code: Fap = code.parse().unwrap();
        let found = results.occupations.iter().find(|o| o.code == code).unwrap();
        (found.anchor.unwrap(), found.finding.diagnosis.id())
    };
    let (direct, diagnosis) = anchor(2023, "fap2009:V0Z60");
    assert_eq!((direct.rung, direct.class), (Rung::DepartmentOccupation, 5));
    assert_eq!((direct.converted, diagnosis), (None, "mixed"));
    let (direct, diagnosis) = anchor(2023, "fap2009:S1Z20");
    assert_eq!((direct.rung, diagnosis), (Rung::DepartmentOccupation, "job-quality"));
    let (converted, diagnosis) = anchor(2024, "fap2021:V0X60");
    assert_eq!((converted.occupation.to_string().as_str(), diagnosis), ("fap2009:V0Z60", "mixed"));
    assert_eq!(converted.converted, Some(1.0));
}

#[test]
fn training_is_linked_and_remote_is_never_local() {
    let Some(certifications) = load("formation/certif_info.csv") else { return };
    let offers = load("formation/moncompteformation/test_cf_rncp_d39112f.csv").unwrap();
    let results = results(&[bmo(2024).unwrap(), certifications, offers], "be:8450");
    let code: Fap = "fap2021:V0X60".parse().unwrap();
    let care = results.occupations.iter().find(|o| o.code == code).unwrap();
    let diploma = care.supply.certifications.iter().find(|c| c.diploma == "111669");
    assert_eq!(diploma.and_then(|found| found.level), Some(4));
    let local = |o: &bassin::matching::supply::Offer| {
        o.ring == bassin::matching::supply::Ring::Basin || o.department.is_none()
    };
    for occupation in &results.occupations {
        for offer in occupation.supply.offers.iter().filter(|offer| local(offer)) {
            assert_eq!(offer.ring, bassin::matching::supply::Ring::Remote, "{}", offer.title);
        }
    }
}

/// Ten offers of Paris, all over since 2020: listed for their occupations, never counted.
#[test]
fn sessions_that_are_over_are_no_supply() {
    let (Some(survey), Some(offers)) = (bmo(2024), load("formation/bob_carif_intercarif.xml"))
    else {
        return;
    };
    let Table::Catalogue(table) = &offers.table else { panic!("not a catalogue") };
    let guide = table.rows().next().unwrap();
    assert_eq!(guide.title, "Licence pro guide conférencier");
    assert_eq!((guide.commune, guide.romes, guide.register), ("75117", "G1102 G1201", "RNCP25730"));
    assert_eq!((guide.hours, guide.starts, guide.ends), (Some(482.0), "2017-10-03", "2019-09-28"));
    let counted = |as_of: &str| {
        let request = Request {
            territory: "dep:75".parse().unwrap(),
            year: None,
            as_of: as_of.parse().unwrap(),
        };
        let reference = Reference::embedded().unwrap();
        let inputs = [survey.clone(), offers.clone()];
        let results =
            analyse(&inputs, &reference, &Parameters::embedded().unwrap(), &request).unwrap();
        let supply = results.occupations.iter().map(|occupation| &occupation.supply);
        let listed: usize = supply.clone().map(|supply| supply.offers.len()).sum();
        let live = |ring| supply.clone().map(|supply| supply.count(ring)).sum::<usize>();
        // Inside the territory itself, whatever it is.
        (listed, live(Ring::Basin) + live(Ring::Department))
    };
    let (listed, live) = counted("2026-11-24");
    assert!(listed > 0 && live == 0, "{listed} {live}");
    let (before, live) = counted("2017-11-24");
    assert!(before == listed && live == listed, "{before} {live}");
}

/// The legal list of March 2024: 32 rows for Auvergne-Rhône-Alpes, 4 for the whole country.
#[test]
fn the_legal_list_is_an_information() {
    let Some(list) = load("dares/metiers_en_tension_mars_2024.csv") else { return };
    assert_eq!((list.kind, list.rows.kept, list.rows.refused), (Kind::RegulatoryList, 399, 0));
    assert_eq!(list.fap_version, Some(FapVersion::Fap2009));
    let (Some(old), Some(new)) = (bmo(2023), bmo(2024)) else { return };
    let listed = |survey: &Arc<ReadTable>| {
        let with = results(&[survey.clone(), list.clone()], "be:8450");
        let without = results(std::slice::from_ref(survey), "be:8450");
        let mut codes = Vec::new();
        for (a, b) in with.occupations.iter().zip(&without.occupations) {
            assert_eq!((&a.pressure, &a.finding), (&b.pressure, &b.finding), "it measures nothing");
            if let Some(found) = a.regulatory {
                assert_eq!(found.converted.is_some(), survey.vintage == Some(2024));
                codes.push(a.code.code().to_owned());
            }
        }
        codes
    };
    let (before, after) = (listed(&old), listed(&new));
    assert!(before.contains(&"A0Z40".to_owned()), "a row of the whole country: {before:?}");
    assert!(before.len() <= 36 && !after.is_empty(), "{before:?} {after:?}");
}

/// Across the break of 2024, the flag and « as last year »: counted on the two real surveys.
#[test]
fn past_flags_are_judged_on_codes_that_correspond() {
    let (Some(old), Some(new)) = (bmo(2023), bmo(2024)) else { return };
    let found = |territory: &str| {
        let found = results(&[old.clone(), new.clone()], territory).validations;
        assert_eq!(found.len(), 1);
        found.into_iter().next().unwrap()
    };
    let check = |territory: &str, counts: [u32; 5], flag: [u32; 4], persistence: [u32; 4]| {
        let found = found(territory);
        let all =
            [found.occupations, found.without_code, found.without_row, found.undecided, found.n];
        assert!(found.across);
        assert_eq!(all, counts, "{territory}");
        assert_eq!(all[0], all[1..].iter().sum::<u32>(), "each occupation once");
        let scores = found.scores.unwrap();
        let cells = |t: Confusion| [t.said_and_came, t.said_only, t.came_only, t.neither];
        assert_eq!(cells(scores.flag), flag, "{territory}");
        assert_eq!(cells(scores.persistence), persistence, "{territory}");
        assert_eq!(scores.verdict, Verdict::NotTold);
    };
    check("be:8450", [107, 67, 5, 10, 25], [7, 1, 7, 10], [10, 3, 4, 8]);
    check("reg:84", [194, 129, 0, 21, 44], [25, 4, 4, 11], [26, 5, 3, 10]);
    assert_eq!(found("be:8451").scores, None, "too few in Saint-Flour");
}

/// Counted apart on the real survey: basins with a row for both, and for one alone.
#[test]
fn basins_that_recruit_two_occupations() {
    let Some(survey) = bmo(2024) else { return };
    let Some(hirings) = load("nomenclatures/rome_naf_mapping_2021.csv") else { return };
    let (reference, parameters) = (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
    let near = "be:8450".parse().ok();
    let codes = ["V0X60", "J3X43"];
    let found = couple(&[survey, hirings], &reference, &parameters, codes, (near, None)).unwrap();
    assert_eq!((found.basins.len(), found.alone), (382, [22, 2]));
    let first: Vec<String> =
        found.basins.iter().take(3).map(|basin| basin.territory.to_string()).collect();
    assert_eq!(first, ["be:8450", "be:8451", "be:8456"], "the three of Cantal, then the others");
    let mauriac = &found.basins[2];
    assert_eq!(counts(&mauriac.tallies[1].projects), (0.0, 1, 1.0, 4.0), "masked, not none");
    for sector in found.sectors.unwrap() {
        assert!(sector.shares.iter().all(|share| (0.0..=1.0).contains(share)));
    }
}
