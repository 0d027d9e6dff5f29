//! Official readings beside the one that is kept: found, told, and never mixed with it.

use crate::report::Fixture;
use bassin::analysis::readings::{OtherReading, ReadOf};
use bassin::analysis::results::Occupation;
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::indicators::anchor::{Anchor, Causes, RomeReading, Rung};
use bassin::model::{Fap, FapLevel, FapVersion, Language, Rome};
use bassin::readers::{Control, ReadTable, read};
use bassin::recommend::diagnosis::Lever;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::Context;
use std::sync::{Arc, LazyLock};

fn table(name: &str, text: &str) -> Arc<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let mut read = read(name, text.as_bytes(), &reference, Control::none()).unwrap();
    Arc::new(read.remove(0))
}

/// A survey of one occupation on the pilot basin.
fn survey(code: Fap) -> Arc<ReadTable> {
    let code = code.code();
    table(
        "bmo.csv",
        &format!(
            "annee;code métier;BE25;Dept;REG;met;xmet;smet\n\
             2025;{code};8450;15;84;80;60;*\n2025;{code};9999;63;84;10;5;*\n"
        ),
    )
}

/// Tensions of the département, under a code of 2009: class, then causes I, F, M, N, C, G.
fn dares(code: &str, class: u8, causes: [u8; 6]) -> Arc<ReadTable> {
    let causes: Vec<String> = causes.iter().map(|one| format!("{one}.0")).collect();
    let causes = causes.join(",");
    table(
        "dares.csv",
        &format!(
            "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
             Lien formation-emploi,Manque de main-d'œuvre disponible,Non-durabilité de l'emploi,\
             Conditions de travail contraignantes,Inadéquation géographique,Année,niveau_geo,\
             niveau_fap,reg,dep\n\
             {code},100,0.1,{class}.0,{causes},2019,dep,fap 225,,15\n\
             {code},9000,0.1,3.0,3.0,3.0,3.0,3.0,3.0,3.0,2019,nat,fap 225,,\n"
        ),
    )
}

fn cards(classes: &[(Rome, u8)]) -> Arc<ReadTable> {
    let rows: Vec<String> =
        classes.iter().map(|(rome, class)| format!("2021,{rome},8450,40,{class}")).collect();
    let rows = rows.join("\n");
    table("bassins.csv", &format!("annee,rome,c_bassin,defm_abc,ind_tension_d\n{rows}\n"))
}

fn occupation(inputs: &[Arc<ReadTable>]) -> Occupation {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let territory = "be:8450".parse().unwrap();
    let request = Request { territory, year: Some(2025), as_of: "2026-11-24".parse().unwrap() };
    let mut found = analyse(inputs, &reference, &parameters, &request).unwrap();
    found.occupations.remove(0)
}

/// An occupation of 2021 with one card of its own and one code of 2009 that carries it, by the
/// reference lists themselves.
fn alone(reference: &Reference) -> (Fap, Rome, Fap) {
    let mut all = reference.faps(FapVersion::Fap2021, FapLevel::Occupation).into_iter();
    let found = all.find_map(|code| {
        let [(card, _)] = reference.romes_from_fap(code).try_into().ok()?;
        let targets = reference.fap_from_rome(FapVersion::Fap2021, card, None);
        let bridge = reference.bridge(code, FapVersion::Fap2009);
        let (old, share) = *bridge.first()?;
        (targets.len() == 1 && share >= 0.5).then_some((code, card, old))
    });
    found.unwrap()
}

/// The class of the basin is kept, and that of the Dares is not lost.
#[test]
fn a_class_of_the_dares_behind_one_of_the_basin_stays_in_sight() {
    let reference = Reference::embedded().unwrap();
    let (code, card, old) = alone(&reference);
    let files = [survey(code), dares(old.code(), 2, [2; 6]), cards(&[(card, 5)])];
    let found = occupation(&files);
    let kept = found.anchor.unwrap();
    assert_eq!((kept.rung, kept.class), (Rung::Basin, 5));
    let [other] = found.other_readings.as_slice() else { panic!("{:?}", found.other_readings) };
    assert_eq!((other.class(), other.agrees(kept.class)), (2, false));
    assert!(matches!(other.of, ReadOf::Ladder(one) if one.occupation == old));
    // Without the file of the basin, the same reading is the one that is kept.
    let found = occupation(&files[..2]);
    assert_eq!(
        found.anchor.map(|one| (one.rung, one.class)),
        Some((Rung::DepartmentOccupation, 2))
    );
    assert_eq!(found.other_readings, []);
}

/// A card of several occupations is of none of them, and is shown with how many they are.
#[test]
fn a_card_of_several_occupations_is_context() {
    let reference = Reference::embedded().unwrap();
    let all = reference.faps(FapVersion::Fap2021, FapLevel::Occupation).into_iter();
    let mut checked = 0;
    for code in all.take(40) {
        let romes: Vec<Rome> = reference.romes_from_fap(code).iter().map(|one| one.0).collect();
        let classes: Vec<(Rome, u8)> = romes.iter().map(|rome| (*rome, 4)).collect();
        let found = occupation(&[survey(code), cards(&classes)]);
        let kept = usize::from(found.anchor.is_some());
        assert_eq!(found.other_readings.len() + kept, romes.len(), "{code}");
        for one in &found.other_readings {
            let ReadOf::Rome(reading) = one.of else { panic!("{one:?}") };
            let of = reference.fap_from_rome(FapVersion::Fap2021, reading.rome, None);
            assert_eq!(one.occupations, of.len());
            assert!(romes.len() > 1 || of.len() > 1, "{code}: its only card is its anchor");
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

/// Of codes of 2009 that carry an occupation in part, none is kept and each is told.
#[test]
fn ambiguous_codes_are_told_and_not_kept() {
    let reference = Reference::embedded().unwrap();
    let all = reference.faps(FapVersion::Fap2021, FapLevel::Occupation).into_iter();
    let mut seen = 0;
    for code in all {
        let bridge = reference.bridge(code, FapVersion::Fap2009);
        let Some((old, share)) = bridge.first().copied().filter(|one| one.1 < 0.3) else {
            continue;
        };
        let found = occupation(&[survey(code), dares(old.code(), 5, [2, 5, 2, 2, 2, 2])]);
        assert_eq!(found.anchor, None, "{code}");
        if share >= 0.1 {
            let [other] = found.other_readings.as_slice() else { panic!("{code} {share}") };
            assert_eq!((other.class(), other.lever), (5, Some(Lever::Training)), "{code}");
            seen += 1;
        }
    }
    assert!(seen > 0);
}

static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::new);

fn rome(code: &str, class: u8, lever: Lever) -> OtherReading {
    let reading = RomeReading {
        source: 0,
        year: Some(2021),
        rome: Rome::new(code).unwrap(),
        class,
        causes: Causes { training_link: Some(2), working_conditions: Some(5), ..Causes::default() },
        row: 7,
    };
    OtherReading { of: ReadOf::Rome(reading), lever: Some(lever), occupations: 3 }
}

fn dares_of(anchor: &Anchor, class: u8) -> OtherReading {
    let one = Anchor { class, rung: Rung::DepartmentOccupation, converted: None, ..*anchor };
    OtherReading { of: ReadOf::Ladder(one), lever: None, occupations: 1 }
}

/// What the sheet says, in a language, of an edited occupation that is flagged and has an anchor.
fn told(language: Language, edit: &dyn Fn(&mut Occupation)) -> String {
    let catalog = Catalog::new(language).unwrap();
    let all = &FIXTURE.results.occupations;
    let flagged = |one: &&Occupation| one.anchor.is_some() && one.finding.lever == Lever::Training;
    let mut occupation = all.iter().find(flagged).unwrap().clone();
    edit(&mut occupation);
    let context = Context { inquiry: None, ..FIXTURE.context(&catalog) };
    let text = format!("{} {}", context.portrait(&occupation), context.contradictions(&occupation));
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

#[test]
fn words_say_which_reading_stands_on_the_other_side_and_where_it_would_lead() {
    let apart = |one: &mut Occupation| {
        let anchor = Anchor { class: 5, ..one.anchor.unwrap() };
        one.anchor = Some(anchor);
        one.other_readings = vec![dares_of(&anchor, 2)];
    };
    let said = told(Language::French, &apart);
    assert!(said.contains("de l’autre côté du seuil de tension : classe 2 sur 5 (Dares"), "{said}");
    let said = told(Language::English, &apart);
    assert!(said.contains("other side of the tension threshold: class 2 of 5 (Dares"), "{said}");
    let near = |one: &mut Occupation| {
        let anchor = Anchor { class: 5, ..one.anchor.unwrap() };
        one.anchor = Some(anchor);
        one.other_readings = vec![dares_of(&anchor, 4)];
    };
    let said = told(Language::French, &near);
    assert!(!said.contains("autre lecture officielle"), "{said}");
    let lever =
        |one: &mut Occupation| one.other_readings = vec![rome("G1602", 5, Lever::JobQuality)];
    let said = told(Language::French, &lever);
    assert!(said.contains("mènerait à un autre levier : "), "{said}");
    assert!(said.contains("fiche ROME G1602") && said.contains("couvre 3 métiers"), "{said}");
    // The same lever, and one that only asks, contradict nothing.
    for lever in [Lever::Training, Lever::AskEmployers, Lever::None] {
        let same = |one: &mut Occupation| one.other_readings = vec![rome("G1602", 5, lever)];
        assert!(!told(Language::French, &same).contains("autre levier"), "{lever:?}");
    }
    let without = |one: &mut Occupation| {
        one.anchor = None;
        one.other_readings = vec![rome("G1602", 5, Lever::JobQuality)];
    };
    let said = told(Language::French, &without);
    assert!(said.contains("incertaines, montrées sans être retenues : classe 5 sur 5"), "{said}");
}
