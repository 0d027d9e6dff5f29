//! The user's own tables: survey, register of establishments, job offers, communes.
//!
//! Names and SIRET of respondents are not read: what is not there cannot leak. Those of employers
//! that post offers become marks, which tell that two are the same and no more.

use crate::model::code::InvalidCode;
use crate::model::{Fap, IssueKind, Naf, Rome, SizeClass, Territory, fold};
use crate::readers::coerce::{code, siret};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::strata::section;
use crate::tables::{Cell, commune, job_offer, job_seeker, register, survey, travel_time};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;

/// Causes of difficulty that the questionnaire offers (`assets/survey`).
pub const CAUSES: [&str; 9] = [
    "pénurie de candidats",
    "compétences",
    "conditions ou horaires",
    "salaire",
    "mobilité ou logement",
    "image",
    "concurrence",
    "saisonnalité",
    OTHER_CAUSE,
];
/// Not of the layout, and read where a questionnaire asks for it.
const SPOUSE: &str = "emploi du conjoint";
/// Any cause beside the list.
const OTHER_CAUSE: &str = "autre";
/// Whether an establishment answered the survey.
pub const SURVEY_STATUSES: [&str; 4] = ["répondant", "refus", "non joint", "hors champ"];
/// Kinds of zone of a table of job seekers.
pub const ZONES: [&str; 6] = ["bmo", "ze2020", "clpe", "departement", "region", "france"];
/// The same, with other words for them.
const ZONE_WORDS: [&str; 10] =
    ["bmo", "ze2020", "clpe", "departement", "region", "france", "bassin", "ze", "dep", "reg"];
/// What became of an offer.
pub const STATUSES: [&str; 5] = ["ouverte", "pourvue", "annulée", "abandonnée", "inconnue"];

/// What a list of offers says that it is of.
pub const NATURES: [&str; 2] = ["flux", "stock"];

/// A mark that tells two SIRET apart and gives none; empty for none. A mark stays what it is.
pub fn mark_of_siret(text: &str) -> String {
    if is_mark(text) { text.to_owned() } else { mark(&siret(text).unwrap_or_default()) }
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

/// A name in words, without case or accents.
fn words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// A word among those allowed, whatever its case and accents.
pub(super) fn option_of(text: &str, allowed: &[&'static str]) -> Result<&'static str, IssueKind> {
    let known = |text: &str| allowed.iter().find(|option| **option == text).copied();
    known(text)
        .or_else(|| {
            let folded = words(text);
            allowed.iter().find(|option| words(option) == folded).copied()
        })
        .ok_or_else(|| IssueKind::NotAnOption { text: text.to_owned() })
}

pub(super) fn option(
    text: &str,
    allowed: &[&'static str],
    column: &'static str,
) -> Result<&'static str, Refusal> {
    option_of(text, allowed).at(column)
}

pub fn establishment(
    builder: &mut survey::establishment::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let id = line.needed_text("id")?;
    let status = option(line.required("status")?, &SURVEY_STATUSES, "status")?;
    let commune = line.needed_commune("commune")?;
    let basin = line.place("basin", "be", Territory::basin)?;
    let naf = line.naf("naf")?;
    let size_class = line.size_class("size_class")?;
    let entry = survey::establishment::Row {
        row: line.row,
        id,
        commune: &commune,
        basin: basin.as_ref().map_or("", Territory::code),
        // Unknown: counted among those asked, in no group of the register.
        naf: naf.as_ref().map_or("", Naf::as_str),
        stratum: line.text("stratum")?,
        answered_on: &line.date("answered_on")?,
        status,
        headcount: line.whole("headcount")?,
        size_class: size_class.map_or("", SizeClass::id),
        weight: line.positive("weight")?,
        hires: line.whole("hires")?,
        departures: line.whole("departures")?,
        permanent: line.whole("permanent")?,
        fixed_term: line.whole("fixed_term")?,
        temporary: line.whole("temporary")?,
        seasonal: line.whole("seasonal")?,
        hosts: line.yes_no("hosts")?,
        tutors: line.yes_no("tutors")?,
        on_the_job: line.yes_no("on_the_job")?,
        obstacles: &line.text("obstacles")?.to_lowercase(),
        consent: line.yes_no("consent")?,
    };
    state.unique("id", &[id])?;
    state.saw_year(entry.answered_on.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

/// ROME, or FAP with the year of its edition.
pub(super) type Codes = (Option<Rome>, Option<Fap>, Option<f64>);

/// Both may be empty ("to be coded").
pub(super) fn codes(line: Line<'_>) -> Result<Codes, Refusal> {
    let rome = line.rome("rome")?;
    let fap = line.fap("fap")?;
    let year = line.number("fap_year")?;
    if fap.is_some() && year.is_none() {
        return Err(Refusal { column: "fap_year".into(), kind: IssueKind::Required });
    }
    Ok((rome, fap, year))
}

/// Causes as the layout writes them; one that is not of the list is told, and is another cause.
fn causes(line: Line<'_>) -> Result<String, Refusal> {
    let mut named: Vec<&str> = Vec::new();
    let known: Vec<&'static str> = CAUSES.into_iter().chain([SPOUSE]).collect();
    let parts = line.text("causes")?.split('|').map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let cause = match option_of(part, &known) {
            Ok(cause) => cause,
            Err(kind) => {
                line.or_unknown::<()>("causes", Err(kind))?;
                OTHER_CAUSE
            }
        };
        if !named.contains(&cause) {
            named.push(cause);
        }
    }
    Ok(named.join("|"))
}

pub fn occupation(
    builder: &mut survey::occupation::Builder,
    line: Line<'_>,
) -> Result<(), Refusal> {
    let (rome, fap, fap_year) = codes(line)?;
    let count = |name: &'static str| line.whole(name);
    let (projects, difficult) = (count("projects")?, count("difficult")?);
    if let (Some(projects), Some(difficult)) = (projects, difficult)
        && difficult > projects
    {
        let kind = IssueKind::Impossible { rule: "part-exceeds-projects".to_owned() };
        return Err(Refusal { column: "difficult".into(), kind });
    }
    builder.push(survey::occupation::Row {
        row: line.row,
        establishment: line.needed_text("establishment")?,
        label: line.needed_text("label")?,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        qualification: line.text("qualification")?,
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
        causes: &causes(line)?,
        training_need: line.yes_no("training_need")?,
        training_public: line.text("training_public")?,
        skill: line.text("skill")?,
        training_hours: count("training_hours")?,
        modality: line.text("modality")?,
        promise: line.text("promise")?,
    });
    Ok(())
}

/// A course that an establishment wishes for.
pub fn wish(builder: &mut survey::wish::Builder, line: Line<'_>) -> Result<(), Refusal> {
    builder.push(survey::wish::Row {
        row: line.row,
        establishment: line.needed_text("establishment")?,
        label: line.needed_text("label")?,
        skill: line.text("skill")?,
        audiences: line.text("audiences")?,
        people: line.whole("people")?,
        hours: line.amount("hours")?,
        modality: line.text("modality")?,
        period: line.text("period")?,
    });
    Ok(())
}

pub fn opinion(builder: &mut survey::opinion::Builder, line: Line<'_>) -> Result<(), Refusal> {
    builder.push(survey::opinion::Row {
        row: line.row,
        respondent: line.needed_text("respondent")?,
        college: line.needed_text("college")?,
        question: line.needed_text("question")?,
        answer: line.text("answer")?,
    });
    Ok(())
}

pub fn register(
    builder: &mut register::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let text = line.required("naf_section")?;
    let section = section(text).at("naf_section")?.to_string();
    line.zeros("naf_section", text, &section);
    line.required("size_class")?;
    let class = line.size_class("size_class")?.ok_or_else(|| line.unknown("size_class"))?;
    let entry = register::Row {
        row: line.row,
        stratum: line.needed_text("stratum")?,
        naf_section: &section,
        size_class: class.id(),
        establishments: Some(line.needed_whole("establishments")?),
        headcount: line.whole("headcount")?,
        source: line.text("source")?,
        source_date: &line.date("source_date")?,
    };
    state.unique("stratum", &[entry.stratum, entry.naf_section, entry.size_class])?;
    state.saw_year(entry.source_date.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

/// Where an offer is: its commune, else the département that its postal code begins with, else
/// that of an extract that knows no commune.
fn workplace(line: Line<'_>) -> Result<(Cow<'_, str>, Option<Territory>), Refusal> {
    let postal = line.text("postal")?;
    if line.columns.has("commune") {
        if postal.is_empty() {
            return Ok((line.needed_commune("commune")?, None));
        }
        let commune = line.commune("commune")?;
        if !commune.is_empty() {
            return Ok((commune, None));
        }
    }
    if !postal.is_empty() {
        let found = department_of_postal(postal).map_err(|_| code("dep", postal)).at("postal")?;
        line.derived("postal");
        return Ok((Cow::Borrowed(""), Some(found)));
    }
    Ok((Cow::Borrowed(""), Some(line.territory("department", "dep", Territory::department)?)))
}

/// The département of a postal code: its first two digits, three overseas; Corsica is in two.
fn department_of_postal(text: &str) -> Result<Territory, InvalidCode> {
    let digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let bad = || InvalidCode { system: "dep", text: text.to_owned() };
    let (two, three) = (text.get(..2), text.get(..3));
    match (two.filter(|_| digits), three) {
        (Some("20"), Some("200" | "201")) => Territory::department("2A"),
        (Some("20"), _) => Territory::department("2B"),
        (Some("97" | "98"), Some(three)) => Territory::department(three),
        (Some(two), _) => Territory::department(two),
        _ => Err(bad()),
    }
}

pub fn job_offer(
    builder: &mut job_offer::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let (rome, fap, fap_year) = codes(line)?;
    // An extract without a column for it has no identifier: the row stands for it.
    let number;
    let id = if line.columns.has("id") {
        line.needed_text("id")?
    } else {
        number = line.row.to_string();
        &number
    };
    let source = if line.columns.has("source") { line.needed_text("source")? } else { "" };
    let (commune, department) = workplace(line)?;
    let status = if line.columns.has("status") {
        option(line.required("status")?, &STATUSES, "status")?
    } else {
        "inconnue"
    };
    let naf = line.naf("naf")?;
    let written = line.get("siret");
    let siret = if is_mark(written) {
        written.to_owned()
    } else {
        mark(line.siret("siret")?.as_deref().unwrap_or_default())
    };
    let created = line.needed_date("created")?;
    let entry = job_offer::Row {
        row: line.row,
        id,
        source,
        title: line.text("title")?,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        qualification: line.text("qualification")?,
        commune: &commune,
        department: department.as_ref().map_or("", Territory::code),
        naf: naf.as_ref().map_or("", Naf::as_str),
        created: &created,
        closed: &line.date("closed")?,
        posts: line.whole("posts")?,
        contract: line.text("contract")?,
        months: line.amount("months")?,
        full_time: line.yes_no("full_time")?,
        status,
        siret: &siret,
        employer: &mark_of_name(line.text("employer")?),
        nature: line.coded("nature", |text| option_of(text, &NATURES))?.unwrap_or_default(),
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
    let (from, to) = (line.needed_commune("from")?, line.needed_commune("to")?);
    let minutes = Some(line.needed_count("minutes")?);
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
    let territory = zone(line)?.to_string();
    let period = line.period("period")?;
    let mut masked = 0;
    let mut count = |name: &'static str| {
        let cell = line.maskable_whole(name)?;
        masked += u32::from(cell == Cell::Masked);
        Ok::<Cell, Refusal>(cell)
    };
    let entry = job_seeker::Row {
        row: line.row,
        period: &period,
        territory: &territory,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        stock_a: count("stock_a")?,
        stock_abc: count("stock_abc")?,
        entries_a: count("entries_a")?,
        entries_abc: count("entries_abc")?,
        exits_abc: count("exits_abc")?,
        source: get("source"),
        source_date: &line.date("source_date")?,
    };
    let edition = fap_year.map(|year| year.to_string()).unwrap_or_default();
    state.unique("zone", &[&period, &territory, entry.rome, entry.fap, &edition])?;
    state.saw_year(period.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    state.masked += masked;
    Ok(())
}

/// The zone of a row that says its kind.
pub(super) fn zone(line: Line<'_>) -> Result<Territory, Refusal> {
    let kind = option(line.required("zone_type")?, &ZONE_WORDS, "zone_type")?;
    match kind {
        "bmo" | "bassin" => line.territory("zone", "be", Territory::basin),
        "ze2020" | "ze" => line.territory("zone", "ze", Territory::employment_zone),
        "clpe" => line.territory("zone", "clpe", Territory::committee),
        "departement" | "dep" => line.territory("zone", "dep", Territory::department),
        "region" | "reg" => line.territory("zone", "reg", Territory::region),
        _ => Ok(Territory::France),
    }
}

pub fn commune(builder: &mut commune::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let commune = line.needed_commune("commune")?;
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
