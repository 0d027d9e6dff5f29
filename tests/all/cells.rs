//! Cells as people really type them, and the encodings and containers they come in: one line of a
//! table for each.

use crate::sheets::archive;
use bassin::model::{IssueKind, Kind};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::{Cell, Table};
use std::io::Write as _;

fn tables(name: &str, bytes: &[u8]) -> Vec<ReadTable> {
    let tables = read(name, bytes, &Reference::embedded().unwrap(), Control::none()).unwrap();
    assert!(tables.iter().all(|table| table.rows.adds_up()), "{name}");
    tables
}

fn one(name: &str, text: &str) -> ReadTable {
    let [table] = tables(name, text.as_bytes()).try_into().unwrap();
    table
}

/// What a cell is read as, or why it is refused at its place, with its row where this cannot do
/// without it; and what is told of it.
fn outcome<T>(
    table: &ReadTable,
    column: &str,
    value: impl FnOnce(&Table) -> T,
) -> (Result<T, &'static str>, Vec<&'static str>) {
    let told: Vec<_> = table.issues.as_slice().iter().collect();
    let refused = told.iter().find(|issue| issue.place.row.is_some());
    if let Some(issue) = refused {
        assert_eq!(issue.place.column.as_deref(), Some(column), "{issue}");
        let error = issue.severity == bassin::model::Severity::Error;
        let rows = if error { (0, 1) } else { (1, 0) };
        assert_eq!((table.rows.kept, table.rows.refused), rows, "{issue}");
        return (Err(issue.kind.id()), Vec::new());
    }
    assert_eq!((table.rows.kept, table.rows.refused), (1, 0), "{told:?}");
    let of_column = told.iter().filter(|issue| issue.place.column.as_deref() == Some(column));
    let of_column = of_column.map(|issue| issue.kind.id()).collect();
    (Ok(value(&table.table)), of_column)
}

fn survey(department: &str, basin: &str, region: &str, label: &str, met: &str) -> ReadTable {
    one(
        "bmo.csv",
        &format!(
            "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;NomDept;\
             BE24;NOMBE24;met;xmet;smet\n2024;V0X60;{label};S;Social;{region};ARA;{department};\
             Cantal;{basin};AURILLAC;{met};;\n"
        ),
    )
}

#[test]
fn counts_as_people_type_them() {
    for (text, expect, told) in [
        ("73", Ok(Cell::Value(73.0)), None),
        ("1 234,5", Ok(Cell::Value(1_234.5)), None),
        ("1\u{a0}234,5", Ok(Cell::Value(1_234.5)), None),
        ("1\u{202f}234,5", Ok(Cell::Value(1_234.5)), None),
        ("73.0", Ok(Cell::Value(73.0)), None),
        ("0", Ok(Cell::Value(0.0)), None),
        ("*", Ok(Cell::Masked), None),
        (" * ", Ok(Cell::Masked), None),
        ("", Ok(Cell::Missing), None),
        ("NC", Ok(Cell::Missing), Some("missing-marks")),
        ("n.d.", Ok(Cell::Missing), Some("missing-marks")),
        ("-", Ok(Cell::Missing), Some("missing-marks")),
        ("?", Ok(Cell::Missing), Some("missing-marks")),
        ("12 à 15", Err("not-a-number"), None),
        ("env. 20", Err("not-a-number"), None),
        ("86,2 %", Err("not-a-number"), None),
        ("#N/A", Err("cell-error"), None),
        ("-3", Err("negative"), None),
    ] {
        let table = survey("15", "8450", "84", "Aides-soignants", text);
        let (found, issues) = outcome(&table, "met", |table| match table {
            Table::Bmo(table) => table.rows().next().unwrap().projects,
            other => panic!("{other:?}"),
        });
        assert_eq!(found, expect, "{text}");
        assert_eq!(issues, told.into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn codes_that_lost_their_zeros_or_became_numbers() {
    let (zeros, shaped) = (Some("leading-zeros"), Some("codes-shaped"));
    for (department, expect, told) in [
        ("15", Ok("15"), None),
        ("2", Ok("02"), zeros),
        ("2.0", Ok("02"), zeros),
        ("15.0", Ok("15"), shaped),
        ("015", Ok("15"), shaped),
        ("2a", Ok("2A"), shaped),
        ("2A", Ok("2A"), None),
        ("971", Ok("971"), None),
        ("Cantal", Err("not-a-code"), None),
    ] {
        let table = survey(department, "8450", "84", "Aides-soignants", "73");
        let (found, issues) = outcome(&table, "Dept", |table| match table {
            Table::Bmo(table) => table.rows().next().unwrap().department.to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect.as_ref().copied(), "{department}");
        assert_eq!(issues, told.into_iter().collect::<Vec<_>>(), "{department}");
    }
    for (basin, expect, told) in [
        ("8450", Ok("8450"), None),
        ("8450.0", Ok("8450"), shaped),
        ("203", Ok("0203"), zeros),
        ("84500", Err("not-a-code"), None),
        ("AURILLAC", Err("not-a-code"), None),
    ] {
        let table = survey("15", basin, "84", "Aides-soignants", "73");
        let (found, issues) = outcome(&table, "BE24", |table| match table {
            Table::Bmo(table) => table.rows().next().unwrap().basin.to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect.as_ref().copied(), "{basin}");
        assert_eq!(issues, told.into_iter().collect::<Vec<_>>(), "{basin}");
    }
    let table = survey("15", "8450", "1", "Aides-soignants\u{a0}", "73");
    let Table::Bmo(rows) = &table.table else { panic!() };
    let row = rows.rows().next().unwrap();
    assert_eq!((row.region, row.label), ("01", "Aides-soignants"));
    let told: Vec<_> = table.issues.as_slice().iter().map(|issue| issue.kind.id()).collect();
    assert_eq!(told, ["trimmed", "leading-zeros"]);
}

#[test]
fn establishments_as_spreadsheets_spoil_them() {
    let header = "siret;codeCommuneEtablissement;activitePrincipaleEtablissement;\
                  trancheEffectifsEtablissement;etatAdministratifEtablissement;\
                  dateCreationEtablissement";
    let read = |siret: &str, commune: &str, created: &str| {
        one("stock.csv", &format!("{header}\n{siret};{commune};10.51C;12;A;{created}\n"))
    };
    let siret = "73282932000074";
    for (text, expect) in [
        (siret, Ok(siret)),
        ("73282932000074.0", Ok(siret)),
        ("732 829 320 00074", Ok(siret)),
        ("7328293200007", Ok("07328293200007")),
        ("732829320", Err("siren-alone")),
        ("7,3282932E+13", Err("abridged")),
        ("7.33E+13", Err("abridged")),
    ] {
        let (found, _) = outcome(&read(text, "15014", ""), "siret", |table| match table {
            Table::Stock(table) => table.rows().next().unwrap().siret.to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect.as_ref().copied(), "{text}");
    }
    for (text, expect, told) in [
        ("1001", Ok("01001"), Some("leading-zeros")),
        ("15014.0", Ok("15014"), Some("codes-shaped")),
        ("2A004", Ok("2A004"), None),
        ("Aurillac", Err("not-a-code"), None),
    ] {
        let table = read(siret, text, "");
        let (found, issues) = outcome(&table, "codeCommuneEtablissement", |table| match table {
            Table::Stock(table) => table.rows().next().unwrap().commune.to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect.as_ref().copied(), "{text}");
        assert_eq!(issues, told.into_iter().collect::<Vec<_>>(), "{text}");
    }
    for (text, expect, told) in [
        ("03/2025", Ok("2025-03"), Some("months-only")),
        ("45658", Ok("2025-01-01"), Some("serial-dates")),
        ("2025-03-01", Ok("2025-03-01"), None),
        ("01/03/2025", Ok("2025-03-01"), None),
        ("20250300", Ok("2025-03"), Some("months-only")),
        ("00/03/2025", Ok("2025-03"), Some("months-only")),
        ("2025-03-00", Ok("2025-03"), Some("months-only")),
        ("n.d.", Ok(""), Some("missing-marks")),
        ("", Ok(""), None),
        ("mars", Err("not-a-date"), None),
        ("31/02/2025", Err("not-a-date"), None),
        ("12", Err("not-a-date"), None),
    ] {
        let table = read(siret, "15014", text);
        let (found, issues) = outcome(&table, "dateCreationEtablissement", |table| match table {
            Table::Stock(table) => table.rows().next().unwrap().created.to_owned(),
            other => panic!("{other:?}"),
        });
        assert_eq!(found.as_deref(), expect.as_ref().copied(), "{text}");
        assert_eq!(issues, told.into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn units_that_are_taken_off_are_counted() {
    for (text, expect, told) in [
        ("3 500", Some(3_500.0), None),
        ("3 500 €", Some(3_500.0), Some("units-taken")),
        ("3500 euros", Some(3_500.0), Some("units-taken")),
        ("n.d.", None, Some("missing-marks")),
    ] {
        let header = "id_formation;intitule;organisme;voie;cout_total_eur";
        let table = one("a.csv", &format!("{header}\nF1;CAP;Lycée;scolaire;{text}\n"));
        let (found, issues) = outcome(&table, "cout_total_eur", |table| match table {
            Table::Catalogue(table) => table.rows().next().unwrap().cost_total,
            other => panic!("{other:?}"),
        });
        assert_eq!((found, issues), (Ok(expect), told.into_iter().collect()), "{text}");
    }
}

#[test]
fn rates_as_people_type_them() {
    let read = |rate: &str| {
        let header = "id_formation;intitule;organisme;voie;taux_emploi_6m";
        one("formations.csv", &format!("{header}\nF1;CAP;Lycée;scolaire;{rate}\n"))
    };
    for (text, expect) in [
        ("86,2 %", Ok(Some(0.862))),
        ("86,2\u{a0}%", Ok(Some(0.862))),
        ("86,2\u{202f}%", Ok(Some(0.862))),
        ("0,862", Ok(Some(0.862))),
        ("NC", Ok(None)),
        ("862", Err("not-a-share")),
        ("env. 80 %", Err("not-a-number")),
        ("#DIV/0!", Err("cell-error")),
    ] {
        let (found, _) = outcome(&read(text), "taux_emploi_6m", |table| match table {
            Table::Catalogue(table) => table.rows().next().unwrap().employment_rate,
            other => panic!("{other:?}"),
        });
        let near = |a: Option<f64>| a.map(|share| (share * 1e6).round());
        assert_eq!(found.map(near), expect.map(near), "{text}");
    }
}

/// A table with an accent, an oe, a quoted separator and a quoted line break.
fn sectors(separator: char) -> String {
    let text = "code_bassin;demandeurs_emploi;secteur_libelle\n8450;1 417;Main-d’œuvre\n\
                8451;446;\"Santé ; social\n(été)\"\n";
    text.replace(';', &separator.to_string()).replace(&format!(" {separator} "), " ; ")
}

#[test]
fn encodings_and_separators() {
    let encoded = |encoding: &'static encoding_rs::Encoding, text: &str| {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost);
        bytes.into_owned()
    };
    for separator in [';', ',', '\t', '|'] {
        let text = sectors(separator).replace('\n', "\r\n");
        let nine = text.replace('’', "'");
        let wide = |mark: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("{mark}{text}").encode_utf16().flat_map(order).collect()
        };
        for (name, bytes, label) in [
            ("utf-8", text.clone().into_bytes(), "Main-d’œuvre"),
            ("bom", format!("\u{feff}{text}").into_bytes(), "Main-d’œuvre"),
            ("cp1252", encoded(encoding_rs::WINDOWS_1252, &text), "Main-d’œuvre"),
            ("latin-9", encoded(encoding_rs::ISO_8859_15, &nine), "Main-d'œuvre"),
            ("utf-16le", wide("\u{feff}", u16::to_le_bytes), "Main-d’œuvre"),
            ("utf-16be", wide("\u{feff}", u16::to_be_bytes), "Main-d’œuvre"),
            ("utf-16le bare", wide("", u16::to_le_bytes), "Main-d’œuvre"),
            ("utf-16be bare", wide("", u16::to_be_bytes), "Main-d’œuvre"),
        ] {
            let found = tables(name, &bytes);
            let Table::Nomenclature(list) = &found[0].table else {
                panic!("{name} {separator:?}: {:?}", found[0].issues)
            };
            let labels: Vec<_> = list.rows().map(|row| row.label.replace('\r', "")).collect();
            assert_eq!(labels, [label, "Santé ; social\n(été)"], "{name} {separator:?}");
        }
    }
}

#[test]
fn containers_within_an_archive() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse");
    let bytes = |name: &str| std::fs::read(folder.join(name)).unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(sectors(';').lines().take(2)) {
        for (column, cell) in (0..).zip(line.split(';')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let members = [
        ("a.csv", sectors(',').into_bytes()),
        ("b.tsv", sectors('\t').into_bytes()),
        ("c.txt", sectors('|').into_bytes()),
        ("d.xlsx", book.save_to_buffer().unwrap()),
        ("e.xlsb", bytes("ordinaire.xlsb")),
        ("f.xls", bytes("ordinaire.xls")),
        ("g.ods", bytes("ordinaire.ods")),
        (
            "h.json",
            r#"{"resultats":[{"id":"1","intitule":"Aide","romeCode":"J1501","dateCreation":"2026-01-02","typeContrat":"CDI","lieuTravail":{"commune":"15014"}}]}"#.into(),
        ),
        ("~$d.xlsx", b"x".to_vec()),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in &members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let found = tables("envoi.zip", &zip.finish().unwrap().into_inner());
    let kinds: Vec<Kind> = found.iter().map(|table| table.kind).collect();
    let sectors = Kind::BasinSectors;
    let wanted =
        [sectors, sectors, sectors, sectors, Kind::Bmo, Kind::Bmo, Kind::Bmo, Kind::JobOffers];
    assert_eq!(kinds, wanted);
    assert!(found.iter().all(|table| table.rows.kept > 0));
    let locked = found[0].issues.as_slice().iter().any(|issue| issue.kind == IssueKind::LockFile);
    assert!(locked, "the lock file is left aside with a word");
    // A workbook with macros is one by its content.
    let macros = archive(&[("[Content_Types].xml", "<Types/>".to_owned())]);
    assert_eq!(tables("a.xlsm", &macros)[0].issues.as_slice()[0].kind.id(), "not-a-workbook");
    assert_eq!(tables("a.xlsm", &members[3].1)[0].kind, Kind::BasinSectors);
}

/// A mark of a missing value in a cell that must be there: the row is refused at its place, never
/// kept with an empty or a zero.
#[test]
fn what_must_be_there_is_refused_where_it_is_not_known() {
    const OFFERS: &str = "id_offre;source;intitule;code_rome;code_commune;date_creation;\
                          type_contrat;statut;code_postal";
    const PROVEN: &str = "id_experience;intitule;entres;termines";
    const ASKED: &str =
        "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total";
    for (header, row, column) in [
        (ASKED, "E1;#;1051C;10/11/2025;répondant;12", "code_commune"),
        (OFFERS, "1;FT;Chef;G1602;#;2025-03-01;CDI;ouverte;", "code_commune"),
        (OFFERS, "1;FT;Chef;G1602;15014;#;CDI;ouverte;", "date_creation"),
        ("commune_depart;commune_arrivee;minutes", "15014;15187;#", "minutes"),
        ("commune_depart;commune_arrivee;minutes", "#;15187;12", "commune_depart"),
        (PROVEN, "P1;Soudage;#;10", "entres"),
        (PROVEN, "P1;Soudage;12;#", "termines"),
        ("codgeo;codbe;libbe", "#;8450;Aurillac", "codgeo"),
        ("codgeo;codze2020;libze2020", "#;8405;Bourg", "codgeo"),
        ("codgeo;epci;libepci", "#;200000172;CC", "codgeo"),
    ] {
        for mark in ["NC", "n.d.", "?", "-"] {
            let table = one("a.csv", &format!("{header}\n{}\n", row.replace('#', mark)));
            let (found, _) = outcome(&table, column, |_| ());
            assert_eq!(found, Err("required-unknown"), "{header} {row} {mark}");
        }
    }
    // A postal code tells where an offer is.
    let table =
        one("a.csv", &format!("{OFFERS}\n1;FT;Chef;G1602;NC;2025-03-01;CDI;ouverte;15000\n"));
    let (found, told) = outcome(&table, "code_commune", |table| match table {
        Table::JobOffers(table) => {
            let offer = table.rows().next().unwrap();
            (offer.commune.to_owned(), offer.department.to_owned())
        }
        other => panic!("{other:?}"),
    });
    assert_eq!((found, told), (Ok((String::new(), "15".to_owned())), vec!["missing-marks"]));
}

/// A place without a figure is no row, and each of its cells that cannot be read is told.
#[test]
fn a_place_of_which_no_figure_is_known_is_refused() {
    let told = |row: &str| {
        let table = one("a.csv", &format!("Demandeurs;;\nMois;mars 2020;avril 2020\n{row}\n"));
        assert_eq!(table.kind, Kind::JobSeekerSeries);
        let issues = table.issues.as_slice().iter().filter(|issue| issue.place.row.is_some());
        let issues: Vec<(String, &str)> = issues
            .map(|issue| (issue.place.column.clone().unwrap_or_default(), issue.kind.id()))
            .collect();
        (table.rows.kept, issues)
    };
    let at = |month: &str, id: &'static str| (month.to_owned(), id);
    let (march, april) = ("mars 2020", "avril 2020");
    let (no, needed) = ("not-a-number", "required-unknown");
    assert_eq!(told("Cantal;12;15"), (1, vec![]));
    assert_eq!(told("Cantal;12;env. 15"), (1, vec![at(april, no)]));
    assert_eq!(told("Cantal;*;-"), (1, vec![]));
    assert_eq!(told("Cantal;env. 12;env. 15"), (0, vec![at(march, no), at(april, no)]));
    assert_eq!(told("Cantal;;env. 15"), (0, vec![at(april, no)]));
    assert_eq!(told("Cantal;-;?"), (0, vec![at(march, needed)]));
    assert_eq!(told("Cantal;;?"), (0, vec![at(april, needed)]));
}

/// Marks of the statistical unit are no faults of a row that is refused for something else.
#[test]
fn only_a_table_of_the_users_own_is_searched_for_further_faults() {
    let header = "siret;codeCommuneEtablissement;activitePrincipaleEtablissement;\
                  trancheEffectifsEtablissement;etatAdministratifEtablissement;\
                  caractereEmployeurEtablissement;dateCreationEtablissement";
    let table = one("stock.csv", &format!("{header}\n12;[ND];[ND];NN;A;N;2020-01-01\n"));
    assert_eq!(table.kind, Kind::EstablishmentStock);
    let told: Vec<_> = table.issues.as_slice().iter().filter(|i| i.place.row.is_some()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

/// A header that lacks one column is told, and is not taken for words to be read.
#[test]
fn a_text_that_is_nearly_a_table_is_no_read_me() {
    let near = one("bmo.txt", "annee;Code métier BMO;BE24;Dept;REG;met;smet\n");
    let told: Vec<_> = near.issues.as_slice().iter().map(|issue| issue.kind.id()).collect();
    assert_eq!((near.kind, told[0]), (Kind::Unknown, "lacks-column"));
    assert_eq!(one("lisezmoi.txt", "Bonjour.\n").kind, Kind::ReadMe);
}
