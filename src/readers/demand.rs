//! Demand: BMO, Dares tensions, France Travail classes by ROME × basin.

use crate::model::{Fap, IssueKind, Rome, Territory};
use crate::readers::coerce::{self, code, number};
use crate::readers::fill::{At as _, Line, Refusal, Seen};
use crate::readers::header::normalise;
use crate::tables::{Cell, basin_tension, bmo, tension};

/// A code of either edition: their shape is the same.
fn fap(line: Line<'_>) -> Result<Fap, Refusal> {
    let text = line.required("occupation")?;
    let found = coerce::fap(text).at("occupation")?;
    line.zeros("occupation", text, found.code());
    Ok(found)
}

pub fn bmo(builder: &mut bmo::Builder, line: Line<'_>, state: &mut Seen) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let occupation = fap(line)?;
    let basin = line.territory("basin", "be", Territory::basin)?;
    let department = line.territory("department", "dep", Territory::department)?;
    let region = line.territory("region", "reg", Territory::region)?;
    let projects = line.maskable("met")?;
    let difficult = line.maskable("xmet")?;
    let seasonal = line.maskable("smet")?;
    for (column, part) in [("xmet", difficult), ("smet", seasonal)] {
        if let (Some(part), Some(whole)) = (part.value(), projects.value())
            && part > whole
        {
            let kind = IssueKind::Impossible { rule: "part-exceeds-projects".to_owned() };
            return Err(Refusal { column: column.into(), kind });
        }
    }
    for column in ["met", "xmet", "smet"] {
        line.doubt_thousands(column);
    }
    let year = if line.columns.has("year") { Some(line.needed_whole("year")?) } else { None };
    let key = [occupation.code(), basin.code(), department.code(), get("year")];
    state.unique("occupation", &key)?;
    state.keeps_year(year);
    state.saw_fap(occupation.code());
    let masked = [projects, difficult, seasonal].iter().filter(|c| **c == Cell::Masked).count();
    state.masked += u32::try_from(masked).unwrap_or(0);
    builder.push(bmo::Row {
        row: line.row,
        occupation: occupation.code(),
        label: get("label"),
        family: get("family"),
        family_label: get("family_label"),
        basin: basin.code(),
        basin_label: get("basin_label"),
        department: department.code(),
        department_label: get("department_label"),
        region: region.code(),
        region_label: get("region_label"),
        projects,
        difficult,
        seasonal,
    });
    Ok(())
}

/// A class is 1–5 or missing.
fn class(text: &str) -> Result<Option<f64>, IssueKind> {
    match number(text)? {
        Some(value) if (1.0..=5.0).contains(&value) && value.fract() == 0.0 => Ok(Some(value)),
        Some(_) => Err(IssueKind::NotAnOption { text: text.to_owned() }),
        None => Ok(None),
    }
}

/// Where a row of tensions stands: said by the row, or by the columns of its sheet.
fn place(line: Line<'_>) -> Result<Territory, Refusal> {
    let region = || {
        let text = line.get("region");
        Territory::region(text).map_err(|_| code("reg", text)).at("region")
    };
    let department = || {
        let text = line.get("department");
        Territory::department(text).map_err(|_| code("dep", text)).at("department")
    };
    if !line.columns.has("level") {
        return match (line.columns.has("department"), line.columns.has("region")) {
            (true, _) => department(),
            (false, true) => region(),
            (false, false) => Ok(Territory::France),
        };
    }
    match line.required("level")? {
        "nat" => Ok(Territory::France),
        "reg" => region(),
        "dep" => department(),
        other => {
            let kind = IssueKind::NotAnOption { text: other.to_owned() };
            Err(Refusal { column: "level".into(), kind })
        }
    }
}

/// Whether a cell rests on enough observations; a sheet that does not tell publishes what it has.
fn sufficient(line: Line<'_>) -> bool {
    if !line.columns.has("sufficient") {
        return true;
    }
    let level: String =
        line.columns.written("occupation").chars().filter(char::is_ascii_digit).collect();
    normalise(line.get("sufficient")).contains(&format!("fap{level}"))
}

/// The class of a cause: its own column, or one that holds classes under the bare name.
fn cause(
    line: Line<'_>,
    (name, bare): (&'static str, &'static str),
) -> Result<Option<f64>, Refusal> {
    if line.columns.has(name) {
        return line.graded(name, class);
    }
    let value = line.number(bare)?;
    Ok(value.filter(|value| (1.0..=5.0).contains(value) && value.fract() == 0.0))
}

pub fn tension(
    builder: &mut tension::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let occupation = fap(line)?;
    let territory = place(line)?;
    let year = line.number("year")?;
    let published = sufficient(line);
    let grade = |name, bare| Ok::<_, Refusal>(cause(line, (name, bare))?.filter(|_| published));
    let value = line.number("tension")?;
    let imputed = line.number("tension_imputed")?;
    let whole = territory.to_string();
    let employment = line.positive("employment")?;
    // A mean, which may have decimals.
    line.doubt_thousands("employment");
    let entry = tension::Row {
        row: line.row,
        year,
        occupation: occupation.code(),
        label: get("label"),
        territory: &whole,
        employment,
        tension: value.or(imputed),
        class: line.graded("class", class)?.filter(|_| published),
        hiring_intensity: grade("hiring_intensity", "hiring_intensity_value")?,
        training_link: grade("training_link", "training_link_value")?,
        labour_shortage: grade("labour_shortage", "labour_shortage_value")?,
        precariousness: grade("precariousness", "precariousness_value")?,
        working_conditions: grade("working_conditions", "working_conditions_value")?,
        geographic_mismatch: grade("geographic_mismatch", "geographic_mismatch_value")?,
        unattractive_pay: grade("unattractive_pay", "unattractive_pay_value")?,
    };
    state.unique("occupation", &[occupation.code(), &whole, get("year")])?;
    state.saw_year(year);
    state.saw_fap(occupation.code());
    builder.push(entry);
    Ok(())
}

pub fn basin_tension(
    builder: &mut basin_tension::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let text = line.required("rome")?;
    let rome = Rome::new(text).map_err(|_| code("ROME", text)).at("rome")?;
    line.zeros("rome", text, rome.as_str());
    let basin = line.territory("basin", "be", Territory::basin)?;
    let year = line.number("year")?;
    state.unique("rome", &[rome.as_str(), basin.code(), get("year")])?;
    state.saw_year(year);
    let grade = |name: &'static str| line.graded(name, class);
    builder.push(basin_tension::Row {
        row: line.row,
        year,
        rome: rome.as_str(),
        basin: basin.code(),
        // Means of a year, with decimals.
        offers: line.amount("offers")?,
        job_seekers: line.amount("job_seekers")?,
        class: grade("class")?,
        hiring_intensity: grade("hiring_intensity")?,
        training_link: grade("training_link")?,
        labour_shortage: grade("labour_shortage")?,
        precariousness: grade("precariousness")?,
        working_conditions: grade("working_conditions")?,
        geographic_mismatch: grade("geographic_mismatch")?,
    });
    Ok(())
}
