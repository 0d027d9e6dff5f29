//! Need, entrants, gap and supply, in words: the same in the window and on the command line.

use crate::analysis::results::Occupation;
use crate::flows::balance::{Balance, Basis, Grounds};
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

/// A gap as [`span`] tells it; one that may be of either sign is a surplus and a lack, each with
/// its size where it has one.
pub fn gap(gap: Option<Span>, catalog: &Catalog) -> String {
    let language = catalog.language();
    let number = |people: f64| integer(people, language);
    let Some(Span { value: None, low, high }) = gap else { return span(gap, catalog, language) };
    let (surplus, lack) =
        (low.map(|low| number(-low.floor())), high.map(|high| number(high.ceil())));
    let is_surplus = low.is_none_or(|low| low < 0.0);
    let is_lack = high.is_none_or(|high| high > 0.0);
    match (surplus, lack) {
        (Some(surplus), Some(lack)) if is_surplus && is_lack => {
            let of = [("surplus", (&surplus).into()), ("lack", (&lack).into())];
            catalog.with("gap-either", &of)
        }
        (Some(surplus), None) if is_surplus => {
            catalog.with("gap-either-lack-open", &[("surplus", (&surplus).into())])
        }
        (None, Some(lack)) if is_lack => {
            catalog.with("gap-either-surplus-open", &[("lack", (&lack).into())])
        }
        _ => span(gap, catalog, language),
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
pub fn grounds(basis: Basis, grounds: Grounds, catalog: &Catalog) -> String {
    let source = catalog.text(&format!("need-basis-{}", basis.id()));
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

/// Posts of a company that could be trained for with other employers: where the territory lacks
/// people too, and where that is likely and to be asked of them.
pub fn pooled(sure: Vec<String>, likely: Vec<String>, catalog: &Catalog) -> String {
    let told = |names: Vec<String>, key: &str| {
        let list = names.join(&catalog.text("list-separator"));
        (!names.is_empty()).then(|| catalog.with(key, &[("list", (&list).into())]))
    };
    let all: Vec<String> = told(sure, "company-pool-list")
        .into_iter()
        .chain(told(likely, "company-pool-likely"))
        .collect();
    if all.is_empty() { catalog.text("company-pool-none") } else { all.join("\n") }
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
        ("gap", gap(facts.gap, catalog)),
        ("local", number(facts.local)),
        ("beyond", number(facts.beyond)),
        ("remote", number(facts.remote)),
        ("taken", taken),
    ];
    let args: Vec<(&str, Arg<'_>)> =
        words.iter().map(|(name, text)| (*name, text.into())).collect();
    catalog.with(&format!("verdict-why-{}", conclusion.why), &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_of_either_sign_is_said_in_words() {
        let catalog = Catalog::new(Language::French).unwrap();
        let check = |value: Option<f64>, low: Option<f64>, high: Option<f64>, expect: &str| {
            let found = gap(Some(Span { value, low, high }), &catalog);
            assert_eq!(
                found.replace(['\u{a0}', '\u{202f}'], " "),
                expect,
                "{value:?} {low:?} {high:?}"
            );
        };
        check(None, Some(-53.5), Some(1_200.2), "d’un excédent de 54 à un manque de 1 201");
        check(
            None,
            Some(-53.5),
            None,
            "d’un excédent de 54 à un manque dont rien ne dit la taille",
        );
        check(None, None, Some(3.0), "d’un excédent dont rien ne dit la taille à un manque de 3");
        check(None, Some(3.0), None, "au moins 3");
        check(None, None, Some(-3.0), "au plus −3");
        check(None, Some(12.0), Some(40.0), "12–40");
        check(Some(-3.0), Some(-9.0), Some(-1.0), "−3 (−9 à −1)");
        check(Some(1.0), Some(-9.0), Some(4.0), "1 (−9 à 4)");
        assert_eq!(gap(None, &catalog), catalog.text("supply-unknown"));
    }
}
