//! The user's own tables: survey, register of establishments, job offers, communes.
//!
//! Names and SIRET of respondents are not read: what is not there cannot leak.

use crate::model::{Fap, FapVersion, IssueKind, Rome, Territory};
use crate::readers::coerce::{
    code, commune as commune_code, date, maskable, number, positive, yes_no,
};
use crate::readers::fill::{At as _, Filling, Refusal, required};
use crate::readers::header::Columns;
use crate::readers::training::naf;
use crate::tables::{Cell, commune, job_offer, job_seeker, register, survey};

fn option(text: &str, allowed: &[&str], column: &'static str) -> Result<String, Refusal> {
    let lower = text.to_lowercase();
    if allowed.contains(&lower.as_str()) {
        return Ok(lower);
    }
    Err(Refusal { column, kind: IssueKind::NotAnOption { text: text.to_owned() } })
}

pub fn establishment(
    builder: &mut survey::establishment::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
    state: &mut Filling,
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    let id = required(columns, cells, "id")?;
    let statuses = ["répondant", "refus", "non joint", "hors champ"];
    let status = option(required(columns, cells, "status")?, &statuses, "status")?;
    let commune = commune_code(required(columns, cells, "commune")?).at("commune")?;
    let basin = match get("basin") {
        "" => String::new(),
        text => Territory::basin(text)
            .map(|basin| basin.code().to_owned())
            .map_err(|_| code("be", text))
            .at("basin")?,
    };
    let entry = survey::establishment::Row {
        row,
        id,
        commune: &commune,
        basin: &basin,
        naf: &naf(required(columns, cells, "naf")?).at("naf")?,
        stratum: get("stratum"),
        answered_on: &date(get("answered_on")).at("answered_on")?,
        status: &status,
        headcount: positive(get("headcount")).at("headcount")?,
        size_class: get("size_class"),
        weight: positive(get("weight")).at("weight")?,
        hires: positive(get("hires")).at("hires")?,
        departures: positive(get("departures")).at("departures")?,
    };
    state.unique("id", id.to_owned())?;
    builder.push(entry);
    Ok(())
}

/// ROME, or FAP with its edition; both may be empty ("to be coded").
fn codes<'a>(
    columns: &Columns,
    cells: &'a [String],
) -> Result<(String, &'a str, Option<f64>), Refusal> {
    let get = |name| columns.get(cells, name);
    let rome = match get("rome") {
        "" => String::new(),
        text => Rome::new(text).map_err(|_| code("ROME", text)).at("rome")?.to_string(),
    };
    let fap = get("fap");
    let year = number(get("fap_year")).at("fap_year")?;
    if !fap.is_empty() {
        Fap::new(FapVersion::Fap2021, fap).map_err(|_| code("FAP", fap)).at("fap")?;
        if year.is_none() {
            return Err(Refusal { column: "fap_year", kind: IssueKind::Required });
        }
    }
    Ok((rome, fap, year))
}

pub fn occupation(
    builder: &mut survey::occupation::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    let (rome, fap, fap_year) = codes(columns, cells)?;
    let count = |name: &'static str| positive(get(name)).at(name);
    let (projects, difficult) = (count("projects")?, count("difficult")?);
    if let (Some(projects), Some(difficult)) = (projects, difficult)
        && difficult > projects
    {
        let kind = IssueKind::Impossible { rule: "part-exceeds-projects".to_owned() };
        return Err(Refusal { column: "difficult", kind });
    }
    builder.push(survey::occupation::Row {
        row,
        establishment: required(columns, cells, "establishment")?,
        label: required(columns, cells, "label")?,
        rome: &rome,
        fap,
        fap_year,
        qualification: get("qualification"),
        headcount: count("headcount")?,
        aged_55_59: count("aged_55_59")?,
        aged_60_plus: count("aged_60_plus")?,
        retirements_12m: count("retirements_12m")?,
        retirements_36m: count("retirements_36m")?,
        offers: count("offers")?,
        applicants: count("applicants")?,
        qualified: count("qualified")?,
        suitable: count("suitable")?,
        filled: count("filled")?,
        present_after_12m: count("present_after_12m")?,
        projects,
        seasonal: count("seasonal")?,
        difficult,
        causes: &get("causes").to_lowercase(),
        training_need: yes_no(get("training_need")).at("training_need")?,
        training_public: get("training_public"),
        skill: get("skill"),
        training_hours: count("training_hours")?,
        modality: get("modality"),
        promise: get("promise"),
    });
    Ok(())
}

pub fn register(
    builder: &mut register::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    builder.push(register::Row {
        row,
        stratum: required(columns, cells, "stratum")?,
        naf_section: required(columns, cells, "naf_section")?,
        size_class: required(columns, cells, "size_class")?,
        establishments: positive(required(columns, cells, "establishments")?)
            .at("establishments")?,
        headcount: positive(get("headcount")).at("headcount")?,
        source: get("source"),
        source_date: &date(get("source_date")).at("source_date")?,
    });
    Ok(())
}

pub fn job_offer(
    builder: &mut job_offer::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
    state: &mut Filling,
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    let (rome, fap, fap_year) = codes(columns, cells)?;
    let id = required(columns, cells, "id")?;
    let source = required(columns, cells, "source")?;
    let statuses = ["ouverte", "pourvue", "annulée", "abandonnée", "inconnue"];
    let entry = job_offer::Row {
        row,
        id,
        source,
        title: get("title"),
        rome: &rome,
        fap,
        fap_year,
        qualification: get("qualification"),
        commune: &commune_code(required(columns, cells, "commune")?).at("commune")?,
        naf: &naf(get("naf")).at("naf")?,
        created: &date(required(columns, cells, "created")?).at("created")?,
        closed: &date(get("closed")).at("closed")?,
        posts: positive(get("posts")).at("posts")?,
        contract: get("contract"),
        months: positive(get("months")).at("months")?,
        full_time: yes_no(get("full_time")).at("full_time")?,
        status: &option(required(columns, cells, "status")?, &statuses, "status")?,
    };
    state.unique("id", format!("{id} {source}"))?;
    builder.push(entry);
    Ok(())
}

pub fn job_seeker(
    builder: &mut job_seeker::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
    state: &mut Filling,
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    let (rome, fap, fap_year) = codes(columns, cells)?;
    let zone = get("zone");
    let territory = match required(columns, cells, "zone_type")? {
        "bmo" => Territory::basin(zone),
        "ze2020" => Territory::employment_zone(zone),
        "departement" => Territory::department(zone),
        "region" => Territory::region(zone),
        "france" => Ok(Territory::France),
        other => {
            let kind = IssueKind::NotAnOption { text: other.to_owned() };
            return Err(Refusal { column: "zone_type", kind });
        }
    };
    let territory = territory.map_err(|_| code("zone", zone)).at("zone")?.to_string();
    let mut masked = 0;
    let mut count = |name: &'static str| {
        let cell = maskable(get(name)).at(name)?;
        masked += u32::from(cell == Cell::Masked);
        Ok::<Cell, Refusal>(cell)
    };
    let entry = job_seeker::Row {
        row,
        period: required(columns, cells, "period")?,
        territory: &territory,
        rome: &rome,
        fap,
        fap_year,
        stock_a: count("stock_a")?,
        stock_abc: count("stock_abc")?,
        entries_a: count("entries_a")?,
        entries_abc: count("entries_abc")?,
        exits_abc: count("exits_abc")?,
        source: get("source"),
        source_date: &date(get("source_date")).at("source_date")?,
    };
    builder.push(entry);
    state.masked += masked;
    Ok(())
}

pub fn commune(
    builder: &mut commune::Builder,
    columns: &Columns,
    row: u32,
    cells: &[String],
) -> Result<(), Refusal> {
    let get = |name| columns.get(cells, name);
    let commune = commune_code(required(columns, cells, "commune")?).at("commune")?;
    let text = required(columns, cells, "division")?;
    let basin = Territory::basin(text).map_err(|_| code("be", text)).at("division")?;
    let region = Territory::region(get("region")).ok();
    builder.push(commune::Row {
        row,
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
