use super::*;
use crate::model::action::edit::By;
use crate::model::action::sheet::{Partner, Status};
use crate::model::action::{Actor, Lever};

/// `title | lead, lead | partner R, partner A | status`, actors by their names; one line an action.
fn plan(lines: &[&str]) -> ActionPlan {
    let mut plan = ActionPlan::default();
    let lever = plan.add_lever(Lever { name: "Formation".to_owned(), ..Lever::default() });
    for (name, capacity) in [("Greta", Some(1)), ("CCI", None), ("Région", Some(2))] {
        plan.add_actor(Actor { name: name.to_owned(), capacity, ..Actor::default() });
    }
    let by = By { date: "2025-01-01".parse().unwrap(), who: String::new() };
    for line in lines {
        let mut parts = line.split('|').map(str::trim).chain(std::iter::repeat(""));
        let mut next = || parts.next().unwrap();
        let (title, leads, partners, status) = (next(), next(), next(), next());
        let id = |plan: &ActionPlan, name: &str| {
            let known = plan.actors.iter().find(|one| one.name == name);
            known.map_or_else(|| name.to_owned(), |one| one.id.clone())
        };
        let list = |text: &str| -> Vec<String> {
            let parts = text.split(',').map(str::trim).filter(|one| !one.is_empty());
            parts.map(str::to_owned).collect()
        };
        let partner = |text: String| {
            let (name, role) = text.rsplit_once(' ').unwrap();
            let role = match role {
                "A" => Role::Accountable,
                "R" => Role::Responsible,
                "C" => Role::Consulted,
                _ => Role::Informed,
            };
            Partner { actor: id(&plan, name), role, does: String::new() }
        };
        let action = Action {
            title: title.to_owned(),
            lever: Some(lever.clone()),
            lead: list(leads).iter().map(|name| id(&plan, name)).collect(),
            partners: list(partners).into_iter().map(partner).collect(),
            status: Status::from_id(status).unwrap_or_default(),
            ..Action::default()
        };
        plan.add_action(action, crate::model::action::journal::Event::Added, &by);
    }
    plan
}

fn told(plan: &ActionPlan) -> Vec<String> {
    let name = |id: &Id| plan.name(id).text().to_owned();
    let names = |ids: &[Id]| ids.iter().map(name).collect::<Vec<_>>().join("+");
    let one = |finding: &Finding| match finding {
        Finding::NoLead { action } => format!("no lead: {}", name(action)),
        Finding::TwoLeads { action, actors } => {
            format!("two leads: {}: {}", name(action), names(actors))
        }
        Finding::BrokenLead { action, actor } => {
            format!("broken: {}: {}", name(action), name(actor))
        }
        Finding::Overload { actor, leads, capacity, said } => {
            let mark = if *said { "" } else { " usual" };
            format!("overload: {} {}/{capacity}{mark}", name(actor), leads.len())
        }
        Finding::Alike { a, b, .. } => format!("alike: {} = {}", name(a), name(b)),
    };
    findings(plan, 3).iter().map(one).collect()
}

fn check(lines: &[&str], expect: &[&str]) {
    assert_eq!(told(&plan(lines)), expect, "{lines:?}");
}

#[test]
fn holes_and_conflicts() {
    check(&["Bois | Greta"], &[]);
    check(&["Bois |"], &["no lead: Bois"]);
    check(&["Bois | Greta, CCI"], &["two leads: Bois: Greta+CCI"]);
    check(&["Bois | Greta | CCI A"], &["two leads: Bois: Greta+CCI"]);
    check(&["Bois | Greta | Greta A, CCI R"], &[]);
    // A partner who answers for it is its lead.
    check(&["Bois | | CCI A"], &[]);
    check(&["Bois | P99"], &["broken: Bois: P99"]);
}

#[test]
fn what_is_over_is_nobody_s_hole() {
    check(&["Bois | | | done", "Eau | | | stopped"], &[]);
    check(&["Bois | | | running"], &["no lead: Bois"]);
}

#[test]
fn overload_is_against_what_an_actor_said() {
    check(&["Bois | Greta", "Eau | Greta"], &["overload: Greta 2/1"]);
    check(&["Bois | Greta", "Eau | Greta | | done"], &[]);
    check(&["Bois | CCI", "Eau | CCI", "Vent | CCI"], &[]);
    // One that said nothing is held to what is usual, three here.
    check(&["Bois | CCI", "Eau | CCI", "Vent | CCI", "Foin | CCI"], &["overload: CCI 4/3 usual"]);
    check(&["Bois | Région", "Eau | Région", "Vent | Région"], &["overload: Région 3/2"]);
}

#[test]
fn the_same_under_two_leads_is_shown() {
    check(
        &[
            "Visites d’entreprises pour les collégiens | CCI",
            "Visite d'entreprises par des collégiens | Région",
        ],
        &[
            "alike: Visites d’entreprises pour les collégiens = Visite d'entreprises par des collégiens",
        ],
    );
    check(&["Forum des métiers du bois | CCI", "Logement des apprentis | Région"], &[]);
}

#[test]
fn same_lever_and_same_occupation_need_less_of_the_titles() {
    let titles = ["Former des soudeurs | CCI", "Soudeurs : un parcours court | Région"];
    let mut plan = plan(&titles);
    assert_eq!(told(&plan), Vec::<String>::new());
    for action in &mut plan.actions {
        action.occupations = vec!["fap2021:D1Z41".to_owned()];
    }
    assert_eq!(told(&plan).len(), 1);
    let Some(Finding::Alike { shared, .. }) = findings(&plan, 4).pop() else { panic!() };
    assert_eq!(shared.occupations, ["fap2021:D1Z41"]);
    assert_eq!(shared.words, ["soudeur"]);
    assert!(shared.across_actors && shared.lever.is_some());
    // Under another lever, it is another action.
    plan.actions[1].lever = None;
    assert_eq!(told(&plan), Vec::<String>::new());
}

#[test]
fn the_matrix_holds_every_actor_and_those_that_are_gone() {
    let mut plan = plan(&["Bois | Greta | CCI C, Greta R", "Eau | Région"]);
    let greta = plan.actors[0].id.clone();
    let by = By { date: "2025-01-01".parse().unwrap(), who: String::new() };
    plan.remove(&greta, &by);
    let matrix = matrix(&plan);
    let actors: Vec<&str> = matrix.actors.iter().map(|id| plan.name(id).text()).collect();
    assert_eq!(actors, ["CCI", "Région", "Greta"]);
    let cells: Vec<Vec<Vec<Role>>> = matrix.rows.into_iter().map(|row| row.cells).collect();
    let (a, r, c) = (Role::Accountable, Role::Responsible, Role::Consulted);
    assert_eq!(cells, [[vec![c], vec![], vec![a, r]], [vec![], vec![a], vec![]]]);
}
