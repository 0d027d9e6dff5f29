//! Stock of establishments (SIRENE), public: the frame of a survey.

use crate::tables::kind::table;

table! {
    /// One row per establishment; names are not read.
    Stock {
        row: RowNumber,
        siret: Text,
        /// Insee code of the commune.
        commune: Text,
        naf: Text,
        /// Code of the size class of Insee: `NN`, `00`, `01`, … `53`.
        size_class: Text,
        /// Open, closed, or not said.
        active: YesNo,
        employer: YesNo,
        /// ISO day.
        created: Text,
    }
}
