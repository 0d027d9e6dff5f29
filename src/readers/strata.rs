//! Strata of establishments: their size class and their section of NAF, as people write them and
//! as spreadsheets spoil them.

use crate::model::{IssueKind, Naf, SizeClass};
use crate::readers::cells::trimmed;
use crate::readers::coerce::{date, shorten};
use crate::readers::header::normalise;
use crate::readers::noted::Coercion;
use crate::readers::period::{month_of, words};

/// Words that may stand beside the numbers of a class.
const WORDS: [&str; 14] = [
    "a",
    "de",
    "et",
    "ou",
    "plus",
    "salarie",
    "salaries",
    "sal",
    "employe",
    "employes",
    "personne",
    "personnes",
    "s",
    "effectif",
];

/// A size class, and what was made of its cell.
///
/// # Errors
/// When it is no class: a headcount, a code of another list, other bounds.
pub fn size_class(text: &str) -> Result<(SizeClass, Option<Coercion>), IssueKind> {
    let text = trimmed(text);
    if let Some(class) = SizeClass::parse(text) {
        return Ok((class, None));
    }
    let worded = worded(text).map(|class| (class, Some(Coercion::ClassWords)));
    worded
        .or_else(|| dated(text).map(|class| (class, Some(Coercion::ClassDate))))
        .ok_or_else(|| IssueKind::NotASizeClass { text: shorten(text) })
}

/// « 20 à 49 salariés », « 500 et plus ».
fn worded(text: &str) -> Option<SizeClass> {
    if text.len() > 60 {
        return None;
    }
    let words = words(text);
    let (numbers, others): (Vec<_>, Vec<_>) = words
        .iter()
        .map(String::as_str)
        .partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if !others.iter().all(|word| WORDS.contains(word)) {
        return None;
    }
    let more = text.contains('+') || others.contains(&"plus");
    match (numbers.as_slice(), more) {
        ([low, high], false) => SizeClass::parse(&format!("{low}-{high}")),
        ([low], true) => SizeClass::parse(&format!("{low}+")),
        // A number alone is a headcount or a code of another list.
        (["0"], false) if !others.is_empty() => Some(SizeClass::None),
        _ => None,
    }
}

/// A class that a spreadsheet took for a date: `10-19` for 19 October, or for October 2019; `1-9`
/// for 9 January, or for 1 September. No other class can become one.
fn dated(text: &str) -> Option<SizeClass> {
    let of = |month: u8, day: u32, year: Option<i32>| match (month, day) {
        (10, 19) => Some(SizeClass::From10),
        (10, 1) if year == Some(2019) => Some(SizeClass::From10),
        (1, 9) | (9, 1) => Some(SizeClass::From1),
        _ => None,
    };
    let words = words(text);
    if let [first, second] = words.as_slice() {
        let (name, number) =
            if month_of(first).is_some() { (first, second) } else { (second, first) };
        if let (Some(month), Ok(day)) = (month_of(name), number.parse::<u32>()) {
            return of(month, day, None);
        }
    }
    let iso = date(text).ok()?;
    let [year, month, day] = iso.split('-').collect::<Vec<_>>().try_into().ok()?;
    of(month.parse().ok()?, day.parse().ok()?, year.parse().ok())
}

/// Sections of NAF rév. 2 (Insee), their labels normalised; some by their shorter label too.
const SECTIONS: [(char, &str); 31] = [
    ('A', "agriculturesylvicultureetpeche"),
    ('B', "industriesextractives"),
    ('C', "industriemanufacturiere"),
    ('D', "productionetdistributiondelectricitedegazdevapeuretdairconditionne"),
    ('D', "electricitegazvapeuretairconditionne"),
    ('E', "productionetdistributiondeauassainissementgestiondesdechetsetdepollution"),
    ('E', "eauassainissementdechetsetdepollution"),
    ('F', "construction"),
    ('G', "commercereparationdautomobilesetdemotocycles"),
    ('H', "transportsetentreposage"),
    ('I', "hebergementetrestauration"),
    ('J', "informationetcommunication"),
    ('K', "activitesfinancieresetdassurance"),
    ('L', "activitesimmobilieres"),
    ('M', "activitesspecialiseesscientifiquesettechniques"),
    ('N', "activitesdeservicesadministratifsetdesoutien"),
    ('N', "servicesadministratifsetdesoutien"),
    ('O', "administrationpublique"),
    ('P', "enseignement"),
    ('Q', "santehumaineetactionsociale"),
    ('R', "artsspectaclesetactivitesrecreatives"),
    ('S', "autresactivitesdeservices"),
    ('T', "activitesdesmenagesentantquemployeurs"),
    ('T', "activitesdesmenages"),
    (
        'T',
        "activitesdesmenagesentantquemployeursactivitesindifferencieesdesmenagesentantqueproducteursdebiensetservicespourusagepropre",
    ),
    ('U', "activitesextraterritoriales"),
    ('G', "commercereparationdautomobilesetmotocycles"),
    ('E', "productionetdistributiondeau"),
    ('D', "productionetdistributiondelectricitegazvapeuretairconditionne"),
    ('E', "eauassainissementgestiondesdechetsetdepollution"),
    ('C', "industriesmanufacturieres"),
];

/// The letter of a section of NAF: the letter, alone or before the label that a mark parts from
/// it; a code of activity; or the label as Insee publishes it.
///
/// # Errors
/// When it is none of these: « Industrie » is several sections, and its first letter none of them.
pub fn section(text: &str) -> Result<char, IssueKind> {
    let text = trimmed(text);
    let bad = || IssueKind::NotASection { text: shorten(text) };
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase()).filter(|c| ('A'..='U').contains(c));
    let rest = letters.as_str().trim_start();
    if let Some(letter) = first
        && (rest.is_empty() || rest.starts_with(['-', '–', '—', ':', '.', ')']))
    {
        let label = normalise(rest);
        let other = SECTIONS.iter().any(|(of, known)| *known == label && *of != letter)
            && !SECTIONS.iter().any(|(of, known)| *known == label && *of == letter);
        return if other { Err(bad()) } else { Ok(letter) };
    }
    if let Ok(naf) = Naf::new(text) {
        return naf.section().ok_or_else(bad);
    }
    let label = normalise(text);
    SECTIONS.iter().find(|(_, known)| *known == label).map(|(letter, _)| *letter).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_classes_as_people_write_them_and_spreadsheets_spoil_them() {
        use Coercion::{ClassDate, ClassWords};
        let check = |text: &str, expect: Option<(SizeClass, Option<Coercion>)>| {
            assert_eq!(size_class(text).ok(), expect, "{text}");
        };
        check("20-49", Some((SizeClass::From20, None)));
        check("20 – 49", Some((SizeClass::From20, None)));
        for text in ["20-49 salariés", "20 à 49 salariés", "de 20 à 49"] {
            check(text, Some((SizeClass::From20, Some(ClassWords))));
        }
        for text in ["500 et +", "500 et plus", "500 salariés ou plus"] {
            check(text, Some((SizeClass::From500, Some(ClassWords))));
        }
        check("0 salarié", Some((SizeClass::None, Some(ClassWords))));
        for text in ["19-oct", "19-oct.", "oct-19", "19/10/2024", "45584", "2019-10-01", "43739"] {
            check(text, Some((SizeClass::From10, Some(ClassDate))));
        }
        for text in ["9-janv", "09-janv.", "01-sept", "2025-09-01", "45901"] {
            check(text, Some((SizeClass::From1, Some(ClassDate))));
        }
        for text in ["11", "30", "45580", "01/10/2020", "20-oct", "moins de 20", "plus", "6-9", ""]
        {
            check(text, None);
        }
    }

    #[test]
    fn sections_by_their_letter_a_code_or_their_label() {
        let check = |text: &str, expect: Option<char>| {
            assert_eq!(section(text).ok(), expect, "{text}");
        };
        check("C", Some('C'));
        check("c", Some('C'));
        check("10", Some('C'));
        check("10.51C", Some('C'));
        check("Industrie manufacturière", Some('C'));
        check("C - Industrie manufacturière", Some('C'));
        check("Commerce ; réparation d’automobiles et de motocycles", Some('G'));
        for text in ["Industrie", "Commerce", "V", "C - Construction", "A voir", "00", "", "BTP"] {
            check(text, None);
        }
    }
}
