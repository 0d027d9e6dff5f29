//! People in employment by occupation and age, of occupations that the survey does not ask about: a
//! need without an answer of employers.

use crate::sheet::Sheet;

const HEADER: &str = "annee;type_zone;code_zone;code_rome;code_fap;version_fap;emploi;\
part_50_plus;part_55_plus;part_60_plus;autres_departs_annuels;part_enquetee;source;date_source";

/// Breeders, all counted; butchers and body repairers, of a census that asked a part of the people;
/// carpenters, masked.
const COUNTS: [[&str; 14]; 4] = [
    [
        "2022",
        "bmo",
        "9601",
        "",
        "A0X41",
        "2021",
        "190",
        "52 %",
        "38 %",
        "21 %",
        "2",
        "100 %",
        "Recensement fictif",
        "15/06/2025",
    ],
    [
        "2022",
        "bmo",
        "9601",
        "",
        "S0X40",
        "2021",
        "120",
        "36 %",
        "22 %",
        "8 %",
        "4",
        "",
        "Recensement fictif",
        "15/06/2025",
    ],
    [
        "2022",
        "bmo",
        "9601",
        "",
        "G0B40",
        "2021",
        "85",
        "33 %",
        "20 %",
        "7 %",
        "2",
        "",
        "Recensement fictif",
        "15/06/2025",
    ],
    [
        "2022",
        "bmo",
        "9601",
        "",
        "B1X33",
        "2021",
        "*",
        "",
        "",
        "",
        "",
        "",
        "Recensement fictif",
        "15/06/2025",
    ],
];

pub fn file() -> Vec<u8> {
    let mut sheet = Sheet::own(HEADER);
    for row in &COUNTS {
        sheet.row(row);
    }
    sheet.bytes()
}
