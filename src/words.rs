//! What is wrong with a questionnaire or a survey, in sentences: for the command line, the window
//! and the documents.

pub mod survey;

use crate::format::{date, integer};
use crate::i18n::Catalog;
use crate::readers::kit::Fault;
use crate::reference::questionnaire::Questionnaire;

/// Why an answer or a file is not taken.
pub fn fault(
    fault: &Fault,
    found: &str,
    questionnaire: &Questionnaire,
    catalog: &Catalog,
) -> String {
    let language = catalog.language();
    let key = format!("kit-fault-{}", fault.id());
    let number = |n: u32| integer(f64::from(n), language);
    match fault {
        Fault::Unreadable { detail } => catalog.with(&key, &[("detail", detail.into())]),
        Fault::OtherWave { wave } => catalog.with(&key, &[("wave", wave.into())]),
        Fault::OutOfBounds { min, max } => catalog.with(
            &key,
            &[
                ("found", found.into()),
                ("min", (&number(*min)).into()),
                ("max", (&number(*max)).into()),
            ],
        ),
        Fault::DateOutOfBounds { from, to } => catalog.with(
            &key,
            &[
                ("found", found.into()),
                ("from", (&date(*from, language)).into()),
                ("to", (&date(*to, language)).into()),
            ],
        ),
        Fault::NotACode { system } => {
            let system = catalog.text(&format!("code-system-{system}"));
            catalog.with(&key, &[("found", found.into()), ("system", (&system).into())])
        }
        Fault::TooLong { max } => catalog.with(&key, &[("max", (&number(*max)).into())]),
        Fault::MoreThan { total, sum, most } => {
            let question = questionnaire.sheets.iter().find_map(|sheet| sheet.question(total));
            let name = question.map_or(total.as_str(), |question| question.short.of(language));
            let most = most.to_string();
            catalog.with(
                &key,
                &[
                    ("total", name.into()),
                    ("sum", (&sum.to_string()).into()),
                    ("most", (&most).into()),
                ],
            )
        }
        _ => catalog.with(&key, &[("found", found.into())]),
    }
}
