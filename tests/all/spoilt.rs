//! Files that people and spreadsheets spoil: what cannot be read is refused at its place, a cell
//! alone where its row can do without it, and nothing becomes a figure that nobody wrote.

use crate::sheets::archive;
use bassin::model::{IssueKind, Kind, Reason, Severity};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::{Cell, Table};

fn tables(name: &str, bytes: &[u8]) -> Vec<ReadTable> {
    let tables = read(name, bytes, &Reference::embedded().unwrap(), Control::none()).unwrap();
    assert!(tables.iter().all(|table| table.rows.adds_up()), "{name}");
    tables
}

fn one(name: &str, text: &str) -> ReadTable {
    let [table] = tables(name, text.as_bytes()).try_into().unwrap();
    table
}

/// Row, column, severity and kind.
type At = (u32, String, Severity, &'static str);

/// Issues at a row; and those counted by column.
fn told(table: &ReadTable) -> (Vec<At>, Vec<&'static str>) {
    let issues = table.issues.as_slice();
    let at = issues.iter().filter_map(|issue| {
        let column = issue.place.column.clone().unwrap_or_default();
        Some((issue.place.row?, column, issue.severity, issue.kind.id()))
    });
    let counted = issues.iter().filter(|issue| issue.place.row.is_none());
    (at.collect(), counted.map(|issue| issue.kind.id()).collect())
}

const FORM: &str = "id_etablissement;code_commune;code_bassin;code_naf;date_reponse;statut_reponse;\
                    effectif_total;effectif_cdi;tranche_effectif;accueil_pmsmp";

#[test]
fn a_cell_that_a_row_can_do_without_is_refused_alone() {
    let row = "E1;15014;8450;10.51C;2025-03-01;répondant;30;env. 20;19-oct;peut-être";
    let table = one("e.csv", &format!("{FORM}\n{row}\n"));
    assert_eq!((table.rows.kept, table.rows.refused), (1, 0));
    let (at, counted) = told(&table);
    let warned = |column: &str, kind| (2, column.to_owned(), Severity::Warning, kind);
    assert_eq!(
        at,
        [warned("effectif_cdi", "not-a-number"), warned("accueil_pmsmp", "not-an-option")]
    );
    assert_eq!(counted, ["cells-refused", "cells-refused", "classes-dated"]);
    let Table::SurveyEstablishments(found) = &table.table else { panic!() };
    let row = found.rows().next().unwrap();
    assert_eq!((row.headcount, row.permanent, row.hosts), (Some(30.0), None, None));
    assert_eq!(row.size_class, "10-19");
    // What the row needs refuses it, and its other cells that cannot be read are listed with it.
    let row = "E1;Aurillac;AURILLAC;10.51C;2025-03-01;répondant;12 à 15;20;;bof";
    let table = one("e.csv", &format!("{FORM}\n{row}\n"));
    assert_eq!((table.rows.kept, table.rows.refused), (0, 1));
    let (at, _) = told(&table);
    let error = (2, "code_commune".to_owned(), Severity::Error, "not-a-code");
    let others = [
        warned("code_bassin", "not-a-code"),
        warned("effectif_total", "not-a-number"),
        warned("accueil_pmsmp", "not-an-option"),
    ];
    assert_eq!(at[0], error);
    assert_eq!(at[1..], others);
}

#[test]
fn words_compare_without_case_and_accents_and_codes_are_put_in_shape() {
    let rows = "E1;15014.0;8450.0;111Z;2025-03-01;REPONDANT;30;NC;20 à 49 salariés;n.d.\n\
                E2;1001;101;01.11z;n.d.;Non Joint;;;;\n";
    let table = one("e.csv", &format!("{FORM}\n{rows}"));
    assert_eq!((table.rows.kept, table.rows.refused), (2, 0), "{:?}", table.issues);
    let Table::SurveyEstablishments(found) = &table.table else { panic!() };
    let rows: Vec<_> =
        found.rows().map(|row| (row.commune, row.basin, row.naf, row.status)).collect();
    assert_eq!(
        rows,
        [("15014", "8450", "0111Z", "répondant"), ("01001", "0101", "0111Z", "non joint")]
    );
    let of = |column: &str| -> Vec<&'static str> {
        let issues = table.issues.as_slice().iter();
        let of = issues.filter(|issue| issue.place.column.as_deref() == Some(column));
        of.map(|issue| issue.kind.id()).collect()
    };
    assert_eq!(of("code_commune"), ["leading-zeros", "codes-shaped"]);
    assert_eq!(of("code_bassin"), ["leading-zeros", "codes-shaped"]);
    assert_eq!(of("code_naf"), ["leading-zeros", "codes-shaped"]);
    assert_eq!(of("tranche_effectif"), ["classes-worded"]);
    assert_eq!(
        (of("effectif_cdi"), of("accueil_pmsmp")),
        (vec!["missing-marks"], vec!["missing-marks"])
    );
}

#[test]
fn a_register_is_never_filled_with_noughts_or_first_letters() {
    let header = "strate;section_naf;tranche_effectif;nb_etablissements;source;date_source";
    let check = |row: &str, expect: Option<(&str, &str)>| {
        let table = one("r.csv", &format!("{header}\nC10;C;10-19;12;Insee;\n{row}\n"));
        assert_eq!(table.kind, Kind::EstablishmentRegister);
        let (at, _) = told(&table);
        let found = at.first().map(|(_, column, _, kind)| (column.as_str(), *kind));
        assert_eq!(found, expect, "{row}");
        assert_eq!(table.rows.refused, u32::from(expect.is_some()), "{row}");
    };
    check("G10;G;10-19;NC;Insee;", Some(("nb_etablissements", "required-unknown")));
    check("G10;G;10-19;;Insee;", Some(("nb_etablissements", "required")));
    check("a;Industrie;10-19;40;Insee;", Some(("section_naf", "not-a-section")));
    check("a;Commerce;10-19;40;Insee;", Some(("section_naf", "not-a-section")));
    check("C2;C;20-oct;40;Insee;", Some(("tranche_effectif", "not-a-size-class")));
    check("C10;c;19-oct;12;Insee;", Some(("strate", "duplicate-key")));
    check("G10;47;20-49 salariés;40;Insee;", None);
}

#[test]
fn a_siret_of_an_offer_is_read_or_refused_alone() {
    let header =
        "id_offre;source;intitule;code_rome;code_commune;date_creation;type_contrat;statut;siret";
    let read = |siret: &str| {
        let row = format!("1;FT;Chef;n.d.;15014;2025-03-01;CDI;OUVERTE;{siret}");
        one("o.csv", &format!("{header}\n{row}\n"))
    };
    let mark = |table: &ReadTable| match &table.table {
        Table::JobOffers(found) => found.rows().next().unwrap().siret.to_owned(),
        other => panic!("{other:?}"),
    };
    let whole = mark(&read("05520135000038"));
    assert!(whole.starts_with('#'));
    assert_eq!(mark(&read("5520135000038")), whole, "its lost zero is given back");
    for (text, kind) in
        [("1,23457E+13", "abridged"), ("552013500", "siren-alone"), ("abc", "not-a-code")]
    {
        let table = read(text);
        assert_eq!((table.rows.kept, mark(&table).as_str()), (1, ""), "{text}");
        let (at, _) = told(&table);
        assert_eq!(at, [(2, "siret".to_owned(), Severity::Warning, kind)]);
    }
}

#[test]
fn a_month_that_cannot_be_read_costs_its_cell() {
    let text = "Mois;janv-24;2024-02;01/03/2024\nAurillac;12;env. 20;13\nMauriac;x;y;z\n";
    let table = one("defm.csv", text);
    assert_eq!((table.kind, table.vintage), (Kind::JobSeekerSeries, Some(2024)));
    assert_eq!((table.rows.kept, table.rows.refused), (1, 1));
    let Table::Series(found) = &table.table else { panic!() };
    let rows: Vec<_> = found.rows().map(|row| (row.period, row.value)).collect();
    assert_eq!(
        rows,
        [
            ("2024-01", Cell::Value(12.0)),
            ("2024-02", Cell::Missing),
            ("2024-03", Cell::Value(13.0)),
        ]
    );
}

#[test]
fn lists_of_records_are_read_as_tables() {
    let offer = r#"{"id": "1", "intitule": "Chef", "romeCode": "G1602", "dateCreation": "2026-01-02",
        "typeContrat": "CDI", "nombrePostes": "2", "lieuTravail": {"codePostal": "15000"}}"#;
    let line = offer.replace('\n', " ");
    for text in [format!("[{offer}]"), format!("{line}\n{}", line.replace("\"1\"", "\"2\""))] {
        let table = one("offres.json", &text);
        assert_eq!(table.kind, Kind::JobOffers, "{:?}", table.issues);
        let Table::JobOffers(found) = &table.table else { panic!() };
        let row = found.rows().next().unwrap();
        assert_eq!((row.posts, row.commune, row.department), (Some(2.0), "", "15"));
        assert!(told(&table).1.contains(&"postal-only"));
    }
    let records = r#"[{"annee": 2024, "code métier": "S1X40", "BE24": "8450", "Dept": "15",
        "REG": "84", "met": "109", "xmet": 69, "smet": "*"}]"#;
    let table = one("bmo.json", records);
    assert_eq!((table.kind, table.vintage, table.rows.kept), (Kind::Bmo, Some(2024), 1));
    let cut = one("coupe.json", "{\"resultats\": [{\"id\": \"1\", \"rome");
    assert_eq!(cut.issues.as_slice()[0].kind.id(), "damaged");
    let page = one("page.xls", "<html><body><table><tr><td>annee</td></tr></table></body></html>");
    assert_eq!(page.issues.as_slice()[0].kind, IssueKind::WebPage);
}

const TRAINING: &str = "<?xml version=\"1.0\"?><lheo xmlns=\"http://www.lheo.org/2.3\"><offres>\
        <formation numero=\"7\"><domaine-formation><code-ROME>G1602</code-ROME></domaine-formation>\
        <intitule-formation>CAP cuisine</intitule-formation><organisme-formation-responsable>\
        <nom-organisme>GRETA</nom-organisme></organisme-formation-responsable><action>\
        <nombre-heures-total>800</nombre-heures-total><lieu-de-formation><adresse>\
        <code-INSEE-commune>15014</code-INSEE-commune></adresse></lieu-de-formation><session>\
        <periode><debut>20260901</debut><fin>20270630</fin></periode></session></action>\
        </formation></offres></lheo>";

/// Its offer has no commune then; all else of it is kept, and the cell is told at its place.
#[test]
fn an_unreadable_commune_costs_its_cell_and_not_the_offer() {
    let check = |written: &str, commune: &str, refused: usize| {
        let table = one("lheo.xml", &TRAINING.replace(">15014<", &format!(">{written}<")));
        assert_eq!((table.rows.kept, table.rows.refused), (1, 0), "{:?}", table.issues);
        let Table::Catalogue(found) = &table.table else { panic!() };
        let row = found.rows().next().unwrap();
        assert_eq!((row.id, row.commune, row.hours), ("7", commune, Some(800.0)), "{written}");
        let told = table.issues.as_slice().iter().filter(|issue| issue.kind.id() == "not-a-code");
        let places: Vec<_> =
            told.map(|issue| (issue.place.row, issue.place.column.as_deref())).collect();
        assert_eq!(places, vec![(Some(1), Some("code-INSEE-commune")); refused], "{written}");
    };
    check("15014", "15014", 0);
    check("Aurillac", "", 1);
    check("15 014 Aurillac", "", 1);
    check("", "", 0);
}

#[test]
fn a_whole_document_of_training_is_read_as_its_index_is() {
    let table = one("lheo.xml", TRAINING);
    assert_eq!((table.kind, table.rows.kept), (Kind::CarifOffers, 1), "{:?}", table.issues);
    let Table::Catalogue(found) = &table.table else { panic!() };
    let row = found.rows().next().unwrap();
    assert_eq!((row.id, row.commune, row.romes, row.hours), ("7", "15014", "G1602", Some(800.0)));
    assert_eq!((row.starts, row.ends), ("2026-09-01", "2027-06-30"));
}

const STANDARD: &str = "Numero_Fiche;Intitule;Nomenclature_Europe_Niveau;Actif\n\
                        RNCP1;CAP cuisine;NIV3;ACTIVE\nRNCP2;Titre;NIV99;ACTIVE\n";

#[test]
fn every_member_of_the_registers_is_accounted_for() {
    let name = |part: &str| format!("export_fiches_CSV_{part}_2024_02_22.csv");
    let member = |part: &str, text: &str| (name(part), text.to_owned());
    let members = [
        member("STANDARD", STANDARD),
        member(
            "Rome",
            "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle\nRNCP1;G1602;Cuisine\n\
             RNCP9;G1602;Cuisine\nRNCP1;X;?\n;;\n",
        ),
        member(
            "Certificateurs",
            "Numero_Fiche;Siret_Certificateur;Nom_Certificateur\nRNCP1;\t7,3E+13;Greta\n",
        ),
        member("Nsf", "Numero_Fiche;Nsf_Code;Nsf_Intitule\n"),
        member("Formacode", "Numero_Fiche;Formacode_Code;Formacode_Libelle\n"),
        member("Formacode_2", "Numero_Fiche;Formacode_Code;Formacode_Libelle\n"),
        member("CCN", "Numero_Fiche;Ccn_1_Numero\nRNCP1;\"1\n2\"\n\n"),
    ];
    let members: Vec<(&str, String)> =
        members.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    let [table] = tables("export.zip", &archive(&members)).try_into().unwrap();
    assert_eq!((table.kind, table.vintage), (Kind::NationalRegister, Some(2024)));
    let rows = table.rows;
    // Two fiches, three codes of ROME and a blank line, a certifier.
    assert_eq!((rows.read, rows.kept, rows.refused, rows.empty), (2 + 4 + 1, 2 + 1 + 1, 2, 1));
    let issues: Vec<_> = table
        .issues
        .as_slice()
        .iter()
        .filter(|issue| issue.place.row.is_some())
        .map(|issue| (issue.place.row, issue.place.sheet.as_deref().unwrap_or(""), issue.kind.id()))
        .collect();
    let (rome, certifier) = (name("Rome"), name("Certificateurs"));
    assert_eq!(
        issues,
        [
            (Some(3), "", "not-an-option"),
            (Some(3), rome.as_str(), "orphan"),
            (Some(4), rome.as_str(), "not-a-code"),
            (Some(2), certifier.as_str(), "abridged"),
        ]
    );
    let of_all = |id: &str| table.issues.as_slice().iter().any(|issue| issue.kind.id() == id);
    assert!(of_all("member-missing") && of_all("member-again"), "{:?}", table.issues);
    let aside = |reason: &Reason| matches!(reason, Reason::MembersAside(members) if *members == [(name("CCN"), Some(1))]);
    assert!(table.reasons.iter().any(aside));
}

#[test]
fn what_a_header_lacks_is_named() {
    let table =
        one("bmo.csv", "annee;code métier;BE26;Dept;REG;met;smet\n2026;V0X60;8450;15;84;12;8\n");
    let lacks = IssueKind::LacksColumn { kind: "bmo".to_owned(), column: "xmet".to_owned() };
    assert_eq!(table.issues.as_slice()[0].kind, lacks);
    assert_eq!(table.kind, Kind::Unknown);
}

/// A file of one year under the header of another: one of the two was not replaced.
#[test]
fn a_year_that_the_header_denies_is_told() {
    let check = |years: [&str; 2], told: bool| {
        let [first, second] = years;
        let text = format!(
            "annee;code métier;BE24;Dept;REG;met;xmet;smet\n\
             {first};V0X60;8450;15;84;12;8;5\n{second};S1X40;8450;15;84;12;8;5\n"
        );
        let tables = tables("bmo.csv", text.as_bytes());
        let denied = |kind: &IssueKind| matches!(kind, IssueKind::YearContradicted { .. });
        let found = tables[0].issues.as_slice().iter().any(|one| denied(&one.kind));
        assert_eq!(found, told, "{years:?}");
    };
    check(["2024", "2024"], false);
    check(["2023", "2024"], false);
    check(["2027", "2027"], true);
}
