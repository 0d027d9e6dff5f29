use super::*;
use crate::i18n::Catalog;
use crate::model::Language;
use crate::model::action::indicator::{Direction, Indicator, IndicatorKind};
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Action, Money, Partner, Practice, Role, Status};
use crate::model::action::workshop::{Contribution, Question};
use crate::model::action::{Actor, Lever, Target};

fn by() -> By {
    By { date: "2025-03-01".parse().unwrap(), who: "Agglomération".to_owned() }
}

fn catalogs() -> [Catalog; 2] {
    Language::ALL.map(|language| Catalog::new(language).unwrap())
}

/// A plan with a lever, a target and an actor.
fn plan() -> ActionPlan {
    let mut plan = ActionPlan::default();
    plan.add_lever(Lever { name: "Formation continue".to_owned(), ..Lever::default() });
    plan.add_target(Target { name: "Les jeunes".to_owned(), ..Target::default() });
    plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
    plan
}

fn refused(pasted: &Pasted) -> Vec<(u32, &str, &str, Fault)> {
    let all = pasted.refused.iter();
    all.map(|one| (one.row, one.column.as_str(), one.text.as_str(), one.why)).collect()
}

#[test]
fn contributions_in_any_order_of_columns() {
    let mut plan = plan();
    let text = "Occurrences\tPROPOSITION\tQuestion\tgommette\tpratique\tTable\tCouleur\n\
                [III]\tVisites d’entreprises\tComment attirer ?\tx\texistante\t4\trouge\n\
                1\tBourse d’emplois\tcomment attirer ?\t\tnouvelle\t\t\n\
                \n\
                deux\tForum\tComment attirer ?\t\t\t\t\n\
                1\t\tComment attirer ?\t\t\t\t\n";
    let pasted = paste(&mut plan, Sheet::Contributions, text, None, &by()).unwrap();
    assert_eq!((pasted.added, pasted.changed), (2, 0));
    assert_eq!(pasted.unknown, ["Couleur"]);
    assert_eq!(pasted.created, ["Comment attirer ?"]);
    let expect =
        [(5, "Occurrences", "deux", Fault::NotANumber), (6, "PROPOSITION", "", Fault::Empty)];
    assert_eq!(refused(&pasted), expect);
    assert_eq!(plan.questions.len(), 1);
    let [first, second] = plan.contributions.as_slice() else { panic!() };
    assert_eq!((first.occurrences, first.priority, first.table), (3, true, Some(4)));
    assert_eq!((first.practice, second.practice), (Practice::Existing, Practice::New));
    assert_eq!(second.question, Some(plan.questions[0].id.clone()));
}

#[test]
fn a_column_of_texts_is_a_list_of_contributions() {
    let mut plan = plan();
    let asked = plan.add_question(Question::default());
    let text = "Visites d’entreprises\nBourse d’emplois\n";
    let pasted = paste(&mut plan, Sheet::Contributions, text, Some(&asked), &by()).unwrap();
    assert_eq!(pasted.added, 2);
    assert!(plan.contributions.iter().all(|one| one.question.as_ref() == Some(&asked)));
    let nothing = |plan: &mut ActionPlan, sheet, text| paste(plan, sheet, text, None, &by());
    let before = plan.clone();
    assert_eq!(nothing(&mut plan, Sheet::Contributions, " \n"), Err(PasteError::Nothing));
    assert_eq!(nothing(&mut plan, Sheet::Contributions, "a\tb\n"), Err(PasteError::NoTitles));
    assert_eq!(nothing(&mut plan, Sheet::Actions, "Former\n"), Err(PasteError::NoTitles));
    assert_eq!(plan, before);
}

#[test]
fn an_action_whole_and_what_cannot_be_read_of_others() {
    let mut plan = plan();
    let text = "Action\tLevier\tCibles\tMétiers\tChef de file\tPartenaires\tDébut\tFin\tBudget\tÉtat\n\
                Former des soudeurs\tformation CONTINUE\tLes jeunes\tfap2021:D1Z41\tGRETA\tCCI (R) ; Région (informé)\t01/03/2025\t2025-12-31\tRégion : 12 000 (acquis) ; OPCO : 3000\tdécidée\n\
                A\tHabitat\t\t\t\t\t\t\t\t\n\
                B\t\t\tD1Z41\t\t\t\t\t\t\n\
                C\t\t\t\t\t\tdemain\t\t\t\n\
                D\t\t\t\t\t\t\t\tbeaucoup\t\n\
                E\t\t\t\t\t\t\t\t\tbientôt\n";
    let pasted = paste(&mut plan, Sheet::Actions, text, None, &by()).unwrap();
    assert_eq!(
        (pasted.added, pasted.created.as_slice()),
        (1, ["CCI", "Région"].map(String::from).as_slice())
    );
    let expect = [
        (3, "Levier", "Habitat", Fault::NoSuchName),
        (4, "Métiers", "D1Z41", Fault::NotACode),
        (5, "Début", "demain", Fault::NotADate),
        (6, "Budget", "beaucoup", Fault::NotANumber),
        (7, "État", "bientôt", Fault::NotAWord),
    ];
    assert_eq!(refused(&pasted), expect);
    let [action] = plan.actions.as_slice() else { panic!() };
    assert_eq!(action.lead, [plan.actors[0].id.clone()]);
    assert_eq!(action.status, Status::Decided);
    assert_eq!(action.euros(), (15_000, 12_000));
    let roles: Vec<Role> = action.partners.iter().map(|one| one.role).collect();
    assert_eq!(roles, [Role::Responsible, Role::Informed]);
    assert_eq!(plan.actors.len(), 3);
}

/// Nobody comes into the register by a row that is left out.
#[test]
fn a_refused_row_leaves_nothing() {
    let mut plan = plan();
    let before = plan.clone();
    let text = "Action\tChef de file\tFin\nA\tCCI\tdemain\n";
    let pasted = paste(&mut plan, Sheet::Actions, text, None, &by()).unwrap();
    assert_eq!(pasted.refused.len(), 1);
    assert_eq!(plan, before);
}

fn full() -> ActionPlan {
    let mut plan = plan();
    let (lever, target, actor) =
        (plan.levers[0].id.clone(), plan.targets[0].id.clone(), plan.actors[0].id.clone());
    let question = plan.add_question(Question {
        text: "Comment attirer\u{202f}?".to_owned(),
        ..Question::default()
    });
    let action = Action {
        title: "Former des \"soudeurs\"\nà plusieurs".to_owned(),
        objective: "=1+1".to_owned(),
        lever: Some(lever.clone()),
        targets: vec![target],
        occupations: vec!["fap2021:D1Z41".to_owned()],
        sectors: vec!["C".to_owned()],
        lead: vec![actor.clone()],
        partners: vec![Partner {
            actor: actor.clone(),
            role: Role::Consulted,
            does: "prête l’atelier".to_owned(),
        }],
        group: vec!["Mme A".to_owned(), "M. B".to_owned()],
        begins: "2025-03-01".parse().ok(),
        budget: vec![Money { funder: "Région".to_owned(), euros: 12_000, secured: true }],
        status: Status::Running,
        practice: Practice::Existing,
        ..Action::default()
    };
    let action = plan.add_action(action, Event::Added, &by());
    plan.add_contribution(Contribution {
        question: Some(question),
        table: Some(3),
        text: "Visites".to_owned(),
        occurrences: 2,
        priority: true,
        lever: Some(lever),
        action: Some(action),
        occupation: Some("fap2021:V0X60".to_owned()),
        ..Contribution::default()
    });
    plan.add_indicator(Indicator {
        name: "Places".to_owned(),
        kind: IndicatorKind::Result,
        unit: "%".to_owned(),
        baseline: "12,5".parse().ok(),
        baseline_on: "2025-01-01".parse().ok(),
        target: "1200".parse().ok(),
        direction: Direction::Down,
        owner: Some(actor),
        every_months: Some(6),
        ..Indicator::default()
    });
    plan
}

/// In both languages, what is copied and pasted back changes nothing of the plan.
#[test]
fn what_is_copied_is_pasted_back() {
    for catalog in catalogs() {
        for sheet in Sheet::ALL {
            let mut plan = full();
            let text = tsv(&plan, sheet, &catalog);
            let pasted = paste(&mut plan, sheet, &text, None, &by()).unwrap();
            assert_eq!(refused(&pasted), [], "{text}");
            assert_eq!((pasted.added, pasted.changed), (0, 1), "{text}");
            assert_eq!((pasted.unknown.len(), pasted.created.len()), (0, 0), "{text}");
            assert_eq!(plan, full(), "{text}");
        }
    }
}

/// A reference to what was removed stays one, and is made no actor anew.
#[test]
fn a_broken_reference_survives_a_copy() {
    let [french, _] = catalogs();
    let mut plan = full();
    let actor = plan.actors[0].id.clone();
    plan.remove(&actor, &by());
    let before = plan.clone();
    for sheet in Sheet::ALL {
        let text = tsv(&plan, sheet, &french);
        let pasted = paste(&mut plan, sheet, &text, None, &by()).unwrap();
        assert_eq!(refused(&pasted), []);
    }
    assert_eq!(plan, before);
}

/// A status that is pasted is a decision: the journal has it.
#[test]
fn a_status_pasted_over_another_is_in_the_journal() {
    let mut plan = full();
    let id = plan.actions[0].id.clone();
    let text = format!("Identifiant\tAction\tÉtat\n{id}\tFormer\tterminée\n");
    let pasted = paste(&mut plan, Sheet::Actions, &text, None, &by()).unwrap();
    assert_eq!((pasted.changed, plan.actions[0].status), (1, Status::Done));
    let last = plan.journal.last().unwrap();
    assert_eq!((last.event, last.words.as_str()), (Event::Status, "running done"));
    // What no column told stays.
    assert_eq!(plan.actions[0].sectors, ["C"]);
}

#[test]
fn titles_of_both_catalogs_are_known() {
    for catalog in catalogs() {
        for sheet in Sheet::ALL {
            for column in sheet.columns() {
                let title = catalog.text(&format!("plan-column-{}", column.id()));
                assert_eq!(sheet.column(&title), Some(*column), "{sheet:?}: {title}");
            }
        }
    }
}
