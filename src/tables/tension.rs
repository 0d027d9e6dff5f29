//! Dares tensions: one row per occupation × territory × year.
//!
//! Source: Dares, « Les tensions sur le marché du travail », Licence Ouverte.

use crate::tables::kind::table;

table! {
    /// Published and imputed tension values with the classes of their causes.
    Tension {
        row: RowNumber,
        year: Number,
        /// FAP code of three or five characters; the edition is that of the whole file.
        occupation: Text,
        label: Text,
        /// Typed territory: `fr`, `reg:84`, `dep:15`.
        territory: Text,
        /// Mean employment, rounded to the hundred by the producer: 0 is possible.
        employment: Number,
        /// Composite indicator, standard deviations; imputed when `class` is missing.
        tension: Number,
        /// 1–5; missing when the cell is not published.
        class: Number,
        /// Intensité d'embauches, 1–5.
        hiring_intensity: Number,
        /// Lien formation-emploi, 1–5.
        training_link: Number,
        /// Manque de main-d'œuvre disponible, 1–5.
        labour_shortage: Number,
        /// Non-durabilité de l'emploi, 1–5.
        precariousness: Number,
        /// Conditions de travail contraignantes, 1–5.
        working_conditions: Number,
        /// Inadéquation géographique, 1–5.
        geographic_mismatch: Number,
        /// Non-attractivité salariale, 1–5; from the 2023 edition on.
        unattractive_pay: Number,
    }
}
