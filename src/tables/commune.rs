//! Communes and the divisions they belong to.

use crate::tables::kind::table;

table! {
    /// One row per commune; a division that the file does not carry is empty.
    Communes {
        row: RowNumber,
        /// Insee code, five characters.
        commune: Text,
        label: Text,
        /// Canonical code of the division the file is about: basin, *zone d'emploi* or CLPE.
        division: Text,
        division_label: Text,
        department: Text,
        department_label: Text,
        region: Text,
        region_label: Text,
    }
}
