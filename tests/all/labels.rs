//! Acceptance of the matcher on the published job titles and on labels made from them.
//!
//! Sets are sampled here (every fourth to eighth title); `examples/measure.rs` runs them whole.

use crate::variants::{Case, Variant, cards_of_forms, cases};
use bassin::matching::label::index::Index;
use bassin::matching::label::{BULK_SCORE, N_CANDIDATES, Reason};
use proptest::prelude::*;
use std::sync::OnceLock;

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| Index::embedded().unwrap())
}

/// Parts of a set: right card first; and, above the bulk threshold, accepted and right.
struct Measure {
    first: f64,
    accepted: f64,
    right_when_accepted: f64,
}

fn measure(cases: &[Case]) -> Measure {
    let (mut first, mut accepted, mut both) = (0.0, 0.0, 0.0);
    for case in cases {
        let answer = index().propose(&case.label);
        let Some(best) = answer.candidates.first() else { continue };
        let right = case.right.contains(&best.rome);
        first += f64::from(u8::from(right));
        if best.score >= BULK_SCORE {
            accepted += 1.0;
            both += f64::from(u8::from(right));
        }
    }
    let n = f64::from(u32::try_from(cases.len()).unwrap());
    Measure { first: first / n, accepted: accepted / n, right_when_accepted: both / accepted }
}

fn check(variant: Variant, step: usize, least_first: f64) -> Measure {
    let found = measure(&cases(index(), variant, step));
    assert!(found.first >= least_first, "{variant:?}: {}", found.first);
    found
}

#[test]
fn built_in_lists() {
    let job_titles = index().titles().iter().filter(|title| title.ogr.is_some());
    assert_eq!(job_titles.count(), 11_118);
    let mut cards: Vec<_> = index().titles().iter().map(|title| title.rome).collect();
    cards.sort_unstable();
    cards.dedup();
    assert_eq!(cards.len(), 532);
}

/// Job titles and labels of newer cards that are written alike and lead to two cards.
#[test]
fn forms_of_two_cards() {
    let forms = cards_of_forms(index().titles());
    assert_eq!(forms.values().filter(|cards| cards.len() > 1).count(), 36);
}

#[test]
fn full_and_masculine_forms() {
    check(Variant::Full, 4, 0.99);
    check(Variant::Masculine, 4, 0.99);
}

#[test]
fn feminine_plural_and_capitals() {
    check(Variant::Feminine, 6, 0.98);
    check(Variant::Plural, 6, 0.98);
    check(Variant::Upper, 6, 0.98);
}

#[test]
fn typing_errors() {
    for seed in 1..=3 {
        let found = check(Variant::Typo { seed }, 8, 0.93);
        assert!(found.right_when_accepted >= 0.99, "{}", found.right_when_accepted);
        assert!(found.accepted >= 0.9, "{}", found.accepted);
    }
}

/// A title with a word left out may be another title: the score must then not claim too much.
#[test]
fn a_word_left_out() {
    let found = check(Variant::Shorter { seed: 1 }, 6, 0.8);
    assert!(found.right_when_accepted >= 0.95, "{}", found.right_when_accepted);
}

fn typed(label: &str, rome: &str, reason: Reason) {
    let answer = index().propose(label);
    let first = answer.candidates.first().map(|one| (one.rome.to_string(), one.reason));
    assert_eq!(first, Some((rome.to_owned(), reason)), "{label}");
}

#[test]
fn as_employers_type() {
    typed("conducteur PL", "N4101", Reason::Abbreviation);
    typed("aide soig.", "J1501", Reason::Abbreviation);
    typed("chef de rang H/F", "G1803", Reason::SameWords);
    typed("technicien maintenance poids lourds", "I1604", Reason::Similar);
    typed("serveuse", "G1803", Reason::Similar);
    typed("IDE", "J1506", Reason::Abbreviation);
    typed("boulanger(ère)", "D1102", Reason::Exact);
    typed("CONDUCTRICE DE BUS", "N4103", Reason::Exact);
    typed("maçons", "F1703", Reason::Inflection);
    typed("de bus conductrice", "N4103", Reason::SameWords);
    typed("conducteur de bsu", "N4103", Reason::Typo { distance: 1 });
    typed("Cuisinière CDI 35h (15) urgent", "G1602", Reason::SameWords);
    typed("plombier/chauffagiste", "F1603", Reason::Exact);
    typed("infirmier hôpital", "J1506", Reason::Similar);
    typed("cuisto", "G1602", Reason::Abbreviation);
    typed("aide à dom", "K1304", Reason::Abbreviation);
    typed("électromécanicien", "I1304", Reason::Abbreviation);
    typed("admin réseau", "M1801", Reason::Similar);
    typed("prof de maths", "K2107", Reason::Abbreviation);
}

/// Where it is done does not hide the occupation.
#[test]
fn a_place_of_work_hides_nothing() {
    let first = index().propose("aide soignante EHPAD").candidates.into_iter().next().unwrap();
    assert_eq!(first.rome.to_string(), "J1501");
}

/// A card without a qualification leads first to its plain occupation.
#[test]
fn a_cook_is_no_kitchen_help() {
    let reference = bassin::reference::Reference::embedded().unwrap();
    let rome = bassin::model::Rome::new("G1602").unwrap();
    let found = reference.likeliest_from_rome(bassin::model::FapVersion::Fap2021, rome);
    let labels: Vec<&str> =
        found.iter().map(|(fap, _)| reference.fap_label(*fap).unwrap()).collect();
    assert_eq!(labels.first(), Some(&"Cuisiniers"), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with("Aides de cuisine")), "{labels:?}");
}

/// What no title resembles is given no card, and no right answer is lost by it.
#[test]
fn what_names_nothing_is_given_nothing() {
    for label in ["xyz", "azerty", "qsdf jklm", "néant", "n/a", "???", "lorem ipsum"] {
        let candidates = index().propose(label).candidates;
        assert!(candidates.is_empty(), "{label}: {candidates:?}");
    }
    for variant in [Variant::Typo { seed: 1 }, Variant::Shorter { seed: 1 }] {
        let cases = cases(index(), variant, 12);
        let none = cases.iter().filter(|case| index().propose(&case.label).candidates.is_empty());
        let none = none.count();
        assert!(none * 200 < cases.len(), "{variant:?}: {none} of {}", cases.len());
    }
}

/// What names no job, or one among many, must not pass the bulk threshold.
#[test]
fn vague_labels_are_not_accepted_in_bulk() {
    let check = |label: &str| {
        let score = index().propose(label).candidates.first().map_or(0.0, |one| one.score);
        assert!(score < BULK_SCORE, "{label}: {score}");
    };
    check("technicien");
    check("responsable");
    check("agent d'entretien");
    check("opérateur de production");
    check("AVS");
    check("polyvalent");
    check("divers");
    check("???");
    check("");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text gives ordered scores of 0–1, each card once, the same answer twice.
    #[test]
    fn any_text(label in "\\PC{0,40}") {
        let answer = index().propose(&label);
        prop_assert_eq!(&answer, &index().propose(&label));
        prop_assert!(answer.candidates.len() <= N_CANDIDATES);
        let scores: Vec<f64> = answer.candidates.iter().map(|one| one.score).collect();
        prop_assert!(scores.iter().all(|score| (0.0..=1.0).contains(score)));
        prop_assert!(scores.is_sorted_by(|a, b| a >= b));
        let mut cards: Vec<_> = answer.candidates.iter().map(|one| one.rome).collect();
        cards.sort_unstable();
        cards.dedup();
        prop_assert_eq!(cards.len(), answer.candidates.len());
    }

    /// Case changes no card, and mentions at most the order of two that share their words.
    #[test]
    fn capitals_and_mentions(rank in 0_usize..11_118) {
        let label = index().titles().get(rank).map_or("", |title| title.label.as_str());
        let cards = |label: &str| -> Vec<_> {
            index().propose(label).candidates.iter().map(|one| one.rome).collect()
        };
        let first = cards(label).first().copied();
        prop_assert_eq!(first, cards(&label.to_uppercase()).first().copied());
        // Titles that differ by small words only stay together, first or second.
        let with_mention = cards(&format!("{label} H/F"));
        prop_assert!(with_mention.iter().take(2).any(|card| Some(*card) == first), "{}", label);
    }
}

/// Each abbreviation is written once for each of its meanings, and means something longer.
#[test]
fn abbreviations_expand() {
    let rows: Vec<Vec<&str>> = include_str!("../../assets/reference/abbreviation.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(';').collect())
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    for row in &rows {
        let [short, long, comment] = row.as_slice() else { panic!("{row:?}") };
        assert!(short.len() < long.len() && !comment.is_empty(), "{row:?}");
        assert!(seen.insert((bassin::matching::label::fold::letters(short), *long)), "{row:?}");
    }
    assert!((200..=400).contains(&rows.len()), "{}", rows.len());
}
