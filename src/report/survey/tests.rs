use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::asked::tests::one;
use crate::analysis::employers::asked::{Establishment, Status};
use crate::analysis::employers::needs::{Contribution, Form, Measure, Need, WANTED};
use crate::model::{Fap, FapVersion, Territory, Value};
use crate::report::survey::{Material, PublishedSurvey, published as decide};
use crate::secrecy::Hidden;
use crate::secrecy::journal::{Log, Outcome};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::siphash::Salt;

/// What each respondent says of an occupation: (projects, difficult ones).
type Said = Vec<(f64, f64)>;

fn list(n: usize) -> Vec<Establishment> {
    (0..n).map(|i| one(&format!("unit{i}"), None, 10.0, Status::Answered)).collect()
}

fn measures(said: &Said, weight: impl Fn(usize) -> f64) -> Vec<Measure> {
    let of = |part: &dyn Fn(&(f64, f64)) -> f64| -> Vec<Contribution> {
        let all: Vec<Contribution> = said
            .iter()
            .enumerate()
            .map(|(who, said)| Contribution {
                who,
                own: part(said),
                weighted: part(said) * weight(who),
            })
            .collect();
        let some: Vec<Contribution> = all.iter().copied().filter(|c| c.own > 0.0).collect();
        some
    };
    let sum = |of: &[Contribution]| of.iter().map(|c| c.weighted).sum::<f64>();
    WANTED
        .iter()
        .map(|wanted| {
            let made = |asked| match asked {
                Asked::projects => of(&|said| said.0),
                Asked::difficult => of(&|said| said.1),
                _ => Vec::new(),
            };
            let (contributions, part) = match wanted.form {
                Form::Total(asked) => (made(asked), Vec::new()),
                Form::Ratio(part, base) => (made(base), made(part)),
            };
            let value = match wanted.form {
                Form::Total(_) => sum(&contributions),
                Form::Ratio(..) => sum(&part) / sum(&contributions),
            };
            Measure {
                wanted: *wanted,
                value: if value.is_finite() { Value::Exact(value) } else { Value::Unknown },
                unweighted: Some(contributions.iter().map(|c| c.own).sum()),
                n: u32::try_from(contributions.len()).unwrap(),
                base: u32::try_from(said.len()).unwrap(),
                standard_error: Some(1.0),
                refusal: None,
                contributions,
                part,
            }
        })
        .collect()
}

fn needs(occupations: &[Said], weight: impl Fn(usize) -> f64 + Copy) -> Vec<Need> {
    let n = occupations[0].len();
    let all: Said = (0..n)
        .map(|who| {
            let of = |part: &dyn Fn(&(f64, f64)) -> f64| -> f64 {
                occupations.iter().map(|said| part(&said[who])).sum()
            };
            (of(&|said| said.0), of(&|said| said.1))
        })
        .collect();
    let need = |occupation, said: &Said| Need {
        occupation,
        establishments: u32::try_from(said.iter().filter(|s| s.0 > 0.0).count()).unwrap(),
        having: (0..n).filter(|who| said[*who].0 > 0.0).collect(),
        measures: measures(said, weight),
    };
    let codes = ["A0X41", "B1X31", "B2X33", "G0B41"];
    let each = occupations
        .iter()
        .zip(codes)
        .map(|(said, code)| need(Some(Fap::new(FapVersion::Fap2021, code).unwrap()), said));
    std::iter::once(need(None, &all)).chain(each).collect()
}

fn published(needs: &[Need], list: &[Establishment], log: &Log) -> PublishedSurvey {
    let material = Material::needs(list, needs);
    decide(&material, Territory::France, "2026", Thresholds::default(), log).unwrap()
}

fn decided(occupations: &[Said], weight: impl Fn(usize) -> f64 + Copy) -> PublishedSurvey {
    let log = Log::new(Salt([5; 16]));
    let n = occupations[0].len();
    published(&needs(occupations, weight), &list(n), &log)
}

const PROJECTS: usize = 1;
const DIFFICULT: usize = 2;

fn hidden(found: &PublishedSurvey, measure: usize) -> Vec<Option<Hidden>> {
    found.needs.iter().map(|need| need.measures[measure].weighted.hidden()).collect()
}

fn even(value: f64, n: usize) -> Said {
    vec![(value, value / 2.0); n]
}

#[test]
fn what_many_say_is_shown() {
    let found = decided(&[even(4.0, 12), even(6.0, 12)], |_| 2.0);
    assert_eq!(hidden(&found, PROJECTS), [None; 3]);
    assert_eq!(hidden(&found, DIFFICULT), [None; 3]);
    let all = &found.needs[0].measures[PROJECTS];
    assert_eq!(all.weighted.point(), Some(12.0 * (4.0 + 6.0) * 2.0));
    assert_eq!(all.unweighted.point(), Some(12.0 * (4.0 + 6.0)));
    assert_eq!(all.behind.unwrap().n, 12);
}

#[test]
fn a_sensitive_occupation_is_hidden_with_one_that_covers_it() {
    let mut few = even(0.0, 12);
    few[0] = (9.0, 4.0);
    few[1] = (8.0, 4.0);
    let found = decided(&[few, even(6.0, 12), even(30.0, 12)], |_| 1.0);
    let hidden = hidden(&found, PROJECTS);
    assert_eq!(hidden[1], Some(Hidden::TooFewRespondents));
    let covers = hidden.iter().filter(|h| **h == Some(Hidden::CoversAnother)).count();
    assert_eq!(covers, 1, "{hidden:?}");
    assert_eq!(found.needs[1].establishments, None);
    // Nothing of the two is left, weighted or not, nor said to have left.
    let told = format!("{:?}", found.needs[1]);
    assert!(!told.contains("17.0") && told.contains("behind: None"), "{told}");
    for (place, entry) in found.release.entries.iter().enumerate() {
        let is_two = entry.key.breakdown == found.needs[1].occupation.unwrap().to_string();
        let shown = matches!(entry.outcome, Outcome::Shown { .. });
        assert!(!(is_two && shown), "{place}");
    }
}

/// A large establishment weighs one: the table of answers and the weighted one hide alike.
#[test]
fn a_figure_is_never_shown_beside_its_hidden_twin() {
    let mut dominated = even(1.0, 12);
    dominated[0] = (100.0, 50.0);
    let weight = |who: usize| if who == 0 { 1.0 } else { 40.0 };
    let found = decided(&[dominated, even(3.0, 12), even(20.0, 12)], weight);
    for need in &found.needs {
        for measure in &need.measures {
            assert_eq!(measure.weighted.hidden(), measure.unweighted.hidden());
            assert!(measure.weighted.hidden().is_none() || measure.behind.is_none());
        }
    }
    assert_eq!(hidden(&found, PROJECTS)[1], Some(Hidden::OneDominates));
}

#[test]
fn a_share_is_shown_when_part_and_base_could_be() {
    // All projects of the first occupation are difficult but those of one establishment.
    let mut said: Said = vec![(5.0, 5.0); 12];
    said[3] = (5.0, 1.0);
    let found = decided(&[said, even(8.0, 12), even(8.0, 12)], |_| 1.0);
    let (projects, difficult) = (hidden(&found, PROJECTS), hidden(&found, DIFFICULT));
    assert!(difficult[1].is_some(), "what one establishment alone finds easy: {difficult:?}");
    for (need, share) in projects.iter().zip(&difficult) {
        assert!(need.is_none() || share.is_some());
    }
}

/// A second export with one more answer gives that answer away: the figure stays hidden.
#[test]
fn one_more_answer_is_not_told_by_a_second_export() {
    let n = 13;
    let mut first = even(4.0, n);
    first[n - 1] = (0.0, 0.0);
    let second = even(4.0, n);
    let mut log = Log::new(Salt([5; 16]));
    let export = |said: &Said, log: &Log| {
        let needs = needs(&[said.clone(), even(7.0, n)], |_| 1.0);
        published(&needs, &list(n), log)
    };
    let before = export(&first, &log);
    assert_eq!(hidden(&before, PROJECTS)[1], None);
    log.releases.push(before.release);
    let after = export(&second, &log);
    assert_eq!(hidden(&after, PROJECTS)[1], Some(Hidden::DiffersTooLittle));
}
