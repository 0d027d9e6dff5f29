//! People in employment by occupation and age, of territories (`emploi_metiers`).

use crate::tables::kind::table;

table! {
    /// One row per year × territory × occupation.
    Employment {
        row: RowNumber,
        /// Of the count.
        year: Number,
        /// Typed territory, `be:8450`.
        territory: Text,
        rome: Text,
        fap: Text,
        fap_year: Number,
        employed: Maskable,
        /// Of those in employment, 0–1: 50 or more, 55 or more, 60 or more.
        from_50: Number,
        from_55: Number,
        from_60: Number,
        /// People a year who leave the occupation or the territory before the end of their career.
        leavers: Number,
        /// Part of the people behind the count, 0–1; 1 where it is of all of them.
        sampled: Number,
        source: Text,
        source_date: Text,
    }
}
