//! Rebuilds `assets/reference/*.csv` from the published nomenclatures:
//!
//! `cargo run --example build_reference -- <published folder> assets/reference`
//!
//! Only facts are transcribed (codes, labels, links); `lists.ron` says where each comes from.

#![expect(clippy::disallowed_methods, reason = "a tool of ours, run by hand on files of ours")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("usage: build_reference <published folder> <target folder>".into());
    };
    let (from, to) = (Path::new(&from), Path::new(&to));
    std::fs::create_dir_all(to)?;
    for (name, text) in [
        ("fap.csv", fap(from)?),
        ("rome.csv", rome(from)?),
        ("rome_fap.csv", rome_fap(from)?),
        ("naf.csv", naf(from)?),
        ("territory.csv", territory(from)?),
        ("commune.csv", commune(from)?),
    ] {
        println!("{name}: {} lines, {} bytes", text.lines().count() - 1, text.len());
        std::fs::write(to.join(name), text)?;
    }
    Ok(())
}

/// The text of a file: UTF-8 without its mark, else Windows-1252.
fn text(path: &Path) -> Outcome<String> {
    let bytes = std::fs::read(path)?;
    let decoded = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned(),
    };
    Ok(decoded.trim_start_matches('\u{feff}').to_owned())
}

/// Rows as maps from header to trimmed value.
fn rows(path: &Path, separator: u8) -> Outcome<Vec<BTreeMap<String, String>>> {
    let text = text(path)?;
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let pairs = headers.iter().zip(record.iter());
        rows.push(pairs.map(|(name, value)| (name.to_owned(), tidy(value))).collect());
    }
    Ok(rows)
}

fn tidy(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn get<'a>(row: &'a BTreeMap<String, String>, name: &str) -> Outcome<&'a str> {
    row.get(name).map(String::as_str).ok_or_else(|| format!("no column {name}").into())
}

/// Writes one line; a `;` inside a label becomes a comma, which it was before publication.
fn line(out: &mut String, fields: &[&str]) -> Outcome<()> {
    let clean: Vec<String> = fields.iter().map(|field| field.replace(';', ",")).collect();
    writeln!(out, "{}", clean.join(";"))?;
    Ok(())
}

/// `"CODE"="CODE : label"` lines of a SAS format file.
fn sas_pairs(text: &str) -> Vec<(Vec<String>, String)> {
    let mut pairs = Vec::new();
    for line in text.lines() {
        let Some((keys, value)) = line.split_once('=') else { continue };
        let quoted = |part: &str| -> Vec<String> {
            part.split('"').skip(1).step_by(2).map(str::to_owned).collect()
        };
        let (keys, value) = (quoted(keys), quoted(value));
        if let (false, Some(value)) = (keys.is_empty(), value.first()) {
            pairs.push((keys, value.clone()));
        }
    }
    pairs
}

fn fap(from: &Path) -> Outcome<String> {
    let mut list: BTreeMap<(u16, String), String> = BTreeMap::new();
    for row in rows(&from.join("nomenclatures/dares_nomenclature_fap2021.csv"), b';')? {
        for level in ["22", "86", "228", "341"] {
            let code = get(&row, &format!("Code FAP {level}"))?.to_owned();
            let label = get(&row, &format!("Intitulé FAP {level}"))?.to_owned();
            list.entry((2021, code)).or_insert(label);
        }
    }
    for (keys, value) in sas_pairs(&text(&from.join("nomenclatures/intitule_fap2009.txt"))?) {
        let Some((code, label)) = value.split_once(':') else { continue };
        let code = code.trim();
        let wanted =
            matches!(code.len(), 1 | 3 | 5) && !matches!(code, "AGR" | "BTP" | "IND" | "TER");
        if wanted && keys.iter().any(|key| key == code) {
            list.entry((2009, code.to_owned())).or_insert_with(|| tidy(label));
        }
    }
    let mut out = "version;code;label\n".to_owned();
    for ((version, code), label) in &list {
        line(&mut out, &[&version.to_string(), code, label])?;
    }
    Ok(out)
}

fn rome(from: &Path) -> Outcome<String> {
    let mut list = BTreeMap::new();
    for row in rows(&from.join("nomenclatures/unix_referentiel_code_rome_v460_utf8.csv"), b',')? {
        let parent = get(&row, "code_rome_parent")?.to_owned();
        list.insert(
            get(&row, "code_rome")?.to_owned(),
            (parent, get(&row, "libelle_rome")?.to_owned()),
        );
    }
    let mut out = "code;parent;label\n".to_owned();
    for (code, (parent, label)) in &list {
        line(&mut out, &[code, parent, label])?;
    }
    Ok(out)
}

fn rome_fap(from: &Path) -> Outcome<String> {
    let mut digits: BTreeMap<(u16, String, String), BTreeSet<char>> = BTreeMap::new();
    let table = "nomenclatures/Dares_Table_passage_ROME_Qualif_to_FAP2021_pour_programme.csv";
    for row in rows(&from.join(table), b';')? {
        let key = (2021, get(&row, "ROME")?.to_owned(), get(&row, "FAP341")?.to_owned());
        digits.entry(key).or_default().extend(get(&row, "Qualif")?.chars());
    }
    for (keys, fap) in sas_pairs(&text(&from.join("nomenclatures/passage_fap2009_romev3.txt"))?) {
        for key in keys {
            let (rome, digit) = key.split_at(5.min(key.len()));
            let entry = digits.entry((2009, rome.to_owned(), fap.clone())).or_default();
            match digit {
                "" => entry.extend('0'..='9'),
                digit => entry.extend(digit.chars()),
            }
        }
    }
    let mut out = "version;rome;digits;fap\n".to_owned();
    for ((version, rome, fap), digits) in &digits {
        let digits: String = digits.iter().collect();
        line(&mut out, &[&version.to_string(), rome, &digits, fap])?;
    }
    Ok(out)
}

fn naf(from: &Path) -> Outcome<String> {
    let mut out = "code;label\n".to_owned();
    for row in rows(&from.join("nomenclatures/naf_labels.csv"), b'|')? {
        line(&mut out, &[get(&row, "naf_id")?, get(&row, "naf_label")?])?;
    }
    Ok(out)
}

fn padded(code: &str, width: usize) -> String {
    format!("{code:0>width$}")
}

/// Most frequent label of each code: one code has two labels, another a typing error.
fn most_frequent(labels: BTreeMap<String, BTreeMap<String, u32>>) -> BTreeMap<String, String> {
    let best = |counts: BTreeMap<String, u32>| {
        counts.into_iter().max_by_key(|(_, n)| *n).map(|(label, _)| label).unwrap_or_default()
    };
    labels.into_iter().map(|(code, counts)| (code, best(counts))).collect()
}

/// `CLPE15001` → `15001`, as our typed codes write it.
fn committee(row: &BTreeMap<String, String>) -> Outcome<String> {
    let code = get(row, "territoire_id")?;
    code.strip_prefix("CLPE").map(str::to_owned).ok_or_else(|| format!("{code} is no CLPE").into())
}

fn territory(from: &Path) -> Outcome<String> {
    let mut basins: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for row in rows(&from.join("geo/France_Travail_Bassin_Emploi_2021.csv"), b',')? {
        let code = padded(get(&row, "codbe")?, 4);
        *basins.entry(code).or_default().entry(get(&row, "libbe")?.to_owned()).or_default() += 1;
    }
    let mut zones: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for row in rows(&from.join("geo/Export_Communes_Zones_Emploi_2020.csv"), b',')? {
        let code = get(&row, "codze2020")?;
        if !code.is_empty() {
            let label = get(&row, "libze2020")?.to_owned();
            *zones.entry(padded(code, 4)).or_default().entry(label).or_default() += 1;
        }
    }
    let (mut departments, mut regions) = (BTreeMap::new(), BTreeMap::new());
    let mut committees: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for row in rows(&from.join("geo/ref_clpe_ft.csv"), b',')? {
        let region = padded(get(&row, "region_id")?, 2);
        let department = padded(get(&row, "departement_id")?, 2);
        regions.insert(region.clone(), get(&row, "nom_region")?.to_owned());
        departments.insert(department, (get(&row, "nom_departement")?.to_owned(), region));
        let label = get(&row, "territoire_libelle")?.to_owned();
        *committees.entry(committee(&row)?).or_default().entry(label).or_default() += 1;
    }
    let mut out = "kind;code;label;parent\n".to_owned();
    for (code, label) in &regions {
        line(&mut out, &["reg", code, label, ""])?;
    }
    for (code, (label, region)) in &departments {
        line(&mut out, &["dep", code, label, region])?;
    }
    for (code, label) in &most_frequent(basins) {
        line(&mut out, &["be", code, label, ""])?;
    }
    for (code, label) in &most_frequent(zones) {
        line(&mut out, &["ze", code, label, ""])?;
    }
    for (code, label) in &most_frequent(committees) {
        line(&mut out, &["clpe", code, label, ""])?;
    }
    Ok(out)
}

fn commune(from: &Path) -> Outcome<String> {
    let mut list: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    for row in rows(&from.join("geo/France_Travail_Bassin_Emploi_2021.csv"), b',')? {
        let code = padded(get(&row, "codgeo")?, 5);
        list.entry(code).or_default().0 = padded(get(&row, "codbe")?, 4);
    }
    for row in rows(&from.join("geo/Export_Communes_Zones_Emploi_2020.csv"), b',')? {
        let code = get(&row, "codgeo")?;
        if !code.is_empty() {
            list.entry(padded(code, 5)).or_default().1 = padded(get(&row, "codze2020")?, 4);
        }
    }
    for row in rows(&from.join("geo/ref_clpe_ft.csv"), b',')? {
        list.entry(padded(get(&row, "commune_id")?, 5)).or_default().2 = committee(&row)?;
    }
    let mut out = "code;be;ze;clpe\n".to_owned();
    for (code, (basin, zone, committee)) in &list {
        line(&mut out, &[code, basin, zone, committee])?;
    }
    Ok(out)
}
