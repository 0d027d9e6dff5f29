//! Published layouts of which no file is at hand: fixtures made from their documentation, with
//! made-up figures, read in their own order and shuffled.

use bassin::model::{IssueKind, Kind, Reason};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::tables::{Cell, Table};
use proptest::prelude::*;

fn one(text: &str) -> ReadTable {
    let reference = Reference::embedded().unwrap();
    let tables = read("fichier.csv", text.as_bytes(), &reference, Control::none()).unwrap();
    let [table] = tables.try_into().unwrap_or_else(|tables| panic!("{tables:?}"));
    assert!(table.rows.adds_up(), "{:?}", table.rows);
    table
}

/// A fixture: what it is, its header, its rows.
struct Fixture {
    kind: Kind,
    header: &'static [&'static str],
    rows: &'static [&'static [&'static str]],
}

const FIXTURES: &[Fixture] = &[
    Fixture {
        kind: Kind::TravelTimes,
        header: &["commune_depart", "commune_arrivee", "minutes"],
        rows: &[&["15014", "15120", "38"], &["15014", "46102", "62,5"]],
    },
    Fixture {
        kind: Kind::SurveyWishes,
        header: &[
            "id_etablissement",
            "libelle_metier",
            "competence_visee",
            "public_formation",
            "nb_personnes",
            "duree_souhaitee_h",
            "modalite",
            "periode",
        ],
        rows: &[
            &["E1", "Boulanger", "Four", "salariés|alternants", "2", "35", "mixte", "hiver"],
            &["E1", "Vendeur", "Caisse", "", "", "", "", ""],
        ],
    },
    Fixture {
        kind: Kind::ProvenProgrammes,
        header: &[
            "id_experience",
            "intitule",
            "contexte",
            "code_rome",
            "code_fap",
            "version_fap",
            "niveau",
            "public",
            "duree_heures",
            "modalite",
            "taille_groupe",
            "code_commune",
            "annee",
            "cout_place_eur",
            "cout_total_eur",
            "entres",
            "termines",
            "en_emploi_6m",
            "presents_12m",
            "source",
            "date_source",
        ],
        rows: &[
            &[
                "X1",
                "Fibre",
                "deux bassins",
                "F1605",
                "",
                "",
                "3",
                "Demandeurs d’emploi",
                "400",
                "présentiel",
                "10",
                "15014",
                "2024",
                "4200",
                "",
                "12",
                "11",
                "9",
                "8",
                "bilan",
                "01/03/2026",
            ],
            &[
                "X2", "Soudage", "", "", "D1X41", "2021", "", "", "", "", "", "", "", "", "36000",
                "8", "8", "", "", "", "",
            ],
        ],
    },
    Fixture {
        kind: Kind::EmploymentByAge,
        header: &[
            "annee",
            "type_zone",
            "code_zone",
            "code_rome",
            "code_fap",
            "version_fap",
            "emploi",
            "part_50_plus",
            "part_55_plus",
            "part_60_plus",
            "autres_departs_annuels",
            "part_enquetee",
            "source",
            "date_source",
        ],
        rows: &[
            &[
                "2022",
                "bmo",
                "8450",
                "",
                "V0X60",
                "2021",
                "540",
                "38 %",
                "0,21",
                "7 %",
                "12",
                "25 %",
                "recensement",
                "30/06/2025",
            ],
            &["2022", "departement", "15", "J1501", "", "", "*", "", "", "", "", "", "", ""],
        ],
    },
    Fixture {
        kind: Kind::CompanyHeadcount,
        header: &[
            "metier_entreprise",
            "code_rome",
            "code_fap",
            "version_fap",
            "effectif",
            "age_moins_30",
            "age_30_49",
            "age_50_54",
            "age_55_59",
            "age_60_plus",
            "departs_connus_12m",
            "departs_connus_36m",
            "embauches_prevues_12m",
            "date_source",
        ],
        rows: &[
            &[
                "Soudeurs",
                "H2913",
                "",
                "",
                "40",
                "6",
                "18",
                "6",
                "6",
                "4",
                "2",
                "",
                "5",
                "01/10/2026",
            ],
            &["Caristes", "N1101", "", "", "12", "", "", "", "", "", "", "", "", ""],
        ],
    },
    Fixture {
        kind: Kind::JobSeekerSeries,
        header: &["Mois", "janvier 2020", "février 2020", "mars 2020"],
        rows: &[&["Aurillac 15000", "1 204", "1198", "*"], &["Cantal 15", "4 210", "4 180", ""]],
    },
    Fixture {
        kind: Kind::HiringDeclarations,
        header: &[
            "region",
            "ancienne_region",
            "departement",
            "grand_secteur_d_activite",
            "duree_de_contrat",
            "nature_de_contrat",
            "annee",
            "trimestre",
            "dernier_jour_du_trimestre",
            "code_region",
            "code_ancienne_region",
            "code_departement",
            "dpae_brut",
            "dpae_cvs",
        ],
        rows: &[&[
            "Auvergne-Rhône-Alpes",
            "Auvergne",
            "Cantal",
            "GS5 Autres services",
            "CDD de plus d'un mois",
            "CDD",
            "2024",
            "3",
            "2024-09-30",
            "84",
            "83",
            "15",
            "812",
            "790,5",
        ]],
    },
    Fixture {
        kind: Kind::MarketIndicators,
        header: &[
            "datMaj",
            "codeTypeTerritoire",
            "codeTerritoire",
            "libTerritoire",
            "codeTypeActivite",
            "codeActivite",
            "libActivite",
            "codeNomenclature",
            "libNomenclature",
            "codeTypePeriode",
            "codePeriode",
            "libPeriode",
            "valeurPrincipaleNom",
        ],
        rows: &[&[
            "2025-01-10",
            "DEP",
            "15",
            "Cantal",
            "ROME",
            "J1501",
            "Soins d'hygiène",
            "COND_TRAVAIL",
            "Conditions de travail",
            "ANNEE",
            "2023",
            "2023",
            "4",
        ]],
    },
    Fixture {
        kind: Kind::EstablishmentStock,
        header: &[
            "siren",
            "nic",
            "siret",
            "statutDiffusionEtablissement",
            "dateCreationEtablissement",
            "trancheEffectifsEtablissement",
            "codeCommuneEtablissement",
            "etatAdministratifEtablissement",
            "activitePrincipaleEtablissement",
            "caractereEmployeurEtablissement",
        ],
        rows: &[
            &[
                "000000001",
                "00011",
                "00000000100011",
                "O",
                "2001-05-01",
                "12",
                "15014",
                "A",
                "10.51C",
                "O",
            ],
            &["000123406", "00019", "12340600019", "P", "", "NN", "[ND]", "F", "[ND]", "N"],
        ],
    },
    Fixture {
        kind: Kind::CommuneGroupings,
        header: &["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"],
        rows: &[
            &["15014", "Aurillac", "241500230", "CA du Bassin d'Aurillac", "15", "84"],
            &["29083", "Île-de-Sein", "ZZZZZZZZZ", "Sans objet", "29", "53"],
        ],
    },
    Fixture {
        kind: Kind::OnisepTraining,
        header: &[
            "code NSF",
            "sigle type formation",
            "libellé type formation",
            "libellé formation principal",
            "sigle formation",
            "durée",
            "niveau de sortie indicatif",
            "code RNCP",
            "niveau de certification",
            "libellé niveau de certification",
            "tutelle",
            "URL et ID Onisep",
            "domaine/sous-domaine",
        ],
        rows: &[&[
            "334",
            "CAP",
            "certificat d'aptitude professionnelle",
            "cuisine",
            "",
            "2 ans",
            "CAP ou équivalent",
            "38430",
            "3",
            "niveau 3",
            "Ministère",
            "https://exemple.invalid/FOR.1",
            "hôtellerie",
        ]],
    },
    Fixture {
        kind: Kind::OnisepBridge,
        header: &[
            "Certif Info (CI) Identifiant",
            "CI Niveau européen",
            "CI Intitulé type diplôme",
            "CI Intitulé",
            "CI Certifiant",
            "CI Code RNCP",
            "CI Code Scolarité",
            "RNCP Intitulé",
            "RNCP Type enregistrement",
            "V_Formation_Diplôme Libellé long",
            "Idéo Identifiant formation",
            "Idéo Libellé complet formation",
            "Statut",
        ],
        rows: &[&[
            "103807",
            "3",
            "titre professionnel",
            "conducteur",
            "Oui",
            "38559",
            "",
            "",
            "",
            "",
            "FOR.2",
            "TP conducteur",
            "actif",
        ]],
    },
    Fixture {
        kind: Kind::ApprenticeshipCatalogue,
        header: &[
            "cle_ministere_educatif",
            "cfd",
            "code_postal",
            "code_commune_insee",
            "onisep_intitule",
            "rncp_code",
            "capacite",
            "duree",
            "annee",
            "lieu_formation_geo_coordonnees",
            "etablissement_formateur_siret",
            "tags",
            "entierement_a_distance",
            "date_debut",
            "date_fin",
            "published",
        ],
        rows: &[
            &[
                "c1",
                "50022137",
                "15000",
                "15014",
                "CAP cuisine",
                "RNCP38430",
                "24",
                "2",
                "1",
                "44.9,2.4",
                "00000000100011",
                "[\"2026\"]",
                "false",
                "[\"2026-09-01\",\"2027-09-01\"]",
                "[\"2028-06-30\"]",
                "true",
            ],
            &[
                "c2",
                "",
                "",
                "15014",
                "",
                "RNCP38559",
                "",
                "1",
                "1",
                "",
                "00000000100011",
                "",
                "true",
                "",
                "",
                "true",
            ],
        ],
    },
];

/// The text of a fixture with its columns in another order, its header in another dress.
fn text(fixture: &Fixture, order: &[usize], upper: bool, bare: bool, new_column: bool) -> String {
    let dress = |name: &str| {
        let name = if upper { name.to_uppercase() } else { name.to_owned() };
        if bare { bassin::readers::normalise(&name) } else { name }
    };
    let line = |cells: &[&str], dress: &dyn Fn(&str) -> String, last: &str| {
        let mut out: Vec<String> =
            order.iter().filter_map(|place| cells.get(*place)).map(|cell| dress(cell)).collect();
        out.extend(new_column.then(|| last.to_owned()));
        let quoted: Vec<String> =
            out.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        format!("{}\n", quoted.join(";"))
    };
    let mut text = line(fixture.header, &dress, "Colonne nouvelle");
    for row in fixture.rows {
        text.push_str(&line(row, &|cell: &str| cell.to_owned(), "x"));
    }
    text
}

fn plain(kind: Kind) -> String {
    let fixture = FIXTURES.iter().find(|fixture| fixture.kind == kind).unwrap();
    let order: Vec<usize> = (0..fixture.header.len()).collect();
    text(fixture, &order, false, false, false)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_order_case_and_accents_and_a_new_column(
        which in 0..FIXTURES.len(),
        keys in prop::collection::vec(any::<u32>(), 32),
        (upper, bare, new_column) in any::<(bool, bool, bool)>(),
    ) {
        let fixture = &FIXTURES[which];
        let mut order: Vec<usize> = (0..fixture.header.len()).collect();
        order.sort_by_key(|place| keys[*place]);
        let table = one(&text(fixture, &order, upper, bare, new_column));
        prop_assert_eq!(table.kind, fixture.kind);
        prop_assert_eq!(table.rows.kept as usize, fixture.rows.len(), "{:?}", table.issues);
        let says = |reason: &Reason| matches!(
            reason, Reason::IgnoredColumns(names) if names.contains(&"Colonne nouvelle".to_owned())
        );
        prop_assert_eq!(table.reasons.iter().any(says), new_column);
    }
}

#[test]
fn job_seekers_by_month_with_titles_above_and_notes_below() {
    let text = format!(
        "Demandeurs d'emploi de catégories A, B, C\nDonnées brutes\nSource : France Travail\n{}\
         Champ : France\nCatégories A, B, C\nDonnées arrondies à la dizaine\n",
        plain(Kind::JobSeekerSeries)
    );
    let table = one(&text);
    assert_eq!((table.kind, table.vintage), (Kind::JobSeekerSeries, Some(2020)));
    let rows = table.rows;
    assert_eq!((rows.read, rows.kept, rows.empty, table.masked_cells), (5, 2, 3, 1));
    let note = |reason: &Reason| matches!(reason, Reason::Notes { count: 3, .. });
    assert!(table.reasons.iter().any(note), "{:?}", table.reasons);
    let Table::Series(series) = &table.table else { panic!("{:?}", table.table) };
    let rows: Vec<_> = series.rows().collect();
    assert_eq!(rows.len(), 6);
    assert_eq!((rows[0].period, rows[0].value), ("2020-01", Cell::Value(1204.0)));
    assert_eq!((rows[2].place, rows[2].value), ("Aurillac 15000", Cell::Masked));
    assert_eq!(rows[5].value, Cell::Missing);
    assert!(rows.iter().all(|row| row.measure == "Demandeurs d'emploi de catégories A, B, C"));
}

#[test]
fn declarations_and_indicators_keep_their_zone_and_period() {
    let Table::Series(found) = one(&plain(Kind::HiringDeclarations)).table else { panic!() };
    let rows: Vec<_> = found.rows().collect();
    assert_eq!(rows.len(), 2, "raw and seasonally adjusted");
    assert_eq!((rows[0].territory, rows[0].period), ("dep:15", "2024-T3"));
    assert_eq!(rows[1].value, Cell::Value(790.5));
    let Table::Series(found) = one(&plain(Kind::MarketIndicators)).table else { panic!() };
    let row = found.rows().next().unwrap();
    assert_eq!((row.territory, row.activity, row.measure), ("dep:15", "J1501", "COND_TRAVAIL"));
}

#[test]
fn establishments_that_hide_their_place_are_kept_without() {
    let Table::Stock(found) = one(&plain(Kind::EstablishmentStock)).table else { panic!() };
    let rows: Vec<_> = found.rows().collect();
    assert_eq!((rows[0].commune, rows[0].naf, rows[0].active), ("15014", "1051C", Some(true)));
    assert_eq!((rows[1].siret, rows[1].commune), ("00012340600019", ""));
    assert_eq!(rows[1].active, Some(false));
}

#[test]
fn apprenticeship_at_a_distance_is_of_no_commune() {
    let Table::Catalogue(found) = one(&plain(Kind::ApprenticeshipCatalogue)).table else {
        panic!()
    };
    let rows: Vec<_> = found.rows().collect();
    assert_eq!(
        (rows[0].commune, rows[0].months, rows[0].capacity),
        ("15014", Some(24.0), Some(24.0))
    );
    assert_eq!((rows[0].starts, rows[0].ends), ("2026-09-01", "2028-06-30"));
    assert_eq!((rows[0].register, rows[0].title), ("RNCP38430", "CAP cuisine"));
    assert_eq!((rows[1].commune, rows[1].title), ("", "RNCP38559"));
}

#[test]
fn formats_of_sas() {
    let text = "/* table */\nvalue\t$FAP9RSQ\n\"J1501\"\t=\t\"V0Z60\"\n\"A1101\",\"A1102\" = \"A0Z43\"\n\
                Other = \"ZZZZZ\" ;\nvalue $FAP9RAQ\n\"I16040\",\"I16043\" = \"G0B41\"\n\"?\" = \"G0B41\"\n";
    let table = one(text);
    assert_eq!((table.kind, table.rows.kept, table.rows.refused), (Kind::RomeToFap2009, 5, 1));
    assert_eq!(table.issues.as_slice()[0].place.row, Some(8), "the line of the file");
    let Table::Nomenclature(list) = &table.table else { panic!() };
    let found: Vec<_> = list.rows().map(|row| (row.code, row.qualifier, row.target)).collect();
    assert_eq!(found[2], ("A1102", "", "A0Z43"));
    assert_eq!(found[4], ("I1604", "3", "G0B41"));
}

#[test]
fn a_list_of_codes_and_labels_is_naf_only_when_its_codes_are() {
    let naf = "NAF rév. 2;\n;\nCode;Libellé\n01.11Z;Culture de céréales\n10.51C;Fromages\n";
    assert_eq!(one(naf).kind, Kind::NafLabels);
    let other = "Code;Libellé\nA;Première\nB;Seconde\n";
    let table = one(other);
    assert_eq!(table.kind, Kind::Unknown);
    assert_eq!(table.issues.as_slice()[0].kind, IssueKind::Unrecognised);
}

#[test]
fn an_experience_keeps_its_order_of_steps() {
    let rows = |steps: &str| {
        let table = one(&format!(
            "id_experience;intitule;public;entres;termines;en_emploi_6m;presents_12m\n{steps}\n"
        ));
        assert_eq!(table.kind, Kind::ProvenProgrammes);
        let issue = table.issues.as_slice().iter().find(|issue| issue.place.row.is_some());
        (table.rows.kept, issue.map(|issue| issue.kind.clone()))
    };
    assert_eq!(rows("X1;Fibre;salariés;12;11;9;8").0, 1);
    // A step that is not said does not hide the one before it.
    let more = |text: &str| match rows(text) {
        (0, Some(IssueKind::Impossible { rule })) => rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(more("X1;Fibre;;12;13;;"), "more-than-before");
    assert_eq!(more("X1;Fibre;;12;10;;11"), "more-than-before");
    assert_eq!(more("X1;Fibre;;0;0;;"), "nobody-entered");
    let unknown = rows("X1;Fibre;retraités;12;10;;");
    assert_eq!(unknown, (0, Some(IssueKind::NotAnOption { text: "retraités".to_owned() })));
}

#[test]
fn a_headcount_adds_up() {
    let header = "metier_entreprise;effectif;age_moins_30;age_60_plus;departs_connus_12m;\
                  departs_connus_36m;embauches_prevues_12m";
    let rule = |row: &str| {
        let table = one(&format!("{header}\n{row}\n"));
        assert_eq!(table.kind, Kind::CompanyHeadcount);
        table.issues.as_slice().iter().find_map(|issue| match &issue.kind {
            IssueKind::Impossible { rule } => Some(rule.clone()),
            _ => None,
        })
    };
    assert_eq!(rule("Soudeurs;10;3;2;1;4;2"), None);
    assert_eq!(rule("Soudeurs;4;3;2;1;4;2").as_deref(), Some("ages-exceed-headcount"));
    assert_eq!(rule("Soudeurs;10;3;2;5;4;2").as_deref(), Some("departures-shrink"));
}
