//! Own table of job seekers by occupation (`demande_emploi`).

use crate::tables::kind::table;

table! {
    /// One row per period × territory × occupation.
    JobSeekers {
        row: RowNumber,
        period: Text,
        /// Typed territory, `be:8450`.
        territory: Text,
        rome: Text,
        fap: Text,
        fap_year: Number,
        stock_a: Maskable,
        stock_abc: Maskable,
        entries_a: Maskable,
        entries_abc: Maskable,
        exits_abc: Maskable,
        source: Text,
        source_date: Text,
    }
}
