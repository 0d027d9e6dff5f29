//! Devices of `method.md` §5.4 on both sides of each of their rules.

use crate::recommend::funding::*;
use crate::reference::params::Parameters;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn device(id: &str) -> Device {
    let parameters = Parameters::embedded().unwrap();
    parameters.devices().iter().find(|device| device.id == id).unwrap().clone()
}

fn asked(audience: Audience, hours: u32, start: &str) -> Request {
    Request {
        audiences: vec![audience],
        hours: Some(hours),
        content: None,
        promise: Promise::Unknown,
        group: None,
        employer_size: None,
        territories: Vec::new(),
        start: Some(day(start)),
        today: day(start),
    }
}

fn check(id: &str, request: &Request, expect: &str) {
    let device = device(id);
    let ruling = rule(&device, request);
    let told = ruling.refusals.first().map_or("eligible", Refusal::id);
    assert_eq!(told, expect, "{id} {request:?}: {:?}", ruling.refusals);
    assert_eq!(ruling.eligible(), ruling.refusals.is_empty());
}

/// Ended devices of `method.md` §5.4, on both sides of their last day.
#[test]
fn an_ended_device_holds_to_its_last_day() {
    use Audience::{Employees, JobSeekers};
    check("afpr", &asked(JobSeekers, 300, "2024-06-17"), "eligible");
    check("afpr", &asked(JobSeekers, 300, "2024-06-18"), "ended");
    check("pro-a", &asked(Employees, 300, "2025-12-31"), "eligible");
    check("pro-a", &asked(Employees, 300, "2026-01-01"), "ended");
    check("transco", &asked(Employees, 300, "2025-12-31"), "eligible");
    check("transco", &asked(Employees, 300, "2026-01-01"), "ended");
    check("fne", &asked(Employees, 35, "2024-12-31"), "eligible");
    check("fne", &asked(Employees, 35, "2025-01-01"), "ended");
    check("pric-2019", &asked(JobSeekers, 300, "2023-12-31"), "eligible");
    check("pric-2019", &asked(JobSeekers, 300, "2024-01-01"), "ended");
    let successor = |id: &str, date: &str| {
        let device = device(id);
        let asked = asked(device.audiences[0], 300, date);
        match rule(&device, &asked).refusals.first() {
            Some(Refusal::Ended { successor, .. }) => successor.map(str::to_owned),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(successor("afpr", "2026-03-01").as_deref(), Some("poei"));
    assert_eq!(successor("pro-a", "2026-03-01").as_deref(), Some("reconversion"));
    assert_eq!(successor("fne", "2026-03-01"), None);
    // The successor begins where the ended one stops.
    check("poei", &asked(JobSeekers, 300, "2024-06-17"), "not-yet");
    check("poei", &asked(JobSeekers, 300, "2024-06-18"), "eligible");
}

#[test]
fn what_nobody_verified_is_refused_whatever_the_date() {
    for (id, audience) in [
        ("cared", Audience::JobSeekers),
        ("cared-plus", Audience::Disabled),
        ("aif", Audience::JobSeekers),
        ("vae", Audience::Employees),
        ("apprentissage", Audience::Young),
    ] {
        for date in ["2018-03-01", "2026-03-01"] {
            check(id, &asked(audience, 200, date), "unverified");
        }
    }
    // Nor does a limit that nobody verified refuse anything.
    let long = asked(Audience::JobSeekers, 900, "2024-06-17");
    check("afpr", &long, "eligible");
    let device = device("afpr");
    let open = rule(&device, &long).open;
    assert!(open.iter().any(|open| matches!(open, Open::UnverifiedHours { .. })), "{open:?}");
}

#[test]
fn hours_of_the_poei_depend_on_who_trains_whom() {
    use Audience::{JobSeekers, JobSeekersFarFromWork};
    let date = "2026-03-02";
    check("poei", &asked(JobSeekers, 450, date), "eligible");
    check("poei", &asked(JobSeekers, 451, date), "too-long");
    check("poei", &asked(JobSeekersFarFromWork, 600, date), "eligible");
    check("poei", &asked(JobSeekersFarFromWork, 601, date), "too-long");
    let tutored =
        |hours| Request { content: Some(Content::Tutoring), ..asked(JobSeekers, hours, date) };
    check("poei", &tutored(300), "eligible");
    check("poei", &tutored(301), "too-long");
    let promise = Promise::Made { contract: Contract::Seasonal, months: Some(4) };
    let seasonal = |hours| Request { promise, ..asked(JobSeekers, hours, date) };
    check("poei", &seasonal(300), "eligible");
    check("poei", &seasonal(301), "too-long");
}

#[test]
fn contracts_promised() {
    let with = |promise| Request { promise, ..asked(Audience::JobSeekers, 400, "2026-03-02") };
    let made = |contract, months| with(Promise::Made { contract, months });
    check("poei", &with(Promise::Nothing), "contract");
    check("poei", &made(Contract::Permanent, None), "eligible");
    check("poei", &made(Contract::FixedTerm, Some(6)), "eligible");
    check("poei", &made(Contract::FixedTerm, Some(5)), "contract-short");
    check("poei", &made(Contract::FixedTerm, None), "eligible");
    check("poec", &with(Promise::Nothing), "eligible");
    check("professionnalisation", &made(Contract::Apprenticeship, Some(12)), "contract");
}

#[test]
fn exceptional_hours_are_to_be_confirmed() {
    let check_open = |id: &str, request: &Request, expect: bool| {
        let device = device(id);
        let open = rule(&device, request).open;
        let found = open.iter().any(|open| matches!(open, Open::Exceptional { .. }));
        assert_eq!(found, expect, "{open:?}");
    };
    let seekers = |hours| asked(Audience::JobSeekers, hours, "2026-03-02");
    check_open("poec", &seekers(400), false);
    check_open("poec", &seekers(434), true);
    check("poec", &seekers(435), "too-long");
    let staff = |hours| Request {
        today: day("2026-01-31"),
        ..asked(Audience::Employees, hours, "2026-03-02")
    };
    check("reconversion", &staff(149), "too-short");
    check_open("reconversion", &staff(450), false);
    check_open("reconversion", &staff(2_100), true);
    check("reconversion", &staff(2_101), "too-long");
}

/// The file of a *période de reconversion* reaches the OPCO thirty days before the start.
#[test]
fn the_last_day_to_file() {
    let on = |today: &str| Request {
        today: day(today),
        ..asked(Audience::Employees, 300, "2026-03-31")
    };
    check("reconversion", &on("2026-03-01"), "eligible");
    check("reconversion", &on("2026-03-02"), "too-late");
    let unknown = Request { start: None, ..on("2026-03-02") };
    check("reconversion", &unknown, "eligible");
    let device = device("reconversion");
    assert!(rule(&device, &unknown).open.contains(&Open::FileBefore { days: 30 }));
}

#[test]
fn groups_audiences_contents() {
    let seekers = asked(Audience::JobSeekers, 300, "2026-03-02");
    check("poec", &Request { group: Some(false), ..seekers.clone() }, "group");
    check("poei", &Request { group: Some(true), ..seekers.clone() }, "one-person");
    check("plan", &seekers, "audience");
    let tutored = Request { content: Some(Content::Tutoring), ..seekers };
    check("pric", &tutored, "content");
}

#[test]
fn a_device_of_a_territory() {
    let reference = Reference::embedded().unwrap();
    let here = |code: &str| around(code.parse().unwrap(), &reference);
    let text = |all: &[Territory]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(text(&here("be:8450")), ["be:8450", "dep:15", "reg:84"]);
    assert_eq!(text(&here("dep:15")), ["dep:15", "reg:84"]);
    assert_eq!(text(&here("reg:84")), ["reg:84"]);
    let local = Device { status: Status::InForce, ..device("cared") };
    let told = |territories: Vec<Territory>| {
        let asked = Request { territories, ..asked(Audience::JobSeekers, 300, "2026-03-02") };
        let ruling = rule(&local, &asked);
        let open = ruling.open.iter().any(|o| matches!(o, Open::TerritoryUnknown { .. }));
        (ruling.refusals.first().map(|refusal| refusal.id().to_owned()), open)
    };
    assert_eq!(told(here("be:8450")), (None, false));
    assert_eq!(told(here("dep:75")), (Some("territory".to_owned()), false));
    assert_eq!(told(Vec::new()), (None, true));
    // Who pays depends on the territory too.
    let device = device("pric");
    let payer = |territories: Vec<Territory>| {
        let asked = Request { territories, ..asked(Audience::JobSeekers, 300, "2026-03-02") };
        let ruling = rule(&device, &asked);
        ruling.payers.iter().map(|payer| payer.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(payer(here("be:8450")), ["État et France Travail"]);
    assert_eq!(payer(here("dep:75")), ["État et Région"]);
}

#[test]
fn amounts_of_the_day_and_of_the_hours() {
    let euros = |id: &str, request: &Request| {
        let device = device(id);
        let ruling = rule(&device, request);
        ruling.amounts.iter().map(|found| found.euros).collect::<Vec<_>>()
    };
    let staff = |start: &str| Request {
        today: day("2024-01-01"),
        ..asked(Audience::Employees, 300, start)
    };
    assert_eq!(euros("cpf", &staff("2024-05-01")), []);
    assert_eq!(euros("cpf", &staff("2024-05-02")), [Some((100.0, 100.0))]);
    assert_eq!(euros("cpf", &staff("2025-06-01")), [Some((102.23, 102.23))]);
    assert_eq!(euros("cpf", &staff("2026-06-01")), [Some((103.2, 103.2))]);
    assert_eq!(euros("cpf", &asked(Audience::JobSeekers, 300, "2026-06-01")), []);
    let expect = [Some((9.15 * 300.0, 9.15 * 300.0)), Some((5_000.0, 5_000.0))];
    assert_eq!(euros("reconversion", &staff("2026-06-01")), expect);
    let unknown = Request { hours: None, ..staff("2026-06-01") };
    assert_eq!(euros("reconversion", &unknown), [None, Some((5_000.0, 5_000.0))]);
}

/// The last day « du 30 décembre 2025 » that a source names.
fn text_of(source: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let words: Vec<&str> = source.split([' ', ',', ';']).collect();
    let dates = words.windows(3).filter_map(|three| {
        let month = MONTHS.iter().position(|name| *name == three[1])?;
        let (day, year) = (three[0].parse().ok()?, three[2].parse().ok()?);
        Date::new(year, u8::try_from(month + 1).unwrap(), day).ok()
    });
    dates.max()
}

/// An amount was not set by a text that came after it: the source told would be another's.
#[test]
fn no_amount_is_older_than_the_text_that_sets_it() {
    assert_eq!(text_of("arrêté du 30 décembre 2025"), Some(day("2025-12-30")));
    let parameters = Parameters::embedded().unwrap();
    let mut checked = 0;
    for device in parameters.devices() {
        for amount in device.amounts.iter().filter(|amount| !amount.fact.unverified) {
            let Some((from, text)) = amount.valid_from.zip(text_of(&amount.fact.source)) else {
                continue;
            };
            assert!(text <= from, "{}: {} on {from}", device.id, amount.fact.source);
            checked += 1;
        }
    }
    assert!(checked > 0);
}

/// The documents at hand tell no age limit of apprenticeship: it is said so, and nothing is
/// suggested on it.
#[test]
fn the_age_limit_of_apprenticeship_is_unverified() {
    let device = device("apprentissage");
    let age = device.terms.iter().find(|term| term.text.contains("âge")).unwrap();
    assert!(age.fact.unverified && device.status == Status::Unverified);
    assert!(!rule(&device, &asked(Audience::Young, 300, "2026-03-02")).eligible());
}

#[test]
fn the_payer_depends_on_the_size_of_the_firm() {
    let device = device("plan");
    let names = |size| {
        let asked = Request { employer_size: size, ..asked(Audience::Employees, 35, "2026-03-02") };
        let ruling = rule(&device, &asked);
        ruling.payers.iter().map(|payer| payer.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(Some(49)), ["entreprise", "OPCO"]);
    assert_eq!(names(Some(50)), ["entreprise"]);
    assert_eq!(names(None), ["entreprise", "OPCO"]);
}

#[test]
fn a_rule_not_verified_for_a_year_is_stale() {
    let device = device("poei");
    let on = |today: &str| {
        let asked = Request { today: day(today), ..asked(Audience::JobSeekers, 300, "2026-03-02") };
        let ruling = rule(&device, &asked);
        assert!(ruling.clauses.iter().all(|clause| clause.stale == ruling.stale));
        ruling.stale
    };
    assert!(!on("2027-01-31") && on("2027-02-01"));
}

#[test]
fn every_clause_has_a_source_and_a_date() {
    let parameters = Parameters::embedded().unwrap();
    let asked = asked(Audience::JobSeekers, 300, "2026-03-02");
    let rulings = rulings(parameters.devices(), &asked);
    assert_eq!(rulings.len(), parameters.devices().len());
    let first_refused = rulings.iter().position(|one| !one.eligible()).unwrap();
    assert!(rulings[first_refused..].iter().all(|one| !one.eligible()));
    for ruling in &rulings {
        assert_eq!(ruling.eligible(), !ruling.clauses.is_empty(), "{}", ruling.device.id);
        assert!(ruling.clauses.iter().all(|clause| !clause.source.is_empty()));
        assert!(!ruling.device.confirm_with.is_empty());
    }
}

/// A quarter of a year of work, then what a longer contract and the branch allow, then nothing.
#[test]
fn a_contract_of_professionalisation_is_bounded_by_its_length() {
    let device = device("professionnalisation");
    let told = |hours| {
        let request = asked(Audience::JobSeekers, hours, "2026-03-01");
        let ruling = rule(&device, &request);
        let beyond = ruling.open.iter().any(|open| matches!(open, Open::Exceptional { .. }));
        (ruling.refusals.first().map(Refusal::id), beyond)
    };
    // 12 × 151.67 h × 25 %.
    let quarter: f64 = 12.0 * 151.67 * 0.25;
    assert!((quarter - 455.0).abs() < 0.5);
    assert_eq!(told(149), (Some("too-short"), false));
    assert_eq!(told(455), (None, false));
    assert_eq!(told(456), (None, true));
    assert_eq!(told(1_820), (None, true));
    // Thirty-six months were found in no text: nobody is said to be eligible for it.
    assert_eq!(told(1_821), (Some("too-long"), false));
    assert_eq!(told(4_200), (Some("too-long"), false));
}
