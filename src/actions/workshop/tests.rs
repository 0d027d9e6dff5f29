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
