//! Job seekers of the territory by occupation: the stock behind the usable pool.

use crate::analysis::own::occupation;
use crate::analysis::results::Seekers;
use crate::model::{Count, Date, Fap, FapVersion, Territory};
use crate::readers::{ReadTable, days};
use crate::reference::Reference;
use crate::tables::job_seeker::Row;
use crate::tables::{Cell, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Stocks of category A of the latest period that speaks of the territory; a masked cell is
/// between nought and the greatest masked value, a missing one makes the stock unknown.
///
/// Of several files that tell the same period, an occupation is read in the first that has it,
/// never in two.
pub fn seekers(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
    star_max: f64,
) -> BTreeMap<Fap, Seekers> {
    let here = territory.to_string();
    let tables = || {
        inputs.iter().enumerate().filter_map(|(source, input)| match &input.table {
            Table::JobSeekers(table) => Some((source, table)),
            _ => None,
        })
    };
    let periods = tables().flat_map(|(_, table)| {
        let known = |row: &Row<'_>| row.territory == here && row.stock_a != Cell::Missing;
        table.rows().filter(known).map(|row| row.period)
    });
    let Some(period) = periods.max_by_key(|period| when(period)) else { return BTreeMap::new() };
    let mut found: BTreeMap<Fap, (usize, Option<Count>)> = BTreeMap::new();
    for (source, table) in tables() {
        for row in table.rows().filter(|row| row.territory == here && row.period == period) {
            let code = occupation(version, row.fap, row.fap_year, row.rome, "", reference);
            let Some(code) = code else { continue };
            let (of, entry) = found.entry(code).or_insert((source, Some(Count::default())));
            if *of != source {
                continue;
            }
            let Some(sum) = entry else { continue };
            sum.cells += 1;
            match row.stock_a {
                Cell::Value(stock) => {
                    sum.value += stock;
                    sum.low += stock;
                    sum.high += stock;
                }
                Cell::Masked => {
                    sum.high += star_max;
                    sum.masked_cells += 1;
                }
                Cell::Missing => *entry = None,
            }
        }
    }
    let known = found.into_iter().filter_map(|(code, (of, stock))| Some((code, of, stock?)));
    known
        .map(|(code, source, stock)| (code, Seekers { source, period: period.to_owned(), stock }))
        .collect()
}

/// Periods in the order of their last day; of two that end the same day the shorter is later.
pub(super) fn when(period: &str) -> (Option<(Date, Date)>, &str) {
    (days(period).map(|(first, last)| (last, first)), period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};

    fn table(rows: &[&str]) -> Arc<ReadTable> {
        let header = "periode;type_zone;code_zone;code_rome;defm_a;defm_abc;source;date_source";
        let text = format!("{header}\n{}\n", rows.join("\n"));
        let reference = Reference::embedded().unwrap();
        let mut tables = read("de.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        Arc::new(tables.remove(0))
    }

    fn stock(inputs: &[Arc<ReadTable>]) -> Option<(usize, String, f64)> {
        let reference = Reference::embedded().unwrap();
        let place = "be:8450".parse().unwrap();
        let found = seekers(inputs, place, FapVersion::Fap2021, &reference, 4.0);
        let code = "fap2021:V0X60".parse().unwrap();
        found.get(&code).map(|one| (one.source, one.period.clone(), one.stock.value))
    }

    /// 45627 is a day of December 2024, and comes after no later month.
    #[test]
    fn the_latest_period_counts_however_it_is_written() {
        let row = |period: &str, stock: u32| format!("{period};bmo;8450;J1501;{stock};900;FT;");
        let both = table(&[&row("45627", 1000), &row("03/2025", 100)]);
        assert_eq!(stock(&[both]), Some((0, "2025-03".to_owned(), 100.0)));
        let longer = table(&[&row("2024", 9), &row("T4 2024", 8), &row("décembre 2024", 7)]);
        assert_eq!(stock(&[longer]), Some((0, "2024-12".to_owned(), 7.0)));
    }

    #[test]
    fn an_occupation_is_read_in_one_file_never_in_two() {
        let row = |rome: &str, stock: u32| format!("2025-03;bmo;8450;{rome};{stock};900;FT;");
        let one = table(&[&row("J1501", 100)]);
        let two = table(&[&row("J1501", 200), &row("G1602", 7)]);
        let expect = |source, value| Some((source, "2025-03".to_owned(), value));
        assert_eq!(stock(&[Arc::clone(&one), Arc::clone(&two)]), expect(0, 100.0));
        assert_eq!(stock(&[two, one]), expect(0, 200.0));
    }

    #[test]
    fn the_same_row_twice_is_refused_not_added() {
        let row = "2025-03;bmo;8450;J1501;100;120;FT;";
        let read = table(&[row, row, "03/2025;bassin;8450.0;j1501;100;120;FT;"]);
        assert_eq!((read.rows.kept, read.rows.refused), (1, 2));
        assert_eq!(stock(&[read]), Some((0, "2025-03".to_owned(), 100.0)));
    }
}
