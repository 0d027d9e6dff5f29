//! From an occupation of the document to what an action is drafted of: words, figures, publics, who
//! could lead, indicators. Only what the document shows goes into it.

use crate::actions::propose::{Diagnosed, HOUSING, SPOUSE, Suggested};
use crate::analysis::results::Occupation;
use crate::format::percent;
use crate::i18n::Catalog;
use crate::model::action::decided::{FigureKey, FrozenFigure};
use crate::model::action::indicator::{Direction, IndicatorKind};
use crate::model::action::sheet::{Action, Money, Places, ProgrammeLink};
use crate::model::decimal::Decimal;
use crate::model::{Date, Fap, Scope};
use crate::recommend::choice::Taken;
use crate::recommend::diagnosis::Lever;
use crate::recommend::programme::Audience;
use crate::recommend::proposal::gain::way;
use crate::recommend::proposal::{Known, Origin, Proposal};
use crate::reference::actions::Start;
use crate::report::build::frozen::Freezer;
use crate::report::build::planned::Planned;
use crate::report::build::{Context, causes, diagnosis};
use crate::report::document::Document;
use crate::words::plan as words;

/// What a decision keeps of an occupation, the share first: its interval tells a change from noise.
/// Then need and gap with theirs, what training can do, and why it is hard to fill.
const KEPT: [(&str, &str); 9] = [
    (diagnosis::ID, "posterior"),
    (diagnosis::ID, "projects"),
    (diagnosis::ID, "difficult"),
    (diagnosis::ID, "probability"),
    ("balances", "need-3y"),
    ("balances", "gap-3y-span"),
    ("balances", "verdict"),
    (diagnosis::ID, "diagnosis"),
    (causes::ID, "causes-aggravating"),
];
/// Months between two editions of the survey.
const YEARLY: u8 = 12;
/// Months between two counts of places.
const HALF_YEARLY: u8 = 6;

/// The places of the figures of an occupation that a decision keeps.
pub fn keys(occupation: Fap) -> Vec<FigureKey> {
    let key = |(table, column): (&str, &str)| FigureKey {
        table: table.to_owned(),
        row: occupation.code().to_owned(),
        column: column.to_owned(),
    };
    KEPT.map(key).to_vec()
}

/// What a decision on an action keeps: the figures of its occupations, the cost of a place of its
/// programme, and those that were asked for; each once.
pub fn keys_of(action: &Action) -> Vec<FigureKey> {
    let occupations = action.occupations.iter().filter_map(|code| code.parse::<Fap>().ok());
    let cost = action.programme.iter().map(|link| cost(&link.key));
    let all = occupations.flat_map(keys).chain(cost).chain(action.wanted.iter().cloned());
    let mut once: Vec<FigureKey> = Vec::new();
    for key in all {
        if !once.contains(&key) {
            once.push(key);
        }
    }
    once
}

fn cost(programme: &str) -> FigureKey {
    FigureKey {
        table: "candidates".to_owned(),
        row: programme.to_owned(),
        column: "place-cost".to_owned(),
    }
}

/// What is known of an occupation of the document; `None` for one that the territory has not.
/// `document`: the store of `planned`. `let_out`: as [`Freezer::let_out`]. `run`: the candidate that
/// is to be run; `None`: the one that was chosen.
pub fn diagnosed(
    planned: &Planned<'_>,
    (document, let_out): (&Document, bool),
    start: &Start,
    (occupation, run): (Fap, Option<&str>),
    (date, who): (Date, &str),
) -> Option<Diagnosed> {
    let context = planned.context;
    let found = context.results.occupations.iter().find(|one| one.code == occupation)?;
    let freezer = Freezer { context, document, plan: Some(planned.plan), let_out };
    let lever = found.finding.lever;
    let programme = programme(planned, occupation, run);
    let of_programme = programme.map(|(proposal, _)| cost(&proposal.id()));
    let kept: Vec<FigureKey> = keys(occupation).into_iter().chain(of_programme).collect();
    let decided = freezer.decided(&kept, date, who);
    let taken = programme.and_then(|(_, taken)| taken);
    let places = taken.map(|taken| taken.places);
    let way = way(&found.supply.offers, context.parameters);
    let catalog = context.catalog;
    let title = catalog.with(
        &format!("plan-adopt-title-{}", lever.id()),
        &[("occupation", (&found.label).into())],
    );
    let lead = context.parameters.lead(lever.id());
    let lead_kinds = lead.map(|lead| start.lead_kinds(&lead.id).to_vec()).unwrap_or_default();
    let main = context.results.sectors.main(occupation, context.parameters.main_sector());
    Some(Diagnosed {
        occupation: occupation.to_string(),
        sectors: main.map(String::from).into_iter().collect(),
        lever: lever.id().to_owned(),
        causes: causes_of(&context, found, let_out),
        title,
        objective: catalog.text(&format!("diagnosis-{}-why", found.finding.diagnosis.id())),
        audiences: audiences(planned, found, programme.map(|(proposal, _)| proposal)),
        lead_kinds,
        programme: programme.map(|(proposal, _)| ProgrammeLink {
            key: proposal.id(),
            name: words::name(&proposal.key, &found.label, catalog),
        }),
        planned: taken.map(|taken| people(&way, taken)).unwrap_or_default(),
        notes: taken.map(|_| supposed(&way, catalog)).unwrap_or_default(),
        budget: taken.map(|taken| budget(taken, catalog)).unwrap_or_default(),
        indicators: indicators(planned, found, &decided.figures, places),
        decided,
    })
}

/// The candidate programme of an occupation that is to be run, else the one that was chosen, else
/// its first; what was chosen of it.
fn programme<'a>(
    planned: &Planned<'a>,
    occupation: Fap,
    run: Option<&str>,
) -> Option<(&'a Proposal, Option<&'a Taken>)> {
    let plan = planned.plan;
    let taken = plan.chosen().map(|answer| answer.choice.taken.as_slice()).unwrap_or_default();
    if let Some(id) = run {
        return Some((plan.proposal(id)?, taken.iter().find(|one| one.id == id)));
    }
    let mut of = taken.iter().filter(|one| one.occupation == occupation);
    let chosen = of.find_map(|one| Some((plan.proposal(&one.id)?, Some(one))));
    chosen.or_else(|| {
        let mut proposals = plan.proposals.iter();
        proposals.find(|one| one.key.occupation == occupation).map(|one| (one, None))
    })
}

/// People along the way of what was chosen: all places filled, then as offers within reach say, or
/// as the method supposes.
fn people([completion, access]: &[Known; 2], taken: &Taken) -> Places {
    let of = |people: f64| {
        let people = people.round().clamp(0.0, f64::from(u32::MAX));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within")]
        let people = people as u32;
        Some(people)
    };
    let places = f64::from(taken.places);
    Places {
        opened: Some(taken.places),
        entered: Some(taken.places),
        completed: of(places * completion.value),
        employed_6: of(places * completion.value * access.value),
        there_12: of(taken.brings.value),
    }
}

/// Causes that aggravate, after what employers here name first where it is a roof to live under or
/// work for two; then the others that many of them name.
/// What they say counts once it is outside: the lever of an action is read by all.
fn causes_of(context: &Context<'_>, found: &Occupation, let_out: bool) -> Vec<String> {
    let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
    let scope = Scope::Occupation(found.code);
    let stated = published.filter(|_| let_out).and_then(|published| {
        let of = published.causes.iter().find(|one| one.scope == scope)?;
        let shown = of.causes.iter().filter_map(|one| Some((one.weighted.point()?, one)));
        let first = shown.max_by(|(a, _), (b, _)| a.total_cmp(b))?.1;
        answered(&first.cause).map(str::to_owned)
    });
    let aggravating = found.finding.aggravating.iter().map(|cause| cause.id().to_owned());
    let named = if let_out { context.named_causes(found) } else { Vec::new() };
    let named = named.iter().map(|cause| cause.id().to_owned());
    let mut causes: Vec<String> = Vec::new();
    for id in stated.into_iter().chain(aggravating).chain(named) {
        if !causes.contains(&id) {
            causes.push(id);
        }
    }
    causes
}

/// What a lever may answer of a cause as the layout of the survey writes it, of those that no
/// published class names.
fn answered(cause: &str) -> Option<&'static str> {
    match cause {
        "mobilité ou logement" => Some(HOUSING),
        "emploi du conjoint" => Some(SPOUSE),
        _ => None,
    }
}

/// What those numbers suppose: they are to be put right by whoever runs it.
fn supposed([completion, access]: &[Known; 2], catalog: &Catalog) -> String {
    let share = |known: &Known| {
        let from = match known.from {
            Origin::Offers(_) => "offers",
            _ => "method",
        };
        let share = percent(known.value, 0, catalog.language());
        let of = [("share", (&share).into())];
        catalog.with(&format!("plan-adopt-way-{from}"), &of)
    };
    let (completion, access) = (share(completion), share(access));
    let of = [("completion", (&completion).into()), ("access", (&access).into())];
    catalog.with("plan-adopt-way", &of)
}

/// What each funder pays of what was chosen: asked for, and not promised yet.
fn budget(taken: &Taken, catalog: &Catalog) -> Vec<Money> {
    let line = |(funder, sum): (&String, &f64)| {
        let sum = sum.round().clamp(0.0, f64::from(u32::MAX));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within")]
        let euros = sum as u32;
        Money { funder: words::funder(funder, catalog), euros, secured: false }
    };
    taken.paid.iter().map(line).filter(|money| money.euros > 0).collect()
}

/// Whom it is for: those of the programme, those of the training that is recommended, else those
/// that the lever brings.
fn audiences(
    planned: &Planned<'_>,
    occupation: &Occupation,
    programme: Option<&Proposal>,
) -> Vec<String> {
    let context = planned.context;
    let told = context.results.programmes.iter().find(|one| one.occupation == occupation.code);
    let told = told.map(|one| context.told(one));
    let training = told.as_ref().and_then(|one| one.training.as_ref());
    let all: Vec<Audience> = match (programme, training, occupation.finding.lever) {
        (Some(proposal), ..) => vec![proposal.key.audience],
        (None, Some(training), _) => training.audiences.clone(),
        (None, None, Lever::Mobility) => vec![Audience::OutsideBasin, Audience::Spouses],
        (None, None, Lever::WidenPool) => {
            vec![Audience::JobSeekersFarFromWork, Audience::Young]
        }
        (None, None, _) => Vec::new(),
    };
    all.into_iter().map(|audience| audience.id().to_owned()).collect()
}

fn indicators(
    planned: &Planned<'_>,
    occupation: &Occupation,
    figures: &[FrozenFigure],
    places: Option<u32>,
) -> Vec<Suggested> {
    let catalog = planned.context.catalog;
    let label = &occupation.label;
    let said = |part: &str, id: &str| {
        catalog.with(&format!("plan-indicator-{id}-{part}"), &[("occupation", label.into())])
    };
    let by_hand = |id: &str, kind: IndicatorKind, target: Option<Decimal>| Suggested {
        name: said("name", id),
        kind,
        definition: said("about", id),
        unit: catalog.text(&format!("plan-indicator-{id}-unit")),
        direction: Direction::Up,
        from: None,
        every_months: Some(HALF_YEARLY),
        target,
    };
    let mut all = Vec::new();
    if occupation.finding.lever.includes_training() {
        let target = places.map(Decimal::whole);
        all.push(by_hand("places", IndicatorKind::Achievement, target));
        all.push(by_hand("employed", IndicatorKind::Result, None));
    } else {
        all.push(by_hand("companies", IndicatorKind::Achievement, None));
    }
    let share = figures.iter().find(|figure| figure.key.column == "posterior");
    all.extend(share.map(|figure| Suggested {
        name: said("name", "share"),
        kind: IndicatorKind::Result,
        definition: said("about", "share"),
        unit: "%".to_owned(),
        direction: Direction::Down,
        from: Some(figure.clone()),
        every_months: Some(YEARLY),
        target: None,
    }));
    all
}
