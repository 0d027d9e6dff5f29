//! Whether identifiers still mean the respondents that they meant when figures left.
//!
//! Two versions of a figure are compared by who stands in them. Where identifiers are given anew, by
//! the order of answers for instance, one answer more looks like many answers that changed, the two
//! versions are held to be far apart, and their difference is that one answer. The log has a keyed
//! hash of each identifier with its answer: what an identifier stood for then is found again among
//! the answers of today.

use crate::secrecy::changes::{Contributors, unit_hash};
use crate::secrecy::journal::{Export, Key, Log, Release};
use crate::secrecy::siphash::Salt;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer identifiers than this that seem to stand for others are answers that happen to be alike.
const LEAST_MOVED: usize = 2;

/// The answers of one identifier: in which figures, and the hash of each with an identifier.
type Answers<'a> = BTreeMap<(&'a str, &'a str), u64>;

/// Whether the identifiers of an export mean other respondents than those of what has left.
pub fn have_moved(log: &Log, export: &Export) -> bool {
    let now = Now::of(log.salt, export);
    log.releases.iter().any(|release| now.differs_from(release))
}

/// The respondents of an export.
struct Now<'a> {
    salt: Salt,
    /// By identifier, what it answers in each figure.
    answers: BTreeMap<&'a str, BTreeMap<(&'a str, &'a str), f64>>,
    /// Territories and waves of its figures, and the figures.
    named: BTreeSet<(&'a str, &'a str)>,
    figures: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Now<'a> {
    fn of(salt: Salt, export: &'a Export) -> Self {
        let mut answers: BTreeMap<&str, BTreeMap<(&str, &str), f64>> = BTreeMap::new();
        let (mut named, mut figures) = (BTreeSet::new(), BTreeSet::new());
        for candidate in &export.candidates {
            named.insert(named_after(&candidate.key));
            figures.insert(figure(&candidate.key));
            for answer in &candidate.answers {
                let answered = answers.entry(&answer.unit).or_default();
                *answered.entry(figure(&candidate.key)).or_default() += answer.unweighted;
            }
        }
        Self { salt, answers, named, figures }
    }

    fn differs_from(&self, release: &Release) -> bool {
        let mut then: BTreeMap<u64, Answers<'_>> = BTreeMap::new();
        let mut is_same_place = false;
        // Who was asked other questions, as colleges are, is somebody else and nothing is wrong.
        let entries = release.entries.iter();
        for entry in entries.filter(|entry| self.figures.contains(&figure(&entry.key))) {
            is_same_place |= self.named.contains(&named_after(&entry.key));
            for one in entry.contributors.as_slice() {
                then.entry(one.unit).or_default().insert(figure(&entry.key), one.answer);
            }
        }
        self.are_exchanged(&then) || is_same_place && self.are_replaced(&then)
    }

    /// Identifiers whose answers are today exactly those that others had: at least half of those
    /// whose answers are not what they were.
    fn are_exchanged(&self, then: &BTreeMap<u64, Answers<'_>>) -> bool {
        let known: BTreeSet<(&str, &str)> =
            then.values().flat_map(BTreeMap::keys).copied().collect();
        // By the figures that each is in: most cannot be anyone else's.
        let mut by_figures: BTreeMap<Vec<(&str, &str)>, Vec<&str>> = BTreeMap::new();
        for (unit, answers) in &self.answers {
            let figures = answers.keys().filter(|figure| known.contains(*figure)).copied();
            by_figures.entry(figures.collect()).or_default().push(unit);
        }
        let asked: BTreeSet<(&str, &str)> =
            self.answers.values().flat_map(BTreeMap::keys).copied().collect();
        let (mut altered, mut moved) = (0_usize, 0_usize);
        for unit in self.answers.keys() {
            let Some(before) = then.get(&unit_hash(self.salt, unit)) else { continue };
            let figures = before.keys().filter(|figure| asked.contains(*figure)).copied();
            let figures: Vec<(&str, &str)> = figures.collect();
            let alike = by_figures.get(&figures).map(Vec::as_slice).unwrap_or_default();
            let stands_for = |other: &&&str| self.has_answered(before, &figures, unit, other);
            // By itself: it may be in a figure today that it counted for nothing in then.
            if self.has_answered(before, &figures, unit, unit) {
                continue;
            }
            altered += 1;
            moved += usize::from(alike.iter().any(|other| stands_for(&other)));
        }
        moved >= LEAST_MOVED && 2 * moved >= altered
    }

    /// Whether what `unit` answered then is what `other` answers now.
    fn has_answered(
        &self,
        before: &Answers<'_>,
        figures: &[(&str, &str)],
        unit: &str,
        other: &str,
    ) -> bool {
        let Some(answers) = self.answers.get(other) else { return false };
        figures.iter().all(|figure| {
            let hashed = |answer: &f64| {
                let one = Contributors::new(self.salt, [(unit, *answer)]);
                one.as_slice().first().map(|one| one.answer)
            };
            before.get(figure).copied() == answers.get(figure).and_then(hashed)
        })
    }

    /// In one territory and wave, a good part of the identifiers are gone, and others have come.
    fn are_replaced(&self, then: &BTreeMap<u64, Answers<'_>>) -> bool {
        let units: BTreeSet<u64> =
            self.answers.keys().map(|unit| unit_hash(self.salt, unit)).collect();
        let gone = then.keys().filter(|unit| !units.contains(unit)).count();
        let came = units.iter().filter(|unit| !then.contains_key(unit)).count();
        gone >= LEAST_MOVED && 4 * gone >= then.len() && 2 * came >= gone
    }
}

fn figure(key: &Key) -> (&str, &str) {
    (&key.indicator, &key.breakdown)
}

fn named_after(key: &Key) -> (&str, &str) {
    (&key.territory, &key.vintage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::journal::{Answer, Candidate, Entry, Outcome, Rule};

    const SALT: Salt = Salt([7; 16]);
    const WAVE: (&str, &str) = ("be:8450", "2026");

    /// Two figures of respondents: identifier, then what each answers.
    fn export(answers: &[(&str, f64, f64)], (territory, vintage): (&str, &str)) -> Export {
        let candidate = |indicator: &str, of: &dyn Fn(&(&str, f64, f64)) -> f64| Candidate {
            key: Key {
                indicator: indicator.to_owned(),
                territory: territory.to_owned(),
                breakdown: "all".to_owned(),
                vintage: vintage.to_owned(),
            },
            answers: answers
                .iter()
                .map(|one| Answer {
                    unit: one.0.to_owned(),
                    unweighted: of(one),
                    weighted: of(one),
                })
                .collect(),
            rule: Rule::Total,
            half_step: 0.0,
            wanted: true,
        };
        let candidates =
            vec![candidate("headcount", &|one| one.1), candidate("projects", &|one| one.2)];
        Export { candidates, totals: Vec::new() }
    }

    fn log(export: &Export) -> Log {
        let entries = export.candidates.iter().map(|candidate| {
            let answers = candidate.answers.iter().map(|a| (a.unit.as_str(), a.unweighted));
            let contributors = Contributors::new(SALT, answers);
            let outcome = Outcome::Hidden;
            Entry { key: candidate.key.clone(), fingerprint: 1, contributors, outcome }
        });
        let release = Release { entries: entries.collect(), ..Release::default() };
        Log { salt: SALT, releases: vec![release] }
    }

    const FOUR: [(&str, f64, f64); 4] =
        [("E001", 30.0, 4.0), ("E002", 12.0, 1.0), ("E003", 7.0, 0.0), ("E004", 50.0, 9.0)];

    fn check(now: &[(&str, f64, f64)], wave: (&str, &str), expect: bool) {
        let left = log(&export(&FOUR, WAVE));
        assert_eq!(have_moved(&left, &export(now, wave)), expect, "{now:?} {wave:?}");
    }

    #[test]
    fn the_same_and_a_few_changes_are_the_same_respondents() {
        let [one, two, three, four] = FOUR;
        check(&FOUR, WAVE, false);
        check(&[one, two, three, four, ("E005", 9.0, 1.0)], WAVE, false);
        check(&[one, two, four], WAVE, false);
        check(&[one, two, three, ("E004", 51.0, 9.0)], WAVE, false);
        assert!(!have_moved(&Log::new(SALT), &export(&FOUR, WAVE)));
        // A wave of the same panel, all answers new.
        let next =
            [("E001", 31.0, 2.0), ("E002", 13.0, 1.0), ("E003", 8.0, 5.0), ("E004", 49.0, 0.0)];
        check(&next, ("be:8450", "2027"), false);
    }

    /// A first that comes late takes the number of the next, and so on.
    #[test]
    fn numbers_given_anew_are_noticed() {
        let shifted = [
            ("E001", 9.0, 1.0),
            ("E002", 30.0, 4.0),
            ("E003", 12.0, 1.0),
            ("E004", 7.0, 0.0),
            ("E005", 50.0, 9.0),
        ];
        check(&shifted, WAVE, true);
        // Under another name of the territory, or another wave.
        check(&shifted, ("be:0061", "2026"), true);
        check(&shifted, ("be:8450", "2027"), true);
    }

    #[test]
    fn other_names_for_all_are_noticed_in_one_territory_and_wave() {
        let renamed = [("A", 30.0, 4.0), ("B", 12.0, 1.0), ("C", 7.0, 0.0), ("D", 50.0, 9.0)];
        check(&renamed, WAVE, true);
        check(&renamed, ("be:0061", "2026"), false);
        check(&renamed, ("be:8450", "2027"), false);
    }

    /// Colleges are asked in the same place and year, by questions of their own.
    #[test]
    fn those_who_were_asked_other_questions_are_not_gone() {
        let survey = export(&[("a", 1.0, 2.0), ("b", 3.0, 4.0), ("c", 5.0, 6.0)], WAVE);
        let mut colleges = export(&[("x", 1.0, 2.0), ("y", 3.0, 4.0), ("z", 5.0, 6.0)], WAVE);
        let before = log(&colleges);
        assert!(have_moved(&before, &survey), "the same questions: others have come");
        for candidate in &mut colleges.candidates {
            candidate.key.indicator = format!("perception/{}", candidate.key.indicator);
        }
        assert!(!have_moved(&log(&colleges), &survey));
    }
}
