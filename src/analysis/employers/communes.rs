//! The communes that an employer picks from in the questionnaire.

use crate::model::Territory;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::BTreeMap;

/// Communes of a drop-down list that can still be used, at most.
pub const MOST: usize = 1_500;

/// Code and name of the communes of a territory, by name then by code. Names come from the tables
/// of communes among those read: the built-in list holds codes alone.
pub fn communes<'a>(
    tables: impl IntoIterator<Item = &'a ReadTable>,
    reference: &Reference,
    territory: Territory,
) -> Vec<(String, String)> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for table in tables {
        let Table::Communes(communes) = &table.table else { continue };
        for row in communes.rows().filter(|row| !row.label.is_empty()) {
            names.insert(row.commune.to_owned(), row.label.to_owned());
        }
    }
    let with_name = |code: String| {
        let name = names.get(&code).unwrap_or(&code).clone();
        (code, name)
    };
    let mut found: Vec<(String, String)> =
        codes(reference, territory).into_iter().map(with_name).collect();
    found.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    found
}

fn codes(reference: &Reference, territory: Territory) -> Vec<String> {
    let inside = |commune: &str| {
        let department = reference.department_from_commune(commune);
        match territory {
            Territory::France => true,
            Territory::Department(_) => department == Some(territory),
            Territory::Region(_) => {
                department.and_then(|place| reference.region_from_department(place))
                    == Some(territory)
            }
            _ => reference.holds(territory, commune),
        }
    };
    let basins = reference.territories("be");
    let all = basins.iter().flat_map(|basin| reference.communes_of(*basin));
    all.filter(|commune| inside(commune)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};

    #[test]
    fn names_of_the_tables_read_else_codes() {
        let reference = Reference::embedded().unwrap();
        let text = "reg;dep;codgeo;libgeo;codbe;libbe\n84;15;15014;Aurillac;8450;AURILLAC\n";
        let tables = read("communes.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let basin: Territory = "be:8450".parse().unwrap();
        let found = communes(&tables, &reference, basin);
        let expect = ("15014".to_owned(), "Aurillac".to_owned());
        assert!(found.len() > 20 && found.contains(&expect), "{:?}", tables[0].reasons);
        assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].1));
        let department = communes(&[], &reference, "dep:15".parse().unwrap());
        assert!(department.len() > found.len());
        assert!(department.iter().all(|(code, name)| code == name && code.starts_with("15")));
    }
}
