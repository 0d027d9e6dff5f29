//! What documents say where no survey of hiring projects is loaded: official classes, offers and job
//! seekers, and that nobody tells projects nor difficulty. Never a nought in their place.

use crate::analysis::results::Occupation;
use crate::format;
use crate::report::build::{diagnosis, flows};
use crate::report::paper::cite::{Fill, together};
use crate::report::paper::matter::{Matter, bounds, number, words};
use crate::report::paper::parts::{essentials, ranked};
use crate::report::paper::{Block, Fact, Inline, Tone};

/// Whether it is so.
pub fn is_so(matter: &Matter<'_>) -> bool {
    matter.context().results.bmo.is_none()
}

/// The sentence to be read if only one is, the figures, what is missing.
pub fn essentials(matter: &Matter<'_>) -> Vec<Block> {
    vec![
        Block::Lead(lead(matter)),
        Block::Facts(figures(matter)),
        missing(matter),
        Block::Text(essentials::levers(matter)),
    ]
}

/// How many occupations are tense by their official class.
pub fn lead(matter: &Matter<'_>) -> Vec<Inline> {
    let results = matter.context().results;
    let of = [
        ("territory", Fill::from(results.territory.label.as_str())),
        ("year", results.year.to_string().into()),
        ("count", matter.count("tense").into()),
        ("tense", matter.fact("tense").into()),
        ("of", matter.fact("occupations").into()),
    ];
    let said = matter.say("paper-lead-unsurveyed", &of);
    together(vec![said, matter.counted("paper-lead-unsurveyed-own", "tense-own")])
}

fn figures(matter: &Matter<'_>) -> Vec<Fact> {
    let of = [("of", Fill::from(matter.fact("occupations")))];
    let tense = matter.say("paper-fact-tense-beneath", &of);
    let own = matter.plain("paper-fact-tense-own-beneath");
    let of = [("another", Fill::from(matter.fact("another-lever")))];
    let training = matter.say("paper-fact-training-beneath", &of);
    vec![
        matter.large(matter.fact("tense"), "paper-fact-tense", tense),
        matter.large(matter.fact("tense-own"), "paper-fact-tense-own", own),
        matter.large(matter.fact("training"), "paper-fact-training", training),
    ]
}

/// That no survey of projects is loaded, and what is not said for want of it.
pub fn missing(matter: &Matter<'_>) -> Block {
    Block::Callout {
        tone: Tone::Limit,
        title: matter.text("unsurveyed-title"),
        words: matter.plain("note-no-projects"),
    }
}

/// What is read, where, when.
pub fn context(matter: &Matter<'_>) -> Vec<Inline> {
    let results = matter.context().results;
    let of = [
        ("territory", Fill::from(results.territory.label.as_str())),
        ("code", results.territory.territory.to_string().into()),
        ("date", format::date(results.as_of, matter.catalog().language()).into()),
    ];
    matter.say("paper-context-unsurveyed", &of)
}

/// Occupations tense by their official class, by that class and its value; then offers and job
/// seekers where files tell them.
pub fn list(matter: &Matter<'_>, most: usize) -> Vec<Block> {
    let listed = ranked::order(matter);
    let keys = listed.iter().map(|one| one.code.code().to_owned());
    let columns = [
        words("label", 4.4),
        number("official", 1.4),
        number("official-tension", 1.6),
        words("rung", 2.6),
        words("official-place", 1.6),
        number("official-year", 1.2),
    ];
    let note = matter.plain("paper-list-note-unsurveyed");
    let grid = matter.document.table(diagnosis::ID).and_then(|table| {
        let rows = Matter::rows(table, keys.take(most));
        matter.grid("paper-list-caption-unsurveyed", table, rows, &columns, note)
    });
    let mut out = match grid {
        Some(grid) => vec![Block::Text(matter.counted("paper-list-unsurveyed", "listed")), grid],
        None => vec![Block::Text(matter.plain("paper-list-none"))],
    };
    out.extend(of_flows(matter, most));
    out
}

fn of_flows(matter: &Matter<'_>, most: usize) -> Option<Block> {
    let table = matter.document.table(flows::ID)?;
    let columns = [
        words("label", 4.0),
        number("local-posts", 1.4),
        words("offers-nature", 1.6),
        bounds("job-seekers", 1.6),
        number("offers-per-seeker", 1.8),
        number("exit-rate", 1.6),
        number("class", 1.2),
    ];
    let rows = table.rows.iter().take(most);
    matter.grid("table-flows", table, rows, &columns, matter.plain("paper-flows-note"))
}

/// The figures of one occupation.
pub fn of_occupation(matter: &Matter<'_>, one: &Occupation) -> Vec<Fact> {
    let key = one.code.code();
    let figure = |column: &str| matter.figure(diagnosis::ID, key, column);
    let of_flows = |column: &str| matter.whole(flows::ID, key, column);
    let mut facts = Vec::new();
    if let Some(anchor) = &one.anchor {
        let place = matter.context().anchor_place(anchor);
        let of = [("place", Fill::from(place)), ("year", anchor.year.to_string().into())];
        let beneath = matter.say("paper-fact-official-beneath", &of);
        facts.push(matter.large(figure("official"), "paper-fact-official", beneath));
    }
    if one.pressure.class.is_some() {
        let of = [("grade", Fill::from(one.pressure.confidence.to_string()))];
        let beneath = matter.say("paper-fact-class-grade", &of);
        facts.push(matter.large(figure("class"), "paper-fact-class", beneath));
    }
    if one.pressure.raw.offers_per_seeker.is_some() {
        let shown = of_flows("offers-per-seeker");
        facts.push(matter.large(shown, "paper-fact-offers-per-seeker", Vec::new()));
    }
    if one.local_offers.is_some() {
        facts.push(matter.large(of_flows("local-posts"), "paper-fact-posts", Vec::new()));
    }
    if one.seekers.is_some() {
        facts.push(matter.large(of_flows("job-seekers"), "paper-fact-seekers", Vec::new()));
    }
    facts.truncate(4);
    facts
}
