//! Every fault and mending has its sentence in both languages, and no sentence is without one.

use bassin::readers::kit::{Fault, Mending};

const FRENCH: &str = include_str!("../../../assets/i18n/fr.ftl");
const ENGLISH: &str = include_str!("../../../assets/i18n/en.ftl");

/// One of each; the compiler does not tell of a new one, the ids in the source do.
fn ids() -> Vec<String> {
    let day = "2026-03-15".parse().unwrap();
    let text = String::new;
    let faults = [
        Fault::TooLarge,
        Fault::PasswordProtected,
        Fault::Unreadable { detail: text() },
        Fault::NotAKit,
        Fault::NoForm,
        Fault::Empty,
        Fault::OtherWave { wave: text() },
        Fault::SecondSheet,
        Fault::SheetGone,
        Fault::Required,
        Fault::Gone,
        Fault::NotANumber,
        Fault::NotWhole,
        Fault::OutOfBounds { min: 0, max: 1 },
        Fault::NotADate,
        Fault::DateOutOfBounds { from: day, to: day },
        Fault::NotYesOrNo,
        Fault::NotAnOption,
        Fault::NotACode { system: "siret" },
        Fault::UnknownCode { system: "rome" },
        Fault::DigitsLost,
        Fault::CheckDigit,
        Fault::NotInList,
        Fault::Identifies,
        Fault::NumberTaken,
        Fault::TooLong { max: 1 },
        Fault::CellError,
        Fault::MoreThan { total: text(), sum: 2, most: 1 },
        Fault::WishedYetDenied,
    ];
    let mendings =
        [Mending::LeadingZeros, Mending::Scientific, Mending::SerialDate, Mending::ShortYear];
    let faults = faults.iter().map(|fault| format!("kit-fault-{}", fault.id()));
    faults.chain(mendings.iter().map(|mending| format!("kit-mending-{}", mending.id()))).collect()
}

#[test]
fn every_fault_has_its_sentence() {
    let source = include_str!("../../../src/readers/kit/fault.rs");
    assert_eq!(source.matches(" => \"").count(), ids().len());
    for catalog in [FRENCH, ENGLISH] {
        let lines = catalog.lines().filter_map(|line| line.split_once(" = "));
        let of_kit = |key: &&str| key.starts_with("kit-fault-") || key.starts_with("kit-mending-");
        let keys: Vec<String> =
            lines.map(|(key, _)| key).filter(of_kit).map(str::to_owned).collect();
        assert_eq!(keys, ids());
    }
}
