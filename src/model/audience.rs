//! Whom a programme is for, in the words that the rules of financing know.

use std::str::FromStr;

/// Whom to train.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Registered job seekers.
    JobSeekers,
    /// Those with priority: minimum income, disabled, little schooling, 55 or more.
    JobSeekersFarFromWork,
    Employees,
    OutsideBasin,
    Spouses,
    /// From 16 to 25.
    Young,
    /// Recognised as disabled workers.
    Disabled,
    /// On a contract of insertion (CUI, CDDI).
    Insertion,
}

/// No audience of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such audience: {0}")]
pub struct UnknownAudience(pub String);

impl Audience {
    pub const ALL: [Self; 8] = [
        Self::JobSeekers,
        Self::JobSeekersFarFromWork,
        Self::Employees,
        Self::OutsideBasin,
        Self::Spouses,
        Self::Young,
        Self::Disabled,
        Self::Insertion,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::JobSeekers => "job-seekers",
            Self::JobSeekersFarFromWork => "job-seekers-far",
            Self::Employees => "employees",
            Self::OutsideBasin => "outside-basin",
            Self::Spouses => "spouses",
            Self::Young => "young",
            Self::Disabled => "disabled",
            Self::Insertion => "insertion",
        }
    }
}

impl FromStr for Audience {
    type Err = UnknownAudience;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let found = Self::ALL.into_iter().find(|one| one.id() == text);
        found.ok_or_else(|| UnknownAudience(text.to_owned()))
    }
}
