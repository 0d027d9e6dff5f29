//! Causes of recruitment difficulties as employers of the territory name them: some are published
//! causes too, some no official indicator measures.

use crate::indicators::anchor::Cause;

/// A cause that a survey may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LocalCause {
    Candidates,
    Skills,
    Conditions,
    Pay,
    /// Mobility or housing: questionnaires ask for both at once.
    Housing,
    Seasonality,
    Image,
    Competition,
    /// The job of the spouse: only of a questionnaire that asks for it.
    Spouse,
}

impl LocalCause {
    pub const ALL: [Self; 9] = [
        Self::Candidates,
        Self::Skills,
        Self::Conditions,
        Self::Pay,
        Self::Housing,
        Self::Seasonality,
        Self::Image,
        Self::Competition,
        Self::Spouse,
    ];

    /// As the layout of the survey writes it.
    pub const fn written(self) -> &'static str {
        match self {
            Self::Candidates => "pénurie de candidats",
            Self::Skills => "compétences",
            Self::Conditions => "conditions ou horaires",
            Self::Pay => "salaire",
            Self::Housing => "mobilité ou logement",
            Self::Seasonality => "saisonnalité",
            Self::Image => "image",
            Self::Competition => "concurrence",
            Self::Spouse => "emploi du conjoint",
        }
    }

    /// `None`: another cause.
    pub fn of(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.written() == written)
    }

    /// The published cause that it speaks of.
    pub const fn official(self) -> Option<Cause> {
        match self {
            Self::Candidates => Some(Cause::LabourShortage),
            Self::Skills => Some(Cause::TrainingLink),
            Self::Conditions => Some(Cause::WorkingConditions),
            Self::Pay => Some(Cause::UnattractivePay),
            Self::Housing => Some(Cause::GeographicMismatch),
            Self::Seasonality => Some(Cause::Precariousness),
            Self::Image | Self::Competition | Self::Spouse => None,
        }
    }

    /// That of the published cause where it says the same; housing is less than a geographic
    /// mismatch, and has its own.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Image => "image",
            Self::Competition => "competition",
            Self::Spouse => "spouse",
            Self::Candidates => Cause::LabourShortage.id(),
            Self::Skills => Cause::TrainingLink.id(),
            Self::Conditions => Cause::WorkingConditions.id(),
            Self::Pay => Cause::UnattractivePay.id(),
            Self::Seasonality => Cause::Precariousness.id(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_is_written_and_named_once_and_read_back() {
        let ids: BTreeSet<&str> = LocalCause::ALL.iter().map(|cause| cause.id()).collect();
        assert_eq!(ids.len(), LocalCause::ALL.len());
        for cause in LocalCause::ALL {
            assert_eq!(LocalCause::of(cause.written()), Some(cause));
        }
        assert_eq!(LocalCause::of("autre"), None);
    }

    #[test]
    fn what_no_indicator_measures_has_no_published_cause() {
        let without: Vec<&str> = LocalCause::ALL
            .into_iter()
            .filter(|cause| cause.official().is_none())
            .map(LocalCause::id)
            .collect();
        assert_eq!(without, ["image", "competition", "spouse"]);
    }
}
