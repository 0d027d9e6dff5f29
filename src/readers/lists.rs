//! Official code lists: a newer edition than the built-in one, loaded by the user.

use crate::model::{Fap, FapVersion, IssueKind, Naf, Rome, Territory};
use crate::readers::coerce::{code, positive};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::training::{naf, register};
use crate::tables::{commune, nomenclature};

fn fap(text: &str, column: &'static str) -> Result<(), Refusal> {
    Fap::new(FapVersion::Fap2021, text).map(|_| ()).map_err(|_| code("FAP", text)).at(column)
}

fn rome(text: &str, column: &'static str) -> Result<Rome, Refusal> {
    Rome::new(text).map_err(|_| code("ROME", text)).at(column)
}

/// The levels of the tree, from domain to fine position: code and label columns.
const LEVELS: [(&str, &str); 4] = [
    ("domain", "domain_label"),
    ("group", "group_label"),
    ("occupation", "occupation_label"),
    ("fine", "fine_label"),
];

/// One row of the tree names four codes; each becomes an entry with its parent.
pub fn fap_tree(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    for (column, label) in LEVELS {
        fap(line.required(column)?, column)?;
        line.required(label)?;
    }
    let mut parent = "";
    for (column, label) in LEVELS {
        let code = line.get(column);
        if code != parent {
            let label = line.get(label);
            builder.push(nomenclature::Row {
                row: line.row,
                code,
                label,
                parent,
                qualifier: "",
                target: "",
            });
        }
        parent = code;
    }
    Ok(())
}

/// One occupation of the legal list, with the région where it holds.
pub fn regulatory(
    builder: &mut nomenclature::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let code = line.required("code")?;
    fap(code, "code")?;
    let parent = line.required("region")?;
    let label = line.get("label");
    state.saw_fap(code);
    builder.push(nomenclature::Row {
        row: line.row,
        code,
        label,
        parent,
        qualifier: "",
        target: "",
    });
    Ok(())
}

pub fn rome_to_fap(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let code = rome(line.required("rome")?, "rome")?.to_string();
    let target = line.required("target")?;
    fap(target, "target")?;
    // The workbook for readers writes `Q_0123456`, and nothing for all of them.
    let written = line.get("qualification");
    let qualifier = written
        .strip_prefix(['Q', 'q'])
        .map_or(written, |digits| digits.trim_start_matches(['_', ' ']));
    if !qualifier.chars().all(|c| c.is_ascii_digit()) {
        let kind = IssueKind::NotAnOption { text: qualifier.to_owned() };
        return Err(Refusal { column: "qualification".into(), kind });
    }
    // A star after a label is the mark of a footnote.
    let label = line.get("label").trim_end_matches('*').trim_end();
    builder.push(nomenclature::Row {
        row: line.row,
        code: &code,
        label,
        parent: "",
        qualifier,
        target,
    });
    Ok(())
}

pub fn rome_card(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let code = rome(line.required("code")?, "code")?.to_string();
    let parent = rome(line.required("parent")?, "parent")?.to_string();
    let label = line.required("label")?;
    let entry = nomenclature::Row {
        row: line.row,
        code: &code,
        label,
        parent: &parent,
        qualifier: "",
        target: "",
    };
    builder.push(entry);
    Ok(())
}

pub fn activity(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let code = naf(line.required("code")?).at("code")?;
    let code = code.as_ref().map_or("", Naf::as_str);
    let label = line.required("label")?;
    let entry =
        nomenclature::Row { row: line.row, code, label, parent: "", qualifier: "", target: "" };
    builder.push(entry);
    Ok(())
}

/// Hirings of a ROME card by activity, national.
pub fn hirings(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let code = rome(line.required("rome")?, "rome")?.to_string();
    let target = naf(line.required("naf")?).at("naf")?;
    let target = target.as_ref().map_or("", Naf::as_str);
    let hirings = line.needed_whole("hirings")?.to_string();
    let label = line.get("label");
    let entry = nomenclature::Row {
        row: line.row,
        code: &code,
        label,
        parent: "",
        qualifier: &hirings,
        target,
    };
    builder.push(entry);
    Ok(())
}

/// A node of the tree of ROME v3: a domain, a card, or a job title of a card.
pub fn rome_tree(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let code = format!("{}{}{}", line.required("part_1")?, get("part_2"), get("part_3"));
    if code.len() == 5 {
        rome(&code, "part_3")?;
    }
    let label = line.required("label")?;
    let parent = code.get(..code.len().saturating_sub(2)).unwrap_or_default();
    let qualifier = get("ogr");
    builder.push(nomenclature::Row {
        row: line.row,
        code: &code,
        label,
        parent,
        qualifier,
        target: "",
    });
    Ok(())
}

/// Yearly price of an apprenticeship contract for a certification and a branch.
pub fn price(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let text = line.required("register")?;
    let register = register(text, "");
    if register.is_empty() {
        return Err(Refusal { column: "register".into(), kind: code("RNCP", text) });
    }
    line.needed_count("price")?;
    line.doubt_thousands("price");
    let target = get("price");
    let (label, parent) = (line.required("label")?, get("committee_label"));
    let qualifier = line.required("committee")?;
    builder.push(nomenclature::Row {
        row: line.row,
        code: &register,
        label,
        parent,
        qualifier,
        target,
    });
    Ok(())
}

/// Job seekers of a sector on a basin.
pub fn basin_sector(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let basin = line.territory("basin", "be", Territory::basin)?;
    let qualifier = line.required("job_seekers")?;
    let job_seekers = positive(qualifier).at("job_seekers")?;
    line.doubt_fraction("job_seekers", job_seekers);
    let label = line.required("label")?;
    let code = basin.code();
    builder.push(nomenclature::Row {
        row: line.row,
        code,
        label,
        parent: "",
        qualifier,
        target: "",
    });
    Ok(())
}

/// Commune → *zone d'emploi*; a commune without zone (Mayotte before 2020) is kept without.
pub fn zone(builder: &mut commune::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let commune = line.needed_commune("commune")?;
    // Some editions write « 8405 - Bourg en Bresse » in one column.
    let text = match get("division") {
        "" => get("division_named").split(' ').next().unwrap_or_default(),
        text => text,
    };
    let zone = match text {
        "" => None,
        text => {
            let zone = Territory::employment_zone(text).map_err(|_| code("ze", text));
            Some(zone.at("division")?)
        }
    };
    builder.push(commune::Row {
        row: line.row,
        commune: &commune,
        label: get("label"),
        division: zone.as_ref().map_or("", Territory::code),
        division_label: get("division_label"),
        department: "",
        department_label: "",
        region: "",
        region_label: "",
    });
    Ok(())
}

/// Commune → local committee, with the names of its département and région.
pub fn committee(builder: &mut commune::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let commune = line.needed_commune("commune")?;
    let department = line.territory("department", "dep", Territory::department)?;
    let region = line.territory("region", "reg", Territory::region)?;
    builder.push(commune::Row {
        row: line.row,
        commune: &commune,
        label: get("label"),
        division: get("division"),
        division_label: get("division_label"),
        department: department.code(),
        department_label: line.required("department_label")?,
        region: region.code(),
        region_label: line.required("region_label")?,
    });
    Ok(())
}

/// A label of FAP 2009, which repeats its code: « V0Z60 : Aides-soignants ».
pub fn fap_label(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let code = line.required("code")?;
    let text = line.required("label")?;
    let label = text.split_once(':').map_or(text, |(_, label)| label.trim());
    // The whole, and four groups of domains, stand above the codes of FAP.
    if !matches!(code, "A_Z" | "AGR" | "BTP" | "IND" | "TER") {
        fap(code, "code")?;
    }
    let (parent, qualifier, target) = ("", "", "");
    builder.push(nomenclature::Row { row: line.row, code, label, parent, qualifier, target });
    Ok(())
}

/// A ROME card, alone or followed by the digit of a qualification, and its FAP 2009.
pub fn rome_to_fap2009(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let text = line.required("rome")?;
    let (card, qualifier) = text.split_at_checked(5).unwrap_or((text, ""));
    let code = rome(card, "rome")?.to_string();
    let target = line.required("target")?;
    fap(target, "target")?;
    builder.push(nomenclature::Row {
        row: line.row,
        code: &code,
        label: "",
        parent: "",
        qualifier,
        target,
    });
    Ok(())
}

/// Initial training as Onisep describes it.
pub fn onisep_training(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let number = register(line.get("register"), "");
    builder.push(nomenclature::Row {
        row: line.row,
        code: &number,
        label: line.required("label")?,
        parent: line.get("type_label"),
        qualifier: line.get("level"),
        target: line.get("nsf"),
    });
    Ok(())
}

/// A diploma of Certif Info and the training that Onisep describes.
pub fn onisep_bridge(builder: &mut nomenclature::Builder, line: Line<'_>) -> Result<(), Refusal> {
    builder.push(nomenclature::Row {
        row: line.row,
        code: line.required("diploma")?,
        label: line.get("label"),
        parent: &register(line.get("register"), ""),
        qualifier: line.get("level"),
        target: line.required("training")?,
    });
    Ok(())
}

/// Commune → intercommunal grouping, by its SIREN; `ZZZZZZZZZ` is none.
pub fn grouping(builder: &mut commune::Builder, line: Line<'_>) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let commune = line.needed_commune("commune")?;
    let division = match line.required("division")? {
        "ZZZZZZZZZ" => "",
        text if text.len() == 9 && text.bytes().all(|byte| byte.is_ascii_digit()) => text,
        text => return Err(Refusal { column: "division".into(), kind: code("SIREN", text) }),
    };
    let region = Territory::region(get("region")).ok();
    builder.push(commune::Row {
        row: line.row,
        commune: &commune,
        label: get("label"),
        division,
        division_label: get("division_label"),
        department: get("department"),
        department_label: "",
        region: region.as_ref().map_or("", Territory::code),
        region_label: "",
    });
    Ok(())
}
