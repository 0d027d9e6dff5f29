//! What an analysis could not say for want of a file, so that the reader knows which one to bring.

use crate::analysis::Results;
use crate::indicators::pressure::Components;
use crate::model::Kind;

/// Something unknown, and the files that would tell it (`missing-…` in the catalogs).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The survey of hiring projects: without it no project, share, flag nor rank.
    Projects,
    /// Official class and causes: without them no lever can be named.
    Causes,
    /// Courses and certifications.
    Training,
    /// Offers, and registrations to set them against: component R.
    Offers,
    /// Exits of job seekers: component E.
    Exits,
    /// A second year: trends, entries and exits, reliability.
    Years,
    /// Causes and needs that employers state.
    Survey,
}

impl Missing {
    pub const ALL: [Self; 7] = [
        Self::Projects,
        Self::Causes,
        Self::Training,
        Self::Offers,
        Self::Exits,
        Self::Years,
        Self::Survey,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Causes => "causes",
            Self::Training => "training",
            Self::Offers => "offers",
            Self::Exits => "exits",
            Self::Years => "years",
            Self::Survey => "survey",
        }
    }

    fn of(self, results: &Results) -> bool {
        let loaded = |kinds: &[Kind]| {
            results
                .sources
                .iter()
                .any(|source| source.usage.is_used() && kinds.contains(&source.kind))
        };
        let placed = |has: fn(&Components) -> bool| {
            let of_absent = results.absent.iter().filter_map(|one| one.placed);
            let of_absent = of_absent.map(|placed| placed.components);
            let all = results.occupations.iter().map(|one| one.pressure.components);
            all.chain(of_absent).any(|parts| has(&parts))
        };
        match self {
            Self::Projects => results.bmo.is_none(),
            Self::Causes => results.occupations.iter().all(|one| one.anchor.is_none()),
            Self::Training => !loaded(&[
                Kind::CertifInfo,
                Kind::NationalRegister,
                Kind::CourseOffers,
                Kind::CarifOffers,
                Kind::TrainingCatalogue,
            ]),
            // Told of the territory alone, it makes no class.
            Self::Offers => !placed(|parts| parts.offers_per_seeker.is_some()),
            Self::Exits => !placed(|parts| parts.exit_rate.is_some()),
            // Without any, the first is what is missing.
            Self::Years => results.bmo.is_some() && results.years.len() < 2,
            Self::Survey => !loaded(&[Kind::SurveyOccupations, Kind::SurveyAnswers]),
        }
    }
}

/// What is missing, the most needed first.
pub fn missing(results: &Results) -> Vec<Missing> {
    Missing::ALL.into_iter().filter(|one| one.of(results)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Request, analyse};
    use crate::readers::{Control, ReadTable, read};
    use crate::reference::Reference;
    use crate::reference::params::Parameters;
    use std::sync::Arc;

    fn check(files: &[(&str, &str)], expected: &[Missing]) {
        let reference = Reference::embedded().unwrap();
        let inputs: Vec<Arc<ReadTable>> = files
            .iter()
            .flat_map(|(name, text)| {
                read(name, text.as_bytes(), &reference, Control::none()).unwrap()
            })
            .map(Arc::new)
            .collect();
        let request = Request {
            territory: "be:8450".parse().unwrap(),
            year: None,
            as_of: "2026-11-30".parse().unwrap(),
        };
        let parameters = Parameters::embedded().unwrap();
        let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
        assert_eq!(missing(&results), expected);
    }

    #[test]
    fn each_file_takes_away_what_it_tells() {
        use Missing::{Causes, Exits, Offers, Survey, Training, Years};
        let survey = |year: u16| {
            let short = year - 2000;
            format!(
                "annee;code métier;BE{short};Dept;REG;met;xmet;smet\n{year};V0X60;8450;15;84;80;40;*\n"
            )
        };
        let (last, before) = (survey(2025), survey(2024));
        check(&[("bmo.csv", &last)], &[Causes, Training, Offers, Exits, Years, Survey]);
        check(
            &[("bmo.csv", &last), ("avant.csv", &before)],
            &[Causes, Training, Offers, Exits, Survey],
        );
        let tensions = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
                        Lien formation-emploi,Manque de main-d'œuvre disponible,\
                        Non-durabilité de l'emploi,Conditions de travail contraignantes,\
                        Inadéquation géographique,Année,niveau_geo,niveau_fap,reg,dep\n\
                        V0Z60,100,0.6,5.0,3.0,5.0,3.0,3.0,3.0,3.0,2019,nat,fap 225,,\n";
        check(
            &[("bmo.csv", &last), ("tensions.csv", tensions)],
            &[Training, Offers, Exits, Years, Survey],
        );
    }
}
