//! Training supply: Certif Info, Mon Compte Formation, own catalogue.

use crate::model::{IssueKind, Naf, Rncp, Rome, Territory};
use crate::readers::coerce::{code, date, shorten};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::own::option;
use crate::tables::{catalogue, certification, course_offer};
use std::borrow::Cow;

/// Ways of training, which choose the formula of supply.
pub const ROUTES: [&str; 4] = ["scolaire", "apprentissage", "continue", "mixte"];

/// Well-formed ROME codes of several cells, space separated.
pub(super) fn romes<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let codes: Vec<String> =
        texts.filter_map(|text| Rome::new(text).ok()).map(|rome| rome.to_string()).collect();
    codes.join(" ")
}

/// The register number of the first column that holds one.
pub(super) fn register(rncp: &str, rs: &str) -> String {
    Rncp::from_rncp_column(rncp)
        .or_else(|_| Rncp::from_rs_column(rs))
        .map(|code| code.to_string())
        .unwrap_or_default()
}

pub fn certification(builder: &mut certification::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let cards = ["rome_1", "rome_2", "rome_3", "rome_4", "rome_5"];
    // 1 is accessible; 0 and 2 are not documented, so they do not say no.
    let accessible = |name| (get(name) == "1").then_some(true);
    let diploma = line.required("diploma")?;
    if diploma.contains(char::is_whitespace) {
        let kind = code("Certif Info", diploma);
        return Err(Refusal { column: "diploma".into(), kind });
    }
    builder.push(certification::Row {
        row: line.row,
        diploma,
        label: get("label"),
        type_label: get("type_label"),
        level: line.number("level")?,
        formacode: get("formacode"),
        romes: &romes(cards.iter().map(|name| get(name))),
        nsf: get("nsf"),
        register: &register(get("rncp"), get("rs")),
        certifier: get("certifier"),
        first_session: line.number("first")?,
        last_session: line.number("last")?,
        state: line.number("state")?,
        continuing: accessible("continuing"),
        apprenticeship: accessible("apprenticeship"),
        registered_until: "",
        active: None,
        blocks: "",
    });
    Ok(())
}

/// « (NIVEAU 6) » inside a sentence, or a bare number.
pub(super) fn level(text: &str) -> Option<f64> {
    let upper = text.to_uppercase();
    let after = upper.split("NIVEAU").nth(1).unwrap_or(&upper);
    let digit = after.chars().find_map(|c| c.to_digit(10))?;
    (3..=8).contains(&digit).then(|| f64::from(digit))
}

/// A code that a script stored as a float.
fn bare(text: &str) -> &str {
    text.strip_suffix(".0").unwrap_or(text)
}

pub fn course_offer(
    builder: &mut course_offer::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    // Some extracts leave the name out: the SIRET then names the provider.
    let provider = match get("provider") {
        "" => get("siret"),
        name => name,
    };
    // Two layouts: one column with its type beside it, or one column by register.
    let one_column = get("register");
    let register = if one_column.is_empty() {
        register(get("rncp"), get("rs"))
    } else if get("register_type").eq_ignore_ascii_case("rs") {
        register("", one_column)
    } else {
        register(one_column, "")
    };
    let department = line.place("department", "dep", Territory::department)?;
    let region = line.place("region", "reg", Territory::region)?;
    let formacodes: Vec<&str> = ["formacode_1", "formacode_2", "formacode_3"]
        .iter()
        .map(|name| bare(get(name)))
        .filter(|code| !code.is_empty())
        .collect();
    let extracted = line.date("extracted")?;
    state.saw_year(extracted.get(..4).and_then(|year| year.parse().ok()));
    builder.push(course_offer::Row {
        row: line.row,
        id: get("id"),
        title: get("title"),
        provider,
        siret: get("siret"),
        register: &register,
        certification_label: line.required("certification_label")?,
        diploma: bare(get("diploma")),
        level: level(get("level")),
        formacodes: &formacodes.join(" "),
        nsf: bare(get("nsf")),
        department: department.as_ref().map_or("", Territory::code),
        region: region.as_ref().map_or("", Territory::code),
        sessions: line.whole("sessions")?,
        remote_sessions: line.whole("remote_sessions")?,
        hours_min: line.known_amount("hours_min")?,
        hours_max: line.known_amount("hours_max")?,
        hours_mean: line.known_amount("hours_mean")?,
        price_min: line.known_amount("price_min")?,
        price_max: line.known_amount("price_max")?,
        price_mean: line.known_amount("price_mean")?,
    });
    Ok(())
}

pub fn catalogue(
    builder: &mut catalogue::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let id = line.needed_text("id")?;
    let route = route(line.required("route")?)?;
    let commune = line.commune("commune")?;
    let hours = line.amount("hours")?;
    let months = line.amount("months")?;
    for (column, value) in [("hours", hours), ("months", months)] {
        if value == Some(0.0) {
            let kind = IssueKind::Impossible { rule: "zero-duration".to_owned() };
            return Err(Refusal { column: column.into(), kind });
        }
    }
    let share = |name: &'static str| line.rate(name);
    let (starts, ends) = (line.date("starts")?, line.date("ends")?);
    let source_date = line.date("source_date")?;
    let entry = catalogue::Row {
        row: line.row,
        id,
        title: line.needed_text("title")?,
        provider: line.needed_text("provider")?,
        commune: &commune,
        route,
        register: &register(get("rncp"), get("rs")),
        diploma: bare(get("diploma")),
        nsf: get("nsf"),
        formacodes: &get("formacodes").replace('|', " "),
        romes: &romes(get("romes").split(['|', ' ', ','])),
        level: line.number("level")?,
        hours,
        months,
        capacity: line.whole("capacity")?,
        enrolled: line.whole("enrolled")?,
        entries: line.whole("entries")?,
        dropouts: line.whole("dropouts")?,
        figures_year: line.positive("figures_year")?,
        continuation_rate: share("continuation_rate")?,
        employment_rate: share("employment_rate")?,
        rate_denominator: line.whole("rate_denominator")?,
        retention: share("retention")?,
        cost_per_hour: line.amount("cost_per_hour")?,
        cost_total: line.amount("cost_total")?,
        funders: get("funders"),
        starts: &starts,
        ends: &ends,
        source: get("source"),
        source_date: &source_date,
    };
    state.unique("id", &[id, &commune])?;
    builder.push(entry);
    Ok(())
}

/// A way of training; where it is none, the words that are.
fn route(text: &str) -> Result<&'static str, Refusal> {
    option(text, &ROUTES, "route").map_err(|refusal| {
        let known = ROUTES.join(", ");
        Refusal { kind: IssueKind::NotOneOf { text: shorten(text), known }, ..refusal }
    })
}

/// The hour of a day, that a blank parts from it.
fn is_hour(text: &str) -> bool {
    let of_an_hour = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    text.contains(':') && text.chars().all(of_an_hour)
}

/// The dates of a cell that holds one or a list of them: `["2026-09-01","2027-09-01"]`.
fn dates(text: &str) -> Result<Vec<Cow<'_, str>>, IssueKind> {
    text.split([',', '[', ']', '"', ' ', ';', '|'])
        .filter(|part| !part.is_empty() && !is_hour(part))
        .map(date)
        .collect()
}

/// An offer of the catalogue of apprenticeship. Its duration is in years.
pub fn apprenticeship(
    builder: &mut catalogue::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let id = line.required("id")?;
    let remote = line.yes_no("remote")? == Some(true);
    let commune = if remote { Cow::Borrowed("") } else { line.commune("commune")? };
    let register = register(line.required("rncp")?, "");
    let title = [get("title"), get("education"), &register]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let provider = match get("provider") {
        "" => get("provider_siret"),
        name => name,
    };
    let starts = dates(get("starts")).at("starts")?.into_iter().min().unwrap_or_default();
    let ends = dates(get("ends")).at("ends")?.into_iter().max().unwrap_or_default();
    let entry = catalogue::Row {
        row: line.row,
        id,
        title,
        provider,
        commune: &commune,
        route: "apprentissage",
        register: &register,
        diploma: "",
        nsf: "",
        formacodes: "",
        romes: "",
        level: None,
        hours: None,
        months: line.known("years")?.map(|years| years * 12.0),
        capacity: line.known_whole("capacity")?,
        enrolled: None,
        entries: None,
        dropouts: None,
        // `annee` is the year of the course that one enters, not a date.
        figures_year: None,
        continuation_rate: None,
        employment_rate: None,
        rate_denominator: None,
        retention: None,
        cost_per_hour: None,
        cost_total: None,
        funders: "",
        starts: &starts,
        ends: &ends,
        source: "",
        source_date: "",
    };
    state.unique("id", &[id])?;
    builder.push(entry);
    Ok(())
}

/// A NAF code as its canonical text; empty stays empty.
pub fn naf(text: &str) -> Result<Option<Naf>, IssueKind> {
    if text.is_empty() {
        return Ok(None);
    }
    Naf::new(text).map(Some).map_err(|_| code("NAF", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_a_cell_with_or_without_their_hour() {
        let check = |text: &str, expect: Option<&[&str]>| {
            let found = dates(text).ok();
            let expect = expect.map(|dates| dates.iter().map(|d| Cow::Borrowed(*d)).collect());
            assert_eq!(found, expect, "{text}");
        };
        let one: Option<&[&str]> = Some(&["2026-09-01"]);
        for text in [
            "2026-09-01",
            "01/09/2026",
            "2026-09-01T08:00:00",
            "2026-09-01T08:00:00.000Z",
            "2026-09-01 08:00:00",
            "01/09/2026 08:00",
            "[\"2026-09-01T00:00:00.000+02:00\"]",
        ] {
            check(text, one);
        }
        let two: Option<&[&str]> = Some(&["2026-09-01", "2027-09-01"]);
        check("[\"2026-09-01T08:00:00\",\"2027-09-01T08:00:00\"]", two);
        check("2026-09-01 08:00;2027-09-01 08:00", two);
        check("", Some(&[]));
        check("rentrée", None);
        check("2026-09-01 matin", None);
    }
}
