//! Saved forms of what a project knows of labels, weights and of what has left it.
//!
//! Types of their own: those of the domain may change without the files.

use crate::matching::corrections::{Decision as LinkDecision, LinkKey, Links};
use crate::matching::label::dictionary::{Dictionary, Entry as Decision, Verdict};
use crate::model::adjust::{Adjustments, Cut};
use crate::model::{Fap, Groups, Perimeter, Rome};
use crate::project::views::SavedView;
use crate::project::{WeightMethod, Weighting};
use crate::secrecy::changes::{Contributor, Contributors};
use crate::secrecy::journal::{AsShown, Entry, Key, Log, Outcome, Release};
use crate::secrecy::rounding::{Precision, Step};
use crate::secrecy::siphash::Salt;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A label and what it was decided to mean.
#[derive(Serialize, Deserialize)]
pub struct LabelV1 {
    label: String,
    /// `accepted`, `corrected`, `none`; empty: no verdict, only cards refused.
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    rome: Option<String>,
    #[serde(default)]
    refused: Vec<String>,
}

pub fn labels(dictionary: &Dictionary) -> Vec<LabelV1> {
    let saved = |(label, decision): (&String, &Decision)| {
        let (verdict, target) = match &decision.verdict {
            None => ("", None),
            Some(Verdict::Accepted(target)) => ("accepted", Some(target)),
            Some(Verdict::Corrected(target)) => ("corrected", Some(target)),
            Some(Verdict::NoOccupation) => ("none", None),
        };
        LabelV1 {
            label: label.clone(),
            verdict: verdict.to_owned(),
            rome: target.map(ToString::to_string),
            refused: decision.refused.iter().map(ToString::to_string).collect(),
        }
    };
    dictionary.entries.iter().map(saved).collect()
}

/// # Errors
/// With the text that is not what it should be.
pub fn dictionary(saved: Vec<LabelV1>) -> Result<Dictionary, String> {
    let rome = |text: &str| Rome::new(text).map_err(|error| error.to_string());
    let mut dictionary = Dictionary::default();
    for one in saved {
        let target = one.rome.as_deref().map(rome).transpose()?;
        let verdict = match (one.verdict.as_str(), target) {
            ("accepted", Some(target)) => Some(Verdict::Accepted(target)),
            ("corrected", Some(target)) => Some(Verdict::Corrected(target)),
            ("none", _) => Some(Verdict::NoOccupation),
            ("", _) => None,
            (other, _) => return Err(other.to_owned()),
        };
        let refused: Result<BTreeSet<Rome>, String> =
            one.refused.iter().map(|code| rome(code)).collect();
        dictionary.entries.insert(one.label, Decision { verdict, refused: refused? });
    }
    Ok(dictionary)
}

#[derive(Serialize, Deserialize)]
pub struct WeightingV1 {
    method: String,
    low: u16,
    high: u16,
    take_all: u16,
    seed: u64,
}

impl From<Weighting> for WeightingV1 {
    fn from(weighting: Weighting) -> Self {
        let Weighting { method, low, high, take_all, seed } = weighting;
        Self { method: method.id().to_owned(), low, high, take_all, seed }
    }
}

impl WeightingV1 {
    /// A method of another version is the default one.
    pub fn back(self) -> Weighting {
        let Self { method, low, high, take_all, seed } = self;
        let method = WeightMethod::from_id(&method).unwrap_or_default();
        Weighting { method, low, high, take_all, seed }
    }
}

/// A group of occupations, with typed codes.
#[derive(Serialize, Deserialize)]
pub struct GroupV1 {
    name: String,
    members: Vec<String>,
}

pub fn groups(groups: &Groups) -> Vec<GroupV1> {
    let one = |(name, members): (&String, &BTreeSet<Fap>)| GroupV1 {
        name: name.clone(),
        members: members.iter().map(ToString::to_string).collect(),
    };
    groups.iter().map(one).collect()
}

/// # Errors
/// With the code that is none.
pub fn groups_back(saved: Vec<GroupV1>) -> Result<Groups, String> {
    let code = |text: String| text.parse::<Fap>().map_err(|error| error.to_string());
    let one = |GroupV1 { name, members }| {
        let members: Result<BTreeSet<Fap>, String> = members.into_iter().map(code).collect();
        Ok((name, members?))
    };
    saved.into_iter().map(one).collect()
}

/// A decision on what an offer or a certification leads to, with typed codes.
#[derive(Serialize, Deserialize)]
pub struct LinkV1 {
    key: String,
    /// These and no others.
    #[serde(default)]
    set: Option<Vec<String>>,
    #[serde(default)]
    accepted: Vec<String>,
    #[serde(default)]
    refused: Vec<String>,
}

pub fn links(links: &Links) -> Vec<LinkV1> {
    let codes = |set: &BTreeSet<Fap>| set.iter().map(ToString::to_string).collect();
    let one = |(key, decision): (&LinkKey, &LinkDecision)| LinkV1 {
        key: key.as_str().to_owned(),
        set: decision.set.as_ref().map(codes),
        accepted: codes(&decision.accepted),
        refused: codes(&decision.refused),
    };
    links.decisions.iter().map(one).collect()
}

/// # Errors
/// With the code that is none.
pub fn links_back(saved: Vec<LinkV1>) -> Result<Links, String> {
    let codes = |codes: Vec<String>| {
        let code = |text: String| text.parse::<Fap>().map_err(|error| error.to_string());
        codes.into_iter().map(code).collect::<Result<BTreeSet<Fap>, String>>()
    };
    let mut links = Links::default();
    for LinkV1 { key, set, accepted, refused } in saved {
        let decision = LinkDecision {
            set: set.map(codes).transpose()?,
            accepted: codes(accepted)?,
            refused: codes(refused)?,
        };
        links.decisions.insert(LinkKey::saved(key), decision);
    }
    Ok(links)
}

/// What is changed of the method, in thousandths.
#[derive(Serialize, Deserialize)]
pub struct MethodV1 {
    values: BTreeMap<String, u32>,
    /// `france`, `region`; a number: a share in thousandths.
    cut: String,
}

/// Nothing is saved of a method that is as it comes.
pub fn method(adjustments: &Adjustments) -> Option<MethodV1> {
    if adjustments.is_empty() {
        return None;
    }
    let values = adjustments.values().map(|(id, value)| (id.to_owned(), value)).collect();
    let cut = match adjustments.cut {
        Cut::France => "france".to_owned(),
        Cut::Region => "region".to_owned(),
        Cut::Fixed(share) => share.to_string(),
    };
    Some(MethodV1 { values, cut })
}

/// # Errors
/// With what is not what it should be.
pub fn adjustments(saved: Option<MethodV1>) -> Result<Adjustments, String> {
    let mut adjustments = Adjustments::default();
    let Some(MethodV1 { values, cut }) = saved else { return Ok(adjustments) };
    for (id, value) in values {
        adjustments.set(&id, value).map_err(|error| error.to_string())?;
    }
    adjustments.cut = match (cut.as_str(), cut.parse::<u16>()) {
        ("france", _) => Cut::France,
        ("region", _) => Cut::Region,
        (_, Ok(share)) if share <= 1_000 => Cut::Fixed(share),
        _ => return Err(cut),
    };
    Ok(adjustments)
}

/// A named view of the diagnosis.
#[derive(Serialize, Deserialize)]
pub struct ViewV1 {
    name: String,
    tab: String,
    text: String,
    sign: String,
    sector: Option<char>,
    family: Option<String>,
    #[serde(default)]
    group: Option<String>,
    lever: Option<String>,
    grade: Option<String>,
    sort: Option<(String, bool)>,
    hidden: BTreeSet<String>,
    comparison: Option<String>,
}

impl From<&SavedView> for ViewV1 {
    fn from(view: &SavedView) -> Self {
        let SavedView {
            name,
            tab,
            text,
            sign,
            sector,
            family,
            group,
            lever,
            grade,
            sort,
            hidden,
            comparison,
        } = view.clone();
        Self {
            name,
            tab,
            text,
            sign,
            sector,
            family,
            group,
            lever,
            grade,
            sort,
            hidden,
            comparison,
        }
    }
}

impl ViewV1 {
    pub fn back(self) -> SavedView {
        let Self {
            name,
            tab,
            text,
            sign,
            sector,
            family,
            group,
            lever,
            grade,
            sort,
            hidden,
            comparison,
        } = self;
        SavedView {
            name,
            tab,
            text,
            sign,
            sector,
            family,
            group,
            lever,
            grade,
            sort,
            hidden,
            comparison,
        }
    }
}

/// A territory that the user drew.
#[derive(Serialize, Deserialize)]
pub struct PerimeterV1 {
    name: String,
    communes: Vec<String>,
}

impl From<&Perimeter> for PerimeterV1 {
    fn from(perimeter: &Perimeter) -> Self {
        let communes = perimeter.communes.iter().cloned().collect();
        Self { name: perimeter.name.clone(), communes }
    }
}

impl PerimeterV1 {
    pub fn back(self) -> Perimeter {
        Perimeter { name: self.name, communes: self.communes.into_iter().collect() }
    }
}

/// What has left the project: no value that was not shown is in it.
#[derive(Serialize, Deserialize)]
pub struct LogV1 {
    /// Hexadecimal.
    salt: String,
    releases: Vec<ReleaseV1>,
}

#[derive(Serialize, Deserialize)]
struct ReleaseV1 {
    /// 0: parts as they were written; 1: told apart.
    #[serde(default)]
    keys: u8,
    entries: Vec<EntryV1>,
    #[serde(default)]
    precisions: Vec<AsShownV1>,
    totals: Vec<(usize, Vec<usize>)>,
    shares: Vec<(usize, usize)>,
}

#[derive(Serialize, Deserialize)]
struct EntryV1 {
    indicator: String,
    territory: String,
    breakdown: String,
    vintage: String,
    fingerprint: u64,
    /// Unit and answer of each, as keyed hashes: 32 hexadecimal digits, since there are many.
    contributors: String,
    outcome: OutcomeV1,
}

#[derive(Serialize, Deserialize)]
struct AsShownV1 {
    indicator: String,
    territory: String,
    breakdown: String,
    vintage: String,
    fingerprint: u64,
    precision: PrecisionV1,
}

/// Digit and power of ten of the unit it is rounded to.
#[derive(Clone, Copy, Serialize, Deserialize)]
enum PrecisionV1 {
    Point(u8, i32),
    Range(u8, i32),
    Hidden,
}

impl From<&AsShown> for AsShownV1 {
    fn from(one: &AsShown) -> Self {
        let Key { indicator, territory, breakdown, vintage } = one.key.clone();
        let precision = match one.precision {
            Precision::Point(step) => PrecisionV1::Point(step.parts().0, step.parts().1),
            Precision::Range(step) => PrecisionV1::Range(step.parts().0, step.parts().1),
            Precision::Hidden => PrecisionV1::Hidden,
        };
        let fingerprint = one.fingerprint;
        Self { indicator, territory, breakdown, vintage, fingerprint, precision }
    }
}

impl AsShownV1 {
    fn back(self) -> Result<AsShown, String> {
        let Self { indicator, territory, breakdown, vintage, fingerprint, precision } = self;
        let step = |digit: u8, power: i32| {
            Step::new(digit, power).ok_or_else(|| format!("{digit}e{power}"))
        };
        let precision = match precision {
            PrecisionV1::Point(digit, power) => Precision::Point(step(digit, power)?),
            PrecisionV1::Range(digit, power) => Precision::Range(step(digit, power)?),
            PrecisionV1::Hidden => Precision::Hidden,
        };
        let key = Key { indicator, territory, breakdown, vintage };
        Ok(AsShown { key, fingerprint, precision })
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum OutcomeV1 {
    Shown(f64, f64),
    Found(f64, f64),
    Sensitive(f64, f64),
    Hidden,
    Empty,
}

fn hexadecimal(contributors: &Contributors) -> String {
    use std::fmt::Write as _;
    contributors.as_slice().iter().fold(String::new(), |mut text, one| {
        let _ = write!(text, "{:016x}{:016x}", one.unit, one.answer);
        text
    })
}

fn contributors(text: &str) -> Result<Contributors, String> {
    let bad = || text.chars().take(40).collect::<String>();
    if !text.len().is_multiple_of(32) {
        return Err(bad());
    }
    let word = |at: usize| {
        let digits = text.get(at..at + 16).ok_or_else(bad)?;
        u64::from_str_radix(digits, 16).map_err(|_| bad())
    };
    let places = (0..text.len()).step_by(32);
    let one = |at| Ok(Contributor { unit: word(at)?, answer: word(at + 16)? });
    places.map(one).collect::<Result<Vec<_>, String>>().map(Contributors::from_hashes)
}

impl From<&Log> for LogV1 {
    fn from(log: &Log) -> Self {
        let outcome = |outcome: Outcome| match outcome {
            Outcome::Shown { value, half_step } => OutcomeV1::Shown(value, half_step),
            Outcome::Found { low, high } => OutcomeV1::Found(low, high),
            Outcome::Sensitive { low, high } => OutcomeV1::Sensitive(low, high),
            Outcome::Hidden => OutcomeV1::Hidden,
            Outcome::Empty => OutcomeV1::Empty,
        };
        let entry = |entry: &Entry| EntryV1 {
            indicator: entry.key.indicator.clone(),
            territory: entry.key.territory.clone(),
            breakdown: entry.key.breakdown.clone(),
            vintage: entry.key.vintage.clone(),
            fingerprint: entry.fingerprint,
            contributors: hexadecimal(&entry.contributors),
            outcome: outcome(entry.outcome),
        };
        let release = |release: &Release| ReleaseV1 {
            keys: u8::from(!release.has_plain_keys),
            entries: release.entries.iter().map(entry).collect(),
            precisions: release.precisions.iter().map(AsShownV1::from).collect(),
            totals: release.totals.clone(),
            shares: release.shares.clone(),
        };
        let salt = log.salt.0.iter().fold(String::new(), |mut text, byte| {
            use std::fmt::Write as _;
            let _ = write!(text, "{byte:02x}");
            text
        });
        Self { salt, releases: log.releases.iter().map(release).collect() }
    }
}

impl LogV1 {
    /// # Errors
    /// With the text that is not what it should be.
    pub fn back(self) -> Result<Log, String> {
        let mut salt = [0; 16];
        let pairs: Vec<&str> = (0..salt.len())
            .map(|place| self.salt.get(2 * place..2 * place + 2).unwrap_or(""))
            .collect();
        for (byte, pair) in salt.iter_mut().zip(pairs) {
            *byte = u8::from_str_radix(pair, 16).map_err(|_| self.salt.clone())?;
        }
        let outcome = |outcome: OutcomeV1| match outcome {
            OutcomeV1::Shown(value, half_step) => Outcome::Shown { value, half_step },
            OutcomeV1::Found(low, high) => Outcome::Found { low, high },
            OutcomeV1::Sensitive(low, high) => Outcome::Sensitive { low, high },
            OutcomeV1::Hidden => Outcome::Hidden,
            OutcomeV1::Empty => Outcome::Empty,
        };
        let entry = |entry: EntryV1| -> Result<Entry, String> {
            let contributors = contributors(&entry.contributors)?;
            Ok(Entry {
                key: Key {
                    indicator: entry.indicator,
                    territory: entry.territory,
                    breakdown: entry.breakdown,
                    vintage: entry.vintage,
                },
                fingerprint: entry.fingerprint,
                contributors,
                outcome: outcome(entry.outcome),
            })
        };
        let release = |release: ReleaseV1| -> Result<Release, String> {
            let entries = release.entries.into_iter().map(entry).collect::<Result<_, _>>()?;
            let precisions = release.precisions.into_iter().map(AsShownV1::back);
            let precisions = precisions.collect::<Result<_, _>>()?;
            Ok(Release {
                has_plain_keys: release.keys == 0,
                entries,
                precisions,
                totals: release.totals,
                shares: release.shares,
            })
        };
        let releases = self.releases.into_iter().map(release).collect::<Result<_, _>>()?;
        Ok(Log { salt: Salt(salt), releases })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_what_was_decided() {
        let rome = |code: &str| Rome::new(code).unwrap();
        let decision = |verdict, refused: &[&str]| Decision {
            verdict,
            refused: refused.iter().map(|code| rome(code)).collect(),
        };
        let mut made = Dictionary::default();
        let entries = &mut made.entries;
        let card = rome("J1501");
        entries.insert("aide soignant".into(), decision(Some(Verdict::Accepted(card)), &[]));
        let other = Verdict::Corrected(rome("H2914"));
        entries.insert("affuteur".into(), decision(Some(other), &["H2913"]));
        entries.insert("divers".into(), decision(Some(Verdict::NoOccupation), &[]));
        entries.insert("agent".into(), decision(None, &["K2204"]));
        assert_eq!(dictionary(labels(&made)), Ok(made));
        for method in WeightMethod::ALL {
            let made = Weighting { method, seed: 7, ..Weighting::default() };
            assert_eq!(WeightingV1::from(made).back(), made);
        }
    }

    #[test]
    fn the_log_of_exports_comes_back_whole() {
        let key = Key {
            indicator: "need-projects".into(),
            territory: "be:8450".into(),
            breakdown: "V0X60".into(),
            vintage: "2026".into(),
        };
        let outcomes = [
            Outcome::Shown { value: 41.0, half_step: 0.5 },
            Outcome::Sensitive { low: 0.0, high: 12.5 },
            Outcome::Hidden,
        ];
        let entry = |outcome| Entry {
            key: key.clone(),
            fingerprint: u64::MAX,
            contributors: Contributors::from_hashes(vec![Contributor { unit: 3, answer: 4 }]),
            outcome,
        };
        let release = Release {
            has_plain_keys: false,
            entries: outcomes.map(entry).to_vec(),
            precisions: [
                Precision::Point(Step::POINT),
                Precision::Range(Step::ONE),
                Precision::Hidden,
            ]
            .map(|precision| AsShown { key: key.clone(), fingerprint: 7, precision })
            .to_vec(),
            totals: vec![(0, vec![1, 2])],
            shares: vec![(1, 0)],
        };
        let salt = Salt(std::array::from_fn(|byte| u8::try_from(byte * 13).unwrap()));
        let made = Log { salt, releases: vec![release] };
        let text = ron::to_string(&LogV1::from(&made)).unwrap();
        assert_eq!(ron::from_str::<LogV1>(&text).unwrap().back(), Ok(made.clone()));
        // A file of before does not say how its keys are written: as they were then.
        let before = text.replace("keys:1,", "");
        assert_ne!(before, text);
        let before = ron::from_str::<LogV1>(&before).unwrap().back().unwrap();
        assert_eq!(
            before.releases.iter().map(|one| one.has_plain_keys).collect::<Vec<_>>(),
            [true]
        );
        assert_eq!(
            before.releases.first().map(|one| &one.entries),
            made.releases.first().map(|one| &one.entries)
        );
        for wrong in ["0", "z0000000000000000000000000000000", "é000000000000000000000000000000"] {
            assert!(contributors(wrong).is_err(), "{wrong}");
        }
    }
}
