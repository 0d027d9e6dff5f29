//! Rulings on financing devices, in sentences.

use crate::format::{date, decimal, integer};
use crate::i18n::{Arg, Catalog};
use crate::model::{Audience, Territory};
use crate::recommend::funding::{Clause, Estimate, Ground, Open, Refusal, Ruling};
use crate::reference::Reference;
use crate::reference::financing::{
    Amount, Content, Contract, Device, DeviceError, Fault, Hours, Measure, Payer, Promised,
};

/// Why a file of devices is not taken, with its line, its device and what would be right.
pub fn device_fault(error: &DeviceError, path: &str, catalog: &Catalog) -> String {
    let key = format!("device-fault-{}", error.fault.id());
    let told = match &error.fault {
        Fault::Syntax(detail) => catalog.with(&key, &[("detail", detail.into())]),
        Fault::Empty { field } | Fault::Order { field } => {
            catalog.with(&key, &[("field", (*field).into())])
        }
        Fault::Date { field, text }
        | Fault::Territory { field, text }
        | Fault::Amount { field, text } => {
            catalog.with(&key, &[("field", (*field).into()), ("found", text.into())])
        }
        Fault::Unknown { field, text, known } => catalog.with(
            &key,
            &[("field", (*field).into()), ("found", text.into()), ("known", known.into())],
        ),
        Fault::EndedWithoutDate | Fault::Twice => catalog.text(&key),
        Fault::NoSuccessor(id) => catalog.with(&key, &[("found", id.into())]),
    };
    let line =
        integer(f64::from(u32::try_from(error.line).unwrap_or(u32::MAX)), catalog.language());
    let place = if error.device.is_empty() { "device-fault-line" } else { "device-fault-place" };
    let of = [
        ("fault", (&told).into()),
        ("line", (&line).into()),
        ("device", (&error.device).into()),
        ("path", path.into()),
    ];
    catalog.with(place, &of)
}

/// A device under its name, whole where it has a longer one, with the file of a rule of the user.
pub fn heading(device: &Device, catalog: &Catalog) -> String {
    let name = if device.title == device.name {
        device.name.clone()
    } else {
        let of = [("name", (&device.name).into()), ("title", (&device.title).into())];
        catalog.with("funding-heading", &of)
    };
    match &device.own {
        None => name,
        Some(file) => {
            let own = catalog.with("funding-own", &[("file", file.into())]);
            format!("{name}, {own}")
        }
    }
}

/// The source of a rule, and since when it was not verified.
pub fn sourced(ruling: &Ruling<'_>, catalog: &Catalog) -> String {
    let key = if ruling.stale { "funding-source-stale" } else { "funding-source" };
    let date = date(ruling.device.verified_on, catalog.language());
    catalog.with(key, &[("source", (&ruling.device.source).into()), ("date", (&date).into())])
}

/// Why a device is open, one clause.
pub fn clause(clause: &Clause<'_>, reference: &Reference, catalog: &Catalog) -> String {
    let key = format!("funding-ground-{}", clause.ground.id());
    let language = catalog.language();
    match &clause.ground {
        Ground::Period { from, to } => match (from, to) {
            (None, None) => catalog.text("funding-ground-period"),
            (Some(from), None) => {
                let from = date(*from, language);
                catalog.with("funding-ground-period-from", &[("from", (&from).into())])
            }
            (None, Some(to)) => {
                let to = date(*to, language);
                catalog.with("funding-ground-period-to", &[("to", (&to).into())])
            }
            (Some(from), Some(to)) => {
                let (from, to) = (date(*from, language), date(*to, language));
                let of = [("from", (&from).into()), ("to", (&to).into())];
                catalog.with("funding-ground-period-both", &of)
            }
        },
        Ground::Audience(audience) => {
            catalog.with(&key, &[("name", (&who(*audience, catalog)).into())])
        }
        Ground::Content(content) => {
            catalog.with(&key, &[("name", (&what(*content, catalog)).into())])
        }
        Ground::Hours { hours, rule } => {
            let asked = integer(f64::from(*hours), language);
            let told = limits(rule, catalog);
            catalog.with(&key, &[("hours", (&asked).into()), ("rule", (&told).into())])
        }
        Ground::Promise { rule, .. } => {
            catalog.with(&key, &[("name", (&promised(rule, catalog)).into())])
        }
        Ground::Territory(place) => {
            catalog.with(&key, &[("name", (&named(*place, reference)).into())])
        }
    }
}

/// Why a device is refused. `name_of` gives the name of a successor.
pub fn refusal(
    refusal: &Refusal<'_>,
    name_of: &dyn Fn(&str) -> String,
    reference: &Reference,
    catalog: &Catalog,
) -> String {
    let key = format!("funding-refusal-{}", refusal.id());
    let language = catalog.language();
    let number = |value: u32| integer(f64::from(value), language);
    let one = |name: &str, value: &String| catalog.with(&key, &[(name, value.into())]);
    match refusal {
        Refusal::Ended { on, successor, why } => {
            let on = date(*on, language);
            match successor {
                None => {
                    let of = [("date", (&on).into()), ("why", (*why).into())];
                    catalog.with(&key, &of)
                }
                Some(id) => {
                    let name = name_of(id);
                    let of = [("date", (&on).into()), ("name", (&name).into())];
                    catalog.with("funding-refusal-replaced", &of)
                }
            }
        }
        Refusal::NotYet { from } => one("date", &date(*from, language)),
        Refusal::Unverified | Refusal::GroupOnly | Refusal::OnePersonOnly => catalog.text(&key),
        Refusal::Territory { only } => one("list", &places(only, reference, catalog)),
        Refusal::Audience { only } => one("list", &listed(only, |one| who(*one, catalog), catalog)),
        Refusal::Content { only } => one("list", &listed(only, |one| what(*one, catalog), catalog)),
        Refusal::TooShort { least } => one("hours", &number(*least)),
        Refusal::TooLong { most } => one("hours", &number(*most)),
        Refusal::Contract { only } => {
            one("list", &listed(only, |one| promised(one, catalog), catalog))
        }
        Refusal::ContractTooShort { contract, least_months } => {
            let (name, months) = (kind(*contract, catalog), number(*least_months));
            catalog.with(&key, &[("name", (&name).into()), ("months", (&months).into())])
        }
        Refusal::TooLate { by } => one("date", &date(*by, language)),
    }
}

/// What remains to be confirmed.
pub fn open(open: &Open<'_>, reference: &Reference, catalog: &Catalog) -> String {
    let key = format!("funding-open-{}", open.id());
    let language = catalog.language();
    let number = |value: u32| integer(f64::from(value), language);
    let one = |name: &str, value: &String| catalog.with(&key, &[(name, value.into())]);
    match open {
        Open::ContentUnknown { only } => {
            one("list", &listed(only, |one| what(*one, catalog), catalog))
        }
        Open::HoursUnknown | Open::Agreement => catalog.text(&key),
        Open::TerritoryUnknown { only } => one("list", &places(only, reference, catalog)),
        Open::ContractUnknown { only } => {
            one("list", &listed(only, |one| promised(one, catalog), catalog))
        }
        Open::MonthsUnknown { contract, least_months } => {
            let (name, months) = (kind(*contract, catalog), number(*least_months));
            catalog.with(&key, &[("name", (&name).into()), ("months", (&months).into())])
        }
        Open::Exceptional { rule } | Open::UnverifiedHours { rule } => {
            one("rule", &limits(rule, catalog))
        }
        Open::Condition { text } => (*text).to_owned(),
        Open::FileBy { on } => one("date", &date(*on, language)),
        Open::FileBefore { days } => one("days", &number(*days)),
        Open::Term(term) => marked(&term.text, term.fact.unverified, catalog),
    }
}

/// What an amount comes to, with its condition; one that nobody verified says so.
pub fn estimate(estimate: &Estimate<'_>, catalog: &Catalog) -> String {
    let amount = estimate.amount;
    let key = format!("funding-amount-{}", amount.measure.id());
    let rate = euros(amount, (amount.low, amount.high), catalog);
    let told = match (amount.measure, estimate.euros) {
        (Measure::PerHour, Some(bounds)) => {
            let in_all = euros(amount, bounds, catalog);
            let of = [("rate", (&rate).into()), ("euros", (&in_all).into())];
            catalog.with("funding-amount-per-hour-in-all", &of)
        }
        _ => catalog.with(&key, &[("euros", (&rate).into())]),
    };
    marked(&with_condition(&told, &amount.condition, catalog), amount.fact.unverified, catalog)
}

/// Who pays, with the condition.
pub fn payer(payer: &Payer, catalog: &Catalog) -> String {
    let told = with_condition(&payer.name, &payer.condition, catalog);
    marked(&told, payer.fact.unverified, catalog)
}

/// € of an amount: cents where the source gives them.
fn euros(amount: &Amount, (low, high): (f64, f64), catalog: &Catalog) -> String {
    let language = catalog.language();
    let whole = |value: f64| (value - value.round()).abs() < 1e-9;
    let small = amount.low < 1_000.0 && !(whole(low) && whole(high));
    let digits = if small && low < 1_000.0 { 2 } else { 0 };
    if (high - low).abs() < 1e-9 {
        return decimal(low, digits, language);
    }
    let (low, high) = (decimal(low, digits, language), decimal(high, digits, language));
    catalog.with("funding-range", &[("low", (&low).into()), ("high", (&high).into())])
}

fn with_condition(text: &str, condition: &str, catalog: &Catalog) -> String {
    if condition.is_empty() {
        return text.to_owned();
    }
    let of: [(&str, Arg<'_>); 2] = [("text", text.into()), ("condition", condition.into())];
    catalog.with("funding-condition", &of)
}

fn marked(text: &str, unverified: bool, catalog: &Catalog) -> String {
    if unverified {
        catalog.with("funding-unverified", &[("text", text.into())])
    } else {
        text.to_owned()
    }
}

/// « de 150 à 450 heures sur 12 mois au plus (par accord) ».
fn limits(rule: &Hours, catalog: &Catalog) -> String {
    let number = |value: u32| integer(f64::from(value), catalog.language());
    let hours = match (rule.least.map(number), rule.most.map(number)) {
        (Some(least), Some(most)) => {
            let of = [("least", (&least).into()), ("most", (&most).into())];
            catalog.with("funding-hours-between", &of)
        }
        (None, Some(most)) => catalog.with("funding-hours-most", &[("most", (&most).into())]),
        (Some(least), None) => catalog.with("funding-hours-least", &[("least", (&least).into())]),
        (None, None) => catalog.text("funding-hours-any"),
    };
    let spread = match rule.months.map(number) {
        None => hours,
        Some(months) => {
            let of = [("hours", (&hours).into()), ("months", (&months).into())];
            catalog.with("funding-hours-months", &of)
        }
    };
    with_condition(&spread, &rule.condition, catalog)
}

/// « CDD d’au moins 6 mois ».
fn promised(rule: &Promised, catalog: &Catalog) -> String {
    let name = kind(rule.kind, catalog);
    match rule.least_months {
        None => name,
        Some(months) => {
            let months = integer(f64::from(months), catalog.language());
            let of = [("name", (&name).into()), ("months", (&months).into())];
            catalog.with("funding-contract-months", &of)
        }
    }
}

fn who(audience: Audience, catalog: &Catalog) -> String {
    catalog.text(&format!("audience-{}", audience.id()))
}

fn what(content: Content, catalog: &Catalog) -> String {
    catalog.text(&format!("content-{}", content.id()))
}

fn kind(contract: Contract, catalog: &Catalog) -> String {
    catalog.text(&format!("contract-{}", contract.id()))
}

fn named(place: Territory, reference: &Reference) -> String {
    reference.label(place).map_or_else(|| place.to_string(), str::to_owned)
}

fn places(only: &[Territory], reference: &Reference, catalog: &Catalog) -> String {
    listed(only, |place| named(*place, reference), catalog)
}

fn listed<T>(all: &[T], one: impl Fn(&T) -> String, catalog: &Catalog) -> String {
    let names: Vec<String> = all.iter().map(one).collect();
    names.join(&catalog.text("list-separator"))
}
