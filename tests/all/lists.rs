//! A newer official list, loaded by the user, stands for the built-in one.

use crate::published_folder;
use bassin::model::{Fap, FapLevel, FapVersion, Kind, Naf, Rome, Territory};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::Table;

fn built_in() -> Reference {
    Reference::embedded().unwrap()
}

fn one(name: &str, bytes: &[u8]) -> ReadTable {
    let mut tables = read(name, bytes, &built_in(), Control::none()).unwrap();
    // Sheets of another kind follow.
    tables.retain(|table| table.kind != Kind::Unknown);
    assert_eq!(tables.len(), 1, "{name}");
    let table = tables.remove(0);
    assert!(table.rows.adds_up(), "{name}: {:?}", table.rows);
    table
}

fn with(tables: &[ReadTable]) -> Reference {
    let loaded: Vec<_> = tables
        .iter()
        .map(|table| (table.kind, &table.table, table.file.as_str(), table.vintage))
        .collect();
    built_in().with_tables(&loaded)
}

fn replaced(reference: &Reference, list: &str) -> Option<String> {
    let found = reference.lists().iter().find(|found| found.id == list).unwrap();
    found.replaced_by.as_ref().map(|(file, _)| file.clone())
}

#[test]
fn an_extract_completes_the_built_in_list() {
    let tree = "Code FAP 22;Intitulé FAP 22;Code FAP 86;Intitulé FAP 86;Code FAP 228;\
                Intitulé FAP 228;Code FAP 341;Intitulé FAP 341\n\
                V;Santé;V0X;Aides-soignants;V0X60;Aides-soignants, intitulé nouveau;V0X60;x\n\
                V;Santé;V0X;Aides-soignants;V0X69;Métier nouveau;V0X69a;Position nouvelle\n\
                V;Santé;V0X;Aides-soignants;?;Code illisible;V0X69b;y\n";
    let table = one("fap-2030.csv", tree.as_bytes());
    assert_eq!((table.kind, table.rows.kept, table.rows.refused), (Kind::Fap2021Tree, 2, 1));
    let issue = &table.issues.as_slice()[0];
    assert_eq!(issue.place.row, Some(4), "the refusal has its place");
    let reference = with(&[table]);
    let label = |code: &str| reference.fap_label(code.parse().unwrap()).map(str::to_owned);
    assert_eq!(label("fap2021:V0X69").as_deref(), Some("Métier nouveau"));
    assert_eq!(label("fap2021:V0X69a").as_deref(), Some("Position nouvelle"));
    assert_eq!(label("fap2021:V0X60").as_deref(), Some("Aides-soignants, intitulé nouveau"));
    assert!(label("fap2021:S1X20").is_some(), "what the extract does not name stays");
    assert!(label("fap2009:V0Z60").is_some(), "the other edition stays");
    assert_eq!(replaced(&reference, "fap2021").as_deref(), Some("fap-2030.csv"));
    assert_eq!(replaced(&reference, "fap2009"), None);
}

#[test]
fn a_passage_decides_for_the_cards_it_names() {
    let passage = "ROME;Intitule_ROME;Qualif;FAP341;Intitule_FAP341\n\
                   J1501;Soins;0;V0X60;Aides-soignants\n\
                   J1501;Soins;1;V1X80;Infirmiers\n\
                   J1501;Soins;x;V1X80;Infirmiers\n";
    let table = one("passage.csv", passage.as_bytes());
    assert_eq!((table.kind, table.rows.kept, table.rows.refused), (Kind::RomeToFap2021, 2, 1));
    let reference = with(&[table]);
    let found = |rome: &str| {
        let rome = Rome::new(rome).unwrap();
        let found = reference.fap_from_rome(FapVersion::Fap2021, rome, None);
        found.iter().map(|(fap, share)| format!("{} {share}", fap.code())).collect::<Vec<_>>()
    };
    assert_eq!(found("J1501"), ["V0X60 0.1", "V1X80 0.1"]);
    assert!(found("I1604").len() > 1, "another card keeps its links");
    let back = reference.romes_from_fap("fap2021:V1X80".parse().unwrap());
    assert!(back.contains(&(Rome::new("J1501").unwrap(), 0.1)));
}

/// The workbook for readers: a sheet of words, then the passage with its digits in one cell.
#[test]
fn the_passage_for_readers_is_read_as_the_one_for_programs() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let about = workbook.add_worksheet().set_name("Lisez-moi").unwrap();
    about.write(0, 0, "Table de passage entre le ROME et les FAP 2021").unwrap();
    let sheet = workbook.add_worksheet().set_name("ROME - FAP 2021").unwrap();
    let rows = [
        ["fap_2021", "intitule_fap", "rome", "qualification", "intitule_rome"],
        ["S1X40", "Cuisiniers", "G1602", "Q_036", "Personnel de cuisine *"],
        ["S1X20", "Aides de cuisine", "G1602", "Q_125", "Personnel de cuisine *"],
        ["S3X90", "Cadres", "G1602", "Q_49", "Personnel de cuisine *"],
        ["S1X80", "Chefs cuisiniers", "G1602", "Q_78", "Personnel de cuisine *"],
        ["V0X60c", "Aides-soignants", "J1501", "", "Soins d'hygiène"],
        ["V0X60c", "Aides-soignants", "J1501", "Q_douze", "Soins d'hygiène"],
    ];
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let table = one("passage.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!((table.kind, table.rows.kept, table.rows.refused), (Kind::RomeToFap2021, 5, 1));
    let Table::Nomenclature(list) = &table.table else { panic!() };
    assert_eq!(list.rows().next().unwrap().label, "Personnel de cuisine", "without its footnote");
    let reference = with(&[table]);
    // As the table for programs has it.
    let built_in = built_in();
    for (rome, digit) in [("G1602", '3'), ("G1602", '5'), ("G1602", '9'), ("J1501", '4')] {
        let of = |reference: &Reference| {
            reference.fap_from_rome(FapVersion::Fap2021, Rome::new(rome).unwrap(), Some(digit))
        };
        assert_eq!(of(&reference), of(&built_in), "{rome} {digit}");
        assert_eq!(of(&reference).len(), 1);
    }
}

#[test]
fn cards_activities_zones_and_departments() {
    let cards = one("rome.csv", b"code_rome,libelle_rome,code_rome_parent\nJ1599,Neuf,J1501\n");
    let naf = one("naf.csv", b"naf_id|naf_label\n0111Z|Nouveau nom\n");
    let zones = one(
        "zones.csv",
        b"codgeo,libgeo,ze_2030,codze2030,libze2030\n15014,Aurillac,9999 - Neuve,9999,Neuve\n",
    );
    let committees = one(
        "comites.csv",
        b"commune_id,territoire_id,territoire_libelle,departement_id,nom_departement,region_id,\
          nom_region\n15014,CLPE15001,Cantal,15,Cantal (neuf),84,AURA\n",
    );
    let kinds = [&cards, &naf, &zones, &committees].map(|table| table.kind);
    let wanted = [Kind::RomeCards, Kind::NafLabels, Kind::CommuneZones, Kind::CommuneCommittees];
    assert_eq!(kinds, wanted);
    let reference = with(&[cards, naf, zones, committees]);
    assert_eq!(reference.rome_v3(Rome::new("J1599").unwrap()), Rome::new("J1501").ok());
    assert_eq!(reference.naf_label(Naf::new("0111Z").unwrap()), Some("Nouveau nom"));
    assert_eq!(reference.zone_from_commune("15014"), "ze:9999".parse().ok());
    assert_eq!(reference.label("ze:9999".parse().unwrap()), Some("Neuve"));
    assert_eq!(reference.label("dep:15".parse().unwrap()), Some("Cantal (neuf)"));
    assert_eq!(reference.zone_from_commune("01001"), "ze:8405".parse().ok(), "the others stay");
    for list in ["rome", "naf", "zones", "departments"] {
        assert!(replaced(&reference, list).is_some(), "{list}");
    }
}

/// No list of EPCI is built in: that of the user serves, in the layout of Insee or their own.
#[test]
fn groupings_of_the_user_are_territories() {
    let own = "code_commune;code_epci;nom_epci\n15014;241500230;CA d'Aurillac\n\
               15012;241500230;CA d'Aurillac\n15187;200066678;Autre\n";
    let insee = "Intercommunalités\n\nCODGEO;LIBGEO;EPCI;LIBEPCI;DEP;REG\n\
                 15014;Aurillac;241500230;CA d'Aurillac;15;84\n\
                 15012;Arpajon;241500230;CA d'Aurillac;15;84\n";
    for (name, text) in [("epci.csv", own), ("insee.csv", insee)] {
        let table = one(name, text.as_bytes());
        assert_eq!((table.kind, table.rows.refused), (Kind::CommuneGroupings, 0), "{name}");
        let reference = with(&[table]);
        let epci = "epci:241500230".parse().unwrap();
        assert_eq!(reference.label(epci), Some("CA d'Aurillac"));
        assert_eq!(reference.communes_of(epci), ["15012", "15014"]);
        let coverage = bassin::analysis::extent::coverages("epci", &reference);
        let (inside, of) = coverage[&epci].inside_of();
        assert_eq!((inside, of), (2, 93), "two of the communes of the basin of Aurillac");
    }
}

/// The committees are built in: those of Cantal are its three basins.
#[test]
fn committees_are_built_in() {
    let reference = built_in();
    let found = |code: &str| reference.communes_of(code.parse().unwrap()).len();
    assert_eq!(["clpe:15001", "clpe:15002", "clpe:15003"].map(found), [93, 55, 102]);
    assert_eq!(reference.label("clpe:15001".parse().unwrap()), Some("Aurillac"));
    assert_eq!(reference.label("clpe:69M03".parse().unwrap()), Some("Lyon"));
    assert_eq!(reference.territories("clpe").len(), 363);
}

/// The built-in tables were transcribed by another program from the same published files.
#[test]
fn the_published_lists_say_what_is_built_in() {
    let Some(folder) = published_folder() else { return };
    let load = |path: &str, kind: Kind, kept: u32| {
        let bytes = std::fs::read(folder.join(path)).unwrap();
        let table = one(path, &bytes);
        assert_eq!((table.kind, table.rows.kept), (kind, kept), "{path}");
        assert_eq!(table.rows.refused, 0, "{path}: {:?}", table.issues.as_slice().first());
        table
    };
    let passage = "nomenclatures/Dares_Table_passage_ROME_Qualif_to_FAP2021_pour_programme.csv";
    let cards = "nomenclatures/unix_referentiel_code_rome_v460_utf8.csv";
    let tables = [
        load("nomenclatures/dares_nomenclature_fap2021.csv", Kind::Fap2021Tree, 341),
        load(passage, Kind::RomeToFap2021, 5_320),
        load(cards, Kind::RomeCards, 1_584),
        load("nomenclatures/naf_labels.csv", Kind::NafLabels, 732),
        load("geo/Export_Communes_Zones_Emploi_2020.csv", Kind::CommuneZones, 34_935),
        load("geo/ref_clpe_ft.csv", Kind::CommuneCommittees, 34_877),
    ];
    let (loaded, built_in) = (with(&tables), built_in());
    let members = |reference: &Reference| {
        let pairs = reference.members("clpe").map(|(commune, place)| (commune.to_owned(), place));
        pairs.collect::<Vec<_>>()
    };
    assert_eq!(members(&loaded), members(&built_in));
    // A `;` inside a label is a comma in the built-in tables.
    let label = |reference: &Reference, fap: Fap| {
        reference.fap_label(fap).unwrap().replace(';', ",").split_whitespace().collect::<String>()
    };
    for level in [FapLevel::Domain, FapLevel::Group, FapLevel::Occupation, FapLevel::Fine] {
        let codes = loaded.faps(FapVersion::Fap2021, level);
        assert_eq!(codes, built_in.faps(FapVersion::Fap2021, level));
        for fap in codes {
            assert_eq!(label(&loaded, fap), label(&built_in, fap), "{fap}");
            assert_eq!(loaded.romes_from_fap(fap), built_in.romes_from_fap(fap), "{fap}");
        }
    }
    for prefix in ["dep", "reg", "ze"] {
        assert_eq!(loaded.territories(prefix), built_in.territories(prefix));
    }
    let cantal: Territory = "dep:15".parse().unwrap();
    assert_eq!(loaded.region_from_department(cantal), built_in.region_from_department(cantal));
    for commune in ["15014", "01001", "2A004", "97105"] {
        assert_eq!(loaded.zone_from_commune(commune), built_in.zone_from_commune(commune));
    }
    // The tree as a workbook, among sheets that are not it.
    let path = "nomenclatures/Dares_Arborescence_FAP2021.xlsx";
    load(path, Kind::Fap2021Tree, 341);
}
