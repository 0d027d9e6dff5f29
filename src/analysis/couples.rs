//! Where two occupations are both recruited: the job of one, and that of the spouse.
//!
//! Basins by the survey's own cells, masked ones as what they are: at least one project, at most
//! a few. Sectors by the national table of hirings ROME × NAF, an estimate and labelled so.

use crate::analysis::extent::Extent;
use crate::analysis::hirings::Hirings;
use crate::analysis::results::{SourceView, Usage};
use crate::analysis::rings::{self, Geography};
use crate::analysis::{AnalysisError, inputs};
use crate::indicators::fold::Fold;
use crate::indicators::hiring::{Sums, Tally};
use crate::model::{Fap, FapVersion, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How near a basin is to the territory asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    Inside,
    SameDepartment,
    SameRegion,
    Elsewhere,
}

impl Nearness {
    pub const ALL: [Self; 4] =
        [Self::Inside, Self::SameDepartment, Self::SameRegion, Self::Elsewhere];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::SameDepartment => "same-department",
            Self::SameRegion => "same-region",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A basin with projects for both occupations.
#[derive(Clone, Debug, PartialEq)]
pub struct Basin {
    pub territory: Territory,
    pub label: String,
    /// `None` without a territory to be near to.
    pub nearness: Option<Nearness>,
    /// The two occupations, in the order asked.
    pub tallies: [Tally; 2],
}

impl Basin {
    /// Projects that the scarcer of the two has for sure.
    pub fn sure(&self) -> f64 {
        let [one, other] = &self.tallies;
        one.projects.low.min(other.projects.low)
    }

    /// Most projects that the scarcer of the two may have.
    pub fn possible(&self) -> f64 {
        let [one, other] = &self.tallies;
        one.projects.high.min(other.projects.high)
    }
}

/// A section of NAF that hires both, over the whole country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sector {
    /// Letter A–U.
    pub section: char,
    /// Part of the hirings of each occupation that this section makes, 0–1.
    pub shares: [f64; 2],
}

/// The two occupations side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Couple {
    pub year: u16,
    pub occupations: [Fap; 2],
    /// Nearest first, then those where the scarcer of the two has most projects.
    pub basins: Vec<Basin>,
    /// Basins where only one of them is recruited, in the order asked.
    pub alone: [u32; 2],
    /// Best for both first; `None` when no table ROME × NAF is loaded.
    pub sectors: Option<Vec<Sector>>,
    /// The file of hirings that counts, and those of other vintages, which do not.
    pub hirings: Option<(usize, Vec<usize>)>,
    pub sources: Vec<SourceView>,
}

/// The basins near a territory first, where one is named; the latest year where none is.
///
/// # Errors
/// When no survey is loaded, or not that of the year, a code is not in it, or the territory is not.
pub fn couple(
    given: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    codes: [&str; 2],
    (near, year): (Option<Territory>, Option<u16>),
) -> Result<Couple, AnalysisError> {
    let prepared = inputs::prepare_for(given, year);
    let inputs = prepared.inputs.as_slice();
    let reference = &inputs::with_lists(inputs, reference);
    let (waves, _) = rings::waves(inputs, parameters.star_max());
    let wave = rings::wave(&waves, inputs, year)?;
    let fold = wave.fold();
    let [one, other] = codes.map(|code| occupation(code, wave.version, &fold));
    let occupations = [one?, other?];
    let extent = near.map(|place| Extent::new(place, reference));
    let geography = extent.map(|extent| rings::geography(&fold, extent, reference)).transpose()?;
    let (basins, alone) = basins(&fold, occupations, geography.as_ref(), parameters);
    let hirings = Hirings::new(inputs, reference, year);
    let together: Vec<usize> = prepared.read_with(wave.source).collect();
    let used = |position: usize| {
        together.contains(&position) || hirings.as_ref().is_some_and(|used| used.source == position)
    };
    Ok(Couple {
        year: wave.year,
        occupations,
        basins,
        alone,
        sources: given
            .iter()
            .enumerate()
            .map(|(position, given)| {
                let usage = Usage::of(used(position), given.kind);
                SourceView::new(given, usage)
            })
            .collect(),
        sectors: hirings.as_ref().map(|hirings| sectors(hirings, occupations, reference)),
        hirings: hirings.map(|hirings| (hirings.source, hirings.left)),
    })
}

/// A code as typed, bare or with its edition; it must be in the survey.
pub(super) fn occupation(
    text: &str,
    version: FapVersion,
    fold: &Fold,
) -> Result<Fap, AnalysisError> {
    let code = text.parse::<Fap>().or_else(|_| Fap::new(version, text)).ok();
    let absent = || AnalysisError::OccupationAbsent { code: text.to_owned(), year: fold.year };
    code.filter(|code| fold.occupation(*code).is_some()).ok_or_else(absent)
}

fn basins(
    fold: &Fold,
    codes: [Fap; 2],
    near: Option<&Geography>,
    parameters: &Parameters,
) -> (Vec<Basin>, [u32; 2]) {
    struct Found<'a> {
        label: &'a str,
        nearness: Nearness,
        sums: [Sums; 2],
    }
    let holds = |places: &[(Territory, String)], place: Option<Territory>| {
        places.iter().any(|(known, _)| Some(*known) == place)
    };
    let codes = codes.map(|code| fold.occupation(code));
    let mut found: BTreeMap<Territory, Found<'_>> = BTreeMap::new();
    for entry in &fold.entries {
        let both = codes.map(|code| code == Some(entry.occupation));
        let site = fold.sites.get(entry.site).filter(|_| both.contains(&true));
        let Some((site, basin)) = site.and_then(|site| Some((site, site.basin()?))) else {
            continue;
        };
        let nearness = match near {
            Some(near) if near.extent.contains(site) => Nearness::Inside,
            Some(near) if holds(&near.departments, site.department()) => Nearness::SameDepartment,
            Some(near) if holds(&near.regions, site.region()) => Nearness::SameRegion,
            _ => Nearness::Elsewhere,
        };
        let label = site.label(basin).unwrap_or_default();
        let basin =
            found.entry(basin).or_insert(Found { label, nearness, sums: [Sums::default(); 2] });
        basin.nearness = basin.nearness.min(nearness);
        for (sums, is_it) in basin.sums.iter_mut().zip(both) {
            if is_it {
                *sums = sums.plus(&entry.sums);
            }
        }
    }
    let mut alone = [0; 2];
    let mut list = Vec::new();
    for (territory, Found { label, nearness, sums }) in found {
        let [first, second] = sums.map(|sums| sums.cells > 0);
        if first && second {
            list.push(Basin {
                territory,
                label: label.to_owned(),
                nearness: near.map(|_| nearness),
                tallies: sums.map(|sums| sums.tally(fold.mask, parameters.effective_share())),
            });
        } else if let Some(count) = alone.get_mut(usize::from(second)) {
            *count += 1;
        }
    }
    list.sort_by(|a, b| {
        let nearer = a.nearness.cmp(&b.nearness);
        let more = b.sure().total_cmp(&a.sure()).then(b.possible().total_cmp(&a.possible()));
        nearer.then(more).then(a.territory.cmp(&b.territory))
    });
    (list, alone)
}

/// Sections that hire both, best for both first.
fn sectors(hirings: &Hirings, occupations: [Fap; 2], reference: &Reference) -> Vec<Sector> {
    let [one, other] = occupations.map(|code| hirings.spread(code, reference));
    let mut both: Vec<Sector> = one
        .iter()
        .filter_map(|(section, share)| {
            let shares = [*share, *other.get(section)?];
            Some(Sector { section: *section, shares })
        })
        .collect();
    let weaker = |sector: &Sector| sector.shares.iter().copied().fold(f64::INFINITY, f64::min);
    both.sort_by(|a, b| weaker(b).total_cmp(&weaker(a)).then(a.section.cmp(&b.section)));
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use proptest::prelude::*;
    use std::fmt::Write as _;

    fn table(text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let mut tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        assert_eq!(tables[0].rows.refused, 0, "{:?}", tables[0].issues);
        Arc::new(tables.remove(0))
    }

    fn survey(rows: &[&str]) -> Arc<ReadTable> {
        let mut text = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n".to_owned();
        for row in rows {
            writeln!(text, "2026;{row};*").unwrap();
        }
        table(&text)
    }

    fn ask(
        inputs: &[Arc<ReadTable>],
        codes: [&str; 2],
        near: Option<&str>,
    ) -> Result<Couple, AnalysisError> {
        let near = near.map(|code| code.parse().unwrap());
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        couple(inputs, &reference, &parameters, codes, (near, None))
    }

    fn codes(found: &Couple) -> Vec<String> {
        found.basins.iter().map(|basin| basin.territory.to_string()).collect()
    }

    #[test]
    fn near_basins_first_and_a_masked_cell_is_a_few_projects_not_none() {
        let inputs = [survey(&[
            "V0X60;8450;15;84;200;190",
            "J3X43;8450;15;84;*;*",
            "V0X60;8451;15;84;50;20",
            "J3X43;8451;15;84;60;20",
            "V0X60;6310;63;84;900;20",
            "J3X43;6310;63;84;800;20",
            "V0X60;1101;75;11;9000;20",
            "J3X43;1101;75;11;9000;20",
            "V0X60;8456;15;84;70;20",
            "J3X43;8413;01;84;70;20",
        ])];
        let found = ask(&inputs, ["V0X60", "fap2021:J3X43"], Some("be:8450")).unwrap();
        assert_eq!(codes(&found), ["be:8450", "be:8451", "be:6310", "be:1101"]);
        assert_eq!(found.alone, [1, 1]);
        let here = &found.basins[0];
        assert!((here.sure() - 1.0).abs() < f64::EPSILON, "one to four behind a star");
        assert!((here.possible() - 4.0).abs() < f64::EPSILON);
        assert!((found.basins[1].sure() - 50.0).abs() < f64::EPSILON);
        let nearness: Vec<_> = found.basins.iter().map(|b| b.nearness.unwrap().id()).collect();
        assert_eq!(nearness, ["inside", "same-department", "same-region", "elsewhere"]);
        // Without a territory, the most projects first.
        let found = ask(&inputs, ["V0X60", "J3X43"], None).unwrap();
        assert_eq!(codes(&found), ["be:1101", "be:6310", "be:8451", "be:8450"]);
        assert!(found.basins.iter().all(|basin| basin.nearness.is_none()));
        assert_eq!(found.sectors, None, "no table of hirings: not known, not empty");
        for code in ["A0X40", "V0Z60", "fap2009:V0Z60", "x"] {
            let error = ask(&inputs, ["V0X60", code], None).unwrap_err();
            assert_eq!(error.id(), "occupation-absent", "{code}");
        }
        assert_eq!(ask(&[], ["V0X60", "J3X43"], None).unwrap_err().id(), "no-survey");
    }

    /// V0X60 is the whole of J1501, J3X43 the whole of N4101: the shares are those of the cards.
    #[test]
    fn sectors_are_the_shares_of_hirings() {
        let hirings = table(
            "rome_id,rome_label,naf_id,naf_label,hirings\n\
             J1501,a,8610Z,b,60\nJ1501,a,4941A,b,20\nJ1501,a,7820Z,b,20\n\
             N4101,a,4941A,b,90\nN4101,a,7820Z,b,10\n",
        );
        let survey = survey(&["V0X60;8450;15;84;200;190", "J3X43;8450;15;84;30;10"]);
        let found = ask(&[survey, hirings], ["V0X60", "J3X43"], None).unwrap();
        let expected = [
            Sector { section: 'H', shares: [20.0 / 100.0, 90.0 / 100.0] },
            Sector { section: 'N', shares: [20.0 / 100.0, 10.0 / 100.0] },
        ];
        assert_eq!(found.sectors.as_deref(), Some(expected.as_slice()));
    }

    proptest! {
        /// Asked the other way round, the same basins with their figures exchanged.
        #[test]
        fn the_order_of_the_two_is_indifferent(
            cells in proptest::collection::vec((0..4_u8, any::<bool>(), 5..300_u32, any::<bool>()), 1..16),
        ) {
            let mut seen = std::collections::BTreeSet::new();
            let mut rows =
                vec!["V0X60;9401;2A;94;10;5".to_owned(), "J3X43;9402;2A;94;10;5".to_owned()];
            for (basin, first, met, masked) in cells {
                if seen.insert((basin, first)) {
                    let code = if first { "V0X60" } else { "J3X43" };
                    let met = if masked { "*".to_owned() } else { met.to_string() };
                    rows.push(format!("{code};845{basin};15;84;{met};*"));
                }
            }
            let inputs = [survey(&rows.iter().map(String::as_str).collect::<Vec<_>>())];
            let there = ask(&inputs, ["V0X60", "J3X43"], Some("dep:2A")).unwrap();
            let back = ask(&inputs, ["J3X43", "V0X60"], Some("dep:2A")).unwrap();
            prop_assert_eq!(codes(&there), codes(&back));
            prop_assert_eq!(there.alone, [back.alone[1], back.alone[0]]);
            for (a, b) in there.basins.iter().zip(&back.basins) {
                prop_assert_eq!(a.tallies[0], b.tallies[1]);
                prop_assert!(1.0 <= a.sure() && a.sure() <= a.possible());
            }
        }
    }
}
