//! From causes to a lever: the decision table of `method.md` §1.8.

use crate::indicators::anchor::{Cause, Causes};

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
    /// Training is the lever or one of the levers: never in row 3, whatever the survey allows.
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
    pub said: SurveyCause,
}

/// What the table reads, besides the causes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signs<'a> {
    /// Official class 1–5 of the anchor, at whatever rung; `None` without anchor.
    pub official_class: Option<u8>,
    /// Flagged with grade A or B by BMO or by the own survey.
    pub local_evidence: bool,
    /// Flagged at grade C, or only the masked cells could raise the flag.
    pub local_presumption: bool,
    pub causes: Causes,
    /// Causes named by the answering establishments, with their share and the base.
    pub survey: &'a [SurveyCause],
}

/// A cause as employers name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyCause {
    pub cause: Cause,
    /// Share of the establishments that name a cause, 0–1, with its interval of 95 %.
    pub share: f64,
    pub low: f64,
    pub high: f64,
    /// Establishments that name one.
    pub n: u32,
    /// Whether they have weights: else the share is that of the respondents alone.
    pub weighted: bool,
}

/// Thresholds of the survey; defaults and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyThresholds {
    /// Share from which employers' skill gap allows a short adaptation in row 3.
    pub skill_share: f64,
    /// Share from which a cause of low official class is set against what employers say.
    pub contradiction_share: f64,
    pub least_respondents: u32,
}

/// First row of the table that matches (`method.md` §1.8).
///
/// A missing class is neither low nor high, save unattractive pay, whose absence row 1 allows;
/// a row that needs a missing class is skipped, and the finding says which were missing.
pub fn diagnose(signs: &Signs<'_>, thresholds: SurveyThresholds) -> Finding {
    let causes = signs.causes;
    let high = |cause: Cause| causes.get(cause).is_some_and(|class| class >= 4);
    let low = |cause: Cause| causes.get(cause).is_some_and(|class| class <= 3);
    let quiet = match signs.official_class {
        Some(class) => class < 4 && !signs.local_evidence,
        None => !signs.local_evidence && !signs.local_presumption,
    };
    let job_quality = high(Cause::WorkingConditions)
        || high(Cause::Precariousness)
        || high(Cause::UnattractivePay);
    let sound_jobs = low(Cause::WorkingConditions) && low(Cause::Precariousness);
    let pay_allows = !high(Cause::UnattractivePay);
    let diagnosis = if quiet {
        Diagnosis::NoFlag
    } else if causes.training_link.is_none() {
        Diagnosis::Undetermined
    } else if high(Cause::TrainingLink) && sound_jobs && pay_allows {
        Diagnosis::TrainedLabour
    } else if high(Cause::TrainingLink) && job_quality {
        Diagnosis::Mixed
    } else if low(Cause::TrainingLink) && job_quality {
        Diagnosis::JobQuality
    } else if low(Cause::TrainingLink) && sound_jobs && high(Cause::LabourShortage) {
        Diagnosis::SmallPool
    } else if high(Cause::HiringIntensity) {
        Diagnosis::Turnover
    } else if high(Cause::GeographicMismatch) {
        Diagnosis::Geography
    } else {
        Diagnosis::Undetermined
    };
    let skill_gap = signs.survey.iter().any(|said| {
        said.cause == Cause::TrainingLink
            && said.share >= thresholds.skill_share
            && said.n >= thresholds.least_respondents
    });
    let needed = [
        Cause::TrainingLink,
        Cause::WorkingConditions,
        Cause::Precariousness,
        Cause::LabourShortage,
        Cause::HiringIntensity,
        Cause::GeographicMismatch,
    ];
    let mut aggravating: Vec<Cause> = Cause::ALL.into_iter().filter(|c| high(*c)).collect();
    aggravating.sort_by_key(|cause| std::cmp::Reverse(causes.get(*cause)));
    let lever = diagnosis.lever();
    Finding {
        diagnosis,
        lever,
        training_is_lever: lever.includes_training(),
        aggravating,
        missing: needed.into_iter().filter(|c| causes.get(*c).is_none()).collect(),
        short_adaptation: diagnosis == Diagnosis::JobQuality && skill_gap,
        contradictions: contradictions(signs, thresholds),
    }
}

/// Many employers (half of them, unless the user says otherwise) name a cause that the official
/// class calls low.
fn contradictions(signs: &Signs<'_>, thresholds: SurveyThresholds) -> Vec<Contradiction> {
    signs
        .survey
        .iter()
        .filter(|said| {
            said.n >= thresholds.least_respondents && said.share >= thresholds.contradiction_share
        })
        .filter_map(|said| {
            let official_class = signs.causes.get(said.cause).filter(|class| *class <= 2)?;
            Some(Contradiction { cause: said.cause, official_class, said: *said })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const THRESHOLDS: SurveyThresholds =
        SurveyThresholds { skill_share: 0.5, contradiction_share: 0.5, least_respondents: 3 };

    /// Classes of I, F, M, N, C, G, S as one character each; `-` is missing.
    fn causes(text: &str) -> Causes {
        let classes: Vec<Option<u8>> =
            text.chars().map(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok())).collect();
        Causes {
            hiring_intensity: classes[0],
            training_link: classes[1],
            labour_shortage: classes[2],
            precariousness: classes[3],
            working_conditions: classes[4],
            geographic_mismatch: classes[5],
            unattractive_pay: classes[6],
        }
    }

    fn check(class: Option<u8>, text: &str, expected: Diagnosis) {
        let signs = Signs { official_class: class, causes: causes(text), ..Signs::default() };
        let signs = Signs { local_presumption: class.is_none(), ..signs };
        assert_eq!(diagnose(&signs, THRESHOLDS).diagnosis, expected, "{text}");
    }

    #[test]
    fn rows_of_the_table() {
        check(Some(3), "5555555", Diagnosis::NoFlag);
        check(Some(5), "55413 2-".replace(' ', "").as_str(), Diagnosis::TrainedLabour);
        check(Some(5), "3543533", Diagnosis::Mixed);
        check(Some(5), "354333-", Diagnosis::TrainedLabour);
        check(Some(5), "3543335", Diagnosis::Mixed);
        check(Some(5), "3243523", Diagnosis::JobQuality);
        check(Some(5), "324333-", Diagnosis::SmallPool);
        check(Some(5), "523333-", Diagnosis::Turnover);
        check(Some(5), "323335-", Diagnosis::Geography);
        check(Some(5), "323333-", Diagnosis::Undetermined);
    }

    /// Cantal 2019, `method.md` §7.1: vehicle repair, cooks, care assistants.
    #[test]
    fn published_readings_of_cantal() {
        check(Some(5), "554132-", Diagnosis::TrainedLabour);
        check(Some(5), "532551-", Diagnosis::JobQuality);
        check(Some(5), "255351-", Diagnosis::Mixed);
    }

    #[test]
    fn a_missing_class_is_neither_low_nor_high() {
        check(Some(5), "-------", Diagnosis::Undetermined);
        check(Some(5), "5-55555", Diagnosis::Undetermined);
        check(Some(5), "354--3-", Diagnosis::Undetermined);
        check(None, "-------", Diagnosis::Undetermined);
    }

    #[test]
    fn nothing_loaded_and_nothing_flagged_is_no_flag() {
        let finding = diagnose(&Signs::default(), THRESHOLDS);
        assert_eq!(finding.diagnosis, Diagnosis::NoFlag);
        assert!(!finding.training_is_lever);
    }

    #[test]
    fn job_quality_never_makes_training_the_lever() {
        let survey = [SurveyCause {
            cause: Cause::TrainingLink,
            share: 0.6,
            low: 0.3,
            high: 0.9,
            n: 5,
            weighted: true,
        }];
        let signs = Signs {
            official_class: Some(5),
            causes: causes("323553-"),
            survey: &survey,
            ..Signs::default()
        };
        let finding = diagnose(&signs, THRESHOLDS);
        assert_eq!(finding.diagnosis, Diagnosis::JobQuality);
        assert!(finding.short_adaptation && !finding.training_is_lever);
        assert_eq!(finding.contradictions.len(), 1);
        let stricter = SurveyThresholds { contradiction_share: 0.61, ..THRESHOLDS };
        assert!(diagnose(&signs, stricter).contradictions.is_empty());
        let few = [SurveyCause { n: 2, ..survey[0] }];
        let finding = diagnose(&Signs { survey: &few, ..signs }, THRESHOLDS);
        assert!(!finding.short_adaptation && finding.contradictions.is_empty());
    }
}
