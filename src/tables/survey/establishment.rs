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
        permanent: Number,
        fixed_term: Number,
        temporary: Number,
        seasonal: Number,
        /// Whether it takes trainees in (PMSMP), has a tutor at hand, could train on the job.
        hosts: YesNo,
        tutors: YesNo,
        on_the_job: YesNo,
        /// Obstacles to training, `|` separated, as in the layout.
        obstacles: Text,
        /// Whether it may be named or quoted; no answer is no.
        consent: YesNo,
    }
}
