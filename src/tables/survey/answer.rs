//! Answers to the questions of a survey that fill no field of its two tables.

use crate::tables::kind::table;

table! {
    /// One row per answer; several for a question with several answers. Nothing for no answer.
    Answers {
        row: RowNumber,
        establishment: Text,
        /// Its header, in the words of the file.
        question: Text,
        /// `number`, `scale`, `several`, `choice`, `rank` or `text`.
        kind: Text,
        /// As read; free text never leaves the program.
        text: Text,
        /// Of a number or a degree; of an answer in an order, its place from 1.
        number: Number,
    }
}
