//! « Used » is true of the tables that something rests on, and of no other: every kind.

use bassin::analysis::results::{Note, SourceView, Usage};
use bassin::analysis::{Request, Results, analyse};
use bassin::model::Kind;
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use std::collections::BTreeMap;
use std::sync::Arc;

fn tables(name: &str, bytes: &[u8]) -> Vec<Arc<ReadTable>> {
    let reference = Reference::embedded().unwrap();
    let read = read(name, bytes, &reference, Control::none()).unwrap();
    read.into_iter().map(Arc::new).collect()
}

fn table(name: &str, text: &str) -> Arc<ReadTable> {
    tables(name, text.as_bytes()).remove(0)
}

fn results(inputs: &[Arc<ReadTable>], territory: &str, year: Option<u16>) -> Results {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let territory = territory.parse().unwrap();
    let request = Request { territory, year, as_of: "2026-11-24".parse().unwrap() };
    analyse(inputs, &reference, &parameters, &request).unwrap()
}

fn usages(inputs: &[Arc<ReadTable>], territory: &str) -> Vec<Usage> {
    results(inputs, territory, None).sources.iter().map(|source| source.usage).collect()
}

fn sample() -> Vec<Arc<ReadTable>> {
    let files = bassin::sample::FILES;
    files.iter().flat_map(|(name, bytes)| tables(name, bytes)).collect()
}

/// Every kind of the sample is there for something: a file of it that says « not used » lies.
#[test]
fn every_file_of_the_sample_says_what_it_serves() {
    let results = results(&sample(), "be:9601", None);
    let told: BTreeMap<(&str, Kind), Usage> =
        results.sources.iter().map(|one| ((one.file.as_str(), one.kind), one.usage)).collect();
    let expected = |kind: Kind| match kind {
        Kind::BmoDictionary => Usage::Unread,
        Kind::EstablishmentRegister | Kind::SurveyAnswers | Kind::ActorOpinions => Usage::Survey,
        Kind::Map => Usage::Map,
        Kind::Unknown => Usage::Apart,
        _ => Usage::Results,
    };
    for ((file, kind), usage) in &told {
        // Distances are told by minutes, or by the centres of shapes of communes.
        let measured = *kind == Kind::Map && *usage == Usage::Results;
        assert!(measured || *usage == expected(*kind), "{file} {kind}: {usage:?}");
    }
    let kinds: Vec<Kind> = told.keys().map(|(_, kind)| *kind).collect();
    for kind in [Kind::EstablishmentRegister, Kind::Map, Kind::ProvenProgrammes] {
        assert!(kinds.contains(&kind), "the sample has no {kind}");
    }
}

const SURVEY: &str = "annee;code métier;BE25;Dept;REG;met;xmet;smet\n\
                      2025;V0X60;8450;15;84;80;40;*\n2025;V0X60;9999;63;84;10;5;*\n";

/// The same register says yes where there is a survey to weigh, no where there is none.
#[test]
fn a_register_serves_a_survey_and_nothing_else() {
    let survey = table("bmo.csv", SURVEY);
    let register = table(
        "registre.csv",
        "strate;section_naf;tranche_effectif;nb_etablissements;date_source\n\
         C10;C;10-19;12;31/12/2024\n",
    );
    let answers = table(
        "etablissements.csv",
        "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total\n\
         E1;15014;1051C;10/11/2025;répondant;12\n",
    );
    let alone = usages(&[survey.clone(), register.clone()], "be:8450");
    assert_eq!(alone, [Usage::Results, Usage::Silent]);
    let both = usages(&[survey.clone(), register.clone(), answers.clone()], "be:8450");
    assert_eq!(both, [Usage::Results, Usage::Survey, Usage::Survey]);
    // Nobody of another département was asked: neither the answers nor the register serve.
    let elsewhere = usages(&[survey, register, answers], "dep:63");
    assert_eq!(elsewhere, [Usage::Results, Usage::Silent, Usage::Silent]);
}

/// What another table replaces, what speaks of elsewhere and what nothing reads are three things.
#[test]
fn what_does_not_serve_says_why() {
    let survey = table("bmo.csv", SURVEY);
    let seekers = |name: &str, zone: &str, period: &str| {
        table(
            name,
            &format!(
                "periode;type_zone;code_zone;code_rome;code_fap;version_fap;defm_a\n\
                 {period};bmo;{zone};;V0X60;2021;120\n"
            ),
        )
    };
    let inputs = [
        survey.clone(),
        seekers("avant.csv", "8450", "2024-T4"),
        seekers("apres.csv", "8450", "2025-T4"),
        seekers("ailleurs.csv", "8451", "2025-T4"),
        table("copie.csv", SURVEY),
    ];
    assert_eq!(inputs[1].kind, Kind::JobSeekers, "{:?}", inputs[1].reasons);
    let expect = [Usage::Results, Usage::SetAside, Usage::Results, Usage::Silent, Usage::SetAside];
    assert_eq!(usages(&inputs, "be:8450"), expect);
}

fn classes(name: &str, year: u16, class: u8) -> Arc<ReadTable> {
    let found = table(
        name,
        &format!("annee,rome,c_bassin,defm_abc,ind_tension_d\n{year},J1501,8450,40,{class}\n"),
    );
    assert_eq!(found.kind, Kind::BasinTension, "{:?}", found.issues);
    found
}

/// Neither the rows nor the name of the file say the year: no vintage is told of them, and those
/// that have one come before.
#[test]
fn classes_without_a_year_are_of_no_year() {
    let undated =
        |name: &str| table(name, "rome,c_bassin,defm_abc,ind_tension_d\nJ1501,8450,40,3\n");
    let told = |files: &[Arc<ReadTable>]| {
        let files: Vec<_> = files.iter().cloned().chain([surveyed(2025)]).collect();
        let found = results(&files, "be:8450", None);
        let reading = found.occupations[0].rome_readings[0];
        let vintages = found.notes.iter().filter(|note| matches!(note, Note::Vintages { .. }));
        (reading.year, reading.class, vintages.count())
    };
    assert_eq!(told(&[undated("classes.csv")]), (None, 3, 0));
    assert_eq!(told(&[undated("classes_2023.csv")]), (Some(2023), 3, 0));
    assert_eq!(told(&[undated("classes.csv"), classes("b.csv", 2024, 5)]), (Some(2024), 5, 0));
}

/// Two extracts of one survey are both read, and each row is cited where it stands.
#[test]
fn extracts_that_complete_each_other_are_both_used() {
    let of = |name: &str, rows: &str| {
        table(name, &format!("annee;code métier;BE25;Dept;REG;met;xmet;smet\n{rows}"))
    };
    let inputs = [
        of("a.csv", "2025;V0X60;8450;15;84;80;40;*\n"),
        of("b.csv", "2025;A0X40;8450;15;84;12;8;*\n2025;S1X20;8450;15;84;20;9;*\n"),
    ];
    let found = results(&inputs, "be:8450", None);
    assert_eq!(found.sources.iter().map(|one| one.usage).collect::<Vec<_>>(), [Usage::Results; 2]);
    let rows: BTreeMap<&str, &[(usize, u32)]> =
        found.occupations.iter().map(|one| (one.code.code(), one.rows.as_slice())).collect();
    let expect: [(&str, &[(usize, u32)]); 3] =
        [("A0X40", &[(1, 2)]), ("S1X20", &[(1, 3)]), ("V0X60", &[(0, 2)])];
    assert_eq!(rows, BTreeMap::from(expect));
}

fn surveyed(year: u16) -> Arc<ReadTable> {
    let header = format!("annee;code métier;BE{};Dept;REG;met;xmet;smet", year - 2000);
    table(&format!("bmo_{year}.csv"), &format!("{header}\n{year};V0X60;8450;15;84;80;40;*\n"))
}

/// The vintage that was known in the analysed year, in whatever order files are given.
#[test]
fn the_classes_of_a_basin_are_of_the_latest_vintage_known_then() {
    let (old, new) = (classes("a.csv", 2022, 2), classes("b.csv", 2024, 5));
    let waves = [surveyed(2021), surveyed(2023), surveyed(2025)];
    let check = |analysed: u16, expect: (u16, u8), told: &Note| {
        for order in [[&old, &new], [&new, &old]] {
            let files = order.into_iter().chain(&waves).cloned().collect::<Vec<_>>();
            let found = results(&files, "be:8450", Some(analysed));
            let reading = found.occupations[0].rome_readings[0];
            assert_eq!((reading.year, reading.class), (Some(expect.0), expect.1), "{analysed}");
            assert!(found.notes.contains(told), "{analysed}: {:?}", found.notes);
            let usage = |of: &Arc<ReadTable>| {
                let same = |source: &&SourceView| source.file == of.file;
                found.sources.iter().find(same).unwrap().usage
            };
            let (kept, left) = if expect.0 == 2022 { (&old, &new) } else { (&new, &old) };
            assert_eq!((usage(kept), usage(left)), (Usage::Results, Usage::SetAside));
        }
    };
    let note = |kept: u16, left: u16, later: Option<u16>| Note::Vintages {
        kind: Kind::BasinTension,
        kept,
        left: vec![left],
        later,
    };
    check(2025, (2024, 5), &note(2024, 2022, None));
    check(2023, (2022, 2), &note(2022, 2024, None));
    // Both are later than the analysed year: the nearer one, and it is said.
    check(2021, (2022, 2), &note(2022, 2024, Some(2021)));
}

/// The same of the official tensions, stacked in one file or in two.
#[test]
fn tensions_are_of_the_latest_vintage_known_then() {
    let header = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
                  Lien formation-emploi,Manque de main-d'œuvre disponible,\
                  Non-durabilité de l'emploi,Conditions de travail contraignantes,\
                  Inadéquation géographique,Année,niveau_geo,niveau_fap,reg,dep\n";
    let row = |year: u16, class: u8| {
        format!("V0X60,100,0.6,{class}.0,3.0,5.0,3.0,3.0,3.0,3.0,{year},nat,fap 228,,\n")
    };
    let stacked = table("t.csv", &format!("{header}{}{}", row(2022, 2), row(2024, 5)));
    let apart = [
        table("a.csv", &format!("{header}{}", row(2024, 5))),
        table("b.csv", &format!("{header}{}", row(2022, 2))),
    ];
    let waves = [surveyed(2023), surveyed(2025)];
    for (analysed, expect) in [(2023, (2022, 2)), (2025, (2024, 5))] {
        for files in [vec![stacked.clone()], apart.to_vec()] {
            let files = files.into_iter().chain(waves.clone()).collect::<Vec<_>>();
            let anchor = results(&files, "be:8450", Some(analysed)).occupations[0].anchor.unwrap();
            assert_eq!((anchor.year, anchor.class), expect, "{analysed}");
        }
    }
}
