//! Training supply of the sample territory against its needs: from files to verdicts.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::analysis::balance::{Announced, Told, balances};
use bassin::analysis::balanced::{Balanced, LetOut};
use bassin::analysis::verdicts::{to_stop, verdicts};
use bassin::analysis::{Request, Results, Stage};
use bassin::flows::balance::{Balance, Basis, Missing};
use bassin::flows::gap::Sign;
use bassin::flows::spread::{Span, Spread};
use bassin::inquiry;
use bassin::matching::corrections::{LinkKey, Links};
use bassin::matching::supply::Ring;
use bassin::model::planning::Supposed;
use bassin::model::{Fap, Groups};
use bassin::project::{Project, Weighting};
use bassin::readers::{Control, ReadTable, read};
use bassin::recommend::verdict::Verdict;
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::ui::App;
use egui::Key;
use egui_kittest::Harness;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

const FILES: [&str; 8] = [
    "BMO_2025_territoire_fictif.xlsx",
    "dares_tensions_2023_fictif.csv",
    "certif_info_fictif.csv",
    "catalogue_formation_fictif.csv",
    "communes_bassins_fictif.csv",
    "demande_emploi_fictif.csv",
    "enquete_etablissements_fictif.csv",
    "enquete_metiers_fictif.csv",
];

pub fn table(name: &str, bytes: &[u8]) -> Vec<Arc<ReadTable>> {
    let reference = Reference::embedded().unwrap();
    read(name, bytes, &reference, Control::none()).unwrap().into_iter().map(Arc::new).collect()
}

pub fn sample() -> Vec<Arc<ReadTable>> {
    let register = "population_etablissements_fictif.csv";
    let names = FILES.into_iter().chain([register]);
    names.flat_map(|name| table(name, bassin::sample::file(name).unwrap())).collect()
}

pub fn fap(code: &str) -> Fap {
    format!("fap2021:{code}").parse().unwrap()
}

/// What of the survey may leave before anything has left.
pub fn let_out(inputs: &[Arc<ReadTable>], results: &Results) -> LetOut {
    let project = Project::default();
    let (labels, groups, log) =
        (project.decisions().labels.clone(), Groups::default(), project.log());
    let asked = inquiry::Asked {
        territory: results.territory.territory,
        version: results.fap_version,
        labels: &labels,
        weighting: Weighting::default(),
        groups: &groups,
        log: &log,
    };
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let found = inquiry::inquiry(inputs, &reference, &parameters, &asked);
    found.and_then(|found| Some(found.published?.let_out())).unwrap_or_default()
}

pub fn analysed(inputs: &[Arc<ReadTable>], links: &Links) -> Results {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let stage = Stage::corrected(inputs, &reference, &parameters, &request, links).unwrap();
    stage.results(&parameters)
}

fn shown(span: Option<Span>) -> String {
    let number = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| format!("{end:.1}"));
    span.map_or_else(
        || "-".to_owned(),
        |span| format!("{} [{} {}]", number(span.value), number(span.low), number(span.high)),
    )
}

fn line(balance: &Balance) -> String {
    let gap = balance.gap().unwrap();
    let missing: Vec<&str> = balance.missing.iter().map(|missing| missing.id()).collect();
    format!(
        "{} need {} in {} + {} pool {} gap {} {} ({})",
        balance.basis.id(),
        shown(balance.needs.map(|needs| needs[1])),
        shown(Some(balance.initial)),
        shown(Some(balance.continuing)),
        shown(balance.pool),
        shown(gap.span),
        gap.sign.id(),
        missing.join(" "),
    )
}

/// Golden: the occupations that the territory flags, over three years.
#[test]
fn the_sample_from_files_to_verdicts() {
    let inputs = sample();
    let results = analysed(&inputs, &Links::default());
    let parameters = Parameters::embedded().unwrap();
    let out = let_out(&inputs, &results);
    let results = Balanced::new(results, &out, &Supposed::default(), &parameters);
    let said = &out.announced;
    let verdicts = verdicts(&results, &parameters);
    let mut found = String::new();
    for occupation in results.occupations.iter().filter(|one| one.pressure.evidence()) {
        let conclusion = &verdicts[&occupation.code];
        let code = occupation.code.code();
        let balance = &results.balances[&occupation.code];
        writeln!(found, "{code} {} ({})", conclusion.verdict.id(), conclusion.why).unwrap();
        writeln!(found, "  {}", line(balance)).unwrap();
    }
    for (offer, why) in to_stop(&results) {
        writeln!(found, "stop {} ({})", offer.title, why.id()).unwrap();
    }
    let expected = include_str!("supply/sample.txt");
    assert_eq!(found, expected, "\n{found}");
    // Same inputs, same bits.
    assert_eq!(balances(&results, said, &Supposed::default(), &parameters), results.balances);
    // Transport, pay and conditions are no matter of training, whatever the gap.
    for (code, conclusion) in &verdicts {
        let lever = conclusion.facts.lever.includes_training();
        let trains = conclusion.verdict.is_training();
        assert!(!trains || lever || conclusion.facts.short_adaptation, "{code}");
    }
    // What secrecy hides is no number here.
    let told: Vec<Told> = said
        .values()
        .flat_map(|said| {
            [said.headcount, said.retirements_12, said.retirements_36, said.departures_36]
        })
        .collect();
    assert!(told.contains(&Told::Hidden), "{told:?}");
    assert!(told.iter().any(|one| matches!(one, Told::Known(_))), "{told:?}");
}

/// One line of the catalogue by its identifier.
fn catalogue(id: &str) -> Vec<f64> {
    let text =
        String::from_utf8(bassin::sample::file("catalogue_formation_fictif.csv").unwrap().to_vec())
            .unwrap();
    let line = text.lines().find(|line| line.starts_with(id)).unwrap();
    let cells = line.split(';').skip(16).take(8);
    let number = |cell: &str| {
        let percent = cell.ends_with('%');
        let value = cell.trim_end_matches(['%', ' ', '\u{202f}', '\u{a0}']).replace(',', ".");
        value.parse::<f64>().unwrap_or(f64::NAN) / if percent { 100.0 } else { 1.0 }
    };
    cells.map(number).collect()
}

/// The first files of the sample, with the school of nurses in a commune of the territory.
fn with_the_school_here() -> Vec<Arc<ReadTable>> {
    let files = FILES.into_iter().take(7);
    files
        .flat_map(|name| {
            let bytes = bassin::sample::file(name).unwrap();
            let Ok(text) = std::str::from_utf8(bytes) else { return table(name, bytes) };
            let far =
                "F006;Soins infirmiers (fictif);Centre de formation de Valmont (fictif);;99001;";
            table(name, text.replace(far, &far.replace("99001", "96001")).as_bytes())
        })
        .collect()
}

/// A second road: straight from the lines of the files, by hand.
#[test]
fn entrants_pool_and_need_are_those_of_the_lines() {
    let results = analysed(&sample()[..7], &Links::default());
    let parameters = Parameters::embedded().unwrap();
    let known = |value| Told::Known(Spread::Known(value));
    let (nurses, bakers) = (fap("V1X80"), fap("S0X42"));
    let said = Announced {
        headcount: known(100.0),
        retirements_12: Told::Unknown,
        retirements_36: known(60.0),
        departures_36: known(90.0),
        ..Announced::default()
    };
    let hidden = Announced {
        headcount: Told::Hidden,
        retirements_12: Told::Hidden,
        retirements_36: Told::Hidden,
        departures_36: Told::Hidden,
        ..Announced::default()
    };
    let said: BTreeMap<Fap, Announced> = [(nurses, said), (bakers, hidden)].into();
    let found = balances(&results, &said, &Supposed::default(), &parameters);
    // Enrolled, entries, drop-outs, year, continuation, employment, denominator, retention.
    // The school is far off: the part that stays is of its own basin, and nobody comes from it.
    let school = catalogue("F006");
    assert_eq!(found[&nurses].initial.high, Some(0.0));
    assert!(found[&nurses].missing.contains(&Missing::Beyond));
    // In the territory, those who leave, work and stay come in.
    let near = analysed(&with_the_school_here(), &Links::default());
    let near = balances(&near, &said, &Supposed::default(), &parameters);
    let expect = school[0] * (1.0 - school[4]) * school[5] * school[7];
    assert!((near[&nurses].initial.value.unwrap() - expect).abs() < 1e-9);
    let workshop = catalogue("F014");
    let expect = workshop[0] * (1.0 - workshop[4]) * workshop[5];
    let baker = &found[&bakers];
    assert!((baker.initial.value.unwrap() - expect * 0.6).abs() < 1e-9);
    let (low, high) = (baker.initial.low.unwrap(), baker.initial.high.unwrap());
    assert!(low > expect * 0.4 && high < expect * 0.8 && low < high);
    // Half of 14 seekers have the qualification, three in ten of these come back, in the middle.
    let pool = found[&nurses].pool.unwrap();
    let (mean, least, most) = (14.0 * 0.5 * 0.3, 14.0 * 0.2 * 0.1, 14.0 * 0.8 * 0.5);
    assert!(pool.low.unwrap() > least && pool.high.unwrap() < most);
    assert!(pool.value.is_none_or(|value| (value - mean).abs() < 1e-9));
    // Departures, the trained part of turnover, half of the highest growth.
    let nurse = results.occupations.iter().find(|one| one.code == nurses).unwrap();
    let class = nurse.anchor.and_then(|anchor| anchor.causes.training_link);
    let (trained, ..) = parameters.trained_share(class);
    for (place, years) in [1.0, 3.0, 5.0].into_iter().enumerate() {
        let pace: f64 = years / 3.0;
        let expect = 60.0 * pace + 90.0 * pace * trained + 100.0 * years * 0.06 / 11.0 / 2.0;
        let need = found[&nurses].needs.unwrap()[place];
        assert!((need.value.unwrap() - expect).abs() < 1e-9, "{need:?} {expect}");
    }
    assert_eq!((found[&nurses].basis, found[&nurses].sign()), (Basis::Survey, Sign::Lack));
    // What is hidden counts for nothing: projects alone bound the need, and it is said.
    assert_eq!(baker.basis, Basis::Hires);
    assert!(baker.missing.contains(&Missing::Hidden) && !baker.missing.contains(&Missing::Survey));
    let need = baker.needs.unwrap()[1];
    assert_eq!((need.value, need.low), (None, Some(0.0)));
    let one = results.occupations.iter().find(|one| one.code == bakers).unwrap();
    let tally = one.benchmarks.territory;
    assert!(need.high.unwrap() <= 3.0 * (tally.projects.high - tally.seasonal.low));
}

/// Creations of the survey and ages of its employees, by hand: the year that employers speak of is
/// theirs, what comes after is by ages and by the regional rate, and it is said which.
#[test]
fn creations_and_ages_of_the_survey_make_the_need() {
    let results = analysed(&sample()[..7], &Links::default());
    let parameters = Parameters::embedded().unwrap();
    let known = |value| Told::Known(Spread::Known(value));
    let nurses = fap("V1X80");
    let ages = Announced {
        headcount: known(100.0),
        departures_36: known(0.0),
        aged_50_54: known(20.0),
        aged_55_59: known(15.0),
        aged_60_plus: known(5.0),
        ..Announced::default()
    };
    let need = |said: Announced| {
        let all = balances(&results, &[(nurses, said)].into(), &Supposed::default(), &parameters);
        all[&nurses].clone()
    };
    let point = |balance: &Balance, place: usize| {
        let span = balance.needs.unwrap()[place];
        // A point is refused where its interval is too wide: the middle of the draws then.
        span.value.unwrap_or_else(|| f64::midpoint(span.low.unwrap(), span.high.unwrap()))
    };
    let grounds = |balance: &Balance| {
        balance.grounds.unwrap().map(|one| (one.creation.id(), one.departures.id()))
    };
    // Year after year, those who stay grow older: rates of the method on its own bands.
    let [under, fifty, fifty_five, sixty] = parameters.leaving_rates();
    let left = |years: usize, younger: f64| {
        let (mut bands, mut gone) = ([0.0, younger, 20.0, 15.0, 5.0], 0.0);
        for _ in 0..years {
            let rates = [under, under, fifty, fifty_five, sixty];
            let stay: Vec<f64> =
                bands.iter().zip(rates).map(|(band, rate)| band * (1.0 - rate)).collect();
            gone += bands.iter().sum::<f64>() - stay.iter().sum::<f64>();
            let older = [12.0, 20.0, 5.0, 5.0, f64::INFINITY];
            let up: Vec<f64> = stay.iter().zip(older).map(|(stay, width)| stay / width).collect();
            bands = std::array::from_fn(|band| {
                stay[band] - up[band] + if band == 0 { 0.0 } else { up[band - 1] }
            });
        }
        gone
    };
    let growth = |years: f64| 100.0 * years * 0.06 / 11.0 / 2.0;
    let found = need(ages);
    assert_eq!(grounds(&found), [("rate", "ages"); 3]);
    for (place, years) in [1_u8, 3, 5].into_iter().enumerate() {
        let years = (usize::from(years), f64::from(years));
        let (least, most) = (left(years.0, 0.0), left(years.0, 60.0));
        let expect = f64::midpoint(least, most) + growth(years.1);
        let own = found.needs.unwrap()[place];
        assert!(own.low.unwrap() < expect && expect < own.high.unwrap(), "{own:?} {expect}");
        assert!((point(&found, place) - expect).abs() < 1.5, "{own:?} {expect}");
    }
    // What employers announce stands for the years that they speak of.
    let found = need(Announced {
        retirements_12: known(3.0),
        retirements_36: known(11.0),
        creations_12: known(6.0),
        ..ages
    });
    let expect = [("announced", "announced"), ("announced-then-rate", "announced")];
    assert_eq!(grounds(&found)[..2], expect);
    assert_eq!(grounds(&found)[2], ("announced-then-rate", "announced-then-ages"));
    assert!((point(&found, 0) - (6.0 + 3.0)).abs() < 1e-9);
    assert!((point(&found, 1) - (6.0 + growth(2.0) + 11.0)).abs() < 1e-9);
    let later = f64::midpoint(left(5, 0.0) - left(3, 0.0), left(5, 60.0) - left(3, 60.0));
    assert!((point(&found, 2) - (6.0 + growth(4.0) + 11.0 + later)).abs() < 1.5);
    // One age that may not be shown: the regional rate again, and it is said.
    let found = need(Announced { aged_50_54: Told::Hidden, ..ages });
    assert_eq!(grounds(&found), [("rate", "rate"); 3]);
    assert!(found.missing.contains(&Missing::Hidden));
    // An estimate is no narrower than a number: its interval goes into that of the need.
    let around = |value: f64, half: f64| {
        Told::Known(Spread::Around { value, low: value - half, high: value + half })
    };
    let width = |balance: &Balance| {
        let span = balance.needs.unwrap()[1];
        span.high.unwrap() - span.low.unwrap()
    };
    let sure = need(Announced { creations_12: known(6.0), ..ages });
    let unsure =
        need(Announced { creations_12: around(6.0, 5.0), aged_60_plus: around(5.0, 4.0), ..ages });
    assert!(width(&unsure) > width(&sure) + 1.0, "{} {}", width(&unsure), width(&sure));
}

/// Nobody leaves and nobody is hired: what trains for it feeds no need. A link that the user
/// refuses takes the offer out, an undetermined gap keeps it.
#[test]
fn supply_that_feeds_no_need_is_told_and_links_are_corrected() {
    let parameters = Parameters::embedded().unwrap();
    let inputs = &sample()[..7];
    let results = analysed(inputs, &Links::default());
    let bakers = fap("S0X42");
    let nobody = Told::Known(Spread::Known(0.0));
    let nobody = Announced {
        headcount: nobody,
        retirements_12: nobody,
        retirements_36: nobody,
        departures_36: nobody,
        ..Announced::default()
    };
    let stopped = |results: &Balanced| -> Vec<String> {
        to_stop(results).into_iter().map(|(offer, _)| offer.title).collect()
    };
    let with =
        |out: LetOut| Balanced::new(results.clone(), &out, &Supposed::default(), &parameters);
    assert_eq!(stopped(&with(LetOut::default())), Vec::<String>::new());
    let results = with(LetOut { announced: [(bakers, nobody)].into(), ..LetOut::default() });
    assert_eq!(results.balances[&bakers].sign(), Sign::Surplus);
    assert_eq!(results.balances[&bakers].gaps[1].coverage, None);
    assert_eq!(stopped(&results), ["Boulangerie artisanale (fictif)"]);
    let verdict = verdicts(&results, &parameters)[&bakers].verdict;
    assert_eq!(verdict, Verdict::NotTaken);
    let one = results.occupations.iter().find(|one| one.code == bakers).unwrap();
    let workshop = one.supply.offers.iter().find(|offer| offer.ring == Ring::Basin).unwrap();
    let mut links = Links::default();
    links.refuse(LinkKey::of_offer(workshop), bakers);
    let changed = analysed(inputs, &links);
    let one = changed.occupations.iter().find(|one| one.code == bakers).unwrap();
    assert!(one.supply.offers.iter().all(|offer| offer.title != workshop.title));
    let found = balances(&changed, &BTreeMap::new(), &Supposed::default(), &parameters);
    assert_eq!(found[&bakers].initial.value, Some(0.0));
}

/// A link chosen with the arrows is refused with a key, counts for nothing from then on, and comes
/// back with Ctrl+Z.
#[test]
fn a_link_is_corrected_by_keyboard_and_undone() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "4  Formation");
    let said_of = |harness: &Harness<'static, App>| {
        let all = said(harness);
        all.lines().find(|line| line.contains(" → ") && line.contains('(')).map(str::to_owned)
    };
    assert_eq!(said_of(&harness), None);
    assert!(shows(&harness, "Choisir une ligne pour confirmer"));
    harness.key_press(Key::ArrowDown);
    settle(&mut harness);
    let chosen = said_of(&harness).unwrap();
    let rows = |harness: &Harness<'static, App>| {
        let all = said(harness);
        all.lines().filter(|line| line.contains("fiche de certification")).count()
            + all.lines().filter(|line| line.contains("code officiel")).count()
    };
    assert!(rows(&harness) > 0, "{}", said(&harness));
    harness.key_press(Key::Delete);
    settle(&mut harness);
    // The link is no more: nothing is chosen.
    assert_eq!(said_of(&harness), None, "{chosen}");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(said_of(&harness), Some(chosen.clone()));
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let decided = said_of(&harness).unwrap();
    assert!(decided.ends_with("(décidé)"), "{decided}");
}
