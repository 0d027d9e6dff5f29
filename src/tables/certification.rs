//! Certifications and what they lead to: Certif Info, and the national registers.
//!
//! Sources: Réseau des Carif-Oref, Certif Info; France compétences, RNCP and RS.

use crate::tables::kind::table;

table! {
    /// One row per diploma as published; `diploma` may repeat and must be deduplicated to count.
    Certifications {
        row: RowNumber,
        /// Certif Info code; empty in the national registers.
        diploma: Text,
        label: Text,
        type_label: Text,
        /// European level 3–8.
        level: Number,
        formacode: Text,
        /// ROME v3 cards or domaines, space separated.
        romes: Text,
        nsf: Text,
        /// `RNCP37297` or `RS6117`; empty when neither.
        register: Text,
        certifier: Text,
        first_session: Number,
        last_session: Number,
        /// 0 published, 4 preparatory and not certifying, 11 licence to practise.
        state: Number,
        /// Reachable in continuing education (`accessibilite_fc` = 1).
        continuing: YesNo,
        apprenticeship: YesNo,
        /// End of the registration, ISO date; empty when not said.
        registered_until: Text,
        /// Registered on the day of the export; nothing when the file does not say.
        active: YesNo,
        /// Blocks of skills, apart by `|`; empty when not said.
        blocks: Text,
    }
}
