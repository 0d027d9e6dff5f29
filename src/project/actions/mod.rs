//! Saved form of the plan of action. What is empty is not written, and a plan without anything not
//! at all.

mod kept;

use crate::model::action::decided::{Decided, FigureKey, Fingerprint, FrozenFigure, Spread};
use crate::model::action::indicator::{Basis, Direction, Indicator, IndicatorKind, Measure};
use crate::model::action::journal::{Entry, Event};
use crate::model::action::sheet::{
    Action, Milestone, Money, Outcome, Partner, Places, Practice, ProgrammeLink, Reached, Realised,
    Role, SignedOff, Status,
};
use crate::model::action::workshop::{Apart, Contribution, Question};
use crate::model::action::{ActionPlan, Actor, ActorKind, Closed, Id, Lever, Target, Wave};
use crate::model::decimal::Decimal;
use crate::model::{Date, Grade, Unit};
use crate::project::actions::kept::{Form, Kept, kept};
use crate::project::file::ProjectError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version written.
const VERSION: u32 = 1;

kept! {
    Lever as LeverV1 {
        id: Id,
        name: String,
        note: String,
        answers: Vec<String>,
    }
    Target as TargetV1 {
        id: Id,
        name: String,
        named_in: String,
        audiences: Vec<String>,
    }
    Wave as WaveV1 {
        id: Id,
        name: String,
        begins: Option<Date>,
        ends: Option<Date>,
    }
    Actor as ActorV1 {
        id: Id,
        name: String,
        kind: ActorKind,
        levers: Vec<Id>,
        can: String,
        contact: String,
        capacity: Option<u8>,
    }
    Partner as PartnerV1 {
        actor: Id,
        role: Role,
        does: String,
    }
    Milestone as MilestoneV1 {
        id: Id,
        name: String,
        due: Option<Date>,
        done: Option<Date>,
    }
    Money as MoneyV1 {
        funder: String,
        euros: u32,
        secured: bool,
    }
    SignedOff as SignedOffV1 {
        date: Date,
        who: String,
    }
    ProgrammeLink as ProgrammeLinkV1 {
        key: String,
        name: String,
    }
    Places as PlacesV1 {
        opened: Option<u32>,
        entered: Option<u32>,
        completed: Option<u32>,
        employed_6: Option<u32>,
        there_12: Option<u32>,
    }
    Realised as RealisedV1 {
        date: Date,
        source: String,
        places: Places,
        reason: String,
    }
    Outcome as OutcomeV1 {
        reached: Option<Reached>,
        done: String,
        hindered: String,
        follows: String,
    }
    FigureKey as FigureKeyV1 {
        table: String,
        row: String,
        column: String,
    }
    FrozenFigure as FrozenFigureV1 {
        key: FigureKey,
        mark: String,
        indicator: String,
        label: String,
        territory: String,
        occupation: Option<String>,
        unit: Option<Unit>,
        value: Option<Decimal>,
        words: String,
        low: Option<Decimal>,
        high: Option<Decimal>,
        spread: Spread,
        n: Option<u32>,
        grade: Option<Grade>,
        hidden: Option<String>,
        of_respondents: bool,
        source: String,
        year: Option<u16>,
    }
    Fingerprint as FingerprintV1 {
        file: String,
        sha256: String,
    }
    Decided as DecidedV1 {
        date: Date,
        who: String,
        figures: Vec<FrozenFigure>,
        fingerprints: Vec<Fingerprint>,
        method: String,
        edition: String,
    }
    Action as ActionV1 {
        id: Id,
        title: String,
        objective: String,
        lever: Option<Id>,
        targets: Vec<Id>,
        occupations: Vec<String>,
        sectors: Vec<String>,
        wave: Option<Id>,
        lead: Vec<Id>,
        partners: Vec<Partner>,
        group: Vec<String>,
        milestones: Vec<Milestone>,
        begins: Option<Date>,
        ends: Option<Date>,
        budget: Vec<Money>,
        indicators: Vec<Id>,
        status: Status,
        signed_off: Option<SignedOff>,
        risks: String,
        practice: Practice,
        programme: Option<ProgrammeLink>,
        planned: Places,
        realised: Vec<Realised>,
        decided_on: Option<Decided>,
        wanted: Vec<FigureKey>,
        outcome: Outcome,
        notes: String,
    }
    Measure as MeasureV1 {
        date: Date,
        value: Decimal,
        source: String,
        note: String,
        year: Option<u16>,
        low: Option<Decimal>,
        high: Option<Decimal>,
        level: Option<u8>,
    }
    Basis as BasisV1 {
        territory: String,
        indicator: String,
        unit: Option<Unit>,
        edition: String,
        method: String,
        year: Option<u16>,
    }
    Indicator as IndicatorV1 {
        id: Id,
        name: String,
        kind: IndicatorKind,
        definition: String,
        source: String,
        unit: String,
        baseline: Option<Decimal>,
        baseline_on: Option<Date>,
        target: Option<Decimal>,
        target_on: Option<Date>,
        direction: Direction,
        owner: Option<Id>,
        every_months: Option<u8>,
        next: Option<Date>,
        measures: Vec<Measure>,
        from: Option<FigureKey>,
        basis: Option<Basis>,
    }
    Question as QuestionV1 {
        id: Id,
        text: String,
    }
    Apart as ApartV1 {
        one: Id,
        other: Id,
    }
    Contribution as ContributionV1 {
        id: Id,
        question: Option<Id>,
        table: Option<u16>,
        text: String,
        practice: Practice,
        occurrences: u32,
        priority: bool,
        lever: Option<Id>,
        action: Option<Id>,
        occupation: Option<String>,
        merged_into: Option<Id>,
    }
    Entry as EntryV1 {
        date: Date,
        who: String,
        event: Event,
        subject: Option<Id>,
        name: String,
        words: String,
        figures: Vec<FrozenFigure>,
        fingerprints: Vec<Fingerprint>,
        method: String,
        edition: String,
    }
    Closed as ClosedV1 {
        year: u16,
        on: Option<Date>,
        actions: Vec<Action>,
        indicators: Vec<Indicator>,
        names: BTreeMap<String, String>,
        evaluation: String,
    }
    ActionPlan as PlanV1 {
        year: Option<u16>,
        levers: Vec<Lever>,
        targets: Vec<Target>,
        waves: Vec<Wave>,
        actors: Vec<Actor>,
        actions: Vec<Action>,
        indicators: Vec<Indicator>,
        questions: Vec<Question>,
        contributions: Vec<Contribution>,
        apart: Vec<Apart>,
        journal: Vec<Entry>,
        archive: Vec<Closed>,
        gone: BTreeMap<String, String>,
        issued: u32,
    }
}

#[derive(Serialize, Deserialize)]
pub struct ActionsV1 {
    version: u32,
    plan: PlanV1,
}

/// `None` where there is nothing.
pub fn actions(plan: &ActionPlan) -> Option<ActionsV1> {
    (!plan.is_empty()).then(|| ActionsV1 { version: VERSION, plan: plan.keep() })
}

/// # Errors
/// With the text that is not what it should be, or the version that is not known.
pub fn actions_back(saved: Option<ActionsV1>) -> Result<ActionPlan, ProjectError> {
    let Some(ActionsV1 { version, plan }) = saved else { return Ok(ActionPlan::default()) };
    if version > VERSION {
        return Err(ProjectError::Newer(version));
    }
    let mut plan = ActionPlan::back(plan).map_err(ProjectError::Malformed)?;
    // A file that was changed by hand gives no identifier twice either.
    let number = |id: &str| id.trim_start_matches(|c: char| c.is_alphabetic()).parse().ok();
    let last = plan.ids().filter_map(number).max().unwrap_or(0);
    plan.issued = plan.issued.max(last);
    Ok(plan)
}

#[cfg(test)]
mod tests;
