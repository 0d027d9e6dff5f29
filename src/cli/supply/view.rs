//! Supply and needs as `--json` has them (docs/json.md).

use crate::analysis::results::Occupation;
use crate::cli::json;
use crate::cli::plan::view::{NeedView, need};
use crate::cli::supply::Told;
use crate::flows::Horizon;
use crate::flows::balance::{Balance, Counted};
use crate::flows::gap::Gap;
use crate::flows::spread::Span;
use crate::matching::corrections::LinkKey;
use crate::matching::supply::{Certification, Link, LinkKind, Linking, Modality, Offer, Ring};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct View {
    territory: json::Place,
    year: u16,
    as_of: String,
    sources: Vec<json::Source>,
    near: NearView,
    linking: Vec<LinkingView>,
    occupations: Vec<OccupationView>,
    unfed: Vec<UnfedView>,
    unlinked: Vec<UnlinkedView>,
}

#[derive(Serialize)]
struct NearView {
    minutes: Option<f64>,
    kilometres: Option<f64>,
}

#[derive(Serialize)]
struct LinkingView {
    source: usize,
    rows: u32,
    decided: u32,
    code: u32,
    card: u32,
    field: u32,
    text: u32,
    none: u32,
}

#[derive(Serialize)]
pub struct SpanView {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl From<Span> for SpanView {
    fn from(Span { value, low, high }: Span) -> Self {
        Self { value, low, high }
    }
}

#[derive(Serialize)]
struct RuleView {
    rule: &'static str,
    entrants: SpanView,
    gap: Option<SpanView>,
}

#[derive(Serialize)]
struct HorizonView {
    horizon: &'static str,
    /// Where creations and departures come from; `null` where projects alone bound the need.
    creation: Option<&'static str>,
    departures: Option<&'static str>,
    need: Option<SpanView>,
    gap: Option<SpanView>,
    sign: &'static str,
    coverage: Option<f64>,
    by_rule: Vec<RuleView>,
}

#[derive(Serialize)]
struct CountedView {
    source: usize,
    row: u32,
    initial: bool,
    people: SpanView,
    share: Option<f64>,
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct BalanceView {
    basis: &'static str,
    horizons: Vec<HorizonView>,
    initial: SpanView,
    continuing: SpanView,
    pool: Option<SpanView>,
    programmes: Vec<CountedView>,
    missing: Vec<&'static str>,
    biased_down: bool,
}

#[derive(Serialize)]
pub struct VerdictView {
    verdict: &'static str,
    why: &'static str,
    diagnosis: &'static str,
    lever: &'static str,
    sign: &'static str,
    local: u32,
    beyond: u32,
    remote: u32,
    taken: Option<f64>,
    certified: bool,
    proven: bool,
}

#[derive(Serialize)]
struct LinkView {
    kind: &'static str,
    rome: Option<String>,
    share: f64,
    score: Option<f64>,
    reason: Option<&'static str>,
    source: Option<usize>,
    row: Option<u32>,
}

impl From<Link> for LinkView {
    fn from(link: Link) -> Self {
        Self {
            kind: link.kind.id(),
            rome: link.rome.map(|rome| rome.to_string()),
            share: link.share,
            score: link.kind.score(),
            reason: match link.kind {
                LinkKind::Text { reason, .. } => Some(reason.id()),
                _ => None,
            },
            source: link.found_in.map(|(source, _)| source),
            row: link.found_in.map(|(_, row)| row),
        }
    }
}

#[derive(Serialize)]
struct OfferView {
    source: usize,
    row: u32,
    key: String,
    title: String,
    provider: String,
    ring: &'static str,
    minutes: Option<f64>,
    kilometres: Option<f64>,
    commune: Option<String>,
    department: Option<String>,
    modality: Option<&'static str>,
    route: Option<String>,
    ended: bool,
    register: Option<String>,
    formacodes: Vec<String>,
    nsf: Option<String>,
    level: Option<u8>,
    hours: Option<f64>,
    places: Option<f64>,
    entries: Option<f64>,
    enrolled: Option<f64>,
    price: Option<f64>,
    starts: Option<String>,
    ends: Option<String>,
    link: LinkView,
}

#[derive(Serialize)]
struct CertificationView {
    source: usize,
    row: u32,
    key: String,
    label: String,
    register: Option<String>,
    level: Option<u8>,
    ended: bool,
    until: Option<String>,
    formacode: Option<String>,
    nsf: Option<String>,
    link: LinkView,
}

#[derive(Serialize)]
struct OccupationView {
    code: String,
    label: String,
    verdict: Option<VerdictView>,
    balance: Option<BalanceView>,
    /// Places a year that `plan` asks for; `null` without a candidate programme.
    plan_need: Option<NeedView>,
    rings: BTreeMap<&'static str, usize>,
    offers: Vec<OfferView>,
    proposed: Vec<OfferView>,
    certifications: Vec<CertificationView>,
}

#[derive(Serialize)]
pub struct UnfedView {
    source: usize,
    row: u32,
    title: String,
    provider: String,
    why: &'static str,
    occupations: Vec<String>,
}

/// An offer of an own catalogue that nothing links, or of which a link is only proposed.
#[derive(Serialize)]
pub struct UnlinkedView {
    source: usize,
    row: u32,
    title: String,
    provider: String,
}

impl From<&Offer> for UnlinkedView {
    fn from(offer: &Offer) -> Self {
        let (title, provider) = (offer.title.clone(), offer.provider.clone());
        Self { source: offer.source, row: offer.row, title, provider }
    }
}

pub fn view(told: &Told<'_>) -> View {
    let results = told.results;
    let wanted = |one: &&Occupation| told.only.is_none_or(|only| only == one.code);
    View {
        territory: json::Place {
            code: results.territory.territory.to_string(),
            label: results.territory.label.clone(),
        },
        year: results.year,
        as_of: results.as_of.to_string(),
        sources: results.sources.iter().map(json::source).collect(),
        near: NearView { minutes: told.near.0, kilometres: told.near.1 },
        linking: results.linking.iter().map(linking).collect(),
        occupations: results
            .occupations
            .iter()
            .filter(wanted)
            .map(|occupation| one(told, occupation))
            .collect(),
        unfed: told.unfed.iter().map(unfed).collect(),
        unlinked: results.unlinked.iter().map(UnlinkedView::from).collect(),
    }
}

fn linking(linking: &Linking) -> LinkingView {
    let Linking { source, rows, decided, code, card, field, text, none } = *linking;
    LinkingView { source, rows, decided, code, card, field, text, none }
}

fn one(told: &Told<'_>, occupation: &Occupation) -> OccupationView {
    let supply = &occupation.supply;
    OccupationView {
        code: occupation.code.to_string(),
        label: occupation.label.clone(),
        verdict: told.verdicts.get(&occupation.code).map(verdict),
        balance: told.results.balances.get(&occupation.code).map(balance),
        plan_need: told
            .asked
            .get(&occupation.code)
            .map(|asked| need(asked, told.results.balances.get(&occupation.code))),
        rings: Ring::ALL.into_iter().map(|ring| (ring.id(), supply.count(ring))).collect(),
        offers: supply.offers.iter().map(offer).collect(),
        proposed: supply.proposed.iter().map(offer).collect(),
        certifications: supply.certifications.iter().map(certification).collect(),
    }
}

pub fn verdict(conclusion: &Conclusion) -> VerdictView {
    let facts = conclusion.facts;
    VerdictView {
        verdict: conclusion.verdict.id(),
        why: conclusion.why,
        diagnosis: facts.diagnosis.id(),
        lever: facts.lever.id(),
        sign: facts.sign.id(),
        local: facts.local,
        beyond: facts.beyond,
        remote: facts.remote,
        taken: facts.taken,
        certified: facts.certified,
        proven: facts.proven,
    }
}

fn balance(balance: &Balance) -> BalanceView {
    let horizon = |(place, horizon): (usize, Horizon)| {
        let gap: Option<&Gap> = balance.gaps.get(place);
        let grounds = balance.grounds.and_then(|all| all.get(place).copied());
        HorizonView {
            horizon: horizon.id(),
            creation: grounds.map(|one| one.creation.id()),
            departures: grounds.map(|one| one.departures.id()),
            need: balance.needs.and_then(|needs| needs.get(place).copied()).map(SpanView::from),
            gap: gap.and_then(|gap| gap.span).map(SpanView::from),
            sign: gap.map_or("undetermined", |gap| gap.sign.id()),
            coverage: gap.and_then(|gap| gap.coverage),
            by_rule: gap
                .into_iter()
                .flat_map(|gap| &gap.by_rule)
                .map(|one| RuleView {
                    rule: one.rule.id(),
                    entrants: one.entrants.into(),
                    gap: one.gap.map(SpanView::from),
                })
                .collect(),
        }
    };
    BalanceView {
        basis: balance.basis.id(),
        horizons: Horizon::ALL.into_iter().enumerate().map(horizon).collect(),
        initial: balance.initial.into(),
        continuing: balance.continuing.into(),
        pool: balance.pool.map(SpanView::from),
        programmes: balance.programmes.iter().map(counted).collect(),
        missing: balance.missing.iter().map(|missing| missing.id()).collect(),
        biased_down: balance.biased_down,
    }
}

fn counted(counted: &Counted) -> CountedView {
    CountedView {
        source: counted.at.0,
        row: counted.at.1,
        initial: counted.initial,
        people: counted.people.into(),
        share: counted.share,
        missing: counted.missing.iter().map(|missing| missing.id()).collect(),
    }
}

/// Empty text is nothing said.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn offer(offer: &Offer) -> OfferView {
    OfferView {
        source: offer.source,
        row: offer.row,
        key: LinkKey::of_offer(offer).as_str().to_owned(),
        title: offer.title.clone(),
        provider: offer.provider.clone(),
        ring: offer.ring.id(),
        minutes: offer.minutes,
        kilometres: offer.kilometres,
        commune: offer.commune.clone(),
        department: offer.department.map(|department| department.to_string()),
        modality: offer.modality.map(Modality::id),
        route: said(&offer.route),
        ended: offer.ended,
        register: offer.register.map(|register| register.to_string()),
        formacodes: offer.formacodes.split_whitespace().map(str::to_owned).collect(),
        nsf: said(&offer.nsf),
        level: offer.level,
        hours: offer.hours,
        places: offer.places,
        entries: offer.numbers.entries,
        enrolled: offer.numbers.enrolled,
        price: offer.price,
        starts: said(&offer.starts),
        ends: said(&offer.ends),
        link: offer.link.into(),
    }
}

fn certification(found: &Certification) -> CertificationView {
    CertificationView {
        source: found.source,
        row: found.row,
        key: LinkKey::of_certification(found).as_str().to_owned(),
        label: found.label.clone(),
        register: found.register.map(|register| register.to_string()),
        level: found.level,
        ended: found.ended,
        until: found.until.map(|until| until.to_string()),
        formacode: said(&found.formacode),
        nsf: said(&found.nsf),
        link: found.link.into(),
    }
}

pub fn unfed((offer, why): &(Offer, Unfed)) -> UnfedView {
    UnfedView {
        source: offer.source,
        row: offer.row,
        title: offer.title.clone(),
        provider: offer.provider.clone(),
        why: why.id(),
        occupations: match why {
            Unfed::NoHires => Vec::new(),
            Unfed::Surplus(codes) => codes.iter().map(ToString::to_string).collect(),
        },
    }
}
