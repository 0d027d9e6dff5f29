//! Comparability by hand, and its properties.

use super::*;
use proptest::prelude::*;

fn rules() -> Comparable {
    Parameters::embedded().unwrap().comparable()
}

fn occupation() -> Fap {
    "fap2021:B2X33".parse().unwrap()
}

fn wanted() -> Wanted {
    Wanted {
        occupation: occupation(),
        level: Some(3),
        audience: Audience::JobSeekers,
        group: (8, 12),
        as_of: "2026-11-30".parse().unwrap(),
    }
}

/// The closest that there is.
fn experience() -> Experience {
    Experience {
        source: 0,
        row: 2,
        id: "X1".to_owned(),
        title: "Fibre".to_owned(),
        context: String::new(),
        rome: None,
        occupations: [(occupation(), Kinship::Same)].into(),
        level: Some(3),
        audience: Some(Audience::JobSeekers),
        hours: Some(400.0),
        modality: String::new(),
        group_size: Some(10.0),
        commune: None,
        ring: Some(Ring::Basin),
        year: Some(2026),
        place_cost: Some(4_000.0),
        entered: 12.0,
        completed: 11.0,
        employed_6m: Some(9.0),
        present_12m: Some(8.0),
        told_by: String::new(),
        told_on: String::new(),
    }
}

fn compare(one: impl std::borrow::Borrow<Experience>) -> Precedent {
    compared(0, one.borrow(), &wanted(), &rules()).unwrap()
}

fn near(found: f64, expect: f64) {
    assert!((found - expect).abs() < 1e-12, "{found} {expect}");
}

#[test]
fn scores_by_hand() {
    near(compare(experience()).score, 1.0);
    // Two levels of three, other job seekers, 16 for at most 12, the région, four years of ten.
    let far = Experience {
        level: Some(5),
        audience: Some(Audience::Young),
        group_size: Some(16.0),
        ring: Some(Ring::Region),
        year: Some(2022),
        ..experience()
    };
    let expect = 0.25 * (1.0 - 2.0 / 3.0)
        + 0.25 * 0.5
        + 0.15 * (12.0 / 16.0)
        + 0.2 * 0.5
        + 0.15 * (1.0 - 4.0 / 10.0);
    near(compare(far.clone()).score, expect);
    // Another card of the domain: half of it; another occupation altogether: nothing.
    let domain = [(occupation(), Kinship::Domain)].into();
    near(compare(Experience { occupations: domain, ..far }).score, 0.5 * expect);
    let other = Experience { occupations: BTreeMap::new(), ..experience() };
    assert_eq!(compared(0, &other, &wanted(), &rules()), None);
    // What is not said is neither far nor close.
    let silent = compare(Experience { level: None, ring: None, ..experience() });
    near(silent.score, 1.0 - 0.25 - 0.2);
    near(silent.at_most, 1.0);
    assert_eq!(silent.reasons[0], (Criterion::Level, None));
}

#[test]
fn employees_and_job_seekers_have_nothing_in_common() {
    let check = |ran: Audience, expect: f64| {
        let found = compare(Experience { audience: Some(ran), ..experience() });
        assert_eq!(found.reasons[1], (Criterion::Audience, Some(expect)), "{ran:?}");
    };
    check(Audience::JobSeekers, 1.0);
    check(Audience::JobSeekersFarFromWork, 0.5);
    check(Audience::Employees, 0.0);
}

#[test]
fn few_people_did_not_prove_it() {
    let check = |employed: Option<f64>, entered: f64, expect: bool| {
        let one = Experience { employed_6m: employed, entered, ..experience() };
        assert_eq!(one.worked(&rules()), expect, "{employed:?} of {entered}");
    };
    check(Some(9.0), 12.0, true);
    // The same share of four: the low end of Wilson is 0.43 still; one of two: 0.16.
    check(Some(3.0), 4.0, true);
    check(Some(1.0), 2.0, false);
    check(Some(4.0), 12.0, false);
    check(None, 12.0, false);
}

/// The interval of Wilson at 80 %, written out once more.
fn published(p: f64, n: f64) -> (f64, f64) {
    let z = 1.281_551_565_544_600_4;
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    (centre - half, centre + half)
}

#[test]
fn outcomes_are_transferred_with_the_interval_of_their_people() {
    let library = [experience()];
    let own = precedents(&wanted(), &library, &rules());
    let found = outcome(&own, &library).unwrap();
    near(found.value, 8.0 / 12.0);
    let (low, high) = published(8.0 / 12.0, 12.0);
    assert!((found.low - low).abs() < 1e-6 && (found.high - high).abs() < 1e-6, "{found:?}");
    assert_eq!(found.from, Origin::Library(1));
    // Half as comparable is half as many people: wider on both sides.
    let domain = [(occupation(), Kinship::Domain)].into();
    let library = [Experience { occupations: domain, ..experience() }];
    let half = outcome(&precedents(&wanted(), &library, &rules()), &library).unwrap();
    let (low, high) = published(8.0 / 12.0, 6.0);
    assert!((half.low - low).abs() < 1e-6 && (half.high - high).abs() < 1e-6, "{half:?}");
    // Four times fewer people, the same share: wider too.
    let few = [Experience { entered: 3.0, present_12m: Some(2.0), ..experience() }];
    let few = outcome(&precedents(&wanted(), &few, &rules()), &few).unwrap();
    assert!(few.low < found.low && few.high > found.high);
    // Nobody says who stayed: nothing is taken over.
    let silent = [Experience { present_12m: None, ..experience() }];
    assert_eq!(outcome(&precedents(&wanted(), &silent, &rules()), &silent), None);
}

#[test]
fn costs_are_transferred_at_the_hours_of_the_candidate() {
    let library = [experience()];
    let own = precedents(&wanted(), &library, &rules());
    let cost = place_cost(&own, &library, None).unwrap();
    assert_eq!((cost.value, cost.low, cost.high), (4_000.0, 4_000.0, 4_000.0));
    let hours = Known { value: 300.0, low: 200.0, high: 400.0, from: Origin::Method };
    let cost = place_cost(&own, &library, Some(hours)).unwrap();
    let euros = 4_000.0 / 400.0;
    assert_eq!((cost.value, cost.low, cost.high), (300.0 * euros, 200.0 * euros, 400.0 * euros));
    let domain = [(occupation(), Kinship::Domain)].into();
    let library = [Experience { occupations: domain, ..experience() }];
    let half = place_cost(&precedents(&wanted(), &library, &rules()), &library, None).unwrap();
    assert_eq!((half.value, half.low, half.high), (4_000.0, 2_000.0, 8_000.0));
}

#[test]
fn only_what_worked_and_is_close_is_to_be_duplicated() {
    let proven = |one: Experience| is_proven(&precedents(&wanted(), &[one], &rules()), &rules());
    assert!(proven(experience()));
    assert!(!proven(Experience { employed_6m: Some(3.0), ..experience() }), "it did not work");
    let domain = [(occupation(), Kinship::Domain)].into();
    assert!(!proven(Experience { occupations: domain, ..experience() }), "another occupation");
    let elsewhere = Experience {
        audience: Some(Audience::Employees),
        ring: None,
        year: Some(2012),
        ..experience()
    };
    assert!(!proven(elsewhere), "too far");
}

const RINGS: [Ring; 5] = [Ring::Elsewhere, Ring::Region, Ring::Department, Ring::Near, Ring::Basin];

fn experiences() -> impl Strategy<Value = Experience> {
    let numbers = (3_u8..9, 1_u32..40, 2010_u16..2027, 0_usize..5, 1_u32..60);
    (numbers, any::<bool>(), 0_usize..8).prop_map(
        |((level, group, year, ring, entered), same, audience)| Experience {
            level: Some(level),
            group_size: Some(f64::from(group)),
            year: Some(year),
            ring: Some(RINGS[ring]),
            entered: f64::from(entered),
            completed: f64::from(entered),
            employed_6m: Some(f64::from(entered) / 2.0),
            present_12m: Some(f64::from(entered) / 3.0),
            audience: Some(Audience::ALL[audience]),
            occupations: [(occupation(), if same { Kinship::Same } else { Kinship::Domain })]
                .into(),
            ..experience()
        },
    )
}

proptest! {
    /// Closer on one thing, the rest the same, never scores less; nor is anything out of bounds.
    #[test]
    fn closer_never_scores_less(one in experiences(), which in 0_usize..6) {
        let mut closer = one.clone();
        match which {
            0 => closer.level = one.level.map(|level| if level > 3 { level - 1 } else { level }),
            1 => closer.audience = Some(Audience::JobSeekers),
            2 => closer.group_size = one.group_size.map(|size| size.clamp(8.0, 12.0)),
            3 => closer.ring = Some(Ring::Basin),
            4 => closer.year = one.year.map(|year| year + 1),
            _ => closer.occupations = [(occupation(), Kinship::Same)].into(),
        }
        let (far, close) = (compare(one.clone()), compare(closer.clone()));
        prop_assert!(close.score >= far.score - 1e-12);
        prop_assert!((0.0..=1.0).contains(&far.score) && far.score <= far.at_most);
        // And what is taken over is never less sure.
        let width = |experience: Experience, precedent: Precedent| {
            let library = [experience];
            let known = outcome(&[precedent], &library);
            known.map_or(f64::INFINITY, |known| known.high - known.low)
        };
        prop_assert!(width(closer, close) <= width(one, far) + 1e-12);
    }
}
