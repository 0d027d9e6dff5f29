//! `souhaits_formation`: one row per course that an establishment wishes for.

use crate::tables::kind::table;

table! {
    /// A wish of one establishment; empty is unknown.
    Wishes {
        row: RowNumber,
        establishment: Text,
        /// The occupation, as written in the table of occupations.
        label: Text,
        /// Free words: they never leave the program.
        skill: Text,
        /// `|` separated, as in the layout.
        audiences: Text,
        /// People to be trained.
        people: Number,
        /// For each of them.
        hours: Number,
        modality: Text,
        /// Free words, as the skill.
        period: Text,
    }
}
