//! Travel times of the user between communes (`temps_de_trajet`).

use crate::tables::kind::table;

table! {
    /// One row per pair of communes; a way there is a way back.
    TravelTimes {
        row: RowNumber,
        /// Insee codes, five characters.
        from: Text,
        to: Text,
        minutes: Number,
    }
}
