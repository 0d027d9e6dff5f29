//! `enquete_metiers`: one row per establishment × occupation.

use crate::tables::kind::table;

table! {
    /// Answers of one establishment on one occupation; empty is unknown, 0 is zero.
    Occupations {
        row: RowNumber,
        establishment: Text,
        label: Text,
        rome: Text,
        fap: Text,
        fap_year: Number,
        qualification: Text,
        headcount: Number,
        aged_under_30: Number,
        aged_30_49: Number,
        aged_50_54: Number,
        aged_55_59: Number,
        aged_60_plus: Number,
        retirements_12m: Number,
        retirements_36m: Number,
        other_departures_12m: Number,
        /// Over 36 months, as the two above, which include the first 12.
        other_departures_36m: Number,
        /// Posts opened in the last twelve months, and what became of them.
        offers: Number,
        applicants: Number,
        qualified: Number,
        suitable: Number,
        filled: Number,
        abandoned: Number,
        /// Median of the filled posts, in days.
        days_to_fill: Number,
        present_after_12m: Number,
        left_before_12m: Number,
        /// Hiring projects of the next twelve months.
        projects: Number,
        creations: Number,
        replacements: Number,
        seasonal: Number,
        permanent: Number,
        full_time: Number,
        difficult: Number,
        /// `|` separated, as in the layout.
        causes: Text,
        training_need: YesNo,
        training_public: Text,
        skill: Text,
        training_hours: Number,
        modality: Text,
        promise: Text,
    }
}
