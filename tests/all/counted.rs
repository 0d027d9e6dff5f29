//! A need from public files alone: hiring projects, official causes, supply, and a count of those
//! in employment by occupation and age; no survey.

use crate::supply::{analysed, fap, table};
use bassin::analysis::Results;
use bassin::analysis::balanced::{Balanced, LetOut};
use bassin::analysis::planning::{Plan, candidates, plan};
use bassin::analysis::results::Usage;
use bassin::analysis::verdicts::verdicts;
use bassin::flows::balance::{Balance, Basis, Creating, Leaving, Missing};
use bassin::flows::departures::{AgeRates, Pyramid};
use bassin::flows::gap::Sign;
use bassin::matching::corrections::Links;
use bassin::model::planning::{ANY_FUNDER, Planning, Supposed};
use bassin::model::{Fap, IssueKind, Kind};
use bassin::readers::ReadTable;
use bassin::recommend::proposal::{Floor, Risk};
use bassin::recommend::verdict::Verdict;
use bassin::reference::params::Parameters;
use std::sync::Arc;

const PUBLIC: [&str; 6] = [
    "BMO_2025_territoire_fictif.xlsx",
    "dares_tensions_2023_fictif.csv",
    "certif_info_fictif.csv",
    "catalogue_formation_fictif.csv",
    "communes_bassins_fictif.csv",
    "demande_emploi_fictif.csv",
];

const HEADER: &str = "annee;type_zone;code_zone;code_rome;code_fap;version_fap;emploi;\
part_50_plus;part_55_plus;part_60_plus;autres_departs_annuels;part_enquetee;source;date_source";

fn public() -> Vec<Arc<ReadTable>> {
    PUBLIC.into_iter().flat_map(|name| table(name, bassin::sample::file(name).unwrap())).collect()
}

fn count(rows: &[&str]) -> Arc<ReadTable> {
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    let found = table("emploi_metiers.csv", text.as_bytes()).remove(0);
    assert_eq!(found.kind, Kind::EmploymentByAge, "{:?}", found.issues);
    found
}

fn parameters() -> Parameters {
    Parameters::embedded().unwrap()
}

fn balanced(results: Results) -> Balanced {
    Balanced::new(results, &LetOut::default(), &Supposed::default(), &parameters())
}

fn with(counts: &[Arc<ReadTable>]) -> Balanced {
    let inputs: Vec<_> = public().into_iter().chain(counts.iter().cloned()).collect();
    balanced(analysed(&inputs, &Links::default()))
}

fn mechanics() -> Fap {
    fap("G0B41")
}

fn of_mechanics(counts: &[&str]) -> Balance {
    with(&[count(counts)]).balances.get(&mechanics()).unwrap().clone()
}

fn planned(results: &Balanced) -> Plan {
    let parameters = parameters();
    let mut planning = Planning::default();
    planning.budgets.insert(ANY_FUNDER.to_owned(), 200_000);
    let verdicts = verdicts(results, &parameters);
    let proposals = candidates(results, &verdicts, &parameters, &planning);
    plan(proposals, &planning, &parameters, results)
}

const WHOLE: &str =
    "2022;bmo;9601;;G0B41;2021;2000;40 %;25 %;10 %;30;100 %;recensement fictif;01/06/2025";

/// Without an answer of an employer nor a count, projects bound the need from above and nothing is
/// bought; it is said, with the file that would settle it.
#[test]
fn projects_alone_bound_a_need_from_above_and_buy_nothing() {
    let results = with(&[]);
    assert!(results.balances.values().all(|one| one.basis == Basis::Hires));
    for (code, balance) in &results.balances {
        assert!(balance.missing.contains(&Missing::Employment), "{code}");
        let need = balance.needs.unwrap()[1];
        let one = results.occupations.iter().find(|one| one.code == *code).unwrap();
        let tally = one.benchmarks.territory;
        let most = 3.0 * (tally.projects.high - tally.seasonal.low).max(0.0);
        // Posts created and those of who retires all need trained people: nothing is taken off.
        assert!((need.high.unwrap() - most).abs() < 1e-9 && need.low == Some(0.0), "{code}");
    }
    let plan = planned(&results);
    assert!(plan.chosen().is_none_or(|answer| answer.choice.taken.is_empty()));
    let floors = plan.proposals.iter().map(|one| one.need.floor);
    assert!(floors.clone().count() > 0 && floors.clone().all(|floor| floor == Floor::NoAnswers));
}

/// Creation, departures and the trained part of turnover, by hand, on the three horizons.
#[test]
fn a_count_by_age_makes_a_need_by_hand() {
    let results = with(&[count(&[WHOLE])]);
    let parameters = parameters();
    let balance = &results.balances[&mechanics()];
    assert_eq!(balance.basis, Basis::Employment);
    assert!(balance.missing.contains(&Missing::Survey));
    assert!(!balance.missing.contains(&Missing::Turnover));
    let grounds = balance.grounds.unwrap()[1];
    assert_eq!((grounds.creation, grounds.departures), (Creating::Rate, Leaving::Ages));
    let [under_50, from_50, from_55, from_60] = parameters.leaving_rates();
    let rates = AgeRates { under_50, from_50, from_55, from_60 };
    // 40 % are 50 or more, 25 % are 55 or more, 10 % are 60 or more.
    let older = Pyramid { from_50: 300.0, from_55: 300.0, from_60: 200.0, ..Pyramid::default() };
    let occupation = results.occupations.iter().find(|one| one.code == mechanics()).unwrap();
    let class = occupation.anchor.and_then(|anchor| anchor.causes.training_link);
    let (trained, ..) = parameters.trained_share(class);
    let (_, (slow, fast)) = parameters.yearly_rates();
    for (place, years) in [1_u32, 3, 5].into_iter().enumerate() {
        let lost = |one: Pyramid| one.departures(rates, years);
        let youngest = lost(Pyramid { under_30: 1_200.0, ..older });
        let oldest = lost(Pyramid { from_30: 1_200.0, ..older });
        let departures = f64::midpoint(youngest, oldest);
        let creation = 2_000.0 * f64::midpoint(slow, fast) * f64::from(years);
        let turnover = 30.0 * f64::from(years) * trained;
        let need = balance.needs.unwrap()[place];
        let expect = creation + departures + turnover;
        assert!((need.value.unwrap() - expect).abs() < 1e-6, "{need:?} {expect}");
        assert!(need.low.unwrap() < expect && expect < need.high.unwrap());
    }
    assert_eq!(balance.sign(), Sign::Lack);
}

/// Section 8 of docs/worked-example.md: the sample's own count, of an occupation that its survey does
/// not ask about.
#[test]
fn breeders_of_the_worked_example() {
    let name = "emploi_metiers_fictif.csv";
    let counts = table(name, bassin::sample::file(name).unwrap());
    let results = with(&counts);
    let of = |code: &str| &results.balances[&fap(code)];
    let breeders = of("A0X41");
    assert_eq!(breeders.basis, Basis::Employment);
    let rates = AgeRates { under_50: 0.0, from_50: 0.01, from_55: 0.04, from_60: 0.3 };
    let older = Pyramid { from_50: 26.6, from_55: 32.3, from_60: 39.9, ..Pyramid::default() };
    let youngest = Pyramid { under_30: 91.2, ..older }.departures(rates, 3);
    let oldest = Pyramid { from_30: 91.2, ..older }.departures(rates, 3);
    let expect = 190.0 * 0.06 * 3.0 / 11.0 / 2.0 + f64::midpoint(youngest, oldest) + 0.6 * 6.0;
    let need = breeders.needs.unwrap()[1];
    assert!((need.value.unwrap() - expect).abs() < 1e-6, "{need:?} {expect}");
    let gap = breeders.gap().unwrap().span.unwrap();
    let ends = [gap.low, gap.value, gap.high].map(|end| format!("{:.0}", end.unwrap()));
    assert_eq!(ends, ["30", "38", "46"]);
    assert!((expect - gap.value.unwrap() - 19.0 * 0.5 * 0.3).abs() < 1e-6);
    let verdicts = verdicts(&results, &parameters());
    assert_eq!(verdicts[&fap("A0X41")].verdict, Verdict::Open);
    // Masked, the count tells nothing: hiring projects bound the need, no more.
    assert_eq!(of("B1X33").basis, Basis::Hires);
    // No file tells what it costs: named, and the choice is made without it.
    let plan = planned(&results);
    let unpriced = &plan.selection.unpriced;
    assert!(unpriced.iter().any(|id| id.starts_with("fap2021:A0X41/")), "{unpriced:?}");
}

/// From files to places that are bought, graded lower and said to stand on a count.
#[test]
fn public_files_alone_make_a_plan() {
    let results = with(&[count(&[WHOLE])]);
    let plan = planned(&results);
    let answer = plan.chosen().unwrap();
    let bought: Vec<Fap> = answer
        .choice
        .taken
        .iter()
        .map(|one| plan.proposal(&one.id).unwrap().key.occupation)
        .collect();
    assert!(!bought.is_empty() && bought.iter().all(|code| *code == mechanics()), "{bought:?}");
    let one = plan.proposals.iter().find(|one| one.key.occupation == mechanics()).unwrap();
    let occupation = results.occupations.iter().find(|one| one.code == mechanics()).unwrap();
    assert_eq!(one.grade, occupation.pressure.grade.lowered());
    assert!(one.risks.contains(&Risk::NeedCounted));
    let source = results.sources.iter().find(|one| one.kind == Kind::EmploymentByAge).unwrap();
    assert_eq!(source.usage, Usage::Results);
}

/// A sample widens the need, ages that are not told widen it more, and none of it moves its floor
/// above that of the whole count.
#[test]
fn what_is_not_counted_widens_the_need() {
    let need = |rows: &[&str]| of_mechanics(rows).needs.unwrap()[1];
    let whole = need(&[WHOLE]);
    let sampled = need(&[&WHOLE.replace("100 %", "20 %")]);
    let half = need(&["2022;bmo;9601;;G0B41;2021;2000;40 %;;;30;100 %;;"]);
    let width = |need: bassin::flows::spread::Span| need.high.unwrap() - need.low.unwrap();
    assert!(width(whole) < width(sampled) && width(whole) < width(half));
    assert!(half.low.unwrap() <= whole.low.unwrap() && whole.high.unwrap() <= half.high.unwrap());
    assert_eq!(half.value, None, "bounds have no middle");
    // Other departures unknown: as many as are hired at most, and it is said.
    let open = of_mechanics(&["2022;bmo;9601;;G0B41;2021;2000;40 %;25 %;10 %;;100 %;;"]);
    assert!(open.missing.contains(&Missing::Turnover));
    let open = open.needs.unwrap()[1];
    assert!(open.high.is_some() && open.value.is_none());
}

#[test]
fn the_latest_count_of_the_territory_is_read_once() {
    let people = |rows: &[&str]| {
        let results = with(&[count(rows)]);
        let mut all = results.occupations.iter();
        let found = all.find(|one| one.code == mechanics()).unwrap().employed.clone();
        found.map(|one| (one.year, one.people))
    };
    let row = |year: u16, zone: &str, people: &str| {
        format!("{year};bmo;{zone};;G0B41;2021;{people};;;;;;;")
    };
    let (old, new) = (row(2017, "9601", "900"), row(2022, "9601", "800"));
    assert_eq!(people(&[&old, &new]), Some((2022, 800.0)));
    assert_eq!(people(&[&new, &old]), Some((2022, 800.0)));
    assert_eq!(people(&[&row(2022, "9602", "800")]), None, "of another basin");
    // Masked is small, and no number: the need stays unknown.
    assert_eq!(people(&[&row(2022, "9601", "*")]), None);
    // The same people under a card of ROME too: as their occupation is named, and once.
    let card = "2022;bmo;9601;I1604;;;500;;;;;;;";
    assert_eq!(people(&[card]), Some((2022, 500.0)), "the card is of that occupation");
    assert_eq!(people(&[card, &new]), Some((2022, 800.0)));
    assert_eq!(people(&[&new, card]), Some((2022, 800.0)));
    // Two files of a year: the first alone, never both.
    let results = with(&[count(&[&new]), count(&[&row(2022, "9601", "5")])]);
    let one = results.occupations.iter().find(|one| one.code == mechanics()).unwrap();
    assert!((one.employed.as_ref().unwrap().people - 800.0).abs() < 1e-12);
}

/// Ages of France stand in for those of the territory, and it is said.
#[test]
fn ages_of_a_wider_territory_stand_in() {
    let here = "2022;bmo;9601;;G0B41;2021;2000;;;;30;100 %;;";
    let alone = of_mechanics(&[here]);
    assert_eq!(alone.grounds.unwrap()[1].departures, Leaving::Rate);
    let france = "2022;france;;;G0B41;2021;400000;40 %;25 %;10 %;;100 %;;";
    let lent = of_mechanics(&[here, &france.replace("france;;", "france;fr;")]);
    assert_eq!(lent.grounds.unwrap()[1].departures, Leaving::Ages);
    assert!(lent.missing.contains(&Missing::WiderAges));
    let whole = of_mechanics(&[WHOLE]);
    assert_eq!(lent.needs.unwrap()[1].value, whole.needs.unwrap()[1].value);
}

#[test]
fn rows_that_cannot_be_are_refused() {
    let text = format!("{HEADER}\n2022;bmo;9601;;G0B41;2021;90;20 %;25 %;;;;;\n");
    let read = table("emploi_metiers.csv", text.as_bytes()).remove(0);
    assert_eq!((read.rows.kept, read.rows.refused), (0, 1));
    let impossible = |kind: &IssueKind| matches!(kind, IssueKind::Impossible { rule } if rule == "older-exceed-younger");
    assert!(
        read.issues.as_slice().iter().any(|issue| impossible(&issue.kind)),
        "{:?}",
        read.issues
    );
}

/// Levels of a list (NPEC), the least, the middle and the most of its branches, beside the candidates
/// that aim at the certification: no cost of a training, but of an apprenticeship.
#[test]
fn support_levels_stand_beside_who_aims_at_the_certification() {
    let counts = table(
        "emploi_metiers_fictif.csv",
        bassin::sample::file("emploi_metiers_fictif.csv").unwrap(),
    );
    let plain = with(&counts);
    let breeders = plain.occupations.iter().find(|one| one.code == fap("A0X41")).unwrap();
    let register = breeders.supply.certifications.iter().find_map(|one| one.register).unwrap();
    let rows = [(2, "9000"), (7, "9500"), (9, "12000")].map(|(branch, level)| {
        format!("{register};Élevage;BP;{branch};Branche {branch};{level};A\n")
    });
    let head = "RNCP;Libellé de la formation;Type de diplôme;Code CPNE;CPNE;NPEC final;Statut\n";
    let text = format!("{head}{}", rows.concat());
    let list = table("Referentiel-des-NPEC-15.07.2024.csv", text.as_bytes());
    assert_eq!(list[0].kind, Kind::ApprenticeshipPrices, "{:?}", list[0].issues);
    let results = with(&counts.into_iter().chain(list).collect::<Vec<_>>());
    let support = results.supports[&register];
    assert_eq!((support.low, support.value, support.high), (9_000.0, 9_500.0, 12_000.0));
    assert_eq!((support.n_branches, support.year), (3, Some(2024)));
    let source = &results.sources[support.source];
    assert_eq!((source.kind, source.usage), (Kind::ApprenticeshipPrices, Usage::Results));
    let made = planned(&results);
    let of = |one: &&bassin::recommend::proposal::Proposal| one.key.occupation == fap("A0X41");
    let one = made.proposals.iter().find(of).unwrap();
    assert_eq!((one.support, one.terms.place_cost), (Some(support), None));
}
