//! `enquete_acteurs`: the same questions put to several colleges of actors.

use crate::tables::kind::table;

table! {
    /// One row per respondent, question and answer; several for a question with several answers.
    Opinions {
        row: RowNumber,
        /// Never leaves the program.
        respondent: Text,
        /// Companies, training bodies, employment actors, unions… in the words of the file.
        college: Text,
        question: Text,
        /// Empty: asked, and not answered.
        answer: Text,
    }
}
