//! One programme on one page, for one public or several: what, for whom, how many, how long, with whom, at what cost, who may
//! pay, and what may go wrong.

use crate::analysis::results::Occupation;
use crate::matching::supply::{Modality, Offer};
use crate::model::planning::{Part, Way};
use crate::recommend::proposal::{Condition, Proposal, Risk};
use crate::report::build::{devices, terms};
use crate::report::paper::cite::{Citing, Fill, listed, together};
use crate::report::paper::matter::{Matter, audience, merged, words};
use crate::report::paper::{Block, Grid, GridColumn, GridRow, Inline, text, verdict};
use crate::words::parts;
use std::collections::BTreeSet;

/// Certifications and bodies named on a page, at most.
const NAMED: usize = 3;

/// Devices told on a page, at most; the others are named. A page of several publics has less room,
/// and so has one whose devices are long to tell.
const DEVICES: usize = 2;
const SHARED: usize = 1;
const LETTERS: usize = 700;

/// Pages of candidates where none is chosen, at most: the table tells of the others.
const FIRST: usize = 12;

/// The pages of what was chosen; where nothing was, of the first candidates.
pub fn pages(matter: &Matter<'_>) -> Vec<Block> {
    let (taken, mut others) = groups(matter);
    if taken.is_empty() {
        others.truncate(FIRST);
        return titled(matter, "paper-programmes-pages", &others);
    }
    titled(matter, "paper-programmes-pages", &taken)
}

/// The pages of all candidates that [`pages`] leaves out and that were not set aside.
pub fn others(matter: &Matter<'_>) -> Vec<Block> {
    let (taken, others) = groups(matter);
    let told = if taken.is_empty() { FIRST } else { 0 };
    titled(matter, "paper-programmes-others", others.get(told..).unwrap_or_default())
}

fn titled(matter: &Matter<'_>, title: &str, groups: &[Group<'_>]) -> Vec<Block> {
    let mut out: Vec<Block> = groups.iter().flat_map(|group| page(matter, group)).collect();
    // The title of the part stands on the first of its pages; what follows stands on none of them.
    if !out.is_empty() {
        out.insert(1, matter.heading(1, title));
        out.push(Block::PageBreak);
    }
    out
}

/// What was chosen, then the other candidates that were not set aside: those that differ by their
/// public alone share a page.
fn groups<'a>(matter: &Matter<'a>) -> (Vec<Group<'a>>, Vec<Group<'a>>) {
    let plan = matter.planned.plan;
    let taken = plan.chosen().map(|answer| answer.choice.taken.as_slice()).unwrap_or_default();
    let is_taken = |one: &Proposal| taken.iter().any(|taken| taken.id == one.id());
    let first = taken.iter().filter_map(|taken| plan.proposal(&taken.id)).map(|one| vec![one]);
    let others = plan.proposals.iter().filter(|one| !is_taken(one) && !one.changes.set_aside);
    let mut shared: Vec<Group<'_>> = Vec::new();
    for one in others {
        let key = (one.key.occupation, one.key.format);
        let same = |group: &&mut Group<'_>| {
            group.first().is_some_and(|of| (of.key.occupation, of.key.format) == key)
        };
        match shared.iter_mut().find(same) {
            Some(group) => group.push(one),
            None => shared.push(vec![one]),
        }
    }
    (first.collect(), shared)
}

/// Candidates of one page: one occupation, one kind of training, a public each.
type Group<'a> = Vec<&'a Proposal>;

fn page(matter: &Matter<'_>, group: &[&Proposal]) -> Vec<Block> {
    let Some(one) = group.first() else { return Vec::new() };
    let Some(occupation) = matter.planned.occupation(one.key.occupation) else {
        return Vec::new();
    };
    let named = [
        ("occupation", occupation.label.as_str().into()),
        ("format", matter.text(&format!("proposal-format-{}", one.key.format.id())).into()),
        ("audience", publics(matter, group).into()),
    ];
    let name = text(&matter.say("plan-name", &named));
    let mut out = vec![Block::PageBreak, Block::Heading { level: 2, text: name }];
    out.push(Block::Lead(decision(matter, one)));
    out.push(sheet(matter, group, occupation));
    out.extend(funding(matter, group));
    out
}

fn public(matter: &Matter<'_>, id: &str) -> String {
    matter.text(&format!("audience-{id}"))
}

/// Those of a page.
fn publics(matter: &Matter<'_>, group: &[&Proposal]) -> String {
    let named = group.iter().map(|one| public(matter, one.key.audience.id()));
    named.collect::<Vec<_>>().join(&matter.text("list-separator"))
}

/// Chosen or not, and what the verdict on training stands on.
fn decision(matter: &Matter<'_>, one: &Proposal) -> Vec<Inline> {
    let id = one.id();
    let taken = matter.planned.plan.chosen().and_then(|answer| answer.choice.taken(&id));
    let chosen = taken.map(|taken| {
        let figure = |column: &str| Fill::from(matter.figure("choice", &id, column));
        let of = [
            ("count", Fill::Count(taken.places)),
            ("places", figure("places")),
            ("cost", figure("cost")),
            ("people", figure("people")),
        ];
        let conditions = one.conditions();
        if conditions.is_empty() {
            return matter.say("paper-programme-chosen", &of);
        }
        let [count, places, cost, people] = of;
        let conditions = ("conditions", named_conditions(matter, &conditions).into());
        matter.say("paper-programme-chosen-if", &[conditions, count, places, cost, people])
    });
    let code = one.key.occupation;
    let why = matter.planned.verdicts.get(&code).map(|conclusion| {
        let verdict = matter.text(&format!("verdict-{}", conclusion.verdict.id()));
        let why = verdict::why(matter, code, conclusion);
        matter.say("paper-verdict", &[("verdict", verdict.into()), ("why", why.into())])
    });
    together(vec![chosen.unwrap_or_default(), why.unwrap_or_default()])
}

/// Under what a programme is chosen, in words.
pub fn named_conditions(matter: &Matter<'_>, conditions: &[Condition]) -> String {
    let named = conditions.iter().map(|one| matter.text(&format!("condition-{}", one.id())));
    named.collect::<Vec<_>>().join(&matter.text("list-separator"))
}

/// A row of the sheet: a name, and what is said under it.
struct Line {
    key: &'static str,
    words: Vec<Inline>,
    /// Its figures are those of the candidate's row.
    cites: bool,
}

/// What is common is said once; what differs, for each public.
fn sheet(matter: &Matter<'_>, group: &[&Proposal], occupation: &Occupation) -> Block {
    let told: Vec<Vec<Line>> =
        group.iter().map(|one| lines(matter, (one, group), occupation)).collect();
    let mut rows: Vec<GridRow> = Vec::new();
    for (at, first) in told.first().into_iter().flatten().enumerate() {
        let all: Vec<(&Line, &&Proposal)> =
            told.iter().filter_map(|lines| lines.get(at)).zip(group).collect();
        let same = all.iter().all(|(line, _)| text(&line.words) == text(&first.words));
        for (line, one) in all.iter().take(if same { 1 } else { all.len() }) {
            if line.words.is_empty() {
                continue;
            }
            let mut title = matter.text(line.key);
            if !same {
                title = format!("{title}, {}", public(matter, one.key.audience.id()));
            }
            rows.push(GridRow {
                mark: line.cites.then(|| Citing::mark(terms::ID, &one.id())),
                cells: vec![vec![Inline::Strong(title)], line.words.clone()],
                strong: false,
                tall: false,
            });
        }
    }
    let column =
        |key: &str, weight: f32| GridColumn { title: matter.text(key), weight, number: false };
    Block::Table(Grid {
        caption: matter.text("paper-programme-sheet"),
        columns: vec![column("paper-column-item", 2.2), column("paper-column-content", 7.8)],
        rows,
        note: Vec::new(),
    })
}

/// The lines of a candidate, the same ones in the same order for all: one without words says
/// nothing.
fn lines(
    matter: &Matter<'_>,
    (one, group): (&Proposal, &[&Proposal]),
    occupation: &Occupation,
) -> Vec<Line> {
    let id = one.id();
    let of = |column: &str| matter.citing().figure(terms::ID, &id, column).into_iter().collect();
    let own = |key: &'static str, words: Vec<Inline>| Line { key, words, cites: false };
    let cited = |key: &'static str, words: Vec<Inline>| Line { key, words, cites: true };
    let lead = Inline::Words(matter.text(&format!("lead-{}", one.lead)));
    // What the user wrote stands in the place of what was computed, and says so.
    let part = |part: Part, computed: Vec<Inline>| match one.changes.parts.get(&part) {
        Some(text) if !text.trim().is_empty() => {
            matter.say("paper-programme-written", &[("text", text.as_str().into())])
        }
        _ => computed,
    };
    let lead = part(Part::Lead, vec![lead]);
    let [shared, apart] = risks_of(one, group);
    vec![
        own(
            "paper-line-certification",
            part(Part::Certification, certifications(matter, one, occupation)),
        ),
        own("paper-line-skills", part(Part::Skills, skills(one, occupation))),
        own("paper-line-audience", part(Part::Public, audiences(matter, group))),
        cited("paper-line-places", of("need-told")),
        cited("paper-line-group", of("group-told")),
        cited("paper-line-hours", of("hours-told")),
        own("paper-line-modality", modality(matter, one, occupation).unwrap_or_default()),
        own("paper-line-way", way(matter, one)),
        cited("paper-line-calendar", calendar(matter, one)),
        own("paper-line-providers", providers(matter, one, occupation)),
        cited("paper-line-cost", cost(matter, one)),
        cited("paper-line-stays", of("stays-told")),
        cited("paper-line-precedent", of("precedent-told")),
        own("paper-line-commitment", part(Part::Commitment, commitment(matter, one))),
        own("paper-line-lead", lead),
        own("paper-line-partners", part(Part::Partners, partners(matter, group))),
        own("paper-line-devices", part(Part::Devices, Vec::new())),
        own("paper-line-indicators", part(Part::Indicators, Vec::new())),
        own("paper-line-risks", risks(matter, &shared)),
        own("paper-line-risks", part(Part::Risks, risks(matter, &apart))),
    ]
}

/// Risks that all of a page have, then those of one of them. What the line of the commitment says is
/// not said again; words of the user stand for all the risks of their candidate.
fn risks_of(one: &Proposal, group: &[&Proposal]) -> [Vec<Risk>; 2] {
    let is_written = |one: &&Proposal| {
        one.changes.parts.get(&Part::Risks).is_some_and(|text| !text.trim().is_empty())
    };
    let all = one.risks.iter().copied();
    let told = all.filter(|risk| !(one.commitment_required && *risk == Risk::NotCommitted));
    let is_shared = |risk: &Risk| {
        !group.iter().any(is_written) && group.iter().all(|other| other.risks.contains(risk))
    };
    let (shared, apart) = told.partition(is_shared);
    [shared, apart]
}

fn certifications(matter: &Matter<'_>, one: &Proposal, occupation: &Occupation) -> Vec<Inline> {
    let found = one.certifications.iter().filter_map(|at| {
        let found = occupation.supply.certifications.get(*at)?;
        let register = found.register.map(|code| format!(" ({code})")).unwrap_or_default();
        Some(vec![Inline::Words(format!("{}{register}", found.label))])
    });
    let named: Vec<Vec<Inline>> = found.take(NAMED).collect();
    if !named.is_empty() {
        return listed(named, &matter.text("list-separator"));
    }
    // None found and no file loaded are two things.
    let key = if occupation.supply.certifications_known {
        "supply-none-found"
    } else {
        "supply-not-loaded"
    };
    matter.plain(key)
}

/// Those of the page, then those that no device is known for.
fn audiences(matter: &Matter<'_>, group: &[&Proposal]) -> Vec<Inline> {
    let between = matter.text("list-separator");
    let of: BTreeSet<_> = group.iter().map(|one| one.key.audience).collect();
    let first = publics(matter, group);
    let mut also: Vec<String> = Vec::new();
    for audience in group.iter().flat_map(|one| &one.also).filter(|one| !of.contains(one)) {
        let name = public(matter, audience.id());
        if !also.contains(&name) {
            also.push(name);
        }
    }
    if also.is_empty() {
        return vec![Inline::Words(first)];
    }
    let of = [("first", first.into()), ("also", also.join(&between).into())];
    matter.say("paper-programme-also", &of)
}

/// The offers that the candidate could stand on, those that can still be followed.
fn open<'o>(one: &'o Proposal, occupation: &'o Occupation) -> impl Iterator<Item = &'o Offer> {
    let offers = one.providers.iter().filter_map(|at| occupation.supply.offers.get(*at));
    offers.filter(|offer| !offer.ended)
}

/// Blocks of skills of the first certification aimed at, where its registration tells them.
fn skills(one: &Proposal, occupation: &Occupation) -> Vec<Inline> {
    let first = one.certifications.first();
    let found = first.and_then(|at| occupation.supply.certifications.get(*at));
    let blocks = found.map(|found| found.blocks.join(" · ")).unwrap_or_default();
    if blocks.is_empty() { Vec::new() } else { vec![Inline::Words(blocks)] }
}

/// How it is run, where that is not plainly on the spot.
fn way(matter: &Matter<'_>, one: &Proposal) -> Vec<Inline> {
    match one.terms.way {
        Way::OnSite => Vec::new(),
        way => matter.plain(&format!("way-{}", way.id())),
    }
}

/// What employers commit themselves to, where the diagnosis asks for it, and whether they did.
fn commitment(matter: &Matter<'_>, one: &Proposal) -> Vec<Inline> {
    if !one.commitment_required {
        return Vec::new();
    }
    let told = parts::computed(Part::Commitment, one, None, &[], matter.catalog());
    let obtained =
        if one.changes.committed { "planned-committed" } else { "paper-programme-not-committed" };
    let of = [("text", told.into()), ("state", matter.text(obtained).into())];
    matter.say("paper-programme-committed", &of)
}

/// Nothing where no linked offer tells: a line to say so teaches nothing.
fn modality(matter: &Matter<'_>, one: &Proposal, occupation: &Occupation) -> Option<Vec<Inline>> {
    let seen: BTreeSet<Modality> =
        open(one, occupation).filter_map(|offer| offer.modality).collect();
    if seen.is_empty() {
        return None;
    }
    let named = seen.iter().map(|one| matter.text(&format!("modality-{}", one.id())));
    let named = named.collect::<Vec<_>>().join(&matter.text("list-separator"));
    Some(matter.say("paper-programme-modality", &[("list", named.into())]))
}

fn calendar(matter: &Matter<'_>, one: &Proposal) -> Vec<Inline> {
    let id = one.id();
    let weeks = one.terms.lead_weeks;
    let shown = matter.figure(terms::ID, &id, "lead-weeks");
    let start =
        matter.say("paper-programme-weeks", &[("count", weeks.into()), ("shown", shown.into())]);
    let by = matter.citing().figure(terms::ID, &id, "needed-by");
    let by = by.map(|date| matter.say("paper-programme-by", &[("date", date.into())]));
    together(vec![start, by.unwrap_or_default()])
}

fn providers(matter: &Matter<'_>, one: &Proposal, occupation: &Occupation) -> Vec<Inline> {
    let mut seen: Vec<&str> = Vec::new();
    let mut named: Vec<Vec<Inline>> = Vec::new();
    for offer in open(one, occupation) {
        if seen.contains(&offer.provider.as_str()) || named.len() == NAMED {
            continue;
        }
        seen.push(&offer.provider);
        let ring = matter.text(&format!("ring-{}", offer.ring.id()));
        named.push(vec![Inline::Words(format!("{} ({ring})", offer.provider))]);
    }
    if !named.is_empty() {
        return listed(named, &matter.text("list-separator"));
    }
    let known = occupation.supply.offers_known;
    matter.plain(if known { "supply-none-found" } else { "supply-not-loaded" })
}

fn cost(matter: &Matter<'_>, one: &Proposal) -> Vec<Inline> {
    let id = one.id();
    let place = matter.figure(terms::ID, &id, "cost-told");
    let place = matter.say("paper-programme-cost", &[("cost", place.into())]);
    let session = matter.citing().figure(terms::ID, &id, "session-cost");
    let session = session.map(|sum| matter.say("paper-programme-session", &[("sum", sum.into())]));
    together(vec![place, session.unwrap_or_default()])
}

/// Whom to bring to the table: those who confirm the devices.
fn partners(matter: &Matter<'_>, group: &[&Proposal]) -> Vec<Inline> {
    let devices = matter.context().parameters.devices().iter();
    let worth = devices.filter(|device| group.iter().any(|one| one.devices.contains(&device.id)));
    let mut named: Vec<&str> = Vec::new();
    for device in worth {
        if !named.contains(&device.confirm_with.as_str()) {
            named.push(&device.confirm_with);
        }
    }
    if named.is_empty() {
        return matter.plain("paper-programme-partners-none");
    }
    vec![Inline::Words(named.join(&matter.text("list-separator")))]
}

/// Devices of the candidates of a page, the first of each before the second ones, each with those
/// that it is worth checking for.
fn devices_of<'g>(group: &[&'g Proposal]) -> Vec<(&'g str, Vec<&'g Proposal>)> {
    let most = group.iter().map(|one| one.devices.len()).max().unwrap_or(0);
    let ranked =
        (0..most).flat_map(|rank| group.iter().filter_map(move |one| one.devices.get(rank)));
    let mut found: Vec<(&str, Vec<&Proposal>)> = Vec::new();
    for device in ranked {
        if found.iter().all(|(known, _)| known != device) {
            let of = group.iter().filter(|one| one.devices.contains(device));
            found.push((device, of.copied().collect()));
        }
    }
    found
}

/// Devices worth checking, or that none is known.
fn funding(matter: &Matter<'_>, group: &[&Proposal]) -> Vec<Block> {
    let devices = devices_of(group);
    let most = if group.len() > 1 { SHARED } else { DEVICES };
    let long = |(device, of): &(&str, Vec<&Proposal>)| -> usize {
        let words = |one: &&Proposal| -> usize {
            let key = devices::key(one, device);
            let cells = ["device-open", "device-amounts"].into_iter();
            let cells = cells.filter_map(|of| matter.citing().figure(devices::ID, &key, of));
            cells.map(|cell| cell.shown().chars().count()).sum()
        };
        of.iter().map(words).sum()
    };
    let (mut rows, mut letters) = (0, 0);
    let fitting = devices.iter().take_while(|device| {
        let first = rows == 0;
        rows += device.1.len();
        letters += long(device);
        rows <= most.max(device.1.len()) && (first || letters <= LETTERS)
    });
    let (told, more) = devices.split_at(fitting.count());
    let grid = matter.document.table(devices::ID).and_then(|table| {
        let keys = told
            .iter()
            .flat_map(|(device, of)| of.iter().map(move |one| devices::key(one, device)));
        let columns = [
            words("device", 2.3),
            words("audience", 1.6),
            words("device-open", 4.9),
            words("device-amounts", 3.6),
            words("device-ask", 1.8),
        ];
        let rows = Matter::rows(table, keys);
        let note = matter.plain("funding-never-a-promise");
        let grid = matter.grid("paper-programme-devices", table, rows, &columns, note)?;
        let place = audience(&columns);
        let grid = merged(grid, place, matter, usize::MAX);
        Some(without_publics(grid, place, &publics(matter, group)))
    });
    let Some(grid) = grid else { return vec![Block::Text(matter.plain("risk-no-device"))] };
    let named = |(device, of): &(&str, Vec<&Proposal>)| {
        let key = of.first().map(|one| devices::key(one, device)).unwrap_or_default();
        let mut words: Vec<Inline> =
            matter.citing().figure(devices::ID, &key, "device").into_iter().collect();
        // Of a page of several publics, whom it is for where that is not all of them.
        if of.len() < group.len() {
            words.push(Inline::Words(format!(" – {}", publics(matter, of))));
        }
        words
    };
    let more: Vec<Vec<Inline>> = more.iter().map(named).collect();
    let more = listed(more, &matter.text("list-separator"));
    let more = (!more.is_empty()).then(|| {
        Block::Small(matter.say("paper-programme-devices-more", &[("list", more.into())]))
    });
    [grid].into_iter().chain(more).collect()
}

/// The public of a device stands behind its name where not all of the page have it: a column of its
/// own would take the room of what remains to be confirmed.
fn without_publics(block: Block, place: Option<usize>, all: &str) -> Block {
    match (block, place) {
        (Block::Table(mut grid), Some(place)) if place < grid.columns.len() => {
            grid.columns.remove(place);
            for row in grid.rows.iter_mut().filter(|row| place < row.cells.len()) {
                let public = text(&row.cells.remove(place));
                if let (Some(device), true) = (row.cells.first_mut(), public != all) {
                    device.push(Inline::Words(format!(" – {public}")));
                }
            }
            Block::Table(grid)
        }
        (block, _) => block,
    }
}

fn risks(matter: &Matter<'_>, risks: &[Risk]) -> Vec<Inline> {
    let named =
        risks.iter().map(|risk| vec![Inline::Words(matter.text(&format!("risk-{}", risk.id())))]);
    listed(named.collect(), &matter.text("list-separator"))
}
