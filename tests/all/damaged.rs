//! Damaged files: a part of a table is never taken for the whole, and what is refused is told.

use bassin::model::{IssueKind, Kind};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::Table;
use std::io::{Cursor, Read as _, Write as _};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const HEADER: &str = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;\
                      Dept;NomDept;BE24;NOMBE24;met;xmet;smet";

fn one(name: &str, bytes: &[u8]) -> ReadTable {
    let mut found = read(name, bytes, &Reference::embedded().unwrap(), Control::none()).unwrap();
    assert_eq!(found.len(), 1, "{name}");
    found.remove(0)
}

/// A survey of many basins, whose numbers are written as numbers.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0_u16..).zip(HEADER.split(';')) {
        sheet.write_string(0, column, name).unwrap();
    }
    for row in 1_u32..=3_000 {
        let words = ["2024", "V0X60", "Métier", "S", "Social", "84", "AURA", "15", "Cantal"];
        for (column, text) in (0_u16..).zip(words) {
            sheet.write_string(row, column, text).unwrap();
        }
        sheet.write_string(row, 9, format!("{:04}", 1_000 + row)).unwrap();
        sheet.write_string(row, 10, format!("BASSIN {row}")).unwrap();
        for (column, share) in [(11, 3), (12, 2), (13, 1)] {
            sheet.write_number(row, column, f64::from(share * (120 + row % 77))).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The same workbook, its members not compressed.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut source = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..source.len() {
        let mut member = source.by_index(at).unwrap();
        let (name, mut content) = (member.name().unwrap().to_string(), Vec::new());
        member.read_to_end(&mut content).unwrap();
        made.start_file(name, options).unwrap();
        made.write_all(&content).unwrap();
    }
    made.finish().unwrap().into_inner()
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).unwrap()
}

fn is_refused(table: &ReadTable) {
    let damage = |kind: &IssueKind| matches!(kind, IssueKind::Damaged { .. });
    assert!(table.issues.as_slice().iter().any(|one| damage(&one.kind)), "{:?}", table.issues);
    assert_eq!(table.rows.kept, 0);
    assert!(matches!(table.table, Table::None));
}

#[test]
fn a_workbook_cut_in_its_middle_gives_no_total() {
    let whole = workbook();
    assert_eq!(one("bmo.xlsx", &whole).rows.kept, 3_000);
    let name = b"xl/worksheets/sheet1.xml";
    let at = find(&whole, name) + name.len();
    // Some way into the sheet, as a bad block of a disk.
    let mut spoilt = whole.clone();
    spoilt[at + 8_000..at + 8_200].fill(0);
    is_refused(&one("bmo.xlsx", &spoilt));
}

#[test]
fn a_number_that_changed_under_its_checksum_is_found() {
    let mut spoilt = stored(&workbook());
    assert_eq!(one("bmo.xlsx", &spoilt).rows.kept, 3_000);
    let at = find(&spoilt, b"<v>363</v>") + 3;
    spoilt[at] = b'9';
    is_refused(&one("bmo.xlsx", &spoilt));

    // Of a label too, which stands in another member.
    let mut spoilt = stored(&workbook());
    let at = find(&spoilt, b"BASSIN 7<");
    spoilt[at] = b'b';
    is_refused(&one("bmo.xlsx", &spoilt));
}

#[test]
fn a_document_that_ends_before_its_end_gives_no_offer() {
    let offer = "<resume-offre numero='1'><intitule-formation>Soudeur</intitule-formation>\
                 <nom-organisme>GRETA</nom-organisme></resume-offre>";
    let whole = format!(
        "<lheo-index xmlns='http://www.lheo.org/2.2'><resumes-offres>{offer}{}\
         </resumes-offres></lheo-index>",
        offer.replace("'1'", "'2'")
    );
    assert_eq!(one("offres.xml", whole.as_bytes()).rows.kept, 2);
    let cut = &whole[..whole.len() - 60];
    let table = one("offres.xml", cut.as_bytes());
    assert_eq!(table.kind, Kind::CarifOffers);
    is_refused(&table);
}

/// `1,234` projects may be twelve hundred, or one and a bit as the oldest survey has them.
#[test]
fn thousands_that_look_like_decimals_are_told() {
    let check = |projects: &str, told: usize| {
        let row =
            format!("2024;V0X60;Métier;S;Social;84;AURA;15;Cantal;8450;AURILLAC;{projects};1;0");
        let table = one("bmo.csv", format!("{HEADER}\n{row}\n").as_bytes());
        assert_eq!(table.rows.kept, 1, "{projects}");
        let fraction = |kind: &IssueKind| {
            matches!(kind, IssueKind::FractionOfCount { .. } | IssueKind::CellTwoReadings { .. })
        };
        let found = table.issues.as_slice().iter().filter(|one| fraction(&one.kind)).count();
        assert_eq!(found, told, "{projects}");
    };
    check("1,234", 1);
    check("12.345", 1);
    check("1,000", 1);
    check("12.000", 1);
    check("4,4175", 0);
    check("1 234,5", 0);
    check("1234", 0);
}

/// `#` stands for a cell: told or not in each count of people, places and offers, and in hours and
/// euros where it has two readings alone.
#[test]
fn every_count_tells_its_thousands() {
    const SEEKERS: &str = "periode;type_zone;code_zone;code_rome;defm_a;defm_abc";
    const EMPLOYED: &str =
        "annee;type_zone;code_zone;code_rome;emploi;autres_departs_annuels;part_50_plus";
    const COURSES: &str = "id_formation;intitule;organisme;voie;capacite_annuelle;\
                           denominateur_taux;duree_heures;cout_total_eur";
    const BASIN: &str = "annee;ROME;cbassin;oee;defm_abc;ind_tension_d";
    const COMPANY: &str =
        "metier_entreprise;effectif;age_60_plus;embauches_prevues_12m;departs_connus_12m";
    const PROVEN: &str =
        "id_experience;intitule;entres;termines;taille_groupe;duree_heures;cout_total_eur";
    const WISHES: &str =
        "id_etablissement;libelle_metier;competence_visee;nb_personnes;duree_souhaitee_h";
    const MONTHS: &str = "Demandeurs;\nMois;mars 2020";
    const SECTORS: &str = "code_bassin;demandeurs_emploi;secteur_libelle";
    const HIRINGS: &str = "rome_id;rome_label;naf_id;naf_label;hirings";
    let counts = [
        (SEEKERS, "2025-03;bmo;8450;K1302;#;"),
        (SEEKERS, "2025-03;bmo;8450;K1302;;#"),
        (EMPLOYED, "2021;bmo;8450;K1302;#;;"),
        (EMPLOYED, "2021;bmo;8450;K1302;1;#;"),
        (COURSES, "1;CAP;GRETA;continue;#;;;"),
        (COURSES, "1;CAP;GRETA;continue;;#;;"),
        (COMPANY, "Soudeur;#;;;"),
        (COMPANY, "Soudeur;9;;#;"),
        (PROVEN, "P;Soudage;#;1;;;"),
        (PROVEN, "P;Soudage;9;1;#;;"),
        (WISHES, "E1;Soudeur;tig;#;"),
        (MONTHS, "Cantal 15;#"),
        (SECTORS, "8450;#;Santé"),
        (HIRINGS, "A1101;x;0111Z;y;#"),
    ];
    let amounts = [
        (COURSES, "1;CAP;GRETA;continue;;;#;"),
        (COURSES, "1;CAP;GRETA;continue;;;;#"),
        (BASIN, "2021;A1101;8450;#;;3"),
        (BASIN, "2021;A1101;8450;;#;3"),
        (PROVEN, "P;Soudage;9;1;;#;"),
        (WISHES, "E1;Soudeur;tig;2;#"),
    ];
    let check = |(header, row): (&str, &str), cell: &str, told: bool| {
        let table = one("a.csv", format!("{header}\n{}\n", row.replace('#', cell)).as_bytes());
        assert_eq!(table.rows.kept, 1, "{header} {row} {cell}: {:?}", table.issues);
        let fraction = |kind: &IssueKind| {
            matches!(kind, IssueKind::FractionOfCount { .. } | IssueKind::CellTwoReadings { .. })
        };
        let found = table.issues.as_slice().iter().filter(|one| fraction(&one.kind)).count();
        assert_eq!(found, usize::from(told), "{header} {row} {cell}");
    };
    for count in counts {
        for (cell, told) in [("1.120", true), ("1,500", true), ("17,5", true), ("1 120", false)] {
            check(count, cell, told);
        }
    }
    for amount in amounts {
        for (cell, told) in [("1.050", true), ("17,50", false), ("1050", false)] {
            check(amount, cell, told);
        }
    }
}

/// A comma within a number makes a row of a comma-separated text longer than its header: nothing of
/// it is read under another's name.
#[test]
fn a_row_longer_than_its_header_is_refused() {
    const SEEKERS: &str = "periode,type_zone,code_zone,code_rome,defm_a,defm_abc";
    const ROW: &str = "2025-03,bmo,8450,K1302,12,120";
    let check = |text: &str, rows: [u32; 3], places: &[u32]| {
        let table = one("a.csv", text.as_bytes());
        assert!(table.rows.adds_up());
        let found = [table.rows.kept, table.rows.refused, table.rows.empty];
        assert_eq!(found, rows, "{text}: {:?}", table.issues);
        let beyond = |kind: &IssueKind| matches!(kind, IssueKind::CellsBeyond { .. });
        let told = table.issues.as_slice().iter().filter(|one| beyond(&one.kind));
        let told: Vec<u32> = told.filter_map(|one| one.place.row).collect();
        assert_eq!(told, places, "{text}");
    };
    let another = ROW.replace("K1302", "K1304");
    check(&format!("{SEEKERS}\n{ROW}\n"), [1, 0, 0], &[]);
    check(&format!("{SEEKERS}\n{ROW},5\n{another}\n"), [1, 1, 0], &[2]);
    check(&format!("{SEEKERS}\n{ROW}\n{another},,,\n"), [2, 0, 0], &[]);
    check(&format!("{SEEKERS}\n{ROW}\n{another},,x\n"), [1, 1, 0], &[3]);
    check(&format!("{SEEKERS}\n\"2025-03\",bmo,8450,K1302,12,1,234\n"), [0, 1, 0], &[2]);
    check(&format!("{SEEKERS}\n{ROW},\"\"\n"), [1, 0, 0], &[]);
    // A row that is shorter, and has what it needs.
    check(&format!("{SEEKERS}\n2025-03,bmo,8450,K1302\n"), [1, 0, 0], &[]);
    // Every row has room for notes; but a shift is one, whatever the room.
    check(&format!("{SEEKERS},,\n{ROW},,une note\n"), [1, 0, 0], &[]);
    check(&format!("{SEEKERS},\n{ROW},5,\n"), [0, 1, 0], &[2]);
}

/// An analysis says what it did without.
#[test]
fn refused_rows_are_told_by_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bmo.csv");
    let row = |code: &str, count: &str| {
        format!("2024;{code};Métier;S;Social;84;AURA;15;Cantal;8450;AURILLAC;{count};10;5")
    };
    let rows = [row("V0X60", "73"), row("S1X40", "cinq"), row("J3X43", "60"), row("", "8")];
    std::fs::write(&file, format!("{HEADER}\n{}\n", rows.join("\n"))).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(["--lang", "en", "--no-cache", "analyse", "--territory", "be:8450"])
        .arg(&file)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    assert!(told.contains("rows refused, 2 of 4; the first: row 3"), "{told}");

    // All of a damaged file is: `check` fails.
    let file = folder.path().join("bmo.xlsx");
    let mut spoilt = workbook();
    let name = b"xl/worksheets/sheet1.xml";
    let at = find(&spoilt, name) + name.len();
    spoilt[at + 8_000..at + 8_200].fill(0);
    std::fs::write(&file, spoilt).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_bassin"))
        .args(["--lang", "en", "--no-cache", "check"])
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("nothing of it is used"), "{told}");
}
