//! The decision table in words: what a reader checks a diagnosis against.

use crate::indicators::anchor::Cause;
use crate::recommend::diagnosis::Diagnosis;
use crate::reference::decision::Condition;
use crate::report::build::Context;

/// A row of the table, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// Its number, which names the diagnosis.
    pub row: u8,
    pub conditions: String,
    pub diagnosis: String,
    pub lever: String,
}

impl Context<'_> {
    /// The rows in the order that they are tried in: the first that holds counts.
    pub fn decision_rows(&self) -> Vec<Ruled> {
        let rows = self.parameters.decision().rows.iter();
        let ruled = rows.map(|row| {
            let diagnosis = Diagnosis::of_row(row.row);
            let all: Vec<String> = row.when.iter().map(|one| self.condition(one)).collect();
            let and = self.catalog.text("decision-and");
            Ruled {
                row: row.row,
                conditions: if all.is_empty() {
                    self.catalog.text("decision-else")
                } else {
                    all.join(&and)
                },
                diagnosis: self.catalog.text(&format!("diagnosis-{}", diagnosis.id())),
                lever: self.catalog.text(&format!("lever-{}", diagnosis.lever().id())),
            }
        });
        ruled.collect()
    }

    fn condition(&self, condition: &Condition) -> String {
        let of = |key: &str, letter: char, class: Option<u8>| {
            let cause = Cause::of_letter(letter);
            let cause = cause.map(|one| self.catalog.text(&format!("cause-{}", one.id())));
            let (cause, class) = (
                cause.unwrap_or_default(),
                class.map(|class| class.to_string()).unwrap_or_default(),
            );
            let args = [("cause", (&cause).into()), ("class", (&class).into())];
            self.catalog.with(key, &args)
        };
        match condition {
            Condition::Quiet => self.catalog.text("decision-quiet"),
            Condition::Missing(letter) => of("decision-missing", *letter, None),
            Condition::AtLeast(letter, class) => of("decision-at-least", *letter, Some(*class)),
            Condition::AtMost(letter, class) => of("decision-at-most", *letter, Some(*class)),
            Condition::Any(all) => {
                let any: Vec<String> = all.iter().map(|one| self.condition(one)).collect();
                format!("({})", any.join(&self.catalog.text("decision-or")))
            }
        }
    }
}
