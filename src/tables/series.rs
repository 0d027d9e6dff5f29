//! Figures over time or by activity, as their producers publish them: context, not yet computed
//! with.

use crate::tables::kind::table;

table! {
    /// One figure: job seekers of a zone in a month, declarations before hiring of a quarter, an
    /// indicator of the labour market.
    Series {
        row: RowNumber,
        /// What is counted, in the words of the file.
        measure: Text,
        /// Zone, in the words of the file.
        place: Text,
        /// The zone as a typed code (`dep:15`); empty when the file does not say its kind.
        territory: Text,
        /// `2020-01`, `2020-T1`, or in the words of the file.
        period: Text,
        /// Sector, occupation or kind of contract, in the words of the file.
        activity: Text,
        value: Maskable,
    }
}
