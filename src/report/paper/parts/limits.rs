//! What cannot be said, and how what is said was made.

use crate::report::build::notes;
use crate::report::paper::matter::Matter;
use crate::report::paper::parts::unsurveyed;
use crate::report::paper::{Block, Inline, Tone};

/// Sentences of the catalogs as a list.
pub fn sentences(matter: &Matter<'_>, keys: &[&str]) -> Block {
    Block::List(keys.iter().map(|key| matter.plain(key)).collect())
}

/// What every reader must know, then what is to be known of this analysis.
pub fn of_note(matter: &Matter<'_>) -> Vec<Block> {
    // What speaks of projects and of masked cells has nothing to speak of.
    let keys: &[&str] = if unsurveyed::is_so(matter) {
        &["cover-reading-lever", "cover-reading-training", "paper-limit-scope"]
    } else {
        &[
            "cover-reading-difficult",
            "paper-limit-masked",
            "cover-reading-grade",
            "cover-reading-places",
            "cover-reading-training",
            "paper-limit-bias",
            "paper-limit-scope",
        ]
    };
    let mut said: Vec<_> = keys.iter().map(|key| matter.plain(key)).collect();
    if !unsurveyed::is_so(matter) && matter.count("masked-large") > 0 {
        said.insert(2, matter.counted("paper-limit-large-masked", "masked-large"));
    }
    let mut out = vec![unknown(matter), Block::List(said)];
    let notes = of_analysis(matter);
    if !notes.is_empty() {
        out.push(matter.heading(2, "cover-notes"));
        out.push(Block::List(notes));
    }
    out
}

/// Unknown is not zero.
pub fn unknown(matter: &Matter<'_>) -> Block {
    Block::Callout {
        tone: Tone::Limit,
        title: matter.text("paper-limit-unknown-title"),
        words: matter.plain("paper-limit-unknown"),
    }
}

/// The notes of this analysis, each under its short name.
pub fn of_analysis(matter: &Matter<'_>) -> Vec<Vec<Inline>> {
    let Some(table) = matter.document.table(notes::ID) else { return Vec::new() };
    let told = table.rows.iter();
    told.map(|row| vec![matter.figure(notes::ID, &row.key, notes::SAID)]).collect()
}

/// The method in a page: what is computed, from what, with which settings.
pub fn method(matter: &Matter<'_>) -> Vec<Block> {
    let parameter = |id: &str| matter.figure("methode", &format!("parameter/{id}"), "formula");
    let flag = [
        ("cut", matter.context().cited_cut().into()),
        ("probability", parameter("flag_probability").into()),
    ];
    let shrink = [
        ("share", parameter("effective_share").into()),
        ("strength", parameter("prior_strength").into()),
    ];
    let mut out = Vec::new();
    if !unsurveyed::is_so(matter) {
        out.extend([
            Block::Text(matter.plain("paper-method-survey")),
            Block::Text(matter.say("paper-method-shrink", &shrink)),
            Block::Text(matter.say("paper-method-flag", &flag)),
        ]);
    }
    out.extend([
        Block::Text(matter.plain("paper-method-official")),
        Block::Text(matter.plain("paper-method-lever")),
        Block::Text(matter.plain("paper-method-balance")),
    ]);
    if matter.context().inquiry.is_some() {
        let secrecy = [
            ("least", parameter("minimum_respondents").into()),
            ("dominance", parameter("dominance").into()),
        ];
        out.push(Block::Text(matter.say("paper-method-secrecy", &secrecy)));
    }
    out.push(Block::Text(matter.plain("paper-method-names")));
    out
}
