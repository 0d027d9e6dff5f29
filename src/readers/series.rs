//! Published figures over time: job seekers by month (DEFM), declarations before hiring (DPAE),
//! indicators of the labour market; and the stock of establishments.

use crate::model::{IssueKind, Naf, Territory};
use crate::readers::coerce::{code, maskable, shorten};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::header::normalise;
use crate::readers::noted::is_doubtful;
use crate::tables::{Cell, establishment, series};
use std::borrow::Cow;

/// One zone with a figure for each month: a column for each.
pub fn months(
    builder: &mut series::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let place = line.required("place")?;
    let (mut figures, mut refused) = (Vec::new(), Vec::new());
    let mut said = None;
    for month in &line.columns.periods {
        let text = line.cells.get(month.place).map_or("", str::trim);
        if said.is_none() && !text.is_empty() {
            said = Some((month.written.clone(), text));
        }
        let value = withheld(text).unwrap_or_else(|kind| {
            refused.push(Refusal { column: month.written.clone().into(), kind });
            Cell::Missing
        });
        figures.push((&month.period, value));
    }
    let known = figures.iter().any(|(_, value)| *value != Cell::Missing);
    let mut refused = refused.into_iter();
    // A place of which nothing can be read, or nothing is said.
    let nothing = (!known).then(|| refused.next().or_else(|| nothing(line, said))).flatten();
    for refusal in refused {
        line.noted.refuse("place", refusal);
    }
    if let Some(refusal) = nothing {
        return Err(refusal);
    }
    for (month, (_, value)) in line.columns.periods.iter().zip(&figures) {
        let text = line.cells.get(month.place).map_or("", str::trim);
        if is_doubtful(text, value.value()) {
            line.noted.doubt_count(month.written.clone().into(), text);
        }
    }
    for (period, value) in figures {
        state.masked += u32::from(value == Cell::Masked);
        state.saw_year(period.get(..4).and_then(|year| year.parse().ok()));
        builder.push(series::Row {
            row: line.row,
            measure: &state.title,
            place,
            territory: "",
            period,
            activity: "",
            value,
        });
    }
    Ok(())
}

/// Why a place without a figure is refused, at its first filled cell or at its first month.
fn nothing(line: Line<'_>, said: Option<(String, &str)>) -> Option<Refusal> {
    let (column, kind) = match said {
        Some((column, text)) => (column, IssueKind::RequiredUnknown { text: shorten(text) }),
        None => (line.columns.periods.first()?.written.clone(), IssueKind::Required),
    };
    Some(Refusal { column: column.into(), kind })
}

/// A figure of job seekers, which its producer withholds in several ways: masked, secret, not
/// published, not significant.
fn withheld(text: &str) -> Result<Cell, IssueKind> {
    const MARKS: [&str; 8] =
        ["nd", "s", "c", "ns", "secret", "secretstatistique", "nondiffuse", "ss"];
    let is_mark = text.len() <= 24
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && MARKS.contains(&normalise(text).as_str());
    if is_mark { Ok(Cell::Masked) } else { maskable(text) }
}

/// The zone of a row that says its kind by its column.
fn zone(line: Line<'_>) -> Result<(String, String), Refusal> {
    let name = |column| line.get(column).to_owned();
    let columns = ["department_code", "region_code"];
    match (line.get("department_code"), line.get("region_code")) {
        // Without columns for them, the file is of the whole country; with them, a row that says
        // neither is of nowhere known.
        ("", "") => match columns.into_iter().find(|column| line.columns.has(column)) {
            None => Ok((Territory::France.to_string(), String::new())),
            Some(column) => Err(Refusal { column: column.into(), kind: IssueKind::Required }),
        },
        ("", text) => {
            let region = Territory::region(text).map_err(|_| code("reg", text));
            Ok((region.at("region_code")?.to_string(), name("region")))
        }
        (text, _) => {
            let department = Territory::department(text).map_err(|_| code("dep", text));
            Ok((department.at("department_code")?.to_string(), name("department")))
        }
    }
}

/// Declarations before hiring of a quarter or a month, by zone, sector and contract.
pub fn declarations(
    builder: &mut series::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let (territory, place) = zone(line)?;
    let by_day = line.columns.has("last_day");
    line.required(if by_day { "last_day" } else { "year" })?;
    let last_day = if by_day { line.needed_date("last_day")? } else { Cow::Borrowed("") };
    let period = match (get("quarter"), get("year")) {
        ("", _) | (_, "") => last_day.get(..7).unwrap_or_default().to_owned(),
        // `3`, `T3` and `2024T3`.
        (quarter, _) => {
            let year = line.needed_whole("year")?;
            let digit = quarter.chars().last().filter(|c| ('1'..='4').contains(c));
            let kind = || IssueKind::NotADate { text: quarter.to_owned() };
            format!("{year:.0}-T{}", digit.ok_or_else(kind).at("quarter")?)
        }
    };
    if period.is_empty() {
        return Err(Refusal { column: "quarter".into(), kind: IssueKind::Required });
    }
    state.saw_year(period.get(..4).and_then(|year| year.parse().ok()));
    let parts = ["sector", "sector_fine", "contract", "length"];
    let activity: Vec<&str> =
        parts.iter().map(|name| get(name)).filter(|part| !part.is_empty()).collect();
    let measures = ["raw", "adjusted"].into_iter().filter(|column| line.columns.has(column));
    // All are read before one is kept: a refused row leaves nothing.
    let values: Result<Vec<_>, Refusal> =
        measures.map(|column| Ok((column, counted(line, column)?))).collect();
    for (column, value) in values? {
        state.masked += u32::from(value == Cell::Masked);
        builder.push(series::Row {
            row: line.row,
            measure: line.columns.written(column),
            place: &place,
            territory: &territory,
            period: &period,
            activity: &activity.join(" · "),
            value,
        });
    }
    Ok(())
}

/// Declarations, whole where they are raw; adjusted ones are estimates.
fn counted(line: Line<'_>, column: &'static str) -> Result<Cell, Refusal> {
    if column == "raw" {
        return line.maskable_whole(column);
    }
    let value = line.maskable(column)?;
    line.doubt_thousands(column);
    Ok(value)
}

/// One indicator of the labour market for a zone, an activity and a period.
pub fn market(
    builder: &mut series::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let text = line.required("zone")?;
    let territory = match get("zone_type").to_uppercase().as_str() {
        "BASSIN" | "BMO" => Territory::basin(text).map_err(|_| code("be", text)),
        "DEP" => Territory::department(text).map_err(|_| code("dep", text)),
        "REG" => Territory::region(text).map_err(|_| code("reg", text)),
        "NAT" => Ok(Territory::France),
        other => Err(code("zone", other)),
    };
    let territory = territory.at("zone")?.to_string();
    let (value, period) = (line.maskable("value")?, get("period"));
    // A count or a rate, as the indicator has it.
    line.doubt_thousands("value");
    let entry = series::Row {
        row: line.row,
        measure: line.required("measure")?,
        place: get("zone_label"),
        territory: &territory,
        period,
        activity: line.required("activity")?,
        value,
    };
    state.masked += u32::from(value == Cell::Masked);
    state.saw_year(period.get(..4).and_then(|year| year.parse().ok()));
    builder.push(entry);
    Ok(())
}

/// An establishment of the national register, its name left out.
pub fn establishment(
    builder: &mut establishment::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    line.required("siret")?;
    let siret = line.siret("siret")?.ok_or_else(|| line.unknown("siret"))?;
    // The statistical unit may hide its commune or activity: kept, with nothing there.
    let naf = match get("naf") {
        "" | "[ND]" => String::new(),
        text => Naf::new(text).map_err(|_| code("NAF", text)).at("naf")?.to_string(),
    };
    let commune = match get("commune") {
        "[ND]" => Cow::Borrowed(""),
        _ => line.commune("commune")?,
    };
    let active = match get("state") {
        "A" => Some(true),
        "F" => Some(false),
        _ => None,
    };
    let employer = match get("employer") {
        "O" => Some(true),
        "N" => Some(false),
        _ => None,
    };
    let created = line.date("created")?;
    state.unique("siret", &[&siret])?;
    builder.push(establishment::Row {
        row: line.row,
        siret: &siret,
        commune: &commune,
        naf: &naf,
        size_class: get("size_class"),
        active,
        employer,
        created: &created,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_are_withheld_are_masked() {
        for text in ["*", "n.d.", "nd", "N.D.", "s", "secret statistique", "c", "ns"] {
            assert_eq!(withheld(text), Ok(Cell::Masked), "{text}");
        }
        assert_eq!(withheld(""), Ok(Cell::Missing));
        assert_eq!(withheld("-"), Ok(Cell::Missing));
        assert_eq!(withheld("0"), Ok(Cell::Value(0.0)));
        assert_eq!(withheld("1 204"), Ok(Cell::Value(1_204.0)));
        assert!(withheld("beaucoup").is_err() && withheld("12 s").is_err());
    }
}
