//! Why there is no result, in a sentence, with what is near.

use crate::analysis::{AnalysisError, Results};
use crate::i18n::Catalog;
use crate::model::Territory;

/// That an occupation is not among those of an analysis.
pub fn not_here(code: &str, results: &Results, catalog: &Catalog) -> String {
    let year = results.year.to_string();
    let key = match results.bmo {
        Some(_) => "error-occupation-here",
        None => "error-occupation-here-unsurveyed",
    };
    catalog.with(key, &[("code", code.into()), ("year", (&year).into())])
}

/// The sentence of an error of analysis.
pub fn error_sentence(error: &AnalysisError, catalog: &Catalog) -> String {
    let key = format!("error-{}", error.id());
    let list = |places: &[(Territory, String)]| {
        places.iter().map(|(code, label)| format!("{code} {label}")).collect::<Vec<_>>().join(", ")
    };
    match error {
        AnalysisError::NoSurvey | AnalysisError::NoTension => catalog.text(&key),
        AnalysisError::SurveyWithoutYear { file } => catalog.with(&key, &[("file", file.into())]),
        AnalysisError::OccupationAbsent { code, year } => {
            catalog.with(&key, &[("code", code.into()), ("year", (&year.to_string()).into())])
        }
        AnalysisError::NotAnOccupation { code } => catalog.with(&key, &[("code", code.into())]),
        AnalysisError::UnknownTerritory { territory }
        | AnalysisError::NothingTold { territory }
        | AnalysisError::CommunesUnknown { territory } => {
            catalog.with(&key, &[("code", (&territory.to_string()).into())])
        }
        AnalysisError::YearNotLoaded { year, loaded } => {
            let loaded: Vec<String> = loaded.iter().map(u16::to_string).collect();
            catalog.with(
                &key,
                &[("year", (&year.to_string()).into()), ("loaded", (&loaded.join(", ")).into())],
            )
        }
        AnalysisError::Absent { territory, year, close } => catalog.with(
            &key,
            &[
                ("code", (&territory.to_string()).into()),
                ("year", (&year.to_string()).into()),
                ("close", (&list(close)).into()),
            ],
        ),
        AnalysisError::NoSimilar { territory, year } => catalog.with(
            &key,
            &[("code", (&territory.to_string()).into()), ("year", (&year.to_string()).into())],
        ),
    }
}
