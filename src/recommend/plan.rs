//! Makes the recommended list: one entry per flagged occupation, training or not; where no survey of
//! projects is loaded, one per occupation that its official class calls tense.

use crate::indicators::anchor::Anchor;
use crate::indicators::hiring::Tally;
use crate::indicators::pressure::{Pressure, Status};
use crate::matching::supply::{Ring, Supply};
use crate::model::{Date, Fap, Grade, Territory};
use crate::recommend::diagnosis::{Diagnosis, Finding};
use crate::recommend::funding::{Promise, Request, Ruling, rule};
use crate::recommend::programme::{
    Audience, Basis, Financing, Format, Places, Programme, TrainingPlan,
};
use crate::reference::params::Parameters;
use crate::survey::quantile::quantile;

/// What the recommendation of one occupation reads.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub occupation: Fap,
    pub tally: &'a Tally,
    pub pressure: &'a Pressure,
    pub finding: &'a Finding,
    /// The official class; what orders the list where no survey does.
    pub anchor: Option<&'a Anchor>,
    /// Class of the training link, of which the trained share depends.
    pub training_link: Option<u8>,
    /// Class of the lack of available labour: pool or no pool.
    pub labour_shortage: Option<u8>,
    pub supply: &'a Supply,
}

/// What holds for every occupation of an analysis.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub parameters: &'a Parameters,
    /// The territory and those that hold it, for rules of a région.
    pub here: &'a [Territory],
    pub as_of: Date,
}

/// Flagged occupations, evidence first, then by expected difficult projects; without a survey of
/// projects, those that their official class calls tense, those read here first, by that class.
pub fn programmes(cases: &[Case<'_>], setting: Setting<'_>) -> Vec<Programme> {
    let mut chosen: Vec<&Case<'_>> = cases.iter().filter(|case| listed(case)).collect();
    let expected = |case: &Case<'_>| {
        case.pressure.mean().map_or(0.0, |share| case.tally.projects.value * share)
    };
    chosen.sort_by(|a, b| {
        basis(a.pressure)
            .cmp(&basis(b.pressure))
            .then_with(|| is_local(b, setting.here).cmp(&is_local(a, setting.here)))
            .then(b.finding.training_is_lever.cmp(&a.finding.training_is_lever))
            .then(expected(b).total_cmp(&expected(a)))
            .then_with(|| tension(b).0.cmp(&tension(a).0))
            .then_with(|| tension(b).1.total_cmp(&tension(a).1))
            .then(a.occupation.cmp(&b.occupation))
    });
    chosen.into_iter().zip(1_u32..).map(|(case, rank)| programme(case, rank, setting)).collect()
}

fn listed(case: &Case<'_>) -> bool {
    let tense = case.finding.diagnosis != Diagnosis::NoFlag;
    case.pressure.flagged() || (case.pressure.status == Status::Unread && tense)
}

/// Published for the territory, its basin or its département, where the order is that of the official classes.
fn is_local(case: &Case<'_>, here: &[Territory]) -> bool {
    let anchor = case.anchor.filter(|_| case.pressure.status == Status::Unread);
    anchor.zip(here.first()).is_some_and(|(anchor, place)| anchor.is_of(*place))
}

/// Official class and value, where the order is theirs alone.
fn tension(case: &Case<'_>) -> (u8, f64) {
    let anchor = case.anchor.filter(|_| case.pressure.status == Status::Unread);
    let value = anchor.and_then(|anchor| anchor.tension).unwrap_or(f64::NEG_INFINITY);
    (anchor.map_or(0, |anchor| anchor.class), value)
}

fn basis(pressure: &Pressure) -> Basis {
    match (pressure.status, pressure.grade) {
        (Status::Unread, _) => Basis::Official,
        (_, Grade::C) => Basis::Presumed,
        (_, Grade::A | Grade::B) => Basis::Evidence,
    }
}

fn programme(case: &Case<'_>, rank: u32, setting: Setting<'_>) -> Programme {
    let finding = case.finding;
    let training = format(case).map(|format| training(case, format, setting));
    let mut follow_up = match basis(case.pressure) {
        Basis::Official => vec!["official-tension-class"],
        Basis::Evidence | Basis::Presumed => vec!["difficult-share", "flag-probability"],
    };
    if training.is_some() {
        follow_up.push(Programme::OF_TRAINING);
    }
    Programme {
        rank,
        occupation: case.occupation,
        basis: basis(case.pressure),
        grade: case.pressure.grade,
        diagnosis: finding.diagnosis,
        lever: finding.lever,
        training,
        lead: setting
            .parameters
            .lead(finding.lever.id())
            .map(|lead| lead.id.clone())
            .unwrap_or_default(),
        follow_up,
    }
}

/// `None` where training is not a lever: the recommendation then names the lever alone.
fn format(case: &Case<'_>) -> Option<Format> {
    match case.finding.diagnosis {
        // A pool exists, or may exist: adapt first. Without a pool: certify in volume.
        Diagnosis::TrainedLabour | Diagnosis::Mixed => match case.labour_shortage {
            Some(4..=5) => Some(Format::Certifying),
            _ => Some(Format::ShortAdaptation),
        },
        Diagnosis::SmallPool => Some(Format::ShortAccess),
        Diagnosis::JobQuality if case.finding.short_adaptation => Some(Format::ShortAdaptation),
        _ => None,
    }
}

fn training(case: &Case<'_>, format: Format, setting: Setting<'_>) -> TrainingPlan {
    let audiences = match (format, case.finding.diagnosis) {
        (Format::Certifying, _) => {
            vec![Audience::JobSeekers, Audience::Employees, Audience::OutsideBasin]
        }
        (Format::ShortAdaptation, _) => vec![Audience::JobSeekers, Audience::Employees],
        (Format::ShortAccess, _) => {
            vec![Audience::JobSeekersFarFromWork, Audience::JobSeekers, Audience::Spouses]
        }
    };
    let supply = case.supply;
    let hours = hours(supply);
    TrainingPlan {
        employer_commitment: matches!(
            case.finding.diagnosis,
            Diagnosis::Mixed | Diagnosis::JobQuality
        ),
        financing: financing(format, &audiences, hours, setting),
        format,
        audiences,
        places: places(case, setting.parameters),
        hours,
        certifications: certifications(supply),
        providers: providers(supply),
    }
}

/// Certifications worth aiming at, best first: places in the supply.
pub fn certifications(supply: &Supply) -> Vec<usize> {
    let all = supply.certifications.iter().enumerate();
    let usable = all.filter(|(_, one)| !one.ended && one.continuing != Some(false));
    usable.map(|(position, _)| position).take(3).collect()
}

/// Offers whose bodies could run it, nearest first: places in the supply.
pub fn providers(supply: &Supply) -> Vec<usize> {
    let all = supply.offers.iter().enumerate();
    let usable = all.filter(|(_, offer)| {
        !offer.ended && offer.continuing != Some(false) && offer.ring != Ring::Elsewhere
    });
    usable.map(|(position, _)| position).take(5).collect()
}

/// Devices worth checking for that shape and one of the audiences, at the usual length of the
/// offers at hand. What the employers promise is not known yet.
fn financing(
    format: Format,
    audiences: &[Audience],
    hours: Option<(f64, f64, f64)>,
    setting: Setting<'_>,
) -> Vec<Financing> {
    let request = Request {
        audiences: audiences.to_vec(),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        hours: hours.map(|(_, median, _)| median.round().clamp(0.0, 1e6) as u32),
        content: Some(format.content()),
        promise: Promise::Unknown,
        group: None,
        employer_size: None,
        territories: setting.here.to_vec(),
        start: None,
        today: setting.as_of,
    };
    let rulings = setting.parameters.devices().iter().map(|device| rule(device, &request));
    rulings
        .filter(Ruling::eligible)
        .map(|ruling| Financing {
            device: ruling.device.id.clone(),
            verified_on: ruling.device.verified_on,
            stale: ruling.stale,
        })
        .collect()
}

/// Projects × share expected difficult × part that needs trained entrants (κ, `method.md` §3.1).
///
/// An order of size: openings are not training needs, and projects are intentions. `None`: no
/// survey tells any.
fn places(case: &Case<'_>, parameters: &Parameters) -> Option<Places> {
    let (trained_share, least, most) = parameters.trained_share(case.training_link);
    let posterior = case.pressure.posterior?;
    let projects = &case.tally.projects;
    let low = (projects.low * posterior.low * least).floor();
    let high = (projects.high * posterior.high * most).ceil();
    let value = (projects.value * posterior.mean * trained_share).round();
    let refused = value <= 0.0
        || (high - low) / 2.0 > parameters.projection_refusal() * value
        || projects.only_masked();
    Some(Places { value: (!refused).then_some(value), low, high, trained_share })
}

fn hours(supply: &Supply) -> Option<(f64, f64, f64)> {
    let mut hours: Vec<f64> = supply
        .offers
        .iter()
        .filter(|offer| offer.continuing != Some(false))
        .filter_map(|offer| offer.hours)
        .collect();
    hours.sort_by(f64::total_cmp);
    Some((*hours.first()?, quantile(&hours, 0.5)?, *hours.last()?))
}
