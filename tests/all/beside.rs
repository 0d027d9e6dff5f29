//! Readings beside that of BMO: what the own survey says by itself, and occupations without a row.
//! Nothing that stands on a hidden share exists.

use crate::report::Fixture;
use bassin::i18n::Catalog;
use bassin::indicators::posterior::{Estimate, of_survey};
use bassin::model::{Fap, Language, Scope, Value};
use bassin::readers::{Control, read};
use bassin::recommend::diagnosis::Lever;
use bassin::recommend::local::LocalCause;
use bassin::reference::Reference;
use bassin::report::build::{Context, document};
use bassin::report::document::Table;
use bassin::report::survey::{Inquiry, PublishedNeed, PublishedSurvey};
use bassin::sample;
use bassin::secrecy::Published;
use std::collections::BTreeSet;

const SHARE: &str = "need-difficult-share";

fn shares(survey: &PublishedSurvey) -> impl Iterator<Item = (&Scope, Published)> {
    let of = |need: &PublishedNeed| {
        let mut measures = need.measures.iter();
        measures.find(|one| one.wanted.indicator == SHARE).map(|one| one.weighted)
    };
    survey.needs.iter().filter_map(move |need| Some((&need.scope, of(need)?)))
}

fn codes(table: Option<&Table>) -> BTreeSet<String> {
    let rows = table.map(|table| table.rows.as_slice()).unwrap_or_default();
    rows.iter().map(|row| row.key.clone()).collect()
}

/// The estimate that a reading is made of; `None`: hidden, or without a value that answers bear.
fn told(share: Published) -> Option<Estimate> {
    match share.value() {
        Value::Interval { value, low, high } if share.hidden().is_none() => {
            Some(Estimate { value, low, high })
        }
        _ => None,
    }
}

/// The survey of the sample where the share of an occupation is this one.
fn with(fixture: &Fixture, code: Fap, share: Published) -> Inquiry {
    let mut inquiry = fixture.inquiry.clone().unwrap();
    let survey = inquiry.published.as_mut().unwrap();
    for need in survey.needs.iter_mut().filter(|need| need.scope == Scope::Occupation(code)) {
        for measure in need.measures.iter_mut().filter(|one| one.wanted.indicator == SHARE) {
            measure.weighted = share;
        }
    }
    inquiry
}

/// An occupation of the survey with a row of BMO, a share that is shown, and one that is hidden.
fn given(fixture: &Fixture) -> (Fap, Published, Published) {
    let survey = fixture.inquiry.as_ref().unwrap().published.as_ref().unwrap();
    let here = |code: Fap| fixture.results.occupations.iter().any(|one| one.code == code);
    let code = shares(survey).find_map(|(scope, _)| match scope {
        Scope::Occupation(code) if here(*code) => Some(*code),
        _ => None,
    });
    let shown = shares(survey).map(|(_, share)| share).find(|share| told(*share).is_some());
    let hidden = shares(survey).map(|(_, share)| share).find(|share| share.hidden().is_some());
    (code.unwrap(), shown.unwrap(), hidden.unwrap())
}

#[test]
fn a_reading_of_the_survey_stands_on_a_share_that_is_shown() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let (code, shown, hidden) = given(&fixture);
    for (share, expect) in [(shown, true), (hidden, false)] {
        let inquiry = with(&fixture, code, share);
        let survey = inquiry.published.as_ref().unwrap();
        let expected: BTreeSet<String> = shares(survey)
            .filter_map(|(scope, share)| match scope {
                Scope::Occupation(code) => told(share).map(|_| code.code().to_owned()),
                _ => None,
            })
            .collect();
        let made = document(&Context { inquiry: Some(&inquiry), ..context });
        let found = codes(made.table("lecture_enquete"));
        assert_eq!(found, expected);
        assert_eq!(found.contains(code.code()), expect);
        let of_bmo = document(&context).table("diagnostic").cloned();
        assert_eq!(made.table("diagnostic").cloned(), of_bmo, "BMO stands by itself");
    }
    // Without a decision on what may leave, nothing is read.
    let without = document(&Context { inquiry: None, ..context });
    assert!(without.table("lecture_enquete").is_none());
}

/// What is said is made of the figure as it is shown, its interval for all precision.
#[test]
fn the_reading_is_a_function_of_what_is_shown() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let (code, shown, _) = given(&fixture);
    let inquiry = with(&fixture, code, shown);
    let context = Context { inquiry: Some(&inquiry), ..fixture.context(&catalog) };
    let settings = bassin::analysis::settings(&fixture.parameters);
    let made = document(&context);
    let table = made.table("lecture_enquete").unwrap();
    let place = table.column("own-probability").unwrap();
    let row = table.rows.iter().find(|row| row.key == code.code()).unwrap();
    let known = fixture.results.occupations.iter().find(|one| one.code == code).unwrap();
    let prior = known.pressure.posterior.map(|known| known.p1);
    let cut = fixture.results.cut;
    let expected = of_survey(told(shown).unwrap(), prior, cut, settings).probability.unwrap();
    let found = row.cells.get(place).unwrap().number().unwrap();
    assert!((found - expected).abs() < 1e-12, "{found} {expected}");
}

/// A cause that employers name is acted on in words where its share is shown, and nowhere else.
#[test]
fn what_employers_name_is_acted_on_where_it_may_be_told() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let housing = catalog.text("remedy-housing");
    let mut occupations = fixture.results.occupations.clone();
    let (mut told, mut kept_back) = (0, 0);
    for one in &mut occupations {
        one.finding.lever = Lever::Training;
        one.finding.aggravating.clear();
        one.finding.named = vec![LocalCause::Housing];
        let shown = context.is_told(one, LocalCause::Housing);
        let said = [context.lever(one), context.lever_sentence(one)];
        for words in said {
            assert_eq!(words.contains(&housing), shown, "{}: {words}", one.label);
        }
        *(if shown { &mut told } else { &mut kept_back }) += 1;
    }
    assert!(kept_back > 0, "{told} {kept_back}");
    let alone = Context { inquiry: None, ..context };
    assert!(occupations.iter().all(|one| !alone.lever(one).contains(&housing)));
}

/// The job of the spouse is no cause of the layout: it is kept where a questionnaire has it, and
/// what nobody knows is still another cause.
#[test]
fn the_job_of_the_spouse_is_read_where_it_is_named() {
    const FILE: &str = "enquete_metiers_fictif.csv";
    const CAUSES: usize = 32;
    let (_, bytes) = sample::FILES.iter().find(|(name, _)| *name == FILE).unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let mut replaced = false;
    let lines = text.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(';').collect();
        if let Some(cell) =
            cells.get_mut(CAUSES).filter(|cell| **cell == "pénurie de candidats" && !replaced)
        {
            *cell = "Emploi du conjoint|météo";
            replaced = true;
        }
        cells.join(";")
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    assert!(replaced);
    let reference = Reference::embedded().unwrap();
    let tables = read(FILE, text.as_bytes(), &reference, Control::none()).unwrap();
    let told = tables.iter().any(|read| match &read.table {
        bassin::tables::Table::SurveyOccupations(table) => {
            table.rows().any(|row| row.causes == "emploi du conjoint|autre")
        }
        _ => false,
    });
    assert!(told);
}
