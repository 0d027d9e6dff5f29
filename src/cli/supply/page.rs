//! What a terminal shows of supply and needs.

use crate::analysis::results::Occupation;
use crate::cli::supply::Told;
use crate::flows::Horizon;
use crate::flows::balance::{Balance, Basis};
use crate::flows::gap::{Gap, Sign};
use crate::format::{decimal, integer, percent};
use crate::i18n::{Arg, Catalog};
use crate::matching::supply::{LinkKind, Offer};
use crate::recommend::proposal::NeedBasis;
use crate::recommend::verdict::Verdict;
use crate::words::plan as words;
use crate::words::supply::{gap_words, grounds, rings, span, unfed, why};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The row of the table of verdicts for an occupation that nothing flags.
const NO_FLAG: &str = "no-flag";
/// Offers listed for one occupation; all are in the machine-readable form.
const LISTED: usize = 30;

pub fn page(told: &Told<'_>, catalog: &Catalog) -> String {
    let results = told.results;
    let mut out = String::new();
    let territory = results.territory.territory;
    let _ = writeln!(out, "{} ({territory}), {}", results.territory.label, results.year);
    for linking in &results.linking {
        let file = results.sources.get(linking.source).map_or("", |source| source.file.as_str());
        let number = |count: u32| integer(f64::from(count), catalog.language());
        let counts = [
            ("rows", number(linking.rows)),
            ("decided", number(linking.decided)),
            ("code", number(linking.code)),
            ("card", number(linking.card)),
            ("proposed", number(linking.field + linking.text)),
            ("none", number(linking.none)),
        ];
        let mut args: Vec<(&str, Arg<'_>)> = vec![("file", file.into())];
        args.extend(counts.iter().map(|(name, count)| (*name, count.into())));
        let _ = writeln!(out, "{}", catalog.with("supply-linking", &args));
    }
    match told.only {
        Some(code) => {
            if let Some(one) = results.occupations.iter().find(|one| one.code == code) {
                detail(told, one, catalog, &mut out);
            }
        }
        None => list(told, catalog, &mut out),
    }
    out
}

fn list(told: &Told<'_>, catalog: &Catalog, out: &mut String) {
    let language = catalog.language();
    let _ = writeln!(
        out,
        "\n{:<7} {:<40} {:<34} {:>16} {:>16} {:>22}  {}",
        catalog.text("column-code"),
        catalog.text("column-label"),
        catalog.text("supply-verdict"),
        catalog.text("supply-need-3y"),
        catalog.text("supply-entrants-1y"),
        catalog.text("supply-gap-3y"),
        catalog.text("supply-offers"),
    );
    // Those where training is asked for first, then by the size of the gap.
    let flagged = |occupation: &&Occupation| {
        told.verdicts.get(&occupation.code).is_none_or(|found| found.why != NO_FLAG)
    };
    let (mut occupations, quiet): (Vec<&Occupation>, Vec<&Occupation>) =
        told.results.occupations.iter().partition(flagged);
    let gap = |occupation: &Occupation| {
        let balance = told.results.balances.get(&occupation.code);
        balance.and_then(Balance::gap).and_then(|gap| gap.span?.high).unwrap_or(f64::MAX)
    };
    let verdict = |occupation: &Occupation| told.verdicts.get(&occupation.code).map(|c| c.verdict);
    occupations.sort_by(|a, b| {
        let training = |one: &Occupation| verdict(one).is_some_and(Verdict::is_training);
        training(b)
            .cmp(&training(a))
            .then(verdict(a).cmp(&verdict(b)))
            .then(gap(b).total_cmp(&gap(a)))
            .then(a.code.cmp(&b.code))
    });
    for occupation in occupations {
        let balance = told.results.balances.get(&occupation.code);
        let words = verdict(occupation)
            .map(|verdict| catalog.text(&format!("verdict-{}", verdict.id())))
            .unwrap_or_default();
        let need =
            balance.and_then(|balance| balance.needs).and_then(|needs| needs.get(1).copied());
        let _ = writeln!(
            out,
            "{:<7} {:<40} {:<34} {:>16} {:>16} {:>22}  {}",
            occupation.code.code(),
            shortened(&occupation.label, 40),
            shortened(&words, 34),
            span(need, catalog, language),
            span(balance.map(Balance::entrants), catalog, language),
            balance.map(|balance| gap_words(balance, catalog)).unwrap_or_default(),
            rings(occupation, catalog),
        );
    }
    reading(told, catalog, out);
    if !quiet.is_empty() {
        let count = u32::try_from(quiet.len()).unwrap_or(u32::MAX);
        let shown = integer(f64::from(count), language);
        let args = [("count", count.into()), ("shown", (&shown).into())];
        let _ = writeln!(out, "\n{}", catalog.with("supply-quiet", &args));
    }
    let unlinked = &told.results.unlinked;
    if !unlinked.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("supply-unlinked"));
        for offer in unlinked.iter().take(LISTED) {
            let _ = writeln!(out, "  {} — {}", offer.title, offer.provider);
        }
        if unlinked.len() > LISTED {
            let beyond = u32::try_from(unlinked.len() - LISTED).unwrap_or(u32::MAX);
            let beyond = integer(f64::from(beyond), language);
            let of = [("count", (&beyond).into())];
            let _ = writeln!(out, "  {}", catalog.with("cli-beyond", &of));
        }
    }
    if !told.unfed.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("supply-unfed"));
        for (offer, why) in &told.unfed {
            let why = unfed(why, catalog);
            let _ = writeln!(out, "  {} — {} : {why}", offer.title, offer.provider);
        }
    }
}

/// Horizon, source and rule of what the list shows, and where `plan` stands on something else.
fn reading(told: &Told<'_>, catalog: &Catalog, out: &mut String) {
    let language = catalog.language();
    let balances = || told.results.balances.values();
    let count = |basis: Basis| {
        let found = balances().filter(|balance| balance.basis == basis).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let (surveyed, counted) = (count(Basis::Survey), count(Basis::Employment));
    let shown =
        [surveyed, counted, count(Basis::Hires)].map(|count| integer(f64::from(count), language));
    let rules: BTreeSet<_> =
        balances().filter_map(|balance| balance.gap().and_then(Gap::rule)).collect();
    let rules: Vec<String> =
        rules.into_iter().map(|rule| catalog.text(&format!("allocation-{}", rule.id()))).collect();
    let rules = rules.join(&catalog.text("list-separator"));
    let [of_survey, of_count, of_hires] = &shown;
    let args = [
        ("surveyed", surveyed.into()),
        ("answers", of_survey.into()),
        ("counted", counted.into()),
        ("counts", of_count.into()),
        ("projects", of_hires.into()),
        ("rules", (&rules).into()),
    ];
    let _ = writeln!(out, "\n{}", catalog.with("supply-reading", &args));
    let other = told.asked.iter().filter(|(_, need)| need.basis == NeedBasis::Projects);
    let other: Vec<&str> = other.map(|(code, _)| code.code()).collect();
    if !other.is_empty() {
        let codes = other.join(", ");
        let year = told.results.year.to_string();
        let args = [("codes", (&codes).into()), ("year", (&year).into())];
        let _ = writeln!(out, "{}", catalog.with("supply-plan-differs", &args));
    }
}

pub fn shortened(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{kept}…")
}

fn detail(told: &Told<'_>, occupation: &Occupation, catalog: &Catalog, out: &mut String) {
    let language = catalog.language();
    let _ = writeln!(out, "\n{} {}", occupation.code.code(), occupation.label);
    if let Some(conclusion) = told.verdicts.get(&occupation.code) {
        let verdict = catalog.text(&format!("verdict-{}", conclusion.verdict.id()));
        let _ = writeln!(out, "{verdict} : {}", why(conclusion, catalog));
    }
    if let Some(balance) = told.results.balances.get(&occupation.code) {
        let text = |key: &str| catalog.text(key);
        let source = text(&format!("need-basis-{}", balance.basis.id()));
        let _ = writeln!(out, "\n{} ({source})", text("supply-needs"));
        for (place, horizon) in Horizon::ALL.into_iter().enumerate() {
            let need = balance.needs.and_then(|needs| needs.get(place).copied());
            let gap = balance.gaps.get(place);
            let shown = span(gap.and_then(|gap| gap.span), catalog, language);
            let sign = gap.map_or(Sign::Undetermined, |gap| gap.sign);
            let coverage = gap
                .and_then(|gap| gap.coverage)
                .map_or_else(|| "—".to_owned(), |coverage| percent(coverage, 0, language));
            let words = [
                ("horizon", text(&format!("horizon-{}", horizon.id()))),
                ("need", span(need, catalog, language)),
                ("gap", shown),
                ("sign", text(&format!("gap-{}", sign.id()))),
                ("coverage", coverage),
            ];
            let args: Vec<(&str, Arg<'_>)> =
                words.iter().map(|(name, text)| (*name, text.into())).collect();
            let _ = writeln!(out, "  {}", catalog.with("supply-horizon", &args));
            if let Some(of) = balance.grounds.and_then(|all| all.get(place).copied()) {
                let _ = writeln!(out, "    {}", grounds(balance.basis, of, catalog));
            }
            for rule in gap.into_iter().flat_map(|gap| &gap.by_rule) {
                let name = text(&format!("allocation-{}", rule.rule.id()));
                let shown = span(rule.gap, catalog, language);
                let _ = writeln!(out, "    {name} : {shown}");
            }
        }
        for (key, flow) in [
            ("supply-initial", Some(balance.initial)),
            ("supply-continuing", Some(balance.continuing)),
            ("supply-pool", balance.pool),
        ] {
            let _ = writeln!(out, "  {} : {}", text(key), span(flow, catalog, language));
        }
        if balance.basis == Basis::Hires || !balance.missing.is_empty() || balance.biased_down {
            let _ = writeln!(out, "\n{}", text("supply-missing"));
            for missing in &balance.missing {
                let _ = writeln!(out, "  {}", text(&format!("balance-missing-{}", missing.id())));
            }
            if balance.biased_down {
                let _ = writeln!(out, "  {}", text("balance-biased-down"));
            }
        }
    }
    if let Some(need) = told.asked.get(&occupation.code) {
        let balance = told.results.balances.get(&occupation.code);
        let asked = words::need(need, catalog);
        let asked = catalog.with("supply-plan-need", &[("text", (&asked).into())]);
        let stands = words::stands(need, balance, told.results.year, catalog);
        let _ = writeln!(out, "\n{asked}\n  {stands}");
    }
    offers(&occupation.supply.offers, "supply-offers-linked", catalog, out);
    offers(&occupation.supply.proposed, "supply-offers-proposed", catalog, out);
}

fn offers(offers: &[Offer], title: &str, catalog: &Catalog, out: &mut String) {
    if offers.is_empty() {
        return;
    }
    let language = catalog.language();
    let _ = writeln!(out, "\n{}", catalog.text(title));
    for offer in offers.iter().take(LISTED) {
        let ring = if offer.ended {
            catalog.text("supply-ended")
        } else {
            catalog.text(&format!("ring-{}", offer.ring.id()))
        };
        let mut said = vec![ring];
        if let Some(modality) = offer.modality {
            said.push(catalog.text(&format!("modality-{}", modality.id())));
        }
        let mut add = |value: Option<f64>, key: &str| {
            if let Some(value) = value {
                let value = integer(value, language);
                said.push(catalog.with(key, &[("count", (&value).into())]));
            }
        };
        add(offer.minutes, "supply-minutes");
        add(offer.kilometres, "supply-kilometres");
        add(offer.places, "supply-places");
        add(offer.numbers.entries.or(offer.numbers.enrolled), "supply-came");
        add(offer.hours, "supply-hours");
        add(offer.price, "supply-price");
        if offer.places.is_none() {
            said.push(catalog.text("supply-no-places"));
        }
        let said = said.join(&catalog.text("list-separator"));
        let _ = writeln!(out, "  {} — {} ({said})", offer.title, offer.provider);
        let _ = writeln!(out, "    {}", link(offer, catalog));
    }
    if offers.len() > LISTED {
        let beyond = u32::try_from(offers.len() - LISTED).unwrap_or(u32::MAX);
        let beyond = integer(f64::from(beyond), language);
        let _ = writeln!(out, "  {}", catalog.with("cli-beyond", &[("count", (&beyond).into())]));
    }
}

/// What a link stands on.
fn link(offer: &Offer, catalog: &Catalog) -> String {
    let link = offer.link;
    let language = catalog.language();
    let rome = link.rome.map(|rome| rome.to_string()).unwrap_or_default();
    let score = match link.kind {
        LinkKind::Named { score } | LinkKind::Text { score, .. } => decimal(score, 2, language),
        LinkKind::Field { share } => percent(share, 0, language),
        LinkKind::Decided | LinkKind::Code | LinkKind::Card => String::new(),
    };
    let reason = match link.kind {
        LinkKind::Text { reason, .. } => catalog.text(&format!("label-reason-{}", reason.id())),
        _ => String::new(),
    };
    let share = percent(link.share, 0, language);
    catalog.with(
        &format!("link-{}", link.kind.id()),
        &[
            ("rome", (&rome).into()),
            ("share", (&share).into()),
            ("score", (&score).into()),
            ("reason", (&reason).into()),
        ],
    )
}
