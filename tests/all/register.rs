//! The export of the national registers: ten tables in an archive, one table for us.

use bassin::analysis::{Request, analyse};
use bassin::matching::supply::Certification;
use bassin::model::{Fap, Kind, Rncp};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::sample;
use bassin::tables::Table;
use std::io::Write as _;
use std::sync::Arc;
use zip::write::SimpleFileOptions;

const STANDARD: &str = "\"Id_Fiche\";\"Numero_Fiche\";\"Intitule\";\"Abrege_Libelle\";\
    \"Nomenclature_Europe_Niveau\";\"Date_Fin_Enregistrement\";\"Actif\"\r\n\
    \"1\";\"RNCP95001\";\"Aide-soignant d'essai\";\"TP\";\"NIV4\";\"31/08/2030\";\"ACTIVE\"\r\n\
    \"2\";\"RNCP95002\";\"Aide-soignant ancien\";\"TP\";\"NIV4\";\"31/08/2020\";\"INACTIVE\"\r\n\
    \"3\";\"RS95003\";\"Soins; gestes utiles\";\"\";\"\";\"\";\"ACTIVE\"\r\n\
    \"4\";\"RNCP90007\";\"Déjà dans Certif Info\";\"\";\"NIV4\";\"31/08/2020\";\"INACTIVE\"\r\n\
    \"5\";\"sans numéro\";\"Illisible\";\"\";\"\";\"\";\"ACTIVE\"\r\n";
const ROME: &str = "\"Numero_Fiche\";\"Codes_Rome_Code\";\"Codes_Rome_Libelle\"\r\n\
    \"RNCP95001\";\"J1501\";\"Soins\"\r\n\"RNCP95001\";\"K1302\";\"Assistance\"\r\n\
    \"RNCP95002\";\"J1501\";\"Soins\"\r\n\"RS95003\";\"J1501\";\"Soins\"\r\n";
const ACCESS: &str = "\"Numero_Fiche\";\"Si_Jury\"\r\n\
    \"RNCP95001\";\"Après un parcours de formation continue\"\r\n\
    \"RNCP95001\";\"En contrat d’apprentissage\"\r\n";
const CERTIFIERS: &str = "\"Numero_Fiche\";\"Siret_Certificateur\";\"Nom_Certificateur\"\r\n\
    \"RNCP95001\";\"\t12345678900011\";\"MINISTERE D'ESSAI\"\r\n";

fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn load(name: &str, bytes: &[u8]) -> Vec<ReadTable> {
    read(name, bytes, &Reference::embedded().unwrap(), Control::none()).unwrap()
}

fn export() -> ReadTable {
    let bytes = archive(&[
        ("export_fiches_CSV_Standard_2024_02_22.csv", STANDARD),
        ("export_fiches_CSV_Rome_2024_02_22.csv", ROME),
        ("export_fiches_CSV_VoixdAcc\u{e8}s_2024_02_22.csv", ACCESS),
        ("export_fiches_CSV_Certificateurs_2024_02_22.csv", CERTIFIERS),
        (
            "export_fiches_CSV_Blocs_De_Comp\u{e9}tences_2024_02_22.csv",
            "\"Numero_Fiche\";\"Bloc_Competences_Code\";\"Bloc_Competences_Libelle\"\r\n\
             \"RNCP95001\";\"RNCP95001BC01\";\"Accompagner\"\r\n\
             \"RNCP95001\";\"RNCP95001BC02\";\"Soigner\"\r\n",
        ),
        ("export_fiches_CSV_Partenaires_2024_02_22.csv", "not joined"),
    ]);
    let mut tables = load("export.zip", &bytes);
    assert_eq!(tables.len(), 1, "one table, not one per member");
    tables.remove(0)
}

#[test]
fn the_members_are_joined_on_the_number() {
    let table = export();
    assert_eq!(table.kind, Kind::NationalRegister);
    // By the name of its members, which is said.
    assert_eq!(table.vintage, Some(2024));
    assert!(table.reasons.contains(&bassin::model::Reason::YearOfName(2024)));
    // Certifications, codes of ROME, routes, certifiers, blocks.
    let kept = 4 + 4 + 2 + 1 + 2;
    assert_eq!((table.rows.read, table.rows.kept, table.rows.refused), (1 + kept, kept, 1));
    assert_eq!(table.issues.as_slice()[0].place.row, Some(6), "the line of the list");
    let Table::Certifications(fiches) = &table.table else { panic!("not certifications") };
    let rows: Vec<_> = fiches.rows().collect();
    let first = &rows[0];
    assert_eq!((first.register, first.romes, first.level), ("RNCP95001", "J1501 K1302", Some(4.0)));
    assert_eq!((first.blocks, rows[1].blocks), ("Accompagner|Soigner", ""));
    assert_eq!((first.continuing, first.apprenticeship), (Some(true), Some(true)));
    assert_eq!((first.certifier, first.registered_until), ("MINISTERE D'ESSAI", "2030-08-31"));
    assert_eq!((rows[1].active, rows[1].continuing), (Some(false), None));
    assert_eq!((rows[2].register, rows[2].label), ("RS95003", "Soins; gestes utiles"));
}

#[test]
fn an_ended_registration_is_listed_and_never_proposed() {
    let of = |with_register: bool| {
        let mut inputs: Vec<Arc<ReadTable>> = Vec::new();
        // The register first: Certif Info still leads.
        if with_register {
            inputs.push(Arc::new(export()));
        }
        for name in ["BMO_2025_territoire_fictif.xlsx", "certif_info_fictif.csv"] {
            inputs.extend(load(name, sample::file(name).unwrap()).into_iter().map(Arc::new));
        }
        let request = Request {
            territory: sample::TERRITORY.parse().unwrap(),
            year: None,
            as_of: "2026-11-24".parse().unwrap(),
        };
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
        let code: Fap = "fap2021:V0X60".parse().unwrap();
        let found = results.occupations.into_iter().find(|found| found.code == code).unwrap();
        found.supply.certifications
    };
    let ended = |found: &[Certification], number: &str| {
        let number = Rncp::new(number).ok();
        let mut found = found.iter().filter(|found| found.register == number);
        let first = found.next().map(|found| found.ended);
        assert!(found.next().is_none(), "once only");
        first
    };
    let (before, after) = (of(false), of(true));
    assert_eq!(ended(&before, "RNCP90007"), Some(false));
    assert_eq!(ended(&after, "RNCP90007"), Some(true), "the register knows better");
    assert_eq!(ended(&after, "RNCP95001"), Some(false));
    assert_eq!(ended(&after, "RNCP95002"), Some(true));
    assert_eq!(ended(&after, "RS95003"), Some(false));
    let held = after.iter().find(|one| one.blocks.len() == 2).unwrap();
    assert_eq!(held.blocks, ["Accompagner", "Soigner"]);
    assert_eq!(after.len(), before.len() + 3);
    assert!(after.iter().rev().take(2).all(|found| found.ended), "the ended ones come last");
}

#[test]
fn broken_exports_are_told() {
    let only = |members: &[(&str, &str)]| {
        let mut tables = load("export.zip", &archive(members));
        assert_eq!(tables.len(), 1);
        tables.remove(0)
    };
    let empty = only(&[("export_fiches_CSV_Standard_2024_02_22.csv", "")]);
    assert_eq!(empty.kind, Kind::Unknown);
    assert!(!empty.issues.as_slice().is_empty());
    // Without its links, a list is still a list.
    let alone = only(&[("export_fiches_CSV_Standard_2024_02_22.csv", STANDARD)]);
    assert_eq!((alone.kind, alone.rows.kept), (Kind::NationalRegister, 4));
}
