//! Every vintage of a layout of which no file is at hand: its documented columns with made-up
//! figures, read in their own order, shuffled, in another dress and with a column more.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use bassin::model::{FapVersion, Kind, Reason};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::{Cell, Table};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

/// A vintage: what it is, its year and edition, its header and one row, `;` between cells.
struct Vintage {
    kind: Kind,
    year: Option<u16>,
    edition: Option<FapVersion>,
    header: &'static str,
    row: &'static str,
}

const OLD: Option<FapVersion> = Some(FapVersion::Fap2009);
const NEW: Option<FapVersion> = Some(FapVersion::Fap2021);

const fn bmo(
    year: Option<u16>,
    edition: Option<FapVersion>,
    header: &'static str,
    row: &'static str,
) -> Vintage {
    Vintage { kind: Kind::Bmo, year, edition, header, row }
}

const VINTAGES: &[Vintage] = &[
    // The Emploi Store: no year; in 2014 the columns named after ROME hold FAP codes.
    bmo(
        None,
        OLD,
        "CATCHMENT_AREA_CODE;CATCHMENT_AREA_NAME;PROFESSION_FAMILY_CODE;PROFESSION_FAMILY_NAME;\
         ROME_PROFESSION_CARD_CODE;ROME_PROFESSION_CARD_NAME;DEPARTEMENT_CODE;DEPARTEMENT_NAME;\
         NB_RECRUT_PROJECTS;NB_DIFF_RECRUT_PROJECTS;NB_SEASON_RECRUT_PROJECTS;REGION_CODE;\
         REGION_LIB",
        "8450;AURILLAC;S;Social;V0Z60;Aides-soignants;15;CANTAL;1 245,5;39,74061108;*;84;ARA",
    ),
    bmo(
        None,
        OLD,
        "CATCHMENT_AREA_CODE;CATCHMENT_AREA_NAME;PROFESSION_FAMILY_CODE;PROFESSION_FAMILY_NAME;\
         FAP_CODE;FAP_NAME;DEPARTEMENT_CODE;DEPARTEMENT_NAME;NB_RECRUT_PROJECTS;\
         NB_DIFF_RECRUT_PROJECTS;NB_SEASON_RECRUT_PROJECTS;REGION_CODE;REGION_LIB",
        "8450;AURILLAC;S;Social;V0Z60;Aides-soignants;15;CANTAL;1245.5;39.74061108;*;84;ARA",
    ),
    bmo(
        Some(2015),
        OLD,
        "annee;BE15;NOMBE15;Famille_met;Lbl_fam_met;code metier;nommetier;Dept;NomDept;met;xmet;\
         smet;REG;NOM_REG",
        "2015;8450;AURILLAC;S;Social;V0Z60;Aides-soignants;15;Cantal;1245,5;39,74061108;*;84;ARA",
    ),
    bmo(
        Some(2017),
        OLD,
        "annee;BE17;NOMBE17;Famille_met;Lbl_fam_met;code metier;nommetier;Dept;NomDept;NORMAL;met;\
         xmet;smet;REG;NOM_REG",
        "2017;8450;AURILLAC;S;Social;V0Z60;Aides-soignants;15;Cantal;1;1245,5;39,74061108;*;84;ARA",
    ),
    bmo(
        Some(2020),
        OLD,
        "annee;BE20;NOMBE20;Famille_met;Lbl_fam_met;metier;nommetier;Dept;NomDept;met;xmet;smet;\
         REG;NOM_REG20",
        "2020;8450;AURILLAC;S;Social;V0Z60;Aides-soignants;15;Cantal;1245,5;39,74061108;*;84;ARA",
    ),
    bmo(
        Some(2021),
        OLD,
        "annee;code métier BMO ;nom_metier BMO;Famille_metier;Libellé de famille de métier;REG;\
         NOM_REG;Dept;NomDept;BE21;NOMBE21;met;xmet;smet",
        "2021;V0Z60;Aides-soignants;S;Social;84;ARA;15;Cantal;8450;AURILLAC;1245,5;39,74061108;*",
    ),
    bmo(
        Some(2022),
        OLD,
        "annee;code métier BMO ;Nom métier BMO;Famille_metier;Lbl_fam_met;REG;NOM_REG;Dept;\
         NomDept;BE22;NOMBE22;met;xmet;smet",
        "2022;V0Z60;Aides-soignants;S;Social;84;ARA;15;Cantal;8450;AURILLAC;1245,5;39,74061108;*",
    ),
    bmo(
        Some(2025),
        NEW,
        "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;NomDept;\
         BE25;NOMBE25;met;xmet;smet",
        "2025;V0X60;Aides-soignants;S;Social;84;ARA;15;Cantal;8450;AURILLAC;1245,5;39,74061108;*",
    ),
    bmo(
        Some(2026),
        NEW,
        "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;NomDept;\
         BE26;NOMBE26;clpe;met;xmet;smet",
        "2026;V0X60;Aides-soignants;S;Social;84;ARA;15;Cantal;8450;AURILLAC;15001;1245,5;\
         39,74061108;*",
    ),
    Vintage {
        kind: Kind::CommuneBasins,
        year: Some(2026),
        edition: None,
        header: "region;dep;code_commune;lib_commune;code_bassin_2026;lib_bassin_2026",
        row: "84;15;15014;Aurillac;8450;AURILLAC",
    },
    Vintage {
        kind: Kind::HiringDeclarations,
        year: Some(2024),
        edition: None,
        header: "region;ancienne_region;departement;grand_secteur_d_activite;duree_de_contrat;\
                 nature_de_contrat;annee;dernier_jour_du_mois;code_region;code_ancienne_region;\
                 code_departement;dpae_brut;dpae_cvs",
        row: "Auvergne-Rhône-Alpes;Auvergne;Cantal;Industrie;CDD courts;CDD;2024;2024-09-30;84;83;\
              15;120;118,5",
    },
    Vintage {
        kind: Kind::HiringDeclarations,
        year: Some(2024),
        edition: None,
        header: "region;secteur_na38;duree_de_contrat;nature_de_contrat;annee;trimestre;\
                 dernier_jour_du_trimestre;code_region;dpae_brut;dpae_cvs",
        row: "Auvergne-Rhône-Alpes;CA Industries alimentaires;CDI;CDI;2024;3;2024-09-30;84;120;\
              118,5",
    },
];

fn cells(line: &str) -> Vec<&str> {
    line.split(';').collect()
}

fn one(text: &str) -> ReadTable {
    let reference = Reference::embedded().unwrap();
    let tables = read("fichier.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    let [table] = tables.try_into().unwrap_or_else(|tables| panic!("{tables:?}"));
    assert!(table.rows.adds_up(), "{:?}", table.rows);
    table
}

/// A header and rows with their columns in another order, the header in another dress.
fn shuffled(
    header: &str,
    rows: &[&str],
    order: &[usize],
    (upper, bare, new_column): (bool, bool, bool),
) -> Vec<Vec<String>> {
    let dress = |name: &str| {
        let name = if upper { name.to_uppercase() } else { name.to_owned() };
        if bare { bassin::readers::normalise(&name) } else { name }
    };
    let ordered = |line: &str, last: &str, dress: &dyn Fn(&str) -> String| {
        let cells = cells(line);
        let mut out: Vec<String> = order.iter().map(|place| dress(cells[*place])).collect();
        out.extend(new_column.then(|| last.to_owned()));
        out
    };
    let mut lines = vec![ordered(header, "Colonne nouvelle", &dress)];
    lines.extend(rows.iter().map(|row| ordered(row, "x", &|cell: &str| cell.to_owned())));
    lines
}

fn says_new(table: &ReadTable) -> bool {
    let new = "Colonne nouvelle".to_owned();
    let says =
        |reason: &Reason| matches!(reason, Reason::IgnoredColumns(names) if names.contains(&new));
    table.reasons.iter().any(says)
}

/// The figures of the one row of a vintage.
fn check(vintage: &Vintage, table: &ReadTable) {
    let told = (table.kind, table.vintage, table.fap_version);
    assert_eq!(told, (vintage.kind, vintage.year, vintage.edition), "{}", vintage.header);
    assert_eq!((table.rows.kept, table.rows.refused), (1, 0), "{:?}", table.issues);
    match &table.table {
        Table::Bmo(found) => {
            let row = found.rows().next().unwrap();
            assert_eq!((row.basin, row.department, row.region), ("8450", "15", "84"));
            assert_eq!((row.label, row.family), ("Aides-soignants", "S"));
            let figures = [row.projects, row.difficult, row.seasonal];
            let expect = [Cell::Value(1245.5), Cell::Value(39.740_611_08), Cell::Masked];
            assert_eq!(figures, expect, "{}", vintage.header);
        }
        Table::Communes(found) => {
            let row = found.rows().next().unwrap();
            assert_eq!(
                (row.commune, row.division, row.division_label),
                ("15014", "8450", "AURILLAC")
            );
        }
        Table::Series(found) => {
            let rows: Vec<_> = found.rows().collect();
            assert_eq!(rows.len(), 2, "raw and seasonally adjusted");
            let values: Vec<_> = rows.iter().filter_map(|row| row.value.value()).collect();
            assert!(values.contains(&120.0) && values.contains(&118.5));
            let monthly = vintage.header.contains("dernier_jour_du_mois");
            let expect = if monthly { ("dep:15", "2024-09") } else { ("reg:84", "2024-T3") };
            assert_eq!((rows[0].territory, rows[0].period), expect);
        }
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_vintage_in_any_order_and_dress(
        which in 0..VINTAGES.len(),
        keys in prop::collection::vec(any::<u32>(), 32),
        dress in any::<(bool, bool, bool)>(),
    ) {
        let vintage = &VINTAGES[which];
        let mut order: Vec<usize> = (0..cells(vintage.header).len()).collect();
        order.sort_by_key(|place| keys[*place]);
        let lines = shuffled(vintage.header, &[vintage.row], &order, dress);
        let text: Vec<String> = lines.iter().map(|line| line.join(";")).collect();
        let table = one(&format!("{}\n", text.join("\n")));
        check(vintage, &table);
        prop_assert_eq!(says_new(&table), dress.2);
    }
}

#[test]
fn every_vintage_in_its_own_order() {
    for vintage in VINTAGES {
        check(vintage, &one(&format!("{}\n{}\n", vintage.header, vintage.row)));
    }
}

/// The factors of a workbook of Dares, each with its value and its class.
const FACTORS: [&str; 6] = [
    "Intensité d'embauches",
    "Lien formation-emploi",
    "Manque de main-d'œuvre disponible",
    "Non-durabilité de l'emploi",
    "Conditions de travail contraignantes",
    "Inadéquation géographique",
];

fn factors(more: &[&str]) -> String {
    let all = FACTORS.iter().chain(more);
    all.flat_map(|name| [";", name, ";", name, " - discret"]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Both editions of the workbooks, their columns in any order.
    #[test]
    fn workbooks_of_dares_in_any_order(
        keys in prop::collection::vec(any::<u32>(), 40),
        (upper, new_column, recent) in any::<(bool, bool, bool)>(),
    ) {
        let classes = |count: usize| ";0,5;4".repeat(count);
        let (header, row) = if recent {
            (
                format!(
                    "Année;Code FAP 228;Libellé FAP 228;Code département;Tension;Tension (valeurs \
                     imputées volumétrie insuffisante);Tension - discret{};Croisement où \
                     volumétrie suffisante",
                    factors(&["Non-attractivité salariale"])
                ),
                format!("2024;V0X60;Aides-soignants;15;0,9;;5{};FAP228 x Dep", classes(7)),
            )
        } else {
            (
                format!(
                    "Année;Code FAP 225;Libellé FAP 225;Code département;Libellé département;\
                     Emploi moyen;Tension (Valeurs imputées: volumétrie insuffisantes);Tension - \
                     discret{}",
                    factors(&[])
                ),
                format!("2022;V0Z60;Aides-soignants;15;Cantal;n.d.;0,9;5{}", classes(6)),
            )
        };
        let mut order: Vec<usize> = (0..cells(&header).len()).collect();
        order.sort_by_key(|place| keys[*place]);
        let lines = shuffled(&header, &[&row], &order, (upper, false, new_column));
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("FAP x Dep ").unwrap();
        for (at, line) in (0..).zip(&lines) {
            for (column, cell) in (0..).zip(line) {
                sheet.write_string(at, column, cell).unwrap();
            }
        }
        let bytes = workbook.save_to_buffer().unwrap();
        let reference = Reference::embedded().unwrap();
        let tables = read("dares.xlsx", &bytes, &reference, Control::none()).unwrap();
        let year = if recent { 2024 } else { 2022 };
        let edition = if recent { NEW } else { OLD };
        let told = (tables[0].kind, tables[0].vintage, tables[0].fap_version);
        prop_assert_eq!(told, (Kind::DaresTension, Some(year), edition));
        prop_assert_eq!(says_new(&tables[0]), new_column);
        let Table::Tension(found) = &tables[0].table else { panic!("{:?}", tables[0].issues) };
        let row = found.rows().next().unwrap();
        prop_assert_eq!((row.territory, row.class), ("dep:15", Some(5.0)));
        prop_assert_eq!((row.tension, row.hiring_intensity), (Some(0.9), Some(4.0)));
        prop_assert_eq!(row.unattractive_pay, recent.then_some(4.0));
    }
}
