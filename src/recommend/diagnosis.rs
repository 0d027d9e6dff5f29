//! From causes to a lever: the decision table of `method.md` §1.8.

use crate::indicators::anchor::{Cause, Causes};
use crate::recommend::local::LocalCause;
use crate::reference::decision::{Condition, Decision};

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

    /// That of a row of the decision table.
    pub fn of_row(row: u8) -> Self {
        Self::ALL.into_iter().find(|one| one.row() == row).unwrap_or(Self::Undetermined)
    }

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
    /// Causes that many employers name, the most named first. Each is told with its share, or not
    /// at all: whether it may be shown is for `secrecy`.
    pub named: Vec<LocalCause>,
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
    /// What the answering establishments name, with its share and the base.
    pub survey: &'a [SurveyCause],
}

/// A cause as employers name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyCause {
    pub cause: LocalCause,
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
    /// Share from which a cause that employers name counts: it is acted on, and set against an
    /// official class that is low.
    pub contradiction_share: f64,
    pub least_respondents: u32,
}

/// A condition of the decision table on these causes; `quiet`: nothing tells a tension.
fn holds(condition: &Condition, quiet: bool, causes: &Causes) -> bool {
    let class = |letter: char| Cause::of_letter(letter).and_then(|cause| causes.get(cause));
    match condition {
        Condition::Quiet => quiet,
        Condition::Missing(letter) => class(*letter).is_none(),
        Condition::AtLeast(letter, least) => class(*letter).is_some_and(|class| class >= *least),
        Condition::AtMost(letter, most) => class(*letter).is_some_and(|class| class <= *most),
        Condition::Any(all) => all.iter().any(|one| holds(one, quiet, causes)),
    }
}

/// Causes that the table needs: all that it looks at but those that a row does without.
fn needed(table: &Decision) -> Vec<Cause> {
    let mut looked_at = Vec::new();
    let mut done_without = Vec::new();
    for condition in table.rows.iter().flat_map(|row| &row.when) {
        looked_at.extend(condition.letters());
        if let Condition::Any(all) = condition {
            done_without.extend(all.iter().filter_map(|one| match one {
                Condition::Missing(letter) => Some(*letter),
                _ => None,
            }));
        }
    }
    let mut found: Vec<Cause> = Vec::new();
    for letter in looked_at.into_iter().filter(|letter| !done_without.contains(letter)) {
        found.extend(Cause::of_letter(letter).filter(|cause| !found.contains(cause)));
    }
    found
}

/// First row of the table that holds (`method.md` §1.8).
///
/// A missing class is neither low nor high, save unattractive pay, whose absence row 1 allows;
/// a row that needs a missing class is skipped, and the finding says which were missing.
pub fn diagnose(signs: &Signs<'_>, thresholds: SurveyThresholds, table: &Decision) -> Finding {
    let causes = signs.causes;
    let high = |cause: Cause| causes.get(cause).is_some_and(|class| class >= 4);
    let quiet = match signs.official_class {
        Some(class) => class < 4 && !signs.local_evidence,
        None => !signs.local_evidence && !signs.local_presumption,
    };
    let row = table.rows.iter().find(|row| row.when.iter().all(|one| holds(one, quiet, &causes)));
    let diagnosis = row.map_or(Diagnosis::Undetermined, |row| Diagnosis::of_row(row.row));
    let skill_gap = signs.survey.iter().any(|said| {
        said.cause == LocalCause::Skills
            && said.share >= thresholds.skill_share
            && said.n >= thresholds.least_respondents
    });
    let mut aggravating: Vec<Cause> = Cause::ALL.into_iter().filter(|c| high(*c)).collect();
    aggravating.sort_by_key(|cause| std::cmp::Reverse(causes.get(*cause)));
    let lever = diagnosis.lever();
    Finding {
        diagnosis,
        lever,
        training_is_lever: lever.includes_training(),
        aggravating,
        missing: needed(table).into_iter().filter(|c| causes.get(*c).is_none()).collect(),
        short_adaptation: diagnosis == Diagnosis::JobQuality && skill_gap,
        named: named(signs, thresholds),
        contradictions: contradictions(signs, thresholds),
    }
}

/// What many employers say, with enough of them to say it.
fn many<'a>(
    signs: &Signs<'a>,
    thresholds: SurveyThresholds,
) -> impl Iterator<Item = &'a SurveyCause> {
    signs.survey.iter().filter(move |said| {
        said.n >= thresholds.least_respondents && said.share >= thresholds.contradiction_share
    })
}

/// The causes that many employers name, the most named first.
fn named(signs: &Signs<'_>, thresholds: SurveyThresholds) -> Vec<LocalCause> {
    let mut found: Vec<&SurveyCause> = many(signs, thresholds).collect();
    found.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.cause.cmp(&b.cause)));
    found.into_iter().map(|said| said.cause).collect()
}

/// Many employers (half of them, unless the user says otherwise) name a cause that the official
/// class calls low.
fn contradictions(signs: &Signs<'_>, thresholds: SurveyThresholds) -> Vec<Contradiction> {
    many(signs, thresholds)
        .filter_map(|said| {
            let cause = said.cause.official()?;
            let official_class = signs.causes.get(cause).filter(|class| *class <= 2)?;
            Some(Contradiction { cause, official_class, said: *said })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::params::Parameters;
    use proptest::prelude::*;

    const THRESHOLDS: SurveyThresholds =
        SurveyThresholds { skill_share: 0.5, contradiction_share: 0.5, least_respondents: 3 };

    fn diagnosed(signs: &Signs<'_>, thresholds: SurveyThresholds) -> Finding {
        diagnose(signs, thresholds, Parameters::embedded().unwrap().decision())
    }

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
        assert_eq!(diagnosed(&signs, THRESHOLDS).diagnosis, expected, "{text}");
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
        let finding = diagnosed(&Signs::default(), THRESHOLDS);
        assert_eq!(finding.diagnosis, Diagnosis::NoFlag);
        assert!(!finding.training_is_lever);
    }

    #[test]
    fn job_quality_never_makes_training_the_lever() {
        let survey = [SurveyCause {
            cause: LocalCause::Skills,
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
        let finding = diagnosed(&signs, THRESHOLDS);
        assert_eq!(finding.diagnosis, Diagnosis::JobQuality);
        assert!(finding.short_adaptation && !finding.training_is_lever);
        assert_eq!(finding.contradictions.len(), 1);
        let stricter = SurveyThresholds { contradiction_share: 0.61, ..THRESHOLDS };
        assert!(diagnosed(&signs, stricter).contradictions.is_empty());
        let few = [SurveyCause { n: 2, ..survey[0] }];
        let finding = diagnosed(&Signs { survey: &few, ..signs }, THRESHOLDS);
        assert!(!finding.short_adaptation && finding.contradictions.is_empty());
    }

    /// What the table said before it was data: the rules of `method.md` §1.8 written as code.
    fn by_code(causes: &Causes) -> Diagnosis {
        let high = |cause: Cause| causes.get(cause).is_some_and(|class| class >= 4);
        let low = |cause: Cause| causes.get(cause).is_some_and(|class| class <= 3);
        let (trained, easy) = (high(Cause::TrainingLink), low(Cause::TrainingLink));
        let poor = [Cause::WorkingConditions, Cause::Precariousness, Cause::UnattractivePay]
            .into_iter()
            .any(high);
        let sound = low(Cause::WorkingConditions) && low(Cause::Precariousness);
        match () {
            () if causes.training_link.is_none() => Diagnosis::Undetermined,
            () if trained && sound && !high(Cause::UnattractivePay) => Diagnosis::TrainedLabour,
            () if trained && poor => Diagnosis::Mixed,
            () if easy && poor => Diagnosis::JobQuality,
            () if easy && sound && high(Cause::LabourShortage) => Diagnosis::SmallPool,
            () if high(Cause::HiringIntensity) => Diagnosis::Turnover,
            () if high(Cause::GeographicMismatch) => Diagnosis::Geography,
            () => Diagnosis::Undetermined,
        }
    }

    fn class() -> impl Strategy<Value = Option<u8>> {
        prop::option::of(1_u8..=5)
    }

    proptest! {
        #[test]
        fn the_data_say_what_the_rules_say(classes in prop::array::uniform7(class())) {
            // I, F, M, N, C, G, S.
            let causes = Causes {
                hiring_intensity: classes[0],
                training_link: classes[1],
                labour_shortage: classes[2],
                precariousness: classes[3],
                working_conditions: classes[4],
                geographic_mismatch: classes[5],
                unattractive_pay: classes[6],
            };
            let signs = Signs { official_class: Some(5), causes, ..Signs::default() };
            let found = diagnosed(&signs, THRESHOLDS);
            prop_assert_eq!(found.diagnosis, by_code(&causes));
            // Unattractive pay alone may be unknown.
            let gaps = classes[..6].iter().filter(|class| class.is_none()).count();
            prop_assert_eq!(found.missing.len(), gaps);
        }
    }

    /// Housing is acted on where half of the employers name it, whatever the table says.
    #[test]
    fn what_many_employers_name_is_kept_the_most_named_first() {
        let said =
            |cause, share, n| SurveyCause { cause, share, low: 0.0, high: 1.0, n, weighted: true };
        let survey = [
            said(LocalCause::Pay, 0.5, 8),
            said(LocalCause::Housing, 0.75, 8),
            said(LocalCause::Image, 0.49, 8),
            said(LocalCause::Spouse, 1.0, 2),
        ];
        let signs = Signs { survey: &survey, ..Signs::default() };
        let named = diagnosed(&signs, THRESHOLDS).named;
        assert_eq!(named, [LocalCause::Housing, LocalCause::Pay]);
    }
}
