use super::*;
use crate::model::Unit;
use crate::model::action::decided::FigureKey;
use crate::model::action::{Actor, Lever, Target};

fn figure(column: &str, value: f64, spread: Spread) -> FrozenFigure {
    FrozenFigure {
        key: FigureKey {
            table: "diagnostic".to_owned(),
            row: "V0X60".to_owned(),
            column: column.to_owned(),
        },
        mark: String::new(),
        indicator: String::new(),
        label: String::new(),
        territory: "be:9601".to_owned(),
        occupation: None,
        unit: Some(if column == "posterior" { Unit::ShareOfProjects } else { Unit::Projects }),
        value: Decimal::new(value),
        words: String::new(),
        low: None,
        high: None,
        spread,
        n: None,
        grade: None,
        hidden: None,
        of_respondents: false,
        source: "BMO_2024.xlsx".to_owned(),
        year: Some(2024),
    }
}

fn diagnosed(lever: &str) -> Diagnosed {
    let share = figure("posterior", 0.417, Spread::Interval(80));
    Diagnosed {
        occupation: "fap2021:V0X60".to_owned(),
        sectors: vec!["Q".to_owned()],
        lever: lever.to_owned(),
        causes: vec!["geographic-mismatch".to_owned()],
        title: "Aides à domicile".to_owned(),
        objective: "Former.".to_owned(),
        audiences: vec!["job-seekers".to_owned(), "young".to_owned(), "spouses".to_owned()],
        lead_kinds: vec![ActorKind::Opco, ActorKind::Company],
        programme: None,
        planned: Places { opened: Some(12), ..Places::default() },
        budget: Vec::new(),
        notes: String::new(),
        decided: Decided {
            date: "2024-06-01".parse().unwrap(),
            who: "Comité".to_owned(),
            figures: vec![share.clone(), figure("projects", 120.0, Spread::None)],
            fingerprints: Vec::new(),
            method: String::new(),
            edition: "fap2021".to_owned(),
        },
        indicators: vec![Suggested {
            name: "Part difficile".to_owned(),
            kind: IndicatorKind::Result,
            definition: String::new(),
            unit: "%".to_owned(),
            direction: Direction::Down,
            from: Some(share),
            every_months: Some(12),
            target: None,
        }],
    }
}

/// Levers with what they answer, targets with their publics, actors with their kind and lever.
fn plan(actors: &[(&str, ActorKind, bool)]) -> ActionPlan {
    let mut plan = ActionPlan::default();
    let answers = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
    let lever = |name: &str, all: &[&str]| Lever {
        name: name.to_owned(),
        answers: answers(all),
        ..Lever::default()
    };
    let training = plan.add_lever(lever("Formation", &["training"]));
    plan.add_lever(lever("Accueil", &["mobility", "geographic-mismatch"]));
    for (name, publics) in [
        ("Jeunes", "young"),
        ("Demandeurs (texte)", "job-seekers"),
        ("Demandeurs (schéma)", "job-seekers"),
    ] {
        let audiences = answers(&[publics]);
        plan.add_target(Target { name: name.to_owned(), audiences, ..Target::default() });
    }
    for (name, kind, acts) in actors {
        let levers = if *acts { vec![training.clone()] } else { Vec::new() };
        plan.add_actor(Actor { name: (*name).to_owned(), kind: *kind, levers, ..Actor::default() });
    }
    plan
}

fn names(plan: &ActionPlan, ids: &[Id]) -> Vec<String> {
    ids.iter().map(|id| plan.name(id).text().to_owned()).collect()
}

#[test]
fn the_lever_is_the_one_that_answers_the_diagnosis_then_its_causes() {
    let check = |lever: &str, expect: Option<&str>| {
        let plan = plan(&[]);
        let proposed = propose(&plan, &diagnosed(lever));
        let name = proposed.action.lever.as_deref().map(|id| plan.name(id).text());
        assert_eq!((name, proposed.without_lever), (expect, expect.is_none()), "{lever}");
    };
    check("training", Some("Formation"));
    check("mobility", Some("Accueil"));
    // Nothing answers job quality here; one of the causes has its lever.
    check("job-quality", Some("Accueil"));
    let mut plan = plan(&[]);
    plan.levers.clear();
    assert!(propose(&plan, &diagnosed("training")).without_lever);
}

#[test]
fn each_public_has_one_target() {
    let plan = plan(&[]);
    let proposed = propose(&plan, &diagnosed("training"));
    assert_eq!(names(&plan, &proposed.action.targets), ["Demandeurs (texte)", "Jeunes"]);
}

#[test]
fn who_could_lead_is_told_and_one_alone_is_put_on_the_sheet() {
    use ActorKind::{Company, Local, Opco};
    let check = |actors: &[(&str, ActorKind, bool)], leads: &[&str], lead: &[&str]| {
        let plan = plan(actors);
        let proposed = propose(&plan, &diagnosed("training"));
        assert_eq!(names(&plan, &proposed.leads), leads);
        assert_eq!(names(&plan, &proposed.action.lead), lead);
    };
    check(&[("Mairie", Local, false)], &[], &[]);
    check(&[("Mairie", Local, false), ("OPCO", Opco, false)], &["OPCO"], &["OPCO"]);
    check(
        &[
            ("Mairie", Local, true),
            ("Usine", Company, false),
            ("OPCO", Opco, false),
            ("Scierie", Company, true),
        ],
        &["Scierie", "OPCO", "Usine", "Mairie"],
        &[],
    );
}

#[test]
fn indicators_start_from_the_figures_and_are_shared() {
    let mut plan = plan(&[]);
    let by = By { date: "2024-06-01".parse().unwrap(), who: "Comité".to_owned() };
    let adopted = |plan: &mut ActionPlan| {
        let proposed = propose(plan, &diagnosed("training"));
        adopt(plan, proposed, &by)
    };
    let first = adopted(&mut plan);
    let second = adopted(&mut plan);
    assert_ne!(first, second);
    let [indicator] = plan.indicators.as_slice() else { panic!("{:?}", plan.indicators) };
    assert_eq!(indicator.baseline.map(|value| value.to_string()).as_deref(), Some("42"));
    assert_eq!(indicator.baseline_on, Some(by.date));
    let of = |id: &str| plan.action(id).unwrap().indicators.clone();
    assert_eq!((of(&first), of(&second)), (vec![indicator.id.clone()], vec![indicator.id.clone()]));
    let entry = &plan.journal[0];
    assert_eq!((entry.event, entry.figures.len()), (Event::Adopted, 2));
    assert_eq!(plan.action(&first).unwrap().planned.opened, Some(12));
}

#[test]
fn a_hidden_figure_is_no_baseline() {
    let mut diagnosed = diagnosed("training");
    let from = diagnosed.indicators[0].from.as_mut().unwrap();
    from.hidden = Some("too-few".to_owned());
    from.value = None;
    let proposed = propose(&plan(&[]), &diagnosed);
    assert_eq!(proposed.indicators[0].baseline, None);
    assert_eq!(proposed.indicators[0].baseline_on, None);
    assert!(can_tell(&figure("posterior", 0.4, Spread::Interval(80))));
    assert!(!can_tell(&figure("projects", 120.0, Spread::Masking)));
}

/// Who has a lever of their own for housing or the spouse's work finds the action under it.
#[test]
fn housing_and_the_spouse_s_work_have_their_own_lever() {
    let mut plan = ActionPlan::default();
    let lever = |answers: &[&str]| Lever {
        answers: answers.iter().map(|one| (*one).to_owned()).collect(),
        ..Lever::default()
    };
    let [mobility, housing, spouse] =
        [&["mobility", "geographic-mismatch"][..], &["housing"], &["spouse"]]
            .map(|answers| plan.add_lever(lever(answers)));
    let check = |of: &str, causes: &[&str], expect: &Id| {
        let causes = causes.iter().map(|one| (*one).to_owned()).collect();
        let told = Diagnosed { causes, ..diagnosed(of) };
        assert_eq!(propose(&plan, &told).action.lever.as_ref(), Some(expect), "{of}");
    };
    check("mobility", &["geographic-mismatch"], &mobility);
    check("mobility", &["geographic-mismatch", "housing"], &housing);
    check("mobility", &["spouse"], &spouse);
    // Of a diagnosis that calls for no other lever of the territory's, the cause alone leads.
    check("retention", &["housing"], &housing);
}
