//! Occupations without a row of the BMO survey on the territory, read from what other files say of
//! them: offers, job seekers, official classes. An absent row is not a masked one: no share of
//! difficult projects is made up, no flag raised, and they rank with no other occupation.

use crate::analysis::official::Anchors;
use crate::analysis::own;
use crate::analysis::readings::Known;
use crate::analysis::results::{LocalOffers, Seekers};
use crate::analysis::rings::Folded;
use crate::analysis::seekers::{Flows, Rates};
use crate::indicators::anchor::{Anchor, RomeReading};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Placed, Raw, Scale};
use crate::model::{Fap, Grade, Territory};
use crate::reference::Reference;
use std::collections::{BTreeMap, BTreeSet};

/// One occupation without a row, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Absent {
    pub code: Fap,
    pub label: String,
    /// R and E alone; D has no source here.
    pub raw: Raw,
    /// `None`: neither says enough for a class.
    pub placed: Option<Placed>,
    pub anchor: Option<Anchor>,
    /// France Travail classes of its cards of ROME on the basin.
    pub cards: Vec<RomeReading>,
    pub local_offers: Option<LocalOffers>,
    pub seekers: Option<Seekers>,
}

impl Absent {
    /// Never more than a presumption: the survey that the others stand on says nothing of it.
    pub const CONFIDENCE: Grade = Grade::C;
}

/// What is known of the occupations of a territory, with a row or without.
pub(super) struct Sources<'a> {
    pub territory: Territory,
    pub folded: &'a Folded,
    pub flows: &'a Flows,
    pub offered: &'a own::Offers,
    pub seekers: &'a BTreeMap<Fap, Seekers>,
}

/// R and E of an occupation on the territory, where files give them.
pub(super) fn raw(flows: &Flows, territory: Territory, code: Fap) -> Raw {
    let rate = |rates: &Option<Rates>| rates.as_ref()?.rate(territory, code);
    Raw {
        difficulty: None,
        offers_per_seeker: rate(&flows.offers_per_seeker),
        exit_rate: rate(&flows.exits),
    }
}

impl Sources<'_> {
    /// The occupations without a row that some file speaks of, by code.
    pub fn codes(&self, anchors: &Anchors, reference: &Reference) -> BTreeSet<Fap> {
        let rates = [&self.flows.offers_per_seeker, &self.flows.exits];
        let of_rates = rates
            .into_iter()
            .flatten()
            .flat_map(|rates| rates.occupations(self.territory))
            .collect::<BTreeSet<Fap>>();
        let told = of_rates
            .into_iter()
            .chain(self.offered.by_occupation.keys().copied())
            .chain(self.seekers.keys().copied())
            .chain(anchors.of_cards(reference));
        told.filter(|code| !self.folded.occupations.contains_key(code)).collect()
    }

    /// All of them, by code, without their class.
    pub fn absent(&self, anchors: &Anchors, reference: &Reference) -> Vec<Absent> {
        let codes = self.codes(anchors, reference).into_iter();
        let one = |code: Fap| {
            let known = Known::new(anchors, code, reference);
            let of_survey = self.folded.elsewhere.get(&code).map(|cells| cells.label.as_str());
            let label = reference.fap_label(code).or(of_survey).unwrap_or_default();
            Absent {
                code,
                label: label.to_owned(),
                raw: raw(self.flows, self.territory, code),
                placed: None,
                anchor: known.anchor,
                cards: known.cards,
                local_offers: self.offered.by_occupation.get(&code).cloned(),
                seekers: self.seekers.get(&code).cloned(),
            }
        };
        codes.map(one).collect()
    }
}

/// The same, each placed on the scale by what it has.
pub(super) fn placed(absent: &[Absent], scale: Option<&Scale>) -> Vec<Absent> {
    let place = |one: &Absent| {
        let placed = scale.and_then(|scale| scale.place(one.raw));
        Absent { placed, ..one.clone() }
    };
    absent.iter().map(place).collect()
}

/// What a share of difficult projects is shrunk to before anybody of the territory is asked: the
/// département, the région and the country around it. `None`: no row of the occupation anywhere.
pub(super) fn prior(rings: &Rings, cut: f64, settings: Settings) -> Option<f64> {
    let [_, around @ ..] = rings;
    let known = around.iter().any(|ring| ring.projects > 0.0);
    known.then(|| posterior::prior(rings, cut, settings))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Request, Results, analyse};
    use crate::readers::{Control, ReadTable, read};
    use crate::reference::params::Parameters;
    use std::fmt::Write as _;
    use std::sync::Arc;

    /// Départements of the région and their basins, as the survey below names them.
    const DEPARTMENTS: [(&str, &str); 3] = [("15", "8450"), ("63", "8436"), ("43", "8432")];
    const CODES: [&str; 12] = [
        "V0X60", "J3X43", "S1X20", "T2A60", "S2X60", "G0B41", "V1X80", "R1X61", "A0X40", "S1X40",
        "T4X60", "L0X60",
    ];

    fn read_all(files: &[(&str, String)]) -> Vec<Arc<ReadTable>> {
        let reference = Reference::embedded().unwrap();
        let one = |(name, text): &(&str, String)| {
            read(name, text.as_bytes(), &reference, Control::none()).unwrap()
        };
        files.iter().flat_map(one).map(Arc::new).collect()
    }

    /// BMO of twelve occupations in three départements; the territory has no row of the last.
    fn survey() -> String {
        let mut text = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n".to_owned();
        for (place, (department, basin)) in DEPARTMENTS.into_iter().enumerate() {
            for (rank, code) in CODES.into_iter().enumerate() {
                if department == "15" && code == "L0X60" {
                    continue;
                }
                let difficult = 20 + 10 * rank + place;
                writeln!(text, "2026;{code};{basin};{department};84;200;{difficult};*").unwrap();
            }
        }
        text
    }

    /// Exits of job seekers of each occupation: a fifth to a half of who was exposed.
    fn seekers() -> String {
        let mut text =
            "periode;type_zone;code_zone;code_rome;code_fap;version_fap;defm_a;defm_abc;\
                        entrees_a;entrees_abc;sorties_abc\n"
                .to_owned();
        let zones =
            [("bmo", "8450"), ("departement", "15"), ("departement", "63"), ("departement", "43")];
        for (kind, zone) in zones {
            for (rank, code) in CODES.into_iter().enumerate() {
                let exits = 20 + 5 * rank;
                writeln!(text, "2026-T1;{kind};{zone};;{code};2021;80;100;50;60;{exits}").unwrap();
            }
        }
        text
    }

    fn results(files: &[(&str, String)]) -> Results {
        let request = Request {
            territory: "be:8450".parse().unwrap(),
            year: None,
            as_of: "2026-11-30".parse().unwrap(),
        };
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        analyse(&read_all(files), &reference, &parameters, &request).unwrap()
    }

    #[test]
    fn without_other_files_nothing_is_said_of_an_absent_row() {
        let found = results(&[("bmo.csv", survey())]);
        assert_eq!(found.occupations.len(), 11);
        assert!(found.absent.is_empty());
    }

    /// E alone places nothing (`method.md` §1.9): it is told, without a class.
    #[test]
    fn exits_alone_are_told_and_give_no_class() {
        let found = results(&[("bmo.csv", survey()), ("seekers.csv", seekers())]);
        let absent: Vec<&Absent> = found.absent.iter().collect();
        let [one] = absent.as_slice() else { panic!("{absent:?}") };
        assert_eq!(one.code.code(), "L0X60");
        let (stock, exits) = (100.0, 20.0 + 5.0 * 11.0);
        assert!((one.raw.exit_rate.unwrap() - exits / (stock + exits)).abs() < 1e-12);
        assert_eq!((one.raw.difficulty, one.placed), (None, None));
        assert!(found.occupations.iter().all(|known| known.code != one.code));
    }

    /// What an absent occupation adds changes nothing of the others: same flags, ranks, classes.
    #[test]
    fn absent_rows_change_nothing_of_the_others() {
        let (alone, with) = (survey(), seekers());
        let (before, after) = (
            results(&[("bmo.csv", alone.clone())]),
            results(&[("bmo.csv", alone), ("seekers.csv", with)]),
        );
        for (one, other) in before.occupations.iter().zip(&after.occupations) {
            assert_eq!(one.rank, other.rank);
            assert_eq!(one.pressure.status, other.pressure.status);
        }
        assert_eq!(before.totals, after.totals);
    }
}
