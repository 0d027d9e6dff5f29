//! Own register of establishments, as margins (`population_etablissements`).

use crate::tables::kind::table;

table! {
    /// One row per stratum.
    Register {
        row: RowNumber,
        stratum: Text,
        naf_section: Text,
        size_class: Text,
        establishments: Number,
        headcount: Number,
        source: Text,
        source_date: Text,
    }
}
