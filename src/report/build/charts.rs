//! Native charts of the workbook, made from tables that are already made: each number of one is a
//! cell of its table.

use crate::i18n::Catalog;
use crate::model::Fap;
use crate::report::build::{programmes, sectors};
use crate::report::document::{Cell, Chart, ChartKind, Row, Series, Table};

/// Bars of a chart, at most: labels of more are not read.
const MOST_BARS: usize = 15;
/// Lines, at most: more cannot be told apart in print.
const MOST_LINES: usize = 5;

/// Gives charts to the tables that ask for one.
pub fn draw(tables: &mut [Table], catalog: &Catalog) {
    for table in tables {
        table.chart = match table.id {
            programmes::ID => programmes(table, catalog),
            sectors::ID => by_sector(table, catalog),
            "balances" => gaps(table, catalog),
            "series" => trend(table, catalog),
            _ => None,
        };
    }
}

/// Title, what is said aloud, what the numbers are: `chart-ID`, `chart-ID-about`, and a column.
fn words(id: &str, axis: &str, catalog: &Catalog) -> (String, String, String) {
    let text = |key: String| catalog.text(&key);
    (text(format!("chart-{id}")), text(format!("chart-{id}-about")), text(format!("column-{axis}")))
}

fn cell<'t>(table: &Table, row: &'t Row, column: &str) -> Option<&'t Cell> {
    row.cells.get(table.column(column)?)
}

fn text(table: &Table, row: &Row, column: &str, catalog: &Catalog) -> String {
    cell(table, row, column).map(|cell| cell.shown(catalog)).unwrap_or_default()
}

fn number(table: &Table, row: &Row, column: &str) -> Option<f64> {
    cell(table, row, column)?.number()
}

/// The first recommended occupations by published projects.
fn programmes(table: &Table, catalog: &Catalog) -> Option<Chart> {
    let rows = table.rows.iter().enumerate().take(MOST_BARS);
    let rows: Vec<(usize, String)> =
        rows.map(|(place, row)| (place, text(table, row, "label", catalog))).collect();
    let columns = [("projects", catalog.text("column-projects"))];
    Chart::bars(words("programmes", "projects", catalog), &rows, &columns)
}

/// Sections as wholes, those with most estimated projects first; of the survey where no file of
/// hires gives any.
fn by_sector(table: &Table, catalog: &Catalog) -> Option<Chart> {
    let of = |column: &'static str| {
        let rows = table.rows.iter().enumerate();
        let wholes = rows.filter(|(_, row)| !row.key.contains('/'));
        let mut known: Vec<(usize, f64)> = wholes
            .filter_map(|(place, row)| Some((place, number(table, row, column)?)))
            .filter(|(_, number)| *number > 0.0)
            .collect();
        known.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        known.truncate(MOST_BARS);
        (known.len() > 1).then_some((column, known))
    };
    let columns = ["sector-projects", "sector-survey-projects", "sector-posts"];
    let (column, known) = columns.into_iter().find_map(of)?;
    let row = |place: usize| table.rows.get(place);
    let named = known
        .into_iter()
        .filter_map(|(place, _)| Some((place, text(table, row(place)?, "sector", catalog))));
    let rows: Vec<(usize, String)> = named.collect();
    let name = catalog.text(&format!("column-{column}"));
    Chart::bars(words("sectors", column, catalog), &rows, &[(column, name)])
}

/// What is needed against who comes, where both are known, in the order of the table.
fn gaps(table: &Table, catalog: &Catalog) -> Option<Chart> {
    const BOTH: [&str; 2] = ["need-3y-value", "entrants-3y-value"];
    let rows = table.rows.iter().enumerate();
    let known = rows.filter(|(_, row)| BOTH.iter().all(|id| number(table, row, id).is_some()));
    let rows: Vec<(usize, String)> = known
        .take(MOST_BARS)
        .map(|(place, row)| (place, text(table, row, "label", catalog)))
        .collect();
    let columns = BOTH.map(|id| (id, catalog.text(&format!("column-{id}"))));
    Chart::bars(words("balances", "gap-people", catalog), &rows, &columns)
}

/// An occupation, its name, and the rows of its years under edition and year.
type Track = (Fap, String, Vec<(String, usize)>);

/// The share of each year of the first occupations, within one edition of FAP.
fn trend(table: &Table, catalog: &Catalog) -> Option<Chart> {
    let last = table.rows.first().map(|row| text(table, row, "fap-edition", catalog));
    let mut of: Vec<Track> = Vec::new();
    let rows = table.rows.iter().enumerate();
    for (place, row) in rows {
        let Some(code) = row.occupation else { continue };
        if number(table, row, "posterior").is_none() {
            continue;
        }
        let (year, edition) =
            (text(table, row, "year", catalog), text(table, row, "fap-edition", catalog));
        let reading = (format!("{edition}/{year}"), place);
        if let Some((.., years)) = of.iter_mut().find(|(known, ..)| *known == code) {
            years.push(reading);
        } else {
            of.push((code, text(table, row, "label", catalog), vec![reading]));
        }
    }
    // Years of the edition of the latest reading alone: the others are another list.
    let latest = of.iter().flat_map(|(.., years)| years).map(|(year, _)| year).max_by(|a, b| {
        let year = |text: &str| text.rsplit('/').next().map(str::to_owned);
        year(a).cmp(&year(b))
    });
    let edition = latest.and_then(|one| one.split('/').next()).map(str::to_owned).or(last)?;
    let within = |year: &str| year.strip_prefix(&format!("{edition}/")).map(str::to_owned);
    for (.., years) in &mut of {
        years.retain(|(year, _)| within(year).is_some());
    }
    of.retain(|(.., years)| years.len() > 1);
    of.truncate(MOST_LINES);
    let mut years: Vec<String> =
        of.iter().flat_map(|(.., years)| years).filter_map(|(year, _)| within(year)).collect();
    years.sort();
    years.dedup();
    let series = of.iter().map(|(_, label, known)| Series {
        name: label.clone(),
        cells: years
            .iter()
            .map(|year| {
                let found = known.iter().find(|(known, _)| within(known).as_ref() == Some(year));
                found.map(|(_, place)| (*place, "posterior"))
            })
            .collect(),
    });
    let series: Vec<Series> = series.collect();
    let (title, description, axis) = words("series", "posterior", catalog);
    (!series.is_empty()).then_some(Chart {
        kind: ChartKind::Lines,
        title,
        description,
        axis,
        categories: years,
        series,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::report::document::{Column, Form, Shown};

    fn table(id: &'static str, columns: &[&'static str], rows: Vec<(&str, Vec<Cell>)>) -> Table {
        let column = |id: &&'static str| Column {
            id,
            title: (*id).to_owned(),
            width: 8,
            shown: Shown::Everywhere,
        };
        let rows = rows.into_iter().map(|(key, cells)| {
            let code =
                key.split('/').nth(1).and_then(|code| format!("fap2021:{code}").parse().ok());
            Row::new(key, code, cells)
        });
        Table {
            id,
            title: id.to_owned(),
            about: String::new(),
            columns: columns.iter().map(column).collect(),
            rows: rows.collect(),
            chart: None,
        }
    }

    fn charted(mut table: Table) -> Option<Chart> {
        let catalog = Catalog::new(Language::English).unwrap();
        draw(std::slice::from_mut(&mut table), &catalog);
        table.chart
    }

    fn count(value: f64) -> Cell {
        Cell::amount(value.to_string(), value, Form::Count)
    }

    #[test]
    fn sections_stand_by_size_without_their_occupations() {
        let rows = vec![
            ("A", vec![Cell::text("Fields"), count(3.0)]),
            ("A/V0X60", vec![Cell::text("Fields"), count(3.0)]),
            ("Q", vec![Cell::text("Care"), count(9.0)]),
            ("R", vec![Cell::text("Arts"), Cell::Blank]),
        ];
        let chart = charted(table("sectors", &["sector", "sector-projects"], rows)).unwrap();
        assert_eq!(chart.categories, ["Care", "Fields"]);
        assert_eq!(
            chart.series[0].cells,
            [Some((2, "sector-projects")), Some((0, "sector-projects"))]
        );
    }

    #[test]
    fn need_and_entrants_only_where_both_are_known() {
        let columns = ["label", "need-3y-value", "entrants-3y-value"];
        let rows = vec![
            ("a", vec![Cell::text("one"), count(3.0), Cell::Blank]),
            ("b", vec![Cell::text("two"), count(4.0), count(1.0)]),
        ];
        let chart = charted(table("balances", &columns, rows)).unwrap();
        assert_eq!(chart.categories, ["two"]);
        assert_eq!(chart.series.len(), 2);
        assert_eq!(charted(table("balances", &columns, Vec::new())), None);
    }

    #[test]
    fn years_of_two_editions_are_not_one_line() {
        let columns = ["label", "year", "fap-edition", "posterior"];
        let row = |year: &str, edition: &str, share: f64| {
            vec![Cell::text("Care"), Cell::text(year), Cell::text(edition), count(share)]
        };
        let rows = vec![
            ("occupation/V0X60/2022", row("2022", "FAP 2009", 0.2)),
            ("occupation/V0X60/2023", row("2023", "FAP 2021", 0.3)),
            ("occupation/V0X60/2025", row("2025", "FAP 2021", 0.5)),
            ("occupation/V0X60/2024", row("2024", "FAP 2021", 0.4)),
        ];
        let chart = charted(table("series", &columns, rows)).unwrap();
        assert_eq!(chart.categories, ["2023", "2024", "2025"]);
        let places: Vec<usize> =
            chart.series[0].cells.iter().flatten().map(|(row, _)| *row).collect();
        assert_eq!(places, [1, 3, 2]);
        let alone = vec![("occupation/V0X60/2025", row("2025", "FAP 2021", 0.5))];
        assert_eq!(charted(table("series", &columns, alone)), None, "one year is no trend");
    }
}
