//! A long text read in pieces side by side, and the same table from other containers: the same
//! rows, the same places, the same issues.

use bassin::model::Kind;
use bassin::readers::{Control, Knowing, ReadTable, read, read_known};
use bassin::reference::Reference;
use bassin::tables::Table;
use std::fmt::Write as _;

const HEADER: &str = "id_offre;source;intitule;code_rome;code_commune;date_creation;nb_postes;\
                      type_contrat;statut\n";

fn only(name: &str, text: &str) -> ReadTable {
    let reference = Reference::embedded().unwrap();
    let mut found = read(name, text.as_bytes(), &reference, Control::none()).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// The table with another that is read from end to end, being shorter than two pieces.
fn shown(table: &ReadTable) -> String {
    let rows = match &table.table {
        Table::JobOffers(offers) => {
            offers.rows().map(|row| format!("{row:?}")).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    };
    let issues: Vec<_> = table.issues.as_slice().iter().map(ToString::to_string).collect();
    format!("{:?} {:?} {issues:?}\n{rows}", table.rows, table.issues.beyond())
}

/// Rows of about 120 bytes: enough of them for two pieces on any machine with two cores.
fn rows(of: u32, end: &str, mut odd: impl FnMut(u32) -> Option<String>) -> String {
    let mut text = HEADER.replace('\n', end);
    let pad = "x".repeat(60);
    for number in 1..=of {
        match odd(number) {
            Some(row) => text.push_str(&row),
            None => {
                let _ = write!(
                    text,
                    "o{number};mesure;Aide-soignant {pad};J1501;15014;2026-03-01;{};CDI;ouverte",
                    number % 5
                );
            }
        }
        text.push_str(end);
    }
    text
}

/// What is read of each row, whatever the size: the rows of the text one by one.
fn in_order(text: &str, end: &str) -> (u32, u32) {
    let (mut kept, mut refused) = (0, 0);
    let mut seen = std::collections::BTreeSet::new();
    for row in text.split(end).skip(1).filter(|row| !row.is_empty()) {
        let key: Vec<&str> = row.splitn(3, ';').take(2).collect();
        let good = row.contains("J1501") && seen.insert(key.join(" "));
        if good { kept += 1 } else { refused += 1 }
    }
    (kept, refused)
}

#[test]
fn pieces_give_what_one_reading_gives() {
    const ROWS: u32 = 60_000;
    let faulty = |number: u32| {
        number
            .is_multiple_of(9_973)
            .then(|| format!("o{number};m;x;K1302;Aurillac;2026-03-01;1;CDI;ouverte"))
    };
    for end in ["\n", "\r\n", "\n\n"] {
        let text = rows(ROWS, end, faulty);
        assert!(text.len() > 5 * 1024 * 1024);
        let table = only("long.csv", &text);
        let (kept, refused) = in_order(&text, end);
        assert_eq!(
            (table.kind, table.rows.kept, table.rows.refused),
            (Kind::JobOffers, kept, refused)
        );
        let Table::JobOffers(offers) = &table.table else { panic!() };
        // Rows in order, each at its own line.
        let step = u32::try_from(end.matches('\n').count()).unwrap();
        let mut numbers = (1..=ROWS).filter(|number| number % 9_973 != 0);
        for row in offers.rows() {
            let number = numbers.next().unwrap();
            assert_eq!((row.id, row.row), (format!("o{number}").as_str(), 1 + number * step));
        }
        let places: Vec<_> = table.issues.as_slice().iter().filter_map(|i| i.place.row).collect();
        let wanted: Vec<u32> = (1..=ROWS / 9_973).map(|k| 1 + k * 9_973 * step).collect();
        assert_eq!(places, wanted);
    }
}

/// Cells beyond those that are read are not cut, and told all the same.
#[test]
fn a_row_longer_than_its_header_is_refused_in_every_piece() {
    let longer = |number: u32| {
        number
            .is_multiple_of(9_973)
            .then(|| format!("o{number};m;x;J1501;15014;2026-03-01;1;500;CDI;ouverte;;;"))
    };
    let text = rows(60_000, "\n", longer);
    let table = only("long.csv", &text);
    assert_eq!((table.rows.kept, table.rows.refused), (59_994, 6));
    let told: Vec<_> =
        table.issues.as_slice().iter().map(|one| (one.kind.id(), one.place.row)).collect();
    let wanted: Vec<_> = (1..=6).map(|count| ("cells-beyond", Some(1 + count * 9_973))).collect();
    assert_eq!(told, wanted);
}

#[test]
fn a_key_seen_in_an_earlier_piece_is_refused_in_the_later() {
    let text = rows(60_000, "\n", |number| {
        (number == 59_000).then(|| "o7;mesure;x;J1501;15014;2026-03-01;1;CDI;ouverte".to_owned())
    });
    let table = only("long.csv", &text);
    assert_eq!((table.rows.kept, table.rows.refused), (59_999, 1));
    let issue = &table.issues.as_slice()[0];
    assert_eq!((issue.kind.id(), issue.place.row), ("duplicate-key", Some(59_001)));
}

/// Line ends inside quotes may stand where a piece would begin.
#[test]
fn quoted_line_ends_never_cut_a_row() {
    let lines = "ligne\n".repeat(40);
    let text = rows(20_000, "\n", |number| {
        Some(format!("o{number};mesure;\"{lines}\";J1501;15014;2026-03-01;1;CDI;ouverte"))
    });
    assert!(text.len() > 5 * 1024 * 1024);
    let table = only("long.csv", &text);
    assert_eq!((table.rows.read, table.rows.kept), (20_000, 20_000));
    let Table::JobOffers(offers) = &table.table else { panic!() };
    assert!(offers.rows().all(|row| row.title.lines().count() == 40));
}

/// The fingerprint is computed beside the reading of a long file: the same as alone.
#[test]
fn a_long_file_keeps_its_fingerprint() {
    let text = rows(90_000, "\n", |_| None);
    assert!(text.len() > 8 * 1024 * 1024);
    let table = only("long.csv", &text);
    assert_eq!(table.fingerprint, bassin::readers::fingerprint(text.as_bytes()));
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: &[] };
    let known = read_known("a", text.as_bytes(), "known", knowing, Control::none()).unwrap();
    assert_eq!((known[0].fingerprint.as_str(), known[0].rows), ("known", table.rows));
    assert_eq!(shown(&known[0]), shown(&table));
}

/// What a Parquet file holds and no cell can be is told of its columns that are read.
#[test]
fn cells_of_parquet_that_are_none_are_told() {
    use polars::prelude::{Column, DataFrame, NamedFrom as _, Series};
    let list = Series::new("".into(), ["J1501"]);
    let columns: Vec<Column> = vec![
        Series::new("code_bassin".into(), ["8450", "8451", "8452"]).into(),
        Series::new("demandeurs_emploi".into(), [12.0, f64::NAN, f64::INFINITY]).into(),
        Series::new("secteur_libelle".into(), [list.clone(), list.clone(), list.clone()]).into(),
        Series::new("autre".into(), [f64::NAN; 3]).into(),
    ];
    let mut frame = DataFrame::new(3, columns).unwrap();
    let mut bytes = Vec::new();
    polars_io::prelude::ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    let reference = Reference::embedded().unwrap();
    let found = read("a.parquet", &bytes, &reference, Control::none()).unwrap();
    let told: Vec<_> = found[0]
        .issues
        .as_slice()
        .iter()
        .filter(|one| one.place.row.is_none())
        .map(|one| (one.kind.id(), one.place.column.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        told,
        [
            ("no-usable-row", ""),
            ("not-finite", "demandeurs_emploi"),
            ("cells-of-parts", "secteur_libelle")
        ]
    );
}

/// Numbers and days typed as such, as a data team writes them.
#[test]
fn a_parquet_file_is_read_as_the_text_it_stands_for() {
    use polars::prelude::{DataFrame, DataType, NamedFrom as _, Series};
    let days = Series::new("date_creation".into(), [20_148, 20_149]).cast(&DataType::Date).unwrap();
    let text = |name: &str, cells: [&str; 2]| Series::new(name.into(), cells).into();
    let columns = vec![
        text("id_offre", ["a", "b"]),
        text("source", ["m", "m"]),
        text("code_rome", ["J1501", "J1501"]),
        Series::new("code_commune".into(), [15_014.0, 1_001.0]).into(),
        days.into(),
        Series::new("nb_postes".into(), [Some(2_i64), None]).into(),
        text("type_contrat", ["CDI", "CDI"]),
        text("statut", ["ouverte", "ouverte"]),
    ];
    let mut frame = DataFrame::new(2, columns).unwrap();
    let mut bytes = Vec::new();
    polars_io::prelude::ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    let reference = Reference::embedded().unwrap();
    let found = read("offres.parquet", &bytes, &reference, Control::none()).unwrap();
    let Table::JobOffers(offers) = &found[0].table else { panic!("{:?}", found[0]) };
    let rows: Vec<_> =
        offers.rows().map(|row| (row.id, row.commune, row.created, row.posts)).collect();
    assert_eq!(rows[0], ("a", "15014", "2025-03-01", Some(2.0)));
    assert_eq!(rows[1], ("b", "01001", "2025-03-02", None));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("offres.parquet", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, &bytes).unwrap();
    let zipped = zip.finish().unwrap().into_inner();
    let found = read("offres.zip", &zipped, &reference, Control::none()).unwrap();
    assert_eq!((found[0].kind, found[0].rows.kept), (Kind::JobOffers, 2));
}
