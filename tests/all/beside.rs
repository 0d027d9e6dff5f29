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
use bassin::report::build::document;
use bassin::report::document::Table;
use bassin::report::survey::{PublishedMeasure, PublishedSurvey};
use bassin::sample;
use std::collections::BTreeSet;

const SHARE: &str = "need-difficult-share";

fn share(survey: &PublishedSurvey, code: Fap) -> Option<&PublishedMeasure> {
    let need = survey.needs.iter().find(|need| need.scope == Scope::Occupation(code))?;
    need.measures.iter().find(|one| one.wanted.indicator == SHARE)
}

fn codes(table: Option<&Table>) -> BTreeSet<String> {
    let rows = table.map(|table| table.rows.as_slice()).unwrap_or_default();
    rows.iter().map(|row| row.key.clone()).collect()
}

#[test]
fn a_reading_of_the_survey_stands_on_a_share_that_is_shown() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let survey = fixture.inquiry.as_ref().unwrap().published.as_ref().unwrap();
    let mut expected = BTreeSet::new();
    let (mut hidden, mut shown) = (0, 0);
    for need in &survey.needs {
        let Scope::Occupation(code) = need.scope else { continue };
        let figure = share(survey, code).unwrap().weighted;
        if figure.hidden().is_some() {
            hidden += 1;
        }
        if let (None, Value::Interval { .. }) = (figure.hidden(), figure.value()) {
            shown += 1;
            expected.insert(code.code().to_owned());
        }
    }
    assert!(hidden > 0 && shown > 0, "{hidden} {shown}");
    let made = document(&context);
    assert_eq!(codes(made.table("lecture_enquete")), expected);
    // Without a decision on what may leave, nothing is read.
    let without = document(&bassin::report::build::Context { inquiry: None, ..context });
    assert!(without.table("lecture_enquete").is_none());
}

/// What is said is made of the figure as it is shown, its interval for all precision.
#[test]
fn the_reading_is_a_function_of_what_is_shown() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let survey = fixture.inquiry.as_ref().unwrap().published.as_ref().unwrap();
    let settings = bassin::analysis::settings(&fixture.parameters);
    let made = document(&context);
    let table = made.table("lecture_enquete").unwrap();
    let place = table.column("own-probability").unwrap();
    for row in &table.rows {
        let known = row.occupation.unwrap();
        let Value::Interval { value, low, high } = share(survey, known).unwrap().weighted.value()
        else {
            panic!("{}", row.key)
        };
        let found = fixture.results.occupations.iter().find(|one| one.code == known).unwrap();
        let prior = Some(found.pressure.posterior.p1);
        let estimate = Estimate { value, low, high };
        let expected = of_survey(estimate, prior, fixture.results.cut, settings).probability;
        let told = row.cells.get(place).unwrap().number().unwrap();
        assert!((told - expected).abs() < 1e-12, "{}: {told} {expected}", row.key);
    }
}

/// Hide the share: sign, probability and class go with it, and nothing else changes.
#[test]
fn a_share_that_is_hidden_takes_all_of_its_reading_along() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let made = document(&context);
    let before = codes(made.table("lecture_enquete"));
    let taken = before.first().unwrap().clone();
    let mut inquiry = fixture.inquiry.clone().unwrap();
    let survey = inquiry.published.as_mut().unwrap();
    let hidden = survey
        .needs
        .iter()
        .flat_map(|need| &need.measures)
        .find(|one| one.wanted.indicator == SHARE && one.weighted.hidden().is_some())
        .unwrap()
        .weighted;
    for need in &mut survey.needs {
        if matches!(need.scope, Scope::Occupation(code) if code.code() == taken) {
            for measure in need.measures.iter_mut().filter(|one| one.wanted.indicator == SHARE) {
                measure.weighted = hidden;
            }
        }
    }
    let after = document(&bassin::report::build::Context { inquiry: Some(&inquiry), ..context });
    let mut left = before;
    left.remove(&taken);
    assert_eq!(codes(after.table("lecture_enquete")), left);
    let of_bmo = |made: &bassin::report::document::Document| made.table("diagnostic").cloned();
    assert_eq!(of_bmo(&after), of_bmo(&made), "BMO stands by itself");
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
    let alone = bassin::report::build::Context { inquiry: None, ..context };
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
