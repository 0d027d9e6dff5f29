//! The headcount of one company (`effectif_entreprise`, layout of `docs/layouts.md`). It belongs to
//! whoever loads it: no result of a territory, and no document of one, is made of it.

use crate::tables::kind::table;

table! {
    /// One row per occupation of the company.
    Headcounts {
        row: RowNumber,
        label: Text,
        rome: Text,
        fap: Text,
        fap_year: Number,
        headcount: Number,
        aged_under_30: Number,
        aged_30_49: Number,
        aged_50_54: Number,
        aged_55_59: Number,
        aged_60_plus: Number,
        /// Departures that are known, within 12 and within 36 months.
        departures_12m: Number,
        departures_36m: Number,
        hires_12m: Number,
        source_date: Text,
    }
}
