use super::*;
use crate::model::action::workshop::Question;

/// `question, table, occurrences, sticker: text`, one line a contribution.
fn plan(lines: &[&str]) -> ActionPlan {
    let mut plan = ActionPlan::default();
    let questions = [1, 2].map(|number: u8| {
        plan.add_question(Question { text: number.to_string(), ..Question::default() })
    });
    for line in lines {
        let (of, text) = line.split_once(": ").unwrap();
        let of: Vec<&str> = of.split(", ").collect();
        let number = |at: usize| of.get(at).and_then(|text| text.parse::<u16>().ok());
        plan.add_contribution(Contribution {
            question: number(0).and_then(|n| questions.get(usize::from(n) - 1)).cloned(),
            table: number(1),
            occurrences: number(2).map_or(1, u32::from),
            priority: of.get(3) == Some(&"x"),
            text: text.to_owned(),
            ..Contribution::default()
        });
    }
    plan
}

const SAID: [&str; 6] = [
    "1, 1, 2: Visites d’entreprises pour les collégiens",
    "1, 2, 1: Bourse d’emplois unique",
    "1, 3, 1, x: Visites d'entreprises par des collégiens",
    "1, 3, 4: Travail du conjoint",
    "2, 4, 1: Visites d’entreprises pour les collégiens",
    "2, 1, 1: Guichet unique du logement",
];

fn ids(plan: &ActionPlan) -> Vec<Id> {
    plan.contributions.iter().map(|one| one.id.clone()).collect()
}

fn told(plan: &ActionPlan, question: Option<&str>) -> Vec<String> {
    let one = |group: Group| {
        let text = &plan.contribution(&group.head).unwrap().text;
        let first = text.split(' ').next().unwrap();
        let Group { occurrences, tables, priorities, members, .. } = group;
        format!("{first} {occurrences}/{} {tables:?} {priorities}", members.len())
    };
    groups(plan, question).into_iter().map(one).collect()
}

#[test]
fn occurrences_add_up_over_a_group_and_are_never_a_share() {
    let mut plan = plan(&SAID);
    let first = plan.questions[0].id.clone();
    let before =
        ["Travail 4/1 [3] 0", "Visites 2/1 [1] 0", "Visites 1/1 [3] 1", "Bourse 1/1 [2] 0"];
    assert_eq!(told(&plan, Some(&first)), before);
    let all = ids(&plan);
    plan.merge(&all[0], std::slice::from_ref(&all[2]));
    let after = ["Travail 4/1 [3] 0", "Visites 3/2 [1, 3] 1", "Bourse 1/1 [2] 0"];
    assert_eq!(told(&plan, Some(&first)), after);
    let sum = |plan: &ActionPlan| groups(plan, None).iter().map(|one| one.occurrences).sum::<u32>();
    assert_eq!(sum(&plan), 2 + 1 + 1 + 4 + 1 + 1);
}

#[test]
fn suggestions_stay_within_a_question_and_leave_out_what_is_merged() {
    let mut plan = plan(&SAID);
    let all = ids(&plan);
    let found = suggestions(&plan);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0].into, &found[0].other), (&all[0], &all[2]));
    assert_eq!(found[0].words, ["collegien", "entreprise", "visite"]);
    plan.merge(&all[0], std::slice::from_ref(&all[2]));
    assert_eq!(suggestions(&plan), []);
}

/// What was refused is not suggested again: of a group, for each of its members.
#[test]
fn what_was_refused_is_not_suggested_again() {
    let mut plan = plan(&SAID);
    let all = ids(&plan);
    assert!(plan.tell_apart(&all[2], &all[0]));
    assert!(!plan.tell_apart(&all[0], &all[2]), "in whatever order");
    assert_eq!(suggestions(&plan), []);
    plan.merge(&all[1], std::slice::from_ref(&all[2]));
    assert_eq!(suggestions(&plan), []);
    // Grouped by hand all the same: the user has the last word.
    plan.split(&all[2]);
    assert!(plan.merge(&all[0], std::slice::from_ref(&all[2])));
    assert_eq!(groups(&plan, None).len(), SAID.len() - 1);
}

#[test]
fn the_one_said_more_often_takes_the_other_in() {
    let plan = plan(&["1, 1, 1: Travail du conjoint", "1, 2, 5: Le travail des conjoints"]);
    let all = ids(&plan);
    let found = suggestions(&plan);
    assert_eq!((found.len(), &found[0].into), (1, &all[1]));
}

#[test]
fn a_question_that_is_gone_and_a_head_that_is_gone_lose_nothing() {
    let mut plan = plan(&SAID);
    let all = ids(&plan);
    plan.merge(&all[0], std::slice::from_ref(&all[2]));
    let by =
        crate::model::action::edit::By { date: "2025-01-01".parse().unwrap(), who: String::new() };
    plan.remove(&all[0], &by);
    let question = plan.questions[0].id.clone();
    plan.remove(&question, &by);
    assert_eq!(groups(&plan, None).len(), SAID.len() - 1);
    assert_eq!(groups(&plan, Some(&question)).len(), 3);
    assert_eq!(groups(&plan, Some("")).len(), 0);
}

const ROOM: [&str; 8] = [
    "1, 1, 1: Bourse d’emplois unique",
    "1, 2, 1: Une bourse d’emplois unique pour le bassin",
    "1, 3, 2: Travail du conjoint",
    "1, 4, 1: Emploi du conjoint",
    "1, 1, 1: Guichet unique du logement",
    "1, 2, 1: Un guichet unique pour le logement",
    "1, 3, 1: Rituels d’accueil",
    "1, 4, 1: Le coût du permis",
];

fn pairs(plan: &ActionPlan, all: &[Suggestion]) -> Vec<String> {
    let text = |id: &str| plan.contribution(id).unwrap().text.clone();
    all.iter().map(|one| format!("{} = {}", text(&one.into), text(&one.other))).collect()
}

/// Whatever is confirmed, refused or taken back, the others stay as they were.
#[test]
fn an_answer_to_one_pair_takes_no_other_away() {
    let plan = plan(&ROOM);
    let before = suggestions(&plan);
    assert!(before.len() >= 3, "{:?}", pairs(&plan, &before));
    for at in 0..before.len() {
        let one = &before[at];
        let mut rest = before.clone();
        rest.remove(at);
        let mut grouped = plan.clone();
        grouped.merge(&one.into, std::slice::from_ref(&one.other));
        assert_eq!(suggestions(&grouped), rest, "{:?}", pairs(&plan, std::slice::from_ref(one)));
        let mut refused = plan.clone();
        refused.tell_apart(&one.into, &one.other);
        assert_eq!(suggestions(&refused), rest);
        grouped.split(&one.other);
        assert_eq!(suggestions(&grouped), before);
    }
}

/// A pair whose second is put under a third is suggested with that group.
#[test]
fn a_pair_follows_the_group_of_its_member() {
    let mut plan = plan(&ROOM);
    let all = ids(&plan);
    plan.merge(&all[6], std::slice::from_ref(&all[3]));
    let found = suggestions(&plan);
    let heads = |one: &Suggestion| (one.into.clone(), one.other.clone());
    let expect = (all[2].clone(), all[6].clone());
    assert!(found.iter().map(heads).any(|pair| pair == expect), "{:?}", pairs(&plan, &found));
}

/// What is written after makes shared words common: a pair that was shown stays shown.
#[test]
fn what_is_written_after_takes_no_suggestion_away() {
    let mut plan = plan(&ROOM);
    let (then, before) = (plan.contributions.clone(), suggestions(&plan));
    let question = plan.questions[0].id.clone();
    for at in 0..30 {
        plan.add_contribution(Contribution {
            text: format!("Conjoint, guichet, bourse, emploi numéro {at}"),
            question: Some(question.clone()),
            ..Contribution::default()
        });
    }
    let alone = suggestions(&plan);
    let told = |one: &Suggestion| (one.into.clone(), one.other.clone());
    let lost = before.iter().filter(|one| !alone.iter().any(|now| told(now) == told(one))).count();
    assert!(lost > 0, "the words weigh less: nothing would be tested");
    let since = suggestions_since(&plan, &then, &before);
    assert!(before.iter().all(|one| since.iter().any(|now| told(now) == told(one))));
    // Written otherwise, it is no longer the same pair.
    let mut other = plan.contribution(&before[0].other).unwrap().clone();
    other.text = "Tout autre chose".to_owned();
    let gone = told(&before[0]);
    plan.put_contribution(other);
    let since = suggestions_since(&plan, &then, &before);
    assert!(since.iter().all(|now| told(now) != gone));
}
