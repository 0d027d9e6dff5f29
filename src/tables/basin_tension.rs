//! France Travail classes by ROME × employment basin.
//!
//! Source: file `cities-tension`, France Travail, 2021; its method is not documented there.

use crate::tables::kind::table;

table! {
    /// Classes 1–5 of tension and causes. Key: (rome, basin).
    BasinTension {
        row: RowNumber,
        year: Number,
        /// ROME v3 card.
        rome: Text,
        /// BMO basin padded to four characters.
        basin: Text,
        /// Online offers, an estimate.
        offers: Number,
        /// Registered job seekers, categories A, B, C, mean of four quarters.
        job_seekers: Number,
        class: Number,
        hiring_intensity: Number,
        training_link: Number,
        labour_shortage: Number,
        precariousness: Number,
        working_conditions: Number,
        geographic_mismatch: Number,
    }
}
