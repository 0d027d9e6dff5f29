//! The targets of `fuzz/` that go past a container, on parts of real files spoilt at random: the
//! same each time, a few of each; more with `BASSIN_FUZZ`, as in `tests/all/mutated.rs`.

use super::{
    coerce, delimited, geojson, lheo, ods, parquet, records, rncp, sas, shared_strings, sheet_xml,
    small_parts, xls,
};
use crate::readers::xls::cfb::Compound;
use mutate::{Dice, mutate};
use std::io::{Cursor, Read as _};

#[path = "../../../fuzz/src/mutate.rs"]
mod mutate;

const BOOK: &[u8] = include_bytes!("../../../sample-data/BMO_2024_territoire_fictif.xlsx");
const RICH: &[u8] = include_bytes!("../../../tests/abuse/soulignes.xlsx");
const ODS: &[u8] = include_bytes!("../../../tests/abuse/ordinaire.ods");
const XLS: &[u8] = include_bytes!("../../../tests/abuse/ordinaire.xls");
const TEXT: &[u8] = include_bytes!("../../../sample-data/enquete_metiers_fictif.csv");
const UTF_16: &[u8] = include_bytes!("../../../tests/abuse/utf16_sans_marque.csv");
const PARQUET: &[u8] = include_bytes!("../../../fuzz/seeds/parquet/ordinaire.parquet");
const RECORDS: [&str; 2] = [
    include_str!("../../../fuzz/seeds/records/lignes.json"),
    include_str!("../../../fuzz/seeds/records/offres.json"),
];
const GEOJSON: &str = include_str!("../../../fuzz/seeds/geojson/bassins.json");
const RNCP: &str = include_str!("../../../fuzz/seeds/rncp/export.txt");
const LHEO: &str = "<lheo-index xmlns='http://www.lheo.org/2.2'><resumes-offres>\n\
    <resume-offre numero='1'>\n<domaine-formation><code-ROME>J1501</code-ROME></domaine-formation>\
    <intitule-formation>\n Soins &amp; aide </intitule-formation><session><periode>\
    <debut>20260900</debut><fin>20270630</fin></periode></session></resume-offre>\n\
    </resumes-offres></lheo-index>";
const SAS: &str = "value $FAP9R\n\"A1201\", \"A12012\" = \"A0Z40\"\n\"A1202\"=\"A0Z41\" ;\n";
const CELLS: &[&str] = &[
    "1 234,5",
    "86,2 %",
    "12 à 15",
    "env. 20",
    "NC",
    "03/2025",
    "45658",
    "2025-03-01",
    "8450.0",
    "2A004",
    "7,3283E+13",
    "*",
    "-",
    "?",
    "#N/A",
    "1.204,5",
    "(12)",
    "31/02/2024",
    "0",
    "oui",
];
/// Bytes of a part that is spoilt, at most.
const MAX_PART: u64 = 32 * 1024;

/// The beginning of each member of an archive whose name ends so.
fn members(bytes: &[u8], ends: &str) -> Vec<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let member = archive.by_index(index).unwrap();
        if member.name_raw().ends_with(ends.as_bytes()) {
            let mut part = Vec::new();
            member.take(MAX_PART).read_to_end(&mut part).unwrap();
            found.push(part);
        }
    }
    assert!(!found.is_empty(), "{ends}");
    found
}

fn run(body: fn(&[u8]), seeds: &[Vec<u8>]) {
    let rounds = std::env::var("BASSIN_FUZZ").ok().and_then(|text| text.parse().ok());
    for (place, bytes) in seeds.iter().enumerate() {
        for round in 0..rounds.unwrap_or(8) * 4 {
            let spoilt = mutate(bytes, &mut Dice(round << 16 | place as u64));
            if let Err(panic) = std::panic::catch_unwind(|| body(&spoilt)) {
                eprintln!("part {place}, round {round}: {:?}", String::from_utf8_lossy(&spoilt));
                std::panic::resume_unwind(panic);
            }
        }
    }
}

#[test]
fn spoilt_parts_of_workbooks_do_no_harm() {
    for book in [BOOK, RICH] {
        run(sheet_xml, &members(book, "sheet1.xml"));
        run(shared_strings, &members(book, "sharedStrings.xml"));
        let parts = [".rels", "workbook.xml"].map(|ends| members(book, ends)).concat();
        run(|bytes| small_parts(&String::from_utf8_lossy(bytes)), &parts);
    }
    run(|bytes| small_parts(&String::from_utf8_lossy(bytes)), &members(BOOK, "styles.xml"));
    run(ods, &members(ODS, "content.xml"));
}

#[test]
fn spoilt_old_workbooks_do_no_harm() {
    let stream = Compound::open(XLS).unwrap().stream("Workbook").unwrap();
    run(xls, &[stream]);
}

#[test]
fn spoilt_documents_do_no_harm() {
    let text = |text: &str| vec![text.as_bytes().to_vec()];
    let lists = RECORDS.map(|seed| seed.as_bytes().to_vec());
    run(|bytes| records(&String::from_utf8_lossy(bytes)), &lists);
    run(|bytes| geojson(&String::from_utf8_lossy(bytes)), &text(GEOJSON));
    run(|bytes| rncp(&String::from_utf8_lossy(bytes)), &text(RNCP));
    run(parquet, &[PARQUET.to_vec()]);
}

/// What is spoilt is what would be read: a seed that nothing takes would show nothing.
#[test]
fn seeds_are_of_their_kinds() {
    use crate::model::Kind;
    use crate::readers::{Control, read};
    use crate::reference::Reference;
    let reference = Reference::embedded().unwrap();
    let check = |name: &str, bytes: &[u8], kind: Kind, kept: u32| {
        let table = read(name, bytes, &reference, Control::none()).unwrap().remove(0);
        assert_eq!((table.kind, table.rows.kept), (kind, kept), "{name}: {:?}", table.issues);
    };
    check("ordinaire.parquet", PARQUET, Kind::Bmo, 2);
    check("lignes.json", RECORDS[0].as_bytes(), Kind::Bmo, 2);
    check("offres.json", RECORDS[1].as_bytes(), Kind::JobOffers, 1);
    check("bassins.json", GEOJSON.as_bytes(), Kind::Map, 1);
}

#[test]
fn spoilt_texts_do_no_harm() {
    let short = |bytes: &[u8]| bytes[..bytes.len().min(4_000)].to_vec();
    run(delimited, &[short(TEXT), short(UTF_16)]);
    run(|bytes| lheo(&String::from_utf8_lossy(bytes)), &[LHEO.as_bytes().to_vec()]);
    run(|bytes| sas(&String::from_utf8_lossy(bytes)), &[SAS.as_bytes().to_vec()]);
    let cells: Vec<Vec<u8>> = CELLS.iter().map(|text| text.as_bytes().to_vec()).collect();
    run(|bytes| coerce(&String::from_utf8_lossy(bytes)), &cells);
}
