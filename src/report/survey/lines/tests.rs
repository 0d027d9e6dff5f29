use super::*;
use crate::analysis::employers::asked::Status;
use crate::analysis::employers::asked::tests::one;
use crate::analysis::employers::questions::QuestionKind;
use crate::model::{Territory, Value};
use crate::report::survey::{Material, PublishedSurvey, published};
use crate::secrecy::Hidden;

#[test]
fn a_sum_of_few_leaves_each_of_them_open() {
    let check = |members: &[usize], expect| {
        assert_eq!(leaves_open(members, 3), expect, "{members:?}");
    };
    check(&[2, 2], false);
    check(&[2, 2, 2], false);
    check(&[1, 2], true);
    check(&[1, 1, 1], true);
    // Who is alone knows that the others are two each.
    check(&[1, 2, 2], false);
    check(&[1, 1, 2, 2], true);
}

/// A question: who gave each answer, by place.
fn question(kind: QuestionKind, given: &[Vec<usize>]) -> QuestionView {
    let mut answered: Vec<usize> = given.iter().flatten().copied().collect();
    answered.sort_unstable();
    answered.dedup();
    let n = answered.len();
    let option = |label: String, who: Vec<usize>| OptionView {
        label,
        value: Value::Interval { value: 0.5, low: 0.1, high: 0.9 },
        unweighted: f64::from(u32::try_from(who.len()).unwrap())
            / f64::from(u32::try_from(n).unwrap()),
        who,
    };
    let options = given.iter().enumerate();
    let options = options.map(|(place, who)| option(format!("r{place}"), who.clone())).collect();
    let base = u32::try_from(n).unwrap();
    let label = "Avis".to_owned();
    let mut found =
        QuestionView { label, kind, answered, base, options, joined: Vec::new(), mean: None };
    if kind != QuestionKind::Several {
        let rarest = found.rarest();
        let joined = (0..given.len()).map(|rank| {
            let of = rarest.iter().take(rank).flat_map(|place| given[*place].iter().copied());
            option(String::new(), of.collect())
        });
        found.joined = joined.collect();
    }
    found
}

/// Answers of so many each, one after the other.
fn choice(counts: &[usize]) -> QuestionView {
    let mut next = 0;
    let given: Vec<Vec<usize>> = counts
        .iter()
        .map(|count| {
            let who = (next..next + count).collect();
            next += count;
            who
        })
        .collect();
    question(QuestionKind::Choice, &given)
}

fn decided(question: QuestionView, log: &Log) -> PublishedSurvey {
    let list: Vec<Establishment> =
        (0..60).map(|i| one(&format!("unit{i}"), None, 10.0, Status::Answered)).collect();
    let who: Vec<usize> = (0..60).collect();
    let (weights, questions) = (vec![2.0; 60], [question]);
    let material = Material {
        questions: &questions,
        weights: (&who, &weights),
        ..Material::needs(&list, &[])
    };
    published(&material, Territory::France, "2026", Thresholds::default(), log).unwrap()
}

/// Each line with its unweighted share in thousandths, where it is shown.
fn told(found: &PublishedSurvey) -> Vec<(&str, Option<u32>)> {
    let options = found.questions[0].options.iter();
    options
        .map(|option| {
            let share = option.unweighted.point().map(|share| (share * 1000.0).round());
            let label = option.label.as_deref().unwrap_or("others");
            (label, share.map(|share| format!("{share}").parse().unwrap()))
        })
        .collect()
}

fn nothing_left() -> Log {
    Log::new(Salt([5; 16]))
}

#[test]
fn rare_answers_of_one_each_are_one_line() {
    let check = |counts: &[usize], expect: &[(&str, u32)]| {
        let found = decided(choice(counts), &nothing_left());
        let expect: Vec<_> = expect.iter().map(|(label, share)| (*label, Some(*share))).collect();
        assert_eq!((told(&found), found.exposed), (expect, 0), "{counts:?}");
        assert_eq!(found.questions[0].hidden.is_some(), found.questions[0].options.is_empty());
    };
    check(&[9, 8, 3], &[("r0", 450), ("r1", 400), ("r2", 150)]);
    // Three of one each: none of them can be told from the line.
    check(&[9, 8, 1, 1, 1], &[("r0", 450), ("r1", 400), ("others", 150)]);
    // Too few: the next one joins.
    check(&[10, 8, 2], &[("r0", 500), ("others", 500)]);
    check(&[10, 8, 1, 1], &[("r0", 500), ("others", 500)]);
    // Who is alone would know of the two, and two known to be few that make four are two each.
    check(&[10, 7, 2, 1], &[("r0", 500), ("others", 500)]);
    check(&[10, 6, 2, 2], &[("r0", 500), ("others", 500)]);
    // One line would be everyone.
    check(&[19, 1], &[]);
    check(&[18, 1, 1], &[]);
}

#[test]
fn rare_answers_of_several_stand_without_a_number() {
    let given =
        [(0..12).collect(), (3..8).collect(), vec![0, 5], (0..19).collect(), (0..21).collect()];
    let found = decided(question(QuestionKind::Several, &given), &nothing_left());
    let few =
        [("r0", Some(571)), ("r1", Some(238)), ("r4", Some(1000)), ("r2", None), ("r3", None)];
    // Those that are hidden come last, by their labels: their order tells nothing of their counts.
    assert_eq!(told(&found), few);
    let hidden = |place: usize| {
        let option = &found.questions[0].options[place];
        (option.weighted.hidden(), option.unweighted.hidden())
    };
    let few = Some(Hidden::TellsTooMuch);
    assert_eq!((hidden(3), hidden(4)), ((few, few), (few, few)));
    // Who gave none of those that are shown gave one of the others: two at least, of two at most.
    let given = [(0..12).collect(), (12..18).collect(), vec![18, 19]];
    let found = decided(question(QuestionKind::Several, &given), &nothing_left());
    assert_eq!(told(&found), [("r0", Some(600)), ("r1", None), ("r2", None)]);
}

/// What comes later is decided with what left: an answer that leaves the joined line, or grows from
/// two to three, tells of nobody who came.
#[test]
fn an_answer_that_leaves_the_joined_line_tells_of_nobody() {
    let mut log = nothing_left();
    let first = decided(choice(&[9, 6, 2]), &log);
    assert_eq!(told(&first), [("r0", Some(529)), ("others", Some(471))]);
    log.releases.push(first.release);
    // Those of before keep their places, those who came are after them.
    let more = |came: [usize; 3]| {
        let (mut next, before) = (17, [0..9, 9..15, 15..17]);
        let given: Vec<Vec<usize>> = before
            .into_iter()
            .zip(came)
            .map(|(who, came)| {
                let all = who.chain(next..next + came).collect();
                next += came;
                all
            })
            .collect();
        decided(question(QuestionKind::Choice, &given), &log)
    };
    // One more answer, the third of its kind.
    let found = more([0, 0, 1]);
    let hidden = found.questions[0].hidden.unwrap().hidden();
    assert_eq!((hidden, found.exposed), (Some(Hidden::TellsTooMuch), 0));
    // Three came at least on each side: all may be told.
    let found = more([5, 3, 5]);
    assert_eq!((told(&found).len(), found.exposed), (3, 0));
    // One of those who came says what two said: beside three it would know that no third was there.
    let found = more([5, 6, 1]);
    assert_eq!((told(&found), found.exposed), (Vec::new(), 0));
    // Two of those who came say what nine said: that line would tell them.
    let found = more([2, 6, 5]);
    assert_eq!(told(&found), []);
}
