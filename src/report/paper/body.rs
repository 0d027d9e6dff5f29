//! The gap sheet of a training body: where people are lacking and its catalogue does not lead,
//! where it does, where all offers together are too many.

use crate::analysis::body::{Position, Sheet, Stance};
use crate::report::build::body::{self, matters};
use crate::report::paper::cite::{listed, together};
use crate::report::paper::matter::{Col, Matter, number, words};
use crate::report::paper::parts::limits;
use crate::report::paper::{Block, Inline};

pub fn section(matter: &Matter<'_>, sheet: &Sheet, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "facts" => facts(matter, sheet),
        "uncovered" => stance(matter, sheet, Stance::Uncovered),
        "covered" => stance(matter, sheet, Stance::Covered),
        "undetermined" => stance(matter, sheet, Stance::Undetermined),
        "saturated" => stance(matter, sheet, Stance::Saturated),
        "unfed" => unfed(matter).into_iter().chain(unlinked(matter)).collect(),
        "limits" => vec![
            limits::unknown(matter),
            limits::sentences(matter, &["catalogue-reading", "cover-reading-training"]),
        ],
        _ => return None,
    })
}

/// Which stances there are, in words; their tables follow.
fn facts(matter: &Matter<'_>, sheet: &Sheet) -> Vec<Block> {
    let territory = matter.context().results.territory.label.as_str();
    let lead = matter.say("paper-body-lead", &[("territory", territory.into())]);
    let first = |stance: Stance| {
        let named = sheet.of(stance).filter(|one| matters(one)).take(5);
        let named = named.map(|one| {
            vec![Inline::Words(matter.context().occupation_label(one.occupation).to_owned())]
        });
        let mut named: Vec<Vec<Inline>> = named.collect();
        if sheet.of(stance).filter(|one| matters(one)).count() > named.len() {
            named.push(matter.plain("paper-body-others"));
        }
        listed(named, &matter.text("list-separator"))
    };
    let lines = [Stance::Uncovered, Stance::Covered, Stance::Saturated].map(|stance| {
        let list = first(stance);
        if list.is_empty() {
            return Vec::new();
        }
        matter.say(&format!("paper-body-{}-first", stance.id()), &[("list", list.into())])
    });
    let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let mut out = vec![Block::Lead(lead)];
    if !lines.is_empty() {
        out.push(Block::List(lines));
    }
    out
}

fn stance(matter: &Matter<'_>, sheet: &Sheet, stance: Stance) -> Vec<Block> {
    let Some(table) = matter.document.table(body::ID) else { return Vec::new() };
    let lacking = matches!(stance, Stance::Uncovered | Stance::Covered);
    let mut columns: Vec<Col> = vec![
        words("label", 3.2),
        words("gap-told", 2.4),
        number("need-3y", 1.6),
        number("own-offers", 1.0),
        number("other-offers", 1.0),
    ];
    if stance == Stance::Covered {
        columns.push(number("own-coverage", 1.2));
    }
    let shown: Vec<&Position> =
        sheet.of(stance).filter(|one| matters(one)).take(matter.most).collect();
    // What is the same of all is said once.
    let alike = match shown.as_slice() {
        [first, _, ..] if !lacking => {
            let verdict = first.conclusion.verdict;
            shown.iter().all(|one| one.conclusion.verdict == verdict).then_some(verdict)
        }
        _ => None,
    };
    let mut out = Vec::new();
    match alike {
        Some(verdict) => {
            let verdict = matter.text(&format!("verdict-{}", verdict.id()));
            let words = matter.say("paper-body-alike", &[("verdict", verdict.into())]);
            out.push(Block::Text(words));
        }
        None => columns.push(words(if lacking { "to-do" } else { "verdict" }, 3.0)),
    }
    let rows = Matter::rows(table, shown.iter().map(|one| one.occupation.code().to_owned()));
    let caption = format!("paper-body-{}-caption", stance.id());
    // How it reads is said beneath the first table.
    let mut others = Stance::ALL.into_iter().filter(|one| *one != Stance::OtherLever);
    let first = others.find(|one| sheet.of(*one).any(matters));
    let mut note = if first == Some(stance) { matter.plain("paper-body-note") } else { Vec::new() };
    let from_zero = |one: &&Position| {
        let cell = matter.citing().figure(body::ID, one.occupation.code(), "need-3y");
        cell.is_some_and(|cell| {
            let shown = cell.shown().trim_start().to_owned();
            shown.strip_prefix('0').is_some_and(|rest| rest.starts_with(['–', ' ', '\u{a0}']))
        })
    };
    if lacking && shown.iter().any(from_zero) {
        note = together(vec![matter.plain("paper-body-from-zero"), note]);
    }
    out.extend(matter.grid(&caption, table, rows, &columns, note));
    if sheet.of(stance).filter(|one| matters(one)).count() > matter.most {
        out.push(Block::Small(matter.plain("paper-body-more")));
    }
    out
}

fn unlinked(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(body::UNLINKED)?;
    let columns = [words("title", 4.2), words("ring", 2.0), words("link-kind", 4.2)];
    let rows = table.rows.iter().take(matter.most);
    let note = matter.plain("paper-body-unlinked-note");
    matter.grid("paper-body-unlinked-caption", table, rows, &columns, note)
}

fn unfed(matter: &Matter<'_>) -> Option<Block> {
    let table = matter.document.table(body::UNFED)?;
    let columns = [words("title", 4.2), words("ring", 2.0), words("why", 4.2)];
    let rows = table.rows.iter().take(matter.most);
    matter.grid("paper-body-unfed-caption", table, rows, &columns, Vec::new())
}
