//! The best use of a training budget on the sample territory: golden, by hand, and properties.

use crate::supply::{fap, let_out, table};
use bassin::analysis::balanced::Balanced;
use bassin::analysis::planning::{Plan, candidates, difference, plan};
use bassin::analysis::verdicts::verdicts;
use bassin::analysis::{Request, Results, Stage};
use bassin::model::planning::{ANY_FUNDER, Changes, Planning, Scenario, Supposed, Supposition};
use bassin::recommend::choice::{ChoiceError, Proof, Target};
use bassin::recommend::proposal::{NeedBasis, Origin, Proposal};
use bassin::recommend::verdict::Verdict;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use std::fmt::Write as _;

/// Results under a scenario, with what of the survey may leave.
fn under(supposed: &Supposed) -> Balanced {
    let files = bassin::sample::FILES.iter();
    let inputs: Vec<_> = files.flat_map(|(name, bytes)| table(name, bytes)).collect();
    let (reference, parameters) = (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let stage = Stage::new(&inputs, &reference, &parameters, &request).unwrap();
    let results = stage.supposing(&parameters, supposed);
    let out = let_out(&inputs, &results);
    Balanced::new(results, &out, supposed, &parameters)
}

fn planned(results: &Balanced, planning: &Planning) -> Plan {
    let parameters = Parameters::embedded().unwrap();
    let verdicts = verdicts(results, &parameters);
    let proposals = candidates(results, &verdicts, &parameters, planning);
    plan(proposals, planning, &parameters, results)
}

fn with_budget(euros: u32) -> Planning {
    let mut planning = Planning::default();
    planning.budgets.insert(ANY_FUNDER.to_owned(), euros);
    planning
}

fn line(plan: &Plan, proposal: &Proposal) -> String {
    let id = proposal.id();
    let need = &proposal.need;
    let cost = proposal.terms.place_cost;
    let cost = cost.map_or_else(
        || "unknown".to_owned(),
        |cost| format!("{:.0} ({:.0}–{:.0}) {}", cost.value, cost.low, cost.high, cost.from.id()),
    );
    let stays = proposal.terms.brings;
    let answer = plan.chosen().unwrap();
    let fate = match (answer.choice.taken(&id), answer.left.iter().find(|left| left.id == id)) {
        (Some(taken), _) => format!("{} places, {:.0} €", taken.places, taken.cost),
        (None, Some(left)) => left.reason.id().to_owned(),
        (None, None) if plan.selection.unconfirmed.contains(&id) => "unconfirmed".to_owned(),
        (None, None) => "unpriced".to_owned(),
    };
    let risks: Vec<&str> = proposal.risks.iter().map(|risk| risk.id()).collect();
    format!(
        "{id} {}\n  need {:.0}–{:.0} {} | cost {cost} | stays {:.3} ({:.3}–{:.3})\n  {fate} | {}",
        proposal.verdict.id(),
        need.low,
        need.high,
        need.basis.id(),
        stays.value,
        stays.low,
        stays.high,
        risks.join(" "),
    )
}

/// Golden: every candidate of the sample, and what 150 000 € would do.
#[test]
fn the_sample_from_files_to_a_plan() {
    let results = under(&Supposed::default());
    let plan = planned(&results, &with_budget(150_000));
    let answer = plan.chosen().unwrap();
    let mut found = String::new();
    for proposal in &plan.proposals {
        writeln!(found, "{}", line(&plan, proposal)).unwrap();
    }
    writeln!(found, "objective {:.4}, {:?}", answer.choice.objective, answer.choice.proof).unwrap();
    let expected = include_str!("plan/sample.txt");
    assert_eq!(found, expected, "\n{found}");
    assert_eq!(answer.choice.proof, Proof::Optimal);
    // Transport, pay and conditions alone: no line of training.
    let lever = |proposal: &Proposal| {
        let mut all = results.occupations.iter();
        let one = all.find(|one| one.code == proposal.key.occupation).unwrap();
        one.finding.lever.includes_training() || one.finding.short_adaptation
    };
    assert!(plan.proposals.iter().all(lever));
    // Nothing is bought where the verdict is undetermined.
    let unsure = plan.proposals.iter().filter(|one| one.verdict == Verdict::AskEmployers);
    assert!(unsure.clone().count() > 0);
    assert!(unsure.map(Proposal::id).all(|id| plan.selection.unconfirmed.contains(&id)));
    // Same inputs, same plan.
    assert_eq!(planned(&results, &with_budget(150_000)), plan);
}

/// Followed by hand from the lines of the files: `docs/worked-example.md`.
#[test]
fn one_occupation_by_hand() {
    let results = under(&Supposed::default());
    let parameters = Parameters::embedded().unwrap();
    let plan = planned(&results, &with_budget(150_000));
    let id = "fap2021:G0B41/certifying/job-seekers";
    let proposal = plan.proposal(id).unwrap();
    // Cost: the two offers of continuing education that say one, 6 818 € and 7 266 €.
    let cost = proposal.terms.place_cost.unwrap();
    assert_eq!(
        (cost.low, cost.value, cost.high),
        (6_818.0, f64::midpoint(6_818.0, 7_266.0), 7_266.0)
    );
    assert_eq!(cost.from, Origin::Offers(2));
    // F001 has 7 entries, under 20: completion is the middle of the method's interval. F002 says
    // 51 % of 41 leavers employed, F001 that 65 % stay.
    let (low, high) = parameters.completion();
    let stays = f64::midpoint(low, high) * 0.51 * 0.65;
    assert!((proposal.terms.brings.value - stays).abs() < 1e-12);
    // Need: the low end of the gap over three years, a third for a year, in places.
    let gap = results.balances[&fap("G0B41")].gap().unwrap().span.unwrap();
    assert_eq!(proposal.need.basis, NeedBasis::Gap);
    let sure = (gap.low.unwrap() / 3.0 / stays).floor();
    assert!((proposal.need.low - sure).abs() < 1e-12);
    assert_eq!((proposal.need.value, proposal.need.places()), (None, 35));
    assert!((sure - 35.0).abs() < 1e-12);
    // 16 places of the other occupation bring more for a euro; then plumbers, whose programme of the
    // library worked, before mechanics: what is left buys no group of these.
    let answer = plan.chosen().unwrap();
    assert!(answer.choice.taken(id).is_none());
    let other = answer.choice.taken("fap2021:R4X91/short-access/job-seekers-far").unwrap();
    let plumbers = "fap2021:B2X33/certifying/job-seekers";
    let terms = &plan.proposal(plumbers).unwrap().terms;
    assert_eq!(terms.brings.from, Origin::Library(1));
    let (price, stayed) = (terms.place_cost.unwrap().value, terms.brings.value);
    assert!(stayed / price > stays / cost.value);
    let taken = answer.choice.taken(plumbers).unwrap();
    let left = ((150_000.0 - other.cost) / price).floor();
    assert!((f64::from(taken.places) - left).abs() < 1e-12);
    assert!((taken.cost - 10.0 * price).abs() < 1e-9);
    assert!((taken.brings.value - 10.0 * stayed).abs() < 1e-9);
    let rest = 150_000.0 - other.cost - taken.cost;
    let group = f64::from(proposal.terms.least_group);
    assert!(rest < group * cost.value, "{rest}");
    // The document says the same numbers.
    let text = include_str!("../../docs/worked-example.md").replace(['\u{a0}', '\u{202f}'], " ");
    let tells = |expect: &str| assert!(text.contains(expect), "{expect}");
    tells(&format!("{stays:.4}").replace('.', ","));
    tells(&format!("{} places", taken.places));
    tells("7 042 €");
    tells(&format!("{stayed:.3}").replace('.', ","));
    tells("88 540 €");
    tells("54 192 €");
    tells("35 places");
}

/// More money never does worse; fewer occupations and a floor never do better.
#[test]
fn a_plan_keeps_to_its_limits() {
    let results = under(&Supposed::default());
    let reached = |planning: &Planning| {
        planned(&results, planning).chosen().map(|answer| answer.choice.objective)
    };
    let sums = [20_000, 80_000, 150_000, 300_000];
    let objectives: Vec<f64> =
        sums.iter().map(|euros| reached(&with_budget(*euros)).unwrap()).collect();
    assert!(objectives.windows(2).all(|pair| pair[1] >= pair[0] - 1e-9), "{objectives:?}");
    let narrow = Planning { most_occupations: Some(1), ..with_budget(150_000) };
    assert!(reached(&narrow).unwrap() <= objectives[2] + 1e-9);
    let plan = planned(&results, &narrow);
    let taken = &plan.chosen().unwrap().choice.taken;
    let occupations: std::collections::BTreeSet<_> =
        taken.iter().map(|one| one.occupation).collect();
    assert_eq!(occupations.len(), 1);
    let mut floored = with_budget(150_000);
    floored.floors.insert("employees".to_owned(), 8);
    let plan = planned(&results, &floored);
    let for_employees =
        plan.chosen().unwrap().choice.taken.iter().filter(|taken| taken.id.ends_with("/employees"));
    assert!(for_employees.map(|taken| taken.places).sum::<u32>() >= 8);
    assert!(plan.chosen().unwrap().choice.objective <= objectives[2] + 1e-9);
    // The same for a sector. The files of the sample tell none: sales technicians are given one.
    let parameters = Parameters::embedded().unwrap();
    let verdicts = verdicts(&results, &parameters);
    let of_sector = |planning: &Planning| {
        let mut proposals = candidates(&results, &verdicts, &parameters, planning);
        for proposal in &mut proposals {
            proposal.sector = (proposal.key.occupation == fap("R4X91")).then_some('G');
        }
        bassin::analysis::planning::plan(proposals, planning, &parameters, &results)
    };
    let places = |plan: &Plan| -> u32 {
        let taken = &plan.chosen().unwrap().choice.taken;
        let of_it = taken.iter().filter(|taken| taken.id.starts_with("fap2021:R4X91/"));
        of_it.map(|taken| taken.places).sum()
    };
    let best = of_sector(&narrow);
    assert_eq!(places(&best), 0, "without the floor another occupation is chosen");
    let mut floored = narrow.clone();
    floored.floors.insert("naf:G".to_owned(), 8);
    let plan = of_sector(&floored);
    assert!(places(&plan) >= 8);
    let objective = |plan: &Plan| plan.chosen().unwrap().choice.objective;
    assert!(objective(&plan) <= objective(&best) + 1e-9);
    // A sector that no candidate is of cannot be served, and it is told which.
    floored.floors.insert("naf:U".to_owned(), 8);
    assert!(matches!(
        of_sector(&floored).answer,
        Some(Err(ChoiceError::Floor { target: Target::Sector(sector), most: 0, .. })) if sector == "U"
    ));
    // Without a budget nothing is asked; the candidates are there.
    let nothing = planned(&results, &Planning::default());
    assert!(nothing.answer.is_none() && !nothing.proposals.is_empty());
}

#[test]
fn scenarios_change_needs_candidates_and_choices() {
    let scenario =
        |suppositions| Supposed::from(&Scenario { name: "essai".to_owned(), suppositions });
    let base = under(&Supposed::default());
    let before = planned(&base, &with_budget(150_000));
    let code = fap("G0B41");
    let of = |results: &Results| results.balances[&code].gap().unwrap().span.unwrap();
    // A plant that opens asks for more, one that closes or more places for less.
    let posts = |posts| {
        let occupation = code.to_string();
        under(&scenario(vec![Supposition::Posts { occupation, posts }]))
    };
    let (opened, closed) = (of(&posts(30)), of(&posts(-30)));
    assert!(opened.low > of(&base).low && closed.low < of(&base).low);
    assert!((opened.low.unwrap() - of(&base).low.unwrap() - 30.0).abs() < 1e-9);
    let occupation = code.to_string();
    let places = scenario(vec![Supposition::Places { occupation, places: 40 }]);
    assert!(of(&under(&places)).low < of(&base).low);
    let fewer = of(&under(&scenario(vec![Supposition::Departures { percent: 50 }])));
    assert!(fewer.low < of(&base).low && fewer.high < of(&base).high);
    // Half of the money: less is reached, and the difference says where.
    let half = scenario(vec![Supposition::Budget { percent: 50 }]);
    let after = planned(&base, &with_budget(150_000).under(&half));
    let told = difference(&before, &after);
    let (Some(whole), Some(part)) = told.objective else { panic!("{told:?}") };
    assert!(part < whole && !told.moved.is_empty() && told.come.is_empty());
    // Where working conditions no longer weigh, training may become a lever.
    let causes = ["working-conditions", "precariousness", "unattractive-pay"];
    let lifted =
        causes.map(|cause| Supposition::Lifted { occupation: None, cause: cause.to_owned() });
    let lifted = under(&scenario(lifted.to_vec()));
    let told = difference(&before, &planned(&lifted, &with_budget(150_000)));
    assert!(!told.come.is_empty(), "{told:?}");
    // A scenario is no change of the project: without it all is as before.
    assert_eq!(planned(&under(&Supposed::default()), &with_budget(150_000)), before);
}

/// What the user writes stands, and taking it back brings the computed back.
#[test]
fn changes_by_hand_hold_and_are_taken_back() {
    let results = under(&Supposed::default());
    let mut planning = with_budget(150_000);
    let id = "fap2021:G0B41/certifying/job-seekers";
    let before = planned(&results, &planning);
    planning.change(id, Changes { place_cost: Some(3_000), ..Changes::default() });
    let after = planned(&results, &planning);
    let places = |plan: &Plan| plan.chosen().unwrap().choice.taken(id).map_or(0, |one| one.places);
    assert!(places(&after) > places(&before));
    planning.change(id, Changes { set_aside: true, ..Changes::default() });
    let aside = planned(&results, &planning);
    assert_eq!(
        (places(&aside), aside.selection.set_aside.as_slice()),
        (0, [id.to_owned()].as_slice())
    );
    planning.change(id, Changes::default());
    assert_eq!(planned(&results, &planning), before);
}

/// Section 2 of `docs/worked-example.md`, term by term: every number of it is made here from the
/// survey, the lines of the catalogue and the method, and found on the page.
#[test]
fn need_and_gap_of_the_worked_example() {
    use bassin::analysis::balance::Told;
    use bassin::flows::spread::Spread;
    use bassin::format::decimal;
    use bassin::model::Language;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/worked-example.md");
    let page = std::fs::read_to_string(path).unwrap().replace(['\u{202f}', '\u{a0}'], " ");
    let tells = |text: String| assert!(page.contains(&text), "{text}");
    let one = |value: f64| decimal(value, 1, Language::French);
    let files = bassin::sample::FILES.iter();
    let inputs: Vec<_> = files.flat_map(|(name, bytes)| table(name, bytes)).collect();
    let results = under(&Supposed::default());
    let said = let_out(&inputs, &results).announced[&fap("G0B41")];
    let Told::Known(Spread::Around { value: people, low, high }) = said.headcount else {
        panic!("{said:?}")
    };
    assert_eq!((people, low, high), (600.0, 300.0, 1_150.0));
    tells("600 salariés (300 à 1 150)".to_owned());
    let Told::Known(Spread::Bounds { low: few, high: many }) = said.departures_36 else {
        panic!("{said:?}")
    };
    assert_eq!((few, many), (20.0, 130.0));
    assert_eq!((said.retirements_36, said.aged_60_plus), (Told::Hidden, Told::Hidden));
    let parameters = Parameters::embedded().unwrap();
    let (departure, (slow, fast)) = parameters.yearly_rates();
    let occupation = results.occupations.iter().find(|one| one.code == fap("G0B41")).unwrap();
    let class = occupation.anchor.unwrap().causes.training_link;
    let (trained, ..) = parameters.trained_share(class);
    assert_eq!((class, slow), (Some(5), 0.0));
    let (created, left) = (people * fast * 3.0 / 2.0, people * departure * 3.0);
    tells(format!("600 × 0,06 × 3 / 11 / 2 | {}", one(created)));
    tells(format!("600 × 0,28 × 3 / 11 | {}", one(left)));
    let (less, more) = (few * trained, many * trained);
    tells(format!("0,8 × 20 à 0,8 × 130 | {} à {}", one(less), one(more)));
    let (least, most) = (created + left + less, created + left + more);
    tells(format!("somme | {} à {}", one(least), one(most)));
    let balance = &results.balances[&fap("G0B41")];
    let need = balance.needs.unwrap()[1];
    let (low, high) = (need.low.unwrap(), need.high.unwrap());
    assert!(low < least && least < most && most < high);
    tells(format!("le besoin est de {:.0} à {:.0} postes", low.floor(), high.ceil()));
    // F002: 10 enrolled, 21 % go on, 51 % in work; between 40 and 80 % stay. F001: 7 entries, 1
    // drop-out, 65 % stay.
    let school = 10.0 * (1.0 - 0.21) * 0.51 * f64::midpoint(0.4, 0.8);
    assert!((balance.initial.value.unwrap() - school).abs() < 1e-9);
    tells(format!("10 × (1 − 0,21) × 0,51 × 0,6 | {}", one(school)));
    let course = (7.0 - 1.0) * 0.65;
    assert!((balance.continuing.high.unwrap() - course).abs() < 1e-9);
    tells(format!("(7 − 1) × 0 à 1 × 0,65 | 0,0 à {}", one(course)));
    let stock = occupation.seekers.as_ref().unwrap().stock.value;
    assert!((stock - 20.0).abs() < 1e-12);
    let pool = stock * 0.5 * 0.3;
    assert!((balance.pool.unwrap().value.unwrap() - pool).abs() < 1e-9);
    tells(format!("20 demandeurs d’emploi × 0,5 × 0,3 | {}", one(pool)));
    let narrow = least - 3.0 * (school + course) - pool;
    let wide = most - 3.0 * school - pool;
    let [need_low, need_high, school, course, pool] = [least, most, school, course, pool].map(one);
    tells(format!("{need_low} − 3 × ({school} + {course}) − {pool} = {}", one(narrow)));
    tells(format!("{need_high} − 3 × {school} − {pool} = {}", one(wide)));
    let gap = balance.gap().unwrap().span.unwrap();
    let (low, high) = (gap.low.unwrap(), gap.high.unwrap());
    assert!(low < narrow && wide < high);
    tells(format!("l’écart indicatif est de {:.0} à {:.0} personnes", low.floor(), high.ceil()));
}
