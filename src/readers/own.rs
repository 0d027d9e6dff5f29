//! The user's own tables: survey, register of establishments, job offers, communes.
//!
//! Names and SIRET of respondents are not read: what is not there cannot leak. Those of employers
//! that post offers become marks, which tell that two are the same and no more.

use crate::model::{Fap, FapVersion, IssueKind, Naf, Rome, Territory, fold};
use crate::readers::coerce::{code, positive};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::training::naf;
use crate::tables::{Cell, commune, job_offer, job_seeker, register, survey, travel_time};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;

/// Whether an establishment answered the survey.
pub const SURVEY_STATUSES: [&str; 4] = ["répondant", "refus", "non joint", "hors champ"];
/// Kinds of zone of a table of job seekers.
pub const ZONES: [&str; 5] = ["bmo", "ze2020", "departement", "region", "france"];
/// What became of an offer.
pub const STATUSES: [&str; 5] = ["ouverte", "pourvue", "annulée", "abandonnée", "inconnue"];

/// What a list of offers says that it is of.
pub const NATURES: [&str; 2] = ["flux", "stock"];

/// A mark that tells two SIRET apart and gives none; empty for none. A mark stays what it is.
pub fn mark_of_siret(text: &str) -> String {
    // As nearly all are written.
    if text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return mark(text);
    }
    if is_mark(text) { text.to_owned() } else { mark(&digits(text)) }
}

/// The same of the name of an employer, whatever its case and accents.
pub fn mark_of_name(text: &str) -> String {
    if is_mark(text) { text.to_owned() } else { mark(&words(text)) }
}

fn is_mark(text: &str) -> bool {
    let hexadecimal = |rest: &str| rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_hexdigit());
    text.strip_prefix('#').is_some_and(hexadecimal)
}

fn mark(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    if text.is_empty() {
        return String::new();
    }
    let mut mark = String::with_capacity(17);
    mark.push('#');
    // Each of two million cells asks for one: digit by digit, without the machinery of formats.
    for byte in Sha256::digest(text).iter().take(8) {
        for half in [byte >> 4, byte & 15] {
            mark.push(DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit)));
        }
    }
    mark
}

/// The fourteen digits of a SIRET, leading zeros given back; empty for anything else.
fn digits(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let right = (9..=14).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit());
    if right { format!("{bare:0>14}") } else { String::new() }
}

/// A name in words, without case or accents.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn option(
    text: &str,
    allowed: &[&'static str],
    column: &'static str,
) -> Result<&'static str, Refusal> {
    let known = |text: &str| allowed.iter().find(|option| **option == text).copied();
    if let Some(found) = known(text).or_else(|| known(&text.to_lowercase())) {
        return Ok(found);
    }
    Err(Refusal { column: column.into(), kind: IssueKind::NotAnOption { text: text.to_owned() } })
}

pub fn establishment(
    builder: &mut survey::establishment::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let id = line.required("id")?;
    let status = option(line.required("status")?, &SURVEY_STATUSES, "status")?;
    let commune = {
        line.required("commune")?;
        line.commune("commune")?
    };
    let basin = match get("basin") {
        "" => String::new(),
        text => Territory::basin(text)
            .map(|basin| basin.code().to_owned())
            .map_err(|_| code("be", text))
            .at("basin")?,
    };
    let naf = naf(get("naf")).at("naf")?;
    let entry = survey::establishment::Row {
        row: line.row,
        id,
        commune: &commune,
        basin: &basin,
        // Unknown: counted among those asked, in no group of the register.
        naf: naf.as_ref().map_or("", Naf::as_str),
        stratum: get("stratum"),
        answered_on: &line.date("answered_on")?,
        status,
        headcount: line.positive("headcount")?,
        size_class: get("size_class"),
        weight: line.positive("weight")?,
        hires: line.positive("hires")?,
        departures: line.positive("departures")?,
        permanent: line.positive("permanent")?,
        fixed_term: line.positive("fixed_term")?,
        temporary: line.positive("temporary")?,
        seasonal: line.positive("seasonal")?,
        hosts: line.yes_no("hosts")?,
        tutors: line.yes_no("tutors")?,
        on_the_job: line.yes_no("on_the_job")?,
        obstacles: &get("obstacles").to_lowercase(),
        consent: line.yes_no("consent")?,
    };
    state.unique("id", &[id])?;
    state.saw_year(entry.answered_on.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

/// ROME, or FAP with its edition; both may be empty ("to be coded").
pub(super) fn codes(line: Line<'_>) -> Result<(Option<Rome>, &str, Option<f64>), Refusal> {
    let get = |name| line.get(name);
    let rome = match get("rome") {
        "" => None,
        text => Some(Rome::new(text).map_err(|_| code("ROME", text)).at("rome")?),
    };
    let fap = get("fap");
    let year = line.number("fap_year")?;
    if !fap.is_empty() {
        Fap::new(FapVersion::Fap2021, fap).map_err(|_| code("FAP", fap)).at("fap")?;
        if year.is_none() {
            return Err(Refusal { column: "fap_year".into(), kind: IssueKind::Required });
        }
    }
    Ok((rome, fap, year))
}

pub fn occupation(
    builder: &mut survey::occupation::Builder,
    line: Line<'_>,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let (rome, fap, fap_year) = codes(line)?;
    let count = |name: &'static str| line.positive(name);
    let (projects, difficult) = (count("projects")?, count("difficult")?);
    if let (Some(projects), Some(difficult)) = (projects, difficult)
        && difficult > projects
    {
        let kind = IssueKind::Impossible { rule: "part-exceeds-projects".to_owned() };
        return Err(Refusal { column: "difficult".into(), kind });
    }
    builder.push(survey::occupation::Row {
        row: line.row,
        establishment: line.required("establishment")?,
        label: line.required("label")?,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap,
        fap_year,
        qualification: get("qualification"),
        headcount: count("headcount")?,
        aged_under_30: count("aged_under_30")?,
        aged_30_49: count("aged_30_49")?,
        aged_50_54: count("aged_50_54")?,
        aged_55_59: count("aged_55_59")?,
        aged_60_plus: count("aged_60_plus")?,
        retirements_12m: count("retirements_12m")?,
        retirements_36m: count("retirements_36m")?,
        other_departures_12m: count("other_departures_12m")?,
        other_departures_36m: count("other_departures_36m")?,
        offers: count("offers")?,
        applicants: count("applicants")?,
        qualified: count("qualified")?,
        suitable: count("suitable")?,
        filled: count("filled")?,
        abandoned: count("abandoned")?,
        days_to_fill: count("days_to_fill")?,
        present_after_12m: count("present_after_12m")?,
        left_before_12m: count("left_before_12m")?,
        projects,
        creations: count("creations")?,
        replacements: count("replacements")?,
        seasonal: count("seasonal")?,
        permanent: count("permanent")?,
        full_time: count("full_time")?,
        difficult,
        causes: &get("causes").to_lowercase(),
        training_need: line.yes_no("training_need")?,
        training_public: get("training_public"),
        skill: get("skill"),
        training_hours: count("training_hours")?,
        modality: get("modality"),
        promise: get("promise"),
    });
    Ok(())
}

pub fn opinion(builder: &mut survey::opinion::Builder, line: Line<'_>) -> Result<(), Refusal> {
    builder.push(survey::opinion::Row {
        row: line.row,
        respondent: line.required("respondent")?,
        college: line.required("college")?,
        question: line.required("question")?,
        answer: line.get("answer"),
    });
    Ok(())
}

pub fn register(
    builder: &mut register::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let entry = register::Row {
        row: line.row,
        stratum: line.required("stratum")?,
        naf_section: line.required("naf_section")?,
        size_class: line.required("size_class")?,
        establishments: positive(line.required("establishments")?).at("establishments")?,
        headcount: line.positive("headcount")?,
        source: get("source"),
        source_date: &line.date("source_date")?,
    };
    state.saw_year(entry.source_date.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

pub fn job_offer(
    builder: &mut job_offer::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let (rome, fap, fap_year) = codes(line)?;
    // An extract without a column for it has no identifier: the row stands for it.
    let number;
    let id = if line.columns.has("id") {
        line.required("id")?
    } else {
        number = line.row.to_string();
        &number
    };
    let source = if line.columns.has("source") { line.required("source")? } else { "" };
    let (commune, department) = if line.columns.has("commune") {
        (
            {
                line.required("commune")?;
                line.commune("commune")?
            },
            String::new(),
        )
    } else {
        let text = line.required("department")?;
        let found = Territory::department(text).map_err(|_| code("dep", text));
        (Cow::Borrowed(""), found.at("department")?.code().to_owned())
    };
    let status = if line.columns.has("status") {
        option(line.required("status")?, &STATUSES, "status")?
    } else {
        "inconnue"
    };
    let naf = naf(get("naf")).at("naf")?;
    let entry = job_offer::Row {
        row: line.row,
        id,
        source,
        title: get("title"),
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap,
        fap_year,
        qualification: get("qualification"),
        commune: &commune,
        department: &department,
        naf: naf.as_ref().map_or("", Naf::as_str),
        created: &{
            line.required("created")?;
            line.date("created")?
        },
        closed: &line.date("closed")?,
        posts: line.positive("posts")?,
        contract: get("contract"),
        months: line.positive("months")?,
        full_time: line.yes_no("full_time")?,
        status,
        siret: &mark_of_siret(get("siret")),
        employer: &mark_of_name(get("employer")),
        nature: match get("nature") {
            "" => "",
            text => option(text, &NATURES, "nature")?,
        },
    };
    state.unique("id", &[id, source])?;
    state.saw_year(entry.created.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

pub fn travel_time(
    builder: &mut travel_time::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    line.required("from")?;
    line.required("to")?;
    let (from, to) = (line.commune("from")?, line.commune("to")?);
    line.required("minutes")?;
    let minutes = line.positive("minutes")?;
    state.unique("to", &[&from, &to])?;
    builder.push(travel_time::Row { row: line.row, from: &from, to: &to, minutes });
    Ok(())
}

pub fn job_seeker(
    builder: &mut job_seeker::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let (rome, fap, fap_year) = codes(line)?;
    let zone = get("zone");
    let territory = match line.required("zone_type")? {
        "bmo" => Territory::basin(zone),
        "ze2020" => Territory::employment_zone(zone),
        "departement" => Territory::department(zone),
        "region" => Territory::region(zone),
        "france" => Ok(Territory::France),
        other => {
            let kind = IssueKind::NotAnOption { text: other.to_owned() };
            return Err(Refusal { column: "zone_type".into(), kind });
        }
    };
    let territory = territory.map_err(|_| code("zone", zone)).at("zone")?.to_string();
    let mut masked = 0;
    let mut count = |name: &'static str| {
        let cell = line.maskable(name)?;
        masked += u32::from(cell == Cell::Masked);
        Ok::<Cell, Refusal>(cell)
    };
    let entry = job_seeker::Row {
        row: line.row,
        period: line.required("period")?,
        territory: &territory,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap,
        fap_year,
        stock_a: count("stock_a")?,
        stock_abc: count("stock_abc")?,
        entries_a: count("entries_a")?,
        entries_abc: count("entries_abc")?,
        exits_abc: count("exits_abc")?,
        source: get("source"),
        source_date: &line.date("source_date")?,
    };
    builder.push(entry);
    state.masked += masked;
    Ok(())
}

pub fn commune(builder: &mut commune::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let commune = {
        line.required("commune")?;
        line.commune("commune")?
    };
    let basin = line.territory("division", "be", Territory::basin)?;
    let region = Territory::region(get("region")).ok();
    builder.push(commune::Row {
        row: line.row,
        commune: &commune,
        label: get("label"),
        division: basin.code(),
        division_label: get("division_label"),
        department: get("department"),
        department_label: "",
        region: region.as_ref().map_or("", Territory::code),
        region_label: "",
    });
    Ok(())
}
