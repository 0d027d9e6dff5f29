//! Own training catalogue (`catalogue_formation`, layout of `docs/layouts.md`).

use crate::tables::kind::table;

table! {
    /// One row per programme × place.
    Catalogue {
        row: RowNumber,
        id: Text,
        title: Text,
        provider: Text,
        /// Empty: at a distance; then not local supply.
        commune: Text,
        /// scolaire, apprentissage, continue or mixte.
        route: Text,
        register: Text,
        diploma: Text,
        nsf: Text,
        /// Space separated.
        formacodes: Text,
        romes: Text,
        level: Number,
        hours: Number,
        months: Number,
        /// Places per year.
        capacity: Number,
        enrolled: Number,
        /// Entries and drop-outs per year (continuing education).
        entries: Number,
        dropouts: Number,
        figures_year: Number,
        continuation_rate: Number,
        employment_rate: Number,
        rate_denominator: Number,
        /// Part that works in the basin, 0–1.
        retention: Number,
        cost_per_hour: Number,
        cost_total: Number,
        /// `|` separated.
        funders: Text,
        /// ISO dates.
        starts: Text,
        ends: Text,
        source: Text,
        source_date: Text,
    }
}
