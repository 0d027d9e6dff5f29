//! Costs and needs that the user supposes, support levels of apprenticeship, a choice without money.

use super::*;
use crate::matching::supply::Certification;
use crate::model::Rncp;
use crate::model::planning::{ANY_FUNDER, ANY_WAY, StatedCost, StatedNeed};
use crate::recommend::apprenticeship::Support;
use crate::recommend::choice::{Exclusion, Target};

fn stated(hour_cents: Option<u32>, place_euros: Option<u32>) -> StatedCost {
    StatedCost { hour_cents, place_euros, source: "devis de l’Afpa".to_owned() }
}

fn supposing(costs: &[(&str, StatedCost)]) -> Given {
    let mut given = Given { plan: plan(Format::Certifying, &[Audience::JobSeekers]), ..given() };
    given.planning.costs =
        costs.iter().map(|(way, cost)| ((*way).to_owned(), cost.clone())).collect();
    given
}

#[test]
fn a_supposed_cost_stands_where_nothing_tells_and_says_that_it_does() {
    let short = |mut given: Given| {
        given.plan = plan(Format::ShortAdaptation, &[Audience::JobSeekers]);
        made(&given).remove(0)
    };
    let one = short(supposing(&[(ANY_WAY, stated(Some(1_250), Some(3_000)))]));
    let (hours, cost) = (one.terms.hours.unwrap(), one.terms.place_cost.unwrap());
    assert_eq!(cost.from, Origin::Stated);
    let expect = (hours.low * 12.5, hours.value * 12.5, hours.high * 12.5);
    assert_eq!((cost.low, cost.value, cost.high), expect);
    let told = Assumption::Hour { cents: 1_250, source: "devis de l’Afpa".to_owned() };
    assert_eq!(one.terms.assumption, Some(told));
    assert!(one.risks.contains(&Risk::CostAssumed) && !one.risks.contains(&Risk::CostUnknown));
    // A certification whose hours nothing tells: by the place.
    let long = made(&supposing(&[(ANY_WAY, stated(Some(1_250), Some(3_000)))])).remove(0);
    assert_eq!(long.terms.place_cost, Some(Known::exactly(3_000.0, Origin::Stated)));
    assert!(matches!(long.terms.assumption, Some(Assumption::Place { euros: 3_000, .. })));
    // By the hour alone, nothing can be told of it.
    let none = made(&supposing(&[(ANY_WAY, stated(Some(1_250), None))])).remove(0);
    assert_eq!((none.terms.place_cost, none.terms.assumption.clone()), (None, None));
    // The cost of the way it is run goes before that of any.
    let costs = [(ANY_WAY, stated(None, Some(3_000))), ("on-site", stated(None, Some(4_000)))];
    let here = made(&supposing(&costs)).remove(0);
    assert_eq!(here.terms.place_cost, Some(Known::exactly(4_000.0, Origin::Stated)));
    let other = [(ANY_WAY, stated(None, Some(3_000))), ("remote", stated(None, Some(1_000)))];
    let elsewhere = made(&supposing(&other)).remove(0);
    assert_eq!(elsewhere.terms.place_cost, Some(Known::exactly(3_000.0, Origin::Stated)));
}

#[test]
fn a_supposed_cost_is_never_put_over_a_known_one() {
    let supposed = [(ANY_WAY, stated(Some(100), Some(1)))];
    let mut given = supposing(&supposed);
    given.supply.offers = vec![Offer { price: Some(5_000.0), hours: Some(400.0), ..offer() }];
    let one = made(&given).remove(0);
    assert_eq!(one.terms.place_cost, Some(Known::exactly(5_000.0, Origin::Offers(1))));
    assert_eq!(one.terms.assumption, None);
    // Nor over what the user wrote of this candidate.
    let mut given = supposing(&supposed);
    let id = made(&given).remove(0).id();
    given.planning.change(&id, Changes { place_cost: Some(2_500), ..Changes::default() });
    let written = made(&given).remove(0);
    assert_eq!(written.terms.place_cost, Some(Known::exactly(2_500.0, Origin::User)));
    assert_eq!(written.terms.assumption, None);
    // What was computed stays beside it.
    assert_eq!(written.computed.place_cost, Some(Known::exactly(1.0, Origin::Stated)));
}

/// 9 497 € a year are what a branch pays of an apprenticeship in this certification, and the cost of
/// nothing else.
#[test]
fn a_support_level_is_right_for_apprenticeship_alone() {
    let register = Rncp::new("RNCP1002").unwrap();
    let support = Support {
        source: 0,
        row: 5,
        low: 9_000.0,
        value: 9_497.0,
        high: 10_552.0,
        n_branches: 3,
        year: Some(2024),
    };
    let certification = Certification {
        source: 0,
        row: 2,
        diploma: "1".to_owned(),
        label: "Caoutchoucs".to_owned(),
        type_label: String::new(),
        level: Some(4),
        register: Some(register),
        certifier: String::new(),
        continuing: None,
        ended: false,
        until: None,
        formacode: String::new(),
        nsf: String::new(),
        blocks: Vec::new(),
        link: offer().link,
    };
    let mut given = supposing(&[]);
    given.supply.certifications = vec![certification];
    given.plan.certifications = vec![0];
    given.supports.insert(register, support);
    let one = made(&given).remove(0);
    assert_eq!((one.support, one.terms.place_cost), (Some(support), None));
    let apprenticed = Changes { way: Some(Way::Apprenticeship), ..Changes::default() };
    given.planning.change(&one.id(), apprenticed);
    let under = made(&given).remove(0);
    let expect = Known { value: 9_497.0, low: 9_000.0, high: 10_552.0, from: Origin::Support(3) };
    assert_eq!(under.terms.place_cost, Some(expect));
    assert_eq!(under.computed.place_cost, None);
    // Another certification has none.
    given.plan.certifications = Vec::new();
    assert_eq!(made(&given).remove(0).terms.place_cost, None);
}

fn asked(given: &Given) -> Selection {
    select(&made(given), &given.planning, &parameters(), given.as_of.parse().unwrap())
}

#[test]
fn without_any_known_cost_limits_alone_choose() {
    let mut given = Given {
        plan: plan(Format::Certifying, &[Audience::JobSeekers, Audience::Employees]),
        balance: Some(balance(60.0, 90.0, 120.0)),
        ..given()
    };
    // Neither money nor a limit: nothing is asked.
    assert_eq!(asked(&given).unpaid, None);
    given.planning.budgets.insert(ANY_FUNDER.to_owned(), 10_000);
    given.planning.most_places = Some(20);
    let question = asked(&given);
    assert_eq!(question.unpaid, Some(Unpaid::NoCost));
    assert_eq!((question.candidates.len(), question.unpriced.len()), (2, 2));
    assert_eq!((question.n_proposals(), question.kept_out()), (2, [].as_slice()));
    let choice = choose(&question.candidates, &question.terms, Effort::CHOICE).unwrap();
    let places = |choice: &crate::recommend::choice::Choice| -> u32 {
        choice.taken.iter().map(|taken| taken.places).sum()
    };
    assert_eq!((choice.proof, places(&choice)), (Proof::Optimal, 20));
    // A floor holds without money too.
    given.planning.floors.insert("employees".to_owned(), 9);
    let question = asked(&given);
    let choice = choose(&question.candidates, &question.terms, Effort::CHOICE).unwrap();
    let employees = Target::Audience(Audience::Employees);
    let opened = choice.taken.iter().filter(|taken| {
        taken.id.ends_with(Audience::Employees.id())
            && question.terms.floors.contains_key(&employees)
    });
    assert!(opened.map(|taken| taken.places).sum::<u32>() >= 9);
    // Fewer places than a group: said, candidate by candidate.
    given.planning.floors.clear();
    given.planning.most_places = Some(2);
    let question = asked(&given);
    let choice = choose(&question.candidates, &question.terms, Effort::CHOICE).unwrap();
    assert!(choice.taken.is_empty());
    let few = |one: &Exclusion| matches!(one, Exclusion::TooFewPlaces { places: 2, .. });
    assert!(choice.excluded.len() == 2 && choice.excluded.values().all(few));
    // Without a budget, the limit is enough.
    given.planning.budgets.clear();
    assert_eq!(asked(&given).unpaid, Some(Unpaid::NoBudget));
    // With one cost known, money decides again, and who has none is kept out.
    given.planning.budgets.insert(ANY_FUNDER.to_owned(), 10_000);
    let id = made(&given).remove(0).id();
    given.planning.change(&id, Changes { place_cost: Some(100), ..Changes::default() });
    let paid = asked(&given);
    assert_eq!((paid.unpaid, paid.candidates.len(), paid.kept_out().len()), (None, 1, 1));
    assert_eq!(paid.n_proposals(), 2);
}

#[test]
fn a_supposed_need_is_a_part_of_the_most_and_decides_nothing_against_the_diagnosis() {
    let mut given = Given {
        verdict: Verdict::AskEmployers,
        balance: Some(balance(0.0, 30.0, 60.0)),
        ..given()
    };
    let before = made(&given).remove(0);
    assert!(before.is_unconfirmed());
    given.planning.need =
        Some(StatedNeed { percent: 25, source: "réunion de branche".to_owned() });
    let after = made(&given).remove(0);
    assert!(!after.is_unconfirmed());
    let expect = (before.need.high * 0.25).floor();
    assert_eq!((after.need.low, after.need.value), (expect, Some(expect)));
    assert_eq!((after.need.basis, after.need.high), (NeedBasis::Stated, before.need.high));
    assert!(after.risks.contains(&Risk::NeedUnconfirmed));
    // Behind it stands all that the files leave open.
    let bounds: Vec<(u32, u32)> = asked(&given).terms.need_bounds.values().copied().collect();
    assert_eq!(bounds, [(whole(before.need.low), whole(before.need.high.ceil()))]);
    // What a user wrote of one candidate goes before.
    given.planning.change(&after.id(), Changes { least_need: Some(3), ..Changes::default() });
    assert_eq!(made(&given).remove(0).need.basis, NeedBasis::User);
    // Where training is no lever nothing is bought, by hand nor by an hypothesis for all.
    let mut given = Given {
        finding: finding(Diagnosis::Geography),
        verdict: Verdict::NotTraining,
        planning: given.planning.clone(),
        ..super::given()
    };
    assert_eq!(made(&given), []);
    let key =
        Key { occupation: occupation(), format: Format::ShortAccess, audience: Audience::Spouses };
    given.planning.added.insert(key.to_string());
    assert!(made(&given)[0].is_unconfirmed());
}
