//! What tables are about, in the order of reading: sheets of a workbook are grouped by it.

use crate::report::build::{
    actions, body, budget, causes, company, comparison, devices, diagnosis, evolution, facts,
    flows, notes, readings, returned, sectors, terms, verdicts,
};
use crate::report::map::cells as map;

/// A subject that several tables are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// What is in tension, and why.
    Diagnosis,
    /// What the employers asked here answer.
    Inquiry,
    /// What training can do, and what it is recommended to order.
    Training,
    /// Other years, other territories.
    Compared,
    /// What was decided, by whom, and what came of it.
    Action,
    /// For one reader alone.
    Reader,
    /// Files, method, what is to be known.
    Method,
}

impl Theme {
    pub const ALL: [Self; 7] = [
        Self::Diagnosis,
        Self::Inquiry,
        Self::Training,
        Self::Compared,
        Self::Action,
        Self::Reader,
        Self::Method,
    ];

    /// Key of its name in the catalogs (`theme-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Diagnosis => "diagnosis",
            Self::Inquiry => "inquiry",
            Self::Training => "training",
            Self::Compared => "compared",
            Self::Action => "action",
            Self::Reader => "reader",
            Self::Method => "method",
        }
    }

    /// That of a table, by its identifier; `None` where nobody said: a test refuses it.
    pub fn of(table: &str) -> Option<Self> {
        Some(match table {
            facts::ID
            | diagnosis::ID
            | causes::ID
            | readings::ID
            | flows::ID
            | "sans_bmo"
            | sectors::ID
            | "levels"
            | map::ID
            | map::CLASSES => Self::Diagnosis,
            "couverture"
            | "lecture_enquete"
            | "besoins"
            | "besoins_secteurs"
            | "causes_citees"
            | "causes_citees_secteurs"
            | "questions"
            | "poids"
            | "perceptions"
            | "erreurs" => Self::Inquiry,
            "formation"
            | "programmes"
            | budget::ID
            | "candidates"
            | "choice"
            | terms::ID
            | devices::ID
            | "levers"
            | "unfed"
            | "balances"
            | verdicts::ID
            | "merged-offers" => Self::Training,
            evolution::ID | "series" | "fiabilite" | comparison::ID | "benchmarks" => {
                Self::Compared
            }
            body::ID | body::UNFED | body::UNLINKED | company::ID | returned::ID => Self::Reader,
            notes::ID | "reperes" | "sources" | "methode" => Self::Method,
            id if actions::id::ALL.contains(&id) => Self::Action,
            _ => return None,
        })
    }
}
