//! The headcount of one company, by occupation and age.

use crate::model::{Fap, IssueKind, Rome};
use crate::readers::fill::{Line, Refusal};
use crate::readers::own::codes;
use crate::tables::headcount;

pub fn headcount(builder: &mut headcount::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let (rome, fap, fap_year) = codes(line)?;
    let people = |name: &'static str| line.whole(name);
    // An occupation whose headcount is not known still has its ages and departures.
    line.required("headcount")?;
    let headcount = people("headcount")?;
    let ages = ["aged_under_30", "aged_30_49", "aged_50_54", "aged_55_59", "aged_60_plus"];
    let mut bands = [None; 5];
    for (band, name) in bands.iter_mut().zip(ages) {
        *band = people(name)?;
    }
    // Bands that are not all there may add up to less than the headcount, never to more.
    let known: f64 = bands.iter().flatten().sum();
    if headcount.is_some_and(|headcount| known > headcount + 1e-9) {
        let kind = IssueKind::Impossible { rule: "ages-exceed-headcount".to_owned() };
        return Err(Refusal { column: "headcount".into(), kind });
    }
    let [aged_under_30, aged_30_49, aged_50_54, aged_55_59, aged_60_plus] = bands;
    let (departures_12m, departures_36m) = (people("departures_12m")?, people("departures_36m")?);
    if departures_12m.zip(departures_36m).is_some_and(|(soon, later)| soon > later) {
        let kind = IssueKind::Impossible { rule: "departures-shrink".to_owned() };
        return Err(Refusal { column: "departures_36m".into(), kind });
    }
    // Some leave who are not in the headcount yet, or are replaced and leave again: kept, and told.
    for (column, leaving) in
        [("departures_12m", departures_12m), ("departures_36m", departures_36m)]
    {
        if leaving.zip(headcount).is_some_and(|(leaving, headcount)| leaving > headcount) {
            let kind = IssueKind::Impossible { rule: "departures-exceed-headcount".to_owned() };
            line.noted.doubt(Refusal { column: column.into(), kind });
            break;
        }
    }
    builder.push(headcount::Row {
        row: line.row,
        label: line.required("label")?,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        headcount,
        aged_under_30,
        aged_30_49,
        aged_50_54,
        aged_55_59,
        aged_60_plus,
        departures_12m,
        departures_36m,
        hires_12m: people("hires_12m")?,
        source_date: &line.date("source_date")?,
    });
    Ok(())
}
