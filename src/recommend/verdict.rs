//! What training can do for an occupation: a decision table, as data, on the diagnosis, the
//! indicative gap and the supply within reach. Each row has its sentence in the catalogs
//! (`verdict-why-…`) and names the figures that it stands on.
//!
//! Training is proposed only where the diagnosis makes it a lever: pay, transport, working
//! conditions alone never yield a line of training, whatever the gap.

use crate::flows::balance::Balance;
use crate::flows::gap::Sign;
use crate::flows::spread::Span;
use crate::matching::reach::Limits;
use crate::matching::supply::{Offer, Ring, Supply};
use crate::recommend::diagnosis::{Diagnosis, Finding, Lever};

/// What to do with training for an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing to do with training: another lever, which is named, or none.
    NotTraining,
    /// Supply exists, but people do not follow it, or do not go to the occupation.
    NotTaken,
    /// A short module, a block, another public.
    Adapt,
    /// More places in what exists.
    Extend,
    /// Nothing within reach: to be opened.
    Open,
    /// As a programme of the library that worked.
    Duplicate,
    /// Too few for a group here: with a neighbouring basin, where it exists.
    Pool,
    /// Too few for a group here: at a distance or on the job (AFEST).
    Distance,
    /// Undetermined: employers are to be asked.
    AskEmployers,
}

impl Verdict {
    pub const ALL: [Self; 9] = [
        Self::NotTraining,
        Self::NotTaken,
        Self::Adapt,
        Self::Extend,
        Self::Open,
        Self::Duplicate,
        Self::Pool,
        Self::Distance,
        Self::AskEmployers,
    ];

    /// In `--json` and in the catalogs (`verdict-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotTraining => "not-training",
            Self::NotTaken => "not-taken",
            Self::Adapt => "adapt",
            Self::Extend => "extend",
            Self::Open => "open",
            Self::Duplicate => "duplicate",
            Self::Pool => "pool",
            Self::Distance => "distance",
            Self::AskEmployers => "ask-employers",
        }
    }

    /// Asks for a programme of training.
    pub const fn is_training(self) -> bool {
        matches!(
            self,
            Self::Adapt | Self::Extend | Self::Open | Self::Duplicate | Self::Pool | Self::Distance
        )
    }
}

/// Whom a training is for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The official causes do not say that available labour is short: those who are there are
    /// adapted first (`method.md` §1.8, row 1).
    WhoIsThere,
    Anyone,
}

/// What the table reads, and the reader is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that stand apart, not a state")]
pub struct Facts {
    pub diagnosis: Diagnosis,
    pub lever: Lever,
    /// Employers miss skills where job quality is the cause: a short adaptation only.
    pub short_adaptation: bool,
    /// Of the gap over three years. A lack before a pool that is not known is a lack only where
    /// the official cause says that available labour is short.
    pub sign: Sign,
    /// The gap over three years.
    pub gap: Option<Span>,
    pub first: First,
    /// Offers that can still be followed, within reach, in a neighbouring basin, at a distance.
    pub local: u32,
    pub beyond: u32,
    pub remote: u32,
    /// Part of the places within reach that was taken, 0–1, where both are said.
    pub taken: Option<f64>,
    /// A certification that still holds leads to the occupation.
    pub certified: bool,
    /// A library says that a programme for this occupation worked.
    pub proven: bool,
    /// A catalogue or a list of offers is loaded: none found is none there.
    pub offers_known: bool,
}

/// Thresholds of the table: our choices, in the parameters of the method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Part of the places under which training is not followed, 0–1.
    pub taken: f64,
    /// People per year under which no group opens.
    pub group: f64,
}

/// A condition of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    NoFlag,
    CausesUnknown,
    /// The diagnosis names another lever than training.
    OtherLever,
    ShortAdaptation,
    SmallPool,
    /// A pool exists, or may exist: those who are there are adapted first.
    AdaptationFirst,
    NotFollowed,
    Lack,
    Surplus,
    /// The lack makes no group, over its whole interval.
    Few,
    /// It makes one, over its whole interval.
    Group,
    Local,
    NoLocal,
    /// No list of offers is loaded: that none is found says nothing.
    OffersUnknown,
    Beyond,
    RemoteOrCertified,
    Proven,
}

impl Test {
    fn holds(self, facts: &Facts, thresholds: Thresholds) -> bool {
        match self {
            Self::NoFlag => facts.diagnosis == Diagnosis::NoFlag,
            Self::CausesUnknown => facts.diagnosis == Diagnosis::Undetermined,
            Self::OtherLever => !facts.lever.includes_training() && !facts.short_adaptation,
            Self::ShortAdaptation => facts.short_adaptation && !facts.lever.includes_training(),
            Self::SmallPool => facts.diagnosis == Diagnosis::SmallPool,
            Self::AdaptationFirst => facts.first == First::WhoIsThere,
            Self::NotFollowed => facts.taken.is_some_and(|taken| taken < thresholds.taken),
            Self::Lack => facts.sign == Sign::Lack,
            Self::Surplus => facts.sign == Sign::Surplus,
            Self::Few => facts.gap.is_some_and(|gap| gap.is_below(3.0 * thresholds.group)),
            Self::Group => {
                let least = facts.gap.and_then(|gap| gap.low);
                least.is_some_and(|least| least >= 3.0 * thresholds.group)
            }
            Self::Local => facts.local > 0,
            Self::NoLocal => facts.local == 0,
            Self::OffersUnknown => !facts.offers_known,
            Self::Beyond => facts.beyond > 0,
            Self::RemoteOrCertified => facts.remote > 0 || facts.certified,
            Self::Proven => facts.proven,
        }
    }
}

/// A row: all its tests hold, and those of no row before.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Key of its sentence (`verdict-why-…`).
    pub id: &'static str,
    pub when: &'static [Test],
    pub verdict: Verdict,
}

const fn row(id: &'static str, when: &'static [Test], verdict: Verdict) -> Row {
    Row { id, when, verdict }
}

/// The table, read from the top; the last row holds always.
pub const TABLE: [Row; 17] = [
    row("no-flag", &[Test::NoFlag], Verdict::NotTraining),
    row("causes-unknown", &[Test::CausesUnknown], Verdict::AskEmployers),
    row("other-lever", &[Test::OtherLever], Verdict::NotTraining),
    row("short-adaptation", &[Test::ShortAdaptation], Verdict::Adapt),
    row("not-followed", &[Test::Local, Test::NotFollowed], Verdict::NotTaken),
    row("enough", &[Test::Surplus, Test::Local], Verdict::NotTaken),
    row("pool-enough", &[Test::Surplus], Verdict::NotTraining),
    row("proven", &[Test::Lack, Test::Proven], Verdict::Duplicate),
    row("access", &[Test::Lack, Test::SmallPool], Verdict::Adapt),
    row("pool-there", &[Test::Lack, Test::AdaptationFirst], Verdict::Adapt),
    row("full", &[Test::Lack, Test::Local], Verdict::Extend),
    row("offers-unknown", &[Test::Lack, Test::OffersUnknown], Verdict::AskEmployers),
    row("few-near", &[Test::Lack, Test::Few, Test::Beyond], Verdict::Pool),
    row("few", &[Test::Lack, Test::Few, Test::RemoteOrCertified], Verdict::Distance),
    row("none-local", &[Test::Lack, Test::NoLocal, Test::Group], Verdict::Open),
    row("size-unknown", &[Test::Lack], Verdict::AskEmployers),
    row("gap-unknown", &[], Verdict::AskEmployers),
];

/// A verdict with the row that gave it and what it stands on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conclusion {
    pub verdict: Verdict,
    /// Of the row of [`TABLE`].
    pub why: &'static str,
    pub facts: Facts,
}

/// The first row whose tests hold.
pub fn conclude(facts: Facts, thresholds: Thresholds) -> Conclusion {
    let holds = |row: &&Row| row.when.iter().all(|test| test.holds(&facts, thresholds));
    let (why, verdict) = TABLE
        .iter()
        .find(holds)
        .map_or(("gap-unknown", Verdict::AskEmployers), |row| (row.id, row.verdict));
    Conclusion { verdict, why, facts }
}

/// What is known of an occupation beside its diagnosis, its balance and its supply.
#[derive(Clone, Copy, Debug)]
pub struct Around {
    /// Official class of the lack of available labour.
    pub labour_shortage: Option<u8>,
    /// A library says that a programme for it worked.
    pub proven: bool,
    /// Minutes and kilometres that are within reach.
    pub near: Limits,
}

/// How many times as far as what is within reach a neighbouring basin may be: our choice.
const NEIGHBOUR: f64 = 2.0;

/// Whether an offer out of reach is in a neighbouring basin: by its distance where it is known,
/// else by its département. The other end of the région or of the country is none.
pub fn is_neighbour(offer: &Offer, near: Limits) -> bool {
    if offer.ring.is_local() || offer.ring == Ring::Remote {
        return false;
    }
    let within = |far: Option<f64>, limit: Option<f64>| {
        far.zip(limit).map(|(far, limit)| far <= NEIGHBOUR * limit)
    };
    within(offer.minutes, near.minutes)
        .or_else(|| within(offer.kilometres, near.kilometres))
        .unwrap_or(offer.ring == Ring::Department)
}

/// What the table reads of an occupation.
pub fn facts(
    finding: &Finding,
    balance: Option<&Balance>,
    supply: &Supply,
    around: &Around,
) -> Facts {
    let short_of_labour = around.labour_shortage.is_some_and(|class| class >= 4);
    let trained = matches!(finding.diagnosis, Diagnosis::TrainedLabour | Diagnosis::Mixed);
    let open: Vec<&Offer> = supply.offers.iter().filter(|offer| !offer.ended).collect();
    let count = |keep: &dyn Fn(&Offer) -> bool| {
        u32::try_from(open.iter().filter(|offer| keep(offer)).count()).unwrap_or(u32::MAX)
    };
    let sign = balance.map_or(Sign::Undetermined, |balance| match balance.sign() {
        Sign::Lack if balance.pool.is_none() && !short_of_labour => Sign::Undetermined,
        sign => sign,
    });
    Facts {
        diagnosis: finding.diagnosis,
        lever: finding.lever,
        short_adaptation: finding.short_adaptation,
        sign,
        gap: balance.and_then(Balance::gap).and_then(|gap| gap.span),
        first: if trained && !short_of_labour { First::WhoIsThere } else { First::Anyone },
        local: count(&|offer| offer.ring.is_local()),
        beyond: count(&|offer| is_neighbour(offer, around.near)),
        remote: count(&|offer| offer.ring == Ring::Remote),
        taken: taken(&open),
        certified: supply.certifications.iter().any(|certification| !certification.ended),
        proven: around.proven,
        offers_known: supply.offers_known,
    }
}

/// Entries or enrolled over places, of the offers within reach that say both.
fn taken(open: &[&Offer]) -> Option<f64> {
    let (mut taken, mut places) = (0.0, 0.0);
    for offer in open.iter().filter(|offer| offer.ring.is_local()) {
        let came = offer.numbers.entries.or(offer.numbers.enrolled);
        if let (Some(came), Some(of)) = (came, offer.places) {
            taken += came;
            places += of;
        }
    }
    (places > 0.0).then(|| taken / places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::anchor::Causes;
    use crate::recommend::diagnosis::{Signs, SurveyThresholds, diagnose};

    const THRESHOLDS: Thresholds = Thresholds { taken: 0.7, group: 8.0 };

    fn base() -> Facts {
        Facts {
            diagnosis: Diagnosis::TrainedLabour,
            lever: Lever::Training,
            short_adaptation: false,
            sign: Sign::Lack,
            gap: Some(Span { value: Some(60.0), low: Some(40.0), high: Some(80.0) }),
            first: First::Anyone,
            local: 0,
            beyond: 0,
            remote: 0,
            taken: None,
            certified: true,
            proven: false,
            offers_known: true,
        }
    }

    #[test]
    fn every_row_is_reached() {
        let few = Some(Span { value: Some(6.0), low: Some(2.0), high: Some(23.0) });
        let wide = Some(Span { value: None, low: Some(2.0), high: None });
        let of = |diagnosis: Diagnosis| Facts { diagnosis, lever: diagnosis.lever(), ..base() };
        let cases = [
            ("no-flag", of(Diagnosis::NoFlag)),
            ("causes-unknown", of(Diagnosis::Undetermined)),
            ("other-lever", of(Diagnosis::Geography)),
            ("short-adaptation", Facts { short_adaptation: true, ..of(Diagnosis::JobQuality) }),
            ("not-followed", Facts { local: 2, taken: Some(0.5), ..base() }),
            ("enough", Facts { sign: Sign::Surplus, local: 2, taken: Some(0.9), ..base() }),
            ("pool-enough", Facts { sign: Sign::Surplus, ..base() }),
            ("proven", Facts { proven: true, ..base() }),
            ("access", of(Diagnosis::SmallPool)),
            ("pool-there", Facts { first: First::WhoIsThere, local: 1, ..base() }),
            ("full", Facts { local: 1, taken: Some(0.95), ..base() }),
            ("offers-unknown", Facts { offers_known: false, ..base() }),
            ("few-near", Facts { gap: few, beyond: 1, ..base() }),
            ("few", Facts { gap: few, ..base() }),
            ("none-local", base()),
            ("size-unknown", Facts { gap: wide, ..base() }),
            ("gap-unknown", Facts { sign: Sign::Undetermined, ..base() }),
        ];
        let found = cases.map(|(_, facts)| conclude(facts, THRESHOLDS).why);
        assert_eq!(found, cases.map(|(id, _)| id));
        assert_eq!(found, TABLE.map(|row| row.id));
        // Ten a year are a group, though three years of them are not many.
        let group = Some(Span { value: Some(30.0), low: Some(25.0), high: Some(40.0) });
        assert_eq!(conclude(Facts { gap: group, ..base() }, THRESHOLDS).verdict, Verdict::Open);
    }

    /// Classes of I, F, M, N, C, G, S; every combination of low, high and missing ones: where
    /// neither the link to training nor a shortage of labour is a cause, no line of training.
    #[test]
    fn pay_or_transport_alone_never_yield_training() {
        let classes = [None, Some(2), Some(5)];
        let thresholds =
            SurveyThresholds { skill_share: 0.5, contradiction_share: 0.5, least_respondents: 3 };
        let parameters = crate::reference::params::Parameters::embedded().unwrap();
        let mut only_pay_or_transport = 0;
        for number in 0..3_u32.pow(7) {
            let class = |place: u32| classes[(number / 3_u32.pow(place) % 3) as usize];
            let causes = Causes {
                hiring_intensity: class(0),
                training_link: class(1),
                labour_shortage: class(2),
                precariousness: class(3),
                working_conditions: class(4),
                geographic_mismatch: class(5),
                unattractive_pay: class(6),
            };
            let others = [0, 1, 2, 3, 4].map(class);
            let alone = others.iter().all(|class| *class == Some(2))
                && (class(5) == Some(5) || class(6) == Some(5));
            if !alone {
                continue;
            }
            only_pay_or_transport += 1;
            let signs = Signs { official_class: Some(5), causes, ..Signs::default() };
            let finding = diagnose(&signs, thresholds, parameters.decision());
            for (sign, local) in [(Sign::Lack, 0), (Sign::Lack, 3), (Sign::Surplus, 1)] {
                let facts = Facts {
                    diagnosis: finding.diagnosis,
                    lever: finding.lever,
                    short_adaptation: finding.short_adaptation,
                    sign,
                    local,
                    ..base()
                };
                let verdict = conclude(facts, THRESHOLDS).verdict;
                assert!(!verdict.is_training(), "{causes:?} {finding:?} {verdict:?}");
            }
        }
        assert_eq!(only_pay_or_transport, 5);
    }

    #[test]
    fn a_verdict_never_trains_where_the_diagnosis_does_not() {
        for diagnosis in Diagnosis::ALL {
            let facts = Facts { diagnosis, lever: diagnosis.lever(), local: 1, ..base() };
            let verdict = conclude(facts, THRESHOLDS).verdict;
            assert!(!verdict.is_training() || diagnosis.lever().includes_training());
        }
    }
}
