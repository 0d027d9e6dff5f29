//! Programmes to duplicate, a training body's catalogue, a company's headcount: from their files.

use crate::supply::{analysed, fap, let_out, sample, table};
use bassin::analysis::balanced::Balanced;
use bassin::analysis::body::{Move, Stance, sheet};
use bassin::analysis::company::{Counted, Pooling, beside, posts, yearly};
use bassin::analysis::planning::candidates;
use bassin::analysis::results::{Note, Usage};
use bassin::analysis::verdicts::verdicts;
use bassin::analysis::{Request, analyse};
use bassin::flows::gap::Sign;
use bassin::i18n::Catalog;
use bassin::matching::corrections::Links;
use bassin::model::planning::{Planning, Supposed};
use bassin::model::{Fap, Kind, Language};
use bassin::project::preferred_first;
use bassin::readers::ReadTable;
use bassin::recommend::duplication::Kinship;
use bassin::recommend::proposal::Origin;
use bassin::recommend::verdict::{Conclusion, Verdict};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::{Comparison, Context, document};
use bassin::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

const LIBRARY: &str = "formations_reussies_fictif.csv";
const HEADCOUNT: &str = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;\
age_30_49;age_50_54;age_55_59;age_60_plus;departs_connus_12m;departs_connus_36m;\
embauches_prevues_12m;date_source\n\
Plombiers d'usine;;B2X33;2021;40;4;20;6;6;4;1;;3;01/10/2026\n\
Mécanique;I1604;;;20;;;;;;;;;\n\
Aide-soignant H/F;;;;10;1;4;2;2;1;;5;;\n\
Métier maison;;;;n.d.;;;;;;;;;01/10/2026\n";

fn parameters() -> Parameters {
    Parameters::embedded().unwrap()
}

/// Results with their balances, and the verdicts.
fn judged(inputs: &[Arc<ReadTable>]) -> (Balanced, BTreeMap<Fap, Conclusion>) {
    let results = analysed(inputs, &Links::default());
    let out = let_out(inputs, &results);
    let results = Balanced::new(results, &out, &Supposed::default(), &parameters());
    let verdicts = verdicts(&results, &parameters());
    (results, verdicts)
}

/// What worked here is to be duplicated, and its cost and outcome stand for those that no offer
/// tells; what did not, and what is of another occupation, changes nothing.
#[test]
fn a_programme_that_worked_is_to_be_duplicated() {
    let mut inputs = sample();
    let (_, before) = judged(&inputs);
    let plumbers = fap("B2X33");
    assert_eq!((before[&plumbers].verdict, before[&plumbers].why), (Verdict::Open, "none-local"));
    inputs.extend(table(LIBRARY, bassin::sample::file(LIBRARY).unwrap()));
    let (results, after) = judged(&inputs);
    assert_eq!(after[&plumbers].verdict, Verdict::Duplicate);
    assert!(after[&plumbers].facts.proven);
    let changed: Vec<Fap> =
        after.keys().filter(|code| before[*code] != after[*code]).copied().collect();
    // Welders: 5 employees of 6 work, the same level and public, at least 0.25 + 0.25 of the score
    // with a group of 6 for 8 and four years of ten; the third programme did not work.
    assert_eq!(changed, [plumbers, fap("D1X33")]);
    // What employers need of them is told by an interval alone, which begins at nothing.
    assert_eq!(after[&fap("D1X33")].verdict, Verdict::AskEmployers);
    assert_eq!(results.library.len(), 3);
    let kin = results.library[0].occupations.get(&plumbers);
    assert_eq!(kin, Some(&Kinship::Same), "{:?}", results.library[0].occupations);
    let proposals = candidates(&results, &after, &parameters(), &Planning::default());
    let seekers = proposals.iter().find(|one| one.id().ends_with("B2X33/certifying/job-seekers"));
    let seekers = seekers.unwrap();
    let [precedent] = seekers.precedents.as_slice() else { panic!("{:?}", seekers.precedents) };
    assert_eq!((precedent.at, precedent.worked), (0, true));
    assert_eq!(seekers.terms.brings.from, Origin::Library(1));
    // 7 of 11 were there a year later; the job itself is in cause here, so that some leave.
    let (least, most) = parameters().mixed_stay();
    let expect = 7.0 / 11.0 * f64::midpoint(least, most);
    assert!((seekers.terms.brings.value - expect).abs() < 1e-12);
}

fn headcount() -> Vec<Arc<ReadTable>> {
    let found = table("effectif_entreprise.csv", HEADCOUNT.as_bytes());
    let [one] = found.as_slice() else { panic!("{}", found.len()) };
    assert_eq!(one.kind, Kind::CompanyHeadcount);
    assert_eq!(one.rows.kept, 4, "{:?}", one.issues);
    found
}

/// Wherever it stands among the files, the headcount of a company changes no result and no
/// document of a territory, and nothing of it is told: not its figures, nor its name.
#[test]
fn a_headcount_of_a_company_enters_no_result_of_a_territory() {
    let reference = Reference::embedded().unwrap();
    let parameters = parameters();
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let made = |inputs: &[Arc<ReadTable>]| {
        let mut results = analyse(inputs, &reference, &parameters, &request).unwrap();
        let apart = |note: &Note| matches!(note, Note::CompanyApart { count: 1 });
        let noted = results.notes.iter().filter(|note| apart(note)).count();
        let text = catalogs().map(|catalog| {
            let context = Context {
                results: &results,
                catalog: &catalog,
                reference: &reference,
                parameters: &parameters,
                comparison: Comparison::default(),
                inquiry: None,
                perceived: None,
                actions: None,
            };
            let document = document(&context);
            // What a reader sees: the place of a source in the results is no part of it.
            let rows = document.tables.iter().flat_map(|table| &table.rows);
            let lines = rows.map(|row| {
                row.cells.iter().map(|cell| cell.shown(&catalog)).collect::<Vec<_>>().join(";")
            });
            let lines: Vec<String> = lines.collect();
            format!("{:?} {}", document.cover, lines.join("\n"))
        });
        results.notes.retain(|note| !apart(note));
        (results, text, noted)
    };
    let mut plain = sample();
    preferred_first(&mut plain, &[]);
    let (expected, written, none) = made(&plain);
    assert_eq!(none, 0);
    // As every reading puts it: behind the others.
    let mut ordered: Vec<_> = headcount().into_iter().chain(plain.iter().cloned()).collect();
    preferred_first(&mut ordered, &[]);
    let (results, text, noted) = made(&ordered);
    assert_eq!((noted, &text), (1, &written));
    assert_eq!(results, expected);
    // In the midst of them: an empty place, so that places stay the names of sources.
    let mut amid = plain.clone();
    amid.splice(3..3, headcount());
    let (results, text, noted) = made(&amid);
    assert_eq!((noted, &text), (1, &written));
    let blank = &results.sources[3];
    assert_eq!((blank.file.as_str(), blank.rows.read, blank.usage), ("", 0, Usage::Apart));
    assert_eq!(results.sources.len(), expected.sources.len() + 1);
    assert_eq!(results.programmes, expected.programmes);
    assert_eq!(results.totals, expected.totals);
    let told = format!("{results:?}{text:?}");
    assert!(!told.contains("effectif_entreprise") && !told.contains("usine"));
}

fn catalogs() -> [Catalog; 2] {
    [Language::French, Language::English].map(|language| Catalog::new(language).unwrap())
}

#[test]
fn departures_of_a_company_by_hand() {
    let (results, verdicts) = judged(&sample());
    let reference = Reference::embedded().unwrap();
    let parameters = parameters();
    let tables = headcount();
    let Table::Headcounts(table) = &tables[0].table else { panic!() };
    let posts = posts(table, &results, &reference, &parameters);
    let [plumbers, mechanics, nurses, own] = posts.as_slice() else { panic!("{posts:?}") };
    let [_, at_50, at_55, at_60] = parameters.leaving_rates();
    let one_year = 6.0 * at_50 + 6.0 * at_55 + 4.0 * at_60;
    assert_eq!(plumbers.counted, Counted::Ages);
    assert!((plumbers.leaving[0].value - one_year).abs() < 1e-12);
    assert!((plumbers.leaving[0].low - 1.0).abs() < 1e-12, "one departure is known");
    assert!(plumbers.leaving.windows(2).all(|pair| pair[0].value < pair[1].value));
    assert_eq!((plumbers.occupation, plumbers.yearly), (Some(fap("B2X33")), Some(3.0)));
    // No ages: the average rate; nobody says what it hires: a third of three years.
    let (average, _) = parameters.yearly_rates();
    assert_eq!((mechanics.counted, mechanics.occupation), (Counted::Rate, Some(fap("G0B41"))));
    assert!((mechanics.leaving[1].value - 20.0 * average * 3.0).abs() < 1e-12);
    assert!((mechanics.yearly.unwrap() - 20.0 * average).abs() < 1e-12);
    // Five are known to leave within three years: no fewer are expected.
    assert!(nurses.by_title && nurses.occupation == Some(fap("V0X60")), "{nurses:?}");
    assert_eq!((nurses.leaving[1].value, nurses.leaving[2].value), (5.0, 5.0));
    assert_eq!((own.occupation, own.counted, own.leaving.len()), (None, Counted::Nothing, 0));
    assert_eq!(own.yearly, None);
    // Few plumbers a year where the basin lacks them: to be pooled.
    let sums = yearly(&posts);
    let found = |post| beside(post, &sums, &results, &verdicts, &parameters);
    let basin = found(plumbers).unwrap();
    assert!(basin.hard && basin.pooling == Pooling::Lack);
    assert_eq!(basin.conclusion.unwrap().facts.sign, Sign::Lack);
    assert!(found(own).is_none());
    // Enough for a group of its own: nothing to pool.
    let many = [(fap("B2X33"), 8.0)].into();
    let found = beside(plumbers, &many, &results, &verdicts, &parameters).unwrap();
    assert_eq!(found.pooling, Pooling::OwnGroup);
}

/// Golden: the catalogue of the sample as that of one body, on its basin, set beside a second
/// catalogue of another.
#[test]
fn a_catalogue_against_its_basin() {
    let mut inputs = sample();
    let other = "id_formation;intitule;organisme;code_commune;voie;codes_rome;capacite_annuelle;\
                 entrees_annuelles;abandons_annuels;annee_effectifs;source;date_source\n\
                 A1;Plomberie;Autre;96001;continue;F1603;10;9;1;2025;x;2025-10-01\n";
    inputs.extend(table("autre_catalogue.csv", other.as_bytes()));
    let (results, verdicts) = judged(&inputs);
    let at = |name: &str| results.sources.iter().position(|one| one.file == name).unwrap();
    let out = let_out(&inputs, &results);
    let made = |name: &str| {
        let own = BTreeSet::from([at(name)]);
        sheet(&results, &verdicts, &own, &out, &parameters())
    };
    let sheet = made("catalogue_formation_fictif.csv");
    let mut found = String::new();
    let number = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |end| format!("{end:.1}"));
    for one in sheet.positions.iter().filter(|one| one.conclusion.why != "no-flag") {
        let entrants = one.entrants.unwrap();
        writeln!(
            found,
            "{} {} {} | own {} others {} beyond {} | entrants {} to {} | alone {}",
            one.occupation.code(),
            one.stance.id(),
            one.to_do.map_or("-", Move::id),
            one.own,
            one.others,
            one.own_beyond,
            number(entrants.low),
            number(entrants.high),
            one.sign_alone.id(),
        )
        .unwrap();
    }
    let expected = include_str!("supply/catalogue.txt");
    assert_eq!(found, expected, "\n{found}");
    // The other body has it within reach: for the first it is to be agreed with, for the other
    // to be extended.
    let plumbers = |sheet: &bassin::analysis::body::Sheet| {
        let one = sheet.positions.iter().find(|one| one.occupation == fap("B2X33")).unwrap();
        (one.stance, one.to_do, one.own, one.others)
    };
    assert_eq!(plumbers(&sheet), (Stance::Uncovered, Some(Move::Join), 0, 1));
    let theirs = made("autre_catalogue.csv");
    assert_eq!(plumbers(&theirs), (Stance::Covered, Some(Move::Extend), 1, 0));
    // What a body brings alone and what the other does make up what all bring.
    for one in &sheet.positions {
        let other = theirs.positions.iter().find(|two| two.occupation == one.occupation).unwrap();
        let all = results.balances[&one.occupation].entrants();
        let (ours, others) = (one.entrants.unwrap(), other.entrants.unwrap());
        if let (Some(ours), Some(others), Some(all)) = (ours.value, others.value, all.value)
            && (ours == 0.0 || others == 0.0)
        {
            assert!((ours + others - all).abs() < 1e-9, "{}", one.occupation);
        }
    }
    let own = at("catalogue_formation_fictif.csv");
    assert!(sheet.unfed.iter().all(|(offer, _)| offer.source == own));
}
