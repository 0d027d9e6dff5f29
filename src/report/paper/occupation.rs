//! One occupation on one page: handed to a company, a training body, an elected person.

use crate::analysis::results::Occupation;
use crate::matching::supply::Offer;
use crate::model::Grade;
use crate::recommend::verdict::Verdict;
use crate::report::build::{diagnosis, verdicts};
use crate::report::document::Row;
use crate::report::paper::cite::{Fill, together};
use crate::report::paper::matter::{Matter, bounds, number};
use crate::report::paper::parts::unsurveyed;
use crate::report::paper::{Block, Fact, Inline, Tone, pictures, verdict};

/// Offers and certifications named, at most: the sheet is one page.
const OFFERS: usize = 3;
const CERTIFICATIONS: usize = 2;

pub fn section(matter: &Matter<'_>, one: &Occupation, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "facts" => vec![Block::Facts(figures(matter, one))],
        "lever" => lever(matter, one).into_iter().collect(),
        "portrait" => vec![Block::Text(portrait(matter, one))],
        "chart" => [pictures::of_occupation(matter, one), pictures::years_of(matter, one)]
            .into_iter()
            .flatten()
            .map(Block::Picture)
            .collect(),
        "causes" => vec![Block::Text(why(matter, one))],
        "comparison" => comparison(matter, one).into_iter().collect(),
        "supply" => supply(matter, one),
        "limits" => vec![Block::Small(limits(matter, one))],
        _ => return None,
    })
}

fn row<'a>(matter: &Matter<'a>, one: &Occupation) -> Option<&'a Row> {
    let (_, row) = matter.citing().row(diagnosis::ID, one.code.code())?;
    Some(row)
}

fn figures(matter: &Matter<'_>, one: &Occupation) -> Vec<Fact> {
    if unsurveyed::is_so(matter) {
        return unsurveyed::of_occupation(matter, one);
    }
    let key = one.code.code();
    let figure = |column: &str| matter.figure(diagnosis::ID, key, column);
    let whole = |column: &str| matter.whole(diagnosis::ID, key, column);
    let point = matter.citing().figure(diagnosis::ID, key, "projects");
    let projects = point.unwrap_or_else(|| whole("projects"));
    let year = matter.context().results.year.to_string();
    let interval =
        [("low", figure("posterior-low").into()), ("high", figure("posterior-high").into())];
    let rank = [
        ("of", matter.fact("occupations").into()),
        ("low", figure("rank-low").into()),
        ("high", figure("rank-high").into()),
    ];
    vec![
        matter.large(
            projects,
            "paper-fact-projects",
            matter.say("paper-fact-survey", &[("year", year.into())]),
        ),
        matter.large(
            figure("posterior"),
            "paper-fact-posterior",
            matter.say("paper-fact-interval", &interval),
        ),
        matter.large(
            figure("pressure-rank"),
            "paper-fact-rank",
            matter.say("paper-fact-rank-beneath", &rank),
        ),
        matter.large(
            figure("class"),
            "paper-fact-class",
            matter.say(
                "paper-fact-class-beneath",
                &[
                    ("official", figure("official").into()),
                    ("grade", one.pressure.confidence.to_string().into()),
                ],
            ),
        ),
    ]
}

/// What to act on, who can lead, and what training can do.
fn lever(matter: &Matter<'_>, one: &Occupation) -> Option<Block> {
    let said = matter.context().lever_sentence(one);
    let conclusion = matter.planned.verdicts.get(&one.code);
    // That another lever comes first is said once.
    let conclusion = conclusion.filter(|found| found.verdict != Verdict::NotTraining);
    let of_training = conclusion.map(|conclusion| {
        let verdict = matter.text(&format!("verdict-{}", conclusion.verdict.id()));
        let why = verdict::why(matter, one.code, conclusion);
        matter.say("paper-verdict", &[("verdict", verdict.into()), ("why", why.into())])
    });
    let words = together(vec![vec![Inline::Words(said)], of_training.unwrap_or_default()]);
    let words: Vec<Inline> =
        words.into_iter().filter(|inline| !inline.shown().trim().is_empty()).collect();
    (!words.is_empty()).then(|| Block::Callout {
        tone: Tone::Advice,
        title: matter.text("paper-occupation-lever-title"),
        words,
    })
}

fn portrait(matter: &Matter<'_>, one: &Occupation) -> Vec<Inline> {
    matter.context().cited_reading(one)
}

/// The reasoning, with the classes of the causes it read, and employers who say otherwise.
fn why(matter: &Matter<'_>, one: &Occupation) -> Vec<Inline> {
    let context = matter.context();
    let mut said = vec![context.cited_reason(one)];
    said.push(context.cited_contradictions(one));
    if let Some(listed) = &one.regulatory {
        said.push(vec![Inline::Words(format!("{}.", context.regulatory(listed)))]);
    }
    together(said)
}

/// The same share here, in the département, the région and France.
fn comparison(matter: &Matter<'_>, one: &Occupation) -> Option<Block> {
    if unsurveyed::is_so(matter) {
        return None;
    }
    let table = matter.document.table(diagnosis::ID)?;
    let columns = [
        bounds("posterior", 2.6).titled("paper-column-here"),
        bounds("share", 2.6).titled("paper-column-published"),
        number("share-department", 1.6).titled("place-department"),
        number("share-region", 1.6).titled("place-region"),
        number("share-france", 1.6).titled("place-france"),
    ];
    let rows = row(matter, one).into_iter();
    let note = matter.plain("paper-comparison-note");
    matter.grid("paper-occupation-comparison", table, rows, &columns, note)
}

/// Offers and certifications within reach, need against entrants.
fn supply(matter: &Matter<'_>, one: &Occupation) -> Vec<Block> {
    let supply = &one.supply;
    let key = one.code.code();
    let mut said = Vec::new();
    if supply.offers_known {
        let of = [("rings", matter.figure(verdicts::ID, key, "offers-rings").into())];
        said.push(matter.say("paper-supply-rings", &of));
    } else {
        said.push(matter.plain("paper-supply-unknown"));
    }
    if matter.citing().row("balances", key).is_some() {
        let figure = |column: &str| Fill::from(matter.figure("balances", key, column));
        let unknown = || Fill::from(matter.text("supply-unknown"));
        let of = [
            ("need", figure("need-3y")),
            // Without a catalogue nobody is counted: that is not nobody.
            ("entrants", if supply.offers_known { figure("entrants-1y") } else { unknown() }),
            ("pool", figure("pool")),
            ("gap", figure("gap-3y-span")),
        ];
        said.push(matter.say("paper-supply-balance", &of));
    }
    let mut out = vec![Block::Text(together(said))];
    let mut items: Vec<Vec<Inline>> = nearest(one).map(|offer| of_offer(matter, offer)).collect();
    let certifications = supply.certifications.iter().filter(|found| !found.ended);
    items.extend(certifications.take(CERTIFICATIONS).map(|found| {
        let register = found.register.map(|code| format!(" ({code})")).unwrap_or_default();
        let named = format!("{}{register}", found.label);
        matter.say("paper-supply-certification", &[("name", named.into())])
    }));
    if !items.is_empty() {
        out.push(Block::List(items));
    }
    out
}

/// Offers that can still be followed, each body once, the nearest first.
pub fn nearest(one: &Occupation) -> impl Iterator<Item = &Offer> {
    let mut seen: Vec<&str> = Vec::new();
    let mut found: Vec<&Offer> = Vec::new();
    let mut open: Vec<&Offer> = one.supply.offers.iter().filter(|offer| !offer.ended).collect();
    open.sort_by(|a, b| a.ring.cmp(&b.ring).then(a.provider.cmp(&b.provider)));
    for offer in open {
        if !seen.contains(&offer.provider.as_str()) {
            seen.push(&offer.provider);
            found.push(offer);
        }
    }
    found.into_iter().take(OFFERS)
}

fn of_offer(matter: &Matter<'_>, offer: &Offer) -> Vec<Inline> {
    let ring = matter.text(&format!("ring-{}", offer.ring.id()));
    let of = [
        ("title", Fill::from(offer.title.as_str())),
        ("provider", offer.provider.as_str().into()),
        ("ring", ring.into()),
    ];
    matter.say("paper-supply-offer", &of)
}

fn limits(matter: &Matter<'_>, one: &Occupation) -> Vec<Inline> {
    if unsurveyed::is_so(matter) {
        let none = matter.plain("note-no-projects");
        return together(vec![none, matter.plain("paper-limit-unknown")]);
    }
    let grade = match one.pressure.grade {
        Grade::A => "grade-a",
        Grade::B => "grade-b",
        Grade::C => "grade-c",
    };
    let grade = format!("{} {}", matter.text("paper-grade"), matter.text(grade));
    let masked = |column: &str, key: &str| {
        let shown = matter.citing().figure(diagnosis::ID, one.code.code(), column)?;
        let count = matter.citing().count(diagnosis::ID, one.code.code(), column);
        (count > 0).then(|| matter.say(key, &[("count", count.into()), ("shown", shown.into())]))
    };
    let projects = masked("masked", "paper-occupation-masked");
    let difficult = masked("masked-difficult", "paper-occupation-masked-difficult");
    let none = projects.is_none() && difficult.is_none();
    let none = none.then(|| matter.plain("paper-occupation-masked-none"));
    together(vec![
        vec![Inline::Words(grade)],
        none.or(projects).unwrap_or_default(),
        difficult.unwrap_or_default(),
        matter.plain("cover-reading-difficult"),
        matter.plain("paper-limit-unknown"),
    ])
}
