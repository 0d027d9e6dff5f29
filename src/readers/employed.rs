//! People in employment by occupation and age, of territories.

use crate::model::{Fap, IssueKind, Rome};
use crate::readers::fill::{Line, Refusal, Seen};
use crate::readers::own::{codes, zone};
use crate::tables::{Cell, employment};

/// Shares of those of an age or more may be equal, never grow with the age.
const SHARES: [&str; 3] = ["from_50", "from_55", "from_60"];

pub fn employment(
    builder: &mut employment::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let (rome, fap, fap_year) = codes(line)?;
    let territory = zone(line)?.to_string();
    let year = Some(line.needed_whole("year")?);
    let employed = line.maskable_whole("employed")?;
    let [from_50, from_55, from_60] = SHARES.map(|name| line.rate(name));
    let shares = [from_50?, from_55?, from_60?];
    let known: Vec<(&str, f64)> =
        SHARES.into_iter().zip(shares).filter_map(|(name, share)| Some((name, share?))).collect();
    let grows = known.windows(2).find(|pair| matches!(pair, [a, b] if b.1 > a.1 + 1e-9));
    if let Some([_, (column, _)]) = grows {
        let kind = IssueKind::Impossible { rule: "older-exceed-younger".to_owned() };
        return Err(Refusal { column: (*column).to_owned().into(), kind });
    }
    let sampled = line.rate("sampled")?;
    if sampled == Some(0.0) {
        return Err(line.unknown("sampled"));
    }
    let [from_50, from_55, from_60] = shares;
    let entry = employment::Row {
        row: line.row,
        year,
        territory: &territory,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        employed,
        from_50,
        from_55,
        from_60,
        leavers: line.whole("leavers")?,
        sampled,
        source: line.get("source"),
        source_date: &line.date("source_date")?,
    };
    let texts = [year, fap_year].map(|year| year.map(|year| year.to_string()).unwrap_or_default());
    let [counted, edition] = &texts;
    state.unique("zone", &[counted, &territory, entry.rome, entry.fap, edition])?;
    state.saw_year(year);
    state.masked += u32::from(employed == Cell::Masked);
    builder.push(entry);
    Ok(())
}
