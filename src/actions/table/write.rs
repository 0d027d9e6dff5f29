//! A plan as blocks of cells, with the titles and words of the reader's language: what is written
//! here is read back by the other files.

use crate::actions::table::cells::in_a_list;
use crate::actions::table::columns::{Column, Sheet};
use crate::actions::table::grid::written;
use crate::actions::table::told::STEPS;
use crate::format;
use crate::i18n::Catalog;
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::action::sheet::{Action, Milestone, Money, Partner, Places, Realised};
use crate::model::action::workshop::Contribution;
use crate::model::action::{ActionPlan, Actor, Id, Lever, Wave};
use crate::model::decimal::Decimal;
use crate::model::{Date, fold};

/// A sheet of a plan, titles first, for the clipboard of a spreadsheet.
pub fn tsv(plan: &ActionPlan, sheet: Sheet, catalog: &Catalog) -> String {
    let writer = Writer { plan, catalog };
    let columns = sheet.columns();
    let title = |column: &Column| catalog.text(&format!("plan-column-{}", column.id()));
    let titles: Vec<String> = columns.iter().map(title).collect();
    let rows: Vec<Vec<String>> = match sheet {
        Sheet::Contributions => {
            let of = |one| columns.iter().map(|column| writer.contribution(one, *column)).collect();
            plan.contributions.iter().map(of).collect()
        }
        Sheet::Actions => {
            let of = |one| columns.iter().map(|column| writer.action(one, *column)).collect();
            plan.actions.iter().map(of).collect()
        }
        Sheet::Indicators => {
            let of = |one| columns.iter().map(|column| writer.indicator(one, *column)).collect();
            plan.indicators.iter().map(of).collect()
        }
        Sheet::Measures => writer.measures(columns),
        Sheet::Places => writer.places(columns),
        Sheet::Actors => {
            let of = |one| columns.iter().map(|column| writer.actor(one, *column)).collect();
            plan.actors.iter().map(of).collect()
        }
        Sheet::Levers => {
            let of = |one: &Lever| vec![one.id.clone(), one.name.clone(), one.note.clone()];
            plan.levers.iter().map(of).collect()
        }
        Sheet::Targets => {
            plan.targets.iter().map(|one| vec![one.id.clone(), one.name.clone()]).collect()
        }
        Sheet::Waves => {
            let of = |one: &Wave| {
                vec![one.id.clone(), one.name.clone(), date(one.begins), date(one.ends)]
            };
            plan.waves.iter().map(of).collect()
        }
    };
    let line = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| written(cell)).collect();
        cells.join("\t") + "\n"
    };
    std::iter::once(&titles).chain(&rows).map(line).collect()
}

/// ISO 8601, which every spreadsheet takes for a day.
fn date(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

struct Writer<'a> {
    plan: &'a ActionPlan,
    catalog: &'a Catalog,
}

impl Writer<'_> {
    fn name(&self, id: &Id) -> String {
        self.plan.name(id).text().to_owned()
    }

    fn maybe(&self, id: Option<&Id>) -> String {
        id.map(|id| self.name(id)).unwrap_or_default()
    }

    fn names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.told_apart(id)).collect::<Vec<_>>().join(" ; ")
    }

    /// A name that stands for one thing alone, else its identifier.
    fn told_apart(&self, id: &Id) -> String {
        let name = self.name(id);
        let folded = fold(&name);
        let plan = self.plan;
        let actors = plan.actors.iter().map(|one| (&one.id, &one.name));
        let targets = plan.targets.iter().map(|one| (&one.id, &one.name));
        let levers = plan.levers.iter().map(|one| (&one.id, &one.name));
        let indicators = plan.indicators.iter().map(|one| (&one.id, &one.name));
        let all = actors.chain(targets).chain(levers).chain(indicators).chain(&plan.gone);
        let kind = |id: &str| id.chars().next();
        let mut same = all.filter(|(one, known)| kind(one) == kind(id) && fold(known) == folded);
        let is_one = same.next().is_some() && same.next().is_none();
        if is_one && in_a_list(&name) == name && !name.is_empty() { name } else { id.clone() }
    }

    /// One row per measure, under the identifier of its indicator and its place.
    fn measures(&self, columns: &[Column]) -> Vec<Vec<String>> {
        let all = self.plan.indicators.iter().flat_map(|one| {
            one.measures.iter().enumerate().map(move |(at, measure)| (one, at + 1, measure))
        });
        let row = |(one, at, measure): (&Indicator, usize, &Measure)| {
            let cell = |column: &Column| match column {
                Column::Id => format!("{}/{at}", one.id),
                Column::OfIndicator => one.name.clone(),
                Column::MeasuredOn => date(Some(measure.date)),
                Column::Value => self.number(Some(measure.value)),
                Column::Source => measure.source.clone(),
                Column::Note => measure.note.clone(),
                _ => String::new(),
            };
            columns.iter().map(cell).collect()
        };
        all.map(row).collect()
    }

    /// Of each action what is planned, then what was realised; of those that ended, this alone.
    fn places(&self, columns: &[Column]) -> Vec<Vec<String>> {
        let here = self.plan.actions.iter().map(|one| (one, true));
        let ended = self.plan.ended().map(|(_, one)| (one, false));
        let mut rows = Vec::new();
        let row = |action: &Action, id: String, places: &Places, said: Option<&Realised>| {
            let side = if said.is_some() { "realised" } else { "planned" };
            let cell = |column: &Column| {
                let step = STEPS.iter().position(|one| one == column);
                if let Some(step) = step {
                    let count = places.steps().get(step).copied().flatten();
                    return count.map(|count| count.to_string()).unwrap_or_default();
                }
                match column {
                    Column::Id => id.clone(),
                    Column::Action => action.title.clone(),
                    Column::Side => self.word("plan-side", side),
                    Column::MeasuredOn => date(said.map(|one| one.date)),
                    Column::Source => said.map(|one| one.source.clone()).unwrap_or_default(),
                    Column::Reason => said.map(|one| one.reason.clone()).unwrap_or_default(),
                    _ => String::new(),
                }
            };
            columns.iter().map(cell).collect::<Vec<String>>()
        };
        for (action, is_here) in here.chain(ended) {
            if is_here && !action.planned.is_empty() {
                rows.push(row(action, format!("{}/p", action.id), &action.planned, None));
            }
            for (at, said) in action.realised.iter().enumerate() {
                let id = format!("{}/{}", action.id, at + 1);
                rows.push(row(action, id, &said.places, Some(said)));
            }
        }
        rows
    }

    fn actor(&self, one: &Actor, column: Column) -> String {
        match column {
            Column::Id => one.id.clone(),
            Column::ActorName => one.name.clone(),
            Column::ActorKind => self.word("actor-kind", one.kind.id()),
            Column::Can => one.can.clone(),
            Column::Contact => one.contact.clone(),
            Column::Capacity => one.capacity.map(|most| most.to_string()).unwrap_or_default(),
            Column::Levers => self.names(&one.levers),
            _ => String::new(),
        }
    }

    /// `Cahier des charges : 2027-03-15 (fait 2027-03-10) [M12]`.
    fn milestone(&self, one: &Milestone) -> String {
        let mut text = in_a_list(&one.name);
        if let Some(due) = one.due {
            text = format!("{text} : {due}");
        }
        if let Some(done) = one.done {
            let mark = self.catalog.text("plan-mark-done");
            text = format!("{text} ({mark} {done})");
        }
        format!("{text} [{}]", one.id)
    }

    /// `12 / 12 / 10 / 8 / -`.
    fn way(places: &Places) -> String {
        if places.is_empty() {
            return String::new();
        }
        let step = |count: Option<u32>| count.map_or_else(|| "-".to_owned(), |n| n.to_string());
        places.steps().map(step).join(" / ")
    }

    /// With the decimal mark of the language and no space between thousands: a spreadsheet takes it
    /// for a number.
    fn number(&self, number: Option<Decimal>) -> String {
        let language = self.catalog.language();
        number.map(|number| format::raw(number.value(), language)).unwrap_or_default()
    }

    fn word(&self, prefix: &str, id: &str) -> String {
        self.catalog.text(&format!("{prefix}-{id}"))
    }

    fn contribution(&self, one: &Contribution, column: Column) -> String {
        match column {
            Column::Id => one.id.clone(),
            Column::Question => self.maybe(one.question.as_ref()),
            Column::Table => one.table.map(|table| table.to_string()).unwrap_or_default(),
            Column::Text => one.text.clone(),
            Column::Practice => self.word("practice", one.practice.id()),
            Column::Occurrences => one.occurrences.to_string(),
            Column::Priority if one.priority => self.word("answer", "yes"),
            Column::Lever => self.maybe(one.lever.as_ref()),
            Column::Action => self.maybe(one.action.as_ref()),
            Column::Occupation => one.occupation.clone().unwrap_or_default(),
            Column::SameAs => one.merged_into.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn action(&self, one: &Action, column: Column) -> String {
        match column {
            Column::Id => one.id.clone(),
            Column::Title => one.title.clone(),
            Column::Objective => one.objective.clone(),
            Column::Lever => self.maybe(one.lever.as_ref()),
            Column::Targets => self.names(&one.targets),
            Column::Occupations => one.occupations.join(" ; "),
            Column::Sectors => one.sectors.join(" ; "),
            Column::Wave => self.maybe(one.wave.as_ref()),
            Column::Lead => self.names(&one.lead),
            Column::Partners => {
                let partner = |one: &Partner| {
                    let role = self.word("action-role", one.role.id());
                    format!("{} ({role})", self.told_apart(&one.actor))
                };
                one.partners.iter().map(partner).collect::<Vec<_>>().join(" ; ")
            }
            Column::Group => one.group.join(" ; "),
            Column::Begins => date(one.begins),
            Column::Ends => date(one.ends),
            Column::Milestones => {
                let all = one.milestones.iter().map(|one| self.milestone(one));
                all.collect::<Vec<_>>().join(" ; ")
            }
            Column::Planned => Self::way(&one.planned),
            Column::Indicators => self.names(&one.indicators),
            Column::Programme => one
                .programme
                .as_ref()
                .map(|link| format!("{} [{}]", link.name, link.key))
                .unwrap_or_default(),
            Column::Budget => {
                let money = |one: &Money| {
                    let mark = if one.secured { "secured" } else { "asked" };
                    let sum = one.euros.to_string();
                    let of = [("funder", one.funder.as_str().into()), ("sum", (&sum).into())];
                    self.catalog.with(&format!("plan-money-{mark}"), &of)
                };
                one.budget.iter().map(money).collect::<Vec<_>>().join(" ; ")
            }
            Column::Status => self.word("action-status", one.status.id()),
            Column::Practice => self.word("practice", one.practice.id()),
            Column::Risks => one.risks.clone(),
            Column::Notes => one.notes.clone(),
            _ => String::new(),
        }
    }

    fn indicator(&self, one: &Indicator, column: Column) -> String {
        match column {
            Column::Id => one.id.clone(),
            Column::Name => one.name.clone(),
            Column::Kind => self.word("indicator-kind", one.kind.id()),
            Column::Definition => one.definition.clone(),
            Column::Source => one.source.clone(),
            Column::Unit => one.unit.clone(),
            Column::Baseline => self.number(one.baseline),
            Column::BaselineOn => date(one.baseline_on),
            Column::Target => self.number(one.target),
            Column::TargetOn => date(one.target_on),
            Column::Direction => self.word("direction", one.direction.id()),
            Column::Owner => self.maybe(one.owner.as_ref()),
            Column::EveryMonths => {
                one.every_months.map(|months| months.to_string()).unwrap_or_default()
            }
            Column::Next => date(one.next),
            _ => String::new(),
        }
    }
}
