//! The matrix as a block of cells: actors across, actions down, letters in between.

use crate::actions::matrix;
use crate::model::action::edit::By;
use crate::model::action::sheet::{Action, Partner, Role};
use crate::model::action::{ActionPlan, Actor, Id};
use crate::model::fold;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::shown;

/// What a pasted matrix did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Cells that hold a letter.
    pub cells: u32,
    /// Titles that no action has.
    pub unknown: Vec<String>,
    /// Cells that hold something else than letters.
    pub unread: Vec<String>,
}

/// The matrix, names first; identifiers before them, so that what is pasted back is what it was.
pub fn written(view: &View<'_>, plan: &ActionPlan) -> String {
    let catalog = &view.session.catalog;
    let titles = (catalog.text("plan-column-id"), catalog.text("acts-column-action"));
    let letter = |role| crate::ui::screens::action::matrix::letter(view, role);
    block(plan, titles, &letter, &|id| shown(view, plan.name(id).text()))
}

/// `named`: an actor as it is shown.
fn block(
    plan: &ActionPlan,
    (id, action): (String, String),
    letter: &dyn Fn(Role) -> String,
    named: &dyn Fn(&str) -> String,
) -> String {
    let matrix = matrix::matrix(plan);
    let mut head = vec![id, action];
    head.extend(matrix.actors.iter().map(|actor| {
        let name = named(actor);
        let same = matrix.actors.iter().filter(|other| named(other) == name).count();
        // Two of one name are told apart.
        if same > 1 { format!("{name} [{actor}]") } else { name }
    }));
    let mut lines = vec![head];
    for row in &matrix.rows {
        let title = plan.action(&row.action).map_or("", |one| one.title.as_str());
        let mut cells = vec![row.action.clone(), title.to_owned()];
        cells.extend(row.cells.iter().map(|roles| {
            let letters: Vec<String> = roles.iter().map(|role| letter(*role)).collect();
            letters.join(" ")
        }));
        lines.push(cells);
    }
    let one = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        cells.join("\t")
    };
    lines.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// One cell of a spreadsheet, and no formula of it.
fn plain(text: &str) -> String {
    crate::report::csv::harmless(&text.replace(['\t', '\n', '\r'], " "))
}

/// Puts the letters of a block in a plan: actions are those of the same identifier or title, actors
/// those of the same name, and are made where there is none. An empty cell takes the role away where
/// the block was copied from here, with its identifiers, and changes nothing of another block. A cell
/// that says what is already so changes nothing either.
pub fn read(plan: &mut ActionPlan, text: &str, letter: &dyn Fn(Role) -> String, by: &By) -> Read {
    let mut read = Read::default();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(head) = lines.next() else { return read };
    let titles: Vec<&str> = head.split('\t').map(str::trim).collect();
    // Identifiers come first, or the block has none.
    let by_id = titles.first().is_some_and(|title| is_id(title));
    let before = if by_id { 2 } else { 1 };
    let names = titles.get(before..).unwrap_or_default();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let id = cells.first().copied().filter(|_| by_id).unwrap_or_default();
        let title = cells.get(before - 1).copied().unwrap_or_default();
        let same = |known: &str| fold(known) == fold(title);
        let found = plan
            .action(id)
            .or_else(|| plan.actions.iter().find(|one| !title.is_empty() && same(&one.title)));
        let Some(action) = found else {
            read.unknown.push(if title.is_empty() { id } else { title }.to_owned());
            continue;
        };
        let mut action = action.clone();
        let mut lead = action.lead.clone();
        let cells = cells.get(before..).unwrap_or_default();
        for (name, cell) in names.iter().zip(cells).filter(|(name, _)| !name.is_empty()) {
            let Some(roles) = roles_of(cell, letter) else {
                read.unread.push((*cell).to_owned());
                continue;
            };
            let known = known_actor(plan, name);
            if roles.is_empty() && !(by_id && known.is_some()) {
                continue;
            }
            let actor = known.unwrap_or_else(|| {
                plan.add_actor(Actor { name: (*name).to_owned(), ..Actor::default() })
            });
            if !roles.is_empty() {
                read.cells += 1;
            }
            let now = Action { lead: lead.clone(), ..action.clone() };
            if matrix::roles(&now, &actor) != roles {
                (lead, action.partners) = parts(&now, &actor, &roles);
            }
        }
        let id = action.id.clone();
        plan.put_action(action);
        plan.set_lead(&id, lead, by);
    }
    read
}

/// Leads and partners of an action once an actor has these roles in it; what a partner does stays
/// with it.
fn parts(action: &Action, actor: &Id, roles: &[Role]) -> (Vec<Id>, Vec<Partner>) {
    let (mut lead, mut partners) = (action.lead.clone(), action.partners.clone());
    let leads = roles.contains(&Role::Accountable);
    if !leads {
        lead.retain(|id| id != actor);
    } else if !lead.contains(actor) {
        lead.push(actor.clone());
    }
    let others: Vec<Role> =
        roles.iter().copied().filter(|role| *role != Role::Accountable).collect();
    let does = partners.iter().find(|one| one.actor == *actor).map(|one| one.does.clone());
    let mut does = does.unwrap_or_default();
    partners.retain(|one| one.actor != *actor || others.contains(&one.role));
    for role in others {
        if !partners.iter().any(|one| one.actor == *actor && one.role == role) {
            let does = std::mem::take(&mut does);
            partners.push(Partner { actor: actor.clone(), role, does });
        }
    }
    (lead, partners)
}

/// The title of the column of identifiers.
fn is_id(title: &str) -> bool {
    ["id", "identifiant", "identifier"].contains(&fold(title).as_str())
}

/// The roles that a cell names, the heaviest first: `R`, `A, R`, `r/c`. `None` where something in it
/// is no letter of a role.
fn roles_of(cell: &str, letter: &dyn Fn(Role) -> String) -> Option<Vec<Role>> {
    let parts = cell.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    // Marks alone say no role.
    if parts.is_empty() && !cell.is_empty() {
        return None;
    }
    let is = |role: &Role, part: &str| part.eq_ignore_ascii_case(&letter(*role));
    let known = parts.iter().all(|part| Role::ALL.iter().any(|role| is(role, part)));
    known.then(|| {
        Role::ALL.into_iter().filter(|role| parts.iter().any(|part| is(role, part))).collect()
    })
}

/// The actor of a name, or of the identifier in brackets after it; of one that was removed too.
fn known_actor(plan: &ActionPlan, name: &str) -> Option<Id> {
    let bracketed = name.strip_suffix(']').and_then(|name| name.rsplit_once('['));
    if let Some((_, id)) = bracketed
        && (plan.actor(id).is_some() || plan.gone.contains_key(id))
    {
        return Some(id.to_owned());
    }
    let same = |known: &str| fold(known) == fold(name);
    let here = plan.actors.iter().find(|one| same(&one.name)).map(|one| one.id.clone());
    let gone = || plan.gone.iter().find(|(id, known)| id.starts_with('P') && same(known));
    here.or_else(|| gone().map(|(id, _)| id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::journal::Event;

    fn by() -> By {
        By { date: "2026-11-24".parse().unwrap(), who: String::new() }
    }

    fn letter(role: Role) -> String {
        role.id().chars().next().unwrap().to_uppercase().to_string()
    }

    #[test]
    fn letters_of_a_block_are_parts_of_actors() {
        let mut plan = ActionPlan::default();
        let titled = |title: &str| Action { title: title.to_owned(), ..Action::default() };
        let first = plan.add_action(titled("Accueillir"), Event::Added, &by());
        plan.add_actor(Actor { name: "Région".to_owned(), ..Actor::default() });
        let text = "Action\tREGION\tGreta\tCCI\nAccueillir\tA\tr, c\tà voir\nRien de tel\tA\t\n";
        let read = read(&mut plan, text, &letter, &by());
        assert_eq!(
            read,
            Read {
                cells: 2,
                unknown: vec!["Rien de tel".to_owned()],
                unread: vec!["à voir".to_owned()],
            }
        );
        let names: Vec<&str> = plan.actors.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Région", "Greta"], "known ones are found, others are made");
        let action = plan.action(&first).unwrap();
        let lead: Vec<&str> = action.lead.iter().map(|id| plan.name(id).text()).collect();
        assert_eq!(lead, ["Région"]);
        let roles: Vec<Role> = action.partners.iter().map(|one| one.role).collect();
        assert_eq!(roles, [Role::Responsible, Role::Consulted]);
    }

    #[test]
    fn an_empty_cell_takes_nothing_away() {
        let mut plan = ActionPlan::default();
        let action =
            Action { title: "a".to_owned(), lead: vec!["P9".to_owned()], ..Action::default() };
        plan.add_action(action, Event::Added, &by());
        let before = plan.clone();
        let read = read(&mut plan, "Action\tGreta\na\t\n", &letter, &by());
        assert_eq!((read.cells, &plan), (0, &before));
    }

    /// Of a block copied from here, with its identifiers.
    #[test]
    fn an_emptied_cell_pasted_back_takes_the_role_away() {
        let mut plan = ActionPlan::default();
        let actor = plan.add_actor(Actor { name: "Greta".to_owned(), ..Actor::default() });
        let partner = Partner { actor: actor.clone(), role: Role::Informed, does: String::new() };
        let action = Action { lead: vec![actor], partners: vec![partner], ..Action::default() };
        let id = plan.add_action(action, Event::Added, &by());
        let check = |text: &str, roles: &[Role], unread: usize| {
            let mut plan = plan.clone();
            let block = format!("Identifiant\tAction\tGreta\tCCI\n{id}\t\t{text}\t\n");
            let read = read(&mut plan, &block, &letter, &by());
            assert_eq!(read.unread.len(), unread, "{text}");
            let left = matrix::roles(&plan.actions[0], &plan.actors[0].id);
            assert_eq!((left.as_slice(), plan.actors.len()), (roles, 1), "{text}");
        };
        check("A I", &[Role::Accountable, Role::Informed], 0);
        check("I", &[Role::Informed], 0);
        check("", &[], 0);
        // A word is no letter.
        check("A voir", &[Role::Accountable, Role::Informed], 1);
        check("?", &[Role::Accountable, Role::Informed], 1);
    }

    /// Whatever the plan: what is copied and pasted back unchanged changes nothing.
    #[test]
    fn what_is_copied_and_pasted_back_is_what_it_was() {
        let mut plan = ActionPlan::default();
        let actors: Vec<Id> = ["Greta", "Région", "Greta", "CCI du Cantal"]
            .map(|name| plan.add_actor(Actor { name: name.to_owned(), ..Actor::default() }))
            .to_vec();
        let partner = |at: usize, role: Role, does: &str| Partner {
            actor: actors[at].clone(),
            role,
            does: does.to_owned(),
        };
        let all = [
            // Leads in another order than the register, one that does it as well.
            Action {
                title: "Former".to_owned(),
                lead: vec![actors[1].clone(), actors[0].clone()],
                partners: vec![
                    partner(0, Role::Responsible, "tient la session"),
                    partner(2, Role::Consulted, "dit ses besoins"),
                    partner(2, Role::Informed, ""),
                    partner(3, Role::Accountable, "préside"),
                ],
                ..Action::default()
            },
            // Two of one title, and two without.
            Action {
                title: "Loger".to_owned(),
                lead: vec![actors[3].clone()],
                ..Action::default()
            },
            Action {
                title: "Loger".to_owned(),
                partners: vec![partner(1, Role::Informed, "lit le bilan")],
                ..Action::default()
            },
            Action::default(),
            Action { lead: vec![actors[2].clone()], ..Action::default() },
        ];
        for action in all {
            plan.add_action(action, Event::Added, &by());
        }
        // One that is gone is not made anew.
        plan.remove(&actors[3], &by());
        let titles = ("Identifiant".to_owned(), "Action".to_owned());
        let named = |id: &str| plan.name(id).text().to_owned();
        let text = block(&plan, titles, &letter, &named);
        let mut after = plan.clone();
        let read = read(&mut after, &text, &letter, &by());
        assert_eq!(read.unknown, [""; 0]);
        assert_eq!(after, plan);
        // Another letter keeps what is done.
        let (_, partners) = parts(&plan.actions[0], &actors[2], &[Role::Responsible]);
        let of: Vec<_> = partners.iter().filter(|one| one.actor == actors[2]).collect();
        let [only] = of.as_slice() else { panic!("{of:?}") };
        assert_eq!((only.role, only.does.as_str()), (Role::Responsible, "dit ses besoins"));
    }
}
