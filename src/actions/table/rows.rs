//! One row: a contribution, an action, an indicator; new, or the one whose identifier it bears.

use crate::actions::table::columns::Column;
use crate::actions::table::{Fault, cells};
use crate::model::Date;
use crate::model::action::edit::By;
use crate::model::action::indicator::Indicator;
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Action, Money, Partner, Role};
use crate::model::action::workshop::{Contribution, Question};
use crate::model::action::{ActionPlan, Actor, Id};
use crate::model::decimal::Decimal;

/// A cell under the title of its column.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub column: Column,
    pub title: &'a str,
    pub text: &'a str,
}

/// What a row did.
pub struct Done {
    pub is_new: bool,
    /// Names that were nowhere.
    pub created: Vec<String>,
}

/// Title of the column, text of the cell, and why it is not read.
pub type Bad = (String, String, Fault);

/// Names that a row needs and the plan has not: they come into it with the row, or not at all.
#[derive(Default)]
struct Wanted {
    names: Vec<String>,
}

pub fn bad(cell: &Cell<'_>, why: Fault) -> Bad {
    (cell.title.to_owned(), cell.text.to_owned(), why)
}

pub fn is_empty_row(cells: &[Cell<'_>], needed: Column) -> Option<Bad> {
    let cell = cells.iter().find(|cell| cell.column == needed)?;
    cell.text.is_empty().then(|| bad(cell, Fault::Empty))
}

pub fn known_id<'a>(cells: &[Cell<'a>]) -> Option<&'a str> {
    let id = cells.iter().find(|cell| cell.column == Column::Id)?;
    Some(id.text).filter(|text| !text.is_empty())
}

pub fn day(text: &str) -> Result<Option<Date>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::NotADate)
}

pub fn number(text: &str) -> Result<Option<Decimal>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Fault::NotANumber)
}

/// One name, none where the cell is empty.
fn one(text: &str, find: impl FnOnce(&str) -> Result<Id, Fault>) -> Result<Option<Id>, Fault> {
    if text.is_empty() { Ok(None) } else { find(text).map(Some) }
}

/// A word of a list; an empty cell is as it comes.
pub fn chosen<T: Default>(text: &str, read: fn(&str) -> Result<T, Fault>) -> Result<T, Fault> {
    if text.is_empty() { Ok(T::default()) } else { read(text) }
}

pub fn contribution(
    plan: &mut ActionPlan,
    row: &[Cell<'_>],
    (question, occupations): (Option<&Id>, &[(String, String)]),
) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::Text) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.contribution(id)).cloned();
    let is_new = known.is_none();
    let mut made = known
        .unwrap_or_else(|| Contribution { question: question.cloned(), ..Contribution::default() });
    let mut asked: Option<String> = None;
    for cell in row {
        of_contribution(&mut made, cell, (plan, occupations), &mut asked)
            .map_err(|why| bad(cell, why))?;
    }
    let grouped = row.iter().find(|cell| cell.column == Column::SameAs);
    let into = match grouped {
        Some(cell) => same_as(cell, plan).map_err(|why| bad(cell, why))?,
        None => made.merged_into.clone(),
    };
    let created: Vec<String> = asked.into_iter().collect();
    for text in &created {
        let question = Question { text: text.clone(), ..Question::default() };
        made.question = Some(plan.add_question(question));
    }
    let id = if is_new {
        plan.add_contribution(made)
    } else {
        let id = made.id.clone();
        plan.put_contribution(made);
        id
    };
    group(plan, &id, into);
    Ok(Done { is_new, created })
}

/// The contribution that a row says again: none where the cell is empty. It stands before it.
fn same_as(cell: &Cell<'_>, plan: &ActionPlan) -> Result<Option<Id>, Fault> {
    one(cell.text, |name| cells::contribution(plan, name))
}

/// Puts a contribution under the one that it says again, or takes it out of its group.
fn group(plan: &mut ActionPlan, id: &Id, into: Option<Id>) {
    let now = plan.contribution(id).and_then(|one| one.merged_into.clone());
    match into {
        Some(into) if now.as_ref() != Some(&into) && into != *id => {
            plan.merge(&into, std::slice::from_ref(id));
        }
        // Of the one that others say again, nothing is taken.
        None if now.is_some() => {
            if let Some(mut one) = plan.contribution(id).cloned() {
                one.merged_into = None;
                plan.put_contribution(one);
            }
        }
        _ => {}
    }
}

/// `asked`: the text of a question that the plan has not.
fn of_contribution(
    made: &mut Contribution,
    cell: &Cell<'_>,
    (plan, occupations): (&ActionPlan, &[(String, String)]),
    asked: &mut Option<String>,
) -> Result<(), Fault> {
    let text = cell.text;
    match cell.column {
        Column::Question => match cells::question(plan, text) {
            Some(id) => made.question = Some(id),
            None if text.is_empty() => {}
            None => *asked = Some(text.to_owned()),
        },
        Column::Table if text.is_empty() => made.table = None,
        Column::Table => made.table = Some(text.parse().map_err(|_| Fault::NotANumber)?),
        Column::Text => text.clone_into(&mut made.text),
        Column::Practice => made.practice = chosen(text, cells::practice)?,
        Column::Occurrences if text.is_empty() => made.occurrences = 1,
        Column::Occurrences => made.occurrences = cells::count(text)?,
        Column::Priority => made.priority = cells::yes(text)?,
        Column::Lever => made.lever = one(text, |name| cells::lever(plan, name))?,
        Column::Action => made.action = one(text, |name| cells::action(plan, name))?,
        Column::Occupation => {
            made.occupation = one(text, |name| cells::occupation(name, occupations))?;
        }
        _ => {}
    }
    Ok(())
}

impl Wanted {
    /// The actor of that name; one that is not known is told apart by its name until the row is
    /// whole.
    fn actor(&mut self, plan: &ActionPlan, name: &str) -> Id {
        cells::actor(plan, name).unwrap_or_else(|| {
            if !self.names.iter().any(|known| known == name) {
                self.names.push(name.to_owned());
            }
            name.to_owned()
        })
    }

    /// Puts those that were not known in the register; name and identifier of each.
    fn registered(&self, plan: &mut ActionPlan) -> Vec<(String, Id)> {
        let one = |name: &String| {
            let id = plan.add_actor(Actor { name: name.clone(), ..Actor::default() });
            (name.clone(), id)
        };
        self.names.iter().map(one).collect()
    }
}

pub fn action(
    plan: &mut ActionPlan,
    row: &[Cell<'_>],
    occupations: &[(String, String)],
    by: &By,
) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::Title) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.action(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    let mut wanted = Wanted::default();
    for cell in row {
        of_action(&mut made, cell, (plan, occupations), &mut wanted)
            .map_err(|why| bad(cell, why))?;
    }
    let created = wanted.registered(plan);
    let id_of = |name: &mut Id| {
        if let Some((_, id)) = created.iter().find(|(known, _)| known == name) {
            name.clone_from(id);
        }
    };
    made.lead.iter_mut().for_each(id_of);
    made.partners.iter_mut().map(|partner| &mut partner.actor).for_each(id_of);
    if is_new {
        plan.add_action(made, Event::Added, by);
    } else {
        for milestone in &mut made.milestones {
            if milestone.id.is_empty() {
                milestone.id = plan.issue('M');
            }
        }
        let (id, lead, status) = (made.id.clone(), made.lead.clone(), made.status);
        // What is decided is written in the journal, pasted or not.
        plan.set_lead(&id, lead, by);
        plan.set_status(&id, status, by);
        plan.put_action(made);
    }
    Ok(Done { is_new, created: created.into_iter().map(|(name, _)| name).collect() })
}

fn of_action(
    made: &mut Action,
    cell: &Cell<'_>,
    (plan, occupations): (&ActionPlan, &[(String, String)]),
    wanted: &mut Wanted,
) -> Result<(), Fault> {
    let text = cell.text;
    match cell.column {
        Column::Title => text.clone_into(&mut made.title),
        Column::Objective => text.clone_into(&mut made.objective),
        Column::Lever => made.lever = one(text, |name| cells::lever(plan, name))?,
        Column::Targets => {
            let ids = cells::list(text).map(|name| cells::target(plan, name));
            made.targets = ids.collect::<Result<_, _>>()?;
        }
        Column::Occupations => {
            let codes = cells::list(text).map(|name| cells::occupation(name, occupations));
            made.occupations = codes.collect::<Result<_, _>>()?;
        }
        Column::Sectors => {
            made.sectors = cells::list(text).map(cells::section).collect::<Result<_, _>>()?;
        }
        Column::Wave => made.wave = one(text, |name| cells::wave(plan, name))?,
        Column::Lead => {
            made.lead = cells::list(text).map(|name| wanted.actor(plan, name)).collect();
        }
        Column::Partners => {
            let partners =
                cells::list(text).map(|text| partner(text, plan, wanted, &made.partners));
            made.partners = partners.collect();
        }
        Column::Group => made.group = cells::list(text).map(str::to_owned).collect(),
        Column::Begins => made.begins = day(text)?,
        Column::Ends => made.ends = day(text)?,
        Column::Milestones => {
            let all = cells::list(text).map(|text| cells::milestone(text, &made.milestones));
            made.milestones = all.collect::<Result<_, _>>()?;
        }
        Column::Planned => made.planned = cells::way(text)?,
        Column::Indicators => {
            let all = cells::list(text).map(|name| cells::indicator(plan, name));
            made.indicators = all.collect::<Result<_, _>>()?;
        }
        Column::Programme => made.programme = cells::programme(plan, text)?,
        Column::Budget => made.budget = cells::list(text).map(money).collect::<Result<_, _>>()?,
        Column::Status => made.status = chosen(text, cells::status)?,
        Column::Practice => made.practice = chosen(text, cells::practice)?,
        Column::Risks => text.clone_into(&mut made.risks),
        Column::Notes => text.clone_into(&mut made.notes),
        _ => {}
    }
    Ok(())
}

/// `Greta (R)`, `Greta (informé)`, `Greta`: what it does stays as it was.
fn partner(text: &str, plan: &ActionPlan, wanted: &mut Wanted, before: &[Partner]) -> Partner {
    let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    // A name may end in brackets of its own.
    let (name, role) = match in_brackets.map(|(name, role)| (name.trim(), cells::role(role.trim())))
    {
        Some((name, Ok(role))) => (name, role),
        _ => (text, Role::default()),
    };
    let actor = wanted.actor(plan, name);
    let does = before.iter().find(|one| one.actor == actor && one.role == role);
    let does = does.map(|one| one.does.clone()).unwrap_or_default();
    Partner { actor, role, does }
}

/// `Région : 12 000`, `12 000,50 € Région`, with `(acquis)` where it is secured; a sum alone has no
/// funder yet. Cents are rounded to the euro.
fn money(text: &str) -> Result<Money, Fault> {
    let (text, secured) = ["(acquis)", "(secured)"]
        .iter()
        .find_map(|mark| text.strip_suffix(*mark))
        .map_or((text, false), |rest| (rest.trim_end(), true));
    let (funder, sum) = match (text.rsplit_once(':'), text.split_once('€')) {
        (Some(parts), _) => parts,
        (None, Some((sum, funder))) => (funder, sum),
        (None, None) => ("", text),
    };
    let sum: Decimal = sum.parse().map_err(|_| Fault::NotASum)?;
    // Half an euro away from zero, as everywhere.
    let euros = format!("{:.0}", sum.value().round()).parse().map_err(|_| Fault::NotASum)?;
    Ok(Money { funder: funder.trim().to_owned(), euros, secured })
}

pub fn indicator(plan: &mut ActionPlan, row: &[Cell<'_>]) -> Result<Done, Bad> {
    if let Some(empty) = is_empty_row(row, Column::Name) {
        return Err(empty);
    }
    let known = known_id(row).and_then(|id| plan.indicator(id)).cloned();
    let is_new = known.is_none();
    let mut made = known.unwrap_or_default();
    let mut wanted = Wanted::default();
    for cell in row {
        of_indicator(&mut made, cell, plan, &mut wanted).map_err(|why| bad(cell, why))?;
    }
    let created = wanted.registered(plan);
    if let Some((_, id)) = created.first() {
        made.owner = Some(id.clone());
    }
    if is_new {
        plan.add_indicator(made);
    } else {
        plan.put_indicator(made);
    }
    Ok(Done { is_new, created: created.into_iter().map(|(name, _)| name).collect() })
}

fn of_indicator(
    made: &mut Indicator,
    cell: &Cell<'_>,
    plan: &ActionPlan,
    wanted: &mut Wanted,
) -> Result<(), Fault> {
    let text = cell.text;
    match cell.column {
        Column::Name => text.clone_into(&mut made.name),
        Column::Kind => made.kind = chosen(text, cells::kind)?,
        Column::Definition => text.clone_into(&mut made.definition),
        Column::Source => text.clone_into(&mut made.source),
        Column::Unit => text.clone_into(&mut made.unit),
        Column::Baseline => made.baseline = number(text)?,
        Column::BaselineOn => made.baseline_on = day(text)?,
        Column::Target => made.target = number(text)?,
        Column::TargetOn => made.target_on = day(text)?,
        Column::Direction => made.direction = chosen(text, cells::direction)?,
        Column::Owner if text.is_empty() => made.owner = None,
        Column::Owner => made.owner = Some(wanted.actor(plan, text)),
        Column::EveryMonths if text.is_empty() => made.every_months = None,
        Column::EveryMonths => {
            let months = text.parse().ok().filter(|months: &u8| *months > 0);
            made.every_months = Some(months.ok_or(Fault::NotANumber)?);
        }
        Column::Next => made.next = day(text)?,
        _ => {}
    }
    Ok(())
}
