use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::asked::tests::one;
use crate::analysis::employers::asked::{Establishment, Status};
use crate::analysis::employers::causes::{Cited, Stated};
use crate::analysis::employers::needs::{Contribution, Form, Measure, Need, WANTED};
use crate::analysis::employers::questions::{OptionView, QuestionKind, QuestionView};
use crate::analysis::results::{Stated as Told, SurveyView};
use crate::model::{
    Fap, FapVersion, Figure, OccupationGroup, Origin, Scope, Territory, Unit, Value,
};
use crate::report::survey::{Material, PublishedSurvey, published as decide};
use crate::secrecy::Hidden;
use crate::secrecy::journal::{Log, Outcome};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::siphash::Salt;
use std::sync::Arc;

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
                Asked::projects | Asked::retirements_36m => of(&|said| said.0),
                Asked::difficult | Asked::retirements_12m => of(&|said| said.1),
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
                point: value.is_finite().then_some(value),
                unweighted: Some(contributions.iter().map(|c| c.own).sum()),
                n: u32::try_from(contributions.len()).unwrap(),
                base: u32::try_from(said.len()).unwrap(),
                standard_error: Some(1.0),
                refusal: None,
                grade: None,
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
    let need = |scope, said: &Said| Need {
        scope,
        establishments: u32::try_from(said.iter().filter(|s| s.0 > 0.0).count()).unwrap(),
        having: (0..n).filter(|who| said[*who].0 > 0.0).collect(),
        observed: Vec::new(),
        measures: measures(said, weight),
    };
    let codes = ["A0X41", "B1X31", "B2X33", "G0B41"];
    let each = occupations.iter().zip(codes).map(|(said, code)| {
        need(Scope::Occupation(Fap::new(FapVersion::Fap2021, code).unwrap()), said)
    });
    std::iter::once(need(Scope::All, &all)).chain(each).collect()
}

/// A row for a group of two occupations, by their places, after the total.
fn with_group(occupations: &[Said], members: [usize; 2]) -> Vec<Need> {
    let mut needs = needs(occupations, |_| 1.0);
    let [one, two] = members.map(|place| &occupations[place]);
    let said: Said = one.iter().zip(two).map(|(a, b)| (a.0 + b.0, a.1 + b.1)).collect();
    let codes = members.map(|place| needs[place + 1].scope.occupation().unwrap());
    let group = OccupationGroup { name: "deux".to_owned(), members: codes.into() };
    let having: Vec<usize> = (0..said.len()).filter(|who| said[*who].0 > 0.0).collect();
    let need = Need {
        scope: Scope::Group(Arc::new(group)),
        establishments: u32::try_from(having.len()).unwrap(),
        having,
        observed: Vec::new(),
        measures: measures(&said, |_| 1.0),
    };
    needs.insert(1, need);
    needs
}

/// Its total less the member that is shown would be the one that is hidden, in this export or
/// with an earlier one.
#[test]
fn a_group_does_not_give_a_hidden_member() {
    let mut few = even(0.0, 12);
    few[0] = (9.0, 4.0);
    few[1] = (8.0, 4.0);
    let occupations = [few, even(6.0, 12), even(30.0, 12), even(20.0, 12)];
    let list = list(12);
    let mut log = Log::new(Salt([5; 16]));
    let first = published(&needs(&occupations, |_| 1.0), &list, &log);
    let before = hidden(&first, PROJECTS);
    assert_eq!(before[1], Some(Hidden::TooFewRespondents));
    let covers = before.iter().position(|h| *h == Some(Hidden::TellsTooMuch)).unwrap();
    log.releases.push(first.release);
    let check = |members: [usize; 2], expect_shown: bool| {
        let found = published(&with_group(&occupations, members), &list, &log);
        assert_eq!(found.exposed, 0);
        let now = hidden(&found, PROJECTS);
        assert_eq!(now[1].is_none(), expect_shown, "{members:?} {now:?}");
        // What was hidden stays so.
        assert!(before.iter().zip([&now[..1], &now[2..]].concat()).all(|(a, b)| *a == b));
    };
    let shown: Vec<usize> = (2..5).filter(|place| *place != covers).collect();
    check([0, shown[0] - 1], false);
    check([0, covers - 1], true);
    check([covers - 1, shown[0] - 1], false);
    check([shown[0] - 1, shown[1] - 1], true);
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
    assert_eq!(all.behind.unwrap().n, Some(12));
}

#[test]
fn a_sensitive_occupation_is_hidden_with_one_that_covers_it() {
    let mut few = even(0.0, 12);
    few[0] = (9.0, 4.0);
    few[1] = (8.0, 4.0);
    let found = decided(&[few, even(6.0, 12), even(30.0, 12)], |_| 1.0);
    let hidden = hidden(&found, PROJECTS);
    assert_eq!(hidden[1], Some(Hidden::TooFewRespondents));
    let covers = hidden.iter().filter(|h| **h == Some(Hidden::TellsTooMuch)).count();
    assert_eq!(covers, 1, "{hidden:?}");
    assert_eq!(found.needs[1].establishments, None);
    // Nothing of the two is left, weighted or not, nor said to have left.
    let told = format!("{:?}", found.needs[1]);
    assert!(!told.contains("17.0") && told.contains("behind: None"), "{told}");
    for (place, entry) in found.release.entries.iter().enumerate() {
        let is_two = entry.key.breakdown == found.needs[1].scope.occupation().unwrap().to_string();
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
            // The unweighted one may be hidden alone: the weighted one tells less beside nothing.
            let (weighted, beside) = (measure.weighted.hidden(), measure.unweighted.hidden());
            assert!(weighted.is_none() || weighted == beside, "{weighted:?} {beside:?}");
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
    assert_eq!(hidden(&after, PROJECTS)[1], Some(Hidden::TellsTooMuch));
}

/// Who retires between the two horizons is a part of the longer one: one employer alone there.
#[test]
fn departures_of_the_two_horizons_do_not_give_their_difference() {
    let mut said: Said = vec![(5.0, 5.0); 12];
    said[3] = (9.0, 5.0);
    let found = decided(&[said, even(8.0, 12), even(8.0, 12)], |_| 1.0);
    let (within, longer) = (hidden(&found, 3), hidden(&found, 4));
    assert_eq!(WANTED[3].form, Form::Total(Asked::retirements_12m));
    assert!(within[1].is_some() || longer[1].is_some(), "{within:?} {longer:?}");
    // Ten persons are too few, whoever many employ them.
    let few = decided(&[vec![(1.0, 1.0); 10], even(8.0, 10), even(9.0, 10)], |_| 1.0);
    assert_eq!(hidden(&few, 3)[1], Some(Hidden::TellsTooMuch));
}

fn stated(indicator: &'static str, by: &[(usize, f64)], of: usize) -> Told {
    let n = u32::try_from(by.len().max(of)).unwrap();
    let figure = Figure {
        indicator,
        territory: Territory::France,
        value: Value::Exact(by.iter().map(|(_, own)| own).sum()),
        unit: Unit::Projects,
        n,
        masked_cells: 0,
        grade: None,
        origin: Origin::Respondents { n, largest_share: 0.0 },
    };
    Told {
        figure,
        by: by.iter().map(|(who, own)| (format!("unit{who}"), *own)).collect(),
        of: (0..of).map(|who| format!("unit{who}")).collect(),
    }
}

/// The projects of coded rows, beside those of all rows: what one employer wrote without a code is
/// their difference.
#[test]
fn two_versions_of_a_figure_do_not_give_their_difference() {
    let check = |without_code: &[usize], weight: fn(usize) -> f64, expect_both: bool| {
        let all = even(4.0, 12);
        let needs = needs(&[all, even(7.0, 12), even(6.0, 12)], weight);
        let coded: Vec<(usize, f64)> =
            (0..12).map(|who| (who, if without_code.contains(&who) { 1.0 } else { 4.0 })).collect();
        let difficult: Vec<(usize, f64)> =
            (0..12).map(|who| (who, if without_code.contains(&who) { 1.0 } else { 2.0 })).collect();
        let view = SurveyView {
            source: 0,
            establishments: 12,
            projects: stated("survey-projects", &coded, 0),
            difficult: stated("survey-difficult", &difficult, 0),
            training_need: stated("survey-training-need", &[(0, 1.0), (1, 1.0), (2, 1.0)], 12),
        };
        let fap = needs[1].scope.occupation().unwrap();
        let views = [(fap, view)].into_iter().collect();
        let list = list(12);
        let material = Material { views: &views, ..Material::needs(&list, &needs) };
        let log = Log::new(Salt([5; 16]));
        let found =
            decide(&material, Territory::France, "2026", Thresholds::default(), &log).unwrap();
        let view = &found.occupations[&fap];
        let both = view.projects.hidden().is_none() && hidden(&found, PROJECTS)[1].is_none();
        assert_eq!(both, expect_both, "{without_code:?}");
        assert_eq!(view.training_need.hidden(), None);
    };
    check(&[], |_| 1.0, true);
    check(&[5], |_| 1.0, false);
    check(&[1, 5, 7, 8], |_| 1.0, true);
    // Who knows the weights has one equation more.
    check(&[1, 5, 7, 8], |who| if who < 6 { 1.0 } else { 3.0 }, false);
}

/// The causes that `n` respondents of weight 2 name: each cause with those who name it.
fn causes(scope: Scope, n: usize, cited: &[(&str, &[usize])]) -> Stated {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap());
    let share = |who: &[usize]| count(who.len()) / count(n);
    Stated {
        scope,
        having: (0..n).collect(),
        declaring: (0..n).collect(),
        answered: (0..n).collect(),
        cited: cited
            .iter()
            .map(|(cause, who)| Cited {
                cause: (*cause).to_owned(),
                value: Value::Interval { value: share(who), low: 0.0, high: 1.0 },
                unweighted: Some(share(who)),
                refusal: None,
                who: who.to_vec(),
            })
            .collect(),
    }
}

fn of_causes(stated: &[Stated], log: &Log) -> PublishedSurvey {
    let list = list(20);
    let (who, weights): (Vec<usize>, Vec<f64>) = ((0..20).collect(), vec![2.0; 20]);
    let material =
        Material { causes: stated, weights: (&who, &weights), ..Material::needs(&list, &[]) };
    decide(&material, Territory::France, "2026", Thresholds::default(), log).unwrap()
}

fn hidden_causes(found: &PublishedSurvey, of: usize) -> Vec<Option<Hidden>> {
    found.causes[of].causes.iter().map(|cause| cause.weighted.hidden()).collect()
}

/// Nobody, everybody and two of eight are hidden for one reason, so that none is told from another.
#[test]
fn a_cause_that_few_name_or_leave_out_is_hidden_and_nobody_knows_which() {
    let log = Log::new(Salt([5; 16]));
    let eight: Vec<usize> = (0..8).collect();
    let cited: [(&str, &[usize]); 4] =
        [("salaire", &eight[..4]), ("image", &[]), ("autre", &eight), ("concurrence", &eight[..2])];
    let found = of_causes(&[causes(Scope::All, 8, &cited)], &log);
    let few = Some(Hidden::TellsTooMuch);
    assert_eq!(hidden_causes(&found, 0), [None, few, few, few]);
    let shown = &found.causes[0].causes[0];
    assert_eq!((shown.weighted.point(), shown.unweighted.point()), (Some(0.5), Some(0.5)));
    // That all of them are in difficulty is what each of few said, that all but two are as well.
    let declaring = |having: usize| {
        let stated = Stated { having: (0..having).collect(), ..causes(Scope::All, 8, &cited) };
        let found = of_causes(&[stated], &log);
        (found.causes[0].answered, found.causes[0].declaring)
    };
    assert_eq!(declaring(8), (Some(8), None));
    assert_eq!(declaring(10), (Some(8), None));
    assert_eq!(declaring(11), (Some(8), Some(8)));
    assert_eq!(found.hidden()[&Hidden::TellsTooMuch], 3);
    // Of two, nothing.
    let found = of_causes(&[causes(Scope::All, 2, &[("salaire", &[0, 1])])], &log);
    assert_eq!(hidden_causes(&found, 0), [Some(Hidden::TooFewRespondents)]);
    assert_eq!((found.causes[0].answered, found.causes[0].declaring), (None, None));
}

/// All together less the sector that is shown would be the one that is hidden.
#[test]
fn causes_of_a_hidden_sector_are_not_found_by_subtraction() {
    let log = Log::new(Salt([5; 16]));
    let all: Vec<usize> = (0..10).collect();
    let sector = |letter, who: std::ops::Range<usize>, cited: &[usize]| Stated {
        having: who.clone().collect(),
        declaring: who.clone().collect(),
        answered: who.collect(),
        ..causes(Scope::Sector(Some(letter)), 10, &[("salaire", cited)])
    };
    // The sector of two is hidden, and either the other or the whole with it.
    let found = |small: &[usize]| {
        let cited: Vec<usize> = [0, 1, 2, 3].iter().chain(small).copied().collect();
        let stated = [
            causes(Scope::All, all.len(), &[("salaire", &cited)]),
            sector('C', 0..8, &[0, 1, 2, 3]),
            sector('I', 8..10, small),
        ];
        let found = of_causes(&stated, &log);
        (0..3).filter(|of| hidden_causes(&found, *of)[0].is_none()).count()
    };
    assert!(found(&[8]) <= 1);
    assert!(found(&[8, 9]) <= 1);
}

#[test]
fn a_question_is_shown_with_all_its_answers_or_none() {
    let check = |yes: usize, answered: usize, expect: Option<Hidden>| {
        let option = |label: &str, who: std::ops::Range<usize>| OptionView {
            label: label.to_owned(),
            value: Value::Exact(0.5),
            unweighted: 0.5,
            who: who.collect(),
        };
        let question = QuestionView {
            label: "field-hosts".to_owned(),
            kind: QuestionKind::YesNo,
            answered: (0..answered).collect(),
            base: 20,
            options: vec![option("oui", 0..yes), option("non", yes..answered)],
            joined: vec![
                option("", 0..0),
                option("", if yes < answered - yes { 0..yes } else { yes..answered }),
            ],
            mean: None,
        };
        let list = list(20);
        let (who, weights): (Vec<usize>, Vec<f64>) = ((0..20).collect(), vec![2.5; 20]);
        let questions = [question];
        let material = Material {
            questions: &questions,
            weights: (&who, &weights),
            ..Material::needs(&list, &[])
        };
        let log = Log::new(Salt([5; 16]));
        let found =
            decide(&material, Territory::France, "2026", Thresholds::default(), &log).unwrap();
        let told = &found.questions[0];
        assert_eq!(told.hidden.map(|hidden| hidden.hidden()), expect.map(Some));
        assert_eq!(told.options.len(), if expect.is_some() { 0 } else { 2 });
        // Who answered is counted aloud, unless it helps to find what they answered.
        assert!(expect.is_some() || told.answered == u32::try_from(answered).ok());
        let left = found.release.entries.iter();
        let left = left.filter(|entry| matches!(entry.outcome, Outcome::Shown { .. })).count();
        // Two weightings, of the base and of the answers.
        let expect = told.answered.map_or(0, |_| 2) + 2 * told.options.len();
        assert_eq!(left, expect);
    };
    check(5, 10, None);
    // One of fifteen is one, and fourteen of fifteen all but one.
    check(1, 15, Some(Hidden::TellsTooMuch));
    check(14, 15, Some(Hidden::TellsTooMuch));
    check(3, 15, None);
    check(2, 10, Some(Hidden::TellsTooMuch));
    check(1, 2, Some(Hidden::TooFewRespondents));
}

fn asked(label: &str, answers: [&str; 2], n: usize) -> QuestionView {
    let option = |label: &str, who: std::ops::Range<usize>| OptionView {
        label: label.to_owned(),
        value: Value::Exact(0.5),
        unweighted: 0.5,
        who: who.collect(),
    };
    QuestionView {
        label: label.to_owned(),
        kind: QuestionKind::Choice,
        answered: (0..n).collect(),
        base: 20,
        options: vec![option(answers[0], 0..n / 2), option(answers[1], n / 2..n)],
        joined: vec![option("", 0..0), option("", 0..n / 2)],
        mean: None,
    }
}

/// Labels that hold what keys are made of: each figure has its own all the same.
#[test]
fn labels_with_strokes_are_questions_of_their_own() {
    let list = list(20);
    let (who, weights): (Vec<usize>, Vec<f64>) = ((0..20).collect(), vec![1.0; 20]);
    let decided = |questions: &[QuestionView], log: &Log| {
        let material =
            Material { questions, weights: (&who, &weights), ..Material::needs(&list, &[]) };
        decide(&material, Territory::France, "2026", Thresholds::default(), log).unwrap()
    };
    let all = |n: usize| {
        [
            asked("Femme", ["Homme", "unweighted"], n),
            asked("Femme/Homme", ["oui", "non"], n),
            asked("Femme\\|Homme", ["oui/non", "non/oui"], n),
            asked("Femme/Homme/oui", ["oui", "others"], n),
        ]
    };
    let empty = Log::new(Salt([5; 16]));
    let found = decided(&all(12), &empty);
    assert!(found.questions.iter().all(|one| one.hidden.is_none() && one.options.len() == 2));
    // One answer more gives itself away, under the keys of today and under those of before.
    let later = all(13);
    for before in [false, true] {
        let first = decided(&all(12)[1..2], &empty);
        let mut release = first.release;
        release.has_plain_keys = before;
        for entry in release.entries.iter_mut().filter(|_| before) {
            entry.key.indicator = crate::secrecy::key::plain(&entry.key.indicator);
        }
        assert_eq!(release.entries[0].key.indicator == "question/Femme/Homme", before);
        let log = Log { releases: vec![release], ..empty.clone() };
        let found = decided(&later[1..2], &log);
        let hidden = found.questions[0].hidden.and_then(|hidden| hidden.hidden());
        assert_eq!(hidden, Some(Hidden::TellsTooMuch), "{before}");
        // One that is named alike is decided on as if nothing had left.
        let alike = |log: &Log| {
            let found = decided(&later[2..3], log);
            found.questions[0].hidden.and_then(|hidden| hidden.hidden())
        };
        assert_eq!(alike(&log), alike(&empty), "{before}");
    }
}

/// Twelve respondents who differ, in two occupations, and one after them.
fn with_one_more(last: Option<(f64, f64)>) -> [Said; 2] {
    let number = |place: u32| f64::from(10 + place);
    let all: Said = (0..12).map(|place| (number(place), 4.0)).chain(last).collect();
    let other = all.iter().map(|(projects, _)| (projects + 7.0, 5.0)).collect();
    [all, other]
}

/// Numbers given by the order of answers: one that comes late, or is dated early, moves them all, and
/// two exports would differ by its answer. Nothing leaves then; with stable numbers, what differs by
/// one respondent is hidden as ever.
#[test]
fn numbers_given_anew_let_nothing_out() {
    let decided = |said: &[Said; 2], log: &Log| {
        let list = list(said[0].len());
        published(&needs(said, |_| 1.0), &list, log)
    };
    let mut log = Log::new(Salt([5; 16]));
    let before = decided(&with_one_more(None), &log);
    assert_eq!(hidden(&before, PROJECTS), [None; 3]);
    log.releases.push(before.release);
    for place in [0, 5] {
        let mut early = with_one_more(Some((31.0, 4.0)));
        for said in &mut early {
            let one = said.pop().unwrap();
            said.insert(place, one);
        }
        let found = decided(&early, &log);
        assert!(found.is_of_others, "{place}");
        assert_eq!(hidden(&found, PROJECTS), [Some(Hidden::RespondentsUnknown); 3]);
        assert!(found.occupations.is_empty() && !log.adds(&found.release));
    }
    let late = decided(&with_one_more(Some((31.0, 4.0))), &log);
    assert!(!late.is_of_others);
    assert_eq!(hidden(&late, PROJECTS), [Some(Hidden::TellsTooMuch); 3]);
    let same = decided(&with_one_more(None), &log);
    assert!(!same.is_of_others);
    assert_eq!(hidden(&same, PROJECTS), [None; 3]);
}
