//! What a terminal shows of a company beside its basin.

use crate::analysis::company::{Beside, Leaving, Pooling, Post};
use crate::cli::company::Told;
use crate::format::{integer, range};
use crate::i18n::{Arg, Catalog};
use crate::words::supply::{pooled as pooled_words, why};
use std::fmt::Write as _;

/// Offers named for one occupation; all are in the machine-readable form.
const LISTED: usize = 5;

pub fn page(told: &Told<'_>, catalog: &Catalog) -> String {
    let results = told.results;
    let mut out = String::new();
    let territory = results.territory.territory;
    let _ = writeln!(out, "{} ({territory}), {}", results.territory.label, results.year);
    let _ = writeln!(out, "{}", catalog.text("company-private"));
    for (post, beside) in &told.posts {
        one(told, post, beside.as_ref(), catalog, &mut out);
    }
    let named = |pooling: Pooling| -> Vec<String> {
        let is = |beside: &Beside<'_>| beside.pooling == pooling;
        let of = told.posts.iter().filter(|(_, beside)| beside.as_ref().is_some_and(is));
        of.map(|(post, _)| post.label.clone()).collect()
    };
    let pooled = pooled_words(named(Pooling::Lack), named(Pooling::Likely), catalog);
    let _ = writeln!(out, "\n{pooled}");
    let _ = writeln!(out, "\n{}", catalog.text("company-reading"));
    out
}

fn number(value: Option<f64>, catalog: &Catalog) -> String {
    let unknown = || catalog.text("supply-unknown");
    value.map_or_else(unknown, |value| integer(value, catalog.language()))
}

/// Departures expected, with their interval.
fn departures(leaving: &Leaving, catalog: &Catalog) -> String {
    let language = catalog.language();
    let bounds = range(leaving.low.floor(), leaving.high.ceil(), 0, language);
    format!("{} ({bounds})", integer(leaving.value, language))
}

fn one(
    told: &Told<'_>,
    post: &Post,
    beside: Option<&Beside<'_>>,
    catalog: &Catalog,
    out: &mut String,
) {
    let _ = writeln!(out, "\n{}", post.label);
    let mut line = |key: &str, words: &[(&str, String)]| {
        let args: Vec<(&str, Arg<'_>)> =
            words.iter().map(|(name, text)| (*name, text.into())).collect();
        let _ = writeln!(out, "      {}", catalog.with(key, &args));
    };
    line("company-headcount", &[("count", number(post.headcount, catalog))]);
    if let [one, three, five] = post.leaving.as_slice() {
        let by = catalog.text(&format!("departures-by-{}", post.counted.id()));
        let words = [
            ("one", departures(one, catalog)),
            ("three", departures(three, catalog)),
            ("five", departures(five, catalog)),
            ("by", by),
        ];
        line("company-departures", &words);
    }
    let known = [post.known_12m, post.known_36m];
    if known.iter().any(Option::is_some) {
        let [soon, later] = known.map(|known| number(known, catalog));
        line("company-known", &[("soon", soon), ("later", later)]);
    }
    line("company-hires", &[("count", number(post.hires_12m, catalog))]);
    let several = || {
        let names = post.could_be.iter().map(|code| {
            let label = told.label(*code);
            format!("{} {label}", code.code())
        });
        [("list", names.collect::<Vec<_>>().join(&catalog.text("list-separator")))]
    };
    let Some(code) = post.occupation else {
        match post.could_be.as_slice() {
            [] => line("company-without-occupation", &[]),
            _ => line("company-several", &several()),
        }
        return;
    };
    if !post.could_be.is_empty() {
        line("company-could-be", &several());
    }
    let Some(Beside { occupation, conclusion, hard, pooling, offers }) = beside else {
        line("company-no-project", &[("code", format!("{} {}", code.code(), told.label(code)))]);
        return;
    };
    let named = [("code", code.code().to_owned()), ("label", occupation.label.clone())];
    line(if post.by_title { "company-occupation-by-title" } else { "company-occupation" }, &named);
    let pressure = &occupation.pressure;
    let class = |class: Option<u8>| {
        class.map_or_else(|| catalog.text("company-class-unknown"), |class| class.to_string())
    };
    let words = [
        ("hard", catalog.text(if *hard { "company-hard" } else { "company-not-hard" })),
        ("class", class(pressure.class)),
        ("official", class(occupation.anchor.map(|anchor| anchor.class))),
        ("status", catalog.text(&format!("status-{}", pressure.status_word()))),
        ("cause", catalog.text(&format!("diagnosis-{}", occupation.finding.diagnosis.id()))),
        ("lever", catalog.text(&format!("lever-{}", occupation.finding.lever.id()))),
    ];
    line("company-basin", &words);
    if let Some(conclusion) = conclusion {
        let verdict = catalog.text(&format!("verdict-{}", conclusion.verdict.id()));
        line("company-verdict", &[("verdict", verdict), ("why", why(conclusion, catalog))]);
    }
    let people = number(post.yearly, catalog);
    let group = integer(told.group, catalog.language());
    let key = format!("company-pooling-{}", pooling.id());
    line(&key, &[("people", people), ("group", group)]);
    if offers.is_empty() {
        line("company-no-offer", &[]);
    }
    for offer in offers.iter().take(LISTED) {
        let ring = catalog.text(&format!("ring-{}", offer.ring.id()));
        let words =
            [("title", offer.title.clone()), ("provider", offer.provider.clone()), ("ring", ring)];
        line("company-offer", &words);
    }
    if offers.len() > LISTED {
        let beyond = u32::try_from(offers.len() - LISTED).unwrap_or(u32::MAX);
        line("cli-beyond", &[("count", integer(f64::from(beyond), catalog.language()))]);
    }
}
