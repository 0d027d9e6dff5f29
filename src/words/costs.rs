//! What is known of costs, in sentences.

use crate::analysis::planning::ToldCosts;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::planning::{Hypotheses, StatedCost, StatedNeed};
use crate::words::plan::{self as words, hourly, money};

/// Most € an hour that are taken for a cost of training.
const MOST: f64 = 10_000.0;

/// Cents of an hourly cost as people write it: `12,50`, `9.15 €`; `None` of what is none.
pub fn cents(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches("/h").trim().trim_matches('€').trim();
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let euros: f64 = text.replace(',', ".").parse().ok()?;
    let within = euros.is_finite() && (0.005..=MOST).contains(&euros);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    within.then(|| (euros * 100.0).round() as u32)
}

/// An hypothesis on costs: for what way, how much, from where.
pub fn stated(way: &str, cost: &StatedCost, catalog: &Catalog) -> String {
    let hour = cost.hour_cents.map(|cents| {
        let sum = hourly(cents, catalog);
        catalog.with("costs-hour", &[("sum", (&sum).into())])
    });
    let place = cost.place_euros.map(|euros| {
        let sum = money(f64::from(euros), catalog);
        catalog.with("costs-place", &[("sum", (&sum).into())])
    });
    let sums: Vec<String> = hour.into_iter().chain(place).collect();
    let sums = sums.join(&catalog.text("list-separator"));
    let of = [("way", way.into()), ("sums", (&sums).into()), ("source", (&cost.source).into())];
    catalog.with("costs-stated", &of)
}

/// Every hypothesis of the user that a plan is made under, with its source, each under what it is
/// about: `need`, or a way of running a training.
pub fn hypotheses<'a>(made: &'a Hypotheses, catalog: &Catalog) -> Vec<(&'a str, String)> {
    let need = made.need.as_ref().map(|need| ("need", need_stated(need, catalog)));
    let costs = made.costs.iter();
    let costs =
        costs.map(|(way, cost)| (way.as_str(), stated(&words::way(way, catalog), cost, catalog)));
    need.into_iter().chain(costs).collect()
}

/// A need supposed for all occupations whose least need nothing establishes.
pub fn need_stated(need: &StatedNeed, catalog: &Catalog) -> String {
    let percent = crate::format::percent(f64::from(need.percent) / 100.0, 0, catalog.language());
    let of = [("percent", (&percent).into()), ("source", (&need.source).into())];
    catalog.with("costs-need-stated", &of)
}

/// What the files tell of costs, and how much of it bears on the candidates.
pub fn told(costs: &ToldCosts, catalog: &Catalog) -> String {
    let shown = |n: u32| integer(f64::from(n), catalog.language());
    let mut parts = vec![if costs.n_offers == 0 {
        catalog.text("costs-no-offer")
    } else {
        let (offers, priced, here) =
            (shown(costs.n_offers), shown(costs.n_priced), shown(costs.n_priced_here));
        let of = [
            ("offers", (&offers).into()),
            ("count", costs.n_priced.into()),
            ("priced", (&priced).into()),
            ("here", (&here).into()),
        ];
        catalog.with("costs-offers", &of)
    }];
    if costs.n_supports > 0 {
        let (count, here) = (shown(costs.n_supports), shown(costs.n_supported));
        let of = [
            ("count", costs.n_supports.into()),
            ("shown", (&count).into()),
            ("here", (&here).into()),
        ];
        parts.push(catalog.with("costs-supports", &of));
    }
    if costs.n_experiences > 0 {
        let count = shown(costs.n_experiences);
        let of = [("count", costs.n_experiences.into()), ("shown", (&count).into())];
        parts.push(catalog.with("costs-library", &of));
    }
    let list = parts.join(&catalog.text("list-separator"));
    catalog.with("costs-told", &[("list", (&list).into())])
}

#[cfg(test)]
mod tests {
    use super::cents;

    #[test]
    fn hourly_costs_as_people_write_them() {
        for (text, expect) in [
            ("12,50", Some(1_250)),
            ("9.15 €", Some(915)),
            ("15 €/h", Some(1_500)),
            ("0", None),
            ("-3", None),
            ("cher", None),
            ("", None),
            ("1e9", None),
        ] {
            assert_eq!(cents(text), expect, "{text}");
        }
    }
}
