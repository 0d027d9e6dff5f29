//! Need, entrants, gap and supply, in words: the same in the window and on the command line.

use crate::analysis::results::Occupation;
use crate::flows::balance::{Balance, Grounds};
use crate::flows::gap::Sign;
use crate::flows::spread::Span;
use crate::format::{integer, percent, range};
use crate::i18n::{Arg, Catalog};
use crate::matching::supply::Ring;
use crate::model::{Fap, Language};
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::Conclusion;

/// Initial and continuing together, per year.
pub fn people(balance: &Balance) -> Span {
    let both = |end: fn(Span) -> Option<f64>| {
        end(balance.initial).zip(end(balance.continuing)).map(|(a, b)| a + b)
    };
    Span { value: both(|s| s.value), low: both(|s| s.low), high: both(|s| s.high) }
}

/// Why an offer feeds no need.
pub fn unfed(why: &Unfed, catalog: &Catalog) -> String {
    let codes = match why {
        Unfed::NoHires => String::new(),
        Unfed::Surplus(codes) => {
            let codes: Vec<&str> = codes.iter().map(Fap::code).collect();
            codes.join(&catalog.text("list-separator"))
        }
    };
    catalog.with(&format!("unfed-{}", why.id()), &[("codes", (&codes).into())])
}

/// Offers by ring, and those whose link is to be confirmed.
pub fn rings(occupation: &Occupation, catalog: &Catalog) -> String {
    let counts = Ring::ALL.into_iter().filter_map(|ring| {
        let count = occupation.supply.count(ring);
        let name = catalog.text(&format!("ring-{}", ring.id()));
        (count > 0).then(|| format!("{count} {name}"))
    });
    let mut counts: Vec<String> = counts.collect();
    if !occupation.supply.proposed.is_empty() {
        let count = occupation.supply.proposed.len().to_string();
        counts.push(catalog.with("supply-to-confirm", &[("count", (&count).into())]));
    }
    if counts.is_empty() { "—".to_owned() } else { counts.join(&catalog.text("list-separator")) }
}

/// A value with its interval, the interval alone, or the only end that is known.
pub fn span(span: Option<Span>, catalog: &Catalog, language: Language) -> String {
    let Some(Span { value, low, high }) = span else { return catalog.text("supply-unknown") };
    let number = |value: f64| integer(value, language);
    match (low, high) {
        (Some(low), Some(high)) => {
            // Whole numbers, the interval never narrower than it is.
            let bounds = range(low.floor(), high.ceil(), 0, language);
            match value {
                Some(value) if low.floor() < high.ceil() => {
                    format!("{} ({bounds})", number(value))
                }
                Some(value) => number(value),
                None => bounds,
            }
        }
        // A lack, of part of a person: not none.
        (Some(low), None) if low > 0.0 && low < 1.0 => catalog.text("supply-above-nought"),
        (Some(low), None) => {
            catalog.with("supply-at-least", &[("count", (&number(low.floor())).into())])
        }
        (None, Some(high)) => {
            catalog.with("supply-at-most", &[("count", (&number(high.ceil())).into())])
        }
        (None, None) => catalog.text("supply-unknown"),
    }
}

/// What a need stands on: its source, and of the survey where creations and departures of three
/// years come from.
pub fn basis(balance: &Balance, catalog: &Catalog) -> String {
    let source = catalog.text(&format!("need-basis-{}", balance.basis.id()));
    match balance.grounds.and_then(|grounds| grounds.get(1).copied()) {
        None => source,
        Some(grounds) => grounds_of(&source, grounds, catalog),
    }
}

/// The same of one horizon.
pub fn grounds(grounds: Grounds, catalog: &Catalog) -> String {
    let source = catalog.text("need-basis-survey");
    grounds_of(&source, grounds, catalog)
}

fn grounds_of(source: &str, grounds: Grounds, catalog: &Catalog) -> String {
    let creation = catalog.text(&format!("creating-{}", grounds.creation.id()));
    let departures = catalog.text(&format!("leaving-{}", grounds.departures.id()));
    let of = [
        ("source", source.into()),
        ("creation", (&creation).into()),
        ("departures", (&departures).into()),
    ];
    catalog.with("need-grounds", &of)
}

/// The indicative gap over three years, or that it cannot be told.
pub fn gap_words(balance: &Balance, catalog: &Catalog) -> String {
    match balance.sign() {
        Sign::Undetermined => catalog.text("gap-undetermined"),
        Sign::Lack | Sign::Surplus => {
            span(balance.gap().and_then(|gap| gap.span), catalog, catalog.language())
        }
    }
}

/// The reasoning behind a verdict, with the figures it stands on.
pub fn why(conclusion: &Conclusion, catalog: &Catalog) -> String {
    let facts = conclusion.facts;
    let language = catalog.language();
    let lever = catalog.text(&format!("lever-{}", facts.lever.id()));
    let number = |count: u32| integer(f64::from(count), language);
    let taken = facts.taken.map_or_else(|| "—".to_owned(), |taken| percent(taken, 0, language));
    let words = [
        ("lever", lever),
        ("gap", span(facts.gap, catalog, language)),
        ("local", number(facts.local)),
        ("beyond", number(facts.beyond)),
        ("remote", number(facts.remote)),
        ("taken", taken),
    ];
    let args: Vec<(&str, Arg<'_>)> =
        words.iter().map(|(name, text)| (*name, text.into())).collect();
    catalog.with(&format!("verdict-why-{}", conclusion.why), &args)
}
