//! Candidates on cases small enough to be followed by hand.

mod asked;
mod costs;

use super::cost::{hours, place_cost};
use super::gain::brings;
use super::*;
use crate::flows::Horizon;
use crate::flows::balance::{Balance, Basis};
use crate::flows::gap::{Gap, Sign};
use crate::flows::spread::Span;
use crate::matching::supply::{Link, LinkKind, Numbers, Offer, Ring, Supply};
use crate::model::planning::{Planning, Promised};
use crate::model::{FapVersion, Territory};
use crate::recommend::apprenticeship::Supports;
use crate::recommend::choice::{Effort, Proof, choose};
use crate::recommend::diagnosis::{Finding, Lever};
use crate::recommend::duplication::{Experience, Kinship};
use crate::recommend::programme::{Places, TrainingPlan};
use crate::reference::params::Parameters;

fn offer() -> Offer {
    Offer {
        source: 0,
        row: 2,
        title: "Maintenance".to_owned(),
        provider: "Greta".to_owned(),
        ring: Ring::Basin,
        commune: None,
        department: None,
        diploma: None,
        register: None,
        level: None,
        hours: None,
        places: None,
        price: None,
        hour_price: None,
        price_by_hour: false,
        funders: String::new(),
        continuing: Some(true),
        route: "continue".to_owned(),
        modality: None,
        minutes: None,
        kilometres: None,
        starts: String::new(),
        ends: String::new(),
        formacodes: String::new(),
        nsf: String::new(),
        numbers: Numbers::default(),
        link: Link { rome: None, share: 1.0, kind: LinkKind::Code, found_in: None },
        ended: false,
        derived: false,
    }
}

fn parameters() -> Parameters {
    Parameters::embedded().unwrap()
}

fn occupation() -> Fap {
    Fap::new(FapVersion::Fap2021, "G0X71").unwrap_or_else(|_| "fap2021:G1X72".parse().unwrap())
}

fn finding(diagnosis: Diagnosis) -> Finding {
    Finding {
        diagnosis,
        lever: diagnosis.lever(),
        training_is_lever: diagnosis.lever().includes_training(),
        aggravating: Vec::new(),
        missing: Vec::new(),
        short_adaptation: false,
        named: Vec::new(),
        contradictions: Vec::new(),
    }
}

fn plan(format: Format, audiences: &[Audience]) -> TrainingPlan {
    TrainingPlan {
        format,
        audiences: audiences.to_vec(),
        employer_commitment: false,
        places: Some(Places { value: Some(10.0), low: 6.0, high: 15.0, trained_share: 0.6 }),
        hours: None,
        certifications: Vec::new(),
        providers: Vec::new(),
        financing: Vec::new(),
    }
}

/// A gap over three years.
fn balance(low: f64, value: f64, high: f64) -> Balance {
    let span = Some(Span { value: Some(value), low: Some(low), high: Some(high) });
    let gap =
        |horizon| Gap { horizon, by_rule: Vec::new(), span, sign: Sign::Lack, coverage: None };
    Balance {
        basis: Basis::Survey,
        grounds: None,
        needs: None,
        gaps: Horizon::ALL.map(gap).to_vec(),
        initial: Span::default(),
        continuing: Span::default(),
        pool: None,
        programmes: Vec::new(),
        missing: Vec::new(),
        biased_down: false,
    }
}

struct Given {
    finding: Finding,
    plan: TrainingPlan,
    supply: Supply,
    balance: Option<Balance>,
    verdict: Verdict,
    planning: Planning,
    library: Vec<Experience>,
    supports: Supports,
    as_of: &'static str,
}

fn given() -> Given {
    Given {
        finding: finding(Diagnosis::TrainedLabour),
        plan: plan(Format::Certifying, &[Audience::JobSeekers, Audience::OutsideBasin]),
        supply: Supply::default(),
        balance: None,
        verdict: Verdict::Open,
        planning: Planning::default(),
        library: Vec::new(),
        supports: Supports::new(),
        as_of: "2026-03-01",
    }
}

fn made(given: &Given) -> Vec<Proposal> {
    let parameters = parameters();
    let here = [Territory::France];
    let setting = Setting {
        parameters: &parameters,
        here: &here,
        planning: &given.planning,
        usual_rate: None,
        library: &given.library,
        supports: &given.supports,
        as_of: given.as_of.parse().unwrap(),
    };
    let case = Case {
        occupation: occupation(),
        verdict: given.verdict,
        finding: &given.finding,
        grade: Grade::A,
        plan: Some(&given.plan),
        lead: "opco",
        supply: &given.supply,
        balance: given.balance.as_ref(),
        sector: None,
    };
    proposals(&[case], setting)
}

#[test]
fn a_certification_costs_what_its_offers_cost() {
    let priced = |price, hours| Offer { price: Some(price), hours: Some(hours), ..offer() };
    let offers = [priced(3_000.0, 300.0), priced(5_000.0, 400.0), priced(4_000.0, 400.0)];
    let parameters = parameters();
    let long = hours(Format::Certifying, &offers, &parameters).unwrap();
    assert_eq!((long.low, long.value, long.high), (300.0, 400.0, 400.0));
    let cost = place_cost(Format::Certifying, Some(long), &offers, (None, None)).unwrap();
    assert_eq!((cost.low, cost.value, cost.high), (3_000.0, 4_000.0, 5_000.0));
    assert_eq!(cost.from, Origin::Offers(3));
    // A short training: its hours at the hourly price of the same offers, 10, 12,5 and 10.
    let short = hours(Format::ShortAdaptation, &offers, &parameters).unwrap();
    let cost = place_cost(Format::ShortAdaptation, Some(short), &offers, (None, None)).unwrap();
    let expect = (short.low * 10.0, short.value * 10.0, short.high * 12.5);
    assert_eq!((cost.low, cost.value, cost.high), expect);
}

#[test]
fn without_a_price_of_its_own_the_catalogue_tells_and_without_both_nothing() {
    let fifty = Some(Known::exactly(50.0, Origin::User));
    let other = |row, price| Offer { row, price: Some(price), hours: Some(100.0), ..offer() };
    // The same row linked to two occupations counts once.
    let all = [other(2, 800.0), other(2, 800.0), other(3, 1_200.0), other(4, 1_000.0)];
    let usual = usual_rate(all.iter());
    let cost = place_cost(Format::ShortAdaptation, fifty, &[], (None, usual)).unwrap();
    assert_eq!((cost.value, cost.from), (50.0 * 10.0, Origin::Catalogue(3)));
    assert_eq!(place_cost(Format::ShortAdaptation, fifty, &[], (None, None)), None);
    assert_eq!(place_cost(Format::Certifying, None, &[offer()], (None, None)), None);
    // What is over, or is initial training, tells nothing of the cost of a programme.
    let over = Offer { price: Some(9.0), hours: Some(1.0), ended: true, ..offer() };
    let school = Offer { ended: false, continuing: Some(false), ..over.clone() };
    assert_eq!(place_cost(Format::Certifying, fifty, &[over, school], (None, None)), None);
}

#[test]
fn a_place_brings_those_who_complete_work_and_stay() {
    let numbers = Numbers {
        entries: Some(40.0),
        dropouts: Some(10.0),
        employment_rate: Some(0.6),
        rate_denominator: Some(30.0),
        retention: Some(0.5),
        ..Numbers::default()
    };
    let told = Offer { numbers, ..offer() };
    let parameters = parameters();
    let found = brings(std::slice::from_ref(&told), Diagnosis::TrainedLabour, None, &parameters);
    assert!((found.value - 0.75 * 0.6 * 0.5).abs() < 1e-12);
    assert!(found.low < found.value && found.value < found.high && found.high < 1.0);
    assert_eq!(found.from, Origin::Offers(1));
    // Where jobs themselves are in cause, some of them leave.
    let (low, high) = parameters.mixed_stay();
    let mixed = brings(std::slice::from_ref(&told), Diagnosis::Mixed, None, &parameters);
    assert!((mixed.value - found.value * f64::midpoint(low, high)).abs() < 1e-12);
    assert_eq!(mixed.from, Origin::Method);
    // Rates of too few people are not used, and what is far off says nothing of who stays here.
    let few = Numbers { entries: Some(12.0), rate_denominator: Some(19.0), ..numbers };
    for unused in [
        Offer { numbers: few, ..told.clone() },
        Offer { ring: Ring::Region, ..told.clone() },
        Offer { ended: true, ..told },
    ] {
        let found = brings(&[unused], Diagnosis::TrainedLabour, None, &parameters);
        let (low, high) = parameters.access_to_work();
        assert_eq!(found.from, Origin::Method);
        assert!(found.low <= low && found.high <= high);
    }
}

#[test]
fn a_candidate_for_each_public_that_a_device_knows() {
    let found = made(&given());
    assert_eq!(found.len(), 1);
    let one = &found[0];
    assert_eq!(one.id(), format!("{}/certifying/job-seekers", occupation()));
    assert_eq!(one.also, [Audience::OutsideBasin]);
    // Nothing tells hours nor cost: said, never made up.
    assert_eq!((one.terms.hours, one.terms.place_cost), (None, None));
    let expect =
        [Risk::NoProvider, Risk::CostUnknown, Risk::OutcomesAssumed, Risk::NoCertification];
    assert!(expect.iter().all(|risk| one.risks.contains(risk)), "{:?}", one.risks);
}

#[test]
fn no_training_line_where_training_is_no_lever() {
    for verdict in [Verdict::NotTraining, Verdict::NotTaken] {
        assert_eq!(made(&Given { verdict, ..given() }), []);
    }
    let geography = finding(Diagnosis::Geography);
    assert_eq!(geography.lever, Lever::Mobility);
    let asked = Given { finding: geography, verdict: Verdict::AskEmployers, ..given() };
    assert_eq!(made(&asked), []);
    // Where training is the lever and the lack is not sure, employers must confirm it.
    let unsure = made(&Given { verdict: Verdict::AskEmployers, ..given() });
    assert!(unsure[0].risks.contains(&Risk::NeedUnconfirmed));
}

#[test]
fn places_make_up_for_those_who_do_not_stay() {
    let of = |balance| made(&Given { balance, ..given() }).remove(0);
    let lacking = of(Some(balance(6.0, 12.0, 30.0)));
    let share = lacking.terms.brings.value;
    assert_eq!(lacking.need.basis, NeedBasis::Gap);
    assert_eq!(lacking.need.value, Some((12.0 / 3.0 / share).round()));
    let bounds = (lacking.need.low, lacking.need.high);
    assert_eq!(bounds, ((6.0 / 3.0 / share).floor(), (30.0 / 3.0 / share).ceil()));
    let projects = of(None);
    assert_eq!((projects.need.basis, projects.need.value), (NeedBasis::Projects, Some(10.0)));
}

/// Entrants and pool are off the gap: never the projects, though the gap has no upper end.
#[test]
fn a_need_without_an_upper_end_is_still_that_of_the_balance() {
    let of = |low, high, basis| {
        let mut balance = Balance { basis, ..balance(6.0, 12.0, 30.0) };
        for gap in &mut balance.gaps {
            gap.span = Some(Span { value: None, low, high });
        }
        made(&Given { balance: Some(balance), ..given() }).remove(0)
    };
    let open = of(Some(6.0), None, Basis::Survey);
    let share = open.terms.brings.value;
    let least = (6.0 / 3.0 / share).floor();
    assert_eq!((open.need.low, open.need.high), (least, 15.0_f64.max(least)));
    assert_eq!((open.need.value, open.need.basis), (None, NeedBasis::Gap));
    assert_eq!((open.need.floor, open.is_unconfirmed()), (Floor::Known, false));
    // Hidden answers make nothing surer than no answer.
    for (low, high, basis, floor) in [
        (Some(-3.0), None, Basis::Survey, Floor::EitherWay),
        (None, None, Basis::Survey, Floor::EitherWay),
        (Some(-3.0), Some(20.0), Basis::Hires, Floor::NoAnswers),
    ] {
        let unsure = of(low, high, basis);
        assert_eq!((unsure.need.low, unsure.need.value), (0.0, None));
        assert_eq!((unsure.need.floor, unsure.is_unconfirmed()), (floor, true));
    }
    // Nothing lacks, and that is known.
    let none = of(Some(-9.0), Some(-1.0), Basis::Survey);
    assert_eq!((none.need.high, none.is_unconfirmed()), (0.0, false));
}

/// No place is bought on an undetermined verdict, until the user writes a need.
#[test]
fn an_undetermined_verdict_buys_nothing_by_itself() {
    let mut given = Given {
        verdict: Verdict::AskEmployers,
        balance: Some(balance(6.0, 12.0, 30.0)),
        ..given()
    };
    let id = made(&given).remove(0).id();
    let asked = |given: &Given| {
        select(&made(given), &given.planning, &parameters(), given.as_of.parse().unwrap())
    };
    let budget = |given: &mut Given, least_need| {
        given.planning.budgets.insert(crate::model::planning::ANY_FUNDER.to_owned(), 100_000);
        let cost = Changes { place_cost: Some(1_000), least_need, ..Changes::default() };
        given.planning.change(&id, cost);
    };
    budget(&mut given, None);
    let alone = asked(&given);
    assert_eq!((alone.unconfirmed.as_slice(), alone.n_proposals()), ([id.clone()].as_slice(), 1));
    assert_eq!(alone.candidates, []);
    budget(&mut given, Some(9));
    let written = asked(&given);
    assert_eq!(written.terms.needs.values().copied().collect::<Vec<_>>(), [9]);
    let choice = choose(&written.candidates, &written.terms, Effort::CHOICE).unwrap();
    assert_eq!(choice.taken(&id).unwrap().useful, 9);
    let one = made(&given).remove(0);
    assert_eq!((one.need.value, one.need.basis), (Some(9.0), NeedBasis::User));
    assert_eq!(one.computed_need.basis, NeedBasis::Gap);
    assert!(one.risks.contains(&Risk::NeedUnconfirmed));
}

#[test]
fn what_is_changed_by_hand_stays_apart_from_what_was_computed() {
    let mut given = given();
    let before = made(&given).remove(0);
    let changes = Changes {
        hours: Some(140),
        place_cost: Some(1_800),
        stay_percent: Some(40),
        least_group: Some(15),
        provider: Some("Afpa".to_owned()),
        ..Changes::default()
    };
    given.planning.change(&before.id(), changes.clone());
    let after = made(&given).remove(0);
    assert_eq!(after.computed, before.computed);
    assert_eq!(after.changes, changes);
    let terms = &after.terms;
    assert_eq!(terms.hours, Some(Known::exactly(140.0, Origin::User)));
    assert_eq!(terms.place_cost, Some(Known::exactly(1_800.0, Origin::User)));
    assert_eq!(terms.brings, Known::exactly(0.4, Origin::User));
    // A least group above the most pushes it.
    assert_eq!((terms.least_group, terms.most_group), (15, 15));
    assert_eq!(after.request.hours, Some(140));
    let gone = [Risk::CostUnknown, Risk::NoProvider, Risk::OutcomesAssumed, Risk::CostAssumed];
    assert!(gone.iter().all(|risk| !after.risks.contains(risk)), "{:?}", after.risks);
    assert_eq!(after.cost(2, 20), Some(20.0 * 1_800.0));
}

/// On both sides of the end of a device: Pro-A, until the last day of 2025.
#[test]
fn an_ended_device_is_never_proposed_after_its_end() {
    let with = |as_of, start: Option<&str>| {
        let mut given =
            Given { plan: plan(Format::Certifying, &[Audience::Employees]), as_of, ..given() };
        given.planning.latest_start = start.map(|start| start.parse().unwrap());
        made(&given).remove(0).devices.iter().any(|device| device == "pro-a")
    };
    // The rules of the first day apply, which comes after the time that it takes to begin: 26 weeks.
    assert!(with("2025-07-02", None), "begins on the last day of the device");
    assert!(!with("2025-07-03", None));
    assert!(!with("2025-12-01", Some("2026-02-01")));
}

#[test]
fn the_choice_is_asked_with_the_limits_of_the_user() {
    let mut given = given();
    given.plan = plan(Format::ShortAdaptation, &[Audience::JobSeekers, Audience::Employees]);
    let found = made(&given);
    let (seekers, employees) = (found[0].id(), found[1].id());
    let named = |budget: &str| {
        let mut planning = Planning::default();
        planning.budgets.insert(budget.to_owned(), 10_000);
        planning
    };
    let cost = Changes { place_cost: Some(1_000), hours: Some(200), ..Changes::default() };
    given.planning = named("France Travail");
    given.planning.change(&seekers, cost.clone());
    given.planning.change(&employees, Changes { set_aside: true, ..cost.clone() });
    let asked = |given: &Given| {
        let as_of = given.as_of.parse().unwrap();
        select(&made(given), &given.planning, &parameters(), as_of)
    };
    let selection = asked(&given);
    assert_eq!(selection.set_aside, std::slice::from_ref(&employees));
    let [candidate] = selection.candidates.as_slice() else { panic!("{selection:?}") };
    // POEI: France Travail pays 5 € an hour for tutoring alone: no limit here.
    assert_eq!(candidate.payers[0].funder, "France Travail");
    assert_eq!(selection.terms.needs.values().copied().collect::<Vec<_>>(), [10]);
    let choice = choose(&selection.candidates, &selection.terms, Effort::CHOICE).unwrap();
    assert_eq!(choice.proof, Proof::Optimal);
    let taken = choice.taken(&seekers).unwrap();
    assert_eq!((taken.places, taken.cost), (10, 10_000.0));
    // A funder that no device of the candidate knows pays nothing.
    for nobody in ["Inconnu", "t", "Trav", ""] {
        given.planning = named(nobody);
        given.planning.change(&seekers, cost.clone());
        assert_eq!(asked(&given).candidates[0].payers, [], "{nobody}");
    }
    // Without a known cost, it is not set against others.
    given.planning = named(crate::model::planning::ANY_FUNDER);
    given.planning.change(&seekers, cost);
    let mut planning = given.planning.clone();
    planning.changes.clear();
    let selection = asked(&Given {
        planning,
        plan: plan(Format::Certifying, &[Audience::JobSeekers]),
        ..given
    });
    assert_eq!(selection.unpriced.len(), 1);
}

/// Of the plan of a firm, an OPCO pays for small ones alone, which was not verified: what is not sure
/// never decides, nor lifts the limit of what is.
#[test]
fn a_payer_that_is_not_sure_does_not_pay() {
    let plan = plan(Format::Certifying, &[Audience::Employees]);
    let mut given = Given { plan, ..given() };
    given.planning.budgets.insert("OPCO".to_owned(), 100_000);
    let cost = Changes { place_cost: Some(9_000), hours: Some(910), ..Changes::default() };
    given.planning.change(&made(&given)[0].id(), cost);
    let as_of = given.as_of.parse().unwrap();
    let selection = select(&made(&given), &given.planning, &parameters(), as_of);
    let [candidate] = selection.candidates.as_slice() else { panic!("{selection:?}") };
    assert!(candidate.payers.iter().all(|payer| payer.most_per_place.is_some()), "{candidate:?}");
}

/// A library takes the place of what the method supposes, and of the price of other trades; never
/// of what offers of the occupation say.
#[test]
fn a_library_stands_before_the_method_and_behind_offers() {
    let mut given = given();
    let ran = Experience {
        source: 3,
        row: 2,
        id: "X1".to_owned(),
        title: "Fibre".to_owned(),
        context: String::new(),
        rome: None,
        occupations: [(occupation(), Kinship::Same)].into(),
        level: None,
        audience: Some(Audience::JobSeekers),
        hours: None,
        modality: String::new(),
        group_size: Some(10.0),
        commune: None,
        ring: Some(Ring::Basin),
        year: Some(2026),
        place_cost: Some(4_200.0),
        entered: 20.0,
        completed: 18.0,
        employed_6m: Some(15.0),
        present_12m: Some(12.0),
        told_by: String::new(),
        told_on: String::new(),
    };
    given.library = vec![ran];
    let one = made(&given).into_iter().next().unwrap();
    let cost = one.terms.place_cost.unwrap();
    assert_eq!((cost.value, cost.from), (4_200.0, Origin::Library(1)));
    // The level is said by neither side: three quarters of the score are left.
    let [precedent] = one.precedents.as_slice() else { panic!("{:?}", one.precedents) };
    assert!((precedent.score - 0.75).abs() < 1e-12 && precedent.worked);
    assert!(cost.low < 4_200.0 && cost.high > 4_200.0);
    let stays = one.terms.brings;
    assert_eq!(stays.from, Origin::Library(1));
    assert!((stays.value - 12.0 / 20.0).abs() < 1e-12 && stays.low < stays.value);
    assert!(!one.risks.contains(&Risk::OutcomesAssumed) && one.risks.contains(&Risk::CostAssumed));
    // Where the job itself is in cause, people leave as much as without the experience.
    given.finding = finding(Diagnosis::Mixed);
    let mixed = made(&given).into_iter().next().unwrap().terms.brings;
    let (least, most) = parameters().mixed_stay();
    assert!((mixed.value - stays.value * f64::midpoint(least, most)).abs() < 1e-12);
    // An offer of the occupation that says its price comes first.
    given.supply.offers = vec![Offer { price: Some(5_000.0), ..offer() }];
    let cost = made(&given).into_iter().next().unwrap().terms.place_cost.unwrap();
    assert_eq!((cost.value, cost.from), (5_000.0, Origin::Offers(1)));
}
