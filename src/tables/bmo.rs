//! BMO, « Besoins en main-d'œuvre »: one row per occupation × basin × département.
//!
//! Source: France Travail (Pôle emploi until 2023), open data, Licence Ouverte.

use crate::tables::kind::table;

table! {
    /// Hiring projects of one survey year. Key: (occupation, basin, department).
    Bmo {
        row: RowNumber,
        /// FAP code, bare; the edition is that of the whole file.
        occupation: Text,
        label: Text,
        /// Letter of the *famille de métiers* (A, C, I, O, S, T, V, Z); empty when absent.
        family: Text,
        family_label: Text,
        /// Basin code padded to four characters.
        basin: Text,
        basin_label: Text,
        department: Text,
        department_label: Text,
        region: Text,
        region_label: Text,
        /// Hiring projects of the year (`met`).
        projects: Maskable,
        /// Projects that the employer expects to be difficult (`xmet`).
        difficult: Maskable,
        /// Seasonal projects (`smet`).
        seasonal: Maskable,
    }
}
