//! Did last year's flag announce this year's difficulty, and better than « as last year »?
//!
//! What came is read from the later survey alone: the published share against that year's cut,
//! its masked cells as an interval, without any shrinkage, so that the flag is not judged by
//! itself. Persistence is the same reading of the earlier survey.

use crate::analysis::series::Year;
use crate::indicators::agreement::{Confusion, Measure, difference};
use crate::indicators::posterior::Settings;
use crate::model::{Fap, FapLevel, Share};
use crate::reference::Reference;
use crate::reference::passage::Passage;

/// Two neighbouring loaded years of the territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Validation {
    pub before: u16,
    pub after: u16,
    /// Of different editions of FAP: only codes that correspond one to one are compared.
    pub across: bool,
    /// Occupations of the earlier year on the territory.
    pub occupations: u32,
    /// Of these, those without a one to one code in the later edition.
    pub without_code: u32,
    /// Those without a row in the later year: no project, hence nothing to foresee.
    pub without_row: u32,
    /// Those that masked cells of either year leave undecided.
    pub undecided: u32,
    /// Occupations compared.
    pub n: u32,
    /// Least number of occupations for a measure.
    pub least: u32,
    /// `None`: too few occupations, not computable.
    pub scores: Option<Scores>,
}

/// The flag and persistence on the same occupations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    pub flag: Confusion,
    pub persistence: Confusion,
    /// κ of the flag less κ of persistence; `None` where either has none.
    pub gain: Option<Measure>,
    pub verdict: Verdict,
}

/// Which of the two announces better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The interval of the gain is above zero.
    FlagBetter,
    /// It is below zero.
    PersistenceBetter,
    /// It holds zero.
    NotTold,
    /// They said the same of every occupation.
    Same,
}

impl Verdict {
    pub const ALL: [Self; 4] =
        [Self::FlagBetter, Self::PersistenceBetter, Self::NotTold, Self::Same];

    pub const fn id(self) -> &'static str {
        match self {
            Self::FlagBetter => "flag-better",
            Self::PersistenceBetter => "persistence-better",
            Self::NotTold => "not-told",
            Self::Same => "same",
        }
    }
}

/// Settings; defaults and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules {
    /// Least number of occupations.
    pub least: u32,
    pub passage_minimum: f64,
    pub draws: u32,
    pub seed: u64,
}

/// Above the cut or not, where the masked cells leave no doubt.
fn difficult(share: &Share, cut: f64) -> Option<bool> {
    if share.low > cut {
        Some(true)
    } else if share.high <= cut {
        Some(false)
    } else {
        None
    }
}

/// Every pair of neighbouring years, oldest first.
pub(super) fn validations(
    years: &[Year],
    settings: Settings,
    rules: Rules,
    reference: &Reference,
) -> Vec<Validation> {
    let pairs = years.iter().zip(years.iter().skip(1));
    pairs.map(|(before, after)| validation(before, after, settings, rules, reference)).collect()
}

fn validation(
    before: &Year,
    after: &Year,
    settings: Settings,
    rules: Rules,
    reference: &Reference,
) -> Validation {
    let across = before.wave.version != after.wave.version;
    let passages: Vec<Passage> = if across {
        let from = before.wave.version;
        reference.passages(FapLevel::Occupation, from, rules.passage_minimum)
    } else {
        Vec::new()
    };
    let now = |code: Fap| -> Option<Fap> {
        if !across {
            return Some(code);
        }
        passages.iter().find(|passage| passage.from == code).map(|passage| passage.to)
    };
    let mut found = Validation {
        before: before.wave.year,
        after: after.wave.year,
        across,
        occupations: 0,
        without_code: 0,
        without_row: 0,
        undecided: 0,
        n: 0,
        least: rules.least,
        scores: None,
    };
    let mut cases = Vec::new();
    for (code, rings) in before.present() {
        let Some(then) = before.share(rings, settings) else { continue };
        found.occupations += 1;
        let Some(code) = now(code) else {
            found.without_code += 1;
            continue;
        };
        let later = after.rings(code).and_then(|rings| after.share(rings, settings));
        let Some(later) = later else {
            found.without_row += 1;
            continue;
        };
        let decided = difficult(&then, before.cut).zip(difficult(&later, after.cut));
        let Some((persists, came)) = decided else {
            found.undecided += 1;
            continue;
        };
        let flagged = before.sign(rings, settings).is_some_and(|(status, _)| status.is_flagged());
        cases.push((flagged, persists, came));
    }
    found.n = u32::try_from(cases.len()).unwrap_or(u32::MAX);
    found.scores = (found.n >= rules.least).then(|| scores(&cases, rules));
    found
}

fn scores(cases: &[(bool, bool, bool)], rules: Rules) -> Scores {
    let gain = difference(cases, rules.draws, rules.seed);
    Scores {
        flag: Confusion::of(cases.iter().map(|(flag, _, came)| (*flag, *came))),
        persistence: Confusion::of(cases.iter().map(|(_, persists, came)| (*persists, *came))),
        gain,
        verdict: match gain {
            _ if cases.iter().all(|(flag, persists, _)| flag == persists) => Verdict::Same,
            Some(gain) if gain.low > 0.0 => Verdict::FlagBetter,
            Some(gain) if gain.high < 0.0 => Verdict::PersistenceBetter,
            _ => Verdict::NotTold,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::extent::Extent;
    use crate::analysis::rings;
    use crate::model::adjust::Cut;
    use crate::readers::{Control, ReadTable, read};
    use std::fmt::Write as _;
    use std::sync::Arc;

    const SETTINGS: Settings =
        Settings { effective_share: 0.25, prior_strength: 10.0, flag_probability: 0.8 };

    fn survey(year: u16, rows: &[String]) -> Arc<ReadTable> {
        let mut text = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n".to_owned();
        for row in rows {
            writeln!(text, "{year};{row};*").unwrap();
        }
        let reference = Reference::embedded().unwrap();
        let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        assert_eq!(tables[0].rows.refused, 0, "{:?}", tables[0].issues);
        Arc::new(tables.remove(0))
    }

    fn check(inputs: &[Arc<ReadTable>], least: u32) -> Vec<Validation> {
        let reference = Reference::embedded().unwrap();
        let (waves, _) = rings::waves(inputs, 4.0);
        let extent = Extent::new("be:8450".parse().unwrap(), &reference);
        let years: Vec<Year> = waves
            .values()
            .filter_map(|wave| {
                let fold = wave.fold();
                let geography = rings::geography(&fold, extent.clone(), &reference).ok()?;
                let folded = Arc::new(rings::fold(&fold, &geography));
                Some(Year::new(wave.survey, &folded, Cut::France))
            })
            .collect();
        let rules = Rules { least, passage_minimum: 0.8, draws: 400, seed: 1 };
        validations(&years, SETTINGS, rules, &reference)
    }

    /// Codes of FAP 2021, each with its projects and difficult ones here; half of 10 000 are
    /// difficult elsewhere, so that the cut is near one half.
    fn year(year: u16, cells: &[(&str, &str, &str)]) -> Arc<ReadTable> {
        let here = cells.iter().map(|(code, met, xmet)| format!("{code};8450;15;84;{met};{xmet}"));
        let mut rows: Vec<String> = here.collect();
        rows.push("W1X80;1101;75;11;10000;5000".to_owned());
        survey(year, &rows)
    }

    #[test]
    fn every_occupation_is_counted_once_and_masked_ones_decide_nothing() {
        let before = year(
            2024,
            &[
                ("V0X60", "200", "190"),
                ("J3X43", "200", "10"),
                ("S1X40", "200", "190"),
                ("T0X60", "*", "*"),
                ("T2A60", "200", "*"),
                ("G0B41", "100", "90"),
            ],
        );
        let after = year(
            2025,
            &[
                ("V0X60", "200", "180"),
                ("J3X43", "200", "150"),
                ("S1X40", "200", "20"),
                ("T0X60", "100", "90"),
                ("T2A60", "200", "20"),
            ],
        );
        let found = check(&[before.clone(), after.clone()], 1).remove(0);
        assert_eq!((found.before, found.after, found.across), (2024, 2025, false));
        assert_eq!((found.occupations, found.without_row, found.undecided, found.n), (6, 1, 1, 4));
        let scores = found.scores.unwrap();
        let expected = Confusion { said_and_came: 1, said_only: 1, came_only: 1, neither: 1 };
        // At most four of two hundred are difficult behind a star: decided, and not difficult.
        assert_eq!(scores.persistence, expected);
        assert_eq!(scores.flag, expected, "far from the cut the flag is persistence");
        assert_eq!(scores.verdict, Verdict::Same);
        assert_eq!(check(&[before.clone(), after], 5)[0].scores, None, "too few");
        assert!(check(&[before], 1).is_empty(), "one year foresees nothing");
    }

    #[test]
    fn across_the_break_only_one_to_one_codes_are_judged() {
        let old = survey(
            2023,
            &[
                "J3Z43;8450;15;84;200;190".to_owned(),
                "S1Z20;8450;15;84;200;190".to_owned(),
                "T2A60;8450;15;84;200;10".to_owned(),
                "W1Z80;1101;75;11;10000;5000".to_owned(),
            ],
        );
        let new =
            year(2024, &[("J3X43", "200", "190"), ("S1X20", "200", "190"), ("T2A60", "200", "10")]);
        let found = check(&[old, new], 1).remove(0);
        assert!(found.across);
        assert_eq!((found.occupations, found.without_code, found.n), (3, 1, 2));
        let scores = found.scores.unwrap();
        assert_eq!((scores.flag.said_and_came, scores.flag.neither), (1, 1));
    }
}
