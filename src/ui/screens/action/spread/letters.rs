//! The matrix as a block of cells: actors across, actions down, letters in between.

use crate::actions::matrix;
use crate::model::action::edit::By;
use crate::model::action::sheet::{Partner, Role};
use crate::model::action::{ActionPlan, Actor, Id};
use crate::model::fold;
use crate::ui::screens::View;
use crate::ui::screens::action::desk::{named, shown};

/// What a pasted matrix did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Cells that hold a letter.
    pub cells: u32,
    /// Titles that no action has.
    pub unknown: Vec<String>,
}

/// The matrix, names first.
pub fn written(view: &View<'_>, plan: &ActionPlan) -> String {
    let matrix = matrix::matrix(plan);
    let mut lines = vec![vec![view.text("acts-column-action")]];
    if let Some(first) = lines.first_mut() {
        first.extend(matrix.actors.iter().map(|actor| named(view, plan, actor)));
    }
    for row in &matrix.rows {
        let title = plan.action(&row.action).map_or("", |one| one.title.as_str());
        let mut cells = vec![shown(view, title)];
        cells.extend(row.cells.iter().map(|roles| {
            let letters: Vec<String> = roles
                .iter()
                .map(|role| crate::ui::screens::action::matrix::letter(view, *role))
                .collect();
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

/// Puts the letters of a block in a plan: actions are those of the same title, actors too, and are
/// made where there is none. An empty cell changes nothing.
pub fn read(plan: &mut ActionPlan, text: &str, letter: &dyn Fn(Role) -> String, by: &By) -> Read {
    let mut read = Read::default();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let Some(head) = lines.next() else { return read };
    let names: Vec<&str> = head.split('\t').skip(1).map(str::trim).collect();
    for line in lines {
        let mut cells = line.split('\t').map(str::trim);
        let title = cells.next().unwrap_or_default();
        let same = |known: &str| fold(known) == fold(title);
        let Some(action) = plan.actions.iter().find(|one| same(&one.title)) else {
            read.unknown.push(title.to_owned());
            continue;
        };
        let mut action = action.clone();
        let mut lead = action.lead.clone();
        for (name, cell) in names.iter().zip(cells).filter(|(name, _)| !name.is_empty()) {
            let roles: Vec<Role> =
                Role::ALL.into_iter().filter(|role| holds(cell, &letter(*role))).collect();
            if roles.is_empty() {
                continue;
            }
            read.cells += 1;
            let actor = actor(plan, name);
            lead.retain(|id| *id != actor);
            action.partners.retain(|one| one.actor != actor);
            for role in roles {
                if role == Role::Accountable {
                    lead.push(actor.clone());
                } else {
                    let does = String::new();
                    action.partners.push(Partner { actor: actor.clone(), role, does });
                }
            }
        }
        let id = action.id.clone();
        plan.put_action(action);
        plan.set_lead(&id, lead, by);
    }
    read
}

/// Whether a cell names a letter: `R`, `A, R`, `r/c`.
fn holds(cell: &str, letter: &str) -> bool {
    let mut parts = cell.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| part.eq_ignore_ascii_case(letter))
}

fn actor(plan: &mut ActionPlan, name: &str) -> Id {
    let known = plan.actors.iter().find(|one| fold(&one.name) == fold(name));
    match known {
        Some(known) => known.id.clone(),
        None => plan.add_actor(Actor { name: name.to_owned(), ..Actor::default() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::journal::Event;
    use crate::model::action::sheet::Action;

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
        let text = "Action\tREGION\tGreta\nAccueillir\tA\tr, c\nRien de tel\tA\t\n";
        let read = read(&mut plan, text, &letter, &by());
        assert_eq!(read, Read { cells: 2, unknown: vec!["Rien de tel".to_owned()] });
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
}
