//! The workbooks of Dares, from their documented layouts: no real one is at hand.

use bassin::indicators::anchor::{Ladder, Rung};
use bassin::model::{Fap, FapVersion, Kind};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::Table;
use bassin::tables::tension::Tension;
use rust_xlsxwriter::Workbook;

/// A sheet: its name and its rows, `;` between cells; what reads as a number is written as one.
type Sheet<'a> = (&'a str, &'a [&'a str]);

fn workbook(sheets: &[Sheet<'_>]) -> Vec<ReadTable> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(rows.iter()) {
            for (column, cell) in (0..).zip(cells.split(';')) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let tables =
        read("dares.xlsx", &bytes, &Reference::embedded().unwrap(), Control::none()).unwrap();
    assert!(tables.iter().all(|table| table.rows.adds_up() && table.rows.refused == 0));
    tables
}

fn tensions(tables: &[ReadTable]) -> Vec<(usize, &Tension)> {
    let found = tables.iter().enumerate().filter_map(|(source, table)| match &table.table {
        Table::Tension(tension) => Some((source, tension)),
        _ => None,
    });
    found.collect()
}

fn check(ladder: &Ladder, code: &str, expected: Option<(Rung, u8, usize)>) {
    let code: Fap = code.parse().unwrap();
    let found = ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code);
    assert_eq!(found.map(|anchor| (anchor.rung, anchor.class, anchor.source)), expected, "{code}");
}

/// 2019–2022: years stacked, `n.d.`, a sheet name that ends with a blank.
#[test]
fn sheets_by_level_make_one_ladder() {
    let factors = "Tension - discret;Intensité d'embauches;Intensité d'embauches - discret;\
                   Lien formation-emploi;Lien formation-emploi - discret";
    let imputed = "Emploi moyen;Tension (Valeurs imputées: volumétrie insuffisantes)";
    let nat = format!("Année;Code FAP 225;Libellé FAP 225;Emploi moyen;Tension ;{factors}");
    let reg =
        format!("Année;Code FAP 87;Libellé FAP 87;Code région;Libellé région;{imputed};{factors}");
    let dep = format!(
        "Année;Code FAP 225;Libellé FAP 225;Code département;Libellé département;{imputed};{factors}"
    );
    let tables = workbook(&[
        ("Lisez-moi", &["Source : Dares", "rien"]),
        (
            "FAP 225 x Nat",
            &[
                &nat,
                "2021;V0Z60;Aides-soignants;400000;0.9;5;0.3;3;1.2;5",
                "2022;V0Z60;Aides-soignants;400000;0.4;4;0.2;2;1.1;5",
                "2022;T2A60;Aides à domicile;300000;0.6;5;0.1;2;0.1;2",
                "2022;S1Z20;Aides de cuisine;200000;0.1;3;0.1;2;0.1;2",
            ],
        ),
        (
            "FAP 87 x Reg ",
            &[
                &reg,
                "2022;V0Z;Aides-soignants;84;ARA;n.d.;0.3;4;n.d.;n.d.;n.d.;n.d.",
                "2022;T2A;Aides à domicile;84;ARA;n.d.;0.3;n.d.;n.d.;n.d.;n.d.;n.d.",
            ],
        ),
        (
            "FAP 225 x Dep",
            &[
                &dep,
                "2021;V0Z60;Aides-soignants;15;Cantal;1000;0.8;5;0.1;2;1.1;5",
                "2022;V0Z60;Aides-soignants;15;Cantal;1000;0.3;n.d.;n.d.;n.d.;n.d.;n.d.",
                "2022;S1Z20;Aides de cuisine;15;Cantal;1000;0.9;5;0.1;2;n.d.;n.d.",
                "2022;S1Z20;Aides de cuisine;2A;Corse-du-Sud;1000;0.1;1;0.1;2;0.3;3",
            ],
        ),
    ]);
    let (read_me, tables) = tables.split_last().unwrap();
    assert_eq!((read_me.kind, tables.len()), (Kind::Unknown, 3), "the read-me is not a table");
    for table in tables {
        assert_eq!((table.kind, table.vintage), (Kind::DaresTension, Some(2022)));
        assert_eq!(table.fap_version, Some(FapVersion::Fap2009), "{:?}", table.sheet);
    }
    let ladder = Ladder::new(FapVersion::Fap2009, &tensions(tables)).unwrap();
    assert_eq!(ladder.year, 2022);
    check(&ladder, "fap2009:S1Z20", Some((Rung::DepartmentOccupation, 5, 2)));
    // Not published in the département in 2022, whatever the imputed value and the year before.
    check(&ladder, "fap2009:V0Z60", Some((Rung::RegionGroup, 4, 1)));
    check(&ladder, "fap2009:T2A60", Some((Rung::FranceOccupation, 5, 0)));
    check(&ladder, "fap2009:A0Z40", None);
    // The national constant serves where the rung publishes no such cause.
    let code: Fap = "fap2009:S1Z20".parse().unwrap();
    let anchor = ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code).unwrap();
    assert_eq!(anchor.causes.training_link, Some(2));
    assert_eq!(anchor.causes.hiring_intensity, Some(2));
}

/// 2023 and 2024: a column says whether the cell has enough observations; a seventh cause.
#[test]
fn a_cell_without_enough_observations_is_not_published() {
    let begins = "Année;Code FAP 228;Libellé FAP 228";
    let ends = "Tension;Tension (valeurs imputées volumétrie insuffisante);Tension - discret;\
                Intensité d'embauches;Lien formation-emploi;Non-attractivité salariale;\
                Croisement où volumétrie suffisante";
    let tables = workbook(&[
        (
            "FAP228 France",
            &[
                &format!("{begins};{ends}"),
                "2024;V0X60;Aides-soignants;0.4;0.4;4;3;5;2;FAP228",
                "2024;T2A60;Aides à domicile;0.6;0.6;5;2;1.37;4;FAP228",
            ],
        ),
        (
            "FAP228 Dep",
            &[
                &format!("{begins};Code département;Libellé département;{ends}"),
                "2024;V0X60;Aides-soignants;15;Cantal;0.9;0.9;5;4;5;3;FAP228 x DEP",
                "2024;T2A60;Aides à domicile;15;Cantal;n.d.;0.6;5;2;2;4;FAP86 x DEP",
            ],
        ),
    ]);
    assert_eq!(tables.len(), 2);
    let ladder = Ladder::new(FapVersion::Fap2021, &tensions(&tables)).unwrap();
    check(&ladder, "fap2021:V0X60", Some((Rung::DepartmentOccupation, 5, 1)));
    check(&ladder, "fap2021:T2A60", Some((Rung::FranceOccupation, 5, 0)));
    let anchor = |code: &str| {
        let code: Fap = code.parse().unwrap();
        ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code).unwrap()
    };
    let causes = anchor("fap2021:V0X60").causes;
    assert_eq!((causes.hiring_intensity, causes.unattractive_pay), (Some(4), Some(3)));
    assert_eq!(anchor("fap2021:T2A60").causes.training_link, None, "1.37 is not a class");
    let imputed =
        ladder.published_value("dep:15".parse().unwrap(), "fap2021:T2A60".parse().unwrap());
    assert_eq!(imputed, Some((0.6, false)), "known as imputed, not as published");
}
