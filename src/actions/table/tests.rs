use super::*;
use crate::i18n::Catalog;
use crate::model::Language;
use crate::model::action::indicator::{Direction, Indicator, IndicatorKind, Measure};
use crate::model::action::journal::Event;
use crate::model::action::sheet::{
    Action, Milestone, Money, Partner, Places, Practice, ProgrammeLink, Realised, Role, Status,
};
use crate::model::action::workshop::{Contribution, Question};
use crate::model::action::{Actor, ActorKind, Lever, Target, Wave};

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
        (6, "Budget", "beaucoup", Fault::NotASum),
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

#[test]
fn sums_of_a_budget_as_people_write_them() {
    let check = |text: &str, expect: &[(&str, u32, bool)]| {
        let mut plan = plan();
        let block = format!("Action\tBudget\nA\t{text}\n");
        paste(&mut plan, Sheet::Actions, &block, None, &by()).unwrap();
        let of = plan.actions.iter().flat_map(|one| &one.budget);
        let found: Vec<_> = of.map(|one| (one.funder.as_str(), one.euros, one.secured)).collect();
        assert_eq!(found, expect, "{text:?}");
    };
    check("Région\u{a0}: 12\u{202f}000 (acquis)", &[("Région", 12_000, true)]);
    check("12 000,50", &[("", 12_001, false)]);
    check("12 000,50 € Région ; 300 €", &[("Région", 12_001, false), ("", 300, false)]);
    check("12 000,49 € Région (acquis)", &[("Région", 12_000, true)]);
    check("beaucoup d’€", &[]);
    check("−5 €", &[]);
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
    for (name, due, done) in [
        ("Cahier des charges ; appel", Some("2025-03-15"), Some("2025-03-10")),
        ("Première session : [ouverture]", Some("2025-06-01"), None),
        ("Bilan", None, None),
    ] {
        let day = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        let milestone = Milestone {
            name: name.to_owned(),
            due: day(due),
            done: day(done),
            ..Milestone::default()
        };
        plan.add_milestone(&action, milestone);
    }
    let realised = Realised {
        date: "2025-07-01".parse().unwrap(),
        source: "Greta".to_owned(),
        places: Places::from_steps([Some(12), Some(9), None, None, None]),
        reason: "trois abandons".to_owned(),
    };
    plan.realise(&action, realised, &by());
    plan.add_wave(Wave {
        name: "Temps 1".to_owned(),
        begins: "2025-01-01".parse().ok(),
        ends: None,
        ..Wave::default()
    });
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
        measures: vec![Measure {
            year: Some(2025),
            low: "10".parse().ok(),
            high: "20".parse().ok(),
            level: Some(80),
            ..Measure::by_hand(
                "2025-01-01".parse().unwrap(),
                "13,5".parse().unwrap(),
                "BMO.xlsx (2025)".to_owned(),
                "K7Q2XA-9F".to_owned(),
            )
        }],
        ..Indicator::default()
    });
    let indicator = plan.indicators[0].id.clone();
    let link =
        ProgrammeLink { key: "fap2021:D1Z41/short".to_owned(), name: "Soudeurs, court".to_owned() };
    if let Some(action) = plan.actions.first_mut() {
        action.indicators.push(indicator);
        action.programme = Some(link);
    }
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

/// What is planned goes and comes with what is realised; of a year that is closed, this alone.
#[test]
fn places_planned_and_realised_go_and_come() {
    let [french, _] = catalogs();
    let mut plan = full();
    plan.actions[0].planned = Places::from_steps([Some(12), Some(12), Some(10), None, None]);
    let before = plan.clone();
    let text = tsv(&plan, Sheet::Places, &french);
    // The title of the action holds a line break.
    assert_eq!(text.lines().count(), 1 + 2 * 2, "{text}");
    let pasted = paste(&mut plan, Sheet::Places, &text, None, &by()).unwrap();
    assert_eq!((pasted.added, pasted.changed, &plan), (0, 2, &before));
    // Of an action that ended, what is learnt later is a row of its name.
    let id = plan.actions[0].id.clone();
    plan.actions[0].title = "Former".to_owned();
    plan.set_status(&id, Status::Done, &by());
    plan.year = Some(2025);
    let by_then = By { date: "2026-01-05".parse().unwrap(), who: String::new() };
    let mut next = crate::actions::cycle::start(&plan, 2026, "", &by_then).unwrap();
    let text = "Action\tDate\tEn emploi à six mois\tSource\nFormer\t15/01/2026\t7\tGreta\n";
    let pasted = paste(&mut next, Sheet::Places, text, None, &by_then).unwrap();
    assert_eq!((pasted.added, refused(&pasted).len()), (1, 0));
    let (_, ended) = next.ended().next().unwrap();
    assert_eq!(ended.latest().unwrap().places.employed_6, Some(7));
    let text = format!("Identifiant\tAction\tPlaces ouvertes\n{id}/p\tFormer\t40\n");
    let pasted = paste(&mut next, Sheet::Places, &text, None, &by_then).unwrap();
    assert_eq!(pasted.refused.len(), 1, "what was planned of a closed year is as it was");
}

#[test]
fn a_register_is_pasted_and_what_is_there_is_changed() {
    let mut plan = plan();
    let text = "Acteur\tType d’acteur\tCe qu’il peut faire\tActions à la fois\tLeviers\n\
                GRETA\tOrganisme de formation\tforme\t3\tFormation continue\n\
                CCI\tchambre consulaire\t\t\t\n\
                Ville\tmairie\t\t\t\n";
    let pasted = paste(&mut plan, Sheet::Actors, text, None, &by()).unwrap();
    assert_eq!((pasted.added, pasted.changed), (1, 1));
    assert_eq!(refused(&pasted), [(4, "Type d’acteur", "mairie", Fault::NotAWord)]);
    let [greta, cci] = plan.actors.as_slice() else { panic!() };
    assert_eq!((greta.kind, greta.capacity), (ActorKind::TrainingBody, Some(3)));
    assert_eq!(greta.levers, [plan.levers[0].id.clone()]);
    assert_eq!(cci.kind, ActorKind::Chamber);
}

#[test]
fn a_measure_is_pasted_under_the_name_of_its_indicator() {
    let mut plan = full();
    let text = "Indicateur\tDate\tValeur\tSource\nPlaces\t01/06/2025\t15,5\tGreta\nRien\t\t1\t\n";
    let pasted = paste(&mut plan, Sheet::Measures, text, None, &by()).unwrap();
    assert_eq!(refused(&pasted), [(3, "Indicateur", "Rien", Fault::NoSuchName)]);
    let measures = &plan.indicators[0].measures;
    assert_eq!(measures[1].value.to_string(), "15.5");
    // The day of the next one follows, as it does in the window.
    assert_eq!(plan.indicators[0].next.map(|one| one.to_string()).as_deref(), Some("2025-12-01"));
    // A number that is changed has no longer the interval of its survey.
    let id = format!("{}/1", plan.indicators[0].id);
    let text = format!("Identifiant\tIndicateur\tValeur\n{id}\tPlaces\t14\n");
    paste(&mut plan, Sheet::Measures, &text, None, &by()).unwrap();
    let first = &plan.indicators[0].measures[0];
    assert_eq!((first.value.to_string().as_str(), first.low, first.year), ("14", None, None));
}

/// An occupation by the label that one alone has.
#[test]
fn occupations_are_known_by_their_labels() {
    let known =
        [("fap2021:D1Z41", "Soudeurs"), ("fap2021:A0X40", "Autres"), ("fap2021:A0X41", "Autres")]
            .map(|(code, label)| (code.to_owned(), label.to_owned()));
    let mut plan = plan();
    let text = "Proposition\tMétier\nForum\tSOUDEURS\nVisite\tAutres\nStage\tfap2021:A0X40\n";
    let pasted = paste_with(&mut plan, Sheet::Contributions, text, (None, &known), &by()).unwrap();
    assert_eq!(refused(&pasted), [(3, "Métier", "Autres", Fault::NotACode)]);
    let of: Vec<_> = plan.contributions.iter().map(|one| one.occupation.as_deref()).collect();
    assert_eq!(of, [Some("fap2021:D1Z41"), Some("fap2021:A0X40")]);
}

/// Grouped by a column: by the words of the one it says again, or by its identifier.
#[test]
fn proposals_are_grouped_by_a_column() {
    let mut plan = plan();
    let text = "Proposition\tDit la même chose que\nVisites\t\nVisiter\tvisites\nForum\tRien\n";
    let pasted = paste(&mut plan, Sheet::Contributions, text, None, &by()).unwrap();
    assert_eq!(refused(&pasted), [(4, "Dit la même chose que", "Rien", Fault::NoSuchName)]);
    let first = plan.contributions[0].id.clone();
    assert_eq!(plan.contributions[1].merged_into, Some(first));
    let [french, _] = catalogs();
    let (before, text) = (plan.clone(), tsv(&plan, Sheet::Contributions, &french));
    paste(&mut plan, Sheet::Contributions, &text, None, &by()).unwrap();
    assert_eq!(plan, before);
}

/// Two of one name, and names that hold what parts a list, come back as they were.
#[test]
fn names_that_cannot_stand_alone_go_by_their_identifiers() {
    let [french, _] = catalogs();
    let mut plan = full();
    for name in ["Greta", "CCI ; antenne"] {
        let id = plan.add_actor(Actor { name: name.to_owned(), ..Actor::default() });
        plan.actions[0].lead.push(id.clone());
        plan.actions[0].partners.push(Partner { actor: id, ..Partner::default() });
    }
    let before = plan.clone();
    let text = tsv(&plan, Sheet::Actions, &french);
    let pasted = paste(&mut plan, Sheet::Actions, &text, None, &by()).unwrap();
    assert_eq!((refused(&pasted).len(), pasted.created.len(), &plan), (0, 0, &before), "{text}");
}
