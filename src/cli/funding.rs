//! `bassin funding`: which financing devices are worth checking, and why not the others.

use crate::cli::{Failure, Sources, day, file_failure, json, reference, territory};
use crate::files;
use crate::format::{date, integer};
use crate::i18n::Catalog;
use crate::model::planning::OwnDevices;
use crate::model::{Audience, Date};
use crate::recommend::funding::{
    Clause, Estimate, Promise, Refusal, Request, Ruling, around, rulings,
};
use crate::reference::Reference;
use crate::reference::financing::{Content, Contract, Device};
use crate::reference::params::Parameters;
use crate::words::funding as words;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Who is trained; several describe the same people: job-seekers, job-seekers-far, employees,
    /// young, disabled, insertion, spouses, outside-basin.
    #[arg(long, required = true, num_args = 1.., value_delimiter = ',')]
    audience: Vec<String>,
    /// Hours of training for one person.
    #[arg(long)]
    hours: Option<u32>,
    /// First day of the training: the rules of that day apply; those of today by default.
    #[arg(long)]
    date: Option<String>,
    /// certifying, blocks, short-adaptation, short-access or tutoring.
    #[arg(long)]
    content: Option<String>,
    /// What the employer promises, with its months: cdi, cdd:6, professionnalisation:12,
    /// apprentissage:12, saisonnier:4, interim:6, or none.
    #[arg(long)]
    contract: Option<String>,
    /// For a group of people.
    #[arg(long, conflicts_with = "one_person")]
    group: bool,
    /// For one person at a time.
    #[arg(long)]
    one_person: bool,
    /// Employees of the firm.
    #[arg(long)]
    employer_size: Option<u32>,
    /// Typed code: be:8450, dep:15, reg:84.
    #[arg(long)]
    territory: Option<String>,
    /// Devices of your own, in the form of assets/params/financing.ron.
    #[arg(long)]
    devices: Option<PathBuf>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// Bytes of a file of devices, at most.
const MOST_BYTES: u64 = 1024 * 1024;

pub fn run(asked: &Asked, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let parameters =
        Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let request = request(asked, &reference, catalog, today)?;
    let parameters = match &asked.devices {
        None => parameters,
        Some(path) => with_own(&parameters, &own(path, catalog)?, catalog)?,
    };
    let found = rulings(parameters.devices(), &request);
    if asked.json {
        json::text(&view(&found, &request, parameters.devices(), &reference, catalog))
    } else {
        Ok(page(&found, &request, parameters.devices(), &reference, catalog))
    }
}

/// The devices of the user, as written.
pub(super) fn own(path: &Path, catalog: &Catalog) -> Result<OwnDevices, Failure> {
    let bytes = files::read(path, MOST_BYTES).map_err(|error| file_failure(&error, catalog))?;
    Ok(OwnDevices {
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// The parameters with the devices of the user; nothing of a faulty file is taken.
pub(super) fn with_own(
    parameters: &Parameters,
    own: &OwnDevices,
    catalog: &Catalog,
) -> Result<Parameters, Failure> {
    parameters
        .with_own(own)
        .map_err(|error| Failure::could_not(words::device_fault(&error, &own.file, catalog)))
}

impl Sources {
    /// The method as the projects change it, with their financing devices.
    pub(super) fn parameters(
        &self,
        method: &Parameters,
        catalog: &Catalog,
    ) -> Result<Parameters, Failure> {
        let adjusted = method.adjusted(&self.method);
        match &self.planning.devices {
            None => Ok(adjusted),
            Some(own) => with_own(&adjusted, own, catalog),
        }
    }
}

fn request(
    asked: &Asked,
    reference: &Reference,
    catalog: &Catalog,
    today: Date,
) -> Result<Request, Failure> {
    let wrong = |key: &str, found: &str, known: &str| {
        Failure::usage(catalog.with(key, &[("found", found.into()), ("known", known.into())]))
    };
    let audiences = asked.audience.iter().map(|id| {
        id.parse::<Audience>()
            .map_err(|_| wrong("error-audience", id, &Audience::ALL.map(Audience::id).join(", ")))
    });
    let content = asked.content.as_deref().map(|id| {
        Content::from_id(id)
            .ok_or_else(|| wrong("error-content", id, &Content::ALL.map(Content::id).join(", ")))
    });
    let promise = asked.contract.as_deref().map(|text| {
        promise(text).ok_or_else(|| {
            wrong("error-contract", text, &Contract::ALL.map(Contract::id).join(", "))
        })
    });
    let start = asked.date.as_deref().map(|text| day(text, catalog));
    let place = asked.territory.as_deref().map(|code| territory(code, catalog)).transpose()?;
    Ok(Request {
        audiences: audiences.collect::<Result<_, _>>()?,
        hours: asked.hours,
        content: content.transpose()?,
        promise: promise.transpose()?.unwrap_or_default(),
        group: (asked.group || asked.one_person).then_some(asked.group),
        employer_size: asked.employer_size,
        territories: place.map(|place| around(place, reference)).unwrap_or_default(),
        start: start.transpose()?,
        today,
    })
}

/// `cdi`, `cdd:6`, `none` or `aucun`.
fn promise(text: &str) -> Option<Promise> {
    if text == "none" || text == "aucun" {
        return Some(Promise::Nothing);
    }
    let (id, months) = match text.split_once(':') {
        Some((id, months)) => (id, Some(months.parse().ok()?)),
        None => (text, None),
    };
    Some(Promise::Made { contract: Contract::from_id(id)?, months })
}

fn page(
    found: &[Ruling<'_>],
    request: &Request,
    devices: &[Device],
    reference: &Reference,
    catalog: &Catalog,
) -> String {
    let separator = catalog.text("list-separator");
    let mut out = String::new();
    let line = |out: &mut String, key: &str, list: &[String]| {
        if !list.is_empty() {
            let list = list.join(&separator);
            let _ = writeln!(out, "  {}", catalog.with(key, &[("list", (&list).into())]));
        }
    };
    let told = told(request, reference, catalog).join(&separator);
    let _ = writeln!(out, "{}\n", catalog.with("funding-asked", &[("list", (&told).into())]));
    let (open, refused): (Vec<_>, Vec<_>) = found.iter().partition(|ruling| ruling.eligible());
    if open.is_empty() {
        let _ = writeln!(out, "{}\n", catalog.text("funding-none"));
    } else {
        let _ = writeln!(out, "{}", catalog.text("funding-title"));
        let _ = writeln!(out, "{}\n", catalog.text("funding-never-a-promise"));
    }
    for ruling in open {
        let _ = writeln!(out, "{}", words::heading(ruling.device, catalog));
        let said: Vec<String> =
            ruling.clauses.iter().map(|one| words::clause(one, reference, catalog)).collect();
        line(&mut out, "funding-because", &said);
        let said: Vec<String> =
            ruling.payers.iter().map(|one| words::payer(one, catalog)).collect();
        line(&mut out, "funding-payers", &said);
        let said: Vec<String> =
            ruling.amounts.iter().map(|one| words::estimate(one, catalog)).collect();
        line(&mut out, "funding-amounts", &said);
        let said: Vec<String> =
            ruling.open.iter().map(|one| words::open(one, reference, catalog)).collect();
        line(&mut out, "funding-open", &said);
        let ask = [("ask", (&ruling.device.confirm_with).into())];
        let _ = writeln!(out, "  {}", catalog.with("funding-confirm", &ask));
        let _ = writeln!(out, "  {}\n", words::sourced(ruling, catalog));
    }
    if !refused.is_empty() {
        let _ = writeln!(out, "{}\n", catalog.text("funding-refused"));
    }
    for ruling in refused {
        let said: Vec<String> = reasons(ruling, devices, reference, catalog);
        let _ = writeln!(
            out,
            "{}{}{}",
            words::heading(ruling.device, catalog),
            catalog.text("colon"),
            said.join(&separator)
        );
    }
    out
}

/// What was asked, in words.
fn told(request: &Request, reference: &Reference, catalog: &Catalog) -> Vec<String> {
    let language = catalog.language();
    let mut said: Vec<String> = request
        .audiences
        .iter()
        .map(|one| catalog.text(&format!("audience-{}", one.id())))
        .collect();
    let mut number = |key: &str, name: &str, value: Option<u32>| {
        if let Some(value) = value {
            let shown = integer(f64::from(value), language);
            said.push(catalog.with(key, &[(name, (&shown).into())]));
        }
    };
    number("funding-asked-hours", "hours", request.hours);
    number("funding-asked-size", "count", request.employer_size);
    said.extend(request.content.map(|one| catalog.text(&format!("content-{}", one.id()))));
    match request.promise {
        Promise::Unknown => {}
        Promise::Nothing => said.push(catalog.text("funding-asked-nothing-promised")),
        Promise::Made { contract, months } => {
            let name = catalog.text(&format!("contract-{}", contract.id()));
            said.push(match months {
                None => name,
                Some(months) => {
                    let months = integer(f64::from(months), language);
                    let of = [("name", (&name).into()), ("months", (&months).into())];
                    catalog.with("funding-asked-contract", &of)
                }
            });
        }
    }
    said.extend(request.group.map(|group| {
        catalog.text(if group { "funding-asked-group" } else { "funding-asked-one-person" })
    }));
    said.extend(
        request
            .territories
            .first()
            .map(|place| reference.label(*place).map_or_else(|| place.to_string(), str::to_owned)),
    );
    let key = if request.start.is_some() { "funding-asked-start" } else { "funding-asked-rules" };
    said.push(catalog.with(key, &[("date", (&date(request.day(), language)).into())]));
    said
}

fn reasons(
    ruling: &Ruling<'_>,
    devices: &[Device],
    reference: &Reference,
    catalog: &Catalog,
) -> Vec<String> {
    let name_of = |id: &str| {
        let found = devices.iter().find(|device| device.id == id);
        found.map_or_else(|| id.to_owned(), |device| device.name.clone())
    };
    let all = ruling.refusals.iter();
    all.map(|one| words::refusal(one, &name_of, reference, catalog)).collect()
}

#[derive(Serialize)]
struct Said {
    id: &'static str,
    message: String,
}

#[derive(Serialize)]
struct ClauseView<'a> {
    id: &'static str,
    message: String,
    source: &'a str,
    verified_on: String,
    stale: bool,
}

#[derive(Serialize)]
struct AmountView<'a> {
    measure: &'static str,
    low: f64,
    high: f64,
    /// For one person, in all.
    euros: Option<(f64, f64)>,
    condition: &'a str,
    unverified: bool,
    source: &'a str,
    verified_on: String,
}

#[derive(Serialize)]
struct PayerView<'a> {
    name: &'a str,
    condition: &'a str,
    unverified: bool,
}

#[derive(Serialize)]
struct DeviceView<'a> {
    id: &'a str,
    name: &'a str,
    title: &'a str,
    eligible: bool,
    reasons: Vec<ClauseView<'a>>,
    refusals: Vec<Said>,
    to_confirm: Vec<Said>,
    payers: Vec<PayerView<'a>>,
    amounts: Vec<AmountView<'a>>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    successor: Option<&'a str>,
    source: &'a str,
    verified_on: String,
    stale: bool,
    confirm_with: &'a str,
    own: Option<&'a str>,
}

#[derive(Serialize)]
struct View<'a> {
    audiences: Vec<&'static str>,
    hours: Option<u32>,
    content: Option<&'static str>,
    contract: Option<&'static str>,
    contract_months: Option<u32>,
    group: Option<bool>,
    employer_size: Option<u32>,
    territories: Vec<String>,
    start: Option<String>,
    rules_of: String,
    devices: Vec<DeviceView<'a>>,
}

fn view<'a>(
    found: &[Ruling<'a>],
    request: &Request,
    devices: &[Device],
    reference: &Reference,
    catalog: &Catalog,
) -> View<'a> {
    let (contract, contract_months) = match request.promise {
        Promise::Unknown => (None, None),
        Promise::Nothing => (Some("none"), None),
        Promise::Made { contract, months } => (Some(contract.id()), months),
    };
    let one = |ruling: &Ruling<'a>| device_view(ruling, devices, reference, catalog);
    View {
        audiences: request.audiences.iter().map(|one| one.id()).collect(),
        hours: request.hours,
        content: request.content.map(Content::id),
        contract,
        contract_months,
        group: request.group,
        employer_size: request.employer_size,
        territories: request.territories.iter().map(ToString::to_string).collect(),
        start: request.start.map(|day| day.to_string()),
        rules_of: request.day().to_string(),
        devices: found.iter().map(one).collect(),
    }
}

fn device_view<'a>(
    ruling: &Ruling<'a>,
    devices: &[Device],
    reference: &Reference,
    catalog: &Catalog,
) -> DeviceView<'a> {
    let device = ruling.device;
    let clause = |one: &Clause<'a>| ClauseView {
        id: one.ground.id(),
        message: words::clause(one, reference, catalog),
        source: one.source,
        verified_on: one.verified_on.to_string(),
        stale: one.stale,
    };
    let amount = |one: &Estimate<'a>| AmountView {
        measure: one.amount.measure.id(),
        low: one.amount.low,
        high: one.amount.high,
        euros: one.euros,
        condition: &one.amount.condition,
        unverified: one.amount.fact.unverified,
        source: &one.amount.fact.source,
        verified_on: one.amount.fact.verified_on.to_string(),
    };
    let refusals = ruling.refusals.iter().map(Refusal::id);
    let messages = reasons(ruling, devices, reference, catalog);
    DeviceView {
        id: &device.id,
        name: &device.name,
        title: &device.title,
        eligible: ruling.eligible(),
        reasons: ruling.clauses.iter().map(clause).collect(),
        refusals: refusals.zip(messages).map(|(id, message)| Said { id, message }).collect(),
        to_confirm: ruling
            .open
            .iter()
            .map(|one| Said { id: one.id(), message: words::open(one, reference, catalog) })
            .collect(),
        payers: ruling
            .payers
            .iter()
            .map(|one| PayerView {
                name: &one.name,
                condition: &one.condition,
                unverified: one.fact.unverified,
            })
            .collect(),
        amounts: ruling.amounts.iter().map(amount).collect(),
        valid_from: device.valid_from.map(|day| day.to_string()),
        valid_to: device.valid_to.map(|day| day.to_string()),
        successor: device.successor.as_deref(),
        source: &device.source,
        verified_on: device.verified_on.to_string(),
        stale: ruling.stale,
        confirm_with: &device.confirm_with,
        own: device.own.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use clap::Parser;
    use serde_json::Value;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        asked: Asked,
    }

    fn told(line: &str, language: Language) -> Result<String, (u8, String)> {
        let words = std::iter::once("funding").chain(line.split(' '));
        let asked = Line::try_parse_from(words).unwrap().asked;
        let today = Date::new(2026, 3, 2).unwrap();
        let catalog = Catalog::new(language).unwrap();
        run(&asked, &catalog, today).map_err(|failure| (failure.status, failure.text))
    }

    fn devices(line: &str) -> Vec<Value> {
        let text = told(&format!("{line} --json"), Language::French).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        value["devices"].as_array().unwrap().clone()
    }

    fn one<'a>(devices: &'a [Value], id: &str) -> &'a Value {
        devices.iter().find(|device| device["id"] == id).unwrap()
    }

    #[test]
    fn a_page_says_what_to_confirm_and_why_not() {
        let line = "--audience job-seekers --hours 400 --contract cdd:6 --territory be:8450";
        let page = told(line, Language::French).unwrap();
        for part in [
            "400 heures",
            "POEI",
            "convient\u{a0}: en vigueur depuis le 18/06/2024",
            "à confirmer auprès de\u{a0}: France Travail",
            "AFPR (action de formation préalable au recrutement)",
            "terminé le 17/06/2024, remplacé par\u{a0}: POEI",
            "règle non vérifiée\u{a0}: jamais suggéré",
        ] {
            assert!(page.contains(part), "{part}:\n{page}");
        }
        let page = told(line, Language::English).unwrap();
        assert!(page.contains("ended on 2024-06-17, replaced by: POEI"), "{page}");
    }

    #[test]
    fn the_day_decides() {
        let eligible = |date: &str| {
            let found = devices(&format!("--audience job-seekers --hours 300 --date {date}"));
            (one(&found, "afpr")["eligible"].clone(), one(&found, "poei")["eligible"].clone())
        };
        assert_eq!(eligible("2024-06-17"), (true.into(), false.into()));
        assert_eq!(eligible("18/06/2024"), (false.into(), true.into()));
        let found = devices("--audience job-seekers --date 2026-04-01");
        assert_eq!(one(&found, "afpr")["refusals"][0]["id"], "ended");
        assert_eq!(one(&found, "afpr")["successor"], "poei");
    }

    #[test]
    fn devices_of_the_user_are_marked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mes_aides.ron");
        let text =
            "[(id: \"local\", name: \"Aide locale\", status: InForce, audiences: [\"young\"],
            amounts: [(measure: PerHour, euros: 4, to: 6)], verified_on: \"2026-02-01\",
            source: \"délibération\", confirm_with: \"la communauté de communes\")]";
        files::write_atomic(&path, text.as_bytes(), false).unwrap();
        let line = format!("--audience young --hours 100 --devices {}", path.display());
        let found = devices(&line);
        let own = one(&found, "local");
        assert_eq!((&own["own"], &own["eligible"]), (&"mes_aides.ron".into(), &true.into()));
        assert_eq!(own["amounts"][0]["euros"], serde_json::json!([400.0, 600.0]));
        let page = told(&line, Language::French).unwrap();
        assert!(
            page.contains("4 à 6\u{a0}€ par heure, soit 400 à 600\u{a0}€ par personne"),
            "{page}"
        );
        let wrong = text.replace("young", "seniors");
        files::write_atomic(&path, wrong.as_bytes(), false).unwrap();
        let (status, text) = told(&line, Language::French).unwrap_err();
        assert_eq!(status, 1);
        for part in ["ligne 1", "«\u{a0}local\u{a0}»", "seniors", "job-seekers-far"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn wrong_words_are_wrong_usage() {
        let check = |line: &str, part: &str| {
            let (status, text) = told(line, Language::French).unwrap_err();
            assert_eq!(status, 2);
            assert!(text.contains(part), "{text}");
        };
        check("--audience seniors", "job-seekers-far");
        check("--audience young --content long", "short-adaptation");
        check("--audience young --contract cdd:six", "professionnalisation");
        check("--audience young --date demain", "2026-03-01");
        check("--audience young --territory 84", "be:8450");
    }
}
