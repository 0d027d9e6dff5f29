//! A file of devices (RON) into checked rules; what is wrong is said with its line and its device.

use crate::model::{Audience, Date, Territory};
use crate::reference::financing::{
    Amount, Content, Contract, Device, Fact, Hours, Measure, Payer, Promised, Status, Term,
};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::str::FromStr;

/// What is wrong with a file of devices.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{0}")]
    Syntax(String),
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field}: not a date: {text}")]
    Date { field: &'static str, text: String },
    #[error("{field}: {text} is none of {known}")]
    Unknown { field: &'static str, text: String, known: String },
    #[error("{field}: not a territory: {text}")]
    Territory { field: &'static str, text: String },
    #[error("{field}: the least is above the most")]
    Order { field: &'static str },
    #[error("{field}: not an amount: {text}")]
    Amount { field: &'static str, text: String },
    #[error("an ended device without the day on which it ended")]
    EndedWithoutDate,
    #[error("two devices of this name")]
    Twice,
    #[error("no device of this name: {0}")]
    NoSuccessor(String),
}

impl Fault {
    /// Key of its sentence in the catalogs: `device-fault-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::Empty { .. } => "empty",
            Self::Date { .. } => "date",
            Self::Unknown { .. } => "unknown",
            Self::Territory { .. } => "territory",
            Self::Order { .. } => "order",
            Self::Amount { .. } => "amount",
            Self::EndedWithoutDate => "ended",
            Self::Twice => "twice",
            Self::NoSuccessor(_) => "successor",
        }
    }
}

/// A file of devices that is not taken, and where it is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {device}: {fault}")]
pub struct DeviceError {
    /// From 1: where the fault is, or where the device begins.
    pub line: usize,
    /// Identifier of the device; empty where the file could not be read so far.
    pub device: String,
    pub fault: Fault,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDevice {
    id: String,
    name: String,
    #[serde(default)]
    title: String,
    status: Status,
    #[serde(default)]
    successor: Option<String>,
    audiences: Vec<String>,
    #[serde(default)]
    contents: Vec<String>,
    #[serde(default)]
    group: Option<bool>,
    #[serde(default)]
    hours: Vec<RawHours>,
    #[serde(default)]
    contracts: Vec<RawPromised>,
    #[serde(default)]
    agreement: bool,
    #[serde(default)]
    deadline_days: Option<u32>,
    #[serde(default)]
    territories: Vec<String>,
    #[serde(default)]
    payers: Vec<RawPayer>,
    #[serde(default)]
    amounts: Vec<RawAmount>,
    #[serde(default)]
    terms: Vec<RawTerm>,
    #[serde(default)]
    valid_from: Option<String>,
    #[serde(default)]
    valid_to: Option<String>,
    verified_on: String,
    source: String,
    confirm_with: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHours {
    #[serde(default)]
    least: Option<u32>,
    #[serde(default)]
    most: Option<u32>,
    #[serde(default)]
    months: Option<u32>,
    #[serde(default)]
    exceptional: bool,
    #[serde(default)]
    contents: Vec<String>,
    #[serde(default)]
    audiences: Vec<String>,
    #[serde(default)]
    contracts: Vec<String>,
    #[serde(default)]
    condition: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    verified_on: Option<String>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPromised {
    kind: String,
    #[serde(default)]
    least_months: Option<u32>,
    #[serde(default)]
    condition: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    verified_on: Option<String>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPayer {
    name: String,
    #[serde(default)]
    territories: Vec<String>,
    #[serde(default)]
    most_employees: Option<u32>,
    #[serde(default)]
    condition: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    verified_on: Option<String>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAmount {
    measure: Measure,
    /// One number, or two bounds.
    euros: f64,
    #[serde(default)]
    to: Option<f64>,
    #[serde(default)]
    contents: Vec<String>,
    #[serde(default)]
    audiences: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    condition: String,
    #[serde(default)]
    valid_from: Option<String>,
    #[serde(default)]
    valid_to: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    verified_on: Option<String>,
    #[serde(default)]
    unverified: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    text: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    verified_on: Option<String>,
    #[serde(default)]
    unverified: bool,
}

/// Reads a file of devices. `own` names the file of the user; `None` for the built-in one, whose
/// successors must all be in it; those of `known` may be named by a file of the user.
///
/// # Errors
/// At the first fault, with its line and the device. Nothing of a faulty file is taken.
pub fn parse(text: &str, own: Option<&str>, known: &[Device]) -> Result<Vec<Device>, DeviceError> {
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let raw: Vec<RawDevice> = options.from_str(text).map_err(|error| DeviceError {
        line: error.span.start.line,
        device: String::new(),
        fault: Fault::Syntax(error.code.to_string()),
    })?;
    let mut devices = Vec::with_capacity(raw.len());
    let mut seen = BTreeSet::new();
    for raw in raw {
        let id = raw.id.clone();
        let wrong = |fault| DeviceError { line: line_of(text, &id), device: id.clone(), fault };
        if !seen.insert(id.clone()) {
            return Err(wrong(Fault::Twice));
        }
        devices.push(device(raw, own).map_err(wrong)?);
    }
    for one in &devices {
        let Some(successor) = &one.successor else { continue };
        if !seen.contains(successor) && known.iter().all(|known| known.id != *successor) {
            let fault = Fault::NoSuccessor(successor.clone());
            return Err(DeviceError {
                line: line_of(text, &one.id),
                device: one.id.clone(),
                fault,
            });
        }
    }
    Ok(devices)
}

/// The line of the last device of this identifier.
fn line_of(text: &str, id: &str) -> usize {
    let quoted = format!("\"{id}\"");
    let named = |line: &&str| {
        line.split_once("id:").is_some_and(|(_, rest)| rest.trim_start().starts_with(&quoted))
    };
    let lines: Vec<&str> = text.lines().collect();
    lines.iter().rposition(named).map_or(1, |place| place + 1)
}

fn device(raw: RawDevice, own: Option<&str>) -> Result<Device, Fault> {
    for (field, text) in [
        ("id", &raw.id),
        ("name", &raw.name),
        ("source", &raw.source),
        ("confirm_with", &raw.confirm_with),
    ] {
        if text.trim().is_empty() {
            return Err(Fault::Empty { field });
        }
    }
    let verified_on = date("verified_on", &raw.verified_on)?;
    let of = Fact { source: raw.source.clone(), verified_on, unverified: false };
    let (valid_from, valid_to) = period(raw.valid_from.as_deref(), raw.valid_to.as_deref())?;
    if raw.status == Status::Ended && valid_to.is_none() {
        return Err(Fault::EndedWithoutDate);
    }
    if raw.audiences.is_empty() {
        return Err(Fault::Empty { field: "audiences" });
    }
    Ok(Device {
        title: if raw.title.trim().is_empty() { raw.name.clone() } else { raw.title },
        audiences: audiences("audiences", &raw.audiences)?,
        contents: contents("contents", &raw.contents)?,
        hours: each(raw.hours, |raw| hours(raw, &of))?,
        contracts: each(raw.contracts, |raw| promised(raw, &of))?,
        territories: territories("territories", &raw.territories)?,
        payers: each(raw.payers, |raw| payer(raw, &of))?,
        amounts: each(raw.amounts, |raw| amount(raw, &of))?,
        terms: each(raw.terms, |raw| term(raw, &of))?,
        id: raw.id,
        name: raw.name,
        status: raw.status,
        successor: raw.successor,
        group: raw.group,
        agreement: raw.agreement,
        deadline_days: raw.deadline_days,
        valid_from,
        valid_to,
        verified_on,
        source: raw.source,
        confirm_with: raw.confirm_with,
        own: own.map(str::to_owned),
    })
}

fn hours(raw: RawHours, of: &Fact) -> Result<Hours, Fault> {
    if raw.least.zip(raw.most).is_some_and(|(least, most)| least > most) {
        return Err(Fault::Order { field: "hours" });
    }
    Ok(Hours {
        least: raw.least,
        most: raw.most,
        months: raw.months,
        exceptional: raw.exceptional,
        contents: contents("hours.contents", &raw.contents)?,
        audiences: audiences("hours.audiences", &raw.audiences)?,
        contracts: each(raw.contracts, |id| contract("hours.contracts", &id))?,
        condition: raw.condition,
        fact: fact(raw.source, raw.verified_on.as_deref(), raw.unverified, of)?,
    })
}

fn promised(raw: RawPromised, of: &Fact) -> Result<Promised, Fault> {
    Ok(Promised {
        kind: contract("contracts.kind", &raw.kind)?,
        least_months: raw.least_months,
        condition: raw.condition,
        fact: fact(raw.source, raw.verified_on.as_deref(), raw.unverified, of)?,
    })
}

fn payer(raw: RawPayer, of: &Fact) -> Result<Payer, Fault> {
    if raw.name.trim().is_empty() {
        return Err(Fault::Empty { field: "payers.name" });
    }
    Ok(Payer {
        name: raw.name,
        territories: territories("payers.territories", &raw.territories)?,
        most_employees: raw.most_employees,
        condition: raw.condition,
        fact: fact(raw.source, raw.verified_on.as_deref(), raw.unverified, of)?,
    })
}

fn amount(raw: RawAmount, of: &Fact) -> Result<Amount, Fault> {
    let (low, high) = (raw.euros, raw.to.unwrap_or(raw.euros));
    for euros in [low, high] {
        if !euros.is_finite() || euros < 0.0 {
            return Err(Fault::Amount { field: "amounts.euros", text: euros.to_string() });
        }
    }
    if low > high {
        return Err(Fault::Order { field: "amounts.euros" });
    }
    let (valid_from, valid_to) = period(raw.valid_from.as_deref(), raw.valid_to.as_deref())?;
    Ok(Amount {
        measure: raw.measure,
        low,
        high,
        contents: contents("amounts.contents", &raw.contents)?,
        audiences: audiences("amounts.audiences", &raw.audiences)?,
        except: audiences("amounts.except", &raw.except)?,
        condition: raw.condition,
        valid_from,
        valid_to,
        fact: fact(raw.source, raw.verified_on.as_deref(), raw.unverified, of)?,
    })
}

fn term(raw: RawTerm, of: &Fact) -> Result<Term, Fault> {
    if raw.text.trim().is_empty() {
        return Err(Fault::Empty { field: "terms.text" });
    }
    let fact = fact(raw.source, raw.verified_on.as_deref(), raw.unverified, of)?;
    Ok(Term { text: raw.text, fact })
}

/// A clause without source or date has those of its device.
fn fact(
    source: Option<String>,
    verified_on: Option<&str>,
    unverified: bool,
    of: &Fact,
) -> Result<Fact, Fault> {
    Ok(Fact {
        source: source.unwrap_or_else(|| of.source.clone()),
        verified_on: verified_on.map_or(Ok(of.verified_on), |text| date("verified_on", text))?,
        unverified,
    })
}

fn period(from: Option<&str>, to: Option<&str>) -> Result<(Option<Date>, Option<Date>), Fault> {
    let from = from.map(|text| date("valid_from", text)).transpose()?;
    let to = to.map(|text| date("valid_to", text)).transpose()?;
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(Fault::Order { field: "valid_to" });
    }
    Ok((from, to))
}

fn date(field: &'static str, text: &str) -> Result<Date, Fault> {
    Date::from_str(text).map_err(|_| Fault::Date { field, text: text.to_owned() })
}

fn each<T, U>(all: Vec<T>, one: impl Fn(T) -> Result<U, Fault>) -> Result<Vec<U>, Fault> {
    all.into_iter().map(one).collect()
}

fn audiences(field: &'static str, ids: &[String]) -> Result<Vec<Audience>, Fault> {
    let known = || Audience::ALL.map(Audience::id).join(", ");
    let found = ids.iter().map(|id| {
        id.parse().map_err(|_| Fault::Unknown { field, text: id.clone(), known: known() })
    });
    found.collect()
}

fn contents(field: &'static str, ids: &[String]) -> Result<Vec<Content>, Fault> {
    let known = || Content::ALL.map(Content::id).join(", ");
    let found = ids.iter().map(|id| {
        Content::from_id(id).ok_or_else(|| Fault::Unknown {
            field,
            text: id.clone(),
            known: known(),
        })
    });
    found.collect()
}

fn contract(field: &'static str, id: &str) -> Result<Contract, Fault> {
    let known = || Contract::ALL.map(Contract::id).join(", ");
    Contract::from_id(id).ok_or_else(|| Fault::Unknown {
        field,
        text: id.to_owned(),
        known: known(),
    })
}

fn territories(field: &'static str, codes: &[String]) -> Result<Vec<Territory>, Fault> {
    let found = codes
        .iter()
        .map(|code| code.parse().map_err(|_| Fault::Territory { field, text: code.clone() }));
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::financing::merged;

    const ONE: &str = r#"(id: "own", name: "Aide", status: InForce, audiences: ["employees"],
        verified_on: "2026-05-01", source: "délibération", confirm_with: "la Région")"#;

    fn check(change: (&str, &str), expect: Result<(), Fault>) {
        let text = format!("[\n{}\n]", ONE.replacen(change.0, change.1, 1));
        match (parse(&text, Some("mes_aides.ron"), &[]), expect) {
            (Ok(found), Ok(())) => assert_eq!(found[0].own.as_deref(), Some("mes_aides.ron")),
            (Err(error), Err(fault)) => {
                assert_eq!((error.line, error.device.as_str()), (2, "own"), "{error}");
                assert_eq!(error.fault, fault);
            }
            (found, expect) => panic!("{change:?}: {found:?}, not {expect:?}"),
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        check(("", ""), Ok(()));
        check(("\"délibération\"", "\" \""), Err(Fault::Empty { field: "source" }));
        check(("\"la Région\"", "\"\""), Err(Fault::Empty { field: "confirm_with" }));
        let text = "mai 2026".to_owned();
        check(("2026-05-01", "mai 2026"), Err(Fault::Date { field: "verified_on", text }));
        check(("InForce", "Ended"), Err(Fault::EndedWithoutDate));
        check(("InForce", "Ended, valid_to: \"2025-12-31\""), Ok(()));
        let known = Audience::ALL.map(Audience::id).join(", ");
        let text = "seniors".to_owned();
        check(("employees", "seniors"), Err(Fault::Unknown { field: "audiences", text, known }));
        check(
            ("status", "hours: [(least: 450, most: 150)], status"),
            Err(Fault::Order { field: "hours" }),
        );
        let text = "84".to_owned();
        check(
            ("status", "territories: [\"84\"], status"),
            Err(Fault::Territory { field: "territories", text }),
        );
        check(
            ("status", "successor: \"none\", status"),
            Err(Fault::NoSuccessor("none".to_owned())),
        );
        check(
            ("status", "amounts: [(measure: PerHour, euros: -1)], status"),
            Err(Fault::Amount { field: "amounts.euros", text: "-1".to_owned() }),
        );
    }

    #[test]
    fn a_word_out_of_place_has_its_line() {
        let text = format!("[\n{ONE},\n(id: \"b\", nom: \"B\"),\n]");
        let error = parse(&text, None, &[]).unwrap_err();
        assert_eq!(error.line, 4, "{error}");
        assert!(matches!(error.fault, Fault::Syntax(detail) if detail.contains("nom")));
        let twice = format!("[\n{ONE},\n{ONE}\n]");
        let error = parse(&twice, None, &[]).unwrap_err();
        assert_eq!((error.line, error.fault), (4, Fault::Twice));
    }

    #[test]
    fn an_own_device_stands_for_the_built_in_one() {
        let read = |text: &str, own| parse(&format!("[{text}]"), own, &[]).unwrap();
        let other = ONE.replacen("\"own\"", "\"other\"", 1);
        let built_in = read(&format!("{ONE}, {other}"), None);
        let mine = read(&ONE.replacen("Aide", "Aide locale", 1), Some("mine.ron"));
        let all = merged(&built_in, &mine);
        let told: Vec<(&str, bool)> =
            all.iter().map(|device| (device.name.as_str(), device.own.is_some())).collect();
        assert_eq!(told, [("Aide locale", true), ("Aide", false)]);
    }

    #[test]
    fn a_clause_has_the_source_of_its_device_or_its_own() {
        let amounts = r#"amounts: [
            (measure: PerHour, euros: 9.15, to: 15, unverified: true, source: "presse"),
            (measure: Average, euros: 5000),
        ], status"#;
        let text = format!("[{}]", ONE.replacen("status", amounts, 1));
        let found = parse(&text, None, &[]).unwrap();
        let told = found[0].amounts.iter().map(|a| (a.low, a.high, a.fact.source.as_str()));
        assert_eq!(
            told.collect::<Vec<_>>(),
            [(9.15, 15.0, "presse"), (5000.0, 5000.0, "délibération")]
        );
        assert!(found[0].amounts[0].fact.unverified && !found[0].amounts[1].fact.unverified);
    }
}
