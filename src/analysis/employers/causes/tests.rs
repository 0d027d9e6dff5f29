use super::*;
use crate::analysis::employers::weigh::Choices;
use crate::model::FapVersion;
use crate::readers::{Control, read};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::embedded().unwrap());

const COOK: &str = "S1X40";
const AIDE: &str = "V0X60";

/// An establishment: weight, activity, then what it says: occupation, difficult projects, causes.
type Answer<'a> = (f64, &'a str, &'a [(&'a str, u32, &'a str)]);

fn tables(answers: &[Answer<'_>]) -> Vec<Arc<ReadTable>> {
    let reference = &*REFERENCE;
    let mut establishments = "id_etablissement;code_commune;code_bassin;code_naf;date_reponse;\
                              statut_reponse;effectif_total;poids_initial\n"
        .to_owned();
    let mut occupations = "id_etablissement;libelle_metier;code_fap;version_fap;effectif_metier;\
                           projets_12m;projets_difficiles;causes_difficulte\n"
        .to_owned();
    for (n, (weight, naf, said)) in answers.iter().enumerate() {
        let weight = weight.to_string().replace('.', ",");
        writeln!(establishments, "E{n};15014;8450;{naf};10/11/2025;répondant;12;{weight}").unwrap();
        for (fap, difficult, causes) in *said {
            writeln!(occupations, "E{n};Métier;{fap};2021;3;4;{difficult};{causes}").unwrap();
        }
    }
    [("etablissements.csv", establishments), ("metiers.csv", occupations)]
        .map(|(name, text)| {
            let found = read(name, text.as_bytes(), reference, Control::none()).unwrap();
            Arc::new(found.into_iter().next().unwrap())
        })
        .to_vec()
}

fn told(answers: &[Answer<'_>]) -> ToldCauses {
    let reference = &*REFERENCE;
    let inputs = tables(answers);
    let reading = Reading { choices: Choices::default(), ..Reading::default() };
    of_inputs(&inputs, Territory::France, FapVersion::Fap2021, reference, &reading)
}

fn of<'a>(told: &'a ToldCauses, scope: &Scope) -> &'a Stated {
    told.stated.iter().find(|stated| stated.scope == *scope).unwrap()
}

fn occupation(code: &str) -> Scope {
    Scope::Occupation(Fap::new(FapVersion::Fap2021, code).unwrap())
}

/// Weighted and unweighted share of a cause.
fn share(stated: &Stated, cause: &str) -> (f64, f64) {
    let cited = stated.cited.iter().find(|cited| cited.cause == cause).unwrap();
    let Value::Interval { value, low, high } = cited.value else { panic!("{cited:?}") };
    assert!(0.0 <= low && low <= value && value <= high && high <= 1.0, "{cited:?}");
    (value, cited.unweighted.unwrap())
}

fn check(found: (f64, f64), (weighted, unweighted): (f64, f64)) {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
    assert!(near(found.0, weighted) && near(found.1, unweighted), "{found:?}");
}

/// Three cooks' employers name a cause, one is in difficulty and names none, one is not.
const WORKED: [Answer<'_>; 6] = [
    (2.0, "5610A", &[(COOK, 1, "salaire")]),
    (6.0, "5610A", &[(COOK, 2, "salaire|image"), (AIDE, 1, "compétences")]),
    (1.0, "8710A", &[(COOK, 1, "compétences")]),
    (3.0, "5610A", &[(COOK, 2, "")]),
    (5.0, "5610A", &[(COOK, 0, "")]),
    (4.0, "8710A", &[(AIDE, 2, "salaire")]),
];

#[test]
fn shares_worked_by_hand() {
    let told = told(&WORKED);
    assert!(told.weighted);
    let cook = of(&told, &occupation(COOK));
    assert_eq!((cook.declaring.len(), cook.answered.len()), (4, 3));
    check(share(cook, "salaire"), ((2.0 + 6.0) / (2.0 + 6.0 + 1.0), 2.0 / 3.0));
    check(share(cook, "image"), (6.0 / (2.0 + 6.0 + 1.0), 1.0 / 3.0));
    // Named for the other occupation only: not of this one.
    check(share(cook, "compétences"), (1.0 / (2.0 + 6.0 + 1.0), 1.0 / 3.0));
    check(share(cook, "autre"), (0.0, 0.0));
    // An establishment counts once, with all that it names.
    let all = of(&told, &Scope::All);
    assert_eq!((all.declaring.len(), all.answered.len()), (5, 4));
    let base = 2.0 + 6.0 + 1.0 + 4.0;
    check(share(all, "salaire"), ((2.0 + 6.0 + 4.0) / base, 3.0 / 4.0));
    check(share(all, "compétences"), ((6.0 + 1.0) / base, 2.0 / 4.0));
    // Two answers in the homes, two restaurants that name a cause: no value under three.
    let homes = of(&told, &Scope::Sector(Some('Q')));
    assert_eq!((homes.declaring.len(), homes.answered.len()), (2, 2));
    assert!(homes.cited.iter().all(|cited| cited.value == Value::Unknown));
    assert_eq!(homes.cited[3].refusal, Some(Refusal::TooFew { n: 2, least: 3 }));
    let restaurants = of(&told, &Scope::Sector(Some('I')));
    assert_eq!((restaurants.declaring.len(), restaurants.answered.len()), (3, 2));
}

/// Every cause of the layout is there, named or not.
#[test]
fn causes_that_nobody_names_are_told() {
    let told = told(&WORKED);
    for stated in &told.stated {
        let names: Vec<&str> = stated.cited.iter().map(|cited| cited.cause.as_str()).collect();
        assert_eq!(names, OFFERED);
    }
}

#[test]
fn without_weights_everyone_counts_for_one() {
    let reference = &*REFERENCE;
    let plain: Vec<Answer<'_>> = WORKED.iter().map(|(_, naf, said)| (0.0, *naf, *said)).collect();
    let inputs = tables(&plain);
    let reading = Reading::default();
    let told = of_inputs(&inputs, Territory::France, FapVersion::Fap2021, reference, &reading);
    assert!(!told.weighted);
    check(share(of(&told, &occupation(COOK)), "salaire"), (2.0 / 3.0, 2.0 / 3.0));
}

/// What the diagnosis reads: official causes that may be said aloud, weighted, with the thresholds
/// of the user.
#[test]
fn the_diagnosis_reads_weighted_shares() {
    let cooks = |n: usize, weight: f64, causes: &'static str| {
        let said: &'static [(&str, u32, &str)] = match causes {
            "salaire" => &[(COOK, 1, "salaire")],
            _ => &[(COOK, 1, "compétences")],
        };
        std::iter::repeat_n((weight, "5610A", said), n)
    };
    let answers: Vec<Answer<'_>> =
        cooks(6, 1.0, "salaire").chain(cooks(4, 6.0, "compétences")).collect();
    let told = told(&answers);
    let read = for_diagnosis(&told, Thresholds::default());
    let cook = read.values().next().unwrap();
    let of = |cause| cook.iter().find(|said| said.cause == cause).unwrap();
    let skills = of(crate::recommend::local::LocalCause::Skills);
    assert!((skills.share - 24.0 / (24.0 + 6.0)).abs() < 1e-12, "{skills:?}");
    assert!(skills.weighted && skills.n == 10 && skills.low < skills.share);
    assert_eq!(cook.len(), 2, "what nobody names of ten is not said aloud");
    let asked = crate::secrecy::primary::Asked {
        least_units: 5,
        ..crate::secrecy::primary::Asked::PUBLISHED
    };
    let stricter = for_diagnosis(&told, Thresholds::new(asked).unwrap());
    assert!(stricter.values().next().unwrap().is_empty(), "four name skills, fewer than five");
}

proptest! {
    // Each case reads three surveys as files.
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A second road: a respondent of weight 2w is two of weight w that answer the same.
    #[test]
    fn twice_the_respondents_at_half_the_weight(
        weights in prop::collection::vec(2_u32..40, 4..9),
        named in prop::collection::vec(0_usize..4, 9),
    ) {
        let said: [&[(&str, u32, &str)]; 4] = [
            &[(COOK, 1, "salaire")],
            &[(COOK, 1, "salaire|image")],
            &[(COOK, 2, "")],
            &[(COOK, 1, "compétences|image")],
        ];
        let once: Vec<Answer<'_>> = weights
            .iter()
            .zip(&named)
            .map(|(weight, place)| (f64::from(*weight), "5610A", said[*place]))
            .collect();
        let twice: Vec<Answer<'_>> = once
            .iter()
            .flat_map(|(weight, naf, said)| [(weight / 2.0, *naf, *said); 2])
            .collect();
        // In another order.
        let other: Vec<Answer<'_>> = once.iter().rev().copied().collect();
        let read = |answers: &[Answer<'_>]| -> Vec<Option<f64>> {
            let told = told(answers);
            let cook = of(&told, &occupation(COOK));
            let point = |cited: &Cited| match cited.value {
                Value::Interval { value, .. } => Some(value),
                _ => None,
            };
            cook.cited.iter().map(point).collect()
        };
        let (once, twice, other) = (read(&once), read(&twice), read(&other));
        for ((once, twice), other) in once.iter().zip(&twice).zip(&other) {
            // Three answers once are six: the value may be given of the latter only.
            if let Some((a, b)) = once.zip(*twice) {
                prop_assert!((a - b).abs() < 1e-9, "{a} {b}");
            }
            if let Some((a, b)) = once.zip(*other) {
                prop_assert!((a - b).abs() < 1e-9, "{a} {b}");
            }
        }
    }
}
