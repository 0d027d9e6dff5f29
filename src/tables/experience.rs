//! Programmes that worked, own or taken over from elsewhere (`formations_reussies`, layout of
//! `docs/layouts.md`).

use crate::tables::kind::table;

table! {
    /// One row per programme that was run.
    Experiences {
        row: RowNumber,
        id: Text,
        title: Text,
        context: Text,
        rome: Text,
        fap: Text,
        fap_year: Number,
        level: Number,
        /// Identifier of a public; empty when not said.
        audience: Text,
        /// For one person.
        hours: Number,
        /// présentiel, mixte or distance; empty when not said.
        modality: Text,
        /// People of a session.
        group_size: Number,
        commune: Text,
        year: Number,
        /// € for one person, and for all of them.
        cost_per_place: Number,
        cost_total: Number,
        /// People, each among those before.
        entered: Number,
        completed: Number,
        employed_6m: Number,
        present_12m: Number,
        source: Text,
        source_date: Text,
    }
}
