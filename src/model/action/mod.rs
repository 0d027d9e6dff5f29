//! The territory's plan of action: levers and targets of its own, who does what, what was decided
//! on which figures, what was done since.
//!
//! All of it is the user's. An identifier is given once and never again: what is removed leaves its
//! name, so that a reference to it is shown broken and nothing is lost with it.

pub mod decided;
pub mod edit;
pub mod indicator;
pub mod journal;
pub mod sheet;
pub mod workshop;

use crate::model::Date;
use crate::model::action::decided::FigureKey;
use crate::model::action::indicator::Indicator;
use crate::model::action::journal::Entry;
use crate::model::action::sheet::Action;
use crate::model::action::workshop::{Apart, Contribution, Question};
use std::collections::BTreeMap;

/// A letter for what it names, and a number that nothing else of the plan has: `A12`.
pub type Id = String;

/// The plan of a year, with those of the years before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionPlan {
    /// The year it is for; `None` before it is begun.
    pub year: Option<u16>,
    pub levers: Vec<Lever>,
    pub targets: Vec<Target>,
    pub waves: Vec<Wave>,
    pub actors: Vec<Actor>,
    pub actions: Vec<Action>,
    pub indicators: Vec<Indicator>,
    pub questions: Vec<Question>,
    pub contributions: Vec<Contribution>,
    /// Suggestions of the workshop that were refused.
    pub apart: Vec<Apart>,
    /// In the order of writing.
    pub journal: Vec<Entry>,
    /// Years that are closed, the oldest first.
    pub archive: Vec<Closed>,
    /// What was removed, by its name then.
    pub gone: BTreeMap<Id, String>,
    /// The last number given to anything.
    pub issued: u32,
}

/// What the territory acts on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lever {
    pub id: Id,
    pub name: String,
    pub note: String,
    /// What of the diagnosis it answers: levers of the decision table, causes named by employers.
    pub answers: Vec<String>,
}

/// For whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    pub id: Id,
    pub name: String,
    /// Where it was named, `text` or `diagram` for those built in; empty: by the user.
    pub named_in: String,
    /// Publics of programmes that it stands for: identifiers of `Audience`.
    pub audiences: Vec<String>,
}

/// A time of work: the seminar had four.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wave {
    pub id: Id,
    pub name: String,
    pub begins: Option<Date>,
    pub ends: Option<Date>,
}

/// Somebody of the territory, and what can be asked of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: String,
    pub kind: ActorKind,
    /// Levers that it can act on.
    pub levers: Vec<Id>,
    /// What it can do, in its own words.
    pub can: String,
    pub contact: String,
    /// Actions that it can lead at once; `None`: not said.
    pub capacity: Option<u8>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A commune or an agglomeration.
    Local,
    Chamber,
    State,
    FranceTravail,
    Region,
    Opco,
    TrainingBody,
    Company,
    Association,
    #[default]
    Other,
}

impl ActorKind {
    pub const ALL: [Self; 10] = [
        Self::Local,
        Self::Chamber,
        Self::State,
        Self::FranceTravail,
        Self::Region,
        Self::Opco,
        Self::TrainingBody,
        Self::Company,
        Self::Association,
        Self::Other,
    ];

    /// In files, and in the catalogs (`actor-kind-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Chamber => "chamber",
            Self::State => "state",
            Self::FranceTravail => "france-travail",
            Self::Region => "region",
            Self::Opco => "opco",
            Self::TrainingBody => "training-body",
            Self::Company => "company",
            Self::Association => "association",
            Self::Other => "other",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// A year that is over, as it stood when it was closed: readable whatever is removed later. What is
/// known of its ended actions after that is added to them, with its date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    pub year: u16,
    pub on: Option<Date>,
    /// Those that ended, and those carried over as they stood then.
    pub actions: Vec<Action>,
    pub indicators: Vec<Indicator>,
    /// Names of everything that they refer to.
    pub names: BTreeMap<Id, String>,
    /// The evaluation of the year, in words of the user.
    pub evaluation: String,
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named<'a> {
    Here(&'a str),
    /// Removed since: its name then.
    Gone(&'a str),
    /// No such thing was ever known: the identifier is all there is.
    Unknown(&'a str),
}

impl<'a> Named<'a> {
    pub const fn text(self) -> &'a str {
        match self {
            Self::Here(text) | Self::Gone(text) | Self::Unknown(text) => text,
        }
    }

    pub const fn is_broken(self) -> bool {
        !matches!(self, Self::Here(_))
    }
}

impl ActionPlan {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn lever(&self, id: &str) -> Option<&Lever> {
        self.levers.iter().find(|one| one.id == id)
    }

    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|one| one.id == id)
    }

    pub fn wave(&self, id: &str) -> Option<&Wave> {
        self.waves.iter().find(|one| one.id == id)
    }

    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|one| one.id == id)
    }

    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|one| one.id == id)
    }

    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|one| one.id == id)
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|one| one.id == id)
    }

    pub fn contribution(&self, id: &str) -> Option<&Contribution> {
        self.contributions.iter().find(|one| one.id == id)
    }

    /// The name of anything of the plan, of what was removed too.
    pub fn name<'a>(&'a self, id: &'a str) -> Named<'a> {
        let here = self
            .lever(id)
            .map(|one| &one.name)
            .or_else(|| self.target(id).map(|one| &one.name))
            .or_else(|| self.wave(id).map(|one| &one.name))
            .or_else(|| self.actor(id).map(|one| &one.name))
            .or_else(|| self.action(id).map(|one| &one.title))
            .or_else(|| self.indicator(id).map(|one| &one.name))
            .or_else(|| self.question(id).map(|one| &one.text))
            .or_else(|| self.contribution(id).map(|one| &one.text));
        match (here, self.gone.get(id)) {
            (Some(name), _) => Named::Here(name),
            (None, Some(name)) => Named::Gone(name),
            (None, None) => Named::Unknown(id),
        }
    }

    /// Actions that ended in a year that is closed, the latest year first.
    pub fn ended(&self) -> impl Iterator<Item = (&Closed, &Action)> {
        let years = self.archive.iter().rev();
        let all = years.flat_map(|year| year.actions.iter().map(move |action| (year, action)));
        all.filter(|(_, action)| !action.is_open() && self.action(&action.id).is_none())
    }

    /// An action of the plan, or one that ended in a year that is closed.
    pub fn any_action(&self, id: &str) -> Option<&Action> {
        self.action(id)
            .or_else(|| self.ended().map(|(_, action)| action).find(|action| action.id == id))
    }

    /// The same, to be changed.
    pub(crate) fn any_action_mut(&mut self, id: &str) -> Option<&mut Action> {
        if let Some(at) = self.actions.iter().position(|one| one.id == id) {
            return self.actions.get_mut(at);
        }
        let years = self.archive.iter_mut().rev();
        years.flat_map(|year| &mut year.actions).find(|one| one.id == id && !one.is_open())
    }

    /// The lever that answers what the diagnosis names, if the territory has one.
    pub fn answering(&self, of_diagnosis: &str) -> Option<&Lever> {
        self.levers.iter().find(|one| one.answers.iter().any(|answer| answer == of_diagnosis))
    }

    /// The actions of an actor, as lead or as partner.
    pub fn actions_of<'a>(&'a self, actor: &'a str) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(move |action| action.involves(actor))
    }

    /// Figures that an indicator is measured again by.
    pub fn recomputed(&self) -> impl Iterator<Item = (&Indicator, &FigureKey)> {
        self.indicators.iter().filter_map(|one| one.from.as_ref().map(|key| (one, key)))
    }

    /// Every identifier that stands for something here or did; what is in the archive may come
    /// twice.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let archived = self.archive.iter().flat_map(|closed| &closed.actions);
        let of_actions = self.actions.iter().chain(archived).flat_map(|action| {
            std::iter::once(&action.id).chain(action.milestones.iter().map(|one| &one.id))
        });
        of_actions
            .chain(self.levers.iter().map(|one| &one.id))
            .chain(self.targets.iter().map(|one| &one.id))
            .chain(self.waves.iter().map(|one| &one.id))
            .chain(self.actors.iter().map(|one| &one.id))
            .chain(self.indicators.iter().map(|one| &one.id))
            .chain(self.questions.iter().map(|one| &one.id))
            .chain(self.contributions.iter().map(|one| &one.id))
            .chain(self.gone.keys())
            .map(String::as_str)
    }
}
