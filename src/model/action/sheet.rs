//! An action: what is to be done, by whom, by when, with what money, and what came of it.

use crate::model::Date;
use crate::model::action::Id;
use crate::model::action::decided::{Decided, FigureKey};

/// The sheet of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    pub id: Id,
    pub title: String,
    pub objective: String,
    pub lever: Option<Id>,
    pub targets: Vec<Id>,
    /// Typed codes: `fap2021:V0X60`.
    pub occupations: Vec<String>,
    /// Sections of NAF: `Q`.
    pub sectors: Vec<String>,
    pub wave: Option<Id>,
    /// One, normally: none is a hole, two a conflict.
    pub lead: Vec<Id>,
    pub partners: Vec<Partner>,
    /// The people of the project group.
    pub group: Vec<String>,
    pub milestones: Vec<Milestone>,
    pub begins: Option<Date>,
    pub ends: Option<Date>,
    pub budget: Vec<Money>,
    pub indicators: Vec<Id>,
    pub status: Status,
    pub signed_off: Option<SignedOff>,
    pub risks: String,
    pub practice: Practice,
    /// The candidate programme that it runs.
    pub programme: Option<ProgrammeLink>,
    pub planned: Places,
    /// In the order of writing; each tells the state at its date, not what was added to it.
    pub realised: Vec<Realised>,
    /// What it was decided on.
    pub decided_on: Option<Decided>,
    /// Figures of the document that a decision keeps beside those of its occupations.
    pub wanted: Vec<FigureKey>,
    pub outcome: Outcome,
    pub notes: String,
}

impl Action {
    pub fn involves(&self, actor: &str) -> bool {
        self.lead.iter().any(|id| id == actor) || self.partners.iter().any(|one| one.actor == actor)
    }

    /// Neither done nor stopped.
    pub const fn is_open(&self) -> bool {
        matches!(self.status, Status::Idea | Status::Decided | Status::Running)
    }

    /// The last state told of it, by date, then by writing.
    pub fn latest(&self) -> Option<&Realised> {
        // Of equals, the last one.
        self.realised.iter().max_by_key(|one| one.date)
    }

    /// € in all, and those secured.
    pub fn euros(&self) -> (u64, u64) {
        let sum = |keep: &dyn Fn(&&Money) -> bool| {
            self.budget.iter().filter(keep).map(|money| u64::from(money.euros)).sum()
        };
        (sum(&|_| true), sum(&|money| money.secured))
    }
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    #[default]
    Idea,
    Decided,
    Running,
    Done,
    Stopped,
}

impl Status {
    pub const ALL: [Self; 5] =
        [Self::Idea, Self::Decided, Self::Running, Self::Done, Self::Stopped];

    /// In files, and in the catalogs (`action-status-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Decided => "decided",
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// What a partner does in an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Partner {
    pub actor: Id,
    pub role: Role,
    /// In words.
    pub does: String,
}

/// The letters of the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Answers for it: the lead always does.
    Accountable,
    /// Does it.
    #[default]
    Responsible,
    Consulted,
    Informed,
}

impl Role {
    pub const ALL: [Self; 4] =
        [Self::Accountable, Self::Responsible, Self::Consulted, Self::Informed];

    /// In files, and in the catalogs (`action-role-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Accountable => "accountable",
            Self::Responsible => "responsible",
            Self::Consulted => "consulted",
            Self::Informed => "informed",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Milestone {
    pub id: Id,
    pub name: String,
    pub due: Option<Date>,
    pub done: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Money {
    pub funder: String,
    pub euros: u32,
    /// Promised in writing.
    pub secured: bool,
}

/// Who agreed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOff {
    pub date: Date,
    pub who: String,
}

/// Whether it is done somewhere already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Practice {
    /// Done somewhere on the territory, to be spread.
    Existing,
    #[default]
    New,
}

impl Practice {
    pub const ALL: [Self; 2] = [Self::Existing, Self::New];

    /// In files, and in the catalogs (`practice-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Existing => "existing",
            Self::New => "new",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// A candidate programme, by its key in the plan of training, and its name when it was linked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgrammeLink {
    pub key: String,
    pub name: String,
}

/// People along a training, from the places to a year later; `None`: not said, which is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub opened: Option<u32>,
    pub entered: Option<u32>,
    pub completed: Option<u32>,
    /// In employment six months after the end.
    pub employed_6: Option<u32>,
    /// Still there at twelve.
    pub there_12: Option<u32>,
}

impl Places {
    /// In files, and in the catalogs (`places-…`), in the order of the way.
    pub const STEPS: [&str; 5] = ["opened", "entered", "completed", "employed-6", "there-12"];

    pub const fn steps(&self) -> [Option<u32>; 5] {
        [self.opened, self.entered, self.completed, self.employed_6, self.there_12]
    }

    pub const fn from_steps(steps: [Option<u32>; 5]) -> Self {
        let [opened, entered, completed, employed_6, there_12] = steps;
        Self { opened, entered, completed, employed_6, there_12 }
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Where an action stood on a day, by whom that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realised {
    pub date: Date,
    pub source: String,
    pub places: Places,
    /// Why it is not what was planned.
    pub reason: String,
}

/// What came of an action, when it is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub reached: Option<Reached>,
    /// What was done.
    pub done: String,
    /// What hindered.
    pub hindered: String,
    /// What follows from it.
    pub follows: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reached {
    Yes,
    Partly,
    No,
    /// Nothing was measured that would tell.
    NotKnown,
}

impl Reached {
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::NotKnown];

    /// In files, and in the catalogs (`reached-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotKnown => "not-known",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}
