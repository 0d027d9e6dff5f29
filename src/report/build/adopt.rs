//! From an occupation of the document to what an action is drafted of: words, figures, publics, who
//! could lead, indicators. Only what the document shows goes into it.

use crate::actions::propose::{Diagnosed, Suggested};
use crate::analysis::results::Occupation;
use crate::model::action::decided::{FigureKey, FrozenFigure};
use crate::model::action::indicator::{Direction, IndicatorKind};
use crate::model::action::sheet::{Places, ProgrammeLink};
use crate::model::decimal::Decimal;
use crate::model::{Date, Fap};
use crate::recommend::diagnosis::Lever;
use crate::recommend::programme::Audience;
use crate::recommend::proposal::Proposal;
use crate::reference::actions::Start;
use crate::report::build::Context;
use crate::report::build::diagnosis;
use crate::report::build::frozen::Freezer;
use crate::report::build::planned::Planned;
use crate::report::document::Document;
use crate::words::plan as words;

/// Columns of the diagnosis that a decision keeps, the share first: it alone has an interval that
/// tells a change from noise.
const KEPT: [&str; 4] = ["posterior", "projects", "difficult", "probability"];
/// Months between two editions of the survey.
const YEARLY: u8 = 12;
/// Months between two counts of places.
const HALF_YEARLY: u8 = 6;

/// The places of the figures of an occupation that a decision keeps.
pub fn keys(occupation: Fap) -> Vec<FigureKey> {
    let key = |column: &str| FigureKey {
        table: diagnosis::ID.to_owned(),
        row: occupation.code().to_owned(),
        column: column.to_owned(),
    };
    KEPT.map(key).to_vec()
}

/// What is known of an occupation of the document; `None` for one that the territory has not.
/// `document`: the store of `planned`. `let_out`: as [`Freezer::let_out`].
pub fn diagnosed(
    planned: &Planned<'_>,
    (document, let_out): (&Document, bool),
    start: &Start,
    occupation: Fap,
    (date, who): (Date, &str),
) -> Option<Diagnosed> {
    let context = planned.context;
    let found = context.results.occupations.iter().find(|one| one.code == occupation)?;
    let freezer = Freezer { context, document, plan: Some(planned.plan), let_out };
    let decided = freezer.decided(&keys(occupation), date, who);
    let lever = found.finding.lever;
    let programme = programme(planned, occupation);
    let places = programme.and_then(|(_, places)| places);
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
        causes: causes(&context, found),
        title,
        objective: catalog.text(&format!("diagnosis-{}-why", found.finding.diagnosis.id())),
        audiences: audiences(planned, found, programme.map(|(proposal, _)| proposal)),
        lead_kinds,
        programme: programme.map(|(proposal, _)| ProgrammeLink {
            key: proposal.id(),
            name: words::name(&proposal.key, &found.label, catalog),
        }),
        planned: Places { opened: places, ..Places::default() },
        indicators: indicators(planned, found, &decided.figures, places),
        decided,
    })
}

/// Causes that weigh, published ones first, then those that employers name and whose share is shown.
fn causes(context: &Context<'_>, occupation: &Occupation) -> Vec<String> {
    let published = occupation.finding.aggravating.iter().map(|cause| cause.id());
    let named = context.named_causes(occupation);
    let mut found: Vec<String> = Vec::new();
    for id in published.chain(named.iter().map(|cause| cause.id())) {
        if found.iter().all(|known| known != id) {
            found.push(id.to_owned());
        }
    }
    found
}

/// The candidate programme of an occupation that was chosen, else its first; the places chosen.
fn programme<'a>(planned: &Planned<'a>, occupation: Fap) -> Option<(&'a Proposal, Option<u32>)> {
    let plan = planned.plan;
    let taken = plan.chosen().map(|answer| answer.choice.taken.as_slice()).unwrap_or_default();
    let mut of = taken.iter().filter(|one| one.occupation == occupation);
    let chosen = of.find_map(|one| Some((plan.proposal(&one.id)?, Some(one.places))));
    chosen.or_else(|| {
        let mut proposals = plan.proposals.iter();
        proposals.find(|one| one.key.occupation == occupation).map(|one| (one, None))
    })
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
