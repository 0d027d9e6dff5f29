//! `enquete_etablissements`: one row per establishment.
//!
//! Names and SIRET are not read into the table: what is not there cannot leak.

use crate::tables::kind::table;

table! {
    /// Respondents and non-respondents, the latter for the response rate.
    Establishments {
        row: RowNumber,
        /// Chosen by the surveyor; never leaves the program.
        id: Text,
        commune: Text,
        /// Basin given in the file, padded to four; empty: derived from the commune.
        basin: Text,
        naf: Text,
        stratum: Text,
        answered_on: Text,
        /// répondant, refus, non joint or hors champ.
        status: Text,
        headcount: Number,
        size_class: Text,
        /// Missing: default from the register.
        weight: Number,
        hires: Number,
        departures: Number,
    }
}
