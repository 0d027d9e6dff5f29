//! From causes to a lever: the decision table of `method.md` §1.8.

use crate::indicators::anchor::Cause;

/// What the causes say; one row of the decision table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Diagnosis {
    /// Row 0.
    NoFlag,
    /// Row 1: trained labour is lacking.
    TrainedLabour,
    /// Row 2: training and job quality both weigh.
    Mixed,
    /// Row 3: attractiveness and job quality.
    JobQuality,
    /// Row 4: small pool, accessible occupation.
    SmallPool,
    /// Row 5: turnover and volume of hires.
    Turnover,
    /// Row 6: supply and demand live in other places.
    Geography,
    /// Row 7: not determined by the data at hand.
    Undetermined,
}

impl Diagnosis {
    pub const ALL: [Self; 8] = [
        Self::NoFlag,
        Self::TrainedLabour,
        Self::Mixed,
        Self::JobQuality,
        Self::SmallPool,
        Self::Turnover,
        Self::Geography,
        Self::Undetermined,
    ];

    /// Row of the decision table, 0–7.
    pub const fn row(self) -> u8 {
        match self {
            Self::NoFlag => 0,
            Self::TrainedLabour => 1,
            Self::Mixed => 2,
            Self::JobQuality => 3,
            Self::SmallPool => 4,
            Self::Turnover => 5,
            Self::Geography => 6,
            Self::Undetermined => 7,
        }
    }

    pub const fn id(self) -> &'static str {
        match self {
            Self::NoFlag => "no-flag",
            Self::TrainedLabour => "trained-labour",
            Self::Mixed => "mixed",
            Self::JobQuality => "job-quality",
            Self::SmallPool => "small-pool",
            Self::Turnover => "turnover",
            Self::Geography => "geography",
            Self::Undetermined => "undetermined",
        }
    }

    pub const fn lever(self) -> Lever {
        match self {
            Self::NoFlag => Lever::None,
            Self::TrainedLabour => Lever::Training,
            Self::Mixed => Lever::TrainingWithCommitment,
            Self::JobQuality => Lever::JobQuality,
            Self::SmallPool => Lever::WidenPool,
            Self::Turnover => Lever::Retention,
            Self::Geography => Lever::Mobility,
            Self::Undetermined => Lever::AskEmployers,
        }
    }
}

/// What to act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lever {
    None,
    Training,
    TrainingWithCommitment,
    JobQuality,
    WidenPool,
    Retention,
    Mobility,
    AskEmployers,
}

impl Lever {
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Training => "training",
            Self::TrainingWithCommitment => "training-with-commitment",
            Self::JobQuality => "job-quality",
            Self::WidenPool => "widen-pool",
            Self::Retention => "retention",
            Self::Mobility => "mobility",
            Self::AskEmployers => "ask-employers",
        }
    }

    /// Training is the lever, or one of the levers (rows 1, 2 and 4).
    pub const fn includes_training(self) -> bool {
        matches!(self, Self::Training | Self::TrainingWithCommitment | Self::WidenPool)
    }
}

/// A diagnosis with what it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub diagnosis: Diagnosis,
    pub lever: Lever,
    /// The lever includes training, or the survey allows a short adaptation in row 3.
    pub training_is_lever: bool,
    /// Causes of class 4 or 5 that the reasoning names, strongest first.
    pub aggravating: Vec<Cause>,
    /// Causes that the table needed and that are not published.
    pub missing: Vec<Cause>,
    /// Row 3 with a skill gap said by employers: a short adaptation only.
    pub short_adaptation: bool,
    /// The local survey contradicts a national constant: both are shown.
    pub contradictions: Vec<Contradiction>,
}

/// The survey says otherwise than the national class of a cause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contradiction {
    pub cause: Cause,
    pub official_class: u8,
    /// Share of the answering establishments, 0–1.
    pub survey_share: f64,
    pub n: u32,
}
