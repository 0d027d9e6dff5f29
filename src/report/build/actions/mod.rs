//! The plan of action as tables: sheets, who does what, calendar, money, indicators, what was
//! planned and what was done, what was decided on then and now, the workshop, the journal.
//!
//! Its numbers are entered in the project, counted on it, or kept from the day of a decision; what
//! is set beside those of then is the figure of the document itself, published with it.

mod calendar;
mod decided;
mod facts;
mod followed;
mod frame;
mod indicators;
mod journal;
mod sheets;
mod who;
mod workshop;
mod years;

pub use workshop::NONE;

use crate::format;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Id};
use crate::model::decimal::Decimal;
use crate::model::{Date, Fap};
use crate::report::build::Context;
use crate::report::build::frozen::Freezer;
use crate::report::build::planned::Planned;
use crate::report::document::{Cell, Document, Form, Row, Shown, Table};
use crate::words::actions as words;
use crate::words::plan::money;

/// Identifiers of the tables, for those who cite them.
pub mod id {
    /// The plan in figures, one a row; its column is `fact`.
    pub const FACTS: &str = "plan_actions";
    pub const FRAME: &str = "cadre_plan";
    pub const SHEETS: &str = "actions";
    pub const WHO: &str = "acteurs_actions";
    pub const ACTORS: &str = "acteurs";
    pub const FINDINGS: &str = "a_regler";
    pub const MILESTONES: &str = "jalons";
    pub const DUE: &str = "echeances";
    pub const MONEY: &str = "budget_actions";
    pub const INDICATORS: &str = "indicateurs";
    pub const MEASURES: &str = "mesures";
    pub const FOLLOWED: &str = "suivi";
    pub const PROGRAMMES: &str = "suivi_programmes";
    pub const DECIDED: &str = "chiffres_decision";
    pub const QUESTIONS: &str = "questions_atelier";
    pub const GROUPS: &str = "restitution";
    pub const PROPOSALS: &str = "propositions";
    pub const NEAR: &str = "rapprochements";
    pub const JOURNAL: &str = "journal_decisions";
    pub const YEARS: &str = "bilans_annuels";
    pub const CLOSED: &str = "annees_closes";

    /// All of them, in the order of the document.
    pub const ALL: [&str; 21] = [
        FACTS, FRAME, SHEETS, WHO, ACTORS, FINDINGS, MILESTONES, DUE, MONEY, INDICATORS, MEASURES,
        FOLLOWED, PROGRAMMES, DECIDED, QUESTIONS, GROUPS, PROPOSALS, NEAR, JOURNAL, YEARS, CLOSED,
    ];
}

/// The column of the figures of the plan.
pub const VALUE: &str = "fact";

/// What the tables are made of.
pub(in crate::report::build) struct Told<'a> {
    pub context: Context<'a>,
    pub plan: &'a ActionPlan,
    /// The figures of today, among which those of decisions are looked up.
    pub freezer: Freezer<'a>,
}

/// The tables of the plan that say something; none without a plan.
pub fn tables(planned: &Planned<'_>, document: &Document) -> Vec<Table> {
    let context = planned.context;
    let Some(plan) = context.actions else { return Vec::new() };
    // What is made here leaves as the document does: its figures of respondents with it.
    let freezer = Freezer { context, document, plan: Some(planned.plan), let_out: true };
    let told = Told { context, plan, freezer };
    let all = [
        facts::table(&told),
        frame::table(&told),
        sheets::table(&told),
        who::cells(&told),
        who::actors(&told),
        who::findings(&told),
        calendar::milestones(&told),
        calendar::due(&told),
        calendar::money(&told),
        indicators::table(&told),
        indicators::measures(&told),
        followed::table(&told),
        followed::programmes(&told),
        decided::table(&told),
        workshop::questions(&told),
        workshop::groups(&told),
        workshop::proposals(&told),
        workshop::near(&told),
        journal::table(&told),
        years::table(&told),
        years::closed(&told),
    ];
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

type Columns = &'static [(&'static str, u16, Shown)];

impl Told<'_> {
    fn table(&self, id: &'static str, columns: Columns, rows: Vec<Row>) -> Table {
        let key = id.replace('_', "-");
        Table {
            id,
            title: self.text(&format!("table-{key}")),
            about: self.text(&format!("table-{key}-about")),
            columns: self.context.columns(columns),
            rows,
            chart: None,
        }
    }

    fn text(&self, key: &str) -> String {
        self.context.catalog.text(key)
    }

    /// The day of the analysis.
    const fn today(&self) -> Date {
        self.context.results.as_of
    }

    /// What a reference leads to; of what was removed, that it was.
    fn name(&self, id: &str) -> String {
        joined(&words::name(self.plan, id, self.context.catalog))
    }

    fn names<'i>(&self, ids: impl IntoIterator<Item = &'i Id>) -> String {
        self.list(ids.into_iter().map(|id| self.name(id)))
    }

    fn list(&self, items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
        items.join(&self.text("list-separator"))
    }

    fn named(&self, id: Option<&Id>) -> Cell {
        id.map_or(Cell::Blank, |id| line(&self.name(id)))
    }

    /// An occupation by its name here; its code where the files have none of it.
    fn occupation(&self, code: &str) -> String {
        let fap = code.parse::<Fap>().ok();
        let known = fap.map(|fap| self.context.occupation_label(fap)).filter(|one| !one.is_empty());
        known.map_or_else(|| code.to_owned(), str::to_owned)
    }

    /// A section of NAF by its name; anything else as it was written.
    fn sector(&self, code: &str) -> String {
        let mut letters = code.chars();
        match (letters.next(), letters.next()) {
            (Some(letter @ 'A'..='U'), None) => self.context.section(letter),
            _ => code.to_owned(),
        }
    }

    /// A number of the user, as it was written.
    fn decimal(&self, number: Option<Decimal>) -> Cell {
        number.map_or(Cell::Blank, |number| {
            let text = words::number(number, self.context.catalog);
            Cell::amount(text, number.value(), Form::Number)
        })
    }

    fn euros(&self, euros: u64) -> Cell {
        #[expect(clippy::cast_precision_loss, reason = "no budget comes near 2^53 €")]
        let value = euros as f64;
        Cell::amount(money(value, self.context.catalog), value, Form::Euros)
    }

    fn date(&self, date: Date) -> String {
        format::date(date, self.context.catalog.language())
    }

    /// From when to when.
    fn calendar(&self, action: &Action) -> String {
        let (begins, ends) = (action.begins, action.ends);
        let said = |key: &str, date: Date| {
            self.context.catalog.with(key, &[("date", (&self.date(date)).into())])
        };
        match (begins, ends) {
            (Some(begins), Some(ends)) => format!("{} – {}", self.date(begins), self.date(ends)),
            (Some(begins), None) => said("plan-table-from", begins),
            (None, Some(ends)) => said("plan-table-until", ends),
            (None, None) => String::new(),
        }
    }
}

/// What a user wrote, on one line.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same as a cell.
fn line(text: &str) -> Cell {
    Cell::text(joined(text))
}

fn day(date: Option<Date>) -> Cell {
    date.map_or(Cell::Blank, Cell::Date)
}

fn count(count: usize) -> Cell {
    Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX))
}

fn whole(count: Option<u32>) -> Cell {
    count.map_or(Cell::Blank, Cell::Whole)
}
