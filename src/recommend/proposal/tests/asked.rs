//! What a verdict, a price, a rule of financing and the user make of a candidate.

use super::*;

/// A verdict that asks for another way of running it changes the candidate.
#[test]
fn too_few_here_are_trained_elsewhere_or_otherwise() {
    let at = |ring, provider: &str| Offer { ring, provider: provider.to_owned(), ..offer() };
    let offers = vec![
        at(Ring::Region, "Afpa"),
        at(Ring::Department, "Greta voisin"),
        at(Ring::Remote, "Cned"),
    ];
    let supply = Supply { offers, ..Supply::default() };
    let of = |verdict, supply: Supply| made(&Given { supply, verdict, ..given() }).remove(0);
    let here = of(Verdict::Open, supply.clone());
    let (least, _) = parameters().group();
    assert_eq!((here.terms.way, here.terms.least_group), (Way::OnSite, least));
    let shared = of(Verdict::Pool, supply.clone());
    assert_eq!((shared.terms.way, shared.terms.least_group), (Way::WithNeighbour, 1));
    assert_eq!(shared.terms.provider.as_deref(), Some("Greta voisin"));
    assert!(shared.risks.contains(&Risk::SharedGroup));
    let remote = of(Verdict::Distance, supply);
    assert_eq!((remote.terms.way, remote.terms.least_group), (Way::Remote, 1));
    assert_eq!(remote.terms.provider.as_deref(), Some("Cned"));
    // Nothing at a distance: on the job, of which blocks of the certification are financed.
    let job = of(Verdict::Distance, Supply::default());
    assert_eq!(job.terms.way, Way::OnTheJob);
    assert!(job.devices.iter().any(|id| id == "afest"), "{:?}", job.devices);
    assert!(!here.devices.iter().any(|id| id == "afest"));
}

#[test]
fn an_hourly_price_makes_a_cost_and_says_so() {
    let by_hour = Offer {
        hours: Some(300.0),
        hour_price: Some(12.0),
        price: Some(3_600.0),
        price_by_hour: true,
        ..offer()
    };
    let parameters = parameters();
    let offers = [by_hour.clone()];
    let long = hours(Format::Certifying, &offers, &parameters);
    let cost = place_cost(Format::Certifying, long, &offers, (None, None)).unwrap();
    assert_eq!((cost.value, cost.from), (300.0 * 12.0, Origin::Hourly(1)));
    // Without hours of its own, the price of an hour still serves a short training.
    let bare = [Offer { hours: None, price: None, price_by_hour: false, ..by_hour.clone() }];
    let fifty = Some(Known::exactly(50.0, Origin::User));
    let cost = place_cost(Format::ShortAdaptation, fifty, &bare, (None, None)).unwrap();
    assert_eq!((cost.value, cost.from), (50.0 * 12.0, Origin::Hourly(1)));
    // One that is written in all is a price of an offer.
    let both = [by_hour, Offer { price: Some(4_000.0), hours: Some(300.0), ..offer() }];
    let cost = place_cost(Format::Certifying, long, &both, (None, None)).unwrap();
    assert_eq!((cost.high, cost.from), (4_000.0, Origin::Offers(2)));
}

/// What a device asks is answered by the candidate: its group, its first day, what is promised.
#[test]
fn devices_know_the_group_the_start_and_the_promise() {
    let mut given = Given {
        plan: plan(Format::Certifying, &[Audience::JobSeekers]),
        supply: Supply {
            offers: vec![Offer { hours: Some(400.0), price: Some(1.0), ..offer() }],
            ..Supply::default()
        },
        ..given()
    };
    let has = |one: &Proposal, id: &str| one.devices.iter().any(|known| known == id);
    let group = made(&given).remove(0);
    let id = group.id();
    assert_eq!(group.request.group, Some(true));
    // Of one person each: never counted on for a group.
    assert!(!has(&group, "poei") && !has(&group, "cpf") && has(&group, "poec"));
    let weeks = i64::from(group.terms.lead_weeks);
    let today: Date = given.as_of.parse().unwrap();
    let start = group.request.start.unwrap();
    assert_eq!(start.ordinal(), today.ordinal() + 7 * weeks);
    assert!(!group.risks.contains(&Risk::LateStart));
    let changes = Changes {
        least_group: Some(1),
        needed_by: Date::from_ordinal(start.ordinal() - 1),
        ..Changes::default()
    };
    given.planning.change(&id, changes.clone());
    let alone = made(&given).remove(0);
    assert!(has(&alone, "poei") && alone.risks.contains(&Risk::LateStart));
    let promised = Changes { promise: Some(Promised::Nothing), ..changes.clone() };
    given.planning.change(&id, promised);
    assert!(!has(&made(&given).remove(0), "poei"), "no contract, no POEI");
    let contract = Promised::Made { contract: "cdd".to_owned(), months: Some(5) };
    given.planning.change(&id, Changes { promise: Some(contract), ..changes });
    assert!(!has(&made(&given).remove(0), "poei"), "six months at least");
}

/// 15 € an hour are for people that nobody here told: they decide nothing, 9.15 € do.
#[test]
fn an_amount_that_nobody_verified_never_decides() {
    let mut given = Given {
        plan: plan(Format::Certifying, &[Audience::JobSeekers]),
        balance: Some(balance(60.0, 90.0, 120.0)),
        ..given()
    };
    let id = made(&given).remove(0).id();
    let changes = Changes { hours: Some(455), place_cost: Some(9_000), ..Changes::default() };
    given.planning.change(&id, changes);
    given.planning.budgets.insert("OPCO".to_owned(), 500_000);
    let proposals = made(&given);
    let asked = select(&proposals, &given.planning, &parameters(), given.as_of.parse().unwrap());
    let payers = &asked.candidates[0].payers;
    assert_eq!(payers.len(), 1);
    assert!((payers[0].most_per_place.unwrap() - 455.0 * 9.15).abs() < 1e-9, "{payers:?}");
}

/// The user's own candidate, where the diagnosis does not call for training: kept, never bought by
/// itself, and said to be against it.
#[test]
fn a_candidate_by_hand_is_the_users() {
    let geography = finding(Diagnosis::Geography);
    let mut given = Given { finding: geography, verdict: Verdict::NotTraining, ..given() };
    assert_eq!(made(&given), []);
    let key =
        Key { occupation: occupation(), format: Format::ShortAccess, audience: Audience::Spouses };
    assert_eq!(key.to_string().parse(), Ok(key));
    assert!("fap2021:V0X60/long/spouses".parse::<Key>().is_err());
    given.planning.added.insert(key.to_string());
    let all = made(&given);
    assert_eq!(all.iter().map(|one| one.key).collect::<Vec<_>>(), [key]);
    assert!(all[0].by_hand && all[0].is_unconfirmed());
    assert!(all[0].risks.contains(&Risk::AgainstDiagnosis));
    given.planning.change(&key.to_string(), Changes { least_need: Some(8), ..Changes::default() });
    assert!(!made(&given)[0].is_unconfirmed());
    // One that is computed anyway is not there twice.
    let mut given =
        Given { plan: plan(Format::Certifying, &[Audience::JobSeekers]), ..super::given() };
    given.planning.added.insert(made(&given)[0].id());
    assert_eq!(made(&given).len(), 1);
}

/// Commitment is named from the causes that are employers' to change, and warned of until obtained.
#[test]
fn a_mixed_diagnosis_asks_for_a_commitment_on_its_causes() {
    use crate::indicators::anchor::Cause;
    let aggravating = vec![Cause::UnattractivePay, Cause::TrainingLink, Cause::Precariousness];
    let mixed = Finding { aggravating, ..finding(Diagnosis::Mixed) };
    let committing = TrainingPlan {
        employer_commitment: true,
        ..plan(Format::Certifying, &[Audience::JobSeekers])
    };
    let mut given = Given { finding: mixed, plan: committing, ..given() };
    let one = made(&given).remove(0);
    assert_eq!(one.conditions, [Cause::UnattractivePay, Cause::Precariousness]);
    assert!(one.risks.contains(&Risk::NotCommitted));
    given.planning.change(&one.id(), Changes { committed: true, ..Changes::default() });
    assert!(!made(&given)[0].risks.contains(&Risk::NotCommitted));
}

/// A neighbour's course is not ours to stop, even within reach.
#[test]
fn only_what_runs_here_is_said_to_feed_nothing() {
    use crate::recommend::stop::{Unfed, unfed};
    let at = |ring| unfed(&Offer { ring, ..offer() }, true, &[]);
    assert_eq!(at(Ring::Basin), Some(Unfed::NoHires));
    for ring in Ring::ALL.into_iter().filter(|ring| *ring != Ring::Basin) {
        assert_eq!(at(ring), None, "{ring:?}");
    }
}

#[test]
fn a_neighbour_is_near_by_its_distance_else_in_the_departement() {
    use crate::matching::reach::Limits;
    use crate::recommend::verdict::is_neighbour;
    let near = Limits { minutes: Some(45.0), kilometres: Some(30.0) };
    let at = |ring, minutes, kilometres| {
        is_neighbour(&Offer { ring, minutes, kilometres, ..offer() }, near)
    };
    assert!(at(Ring::Department, None, None));
    assert!(!at(Ring::Region, None, None) && !at(Ring::Elsewhere, None, None));
    assert!(!at(Ring::Remote, None, None) && !at(Ring::Near, Some(40.0), None));
    // Over the border of the région but sixty kilometres away; in the département, but far.
    assert!(at(Ring::Elsewhere, None, Some(60.0)) && !at(Ring::Department, Some(91.0), None));
}
