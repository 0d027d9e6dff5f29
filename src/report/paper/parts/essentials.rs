//! What a reader with one minute must know, and what the note is about.

use crate::format;
use crate::report::build::facts;
use crate::report::paper::cite::{Fill, listed, together};
use crate::report::paper::matter::{Matter, or_dash};
use crate::report::paper::parts::{ranked, unsurveyed};
use crate::report::paper::{Block, Fact, Inline};

/// Occupations named before the list.
const NAMED: usize = 5;

/// The sentence to be read if only one is, four figures, the first occupations.
pub fn blocks(matter: &Matter<'_>) -> Vec<Block> {
    if unsurveyed::is_so(matter) {
        return unsurveyed::essentials(matter);
    }
    let mut out = vec![Block::Lead(lead(matter)), Block::Facts(figures(matter))];
    let first = first(matter);
    if !first.is_empty() {
        out.push(Block::Text(first));
    }
    out.push(Block::Text(levers(matter)));
    out
}

/// How many occupations are flagged, and on what.
pub fn lead(matter: &Matter<'_>) -> Vec<Inline> {
    if unsurveyed::is_so(matter) {
        return unsurveyed::lead(matter);
    }
    let results = matter.context().results;
    let place = [
        ("territory", Fill::from(results.territory.label.as_str())),
        ("year", results.year.to_string().into()),
        ("count", matter.count("evidence").into()),
        ("evidence", matter.fact("evidence").into()),
        ("of", matter.fact("occupations").into()),
    ];
    together(vec![
        matter.say("paper-lead", &place),
        matter.counted("paper-lead-presumed", "presumed"),
    ])
}

/// Where training is a lever and where another comes first.
pub fn levers(matter: &Matter<'_>) -> Vec<Inline> {
    together(vec![
        matter.counted("paper-lead-training", "training"),
        matter.counted("paper-lead-another", "another-lever"),
        matter.counted("paper-lead-undetermined", "diagnosis-undetermined"),
    ])
}

fn first(matter: &Matter<'_>) -> Vec<Inline> {
    let all = ranked::order(matter).into_iter();
    let sure = all.filter(|one| one.pressure.evidence()).map(|one| one.label.as_str());
    let named: Vec<Vec<Inline>> =
        sure.take(NAMED).map(|label| vec![Inline::Strong(label.to_owned())]).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let list = listed(named, &matter.text("list-separator"));
    matter.say("paper-lead-first", &[("list", list.into())])
}

/// The bounds of a figure of the territory, where it has some that are not the figure itself.
fn bounds(matter: &Matter<'_>, key: &str) -> Option<(Inline, Inline)> {
    let citing = matter.citing();
    let low = citing.figure(facts::ID, key, "fact-low")?;
    let high = citing.figure(facts::ID, key, "fact-high")?;
    (low.shown() != high.shown()).then_some((low, high))
}

fn figures(matter: &Matter<'_>) -> Vec<Fact> {
    let year = matter.context().results.year.to_string();
    let survey = matter.say("paper-fact-survey", &[("year", year.into())]);
    let of_projects = match bounds(matter, "projects") {
        Some((low, high)) => {
            let of = [("low", low.into()), ("high", high.into()), ("survey", survey.into())];
            matter.say("paper-fact-projects-bounds", &of)
        }
        None => survey,
    };
    let of_share = matter.say(
        "paper-fact-share-beneath",
        &[
            ("department", matter.fact("share-department").into()),
            ("france", matter.fact("share-france").into()),
        ],
    );
    let of_flags = matter.say(
        "paper-fact-flagged-beneath",
        &[
            ("evidence", matter.fact("evidence").into()),
            ("presumed", matter.fact("presumed").into()),
        ],
    );
    let of_training = matter
        .say("paper-fact-training-beneath", &[("another", matter.fact("another-lever").into())]);
    // Where every cell is masked there is no point, and the bounds are the figure.
    let projects = matter.citing().figure(facts::ID, "projects", facts::VALUE);
    let projects = projects.unwrap_or_else(|| matter.whole_fact("projects"));
    vec![
        matter.large(projects, "paper-fact-projects", of_projects),
        matter.large(matter.fact("share"), "paper-fact-share", of_share),
        matter.large(matter.fact("flagged"), "paper-fact-flagged", of_flags),
        matter.large(matter.fact("training"), "paper-fact-training", of_training),
    ]
}

/// What is read, where, when, and how a territory made of communes is read.
pub fn context(matter: &Matter<'_>) -> Vec<Block> {
    let results = matter.context().results;
    let language = matter.catalog().language();
    let of = [
        ("territory", Fill::from(results.territory.label.as_str())),
        ("code", results.territory.territory.to_string().into()),
        ("year", results.year.to_string().into()),
        ("date", format::date(results.as_of, language).into()),
    ];
    let surveyed = || matter.say("paper-context", &of);
    let said = if unsurveyed::is_so(matter) { unsurveyed::context(matter) } else { surveyed() };
    let mut out = vec![Block::Text(said)];
    let read_at_basins = results.territory.coverage.as_ref();
    if let Some(coverage) = read_at_basins.filter(|_| !unsurveyed::is_so(matter)) {
        let basins = coverage.basins.iter().map(|part| {
            let name = format!("{} ({})", part.label, part.basin);
            vec![Inline::Words(name)]
        });
        let list = listed(basins.collect(), &matter.text("list-separator"));
        let key = if coverage.is_exact() { "paper-context-exact" } else { "paper-context-partial" };
        let figure = |key: &str| or_dash(matter.citing().figure(facts::ID, key, facts::VALUE));
        let of = [
            ("communes", Fill::from(figure("communes"))),
            ("inside", figure("communes-inside").into()),
            ("of", figure("communes-of").into()),
            ("list", list.into()),
        ];
        out.push(Block::Text(matter.say(key, &of)));
    }
    out.push(Block::Text(matter.plain("cover-reading-difficult")));
    out
}
