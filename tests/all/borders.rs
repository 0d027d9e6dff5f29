//! A territory that is not the same in two years: its series are marked there, and no other's.

use crate::gathered::run;
use std::path::Path;

/// One occupation in basins of one département each, and in those of Guyane.
fn survey(folder: &Path, year: u16, more: &[(&str, &str, &str)]) -> String {
    let far: Vec<(String, String)> =
        (60..70).map(|department| (format!("32{department}"), department.to_string())).collect();
    let mut places: Vec<(&str, &str, &str)> =
        far.iter().map(|(basin, department)| (basin.as_str(), department.as_str(), "32")).collect();
    places.extend([("8450", "15", "84"), ("0301", "973", "03"), ("0302", "973", "03")]);
    places.extend(more);
    let mut text = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;BE;NOMBE;Dept;\
                    NomDept;REG;NOM_REG;met;xmet;smet\n"
        .replace("BE;NOMBE", &format!("BE{0};NOMBE{0}", year % 100));
    for (rank, (basin, department, region)) in places.iter().enumerate() {
        for (code, label) in [("V0X60", "Aides-soignants"), ("S1X20", "Aides de cuisine")] {
            let met = 40 + rank + usize::from(year % 10);
            let row = format!(
                "{year};{code};{label};S;Fonctions sociales;{basin};B{basin};{department};\
                 D{department};{region};R{region};{met};{};5\n",
                met / 2
            );
            text.push_str(&row);
        }
    }
    let path = folder.join(format!("bmo_{year}.csv"));
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn a_new_basin_beside_marks_the_series_of_its_neighbours_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let files = [
        survey(at, 2024, &[]),
        survey(at, 2025, &[("0304", "973", "03")]),
        survey(at, 2026, &[("0304", "973", "03")]),
    ];
    let analysed = |territory: &str| -> (serde_json::Value, String) {
        let mut arguments = vec!["analyse", "--territory", territory, "--json"];
        arguments.extend(files.iter().map(String::as_str));
        let (out, err) = run(&arguments, at);
        (serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}")), err)
    };
    let (cut, _) = analysed("be:0301");
    let borders = &cut["series"]["borders"];
    assert_eq!(borders.as_array().map(Vec::len), Some(1), "{borders}");
    let told = serde_json::json!({
        "before": 2024, "after": 2025, "cause": "basins", "count": 1, "examples": "0304",
    });
    assert_eq!(borders[0], told);
    let track = |of: &serde_json::Value| of["series"]["tracks"][0]["breaks"].clone();
    assert_eq!(track(&cut), serde_json::json!([[2024, 2025]]));
    for same in ["be:8450", "dep:973", "reg:03", "fr"] {
        let (whole, _) = analysed(same);
        assert_eq!(whole["series"]["borders"], serde_json::json!([]), "{same}");
        assert_eq!(track(&whole), serde_json::json!([]), "{same}");
    }
    // What a reader sees: on the page of results, and on the chart.
    let chart = |territory: &str| {
        let picture = at.join("c.svg");
        let out = picture.display().to_string();
        let mut arguments =
            vec!["chart", "--territory", territory, "--kind", "trend", "--out", &out];
        arguments.extend(["--occupation", "V0X60"]);
        arguments.extend(files.iter().map(String::as_str));
        let (out, err) = run(&arguments, at);
        std::fs::read_to_string(picture).unwrap_or_else(|error| panic!("{error}: {out}{err}"))
    };
    let drawn = chart("be:0301");
    assert!(drawn.contains("les contours ou le champ du territoire changent"), "{drawn}");
    assert!(drawn.contains("avant 2025") && drawn.contains("à partir de 2025"), "{drawn}");
    assert!(!chart("be:8450").contains("contours"));
    let page = |territory: &str| {
        let mut arguments = vec!["analyse", "--territory", territory];
        arguments.extend(files.iter().map(String::as_str));
        let (out, err) = run(&arguments, at);
        format!("{out}{err}")
    };
    let said = page("be:0301");
    assert!(said.contains("un bassin de ses départements"), "{said}");
    assert!(!page("be:8450").contains("contours du territoire"));
}

/// Between two editions of FAP the new basin and the new département are told as well.
#[test]
fn another_edition_does_not_hide_other_borders() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let new = survey(at, 2024, &[("0304", "973", "03"), ("0301", "978", "03")]);
    let old = survey(at, 2023, &[]);
    let text = std::fs::read_to_string(&old).unwrap();
    std::fs::write(&old, text.replace("V0X60", "V0Z60").replace("S1X20", "S1Z20")).unwrap();
    let (out, err) = run(&["check", &old, &new], at);
    let all = format!("{out}{err}");
    assert!(all.contains("deux éditions des FAP"), "{all}");
    assert!(all.contains("1 bassin n’est que dans l’un des deux (0304)"), "{all}");
    assert!(all.contains("1 département n’est que dans l’un des deux (978)"), "{all}");
}
