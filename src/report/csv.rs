//! CSV for French Excel: `;`, decimal comma, UTF-8 with its mark, no formula from a cell.

use crate::analysis::Results;
use crate::i18n::Catalog;
use crate::model::Language;

/// Text from a file could begin a formula; a leading quote makes it text again.
pub fn harmless(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

fn number(value: Option<f64>, language: Language) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else { return String::new() };
    let text = value.to_string();
    match language {
        Language::French => text.replace('.', ","),
        Language::English => text,
    }
}

/// One row per occupation of the territory: public figures only.
///
/// # Errors
/// When a record cannot be written to memory.
pub fn diagnosis(results: &Results, catalog: &Catalog) -> Result<Vec<u8>, csv::Error> {
    let language = catalog.language();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(vec![0xef, 0xbb, 0xbf]);
    let headers = [
        "code",
        "label",
        "projects",
        "projects-low",
        "projects-high",
        "masked",
        "difficult",
        "difficult-low",
        "difficult-high",
        "share",
        "share-low",
        "share-high",
        "posterior",
        "posterior-low",
        "posterior-high",
        "probability",
        "status",
        "grade",
        "class",
        "official",
        "rung",
        "diagnosis",
        "lever",
    ];
    writer.write_record(headers.iter().map(|id| catalog.text(&format!("column-{id}"))))?;
    for occupation in &results.occupations {
        let tally = &occupation.benchmarks.territory;
        let (share, pressure) = (&tally.difficult_share, &occupation.pressure);
        let n = |value: f64| number(Some(value), language);
        let point = |value: f64, masked: bool| if masked { String::new() } else { n(value) };
        let anchor = occupation.anchor.as_ref();
        let rung = anchor.map(|anchor| catalog.text(&format!("rung-{}", anchor.rung.id())));
        writer.write_record([
            occupation.code.to_string(),
            harmless(&occupation.label),
            point(tally.projects.value, tally.projects.only_masked()),
            n(tally.projects.low),
            n(tally.projects.high),
            n(f64::from(tally.projects.masked_cells)),
            point(tally.difficult.value, tally.difficult.only_masked()),
            n(tally.difficult.low),
            n(tally.difficult.high),
            number(share.value, language),
            n(share.low),
            n(share.high),
            n(pressure.posterior.mean),
            n(pressure.posterior.low),
            n(pressure.posterior.high),
            n(pressure.posterior.probability),
            catalog.text(&format!("status-{}", pressure.status.id())),
            pressure.grade.to_string(),
            number(pressure.class.map(f64::from), language),
            number(anchor.map(|anchor| f64::from(anchor.class)), language),
            rung.unwrap_or_default(),
            catalog.text(&format!("diagnosis-{}", occupation.finding.diagnosis.id())),
            catalog.text(&format!("lever-{}", occupation.finding.lever.id())),
        ])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_begins_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("-cmd"), "'-cmd");
        assert_eq!(harmless("Cuisiniers"), "Cuisiniers");
    }

    #[test]
    fn numbers_in_the_reader_s_own_writing() {
        assert_eq!(number(Some(0.58), Language::French), "0,58");
        assert_eq!(number(Some(0.58), Language::English), "0.58");
        assert_eq!(number(None, Language::French), "");
    }
}
