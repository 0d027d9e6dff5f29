//! Mon Compte Formation: offers of courses. A row is an offer, not a number of trained people.
//!
//! Source: Caisse des Dépôts, catalogue Mon Compte Formation, Licence Ouverte.

use crate::tables::kind::table;

table! {
    /// One row per provider × certification × place.
    CourseOffers {
        row: RowNumber,
        /// `numero_formation`; empty in the short layouts.
        id: Text,
        title: Text,
        provider: Text,
        siret: Text,
        /// `RNCP37297` or `RS6117`; empty when unknown.
        register: Text,
        certification_label: Text,
        /// Certif Info code.
        diploma: Text,
        level: Number,
        /// Formacodes, space separated.
        formacodes: Text,
        nsf: Text,
        /// Empty: remote or national. It must not be counted as local supply.
        department: Text,
        region: Text,
        sessions: Number,
        remote_sessions: Number,
        /// Missing when published as 0: unknown is not zero.
        hours_min: Number,
        hours_max: Number,
        hours_mean: Number,
        price_min: Number,
        price_max: Number,
        price_mean: Number,
    }
}
