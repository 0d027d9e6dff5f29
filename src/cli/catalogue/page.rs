//! What a terminal shows of a catalogue on each territory.

use crate::analysis::body::{Position, Sheet, Stance};
use crate::cli::catalogue::Told;
use crate::format::{integer, percent};
use crate::i18n::{Arg, Catalog};
use crate::words::supply::{span, unfed, why};
use std::fmt::Write as _;

/// Occupations listed for one stance; all are in the machine-readable form.
const LISTED: usize = 30;

pub fn page(told: &[Told], catalog: &Catalog) -> String {
    let mut out = String::new();
    for (place, one) in told.iter().enumerate() {
        if place > 0 {
            let _ = writeln!(out);
        }
        sheet(one, catalog, &mut out);
    }
    let _ = writeln!(out, "\n{}", catalog.text("catalogue-reading"));
    out
}

fn sheet(told: &Told, catalog: &Catalog, out: &mut String) {
    let results = &told.results;
    let territory = results.territory.territory;
    let _ = writeln!(out, "{} ({territory}), {}", results.territory.label, results.year);
    let number = |count: usize| {
        integer(f64::from(u32::try_from(count).unwrap_or(u32::MAX)), catalog.language())
    };
    let counts = Stance::ALL.map(|stance| (stance.id(), number(told.sheet.of(stance).count())));
    let args: Vec<(&str, Arg<'_>)> =
        counts.iter().map(|(name, count)| (*name, count.into())).collect();
    let _ = writeln!(out, "{}", catalog.with("catalogue-counts", &args));
    to_relate(told, catalog, out);
    for stance in Stance::ALL {
        // What nobody flags and the catalogue does not teach is no matter of this sheet.
        let matters = |one: &&Position| one.own > 0 || one.conclusion.why != "no-flag";
        let listed: Vec<&Position> = told.sheet.of(stance).filter(matters).collect();
        if listed.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{}", catalog.text(&format!("stance-{}-title", stance.id())));
        // Where nothing is to be opened and the catalogue does not lead, a line is enough.
        let (full, short): (Vec<&Position>, Vec<&Position>) =
            listed.iter().copied().partition(|one| {
                let idle = matches!(stance, Stance::Undetermined | Stance::OtherLever);
                !idle || one.own + one.own_beyond + one.own_proposed > 0
            });
        for position in full.iter().take(LISTED) {
            one(told, position, catalog, out);
        }
        if !short.is_empty() {
            let _ = writeln!(out, "  {}", catalog.text("catalogue-without-own"));
        }
        for position in short.iter().take(LISTED.saturating_sub(full.len())) {
            let gap = span(position.gap, catalog, catalog.language());
            let label = format!("{} {}", position.occupation.code(), told.label(position));
            let of = [("label", (&label).into()), ("gap", (&gap).into())];
            let _ = writeln!(out, "      {}", catalog.with("catalogue-short", &of));
        }
        if listed.len() > LISTED {
            let beyond = number(listed.len() - LISTED);
            let of = [("count", (&beyond).into())];
            let _ = writeln!(out, "  {}", catalog.with("cli-beyond", &of));
        }
    }
    if !told.sheet.unfed.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("catalogue-unfed"));
        for (offer, reason) in &told.sheet.unfed {
            let reason = unfed(reason, catalog);
            let line = [("title", (&offer.title).into()), ("why", (&reason).into())];
            let _ = writeln!(out, "  {}", catalog.with("catalogue-unfed-line", &line));
        }
    }
}

/// What of the catalogue is linked to nothing yet: said first, since the rest is told without it.
fn to_relate(told: &Told, catalog: &Catalog, out: &mut String) {
    let Sheet { to_confirm, unlinked, may_lead, .. } = &told.sheet;
    if !to_confirm.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("catalogue-to-confirm"));
    }
    for offer in to_confirm {
        let named = may_lead.get(&(offer.source, offer.row)).into_iter().flatten();
        let named: Vec<&str> = named.map(|code| told.label_of(*code)).collect();
        let list = named.join(&catalog.text("list-separator"));
        let of = [("title", (&offer.title).into()), ("list", (&list).into())];
        let _ = writeln!(out, "  {}", catalog.with("catalogue-may-lead", &of));
    }
    if !unlinked.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("catalogue-unlinked"));
    }
    for offer in unlinked {
        let _ = writeln!(out, "  {}", offer.title);
    }
}

fn one(told: &Told, position: &Position, catalog: &Catalog, out: &mut String) {
    let language = catalog.language();
    let _ = writeln!(out, "  {} {}", position.occupation.code(), told.label(position));
    let number = |count: u32| integer(f64::from(count), language);
    let coverage = position
        .coverage
        .map_or_else(|| catalog.text("supply-unknown"), |coverage| percent(coverage, 0, language));
    let words = [
        ("own", number(position.own)),
        ("others", number(position.others)),
        ("beyond", number(position.own_beyond)),
        ("need", span(position.need, catalog, language)),
        ("entrants", span(position.entrants, catalog, language)),
        ("coverage", coverage),
        ("gap", span(position.gap, catalog, language)),
        ("alone", span(position.gap_alone, catalog, language)),
    ];
    let args: Vec<(&str, Arg<'_>)> =
        words.iter().map(|(name, text)| (*name, text.into())).collect();
    let _ = writeln!(out, "      {}", catalog.with("catalogue-offers", &args));
    let _ = writeln!(out, "      {}", catalog.with("catalogue-figures", &args));
    if position.own_proposed > 0 {
        let shown = number(position.own_proposed);
        let of = [("count", position.own_proposed.into()), ("shown", (&shown).into())];
        let _ = writeln!(out, "      {}", catalog.with("catalogue-proposed", &of));
    }
    let verdict = catalog.text(&format!("verdict-{}", position.conclusion.verdict.id()));
    let why = why(&position.conclusion, catalog);
    let said = [("verdict", (&verdict).into()), ("why", (&why).into())];
    let verdict = catalog.with("catalogue-verdict", &said);
    let verdict = match position.to_do {
        Some(to_do) => catalog.text(&format!("move-{}", to_do.id())) + "\n      " + &verdict,
        None => verdict,
    };
    let _ = writeln!(out, "      {verdict}");
}
