//! A plan as blocks of cells, with the titles and words of the reader's language: what is written
//! here is read back by the other files.

use crate::actions::table::columns::{Column, Sheet};
use crate::actions::table::grid::written;
use crate::format;
use crate::i18n::Catalog;
use crate::model::Date;
use crate::model::action::indicator::Indicator;
use crate::model::action::sheet::{Action, Money, Partner};
use crate::model::action::workshop::Contribution;
use crate::model::action::{ActionPlan, Id};
use crate::model::decimal::Decimal;

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
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(" ; ")
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
                    format!("{} ({role})", self.name(&one.actor))
                };
                one.partners.iter().map(partner).collect::<Vec<_>>().join(" ; ")
            }
            Column::Group => one.group.join(" ; "),
            Column::Begins => date(one.begins),
            Column::Ends => date(one.ends),
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
