//! An occupation in a paragraph: every state of its figures has its words, in both languages.

use crate::report::Fixture;
use bassin::analysis::results::Occupation;
use bassin::i18n::Catalog;
use bassin::indicators::anchor::{Anchor, Causes, Rung};
use bassin::indicators::hiring::Tally;
use bassin::indicators::pressure::{Component, Status};
use bassin::indicators::trend::Trend;
use bassin::model::{Count, Grade, Language, Share};
use bassin::recommend::diagnosis::Lever;
use bassin::recommend::programme::Format;
use bassin::report::build::Context;
use std::sync::LazyLock;

fn count(value: f64, low: f64, high: f64, masked_cells: u32, cells: u32) -> Count {
    Count { value, low, high, masked_cells, cells }
}

fn exact(value: f64) -> Count {
    count(value, value, value, 0, 1)
}

fn tally(projects: Count, difficult: Count) -> Tally {
    let known = difficult.masked_cells < difficult.cells && projects.value > 0.0;
    let share = Share {
        value: known.then(|| difficult.value / projects.value),
        low: difficult.low / projects.high.max(1.0),
        high: (difficult.high / projects.high.max(1.0)).min(1.0),
        confidence: Grade::A,
    };
    Tally { projects, difficult, seasonal: exact(0.0), difficult_share: share, large_masked: 0 }
}

/// Spaces that do not break are spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

/// The analysis of the sample, made once for all of these tests.
static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::new);

/// The portrait of an edited occupation, without the survey, in French.
fn portrait(edit: &dyn Fn(&mut Occupation)) -> String {
    let catalog = Catalog::new(Language::French).unwrap();
    let mut occupation = FIXTURE.results.occupations.first().unwrap().clone();
    edit(&mut occupation);
    let context = Context { inquiry: None, ..FIXTURE.context(&catalog) };
    plain(&context.portrait(&occupation))
}

fn check(edit: &dyn Fn(&mut Occupation), expect: &str) {
    let said = portrait(edit);
    assert!(said.contains(expect), "« {expect} » is not in: {said}");
}

fn denies(edit: &dyn Fn(&mut Occupation), absent: &str) {
    let said = portrait(edit);
    assert!(!said.contains(absent), "« {absent} » is in: {said}");
}

fn with(projects: Count, difficult: Count) -> impl Fn(&mut Occupation) {
    move |one| one.benchmarks.territory = tally(projects, difficult)
}

#[test]
fn projects_published_masked_partly_masked_and_none() {
    let check = |projects, difficult, expect: &str| check(&with(projects, difficult), expect);
    check(
        exact(83.0),
        exact(63.0),
        "2025 : 83 projets de recrutement, dont 63 jugés difficiles par les employeurs (76 %).",
    );
    check(exact(1.0), exact(1.0), "1 projet de recrutement, dont 1 jugé difficile");
    check(
        exact(70.0),
        count(0.0, 0.0, 4.0, 1, 1),
        "70 projets de recrutement, dont un nombre masqué de difficiles, 4 au plus.",
    );
    check(
        count(0.0, 1.0, 4.0, 1, 1),
        count(0.0, 0.0, 4.0, 1, 1),
        "2025 : de 1 à 4 projets de recrutement, un nombre masqué par le secret statistique ; la \
         part de projets difficiles n’est pas calculable ici.",
    );
    check(
        count(12.0, 13.0, 16.0, 1, 2),
        count(6.0, 6.0, 10.0, 1, 2),
        "de 13 à 16 projets de recrutement, dont 12 publiés et le reste masqué, dont de 6 à 10",
    );
    check(Count::default(), Count::default(), "aucun projet de recrutement n’est déclaré ici");
    // A masked number is never written as one number, nor as zero.
    let masked = with(count(0.0, 1.0, 4.0, 1, 1), count(0.0, 0.0, 4.0, 1, 1));
    denies(&masked, "0 projet");
    denies(&masked, "jugés difficiles par les employeurs");
}

fn anchor(class: u8, causes: Causes) -> Anchor {
    Anchor {
        source: 0,
        year: 2019,
        occupation: "fap2021:V0X60".parse().unwrap(),
        rung: Rung::DepartmentOccupation,
        territory: "dep:15".parse().unwrap(),
        tension: None,
        class,
        causes,
        causes_rung: None,
        causes_territory: None,
        of_nation: Causes::default(),
        row: 2,
        converted: None,
    }
}

fn classes(here: Option<u8>, official: Option<u8>) -> impl Fn(&mut Occupation) {
    move |one| {
        one.pressure.class = here;
        one.anchor = official.map(|class| anchor(class, Causes::default()));
    }
}

#[test]
fn the_two_readings_agree_disagree_or_are_missing() {
    let check = |here, official, expect: &str| check(&classes(here, official), expect);
    check(None, None, "La classe de pression n’est pas calculable, et aucune classe officielle");
    check(Some(4), None, "classe 4 sur 5, confiance ");
    check(Some(4), None, "aucune classe officielle ne se lit");
    check(None, Some(5), "Classe officielle : 5 sur 5 (département, métier — Cantal, 2019)");
    check(Some(5), Some(4), "les deux lectures sont du même côté");
    check(Some(1), Some(3), "les deux lectures sont du même côté");
    check(
        Some(5),
        Some(2),
        "Les deux lectures ne sont pas du même côté (une tension se lit dans les deux classes les plus hautes) : pression de classe 5 sur 5",
    );
    check(
        Some(2),
        Some(5),
        "Les deux lectures ne sont pas du même côté (une tension se lit dans les deux classes les plus hautes) : classe officielle 5 sur 5",
    );
}

/// Two projects, none of them difficult, under a rung of many: its share is not a reading of here.
#[test]
fn a_borrowed_share_confirms_nothing() {
    let few = |one: &mut Occupation| {
        classes(Some(5), Some(5))(one);
        if let Some(posterior) = &mut one.pressure.posterior {
            posterior.effective_n = 0.5;
        }
        one.pressure.components.difficulty = Some(Component { value: 0.8, z: 1.0, weight: 1.0 });
    };
    check(&few, "cette part est celle de l’échelon supérieur plus que du territoire");
    check(&few, "elle ne confirme ni ne contredit la seconde");
    denies(&few, "du même côté");
    denies(&classes(Some(5), Some(5)), "cette part est celle de l’échelon supérieur");
}

/// The class has a confidence of its own: a missing component lowers it, not that of the flag.
#[test]
fn the_class_is_told_with_its_own_confidence() {
    let one = |one: &mut Occupation| {
        one.pressure.class = Some(5);
        one.pressure.grade = Grade::A;
        one.pressure.confidence = Grade::B;
        one.anchor = Some(Anchor { tension: Some(0.85), ..anchor(5, Causes::default()) });
    };
    check(&one, "classe 5 sur 5, confiance B");
    check(&one, "Valeur officielle de la tension");
    let alone = |one: &mut Occupation| {
        one.anchor = Some(anchor(5, Causes::default()));
    };
    denies(&alone, "Valeur officielle de la tension");
    let converted = |one: &mut Occupation| {
        let occupation = "fap2009:V0Z60".parse().unwrap();
        let published = anchor(5, Causes::default());
        one.anchor = Some(Anchor { occupation, converted: Some(0.9), ..published });
    };
    check(&converted, "publiée sous V0Z60");
}

#[test]
fn signs_and_change() {
    let sign = |status, grade| {
        move |one: &mut Occupation| {
            one.pressure.status = status;
            one.pressure.grade = grade;
        }
    };
    let signed = |status, grade, expect: &str| check(&sign(status, grade), expect);
    signed(Status::Flagged, Grade::A, "signalé par les données du territoire, confiance A");
    signed(
        Status::Flagged,
        Grade::C,
        "présumé en tension d’après le département, la région ou la France seulement",
    );
    signed(Status::ToCheck, Grade::C, "Le signalement dépend de cellules masquées");
    signed(Status::NotFlagged, Grade::B, "Le métier n’est pas signalé, confiance B");
    signed(Status::NoProject, Grade::C, "ni signalé ni présumé : aucun projet n’y est recensé");
    let change = |trend| {
        move |one: &mut Occupation| {
            one.change.trend = trend;
            one.change.before = None;
        }
    };
    check(&change(Trend::Broken), "dans une autre nomenclature");
    denies(&change(Trend::Alone), "depuis");
}

#[test]
fn causes_and_lever() {
    let lever = |lever: Lever, status: Status, causes: Causes| {
        move |one: &mut Occupation| {
            one.pressure.status = status;
            one.anchor = Some(anchor(5, causes));
            one.finding.lever = lever;
        }
    };
    let hard = Causes { working_conditions: Some(5), precariousness: Some(4), ..Causes::default() };
    let flagged = lever(Lever::JobQuality, Status::Flagged, hard);
    check(&flagged, "La formation n’est pas le premier levier : agir d’abord sur");
    check(&flagged, "conditions de travail contraignantes (5)");
    check(&flagged, "non-durabilité de l’emploi (4)");
    check(&flagged, "Qui pourrait le porter");
    let easy = Causes { training_link: Some(2), ..Causes::default() };
    let quiet = lever(Lever::Training, Status::NotFlagged, easy);
    check(
        &quiet,
        "La formation est le premier levier. Ce levier vient de la seule classe officielle",
    );
    check(&quiet, "Aucune cause publiée n’est de classe 4 ou 5.");
    denies(&quiet, "Qui pourrait le porter");
    denies(&lever(Lever::None, Status::NotFlagged, easy), "levier");
}

/// What is said of every occupation of the sample has words for everything.
#[test]
fn every_portrait_is_whole_in_both_languages() {
    let fixture = &*FIXTURE;
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let context = fixture.context(&catalog);
        for occupation in &context.results.occupations {
            let said = context.portrait(occupation);
            assert!(said.len() > 120 && said.ends_with('.'), "{said}");
            for wrong in ["portrait-", "cut-", "lead-", "trend-", "NaN", "{", "  "] {
                assert!(!said.contains(wrong), "{language}: {wrong} in {said}");
            }
        }
    }
}

#[test]
fn two_occupations_differ_only_where_their_intervals_are_apart() {
    let fixture = &*FIXTURE;
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let one = |label: &str, low: f64, high: f64, projects: Count| {
        let mut occupation = fixture.results.occupations[0].clone();
        occupation.label = label.to_owned();
        let posterior = occupation.pressure.posterior.as_mut().unwrap();
        (posterior.low, posterior.high) = (low, high);
        occupation.benchmarks.territory = tally(projects, exact(1.0));
        occupation
    };
    let a = one("Maçons", 0.7, 0.9, exact(60.0));
    let b = one("Vendeurs", 0.2, 0.4, exact(83.0));
    let c = one("Cuisiniers", 0.35, 0.75, count(12.0, 13.0, 64.0, 13, 14));
    let said: Vec<String> =
        context.differences(&[&b, &a, &c]).iter().map(|said| plain(said)).collect();
    assert_eq!(said.len(), 3, "one sentence for each pair");
    assert!(said[0].starts_with(
        "« Maçons » : recrutement plus difficile que « Vendeurs » : parts lissées de 70–90 % contre 20–40 %"
    ), "{}", said[0]);
    assert!(said[0].contains("Plus de projets pour « Vendeurs » : 83 contre 60"), "{}", said[0]);
    assert!(
        said[1].starts_with("« Vendeurs » et « Cuisiniers » ne se distinguent pas"),
        "{}",
        said[1]
    );
    assert!(
        said[2].starts_with("« Maçons » et « Cuisiniers » ne se distinguent pas"),
        "{}",
        said[2]
    );
    assert!(said[2].contains("Leurs nombres de projets ne se distinguent pas"), "{}", said[2]);
}

/// The words of the quadrant count the occupations that the figures put in each corner.
#[test]
fn the_quadrant_says_what_it_is_relative_to() {
    let fixture = &*FIXTURE;
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let reference = plain(&context.quadrant_reference());
    assert!(
        reference.starts_with("Relatif à la part de l’ensemble des métiers en France ("),
        "{reference}"
    );
    assert!(reference.contains("VALMONT"), "{reference}");
    let all = &fixture.results.occupations;
    let median = context.median_volume().unwrap();
    let volume = bassin::report::build::quadrant::volume;
    let is_large = |one: &&Occupation| volume(one).is_some_and(|volume| volume > median);
    let larger = all.iter().filter(is_large).count();
    assert!(larger <= all.len() / 2, "{larger} of {}", all.len());
    let tense = all.iter().filter(|one| one.pressure.mean() > fixture.results.cut);
    let both = tense.filter(is_large).count();
    let said = plain(&context.quadrant_summary(&|_| true));
    // Those whose projects are all masked have no place, and are counted apart.
    let placed = all.iter().filter(|one| volume(one).is_some()).count();
    assert!(said.starts_with(&format!("{placed} métiers.")), "{said}");
    let unplaced = all.len() - placed;
    assert_eq!(said.contains("placé"), unplaced > 0, "{said}");
    assert!(unplaced == 0 || said.contains(&format!("{unplaced} métier")), "{said}");
    assert!(said.contains(&format!("Au-dessus du seuil et de la médiane : {both} (")), "{said}");
    let none = plain(&context.quadrant_summary(&|_| false));
    assert!(none.starts_with("0 métier.") && none.contains("0 (—)"), "{none}");
}

/// A masked number of projects makes no volume.
#[test]
fn in_volume_is_said_only_where_an_order_of_size_is_known() {
    let catalog = Catalog::new(Language::French).unwrap();
    let context = FIXTURE.context(&catalog);
    let mut plans = FIXTURE.results.programmes.iter().filter_map(|one| one.training.clone());
    let mut plan = plans.next().unwrap();
    plan.format = Format::Certifying;
    let mut places = plan.places.unwrap();
    places.value = Some(12.0);
    plan.places = Some(places);
    assert_eq!(context.format(Some(&plan)), "formation certifiante, en volume");
    places.value = None;
    plan.places = Some(places);
    assert_eq!(context.format(Some(&plan)), "formation certifiante, volume à établir");
    assert!(context.format(None).contains("n’est pas le premier levier"));
}
